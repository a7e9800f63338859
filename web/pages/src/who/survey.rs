//! What the workers want: asked with a poster, answered on the phone, counted, and taken into the offer.

use accounts::Survey;
use accounts::survey::{Outcome, TOPICS};
use askama::Template;
use axum::extract::{Form, Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use messages::Said;
use serde::Deserialize;
use store::{CaseFilter, CaseLine};
use uuid::Uuid;

use super::parts::{Blank, CheckPage, FormPage, Takes, employer_name, faults, origin, privacy, qr, say1};
use super::sheet::Poster;
use crate::act::{Posted, form_with};
use crate::look::{Frame, Notice, page as rendered};
use crate::session::Visitor;
use crate::site::{Here, Site};
use crate::trouble::Trouble;

/// Topics that an offer takes from a survey.
const TAKEN: usize = 5;
/// Cases that are looked through for one that waits for an offer.
const MOST_CASES: u32 = 20;

#[derive(Template)]
#[template(path = "who_surveys.html")]
struct Surveys {
    employer: String,
    error: Option<String>,
    f: Frame,
    name: String,
    rows: Vec<(Survey, u64)>,
    title: String,
}

/// An employer's surveys.
pub(crate) async fn list(
    State(site): Here,
    visitor: Visitor,
    Path(employer): Path<String>,
) -> Result<Response, Trouble> {
    listed(&site, &visitor, employer, String::new(), None).await
}

async fn listed(
    site: &Site,
    visitor: &Visitor,
    employer: String,
    title: String,
    error: Option<String>,
) -> Result<Response, Trouble> {
    let mut rows = Vec::new();
    for survey in site.accounts.surveys(&visitor.signed, &employer).await? {
        let answered = site.desk.store().survey_taken(survey.id).await?;
        rows.push((survey, answered));
    }
    let status = if error.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let name = employer_name(site, &employer).await?;
    let f = Frame::of(site, visitor, site.text("pages-who-surveys-title"));
    Ok((status, rendered(&Surveys { employer, error, f, name, rows, title })?).into_response())
}

/// A survey to be opened.
#[derive(Deserialize)]
pub(crate) struct New {
    #[serde(default)]
    title: String,
}

/// Opens a survey.
pub(crate) async fn open(
    State(site): Here,
    visitor: Visitor,
    Path(employer): Path<String>,
    Form(New { title }): Form<New>,
) -> Result<Response, Trouble> {
    match site.accounts.open_survey(&visitor.signed, &employer, &title).await {
        Ok(id) => Ok(Redirect::to(&format!("/surveys/{employer}/{id}")).into_response()),
        Err(error) => {
            let error = faults(error)?.first().map(|fault| site.say(&fault.said));
            listed(&site, &visitor, employer, title, error).await
        }
    }
}

#[derive(Template)]
#[template(path = "who_survey.html")]
struct Summary {
    cases: Vec<CaseLine>,
    employer: String,
    f: Frame,
    outcome: Outcome,
    roster: u64,
    survey: Survey,
    /// Name, how many, and their share of those who answered in percent.
    topics: Vec<(String, usize, u64)>,
}

/// What came of a survey.
pub(crate) async fn page(
    State(site): Here,
    visitor: Visitor,
    Path((employer, survey)): Path<(String, Uuid)>,
) -> Result<Response, Trouble> {
    let survey = own(&site, &visitor, &employer, survey).await?;
    let outcome = site.accounts.outcome(survey.id).await?;
    let share = |count: usize| u64::try_from(count * 100).unwrap_or(0).checked_div(outcome.answered).unwrap_or(0);
    let topics = outcome.topics.iter().filter(|(_, count)| *count > 0);
    let lines = site.desk.store().cases(&CaseFilter::Employer(employer.clone()), None, MOST_CASES).await?;
    let may_offer = |line: &CaseLine| line.stage == "idle" && !visitor.signed.capacities(line).is_empty();
    rendered(&Summary {
        cases: lines.into_iter().filter(may_offer).collect(),
        f: Frame::of(&site, &visitor, survey.title.clone()),
        roster: site.desk.store().roster_size(&employer).await?,
        topics: topics.map(|(topic, count)| (topic_name(&site, topic), *count, share(*count))).collect(),
        employer,
        outcome,
        survey,
    })
}

/// A survey of this employer, for those who may read it.
async fn own(site: &Site, visitor: &Visitor, employer: &str, survey: Uuid) -> Result<Survey, Trouble> {
    let survey = site.accounts.survey(&visitor.signed, survey).await?;
    if survey.employer == employer { Ok(survey) } else { Err(Trouble::Missing) }
}

fn topic_name(site: &Site, topic: &str) -> String {
    site.text(format!("pages-who-topic-{topic}"))
}

/// A step on a page that was looked at.
#[derive(Deserialize)]
pub(crate) struct Step {
    #[serde(default)]
    step: String,
}

/// Closes a survey, after a look.
pub(crate) async fn close(
    State(site): Here,
    visitor: Visitor,
    Path((employer, id)): Path<(String, Uuid)>,
    Form(Step { step }): Form<Step>,
) -> Result<Response, Trouble> {
    let survey = own(&site, &visitor, &employer, id).await?;
    let path = format!("/surveys/{employer}/{id}");
    if step == "do" {
        site.accounts.close_survey(&visitor.signed, id).await?;
        return Ok(Redirect::to(&path).into_response());
    }
    let answered = site.desk.store().survey_taken(id).await?;
    rendered(&CheckPage {
        action: path.clone(),
        back: path,
        button: site.text("pages-who-survey-close"),
        f: Frame::of(&site, &visitor, site.text("pages-who-survey-close")),
        hidden: vec![("step", "do".to_owned())],
        lines: vec![
            (site.text("pages-who-field-title"), survey.title),
            (site.text("pages-who-survey-answered"), answered.to_string()),
        ],
        notes: vec![site.text("pages-who-survey-close-note")],
    })
}

/// The poster of a survey.
pub(crate) async fn poster(
    State(site): Here,
    visitor: Visitor,
    headers: HeaderMap,
    Path((employer, id)): Path<(String, Uuid)>,
) -> Result<Response, Trouble> {
    let survey = own(&site, &visitor, &employer, id).await?;
    let link = format!("{}/s/{}", origin(&headers), survey.code);
    rendered(&Poster {
        again: None,
        back: format!("/surveys/{employer}/{id}"),
        f: Frame::of(&site, &visitor, survey.title),
        qr: qr(&link)?,
        link,
        name: employer_name(&site, &employer).await?,
        steps: ["scan", "name", "answer", "secret"].map(|step| site.text(format!("pages-who-poster-{step}"))).into(),
    })
}

/// The form of an offer with what most want in it: each topic with how many ticked it. The words are the chair's to write.
pub(crate) async fn offer(
    State(site): Here,
    visitor: Visitor,
    Path((employer, id, case)): Path<(String, Uuid, Uuid)>,
) -> Result<Response, Trouble> {
    let survey = own(&site, &visitor, &employer, id).await?;
    let outcome = site.accounts.outcome(survey.id).await?;
    let wanted: Vec<(String, usize)> =
        outcome.topics.iter().filter(|(_, count)| *count > 0).take(TAKEN).cloned().collect();
    let fill = |room: &crate::room::Room, posted: &mut Posted| {
        if room.line.employer_uscc != employer {
            return Err(Trouble::Missing);
        }
        for (index, (topic, count)) in wanted.iter().enumerate() {
            posted.set(&format!("topics.{index}.title"), &topic_name(&site, topic));
            let said = Said::new("pages-who-survey-demand").arg("count", *count).arg("all", outcome.answered);
            posted.set(&format!("topics.{index}.demand"), &site.say(&said));
        }
        Ok(())
    };
    form_with(&site, &visitor, case, "issue_offer", fill).await
}

/// The questions, for somebody on the roster; whoever hasn't come in yet comes in first.
pub(crate) async fn answering(
    State(site): Here,
    visitor: Option<Visitor>,
    headers: HeaderMap,
    Path(code): Path<String>,
) -> Result<Response, Trouble> {
    let survey = site.accounts.survey_of_poster(&code).await?.ok_or(Trouble::Missing)?;
    let Some(visitor) = on_roster(&site, visitor, &survey).await? else {
        return came_first(&site, &headers, &survey).await;
    };
    let answered = site.accounts.surveys_for(visitor.signed.account.id).await?;
    let answered = answered.iter().any(|(own, answered)| own.id == survey.id && *answered);
    if answered || survey.closed_at.is_some() {
        return Ok(said(&site, &visitor, if answered { "thanks" } else { "closed" }).into_response());
    }
    rendered(&questions(&site, &visitor, &survey, &[], "").await?)
}

async fn on_roster(site: &Site, visitor: Option<Visitor>, survey: &Survey) -> Result<Option<Visitor>, Trouble> {
    let Some(visitor) = visitor else { return Ok(None) };
    let there = site.accounts.on_roster(visitor.signed.account.id, &survey.employer).await?;
    Ok(there.map(|_| visitor))
}

/// The way in leads back here.
async fn came_first(site: &Site, headers: &HeaderMap, survey: &Survey) -> Result<Response, Trouble> {
    let path = format!("/s/{}", survey.code);
    if let Some(group) = site.desk.store().group(&survey.employer).await? {
        return Ok(Redirect::to(&format!("/w/{group}?next={path}")).into_response());
    }
    let f = Frame::bare(site, headers, &path, survey.title.clone());
    Ok(Notice { detail: None, f, lead: site.text("pages-who-survey-no-way") }.into_response())
}

fn said(site: &Site, visitor: &Visitor, key: &str) -> Notice {
    Notice {
        detail: Some(site.text(format!("pages-who-survey-{key}-more"))),
        f: Frame::of(site, visitor, site.text(format!("pages-who-survey-{key}"))),
        lead: site.text(format!("pages-who-survey-{key}-lead")),
    }
}

async fn questions(
    site: &Site,
    visitor: &Visitor,
    survey: &Survey,
    ticked: &[String],
    words: &str,
) -> Result<FormPage, Trouble> {
    let f = Frame::of(site, visitor, survey.title.clone());
    let mut form = FormPage::new(site, f, format!("/s/{}", survey.code), "survey-answer");
    let topics = TOPICS.map(|topic| (topic.to_owned(), topic_name(site, topic), ticked.iter().any(|own| own == topic)));
    form.lead = vec![
        say1(site, "pages-who-survey-lead", "employer", &employer_name(site, &survey.employer).await?),
        site.text("pages-who-survey-secret"),
    ];
    form.blanks = vec![
        Blank::new(site, "topics", Takes::Ticks(topics.into()), ""),
        Blank::new(site, "words", Takes::Area, words).optional(),
    ];
    form.more = vec![privacy(site)];
    Ok(form)
}

/// Takes an answer.
pub(crate) async fn answer(
    State(site): Here,
    visitor: Option<Visitor>,
    headers: HeaderMap,
    Path(code): Path<String>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Trouble> {
    let survey = site.accounts.survey_of_poster(&code).await?.ok_or(Trouble::Missing)?;
    let Some(visitor) = on_roster(&site, visitor, &survey).await? else {
        return came_first(&site, &headers, &survey).await;
    };
    let (topics, words) = answered(&pairs);
    match site.accounts.answer(visitor.signed.account.id, &survey, &topics, &words).await {
        // A second answer isn't counted; the page says that the first one was.
        Ok(_) => Ok(said(&site, &visitor, "thanks").into_response()),
        Err(error) => {
            let faults = faults(error)?;
            questions(&site, &visitor, &survey, &topics, &words).await?.wrong(&site, &faults)
        }
    }
}

/// Ticks and words of a form; the same name may come several times.
fn answered(pairs: &[(String, String)]) -> (Vec<String>, String) {
    let topics = pairs.iter().filter(|(name, _)| name == "topics").map(|(_, value)| value.clone()).collect();
    let words = pairs.iter().find(|(name, _)| name == "words").map_or_else(String::new, |(_, value)| value.clone());
    (topics, words.replace("\r\n", "\n"))
}
