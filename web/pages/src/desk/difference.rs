//! A text beside the one before it: figures old and new, clauses that differ with what differs in them marked.

use accounts::access::Right;
use law::money::{BasisPoints, Fen};
use negotiation::terms::{Change, Clause, Term, Terms, Unit, Value, diff};
use negotiation::{CaseState, Negotiation};
use serde::Serialize;
use store::{CaseFilter, CaseLine};
use utoipa::ToSchema;
use uuid::Uuid;

use super::weekday;
use crate::room::{Room, records};
use crate::session::Visitor;
use crate::site::Site;
use crate::trouble::Trouble;

/// Cases of an employer that are looked through for the agreement before.
const BACK: u32 = 50;

/// The text before: of the case from which this one comes, or of the employer's last agreement.
pub(crate) struct Before {
    pub(crate) case: Uuid,
    pub(crate) terms: Terms,
}

/// Finds the text before, among the cases that the visitor may see.
pub(crate) async fn before(site: &Site, visitor: &Visitor, room: &Room) -> Result<Option<Before>, Trouble> {
    last(site, room.negotiation()?, &room.line, |line| visitor.signed.may(Right::SeeCase, line).is_ok()).await
}

/// Finds the text before that of a case, among those that may be seen.
pub(crate) async fn last(
    site: &Site,
    n: &Negotiation,
    case: &CaseLine,
    may: impl Fn(&CaseLine) -> bool,
) -> Result<Option<Before>, Trouble> {
    let store = site.desk.store();
    if let Some(parent) = n.header.parent.as_deref() {
        let line = store.case(parent.case).await?.filter(may);
        return match line {
            Some(line) => text_of(site, &line).await,
            None => Ok(None),
        };
    }
    let filter = CaseFilter::Employer(case.employer_uscc.clone());
    let lines = store.cases(&filter, Some(case.case), BACK).await?;
    for line in lines.iter().filter(|line| ["effective", "ended"].contains(&line.stage.as_str()) && may(line)) {
        if let Some(before) = text_of(site, line).await? {
            return Ok(Some(before));
        }
    }
    Ok(None)
}

async fn text_of(site: &Site, line: &CaseLine) -> Result<Option<Before>, Trouble> {
    let records = records(site, line.case).await?;
    let state = CaseState::replay(line.case, records.iter().map(Vec::as_slice))?;
    let text = state.negotiation().and_then(|n| n.stage.text());
    Ok(text.map(|text| Before { case: line.case, terms: (*text.terms).clone() }))
}

/// A figure that differs.
#[derive(Serialize, ToSchema)]
pub(crate) struct FigureRow {
    pub(crate) change: String,
    pub(crate) heading: String,
    pub(crate) new: String,
    pub(crate) old: String,
}

/// A piece of a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub(crate) struct Piece {
    /// It differs from the other text.
    pub(crate) differs: bool,
    pub(crate) text: String,
}

/// A clause that differs.
#[derive(Serialize, ToSchema)]
pub(crate) struct ClauseRow {
    pub(crate) heading: String,
    pub(crate) new: Vec<Piece>,
    pub(crate) old: Vec<Piece>,
    /// Name of what became of it.
    pub(crate) state: String,
}

/// What differs.
#[derive(Serialize, ToSchema)]
pub(crate) struct Difference {
    /// The case of the text before.
    pub(crate) case: Uuid,
    pub(crate) clauses: Vec<ClauseRow>,
    pub(crate) figures: Vec<FigureRow>,
    /// Number of posts whose pay differs.
    pub(crate) posts: usize,
    /// Number of clauses that stay as they were.
    pub(crate) same: usize,
    /// The term before and now, where it differs.
    pub(crate) term: Option<(String, String)>,
}

