//! From what was typed to a command: every field by its kind, every fault with its place.

use std::str::FromStr;

use law::Date;
use law::money::{BasisPoints, Fen};
use ledger::Digest;
use messages::Said;
use negotiation::Command;
use negotiation::terms::{Terms, Unit};
use serde_json::{Map, Value, json};
use store::Person;
use uuid::Uuid;

use super::asking::{ACCEPTANCE, Asking, capacity};
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

struct Reader<'a> {
    ask: &'a Asking<'a>,
    faults: Vec<Fault>,
    persons: Vec<Person>,
    posted: &'a Posted,
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
            Kind::Given(given) => self.given(given, path),
            Kind::Act => self.act(path),
            Kind::Fact => self.fact(path),
            Kind::Secret => self.secret(field, path, text),
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
            | Kind::Person
            | Kind::Crowd
            | Kind::Persons
            | Kind::Group(_)
            | Kind::Rows(..)
            | Kind::Values
            | Kind::Terms
            | Kind::Given(_) => Some(json!(text)),
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
        let mut all = Vec::new();
        for value in values.iter().filter(|value| text.contains(&format!("{{{}}}", value.key))) {
            let place = format!("{path}.{}", value.key);
            if let Some(amount) = self.amount(&place, value.unit) {
                all.push(json!({ "amount": amount, "key": value.key, "unit": value.unit }));
            }
        }
        Some(Value::Array(all))
    }

    fn amount(&mut self, path: &str, unit: Unit) -> Option<i64> {
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

    /// A whole agreement: the text to draft from with the words and figures that were typed.
    fn terms(&mut self, path: &str) -> Option<Value> {
        let mut terms: Terms = self.ask.base();
        let title = self.posted.one(&format!("{path}.title"));
        if !title.is_empty() {
            terms.title = title.to_owned();
        }
        let coverage = self.posted.one(&format!("{path}.coverage"));
        if !coverage.is_empty() {
            terms.coverage = coverage.to_owned();
        }
        for clause in &mut terms.clauses {
            let place = format!("{path}.{}", clause.id);
            let text = self.posted.one(&format!("{place}.text"));
            if !text.is_empty() {
                clause.text = text.to_owned();
            }
            for value in &mut clause.values {
                if let Some(amount) = self.amount(&format!("{place}.{}", value.key), value.unit) {
                    value.amount = amount;
                }
            }
        }
        if let negotiation::terms::Term::Months { months } = &mut terms.term
            && let Some(stated) = months_stated(&terms.clauses)
        {
            *months = stated;
        }
        Some(json!(terms))
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

/// The length of the term in the words of the clause about it.
fn months_stated(clauses: &[negotiation::terms::Clause]) -> Option<u16> {
    let value = clauses.iter().find(|clause| clause.id == "term")?.values.iter().find(|value| value.key == "months")?;
    u16::try_from(value.amount).ok()
}

/// A path one step further.
pub(crate) fn join(prefix: &str, name: &str) -> String {
    if prefix.is_empty() { name.to_owned() } else { format!("{prefix}.{name}") }
}
