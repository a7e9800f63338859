//! Filing, return, registration (rows 24 and 25).

use law::rules::Profile::{self, Cn, Hz, Nb, Zj};
use negotiation::Event;
use negotiation::command::{Command, File, FilingCommand, RegisterFiling, ReturnFiling};
use negotiation::state::DutyStatus;

use crate::acts;
use crate::cast::{Story, agent, day, employer_chief, given, officer, union_chair, worker_chief};
use crate::who::says;
use crate::wording::with_figure;

/// Signed by both on a day.
fn signed_on(profile: Profile, on: &str) -> Story {
    let mut story = given(profile).until("adopted");
    let sign = acts::sign(story.text());
    story.does(&format!("{on} 09:00"), &worker_chief(), sign.clone());
    story.does(&format!("{on} 10:00"), &employer_chief(), sign);
    story
}

fn files(story: &mut Story, at: &str) -> Vec<Event> {
    let file = acts::file(story.text());
    story.does(at, &agent(), file)
}

fn was_late(story: &Story, duty: &str) -> bool {
    let DutyStatus::Met { late, .. } = story.duty(duty).status else { panic!("{duty} is not met") };
    late
}

// ZJ-CC 34, HZ 40, NB 34: ten days from the chiefs' signatures; WN9 21: seven, as a warning.
#[test]
fn in_zhejiang_a_wage_agreement_is_filed_within_ten_days() {
    for (on, due, amber, last, next) in [
        ("2026-02-10", "2026-02-24", None, "2026-02-24 23:59", "2026-02-25 00:00"),
        ("2026-03-02", "2026-03-12", Some("2026-03-09"), "2026-03-12 23:59", "2026-03-13 00:00"),
        ("2026-04-28", "2026-05-08", Some("2026-05-06"), "2026-05-08 23:59", "2026-05-09 00:00"),
        ("2026-09-21", "2026-10-08", Some("2026-09-28"), "2026-10-08 23:59", "2026-10-09 00:00"),
    ] {
        for profile in [Zj, Hz, Nb] {
            let mut story = signed_on(profile, on);
            let dates = story.duty("file-1").dates;
            assert_eq!((dates.due, dates.amber), (day(due), amber.map(day)), "{on}");
            files(&mut story, last);
            assert!(!was_late(&story, "file-1"));
        }
        let mut story = signed_on(Zj, on);
        files(&mut story, next);
        assert!(was_late(&story, "file-1"), "late, on record, and filed all the same");
        assert_eq!(story.stage(), "filed");
    }
}

// WN9 21: seven days for a wage agreement under the national rules.
#[test]
fn under_the_national_rules_a_wage_agreement_is_filed_within_seven_days() {
    for (on, due, last, next) in [
        ("2026-02-10", "2026-02-24", "2026-02-24 23:59", "2026-02-25 00:00"),
        ("2026-03-02", "2026-03-09", "2026-03-09 23:59", "2026-03-10 00:00"),
        ("2026-04-28", "2026-05-06", "2026-05-06 23:59", "2026-05-07 00:00"),
    ] {
        for (at, late) in [(last, false), (next, true)] {
            let mut story = signed_on(Cn, on);
            assert_eq!(story.due("file-1"), due);
            files(&mut story, at);
            assert_eq!(was_late(&story, "file-1"), late);
        }
    }
}

// ZJ-CC 34: five copies; WN9 21, CC22 42: three. Too few are on record, the filing stands.
#[test]
fn too_few_copies_are_on_record_and_the_filing_stands() {
    for (profile, copies, noted) in [(Zj, 5, false), (Zj, 4, true), (Cn, 3, false), (Cn, 2, true)] {
        let mut story = signed_on(profile, "2026-03-02");
        let file = File { copies, materials: Vec::new(), terms: story.text() };
        let events = story.does("2026-03-03 09:00", &agent(), Command::Filing(FilingCommand::File(file)));
        let found = events
            .iter()
            .any(|event| matches!(event, Event::CheckNoted(noted) if noted.finding.rule == "CHK-COPIES-5"));
        assert_eq!((found, story.stage()), (noted, "filed"), "{profile:?} {copies}");
    }
}

