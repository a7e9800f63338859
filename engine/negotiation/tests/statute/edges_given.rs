//! Edges of offers, letters, slips and words: the instant of receipt, who is asked, what is owed no more, what is said.

use law::rules::Profile::{Cn, Zj};
use negotiation::checks::{Finding, Outcome};
use negotiation::command::{Grievance, OrderDecision, ProposalTrigger};
use negotiation::state::DutyStatus;
use negotiation::{Actor, Capacity, Event, Facts, Side, decide};

use crate::acts::{self, confirm_paper, enter_paper, propose_slip};
use crate::cast::{
    BOOK, Story, agent, clock, given, higher_union, legal_rep, moment, officer, recorder, union_chair, union_officer,
    worker_chief,
};
use crate::edges::finding;
use crate::letters::notes;
use crate::who::says;
use crate::wording::terms;

/// An offer received on 3 March, owed an answer by 17 March, which hasn't come; an opinion of 19 March says so.
fn opined() -> Story {
    let mut story = given(Zj);
    story.does("2026-03-02 09:00", &union_chair(), acts::issue_offer_for("2026-12-01"));
    story.does("2026-03-03 10:00", &agent(), acts::record_delivery("2026-03-03"));
    story.does("2026-03-19 09:00", &union_officer(), acts::opine(Grievance::NoReply));
    story
}

// CIV 137: what is received on the day on which it was sent was received once it was sent.
#[test]
fn nothing_is_received_before_it_is_sent() {
    let mut story = given(Zj);
    story.does("2026-01-05 09:00", &union_chair(), acts::issue_offer());
    let events = story.does("2026-01-05 11:00", &agent(), acts::record_delivery("2026-01-05"));
    let delivered = |event: &Event| if let Event::OfferDelivered(e) = event { Some(e.at) } else { None };
    assert_eq!(events.iter().find_map(delivered), Some(moment("2026-01-05 09:00")));
    let events = opined().does("2026-03-19 11:00", &agent(), acts::letter_receipt(1, "2026-03-19", false));
    let received = |event: &Event| if let Event::LetterReceived(e) = event { Some(e.at) } else { None };
    assert_eq!(events.iter().find_map(received), Some(moment("2026-03-19 09:00")));
}

// CIV 137: an offer on paper isn't in the inbox of whoever reads one; it is received when it is handed over.
#[test]
fn an_offer_on_paper_is_received_by_hand() {
    let mut story = given(Zj).with_inbox();
    let at = "2026-01-05 10:00";
    story.does(at, &union_officer(), enter_paper(acts::issue_offer(), union_chair(), "2026-01-05"));
    story.does(at, &union_chair(), confirm_paper(1));
    assert_eq!(story.stage(), "offered");
}

// ZJ-TULS 22–23: an answer that is given is owed no more, whenever receipt is told and whatever the bureau finds.
#[test]
fn an_answer_that_was_given_is_neither_owed_nor_taken_back() {
    let mut first = opined();
    first.does("2026-03-20 09:00", &legal_rep(), acts::answer_opinion(1, false));
    first.does("2026-03-23 09:00", &agent(), acts::letter_receipt(1, "2026-03-20", false));
    assert!(first.case().duty("opinion_answer-1").is_none(), "answered before the receipt was told");
    let mut story = opined();
    story.does("2026-03-19 11:00", &agent(), acts::letter_receipt(1, "2026-03-19", false));
    story.does("2026-03-20 09:00", &legal_rep(), acts::answer_opinion(1, false));
    let no_ground = acts::order(Grievance::NoReply, OrderDecision::NoGround, None);
    story.does("2026-03-23 09:00", &officer(), no_ground);
    assert!(matches!(story.duty("opinion_answer-1").status, DutyStatus::Met { late: false, .. }));
}

// ZJ-TULS 23, ZJ-CC 42: a proposal rests on no letter for which the bureau found no ground.
#[test]
fn a_closed_letter_bears_no_proposal() {
    let mut story = opined();
    story.does("2026-03-20 09:00", &higher_union(), acts::letter_receipt(1, "2026-03-20", true));
    let propose = || acts::propose(1, ProposalTrigger::ReceiptRefused);
    assert!(!notes(&story.clone().does("2026-03-20 10:00", &higher_union(), propose()), "CHK-PROPOSAL"));
    let no_ground = acts::order(Grievance::NoReply, OrderDecision::NoGround, None);
    story.does("2026-03-23 09:00", &officer(), no_ground);
    assert!(notes(&story.does("2026-03-23 10:00", &higher_union(), propose()), "CHK-PROPOSAL"));
}

