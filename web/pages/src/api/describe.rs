//! The description of the interface (OpenAPI 3.1): operations and schemas from the code, their words from the message
//! files, and a schema for the fields of every act from its form.

use messages::Said;
use negotiation::table;
use serde_json::{Map, Value, json};
use service::{FieldProblem, Problem};
use utoipa::OpenApi;

use crate::act::{Field, Kind, fields, label};
use crate::site::Site;

#[derive(OpenApi)]
#[openapi(components(schemas(Problem, FieldProblem)))]
struct Base;

/// A description without operations.
pub(crate) fn empty() -> utoipa::openapi::OpenApi {
    Base::openapi()
}

/// The description, finished.
pub(crate) struct Description {
    pub(crate) document: Value,
    /// As it is sent.
    pub(crate) text: String,
}

/// What any operation may answer instead of what was asked for; the second list where something is handed in.
const PROBLEMS: [&str; 5] = ["400", "401", "403", "404", "503"];
const WRITING: [&str; 3] = ["409", "413", "422"];

/// Puts the words of the message files to what the code says, and what every operation has in common.
pub(crate) fn describe(api: &utoipa::openapi::OpenApi, site: &Site) -> Description {
    let mut document = serde_json::to_value(api).unwrap_or_default();
    document["info"] = json!({
        "title": site.text("pages-api-title"),
        "version": env!("CARGO_PKG_VERSION"),
        "description": site.text("pages-api-lead"),
        "license": { "name": "Apache-2.0", "identifier": "Apache-2.0" },
    });
    document["security"] = json!([{ "bearer": [] }, { "session": [] }]);
    document["components"]["securitySchemes"] = json!({
        "bearer": { "type": "http", "scheme": "bearer", "description": site.text("pages-api-bearer") },
        "session": { "type": "apiKey", "in": "cookie", "name": crate::session::COOKIE,
            "description": site.text("pages-api-session") },
    });
    if let Some(schemas) = document["components"]["schemas"].as_object_mut() {
        for (name, schema) in schemas.iter_mut() {
            in_words(site, name, schema);
        }
        for row in table::ROWS {
            if let Some(fields) = fields(row.command) {
                let mut schema = object(site, row.command, fields, "");
                schema["title"] = json!(site.text(table::command_key(row.command)));
                schemas.insert(act_name(row.command), schema);
            }
        }
    }
    for (method, operation) in operations(&mut document) {
        finish(site, &method, operation);
    }
    let text = document.to_string();
    Description { document, text }
}

/// The name of the schema of an act's fields.
fn act_name(command: &str) -> String {
    format!("Act.{command}")
}

/// Every operation with its method.
fn operations(document: &mut Value) -> Vec<(String, &mut Value)> {
    let items = document["paths"].as_object_mut().into_iter().flat_map(Map::values_mut);
    let methods = items.filter_map(Value::as_object_mut).flat_map(Map::iter_mut);
    methods
        .filter(|(method, _)| ["get", "post", "put"].contains(&method.as_str()))
        .map(|(m, o)| (m.clone(), o))
        .collect()
}

fn finish(site: &Site, method: &str, operation: &mut Value) {
    let id = operation["operationId"].as_str().unwrap_or_default().replace('_', "-");
    operation["summary"] = json!(site.text(format!("pages-op-{id}")));
    if let Some(operation) = operation.as_object_mut() {
        operation.remove("description");
    }
    let parameters = operation.get_mut("parameters").and_then(Value::as_array_mut);
    for parameter in parameters.into_iter().flatten() {
        let name = parameter["name"].as_str().unwrap_or_default().to_lowercase().replace('_', "-");
        parameter["description"] = json!(site.text(format!("pages-param-{name}")));
        if name == "command" {
            let known = table::ROWS.iter().map(|row| row.command).filter(|command| fields(command).is_some());
            parameter["schema"] = json!({ "type": "string", "enum": known.collect::<Vec<_>>() });
        }
    }
    if let Some(body) = operation.get_mut("requestBody") {
        plain_bytes(&mut body["content"]);
    }
    let Some(responses) = operation["responses"].as_object_mut() else { return };
    for (status, response) in responses.iter_mut() {
        response["description"] = json!(site.text(format!("pages-status-{status}")));
        if !response["content"].is_null() {
            plain_bytes(&mut response["content"]);
        }
    }
    let more: &[&str] = if method == "get" { &[] } else { &WRITING };
    for status in PROBLEMS.iter().chain(more) {
        let schema = json!({ "$ref": "#/components/schemas/Problem" });
        let content = json!({ "application/problem+json": { "schema": schema } });
        let description = site.text(format!("pages-status-{status}"));
        responses.insert((*status).to_owned(), json!({ "description": description, "content": content }));
    }
}

