//! In-year triggers of an offer (row 2): ZJ-CC 20, HZ 13. The national rules know the yearly negotiation (WN9 24).

use law::rules::Profile;

use super::ctx::{Ctx, refuse};
use crate::actor::Side;
use crate::checks::{Finding, Outcome};
use crate::command::OfferBasis;
use crate::event::{CheckNoted, Event};
use crate::refusal::Refusal;

/// Whether the side may rest an offer on this; what the texts or the figures at hand don't bear out is noted.
pub(super) fn check(ctx: &Ctx<'_>, side: Side, basis: OfferBasis) -> Result<Option<Event>, Refusal> {
    let (holder, article) = match basis {
        OfferBasis::Annual | OfferBasis::Renewal | OfferBasis::Amendment | OfferBasis::Rescission => return Ok(None),
        OfferBasis::GuidelineRaised | OfferBasis::PricesRisen => (Side::Worker, "ZJ-CC 20(1)"),
        OfferBasis::OtherTrigger => {
            (Side::Worker, if ctx.rules.profile == Profile::Hz { "HZ 13" } else { "ZJ-CC 20(1)" })
        }
        OfferBasis::Hardship => (Side::Employer, "ZJ-CC 20(2)"),
    };
    if ctx.rules.profile == Profile::Cn {
        // Nothing forbids to ask within the year; no text gives a right to it either.
        let finding = Finding::new("CHK-OFFER-TRIGGER", Outcome::Amber, &["WN9 24"])
            .with("basis", basis.name())
            .with("why", "no_text");
        return Ok(Some(Event::CheckNoted(CheckNoted { finding })));
    }
    if side != holder {
        return Err(refuse("WHO-issue_offer", "who-trigger", &[article])
            .with("basis", basis.name())
            .with_message("side", format!("neg-side-{}", side.name())));
    }
    if borne_out(ctx, basis) != Some(false) {
        return Ok(None);
    }
    let finding = Finding::new("CHK-OFFER-TRIGGER", Outcome::Amber, &[article])
        .with("basis", basis.name())
        .with("why", "figures");
    Ok(Some(Event::CheckNoted(CheckNoted { finding })))
}

/// Whether the data sets of the case show the rise that an offer rests on; none where they have no figures for it.
fn borne_out(ctx: &Ctx<'_>, basis: OfferBasis) -> Option<bool> {
    let (region, year) = (ctx.n.header.region.as_str(), ctx.when.date().year());
    match basis {
        OfferBasis::GuidelineRaised => {
            let base = |year| ctx.data.guideline(region, year).value().and_then(|line| line.base);
            Some(base(year)? > base(year - 1)?)
        }
        OfferBasis::PricesRisen => {
            let change = |year| ctx.data.cpi(region, year).value().map(|cpi| cpi.change.0);
            Some(change(year).or_else(|| change(year - 1))? > 0)
        }
        OfferBasis::OtherTrigger
        | OfferBasis::Hardship
        | OfferBasis::Annual
        | OfferBasis::Renewal
        | OfferBasis::Amendment
        | OfferBasis::Rescission => None,
    }
}
