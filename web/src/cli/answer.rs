//! What a command answers, and how it reaches the terminal.

use std::io::Write;
use std::process::ExitCode;

use law::citation::{Citation, display_all_zh};
use messages::Said;
use serde_json::{Value, json};

use crate::catalogue::say;

/// Exit status.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Exit {
    /// All is well.
    Good,
    /// Something does not hold, or was refused.
    Finding,
    /// Wrong usage, or input that can't be read.
    Usage,
}

impl Exit {
    pub(crate) const fn code(self) -> u8 {
        match self {
            Self::Good => 0,
            Self::Finding => 1,
            Self::Usage => 2,
        }
    }
}

/// What a command found.
#[derive(Debug)]
pub(crate) struct Answer {
    /// For people; ends without a line feed.
    pub(crate) text: String,
    /// For programs.
    pub(crate) json: Value,
    /// Exit status.
    pub(crate) exit: Exit,
}

impl Answer {
    /// A good answer.
    pub(crate) const fn good(text: String, json: Value) -> Self {
        Self { text, json, exit: Exit::Good }
    }
}

/// Why a command did nothing.
#[derive(Debug)]
pub(crate) struct Failure {
    /// What is wrong and what to do.
    said: Said,
    /// Rule id, where a rule refuses.
    rule: Option<&'static str>,
    /// Articles behind it.
    citation: Vec<Citation>,
    exit: Exit,
}

impl Failure {
    /// Wrong usage or input that can't be read.
    pub(crate) const fn usage(said: Said) -> Self {
        Self { said, rule: None, citation: Vec::new(), exit: Exit::Usage }
    }

    /// A refusal under a rule.
    pub(crate) const fn refused(rule: &'static str, said: Said) -> Self {
        Self { said, rule: Some(rule), citation: Vec::new(), exit: Exit::Finding }
    }

    /// A finding that is no refusal.
    pub(crate) const fn finding(said: Said) -> Self {
        Self { said, rule: None, citation: Vec::new(), exit: Exit::Finding }
    }

    /// The articles behind it.
    pub(crate) fn with_citation(mut self, citation: Vec<Citation>) -> Self {
        self.citation = citation;
        self
    }

    /// For people.
    pub(crate) fn text(&self) -> String {
        let mut text = say(&Said::new("cli-error").arg("text", say(&self.said)));
        if let Some(rule) = self.rule {
            text.push('\n');
            text.push_str(&say(&Said::new("cli-error-rule").arg("rule", rule)));
        }
        if !self.citation.is_empty() {
            text.push('\n');
            text.push_str(&say(&Said::new("cli-error-citation").arg("citation", display_all_zh(&self.citation))));
        }
        text
    }

    fn json(&self) -> Value {
        json!({"error": {
            "citation": self.citation,
            "exit": self.exit.code(),
            "key": self.said.key,
            "rule": self.rule,
            "text": say(&self.said),
        }})
    }
}

/// Prints an answer or a failure. With `json` both go to standard output; otherwise a failure goes to standard error.
pub(crate) fn print(answer: Result<Answer, Failure>, json: bool) -> ExitCode {
    let exit = match answer {
        Ok(answer) => {
            to_stdout(&if json { pretty(&answer.json) } else { answer.text });
            answer.exit
        }
        Err(failure) => {
            if json {
                to_stdout(&pretty(&failure.json()));
            } else {
                to_stderr(&failure.text());
            }
            failure.exit
        }
    };
    ExitCode::from(exit.code())
}

/// JSON with line breaks and sorted keys.
pub(crate) fn pretty(value: &Value) -> String {
    format!("{value:#}")
}

/// A line to standard output. Who closed the pipe wants no more; that is no error.
pub(crate) fn to_stdout(text: &str) {
    let _ = writeln!(std::io::stdout().lock(), "{text}");
}

/// A line to standard error.
pub(crate) fn to_stderr(text: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{text}");
}
