//! What a case in force is told of those that hang on it, and what an opening may say of it (rows 1, 34, 35).

use law::rules::Profile::{Cn, Hz, Nb, Zj};
use ledger::Digest;
use negotiation::command::ChildKind::{Amendment, Renewal, Rescission};
use negotiation::command::{ChangeCommand, Ground, NoteChildEnded, OfferBasis};
use negotiation::state::{CloseReason, Closed, Stage};
use negotiation::terms::Term;
use negotiation::{CaseState, Negotiation, family};
use uuid::Uuid;

use crate::acts;
use crate::cast::{BOOK, Story, day, given, given_with, moment, system};
use crate::child::rescinding;

const CHILD: Uuid = Uuid::from_u128(0x0198_0000_0000_7000_8000_0000_0000_0042);

/// An agreement in force.
fn in_force() -> Story {
    given(Zj).until("effective")
}

/// Tells the case in force everything that it doesn't know; gives what that was.
fn told(parent: &mut Story, at: &str, child: &Negotiation) -> Vec<&'static str> {
    let news = family::news(parent.case(), CHILD, child);
    let names = news.iter().map(ChangeCommand::name).collect();
    for note in news {
        parent.does(at, &system(), negotiation::Command::Change(note));
    }
    names
}

fn changing() -> Negotiation {
    given_with(&BOOK, acts::open_under(Zj, acts::parent(Amendment, Some(Ground::Agreement))))
        .until("effective")
        .case()
        .clone()
}

// ZJ-CC 33: opened, in force, not in force after all, in force again from another day; each is told once.
#[test]
fn a_case_is_told_what_it_does_not_know_and_nothing_twice() {
    let (mut parent, whole) = (in_force(), changing());
    let begun = Negotiation { stage: Stage::Idle, ..whole.clone() };
    assert_eq!(told(&mut parent, "2026-02-02 09:00", &begun), ["note_child_opened"]);
    assert_eq!(told(&mut parent, "2026-02-02 09:00", &begun), [""; 0]);
    assert_eq!(told(&mut parent, "2026-02-02 10:00", &whole), ["note_child_ended"]);
    assert_eq!(parent.stage(), "ended");
    assert_eq!(told(&mut parent, "2026-02-02 10:00", &whole), [""; 0]);
    assert_eq!(told(&mut parent, "2026-02-02 11:00", &begun), ["note_child_opened"], "it goes on");
    assert_eq!(parent.stage(), "effective");
    let mut later = whole.clone();
    if let Stage::Effective(effective) = &mut later.stage {
        effective.effect.on = day("2026-02-01");
    }
    assert_eq!(told(&mut parent, "2026-02-02 12:00", &later), ["note_child_ended"]);
    assert_eq!(told(&mut parent, "2026-02-02 13:00", &whole), ["note_child_ended"], "the right day");
    assert_eq!(told(&mut parent, "2026-02-02 13:00", &whole), [""; 0]);
}

// Rows 34, 35; rule of the platform: one that comes to nothing is told once; a case that was never noted is told whole.
#[test]
fn a_failure_is_told_once_and_everything_at_once_where_nothing_was() {
    let closed = Stage::Closed(Closed { at: moment("2026-02-02 09:00"), reason: CloseReason::GivenUp });
    let failed = Negotiation { stage: closed, ..changing() };
    let mut parent = in_force();
    assert_eq!(told(&mut parent, "2026-02-02 09:00", &failed), ["note_child_opened", "note_child_ended"]);
    assert_eq!((parent.stage(), parent.case().children[0].on), ("effective", None));
    assert_eq!(told(&mut parent, "2026-02-02 10:00", &failed), [""; 0]);
    assert_eq!(told(&mut parent, "2026-02-02 10:00", &changing()), [""; 0], "over for good");

    let rescinded = rescinding(Zj).until("rescinded").case().clone();
    let end = family::end(CHILD, &rescinded.stage).unwrap();
    assert_eq!((end.terms, end.succeeded), (None, true));
    assert_eq!(told(&mut in_force(), "2026-02-02 09:00", &rescinded), ["note_child_opened", "note_child_ended"]);
}

