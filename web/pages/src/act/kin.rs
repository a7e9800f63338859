//! A case that hangs on one in force, while its form is filled in: what that one says, so that nobody types it again.

use law::Date;
use messages::Said;
use negotiation::command::{ChildKind, Ground, OpenCase, Parent};
use negotiation::state::Effective;
use negotiation::terms::{Clause, Term, Terms};
use negotiation::{Capacity, CaseState, Refusal, family};
use serde::Deserialize;
use service::family::Course;
use store::CaseLine;
use utoipa::IntoParams;
use uuid::Uuid;

use super::posted::Posted;
use crate::desk::weekday;
use crate::people::People;
use crate::room::Room;
use crate::session::Visitor;
use crate::site::Site;
use crate::trouble::Trouble;

/// What the address of an opening may say.
#[derive(Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Hangs {
    /// The case in force on which the new one is to hang.
    #[serde(default)]
    pub(crate) parent: String,
    /// What it is to do: `renewal`, `amendment` or `rescission`.
    #[serde(default)]
    pub(crate) kind: String,
}

/// The kinds, as addresses and records name them.
pub(crate) const KINDS: [(ChildKind, &str); 3] =
    [(ChildKind::Renewal, "renewal"), (ChildKind::Amendment, "amendment"), (ChildKind::Rescission, "rescission")];

/// The name of a kind in addresses, records and message keys.
pub(crate) const fn kind_name(kind: ChildKind) -> &'static str {
    match kind {
        ChildKind::Renewal => "renewal",
        ChildKind::Amendment => "amendment",
        ChildKind::Rescission => "rescission",
    }
}

/// The case in force, for one that is about to be opened.
pub(crate) struct Kin {
    hashes: Vec<ledger::Digest>,
    /// Chair and legal representative, where they have accounts.
    heads: Vec<(&'static str, String)>,
    pub(crate) kind: ChildKind,
    pub(crate) line: CaseLine,
    /// What the opening says of it.
    pub(crate) named: Parent,
    people: People,
    /// As of now: what has fallen due in it is struck, without being recorded.
    state: CaseState,
}

impl Kin {
    /// What an address names; `None` where it names nothing.
    pub(crate) async fn of(site: &Site, visitor: &Visitor, hangs: &Hangs) -> Result<Option<Self>, Trouble> {
        if hangs.parent.is_empty() && hangs.kind.is_empty() {
            return Ok(None);
        }
        let case: Uuid = hangs.parent.parse().map_err(|_| Trouble::Missing)?;
        let kind = KINDS.iter().find(|(_, name)| *name == hangs.kind).map(|(kind, _)| *kind).ok_or(Trouble::Missing)?;
        let room = Room::enter(site, visitor, case).await?;
        let course = Course::read(site.desk.store(), case).await;
        let course = course.map_err(|error| Trouble::Away(error.to_string()))?.ok_or(Trouble::Missing)?;
        let Course { mut hashes, mut state } = course;
        // One whose rules the book doesn't have is looked at as it stands.
        let struck = negotiation::strike(&site.book, &mut state, site.desk.now()).unwrap_or_default();
        hashes.extend(struck.iter().map(|record| record.hash));
        let named = state.negotiation().and_then(|n| family::named(n, case, state.head().hash, kind));
        let Some(named) = named else {
            let refusal = state.negotiation().and_then(|n| family::takes(n, kind).err());
            return Err(refusal.map_or(Trouble::Missing, |refusal| Trouble::Unreadable(said(site, &refusal))));
        };
        let mut people = room.people;
        // In the new case everybody gets a row, and with it a commitment, of its own.
        people.0.values_mut().for_each(|known| known.commit = None);
        let mut heads = Vec::new();
        for (account, capacity) in site.accounts.standing_for(&room.line.employer_uscc).await? {
            people.may_be_named(account.id, &account.name);
            let head = [(Capacity::UnionChair, "union.chair"), (Capacity::EmployerLegalRep, "employer.legal_rep")];
            if let Some((_, field)) = head.into_iter().find(|(head, _)| *head == capacity) {
                heads.push((field, account.id.to_string()));
            }
        }
        Ok(Some(Self { hashes, heads, kind, line: room.line, named, people, state }))
    }

    /// Whether that case takes note of the new one now: asked before anybody fills a form in.
    pub(crate) fn possible(&self, site: &Site) -> Result<(), Trouble> {
        let n = self.state.negotiation().ok_or(Trouble::Missing)?;
        family::takes(n, self.kind).map_err(|refusal| Trouble::Unreadable(said(site, &refusal)))
    }

    /// Whether the new case may be opened, as far as that one is asked.
    pub(crate) fn admit(&self, open: &OpenCase) -> Result<(), Refusal> {
        family::admit(self.state.negotiation(), &self.hashes, open)
    }

    /// Whether somebody of a capacity may open a case with the union of that one.
    pub(crate) fn lets_open(&self, capacity: Capacity) -> bool {
        self.state.negotiation().is_some_and(|n| n.header.union.lets_open(capacity))
    }

    /// Who may be named.
    pub(crate) fn people(&self) -> People {
        self.people.clone()
    }

