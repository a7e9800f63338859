//! How a form is shown: every field with label, hint, what was typed, and what is wrong with it.

use askama::Template;
use messages::Said;
use negotiation::terms::{Unit, Value};

use super::agreement::{GradeField, TermsField, folded};
use super::asking::Asking;
use super::gaps::words;
use super::posted::Posted;
use super::read::{Fault, join};
use super::spec::{Field, Kind};
use super::summary::{fact_name, old};
use crate::look::Frame;
use crate::site::Site;

/// A form on its way to a page.
pub(crate) struct Form<'a> {
    pub(crate) ask: &'a Asking<'a>,
    pub(crate) f: &'a Frame,
    pub(crate) faults: &'a [Fault],
    /// Path of the rows to which more were asked for.
    pub(crate) more: &'a str,
    pub(crate) posted: &'a Posted,
    pub(crate) site: &'a Site,
}

/// One field as it is shown.
#[derive(Template)]
#[template(path = "field.html")]
struct Shown<'a> {
    error: Option<String>,
    f: &'a Frame,
    hint: Option<String>,
    label: String,
    name: String,
    needed: bool,
    widget: Widget,
}

impl Shown<'_> {
    /// What describes a field, so that a reader of the screen says it with the field: what is wrong first, then the hint.
    fn described(&self) -> String {
        let parts = [("error", self.error.is_some()), ("hint", self.hint.is_some())];
        let ids = parts.into_iter().filter(|(_, there)| *there).map(|(part, _)| format!("{}-{part}", self.name));
        match ids.collect::<Vec<_>>().join(" ") {
            ids if ids.is_empty() => ids,
            ids => format!(" aria-describedby=\"{ids}\""),
        }
    }

    /// The same for what is typed into or chosen from, with whether it is wrong.
    fn marked(&self) -> String {
        let wrong = if self.error.is_some() { " aria-invalid=\"true\"" } else { "" };
        self.described() + wrong
    }
}

/// A value among several.
pub(super) struct Choice {
    pub(super) label: String,
    pub(super) on: bool,
    pub(super) value: String,
}

/// A figure inside words.
pub(crate) struct Figure {
    pub(crate) error: Option<String>,
    pub(crate) label: String,
    pub(crate) name: String,
    pub(crate) unit: String,
    pub(crate) value: String,
}

/// One row of several.
pub(super) struct RowField {
    html: String,
    /// Its first words, where it is folded.
    name: String,
    number: usize,
    open: bool,
}

pub(super) enum Widget {
    Line(String),
    Text(String),
    Day(String),
    Count(String),
    Tick(bool),
    Radio(Vec<Choice>),
    Select(Vec<Choice>),
    Boxes(Vec<Choice>),
    Scan {
        file: String,
        sha: String,
    },
    Person {
        known: Vec<Choice>,
        name: String,
        phone: String,
        post: String,
    },
    Inside(String),
    Rows(Vec<RowField>),
    /// A list that stands, by the names in it.
    Folded(Vec<String>),
    Figures(Vec<Figure>),
    Amount(String, String),
    Grades(Vec<GradeField>),
    Terms(Box<TermsField>),
    Unseen,
}

