//! `law`: the rules of a profile for lawyers: deadlines, checks, who may do what at which stage; as tables, as the page
//! with diagram and matrix, as the diagram alone, or as data.

use clap::Args;
use law::checks::{Check, OTHER_IDS};
use law::citation::display_all_zh;
use law::deadline::DeadlineRule;
use law::rules::{Period, Rules};
use messages::Said;
use model::Explored;
use model::matrix::{Cell, articles, basis, cell, columns, no_article};
use model::page::{self, Section, mermaid};
use negotiation::table::{self, Row};
use serde_json::{Value, json};

use super::answer::{Answer, Failure};
use super::progress::Progress;
use super::{Common, deadline, prove};
use crate::catalogue::{catalogue, say};

#[derive(Debug, Args)]
pub(super) struct Law {
    #[arg(short, long)]
    profile: String,
    #[arg(long, default_value = "text", hide_default_value = true)]
    format: String,
    #[command(flatten)]
    pub(super) common: Common,
}

impl Law {
    /// Whether the answer is wanted as JSON.
    pub(super) fn json(&self) -> bool {
        self.common.json || self.format == "json"
    }
}

pub(super) fn run(args: &Law) -> Result<Answer, Failure> {
    let rules = deadline::rules(&args.profile)?;
    match args.format.as_str() {
        "text" if !args.common.json => Ok(tables(&rules)),
        "text" | "json" | "markdown" | "mermaid" => explored(&rules, &args.format),
        other => Err(Failure::usage(Said::new("cli-law-format-unknown").arg("found", other))),
    }
}

/// What needs the exploration of a small case: page, diagram, matrix.
fn explored(rules: &Rules, format: &str) -> Result<Answer, Failure> {
    let progress = Progress::start(&Said::new("cli-law-progress").arg("profile", rules.profile));
    let found = prove::small(rules.profile);
    drop(progress);
    let found = found?;
    let text = match format {
        "mermaid" => mermaid(catalogue(), &found),
        _ => page::profile(catalogue(), &Section { found: &found, rules }),
    };
    let mut value = json(rules);
    value["matrix"] = matrix(rules, &found);
    value["mermaid"] = mermaid(catalogue(), &found).into();
    Ok(Answer::good(text, value))
}

/// Every command at every stage: accepted, refused, listed but never accepted, or not reached; with the articles or the
/// rules behind it, and a sentence where there are none.
fn matrix(rules: &Rules, found: &Explored) -> Value {
    let line = |row: &'static Row| {
        let cells = columns().map(|stage| (stage.to_owned(), step(rules, found, stage, row)));
        (row.command.to_owned(), Value::Object(cells.collect()))
    };
    Value::Object(table::ROWS.iter().map(line).collect())
}

fn step(rules: &Rules, found: &Explored, stage: &'static str, row: &'static Row) -> Value {
    let word = match cell(found, stage, row) {
        Cell::Accepted => "accepted",
        Cell::Unseen => "unseen",
        Cell::Refused => "refused",
        Cell::Unreached => "unreached",
    };
    let basis = basis(found, rules.profile, stage, row);
    let mut value = json!({"cell": word});
    if !basis.articles.is_empty() {
        value["articles"] = json!(basis.articles);
    }
    if !basis.rules.is_empty() {
        value["rules"] = json!(basis.rules);
    }
    if let Some(said) = &basis.said {
        value["text"] = say(said).into();
    }
    value
}

fn tables(rules: &Rules) -> Answer {
    let sections = [
        say(&Said::new("cli-law-title")
            .arg("profile", rules.profile)
            .arg("edition", rules.edition)
            .arg("hash", rules.hash())),
        section("deadlines", DeadlineRule::ALL.iter().map(|rule| deadline_row(rules, *rule))),
        section("checks", Check::ALL.iter().map(|check| check_row(rules, *check))),
        section("commands", table::ROWS.iter().map(|row| command_row(rules, row))),
        section("others", OTHER_IDS.iter().map(|id| vec![code(id), named("cli-law-other", "rule", id)])),
    ];
    Answer::good(sections.join("\n\n"), json(rules))
}

