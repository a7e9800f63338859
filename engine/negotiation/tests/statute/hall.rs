//! Paper ballots in the hall beside an online ballot: a count that can't be is none, and two persons stand for one that can
//! (rules of the platform; ZJ-DM 15(3) asks for a secret ballot of one vote each and leaves the counting open).

use law::rules::Profile::Zj;
use negotiation::command::{Ballots, FactChange, ListCount, OnlineBallot, RecordVote};
use negotiation::{Command, Event};

use crate::acts::{self, ballot, confirm_paper, enter_paper, votes};
use crate::cast::{Story, clerk, given, officer, union_chair};
use crate::who::says;

/// 58 on the roll: 40 took a token and 38 cast it, 8 took paper.
const LIST: ListCount = ListCount { abstain: 2, no: 6, paper: 8, voters: 58, yes: 30 };

/// 60 may vote, two of them aren't on the roll; ten ballots of paper, eight of which came back.
fn whole(story: &Story) -> RecordVote {
    let online =
        OnlineBallot { count: Some(LIST), issued: 40, list: acts::digest("published list"), plain: 1, returned: 38 };
    let counted = ballot(story.text(), "2026-01-17", 60, 50, 36);
    RecordVote { abstain: 2, no: 8, online: Some(online), returned: 46, ..counted }
}

fn listing(vote: RecordVote, count: Option<ListCount>) -> RecordVote {
    let online = vote.online.clone().map(|online| OnlineBallot { count, ..online });
    RecordVote { online, ..vote }
}

fn by_paper(vote: &RecordVote) -> Command {
    enter_paper(votes(vote.clone()), union_chair(), "2026-01-17")
}

fn before_the_vote() -> Story {
    given(Zj).until("congress")
}

// Rule of the platform: ballots of paper beside an online box count once a second person has confirmed the same figures.
#[test]
fn a_hall_counts_once_a_second_person_has_confirmed_the_same_figures() {
    let mut story = before_the_vote();
    let vote = whole(&story);
    says(&story.refuses("2026-01-17 16:00", &clerk(), votes(vote.clone()), "HALL-SECOND"));
    story.does("2026-01-17 16:01", &clerk(), by_paper(&vote));
    assert_eq!(story.stage(), "congress", "an entry alone counts for nothing");
    says(&story.refuses("2026-01-17 16:02", &clerk(), confirm_paper(1), "CONFIRM-SAME-PERSON"));
    let events = story.does("2026-01-17 16:03", &union_chair(), confirm_paper(1));
    assert!(events.iter().any(|event| matches!(event, Event::DraftAdopted(voted) if voted.vote == vote)));
}

// Rule of the platform: where the register gave out paper two persons answer for the count, also where it is nought.
#[test]
fn the_register_that_gave_paper_asks_for_two_though_nobody_counted_any() {
    let mut story = before_the_vote();
    let alone = RecordVote { issued: 40, no: 6, returned: 38, yes: 30, ..whole(&story) };
    says(&story.refuses("2026-01-17 16:00", &clerk(), votes(alone.clone()), "HALL-SECOND"));
    let nobody = listing(alone, Some(ListCount { paper: 0, ..LIST }));
    story.does("2026-01-17 16:01", &clerk(), votes(nobody));
}

// Rule of the platform: one delegate, one ballot: hall and box together are no more than all.
#[test]
fn a_count_that_gives_somebody_two_ballots_is_refused() {
    let mut story = before_the_vote();
    let right = whole(&story);
    for wrong in [
        // Eleven ballots of paper for ten people.
        RecordVote { issued: 51, present: 51, ..right.clone() },
        // Fewer who may vote than are on the roll.
        RecordVote { total: 57, ..right.clone() },
        // Nobody off the roll: two ballots too many.
        RecordVote { total: 58, ..right.clone() },
        // More came back in the hall than were given out there.
        RecordVote { returned: 49, ..right.clone() },
        // Fewer votes than the online box alone has.
        RecordVote { yes: 29, ..right.clone() },
        RecordVote { no: 5, ..right.clone() },
        RecordVote { abstain: 1, ..right.clone() },
    ] {
        says(&story.refuses("2026-01-17 16:00", &clerk(), by_paper(&wrong), "FACT-HALL"));
    }
    story.does("2026-01-17 16:01", &clerk(), by_paper(&right));
}

