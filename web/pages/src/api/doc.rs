//! The description of the interface, for programs and as a page for people. The page loads nothing from elsewhere.

use std::sync::Arc;

use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use serde_json::Value;

use super::Description;
use crate::look::{Frame, page as rendered};
use crate::session::Visitor;
use crate::site::Here;
use crate::trouble::Trouble;

/// The description as it is (OpenAPI 3.1).
pub(crate) async fn json(Extension(description): Extension<Arc<Description>>) -> Response {
    ([(header::CONTENT_TYPE, "application/json")], description.text.clone()).into_response()
}

/// Operations about one thing.
struct Group {
    name: String,
    operations: Vec<Operation>,
}

struct Operation {
    answer: Option<Kind>,
    body: Option<Kind>,
    method: String,
    parameters: Vec<Parameter>,
    path: String,
    statuses: Vec<(String, String)>,
    summary: String,
}

struct Parameter {
    name: String,
    needed: bool,
    text: String,
}

/// What something is: in words, and the schema where it is one.
struct Kind {
    schema: Option<String>,
    words: String,
}

struct Schema {
    fields: Vec<Property>,
    name: String,
    title: String,
}

struct Property {
    kind: Kind,
    name: String,
    needed: bool,
    text: String,
}

#[derive(Template)]
#[template(path = "api.html")]
struct Page {
    f: Frame,
    groups: Vec<Group>,
    schemas: Vec<Schema>,
}

/// Operations and schemas on one page.
pub(crate) async fn page(
    State(site): Here,
    Extension(description): Extension<Arc<Description>>,
    visitor: Option<Visitor>,
    headers: HeaderMap,
) -> Result<Response, Trouble> {
    let title = site.text("pages-api-title");
    let f = match visitor {
        Some(visitor) => Frame::of(&site, &visitor, title),
        None => Frame::bare(&site, &headers, "/api", title),
    };
    let document = &description.document;
    let mut groups: Vec<Group> = Vec::new();
    for (path, item) in document["paths"].as_object().into_iter().flatten() {
        for (method, operation) in item.as_object().into_iter().flatten() {
            let name = site.text(format!("pages-tag-{}", text(&operation["tags"][0])));
            let operation = shown(method, path, operation);
            match groups.iter_mut().find(|group| group.name == name) {
                Some(group) => group.operations.push(operation),
                None => groups.push(Group { name, operations: vec![operation] }),
            }
        }
    }
    let schemas = document["components"]["schemas"].as_object().into_iter().flatten();
    rendered(&Page { f, groups, schemas: schemas.map(|(name, value)| schema(name, value)).collect() })
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn shown(method: &str, path: &str, operation: &Value) -> Operation {
    let parameter = |parameter: &Value| Parameter {
        name: text(&parameter["name"]),
        needed: parameter["required"].as_bool().unwrap_or_default(),
        text: text(&parameter["description"]),
    };
    let statuses = operation["responses"].as_object().into_iter().flatten();
    let answers =
        operation["responses"].as_object().into_iter().flatten().filter(|(status, _)| status.starts_with('2'));
    Operation {
        answer: answers.filter_map(|(_, response)| content(&response["content"])).next(),
        body: content(&operation["requestBody"]["content"]),
        method: method.to_uppercase(),
        parameters: operation["parameters"].as_array().into_iter().flatten().map(parameter).collect(),
        path: path.to_owned(),
        statuses: statuses.map(|(status, response)| (status.clone(), text(&response["description"]))).collect(),
        summary: text(&operation["summary"]),
    }
}

fn content(content: &Value) -> Option<Kind> {
    let (kind, inside) = content.as_object()?.iter().next()?;
    if kind != "application/json" {
        return Some(Kind { schema: None, words: kind.clone() });
    }
    Some(kind_of(&inside["schema"]))
}

fn schema(name: &str, schema: &Value) -> Schema {
    let mut fields = Vec::new();
    let parts = schema["allOf"].as_array().into_iter().flatten().chain([schema]);
    for part in parts {
        let required: Vec<&str> = part["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        for (name, property) in part["properties"].as_object().into_iter().flatten() {
            fields.push(Property {
                kind: kind_of(property),
                name: name.clone(),
                needed: required.contains(&name.as_str()),
                text: text(&property["description"]),
            });
        }
        if let Some(other) = part["$ref"].as_str().and_then(|path| path.rsplit('/').next()) {
            let kind = Kind { schema: Some(other.to_owned()), words: other.to_owned() };
            fields.push(Property { kind, name: "…".to_owned(), needed: true, text: String::new() });
        }
    }
    Schema { fields, name: name.to_owned(), title: text(&schema["title"]) }
}

/// What a schema says, in the words of the format.
fn kind_of(schema: &Value) -> Kind {
    if let Some(name) = schema["$ref"].as_str().and_then(|path| path.rsplit('/').next()) {
        return Kind { schema: Some(name.to_owned()), words: name.to_owned() };
    }
    if let Some(all) = schema["oneOf"].as_array() {
        let real = all.iter().find(|one| one["type"] != "null");
        return real.map_or_else(|| kind_of(&Value::Null), kind_of);
    }
    if let Some(options) = schema["enum"].as_array() {
        let words: Vec<String> = options.iter().map(text).collect();
        return Kind { schema: None, words: words.join(" | ") };
    }
    let types: Vec<String> = match schema["type"].as_array() {
        Some(all) => all.iter().map(text).collect(),
        None => vec![text(&schema["type"])],
    };
    if types.iter().any(|name| name == "array") {
        let inner = kind_of(&schema["items"]);
        return Kind { words: format!("[{}]", inner.words), schema: inner.schema };
    }
    let format = schema["format"].as_str().map(|format| format!(" ({format})")).unwrap_or_default();
    Kind { schema: None, words: format!("{}{format}", types.join(" | ")) }
}
