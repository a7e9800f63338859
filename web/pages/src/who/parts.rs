//! What these pages share: forms of a few blanks, a page to check before something is done, QR codes, addresses.

use accounts::{AccountError, Fault, OrganisationState, PeopleError};
use askama::Template;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use messages::{Catalogue, Said};
use qrcode::QrCode;
use qrcode::render::svg;
use store::CaseFilter;
use uuid::Uuid;

use crate::look::{Frame, page};
use crate::site::Site;
use crate::trouble::Trouble;

/// What a blank takes.
pub(super) enum Takes {
    /// Several lines.
    Area,
    /// One of several: value and name.
    Choice(Vec<(String, String)>),
    /// A file.
    File,
    /// One line.
    Line,
    /// Six digits.
    Digits,
    /// Something that nobody else is to see.
    Secret,
    /// Several of several: value, name, whether it is ticked.
    Ticks(Vec<(String, String, bool)>),
}

/// A blank of a form. Its label is the message `pages-who-field-` and its name, its hint the one with `-hint`.
pub(super) struct Blank {
    pub(super) error: Option<String>,
    pub(super) hint: Option<String>,
    pub(super) label: String,
    pub(super) name: &'static str,
    pub(super) needed: bool,
    pub(super) takes: Takes,
    pub(super) value: String,
}

impl Blank {
    pub(super) fn new(site: &Site, name: &'static str, takes: Takes, value: &str) -> Self {
        let hint = format!("pages-who-field-{name}-hint");
        Self {
            error: None,
            hint: site.texts.has(&hint).then(|| site.text(hint)),
            label: site.text(format!("pages-who-field-{name}")),
            name,
            needed: true,
            takes,
            value: value.to_owned(),
        }
    }

    /// One that may stay empty.
    pub(super) fn optional(self) -> Self {
        Self { needed: false, ..self }
    }
}

/// A form.
#[derive(Template)]
#[template(path = "who_form.html")]
pub(super) struct FormPage {
    pub(super) action: String,
    pub(super) back: Option<String>,
    pub(super) blanks: Vec<Blank>,
    pub(super) button: String,
    pub(super) f: Frame,
    pub(super) files: bool,
    /// What is wrong beyond any blank.
    pub(super) general: Option<String>,
    /// It only asks for a page.
    pub(super) get: bool,
    pub(super) hidden: Vec<(&'static str, String)>,
    pub(super) lead: Vec<String>,
    pub(super) more: Vec<(String, String)>,
}

impl FormPage {
    /// A form without blanks yet.
    pub(super) fn new(site: &Site, f: Frame, action: String, button: &str) -> Self {
        Self {
            action,
            back: None,
            blanks: Vec::new(),
            button: site.text(format!("pages-who-{button}")),
            f,
            files: false,
            general: None,
            get: false,
            hidden: Vec::new(),
            lead: Vec::new(),
            more: Vec::new(),
        }
    }

    /// Whether anything is wrong with it.
    fn is_wrong(&self) -> bool {
        self.general.is_some() || self.blanks.iter().any(|blank| blank.error.is_some())
    }

    /// One that only asks for a page.
    pub(super) fn getting(self) -> Self {
        Self { get: true, ..self }
    }

