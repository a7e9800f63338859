//! Stage × command.

use law::citation::display_all_zh;
use law::rules::Profile;
use messages::{Catalogue, Said};
use negotiation::table::{self, ROWS, Row};

use super::{code, columns};
use crate::explore::Explored;
use crate::matrix::{Cell, articles, basis, cell, columns as stages, no_article};

/// One line a command: name, who, under which articles, the rule that refuses it at a wrong stage, and a cell a
/// stage.
pub(super) fn table(words: &Catalogue, profile: Profile, found: &Explored) -> String {
    let mut columns = columns(words, "matrix");
    columns.extend(stages().map(|stage| words.say(&Said::new(table::stage_key(stage)))));
    let rows: Vec<Vec<String>> = ROWS.iter().map(|row| line(words, profile, found, row)).collect();
    super::table(&columns, &rows)
}

fn line(words: &Catalogue, profile: Profile, found: &Explored, row: &'static Row) -> Vec<String> {
    let who: Vec<String> = row.capacities.iter().map(|who| words.say(&Said::new(table::capacity_key(*who)))).collect();
    let who = if who.is_empty() { words.say(&Said::new("law-page-any")) } else { who.join("、") };
    let mut cells = vec![
        words.say(&Said::new(table::command_key(row.command))),
        code(row.command),
        who,
        behind(words, profile, row),
        code(&format!("STAGE-{}", row.command)),
    ];
    cells.extend(stages().map(|stage| step(words, profile, found, (stage, row))));
    cells
}

/// The articles that are law under the profile; where there are none, why.
fn behind(words: &Catalogue, profile: Profile, row: &Row) -> String {
    let articles = articles(profile, row);
    if articles.is_empty() { words.say(&no_article(row)) } else { display_all_zh(&articles) }
}

/// A cell: its sign and, where the table lists the command and the model never saw it accepted, what refused it. Articles
/// and the rule of a wrong stage stand in the columns of the command.
fn step(words: &Catalogue, profile: Profile, found: &Explored, (stage, row): (&'static str, &'static Row)) -> String {
    let cell = cell(found, stage, row);
    let sign = sign(cell).to_owned();
    if cell != Cell::Unseen {
        return sign;
    }
    let basis = basis(found, profile, stage, row);
    let rules: Vec<String> = basis.rules.iter().map(|rule| code(rule)).collect();
    let said = basis.said.map(|said| words.say(&said));
    [Some(sign), said, Some(rules.join("、")).filter(|rules| !rules.is_empty())]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" ")
}

const fn sign(cell: Cell) -> &'static str {
    match cell {
        Cell::Accepted => "✓",
        Cell::Unseen => "○",
        Cell::Refused => "–",
        Cell::Unreached => "",
    }
}
