//! A case as somebody related to it sees it: its records folded, told, and the capacities in which they may act.

use accounts::Scope;
use accounts::access::{self, Granted, Right};
use law::time::Moment;
use messages::Said;
use negotiation::command::ChildKind;
use negotiation::terms::Terms;
use negotiation::{CaseState, Negotiation, Side};
use serde::Serialize;
use store::{CaseLine, DocumentLine, StoredPerson};
use timeline::Timeline;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::act;
use crate::desk::difference::Before;
use crate::people::People;
use crate::session::Visitor;
use crate::site::Site;
use crate::trouble::Trouble;

/// A case, opened for somebody.
pub(crate) struct Room {
    /// The text that a renewal or a change takes the place of.
    pub(crate) before: Option<Before>,
    /// In which capacities the visitor may act, at least one.
    pub(crate) capacities: Vec<negotiation::Capacity>,
    /// The text from which the case starts, where it hangs on another.
    pub(crate) first: Option<Terms>,
    /// Its line in lists.
    pub(crate) line: CaseLine,
    /// Until when it is told.
    pub(crate) now: Moment,
    /// Persons that may be named.
    pub(crate) people: People,
    /// Exact bytes of its records.
    pub(crate) records: Vec<Vec<u8>>,
    /// The case and the end of its chain.
    pub(crate) state: CaseState,
    /// The case, told.
    pub(crate) told: Timeline,
}

impl Room {
    /// Opens a case for a visitor. Somebody who isn't related to it learns no more than if it weren't there.
    pub(crate) async fn enter(site: &Site, visitor: &Visitor, case: Uuid) -> Result<Self, Trouble> {
        let line = site.desk.store().case(case).await?.ok_or(Trouble::Missing)?;
        let capacities = visitor.signed.capacities(&line);
        if capacities.is_empty() {
            return Err(Trouble::Missing);
        }
        Self::load(site, line, capacities).await
    }

    /// Opens a case that was found among those of a visitor.
    pub(crate) async fn load(
        site: &Site,
        line: CaseLine,
        capacities: Vec<negotiation::Capacity>,
    ) -> Result<Self, Trouble> {
        let (case, now) = (line.case, site.desk.now());
        let mut people = People::stored(&persons(site, case).await?);
        let records = records(site, case).await?;
        let state = CaseState::replay(case, records.iter().map(Vec::as_slice))?;
        let told = timeline::build(case, &records, &people.names(), &[], &site.texts, now)?;
        for scope in [Scope::Employer(line.employer_uscc.clone()), Scope::Case(case)] {
            for (account, _) in site.accounts.standing_in(&scope).await? {
                people.may_be_named(account.id, &account.name);
            }
        }
        let (before, first) = origin(site, &state).await?.unzip();
        Ok(Self { before: before.flatten(), capacities, first, line, now, people, records, state, told })
    }

    /// A case that is about to be opened.
    pub(crate) fn empty(
        site: &Site,
        line: CaseLine,
        state: CaseState,
        people: People,
        capacity: negotiation::Capacity,
    ) -> Result<Self, Trouble> {
        let (records, now) = (Vec::<Vec<u8>>::new(), site.desk.now());
        let told = timeline::build(line.case, &records, &people.names(), &[], &site.texts, now)?;
        Ok(Self { before: None, capacities: vec![capacity], first: None, line, now, people, records, state, told })
    }

    /// The case. Every stored case is opened by its first record.
    pub(crate) fn negotiation(&self) -> Result<&Negotiation, Trouble> {
        self.state.negotiation().ok_or_else(|| Trouble::Fault(format!("case {} has no records", self.line.case)))
    }

    /// The side of the visitor; `None` for somebody of neither.
    pub(crate) fn side(&self) -> Side {
        self.capacities.first().map_or(Side::None, |capacity| capacity.side())
    }

    /// Whether the visitor has a right here, by the one table of rights.
    pub(crate) fn may(&self, right: Right<'_>) -> bool {
        access::may(right, &self.capacities).is_ok()
    }

    /// Lets the visitor on only with a right, and says whether its use is to be noted first.
    pub(crate) fn ask(&self, right: Right<'_>) -> Result<Granted, Trouble> {
        access::may(right, &self.capacities).map_err(|denied| Trouble::Forbidden(denied.said()))
    }

