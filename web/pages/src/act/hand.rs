//! An act put together: who speaks, for whom, what travels with it.

use law::time::Moment;
use negotiation::{Act, Actor, Capacity, Command, Facts, Head, PersonRef, RegisteredAcceptance, table};
use store::{Person, Submission};
use uuid::Uuid;

use crate::people::People;
use crate::session::Visitor;
use crate::trouble::Trouble;

/// The capacity in which somebody gives a command: of those they have, the one that the table names first.
pub(crate) fn speaker(command: &str, had: &[Capacity], asked: Option<&str>) -> Option<Capacity> {
    if let Some(asked) = asked.filter(|asked| !asked.is_empty()) {
        return had.iter().copied().find(|capacity| capacity.name() == asked);
    }
    let row = table::find(command)?;
    if row.capacities.is_empty() {
        return had.first().copied();
    }
    row.capacities.iter().copied().find(|capacity| had.contains(capacity))
}

/// What is handed in.
pub(crate) struct Hand<'a> {
    /// Which sides accepted the platform when they registered.
    pub(crate) acceptances: &'a [RegisteredAcceptance],
    pub(crate) act: Uuid,
    pub(crate) capacity: Capacity,
    pub(crate) case: Uuid,
    pub(crate) command: Command,
    pub(crate) head: Option<Head>,
    pub(crate) people: &'a People,
    /// Persons who are new to the case and named in the command.
    pub(crate) persons: Vec<Person>,
    pub(crate) visitor: &'a Visitor,
}

impl Hand<'_> {
    /// The submission. Whoever acts in the case for the first time is committed to in the record's facts.
    pub(crate) fn submission(self) -> Result<Submission, Trouble> {
        let id = self.visitor.signed.account.id.to_string();
        let mut persons = self.persons;
        let mut facts = Facts::default();
        if relies_on_the_inbox(&self.command) {
            facts.acceptances = self.acceptances.to_vec();
        }
        let mut people = self.people.clone();
        people.may_be_named(self.visitor.signed.account.id, &self.visitor.signed.account.name);
        if let Some((reference, Some(row))) = people.reference(&id)? {
            let named = persons
                .iter()
                .find(|person| person.id == id)
                .map(|person| PersonRef { commit: person.commitment(), id: id.clone() });
            if named.is_none() {
                persons.push(row);
            }
            facts.persons.push(named.unwrap_or(reference));
        }
        let actor = Actor { capacity: self.capacity, id, side: self.capacity.side() };
        // The desk puts the time of recording in its place.
        let at = Moment::from_millis(0);
        let act = Act { act: self.act, actor, at, case: self.case, command: self.command, facts };
        Ok(Submission { expected_head: self.head, persons, ..Submission::new(act) })
    }
}

/// Acts by which something is served: by whether a side reads the platform's inbox, they are with it at once.
const fn relies_on_the_inbox(command: &Command) -> bool {
    matches!(command, Command::Offer(_) | Command::Review(_) | Command::Supervision(_) | Command::Paper(_))
}
