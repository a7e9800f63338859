//! Packages (rows 10 and 11): several clauses as one offer, all or nothing.

use law::rules::Profile::{Cn, Hz, Nb, Zj};
use negotiation::Side::{Employer, Worker};
use negotiation::command::PackageItem;
use negotiation::state::PackageStatus;
use negotiation::{Event, Side};

use crate::acts::{self, accept_package, enter_paper, lowest, package, rise};
use crate::cast::{Story, employer_chief, employer_rep, given, recorder, union_officer, worker_chief, worker_rep};
use crate::who::says;

fn negotiating() -> Story {
    given(Zj).until("negotiating")
}

/// A package of the workers that the employer accepts.
fn accepted() -> Story {
    let mut story = negotiating();
    story.does("2026-01-14 10:00", &worker_rep(), package(Worker, &[rise(500), lowest(260_000)]));
    story.does("2026-01-14 10:10", &employer_rep(), accept_package(1, Employer));
    story
}

fn agreed(story: &Story) -> Vec<(&str, i64)> {
    let agreed = story.case().table.agreed.iter();
    agreed.map(|(clause, agreed)| (clause.as_str(), agreed.values[0].amount)).collect()
}

fn status(story: &Story, number: u32) -> PackageStatus {
    story.case().table.package(number).unwrap().status
}

// WN9 13, CC22 34: either side may propose; taken as a whole, all clauses are agreed together.
#[test]
fn a_package_is_accepted_as_a_whole_under_every_profile() {
    for profile in [Cn, Zj, Hz, Nb] {
        let mut story = given(profile).until("negotiating");
        story.does("2026-01-14 10:00", &employer_rep(), package(Employer, &[rise(400), lowest(270_000)]));
        assert_eq!(agreed(&story), []);
        story.does("2026-01-14 10:10", &worker_chief(), accept_package(1, Worker));
        assert_eq!(agreed(&story), [("distribution", 270_000), ("rise", 400)]);
        assert_eq!(status(&story, 1), PackageStatus::Accepted);
    }
}

// WN9 13: a clause of a package can't be picked out of it.
#[test]
fn one_clause_of_a_package_is_not_accepted_alone() {
    let mut story = negotiating();
    story.does("2026-01-14 10:00", &worker_rep(), package(Worker, &[rise(500), lowest(260_000)]));
    says(&story.refuses("2026-01-14 10:01", &employer_rep(), acts::accept("rise", Employer), "FACT-POSITION"));
    assert_eq!(agreed(&story), []);
}

// WN9 13: either side may propose anew; a package stands or falls whole.
#[test]
fn a_later_position_of_either_side_undoes_the_whole_package() {
    for (who, side) in [(worker_rep(), Worker), (employer_rep(), Employer)] {
        let mut story = accepted();
        story.does("2026-01-14 10:20", &who, acts::position("rise", side, 450));
        assert_eq!(agreed(&story), [], "{side:?}");
        assert_eq!(status(&story, 1), PackageStatus::Gone);
        let other = if side == Worker { Employer } else { Worker };
        says(&story.refuses("2026-01-14 10:30", &recorder(), accept_package(1, other), "FACT-PACKAGE"));
    }
}

// WN9 13: a proposal about something else leaves what was agreed.
#[test]
fn a_position_on_another_clause_leaves_the_package() {
    let mut story = accepted();
    story.does("2026-01-14 10:20", &worker_rep(), acts::position("meal", Worker, 450));
    assert_eq!(agreed(&story).len(), 2);
}

// WN9 13: also a package proposes anew what it names.
#[test]
fn a_package_undoes_what_was_agreed_on_one_of_its_clauses() {
    let mut story = accepted();
    story.does("2026-01-14 10:20", &employer_rep(), package(Employer, &[rise(350)]));
    assert_eq!((agreed(&story), status(&story, 1)), (Vec::new(), PackageStatus::Gone));
    story.does("2026-01-14 10:30", &worker_rep(), accept_package(2, Worker));
    assert_eq!(agreed(&story), [("rise", 350)]);
    let words = story.case().table.words();
    let rises: Vec<i64> = words["rise"].iter().map(|position| position.values[0].amount).collect();
    assert_eq!(rises, [500, 350], "what was said in packages is kept, oldest first");
}

// WN9 13: each side has its own proposal; a new one takes the place of the former.
#[test]
fn a_new_package_replaces_the_former_of_its_side_only() {
    let mut story = negotiating();
    story.does("2026-01-14 10:00", &worker_rep(), package(Worker, &[rise(700), lowest(280_000)]));
    story.does("2026-01-14 10:05", &employer_rep(), package(Employer, &[rise(300), lowest(250_000)]));
    story.does("2026-01-14 10:10", &worker_rep(), package(Worker, &[rise(600)]));
    let all = [1, 2, 3].map(|number| status(&story, number));
    assert_eq!(all, [PackageStatus::Gone, PackageStatus::Open, PackageStatus::Open]);
    story.refuses("2026-01-14 10:20", &employer_rep(), accept_package(1, Employer), "FACT-PACKAGE");
    story.does("2026-01-14 10:30", &worker_rep(), accept_package(2, Worker));
    assert_eq!(agreed(&story), [("distribution", 250_000), ("rise", 300)]);
}

