//! `deadline`: one date by one rule, with every step of the count.

use std::path::PathBuf;

use clap::Args;
use law::Date;
use law::calendar::Calendar;
use law::citation::display_all_zh;
use law::dataset::DataSets;
use law::deadline::{self, Circumstances, DeadlineRule};
use law::rules::{Profile, ProfileError, Rules};
use messages::Said;
use serde_json::{Value, json};

use super::answer::{Answer, Failure};
use super::{Common, data, files};
use crate::catalogue::say;

/// Most bytes of a calendar file.
const MAX_CALENDAR: u64 = 4_000_000;

#[derive(Debug, Args)]
pub(super) struct Deadline {
    #[arg(short, long)]
    profile: String,
    #[arg(short, long)]
    rule: String,
    #[arg(short, long)]
    from: String,
    #[arg(long)]
    item: Option<String>,
    #[arg(long)]
    amber_from: Option<String>,
    #[arg(long)]
    calendar: Vec<PathBuf>,
    #[arg(long)]
    data_dir: Option<PathBuf>,
    #[command(flatten)]
    pub(super) common: Common,
}

pub(super) fn run(args: &Deadline) -> Result<Answer, Failure> {
    let rules = rules(&args.profile)?;
    let rule = DeadlineRule::parse(&args.rule, args.item.as_deref()).map_err(|error| Failure::usage(error.said()))?;
    let from = date("--from", &args.from)?;
    let amber_from = args.amber_from.as_deref().map(|text| date("--amber-from", text)).transpose()?;
    if amber_from.is_some() && rule != DeadlineRule::Publish {
        return Err(Failure::usage(Said::new("cli-deadline-amber-only").arg("rule", rule.key())));
    }
    let data = with_calendars(data::load(args.data_dir.as_deref())?, &args.calendar)?;
    let circumstances = Circumstances { amber_from, ..Circumstances::default() };
    let found = deadline::compute_under(&rules, &data.calendar, rule, from, &circumstances).map_err(|none| {
        let said = Said::new("cli-deadline-none")
            .arg("rule", rule)
            .arg("profile", rules.profile)
            .arg("reason", say(&none.reason));
        Failure::usage(said).with_citation(none.citation)
    })?;
    Ok(Answer::good(text(&found, rule, &data.calendar), json(&found, &rules, &data)))
}

/// The shipped rules of a profile, named as on the command line.
pub(super) fn rules(profile: &str) -> Result<Rules, Failure> {
    let profile: Profile = profile.parse().map_err(|error: ProfileError| {
        let expected = Profile::ALL.map(Profile::code).join("、");
        Failure::usage(Said::new("cli-profile-unknown").arg("found", error.found).arg("expected", expected))
    })?;
    Rules::builtin(profile).map_err(|error| Failure::usage(error.said()))
}

/// A day named as on the command line.
pub(super) fn date(option: &'static str, text: &str) -> Result<Date, Failure> {
    let wrong = || Failure::usage(Said::new("cli-date-wrong").arg("option", option).arg("found", text));
    law::input::date(text).ok_or_else(wrong)
}

/// The data sets with the years of the files given on the command line.
fn with_calendars(mut data: DataSets, calendars: &[PathBuf]) -> Result<DataSets, Failure> {
    for path in calendars {
        let bytes = files::read(path, MAX_CALENDAR)?;
        for year in data::years(&bytes).map_err(|error| data::wrong_file(path, &error))? {
            data = data.with_calendar_year(year).map_err(|error| data::wrong_file(path, &error))?;
        }
    }
    Ok(data)
}

