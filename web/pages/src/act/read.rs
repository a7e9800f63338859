//! From what was typed to a command: every field by its kind, every fault with its place.

use std::str::FromStr;

use law::Date;
use law::money::{BasisPoints, Fen};
use ledger::Digest;
use messages::Said;
use negotiation::Command;
use negotiation::terms::{Terms, Unit, Value as Figure, figure};
use serde_json::{Map, Value, json};
use store::Person;
use uuid::Uuid;

use super::agreement::{follow, is_own};
use super::asking::{ACCEPTANCE, Asking, capacity, is_profile};
use super::binding;
use super::gaps::{missing, words};
use super::posted::Posted;
use super::spec::{Field, Given, Kind};
use crate::people::{Fields, new_row};

/// Something that was typed wrong.
#[derive(Clone, Debug)]
pub(crate) struct Fault {
    /// Path of the field; empty for the form as a whole.
    pub(crate) path: String,
    pub(crate) said: Said,
}

/// A form that was filled in rightly.
#[derive(Debug)]
pub(crate) struct Filled {
    pub(crate) command: Command,
    /// Persons who are new to the case.
    pub(crate) persons: Vec<Person>,
}

/// The agreement in a form, as far as it can be read.
pub(super) fn terms(ask: &Asking<'_>, posted: &Posted, path: &str) -> Option<Terms> {
    let mut reader = Reader { ask, faults: Vec::new(), persons: Vec::new(), posted };
    serde_json::from_value(reader.terms(path)?).ok()
}

/// Reads a form.
///
/// # Errors
/// Every field that isn't as it should be.
pub(crate) fn read(ask: &Asking<'_>, posted: &Posted, fields: &[Field]) -> Result<Filled, Vec<Fault>> {
    let mut reader = Reader { ask, faults: Vec::new(), persons: Vec::new(), posted };
    let with = reader.object(fields, "");
    if !reader.faults.is_empty() {
        return Err(reader.faults);
    }
    let whole = json!({ "name": ask.command, "with": with });
    match serde_path_to_error::deserialize::<_, Command>(whole) {
        Ok(command) => Ok(Filled { command, persons: reader.persons }),
        Err(error) => {
            let said = Said::new("pages-fault-form").arg("place", error.path()).arg("what", error.inner());
            Err(vec![Fault { path: String::new(), said }])
        }
    }
}

pub(super) struct Reader<'a> {
    pub(super) ask: &'a Asking<'a>,
    pub(super) faults: Vec<Fault>,
    persons: Vec<Person>,
    pub(super) posted: &'a Posted,
}

