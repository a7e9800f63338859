//! What two notices of one year say differently.

use std::collections::BTreeSet;

use law::Date;
use law::calendar::CalendarYear;
use messages::Said;
use serde_json::{Value, json};

use crate::catalogue::say;

/// Days whose kind changes, and whether anything else does.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Difference {
    make_up_added: BTreeSet<Date>,
    make_up_removed: BTreeSet<Date>,
    off_added: BTreeSet<Date>,
    off_removed: BTreeSet<Date>,
    /// Notice, names, public holidays, source or marks differ.
    wording: bool,
}

impl Difference {
    pub(super) fn between(before: &CalendarYear, after: &CalendarYear) -> Self {
        let (off_before, off_after) = (off(before), off(after));
        let (make_up_before, make_up_after) = (make_up(before), make_up(after));
        let less = |a: &BTreeSet<Date>, b: &BTreeSet<Date>| a.difference(b).copied().collect::<BTreeSet<_>>();
        let same_days = off_before == off_after && make_up_before == make_up_after;
        Self {
            make_up_added: less(&make_up_after, &make_up_before),
            make_up_removed: less(&make_up_before, &make_up_after),
            off_added: less(&off_after, &off_before),
            off_removed: less(&off_before, &off_after),
            wording: (same_days && before != after) || before.notice != after.notice || lost_statutory(before, after),
        }
    }

    /// Whether nothing differs.
    pub(super) fn is_empty(&self) -> bool {
        !self.wording && self.parts().iter().all(|(_, days)| days.is_empty())
    }

    fn parts(&self) -> [(&'static str, &BTreeSet<Date>); 4] {
        [
            ("off-added", &self.off_added),
            ("off-removed", &self.off_removed),
            ("make-up-added", &self.make_up_added),
            ("make-up-removed", &self.make_up_removed),
        ]
    }

    /// One line a kind of difference.
    pub(super) fn text(&self) -> String {
        let mut lines: Vec<String> = self
            .parts()
            .into_iter()
            .filter(|(_, days)| !days.is_empty())
            .map(|(kind, days)| {
                let days: Vec<String> = days.iter().map(Date::to_string).collect();
                say(&Said::new("cli-import-difference").arg("kind", kind).arg("days", days.join("、")))
            })
            .collect();
        if self.wording {
            lines.push(say(&Said::new("cli-import-difference").arg("kind", "wording").arg("days", "")));
        }
        lines.join("\n")
    }

    pub(super) fn json(&self) -> Value {
        json!({
            "make_up_added": self.make_up_added,
            "make_up_removed": self.make_up_removed,
            "off_added": self.off_added,
            "off_removed": self.off_removed,
            "wording": self.wording,
        })
    }
}

fn off(year: &CalendarYear) -> BTreeSet<Date> {
    let run = |from: Date, to: Date| {
        std::iter::successors(Some(from), |day| day.tomorrow().ok()).take_while(move |day| *day <= to)
    };
    year.off.iter().flat_map(|off| run(off.from, off.to)).collect()
}

fn make_up(year: &CalendarYear) -> BTreeSet<Date> {
    year.make_up.iter().map(|day| day.date).collect()
}

fn lost_statutory(before: &CalendarYear, after: &CalendarYear) -> bool {
    before.statutory.is_some() && after.statutory.is_none()
}
