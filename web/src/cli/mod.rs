//! The command line. Every command has `--json`; exit status 0 is good, 1 a finding or refusal, 2 wrong usage or input
//! that can't be read.

mod account;
mod answer;
mod ballot;
mod bench;
mod calendar;
mod check;
mod data;
mod deadline;
mod demo;
mod doctor;
mod files;
mod help;
mod law;
mod migrate;
mod operator;
mod outbox;
mod play;
mod progress;
mod prove;
mod render;
mod serve;
mod usage;
mod verify;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::{ArgAction, Args, FromArgMatches, Parser, Subcommand};

use answer::{Answer, Failure};

/// The program's arguments. Their help texts come from the message file, see [`help`].
#[derive(Debug, Parser)]
#[command(name = "xinxieshang", version, disable_help_flag = true, disable_version_flag = true)]
#[command(disable_help_subcommand = true, subcommand_required = true, arg_required_else_help = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
    #[arg(short, long, action = ArgAction::Help)]
    help: Option<bool>,
    #[arg(short = 'V', long, action = ArgAction::Version)]
    version: Option<bool>,
}

#[derive(Debug, Subcommand)]
enum Command {
    Play(play::Play),
    Deadline(deadline::Deadline),
    Check(check::Check),
    Verify(verify::Verify),
    #[command(subcommand_required = true, arg_required_else_help = true)]
    Ballot(ballot::Ballot),
    Render(render::Render),
    #[command(subcommand_required = true, arg_required_else_help = true)]
    Calendar(calendar::Calendar),
    Law(law::Law),
    Prove(prove::Prove),
    Bench(bench::Bench),
    Migrate(migrate::Migrate),
    Backup(operator::Backup),
    Restore(operator::Restore),
    Drill(operator::Drill),
    Move(operator::Move),
    Doctor(doctor::Doctor),
    #[command(subcommand_required = true, arg_required_else_help = true)]
    Outbox(outbox::Outbox),
    Account(account::Account),
    Serve(serve::Serve),
    Demo(demo::DemoArgs),
}

/// What every command takes.
#[derive(Debug, Args)]
struct Common {
    #[arg(long)]
    json: bool,
    #[arg(short, long, action = ArgAction::Help)]
    help: Option<bool>,
}

/// Runs the program with its arguments, its own name first, and gives its exit status.
pub fn run(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let args: Vec<OsString> = args.into_iter().collect();
    let parsed = help::command().try_get_matches_from(&args).and_then(|matches| Cli::from_arg_matches(&matches));
    match parsed {
        Ok(cli) => {
            let (answer, json) = dispatch(&cli.command);
            answer::print(answer, json)
        }
        Err(error) => usage::print(&error, args.iter().any(|arg| arg == "--json")),
    }
}

fn dispatch(command: &Command) -> (Result<Answer, Failure>, bool) {
    match command {
        Command::Play(args) => (play::run(args), args.common.json),
        Command::Deadline(args) => (deadline::run(args), args.common.json),
        Command::Check(args) => (check::run(args), args.common.json),
        Command::Verify(args) => (verify::run(args), args.common.json),
        Command::Ballot(args) => (ballot::run(args), args.json()),
        Command::Render(args) => (render::run(args), args.common.json),
        Command::Calendar(args) => (calendar::run(args), args.json()),
        Command::Law(args) => (law::run(args), args.json()),
        Command::Prove(args) => (prove::run(args), args.common.json),
        Command::Bench(args) => (bench::run(args), args.json()),
        Command::Migrate(args) => (migrate::run(args), args.common.json),
        Command::Backup(args) => (operator::backup(args), args.common.json),
        Command::Restore(args) => (operator::restore(args), args.common.json),
        Command::Drill(args) => (operator::drill(args), args.common.json),
        Command::Move(args) => (operator::moving(args), args.common.json),
        Command::Doctor(args) => (doctor::run(args), args.common.json),
        Command::Outbox(args) => (outbox::run(args), args.json()),
        Command::Account(args) => (account::run(args), args.common.json),
        Command::Serve(args) => (serve::run(args), args.common.json),
        Command::Demo(args) => (demo::run(args), args.common.json),
    }
}
