//! What an act would lead to, asked of the same pure function that will decide.

use negotiation::{Act, Refusal, perform};
use store::Submission;
use timeline::Entry;

use crate::people::People;
use crate::room::Room;
use crate::site::Site;
use crate::trouble::Trouble;

/// What would happen.
pub(crate) enum Outlook {
    /// It would be recorded: what the clock would strike before it, and the act itself, told.
    Recorded(Vec<Entry>),
    /// It would be refused.
    Refused(Box<Refusal>),
}

/// Decides an act without recording it.
///
/// # Errors
/// The history of the case is damaged.
pub(crate) fn outlook(site: &Site, room: &Room, submission: &Submission) -> Result<Outlook, Trouble> {
    let act = Act { at: site.desk.now(), ..submission.act.clone() };
    let performed = perform(&site.book, room.state.clone(), act);
    if let Err(refusal) = performed.outcome {
        return Ok(Outlook::Refused(Box::new(refusal)));
    }
    let before = room.records.len();
    let mut records = room.records.clone();
    records.extend(performed.records.into_iter().map(|record| record.bytes));
    let names = with_new(&room.people, submission);
    let told = timeline::build(room.line.case, &records, &names, &[], &site.texts, site.desk.now())?;
    Ok(Outlook::Recorded(told.entries.into_iter().skip(before).collect()))
}

/// Names, with those of persons whom the act would bring in.
fn with_new(people: &People, submission: &Submission) -> timeline::Names {
    let mut names = people.names();
    for person in &submission.persons {
        if let Ok(fields) = serde_json::from_slice::<crate::people::Fields>(&person.fields) {
            names.persons.insert(person.id.clone(), fields.name);
        }
    }
    names
}
