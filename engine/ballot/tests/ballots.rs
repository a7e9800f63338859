//! Whole ballots, and everything that somebody could do to them.
#![expect(clippy::unwrap_used, reason = "a test that can't go on fails")]

use ballot::{
    Asked, BallotBox, Bundle, Counts, Definition, DefinitionError, Entry, Key, Mark, Meeting, Office, Put, Question,
    Register, Round, Set, Tally, Token, Tracker, Vote, check, plain_token, read,
};
use ledger::Digest;
use messages::Catalogue;
use uuid::Uuid;

const ID: Uuid = Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0001);

fn key(seed: u8) -> Key {
    Key::derive([seed; 32], ID).unwrap()
}

fn definition(question: Question, voters: u32) -> Definition {
    Definition {
        ballot: ID,
        case: Uuid::from_u128(1),
        closes_at: "2026-03-16T16:00:00.000+08:00".parse().unwrap(),
        key: key(1).public(),
        meeting: None,
        objection_days: None,
        opened_at: "2026-03-16T14:00:00.000+08:00".parse().unwrap(),
        question,
        reveals: true,
        roll: None,
        roll_digest: None,
        round: None,
        voters,
    }
}

fn draft() -> Question {
    Question::Draft { terms: Digest::sha256(b"terms") }
}

fn token(n: u8) -> Token {
    Token(*Digest::sha256(&[n]).as_bytes())
}

/// A device takes a token from the server and hands its ballot in.
fn cast(key: &Key, n: u8, vote: Vote) -> Entry {
    let (asked, blinded) = Asked::with(token(n), [n.wrapping_add(1); 64]).unwrap();
    let issue = key.issue(&blinded, [n.wrapping_add(2); 64]).unwrap();
    Entry { seal: asked.sealed(&issue, &key.public()).unwrap(), token: token(n), vote }
}

fn held() -> Bundle {
    let mut full = BallotBox::empty(7);
    for (n, vote) in [Vote::YES, Vote::NO, Vote::YES, Vote::ABSTAIN, Vote::YES].into_iter().enumerate() {
        assert_eq!(full.put(&cast(&key(1), u8::try_from(n).unwrap(), vote)), Put::Added);
    }
    Bundle::of(definition(draft(), 7), Vec::new(), &key(1), Counts { blind: 5, paper: 1, plain: 1 }, &full)
}

fn broken(bundle: &Bundle) -> Vec<String> {
    let texts = Catalogue::new(&[ballot::MESSAGES]).unwrap();
    let report = check(bundle, None);
    for line in &report.lines {
        assert!(!texts.say(&line.said).contains('〔'), "{:?}", line.said);
    }
    let broken = report.lines.into_iter().filter(|line| !line.holds);
    broken.map(|line| line.said.key.trim_start_matches("ballot-check-").to_owned()).collect()
}

#[test]
fn a_ballot_that_was_issued_blindly_counts_and_everybody_can_count_again() {
    let bundle = held();
    assert_eq!(bundle.tally, Tally { blank: 0, choices: vec![3, 1, 1], returned: 5 });
    let again = read(&bundle.bytes().unwrap()).unwrap();
    assert_eq!(again, bundle);
    assert_eq!(broken(&again), Vec::<String>::new());
    let mine = token(1).tracker();
    let line = check(&again, Some(mine)).lines.pop().unwrap();
    assert!(line.holds && format!("{:?}", line.said).contains("\"2\""), "{line:?}");
    assert!(!check(&again, Some("0000-0000".parse().unwrap())).holds());
}

#[test]
fn the_answer_of_another_key_is_found_out_by_the_device() {
    let (asked, blinded) = Asked::with(token(1), [9; 64]).unwrap();
    let issue = key(2).issue(&blinded, [8; 64]).unwrap();
    assert!(asked.sealed(&issue, &key(1).public()).is_err());
    let mut forged = key(1).issue(&blinded, [8; 64]).unwrap();
    forged.evaluated = issue.evaluated;
    assert!(asked.sealed(&forged, &key(1).public()).is_err());
}

#[test]
fn what_the_server_sees_of_a_token_is_another_each_time() {
    let (_, one) = Asked::with(token(1), [1; 64]).unwrap();
    let (_, two) = Asked::with(token(1), [2; 64]).unwrap();
    assert_ne!(one, two);
    assert_ne!(Mark::blind(&one), Mark::blind(&two));
}

#[test]
fn stuffing_is_found() {
    let mut more = held();
    more.issued.plain = 0;
    more.issued.blind = 4;
    assert_eq!(broken(&more), ["count-broken"]);
    let mut many = held();
    many.issued.paper = 2;
    assert_eq!(broken(&many), ["present-broken"]);
}

#[test]
fn a_ballot_that_stands_twice_or_out_of_place_is_found() {
    let mut twice = held();
    twice.ballots[1] = twice.ballots[0];
    let found = broken(&twice);
    assert!(found.contains(&"once-broken".to_owned()), "{found:?}");
    let mut moved = held();
    moved.ballots.reverse();
    assert_eq!(broken(&moved), ["once-broken"]);
}

