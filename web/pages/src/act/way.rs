//! The way of an act: form, check, done; back to the form without losing a word.

use std::str::FromStr;

use askama::Template;
use axum::extract::multipart::MultipartRejection;
use axum::extract::{Multipart, Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use ledger::Digest;
use messages::Said;
use negotiation::{Capacity, CaseState, Head, Refusal, table};
use serde::Deserialize;
use store::{Attachment, CaseLine, Chore, Submission, SubmitError};
use timeline::Entry;
use uuid::Uuid;

use super::asking::{ACCEPTANCE, Asking};
use super::forms;
use super::hand::{Hand, speaker};
use super::pending::{Pending, pending};
use super::posted::{Posted, Upload};
use super::prefill::prefill;
use super::preview::{Outlook, outlook};
use super::read::{Fault, Filled, read};
use super::show::{Form, label};
use super::spec::Field;
use super::summary::{Line, summary};
use crate::look::{Frame, page};
use crate::people::People;
use crate::room::Room;
use crate::session::Visitor;
use crate::site::{Here, Site};
use crate::trouble::Trouble;

/// What the address of a form may say.
#[derive(Default, Deserialize)]
pub(crate) struct Asked {
    /// Capacity.
    #[serde(default, rename = "as")]
    capacity: String,
    /// Clause.
    #[serde(default)]
    clause: String,
    /// Act on paper, or fact.
    #[serde(default)]
    pick: String,
}

#[derive(Template)]
#[template(path = "form.html")]
struct FormPage<'a> {
    acceptance: Option<&'a str>,
    action: String,
    articles: String,
    back: String,
    capacity: String,
    f: Frame,
    faults: Vec<(String, String, String)>,
    fields: String,
    hidden: Vec<(&'static str, String)>,
    intro: String,
}

#[derive(Template)]
#[template(path = "check.html")]
struct CheckPage<'a> {
    action: String,
    articles: String,
    button: String,
    capacity: String,
    entries: Vec<Entry>,
    f: Frame,
    hidden: Vec<(&'a str, &'a str)>,
    lines: Vec<Line>,
    refusal: Option<Refused>,
    stale: bool,
}

/// A refusal in words.
pub(crate) struct Refused {
    articles: Vec<String>,
    found: String,
    remedy: String,
    required: String,
    rule: String,
}

impl Refused {
    fn of(site: &Site, refusal: &Refusal) -> Self {
        Self {
            articles: refusal.citation.iter().map(law::Citation::display_zh).collect(),
            found: site.say(&refusal.found()),
            remedy: site.say(&refusal.remedy()),
            required: site.say(&refusal.required()),
            rule: refusal.rule.clone(),
        }
    }
}

/// A case that is there, or one that is about to be opened.
struct Place {
    /// Where the form goes.
    action: String,
    /// Where somebody goes who gives up.
    back: String,
    capacity: Capacity,
    case: Uuid,
    clause: Option<String>,
    command: String,
    fields: &'static [Field],
    pending: Vec<Pending>,
    people: People,
    pick: Option<String>,
    room: Option<Room>,
}

impl Place {
    async fn of(site: &Site, visitor: &Visitor, case: Uuid, command: &str, asked: &Asked) -> Result<Self, Trouble> {
        let fields = forms::fields(command).filter(|_| command != "open_case").ok_or(Trouble::Missing)?;
        let room = Room::enter(site, visitor, case).await?;
        let Some(capacity) = speaker(command, &room.capacities, Some(&asked.capacity)) else {
            return Err(Trouble::Forbidden(who_may(command)));
        };
        Ok(Self {
            action: format!("/cases/{case}/acts/{command}"),
            back: format!("/cases/{case}"),
            capacity,
            case,
            clause: Some(asked.clause.clone()).filter(|clause| !clause.is_empty()),
            command: command.to_owned(),
            fields,
            pending: room.state.negotiation().map(|n| pending(&room, n)).unwrap_or_default(),
            people: room.people.clone(),
            pick: Some(asked.pick.clone()).filter(|pick| !pick.is_empty()),
            room: Some(room),
        })
    }

    async fn opening(site: &Site, visitor: &Visitor, case: Uuid) -> Result<Self, Trouble> {
        let (mut people, mut capacities) = (People::default(), Vec::new());
        people.may_be_named(visitor.signed.account.id, &visitor.signed.account.name);
        for uscc in visitor.employers() {
            capacities.extend(visitor.signed.may_open_for(&uscc));
            for (account, _) in site.accounts.standing_for(&uscc).await? {
                people.may_be_named(account.id, &account.name);
            }
        }
        let Some(capacity) = speaker("open_case", &capacities, None) else {
            return Err(Trouble::Forbidden(who_may("open_case")));
        };
        Ok(Self {
            action: "/cases/new".to_owned(),
            back: "/home".to_owned(),
            capacity,
            case,
            clause: None,
            command: "open_case".to_owned(),
            fields: forms::fields("open_case").ok_or(Trouble::Missing)?,
            pending: Vec::new(),
            people,
            pick: None,
            room: None,
        })
    }