/// What isn't JSON is bytes, of which there is nothing to say.
fn plain_bytes(content: &mut Value) {
    for (kind, content) in content.as_object_mut().into_iter().flatten() {
        if kind != "application/json" {
            *content = json!({ "schema": {} });
        }
    }
}

/// Words for a schema and its fields in place of those of the code.
fn in_words(site: &Site, name: &str, schema: &mut Value) {
    silence(schema);
    let key = format!("pages-schema-{}", name.to_lowercase());
    if site.texts.has(&key) {
        schema["title"] = json!(site.text(key));
    }
    for (field, property) in properties(schema) {
        let key = format!("pages-f-{}", field.replace('_', "-"));
        property["description"] = json!(site.say(&Said::new(key)));
    }
}

fn silence(schema: &mut Value) {
    match schema {
        Value::Object(object) => {
            // A field may be called so, too.
            if object.get("description").is_some_and(Value::is_string) {
                object.remove("description");
            }
            object.values_mut().for_each(silence);
        }
        Value::Array(all) => all.iter_mut().for_each(silence),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// The properties of a schema, also of one that is put together from several.
fn properties(schema: &mut Value) -> Vec<(String, &mut Value)> {
    let mut all = Vec::new();
    let Some(object) = schema.as_object_mut() else { return all };
    for (key, value) in object {
        match (key.as_str(), value) {
            ("properties", Value::Object(own)) => {
                all.extend(own.iter_mut().map(|(name, property)| (name.clone(), property)));
            }
            ("allOf", Value::Array(parts)) => all.extend(parts.iter_mut().flat_map(properties)),
            (_, _) => {}
        }
    }
    all
}

/// A schema of a form's fields.
fn object(site: &Site, command: &str, fields: &[Field], prefix: &str) -> Value {
    let asked = fields.iter().filter(|field| !matches!(field.kind, Kind::Given(_)));
    let mut properties = Map::new();
    for field in asked {
        let path = if prefix.is_empty() { field.name.to_owned() } else { format!("{prefix}.{}", field.name) };
        let mut schema = typed(site, command, field, &path);
        schema["description"] = json!(label(site, command, &path));
        properties.insert(field.name.to_owned(), schema);
    }
    json!({ "type": "object", "properties": properties, "additionalProperties": false })
}

fn typed(site: &Site, command: &str, field: &Field, path: &str) -> Value {
    let person = || json!({ "type": ["string", "object"] });
    match field.kind {
        Kind::Line | Kind::OwnName | Kind::Text | Kind::Seated | Kind::Known | Kind::Clause | Kind::Capacity => {
            json!({ "type": "string" })
        }
        Kind::Day => json!({ "type": "string", "format": "date" }),
        Kind::Scan => json!({ "type": "string", "pattern": "^[0-9a-f]{64}$" }),
        Kind::Choice(options) => json!({ "type": "string", "enum": options }),
        Kind::Count | Kind::Pending => json!({ "type": "integer", "minimum": 0 }),
        Kind::Tick | Kind::Consent => json!({ "type": "boolean" }),
        Kind::Lines | Kind::Crowd | Kind::Secret => json!({ "type": "array", "items": { "type": "string" } }),
        Kind::Numbers => json!({ "type": "array", "items": { "type": "integer", "minimum": 0 } }),
        Kind::Person => person(),
        Kind::Persons => json!({ "type": "array", "items": person() }),
        Kind::Group(fields) => object(site, command, fields, path),
        Kind::Rows(fields, _) => {
            json!({ "type": "array", "items": object(site, command, fields, &format!("{path}.0")) })
        }
        Kind::Yuan | Kind::Percent => json!({ "type": ["string", "number"] }),
        Kind::Values | Kind::Terms | Kind::Grades | Kind::Act | Kind::Fact | Kind::Given(_) => {
            json!({ "type": "object" })
        }
    }
}
