//! The protected time of worker representatives: CC22 27–28, ZJ-CC 13–14.

use law::Date;
use law::rules::Profile;

use super::{Negotiation, Stage};
use crate::actor::Side;

/// From when to when a worker representative is protected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Protection {
    /// Articles.
    pub articles: &'static [&'static str],
    /// First day.
    pub from: Date,
    /// Id of the person.
    pub person: String,
    /// Last day, where it is known: the end of the agreement's term, or the day before the place was left.
    pub to: Option<Date>,
}

impl Protection {
    /// Whether a day lies in the protected time.
    #[must_use]
    pub fn covers(&self, on: Date) -> bool {
        self.from <= on && self.to.is_none_or(|to| on <= to)
    }
}

/// The articles that protect worker representatives.
#[must_use]
pub const fn articles(profile: Profile) -> &'static [&'static str] {
    match profile {
        Profile::Cn => &["CC22 27", "CC22 28"],
        Profile::Zj | Profile::Hz | Profile::Nb => &["ZJ-CC 13", "ZJ-CC 14", "CC22 27", "CC22 28"],
    }
}

/// The protected time of everybody who sits or sat for the workers, in the order in which they came.
///
/// It begins with the registration. It ends with the agreement's term, which is the representatives' term too
/// (ZJ-CC 13), or when the representative leaves the place.
#[must_use]
pub fn protections(n: &Negotiation) -> Vec<Protection> {
    let Some(list) = n.delegations.get(Side::Worker).and_then(Option::as_deref) else {
        return Vec::new();
    };
    let end = agreement_end(&n.stage);
    let mut out: Vec<Protection> = Vec::new();
    for seat in &list.seats {
        let left = seat.to.map(|to| to.plus_millis(-1).date());
        let to = left.map_or(end, |left| Some(end.map_or(left, |end| end.min(left))));
        match out.iter_mut().find(|known| known.person == seat.person) {
            Some(known) => known.to = to,
            None => out.push(Protection {
                articles: articles(n.header.profile),
                from: seat.from.date(),
                person: seat.person.clone(),
                to,
            }),
        }
    }
    out
}

/// The last day of the agreement, once that is known.
fn agreement_end(stage: &Stage) -> Option<Date> {
    if let Stage::Effective(effective) = stage {
        return Some(effective.effect.term_to);
    }
    if let Stage::Ended(ended) = stage {
        return Some(ended.on.yesterday().unwrap_or(ended.on).min(ended.effective.effect.term_to));
    }
    None
}
