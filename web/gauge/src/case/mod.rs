//! The standard sequence: a made-up case from its opening to publication, as acts for the machine.
//!
//! Every case has its own employer, ids and codes, all drawn from its number, so that a store takes any number of them.

mod early;
mod late;

use law::Date;
use law::identity::{organisation_check, uscc_check};
use law::time::Moment;
use ledger::{Digest, person};
use negotiation::actor::{Actor, Capacity, PersonRef};
use negotiation::terms::Terms;
use negotiation::{Act, Command, Facts};
use serde::Deserialize;
use uuid::Uuid;

use crate::Trouble;

/// How many times the two sides meet.
const SESSIONS: u8 = 4;

/// The agreement that the papers' samples print.
const SAMPLE: &[u8] = include_bytes!("../../../../engine/documents/samples/wage_agreement.json");

/// The part of it that is negotiated.
#[derive(Deserialize)]
struct Sample {
    terms: Terms,
}

/// Builds the acts of cases.
pub struct Cases {
    digest: Digest,
    terms: Terms,
}

/// One case in the making.
struct Case<'a> {
    acts: Vec<Act>,
    at: Moment,
    id: Uuid,
    number: u32,
    of: &'a Cases,
}

impl Cases {
    /// Cases that agree on the sample text of the wage agreement.
    ///
    /// # Errors
    /// The sample isn't an agreement.
    pub fn new() -> Result<Self, Trouble> {
        let sample: Sample = serde_json::from_slice(SAMPLE).map_err(|_| Trouble::Broken)?;
        let digest = sample.terms.digest().map_err(|_| Trouble::Broken)?;
        Ok(Self { digest, terms: sample.terms })
    }

    /// The acts of case number `number`, in order.
    #[must_use]
    pub fn acts(&self, number: u32) -> Vec<Act> {
        let at = Moment::at(day(2, 27), 9, 0);
        let mut case = Case { acts: Vec::with_capacity(80), at, id: id(number, 0), number, of: self };
        case.open();
        case.prepare();
        for session in 1..=SESSIONS {
            case.talk(session);
        }
        case.adopt();
        case.file();
        case.acts
    }
}

impl Case<'_> {
    /// Adds an act a minute after the one before.
    fn by(&mut self, who: &str, capacity: Capacity, command: Command) {
        self.at = self.at.plus_millis(60_000);
        let actor = Actor { capacity, id: self.person(member(who)).id, side: capacity.side() };
        let act = id(self.number, u16::try_from(self.acts.len()).unwrap_or(0) + 1);
        self.acts.push(Act { act, actor, at: self.at, case: self.id, command, facts: Facts::default() });
    }

    fn person(&self, who: &str) -> PersonRef {
        let id = format!("p{}-{who}", self.number);
        let salt = *Digest::sha256(id.as_bytes()).as_bytes();
        let commit = person::commit(&salt, &who).unwrap_or(Digest::ZERO);
        PersonRef { commit, id }
    }
}

/// Chair and legal representative are the chiefs of their sides.
fn member(name: &str) -> &str {
    match name {
        "w0" => "chair",
        "e0" => "boss",
        other => other,
    }
}

/// A day of 2026.
fn day(month: i8, day: i8) -> Date {
    Date::new(2026, month, day).unwrap_or(Date::MIN)
}

/// When the first case opens, in milliseconds since 1970.
const OPENED: u64 = 1_772_150_400_000;

/// An id drawn from numbers: version 7, so that a case that opens later has a later id, as where ids are made by the clock.
fn id(case: u32, act: u16) -> Uuid {
    let drawn = Digest::sha256(format!("bench {case} {act}").as_bytes());
    let mut random = [0; 10];
    for (place, byte) in random.iter_mut().zip(drawn.as_bytes()) {
        *place = *byte;
    }
    uuid::Builder::from_unix_timestamp_millis(OPENED + u64::from(case) * 1_000 + u64::from(act), &random).into_uuid()
}

/// A made-up code with valid check characters; region 000000 is none that is in use.
fn code(kind: &str, number: u32) -> String {
    let organisation = format!("{number:08}");
    let check = organisation_check(&organisation).unwrap_or('0');
    let first = format!("{kind}000000{organisation}{check}");
    let last = uscc_check(&first).unwrap_or('0');
    format!("{first}{last}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use negotiation::{CaseState, LawBook, perform};

    #[test]
    fn the_standard_sequence_is_accepted_whole_and_ends_in_force() {
        let book = LawBook::builtin().unwrap();
        let acts = Cases::new().unwrap().acts(7);
        assert!(acts.len() > 60, "{}", acts.len());
        let mut state = CaseState::empty(acts[0].case);
        for act in acts {
            let name = act.command.name();
            let done = perform(&book, state, act);
            assert!(done.outcome.is_ok(), "{name}: {:?}", done.outcome);
            assert_eq!(done.records.len(), 1, "{name}: nothing is struck");
            state = done.state;
        }
        assert_eq!(state.negotiation().unwrap().stage_name(), "effective");
    }
}
