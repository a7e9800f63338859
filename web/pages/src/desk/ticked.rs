//! From ticked findings to the form of an objection or a return: the officer goes on from what the checks say.

use axum::extract::{Path, RawQuery, State};
use axum::response::Response;
use negotiation::command::ObjectionGround;
use uuid::Uuid;

use super::checks::{Row, rows};
use super::review::enter;
use crate::act::{Posted, form_with};
use crate::session::Visitor;
use crate::site::{Here, Site};
use crate::trouble::Trouble;

/// The form of an objection or a return with the ticked findings in it.
pub(crate) async fn form(
    State(site): Here,
    visitor: Visitor,
    Path((case, act)): Path<(Uuid, String)>,
    RawQuery(query): RawQuery,
) -> Result<Response, Trouble> {
    let command = match act.as_str() {
        "object" => "object",
        "return" => "return_incomplete",
        _ => return Err(Trouble::Missing),
    };
    let room = enter(&site, &visitor, case).await?;
    let numbers = ticked(query.as_deref().unwrap_or_default());
    let all = rows(&site, &room);
    let chosen: Vec<&Row> = numbers.iter().filter_map(|number| all.get(*number)).filter(|row| !row.passed()).collect();
    let fill = |_: &crate::room::Room, posted: &mut Posted| {
        match command {
            "object" => objections(&site, &chosen, posted),
            _ => missing(&chosen, posted),
        }
        Ok(())
    };
    form_with(&site, &visitor, case, command, fill).await
}

/// Numbers in `t=3&t=5`, each once, in order.
fn ticked(query: &str) -> Vec<usize> {
    let numbers = query.split('&').filter_map(|pair| pair.strip_prefix("t=")?.parse().ok());
    let set: std::collections::BTreeSet<usize> = numbers.collect();
    set.into_iter().collect()
}

/// Every point keeps what was found, what is required, and its articles.
fn objections(site: &Site, chosen: &[&Row], posted: &mut Posted) {
    for (index, row) in chosen.iter().enumerate() {
        let ground = match row.area.ground() {
            ObjectionGround::Party => "party",
            ObjectionGround::Procedure => "procedure",
            ObjectionGround::Content => "content",
        };
        posted.set(&format!("items.{index}.ground"), ground);
        posted.set(&format!("items.{index}.clause"), row.clause.as_deref().unwrap_or_default());
        let said = messages::Said::new("pages-ticked-opinion").arg("found", &row.found).arg("required", &row.required);
        posted.set(&format!("items.{index}.opinion"), &site.say(&said.arg("articles", &row.articles)));
    }
}

fn missing(chosen: &[&Row], posted: &mut Posted) {
    if !chosen.is_empty() {
        let lines: Vec<&str> = chosen.iter().map(|row| row.found.as_str()).collect();
        posted.set("missing", &lines.join("\n"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_read_once_each_and_nonsense_is_left_out() {
        assert_eq!(ticked("t=3&t=1&t=3&t=x&u=9"), [1, 3]);
        assert!(ticked("").is_empty());
    }
}
