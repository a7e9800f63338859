//! What a form asks for: the fields of a command, as data.

/// A field of a form, named as the command names it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Field {
    pub(crate) kind: Kind,
    pub(crate) name: &'static str,
    /// It must be filled in.
    pub(crate) needed: bool,
    /// Seldom needed: folded away until opened.
    pub(crate) seldom: bool,
}

/// What goes into a field, and how it is asked for.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Kind {
    /// One line of words.
    Line,
    /// Paragraphs.
    Text,
    /// A day.
    Day,
    /// A whole number from 0.
    Count,
    /// Yes where ticked.
    Tick,
    /// Yes or no, to be chosen.
    Consent,
    /// One of several values.
    Choice(&'static [&'static str]),
    /// Several short texts, one a line.
    Lines,
    /// Several numbers, separated by anything.
    Numbers,
    /// A scan or a photo, named in the record by its hash.
    Scan,
    /// A file disclosed in confidence, named in the record by a salted commitment.
    Secret,
    /// Somebody: one whom the case knows, or somebody new.
    Person,
    /// A representative on a list, by id.
    Seated,
    /// Several of the representatives on the lists.
    Crowd,
    /// Several persons, each known or new.
    Persons,
    /// The name of whoever acts, typed by themselves where an act is signed online; in no record.
    OwnName,
    /// A clause of the text, by id.
    Clause,
    /// Fields of one object.
    Group(&'static [Field]),
    /// Several objects, so many rows to begin with.
    Rows(&'static [Field], usize),
    /// The values that stand in a position's words.
    Values,
    /// A whole agreement.
    Terms,
    /// A sum of money, in yuan.
    Yuan,
    /// A share, in percent.
    Percent,
    /// What each grade of a post earns.
    Grades,
    /// An act on paper: the form of the command that was chosen before.
    Act,
    /// A recorded fact that was chosen before: what stands, and what is right.
    Fact,
    /// Somebody whom the case knows, by id.
    Known,
    /// The capacity in which the chosen act was done on paper.
    Capacity,
    /// One of what waits for a second person, by number.
    Pending,
    /// What the case itself says.
    Given(Given),
}

/// What the case itself says, so that nobody has to type it.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Given {
    /// Digest of the text under way.
    Text,
    /// Digest of the text of acceptance.
    Acceptance,
    /// Number of the session whose minutes wait for this side.
    Session,
    /// The side of whoever acts.
    Side,
    /// The word `accept`.
    Accept,
    /// The clause that was chosen before.
    Clause,
    /// An empty list.
    Nothing,
    /// The side of the capacity in the field beside it.
    SideOfCapacity,
    /// Digest of the slip that is confirmed, as mended.
    Slip,
    /// The ballot that was held online on the text, if one was.
    Online,
    /// What the opening says of the case in force on which it hangs: all of it, or the part of that name.
    Parent,
}

/// A field that must be filled in.
pub(crate) const fn need(name: &'static str, kind: Kind) -> Field {
    Field { kind, name, needed: true, seldom: false }
}

/// A field that may stay empty.
pub(crate) const fn may(name: &'static str, kind: Kind) -> Field {
    Field { kind, name, needed: false, seldom: false }
}

/// A field that is folded away.
pub(crate) const fn seldom(name: &'static str, kind: Kind) -> Field {
    Field { kind, name, needed: false, seldom: true }
}

/// What the case itself says.
pub(crate) const fn given(name: &'static str, what: Given) -> Field {
    Field { kind: Kind::Given(what), name, needed: true, seldom: false }
}
