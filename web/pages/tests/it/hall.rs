//! A hall for tests: a ballot on a draft that is open, what a device does, how a roll is closed and a ballot opened.

use axum::http::StatusCode;
use ballot::{Asked, Blinded, Issue, Public, Seal, Token};
use serde_json::Value;
use store::BoxKey;
use uuid::Uuid;

use crate::browser::{Browser, Page, put, words};
use crate::support::{Cast, Town};
use crate::way::before_the_congress;

/// Those who may vote.
pub(crate) const NAMES: [&str; 6] = ["沈秋禾", "陆远桥", "乔亦安", "夏清和", "宁致远", "方未"];

/// A ballot on a draft that is open, with the personal link of everybody.
pub(crate) struct Hall {
    pub(crate) case: String,
    pub(crate) cast: Cast,
    pub(crate) id: Uuid,
    pub(crate) key: Public,
    pub(crate) links: Vec<String>,
    pub(crate) town: Town,
    /// Somebody without a session.
    pub(crate) voter: Browser,
}

impl Hall {
    /// With the six of [`NAMES`].
    pub(crate) async fn open() -> Self {
        Self::with(&NAMES).await
    }

    pub(crate) async fn with(names: &[&str]) -> Self {
        Self::of(Town::new().await, names).await
    }

    /// In a town.
    pub(crate) async fn of(town: Town, names: &[&str]) -> Self {
        Self::built(town, names, None).await
    }

    /// With a ballot of this id, whose box lies there already: nothing of its key comes by chance.
    pub(crate) async fn known(names: &[&str], id: Uuid, lying: BoxKey) -> Self {
        Self::built(Town::new().await, names, Some((id, lying))).await
    }

    async fn built(town: Town, names: &[&str], known: Option<(Uuid, BoxKey)>) -> Self {
        let cast = Cast::of(&town).await;
        let case = before_the_congress(&town, &cast, &names.len().to_string()).await;
        let path = format!("{case}/ballots");
        closed_roll(&cast, &case, names).await;
        let own = known.as_ref().map(|(id, _)| id.to_string());
        if let Some((id, lying)) = known {
            town.store.put_box_up(id, &lying, u32::try_from(names.len()).unwrap()).await.unwrap();
        }
        let filled: Vec<(&str, &str)> = own.iter().map(|id| ("ballot", id.as_str())).collect();
        let id = opened(&cast, &path, &filled).await;
        let sheet = cast.chair.post(&format!("{path}/{id}/links"), &[]).await;
        let links = links(&sheet);
        assert_eq!(links.len(), names.len(), "{}", words(&sheet.html));
        let voter = Browser::new(&town.router);
        let choose = voter.get(&format!("{}/choose", links[0])).await;
        let key = attribute(&choose.html, "data-key").parse().unwrap();
        Self { case, cast, id, key, links, town, voter }
    }

    /// Id of the case.
    pub(crate) fn case_id(&self) -> Uuid {
        self.case.rsplit('/').next().unwrap().parse().unwrap()
    }

    /// What a device does up to its token's seal.
    pub(crate) async fn issued(&self, voter: usize, seed: u8) -> (Token, Seal) {
        let (asked, token, blinded) = blinded(seed);
        let answer = self.issue(&self.links[voter], &blinded).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.html);
        let issue = issue(&answer);
        (token, asked.sealed(&issue, &self.key).unwrap())
    }

    pub(crate) async fn issue(&self, link: &str, blinded: &Blinded) -> Page {
        let secret = link.rsplit('/').next().unwrap();
        let fields = [("link", secret), ("blinded", &blinded.text())];
        self.voter.post(&format!("/ballots/{}/issue", self.id), &fields).await
    }

    pub(crate) async fn send(&self, token: &Token, seal: &Seal, choice: &str) -> Page {
        let fields = [("token", token.text()), ("seal", seal.text()), ("choice", choice.to_owned())];
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        self.voter.post(&format!("/ballots/{}/cast", self.id), &fields).await
    }

    /// Without script: choice, check, receipt.
    pub(crate) async fn plain(&self, voter: usize, choice: &str) -> Page {
        let link = &self.links[voter];
        let check = self.voter.post(&format!("{link}/check"), &[("choice", choice)]).await;
        assert!(check.has("提交以后不能更改"), "{}", words(&check.html));
        self.voter.post(&format!("{link}/cast"), &[("choice", choice)]).await
    }

    pub(crate) async fn last_record(&self) -> String {
        let case: Uuid = self.case.rsplit('/').next().unwrap().parse().unwrap();
        let records = self.town.store.records_after(case, 0, 100).await.unwrap();
        String::from_utf8(records.last().unwrap().bytes.clone()).unwrap()
    }

    pub(crate) async fn count(&self) -> usize {
        self.town.store.box_count(self.id).await.unwrap()
    }
}