// ZJ-CC 41, ZJ-DM 33: the letter of rectification is Zhejiang's; under the national rules no article stands behind it.
#[test]
fn a_rectification_is_held_against_the_articles_of_its_place() {
    for (profile, articles) in [(Cn, 0), (Zj, 2)] {
        let mut story = given(profile).until("refused");
        let rectify = acts::rectify(Grievance::Refusal, "2026-12-30");
        let events = story.does("2026-03-02 09:00", &higher_union(), rectify);
        assert_eq!(finding(&events, "CHK-RECTIFICATION").citation.len(), articles, "{profile:?}");
    }
}

// WN9 13: who gives the talks up leaves on record what was done in time.
#[test]
fn giving_up_takes_nothing_back_that_was_done() {
    let mut story = given(Zj).until("preparing");
    for who in [union_chair(), legal_rep()] {
        story.does("2026-01-06 14:00", &who, acts::withdraw());
    }
    assert_eq!(story.stage(), "closed");
    assert!(matches!(story.duty("reply-1").status, DutyStatus::Met { .. }));
}

// ZJ-CC 10, CC22 19: a stranger who says to be the chief is told that the list has another one.
#[test]
fn a_stranger_is_no_chief_though_there_is_one() {
    let mut story = given(Zj).until("negotiating");
    let stranger = Actor { capacity: Capacity::EmployerChief, id: "e9".to_owned(), side: Side::Employer };
    let proposal = acts::propose_suspension("2026-02-10");
    let refusal = story.refuses("2026-01-14 10:00", &stranger, proposal, "WHO-propose_suspension");
    assert_eq!(refusal.found().key, "neg-who-list-found");
}

// ZJ-CC 24, CC22 36: a mended text is still a text, with every clause of the one that was voted.
#[test]
fn a_slip_leaves_a_whole_text() {
    let mut story = given(Zj).until("adopted");
    let at = "2026-01-18 09:00";
    let mut untitled = terms();
    untitled.title = " ".to_owned();
    says(&story.refuses(at, &worker_chief(), propose_slip(untitled), "TERMS-FORM"));
    let mut shorter = terms();
    shorter.clauses.pop();
    says(&story.refuses(at, &worker_chief(), propose_slip(shorter), "TEXT-CHANGED"));
}

// Rule of the platform: ten thousand characters are a long text, one more is too long; a refusal repeats nothing odd.
#[test]
fn texts_are_looked_at_in_acts_and_in_refusals() {
    let mut story = given(Zj).until("awaiting_reply");
    let reason = |length| acts::refuse_offer(&"长".repeat(length));
    says(&story.refuses("2026-01-06 09:00", &legal_rep(), reason(10_001), "TEXT-LENGTH"));
    story.does("2026-01-06 09:00", &legal_rep(), reason(10_000));
    let mut story = given(Zj).until("negotiating");
    let odd = acts::accept("rise\u{202E}", Side::Employer);
    says(&story.refuses("2026-01-14 10:00", &recorder(), odd, "TEXT-CHARACTER"));
}

/// Rule of the platform: a case is decided under its own rules, and the clock strikes what is due.
#[test]
fn other_rules_and_other_duties_decide_nothing() {
    let (_, data) = BOOK.current_data().unwrap();
    let (_, national) = BOOK.current_rules(Cn).unwrap();
    let now = moment("2026-01-05 08:00");
    let opening = acts::open_case(Zj);
    let refusal = decide(national, data, None, &Facts::default(), now, &union_chair(), &opening).unwrap_err();
    assert_eq!(refusal.rule, "RULES-PROFILE");
    let story = given(Zj).until("awaiting_reply");
    let (_, rules) = BOOK.current_rules(Zj).unwrap();
    let later = moment("2026-03-02 08:00");
    let strikes = |duty: &str| {
        let strike = acts::strike_clock(duty);
        decide(rules, data, Some(story.case()), &Facts::default(), later, &clock(), &strike)
    };
    assert_eq!(strikes("disclose-agenda-worker").unwrap_err().rule, "STAGE-strike_clock");
    assert!(matches!(&strikes("reply-1").unwrap()[..], [Event::BreachRecorded(e)] if e.duty == "reply-1"));
}

// Rule of the platform: whoever asks under the rules of one place is told the articles that are law there.
#[test]
fn a_finding_names_the_articles_of_the_place_where_it_has_any() {
    let articles = |cited: &[&str]| {
        let finding = Finding::new("CHK-TERM", Outcome::Amber, cited).cited_under(Cn);
        finding.citation.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(articles(&["ZJ-CC 30(1)", "CC22 38"]), ["CC22 38"]);
    assert_eq!(articles(&["ZJ-CC 30(1)"]), ["ZJ-CC 30(1)"]);
}
