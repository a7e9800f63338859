//! The written mandate, to be printed, filled in and signed by hand (D05): of a chief's proxy, or of somebody from outside.
//! The signed original goes with the list of representatives, which names it by its digest.

use accounts::access::Right;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use law::Citation;
use law::citation::display_all_zh;
use negotiation::{Negotiation, Side};
use uuid::Uuid;

use super::{frame, rendered};
use crate::look::Frame;
use crate::room::Room;
use crate::session::Visitor;
use crate::site::{Here, Site};
use crate::trouble::Trouble;

/// CC22 20(2), 21, WN9 10: of a proxy of the one who would be chief.
const PROXY: &[&str] = &["CC22 20", "CC22 21", "WN9 10", "ZJ-CC 10"];

/// CC22 23, WN9 12, ZJ-CC 10(4): of a professional from outside, whom the chief mandates.
const OUTSIDER: &[&str] = &["CC22 23", "WN9 12", "ZJ-CC 10(4)"];

/// One sheet.
struct Letter {
    articles: String,
    /// Whose.
    party: String,
    /// Who mandates, where the case says it.
    principal: String,
    /// What for.
    purpose: String,
    title: String,
}

#[derive(Template)]
#[template(path = "mandate.html")]
struct Sheets {
    case: Uuid,
    employer: String,
    f: Frame,
    letters: Vec<Letter>,
}

/// The sheets of the visitor's own side; of both for somebody who stands on neither.
pub(crate) async fn page(State(site): Here, visitor: Visitor, Path(case): Path<Uuid>) -> Result<Response, Trouble> {
    let room = Room::enter(&site, &visitor, case).await?;
    room.ask(Right::SeeCase)?;
    let n = room.negotiation()?;
    let own = |side: &Side| room.side() == Side::None || room.side() == *side;
    let sides = [Side::Worker, Side::Employer].into_iter().filter(own);
    let letters = sides.flat_map(|side| {
        [("proxy", PROXY), ("outsider", OUTSIDER)].map(|(kind, articles)| letter(&site, &room, n, side, kind, articles))
    });
    rendered(&Sheets {
        case,
        employer: room.line.employer_name.clone(),
        f: frame(&site, &visitor, &room, "mandate"),
        letters: letters.collect(),
    })
}

fn letter(site: &Site, room: &Room, n: &Negotiation, side: Side, kind: &str, articles: &[&str]) -> Letter {
    let (party, head) = match side {
        Side::Worker => (&n.header.union.name, &n.header.union.chair.id),
        Side::Employer | Side::None => (&n.header.employer.name, &n.header.employer.legal_rep.id),
    };
    let chief = n.delegations.get(side).and_then(Option::as_deref).and_then(|list| list.chief());
    // A proxy is sent by the one who would be chief, somebody from outside by whoever is.
    let principal = chief.filter(|_| kind == "outsider").map_or(head, |chief| &chief.person.id);
    let articles = articles.iter().filter_map(|article| Citation::new(article).ok());
    let articles: Vec<Citation> = articles.filter(|article| article.applies(n.header.profile)).collect();
    Letter {
        articles: display_all_zh(&articles),
        party: party.clone(),
        principal: room.people.0.get(principal).map(|known| known.fields.name.clone()).unwrap_or_default(),
        purpose: site.text(format!("pages-mandate-{kind}-{}", side.name())),
        title: site.text(format!("pages-mandate-{kind}")),
    }
}
