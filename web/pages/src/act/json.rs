//! Forms as data: what an act asks for, and what a program filled in.
//!
//! A program fills in the same fields as a person, by the same names, nested as the command nests them; the same reader
//! reads them. What isn't a field is said, so that nothing is lost in silence.

use messages::Said;
use serde::Serialize;
use serde_json::{Map, Value};
use utoipa::ToSchema;

use super::agreement::{GradeField, PARTS, TermsField};
use super::asking::Asking;
use super::posted::{MAX_ROWS, Posted};
use super::read::{Fault, join};
use super::show::{Choice, Figure, Form, Widget};
use super::spec::{Field, Kind};
use crate::trouble::Trouble;

/// A field of a form.
#[derive(Serialize, ToSchema)]
pub(crate) struct FieldView {
    /// Name in its object.
    name: String,
    /// Name for people.
    label: String,
    hint: Option<String>,
    /// `line`, `text`, `day`, `count`, `tick`, `consent`, `choice`, `lines`, `numbers`, `file`, `files`, `person`, `persons`,
    /// `ids`, `object`, `objects`, `figures` or `terms`.
    #[schema(value_type = String)]
    kind: &'static str,
    needed: bool,
    /// What may be chosen; for persons those whom the case knows.
    choices: Vec<ChoiceView>,
    /// Fields of the object, or of each object.
    #[schema(no_recursion)]
    fields: Vec<FieldView>,
    /// What a person finds filled in.
    value: Option<String>,
}

/// A value among several.
#[derive(Serialize, ToSchema)]
pub(crate) struct ChoiceView {
    value: String,
    label: String,
}

/// The fields of a form, and those of its objects.
pub(crate) fn form_view(form: &Form<'_>, fields: &[Field], prefix: &str) -> Result<Vec<FieldView>, Trouble> {
    let paper = form.ask.around.actor.is_none();
    let asked = |field: &&Field| match (field.kind, paper) {
        (Kind::Given(_), _) | (Kind::OwnName, true) => false,
        (_, _) => true,
    };
    let asked = fields.iter().filter(asked);
    asked.map(|field| field_view(form, field, &join(prefix, field.name))).collect()
}

fn field_view(form: &Form<'_>, field: &Field, path: &str) -> Result<FieldView, Trouble> {
    let mut view = FieldView {
        name: field.name.to_owned(),
        label: form.name(field, path),
        hint: form.about_fact(field).or_else(|| form.hint(path)),
        kind: kind(field.kind),
        needed: field.needed,
        choices: Vec::new(),
        fields: Vec::new(),
        value: None,
    };
    match field.kind {
        Kind::Group(fields) => view.fields = form_view(form, fields, path)?,
        Kind::Rows(fields, _) => view.fields = form_view(form, fields, &format!("{path}.0"))?,
        Kind::Act => {
            if let Some((command, fields)) = form.ask.inner() {
                let ask = form.ask.about(command, form.posted);
                let inner = Form { ask: &ask, f: form.f, faults: &[], more: "", posted: form.posted, site: form.site };
                view.fields = form_view(&inner, fields, path)?;
            }
        }
        Kind::Fact => {
            let field: Vec<Field> = form.ask.fact().and_then(|fact| fact.field()).into_iter().collect();
            view.fields = form_view(form, &field, path)?;
        }
        Kind::Terms => {
            view.fields = offered(form.widget(field, path)?).2;
            view.fields.extend(form_view(form, PARTS, path)?);
        }
        Kind::Persons => {
            let person = Field { kind: Kind::Person, name: "person", needed: false, seldom: false };
            view.choices = offered(form.widget(&person, &format!("{path}.0"))?).1;
        }
        Kind::Line
        | Kind::OwnName
        | Kind::Text
        | Kind::Day
        | Kind::Count
        | Kind::Tick
        | Kind::Consent
        | Kind::Choice(_)
        | Kind::Lines
        | Kind::Numbers
        | Kind::Scan
        | Kind::Secret
        | Kind::Person
        | Kind::Seated
        | Kind::Crowd
        | Kind::Clause
        | Kind::Values
        | Kind::Yuan
        | Kind::Percent
        | Kind::Grades
        | Kind::Known
        | Kind::Capacity
        | Kind::Pending
        | Kind::Given(_) => (view.value, view.choices, view.fields) = offered(form.widget(field, path)?),
    }
    Ok(view)
}