    fn ask(&self) -> Asking<'_> {
        Asking {
            clause: self.clause.clone(),
            command: &self.command,
            n: self.room.as_ref().and_then(|room| room.state.negotiation()),
            pending: &self.pending,
            people: &self.people,
            pick: self.pick.as_deref(),
            side: self.capacity.side(),
        }
    }

    fn name(&self, site: &Site) -> String {
        site.text(table::command_key(&self.command))
    }

    fn articles(&self) -> String {
        let articles = table::find(&self.command).map_or(&[][..], |row| row.articles);
        let profile = self.room.as_ref().and_then(|room| room.state.negotiation()).map(|n| n.header.profile);
        let named: Vec<law::Citation> = articles
            .iter()
            .filter_map(|article| law::Citation::new(article).ok())
            .filter(|article| profile.is_none_or(|profile| article.applies(profile)))
            .collect();
        law::citation::display_all_zh(&named)
    }

    fn head(&self) -> Option<Head> {
        self.room.as_ref().map(|room| room.state.head())
    }

    fn submission(
        &self,
        visitor: &Visitor,
        act: Uuid,
        filled: Filled,
        head: Option<Head>,
    ) -> Result<Submission, Trouble> {
        let hand = Hand {
            act,
            capacity: self.capacity,
            case: self.case,
            command: filled.command,
            head,
            people: &self.people,
            persons: filled.persons,
            visitor,
        };
        hand.submission()
    }
}

fn who_may(command: &str) -> Said {
    let who = table::find(command).and_then(|row| row.capacities.first()).copied();
    let said = Said::new("pages-who-may").message("command", table::command_key(command));
    said.message("who", table::capacity_key(who.unwrap_or(Capacity::UnionChair)))
}

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
    let posted = prefill(&site, &place.ask(), site.desk.now().date());
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
    let mut posted = prefill(site, &place.ask(), site.desk.now().date());
    if let Some(room) = &place.room {
        fill(room, &mut posted)?;
    }
    shown(site, visitor, &place, &posted, &[])
}