/// A Markdown table under its heading; heading and columns come from the message file.
fn section(name: &'static str, rows: impl Iterator<Item = Vec<String>>) -> String {
    let columns = say(&Said::new("cli-law-columns").arg("section", name));
    let width = columns.split('、').count();
    let mut lines = vec![
        say(&Said::new("cli-law-heading").arg("section", name)),
        String::new(),
        line(columns.split('、').map(str::to_owned)),
        line(std::iter::repeat_n("---".to_owned(), width)),
    ];
    lines.extend(rows.map(|cells| line(cells.into_iter())));
    lines.join("\n")
}

fn line(cells: impl Iterator<Item = String>) -> String {
    cells.fold("|".to_owned(), |line, cell| format!("{line} {} |", cell.replace('|', "\\|")))
}

fn code(id: &str) -> String {
    format!("`{id}`")
}

fn named(key: &'static str, argument: &'static str, id: &str) -> String {
    say(&Said::new(key).arg(argument, id))
}

fn deadline_row(rules: &Rules, rule: DeadlineRule) -> Vec<String> {
    let mut cells = vec![code(&rule.to_string()), named("cli-rule-name", "rule", &rule.to_string())];
    match rule.period(rules) {
        Ok(period) => cells.extend([
            say(&Said::new("cli-law-amount").arg("amount", period.amount).arg("unit", period.unit.word())),
            say(&Said::new("law-anchor").arg("anchor", period.anchor.word())),
            named("cli-law-kind", "kind", period.kind.word()),
            amber(period),
            display_all_zh(&period.source.citation),
            period.source.verified_on.to_string(),
        ]),
        Err(none) => {
            let dash = || "—".to_owned();
            let citation = display_all_zh(&none.citation);
            cells.extend([dash(), say(&none.reason), dash(), dash(), citation, dash()]);
        }
    }
    cells
}

fn amber(period: &Period) -> String {
    period.amber.as_ref().map_or_else(
        || "—".to_owned(),
        |amber| {
            let amount = Said::new("cli-law-amount").arg("amount", amber.amount).arg("unit", amber.unit.word());
            format!("{}（{}）", say(&amount), display_all_zh(&amber.citation))
        },
    )
}

fn check_row(rules: &Rules, check: Check) -> Vec<String> {
    vec![code(check.id()), named("cli-check-name", "check", check.id()), on_fail(rules, check)]
}

/// What follows from a failed check, in words.
fn on_fail(rules: &Rules, check: Check) -> String {
    named("cli-law-on-fail", "follows", page::follows(check, rules.profile))
}

fn command_row(rules: &Rules, row: &Row) -> Vec<String> {
    let capacities = row.capacities.iter().map(|capacity| say(&Said::new(table::capacity_key(*capacity))));
    let stages = row.stages.iter().map(|stage| say(&Said::new(table::stage_key(stage))));
    let articles = articles(rules.profile, row);
    vec![
        code(row.command),
        say(&Said::new(table::command_key(row.command))),
        or_any(&capacities.collect::<Vec<_>>()),
        or_any(&stages.collect::<Vec<_>>()),
        if articles.is_empty() { say(&no_article(row)) } else { display_all_zh(&articles) },
    ]
}

fn or_any(names: &[String]) -> String {
    if names.is_empty() { say(&Said::new("cli-law-any")) } else { names.join("；") }
}

