//! Archives that ask for more than they may, or lie about how much they are.

use std::io::Write;

use flate2::Compression;
use flate2::write::DeflateEncoder;

use super::forge::{Members, Piece, assemble, at, members, pack, piece, pieces};
use super::found;
use super::sample::bundle;
use crate::{Limits, Unreadable, verify};

fn deflated(content: &[u8]) -> Vec<u8> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content).unwrap();
    encoder.finish().unwrap()
}

fn with(more: Piece) -> Vec<u8> {
    let mut pieces = pieces(&members());
    pieces.push(more);
    assemble(&pieces, b"")
}

#[test]
fn a_bomb_is_refused_before_it_is_inflated() {
    let zeros = vec![0; 8 << 20];
    let bomb = with(piece(b"zeros", &zeros, &deflated(&zeros), 8));
    assert_eq!(verify(&bomb, &Limits::default()), Err(Unreadable::TooDense { member: "zeros".to_owned() }));
}

#[test]
fn sizes_are_added_up_before_anything_is_inflated() {
    let mut huge = piece(b"zeros", b"", b"", 8);
    huge.directory[at::SIZE..at::SIZE + 4].copy_from_slice(&[0xff; 4]);
    assert!(
        matches!(verify(&with(huge), &Limits::default()), Err(Unreadable::TooLarge { found, .. }) if found > 0xffff_ffff)
    );
}

#[test]
fn more_members_than_allowed_are_refused() {
    let many: Members = (0..5000).map(|n| (format!("a{n:04}"), Vec::new())).collect();
    let refused = verify(&pack(&many), &Limits::default());
    assert_eq!(refused, Err(Unreadable::TooManyMembers { found: 5000, limit: 4096 }));
    let exact = members().len();
    assert!(verify(&bundle(), &Limits { members: exact, ..Limits::default() }).is_ok());
    assert!(verify(&bundle(), &Limits { members: exact - 1, ..Limits::default() }).is_err());
}

#[test]
fn a_content_longer_or_shorter_than_declared_is_found_and_never_kept() {
    for lie in [&b"short"[..], &[b'x'; 4000]] {
        let lying = piece(b"zz", &[b'x'; 1000], &deflated(lie), 8);
        assert!(found(&with(lying)).contains(&"archive zz verify-zip-inflate".to_owned()));
    }
    let mut trailing = deflated(b"x");
    trailing.push(0);
    assert!(found(&with(piece(b"zz", b"x", &trailing, 8))).contains(&"archive zz verify-zip-inflate".to_owned()));
}

#[test]
fn other_files_are_no_bundles() {
    for bytes in [&b""[..], b"PK", b"%PDF-1.7", &[0; 100]] {
        assert_eq!(verify(bytes, &Limits::default()), Err(Unreadable::NotZip));
    }
    let mut without = members();
    without.remove("manifest.json");
    assert_eq!(verify(&pack(&without), &Limits::default()), Err(Unreadable::NoManifest));
    assert_eq!(verify(&assemble(&[], b""), &Limits::default()), Err(Unreadable::NoManifest));
}
