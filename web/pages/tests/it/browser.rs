//! A browser without script: pages, forms with what stands in them, one cookie.

use std::collections::BTreeMap;

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use http_body_util::BodyExt;
use tower::ServiceExt;

/// An answer.
#[derive(Debug)]
pub(crate) struct Page {
    /// Cookies that are set, whole.
    pub(crate) cookies: Vec<String>,
    pub(crate) html: String,
    /// Where a redirect leads.
    pub(crate) location: Option<String>,
    /// When to come back, in seconds, where it says so.
    pub(crate) retry_after: Option<String>,
    /// The session's cookie, where it is set anew.
    pub(crate) session: Option<String>,
    pub(crate) status: StatusCode,
}

impl Page {
    /// What stands in the inputs of the page's last form, as it would be sent.
    pub(crate) fn form(&self) -> Vec<(String, String)> {
        let start = self.html.rfind("enctype=\"multipart/form-data\"").unwrap_or(0);
        inputs(&self.html[start..])
    }

    /// Where the page's last form with files goes.
    pub(crate) fn action(&self) -> String {
        let end = self.html.rfind("\" enctype=\"multipart/form-data\"").unwrap();
        self.html[..end].rsplit("action=\"").next().unwrap().to_owned()
    }

    pub(crate) fn has(&self, text: &str) -> bool {
        self.html.contains(text)
    }
}

/// Somebody at a browser.
pub(crate) struct Browser {
    cookie: Option<String>,
    router: Router,
}

impl Browser {
    pub(crate) fn new(router: &Router) -> Self {
        Self { cookie: None, router: router.clone() }
    }

    pub(crate) fn with(router: &Router, token: &str) -> Self {
        Self { cookie: Some(format!("xinxieshang={token}")), router: router.clone() }
    }

    /// The same with another cookie.
    pub(crate) fn also(&self, pair: &str) -> Self {
        let cookie = self.cookie.iter().map(String::as_str).chain([pair]).collect::<Vec<_>>().join("; ");
        Self { cookie: Some(cookie), router: self.router.clone() }
    }

    pub(crate) async fn get(&self, path: &str) -> Page {
        self.ask(Request::get(path), Body::empty()).await
    }

    /// Sends a form of names and values.
    pub(crate) async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Page {
        let encoded = fields.iter().map(|(name, value)| format!("{}={}", escape(name), escape(value)));
        let body = encoded.collect::<Vec<_>>().join("&");
        let request = Request::post(path).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.ask(request, Body::from(body)).await
    }

    /// Sends a form and keeps the cookie that comes back.
    pub(crate) async fn follow(&mut self, path: &str, fields: &[(&str, &str)]) -> Page {
        let page = self.post(path, fields).await;
        self.cookie = page.session.clone().or(self.cookie.take());
        page
    }

    pub(crate) async fn sign_in(&mut self, login: &str, password: &str) -> Page {
        self.follow("/login", &[("login", login), ("password", password)]).await
    }

    /// Sends a form with files; a value that begins with `@` is one.
    pub(crate) async fn send(&self, path: &str, fields: &[(String, String)]) -> Page {
        const EDGE: &str = "the-edge-of-a-part";
        let mut body = String::new();
        for (name, value) in fields {
            let (more, value) = match value.strip_prefix('@') {
                Some(file) => ("; filename=\"scan.pdf\"\r\ncontent-type: application/pdf", file),
                None => ("", value.as_str()),
            };
            body.push_str(&format!(
                "--{EDGE}\r\ncontent-disposition: form-data; name=\"{name}\"{more}\r\n\r\n{value}\r\n"
            ));
        }
        body.push_str(&format!("--{EDGE}--\r\n"));
        let kind = format!("multipart/form-data; boundary={EDGE}");
        self.ask(Request::post(path).header(header::CONTENT_TYPE, kind), Body::from(body)).await
    }

    /// Sends one file in a form.
    pub(crate) async fn upload(&self, path: &str, field: &str, name: &str, bytes: &[u8]) -> Page {
        const EDGE: &str = "the-edge-of-a-part";
        let head = format!(
            "--{EDGE}\r\ncontent-disposition: form-data; name=\"{field}\"; filename=\"{name}\"\r\n\
            content-type: application/octet-stream\r\n\r\n"
        );
        let body = [head.as_bytes(), bytes, format!("\r\n--{EDGE}--\r\n").as_bytes()].concat();
        let kind = format!("multipart/form-data; boundary={EDGE}");
        self.ask(Request::post(path).header(header::CONTENT_TYPE, kind), Body::from(body)).await
    }

    /// Takes the cookie of an answer.
    pub(crate) fn keep(&mut self, page: &Page) {
        self.cookie = page.session.clone().or(self.cookie.take());
    }

    async fn ask(&self, request: axum::http::request::Builder, body: Body) -> Page {
        let request = match &self.cookie {
            Some(cookie) => request.header(header::COOKIE, cookie),
            None => request,
        };
        let answer = self.router.clone().oneshot(request.body(body).unwrap()).await.unwrap();
        let status = answer.status();
        let location = answer.headers().get(header::LOCATION).map(|to| to.to_str().unwrap().to_owned());
        let retry_after = answer.headers().get(header::RETRY_AFTER).map(|when| when.to_str().unwrap().to_owned());
        let cookies = answer.headers().get_all(header::SET_COOKIE).iter().map(|cookie| cookie.to_str().unwrap());
        let cookies: Vec<String> = cookies.map(str::to_owned).collect();
        let pairs = cookies.iter().filter_map(|cookie| cookie.split(';').next());
        let session = pairs.map(str::to_owned).find(|pair| pair.starts_with("xinxieshang="));
        let html = String::from_utf8_lossy(&answer.into_body().collect().await.unwrap().to_bytes()).into_owned();
        Page { cookies, html, location, retry_after, session, status }
    }

