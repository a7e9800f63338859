//! Words for names, dates, sides and stages: everything that sentences are made of.

use law::Date;
use law::time::Moment;
use messages::{Catalogue, Said};
use negotiation::state::{Duty, Owner};
use negotiation::terms::Value;
use negotiation::{Capacity, Side, table};

use crate::input::Names;

/// Says things in the language of the catalogue, with the names at hand.
#[derive(Clone, Copy)]
pub(crate) struct Teller<'a> {
    pub(crate) catalogue: &'a Catalogue,
    pub(crate) names: &'a Names,
}

impl Teller<'_> {
    /// The sentence of a message.
    pub(crate) fn say(&self, said: &Said) -> String {
        self.catalogue.say(said)
    }

    /// The text of a message without arguments.
    pub(crate) fn key(&self, key: impl Into<String>) -> String {
        self.catalogue.say(&Said::new(key.into()))
    }

    /// A list of names or points, joined as the language joins them.
    pub(crate) fn list<T: AsRef<str>>(&self, items: impl IntoIterator<Item = T>) -> String {
        let comma = self.key("timeline-comma");
        let items: Vec<T> = items.into_iter().collect();
        items.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(&comma)
    }

    /// A person's name; the id where the row was erased.
    pub(crate) fn person(&self, id: &str) -> String {
        match self.names.persons.get(id) {
            Some(name) => name.clone(),
            None => self.say(&Said::new("timeline-person-unknown").arg("id", id)),
        }
    }

    /// Who acted: a person's name, or the clock or the system.
    pub(crate) fn actor(&self, actor: &negotiation::Actor) -> String {
        match actor.capacity {
            Capacity::System | Capacity::Clock => self.capacity(actor.capacity),
            Capacity::UnionChair
            | Capacity::UnionOfficer
            | Capacity::WorkerChief
            | Capacity::WorkerRep
            | Capacity::CongressDelegate
            | Capacity::EmployerLegalRep
            | Capacity::EmployerChief
            | Capacity::EmployerRep
            | Capacity::EmployerAgent
            | Capacity::Recorder
            | Capacity::HrssOfficer
            | Capacity::HigherUnion
            | Capacity::Instructor
            | Capacity::Coordinator
            | Capacity::CongressClerk => self.person(&actor.id),
        }
    }

    /// The name of a side.
    pub(crate) fn side(&self, side: Side) -> String {
        self.key(format!("neg-side-{}", side.name()))
    }

    /// The name of whoever owes a duty.
    pub(crate) fn owner(&self, owner: Owner) -> String {
        self.key(format!("neg-owner-{}", owner.name()))
    }

    /// The name of a capacity.
    pub(crate) fn capacity(&self, capacity: Capacity) -> String {
        self.key(table::capacity_key(capacity))
    }

    /// The name of a command.
    pub(crate) fn command(&self, command: &str) -> String {
        self.key(table::command_key(command))
    }

    /// The name of a duty. The items of disclosure have names of their own, taken from the id.
    pub(crate) fn duty(&self, duty: &Duty) -> String {
        let item = duty.id.split('-').nth(1).filter(|_| duty.rule == "disclose");
        let name = item.map_or_else(|| duty.rule.clone(), |item| format!("{}-{item}", duty.rule));
        let name = self.key(format!("neg-duty-{}", name.replace('_', "-")));
        // Data that were asked for are owed one by one, under the number of the request.
        match duty.id.rsplit('-').next().filter(|_| duty.id.starts_with("disclose-data-")).map(str::parse::<u32>) {
            Some(Ok(number)) => self.say(&Said::new("timeline-duty-numbered").arg("duty", name).arg("number", number)),
            Some(Err(_)) | None => name,
        }
    }

    /// `2026年3月18日`.
    pub(crate) fn day(&self, day: Date) -> String {
        self.say(&day_said("timeline-day", day))
    }

    /// `2026年3月18日（周三）`.
    pub(crate) fn weekday(&self, day: Date) -> String {
        const NAMES: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
        let at = usize::try_from(day.weekday().to_monday_zero_offset()).unwrap_or(0);
        let name = NAMES.get(at).copied().unwrap_or("mon");
        self.say(&day_said("timeline-weekday", day).arg("weekday", name))
    }

    /// `2026年3月18日09:30`.
    pub(crate) fn moment(&self, at: Moment) -> String {
        let said = Said::new("timeline-moment").arg("day", self.day(at.date()));
        self.say(&said.arg("time", clock(at)))
    }

    /// An instant as the last of its day where it is a midnight: `2026年2月24日24:00`.
    pub(crate) fn midnight(&self, at: Moment) -> String {
        let before = at.plus_millis(-1);
        if before.date() == at.date() {
            return self.moment(at);
        }
        let said = Said::new("timeline-moment").arg("day", self.day(before.date()));
        self.say(&said.arg("time", "24:00"))
    }

    /// Words with the values in their places.
    pub(crate) fn filled(&self, text: &str, values: &[Value]) -> String {
        let filled = values
            .iter()
            .fold(text.to_owned(), |text, value| text.replace(&format!("{{{}}}", value.key), &value.text()));
        if filled.trim().is_empty() {
            return self.list(values.iter().map(Value::text));
        }
        filled
    }
}

fn day_said(key: &'static str, day: Date) -> Said {
    let said = Said::new(key).arg("year", day.year()).arg("month", day.month());
    said.arg("day", day.day())
}

/// `09:30`.
pub(crate) fn clock(at: Moment) -> String {
    let (hour, minute) = at.clock();
    format!("{hour:02}:{minute:02}")
}

/// The first sixteen digits of a hash, enough to tell records apart on paper.
pub(crate) fn short(hash: ledger::Digest) -> String {
    hash.to_string().chars().take(16).collect()
}
