//! Every path, who may go there, and what answers: one list, from which the router is built and `docs/routes.md` printed.

use std::convert::Infallible;

use accounts::access::{PEOPLE, Right, givers};
use axum::Router;
use axum::handler::Handler;
use axum::http::Method;
use axum::routing::{MethodRouter, get, post};
use messages::Said;
use negotiation::Capacity;
use negotiation::table::capacity_key;
use utoipa::openapi::path::{PathItem, Paths};
use utoipa::openapi::schema::Schema;
use utoipa::openapi::{Components, OpenApi, RefOr};
use utoipa_axum::router::UtoipaMethodRouter;

use crate::site::Site;

/// Who may go somewhere. Whether what they want is possible now is another question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// Everybody, signed in or not.
    Anyone,
    /// Whoever has shown the password, before the second step too.
    Half,
    /// Whoever is signed in.
    SignedIn,
    /// Whoever has this right in the case that the path names; for strangers there is no such case.
    InCase(Right<'static>),
    /// Whoever has this right in the case, and whoever gave the act that the path names.
    GaveOr(Right<'static>),
    /// Whoever may give the act that the path names, in the case that it names.
    Act,
    /// Whoever may give the act that the request names, in the case that it names.
    NamedAct,
    /// Whoever has this right towards anybody; of what is there they see their own part.
    Office(Right<'static>),
    /// Whoever has this right towards the employer that the path names; for strangers there is no such employer.
    Employer(Right<'static>),
    /// Whoever may let somebody stand for the employer that the path names, in whichever capacity.
    Appointer,
    /// Whoever may give this act, in the case that the path names.
    Giver(&'static str),
    /// Whoever holds the personal link, or the code on a poster, that the path is.
    Link,
}

/// A path with a method.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Only where the program runs as a demonstration.
    pub demo: bool,
    /// Method.
    pub method: Method,
    /// Path, as the router knows it.
    pub path: String,
    /// Who may go there.
    pub who: Who,
}

/// Paths on their way to a router.
pub(crate) struct Map {
    /// The description of the interface.
    pub(crate) api: OpenApi,
    demo: bool,
    pub(crate) router: Router<Site>,
    pub(crate) rows: Vec<Row>,
}

impl Map {
    pub(crate) fn new(api: OpenApi) -> Self {
        Self { api, demo: false, router: Router::new(), rows: Vec::new() }
    }

    /// What follows is there in a demonstration only.
    pub(crate) fn in_demo(self) -> Self {
        Self { demo: true, ..self }
    }

    pub(crate) fn get<T: 'static>(self, path: &str, who: Who, handler: impl Handler<T, Site>) -> Self {
        self.on(Method::GET, path, who, get(handler))
    }

    pub(crate) fn post<T: 'static>(self, path: &str, who: Who, handler: impl Handler<T, Site>) -> Self {
        self.on(Method::POST, path, who, post(handler))
    }

    /// An operation of the interface: path and method stand at its handler.
    pub(crate) fn api(mut self, who: Who, (schemas, paths, methods): UtoipaMethodRouter<Site>) -> Self {
        self.describe(schemas, &paths);
        let path = paths.paths.keys().next().cloned().unwrap_or_default();
        let found: Vec<Method> = paths.paths.values().flat_map(methods_of).collect();
        for method in found {
            self.rows.push(Row { demo: self.demo, method, path: path.clone(), who });
        }
        self.router = self.router.route(&path, methods);
        self
    }

    fn on(mut self, method: Method, path: &str, who: Who, handler: MethodRouter<Site, Infallible>) -> Self {
        self.rows.push(Row { demo: self.demo, method, path: path.to_owned(), who });
        self.router = self.router.route(path, handler);
        self
    }

    fn describe(&mut self, schemas: Vec<(String, RefOr<Schema>)>, paths: &Paths) {
        self.api.components.get_or_insert_with(Components::new).schemas.extend(schemas);
        for (path, item) in &paths.paths {
            match self.api.paths.paths.get_mut(path) {
                Some(had) => had.merge_operations(item.clone()),
                None => {
                    self.api.paths.paths.insert(path.clone(), item.clone());
                }
            }
        }
    }
}

fn methods_of(item: &PathItem) -> Vec<Method> {
    let all = [(&item.get, Method::GET), (&item.put, Method::PUT), (&item.post, Method::POST)];
    all.into_iter().filter(|(operation, _)| operation.is_some()).map(|(_, method)| method).collect()
}

/// Every path of this crate with those of a demonstration, in the order in which they were listed.
#[must_use]
pub fn rows() -> Vec<Row> {
    crate::site::map(true).rows
}

impl Who {
    /// In which capacities one may go there; empty where it isn't a question of capacities.
    #[must_use]
    pub fn capacities(self, command: &str) -> Vec<Capacity> {
        match self {
            Self::Anyone | Self::Half | Self::SignedIn | Self::Link => Vec::new(),
            Self::InCase(right) | Self::GaveOr(right) | Self::Office(right) | Self::Employer(right) => right.who(),
            Self::Act | Self::NamedAct => givers(command),
            Self::Giver(command) => givers(command),
            Self::Appointer => {
                let appoints = |who: &Capacity| PEOPLE.iter().any(|whom| Right::Appoint(*whom).who().contains(who));
                PEOPLE.into_iter().filter(appoints).collect()
            }
        }
    }

    /// Who, for people.
    fn said(self, say: &impl Fn(&Said) -> String) -> String {
        let key = |key: &'static str| say(&Said::new(key));
        match self {
            Self::Anyone => key("pages-who-anyone"),
            Self::Half => key("pages-who-half"),
            Self::SignedIn => key("pages-who-signed-in"),
            Self::Act => key("pages-who-act"),
            Self::NamedAct => key("pages-who-named-act"),
            Self::Appointer => key("pages-who-appointer"),
            Self::Link => key("pages-who-link"),
            Self::Employer(right) => say(&Said::new("pages-who-employer").arg("who", names(right, say))),
            Self::InCase(right) => say(&Said::new("pages-who-in-case").arg("who", names(right, say))),
            Self::GaveOr(right) => say(&Said::new("pages-who-gave-or").arg("who", names(right, say))),
            Self::Office(right) => say(&Said::new("pages-who-office").arg("who", names(right, say))),
            Self::Giver(command) => {
                say(&Said::new("pages-who-giver").message("command", negotiation::table::command_key(command)))
            }
        }
    }
}

fn names(right: Right<'_>, say: &impl Fn(&Said) -> String) -> String {
    let who = right.who();
    if who.len() == PEOPLE.len() {
        return say(&Said::new("accounts-page-everybody"));
    }
    who.iter().map(|capacity| say(&Said::new(capacity_key(*capacity)))).collect::<Vec<_>>().join("、")
}

/// The list as a page in Markdown, with the paths of the service around it.
#[must_use]
pub fn page(say: impl Fn(&Said) -> String) -> String {
    let key = |key: &'static str| say(&Said::new(key));
    let mut page = format!("# {}\n\n{}\n\n", key("pages-routes-title"), key("pages-routes-text"));
    page.push_str(&format!(
        "| {} | {} | {} |\n|---|---|---|\n",
        key("pages-routes-method"),
        key("pages-routes-path"),
        key("pages-routes-who")
    ));
    for row in rows() {
        let demo = if row.demo { key("pages-routes-demo") } else { String::new() };
        page.push_str(&format!("| {} | `{}` | {}{demo} |\n", row.method, row.path, row.who.said(&say)));
    }
    for (method, path, who) in service::ROUTES {
        page.push_str(&format!("| {method} | `{path}` | {} |\n", say(&Said::new(format!("pages-who-{who}")))));
    }
    page
}