    /// Takes a file.
    pub(crate) async fn file(&self, path: &str) -> (StatusCode, Vec<u8>) {
        let mut request = Request::get(path);
        if let Some(cookie) = &self.cookie {
            request = request.header(header::COOKIE, cookie);
        }
        let answer = self.router.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
        (answer.status(), answer.into_body().collect().await.unwrap().to_bytes().to_vec())
    }

    /// Goes the whole way of an act: opens the form, fills it in, checks, confirms. Gives the receipt's page.
    pub(crate) async fn act(&self, form: &str, filled: &[(&str, &str)]) -> Page {
        let page = self.get(form).await;
        assert_eq!(page.status, StatusCode::OK, "{form}: {}", words(&page.html));
        let path = &page.action();
        let mut fields = put(page.form(), filled);
        fields.push(("step".to_owned(), "check".to_owned()));
        let check = self.send(path, &fields).await;
        assert_eq!(check.status, StatusCode::OK, "{form}: {}", words(&check.html));
        self.confirm(path, &check).await
    }

    /// Confirms what a check page shows. Gives the receipt's page.
    pub(crate) async fn confirm(&self, path: &str, check: &Page) -> Page {
        let mut fields = check.form();
        fields.push(("step".to_owned(), "do".to_owned()));
        let done = self.send(path, &fields).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{path}: {}", words(&done.html));
        let receipt = self.get(&done.location.unwrap()).await;
        assert_eq!(receipt.status, StatusCode::OK, "{path}");
        receipt
    }
}

/// What somebody typed takes the place of what stood there. An empty value takes a field away.
pub(crate) fn put(mut fields: Vec<(String, String)>, filled: &[(&str, &str)]) -> Vec<(String, String)> {
    for (name, value) in filled {
        fields.retain(|(had, _)| had != name);
        if !value.is_empty() {
            fields.push(((*name).to_owned(), (*value).to_owned()));
        }
    }
    fields
}

/// The words of a page, for a failed test to show.
pub(crate) fn words(html: &str) -> String {
    let mut out = String::new();
    let mut inside = false;
    for c in html.chars() {
        match c {
            '<' => inside = true,
            '>' => inside = false,
            c if !inside => out.push(c),
            _ => {}
        }
    }
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What the inputs of a form would send: texts, what is ticked, what is chosen.
fn inputs(html: &str) -> Vec<(String, String)> {
    let mut out = Vec::new();
    let mut select: Option<String> = None;
    for (at, _) in html.match_indices('<') {
        let Some(end) = html[at..].find('>') else { continue };
        let tag = &html[at + 1..at + end];
        let attributes = attributes(tag);
        let get = |name: &str| attributes.get(name).cloned();
        let has = |name: &str| attributes.contains_key(name);
        match tag.split([' ', '/']).next().unwrap_or_default() {
            "input" => {
                let kind = get("type").unwrap_or_default();
                let counts = match kind.as_str() {
                    "radio" | "checkbox" => has("checked"),
                    "file" => false,
                    _ => true,
                };
                if let (true, Some(name)) = (counts, get("name")) {
                    out.push((name, get("value").unwrap_or_default()));
                }
            }
            "textarea" => {
                let rest = &html[at + end + 1..];
                let text = rest.split("</textarea>").next().unwrap_or_default();
                if let Some(name) = get("name") {
                    out.push((name, plain(text)));
                }
            }
            "select" => select = get("name"),
            "option" if has("selected") => {
                if let Some(name) = &select {
                    out.push((name.clone(), get("value").unwrap_or_default()));
                }
            }
            _ => {}
        }
    }
    out
}

fn attributes(tag: &str) -> BTreeMap<String, String> {
    let mut out = BTreeMap::new();
    let mut rest = tag;
    while let Some(space) = rest.find(' ') {
        rest = rest[space..].trim_start();
        let end = rest.find([' ', '=']).unwrap_or(rest.len());
        let name = rest[..end].to_owned();
        rest = &rest[end..];
        let value = match rest.strip_prefix("=\"") {
            Some(quoted) => {
                let end = quoted.find('"').unwrap_or(quoted.len());
                let value = plain(&quoted[..end]);
                rest = &quoted[end..];
                value
            }
            None => String::new(),
        };
        out.insert(name, value);
    }
    out
}

fn plain(text: &str) -> String {
    let text = text.replace("&#60;", "<").replace("&#62;", ">").replace("&#34;", "\"").replace("&#39;", "'");
    text.replace("&#38;", "&")
}

fn escape(text: &str) -> String {
    let kept = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
    text.bytes().map(|b| if kept(b) { (b as char).to_string() } else { format!("%{b:02X}") }).collect()
}

/// The value of the option with this label.
pub(crate) fn option(page: &Page, label: &str) -> String {
    let end = page.html.rfind(&format!(">{label}")).unwrap();
    let start = page.html[..end].rfind("value=\"").unwrap() + "value=\"".len();
    page.html[start..].split('"').next().unwrap().to_owned()
}