#[test]
fn a_token_of_another_ballot_or_key_is_found() {
    let mut full = BallotBox::empty(2);
    full.put(&cast(&key(2), 1, Vote::YES));
    let bundle =
        Bundle::of(definition(draft(), 2), Vec::new(), &key(1), Counts { blind: 1, paper: 0, plain: 0 }, &full);
    assert_eq!(broken(&bundle), ["seals-broken"]);
    let other = Key::derive([1; 32], Uuid::from_u128(2)).unwrap();
    assert_ne!(other.public(), key(1).public(), "the same chance for another ballot gives another key");
    let mut swapped = held();
    swapped.secret = key(2).secret();
    assert_eq!(broken(&swapped), ["key-broken"]);
}

#[test]
fn a_wrong_tally_or_choice_is_found() {
    let mut tally = held();
    tally.tally.choices[0] += 1;
    assert_eq!(broken(&tally), ["tally-broken"]);
    let mut changed = held();
    changed.ballots[0].vote = Some(Vote(3));
    assert_eq!(broken(&changed), ["choices-broken", "tally-broken"]);
    let mut silent = held();
    silent.ballots[0].vote = None;
    assert_eq!(broken(&silent), ["choices-broken"]);
}

#[test]
fn a_small_congress_publishes_trackers_only() {
    let mut full = BallotBox::empty(3);
    full.put(&cast(&key(1), 1, Vote::YES));
    let definition = Definition { reveals: false, ..definition(draft(), 3) };
    let bundle = Bundle::of(definition, Vec::new(), &key(1), Counts { blind: 1, paper: 0, plain: 0 }, &full);
    assert_eq!(bundle.ballots[0].vote, None);
    assert_eq!(broken(&bundle), Vec::<String>::new());
    let mut wrong = bundle;
    wrong.tally.choices[0] = 2;
    assert_eq!(broken(&wrong), ["hidden-broken"]);
}

#[test]
fn an_election_takes_as_many_names_as_there_are_seats_or_none() {
    let candidates = ["甲", "乙", "丙"].map(str::to_owned).to_vec();
    let question = Question::Election { candidates, office: Office::default(), seats: 2 };
    let accepted = |choices: &[u32]| question.accepts(Vote::of(choices).unwrap());
    assert!(accepted(&[]) && accepted(&[0]) && accepted(&[0, 2]));
    assert!(!accepted(&[0, 1, 2]) && !accepted(&[3]));
    assert_eq!(Vote::of(&[32]), None);
    let tally = Tally::of(&question, [Vote(0b101), Vote(0b001), Vote(0)]);
    assert_eq!(tally, Tally { blank: 1, choices: vec![2, 0, 1], returned: 3 });
    for vote in [Vote(0), Vote(3), Vote(8)] {
        assert!(!draft().accepts(vote));
    }
}

#[test]
fn what_nobody_can_vote_on_isnt_opened() {
    let fault = |definition: Definition| definition.checked().err();
    assert_eq!(fault(definition(draft(), 1)), None);
    assert_eq!(fault(definition(draft(), 0)), Some(DefinitionError::Voters));
    let whole = definition(draft(), 5);
    let late = Definition { closes_at: whole.opened_at, ..whole.clone() };
    assert_eq!(fault(late), Some(DefinitionError::Times));
    let election = |names: &[&str], seats| {
        let candidates = names.iter().map(|name| (*name).to_owned()).collect();
        fault(Definition {
            question: Question::Election { candidates, office: Office::Delegate, seats },
            ..whole.clone()
        })
    };
    assert_eq!(election(&["甲", "乙"], 2), None);
    for (names, seats) in [(&["甲", "甲"][..], 1), (&["甲", " "], 1), (&[], 1), (&["甲"], 0), (&["甲"], 2)] {
        assert_eq!(election(names, seats), Some(DefinitionError::Candidates), "{names:?} {seats}");
    }
    assert!(whole.is_open(&[], whole.closes_at.plus_millis(-1)) && !whole.is_open(&[], whole.closes_at));
    let round = |after, number| fault(Definition { round: Some(Round { after, number }), ..whole.clone() });
    assert_eq!(round(Uuid::from_u128(7), 2), None);
    assert_eq!(round(Uuid::from_u128(7), 1), Some(DefinitionError::Round));
    assert_eq!(round(ID, 2), Some(DefinitionError::Round));
}