/// The form that opens a case.
pub(crate) async fn opening(State(site): Here, visitor: Visitor) -> Result<Response, Trouble> {
    let case = Uuid::now_v7();
    let place = Place::opening(&site, &visitor, case).await?;
    let mut posted = prefill(&site, &place.ask(), site.desk.now().date());
    if let Some(uscc) = visitor.employers().first() {
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
    let asked = Asked { capacity: one("as"), clause: one("clause"), pick: one("pick") };
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
    let place = Place::opening(&site, &visitor, case).await?;
    step(&site, &visitor, &place, posted, uploads).await
}

async fn receive(form: Result<Multipart, MultipartRejection>) -> Result<(Posted, Vec<Upload>), Trouble> {
    let unreadable = |what: String| Trouble::Unreadable(Said::new("pages-fault-upload").arg("what", what));
    let form = form.map_err(|error| unreadable(error.body_text()))?;
    Posted::receive(form).await.map_err(|error| unreadable(error.body_text()))
}

async fn step(
    site: &Site,
    visitor: &Visitor,
    place: &Place,
    mut posted: Posted,
    uploads: Vec<Upload>,
) -> Result<Response, Trouble> {
    for upload in uploads {
        let attachment = Attachment { bytes: upload.bytes, name: upload.name };
        posted.set(&upload.path, &attachment.sha256().to_string());
        posted.set(&format!("{}.file", upload.path), &attachment.name);
        site.desk.chore(Chore::Attachment { case: place.case, attachment }).await?;
    }
    let step = posted.one("step").to_owned();
    if !posted.one("more").is_empty() || step == "edit" {
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

/// The head on which the person decided, as the check page carried it.
fn expected(posted: &Posted) -> Option<Head> {
    let (seq, hash) = (posted.one("seq").parse().ok()?, Digest::from_str(posted.one("hash")).ok()?);
    Some(Head { hash, seq })
}

fn shown(
    site: &Site,
    visitor: &Visitor,
    place: &Place,
    posted: &Posted,
    faults: &[Fault],
) -> Result<Response, Trouble> {
    let ask = place.ask();
    let f = Frame::of(site, visitor, place.name(site));
    let form = Form { ask: &ask, f: &f, faults, more: posted.one("more"), posted, site };
    let fields = form.html(place.fields, "")?;
    let mut hidden = vec![("as", place.capacity.name().to_owned())];
    if let Some(clause) = &place.clause {
        hidden.push(("clause", clause.clone()));
    }
    if let Some(pick) = &place.pick {
        hidden.push(("pick", pick.clone()));
    }
    if place.room.is_none() {
        hidden.push(("case", place.case.to_string()));
    }
    let named = |fault: &Fault| {
        let command = match ask.inner() {
            Some((command, _)) if fault.path.starts_with("act.") => command,
            Some(_) | None => place.command.as_str(),
        };
        let name = if fault.path.is_empty() { String::new() } else { label(site, command, &fault.path) };
        (fault.path.clone(), name, site.say(&fault.said))
    };
    page(&FormPage {
        acceptance: (place.command == "accept_platform").then_some(ACCEPTANCE),
        action: place.action.clone(),
        articles: place.articles(),
        back: place.back.clone(),
        capacity: site.text(table::capacity_key(place.capacity)),
        faults: faults.iter().map(named).collect(),
        fields,
        hidden,
        intro: intro(site, &ask),
        f: f.clone(),
    })
}

/// What an act is, in a few sentences, where the texts say so; for a position the clause it is about.
fn intro(site: &Site, ask: &Asking<'_>) -> String {
    let key = format!("form-{}-intro", ask.command.replace('_', "-"));
    let intro = if site.texts.has(&key) { site.text(key) } else { String::new() };
    match ask.position() {
        Some(clause) => format!("{}：{intro}", clause.heading),
        None => intro,
    }
}

fn checked(
    site: &Site,
    visitor: &Visitor,
    place: &Place,
    posted: &Posted,
    submission: &Submission,
    stale: bool,
) -> Result<Response, Trouble> {
    let empty;
    let room = match &place.room {
        Some(room) => room,
        None => {
            empty = nothing_yet(site, place)?;
            &empty
        }
    };
    let (entries, refusal) = match outlook(site, room, submission)? {
        Outlook::Recorded(entries) => (entries, None),
        Outlook::Refused(refusal) => (Vec::new(), Some(Refused::of(site, &refusal))),
    };
    let status = if refusal.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let form = check_page(site, visitor, place, posted, submission.act.act, entries, refusal, stale)?;
    Ok((status, form).into_response())
}

#[expect(clippy::too_many_arguments, reason = "everything that a check page shows")]
fn check_page(
    site: &Site,
    visitor: &Visitor,
    place: &Place,
    posted: &Posted,
    act: Uuid,
    entries: Vec<Entry>,
    refusal: Option<Refused>,
    stale: bool,
) -> Result<Response, Trouble> {
    let ask = place.ask();
    let mut carried = posted.clone().without(&["step", "more", "act", "seq", "hash", "as"]);
    carried.set("as", place.capacity.name());
    carried.set("act", &act.to_string());
    if let Some(head) = place.head() {
        carried.set("seq", &head.seq.to_string());
        carried.set("hash", &head.hash.to_string());
    }
    let name = place.name(site);
    page(&CheckPage {
        action: place.action.clone(),
        articles: place.articles(),
        button: site.say(&Said::new("pages-check-do").arg("act", &name)),
        capacity: site.text(table::capacity_key(place.capacity)),
        entries,
        f: Frame::of(site, visitor, site.say(&Said::new("pages-check-title").arg("act", &name))),
        hidden: carried.pairs().collect(),
        lines: summary(site, &ask, posted, place.fields, ""),
        refusal,
        stale,
    })
}

/// A case without records, to ask what opening it would lead to.
fn nothing_yet(site: &Site, place: &Place) -> Result<Room, Trouble> {
    let now = site.desk.now();
    let line = CaseLine {
        case: place.case,
        number: None,
        employer_name: String::new(),
        employer_uscc: String::new(),
        union_name: String::new(),
        region: String::new(),
        profile: String::new(),
        scope: String::new(),
        stage: String::new(),
        opened_at: now,
        changed_at: now,
    };
    Room::empty(site, line, CaseState::empty(place.case), place.people.clone(), place.capacity)
}

async fn done(
    site: &Site,
    visitor: &Visitor,
    place: &Place,
    posted: &Posted,
    submission: Submission,
) -> Result<Response, Trouble> {
    match site.desk.submit(submission.clone()).await {
        Ok(receipt) => {
            let to = format!("/cases/{}/records/{}?done=1", place.case, receipt.act.seq);
            Ok(Redirect::to(&to).into_response())
        }
        Err(SubmitError::Refused { refusal, .. }) => {
            let refused = Some(Refused::of(site, &refusal));
            let form = check_page(site, visitor, place, posted, submission.act.act, Vec::new(), refused, false)?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, form).into_response())
        }
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
