//! Puts the script of the voter's device into the program, where it was made: it contains a library from npm, which isn't
//! in the repository. Without it the program builds all the same, and ballots are held in the plain mode.

use std::path::PathBuf;
use std::{env, fs, io};

#[expect(clippy::disallowed_methods, reason = "cargo tells a build script by its environment where to write")]
fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=script/made");
    let script = match fs::read("script/made/ballot.js") {
        Ok(script) => script,
        Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
        Err(error) => return Err(error),
    };
    let out = env::var_os("OUT_DIR").map(PathBuf::from).unwrap_or_default().join("ballot.js");
    // An unchanged file stays as old as it is, so that nothing is built again.
    if fs::read(&out).is_ok_and(|had| had == script) { Ok(()) } else { fs::write(out, script) }
}
