//! The roster behind a roll: whom to fill in, and who is meant by a line. Somebody who stands on a roll by their place on
//! the roster finds the vote once they come in by their phone, before or after it was opened, and is reminded there.
//!
//! What the roll says of them is the line alone: name and constituency, and the number within the firm where two would be
//! the same without it. Phone, post and sex stay on the roster, which only those see who keep it.

use std::collections::{BTreeMap, BTreeSet};

use accounts::RosterPerson;
use accounts::access::Right;
use accounts::roster::may_for;

use super::office::Fields;
use crate::room::Room;
use crate::session::Visitor;
use crate::site::Site;
use crate::trouble::Trouble;

/// Who is to be on a roll.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Body {
    /// All workers.
    AllStaff,
    /// The delegates.
    Congress,
}

impl Body {
    /// The one that a form means.
    pub(super) fn named(name: &str) -> Self {
        if name == "all_staff" { Self::AllStaff } else { Self::Congress }
    }

    /// Its name in forms.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::AllStaff => "all_staff",
            Self::Congress => "congress",
        }
    }
}

/// Everybody on the roster of an employer.
#[derive(Default)]
pub(super) struct Workers(Vec<RosterPerson>);

/// A roster as lines of a roll.
pub(super) struct Filled {
    /// How the delegates are made up, as far as the roster says.
    pub(super) figures: Fields,
    /// A line each.
    pub(super) lines: Vec<String>,
    /// So many whose sex the roster doesn't say.
    pub(super) unknown: usize,
}

impl Workers {
    /// Of the employer of a case.
    pub(super) async fn of(site: &Site, room: &Room) -> Result<Self, Trouble> {
        Ok(Self(site.accounts.roster(&room.line.employer_uscc).await?))
    }

    /// The same for whoever keeps it; nobody else is to learn anything of it.
    pub(super) async fn kept_by(site: &Site, visitor: &Visitor, room: &Room) -> Result<Option<Self>, Trouble> {
        let keeps = may_for(&visitor.signed, Right::KeepRoster, &room.line.employer_uscc).is_ok();
        Ok(if keeps { Some(Self::of(site, room).await?) } else { None })
    }

    /// Whoever is to be on a roll.
    fn meant(&self, body: Body) -> impl Iterator<Item = &RosterPerson> {
        self.0.iter().filter(move |person| body == Body::AllStaff || person.delegate)
    }

    /// How many are to be on a roll.
    pub(super) fn count(&self, body: Body) -> usize {
        self.meant(body).count()
    }

    /// All who are to be on a roll, with what the roster says of how they are made up.
    pub(super) fn filled(&self, body: Body) -> Filled {
        let (who, mut taken) = (self.who(body), BTreeSet::new());
        let lines = self.meant(body).map(|person| {
            let own = |form: &String| who.get(form).is_some_and(|meant| meant.is_some_and(|one| one.id == person.id));
            let line = shown(person).into_iter().find(own).unwrap_or_else(|| apart(person, &taken));
            taken.insert(line.clone());
            line
        });
        let lines: Vec<String> = lines.collect();
        let unknown = self.meant(body).filter(|person| person.sex.is_empty()).count();
        let women = self.meant(body).filter(|person| person.sex == "female").count();
        let mut figures = vec![("body".to_owned(), body.name().to_owned())];
        if body == Body::Congress && unknown == 0 {
            figures.push(("women".to_owned(), women.to_string()));
        }
        Filled { figures, lines, unknown }
    }

    /// Who is meant by which line; nobody where it fits two: none is taken for the other.
    pub(super) fn who(&self, body: Body) -> BTreeMap<String, Option<&RosterPerson>> {
        let mut who: BTreeMap<String, Option<&RosterPerson>> = BTreeMap::new();
        for person in self.meant(body) {
            for form in forms(person) {
                who.entry(form).and_modify(|other| *other = None).or_insert(Some(person));
            }
        }
        who
    }
}

/// A name with what tells it from another of the same.
fn with(name: &str, marks: &[&str]) -> String {
    let marks: Vec<&str> = marks.iter().copied().filter(|mark| !mark.is_empty()).collect();
    if marks.is_empty() { name.to_owned() } else { format!("{name}（{}）", marks.join("，")) }
}

/// How somebody is written where it is plain enough, the shorter first.
fn shown(person: &RosterPerson) -> [String; 2] {
    let (name, number, constituency) = (&person.name.0, &person.number, &person.constituency);
    [with(name, &[constituency]), with(name, &[constituency, number])]
}

/// By which lines somebody may be meant.
fn forms(person: &RosterPerson) -> BTreeSet<String> {
    let (name, number) = (&person.name.0, &person.number);
    shown(person).into_iter().chain([name.clone(), with(name, &[number])]).collect()
}

/// A line for somebody whom nothing tells from another.
fn apart(person: &RosterPerson, taken: &BTreeSet<String>) -> String {
    let line = |n: usize| with(&person.name.0, &[&person.constituency, &person.number, &format!("同名之{n}")]);
    (1..).map(line).find(|line| !taken.contains(line)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use store::Hidden;
    use uuid::Uuid;

    use super::*;

    fn person(n: u128, name: &str, number: &str, constituency: &str, sex: &str) -> RosterPerson {
        RosterPerson {
            id: Uuid::from_u128(n),
            name: Hidden(name.to_owned()),
            phone: Hidden("13800000000".to_owned()),
            number: number.to_owned(),
            post: "焊工".to_owned(),
            constituency: constituency.to_owned(),
            sex: sex.to_owned(),
            delegate: n % 2 == 1,
            account: None,
        }
    }

    /// Everybody is written so that a line means one person, and a line that fits two means nobody.
    #[test]
    fn a_line_means_one_person_or_nobody() {
        let workers = Workers(vec![
            person(1, "张三", "7", "一班", "female"),
            person(3, "张三", "8", "一班", "male"),
            person(5, "李四", "", "", "male"),
            person(7, "王五", "", "二班", "female"),
            person(9, "王五", "", "二班", ""),
            person(2, "赵六", "9", "三班", "female"),
        ]);
        let filled = workers.filled(Body::Congress);
        let lines = ["张三（一班，7）", "张三（一班，8）", "李四", "王五（二班，同名之1）", "王五（二班，同名之2）"];
        assert_eq!((filled.lines.as_slice(), filled.unknown), (&lines.map(str::to_owned)[..], 1));
        assert_eq!(filled.figures, [("body".to_owned(), "congress".to_owned())], "one whose sex isn't known");
        let who = workers.who(Body::Congress);
        let id = |line: &str| who.get(line).copied().flatten().map(|person| person.id.as_u128());
        assert_eq!(["张三（7）", "张三（一班，8）", "李四"].map(id), [Some(1), Some(3), Some(5)]);
        assert_eq!(["张三", "张三（一班）", "王五（二班）", "王五（二班，同名之1）", "赵六"].map(id), [None; 5]);
        let all = workers.filled(Body::AllStaff);
        assert_eq!((all.lines.len(), all.lines[5].as_str()), (6, "赵六（三班）"));
        assert_eq!(workers.who(Body::AllStaff)["赵六"].map(|person| person.id.as_u128()), Some(2));
    }

    #[test]
    fn women_are_counted_where_every_sex_is_known() {
        let workers = Workers(vec![person(1, "甲", "", "", "female"), person(3, "乙", "", "", "male")]);
        let figures = workers.filled(Body::Congress).figures;
        assert_eq!(figures[1], ("women".to_owned(), "1".to_owned()));
        assert_eq!(workers.filled(Body::AllStaff).figures.len(), 1, "an all-staff meeting has no shares");
    }
}
