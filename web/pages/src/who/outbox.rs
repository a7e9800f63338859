//! The outbox of a demonstration: what would go out by mail and as short messages, for everybody to read.

use askama::Template;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use law::time::Moment;
use messages::Said;
use negotiation::table::command_key;
use store::Message;
use uuid::Uuid;

use crate::look::{Frame, page as rendered};
use crate::site::{Here, Site};
use crate::trouble::Trouble;

/// Of each kind so many.
const SHOWN: u32 = 50;
/// Far beyond any next attempt: ten years.
const EVER: i64 = 3_650 * 86_400_000;

#[derive(Template)]
#[template(path = "who_outbox.html")]
struct Outbox {
    f: Frame,
    mails: Vec<(String, String)>,
    shorts: Vec<Short>,
}

/// A short message: to whom, when, what.
struct Short {
    at: String,
    /// The address in it, as far as it leads to this site.
    link: Option<String>,
    phone: String,
    text: String,
}

/// Both lists. The path exists in a demonstration only.
pub(crate) async fn page(State(site): Here, headers: HeaderMap) -> Result<Response, Trouble> {
    site.demo.as_ref().ok_or(Trouble::Missing)?;
    let store = site.desk.store();
    let shorts = store.short_newest(Uuid::max(), SHOWN).await?;
    let shorts = shorts.into_iter().filter_map(|message| {
        let text = Some(message.text?.0).filter(|text| !text.is_empty())?;
        Some(Short { at: when(message.created_at), link: link(&text), phone: message.phone?.0, text })
    });
    let mut mails = Vec::new();
    for message in store.outbox_due(site.desk.now().plus_millis(EVER), SHOWN).await? {
        mails.push((when(message.created_at), mail(&site, &message).await?));
    }
    rendered(&Outbox {
        f: Frame::bare(&site, &headers, "/demo/outbox", site.text("pages-who-outbox-title")),
        mails,
        shorts: shorts.collect(),
    })
}

fn when(at: Moment) -> String {
    let (hour, minute) = at.clock();
    format!("{} {hour:02}:{minute:02}", at.date())
}

/// The path of a link in a message, which ends with its first blank or stop.
fn link(text: &str) -> Option<String> {
    let at = text.find("/i/").or_else(|| text.find("/r/"))?;
    let path: String = text[at..].chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '/').collect();
    Some(path)
}

async fn mail(site: &Site, message: &Message) -> Result<String, Trouble> {
    let line = site.desk.store().case(message.id.case).await?;
    let employer = line.map(|line| line.employer_name).unwrap_or_default();
    let said = Said::new("pages-who-outbox-mail").arg("employer", employer);
    Ok(site.say(&said.message("what", command_key(&message.kind))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_link_of_a_message_is_found() {
        assert_eq!(link("打开 http://x/i/0a1f 激活。").as_deref(), Some("/i/0a1f"));
        assert_eq!(link("验证码 123456"), None);
    }
}