impl Form<'_> {
    /// The fields of a form or of a part of it.
    pub(crate) fn html(&self, fields: &[Field], prefix: &str) -> Result<String, askama::Error> {
        let mut html = String::new();
        for field in fields.iter().filter(|field| !field.seldom) {
            html.push_str(&self.field(field, &join(prefix, field.name))?);
        }
        let seldom: Vec<&Field> = fields.iter().filter(|field| field.seldom).collect();
        if !seldom.is_empty() {
            let used = seldom.iter().any(|field| self.is_used(&join(prefix, field.name)));
            let open = if used { " open" } else { "" };
            html.push_str(&format!("<details class=\"seldom\"{open}><summary>{}</summary>", self.f.w("seldom")));
            for field in seldom {
                html.push_str(&self.field(field, &join(prefix, field.name))?);
            }
            html.push_str("</details>");
        }
        Ok(html)
    }

    fn is_used(&self, path: &str) -> bool {
        !self.posted.one(path).is_empty() || self.faults.iter().any(|fault| fault.path.starts_with(path))
    }

    /// The name of a field for people: of this command, or of any.
    pub(crate) fn label(&self, path: &str) -> String {
        label(self.site, self.ask.command, path)
    }

    pub(super) fn hint(&self, path: &str) -> Option<String> {
        let leaf = leaf(path);
        let command = self.ask.command.replace('_', "-");
        let keys = [format!("form-{command}-{leaf}-hint"), format!("form-{leaf}-hint")];
        keys.into_iter().find(|key| self.site.texts.has(key)).map(|key| self.site.text(key))
    }

    fn field(&self, field: &Field, path: &str) -> Result<String, askama::Error> {
        let fault = self.faults.iter().find(|fault| fault.path == path);
        Shown {
            error: fault.map(|fault| self.site.say(&fault.said)),
            f: self.f,
            hint: self.about_fact(field).or_else(|| self.hint(path)),
            label: self.name(field, path),
            name: path.to_owned(),
            needed: field.needed || matches!(field.kind, Kind::OwnName),
            widget: self.widget(field, path)?,
        }
        .render()
    }

    /// The name of a field; what was chosen before gives its own.
    pub(super) fn name(&self, field: &Field, path: &str) -> String {
        match (field.kind, self.ask.inner(), self.ask.fact()) {
            (Kind::Act, Some((command, _)), _) => self.site.text(negotiation::table::command_key(command)),
            (Kind::Fact, _, Some(fact)) => fact_name(self.site, &fact),
            (_, _, _) => self.label(path),
        }
    }

    /// What stands.
    pub(super) fn about_fact(&self, field: &Field) -> Option<String> {
        let fact = self.ask.fact().filter(|_| matches!(field.kind, Kind::Fact))?;
        Some(self.site.say(&Said::new("pages-fact-stands").arg("old", old(self.site, &fact))))
    }

    pub(super) fn widget(&self, field: &Field, path: &str) -> Result<Widget, askama::Error> {
        let text = self.posted.one(path).to_owned();
        Ok(match field.kind {
            Kind::Line | Kind::Numbers => Widget::Line(text),
            Kind::Text | Kind::Lines => Widget::Text(text),
            Kind::Day => Widget::Day(text),
            Kind::Count => Widget::Count(text),
            Kind::Tick => Widget::Tick(!text.is_empty()),
            Kind::Consent => Widget::Radio(self.options(&["yes", "no"], "consent", &text)),
            Kind::Choice(options) => {
                let offered: Vec<&str> = options.iter().copied().filter(|value| self.ask.offers(path, value)).collect();
                let choices = self.options(&offered, leaf(path), &text);
                if choices.len() <= 6 { Widget::Radio(choices) } else { Widget::Select(choices) }
            }
            Kind::Scan | Kind::Secret => {
                Widget::Scan { file: self.posted.one(&format!("{path}.file")).to_owned(), sha: text }
            }
            Kind::OwnName if self.ask.around.actor.is_none() => Widget::Unseen,
            Kind::OwnName => Widget::Line(text),
            Kind::Seated => Widget::Select(self.seated(&[text])),
            Kind::Clause => Widget::Select(self.clauses(&text)),
            Kind::Crowd => Widget::Boxes(self.seated(self.posted.all(path))),
            Kind::Person => self.person(path),
            Kind::Group(fields) => Widget::Inside(self.html(fields, path)?),
            Kind::Rows(fields, least) => {
                let folded = folded(self.ask, self.posted, path);
                if !folded.is_empty() {
                    return Ok(Widget::Folded(folded));
                }
                let mut rows = Vec::new();
                for index in 0..self.row_count(path, least) {
                    rows.push(self.row(field, fields, path, index)?);
                }
                Widget::Rows(rows)
            }
            Kind::Persons => {
                let person = Field { kind: Kind::Person, name: "person", needed: false, seldom: false };
                let mut rows = Vec::new();
                for index in 0..self.row_count(path, 2) {
                    let html = self.field(&person, &format!("{path}.{index}"))?;
                    let open = index == 0 || field.needed || self.posted.rows(path) > 0;
                    rows.push(RowField { html, name: String::new(), number: index + 1, open });
                }
                Widget::Rows(rows)
            }
            Kind::Values => {
                let clause = self.ask.beside(self.posted, path);
                Widget::Figures(clause.map_or_else(Vec::new, |clause| self.figures(path, &clause.values)))
            }
            Kind::Terms => Widget::Terms(Box::new(self.terms(path)?)),
            Kind::Yuan => Widget::Amount(text, self.f.w("unit-yuan")),
            Kind::Percent => Widget::Amount(text, self.f.w("unit-percent")),
            Kind::Grades => Widget::Grades(self.grades(path)),
            Kind::Act => match self.ask.inner() {
                Some((command, fields)) => {
                    let ask = self.ask.about(command, self.posted);
                    let Form { f, faults, more, posted, site, .. } = *self;
                    Widget::Inside(Form { ask: &ask, f, faults, more, posted, site }.html(fields, path)?)
                }
                None => Widget::Unseen,
            },
            Kind::Fact => match self.ask.fact() {
                Some(fact) => {
                    let field: Vec<Field> = fact.field().into_iter().collect();
                    Widget::Inside(self.html(&field, path)?)
                }
                None => Widget::Unseen,
            },
            Kind::Known => Widget::Select(
                self.everybody(&[text]).into_iter().filter(|choice| self.ask.people.is_known(&choice.value)).collect(),
            ),
            Kind::Capacity => Widget::Radio(self.capacities(&text)),
            Kind::Pending => Widget::Radio(self.waiting(&text)),
            Kind::Given(_) => Widget::Unseen,
        })
    }

    /// One row of several. Where they may be left out, those that are filled in stay folded, named by their first words.
    fn row(
        &self,
        field: &Field,
        fields: &'static [Field],
        path: &str,
        index: usize,
    ) -> Result<RowField, askama::Error> {
        let row = format!("{path}.{index}");
        let words = words(fields);
        let name = words.first().map(|word| self.posted.one(&join(&row, word)).to_owned()).unwrap_or_default();
        let wrong = self.faults.iter().any(|fault| fault.path.starts_with(&format!("{row}.")));
        let open = field.needed || wrong || self.posted.is_blank(&row, &words);
        Ok(RowField {
            html: self.html(fields, &row)?,
            name: if field.needed { String::new() } else { name },
            number: index + 1,
            open,
        })
    }

    fn row_count(&self, path: &str, least: usize) -> usize {
        let rows = self.posted.rows(path).max(least);
        if self.more == path { rows + 3 } else { rows }
    }

    fn person(&self, path: &str) -> Widget {
        let part = |part: &str| self.posted.one(&format!("{path}.{part}")).to_owned();
        let known = self.everybody(&[part("who")]);
        Widget::Person { known, name: part("name"), phone: part("phone"), post: part("post") }
    }

    pub(super) fn figures(&self, path: &str, values: &[Value]) -> Vec<Figure> {
        let figure = |value: &Value| {
            let name = format!("{path}.{}", value.key);
            let typed = self.posted.one(&name).to_owned();
            let fault = self.faults.iter().find(|fault| fault.path == name);
            Figure {
                error: fault.map(|fault| self.site.say(&fault.said)),
                label: figure_name(self.site, &value.key),
                unit: self.f.w(match value.unit {
                    Unit::Fen => "unit-yuan",
                    Unit::BasisPoints => "unit-percent",
                    Unit::Count => "unit-count",
                }),
                value: if typed.is_empty() { super::agreement::typed(value) } else { typed },
                name,
            }
        };
        values.iter().map(figure).collect()
    }
}

