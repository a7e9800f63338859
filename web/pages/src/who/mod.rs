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
use axum::Router;
use axum::routing::{get, post};

use crate::desk;
use crate::session::Visitor;
use crate::site::Site;

pub use furnish::furnish;

/// Paths of everybody.
pub(crate) fn routes() -> Router<Site> {
    Router::new()
        .route("/join", get(join::form).post(join::apply))
        .route("/join/mine", get(join::mine))
        .route("/organisations", get(office::list))
        .route("/organisations/new", get(office::letter))
        .route("/organisations/{id}", get(office::page).post(office::decide))
        .route("/organisations/{id}/scans/{purpose}", get(office::scan))
        .route("/rosters/{employer}", get(roster::page).post(roster::read))
        .route("/rosters/{employer}/template.csv", get(roster::template))
        .route("/rosters/{employer}/lists/{list}", post(roster::settle))
        .route("/rosters/{employer}/people/{person}", post(person::one))
        .route("/rosters/{employer}/invite", post(person::invite_all))
        .route("/rosters/{employer}/poster", get(sheet::poster))
        .route("/rosters/{employer}/letters", get(sheet::letters))
        .route("/rosters/{employer}/group", post(sheet::new_group))
        .route("/staff/{employer}", get(staff::page).post(staff::settle))
        .route("/signup", get(staff::sign_up).post(staff::signed_up))
        .route("/w/{code}", get(coming::form).post(coming::send))
        .route("/w/{code}/in", post(coming::enter))
        .route("/i/{token}", get(coming::shown).post(coming::taken))
        .route("/recover", get(recover::form).post(recover::send))
        .route("/r/{token}", get(recover::shown).post(recover::set))
        .route("/mine", get(own::mine))
        .route("/account", get(own::page).post(own::set_phone))
        .route("/account/sessions", post(own::end))
        .route("/surveys/{employer}", get(survey::list).post(survey::open))
        .route("/surveys/{employer}/{survey}", get(survey::page).post(survey::close))
        .route("/surveys/{employer}/{survey}/poster", get(survey::poster))
        .route("/surveys/{employer}/{survey}/offer/{case}", get(survey::offer))
        .route("/s/{code}", get(survey::answering).post(survey::answer))
}

/// Paths of a demonstration.
pub(crate) fn demo_routes() -> Router<Site> {
    Router::new().route("/demo/outbox", get(outbox::page))
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
