//! Help in the reader's language: every text of the command line comes from the message file.
//!
//! The keys follow the path of the command: `cli-deadline-about`, `-usage`, `-examples`, and one for each argument, such
//! as `cli-deadline-from`. Arguments that several commands share are under `cli-common-…`; value names under
//! `cli-value-…`.

use clap::{Command, CommandFactory};

use super::Cli;
use crate::catalogue::{catalogue, say, word};
use messages::Said;

/// The command line with all its texts.
pub(crate) fn command() -> Command {
    translated(Cli::command(), "cli")
}

fn translated(command: Command, path: &str) -> Command {
    let subcommands = names(&command);
    let arguments: Vec<String> = command.get_arguments().map(|arg| arg.get_id().to_string()).collect();
    let template = template(&command);
    let text = |part: &str| said(format!("{path}-{part}"));
    let mut command = command
        .about(text("about"))
        .long_about(None)
        .override_usage(text("usage"))
        .after_help(text("examples"))
        .help_template(template);
    for id in arguments {
        let own = key(path, &id);
        let help = said(if catalogue().has(&own) { own } else { key("cli-common", &id) });
        let value = key("cli-value", &id);
        command = command.mut_arg(id, |arg| {
            let arg = arg.help(help).long_help(None);
            if arg.get_action().takes_values() { arg.value_name(said(value)) } else { arg }
        });
    }
    for name in subcommands {
        let path = format!("{path}-{name}");
        command = command.mut_subcommand(name, |subcommand| translated(subcommand, &path));
    }
    command
}

fn key(path: &str, id: &str) -> String {
    format!("{path}-{}", id.replace('_', "-"))
}

fn said(key: String) -> String {
    say(&Said::new(key))
}

fn names(command: &Command) -> Vec<String> {
    command.get_subcommands().map(|subcommand| subcommand.get_name().to_owned()).collect()
}

/// The sections that a command has, under headings of the message file.
fn template(command: &Command) -> String {
    let heading = |key: &'static str| format!("\n\n{}\n", word(key));
    let mut template = format!("{{about}}\n\n{}{{usage}}", word("cli-heading-usage"));
    if command.has_subcommands() {
        template.push_str(&heading("cli-heading-commands"));
        template.push_str("{subcommands}");
    }
    if command.get_positionals().next().is_some() {
        template.push_str(&heading("cli-heading-arguments"));
        template.push_str("{positionals}");
    }
    template.push_str(&heading("cli-heading-options"));
    template.push_str("{options}{after-help}\n");
    template
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every page of help, by its command.
    fn pages(command: &mut Command, out: &mut Vec<String>) {
        out.push(command.render_long_help().to_string());
        for name in names(command) {
            pages(command.find_subcommand_mut(&name).unwrap(), out);
        }
    }

    #[test]
    fn every_command_and_argument_has_its_text_and_no_english_heading_is_left() {
        let mut out = Vec::new();
        let mut command = command();
        command.build();
        pages(&mut command, &mut out);
        assert!(out.len() >= 7);
        for page in out {
            for sign in ["〔", "Usage", "Options", "Commands", "Arguments", "[default", "[possible", "Print"] {
                assert!(!page.contains(sign), "{sign} in\n{page}");
            }
            assert!(page.contains("例："), "no example in\n{page}");
        }
    }
}
