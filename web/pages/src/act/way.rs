//! The way of an act: form, check, done; back to the form without losing a word.

use std::str::FromStr;

use axum::extract::multipart::MultipartRejection;
use axum::extract::{Multipart, Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use ledger::Digest;
use messages::Said;
use negotiation::{Capacity, Head, Refusal, table};
use store::{Attachment, Chore, Submission, SubmitError};
use uuid::Uuid;

use super::agreement::unfold;
use super::kin::{Hangs, Kin};
use super::place::{Asked, Place};
use super::posted::{Posted, Upload};
use super::read::read;
use super::spec::Kind;
use super::view::{Refused, check_page, checked, shown};
use crate::case::secrets::with_salt;
use crate::room::Room;
use crate::session::Visitor;
use crate::site::{Here, Site};
use crate::trouble::Trouble;

/// The form of an act.
pub(crate) async fn form(
    State(site): Here,
    visitor: Visitor,
    Path((case, command)): Path<(Uuid, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response, Trouble> {
    // What is entered or corrected is chosen first.
    match command.as_str() {
        "enter_paper" if asked.pick.is_empty() => {
            return Ok(Redirect::to(&format!("/cases/{case}/paper")).into_response());
        }
        "propose_correction" if asked.pick.is_empty() => {
            return Ok(Redirect::to(&format!("/cases/{case}/correct")).into_response());
        }
        _ => {}
    }
    let place = Place::of(&site, &visitor, case, &command, &asked).await?;
    let posted = place.prefilled(&site);
    shown(&site, &visitor, &place, &posted, &[])
}

/// The form of an act with some of it filled in already.
pub(crate) async fn form_with(
    site: &Site,
    visitor: &Visitor,
    case: Uuid,
    command: &str,
    fill: impl FnOnce(&Room, &mut Posted) -> Result<(), Trouble>,
) -> Result<Response, Trouble> {
    let place = Place::of(site, visitor, case, command, &Asked::default()).await?;
    let mut posted = place.prefilled(site);
    if let Some(room) = &place.room {
        fill(room, &mut posted)?;
    }
    shown(site, visitor, &place, &posted, &[])
}

/// The form that opens a case.
pub(crate) async fn opening(
    State(site): Here,
    visitor: Visitor,
    Query(hangs): Query<Hangs>,
) -> Result<Response, Trouble> {
    let case = Uuid::now_v7();
    let kin = Kin::of(&site, &visitor, &hangs).await?;
    let place = Place::opening(&site, &visitor, case, kin).await?;
    let mut posted = place.prefilled(&site);
    if let Some(kin) = &place.kin {
        kin.possible(&site)?;
    } else if let Some(uscc) = visitor.employers().first() {
        posted.set("employer.uscc", uscc);
        let registered = uscc.get(2..8).unwrap_or_default();
        if site.book.current_data().is_some_and(|(_, data)| data.region(registered).is_some()) {
            posted.set("region", registered);
        }
        heads(&site, uscc, &mut posted).await?;
    }
    posted.set("case", &case.to_string());
    shown(&site, &visitor, &place, &posted, &[])
}

/// Names the chair and the legal representative where they have accounts: whom a case names, it must know as themselves.
async fn heads(site: &Site, uscc: &str, posted: &mut Posted) -> Result<(), Trouble> {
    for (account, capacity) in site.accounts.standing_for(uscc).await? {
        let field = match capacity {
            Capacity::UnionChair => "union.chair.who",
            Capacity::EmployerLegalRep => "employer.legal_rep.who",
            Capacity::UnionOfficer
            | Capacity::WorkerChief
            | Capacity::WorkerRep
            | Capacity::CongressDelegate
            | Capacity::EmployerChief
            | Capacity::EmployerRep
            | Capacity::EmployerAgent
            | Capacity::Recorder
            | Capacity::HrssOfficer
            | Capacity::HigherUnion
            | Capacity::Instructor
            | Capacity::Coordinator
            | Capacity::CongressClerk
            | Capacity::System
            | Capacity::Clock => continue,
        };
        posted.set(field, &account.id.to_string());
    }
    Ok(())
}

/// A form that came back: to be checked, done, or shown again.
pub(crate) async fn give(
    State(site): Here,
    visitor: Visitor,
    Path((case, command)): Path<(Uuid, String)>,
    form: Result<Multipart, MultipartRejection>,
) -> Result<Response, Trouble> {
    let (posted, uploads) = receive(form).await?;
    let one = |path: &str| posted.one(path).to_owned();
    let asked = Asked { capacity: one("as"), clause: one("clause"), pick: one("pick"), side: one("side") };
    let place = Place::of(&site, &visitor, case, &command, &asked).await?;
    step(&site, &visitor, &place, posted, uploads).await
}

/// The same for a case that is about to be opened.
pub(crate) async fn open(
    State(site): Here,
    visitor: Visitor,
    form: Result<Multipart, MultipartRejection>,
) -> Result<Response, Trouble> {
    let (posted, uploads) = receive(form).await?;
    let case = posted.one("case").parse().unwrap_or_else(|_| Uuid::now_v7());
    if let Some(receipt) = opened_before(&site, &visitor, case, &posted).await? {
        return Ok(Redirect::to(&receipt).into_response());
    }
    let hangs = Hangs { parent: posted.one("parent").to_owned(), kind: posted.one("kind").to_owned() };
    let kin = Kin::of(&site, &visitor, &hangs).await?;
    let place = Place::opening(&site, &visitor, case, kin).await?;
    step(&site, &visitor, &place, posted, uploads).await
}

/// Where the receipt is of a case that this very form has opened already: pressing twice does it once, though the form that
/// is read again draws new commitments and the case before has moved on.
async fn opened_before(site: &Site, visitor: &Visitor, case: Uuid, posted: &Posted) -> Result<Option<String>, Trouble> {
    let first = site.desk.store().records_after(case, 0, 1).await?;
    let is_same = first.first().is_some_and(|record| record.act.to_string() == posted.one("act"));
    if posted.one("step") != "do" || !is_same {
        return Ok(None);
    }
    Room::enter(site, visitor, case).await?;
    Ok(Some(format!("/cases/{case}/records/1?done=1")))
}

async fn receive(form: Result<Multipart, MultipartRejection>) -> Result<(Posted, Vec<Upload>), Trouble> {
    let unreadable = |what: String| Trouble::Unreadable(Said::new("pages-fault-upload").arg("what", what));
    let form = form.map_err(|error| unreadable(error.body_text()))?;
    Posted::receive(form).await.map_err(|error| Trouble::Unreadable(error.said()))
}

async fn step(
    site: &Site,
    visitor: &Visitor,
    place: &Place,
    mut posted: Posted,
    uploads: Vec<Upload>,
) -> Result<Response, Trouble> {
    for upload in uploads {
        let bytes = if is_secret(place, &upload.path) { with_salt(&upload.bytes)? } else { upload.bytes };
        let attachment = Attachment { bytes, name: upload.name };
        posted.set(&upload.path, &attachment.sha256().to_string());
        posted.set(&format!("{}.file", upload.path), &attachment.name);
        site.desk.chore(Chore::Attachment { case: place.case, attachment }).await?;
    }
    let step = posted.one("step").to_owned();
    if !posted.one("more").is_empty() || step == "edit" {
        unfold(&place.ask(), &mut posted);
        return shown(site, visitor, place, &posted, &[]);
    }
    let filled = match read(&place.ask(), &posted, place.fields) {
        Ok(filled) => filled,
        Err(faults) => {
            let form = shown(site, visitor, place, &posted, &faults)?;
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, form).into_response());
        }
    };
    let act = posted.one("act").parse().unwrap_or_else(|_| Uuid::now_v7());
    if step != "do" {
        let submission = place.submission(visitor, act, filled, None)?;
        return checked(site, visitor, place, &posted, &submission, false);
    }
    let head = expected(&posted);
    let submission = place.submission(visitor, act, filled, head)?;
    done(site, visitor, place, &posted, submission).await
}

/// Whether a file is disclosed in confidence: here, or in the act on paper that is entered here.
fn is_secret(place: &Place, path: &str) -> bool {
    let (fields, name) = match (place.ask().inner(), path.strip_prefix("act.")) {
        (Some((_, fields)), Some(name)) => (fields, name),
        (_, _) => (place.fields, path),
    };
    fields.iter().any(|field| field.name == name && matches!(field.kind, Kind::Secret))
}

/// So often a paper may be filed while somebody confirms.
const PATIENCE: usize = 3;

/// So many records at most are looked through for what was only filed.
const FEW: u32 = 20;

/// The newest head, where since the one that somebody looked at the program has only filed papers and reports: what they
/// decide on is the same.
async fn only_filed(site: &Site, case: Uuid, seen: Option<Head>) -> Result<Option<Head>, Trouble> {
    let Some(seen) = seen else { return Ok(None) };
    let records = site.desk.store().records_after(case, seen.seq.saturating_sub(1), FEW).await?;
    let Some((first, since)) = records.split_first() else { return Ok(None) };
    let is_seen = first.seq == seen.seq && first.hash == seen.hash && records.len() < FEW as usize;
    let newest = since.last().filter(|_| is_seen && since.iter().all(|record| table::is_filed(&record.command)));
    Ok(newest.map(|newest| Head { hash: newest.hash, seq: newest.seq }))
}

/// The head on which the person decided, as the check page carried it.
fn expected(posted: &Posted) -> Option<Head> {
    let (seq, hash) = (posted.one("seq").parse().ok()?, Digest::from_str(posted.one("hash")).ok()?);
    Some(Head { hash, seq })
}

async fn done(
    site: &Site,
    visitor: &Visitor,
    place: &Place,
    posted: &Posted,
    mut submission: Submission,
) -> Result<Response, Trouble> {
    let refused = |refusal: &Refusal, act: Uuid| -> Result<Response, Trouble> {
        let refused = Some(Refused::of(site, refusal));
        let form = check_page(site, visitor, place, posted, act, Vec::new(), refused, false)?;
        Ok((StatusCode::UNPROCESSABLE_ENTITY, form).into_response())
    };
    if let Err(refusal) = place.is_counted() {
        return refused(&refusal, submission.act.act);
    }
    let mut answer = site.desk.submit(submission.clone()).await;
    for _ in 0..PATIENCE {
        let Err(SubmitError::Stale { .. }) = answer else { break };
        let Some(head) = only_filed(site, place.case, submission.expected_head).await? else { break };
        submission.expected_head = Some(head);
        answer = site.desk.submit(submission.clone()).await;
    }
    match answer {
        Ok(receipt) => {
            let to = format!("/cases/{}/records/{}?done=1", place.case, receipt.act.seq);
            Ok(Redirect::to(&to).into_response())
        }
        Err(SubmitError::Refused { refusal, .. }) => refused(&refusal, submission.act.act),
        Err(SubmitError::Stale { .. }) => {
            let form = checked(site, visitor, place, posted, &submission, true)?;
            Ok((StatusCode::CONFLICT, form).into_response())
        }
        Err(SubmitError::Busy) => Err(Trouble::Away("the queue is full".to_owned())),
        Err(SubmitError::Store(error)) => Err(error.into()),
        Err(error @ (SubmitError::AlreadyOpen { .. } | SubmitError::ActTaken { .. } | SubmitError::OtherDocument)) => {
            Err(Trouble::Unreadable(error.said()))
        }
        Err(SubmitError::Corrupt(corrupt)) => Err(corrupt.into()),
    }
}
