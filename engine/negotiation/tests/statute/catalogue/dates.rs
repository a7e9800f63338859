//! What has a date: on its last day it is in time, at the first instant after it is late, on record, and still possible.

use law::checks::{Check, OnFail};
use law::deadline::Kind;
use law::rules::Profile;
use negotiation::checks::{Outcome, late};
use negotiation::command::{ChildKind, DisclosureItem, Ground, OfferBasis};
use negotiation::state::{Duty, DutyStatus};
use negotiation::{Actor, Command, Event};

use super::{Edge, Seen, shown, tries};
use crate::acts::{self, served_on};
use crate::cast::{
    BOOK, Story, agent, clerk, employer_chief, given, given_with, legal_rep, officer, union_chair, worker_chief,
};
use crate::letters::opined;
use crate::who::complete;
use crate::wording::with_figure;

/// Gives what a duty asks for on its last day or right after; nothing where the duty didn't arise.
fn by(check: Check, mut story: Story, id: &str, edge: Edge, who: &Actor, act: Command) -> Option<Seen> {
    let duty = story.case().duty(id)?.clone();
    let rule = law::deadline::DeadlineRule::ALL.into_iter().find(|rule| rule.key() == duty.rule).unwrap();
    assert_eq!(Check::of(rule), Some(check), "the duty stands for the check");
    assert!(!duty.citation.is_empty() && !duty.dates.provisional);
    let (last, next) = (duty.dates.due, duty.dates.due.tomorrow().unwrap());
    let events = story.does(&edge.pick(format!("{last} 23:59"), format!("{next} 00:00")), who, act);
    let met = story.duty(id).clone();
    let DutyStatus::Met { late, .. } = met.status else { panic!("{id} was not met") };
    assert_eq!(told(check, &met), late, "a late act has its three texts, one in time has none");
    assert!(told(check, &Duty { status: DutyStatus::Struck, ..duty.clone() }), "and so has one that wasn't done");
    let recorded = events.iter().any(|event| matches!(event, Event::BreachRecorded(e) if e.duty == id));
    // WN9 18 names a window before the talks: nobody is struck at its end, the duty itself says that it was met late.
    assert_eq!(recorded, late && duty.kind == Kind::Breach, "a default is on record with its articles");
    Some(late.then_some(OnFail::Breach))
}

/// Whether there is something to say of a duty: under its check, with the articles of the duty, in three whole texts.
fn told(check: Check, duty: &Duty) -> bool {
    let Some(finding) = late::finding(duty) else { return false };
    complete([finding.found(), finding.required(), finding.remedy()]);
    assert_eq!((finding.rule.as_str(), &finding.citation), (check.id(), &duty.citation));
    finding.outcome == Outcome::Breach
}

// ZJ-CC 7, HZ 24, NB 14: ten working days; CC22 32, WN9 17: twenty days.
pub(super) fn reply(profile: Profile, edge: Edge) -> Option<Seen> {
    let story = given(profile).until("awaiting_reply");
    by(Check::ReplyDue, story, "reply-1", edge, &legal_rep(), acts::reply("2026-12-30"))
}

// ZJ-CC 16(2): seven days before the meeting; WN9 18: what was asked for, before it begins.
pub(super) fn disclose(profile: Profile, edge: Edge) -> Option<Seen> {
    let mut story = given(profile).until("awaiting_reply");
    story.does("2026-01-06 09:00", &legal_rep(), acts::reply("2026-03-16"));
    if profile == Profile::Cn {
        story.does("2026-01-07 09:00", &worker_chief(), acts::request_data());
        let given = acts::answering(DisclosureItem::Data, &[1]);
        return by(Check::Disclose7d, story, "disclose-data-employer-1", edge, &employer_chief(), given);
    }
    by(Check::Disclose7d, story, "disclose-agenda-worker", edge, &worker_chief(), acts::agenda())
}

// ZJ-DM 29(3), NB 19: sixty days; HZ 27: thirty.
pub(super) fn suspension(profile: Profile, edge: Edge) -> Option<Seen> {
    let until = |next_on: &str| {
        let mut story = given(profile).until("negotiating");
        story.does("2026-01-14 10:00", &worker_chief(), acts::propose_suspension(next_on));
        let outcome = tries(&mut story, "2026-01-14 10:10", &employer_chief(), acts::suspend(true));
        (story, shown(Check::Suspend60d, &outcome))
    };
    let (long, _) = until("2026-12-30");
    let last = long.case().duty("suspend-1")?.dates.due;
    let days = if profile == Profile::Hz { 30 } else { 60 };
    let raw = crate::cast::day("2026-01-14").saturating_add(law_span(days));
    assert!(last >= raw && last <= raw.saturating_add(law_span(3)), "rolled over a weekend at most: {last}");
    Some(until(&edge.pick(last, last.tomorrow().unwrap()).to_string()).1)
}

