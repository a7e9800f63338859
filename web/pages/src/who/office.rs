//! The desk of a federation or a bureau: who belongs to its region, and who waits to be confirmed.

use accounts::access::Right;
use accounts::organisation::may_decide;
use accounts::{Fault, Organisation, OrganisationState, Scope};
use askama::Template;
use axum::extract::{Form, Path, Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use messages::Said;
use negotiation::table::capacity_key;
use serde::Deserialize;
use uuid::Uuid;

use super::join::regions;
use super::parts::{Blank, CheckPage, FormPage, Takes, faults, origin, qr};
use crate::desk;
use crate::look::{Frame, page as rendered};
use crate::session::Visitor;
use crate::site::{Here, Site};
use crate::trouble::Trouble;

/// Organisations on one page.
const PAGE: usize = 100;

/// Which list.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Which {
    /// The region and the id after which the page begins.
    after: String,
    done: Option<String>,
    state: String,
}

#[derive(Template)]
#[template(path = "who_office.html")]
struct Office {
    done: Option<String>,
    empty: String,
    f: Frame,
    more: Option<String>,
    regions: Vec<Region>,
    states: Vec<(&'static str, String, bool)>,
}

/// A region with those who belong there.
struct Region {
    name: String,
    rows: Vec<Row>,
}

struct Row {
    capacity: String,
    employers: usize,
    id: Uuid,
    kind: String,
    name: String,
    uscc: String,
}

/// Who waits, who is confirmed, who was sent back: by region, as the tree of codes has them.
pub(crate) async fn list(State(site): Here, visitor: Visitor, Query(which): Query<Which>) -> Result<Response, Trouble> {
    admitted(&visitor)?;
    let state = OrganisationState::ALL.into_iter().find(|state| state.name() == which.state);
    let state = state.unwrap_or(OrganisationState::Waiting);
    let after = which.after.split_once('.').and_then(|(region, id)| Some((region.to_owned(), id.parse().ok()?)));
    let mut all: Vec<Organisation> = Vec::new();
    for digits in visitor.signed.standings.iter().filter_map(|standing| match &standing.scope {
        Scope::Region(digits) => Some(digits.clone()),
        Scope::Case(_) | Scope::Employer(_) => None,
    }) {
        all.extend(site.accounts.organisations_of_region(&visitor.signed, state, &digits, after.as_ref(), PAGE).await?);
    }
    all.sort_by(|a, b| (&a.region, a.id).cmp(&(&b.region, b.id)));
    all.dedup_by_key(|organisation| organisation.id);
    let more = all
        .get(PAGE - 1)
        .map(|last| format!("/organisations?state={}&after={}.{}", state.name(), last.region, last.id));
    all.truncate(PAGE);
    let mut regions: Vec<(String, Region)> = Vec::new();
    for organisation in &all {
        if regions.last().is_none_or(|(code, _)| *code != organisation.region) {
            let region = Region { name: region_name(&site, &organisation.region), rows: Vec::new() };
            regions.push((organisation.region.clone(), region));
        }
        if let Some((_, region)) = regions.last_mut() {
            region.rows.push(row(&site, organisation));
        }
    }
    let name = |of: OrganisationState| (of.name(), site.text(format!("pages-who-state-{}", of.name())), of == state);
    rendered(&Office {
        done: which
            .done
            .and_then(|done| ["confirm", "return"].into_iter().find(|known| *known == done))
            .map(|done| site.text(format!("pages-who-office-done-{done}"))),
        empty: site.text(format!("pages-who-office-empty-{}", state.name())),
        f: Frame::of(&site, &visitor, site.text("pages-who-office-title")),
        more,
        regions: regions.into_iter().map(|(_, region)| region).collect(),
        states: OrganisationState::ALL.map(name).into(),
    })
}

fn admitted(visitor: &Visitor) -> Result<(), Trouble> {
    desk::admitted(visitor, Right::ConfirmEnterprise)
}

fn row(site: &Site, organisation: &Organisation) -> Row {
    Row {
        capacity: site.text(capacity_key(organisation.capacity)),
        employers: organisation.employers.len(),
        id: organisation.id,
        kind: site.text(format!("pages-who-kind-{}", organisation.kind)),
        name: organisation.name.clone(),
        uscc: organisation.uscc.clone(),
    }
}

/// A region's name with its code; the data knows counties by all six digits.
fn region_name(site: &Site, digits: &str) -> String {
    let code = format!("{digits:0<6}");
    let data = site.book.current_data();
    let name = data.and_then(|(_, data)| data.region(&code).map(|region| region.name.clone()));
    name.map_or_else(|| code.clone(), |name| format!("{name}（{code}）"))
}

#[derive(Template)]
#[template(path = "who_organisation.html")]
struct OrganisationPage {
    error: Option<String>,
    f: Frame,
    followed: Vec<String>,
    id: Uuid,
    lines: Vec<(String, String)>,
    may_decide: bool,
    reason: String,
    reason_error: Option<String>,
    scans: Vec<(String, String)>,
}

/// One application with its papers.
pub(crate) async fn page(State(site): Here, visitor: Visitor, Path(id): Path<Uuid>) -> Result<Response, Trouble> {
    shown(&site, &visitor, id, "", &[]).await
}

async fn shown(site: &Site, visitor: &Visitor, id: Uuid, reason: &str, faults: &[Fault]) -> Result<Response, Trouble> {
    let organisation = site.accounts.organisation(&visitor.signed, id).await?;
    let followed = site.accounts.followed_by(&organisation).await?;
    let mut followed: Vec<String> = followed.into_iter().map(|(_, name, _)| name).collect();
    followed.dedup();
    let waits = organisation.state == OrganisationState::Waiting;
    let own = organisation.applicant == visitor.signed.account.id;
    let named = |purpose: String| site.text(format!("pages-who-field-{purpose}"));
    let scans = site.desk.store().scans(id).await?;
    let fault = |at_reason: bool| faults.iter().find(|fault| (fault.field == "reason") == at_reason);
    rendered(&OrganisationPage {
        error: fault(false).map(|fault| site.say(&fault.said)),
        f: Frame::of(site, visitor, organisation.name.clone()),
        followed,
        id,
        lines: lines(site, &organisation).await?,
        may_decide: waits && !own && may_decide(&visitor.signed, &organisation).is_ok(),
        reason: reason.to_owned(),
        reason_error: fault(true).map(|fault| site.say(&fault.said)),
        scans: scans.into_iter().map(|(purpose, _)| (purpose.clone(), named(purpose))).collect(),
    })
    .map(|page| if faults.is_empty() { page } else { (StatusCode::UNPROCESSABLE_ENTITY, page).into_response() })
}

/// What an application says, line by line.
async fn lines(site: &Site, organisation: &Organisation) -> Result<Vec<(String, String)>, Trouble> {
    let field = |name: &str| site.text(format!("pages-who-field-{name}"));
    let who = site.accounts.by_id(organisation.applicant).await?.map(|account| account.name).unwrap_or_default();
    let phone = site.accounts.phone_of(organisation.applicant).await?.unwrap_or_default();
    let mut lines = vec![
        (field("kind"), site.text(format!("pages-who-kind-{}", organisation.kind))),
        (field("name"), organisation.name.clone()),
        (field("uscc"), organisation.uscc.clone()),
        (field("region"), region_name(site, &organisation.region)),
        (field("person"), format!("{who}（{}）", site.text(capacity_key(organisation.capacity)))),
        (field("phone"), phone),
        (field("state"), site.text(format!("pages-who-state-{}", organisation.state.name()))),
    ];
    if organisation.employers != [organisation.uscc.clone()] && !organisation.employers.is_empty() {
        lines.push((field("employers"), organisation.employers.join("、")));
    }
    if !organisation.reason.is_empty() {
        lines.push((field("reason"), organisation.reason.clone()));
    }
    Ok(lines)
}

/// A scan, for those who may see the application.
pub(crate) async fn scan(
    State(site): Here,
    visitor: Visitor,
    Path((id, purpose)): Path<(Uuid, String)>,
) -> Result<Response, Trouble> {
    site.accounts.organisation(&visitor.signed, id).await?;
    let scan = site.desk.store().scan(id, &purpose).await?.ok_or(Trouble::Missing)?;
    let headers = [(header::CONTENT_TYPE, scan.media), (header::CONTENT_DISPOSITION, "inline".to_owned())];
    Ok((headers, scan.bytes.0).into_response())
}

/// What is decided.
#[derive(Deserialize)]
pub(crate) struct Decision {
    #[serde(default)]
    decision: String,
    #[serde(default)]
    reason: String,
    #[serde(default)]
    step: String,
}

/// Shows what a decision does, then takes it.
pub(crate) async fn decide(
    State(site): Here,
    visitor: Visitor,
    Path(id): Path<Uuid>,
    Form(given): Form<Decision>,
) -> Result<Response, Trouble> {
    let organisation = site.accounts.organisation(&visitor.signed, id).await?;
    let confirms = given.decision == "confirm";
    if given.step == "do" {
        let decided = if confirms {
            site.accounts.confirm(&visitor.signed, id).await
        } else {
            site.accounts.give_back(&visitor.signed, id, &given.reason).await
        };
        return match decided {
            Ok(()) => {
                let done = if confirms { "confirm" } else { "return" };
                Ok(Redirect::to(&format!("/organisations?done={done}")).into_response())
            }
            Err(error) => shown(&site, &visitor, id, &given.reason, &faults(error)?).await,
        };
    }
    if !confirms && given.reason.trim().is_empty() {
        let fault = Fault::new("reason", Said::new("accounts-organisation-reason"));
        return shown(&site, &visitor, id, &given.reason, &[fault]).await;
    }
    let key = if confirms { "confirm" } else { "return" };
    let mut lines = lines(&site, &organisation).await?;
    if !confirms {
        lines.push((site.text("pages-who-field-reason"), given.reason.clone()));
    }
    let mut notes = vec![site.text(format!("pages-who-office-{key}-note"))];
    if confirms {
        for (_, name, _) in site.accounts.followed_by(&organisation).await? {
            notes.push(site.say(&Said::new("pages-who-office-followed").arg("name", name)));
        }
        notes.dedup();
    }
    rendered(&CheckPage {
        action: format!("/organisations/{id}"),
        back: format!("/organisations/{id}"),
        button: site.text(format!("pages-who-office-{key}")),
        f: Frame::of(&site, &visitor, site.text(format!("pages-who-office-{key}"))),
        hidden: vec![("decision", given.decision), ("reason", given.reason), ("step", "do".to_owned())],
        lines,
        notes,
    })
}

/// What a letter to somebody who is to join says.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Addressed {
    kind: String,
    name: String,
    region: String,
    uscc: String,
}

