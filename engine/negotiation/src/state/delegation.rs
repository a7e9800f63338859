//! Registered representatives and what the sides gave each other.

use law::time::Moment;

use crate::actor::Side;
use crate::command::{DisclosureItem, Member, Selection};

/// The representatives of a side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delegation {
    /// The representatives.
    pub members: Vec<Member>,
    /// When they were registered.
    pub registered_at: Moment,
    /// How they were chosen.
    pub selection: Selection,
}

impl Delegation {
    /// The chief representative.
    #[must_use]
    pub fn chief(&self) -> Option<&Member> {
        self.members.iter().find(|member| member.chief)
    }

    /// Whether the person is a representative.
    #[must_use]
    pub fn has(&self, person: &str) -> bool {
        self.members.iter().any(|member| member.person.id == person)
    }
}

/// Something that a side gave the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DisclosureRecord {
    /// When.
    pub at: Moment,
    /// What.
    pub item: DisclosureItem,
    /// Points in words.
    pub points: Vec<String>,
    /// Who gave it.
    pub side: Side,
}
