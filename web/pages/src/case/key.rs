//! The agreement on one page for whoever works under it: what changes, from when to when, how the vote went, and what each
//! post earns at each grade. Nothing is asked for and nothing is sent.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use negotiation::terms::{Terms, Value, figure};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::pay::{self, Pay};
use super::{Head, frame, rendered};
use crate::act;
use crate::desk::{before, change, term, vote, weekday};
use crate::look::Frame;
use crate::room::Room;
use crate::session::Visitor;
use crate::site::{Here, Site};
use crate::trouble::Trouble;

/// A key point: before, now, and the change.
#[derive(Serialize, ToSchema)]
pub(crate) struct Point {
    pub(crate) change: Option<String>,
    pub(crate) name: String,
    pub(crate) new: String,
    pub(crate) old: Option<String>,
}

#[derive(Template)]
#[template(path = "key.html")]
struct Key {
    f: Frame,
    head: Head,
    posts: Vec<Pay>,
    points: Vec<Point>,
    stage: String,
    term: String,
    vote: Option<String>,
}

/// The agreement on one page, as data.
#[derive(Serialize, ToSchema)]
pub(crate) struct KeyPoints {
    /// Figures that everybody asks about.
    pub(crate) points: Vec<Point>,
    /// What each post earns at each grade.
    pub(crate) posts: Vec<Pay>,
    /// How far the agreement is.
    pub(crate) stage: String,
    /// From when to when.
    pub(crate) term: String,
    /// How the vote went.
    pub(crate) vote: Option<String>,
}

/// Figures that everybody asks about, in this order.
const FIGURES: [&str; 6] = [
    figure::RISE,
    figure::AVERAGE_AFTER,
    figure::MIN_WAGE,
    figure::OVERTIME_WORKDAY,
    figure::OVERTIME_REST_DAY,
    figure::OVERTIME_HOLIDAY,
];

pub(crate) async fn page(State(site): Here, visitor: Visitor, Path(case): Path<Uuid>) -> Result<Response, Trouble> {
    let room = Room::enter(&site, &visitor, case).await?;
    let KeyPoints { points, posts, stage, term, vote } = key(&site, &visitor, &room).await?;
    rendered(&Key {
        f: frame(&site, &visitor, &room, "key"),
        head: Head::of(&site, &room),
        posts,
        points,
        stage,
        term,
        vote,
    })
}

/// The key points of the text under way.
pub(crate) async fn key(site: &Site, visitor: &Visitor, room: &Room) -> Result<KeyPoints, Trouble> {
    let n = room.negotiation()?;
    let terms = &act::draft(&n.stage).or_else(|| n.stage.text()).ok_or(Trouble::Missing)?.terms;
    let before = before(site, visitor, room).await?;
    let named = FIGURES.iter().filter_map(|key| point(site, key, terms, before.as_ref().map(|before| &before.terms)));
    let in_force = n.stage.effective().map(|effective| {
        let effect = effective.effect;
        let said = messages::Said::new("pages-term-dates").arg("from", weekday(site, effect.term_from));
        site.say(&said.arg("to", weekday(site, effect.term_to)))
    });
    Ok(KeyPoints {
        points: named.collect(),
        posts: pay::posts(site, terms, before.as_ref().map(|before| &before.terms)),
        stage: site.text(negotiation::table::stage_key(n.stage_name())),
        term: in_force.unwrap_or_else(|| term(site, &terms.term)),
        vote: vote(site, n),
    })
}

/// The figures of a text that everybody asks about.
pub(crate) fn points(site: &Site, terms: &Terms, before: Option<&Terms>) -> Vec<Point> {
    FIGURES.iter().filter_map(|key| point(site, key, terms, before)).collect()
}

/// A figure of the text beside the one before it: of the last agreement, or what the text itself says of the time before.
fn point(site: &Site, key: &str, terms: &Terms, before: Option<&Terms>) -> Option<Point> {
    let new = terms.figure(key)?;
    let own = (key == figure::AVERAGE_AFTER).then(|| terms.figure(figure::AVERAGE_BEFORE)).flatten();
    let old: Option<&Value> = own.or_else(|| before?.figure(key)).filter(|old| old.unit == new.unit);
    Some(Point {
        change: old.filter(|old| old.amount != new.amount).map(|old| change(old, new)),
        name: site.text(format!("pages-figure-{}", key.replace('_', "-"))),
        new: new.text(),
        old: old.map(Value::text),
    })
}
