//! Edges of the file: who is counted, who is covered, and of which days its papers are.

use law::rules::Profile::{Cn, Zj};
use negotiation::command::{CoveredEmployer, EmployerParty, OpenCase, Scope};

use crate::acts;
use crate::cast::{BOOK, Story, agent, given, moment, union_chair, union_officer};
use crate::edges::finding;
use crate::who::says;

fn opens(open: OpenCase) -> Result<(), negotiation::Refusal> {
    let mut story = Story::unopened(&BOOK);
    story.attempt(moment("2026-01-05 08:00"), &union_chair(), acts::opened(open)).map(|_| ())
}

fn firm(number: usize) -> CoveredEmployer {
    CoveredEmployer { key: format!("firm-{number}"), ..acts::firm("first") }
}

// LCL 53, ZJ-CC 25: the list of those to be covered is one that can be read; a wider area is worth a look.
#[test]
fn the_list_of_covered_employers_has_its_edges() {
    let wide = acts::wide_opening(Zj, Scope::Sector);
    let many = OpenCase { covered: (0..501).map(firm).collect(), ..wide.clone() };
    let refusal = opens(many).unwrap_err();
    assert_eq!(refusal.rule, "FACT-COVERAGE");
    assert_eq!(refusal.found().key, "neg-fact-coverage-many-found");
    let women = |female| CoveredEmployer { female: Some(female), ..acts::firm("first") };
    assert!(opens(OpenCase { covered: vec![women(40)], ..wide.clone() }).is_ok(), "all are women");
    assert_eq!(opens(OpenCase { covered: vec![women(41)], ..wide.clone() }).unwrap_err().rule, "FACT-HEADCOUNT");
    for (profile, city, cited) in [(Cn, "320500", &["LCL 53"][..]), (Zj, "339900", &["LCL 53", "ZJ-CC 9"][..])] {
        let city = OpenCase { region: city.to_owned(), ..acts::wide_opening(profile, Scope::Sector) };
        let events = Story::unopened(&BOOK).does("2026-01-05 08:00", &union_chair(), acts::opened(city));
        let articles: Vec<&str> =
            finding(&events, "CHK-SCOPE-COUNTY").citation.iter().map(law::Citation::as_str).collect();
        assert_eq!(articles, cited);
    }
}

// CC22 44: neither the key nor the code of an employer stands on the list twice.
#[test]
fn an_employer_is_added_once_under_key_and_code() {
    let story = crate::sector::sector(Zj);
    let same_key = CoveredEmployer { uscc: acts::firm("sixth").uscc, ..acts::firm("first") };
    let same_code = CoveredEmployer { key: "other".to_owned(), ..acts::firm("first") };
    for twice in [same_key, same_code] {
        says(&story.clone().refuses("2026-01-05 08:30", &agent(), acts::adds(twice), "FACT-COVERAGE"));
    }
    story.clone().does("2026-01-05 08:30", &agent(), acts::add_coverage("sixth"));
}

// ZJ-CC 10, ZJ-DM 10: women, disabled and dispatched workers are among the workers, up to all of them; there is somebody.
#[test]
fn an_enterprise_has_workers_and_counts_them_once() {
    let counted = |headcount, female, dispatched, disabled| {
        let employer = EmployerParty { disabled, dispatched, female, headcount, ..acts::opening(Zj).employer };
        opens(OpenCase { employer, ..acts::opening(Zj) })
    };
    for right in [(1, 0, 0, 0), (10, 10, 0, 0), (10, 0, 10, 0), (10, 0, 0, 10)] {
        assert!(counted(right.0, right.1, right.2, right.3).is_ok(), "{right:?}");
    }
    for wrong in [(0, 0, 0, 0), (10, 11, 0, 0), (10, 0, 11, 0), (10, 0, 0, 11)] {
        let refusal = counted(wrong.0, wrong.1, wrong.2, wrong.3).unwrap_err();
        assert_eq!(refusal.rule, "FACT-HEADCOUNT", "{wrong:?}");
        says(&refusal);
    }
}

// Rule of the platform: an act on paper is one of this case: from the day on which it was opened to today.
#[test]
fn a_paper_is_of_a_day_of_the_case() {
    let accepts = |on: &str| {
        let mut story = given(Zj);
        let paper = acts::enter_paper(acts::accept_platform(), union_chair(), on);
        story.attempt(moment("2026-01-07 09:00"), &union_officer(), paper).is_ok()
    };
    let days = ["2026-01-03", "2026-01-04", "2026-01-05", "2026-01-06", "2026-01-07", "2026-01-08"];
    assert_eq!(days.map(accepts), [false, false, true, true, true, false]);
}
