//! To whom a message goes: everyone in the case who can be reached, each in their own way, and the programs that listen.

use law::time::Moment;
use negotiation::table;
use serde::Deserialize;
use store::{Chore, MAX_PAGE, Message, MessageId, StoreError, StoredPerson};

use super::{Jobs, digest};
use crate::outgoing::{MAIL, SMS};

/// Audience of a message to everyone in the case.
pub(super) const EVERYONE: &str = "case";

/// In front of a program's name, as audience.
const PROGRAM: &str = "webhook:";

/// In front of the id of a person who gets a short message, as audience.
const SHORT: &str = "sms:";

/// The way that a message goes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Way {
    /// To everyone, not yet addressed.
    Everyone,
    /// By mail to a person.
    Mail(String),
    /// As a short message to a person.
    Short(String),
    /// To a program.
    Program(String),
}

impl Way {
    pub(super) fn of(audience: &str) -> Self {
        if audience == EVERYONE {
            Self::Everyone
        } else if let Some(name) = audience.strip_prefix(PROGRAM) {
            Self::Program(name.to_owned())
        } else if let Some(person) = audience.strip_prefix(SHORT) {
            Self::Short(person.to_owned())
        } else {
            Self::Mail(audience.to_owned())
        }
    }

    /// Whoever has to answer for it to arrive: messages over the same one wait for each other, others don't.
    pub(super) fn over(&self) -> &str {
        match self {
            Self::Everyone => "",
            Self::Mail(_) => MAIL,
            Self::Short(_) => SMS,
            Self::Program(name) => name,
        }
    }
}

/// Whether a receiver answers for a message of this audience.
pub(crate) fn goes_over(audience: &str, receiver: &str) -> bool {
    match Way::of(audience) {
        Way::Everyone => false,
        way @ (Way::Mail(_) | Way::Short(_) | Way::Program(_)) => way.over() == receiver,
    }
}

/// What a person's row says about how to reach them.
#[derive(Deserialize)]
pub(super) struct Reach {
    #[serde(default)]
    pub(super) mail: Option<String>,
    #[serde(default)]
    pub(super) phone: Option<String>,
}

impl Reach {
    fn of(person: &StoredPerson) -> Option<Self> {
        serde_json::from_slice(&person.content.as_ref()?.fields).ok()
    }
}

/// A message of its own for everyone in the case who can be reached, and for every program that listens.
pub(super) async fn address(jobs: &Jobs, message: &Message) -> Result<(), StoreError> {
    let next_at = jobs.desk.now();
    let mut audiences: Vec<(String, Moment)> = Vec::new();
    let mut after: Option<StoredPerson> = None;
    // Of what is only filed programs that listen are told; people find it in the case.
    while !table::is_filed(&message.kind) {
        let page = jobs.desk.store().persons_of(message.id.case, after.as_ref(), MAX_PAGE).await?;
        let Some(last) = page.last() else { break };
        after = Some(last.clone());
        for person in &page {
            let Some(reach) = Reach::of(person) else { continue };
            let Some(when) = digest::when(jobs, message, &person.id).await? else { continue };
            let short = reach.phone.filter(|_| jobs.receivers.has_sms()).map(|_| format!("{SHORT}{}", person.id));
            for audience in reach.mail.map(|_| person.id.clone()).into_iter().chain(short) {
                // A person whose fields were corrected stands there once for each version, one after the other.
                if !audiences.iter().rev().take(2).any(|(there, _)| *there == audience) {
                    audiences.push((audience, when));
                }
            }
        }
    }
    audiences.extend(jobs.receivers.listening(&message.kind).map(|name| (format!("{PROGRAM}{name}"), next_at)));
    let part = |((audience, next_at), part)| Message {
        id: MessageId { part, ..message.id },
        audience,
        next_at,
        ..message.clone()
    };
    let messages = audiences.into_iter().zip(message.id.part.saturating_add(1)..).map(part).collect();
    jobs.desk.chore(Chore::Address { id: message.id, at: next_at, messages }).await?;
    Ok(())
}

/// How the person of a message is reached now; none where the row was erased.
pub(super) async fn reach(jobs: &Jobs, message: &Message, person: &str) -> Result<Option<Reach>, StoreError> {
    let mut after: Option<StoredPerson> = None;
    let mut found = None;
    loop {
        let page = jobs.desk.store().persons_of(message.id.case, after.as_ref(), MAX_PAGE).await?;
        let Some(last) = page.last() else { return Ok(found) };
        after = Some(last.clone());
        let own = page.iter().filter(|row| row.id == person);
        found = own.filter_map(Reach::of).next_back().or(found);
    }
}