/// Rule of the platform: the count of the hall is held against roll, paper and list.
#[test]
fn each_part_of_a_count_is_looked_at() {
    let mut story = before_the_vote();
    let right = whole(&story);
    // Fewer who may vote than are on the roll, though paper enough was given out.
    let fewer = RecordVote { issued: 48, present: 50, total: 57, ..right.clone() };
    says(&story.refuses("2026-01-17 16:00", &clerk(), by_paper(&fewer), "FACT-HALL"));
    // Two of the list's ballots are void: ten votes by hand on eight ballots.
    let more = listing(right.clone(), Some(ListCount { yes: 28, ..LIST }));
    says(&story.refuses("2026-01-17 16:00", &clerk(), by_paper(&more), "FACT-HALL"));
    // Paper for the two who aren't on the roll, which nobody gave back: it was given out all the same.
    let unused = RecordVote { issued: 42, no: 6, returned: 38, yes: 30, ..right };
    let unused = listing(unused, Some(ListCount { paper: 0, ..LIST }));
    says(&story.refuses("2026-01-17 16:00", &clerk(), votes(unused), "HALL-SECOND"));
}

/// Rule of the platform: everybody may be on the roll; a corrected count has no fewer ballots than the box alone.
#[test]
fn a_count_holds_the_whole_list_and_no_less() {
    // Two of the box's ballots are void.
    let list = ListCount { no: 0, paper: 10, voters: 60, yes: 34, ..LIST };
    let mut story = before_the_vote();
    let vote = listing(RecordVote { no: 4, yes: 38, ..whole(&story) }, Some(list));
    story.does("2026-01-17 16:00", &clerk(), by_paper(&vote));
    story.does("2026-01-17 16:01", &union_chair(), confirm_paper(1));
    let RecordVote { abstain, issued, no, present, returned, total, yes, .. } = vote;
    let old = Ballots { abstain, issued, no, present, returned, total, yes };
    let box_alone = Ballots { issued: 40, no: 0, returned: 38, yes: 34, ..old };
    let count = |new| acts::propose_correction(FactChange::VoteCount { new, old });
    for wrong in [Ballots { issued: 39, ..box_alone }, Ballots { returned: 37, ..box_alone }] {
        says(&story.refuses("2026-01-18 09:00", &officer(), count(wrong), "FACT-HALL"));
    }
    story.does("2026-01-18 09:01", &officer(), count(box_alone));
}

/// Rule of the platform: what was recorded before lists told their figures stays what it was.
#[test]
fn a_record_from_before_is_decided_as_it_was() {
    let mut story = before_the_vote();
    let vote = listing(RecordVote { yes: 38, no: 6, ..whole(&story) }, None);
    let events = story.does("2026-01-17 16:00", &clerk(), votes(vote));
    assert!(events.iter().any(|event| matches!(event, Event::DraftAdopted(_))));
}

// Rule of the platform: a corrected count is one that can be.
#[test]
fn a_correction_makes_no_count_that_cannot_be() {
    let mut story = before_the_vote();
    let vote = whole(&story);
    story.does("2026-01-17 16:00", &clerk(), by_paper(&vote));
    story.does("2026-01-17 16:01", &union_chair(), confirm_paper(1));
    let RecordVote { abstain, issued, no, present, returned, total, yes, .. } = vote;
    let old = Ballots { abstain, issued, no, present, returned, total, yes };
    let count = |new| acts::propose_correction(FactChange::VoteCount { new, old });
    let wrong = count(Ballots { total: 58, ..old });
    says(&story.refuses("2026-01-18 09:00", &officer(), wrong, "FACT-HALL"));
    story.does("2026-01-18 09:01", &officer(), count(Ballots { no: 7, ..old }));
}
