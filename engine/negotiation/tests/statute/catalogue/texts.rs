//! What stands in offers, minutes, agreements and filings.

use law::checks::Check;
use law::money::Fen;
use law::rules::Profile;
use negotiation::command::{Command, File, FilingCommand, IssueOffer};
use negotiation::terms::{Term, Terms, Unit, WageItem, figure};
use negotiation::{Floor, LawBook};

use super::{Edge, Seen, shown, tries};
use crate::acts;
use crate::cast::{
    Story, agent, data_with_county, employer_chief, given, given_with, recorder, union_chair, union_officer,
    worker_chief,
};
use crate::wording::{terms, with_figure, with_lowest, without};

// WN9 17, HZ 24: in writing, with time, place and content.
pub(super) fn offer_fields(profile: Profile, edge: Edge) -> Option<Seen> {
    let whole = acts::offer("2026-01-14");
    let lacking = [
        IssueOffer { topics: edge.pick(whole.topics.clone(), Vec::new()), ..whole.clone() },
        IssueOffer { place: edge.pick(whole.place.clone(), " ".to_owned()), ..whole.clone() },
        IssueOffer { meeting_on: edge.pick(whole.meeting_on, crate::cast::day("2026-01-04")), ..whole },
    ];
    let seen = lacking.map(|offer| {
        let mut story = given(profile);
        story.does("2026-01-05 09:00", &union_chair(), acts::reps(&acts::workers()));
        shown(Check::OfferFields, &tries(&mut story, "2026-01-05 10:00", &union_chair(), acts::offers(offer)))
    });
    assert!(seen.iter().all(|one| *one == seen[0]), "time, place and content alike: {seen:?}");
    Some(seen[0])
}

// ZJ-CC 16(3), CC22 34: both chiefs have signed the minutes before they initial.
pub(super) fn minutes_signed(profile: Profile, edge: Edge) -> Option<Seen> {
    let mut story = given(profile).until("negotiating");
    story.does("2026-01-14 12:00", &recorder(), acts::close());
    story.does("2026-01-14 13:00", &worker_chief(), acts::confirm_minutes(1));
    if edge == Edge::Inside {
        story.does("2026-01-14 14:00", &employer_chief(), acts::confirm_minutes(1));
    }
    let text = terms();
    let initial = acts::initial(text.digest().unwrap());
    story.does("2026-01-14 15:00", &recorder(), acts::table_draft(text));
    Some(shown(Check::MinutesSigned, &tries(&mut story, "2026-01-14 15:01", &worker_chief(), initial)))
}

// ZJ-CC 34: five; WN9 21, CC22 42: three.
pub(super) fn copies(profile: Profile, edge: Edge) -> Option<Seen> {
    let enough = if profile == Profile::Cn { 3 } else { 5 };
    let mut story = given(profile).until("signed");
    let file = File { copies: edge.pick(enough, enough - 1), materials: Vec::new(), terms: story.text() };
    let file = Command::Filing(FilingCommand::File(file));
    Some(shown(Check::Copies5, &tries(&mut story, "2026-01-19 09:00", &agent(), file)))
}

// ZJ-CC 35, HZ 41, NB 35: no day is set, so the default is certain only when the agreement is over.
pub(super) fn union_copy(profile: Profile, edge: Edge) -> Option<Seen> {
    let mut story = given(profile).until("effective");
    if edge == Edge::Inside {
        let copy = acts::copy(story.text());
        story.does("2026-01-22 09:00", &union_officer(), copy);
    }
    let end = acts::condition("end", "2026-05-29");
    let seen = shown(Check::UnionCopy, &tries(&mut story, "2026-06-01 09:00", &worker_chief(), end));
    (profile != Profile::Cn || seen.is_some()).then_some(seen)
}

/// Both chiefs initial a text; what is refused, or noted with the second initial.
fn initialled(check: Check, mut story: Story, text: &Terms) -> Seen {
    story.does("2026-01-14 12:00", &recorder(), acts::close());
    story.does("2026-01-14 13:00", &worker_chief(), acts::confirm_minutes(1));
    story.does("2026-01-14 14:00", &employer_chief(), acts::confirm_minutes(1));
    let initial = acts::initial(text.digest().unwrap());
    story.does("2026-01-14 15:00", &recorder(), acts::table_draft(text.clone()));
    let first = tries(&mut story, "2026-01-14 15:01", &worker_chief(), initial.clone());
    if first.is_err() {
        return shown(check, &first);
    }
    shown(check, &tries(&mut story, "2026-01-14 15:02", &employer_chief(), initial))
}