    /// The parties as they are known.
    pub(crate) fn prefill(&self, posted: &mut Posted) {
        let Some(n) = self.state.negotiation() else { return };
        let header = n.header();
        posted.set("region", &header.region);
        let (employer, union) = (&header.employer, &header.union);
        let texts = [
            ("employer.name", employer.name.clone()),
            ("employer.uscc", employer.uscc.clone()),
            ("employer.address", employer.address.clone()),
            ("employer.headcount", employer.headcount.to_string()),
            ("employer.female", employer.female.to_string()),
            ("employer.dispatched", employer.dispatched.to_string()),
            ("union.name", union.name.clone()),
            ("union.uscc", union.uscc.clone()),
            ("union.address", union.address.clone()),
        ];
        for (path, text) in texts {
            posted.set(path, &text);
        }
        if employer.disabled > 0 {
            posted.set("employer.disabled", &employer.disabled.to_string());
        }
        let ticks = [
            ("employer.above_scale", employer.above_scale),
            ("union.guiding", union.guiding),
            ("union.relative", union.relative),
        ];
        for (path, yes) in ticks {
            posted.set(path, if yes { "on" } else { "" });
        }
        let before = [("union.chair", &union.chair.id), ("employer.legal_rep", &employer.legal_rep.id)];
        for (path, id) in before.into_iter().filter(|(_, id)| self.people.0.contains_key(*id)) {
            posted.set(&format!("{path}.who"), id);
        }
        for (path, id) in &self.heads {
            posted.set(&format!("{path}.who"), id);
        }
    }

    /// What the new case is about, for whoever opens it.
    pub(crate) fn intro(&self, site: &Site) -> String {
        let Some(n) = self.state.negotiation() else { return String::new() };
        let Some(effective) = n.stage.effective() else { return String::new() };
        let title = &effective.filing.signed.text.terms.title;
        let said = Said::new(format!("family-intro-{}", kind_name(self.kind)))
            .arg("title", title)
            .arg("from", weekday(site, effective.effect.term_from))
            .arg("to", weekday(site, effective.effect.term_to))
            .arg("window", window(site, n).unwrap_or_default());
        site.say(&said)
    }
}

/// The time for talks about a renewal, in a sentence with its articles; none where no text names one.
pub(crate) fn window(site: &Site, n: &negotiation::Negotiation) -> Option<String> {
    let window = n.duties().iter().rfind(|duty| duty.rule == "renew_open")?;
    let said = Said::new("family-window")
        .arg("opens", weekday(site, window.opened_on))
        .arg("due", weekday(site, window.dates.due))
        .arg("articles", law::citation::display_all_zh(&window.citation));
    Some(site.say(&said))
}

fn said(site: &Site, refusal: &Refusal) -> Said {
    let said = Said::new("family-not-now").arg("found", site.say(&refusal.found()));
    said.arg("remedy", site.say(&refusal.remedy()))
}

/// The text from which a case starts that hangs on one in force: its own, every clause of it, for as long as the law lets it
/// run; an agreement to rescind has one clause.
pub(crate) fn first(site: &Site, effective: &Effective, parent: &Parent) -> Terms {
    let last = &*effective.filing.signed.text.terms;
    let term = family::term(effective, parent.kind);
    if parent.kind == ChildKind::Rescission {
        return rescission(site, last, term, parent.ground.unwrap_or(Ground::Agreement));
    }
    let mut terms = Terms { term, ..last.clone() };
    if let Term::Dates { from, .. } = term {
        terms.clauses.iter_mut().filter(|clause| clause.id == "term").for_each(|clause| dated(site, clause, from));
    }
    terms
}

/// A clause that counts its months from the day of effect counts them from the day that is known.
fn dated(site: &Site, clause: &mut Clause, from: Date) {
    if clause.values.iter().any(|value| value.key == "months") {
        clause.text = site.say(&Said::new("family-term").arg("from", plain_day(site, from)));
        clause.values.retain(|value| value.key == "months");
    }
}

fn plain_day(site: &Site, day: Date) -> String {
    site.say(&Said::new("family-day").arg("year", day.year()).arg("month", day.month()).arg("day", day.day()))
}

fn rescission(site: &Site, last: &Terms, term: Term, ground: Ground) -> Terms {
    let ground = serde_json::to_value(ground).ok().and_then(|name| Some(name.as_str()?.replace('_', "-")));
    let said = |key: &'static str| Said::new(key).arg("title", &last.title);
    let text =
        said("family-rescission-text").message("ground", format!("family-ground-{}", ground.unwrap_or_default()));
    Terms {
        algorithm_items: Vec::new(),
        awards: Vec::new(),
        clauses: vec![Clause {
            chapter: negotiation::terms::Chapter::ChangeAndEnd,
            heading: site.text("family-rescission-heading"),
            id: "rescission".to_owned(),
            item: None,
            not_applicable: None,
            text: site.say(&text),
            values: Vec::new(),
        }],
        coverage: last.coverage.clone(),
        insurance: Vec::new(),
        posts: Vec::new(),
        term,
        title: site.say(&said("family-rescission-title")),
        unit_prices: Vec::new(),
    }
}