pub(crate) fn blinded(seed: u8) -> (Asked, Token, Blinded) {
    let token = Token([seed; 32]);
    let (asked, blinded) = blinded_token(token, seed);
    (asked, token, blinded)
}

/// A token of a device, blinded.
pub(crate) fn blinded_token(token: Token, seed: u8) -> (Asked, Blinded) {
    Asked::with(token, [seed.wrapping_add(100); 64]).unwrap()
}

pub(crate) fn issue(answer: &Page) -> Issue {
    let json: Value = serde_json::from_str(&answer.html).unwrap();
    let text = |name: &str| json[name].as_str().unwrap().to_owned();
    Issue { evaluated: text("evaluated").parse().unwrap(), proof: text("proof").parse().unwrap() }
}

/// Publishes a roll. Gives its id.
pub(crate) async fn published_roll(cast: &Cast, case: &str, names: &[&str]) -> String {
    let path = format!("{case}/roll");
    let form = cast.chair.get(&path).await;
    let (next, names) = (attribute_of(&form.html, "name=\"next\" value"), names.join("\n"));
    for step in ["check", "do"] {
        let sent = cast.chair.post(&path, &[("next", &next), ("names", &names), ("step", step)]).await;
        assert!(sent.status.is_success() || sent.status.is_redirection(), "{}", words(&sent.html));
    }
    next
}

/// Publishes a roll, which two persons close.
pub(crate) async fn closed_roll(cast: &Cast, case: &str, names: &[&str]) {
    let (path, next) = (format!("{case}/roll"), published_roll(cast, case, names).await);
    for browser in [&cast.chair, &cast.clerk] {
        let form = browser.get(&path).await;
        let close = format!("{path}/{next}/close");
        assert!(form.has(&close), "{}", words(&form.html));
        assert_eq!(browser.post(&close, &[("compared", "on")]).await.status, StatusCode::SEE_OTHER);
    }
}

/// Opens a ballot as the form and its check page lead, on the roll that is closed, or else on that of all names.
pub(crate) async fn opened(cast: &Cast, path: &str, filled: &[(&str, &str)]) -> Uuid {
    if cast.chair.get(path).await.has("发起投票以前，名册须先公布") {
        closed_roll(cast, path.trim_end_matches("/ballots"), &NAMES).await;
    }
    let chair = &cast.chair;
    let form = chair.get(path).await;
    let mut fields = vec![
        ("ballot".to_owned(), attribute_of(&form.html, "name=\"ballot\" value")),
        ("kind".to_owned(), "draft".to_owned()),
        ("closes_on".to_owned(), "2026-03-23".to_owned()),
        ("closes_at".to_owned(), "17:00".to_owned()),
        ("reveals".to_owned(), "on".to_owned()),
        ("seats".to_owned(), "1".to_owned()),
        ("roll".to_owned(), attribute_of(&form.html, "name=\"roll\" value")),
        ("after".to_owned(), String::new()),
    ];
    fields = put(fields, filled);
    for step in ["check", "do", "do"] {
        let mut all: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        all.push(("step", step));
        let page = chair.post(path, &all).await;
        if step == "check" {
            assert_eq!(page.status, StatusCode::OK, "{}", words(&page.html));
            assert!(page.has("发起以后，事项、名册、截止时间都不能再改"));
        } else {
            assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", words(&page.html));
        }
    }
    fields.iter().find(|(name, _)| name == "ballot").unwrap().1.parse().unwrap()
}

fn attribute(html: &str, name: &str) -> String {
    attribute_of(html, name)
}

pub(crate) fn attribute_of(html: &str, before: &str) -> String {
    let start = html.find(&format!("{before}=\"")).unwrap() + before.len() + 2;
    html[start..].split('"').next().unwrap().to_owned()
}

pub(crate) fn links(sheet: &Page) -> Vec<String> {
    let codes = sheet.html.split("<code>").skip(1).filter_map(|rest| rest.split("</code>").next());
    codes.filter(|code| code.starts_with("/v/")).map(str::to_owned).collect()
}