fn initials(check: Check, profile: Profile, text: &Terms) -> Seen {
    initialled(check, given(profile).until("negotiating"), text)
}

// ZJ-CC 30(1), CC22 38: one to three years, both included.
pub(super) fn term(profile: Profile, edge: Edge) -> Option<Seen> {
    let seen = edge
        .pick([12, 36], [11, 37])
        .map(|months| initials(Check::Term13y, profile, &Terms { term: Term::Months { months }, ..terms() }));
    assert_eq!(seen[0], seen[1], "too short and too long alike");
    Some(seen[0])
}

// ZJ-CC 19(2), WN9 7.
pub(super) fn wage_items(profile: Profile, edge: Edge) -> Option<Seen> {
    let text = edge.pick(terms(), without(WageItem::Payment));
    Some(initials(Check::WageItems, profile, &text))
}

// ZJ-CC 5(3), HZ 11: more than 2,490 yuan; LCL 55: not less.
pub(super) fn min_wage(profile: Profile, edge: Edge) -> Option<Seen> {
    let least = if profile == Profile::Cn { 249_000 } else { 249_001 };
    Some(initials(Check::MinwageStrict, profile, &with_lowest(edge.pick(least, least - 1))))
}

// LL 44, WP 13: 150, 200 and 300 percent.
pub(super) fn overtime(profile: Profile, edge: Edge) -> Option<Seen> {
    let seen = [("ot_workday", 15_000), ("ot_rest_day", 20_000), ("ot_holiday", 30_000)]
        .map(|(key, least)| initials(Check::OtMult, profile, &with_figure(key, edge.pick(least, least - 1))));
    assert!(seen.iter().all(|one| *one == seen[0]), "{seen:?}");
    Some(seen[0])
}

/// A case under an invented guideline from 2 to 8 percent and prices that rose by 3.
fn with_figures(profile: Profile) -> Story {
    let file = |kind: &str, year: i16, figures: serde_json::Value| {
        let mut row = serde_json::json!({ "doc_no": "示例（虚构）", "region": "330000",
            "verified_on": "2026-01-01", "year": year });
        row.as_object_mut().unwrap().extend(figures.as_object().unwrap().clone());
        serde_json::json!({ "kind": kind, "rows": [row] }).to_string()
    };
    let guideline = file("guideline", 2026, serde_json::json!({ "base": 500, "lower": 200, "upper": 800 }));
    let prices = file("cpi", 2025, serde_json::json!({ "change": 300 }));
    let data = data_with_county(Some(1)).with_file(guideline.as_bytes()).unwrap();
    let book = LawBook::new([profile], data.with_file(prices.as_bytes()).unwrap()).unwrap();
    given_with(&book, acts::open_case(profile)).until("negotiating")
}

// WN9 8: a rise below that of prices is a fall.
pub(super) fn real_growth(profile: Profile, edge: Edge) -> Option<Seen> {
    Some(initialled(Check::RealGrowth, with_figures(profile), &with_figure("rise", edge.pick(300, 299))))
}

// WN9 8(3): between the lower and the upper line, both included.
pub(super) fn guideline(profile: Profile, edge: Edge) -> Option<Seen> {
    let seen = edge
        .pick([200, 800], [199, 801])
        .map(|rise| initialled(Check::Guideline, with_figures(profile), &with_figure("rise", rise)));
    assert_eq!(seen[0], seen[1], "below and above alike");
    Some(seen[0])
}

// ZJ-TU 13(6): the same allowance for a higher grade is none that falls.
pub(super) fn grades(profile: Profile, edge: Edge) -> Option<Seen> {
    let mut text = terms();
    text.posts[0].grades[1].allowance = Fen(edge.pick(20_000, 19_999));
    Some(initials(Check::GradeMonotone, profile, &text))
}

// LCL 54(2), 55, HZ 35, NB 32: equal or better than the agreement of the sector.
pub(super) fn industry_floor(profile: Profile, edge: Edge) -> Option<Seen> {
    let mut story = given(profile).until("negotiating");
    let agreement = acts::digest("sector agreement");
    let key = figure::MIN_WAGE.to_owned();
    story.facts.floors = vec![Floor { agreement, amount: 265_000, key, unit: Unit::Fen }];
    Some(initialled(Check::IndustryFloor, story, &with_lowest(edge.pick(265_000, 264_999))))
}