fn json(rules: &Rules) -> Value {
    let deadline = |rule: &DeadlineRule| match rule.period(rules) {
        Ok(period) => {
            json!({"period": period, "rule": rule, "text": named("cli-rule-name", "rule", &rule.to_string())})
        }
        Err(none) => json!({"citation": none.citation, "none": say(&none.reason), "rule": rule}),
    };
    let check = |check: &Check| {
        json!({
            "follows": on_fail(rules, *check),
            "on_fail": page::follows(*check, rules.profile),
            "rule": check,
            "text": named("cli-check-name", "check", check.id()),
        })
    };
    let command = |row: &Row| {
        let articles = articles(rules.profile, row);
        let mut value = json!({
            "articles": articles,
            "capacities": row.capacities,
            "command": row.command,
            "rules": [format!("WHO-{}", row.command), format!("STAGE-{}", row.command)],
            "stages": row.stages,
        });
        if articles.is_empty() {
            value["none"] = say(&no_article(row)).into();
        }
        value
    };
    json!({
        "checks": Check::ALL.iter().map(check).collect::<Vec<_>>(),
        "commands": table::ROWS.iter().map(command).collect::<Vec<_>>(),
        "deadlines": DeadlineRule::ALL.iter().map(deadline).collect::<Vec<_>>(),
        "edition": rules.edition,
        "others": OTHER_IDS,
        "profile": rules.profile,
        "rules_hash": rules.hash(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use law::citation::INSTRUMENTS;
    use law::rules::Profile;

    #[test]
    fn every_deadline_and_check_of_every_profile_has_its_row_and_name() {
        for profile in Profile::ALL {
            let rules = Rules::builtin(profile).unwrap();
            for rule in DeadlineRule::ALL {
                let row = deadline_row(&rules, rule);
                assert_eq!(row.len(), 8, "{row:?}");
                assert!(!row.concat().contains('〔'), "{row:?}");
            }
            for check in Check::ALL {
                let row = check_row(&rules, *check);
                assert!(!row.concat().contains('〔') && !row[1].contains("CHK"), "{row:?}");
                assert_eq!(row[2] == "无此规定", !check.applies(profile), "{row:?}");
            }
        }
    }

    #[test]
    fn a_command_shows_the_articles_of_the_place_or_says_that_there_is_none() {
        for (profile, none) in [(Profile::Cn, 6), (Profile::Zj, 1), (Profile::Hz, 0), (Profile::Nb, 0)] {
            let rules = Rules::builtin(profile).unwrap();
            let rows: Vec<Vec<String>> = table::ROWS.iter().map(|row| command_row(&rules, row)).collect();
            assert!(rows.iter().all(|row| !row[4].is_empty() && !row[4].contains('〔')), "{profile}");
            assert_eq!(rows.iter().filter(|row| row[4] == "本地无条文").count(), none, "{profile}");
            let elsewhere: Vec<&str> =
                INSTRUMENTS.iter().filter(|one| !one.applies(profile)).map(|one| one.title).collect();
            let foreign = |row: &&Vec<String>| elsewhere.iter().any(|title| row[4].contains(title));
            assert_eq!(rows.iter().find(foreign), None, "{profile}");
        }
    }

    #[test]
    fn a_check_that_the_national_texts_do_not_know_says_so_as_data_too() {
        let rules = Rules::builtin(Profile::Cn).unwrap();
        let found = json(&rules);
        let opinion = found["checks"].as_array().unwrap().iter().find(|one| one["rule"] == "CHK-OPINION-15WD").unwrap();
        assert_eq!((&opinion["on_fail"], &opinion["follows"]), (&json!("none"), &json!("无此规定")));
    }

    #[test]
    fn a_cell_names_its_articles_or_the_rules_that_refused() {
        let rules = Rules::builtin(Profile::Cn).unwrap();
        let mut found = Explored::default();
        found.accepted.extend([("awaiting_reply", "reply"), ("awaiting_reply", "enter_paper")]);
        let refused = ["STAGE-sign", "WHO-sign"].map(str::to_owned);
        found.refused.insert(("awaiting_reply", "sign"), refused.into());
        let of_system = ["FACT-DATASET".to_owned()];
        found.refused.insert(("awaiting_reply", "adopt_dataset"), of_system.into());
        let matrix = matrix(&rules, &found);
        let at = |command: &str| &matrix[command]["awaiting_reply"];
        assert_eq!(at("reply"), &json!({"articles": ["CC22 32", "WN9 17"], "cell": "accepted"}));
        assert_eq!(at("enter_paper"), &json!({"cell": "accepted", "text": "平台自身的操作"}));
        assert_eq!(at("sign"), &json!({"cell": "refused", "rules": ["STAGE-sign"]}));
        assert_eq!(at("adopt_dataset"), &json!({"cell": "unseen", "rules": ["FACT-DATASET"]}));
        assert_eq!(matrix["sign"]["idle"], json!({"cell": "unreached", "text": "推演没有到达这一步"}));
    }
}
