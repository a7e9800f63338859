//! The cases of a demonstration, from scenarios that are built into the program.

use std::path::Path;
use std::sync::Arc;

use law::time::Moment;
use negotiation::LawBook;
use service::Desk;
use store::{Place, Store, WriterOptions};

use super::DemoError;
use crate::play::enact;
use crate::references;
use crate::scenario::Scenario;

/// A case of the demonstration.
#[derive(Debug)]
pub struct Seed {
    /// Name of its scenario.
    pub key: &'static str,
    /// The scenario.
    pub scenario: Scenario,
    /// Steps after this instant are left to whoever tries the demonstration.
    pub until: Moment,
}

/// A scenario as it is built in.
struct Built {
    key: &'static str,
    /// Its region's code, and another one where that is taken by another scenario.
    region: Option<(&'static str, &'static str)>,
    text: &'static str,
    /// Where it stops, if before the start of the clock.
    until: Option<&'static str>,
}

const fn whole(key: &'static str, text: &'static str) -> Built {
    Built { key, region: None, text, until: None }
}

/// The main case first.
const BUILT: [Built; 16] = [
    whole("negotiating", include_str!("../../demo/negotiating.toml")),
    whole("awaiting", include_str!("../../demo/awaiting.toml")),
    whole("refusal", include_str!("../../../tests/scenarios/refusal.toml")),
    whole("coordination", include_str!("../../../tests/scenarios/coordination.toml")),
    Built {
        key: "suspension",
        region: Some(("339911", "339921")),
        text: include_str!("../../../tests/scenarios/suspension.toml"),
        until: None,
    },
    whole("unequal-delegation", include_str!("../../../tests/scenarios/unequal-delegation.toml")),
    whole("exactly-half", include_str!("../../../tests/scenarios/exactly-half.toml")),
    whole("standard", include_str!("../../../tests/scenarios/standard.toml")),
    whole("quorum-missed", include_str!("../../../tests/scenarios/quorum-missed.toml")),
    Built {
        key: "amendment",
        region: Some(("339911", "339922")),
        text: include_str!("../../../tests/scenarios/amendment.toml"),
        until: None,
    },
    Built {
        key: "objection",
        region: None,
        text: include_str!("../../../tests/scenarios/objection.toml"),
        // The bureau has objected; a new text is still to be made.
        until: Some("2026-03-26T12:00:00+08:00"),
    },
    whole("expiry", include_str!("../../../tests/scenarios/expiry.toml")),
    whole("deemed", include_str!("../../../tests/scenarios/deemed.toml")),
    whole("sector-each", include_str!("../../../tests/scenarios/sector-each.toml")),
    whole("platform-delivery", include_str!("../../../tests/scenarios/platform-delivery.toml")),
    whole("coordination-fails", include_str!("../../../tests/scenarios/coordination-fails.toml")),
];

/// All cases of the demonstration, the main one first.
///
/// # Errors
/// A scenario is damaged.
pub fn scenarios() -> Result<Vec<Seed>, DemoError> {
    let start = super::start();
    BUILT
        .iter()
        .map(|built| {
            let quoted = |code: &str| format!("\"{code}\"");
            let text = match built.region {
                Some((from, to)) => built.text.replace(&quoted(from), &quoted(to)),
                None => built.text.to_owned(),
            };
            let scenario = Scenario::read(&text)
                .map_err(|error| DemoError::Scenario { key: built.key, error: Box::new(error) })?;
            let until = built.until.and_then(|until| until.parse().ok()).unwrap_or(start);
            Ok(Seed { key: built.key, scenario, until })
        })
        .collect()
}

/// Fills a database with the cases and with everybody's accounts; it is closed when this returns.
pub(super) async fn fill(path: &Path, seeds: &[Seed], book: &Arc<LawBook>, now: Moment) -> Result<(), DemoError> {
    let store = Store::open(&Place::File(path.to_owned())).await?;
    let (writer, task) = store.writer(Arc::<LawBook>::clone(book), WriterOptions::default()).await?;
    for chore in references::chores(book, "demo-load", "demo-confirm") {
        writer.chore(chore).await?;
    }
    for seed in seeds {
        let enacted = enact(&seed.scenario, book, &writer, (seed.until, now)).await;
        enacted.map_err(|error| DemoError::Play { key: seed.key, error: Box::new(error) })?;
    }
    let desk = Desk::new(store.clone(), writer, Arc::new(move || now));
    let persons = super::people::of(seeds);
    super::accounts::make(&desk, &persons).await?;
    for seed in seeds {
        let cases = super::people::cases_of(seed);
        let own: Vec<_> = persons.iter().filter(|person| person.cases == cases).cloned().collect();
        super::accounts::accept_inbox(&desk, &seed.scenario.header.acceptance, &own).await?;
    }
    drop(desk);
    task.stopped().await;
    store.close().await;
    Ok(())
}
