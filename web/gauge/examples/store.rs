//! The store's figures without the rest of the program: `cargo run --release -p gauge --example store -- [quick]
//! [sqlite|postgres|<address>|standby|grown|door]…`. For measurements and profiles by hand.

use cluster::{Cluster, Sync};
use gauge::{Cases, Effort, Figure, Trouble, measure_acts, usual_record};
use negotiation::LawBook;

fn main() -> Result<(), Trouble> {
    let mut words: Vec<String> = std::env::args().skip(1).collect();
    let quick = words.iter().any(|word| word == "quick");
    words.retain(|word| word != "quick");
    let effort = Effort::new(quick);
    let folder = tempfile::tempdir_in("/var/tmp")?;
    let file = |name: &str| folder.path().join(name).display().to_string();
    let book = LawBook::builtin()?;
    let cases = Cases::new()?;
    let mut tell = |figure: Figure| println!("{}", figure.json());
    for word in words {
        println!("{word}");
        let held = word.contains("postgres").then(|| Cluster::start(Sync::Disk)).transpose()?;
        let address = held.as_ref().map_or_else(|| file(&word), |cluster| cluster.url("postgres"));
        match word.as_str() {
            "standby" => gauge::standby(&book, &cases, &effort, &mut tell)?,
            "grown" | "grown-postgres" => {
                gauge::growth(book.clone(), &cases, &effort, &address.parse()?, effort.records, &mut tell)?;
            }
            "door" | "door-postgres" => gauge::door(book.clone(), &cases, &effort, &address, &mut tell)?,
            _ => {
                let (_, records) = measure_acts(&book, &cases, &effort)?;
                let usual = usual_record(&records).ok_or(Trouble::Empty)?;
                gauge::load(book.clone(), &cases, &effort, &address.parse()?, &usual, &mut tell)?;
            }
        }
    }
    Ok(())
}
