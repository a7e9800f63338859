//! D14, the resolution of the workers' congress (职工代表大会决议; ZJ-CC 24, ZJ-DM 15, CC22 36).

use ledger::Digest;
use serde::{Deserialize, Serialize};

use super::{Header, OnlineCount, Parties, Signed, Vote};

/// The resolution.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CongressResolution {
    /// Who presided.
    pub chair: String,
    /// Title of the draft that was voted on.
    pub draft: String,
    /// Head of the paper.
    pub header: Header,
    /// Ballots handed out.
    pub issued: u32,
    /// The part of the vote that was held online, if any was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub online: Option<OnlineCount>,
    /// The sides.
    pub parties: Parties,
    /// Where.
    pub place: String,
    /// How often this draft's case has been put to the vote, this one included.
    pub round: u32,
    /// Who counted.
    pub scrutineers: Vec<String>,
    /// Signature of whoever presided, with the union's seal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signature: Option<Signed>,
    /// Digest of the terms that were voted on.
    pub terms_digest: Digest,
    /// Counts and outcome.
    pub vote: Vote,
}
