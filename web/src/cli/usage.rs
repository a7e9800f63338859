//! Wrong usage, in the reader's language. The argument parser says what is wrong as data; the words are ours.

use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use messages::Said;

use super::answer::{self, Failure};

/// Prints help, version or what is wrong with the arguments, and gives the exit status.
#[expect(clippy::wildcard_enum_match_arm, reason = "every other kind is wrong usage")]
pub(crate) fn print(error: &clap::Error, json: bool) -> ExitCode {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            answer::to_stdout(error.render().to_string().trim_end());
            ExitCode::SUCCESS
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand if !json => {
            answer::to_stderr(error.render().to_string().trim_end());
            ExitCode::from(answer::Exit::Usage.code())
        }
        _ => answer::print(Err(Failure::usage(explain(error))), json),
    }
}

/// What is wrong, and what to do.
#[expect(clippy::wildcard_enum_match_arm, reason = "what has no words of its own is a wrong value")]
fn explain(error: &clap::Error) -> Said {
    let argument = || text(error, ContextKind::InvalidArg);
    let value = || text(error, ContextKind::InvalidValue);
    match error.kind() {
        ErrorKind::UnknownArgument => {
            hinted("cli-usage-unknown", error, ContextKind::SuggestedArg).arg("found", argument())
        }
        ErrorKind::InvalidSubcommand => hinted("cli-usage-command", error, ContextKind::SuggestedSubcommand)
            .arg("found", text(error, ContextKind::InvalidSubcommand)),
        ErrorKind::MissingRequiredArgument => Said::new("cli-usage-missing").arg("missing", argument()),
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            Said::new("cli-usage-no-command")
        }
        ErrorKind::ArgumentConflict if text(error, ContextKind::PriorArg) == argument() => {
            Said::new("cli-usage-twice").arg("found", argument())
        }
        ErrorKind::ArgumentConflict => {
            Said::new("cli-usage-conflict").arg("found", argument()).arg("other", text(error, ContextKind::PriorArg))
        }
        ErrorKind::InvalidValue | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues if value().is_empty() => {
            Said::new("cli-usage-no-value").arg("found", argument())
        }
        ErrorKind::InvalidUtf8 => Said::new("cli-usage-utf8"),
        ErrorKind::TooManyValues => Said::new("cli-usage-many").arg("found", value()).arg("argument", argument()),
        _ => Said::new("cli-usage-value").arg("found", value()).arg("argument", argument()),
    }
}

/// A text with a suggestion, where the parser has one.
fn hinted(key: &'static str, error: &clap::Error, kind: ContextKind) -> Said {
    let suggestion = text(error, kind);
    let known = if suggestion.is_empty() { "none" } else { "some" };
    Said::new(key).arg("hint", known).arg("suggestion", suggestion)
}

/// What the parser says of one point; several values are joined.
fn text(error: &clap::Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join("、"),
        Some(other) => other.to_string(),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::say;

    fn complaint(line: &str) -> String {
        let args = line.split_whitespace();
        let error = super::super::help::command().try_get_matches_from(args).expect_err("wrong usage");
        say(&explain(&error))
    }

    #[test]
    fn each_kind_of_wrong_usage_is_named_in_chinese_with_its_argument() {
        for (line, parts) in [
            ("xinxieshang verfy", &["verfy", "verify"][..]),
            ("xinxieshang verify a.zip --jsn", &["--jsn", "--json"]),
            ("xinxieshang verify a.zip b.zip", &["b.zip"]),
            ("xinxieshang verify", &["<"]),
            ("xinxieshang deadline --profile ZJ --rule reply", &["--from"]),
            ("xinxieshang deadline --profile ZJ --profile HZ", &["--profile", "两次"]),
            ("xinxieshang deadline --profile", &["--profile"]),
            ("xinxieshang render D15 --sample --data a.json", &["--sample", "--data"]),
            ("xinxieshang calendar", &["--help"]),
        ] {
            let text = complaint(line);
            for part in parts {
                assert!(text.contains(part), "{part} in {text} ({line})");
            }
            assert!(!text.contains('〔') && !text.contains("error"), "{text}");
        }
    }
}