// WN9 13: whoever proposes anew takes back what it had proposed, not what the other side did.
#[test]
fn the_side_that_speaks_anew_takes_its_own_package_off_the_table() {
    for (who, side, left) in
        [(worker_rep(), Worker, PackageStatus::Gone), (employer_rep(), Employer, PackageStatus::Open)]
    {
        let mut story = negotiating();
        story.does("2026-01-14 10:00", &worker_rep(), package(Worker, &[rise(700), lowest(280_000)]));
        story.does("2026-01-14 10:10", &who, acts::position("rise", side, 400));
        assert_eq!(status(&story, 1), left, "{side:?}");
    }
}

// WN9 13, CC22 34: each side speaks for itself; the recorder writes for both.
#[test]
fn a_package_belongs_to_its_side() {
    let mut story = negotiating();
    let items = [rise(500)];
    says(&story.refuses("2026-01-14 10:00", &employer_rep(), package(Worker, &items), "WHO-table_package"));
    story.refuses("2026-01-14 10:01", &recorder(), package(Side::None, &items), "WHO-table_package");
    story.does("2026-01-14 10:02", &recorder(), package(Worker, &items));
    story.refuses("2026-01-14 10:03", &worker_rep(), accept_package(1, Employer), "WHO-accept_package");
    says(&story.refuses("2026-01-14 10:04", &worker_rep(), accept_package(1, Worker), "FACT-PACKAGE"));
    story.does("2026-01-14 10:05", &recorder(), accept_package(1, Employer));
}

// Rule of the platform: a package names clauses, each once and with words; only one on the table is accepted.
#[test]
fn a_package_names_each_clause_once_and_no_clause_is_empty() {
    let mut story = negotiating();
    let empty = PackageItem { clause: "rise".to_owned(), text: " ".to_owned(), values: Vec::new() };
    let nameless = PackageItem { clause: " ".to_owned(), ..rise(500) };
    for items in [&[][..], &[empty], &[nameless]] {
        says(&story.refuses("2026-01-14 10:00", &worker_rep(), package(Worker, items), "FACT-EMPTY"));
    }
    let twice = package(Worker, &[rise(500), rise(600)]);
    says(&story.refuses("2026-01-14 10:01", &worker_rep(), twice, "FACT-PACKAGE"));
    story.refuses("2026-01-14 10:02", &employer_rep(), accept_package(7, Employer), "FACT-PACKAGE");
}

// CC22 34, ZJ-CC 16: proposals are made at the meeting.
#[test]
fn packages_are_tabled_in_a_session_only() {
    let mut story = negotiating();
    story.does("2026-01-14 12:00", &recorder(), acts::close());
    let tabled = package(Worker, &[rise(500)]);
    says(&story.refuses("2026-01-14 13:00", &worker_rep(), tabled, "STAGE-table_package"));
}

// ZJ-CC 16(3), CC22 34: what both confirmed stands in the text word for word, each clause of a package as well.
#[test]
fn every_clause_of_a_confirmed_package_stands_in_the_draft() {
    let mut story = accepted();
    story.does("2026-01-14 12:00", &recorder(), acts::close());
    let other = crate::wording::with_figure("min_wage", 255_000);
    story.does("2026-01-14 12:10", &recorder(), acts::table_draft(other.clone()));
    story.does("2026-01-14 13:00", &worker_chief(), acts::confirm_minutes(1));
    story.does("2026-01-14 14:00", &employer_chief(), acts::confirm_minutes(1));
    says(&story.refuses("2026-01-14 14:10", &recorder(), acts::table_draft(other), "TEXT-CHANGED"));
    story.initials("2026-01-14 15:00", crate::wording::terms());
    assert_eq!(story.stage(), "drafted");
}

// Rule of the platform: an act done on paper counts from its confirmation.
#[test]
fn a_package_can_be_accepted_on_paper() {
    let mut story = negotiating();
    story.does("2026-01-14 10:00", &worker_rep(), package(Worker, &[rise(500), lowest(260_000)]));
    let paper = enter_paper(accept_package(1, Employer), employer_rep(), "2026-01-14");
    story.does("2026-01-14 11:00", &union_officer(), paper);
    assert_eq!(agreed(&story), []);
    let events = story.does("2026-01-14 11:10", &recorder(), acts::confirm_paper(1));
    assert!(events.iter().any(|event| matches!(event, Event::PackageAccepted(_))));
    assert_eq!(agreed(&story).len(), 2);
}
