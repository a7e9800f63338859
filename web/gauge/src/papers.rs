//! Acts that any number of clients can give on one case at any time.

use ledger::Digest;
use negotiation::command::{DocumentKind, RecordDocument, SystemCommand};
use negotiation::{Act, Actor, Command, Facts};

/// Forty documents that one client records in a case.
pub(crate) fn documents(opening: &Act, client: u32) -> Vec<Act> {
    (0..40).map(|n| document(opening, client, n)).collect()
}

fn document(opening: &Act, client: u32, n: u32) -> Act {
    let name = format!("{} {client} {n}", opening.case);
    let digest = Digest::sha256(name.as_bytes());
    let mut random = [0; 10];
    for (place, byte) in random.iter_mut().zip(digest.as_bytes()) {
        *place = *byte;
    }
    let record = RecordDocument {
        data: digest,
        fonts: Vec::new(),
        kind: DocumentKind::Minutes,
        number: format!("D09-{client}-{n}"),
        pdf: digest,
        template: digest,
        typst: "0.15".to_owned(),
        version: 1,
    };
    Act {
        act: uuid::Builder::from_unix_timestamp_millis(1_772_150_400_000, &random).into_uuid(),
        actor: Actor::system(),
        at: opening.at,
        case: opening.case,
        command: Command::System(SystemCommand::RecordDocument(record)),
        facts: Facts::default(),
    }
}
