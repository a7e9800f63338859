//! The `xinxieshang` binary. Everything is in the library, so that tests reach it.

use std::process::ExitCode;

#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    xinxieshang::cli::run(std::env::args_os())
}