impl Reader<'_> {
    fn object(&mut self, fields: &[Field], prefix: &str) -> Value {
        let mut object = Map::new();
        for field in fields {
            let path = join(prefix, field.name);
            if let Some(value) = self.value(field, &path) {
                object.insert(field.name.to_owned(), value);
            }
        }
        Value::Object(object)
    }

    fn fault(&mut self, path: &str, key: &'static str) -> Option<Value> {
        self.faults.push(Fault { path: path.to_owned(), said: Said::new(key) });
        None
    }

    fn absent(&mut self, field: &Field, path: &str, key: &'static str) -> Option<Value> {
        if field.needed { self.fault(path, key) } else { None }
    }

    fn value(&mut self, field: &Field, path: &str) -> Option<Value> {
        let text = self.posted.one(path);
        match field.kind {
            Kind::Tick => Some(json!(!text.is_empty())),
            Kind::Group(fields) => Some(self.object(fields, path)),
            Kind::Rows(fields, _) => self.rows(field, fields, path),
            Kind::Person => self.person(field, path),
            Kind::Persons => self.crowd_of(field, path),
            Kind::Crowd => self.crowd(field, path),
            Kind::Values => self.values(path),
            Kind::Terms => self.terms(path),
            Kind::Grades => None,
            Kind::Given(given) => self.given(given, path),
            Kind::Act => self.act(path),
            Kind::Fact => self.fact(path),
            Kind::Secret => self.secret(field, path, text),
            Kind::OwnName => {
                let wrong = binding::wrong_name(self.ask, self.posted, path);
                self.faults.extend(wrong.map(|said| Fault { path: path.to_owned(), said }));
                None
            }
            Kind::Choice(_) if text.is_empty() && is_profile(self.ask, path) => self.profile(path),
            Kind::Lines => {
                let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
                if lines.is_empty() { self.absent(field, path, "pages-fault-lines") } else { Some(json!(lines)) }
            }
            Kind::Numbers => {
                let parts = text.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty());
                let numbers: Vec<u32> = parts.filter_map(|part| part.parse().ok()).collect();
                if numbers.is_empty() { self.absent(field, path, "pages-fault-count") } else { Some(json!(numbers)) }
            }
            Kind::Line
            | Kind::Text
            | Kind::Day
            | Kind::Count
            | Kind::Consent
            | Kind::Choice(_)
            | Kind::Scan
            | Kind::Seated
            | Kind::Known
            | Kind::Capacity
            | Kind::Pending
            | Kind::Yuan
            | Kind::Percent
            | Kind::Clause => {
                if text.is_empty() {
                    return self.absent(field, path, missing(field.kind));
                }
                self.single(field.kind, path, text)
            }
        }
    }

    /// A field with one text in it, which isn't empty.
    fn single(&mut self, kind: Kind, path: &str, text: &str) -> Option<Value> {
        match kind {
            Kind::Day => match Date::from_str(text) {
                Ok(day) => Some(json!(day)),
                Err(_) => self.fault(path, "pages-fault-day"),
            },
            Kind::Count => match text.replace([',', '，'], "").parse::<u32>() {
                Ok(count) => Some(json!(count)),
                Err(_) => self.fault(path, "pages-fault-count"),
            },
            Kind::Consent => Some(json!(text == "yes")),
            Kind::Yuan => self.amount(path, Unit::Fen).map(|amount| json!(amount)),
            Kind::Percent => self.amount(path, Unit::BasisPoints).map(|amount| json!(amount)),
            Kind::Pending => match text.parse::<u32>() {
                Ok(number) => Some(json!(number)),
                Err(_) => self.fault(path, "pages-fault-pending"),
            },
            Kind::Capacity if capacity(text).is_none() => self.fault(path, "pages-fault-choice"),
            Kind::Known if !self.ask.people.is_known(text) => self.fault(path, "pages-fault-person"),
            Kind::Choice(options) if !options.contains(&text) => self.fault(path, "pages-fault-choice"),
            Kind::Scan if Digest::from_str(text).is_err() => self.fault(path, "pages-fault-scan"),
            Kind::Line
            | Kind::Text
            | Kind::Choice(_)
            | Kind::Scan
            | Kind::Seated
            | Kind::Known
            | Kind::Capacity
            | Kind::Act
            | Kind::Fact
            | Kind::Clause
            | Kind::Tick
            | Kind::Lines
            | Kind::Numbers
            | Kind::Secret
            | Kind::OwnName
            | Kind::Person
            | Kind::Crowd
            | Kind::Persons
            | Kind::Group(_)
            | Kind::Rows(..)
            | Kind::Values
            | Kind::Terms
            | Kind::Grades
            | Kind::Given(_) => Some(json!(text)),
        }
    }

    /// Whose rules hold follows from the region; where no table knows it, somebody has to say so.
    fn profile(&mut self, path: &str) -> Option<Value> {
        match self.ask.rules(self.posted) {
            Some(profile) => Some(json!(profile)),
            None => self.fault(path, "pages-fault-profile"),
        }
    }

    /// Salted commitments to files: one from a page, several from a program.
    fn secret(&mut self, field: &Field, path: &str, text: &str) -> Option<Value> {
        let named: Vec<&str> = text.split_whitespace().collect();
        if named.is_empty() {
            return self.absent(field, path, "pages-fault-scan");
        }
        if named.iter().any(|one| Digest::from_str(one).is_err()) {
            return self.fault(path, "pages-fault-scan");
        }
        Some(json!(named))
    }

    /// Rows in which something stands; empty ones are left out.
    fn rows(&mut self, field: &Field, fields: &'static [Field], path: &str) -> Option<Value> {
        let mut rows = Vec::new();
        for index in 0..self.posted.rows(path) {
            let row = format!("{path}.{index}");
            if !self.posted.is_blank(&row, &words(fields)) {
                rows.push(self.object(fields, &row));
            }
        }
        if rows.is_empty() { self.absent(field, path, "pages-fault-rows") } else { Some(Value::Array(rows)) }
    }

    /// Somebody whom the case knows, or somebody new.
    fn person(&mut self, field: &Field, path: &str) -> Option<Value> {
        let who = self.posted.one(&format!("{path}.who"));
        let name = self.posted.one(&format!("{path}.name"));
        if !who.is_empty() {
            return self.known(path, who);
        }
        if name.is_empty() {
            return self.absent(field, path, "pages-fault-person");
        }
        let filled = |part: &str| Some(self.posted.one(&format!("{path}.{part}")).to_owned()).filter(|t| !t.is_empty());
        let fields = Fields { id_no: None, name: name.to_owned(), phone: filled("phone"), post: filled("post") };
        match new_row(&Uuid::now_v7().to_string(), &fields) {
            Ok((reference, row)) => {
                self.persons.push(row);
                Some(json!(reference))
            }
            Err(_) => self.fault(path, "pages-fault-person"),
        }
    }

    fn known(&mut self, path: &str, id: &str) -> Option<Value> {
        let Ok(Some((reference, row))) = self.ask.people.reference(id) else {
            return self.fault(path, "pages-fault-person");
        };
        if let Some(row) = row {
            // Whoever is named twice in one act gets one row.
            if let Some(had) = self.persons.iter().find(|had| had.id == row.id) {
                return Some(json!({ "commit": had.commitment(), "id": had.id }));
            }
            self.persons.push(row);
        }
        Some(json!(reference))
    }

    fn crowd(&mut self, field: &Field, path: &str) -> Option<Value> {
        let ids = self.posted.all(path).to_vec();
        let all: Vec<Value> = ids.iter().filter_map(|id| self.known(path, id)).collect();
        if all.is_empty() { self.absent(field, path, "pages-fault-crowd") } else { Some(Value::Array(all)) }
    }

    fn crowd_of(&mut self, field: &Field, path: &str) -> Option<Value> {
        let mut all = Vec::new();
        for index in 0..self.posted.rows(path) {
            let row = format!("{path}.{index}");
            if !self.posted.is_blank(&row, &["who", "name"]) {
                all.extend(self.person(field, &row));
            }
        }
        if all.is_empty() { self.absent(field, path, "pages-fault-person") } else { Some(Value::Array(all)) }
    }

    fn values(&mut self, path: &str) -> Option<Value> {
        let values = self.ask.beside(self.posted, path).map(|clause| clause.values).unwrap_or_default();
        // The words stand in the field beside the values.
        let beside = path.strip_suffix("values").unwrap_or_default();
        let text = self.posted.one(&format!("{beside}text")).to_owned();
        let named = |value: &&Figure| text.contains(&format!("{{{}}}", value.key));
        let mut all: Vec<Figure> = values.iter().filter(named).cloned().collect();
        for value in &mut all {
            let place = join(path, &value.key);
            if self.posted.one(&place).is_empty() && is_own(&Figure { amount: 0, ..value.clone() }) {
                value.amount = 0;
            } else if let Some(amount) = self.amount(&place, value.unit) {
                value.amount = amount;
            }
        }
        // The rise that is on the table stands in a clause of its own.
        let mut rise: Vec<Figure> = self.ask.tabled(figure::RISE).into_iter().collect();
        follow(&mut all.iter_mut().chain(&mut rise).collect::<Vec<_>>(), &values);
        for value in all.iter().filter(|value| is_own(value)) {
            self.fault(&join(path, &value.key), "pages-fault-own-figure");
        }
        Some(json!(all))
    }

    pub(super) fn amount(&mut self, path: &str, unit: Unit) -> Option<i64> {
        let text = self.posted.one(path);
        let amount = match unit {
            Unit::Fen => Fen::from_str(text).map(|fen| fen.0).ok(),
            Unit::BasisPoints => BasisPoints::from_str(text).map(|points| points.0).ok(),
            Unit::Count => text.parse().ok(),
        };
        if amount.is_none() {
            self.fault(path, "pages-fault-amount");
        }
        amount
    }

    /// The act on paper: its own form, read for whoever did it.
    fn act(&mut self, path: &str) -> Option<Value> {
        let Some((name, fields)) = self.ask.inner() else {
            return self.fault(path, "pages-fault-act");
        };
        let ask = self.ask.about(name, self.posted);
        let persons = std::mem::take(&mut self.persons);
        let mut inner = Reader { ask: &ask, faults: Vec::new(), persons, posted: self.posted };
        let with = inner.object(fields, path);
        let Reader { faults, persons, .. } = inner;
        self.faults.extend(faults);
        self.persons = persons;
        Some(json!({ "name": name, "with": with }))
    }

    /// The fact with what stands and what is right.
    fn fact(&mut self, path: &str) -> Option<Value> {
        let Some(fact) = self.ask.fact() else {
            return self.fault(path, "pages-fault-fact");
        };
        let new = match fact.field() {
            Some(field) => Some(self.value(&field, &join(path, field.name))?),
            None => None,
        };
        Some(fact.change(new))
    }

    fn given(&mut self, given: Given, path: &str) -> Option<Value> {
        let missing = match given {
            Given::Accept => return Some(json!("accept")),
            Given::Acceptance => return Some(json!(Digest::sha256(ACCEPTANCE.as_bytes()))),
            Given::Nothing => return Some(json!([])),
            Given::Side => return Some(json!(self.ask.side)),
            Given::Clause => match &self.ask.clause {
                Some(clause) => return Some(json!(clause)),
                None => "pages-fault-clause",
            },
            Given::Session => match self.ask.session() {
                Some(number) => return Some(json!(number)),
                None => "pages-fault-session",
            },
            Given::SideOfCapacity => {
                let beside = path.strip_suffix("side").unwrap_or_default();
                match capacity(self.posted.one(&format!("{beside}capacity"))) {
                    Some(capacity) => return Some(json!(capacity.side())),
                    // The field of the capacity says so already.
                    None => return None,
                }
            }
            Given::Parent => {
                let parent = self.ask.parent.map(|parent| json!(parent))?;
                return path.strip_prefix("parent.").map_or(Some(parent.clone()), |part| parent.get(part).cloned());
            }
            Given::Online => return self.ask.online.map(crate::vote::Held::record),
            Given::Slip => match self.ask.slip(self.posted) {
                Some(digest) => return Some(json!(digest)),
                None => "pages-fault-pending",
            },
            Given::Text => match self.ask.text() {
                Some((digest, _)) => return Some(json!(digest)),
                None => "pages-fault-text",
            },
        };
        self.fault(path, missing)
    }
}

/// A path one step further.
pub(crate) fn join(prefix: &str, name: &str) -> String {
    if prefix.is_empty() { name.to_owned() } else { format!("{prefix}.{name}") }
}
