//! What a form is asked about: the command, the case, the side, the clause; and what the case itself answers.

use law::dataset::DataSets;
use law::rules::Profile;
use ledger::Digest;
use negotiation::command::{OfferBasis, Parent};
use negotiation::state::Stage;
use negotiation::terms::{Clause, Terms, Value as Figure};
use negotiation::{Capacity, Negotiation, Side};
use uuid::Uuid;

use super::agreement::{follow, template};
use super::fact::{Fact, facts};
use super::pending::Pending;
use super::posted::Posted;
use super::spec::Field;
use crate::people::People;
use crate::vote::Held;

/// The text that a party accepts with the platform; the record names it by its hash.
pub(crate) const ACCEPTANCE: &str = include_str!("../../data/acceptance.txt");

/// What stands around a form and isn't part of the case.
#[derive(Clone, Copy, Default)]
pub(crate) struct Around<'a> {
    /// The name of whoever acts; none where the act was done on paper, or is only shown.
    pub(crate) actor: Option<&'a str>,
    /// The case, where it has pages already.
    pub(crate) case: Option<Uuid>,
    /// Regions and whose rules hold in them, while a case is opened.
    pub(crate) data: Option<&'a DataSets>,
}

/// A form, asked about a case.
pub(crate) struct Asking<'a> {
    pub(crate) around: Around<'a>,
    /// The clause that was chosen before.
    pub(crate) clause: Option<String>,
    /// Flat name of the command.
    pub(crate) command: &'a str,
    /// The text from which a case starts that hangs on another.
    pub(crate) first: Option<&'a Terms>,
    /// The case; none before it is opened.
    pub(crate) n: Option<&'a Negotiation>,
    /// A ballot on the text that was held online and has ended.
    pub(crate) online: Option<&'a Held>,
    /// What an opening says of the case in force on which it hangs.
    pub(crate) parent: Option<&'a Parent>,
    /// What waits for a second person.
    pub(crate) pending: &'a [Pending],
    /// Who may be named.
    pub(crate) people: &'a People,
    /// The act on paper or the fact that was chosen before.
    pub(crate) pick: Option<&'a str>,
    /// The side of whoever acts.
    pub(crate) side: Side,
}

impl<'a> Asking<'a> {
    /// The text under way: tabled, initialled, voted, signed, filed or in force.
    pub(crate) fn text(&self) -> Option<(Digest, &Terms)> {
        let stage = &self.n?.stage;
        let text = draft(stage).or_else(|| stage.text())?;
        Some((text.digest, &text.terms))
    }

    /// The text to draft from: the one on the table, that of the case on which this one hangs, or the template, with what was
    /// agreed in its place.
    pub(crate) fn base(&self) -> Terms {
        let mut terms = match (self.text(), self.first, self.n) {
            (Some((_, terms)), _, _) | (None, Some(terms), _) => terms.clone(),
            (None, None, n) => template(n),
        };
        // A slip is one of the text as it stands.
        let agreed = self.n.map(|n| &n.table.agreed).filter(|_| self.command != "propose_slip");
        if let Some(agreed) = agreed.filter(|agreed| !agreed.is_empty()) {
            let had: Vec<Figure> = terms.clauses.iter().flat_map(|clause| clause.values.clone()).collect();
            for clause in &mut terms.clauses {
                if let Some(agreed) = agreed.get(&clause.id) {
                    clause.text.clone_from(&agreed.text);
                    clause.values.clone_from(&agreed.values);
                }
            }
            // What was agreed stays as it was agreed; what follows from it in other clauses follows.
            let (settled, others): (Vec<_>, Vec<_>) =
                terms.clauses.iter_mut().partition(|clause| agreed.contains_key(&clause.id));
            let mut settled: Vec<Figure> = settled.into_iter().flat_map(|clause| clause.values.clone()).collect();
            let others = others.into_iter().flat_map(|clause| &mut clause.values);
            follow(&mut others.chain(&mut settled).collect::<Vec<_>>(), &had);
        }
        terms
    }

    /// The form of the act on paper that was chosen before: its command and its fields.
    pub(crate) fn inner(&self) -> Option<(&'a str, &'static [Field])> {
        let command = self.pick.filter(|command| self.command == "enter_paper" && may_be_on_paper(command))?;
        Some((command, super::forms::fields(command)?))
    }

    /// The same question about the act on paper, for whoever did it.
    pub(crate) fn about(&self, command: &'a str, posted: &Posted) -> Self {
        let done_by = capacity(posted.one("actor.capacity"));
        Self {
            around: Around { actor: None, ..self.around },
            clause: self.clause.clone(),
            command,
            first: self.first,
            n: self.n,
            online: self.online,
            parent: None,
            pending: &[],
            people: self.people,
            pick: None,
            side: done_by.map_or(self.side, Capacity::side),
        }
    }

    /// Whether a value of a choice can be meant here at all.
    pub(crate) fn offers(&self, path: &str, value: &str) -> bool {
        if self.command != "issue_offer" || path != "basis" {
            return true;
        }
        let kind = self.n.and_then(|n| n.header.parent.as_ref()).map(|parent| parent.kind);
        serde_json::from_value::<OfferBasis>(value.into()).is_ok_and(|basis| basis.fits(kind))
    }

