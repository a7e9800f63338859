//! Stage × command.

use law::citation::{Citation, display_all_zh};
use law::rules::Profile;
use messages::{Catalogue, Said};
use negotiation::Stage;
use negotiation::table::{self, ROWS, Row};

use super::{code, columns};
use crate::explore::Explored;
use crate::matrix::{Cell, cell};

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
        display_all_zh(&articles(profile, row)),
        wrong,
    ];
    cells.extend(Stage::NAMES.map(|stage| sign(cell(found, stage, row)).to_owned()));
    cells
}

/// The articles that are law under the profile, as refusals name them; all where none is.
fn articles(profile: Profile, row: &Row) -> Vec<Citation> {
    let all: Vec<Citation> = row.articles.iter().filter_map(|article| Citation::new(article).ok()).collect();
    let own: Vec<Citation> = all.iter().filter(|article| article.applies(profile)).cloned().collect();
    if own.is_empty() { all } else { own }
}

const fn sign(cell: Cell) -> &'static str {
    match cell {
        Cell::Accepted => "✓",
        Cell::Unseen => "○",
        Cell::Refused => "–",
        Cell::Unreached => "",
    }
}
