//! Stage × command.

use law::citation::display_all_zh;
use law::rules::Profile;
use messages::{Catalogue, Said};
use negotiation::Stage;
use negotiation::table::{self, ROWS, Row};

use super::{code, columns};
use crate::explore::Explored;
use crate::matrix::{Cell, articles, cell, no_article};

/// One line a command: name, who, under which articles, the rule that refuses it at a wrong stage, and a cell a stage.
pub(super) fn table(words: &Catalogue, profile: Profile, found: &Explored) -> String {
    let mut columns = columns(words, "matrix");
    columns.extend(Stage::NAMES.iter().map(|stage| words.say(&Said::new(table::stage_key(stage)))));
    let rows: Vec<Vec<String>> = ROWS.iter().map(|row| line(words, profile, found, row)).collect();
    super::table(&columns, &rows)
}

fn line(words: &Catalogue, profile: Profile, found: &Explored, row: &'static Row) -> Vec<String> {
    let who: Vec<String> = row.capacities.iter().map(|who| words.say(&Said::new(table::capacity_key(*who)))).collect();
    let who = if who.is_empty() { words.say(&Said::new("law-page-any")) } else { who.join("、") };
    let wrong = if row.stages.is_empty() { "—".to_owned() } else { code(&format!("STAGE-{}", row.command)) };
    let mut cells = vec![
        words.say(&Said::new(table::command_key(row.command))),
        code(row.command),
        who,
        basis(words, profile, row),
        wrong,
    ];
    cells.extend(Stage::NAMES.map(|stage| sign(cell(found, stage, row)).to_owned()));
    cells
}

/// The articles that are law under the profile; where there are none, why.
fn basis(words: &Catalogue, profile: Profile, row: &Row) -> String {
    let articles = articles(profile, row);
    if articles.is_empty() { words.say(&no_article(row)) } else { display_all_zh(&articles) }
}

const fn sign(cell: Cell) -> &'static str {
    match cell {
        Cell::Accepted => "✓",
        Cell::Unseen => "○",
        Cell::Refused => "–",
        Cell::Unreached => "",
    }
}
