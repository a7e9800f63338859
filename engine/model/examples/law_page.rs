//! Prints the page on all profiles: `cargo run -p model --example law_page > engine/negotiation/LAW.md`.

use std::error::Error;

use law::rules::{Profile, Rules};
use messages::Catalogue;
use model::page::{Section, markdown};
use model::{Bounds, Explored, prove};

fn main() -> Result<(), Box<dyn Error>> {
    let words = Catalogue::new(&[law::MESSAGES, negotiation::MESSAGES, model::MESSAGES])?;
    let mut all: Vec<(Rules, Explored)> = Vec::new();
    for profile in Profile::ALL {
        all.push((Rules::builtin(profile)?, prove(profile, Bounds::SMALL)?));
    }
    let sections: Vec<Section<'_>> = all.iter().map(|(rules, found)| Section { found, rules }).collect();
    print!("{}", markdown(&words, &sections));
    Ok(())
}
