//! Who acts in the cases of a demonstration, and under which name each signs in.

use negotiation::Capacity;
use toml::Value;
use uuid::Uuid;

use super::Seed;
use crate::scenario::{Draw, MAIN, Step};

/// The password of every account of a demonstration; no account may have a shorter one.
pub const PASSWORD: &str = "demo-demo";

/// Start of the codes of all made-up counties of the province.
const COUNTIES: &str = "3399";

/// A person of a demonstration. The id of the account is the person's id in records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DemoPerson {
    /// The person's capacities, the usual one first.
    pub capacities: Vec<Capacity>,
    /// The cases, the first being that of the scenario; none for those who see to a whole region.
    pub cases: Vec<Uuid>,
    /// The employer's unified social credit code; empty for those who see to a whole region.
    pub employer: String,
    /// Registered name of the employer.
    pub employer_name: String,
    /// Id of the account and of the person.
    pub id: Uuid,
    /// Login.
    pub login: String,
    /// Name.
    pub name: String,
    /// Region code, or the start of several.
    pub region: String,
}

/// A role that the demonstration offers first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Role {
    /// Login.
    pub login: String,
    /// Message key of what the role is.
    pub title: &'static str,
    /// Who that is: name and employer.
    pub who: String,
    /// Where to begin.
    pub path: String,
}

/// Logins of the roles that are offered first, with the capacity by which each is found in the main case.
const ROLES: [(&str, Capacity, &str); 5] = [
    ("demo-chair", Capacity::UnionChair, "demo-role-chair"),
    ("demo-rep", Capacity::WorkerRep, "demo-role-rep"),
    ("demo-firm", Capacity::EmployerChief, "demo-role-firm"),
    ("demo-review", Capacity::HrssOfficer, "demo-role-review"),
    ("demo-fed", Capacity::HigherUnion, "demo-role-fed"),
];

/// Login and role of whoever begins a first case in an enterprise that has none.
const BEGINNER: (&str, &str) = ("demo-new", "demo-role-new");

/// Code of that enterprise. Fictional; the check digits hold.
const NEW_EMPLOYER: &str = "91339901MA9D0M03XH";

/// Code of an enterprise whose head has no account: everything reaches him on paper. Fictional; the check digits hold.
const PAPER_EMPLOYER: &str = "91339901MA9D0M0722";

/// Somebody of an enterprise that has no case yet.
struct Newcomer {
    capacities: &'static [Capacity],
    /// Code and key of the name of the enterprise.
    employer: (&'static str, &'static str),
    login: &'static str,
    /// Key of the person's name.
    name: &'static str,
}

const fn newcomer(
    employer: (&'static str, &'static str),
    login: &'static str,
    name: &'static str,
    capacities: &'static [Capacity],
) -> Newcomer {
    Newcomer { capacities, employer, login, name }
}

const NEW: (&str, &str) = (NEW_EMPLOYER, "demo-new-employer");
const ON_PAPER: (&str, &str) = (PAPER_EMPLOYER, "demo-paper-employer");

const NEWCOMERS: [Newcomer; 3] = [
    newcomer(NEW, BEGINNER.0, "demo-new-chair-name", &[Capacity::UnionChair, Capacity::WorkerChief]),
    newcomer(NEW, "demo-new-firm", "demo-new-head-name", &[Capacity::EmployerLegalRep, Capacity::EmployerChief]),
    newcomer(ON_PAPER, "demo-paper", "demo-paper-chair-name", &[Capacity::UnionChair, Capacity::WorkerChief]),
];

/// Everybody in the cases, those of the main case first.
#[must_use]
pub fn of(seeds: &[Seed]) -> Vec<DemoPerson> {
    let mut all: Vec<DemoPerson> = Vec::new();
    for (number, seed) in seeds.iter().enumerate() {
        let own = case(number, seed, &all);
        all.extend(own);
    }
    if !all.iter().any(|person| person.login == "demo-fed") {
        all.push(DemoPerson {
            capacities: vec![Capacity::HigherUnion],
            cases: Vec::new(),
            employer: String::new(),
            employer_name: String::new(),
            id: Draw::new("demo accounts").person("demo-fed"),
            login: "demo-fed".to_owned(),
            name: crate::catalogue::word("demo-fed-name"),
            region: COUNTIES.to_owned(),
        });
    }
    all.extend(NEWCOMERS.into_iter().map(Newcomer::person));
    all
}