fn text(found: &deadline::Deadline, rule: DeadlineRule, calendar: &Calendar) -> String {
    let mut lines =
        vec![say(&Said::new("cli-deadline-title").arg("rule", rule).arg("profile", found.profile)), String::new()];
    if let Some(opens) = found.opens {
        lines.push(say(&Said::new("cli-deadline-opens").arg("date", opens)));
    }
    let provisional = if found.provisional { "yes" } else { "no" };
    lines.push(say(&Said::new("cli-deadline-due").arg("date", found.due).arg("provisional", provisional)));
    if let Some(amber) = found.amber_due {
        lines.push(say(&Said::new("cli-deadline-amber").arg("date", amber)));
    }
    if let Some(extended) = found.extended_due {
        lines.push(say(&Said::new("cli-deadline-extended").arg("date", extended)));
    }
    lines.extend([String::new(), say(&Said::new("cli-deadline-steps"))]);
    for (number, step) in (1..).zip(&found.steps) {
        lines.push(format!("{number:>3}. {}", say(&step.said)));
    }
    lines.push(String::new());
    lines.push(say(&Said::new("cli-deadline-kind").arg("kind", found.kind.word())));
    lines.push(say(&Said::new("cli-deadline-citation").arg("citation", display_all_zh(&found.citation))));
    let years: Vec<String> = calendar.years().iter().map(|year| year.year.to_string()).collect();
    lines.push(say(&Said::new("cli-deadline-calendar-used").arg("years", years.join("、"))));
    lines.join("\n")
}

/// The deadline as data, its steps and articles in words beside, and the hashes of what it rests on.
fn json(found: &deadline::Deadline, rules: &Rules, data: &DataSets) -> Value {
    let mut json = serde_json::to_value(found).unwrap_or_default();
    let steps: Vec<Value> = found
        .steps
        .iter()
        .map(|step| json!({"date": step.date, "key": step.said.key, "text": say(&step.said)}))
        .collect();
    json["steps"] = steps.into();
    json["citation_text"] = display_all_zh(&found.citation).into();
    json["calendar_hash"] = data.calendar.hash().to_string().into();
    json["rules_hash"] = rules.hash().to_string().into();
    json
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::answer::Exit;

    fn asked(line: &str) -> Result<Answer, Failure> {
        use clap::FromArgMatches;
        let command = crate::cli::help::command();
        let matches = command.try_get_matches_from(format!("xinxieshang deadline {line}").split_whitespace()).unwrap();
        run(&Deadline::from_arg_matches(matches.subcommand().unwrap().1).unwrap())
    }

    // ZJ-CC 7: ten working days; Spring Festival 2026 with two make-up days (国办发明电〔2025〕7号).
    #[test]
    fn an_offer_before_spring_festival_is_answered_after_it() {
        let answer = asked("--profile ZJ --rule reply --from 2026-02-06").unwrap();
        assert_eq!(answer.exit, Exit::Good);
        assert_eq!(answer.json["due"], "2026-02-27");
        assert_eq!(answer.json["amber_due"], "2026-02-26");
        assert_eq!(answer.json["unit"], "working_day");
        assert!(answer.json.get("opens").is_none());
        for part in ["2026-02-27", "春节", "浙江省集体合同条例", "调休"] {
            assert!(answer.text.contains(part), "{part} in\n{}", answer.text);
        }
        assert!(!answer.text.contains('〔'), "{}", answer.text);
    }

    // Decisions: received 2026-02-04, effect 02-25, publication due 03-03, amber 02-25.
    #[test]
    fn publication_takes_its_amber_date_from_another_day() {
        let answer = asked("--profile ZJ --rule publish --from 2026-02-25 --amber-from 2026-02-20").unwrap();
        assert_eq!(answer.json["due"], "2026-03-03");
        assert_eq!(answer.json["amber_due"], "2026-02-25");
    }

    #[test]
    fn every_rule_under_every_profile_is_answered_or_refused_in_words() {
        for profile in Profile::ALL {
            for rule in DeadlineRule::ALL {
                let item = rule.item().map_or_else(String::new, |item| format!(" --item {}", item.word()));
                let line = format!("--profile {profile} --rule {}{item} --from 2026-06-30", rule.key());
                match asked(&line) {
                    Ok(answer) => assert!(!answer.text.contains('〔'), "{line}\n{}", answer.text),
                    Err(failure) => {
                        let text = failure.text();
                        assert!(text.contains(profile.code()) && !text.contains('〔'), "{line}\n{text}");
                    }
                }
            }
        }
    }
}
