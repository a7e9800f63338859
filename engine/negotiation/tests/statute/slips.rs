//! Slips in an adopted text: both chiefs, notice to the congress, old and new digest linked (ZJ-CC 24, CC22 36).

use law::rules::Profile::{Cn, Hz, Nb, Zj};
use negotiation::Event;
use negotiation::command::{Command, CorrectionCommand, ProposeSlip};
use negotiation::state::TextLink;

use crate::acts::{self, confirm_slip, propose_slip};
use crate::cast::{agent, employer_chief, given, recorder, union_chair, union_officer, worker_chief, worker_rep};
use crate::who::says;
use crate::wording::{mended, terms, with_figure, without};

const AT: &str = "2026-01-21 10:00";

// Rule of the platform: a slip is mended by both chiefs; both digests are on record and nothing begins anew.
#[test]
fn both_chiefs_mend_a_slip_and_the_old_text_is_linked_to_the_new() {
    let (old, new) = (terms().digest().unwrap(), mended().digest().unwrap());
    for profile in [Cn, Zj, Hz, Nb] {
        for stage in ["adopted", "signed", "filed", "under_review", "effective"] {
            let mut story = given(profile).until(stage);
            let duties = story.case().duties().clone();
            story.does(AT, &worker_chief(), propose_slip(mended()));
            assert_eq!(story.text(), old, "a proposal alone changes nothing");
            let events = story.does("2026-01-21 11:00", &employer_chief(), confirm_slip(1, new));
            assert!(matches!(&events[..], [Event::SlipMended(e)] if e.old == old && e.new == new));
            assert_eq!((story.stage(), story.text()), (stage, new));
            assert_eq!(story.case().text_links, [TextLink { new, old }]);
            assert_eq!(*story.case().duties(), duties, "no vote, no filing, no review begins anew");
        }
    }
}

// ZJ-CC 24, 34–35: voted = signed = filed = published: the mended text goes on where the old one stood.
#[test]
fn the_mended_text_is_signed_filed_and_published() {
    let (old, new) = (terms().digest().unwrap(), mended().digest().unwrap());
    let mut story = given(Zj).until("adopted");
    story.does("2026-01-18 09:00", &worker_chief(), acts::sign(old));
    story.does("2026-01-18 09:30", &employer_chief(), propose_slip(mended()));
    story.does("2026-01-18 09:40", &worker_chief(), confirm_slip(1, new));
    says(&story.refuses("2026-01-18 10:00", &employer_chief(), acts::sign(old), "TEXT-CHANGED"));
    story.does("2026-01-18 10:00", &employer_chief(), acts::sign(new));
    assert_eq!(story.stage(), "signed", "the signature under the slip stands");
    let mut story = story.until("effective");
    says(&story.refuses("2026-01-22 09:00", &agent(), acts::publish(old), "TEXT-CHANGED"));
    story.does("2026-01-22 09:00", &agent(), acts::publish(new));
}

// ZJ-CC 24, 33, CC22 36, 41: substance needs a new vote.
#[test]
fn substance_is_not_a_slip() {
    let mut story = given(Zj).until("effective");
    let mut shorter = terms();
    shorter.term = negotiation::terms::Term::Months { months: 24 };
    let mut wider = terms();
    wider.coverage = "全体职工和被派遣劳动者".to_owned();
    let cut = without(negotiation::terms::WageItem::LeavePay);
    for changed in [with_figure("rise", 600), shorter, wider, cut] {
        let refusal = story.refuses(AT, &worker_chief(), propose_slip(changed), "TEXT-CHANGED");
        assert_eq!(refusal.remedy().key, "neg-text-slip-remedy");
        says(&refusal);
    }
    says(&story.refuses(AT, &worker_chief(), propose_slip(terms()), "FACT-SLIP"));
}

// Rule of the platform: a slip is mended by the two who sign (CC22 37), one after the other.
#[test]
fn a_slip_is_proposed_by_one_chief_and_confirmed_by_the_other() {
    let new = mended().digest().unwrap();
    let mut story = given(Zj).until("signed");
    for who in [union_chair(), union_officer(), worker_rep(), agent(), recorder()] {
        says(&story.refuses(AT, &who, propose_slip(mended()), "WHO-propose_slip"));
        says(&story.refuses(AT, &who, confirm_slip(1, new), "WHO-confirm_slip"));
    }
    says(&story.refuses(AT, &employer_chief(), confirm_slip(1, new), "FACT-SLIP"));
    story.does(AT, &worker_chief(), propose_slip(mended()));
    says(&story.refuses(AT, &worker_chief(), confirm_slip(1, new), "WHO-confirm_slip"));
    let other = terms().digest().unwrap();
    says(&story.refuses(AT, &employer_chief(), confirm_slip(1, other), "TEXT-CHANGED"));
    story.does(AT, &employer_chief(), confirm_slip(1, new));
    says(&story.refuses(AT, &employer_chief(), confirm_slip(1, new), "FACT-SLIP"));
}

// Rule of the platform: a slip is of the text for which it was proposed, not of one mended since.
#[test]
fn a_slip_mends_the_text_that_it_was_proposed_for() {
    let (first, second) = (mended(), crate::wording::with_words("end", "按双方商定的终止办法执行。"));
    let mut story = given(Zj).until("signed");
    story.does(AT, &worker_chief(), propose_slip(first.clone()));
    story.does(AT, &worker_chief(), propose_slip(second.clone()));
    story.does(AT, &employer_chief(), confirm_slip(1, first.digest().unwrap()));
    let stale = confirm_slip(2, second.digest().unwrap());
    says(&story.refuses(AT, &employer_chief(), stale, "TEXT-CHANGED"));
}

// Rule of the platform: a slip has a reason, the congress is told, and a text that was adopted (ZJ-CC 24).
#[test]
fn a_slip_needs_a_reason_and_a_notice_and_an_adopted_text() {
    let mut story = given(Zj).until("signed");
    let slip = |reason: &str, notice| {
        let terms = Box::new(mended());
        Command::Correction(CorrectionCommand::ProposeSlip(ProposeSlip { notice, reason: reason.to_owned(), terms }))
    };
    says(&story.refuses(AT, &worker_chief(), slip(" ", acts::digest("notice")), "FACT-EMPTY"));
    says(&story.refuses(AT, &worker_chief(), slip("漏字", ledger::Digest::ZERO), "FACT-EMPTY"));
    for stage in ["negotiating", "drafted", "congress", "renegotiating", "objected"] {
        says(&given(Zj).until(stage).refuses(AT, &worker_chief(), propose_slip(mended()), "STAGE-propose_slip"));
    }
}

// Rule of the platform: both chiefs may mend a slip on paper.
#[test]
fn a_slip_may_be_mended_on_paper() {
    let new = mended().digest().unwrap();
    let mut story = given(Zj).until("signed");
    let paper = |act, who| acts::enter_paper(act, who, "2026-01-20");
    story.does(AT, &worker_chief(), paper(propose_slip(mended()), worker_chief()));
    story.does(AT, &union_officer(), acts::confirm_paper(1));
    story.does(AT, &employer_chief(), paper(confirm_slip(1, new), employer_chief()));
    story.does(AT, &agent(), acts::confirm_paper(2));
    assert_eq!(story.text(), new);
}
