//! Who is elected representative by a ballot: majority, quorum, and of whom the text asks it.

use law::rules::Profile::{Cn, Hz, Nb, Zj};
use law::rules::{Half, Profile};
use negotiation::checks::election::{Chosen, Count, Needed, Void};

use crate::cast::BOOK;

fn asked(profile: Profile, guided: bool, all_staff: bool) -> Needed {
    Needed::of_representatives(BOOK.current_rules(profile).unwrap().1, guided, all_staff)
}

/// Of a rule that asks for more than half and for nobody's presence.
fn told(votes: &[u32], seats: u32, total: u32) -> (Vec<usize>, Vec<usize>, u32) {
    let strict = Needed { half: Some(Half::Strict), ..Needed::default() };
    let chosen = strict.chosen(&Count { present: 0, seats, total, votes });
    assert_eq!((&chosen.carried, chosen.void), (&chosen.elected, None));
    (chosen.elected, chosen.tied, chosen.vacant)
}

// ZJ-CC 10(2): more than half of all, the most votes first; the texts say nothing of a tie, so nobody of those who share the
// votes for the last seat is elected.
#[test]
fn the_most_votes_are_elected_and_a_tie_for_the_last_seat_elects_nobody() {
    assert_eq!(told(&[40, 31, 30], 2, 60), (vec![0, 1], vec![], 0));
    assert_eq!(told(&[31, 40, 35], 2, 60), (vec![1, 2], vec![], 0), "carried, yet two had more");
    assert_eq!(told(&[40, 30], 2, 60), (vec![0], vec![], 1), "half isn't more than half");
    assert_eq!(told(&[40, 35, 35], 2, 60), (vec![0], vec![1, 2], 1));
    assert_eq!(told(&[35, 35, 35, 40], 3, 60), (vec![3], vec![0, 1, 2], 2));
    assert_eq!(told(&[35, 35], 2, 60), (vec![0, 1], vec![], 0), "there is a seat for both");
    assert_eq!(told(&[], 1, 1), (vec![], vec![], 1));
}

// CC22 20 with CIV 1259: without a union half of all workers is enough. Of delegates the rules say nothing; nobody is elected
// without a vote.
#[test]
fn half_is_enough_where_the_text_says_so_and_one_vote_where_it_says_nothing() {
    let count = |votes, total| Count { present: total, seats: 1, total, votes };
    let chosen = asked(Cn, true, true).chosen(&count(&[30, 30], 60));
    assert_eq!((chosen.tied, chosen.vacant), (vec![0, 1], 1), "half each where half is enough");
    assert_eq!(asked(Cn, true, true).chosen(&count(&[29, 30], 60)).elected, [1]);
    assert_eq!(Needed::of_delegates().chosen(&count(&[0, 1], 60)).elected, [1]);
    assert_eq!(Needed::of_delegates().chosen(&count(&[0, 0], 60)), Chosen { vacant: 1, ..Chosen::default() });
}

// ZJ-CC 10(2), ZJ-DM 15(3): more than half of all delegates or workers. CC22 20: without a union half of all workers. NB 9: of
// all workers, and only of them.
#[test]
fn what_elects_is_asked_of_the_profile() {
    let zj = asked(Zj, false, false);
    assert_eq!((zj.half, zj.of_all_workers, zj.citation.len()), (Some(Half::Strict), false, 3));
    let cn = asked(Cn, true, true);
    assert_eq!((cn.half, cn.of_all_workers, cn.quorum), (Some(Half::Inclusive), false, None));
    assert!(asked(Nb, true, false).of_all_workers && !asked(Nb, true, true).of_all_workers);
    for (profile, present) in [(Cn, None), (Zj, Some(40)), (Hz, Some(40)), (Nb, Some(40))] {
        assert_eq!(asked(profile, false, false).fewest_present(60), present);
        assert_eq!(asked(profile, false, true).fewest_present(60), present, "of all workers at their meeting");
        assert_eq!(asked(profile, true, true).fewest_present(60), None, "approved by all workers, at no meeting");
    }
    assert_eq!(Needed::of_delegates().fewest_present(60), None);
}

// ZJ-DM 15(3): two thirds of all, the number included; one less, and nobody is elected with however many votes.
#[test]
fn exactly_two_thirds_elect_and_one_less_elects_nobody() {
    for profile in [Zj, Hz, Nb] {
        for total in [3_u32, 5, 6, 7, 54, 60, 61, 62] {
            let (needed, fewest) = (asked(profile, false, false), total.div_ceil(3) * 2);
            let fewest = (0..=fewest).find(|present| present * 3 >= total * 2).unwrap();
            let votes = [needed.fewest_votes(total)];
            assert!(votes[0] <= fewest, "who is there can give so many");
            let chosen = |present| needed.chosen(&Count { present, seats: 1, total, votes: &votes });
            let there = chosen(fewest);
            assert_eq!((there.elected.as_slice(), there.vacant, there.void), ([0].as_slice(), 0, None), "of {total}");
            let short = chosen(fewest - 1);
            assert_eq!((short.elected.len(), short.vacant, short.void), (0, 1, Some(Void::Quorum)), "of {total}");
            assert_eq!(short.carried, [0], "the votes alone would have been enough");
        }
    }
    let cn = asked(Cn, false, false).chosen(&Count { present: 4, seats: 1, total: 6, votes: &[4] });
    assert_eq!(cn.void, None, "the national text names no number");
}

// NB 9: more than half of all workers, so delegates alone elect nobody.
#[test]
fn delegates_do_not_elect_where_all_workers_are_asked() {
    let count = |present| Count { present, seats: 1, total: 6, votes: &[4] };
    let delegates = asked(Nb, true, false);
    assert_eq!(delegates.chosen(&count(6)).void, Some(Void::Workers));
    assert_eq!(delegates.chosen(&count(3)).void, Some(Void::Both));
    assert_eq!(delegates.chosen(&count(6)).elected, Vec::<usize>::new());
    assert_eq!(asked(Nb, true, true).chosen(&count(4)).elected, [0]);
}
