//! Salted commitments to personal data: the chain holds the commitment, an erasable row holds salt and fields.

use ledger::Digest;
use ledger::person::*;
use serde::Serialize;

#[derive(Serialize)]
struct Fields {
    name: &'static str,
}

#[test]
fn a_commitment_covers_salt_and_fields() {
    let salt = [7; SALT_LENGTH];
    let commitment = commit(&salt, &Fields { name: "张三" }).unwrap();
    let expected = [b"xinxieshang/person/v1\n".as_slice(), &salt, "{\"name\":\"张三\"}".as_bytes()].concat();
    assert_eq!(commitment, Digest::sha256(&expected));
    assert_ne!(commitment, commit(&[8; SALT_LENGTH], &Fields { name: "张三" }).unwrap());
    assert_ne!(commitment, commit(&salt, &Fields { name: "李四" }).unwrap());
}