/// The hour and the place may be left open; what is given can be read, and is a part of the definition.
#[test]
fn a_notice_says_day_hour_and_place() {
    let meeting = |at: Option<&str>, place: Option<&str>| Meeting {
        at: at.map(str::to_owned),
        on: "2026-03-16".parse().unwrap(),
        place: place.map(str::to_owned),
    };
    let whole = |meeting| Definition { meeting: Some(meeting), objection_days: Some(5), ..definition(draft(), 5) };
    let fault = |meeting| whole(meeting).checked().err();
    assert_eq!([fault(meeting(None, None)), fault(meeting(Some("23:59"), Some("三楼会议室")))], [None, None]);
    for at in ["24:00", "9:00", "09:60", "0900", "+9:00", "09:00:00"] {
        assert_eq!(fault(meeting(Some(at), None)), Some(DefinitionError::Meeting), "{at}");
    }
    for place in ["", " ", "三楼\n会议室", &"楼".repeat(101)] {
        assert_eq!(fault(meeting(None, Some(place))), Some(DefinitionError::Meeting), "{place}");
    }
    for days in [0, 61] {
        let open = Definition { objection_days: Some(days), ..definition(draft(), 5) };
        assert_eq!(open.checked().err(), Some(DefinitionError::Days), "{days}");
    }
    let text = serde_json::to_value(whole(meeting(Some("14:00"), None))).unwrap();
    assert_eq!(text["meeting"], serde_json::json!({ "at": "14:00", "on": "2026-03-16" }));
    assert!(serde_json::to_value(definition(draft(), 5)).unwrap().get("meeting").is_none());
}

#[test]
fn box_and_register_dont_tell_in_which_order_they_were_filled() {
    let entries: Vec<Entry> = (0..40).map(|n| cast(&key(1), n, Vote(1 << (n % 3)))).collect();
    let (mut one, mut other) = (BallotBox::empty(50), BallotBox::empty(50));
    let size = one.bytes().len();
    entries.iter().for_each(|entry| assert_eq!(one.put(entry), Put::Added));
    entries.iter().rev().for_each(|entry| assert_eq!(other.put(entry), Put::Added));
    assert_eq!(one, other);
    assert_eq!(one.bytes().len(), size);
    assert_eq!(BallotBox::stored(one.bytes().to_vec()).unwrap().entries().count(), 40);
    let (mut register, mut backwards) = (Register::empty(3), Register::empty(3));
    for n in [0, 1, 2] {
        assert_eq!(register.set(n, Mark::Plain), Some(Set::New));
        assert_eq!(backwards.set(2 - n, Mark::Plain), Some(Set::New));
    }
    assert_eq!(register, backwards);
}

#[test]
fn a_token_counts_once_and_a_full_box_takes_no_more() {
    let mut small = BallotBox::empty(2);
    let first = cast(&key(1), 1, Vote::YES);
    assert_eq!(small.put(&first), Put::Added);
    assert_eq!(small.put(&first), Put::Same);
    assert_eq!(small.put(&Entry { vote: Vote::NO, ..first }), Put::Other);
    assert_eq!(small.put(&cast(&key(1), 2, Vote::NO)), Put::Added);
    assert_eq!(small.put(&cast(&key(1), 3, Vote::NO)), Put::Full);
    assert_eq!(small.entries().find(|entry| entry.token == first.token).unwrap().vote, Vote::YES);
}

#[test]
fn a_mark_stands_until_the_end() {
    let mut register = Register::empty(2);
    let mark = Mark::Blind([7; 16]);
    assert_eq!(register.set(1, mark), Some(Set::New));
    assert_eq!(register.set(1, mark), Some(Set::Same));
    assert_eq!(register.set(1, Mark::Paper), Some(Set::Other(mark)));
    assert_eq!(register.set(2, Mark::Paper), None);
    assert_eq!(Register::stored(register.bytes().to_vec()).unwrap(), register);
    assert_eq!(register.counts(), Counts { blind: 1, paper: 0, plain: 0 });
    assert!(Register::stored(vec![4; 17]).is_err() && Register::stored(vec![0; 16]).is_err());
}

#[test]
fn a_plain_token_follows_from_the_link_and_the_salt_alone() {
    assert_eq!(plain_token(&[1; 32], b"link"), plain_token(&[1; 32], b"link"));
    assert_ne!(plain_token(&[1; 32], b"link"), plain_token(&[2; 32], b"link"));
    assert_ne!(plain_token(&[1; 32], b"link"), plain_token(&[1; 32], b"knil"));
}

#[test]
fn a_tracker_is_read_as_people_type_it() {
    let tracker = token(1).tracker();
    let text = tracker.to_string();
    assert_eq!(text.len(), 9);
    for typed in [text.clone(), text.to_lowercase(), text.replace('-', " ")] {
        assert_eq!(typed.parse::<Tracker>().unwrap(), tracker);
    }
    assert_eq!("OIL0-0000".parse::<Tracker>().unwrap().to_string(), "0110-0000");
    for wrong in ["", "7K4M-2Q9", "7K4M-2Q9D1", "7K4M-2Q9U", "七K4M-2Q9"] {
        assert!(wrong.parse::<Tracker>().is_err(), "{wrong}");
    }
}

#[test]
fn a_file_that_is_no_ballot_is_refused_with_a_reason() {
    assert!(read(b"{}").is_err());
    let text = String::from_utf8(held().bytes().unwrap()).unwrap();
    assert!(read(text.replace("xinxieshang-ballot/1", "xinxieshang-ballot/2").as_bytes()).is_err());
    assert!(read(text.replace("\"voters\":7", "\"voters\":0").as_bytes()).is_err());
    assert!(read(text.replace("\"voters\":7", "\"voters\":7,\"more\":1").as_bytes()).is_err());
}
