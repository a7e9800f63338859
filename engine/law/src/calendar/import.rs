//! Loading a year's notice from JSON: our own form, or the list of days that public data sets share.

use jiff::civil::Date;
use messages::Said;
use serde::Deserialize;

use super::year::{CalendarYear, MakeUp, Off};
use crate::days;
use crate::input::{InputError, Problem, day, from_json};

/// Why a year could not be imported; names place, found and expected.
pub type ImportError = InputError;

/// The common public form: a list of the days that differ from plain weekdays.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Public {
    #[serde(rename = "$schema", default)]
    _schema: Option<String>,
    #[serde(rename = "$id", default)]
    _id: Option<String>,
    year: i16,
    papers: Vec<String>,
    days: Vec<PublicDay>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PublicDay {
    name: String,
    #[serde(with = "day")]
    date: Date,
    #[serde(rename = "isOffDay")]
    is_off: bool,
}

#[derive(Deserialize)]
struct Shape {
    #[serde(default)]
    days: Option<serde::de::IgnoredAny>,
}

/// Reads one year from JSON: `{"year","notice","off":[…],"make_up":[…],…}` (see [`CalendarYear`]) or the public form
/// `{"year","papers":[…],"days":[{"name","date","isOffDay"}]}`. The public form has no list of public holidays, so that
/// such a year answers [`super::StatutoryDay::NoData`].
///
/// # Errors
/// Syntax, unknown keys, wrong types, impossible dates, days twice or out of place; with place, found and expected.
pub fn import(bytes: &[u8]) -> Result<CalendarYear, ImportError> {
    let shape: Shape = from_json(bytes)?;
    let year = if shape.days.is_some() { from_public(&from_json(bytes)?)? } else { from_json(bytes)? };
    year.check()?;
    Ok(year)
}

fn from_public(public: &Public) -> Result<CalendarYear, ImportError> {
    let mut listed = public.days.iter().enumerate().collect::<Vec<_>>();
    listed.sort_by_key(|(_, day)| day.date);
    for pair in listed.windows(2) {
        if let [(_, earlier), (row, later)] = pair
            && earlier.date == later.date
        {
            let problem = Problem::Rule(Said::new("law-calendar-overlap").arg("found", later.date));
            return Err(InputError::at(format!("days[{row}].date"), problem));
        }
    }
    let mut off: Vec<Off> = Vec::new();
    let mut make_up = Vec::new();
    for (_, day) in listed {
        if !day.is_off {
            make_up.push(MakeUp { date: day.date, name: day.name.clone() });
            continue;
        }
        match off.last_mut() {
            Some(run) if run.name == day.name && days::next(run.to) == day.date => run.to = day.date,
            Some(_) | None => off.push(Off { from: day.date, name: day.name.clone(), to: day.date }),
        }
    }
    let url = public.papers.first().filter(|paper| paper.starts_with("http")).cloned();
    Ok(CalendarYear {
        make_up,
        mark: None,
        notice: public.papers.join("；"),
        off,
        statutory: None,
        url,
        verified_on: None,
        year: public.year,
    })
}
