//! Ballots as they are stored: the named half in the store, the box beside it.

use ::ballot::{Counts, Mark, Put};
use law::time::Moment;
use ledger::Digest;
use uuid::Uuid;

use crate::{ChallengeChore, Hidden, Person, PersonContent, ShortMessage};

/// A ballot to be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewBallot {
    /// The case.
    pub case: Uuid,
    /// Id of the ballot.
    pub ballot: Uuid,
    /// When it closes.
    pub closes_at: Moment,
    /// What is voted on, as canonical JSON.
    pub definition: Vec<u8>,
    /// Personal links that go out with it: numbers and hashes.
    pub links: Vec<(u32, Digest)>,
    /// What goes out with it: one for everybody with a link.
    pub messages: Vec<ShortMessage>,
    /// The roll on which it is opened, where the names are.
    pub roll: Uuid,
    /// Id of each voter, whose number is the place on the roll.
    pub voters: Vec<String>,
}

/// A write about ballots.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BallotChore {
    /// Opens a ballot. Nothing changes where it is open already.
    Open(NewBallot),
    /// Marks what a voter took. Nothing changes where a mark stands already, or the list is kept.
    Mark {
        /// The case.
        case: Uuid,
        /// The ballot.
        ballot: Uuid,
        /// Number of the voter.
        voter: u32,
        /// What they took.
        mark: Mark,
    },
    /// Gives voters new personal links, by their hashes. Whoever took something keeps the old one.
    Links {
        /// The case.
        case: Uuid,
        /// The ballot.
        ballot: Uuid,
        /// Numbers and hashes.
        links: Vec<(u32, Digest)>,
    },
    /// Keeps an extension. Nothing changes where there are more or fewer than `number` before it, or the list is kept.
    Extend {
        /// The case.
        case: Uuid,
        /// The ballot.
        ballot: Uuid,
        /// How many are before it.
        number: u32,
        /// When the ballot closes now.
        closes_at: Moment,
        /// Who, when, why, until when, as canonical JSON.
        extension: Vec<u8>,
    },
    /// Publishes a roll for challenge. Nothing changes where it is published already.
    PublishRoll {
        /// The case.
        case: Uuid,
        /// Id of the roll.
        roll: Uuid,
        /// Id of each and a commitment to the name, as canonical JSON.
        content: Vec<u8>,
        /// The name of each, in rows of its own that can be erased.
        names: Vec<Person>,
        /// Who publishes it.
        by: RollStep,
    },
    /// A challenge to a published roll.
    Challenge(ChallengeChore),
    /// A challenge to the attendance register of a ballot that has ended; what it calls a roll is the ballot.
    Objection(ChallengeChore),
    /// Closes a roll: the first of two persons. Nothing changes where somebody has closed it.
    CloseRoll {
        /// The case.
        case: Uuid,
        /// Id of the roll.
        roll: Uuid,
        /// Who closes it.
        by: RollStep,
    },
    /// Confirms that a roll is closed: the second person. Nothing changes where it isn't closed, was closed by the same
    /// person, or is confirmed.
    ConfirmRoll {
        /// The case.
        case: Uuid,
        /// Id of the roll.
        roll: Uuid,
        /// Who confirms it.
        by: RollStep,
    },
    /// Erases every name on the rolls of a case, and the words of challenges to them. Nothing changes where none is left.
    EraseRolls {
        /// The case.
        case: Uuid,
        /// When.
        at: Moment,
    },
    /// Reminds those who haven't taken part, once for so many hours before the close. Nothing changes a second time.
    Remind {
        /// The case.
        case: Uuid,
        /// The ballot.
        ballot: Uuid,
        /// So many hours before the close.
        hours: u32,
        /// When.
        at: Moment,
        /// What goes out.
        messages: Vec<ShortMessage>,
    },
    /// Keeps the published list of a ballot whose box is closed. Nothing changes where there is one, or where another number
    /// took something than the list says.
    Close {
        /// The case.
        case: Uuid,
        /// The ballot.
        ballot: Uuid,
        /// How many took what, as the list says.
        issued: Counts,
        /// The list.
        bundle: Vec<u8>,
    },
}

/// A ballot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredBallot {
    /// The case.
    pub case: Uuid,
    /// Id of the ballot.
    pub ballot: Uuid,
    /// What is voted on, as canonical JSON.
    pub definition: Vec<u8>,
    /// Whether its list is kept ([`Store::ballot_list`](crate::Store::ballot_list)).
    pub closed: bool,
    /// How it was extended, each as canonical JSON, oldest first.
    pub extensions: Vec<Vec<u8>>,
}

/// Somebody did something about a roll.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RollStep {
    /// Id of the person.
    pub by: String,
    /// When.
    pub at: Moment,
}

/// A roll of those who may vote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredRoll {
    /// The case.
    pub case: Uuid,
    /// Id of the roll.
    pub roll: Uuid,
    /// Id of each and a commitment to the name, as canonical JSON.
    pub content: Vec<u8>,
    /// Published for challenge.
    pub published: RollStep,
    /// Closed by the first of two persons.
    pub closed: Option<RollStep>,
    /// Confirmed by the second.
    pub confirmed: Option<RollStep>,
}

/// The name of somebody on a roll.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RollName {
    /// Number on the roll.
    pub number: u32,
    /// Salt and fields; `None` once erased.
    pub content: Option<PersonContent>,
    /// When it was erased.
    pub erased: Option<Moment>,
}

/// Somebody on the roll of a ballot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BallotVoter {
    /// The case.
    pub case: Uuid,
    /// Number on the roll.
    pub voter: u32,
    /// Name; `None` once erased.
    pub name: Option<String>,
    /// Id of the person.
    pub person: String,
    /// Whether there is a personal link.
    pub linked: bool,
}

/// What lies with a box: the secret key, and the salt of the tokens that the server makes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BoxKey {
    /// Secret key.
    pub secret: Hidden<[u8; 32]>,
    /// Salt.
    pub salt: Hidden<[u8; 32]>,
}

/// What became of a ballot that was cast.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cast {
    /// The box is closed, or there is none.
    Closed,
    /// The box took it, or had it, or has another.
    Open {
        /// What became of it.
        put: Put,
        /// How many ballots are in the box.
        count: usize,
    },
}
