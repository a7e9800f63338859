//! Who may do what: every command by every capacity, and who is who on the lists.

use std::sync::LazyLock;

use law::citation::Citation;
use law::rules::Profile::{self, Cn, Hz, Nb, Zj};
use messages::{Catalogue, Said};
use negotiation::table::{ROWS, find};
use negotiation::{Actor, Capacity, Command, MESSAGES, Refusal, Side};

use crate::acts;
use crate::cast::{Story, employer_chief, everybody, given, instructor, moment, recorder, union_chair, worker_chief};

pub(crate) static CATALOGUE: LazyLock<Catalogue> =
    LazyLock::new(|| Catalogue::new(&[law::MESSAGES, MESSAGES]).unwrap());

/// Every sentence exists and is complete: none shows a key in place of words.
pub(crate) fn complete(sentences: [Said; 3]) {
    for said in sentences {
        let text = CATALOGUE.say(&said);
        assert!(!text.contains("〔neg-") && !text.is_empty(), "{text}");
    }
}

/// A refusal says what was found, what is required and what to do.
pub(crate) fn says(refusal: &Refusal) {
    complete([refusal.found(), refusal.required(), refusal.remedy()]);
}

/// Whether the table lets somebody give a command.
pub(crate) fn may(actor: &Actor, command: &Command) -> bool {
    let row = find(command.name()).unwrap();
    let program = matches!(actor.capacity, Capacity::System | Capacity::Clock);
    row.capacities.contains(&actor.capacity) || (row.capacities.is_empty() && !program)
}

/// Every article of the table is a known one, and is shown where it is law; an act that only other places know keeps all.
pub(crate) fn cites_the_table(refusal: &Refusal, articles: &[&str], profile: Profile) {
    let known: Vec<Citation> = articles.iter().map(|article| Citation::new(article).unwrap()).collect();
    let applying: Vec<Citation> = known.iter().filter(|article| article.applies(profile)).cloned().collect();
    assert_eq!(
        refusal.citation,
        if applying.is_empty() { known } else { applying },
        "{} under {profile}",
        refusal.rule
    );
}

// Rule of the platform: a case is opened by whoever may offer (ZJ-CC 7, 8) or acts for one who may, and by the program.
#[test]
fn nobody_opens_a_case_in_a_capacity_that_may_not() {
    let mut story = Story::unopened(&crate::cast::BOOK);
    let open = acts::open_case(Zj);
    for actor in everybody().into_iter().filter(|actor| !may(actor, &open)) {
        let refusal = story.attempt(moment("2026-01-05 08:00"), &actor, open.clone()).unwrap_err();
        assert_eq!(refusal.rule, "WHO-open_case");
    }
    assert!(story.records.is_empty(), "nothing is stored");
}

// Rule of the platform: one table says who may do what, and it leaves no command out.
#[test]
fn the_table_has_one_row_for_every_command() {
    let rows: Vec<&str> = ROWS.iter().map(|row| row.command).collect();
    let mut names: Vec<&str> = Command::names().collect();
    let mut sorted = rows.clone();
    names.sort_unstable();
    sorted.sort_unstable();
    assert_eq!(sorted, names);
}

// Rule of the platform: a capacity belongs to one side; nobody acts for both (CC22 24).
#[test]
fn a_capacity_claimed_for_the_other_side_is_refused() {
    for profile in [Cn, Zj, Hz, Nb] {
        let mut story = given(profile);
        let turncoat = Actor { side: Side::Employer, ..union_chair() };
        story.refuses("2026-01-05 09:00", &turncoat, acts::issue_offer(), "WHO-issue_offer");
    }
}

// CC22 19, ZJ-CC 10: the chief is the one on the list.
#[test]
fn a_chief_who_is_not_on_the_list_is_refused() {
    let mut story = given(Zj).until("negotiating");
    let stranger = Actor { id: "w9".to_owned(), ..worker_chief() };
    let refusal =
        story.refuses("2026-01-14 10:00", &stranger, acts::position("rise", Side::Worker, 800), "WHO-table_position");
    says(&refusal);
    story.does("2026-01-14 10:01", &worker_chief(), acts::position("rise", Side::Worker, 800));
}

// CC22 34(4): the chiefs initial, each for the own side.
#[test]
fn the_recorder_does_not_initial_for_the_chiefs() {
    let mut story = given(Zj).until("negotiating");
    story.agrees_on_the_rise();
    let terms = crate::wording::terms();
    let digest = terms.digest().unwrap();
    story.does("2026-01-14 15:00", &recorder(), acts::table_draft(terms));
    story.refuses("2026-01-14 15:01", &recorder(), acts::initial(digest), "WHO-initial_draft");
    story.refuses("2026-01-14 15:02", &instructor(), acts::initial(digest), "WHO-initial_draft");
    story.does("2026-01-14 15:03", &employer_chief(), acts::initial(digest));
}
