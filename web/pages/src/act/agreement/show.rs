//! A whole agreement on its way to a page.

use negotiation::terms::Clause;

use super::super::posted::Posted;
use super::super::read::Fault;
use super::super::show::{Figure, Form, figure_name};
use super::{GRADES, PARTS};
use crate::site::Site;

/// A clause of a whole agreement.
pub(crate) struct ClauseField {
    pub(crate) error: Option<String>,
    pub(crate) figures: Vec<Figure>,
    pub(crate) heading: String,
    pub(crate) name: String,
    /// A figure is missing, or somebody began to change the clause.
    pub(crate) open: bool,
    pub(crate) dropped: bool,
    /// Why what the law wants in the text doesn't apply here; nothing where the law wants nothing.
    pub(crate) not_applicable: Option<String>,
    pub(crate) text: String,
}

/// A whole agreement.
pub(crate) struct TermsField {
    pub(crate) clauses: Vec<ClauseField>,
    pub(crate) coverage: String,
    /// Rows of clauses, posts and awards.
    pub(crate) parts: String,
    pub(crate) title: String,
}

/// What a grade of a post earns.
pub(crate) struct GradeField {
    pub(crate) error: Option<String>,
    pub(crate) label: String,
    pub(crate) name: String,
    pub(crate) low: String,
    pub(crate) high: String,
    pub(crate) allowance: String,
}

impl Form<'_> {
    /// The text to draft from, with what was typed in its place.
    pub(crate) fn terms(&self, path: &str) -> Result<TermsField, askama::Error> {
        let base = self.ask.base();
        Ok(TermsField {
            clauses: base.clauses.iter().map(|clause| self.clause(clause, &format!("{path}.{}", clause.id))).collect(),
            coverage: given(self.posted, &format!("{path}.coverage"), &base.coverage),
            parts: self.html(PARTS, path)?,
            title: given(self.posted, &format!("{path}.title"), &base.title),
        })
    }

    fn clause(&self, clause: &Clause, name: &str) -> ClauseField {
        let figures = self.figures(name, &clause.values);
        let heading = given(self.posted, &format!("{name}.heading"), &clause.heading);
        let text = given(self.posted, &format!("{name}.text"), &clause.text);
        let error = self.fault_in(name);
        ClauseField {
            open: error.is_some() || figures.iter().any(|figure| figure.value.is_empty()),
            dropped: !self.posted.one(&format!("{name}.drop")).is_empty(),
            error,
            figures,
            heading,
            not_applicable: clause.item.map(|_| {
                let base = clause.not_applicable.as_deref().unwrap_or_default();
                given(self.posted, &format!("{name}.not_applicable"), base)
            }),
            text,
            name: name.to_owned(),
        }
    }

    /// The grades of a post.
    pub(crate) fn grades(&self, path: &str) -> Vec<GradeField> {
        let grade = |grade: &str| {
            let name = format!("{path}.{grade}");
            let part = |part: &str| self.posted.one(&format!("{name}.{part}")).to_owned();
            GradeField {
                allowance: part("allowance"),
                error: self.fault_in(&name),
                high: part("high"),
                label: self.site.text(format!("neg-grade-{}", grade.replace('_', "-"))),
                low: part("low"),
                name,
            }
        };
        GRADES.into_iter().map(grade).collect()
    }

    fn fault_in(&self, name: &str) -> Option<String> {
        let within =
            |fault: &&Fault| fault.path.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
        self.faults.iter().find(within).map(|fault| self.site.say(&fault.said))
    }
}

/// The name of a field inside a clause: a figure, its heading, its words. Rows have fields of their own.
pub(crate) fn label(site: &Site, path: &str) -> Option<String> {
    if let Some(key) = path.strip_prefix("values.") {
        return Some(figure_name(site, key));
    }
    let parts: Vec<&str> = path.split('.').collect();
    let [.., above, inside, leaf] = parts.as_slice() else { return None };
    if *inside == "values" {
        return Some(figure_name(site, leaf));
    }
    if *above != "terms" || PARTS.iter().any(|part| part.name == *inside) {
        return None;
    }
    match *leaf {
        "heading" => Some(site.text("form-heading")),
        "text" => Some(site.text("form-own-words")),
        "drop" | "not_applicable" => None,
        figure => Some(figure_name(site, figure)),
    }
}

/// What was typed, or what stands where the field wasn't there.
fn given(posted: &Posted, path: &str, base: &str) -> String {
    if posted.all(path).is_empty() { base.to_owned() } else { posted.one(path).to_owned() }
}