impl Newcomer {
    fn person(self) -> DemoPerson {
        let (code, employer_name) = self.employer;
        DemoPerson {
            capacities: self.capacities.to_vec(),
            cases: Vec::new(),
            employer: code.to_owned(),
            employer_name: crate::catalogue::word(employer_name),
            id: Draw::new("demo accounts").person(self.login),
            login: self.login.to_owned(),
            name: crate::catalogue::word(self.name),
            region: code.get(2..8).unwrap_or_default().to_owned(),
        }
    }
}

/// The roles that are offered first.
#[must_use]
pub fn roles(persons: &[DemoPerson]) -> Vec<Role> {
    let offered = ROLES.iter().map(|(login, _, title)| (*login, *title)).chain([BEGINNER]);
    let found = offered.filter_map(|(login, title)| {
        let person = persons.iter().find(|person| person.login == login)?;
        let path = person.cases.first().map_or_else(|| "/home".to_owned(), |case| format!("/cases/{case}"));
        Some(role_of(person, title, path))
    });
    found.collect()
}

/// Somebody as a role, beginning at a path.
pub(super) fn role_of(person: &DemoPerson, title: &'static str, path: String) -> Role {
    let who = [person.name.as_str(), person.employer_name.as_str()].join("　");
    Role { login: person.login.clone(), title, who: who.trim().to_owned(), path }
}

/// The cases of a seed that are open, that of the scenario first.
pub(super) fn cases_of(seed: &Seed) -> Vec<Uuid> {
    let opened = seed.scenario.steps.iter().filter(|step| step.command == "open_case" && step.at <= seed.until);
    let key = |step: &Step| step.case.clone().unwrap_or_else(|| MAIN.to_owned());
    opened.map(|step| seed.scenario.draw.case(&key(step), step.at)).collect()
}

/// The people of one case; `known` are those of the cases before it.
fn case(number: usize, seed: &Seed, known: &[DemoPerson]) -> Vec<DemoPerson> {
    let scenario = &seed.scenario;
    let opening = scenario.steps.iter().find(|step| step.command == "open_case" && step.case.is_none());
    let Some(opening) = opening else { return Vec::new() };
    let cases = cases_of(seed);
    let employer = |field: &str| {
        let value = opening.with.get("employer").and_then(|employer| employer.get(field)).and_then(Value::as_str);
        value.unwrap_or_default().to_owned()
    };
    let mut people: Vec<DemoPerson> = Vec::new();
    for (key, person) in &scenario.persons {
        let Ok(id) = person.reference.id.parse() else { continue };
        let role = ROLES.iter().find(|(login, capacity, _)| {
            let is_free = |all: &[DemoPerson]| all.iter().all(|other| other.login != *login);
            number == 0 && person.capacities.contains(capacity) && is_free(&people) && is_free(known)
        });
        let login = role.map_or_else(|| login(number, key), |(login, ..)| (*login).to_owned());
        let reviews = login == "demo-review" || login == "demo-fed";
        people.push(DemoPerson {
            capacities: person.capacities.clone(),
            cases: cases.clone(),
            employer: employer("uscc"),
            employer_name: employer("name"),
            id,
            login,
            name: person.fields.name.clone(),
            region: if reviews { COUNTIES.to_owned() } else { scenario.header.region.clone() },
        });
    }
    people
}

/// A login of nobody in particular: number of the case and key of the person.
fn login(number: usize, key: &str) -> String {
    format!("demo{:02}-{key}", number + 1)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::super::scenarios;
    use super::*;

    #[test]
    fn every_login_is_one_persons_and_the_six_roles_are_there() {
        let persons = of(&scenarios().unwrap());
        let logins: BTreeSet<&str> = persons.iter().map(|person| person.login.as_str()).collect();
        assert_eq!(logins.len(), persons.len());
        let roles = roles(&persons);
        assert_eq!(roles.len(), ROLES.len() + 1, "{roles:?}");
        assert!([NEW_EMPLOYER, PAPER_EMPLOYER].into_iter().all(|code| law::identity::check_uscc(code).is_ok()));
        for role in &roles {
            assert!(crate::catalogue::catalogue().has(role.title), "{}", role.title);
        }
        let ids: BTreeSet<Uuid> = persons.iter().map(|person| person.id).collect();
        assert_eq!(ids.len(), persons.len());
    }
}