// ZJ-CC 34, WN9 21, CC22 42: the employer files.
#[test]
fn the_employer_files_and_not_the_union() {
    let mut story = signed_on(Zj, "2026-03-02");
    let file = acts::file(story.text());
    story.refuses("2026-03-03 09:00", &union_chair(), file.clone(), "WHO-file");
    story.refuses("2026-03-03 09:00", &worker_chief(), file, "WHO-file");
}

// ZJ-CC 34, CC22 42: the text that was signed is filed.
#[test]
fn another_text_than_the_signed_one_is_not_filed() {
    let mut story = signed_on(Zj, "2026-03-02");
    let other = acts::file(with_figure("min_wage", 270_000).digest().unwrap());
    says(&story.refuses("2026-03-03 09:00", &agent(), other, "TEXT-CHANGED"));
}

// ZJ-CC 34, CC22 42: filed from the day on which both chiefs signed.
#[test]
fn a_paper_filed_before_the_signatures_is_refused() {
    let mut story = signed_on(Zj, "2026-03-02");
    let early = acts::enter_paper(acts::file(story.text()), agent(), "2026-03-01");
    says(&story.refuses("2026-03-03 09:00", &agent(), early, "FACT-DATE"));
}

// CC22 42: from the moment of the second signature on.
#[test]
fn a_text_is_filed_at_the_moment_of_the_second_signature() {
    let mut story = signed_on(Zj, "2026-03-02");
    files(&mut story, "2026-03-02 10:00");
    assert_eq!(story.stage(), "filed");
}

// ZJ-CC 34: a return leaves the ten days as they were; the refiling after them is late, with the return beside it.
#[test]
fn a_return_keeps_the_date_for_filing() {
    let mut story = signed_on(Zj, "2026-03-02");
    files(&mut story, "2026-03-05 09:00");
    story.does("2026-03-10 09:00", &officer(), acts::return_incomplete());
    assert_eq!(story.stage(), "signed");
    assert_eq!(story.due("file-2"), "2026-03-12");
    assert_eq!(story.duty("review-1").status, DutyStatus::Voided);
    files(&mut story, "2026-03-13 09:00");
    assert!(!was_late(&story, "file-1") && was_late(&story, "file-2"));
    assert_eq!(
        story.due("review-2"),
        "2026-03-30",
        "the fifteen days run anew from the refiling (03-28 is a Saturday)"
    );
}

// CC22 42, row 25: returned for what is missing; after the fifteen days (LCL 54) there is nothing left to return.
#[test]
fn a_return_says_what_is_missing_and_comes_before_the_period_ends() {
    let mut story = signed_on(Zj, "2026-03-02");
    files(&mut story, "2026-03-02 11:00");
    let empty = Command::Filing(FilingCommand::ReturnFiling(ReturnFiling { missing: Vec::new() }));
    says(&story.refuses("2026-03-03 09:00", &officer(), empty, "FACT-EMPTY"));
    story.refuses("2026-03-18 09:00", &officer(), acts::return_incomplete(), "STAGE-return_incomplete");
    assert_eq!(story.stage(), "effective", "silence until 17 March had effect");
}

// CC22 42(2): the bureau registers; the fifteen days run from receipt whether it does or not.
#[test]
fn registration_moves_no_date() {
    let mut story = signed_on(Zj, "2026-03-02");
    files(&mut story, "2026-03-02 11:00");
    story.does("2026-03-09 09:00", &officer(), acts::register());
    assert_eq!((story.stage(), story.due("review-1").as_str()), ("under_review", "2026-03-17"));
    says(&story.refuses("2026-03-09 10:00", &officer(), acts::register(), "STAGE-register"));
    story.does("2026-03-10 09:00", &officer(), acts::return_incomplete());
    assert_eq!(story.stage(), "signed");
}

// CC22 42(2): the bureau registers; rule of the platform: under a number.
#[test]
fn a_registration_has_a_number() {
    let mut story = given(Zj).until("filed");
    let nameless = Command::Filing(FilingCommand::RegisterFiling(RegisterFiling { number: " ".to_owned() }));
    says(&story.refuses("2026-01-20 09:00", &officer(), nameless, "FACT-EMPTY"));
}