fn law_span(days: i64) -> std::time::Duration {
    std::time::Duration::from_secs(u64::try_from(days).unwrap() * 86_400)
}

// ZJ-CC 24(1): fifteen working days from agreement.
pub(super) fn to_congress(profile: Profile, edge: Edge) -> Option<Seen> {
    let story = given(profile).until("drafted");
    let submit = acts::submit(story.text(), "2026-12-30", 60);
    by(Check::Draft15wd, story, "to_congress-1", edge, &union_chair(), submit)
}

// ZJ-CC 24(3): five working days from the new agreement.
pub(super) fn resubmit(profile: Profile, edge: Edge) -> Option<Seen> {
    let mut story = given(profile).until("renegotiating");
    story.initials("2026-01-19 15:00", with_figure("min_wage", 270_000));
    let submit = acts::submit(story.text(), "2026-12-30", 60);
    by(Check::Resubmit5wd, story, "resubmit-1", edge, &union_chair(), submit)
}

// ZJ-CC 34, HZ 40, NB 34: ten days; WN9 21: seven.
pub(super) fn file(profile: Profile, edge: Edge) -> Option<Seen> {
    let story = given(profile).until("signed");
    let file = acts::file(story.text());
    by(Check::File, story, "file-1", edge, &agent(), file)
}

// LCL 54, CC22 45, ZJ-CC 34: served on both sides within fifteen days of receipt.
pub(super) fn review(profile: Profile, edge: Edge) -> Option<Seen> {
    let mut story = given(profile).until("filed");
    let last = story.duty("review-1").dates.due;
    let on = edge.pick(last, last.tomorrow().unwrap()).to_string();
    let object = acts::object(story.text(), &["rise"], &[served_on(negotiation::Side::Worker, "2026-01-21")]);
    story.does("2026-01-21 09:00", &officer(), object);
    let service = acts::record_service(negotiation::Side::Employer, &on);
    Some(shown(Check::Review15d, &tries(&mut story, "2026-02-20 09:00", &employer_chief(), service)))
}

// ZJ-CC 35: five working days from effect; WN9 23: five days.
pub(super) fn publish(profile: Profile, edge: Edge) -> Option<Seen> {
    let story = given(profile).until("effective");
    let publish = acts::publish(story.text());
    by(Check::Publish5wd, story, "publish-employer", edge, &agent(), publish)
}

// ZJ-CC 37, HZ 42, NB 36: once in each year of the term.
pub(super) fn annual_report(profile: Profile, edge: Edge) -> Option<Seen> {
    let story = given(profile).until("effective");
    let last = story.case().duty("annual_report-1")?.dates.due;
    let heard = edge.pick(last, last.tomorrow().unwrap()).to_string();
    by(Check::AnnualReport, story, "annual_report-1", edge, &clerk(), acts::report(&heard))
}

// ZJ-CC 30(3): ninety days before the last day; CC22 38: three months. Early and late are worth a look, no more.
pub(super) fn renewal(profile: Profile, edge: Edge) -> Option<Seen> {
    let first = if profile == Profile::Cn { "2026-03-30" } else { "2026-04-01" };
    let (opens, closes) = (crate::cast::day(first), crate::cast::day("2026-06-30"));
    let days = edge.pick([opens, closes], [opens.yesterday().unwrap(), closes.tomorrow().unwrap()]);
    let seen = days.map(|on| {
        let mut story = given_with(&BOOK, acts::open_under(profile, acts::parent(ChildKind::Renewal, None)));
        story.does("2026-01-05 09:00", &union_chair(), acts::reps(&acts::workers()));
        let offer = acts::offer_for_day(OfferBasis::Renewal, "2026-12-30");
        shown(Check::RenewWindow, &tries(&mut story, &format!("{on} 09:00"), &union_chair(), offer))
    });
    assert_eq!(seen[0], seen[1], "both ends of the window");
    Some(seen[0])
}

// ZJ-CC 33: the employer records a rescission within five working days.
pub(super) fn rescission(profile: Profile, edge: Edge) -> Option<Seen> {
    let parent = acts::parent(ChildKind::Rescission, Some(Ground::Agreement));
    let story = given_with(&BOOK, acts::open_under(profile, parent)).until("rescinded");
    by(Check::RescindFile5wd, story, "rescind_file-1", edge, &agent(), acts::record_rescission())
}

// ZJ-TULS 22: fifteen working days from receipt.
pub(super) fn opinion(profile: Profile, edge: Edge) -> Option<Seen> {
    by(Check::Opinion15wd, opined(profile), "opinion_answer-1", edge, &agent(), acts::answer_opinion(1, true))
}