    /// The form with its faults: each at its blank, or above all.
    pub(super) fn wrong(mut self, site: &Site, faults: &[Fault]) -> Result<Response, Trouble> {
        for fault in faults {
            let text = site.say(&fault.said);
            match self.blanks.iter_mut().find(|blank| blank.name == fault.field) {
                Some(blank) => blank.error = Some(text),
                None => self.general = Some(text),
            }
        }
        Ok((StatusCode::UNPROCESSABLE_ENTITY, page(&self)?).into_response())
    }
}

/// A page to look at before something is done.
#[derive(Template)]
#[template(path = "who_check.html")]
pub(super) struct CheckPage {
    pub(super) action: String,
    pub(super) back: String,
    pub(super) button: String,
    pub(super) f: Frame,
    pub(super) hidden: Vec<(&'static str, String)>,
    pub(super) lines: Vec<(String, String)>,
    pub(super) notes: Vec<String>,
}

/// The faults of an error; a fault of the database, or of nobody's form, is trouble.
pub(super) fn faults(error: PeopleError) -> Result<Vec<Fault>, Trouble> {
    match error {
        PeopleError::Faults(faults) => Ok(faults),
        PeopleError::Gone | PeopleError::Own => Ok(vec![Fault::new("", error.said())]),
        PeopleError::Account(
            AccountError::Unknown | AccountError::BothSides { .. } | AccountError::PhoneOnBothSides { .. },
        ) => Ok(vec![Fault::new("", error.said())]),
        PeopleError::Denied(_) | PeopleError::Account(_) => Err(error.into()),
    }
}

impl From<PeopleError> for Trouble {
    fn from(error: PeopleError) -> Self {
        match error {
            PeopleError::Gone => Self::Missing,
            PeopleError::Denied(denied) if denied.stranger => Self::Missing,
            PeopleError::Denied(denied) => Self::Forbidden(denied.said()),
            PeopleError::Faults(_) | PeopleError::Own => Self::Unreadable(error.said()),
            PeopleError::Account(error) => error.into(),
        }
    }
}

/// Where the notice on personal data is.
pub(super) fn privacy(site: &Site) -> (String, String) {
    ("/privacy".to_owned(), site.text("pages-privacy-title"))
}

/// A QR code as a drawing.
pub(super) fn qr(text: &str) -> Result<String, Trouble> {
    let code = QrCode::new(text.as_bytes()).map_err(|error| Trouble::Fault(error.to_string()))?;
    let drawing = code.render::<svg::Color<'_>>().min_dimensions(220, 220).build();
    // The drawing without the declaration that a file has.
    Ok(drawing.find("<svg").map_or_else(String::new, |at| drawing[at..].to_owned()))
}

/// The address of this site as the visitor has it: `https://example.org`.
pub(crate) fn origin(headers: &HeaderMap) -> String {
    let get = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    let plain = |host: &&str| host.bytes().all(|b| b.is_ascii_alphanumeric() || b".:-[]".contains(&b));
    let host = get(header::HOST.as_str()).filter(plain).unwrap_or("localhost");
    let own = ["localhost", "127.", "[::1]"].iter().any(|start| host.starts_with(start));
    let scheme = match get("x-forwarded-proto") {
        Some("http") => "http",
        Some(_) => "https",
        None => {
            if own {
                "http"
            } else {
                "https"
            }
        }
    };
    format!("{scheme}://{host}")
}

/// The name of an employer: as it is confirmed, or as its newest case has it; its code where neither is there.
pub(super) async fn employer_name(site: &Site, uscc: &str) -> Result<String, Trouble> {
    let store = site.desk.store();
    let known = store.organisations_with(uscc, Uuid::nil(), store::MAX_PAGE).await?;
    let mut firms = known.into_iter().filter(|firm| firm.kind == "enterprise");
    if let Some(firm) = firms.find(|firm| firm.state == OrganisationState::Confirmed) {
        return Ok(firm.name);
    }
    let lines = store.cases(&CaseFilter::Employer(uscc.to_owned()), None, 1).await?;
    Ok(lines.into_iter().next().map_or_else(|| uscc.to_owned(), |line| line.employer_name))
}

/// A text without arguments, where there is no site yet.
pub(super) fn text(texts: &Catalogue, key: &'static str) -> String {
    texts.say(&Said::new(key))
}

/// A sentence with one argument.
pub(super) fn say1(site: &Site, key: &'static str, name: &'static str, value: &impl ToString) -> String {
    site.say(&Said::new(key).arg(name, value.to_string()))
}
