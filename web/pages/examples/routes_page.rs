//! Prints every path and who may go there: `cargo run -p pages --example routes_page > docs/routes.md`.

use std::error::Error;

use messages::Catalogue;

fn main() -> Result<(), Box<dyn Error>> {
    let texts = Catalogue::new(&[negotiation::MESSAGES, accounts::MESSAGES, pages::MESSAGES])?;
    print!("{}", pages::routes::page(|said| texts.say(said)));
    Ok(())
}