/// A value as it is typed: yuan, percent, a number.
pub(crate) fn plain(value: &Value) -> String {
    match value.unit {
        Unit::Fen => law::money::Fen(value.amount).plain(),
        Unit::BasisPoints => law::money::BasisPoints(value.amount).to_string().trim_end_matches('%').to_owned(),
        Unit::Count => value.amount.to_string(),
    }
}

/// The name of a figure inside a clause.
pub(super) fn figure_name(site: &Site, key: &str) -> String {
    let known = format!("pages-figure-{}", key.replace('_', "-"));
    if site.texts.has(&known) { site.text(known) } else { format!("{{{key}}}") }
}

/// The last part of a path that isn't a number.
fn leaf(path: &str) -> &str {
    path.rsplit('.').find(|part| part.parse::<usize>().is_err()).unwrap_or(path)
}

/// The name of a field for people.
pub(crate) fn label(site: &Site, command: &str, path: &str) -> String {
    if let Some(name) = super::agreement::label(site, path) {
        return name;
    }
    let leaf = leaf(path).replace('_', "-");
    let command = command.replace('_', "-");
    let keys = [format!("form-{command}-{leaf}"), format!("form-{leaf}")];
    let found = keys.into_iter().find(|key| site.texts.has(key));
    site.text(found.unwrap_or_else(|| format!("form-{leaf}")))
}

/// The name of a value to choose.
pub(crate) fn choice(site: &Site, command: &str, name: &str, value: &str) -> String {
    let (name, value, command) = (name.replace('_', "-"), value.replace('_', "-"), command.replace('_', "-"));
    let value = value.to_lowercase();
    let keys = [format!("choice-{command}-{name}-{value}"), format!("choice-{name}-{value}")];
    let found = keys.into_iter().find(|key| site.texts.has(key));
    site.say(&Said::new(found.unwrap_or_else(|| format!("choice-{name}-{value}"))))
}
