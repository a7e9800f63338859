//! Prints the table of who may do what: `cargo run -p accounts --example access_page > docs/access.md`.

use std::error::Error;

use messages::Catalogue;

fn main() -> Result<(), Box<dyn Error>> {
    let texts = Catalogue::new(&[negotiation::MESSAGES, accounts::MESSAGES])?;
    print!("{}", accounts::access::page(|said| texts.say(said)));
    Ok(())
}