    /// Names of the visitor's capacities.
    pub(crate) fn capacity_names(&self, site: &Site) -> String {
        let names = self.capacities.iter().map(|capacity| site.text(negotiation::table::capacity_key(*capacity)));
        names.collect::<Vec<_>>().join("、")
    }

    /// All papers of the case, by number and version.
    pub(crate) async fn documents(&self, site: &Site) -> Result<Vec<DocumentLine>, Trouble> {
        let mut all: Vec<DocumentLine> = Vec::new();
        loop {
            let page = site.desk.store().documents_of(self.line.case, all.last(), store::MAX_PAGE).await?;
            let more = page.len() == usize::try_from(store::MAX_PAGE).unwrap_or(usize::MAX);
            all.extend(page);
            if !more {
                return Ok(all);
            }
        }
    }

    /// Who owes what and by when, in one sentence: the most urgent first.
    pub(crate) fn most_urgent(&self) -> Option<&timeline::Owed> {
        let side = self.side().name();
        let mine = self.told.next.owes.iter().find(|owed| owed.owner == side || owed.owner == "both");
        mine.or_else(|| self.told.next.owes.first())
    }
}

/// Of a case that hangs on another one: the text that it takes the place of, and the text from which it starts.
async fn origin(site: &Site, state: &CaseState) -> Result<Option<(Option<Before>, Terms)>, Trouble> {
    let Some(parent) = state.negotiation().and_then(|n| n.header.parent.as_deref()) else { return Ok(None) };
    let records = records(site, parent.case).await?;
    let before = CaseState::replay(parent.case, records.iter().map(Vec::as_slice))?;
    let effective = before.negotiation().and_then(|n| n.stage.effective());
    Ok(effective.map(|effective| {
        let terms = || (*effective.filing.signed.text.terms).clone();
        let replaced = parent.kind != ChildKind::Rescission;
        let before = replaced.then(|| Before { case: parent.case, terms: terms() });
        (before, act::first(site, effective, parent))
    }))
}

/// Exact bytes of a case's records.
pub(crate) async fn records(site: &Site, case: Uuid) -> Result<Vec<Vec<u8>>, Trouble> {
    let mut all = Vec::new();
    let mut after = 0;
    loop {
        let page = site.desk.store().records_after(case, after, store::MAX_PAGE).await?;
        let Some(last) = page.last() else { return Ok(all) };
        after = last.seq;
        all.extend(page.into_iter().map(|record| record.bytes));
    }
}

async fn persons(site: &Site, case: Uuid) -> Result<Vec<StoredPerson>, Trouble> {
    let mut all: Vec<StoredPerson> = Vec::new();
    loop {
        let page = site.desk.store().persons_of(case, all.last(), store::MAX_PAGE).await?;
        if page.is_empty() {
            return Ok(all);
        }
        all.extend(page);
    }
}

/// How pressing a last day is: in words and by a mark, never by colour alone.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct Urgency {
    /// CSS class: `ample`, `near`, `today`, `late`.
    #[schema(value_type = String)]
    pub(crate) class: &'static str,
    /// The words.
    pub(crate) words: String,
}

impl Urgency {
    /// Of something owed, as of a day.
    pub(crate) fn of(site: &Site, owed: &timeline::Owed, now: Moment) -> Self {
        Self::until(site, owed.due, now)
    }

    /// Of a last day, as of a moment.
    pub(crate) fn until(site: &Site, due: law::Date, now: Moment) -> Self {
        let left = days_between(now.date(), due);
        let (class, key) = match left {
            ..=-1 => ("late", "pages-urgency-late"),
            0 => ("today", "pages-urgency-today"),
            1..=5 => ("near", "pages-urgency-near"),
            _ => ("ample", "pages-urgency-ample"),
        };
        Self { class, words: site.say(&Said::new(key).arg("days", left.abs())) }
    }
}

/// Calendar days from one day to another.
pub(crate) fn days_between(from: law::Date, to: law::Date) -> i64 {
    let (from, to) = (Moment::start_of(from), Moment::start_of(to));
    to.millis_since(from) / 86_400_000
}
