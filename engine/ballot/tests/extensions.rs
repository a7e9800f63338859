//! A ballot that is extended: only later, only while it is open, with a reason, told in the published list.
#![expect(clippy::unwrap_used, reason = "a test that can't go on fails")]

use ballot::{
    BallotBox, Bundle, Counts, Definition, Extension, ExtensionError, Key, LEAD, MAX_EXTENSIONS, MAX_REASON, Question,
    check, read,
};
use law::time::Moment;
use ledger::Digest;
use uuid::Uuid;

const ID: Uuid = Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0001);

fn at(clock: &str) -> Moment {
    format!("2026-03-16T{clock}:00.000+08:00").parse().unwrap()
}

fn definition() -> Definition {
    Definition {
        ballot: ID,
        case: Uuid::from_u128(1),
        closes_at: at("16:00"),
        key: Key::derive([1; 32], ID).unwrap().public(),
        meeting: None,
        objection_days: None,
        opened_at: at("14:00"),
        question: Question::Draft { terms: Digest::sha256(b"terms") },
        reveals: true,
        roll: None,
        roll_digest: None,
        round: None,
        voters: 7,
    }
}

fn extension(at_: Moment, from: &str, to: &str) -> Extension {
    Extension {
        at: at_,
        by: "p-1".to_owned(),
        capacity: "union_chair".to_owned(),
        closes_at: at(to),
        from: at(from),
        reason: "会场停电（虚构）".to_owned(),
    }
}

#[test]
fn a_ballot_is_extended_up_to_its_close_and_never_after() {
    let whole = definition();
    let close = whole.closes_at;
    let last = close.plus_millis(-LEAD);
    let first = whole.extended(&[], extension(last, "16:00", "17:00")).unwrap();
    for late in [last.plus_millis(1), close, close.plus_millis(1), at("18:00")] {
        assert_eq!(whole.extended(&[], extension(late, "16:00", "17:00")), Err(ExtensionError::Over), "{late}");
    }
    let one = [first];
    assert_eq!(whole.closes_with(&one), at("17:00"));
    assert!(whole.is_open(&one, at("17:00").plus_millis(-1)) && !whole.is_open(&one, at("17:00")));
    let second = whole.extended(&one, extension(at("16:30"), "17:00", "18:00")).unwrap();
    let stale = extension(at("15:00"), "16:00", "19:00");
    assert_eq!(whole.extended(&one, stale), Err(ExtensionError::Broken), "somebody else extended it meanwhile");
    assert!(whole.extensions_hold(&[one[0].clone(), second]));
}

#[test]
fn an_extension_is_later_and_has_a_reason() {
    let whole = definition();
    for to in ["16:00", "15:59"] {
        assert_eq!(whole.extended(&[], extension(at("15:00"), "16:00", to)), Err(ExtensionError::Earlier), "{to}");
    }
    for reason in [String::new(), " \n".to_owned(), "长".repeat(MAX_REASON + 1)] {
        let wrong = Extension { reason, ..extension(at("15:00"), "16:00", "17:00") };
        assert_eq!(whole.extended(&[], wrong), Err(ExtensionError::Reason));
    }
    let before = extension(at("13:00"), "16:00", "17:00");
    assert_eq!(whole.extended(&[], before), Err(ExtensionError::Broken), "before it was opened");
    assert!(
        whole
            .extended(&[], Extension { reason: "长".repeat(MAX_REASON), ..extension(at("15:00"), "16:00", "17:00") })
            .is_ok()
    );
}

#[test]
fn the_published_list_tells_every_extension_and_a_forged_one_is_found() {
    let list = |extensions| {
        let key = Key::derive([1; 32], ID).unwrap();
        Bundle::of(definition(), extensions, &key, Counts::default(), &BallotBox::empty(7))
    };
    let plain = list(Vec::new());
    let text = String::from_utf8(plain.bytes().unwrap()).unwrap();
    assert!(!text.contains("extensions"), "a list without any is what it was before there were extensions");
    let good = vec![extension(at("15:00"), "16:00", "17:00"), extension(at("16:30"), "17:00", "18:00")];
    let whole = list(good.clone());
    let again = read(&whole.bytes().unwrap()).unwrap();
    assert!(again == whole && check(&again, None).holds());
    assert_ne!(whole.digest().unwrap(), plain.digest().unwrap());
    let late = vec![extension(at("16:00"), "16:00", "17:00")];
    let backwards = vec![good[1].clone(), good[0].clone()];
    let earlier = vec![good[0].clone(), extension(at("16:30"), "17:00", "16:45")];
    let silent = vec![Extension { reason: String::new(), ..good[0].clone() }];
    for forged in [late, backwards, earlier, silent] {
        let broken: Vec<_> = check(&list(forged), None).lines.into_iter().filter(|line| !line.holds).collect();
        assert_eq!(broken.len(), 1);
        assert_eq!(broken[0].said.key, "ballot-check-extended-broken");
    }
}

#[test]
fn a_ballot_is_extended_so_often_and_no_more() {
    let most = usize::try_from(MAX_EXTENSIONS).unwrap();
    let (mut all, mut from) = (Vec::new(), definition().closes_at);
    for n in 0..=most {
        let next = Extension { from, ..extension(definition().opened_at, "15:00", "15:00") };
        let next = Extension { closes_at: from.plus_millis(60_000), ..next };
        match definition().extended(&all, next) {
            Ok(next) => {
                from = next.closes_at;
                all.push(next);
            }
            Err(error) => assert_eq!((n, error), (most, ExtensionError::Often)),
        }
    }
    assert!(all.len() == most && definition().extensions_hold(&all));
}
