//! A scenario handed in up to an instant, as its persons would, into a store that goes on living.

use law::time::Moment;
use negotiation::LawBook;
use store::Writer;
use uuid::Uuid;

use super::{PlayError, Player};
use crate::scenario::Scenario;

/// A case that was enacted.
#[derive(Clone, Debug)]
pub struct Enacted {
    /// Id of the case.
    pub case: Uuid,
    /// The employer: registered name and unified social credit code.
    pub employer: (String, String),
    /// Key of the case in the scenario.
    pub key: String,
    /// Region code.
    pub region: String,
    /// The stage at the end.
    pub stage: &'static str,
}

/// Hands the steps of a scenario in up to an instant, with the clock running until `now`; papers are left to others.
///
/// # Errors
/// A step ended in another way than the scenario says, or the store failed.
pub async fn enact(
    scenario: &Scenario,
    book: &LawBook,
    writer: &Writer,
    (until, now): (Moment, Moment),
) -> Result<Vec<Enacted>, PlayError> {
    let mut player = Player::new(scenario, book, writer, None);
    for (at, step) in scenario.steps.iter().enumerate().take_while(|(_, step)| step.at <= until) {
        player.step(at + 1, step).await?;
    }
    player.run_out(now).await?;
    let enacted = player.cases.iter().filter_map(|playing| {
        let n = playing.course.negotiation()?;
        let employer = (n.header.employer.name.clone(), n.header.employer.uscc.clone());
        let (key, region) = (playing.key.clone(), n.header.region.clone());
        Some(Enacted { case: playing.case?, employer, key, region, stage: n.stage_name() })
    });
    Ok(enacted.collect())
}