    /// The fact that was chosen before.
    pub(crate) fn fact(&self) -> Option<Fact> {
        let wanted = self.pick?;
        facts(self.n?).into_iter().find(|fact| fact.id() == wanted)
    }

    /// Whose rules hold where the employer is, by the region that was typed.
    pub(crate) fn rules(&self, posted: &Posted) -> Option<Profile> {
        self.around.data?.profile(posted.one("region"))
    }

    /// The slip that is confirmed, by the number that was typed.
    pub(crate) fn slip(&self, posted: &Posted) -> Option<Digest> {
        let index = posted.one("slip").parse::<usize>().ok()?.checked_sub(1)?;
        Some(self.n?.slips.get(index)?.mended.digest)
    }

    /// What waits and this command confirms.
    pub(crate) fn waiting(&self) -> impl Iterator<Item = &'a Pending> {
        self.pending.iter().filter(|pending| pending.confirm == self.command)
    }

    /// The clause that was chosen before, in its latest words: our own position, theirs, or the text to draft from.
    pub(crate) fn position(&self) -> Option<Clause> {
        self.latest(self.clause.as_deref()?)
    }

    /// The clause to which figures belong: the one in the field beside them, in a row of several, or that of the form.
    pub(crate) fn beside(&self, posted: &Posted, path: &str) -> Option<Clause> {
        let row = path.strip_suffix("values").unwrap_or_default();
        match posted.one(&format!("{row}clause")) {
            _ if row.is_empty() => self.position(),
            "" => None,
            id => self.latest(id),
        }
    }

    /// A clause in its latest words.
    pub(crate) fn latest(&self, id: &str) -> Option<Clause> {
        let mut clause = self.base().clause(id).cloned()?;
        let table = &self.n?.table;
        if let Some(latest) = table.latest(id, self.side).or_else(|| table.latest(id, self.side.other())) {
            clause.text.clone_from(&latest.text);
            clause.values.clone_from(&latest.values);
        }
        Some(clause)
    }

    /// A figure that is agreed, or as a side put it last: this one, else the other.
    pub(crate) fn tabled(&self, key: &str) -> Option<Figure> {
        let table = &self.n?.table;
        let base = self.base();
        let id = &base.clauses.iter().find(|clause| clause.values.iter().any(|value| value.key == key))?.id;
        let put = |side: Side| table.latest(id, side).map(|put| &put.values);
        let agreed = table.agreed.get(id).map(|agreed| &agreed.values);
        let values = agreed.or_else(|| put(self.side)).or_else(|| put(self.side.other()))?;
        values.iter().find(|value| value.key == key).cloned()
    }

    /// The session whose minutes wait for this side, the oldest first.
    pub(crate) fn session(&self) -> Option<u32> {
        let waits = |session: &&negotiation::state::Session| {
            session.closed.is_some() && session.confirmed.get(self.side).is_none_or(Option::is_none)
        };
        self.n?.sessions.iter().find(waits).map(|session| session.number)
    }
}

/// Whether a field is the one that says whose rules a case is opened under.
pub(super) fn is_profile(ask: &Asking<'_>, path: &str) -> bool {
    ask.command == "open_case" && path == "profile"
}

/// The capacity of a name.
pub(crate) fn capacity(name: &str) -> Option<Capacity> {
    accounts::access::PEOPLE.into_iter().find(|capacity| capacity.name() == name)
}

/// Whether an act can be entered as done on paper here. What starts from a clause at the table has no form of its own.
pub(crate) fn may_be_on_paper(command: &str) -> bool {
    const OTHERWISE: [&str; 8] = [
        "open_case",
        "enter_paper",
        "confirm_paper",
        "propose_correction",
        "confirm_correction",
        "confirm_slip",
        "table_position",
        "accept_position",
    ];
    !OTHERWISE.contains(&command) && super::forms::fields(command).is_some()
}

/// A text that is on the table and not initialled by both.
pub(crate) const fn draft(stage: &Stage) -> Option<&negotiation::state::AgreedText> {
    let draft = match stage {
        Stage::Negotiating(_, draft) => draft.as_ref(),
        Stage::Renegotiating(renegotiating) => renegotiating.draft.as_ref(),
        Stage::Objected(objected) => objected.draft.as_ref(),
        Stage::Idle
        | Stage::Offered(_)
        | Stage::AwaitingReply(_)
        | Stage::Preparing(_)
        | Stage::Ready(_)
        | Stage::Drafted(_)
        | Stage::Congress(_)
        | Stage::Adopted(_)
        | Stage::Signed(_)
        | Stage::Filed(_)
        | Stage::UnderReview(_)
        | Stage::Effective(_)
        | Stage::Refused(_)
        | Stage::Suspended(_)
        | Stage::Disputed(_)
        | Stage::Closed(_)
        | Stage::Ended(_)
        | Stage::Rescinded(_) => None,
    };
    match draft {
        Some(draft) => Some(&draft.text),
        None => None,
    }
}
