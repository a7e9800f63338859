//! Whose rules a case is opened under: those of the place where the employer is.

use law::rules::Profile::{self, Cn, Hz, Nb, Zj};
use negotiation::Refusal;
use negotiation::command::{ChildKind, Ground, OpenCase};

use crate::acts;
use crate::cast::{BOOK, Story, moment, union_chair};
use crate::who::says;

fn opens(open: OpenCase) -> Result<(), Refusal> {
    let mut story = Story::unopened(&BOOK);
    story.attempt(moment("2026-01-05 08:00"), &union_chair(), acts::opened(open)).map(|_| ())
}

fn under(profile: Profile, region: &str) -> Result<(), Refusal> {
    opens(OpenCase { region: region.to_owned(), ..acts::opening(profile) })
}

// ZJ-CC 2, HZ 2, NB 2: the rules of a city hold for all employers of the city and for nobody else, a county that the table
// doesn't list by itself included.
#[test]
fn a_case_is_opened_under_the_rules_of_its_region() {
    for (region, rules) in [
        ("330784", Zj),
        ("330106", Hz),
        ("330199", Hz),
        ("330282", Nb),
        ("330299", Nb),
        ("110000", Cn),
        ("320102", Cn),
        ("330700", Zj),
    ] {
        for chosen in Profile::ALL {
            let outcome = under(chosen, region);
            if chosen == rules {
                assert!(outcome.is_ok(), "{region} {chosen:?}: {outcome:?}");
                continue;
            }
            let refusal = outcome.unwrap_err();
            assert_eq!(refusal.rule, "RULES-REGION", "{region} {chosen:?}");
            says(&refusal);
        }
    }
}

// ZJ-CC 2, HZ 2, NB 2: the article is that of the text that holds and was passed over, or of the one that was taken and
// doesn't hold.
#[test]
fn the_refusal_cites_the_text_that_decides() {
    for (region, chosen, article) in [
        ("330106", Zj, "HZ 2"),
        ("330106", Cn, "HZ 2"),
        ("330106", Nb, "HZ 2"),
        ("330203", Zj, "NB 2"),
        ("330784", Hz, "HZ 2"),
        ("330784", Cn, "ZJ-CC 2"),
        ("310000", Zj, "ZJ-CC 2"),
        ("310000", Nb, "NB 2"),
    ] {
        let refusal = under(chosen, region).unwrap_err();
        assert_eq!(refusal.citation.iter().map(law::Citation::as_str).collect::<Vec<_>>(), [article], "{region}");
    }
}

// Rule of the platform: of a region that nobody knows it says nothing: whoever opens knows better.
#[test]
fn a_region_that_no_table_knows_leaves_the_choice() {
    for profile in Profile::ALL {
        assert!(under(profile, "990101").is_ok(), "{profile:?}");
    }
}

// ZJ-CC 31, 32: a change is negotiated as an agreement is, under the rules that hold there then.
#[test]
fn a_case_that_hangs_on_another_is_under_the_rules_of_its_region_too() {
    for kind in [ChildKind::Amendment, ChildKind::Rescission, ChildKind::Renewal] {
        let parent = acts::parent(kind, (kind != ChildKind::Renewal).then_some(Ground::Agreement));
        let open = |region: &str| OpenCase { region: region.to_owned(), ..acts::opening_under(Zj, parent.clone()) };
        assert!(opens(open("330784")).is_ok(), "{kind:?}");
        assert_eq!(opens(open("330106")).unwrap_err().rule, "RULES-REGION", "{kind:?}");
    }
}
