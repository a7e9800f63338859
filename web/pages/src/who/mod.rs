//! Who belongs where and who comes in how: applications of organisations, rosters, ways in for workers, surveys.

mod coming;
mod furnish;
mod join;
mod office;
mod outbox;
mod own;
mod parts;
mod person;
mod recover;
mod roster;
mod sheet;
mod staff;
mod survey;

use accounts::access::Right;
use accounts::appoint::appointable;
use accounts::roster::may_for;

use crate::desk;
use crate::routes::{Map, Who};
use crate::session::Visitor;
use crate::site::Site;

pub use furnish::furnish;
pub(crate) use parts::origin;

/// Paths of these pages, and who may go there.
pub(crate) fn paths(map: Map) -> Map {
    use Right::{AskWorkers, ConfirmEnterprise, KeepRoster};
    use Who::{Anyone, Appointer, Employer, Link, Office, SignedIn};
    map.get("/join", Anyone, join::form)
        .post("/join", Anyone, join::apply)
        .get("/join/mine", SignedIn, join::mine)
        .get("/organisations", Office(ConfirmEnterprise), office::list)
        .get("/organisations/new", Office(ConfirmEnterprise), office::letter)
        .get("/organisations/{id}", Office(ConfirmEnterprise), office::page)
        .post("/organisations/{id}", Office(ConfirmEnterprise), office::decide)
        .get("/organisations/{id}/scans/{purpose}", Office(ConfirmEnterprise), office::scan)
        .get("/rosters/{employer}", Employer(KeepRoster), roster::page)
        .post("/rosters/{employer}", Employer(KeepRoster), roster::read)
        .get("/rosters/{employer}/template.csv", SignedIn, roster::template)
        .post("/rosters/{employer}/lists/{list}", Employer(KeepRoster), roster::settle)
        .post("/rosters/{employer}/people/{person}", Employer(KeepRoster), person::one)
        .post("/rosters/{employer}/invite", Employer(KeepRoster), person::invite_all)
        .get("/rosters/{employer}/poster", Employer(KeepRoster), sheet::poster)
        .get("/rosters/{employer}/letters", Employer(KeepRoster), sheet::letters)
        .post("/rosters/{employer}/group", Employer(KeepRoster), sheet::new_group)
        .get("/staff/{employer}", Appointer, staff::page)
        .post("/staff/{employer}", Appointer, staff::settle)
        .get("/signup", Anyone, staff::sign_up)
        .post("/signup", Anyone, staff::signed_up)
        .get("/w/{code}", Link, coming::form)
        .post("/w/{code}", Link, coming::send)
        .post("/w/{code}/in", Link, coming::enter)
        .get("/i/{token}", Link, coming::shown)
        .post("/i/{token}", Link, coming::taken)
        .get("/recover", Anyone, recover::form)
        .post("/recover", Anyone, recover::send)
        .get("/r/{token}", Link, recover::shown)
        .post("/r/{token}", Link, recover::set)
        .get("/mine", SignedIn, own::mine)
        .get("/account", SignedIn, own::page)
        .post("/account", SignedIn, own::set_phone)
        .post("/account/sessions", SignedIn, own::end)
        .post("/account/notices", SignedIn, own::set_notice)
        .get("/surveys/{employer}", Employer(AskWorkers), survey::list)
        .post("/surveys/{employer}", Employer(AskWorkers), survey::open)
        .get("/surveys/{employer}/{survey}", Employer(AskWorkers), survey::page)
        .post("/surveys/{employer}/{survey}", Employer(AskWorkers), survey::close)
        .get("/surveys/{employer}/{survey}/poster", Employer(AskWorkers), survey::poster)
        .get("/surveys/{employer}/{survey}/offer/{case}", Employer(AskWorkers), survey::offer)
        .get("/s/{code}", Link, survey::answering)
        .post("/s/{code}", Link, survey::answer)
}

/// Paths of a demonstration.
pub(crate) fn demo_paths(map: Map) -> Map {
    map.get("/demo/outbox", Who::Anyone, outbox::page)
}

/// Where a visitor may go from their home: address and name.
pub(crate) fn doors(site: &Site, visitor: &Visitor) -> Vec<(String, String)> {
    let mut doors = Vec::new();
    let mut door = |to: String, key: &str| doors.push((to, site.text(format!("pages-who-door-{key}"))));
    if accounts::coming::is_of_roster(&visitor.signed.account.login) {
        door("/mine".to_owned(), "mine");
    }
    if desk::admits(visitor, Right::ConfirmEnterprise) {
        door("/organisations".to_owned(), "organisations");
    }
    for employer in visitor.employers() {
        if may_for(&visitor.signed, Right::KeepRoster, &employer).is_ok() {
            door(format!("/rosters/{employer}"), "roster");
        }
        if !appointable(&visitor.signed, &employer).is_empty() {
            door(format!("/staff/{employer}"), "staff");
        }
        if may_for(&visitor.signed, Right::AskWorkers, &employer).is_ok() {
            door(format!("/surveys/{employer}"), "survey");
        }
    }
    if visitor.signed.standings.is_empty() {
        door("/join/mine".to_owned(), "join");
    }
    door("/account".to_owned(), "account");
    doors
}
