//! The `xinxieshang` binary. Everything is in the library, so that tests reach it.

use std::process::ExitCode;

fn main() -> ExitCode {
    xinxieshang::cli::run(std::env::args_os())
}
