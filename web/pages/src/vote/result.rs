//! What everybody may see: turnout while a ballot is open, then the count and the list. No sign-in: the address is passed on
//! among those whom it concerns, and says no name.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use ballot::{Bundle, Counts};
use messages::Said;
use uuid::Uuid;

use super::extend::told;
use super::outcome::stated;
use super::rounds::linked;
use super::{Ballot, Ending, choices, load, notice, words};
use crate::asset::script;
use crate::look::{self, Frame};
use crate::site::{Here, Site};
use crate::trouble::Trouble;

#[derive(Template)]
#[template(path = "vote_hall.html")]
struct Hall {
    ballot: Uuid,
    closes: String,
    extended: Vec<String>,
    f: Frame,
    meeting: Option<String>,
    open: bool,
    present: u32,
    returned: usize,
    voters: u32,
}

/// The page that is projected in the hall: turnout, nothing else.
pub(super) async fn hall(State(site): Here, headers: HeaderMap, Path(id): Path<Uuid>) -> Result<Response, Trouble> {
    let ballot = load(&site, id).await?;
    let (returned, open) = match ballot.ending(&site.desk).await? {
        Ending::Open => (site.desk.store().box_count(id).await?, true),
        Ending::Over(counted) => (counted.bundle.ballots.len(), false),
        Ending::Lost => (0, false),
    };
    look::page(&Hall {
        ballot: id,
        closes: words::time(ballot.closes_at()),
        extended: told(&site, &ballot).await?,
        f: Frame::bare(&site, &headers, &format!("/ballots/{id}/hall"), words::title(&site, &ballot)),
        meeting: notice::told(&site, &ballot.definition),
        open,
        present: ballot.register(&site.desk).await?.counts().present(),
        returned,
        voters: ballot.definition.voters,
    })
}

/// A ballot on the list.
struct Listed {
    choice: String,
    tracker: String,
}

#[derive(Template)]
#[template(path = "vote_result.html")]
struct Outcome {
    /// What counting again found.
    checks: Vec<(bool, String)>,
    ballot: Uuid,
    closes: String,
    counts: Vec<(String, u32)>,
    extended: Vec<String>,
    f: Frame,
    issued: Counts,
    lead: String,
    list: Vec<Listed>,
    lost: bool,
    /// There are minutes to print.
    minutes: bool,
    /// What the congress decided with it, in words.
    outcome: Vec<String>,
    returned: u32,
    reveals: bool,
    /// Rounds before and after.
    rounds: Vec<(Uuid, String)>,
    script: Option<&'static str>,
}

async fn page_of(site: &Site, headers: &HeaderMap, ballot: &Ballot) -> Result<Response, Trouble> {
    let id = ballot.id();
    let f = Frame::bare(site, headers, &format!("/ballots/{id}"), words::title(site, ballot));
    let counted = match ballot.ending(&site.desk).await? {
        Ending::Open => return hall(State(site.clone()), headers.clone(), Path(id)).await,
        Ending::Over(counted) => Some(counted),
        Ending::Lost => None,
    };
    let closes = words::time(ballot.closes_at());
    let (extended, rounds) = (told(site, ballot).await?, linked(site, ballot).await?);
    let Some(counted) = counted else {
        return look::page(&Outcome {
            ballot: id,
            checks: Vec::new(),
            closes,
            counts: Vec::new(),
            extended,
            f,
            issued: Counts::default(),
            lead: site.text("pages-vote-lost"),
            list: Vec::new(),
            lost: true,
            minutes: false,
            outcome: Vec::new(),
            returned: 0,
            reveals: false,
            rounds,
            script: script(),
        });
    };
    let Bundle { ballots, definition, issued, tally, .. } = &counted.bundle;
    let outcome = stated(site, &counted).await?;
    let names = choices(site, &definition.question);
    let chosen = |vote: ballot::Vote| {
        let named = vote.choices().filter_map(|n| names.get(usize::try_from(n).ok()?).cloned());
        let named: Vec<String> = named.collect();
        if named.is_empty() { site.text("pages-vote-blank") } else { named.join("、") }
    };
    let listed = ballots.iter().map(|ballot| Listed {
        choice: ballot.vote.map(chosen).unwrap_or_default(),
        tracker: ballot.token.tracker().to_string(),
    });
    let lead = Said::new("pages-vote-lead").arg("voters", definition.voters).arg("present", issued.present());
    look::page(&Outcome {
        ballot: id,
        checks: counted.report.lines.iter().map(|line| (line.holds, site.say(&line.said))).collect(),
        closes,
        counts: names.iter().cloned().zip(tally.choices.iter().copied()).collect(),
        extended,
        f,
        issued: *issued,
        lead: site.say(&lead),
        list: listed.collect(),
        lost: false,
        minutes: matches!(definition.question, ballot::Question::Election { .. }) && !outcome.is_empty(),
        outcome,
        returned: tally.returned,
        reveals: definition.reveals,
        rounds,
        script: script(),
    })
}

/// The result; while the ballot is open, the turnout.
pub(super) async fn page(State(site): Here, headers: HeaderMap, Path(id): Path<Uuid>) -> Result<Response, Trouble> {
    page_of(&site, &headers, &load(&site, id).await?).await
}

/// The list as a file, for whoever counts again.
pub(super) async fn list(State(site): Here, Path(id): Path<Uuid>) -> Result<Response, Trouble> {
    let ballot = load(&site, id).await?;
    match ballot.ending(&site.desk).await? {
        Ending::Over(_) => {
            let bytes = site.desk.store().ballot_list(ballot.stored.case, id).await?.ok_or(Trouble::Missing)?;
            let name = format!("attachment; filename=\"ballot-{id}.json\"");
            let headers = [(header::CONTENT_TYPE, "application/json".to_owned()), (header::CONTENT_DISPOSITION, name)];
            Ok((headers, bytes).into_response())
        }
        Ending::Open | Ending::Lost => Err(Trouble::Missing),
    }
}
