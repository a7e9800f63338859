//! A record: one accepted command, sealed into the chain of its case.

use ledger::Digest;
use ledger::record::*;

#[test]
fn a_record_is_sealed_with_sorted_fields_and_its_hash_is_over_exactly_these_bytes() {
    let first = seal(&Envelope {
        act: "018f0000-0000-7000-8000-000000000001",
        actor: &"clock",
        at: "2026-03-18T09:30:00.000+08:00",
        case: "018f0000-0000-7000-8000-000000000000",
        data: &[1],
        prev: Digest::ZERO,
        rules: Digest::sha256(b"rules"),
        seq: 1,
        v: VERSION,
    })
    .unwrap();
    let text = String::from_utf8(first.bytes.clone()).unwrap();
    assert_eq!(
        text,
        format!(
            "{{\"act\":\"018f0000-0000-7000-8000-000000000001\",\"actor\":\"clock\",\
             \"at\":\"2026-03-18T09:30:00.000+08:00\",\"case\":\"018f0000-0000-7000-8000-000000000000\",\
             \"data\":[1],\"prev\":\"{}\",\"rules\":\"{}\",\"seq\":1,\"v\":1}}",
            Digest::ZERO,
            Digest::sha256(b"rules")
        )
    );
    assert_eq!(first.hash, Digest::sha256(format!("xinxieshang/record/v1\n{text}").as_bytes()));
}