/// Compares a text with the one before.
pub(crate) fn difference(site: &Site, before: &Before, now: &Terms) -> Difference {
    let found = diff(&before.terms, now);
    let mut figures = Vec::new();
    let mut clauses = Vec::new();
    for change in &found.clauses {
        if let Change::Altered { old, new } = change {
            figures.extend(new.values.iter().filter_map(|value| figure(old, new, value)));
        }
        clauses.push(clause(site, change));
    }
    let kept = |clause: &&Clause| before.terms.clause(&clause.id) == Some(*clause);
    Difference {
        case: before.case,
        clauses,
        figures,
        posts: found.posts.len(),
        same: now.clauses.iter().filter(kept).count(),
        term: found.term.then(|| (term(site, &before.terms.term), term(site, &now.term))),
    }
}

/// How long an agreement runs, in words.
pub(crate) fn term(site: &Site, term: &Term) -> String {
    let said = match term {
        Term::Dates { from, to } => {
            messages::Said::new("pages-term-dates").arg("from", weekday(site, *from)).arg("to", weekday(site, *to))
        }
        Term::Months { months } => messages::Said::new("pages-term-months").arg("months", months),
    };
    site.say(&said)
}

fn figure(old: &Clause, new: &Clause, value: &Value) -> Option<FigureRow> {
    let before = old.values.iter().find(|had| had.key == value.key && had.unit == value.unit)?;
    (before.amount != value.amount).then(|| FigureRow {
        change: change(before, value),
        heading: new.heading.clone(),
        new: value.text(),
        old: before.text(),
    })
}

/// A change with its sign.
pub(crate) fn change(old: &Value, new: &Value) -> String {
    let by = new.amount.saturating_sub(old.amount);
    let amount = match new.unit {
        Unit::Fen => format!("{}元", Fen(by)),
        Unit::BasisPoints => BasisPoints(by).to_string(),
        Unit::Count => by.to_string(),
    };
    if by > 0 { format!("＋{amount}") } else { amount.replace('-', "－") }
}

fn clause(site: &Site, change: &Change<'_, Clause>) -> ClauseRow {
    let whole = |clause: &Clause| vec![Piece { differs: true, text: clause.rendered() }];
    let (heading, old, new, state) = match change {
        Change::Added(clause) => (&clause.heading, Vec::new(), whole(clause), "added"),
        Change::Removed(clause) => (&clause.heading, whole(clause), Vec::new(), "removed"),
        Change::Altered { old, new } => {
            let (before, now) = pieces(&old.rendered(), &new.rendered());
            (&new.heading, before, now, "altered")
        }
    };
    ClauseRow { heading: heading.clone(), new, old, state: site.text(format!("pages-diff-{state}")) }
}

/// Two texts with the part between their common beginning and their common end marked.
fn pieces(old: &str, new: &str) -> (Vec<Piece>, Vec<Piece>) {
    let (a, b): (Vec<char>, Vec<char>) = (old.chars().collect(), new.chars().collect());
    let start = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let most = a.len().min(b.len()) - start;
    let end = a.iter().rev().zip(b.iter().rev()).take(most).take_while(|(x, y)| x == y).count();
    let cut = |text: &[char]| {
        let parts = [(false, 0..start), (true, start..text.len() - end), (false, text.len() - end..text.len())];
        let piece = |(differs, range): (bool, std::ops::Range<usize>)| Piece {
            differs,
            text: text.get(range).unwrap_or_default().iter().collect(),
        };
        parts.into_iter().map(piece).filter(|piece| !piece.text.is_empty()).collect()
    };
    (cut(&a), cut(&b))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_differs_is_marked() {
        let (old, new) = pieces("每班30元。", "每班40元。");
        let told = |pieces: &[Piece]| {
            let word = |piece: &Piece| if piece.differs { format!("[{}]", piece.text) } else { piece.text.clone() };
            pieces.iter().map(word).collect::<String>()
        };
        assert_eq!((told(&old), told(&new)), ("每班[3]0元。".to_owned(), "每班[4]0元。".to_owned()));
        let (old, new) = pieces("甲甲", "甲");
        assert_eq!((told(&old), told(&new)), ("甲[甲]".to_owned(), "甲".to_owned()));
    }
}
