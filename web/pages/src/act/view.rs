//! How an act looks on its way: the form, and the check page.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use messages::Said;
use negotiation::command::DraftCommand;
use negotiation::{CaseState, Command, Refusal, table};
use store::{CaseLine, Submission};
use timeline::Entry;
use uuid::Uuid;

use super::asking::{ACCEPTANCE, Asking};
use super::json::{FieldView, form_view};
use super::kin::kind_name;
use super::place::Place;
use super::posted::Posted;
use super::preview::{Outlook, outlook};
use super::read::{Fault, read};
use super::show::{Form, label};
use super::summary::{Line, summary};
use crate::desk::difference::{Difference, difference};
use crate::look::{Frame, page};
use crate::room::Room;
use crate::session::Visitor;
use crate::site::Site;
use crate::trouble::Trouble;

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
    /// Where the written mandate is printed that the list asks for.
    mandate: Option<String>,
}

#[derive(Template)]
#[template(path = "check.html")]
struct CheckPage<'a> {
    action: String,
    articles: String,
    button: String,
    capacity: String,
    /// What a draft changes in the agreement of the case before.
    difference: Option<Difference>,
    entries: Vec<Entry>,
    f: Frame,
    hidden: Vec<(&'a str, &'a str)>,
    lines: Vec<Line>,
    refusal: Option<Refused>,
    stale: bool,
}

/// A refusal in words.
pub(super) struct Refused {
    articles: Vec<String>,
    found: String,
    remedy: String,
    required: String,
    rule: String,
}

impl Refused {
    pub(super) fn of(site: &Site, refusal: &Refusal) -> Self {
        Self {
            articles: refusal.citation.iter().map(law::Citation::display_zh).collect(),
            found: site.say(&refusal.found()),
            remedy: site.say(&refusal.remedy()),
            required: site.say(&refusal.required()),
            rule: refusal.rule.clone(),
        }
    }
}

/// The form, with what was typed and what is wrong with it.
pub(super) fn shown(
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
    if place.side != place.capacity.side() {
        hidden.push(("side", place.side.name().to_owned()));
    }
    if let Some(clause) = &place.clause {
        hidden.push(("clause", clause.clone()));
    }
    if let Some(pick) = &place.pick {
        hidden.push(("pick", pick.clone()));
    }
    if place.room.is_none() {
        hidden.push(("case", place.case.to_string()));
    }
    if let Some(kin) = &place.kin {
        hidden.push(("parent", kin.named.case.to_string()));
        hidden.push(("kind", kind_name(kin.kind).to_owned()));
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
        intro: intro(site, place, &ask),
        mandate: matches!(ask.command, "register_reps" | "replace_rep")
            .then(|| format!("/cases/{}/mandate", place.case)),
        f: f.clone(),
    })
}

/// The form as data: what the act is, and its fields with what is filled in.
pub(crate) fn form_of(
    site: &Site,
    visitor: &Visitor,
    place: &Place,
    posted: &Posted,
) -> Result<(String, Vec<FieldView>), Trouble> {
    let ask = place.ask();
    let f = Frame::of(site, visitor, place.name(site));
    let form = Form { ask: &ask, f: &f, faults: &[], more: "", posted, site };
    Ok((intro(site, place, &ask), form_view(&form, place.fields, "")?))
}

/// What an act is, in a few sentences, where the texts say so; for a position the clause it is about.
fn intro(site: &Site, place: &Place, ask: &Asking<'_>) -> String {
    if let Some(kin) = &place.kin {
        return kin.intro(site);
    }
    let key = format!("form-{}-intro", ask.command.replace('_', "-"));
    let intro = if site.texts.has(&key) { site.text(key) } else { String::new() };
    let (hangs, command) = (ask.n.and_then(|n| n.header.parent.as_ref()), ask.command);
    if let Some(parent) = hangs.filter(|_| command == "table_draft" && ask.text().is_none()) {
        return site.text(format!("family-draft-{}", kind_name(parent.kind)));
    }
    match ask.position() {
        Some(clause) => format!("{}：{intro}", clause.heading),
        None => intro,
    }
}

/// The check page: what was typed, and what would follow or why it can't be.
pub(super) fn checked(
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
    let outlook = match place.admit(&submission.act.command) {
        Ok(()) => outlook(site, room, submission)?,
        Err(refusal) => Outlook::Refused(Box::new(refusal)),
    };
    let (entries, refusal) = match outlook {
        Outlook::Recorded(entries) => (entries, None),
        Outlook::Refused(refusal) => (Vec::new(), Some(Refused::of(site, &refusal))),
    };
    let status = if refusal.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let form = check_page(site, visitor, place, posted, submission.act.act, entries, refusal, stale)?;
    Ok((status, form).into_response())
}

/// The check page with what is known already.
#[expect(clippy::too_many_arguments, reason = "everything that a check page shows")]
pub(super) fn check_page(
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
        difference: differs(site, place, &ask, posted),
        entries,
        f: Frame::of(site, visitor, site.say(&Said::new("pages-check-title").arg("act", &name))),
        hidden: carried.pairs().collect(),
        lines: summary(site, &ask, posted, place.fields, ""),
        refusal,
        stale,
    })
}

/// A draft beside the agreement of the case on which its own hangs.
fn differs(site: &Site, place: &Place, ask: &Asking<'_>, posted: &Posted) -> Option<Difference> {
    let before = place.room.as_ref()?.before.as_ref().filter(|_| place.command == "table_draft")?;
    let Command::Draft(DraftCommand::TableDraft(tabled)) = read(ask, posted, place.fields).ok()?.command else {
        return None;
    };
    Some(difference(site, before, &tabled.terms))
}

/// A case without records, to ask what opening it would lead to.
pub(crate) fn nothing_yet(site: &Site, place: &Place) -> Result<Room, Trouble> {
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