#[derive(Template)]
#[template(path = "who_letter.html")]
struct Letter {
    f: Frame,
    link: String,
    name: String,
    qr: String,
}

/// A letter that invites an organisation to join, with what is known of it in its link. It lets nobody in by itself.
pub(crate) async fn letter(
    State(site): Here,
    visitor: Visitor,
    headers: HeaderMap,
    Query(to): Query<Addressed>,
) -> Result<Response, Trouble> {
    admitted(&visitor)?;
    let f = Frame::of(&site, &visitor, site.text("pages-who-letter-title"));
    if to.name.trim().is_empty() {
        let kinds = accounts::organisation::OrganisationKind::ALL.map(|kind| {
            let name = kind.name();
            (name.to_owned(), site.text(format!("pages-who-kind-{name}")))
        });
        let mut form = FormPage::new(&site, f, "/organisations/new".to_owned(), "letter-do");
        form.back = Some("/organisations".to_owned());
        form.lead.push(site.text("pages-who-letter-lead"));
        form.blanks = vec![
            Blank::new(&site, "kind", Takes::Choice(kinds.into()), &to.kind),
            Blank::new(&site, "name", Takes::Line, &to.name),
            Blank::new(&site, "uscc", Takes::Line, &to.uscc).optional(),
            Blank::new(&site, "region", regions(&site), &to.region),
        ];
        return rendered(&form.getting());
    }
    let fields = [("kind", &to.kind), ("name", &to.name), ("uscc", &to.uscc), ("region", &to.region)];
    let query: Vec<String> = fields.iter().map(|(name, value)| format!("{name}={}", escaped(value.trim()))).collect();
    let link = format!("{}/join?{}", origin(&headers), query.join("&"));
    rendered(&Letter { f, qr: qr(&link)?, link, name: to.name })
}

/// Percent-encoding of everything but letters and digits.
fn escaped(text: &str) -> String {
    let one = |byte: u8| match byte.is_ascii_alphanumeric() {
        true => char::from(byte).to_string(),
        false => format!("%{byte:02X}"),
    };
    text.bytes().map(one).collect()
}
