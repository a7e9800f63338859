//! Unions of enterprises that ask the union of their sector or region to make an offer: NB 27.

use law::rules::Profile::{self, Cn, Hz, Nb, Zj};
use negotiation::Event;
use negotiation::command::{FactChange, OpenCase, Scope, UnionProposal};

use crate::acts;
use crate::cast::{BOOK, Story, moment, union_chair};
use crate::corrections_aside::{corrects, refused};
use crate::edges::finding;
use crate::sector::{notes, sector};
use crate::who::{complete, says};

fn asked(profile: Profile, scope: Scope, unions: u32, of: u32) -> OpenCase {
    OpenCase { proposed: Some(UnionProposal { of, unions }), ..acts::wide_opening(profile, scope) }
}

fn opens(open: OpenCase) -> Vec<Event> {
    Story::unopened(&BOOK).does("2026-01-05 08:00", &union_chair(), acts::opened(open))
}

// NB 27: a fifth of the unions is enough, one less isn't; the other texts leave the offer free.
#[test]
fn a_fifth_of_the_unions_calls_for_an_offer_in_ningbo() {
    for scope in [Scope::Sector, Scope::Region] {
        for (unions, of, called) in
            [(2, 10, true), (1, 5, true), (3, 14, true), (2, 11, false), (1, 6, false), (9, 9, true)]
        {
            for profile in [Cn, Zj, Hz, Nb] {
                let events = opens(asked(profile, scope, unions, of));
                assert_eq!(notes(&events, "CHK-UNIONS-ASK"), called && profile == Nb, "{profile:?} {unions} of {of}");
            }
        }
    }
    let events = opens(asked(Nb, Scope::Sector, 2, 10));
    let finding = finding(&events, "CHK-UNIONS-ASK");
    complete([finding.found(), finding.required(), finding.remedy()]);
    assert_eq!(finding.citation.iter().map(law::Citation::as_str).collect::<Vec<_>>(), ["NB 27"]);
}

// NB 27: some ask, and no more than there are; an enterprise has one union.
#[test]
fn no_more_unions_ask_than_there_are() {
    let refuses = |open: OpenCase, rule: &str| {
        let refusal = Story::unopened(&BOOK).attempt(moment("2026-01-05 08:00"), &union_chair(), acts::opened(open));
        let refusal = refusal.unwrap_err();
        assert_eq!(refusal.rule, rule);
        says(&refusal);
    };
    for (unions, of) in [(0, 5), (6, 5), (0, 0)] {
        refuses(asked(Nb, Scope::Sector, unions, of), "FACT-UNIONS");
    }
    refuses(OpenCase { proposed: Some(UnionProposal { of: 5, unions: 1 }), ..acts::opening(Nb) }, "FACT-COVERAGE");
}

// NB 27: a count that was recorded wrongly is corrected, and calls for the offer where the right one does.
#[test]
fn a_corrected_count_calls_for_the_offer() {
    let counted = |unions, of| UnionProposal { of, unions };
    let mut story = crate::cast::given_with(&BOOK, acts::opened(asked(Nb, Scope::Sector, 1, 6)));
    let change = |new, old| FactChange::UnionsAsked { new, old };
    let events = corrects(&mut story, "2026-01-06 09:00", change(counted(2, 6), counted(1, 6)));
    assert!(notes(&events, "CHK-UNIONS-ASK"));
    assert_eq!(story.case().header().proposed, Some(counted(2, 6)));
    let events = corrects(&mut story, "2026-01-06 10:00", change(counted(3, 6), counted(2, 6)));
    assert!(!notes(&events, "CHK-UNIONS-ASK"), "told once");
    refused(&mut story, "2026-01-06 11:00", change(counted(2, 6), counted(1, 6)), "FACT-STALE");
    refused(&mut story, "2026-01-06 11:00", change(counted(7, 6), counted(3, 6)), "FACT-UNIONS");
    let unasked = change(counted(1, 5), counted(1, 6));
    refused(&mut sector(Nb), "2026-01-06 09:00", unasked, "STAGE-propose_correction");
}
