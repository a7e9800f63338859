//! The form of the archive: cut, stretched, reordered, doubled, disguised.

use super::forge::{Members, Piece, assemble, at, members, pack, piece, pieces};
use super::sample::bundle;
use super::{findings, found};
use crate::{Limits, Outcome, Unreadable, verify};

/// The good members with one header changed, put together again.
fn with(member: usize, change: fn(&mut Piece)) -> Vec<String> {
    let mut pieces = pieces(&members());
    change(&mut pieces[member]);
    found(&assemble(&pieces, b""))
}

#[test]
fn an_archive_of_stored_members_is_as_good() {
    assert_eq!(findings(&pack(&members())), []);
}

#[test]
fn an_archive_cut_anywhere_is_unreadable() {
    let bundle = bundle();
    for length in 0..bundle.len() {
        assert_eq!(verify(&bundle[..length], &Limits::default()), Err(Unreadable::NotZip), "{length}");
    }
}

#[test]
fn a_flipped_byte_anywhere_in_the_file_never_passes_and_never_panics() {
    let bundle = bundle();
    for at in 0..bundle.len() {
        let mut flipped = bundle.clone();
        flipped[at] ^= 1;
        let Ok(report) = verify(&flipped, &Limits::default()) else {
            continue;
        };
        let found = report.checks.iter().any(|check| check.outcome == Outcome::Fail && check.id != "law");
        assert!(found, "byte {at}");
    }
}

#[test]
fn something_after_the_end_is_found() {
    assert_eq!(found(&[bundle(), b"more".to_vec()].concat()), ["archive verify-zip-after-end"]);
    assert_eq!(found(&assemble(&pieces(&members()), b"comment")), ["archive verify-zip-after-end"]);
}

#[test]
fn something_before_the_first_member_or_between_members_is_found() {
    assert_eq!(verify(&[b"#!".to_vec(), bundle()].concat(), &Limits::default()), Err(Unreadable::NotZip));
    assert_eq!(with(3, |piece| piece.content.push(0)).first().unwrap().split(' ').next_back(), Some("verify-zip-gap"));
    let last = pieces(&members()).len() - 1;
    assert_eq!(with(last, |piece| piece.content.push(0)), ["archive verify-zip-directory"]);
}

#[test]
fn members_out_of_order_or_doubled_are_found() {
    let mut swapped = pieces(&members());
    swapped.swap(0, 1);
    assert_eq!(found(&assemble(&swapped, b"")), ["archive README.txt verify-zip-order"]);
    let mut doubled = pieces(&members());
    doubled.insert(1, doubled[0].clone());
    assert_eq!(found(&assemble(&doubled, b"")), ["archive README.txt verify-zip-twice"]);
}

#[test]
fn two_directory_entries_for_one_content_are_found() {
    let mut pieces = pieces(&members());
    let mut ghost = pieces[0].clone();
    ghost.local.clear();
    ghost.content.clear();
    ghost.directory[46..].copy_from_slice(b"README.uxt");
    pieces.insert(1, ghost);
    let mut forged = assemble(&pieces, b"");
    let ghost = forged.windows(10).rposition(|bytes| bytes == b"README.uxt").unwrap();
    forged[ghost - 4..ghost].fill(0);
    let found = found(&forged);
    assert!(found.contains(&"archive README.uxt verify-zip-gap".to_owned()), "{found:?}");
}

#[test]
fn names_that_leave_the_folder_or_hide_are_found() {
    for name in ["../evil", "/etc/passwd", "a//b", "a/../b", "a\\b", ".hidden", "a/", "C:x", "甲", "a b", "a\u{1b}"] {
        let mut forged: Members = members();
        forged.insert(name.to_owned(), Vec::new());
        let found = found(&pack(&forged));
        assert!(found.iter().any(|finding| finding.ends_with("verify-zip-name")), "{name}: {found:?}");
    }
    let mut pieces = pieces(&members());
    pieces.push(piece(b"\xff\xfe", b"", b"", 0));
    assert!(found(&assemble(&pieces, b"")).iter().any(|finding| finding.ends_with("verify-zip-name")));
}

#[test]
fn headers_in_any_other_form_are_found_at_their_member() {
    let header = ["archive README.txt verify-zip-header"];
    let local = ["archive README.txt verify-zip-local"];
    assert_eq!(with(0, |piece| piece.directory[at::ATTRIBUTES] = 1), header);
    assert_eq!(with(0, |piece| piece.directory[at::TIME] = 1), header);
    assert_eq!(with(0, |piece| piece.directory[at::VERSION] = 45), header);
    // Encryption and data descriptor are flags 0 and 3.
    assert_eq!(with(0, |piece| (piece.directory[at::FLAGS], piece.local[at::LOCAL_FLAGS]) = (1, 1)), header);
    assert_eq!(with(0, |piece| (piece.directory[at::FLAGS], piece.local[at::LOCAL_FLAGS]) = (8, 8)), header);
    assert_eq!(with(0, |piece| piece.directory[at::METHOD] = 12), header);
    assert_eq!(with(0, |piece| piece.local[at::LOCAL_FLAGS] = 1), local);
    assert_eq!(with(0, |piece| piece.local[0] = 0), local);
    assert_eq!(with(0, |piece| *piece.local.last_mut().unwrap() = b'x'), local);
    assert_eq!(
        with(0, |piece| {
            piece.directory[at::CRC] ^= 1;
            piece.local[at::CRC - 2] ^= 1;
        }),
        ["archive README.txt verify-zip-checksum"]
    );
    assert_eq!(
        with(0, |piece| {
            piece.directory[at::SIZE] ^= 1;
            piece.local[at::LOCAL_SIZE] ^= 1;
        }),
        ["archive README.txt verify-zip-inflate"]
    );
}
