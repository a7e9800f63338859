//! What was disclosed in confidence (CC22 26; WN9 15): records name it by a salted commitment, the file lies beside them.
//!
//! The stored bytes are 32 random ones and then the file, so that the SHA-256 by which a record names it says nothing
//! about its content, however easily that may be guessed.

use std::collections::BTreeSet;

use accounts::access::Right;
use ledger::Digest;
use negotiation::Command;
use negotiation::command::{DisclosureCommand, PaperCommand};
use serde::{Deserialize, Serialize};
use store::AttachmentLine;
use utoipa::ToSchema;

use crate::room::Room;
use crate::site::Site;
use crate::trouble::Trouble;

/// Bytes of a salt.
const SALT: usize = 32;

/// A file that was disclosed in confidence.
#[derive(Serialize, ToSchema)]
pub(crate) struct Secret {
    pub(crate) name: String,
    pub(crate) sha256: String,
}

#[derive(Deserialize)]
struct Given {
    data: GivenData,
}

#[derive(Deserialize)]
struct GivenData {
    command: Command,
}

/// What the records of a case name as disclosed in confidence.
pub(crate) fn disclosed(room: &Room) -> BTreeSet<Digest> {
    let mut all = BTreeSet::new();
    for entry in &room.told.entries {
        if !["disclose", "enter_paper"].contains(&entry.command.as_str()) {
            continue;
        }
        let index = usize::try_from(entry.seq).ok().and_then(|seq| seq.checked_sub(1));
        let record = index.and_then(|index| room.records.get(index));
        let given = record.and_then(|bytes| serde_json::from_slice::<Given>(bytes).ok());
        match given.map(|given| given.data.command) {
            Some(Command::Disclosure(DisclosureCommand::Disclose(disclose))) => all.extend(disclose.materials),
            Some(Command::Paper(PaperCommand::EnterPaper(paper))) => {
                if let Command::Disclosure(DisclosureCommand::Disclose(disclose)) = *paper.act {
                    all.extend(disclose.materials);
                }
            }
            Some(_) | None => {}
        }
    }
    all
}

/// The confidential files of a case, for whoever may read them.
pub(crate) async fn secrets(site: &Site, room: &Room) -> Result<Vec<Secret>, Trouble> {
    let disclosed = disclosed(room);
    if disclosed.is_empty() || !room.may(Right::SeeConfidential) {
        return Ok(Vec::new());
    }
    let mut lines: Vec<AttachmentLine> = Vec::new();
    loop {
        let page = site.desk.store().attachments_of(room.line.case, lines.last(), store::MAX_PAGE).await?;
        if page.is_empty() {
            break;
        }
        lines.extend(page);
    }
    let own = lines.into_iter().filter(|line| disclosed.contains(&line.sha256));
    Ok(own.map(|line| Secret { name: line.name, sha256: line.sha256.to_string() }).collect())
}

/// A file with its salt before it.
pub(crate) fn with_salt(file: &[u8]) -> Result<Vec<u8>, Trouble> {
    let mut bytes = vec![0; SALT];
    getrandom::fill(&mut bytes).map_err(|error| Trouble::Fault(error.to_string()))?;
    bytes.extend_from_slice(file);
    Ok(bytes)
}

/// A file without the salt before it.
pub(crate) fn without_salt(mut bytes: Vec<u8>) -> Vec<u8> {
    bytes.drain(..SALT.min(bytes.len()));
    bytes
}
