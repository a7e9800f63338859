//! The pages of the program's server: on a real one, and in a demonstration with its people.

use std::sync::Arc;

use accounts::Accounts;
use messages::{Catalogue, Said};
use negotiation::LawBook;
use pages::{House, Role, Site};
use service::{Desk, Operator, Pages};

use crate::catalogue::say;
use crate::demo::{Demo, accounts as demo_accounts, people};

/// The pages of a real server.
#[must_use]
pub fn real(book: Arc<LawBook>, texts: Arc<Catalogue>, house: House) -> Pages {
    let site = move |desk: Desk| Site { accounts: Accounts::new(desk.clone()), book, demo: None, desk, house, texts };
    Box::new(move |desk| pages::router(site(desk)))
}

/// The pages of a demonstration: anybody may become one of its people, and move its clock on.
#[must_use]
pub fn demo(demo: &Demo, texts: Arc<Catalogue>) -> Pages {
    let (book, hands) = (Arc::clone(&demo.book), Arc::clone(&demo.clock));
    let shown = |role: people::Role| Role {
        login: role.login,
        path: role.path,
        title: say(&Said::new(role.title)),
        who: role.who,
    };
    let shown = pages::Demo {
        advance: Arc::new(move |by| hands.advance(by)),
        roles: people::roles(&demo.persons).into_iter().map(shown).collect(),
        tour: demo.tour.iter().cloned().map(shown).collect(),
    };
    let operator = Operator {
        contact: say(&Said::new("pages-privacy-demo-contact")),
        name: say(&Said::new("pages-privacy-demo")),
    };
    let house = House { operator, ..House::default() };
    Box::new(move |desk| {
        pages::router(Site { accounts: demo_accounts::of(desk.clone()), book, demo: Some(shown), desk, house, texts })
    })
}
