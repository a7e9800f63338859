//! A SHA-256 hash and its text form: 64 lowercase hexadecimal digits.

use ledger::{Digest, DigestError, digest_of};

#[test]
fn a_digest_reads_and_writes_as_lowercase_hex() {
    // FIPS 180-4, the one-block example "abc".
    let text = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    let digest = Digest::sha256(b"abc");
    assert_eq!(digest.to_string(), text);
    assert_eq!(text.parse(), Ok(digest));
    assert_eq!(serde_json::to_string(&digest).unwrap(), format!("\"{text}\""));
    assert_eq!(serde_json::from_str::<Digest>(&format!("\"{text}\"")).unwrap(), digest);
    assert_eq!(Digest::ZERO.to_string(), "0".repeat(64));
}

#[test]
fn other_texts_are_no_digest() {
    let text = Digest::sha256(b"abc").to_string();
    assert_eq!(text.to_uppercase().parse::<Digest>(), Err(DigestError));
    assert_eq!(text[1..].parse::<Digest>(), Err(DigestError));
    assert_eq!(format!("{text}0").parse::<Digest>(), Err(DigestError));
    assert_eq!("x".repeat(64).parse::<Digest>(), Err(DigestError));
}

#[test]
fn the_purpose_separates_hashes_of_the_same_bytes() {
    assert_eq!(Digest::of("p\n", b"x"), Digest::sha256(b"p\nx"));
    assert_ne!(Digest::of(ledger::purpose::TERMS, b"x"), Digest::of(ledger::purpose::DOCUMENT, b"x"));
    assert_eq!(digest_of("p\n", &[1, 2]), Ok(Digest::sha256(b"p\n[1,2]")));
}