/// What a widget holds: value, choices, fields inside.
fn offered(widget: Widget) -> (Option<String>, Vec<ChoiceView>, Vec<FieldView>) {
    let filled = |text: String| (Some(text).filter(|text| !text.is_empty()), Vec::new(), Vec::new());
    match widget {
        Widget::Line(text) | Widget::Text(text) | Widget::Day(text) | Widget::Count(text) | Widget::Amount(text, _) => {
            filled(text)
        }
        Widget::Scan { sha, .. } => filled(sha),
        Widget::Tick(on) => filled(on.to_string()),
        Widget::Radio(choices) | Widget::Select(choices) | Widget::Boxes(choices) => {
            let on: Vec<String> =
                choices.iter().filter(|choice| choice.on).map(|choice| choice.value.clone()).collect();
            (Some(on.join("\n")).filter(|text| !text.is_empty()), views(choices), Vec::new())
        }
        Widget::Person { known, .. } => {
            let on = known.iter().find(|choice| choice.on).map(|choice| choice.value.clone());
            (on, views(known), Vec::new())
        }
        Widget::Figures(figures) => (None, Vec::new(), figures.into_iter().map(figure).collect()),
        Widget::Terms(terms) => (None, Vec::new(), inside(*terms)),
        Widget::Grades(grades) => {
            let sum = |name: &str, value: String| FieldView { kind: "line", ..words(name, String::new(), value) };
            let grade = |grade: GradeField| {
                let id = grade.name.rsplit('.').next().unwrap_or_default().to_owned();
                let fields = vec![sum("low", grade.low), sum("high", grade.high), sum("allowance", grade.allowance)];
                FieldView { kind: "object", fields, ..words(&id, grade.label, String::new()) }
            };
            (None, Vec::new(), grades.into_iter().map(grade).collect())
        }
        Widget::Inside(_) | Widget::Rows(_) | Widget::Folded(_) | Widget::Unseen => (None, Vec::new(), Vec::new()),
    }
}

/// The clauses of an agreement by their ids. Its rows are fields of their own.
fn inside(terms: TermsField) -> Vec<FieldView> {
    let mut inside = vec![words("title", String::new(), terms.title), words("coverage", String::new(), terms.coverage)];
    for clause in terms.clauses {
        let id = clause.name.rsplit('.').next().unwrap_or_default().to_owned();
        let mut fields = vec![words("heading", String::new(), clause.heading.clone())];
        fields.push(words("text", String::new(), clause.text));
        fields.extend(clause.figures.into_iter().map(figure));
        fields.extend(clause.not_applicable.map(|reason| words("not_applicable", String::new(), reason)));
        fields.push(FieldView { kind: "tick", ..words("drop", String::new(), String::new()) });
        inside.push(FieldView { kind: "object", fields, ..words(&id, clause.heading, String::new()) });
    }
    inside
}

fn views(choices: Vec<Choice>) -> Vec<ChoiceView> {
    choices.into_iter().map(|choice| ChoiceView { value: choice.value, label: choice.label }).collect()
}

fn words(name: &str, label: String, value: String) -> FieldView {
    FieldView {
        name: name.to_owned(),
        label,
        hint: None,
        kind: "text",
        needed: false,
        choices: Vec::new(),
        fields: Vec::new(),
        value: Some(value).filter(|text| !text.is_empty()),
    }
}

fn figure(figure: Figure) -> FieldView {
    let name = figure.name.rsplit('.').next().unwrap_or_default().to_owned();
    FieldView { kind: "line", hint: Some(figure.unit), needed: true, ..words(&name, figure.label, figure.value) }
}

const fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Line | Kind::OwnName | Kind::Known | Kind::Seated | Kind::Clause | Kind::Capacity | Kind::Given(_) => {
            "line"
        }
        Kind::Text => "text",
        Kind::Day => "day",
        Kind::Count | Kind::Pending => "count",
        Kind::Tick => "tick",
        Kind::Consent => "consent",
        Kind::Choice(_) => "choice",
        Kind::Lines => "lines",
        Kind::Numbers => "numbers",
        Kind::Scan => "file",
        Kind::Secret => "files",
        Kind::Person => "person",
        Kind::Persons => "persons",
        Kind::Crowd => "ids",
        Kind::Group(_) | Kind::Act | Kind::Fact => "object",
        Kind::Rows(..) => "objects",
        Kind::Values => "figures",
        Kind::Grades => "grades",
        Kind::Yuan | Kind::Percent => "line",
        Kind::Terms => "terms",
    }
}

/// Fills a form in from data.
///
/// # Errors
/// Names that are no fields, and values of the wrong shape.
pub(crate) fn fill(
    ask: &Asking<'_>,
    posted: &mut Posted,
    fields: &[Field],
    with: &Map<String, Value>,
    prefix: &str,
) -> Result<(), Vec<Fault>> {
    let mut faults = Vec::new();
    object(ask, posted, fields, with, prefix, &mut faults);
    if faults.is_empty() { Ok(()) } else { Err(faults) }
}

fn object(
    ask: &Asking<'_>,
    posted: &mut Posted,
    fields: &[Field],
    with: &Map<String, Value>,
    prefix: &str,
    faults: &mut Vec<Fault>,
) {
    for (name, value) in with {
        let path = join(prefix, name);
        let asked = fields.iter().find(|field| field.name == name && !matches!(field.kind, Kind::Given(_)));
        let Some(field) = asked else {
            faults.push(Fault { path, said: Said::new("pages-fault-no-field") });
            continue;
        };
        match (field.kind, value) {
            (_, Value::Null) => {}
            (Kind::Group(fields), Value::Object(with)) => object(ask, posted, fields, with, &path, faults),
            (Kind::Rows(..) | Kind::Persons, Value::Array(rows)) if rows.len() > MAX_ROWS => {
                let said = Said::new("pages-fault-rows-many").arg("rows", MAX_ROWS);
                faults.push(Fault { path, said });
            }
            (Kind::Rows(fields, _), Value::Array(rows)) => {
                for (index, row) in rows.iter().enumerate() {
                    match row.as_object() {
                        Some(with) => object(ask, posted, fields, with, &format!("{path}.{index}"), faults),
                        None => shape(faults, &path),
                    }
                }
            }
            (Kind::Act, Value::Object(with)) => {
                let fields = ask.inner().map_or(&[][..], |(_, fields)| fields);
                object(ask, posted, fields, with, &path, faults);
            }
            (Kind::Person, Value::String(id)) => posted.set(&format!("{path}.who"), id),
            (Kind::Persons, Value::Array(rows)) => {
                for (index, row) in rows.iter().enumerate() {
                    match row.as_str() {
                        Some(id) => posted.set(&format!("{path}.{index}.who"), id),
                        None => loose(posted, row, &format!("{path}.{index}"), faults),
                    }
                }
            }
            (Kind::Crowd, Value::Array(ids)) => {
                ids.iter().filter_map(Value::as_str).for_each(|id| posted.put(&path, id));
            }
            (Kind::Lines | Kind::Numbers | Kind::Secret, Value::Array(rows)) => {
                let lines: Vec<String> = rows.iter().filter_map(plain).collect();
                posted.set(&path, &lines.join("\n"));
            }
            (Kind::Tick, Value::Bool(on)) => posted.set(&path, if *on { "on" } else { "" }),
            (Kind::Consent, Value::Bool(yes)) => posted.set(&path, if *yes { "yes" } else { "no" }),
            (Kind::Terms, Value::Object(with)) => {
                for (name, value) in with {
                    match PARTS.iter().find(|part| part.name == name) {
                        Some(_) => {
                            let part = Map::from_iter([(name.clone(), value.clone())]);
                            object(ask, posted, PARTS, &part, &path, faults);
                        }
                        None => loose(posted, value, &join(&path, name), faults),
                    }
                }
            }
            (Kind::Person | Kind::Values | Kind::Grades | Kind::Fact, Value::Object(_)) => {
                loose(posted, value, &path, faults);
            }
            (_, value) => match plain(value) {
                Some(text) => posted.set(&path, &text),
                None => shape(faults, &path),
            },
        }
    }
}

