//! A hall for the tests in a browser: the hall of this crate's own tests (`tests/it/hall.rs`) behind an address. A draft
//! and an election are open, on the real router, store and box, and so is the case to which they belong.
//!
//! `hall [voters]` prints one line of JSON: the address, the paths of the personal links, of the ballots and of the case,
//! and the token of a session of the case's chair. The word `close` on standard input moves the clock to the next day.
#![expect(clippy::unwrap_used, reason = "a helper of tests that can't go on stops")]

#[expect(dead_code, reason = "the rest of it is used by the tests")]
#[path = "../tests/it/browser.rs"]
mod browser;
#[expect(dead_code, reason = "the rest of it is used by the tests")]
#[path = "../tests/it/hall.rs"]
mod hall;
#[expect(dead_code, reason = "the rest of it is used by the tests")]
#[path = "../tests/it/support.rs"]
mod support;
#[expect(dead_code, reason = "the rest of it is used by the tests")]
#[path = "../tests/it/way.rs"]
mod way;

use std::io::BufRead;
use std::net::Ipv4Addr;

use crate::hall::{Hall, links, opened};

#[tokio::main]
async fn main() {
    let voters: usize = std::env::args().nth(1).map_or(24, |text| text.parse().unwrap());
    let names: Vec<String> = (0..voters).map(|n| format!("代表{n}（虚构）")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let hall = Hall::with(&names).await;
    let path = format!("{}/ballots", hall.case);
    let candidates =
        [("kind", "election"), ("candidates", "沈秋禾（虚构）\n陆远桥（虚构）\n乔亦安（虚构）"), ("seats", "2")];
    let election = opened(&hall.cast, &path, &candidates).await;
    let sheet = hall.cast.chair.post(&format!("{path}/{election}/links"), &[]).await;
    let chair = hall.town.accounts.by_login("chair").await.unwrap().unwrap();
    let listener = tokio::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
    let told = serde_json::json!({
        "address": format!("http://{}", listener.local_addr().unwrap()),
        "ballot": format!("/ballots/{}", hall.id),
        "case": hall.case,
        "election": { "ballot": format!("/ballots/{election}"), "links": links(&sheet) },
        "links": hall.links,
        "session": hall.town.accounts.sign_in_as(chair.id).await.unwrap().0,
    });
    println!("{told}");
    let router = hall.town.router.clone();
    let stop = tokio::task::spawn_blocking(move || {
        for line in std::io::stdin().lock().lines().map_while(Result::ok) {
            if line == "close" {
                hall.town.days(1);
                println!("closed");
            }
        }
    });
    tokio::select! {
        served = async { axum::serve(listener, router).await } => served.unwrap(),
        _ = stop => {}
    }
}