// Rule of the platform: whoever tells it again gives the same act: it follows from the record of the case that is told of.
#[test]
fn the_acts_of_tidings_follow_from_the_records() {
    let parent = in_force();
    let story = given_with(&BOOK, acts::open_under(Zj, acts::parent(Renewal, None))).until("effective");
    let child: &CaseState = &story.state;
    let told = family::tidings(parent.case(), child);
    assert_eq!(told, family::tidings(parent.case(), child));
    assert_eq!(told.len(), 2);
    let ids: Vec<Uuid> = told.iter().map(|tiding| tiding.act).collect();
    assert!(ids[0] != ids[1] && ids.iter().all(|id| id.get_version_num() == 7), "{ids:?}");
    let ChangeCommand::NoteChildEnded(NoteChildEnded { on, .. }) = &told[1].note else { panic!("{told:?}") };
    assert_eq!(*on, story.case().stage.effective().map(|stage| stage.effect.on));
    assert!(family::tidings(parent.case(), &CaseState::empty(CHILD)).is_empty());
    assert!(family::tidings(parent.case(), &in_force().state).is_empty(), "it hangs on none");
}

// ZJ-CC 30, 33: a renewal as long again, a change until the last day that stands.
#[test]
fn the_next_term_begins_after_the_last_day_and_a_change_keeps_it() {
    for profile in [Cn, Zj, Hz, Nb] {
        let story = given(profile).until("effective");
        let effective = story.case().stage.effective().unwrap();
        let (from, to) = (effective.effect.term_from, effective.effect.term_to);
        let Term::Dates { from: next, to: last } = family::term(effective, Renewal) else { panic!("no days") };
        assert_eq!(next, to.tomorrow().unwrap());
        assert_eq!(
            (last.year() - to.year(), last.month(), last.day()),
            (to.year() - from.year(), to.month(), to.day())
        );
        assert_eq!(family::term(effective, Amendment), Term::Dates { from, to });
        assert_eq!(family::term(effective, Rescission), effective.filing.signed.text.terms.term);
    }
}

// ZJ-CC 20, 30, 31: the offer is about what the case is for.
#[test]
fn an_offer_rests_on_what_the_case_is_for() {
    use OfferBasis::{Annual, GuidelineRaised, Hardship, OtherTrigger, PricesRisen};
    for basis in [GuidelineRaised, PricesRisen, OtherTrigger, Hardship] {
        assert!(basis.fits(None) && basis.fits(Some(Amendment)) && !basis.fits(Some(Renewal)));
    }
    assert!(Annual.fits(None) && Annual.fits(Some(Renewal)) && !Annual.fits(Some(Rescission)));
    assert!(!OfferBasis::Amendment.fits(None) && OfferBasis::Amendment.fits(Some(Amendment)));
    assert!(!OfferBasis::Rescission.fits(None) && OfferBasis::Rescission.fits(Some(Rescission)));
    assert!(OfferBasis::Renewal.fits(None) && OfferBasis::Renewal.fits(Some(Renewal)));
}

// Rows 1, 34; rule of the platform: what the opening says is compared with what stands; nothing is said of what isn't the
// employer's.
#[test]
fn an_opening_is_held_against_what_the_case_says() {
    let story = in_force();
    let (n, head) = (story.case(), Digest::sha256(b"a record"));
    let mut open = n.header().clone();
    open.parent = family::named(n, CHILD, head, Renewal).map(Box::new);
    assert_eq!(family::admit(Some(n), &[head], &open), Ok(()));
    assert_eq!(family::admit(Some(n), &[], &open).unwrap_err().rule, "FACT-PARENT", "no record of that hash");
    assert_eq!(family::admit(None, &[], &open).unwrap_err().rule, "FACT-PARENT");
    open.parent = None;
    assert_eq!(family::admit(None, &[], &open), Ok(()), "it hangs on none");
    let early = given(Zj);
    assert!(family::named(early.case(), CHILD, head, Renewal).is_none());
    assert_eq!(family::takes(early.case(), Renewal).unwrap_err().rule, "FACT-PARENT");
}