/// Names and values as deep as they go.
fn loose(posted: &mut Posted, value: &Value, path: &str, faults: &mut Vec<Fault>) {
    match value {
        Value::Object(with) => {
            for (name, value) in with {
                loose(posted, value, &join(path, name), faults);
            }
        }
        Value::Null => {}
        Value::Bool(yes) => posted.set(path, if *yes { "yes" } else { "no" }),
        Value::String(_) | Value::Number(_) | Value::Array(_) => match plain(value) {
            Some(text) => posted.set(path, &text),
            None => shape(faults, path),
        },
    }
}

fn plain(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.replace("\r\n", "\n")),
        Value::Number(number) => Some(number.to_string()),
        Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => None,
    }
}

fn shape(faults: &mut Vec<Fault>, path: &str) {
    faults.push(Fault { path: path.to_owned(), said: Said::new("pages-fault-shape") });
}

#[cfg(test)]
mod tests {
    use negotiation::Side;
    use serde_json::json;

    use super::*;
    use crate::people::People;

    fn filled(command: &str, with: &Value) -> Result<Posted, Vec<String>> {
        let people = People::default();
        let ask = Asking {
            around: crate::act::asking::Around::default(),
            clause: None,
            command,
            first: None,
            n: None,
            online: None,
            parent: None,
            pending: &[],
            people: &people,
            pick: None,
            side: Side::Worker,
        };
        let fields = crate::act::fields(command).unwrap();
        let mut posted = Posted::default();
        fill(&ask, &mut posted, fields, with.as_object().unwrap(), "")
            .map(|()| posted)
            .map_err(|faults| faults.into_iter().map(|fault| fault.path).collect())
    }

    #[test]
    fn data_takes_the_places_of_what_a_person_types() {
        let posted = filled(
            "register_reps",
            &json!({
                "members": [{ "person": { "name": "甲", "post": "钳工" }, "sex": "male", "chief": true }, { "person": "p-1" }],
                "selection": { "method": "elected_by_congress", "total": 54, "record": null },
            }),
        )
        .unwrap();
        let told = |path: &str| posted.one(path).to_owned();
        assert_eq!([told("members.0.person.name"), told("members.0.chief")], ["甲", "on"]);
        assert_eq!([told("members.1.person.who"), told("selection.total")], ["p-1", "54"]);
        let posted = filled("request_data", &json!({ "items": ["工资总额", "人数"] })).unwrap();
        assert_eq!(posted.one("items"), "工资总额\n人数");
    }

    #[test]
    fn what_is_no_field_or_of_no_shape_is_named() {
        let wrong = filled("issue_offer", &json!({ "topics": [{ "price": 1 }, 3], "place": {}, "surprise": 1 }));
        let mut paths = wrong.unwrap_err();
        paths.sort();
        assert_eq!(paths, ["place", "surprise", "topics", "topics.0.price"]);
        let many: Vec<Value> = (0..=MAX_ROWS).map(|_| json!({ "title": "甲" })).collect();
        assert_eq!(filled("issue_offer", &json!({ "topics": many })).unwrap_err(), ["topics"], "none is left out");
        assert_eq!(filled("sign", &json!({ "terms": "x" })).unwrap_err(), ["terms"], "the case itself says which text");
    }
}
