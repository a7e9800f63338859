//! Sessions, asks and offers.

use law::Date;
use law::time::Moment;
use negotiation::Side;
use negotiation::terms::Unit;
use serde::Serialize;

/// A session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SessionRow {
    /// Number, from 1.
    pub number: u32,
    /// Day.
    pub on: Date,
    /// Place.
    pub place: String,
    /// Both chiefs have confirmed the minutes, so that its positions bind.
    pub confirmed: bool,
}

/// Asks and offers on one clause.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Gap {
    /// Id of the clause.
    pub clause: String,
    /// Its heading in the draft, or the id where there is none.
    pub heading: String,
    /// Figures that were bargained over, in the order in which they came up.
    pub figures: Vec<Figure>,
    /// Asks and offers, oldest first.
    pub series: Vec<Offer>,
    /// What was agreed at the table.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub agreed: Option<Agreed>,
}

/// A figure of a clause.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Figure {
    /// Name within the clause.
    pub key: String,
    /// Unit.
    pub unit: Unit,
    /// Name for people.
    pub name: String,
}

/// One ask or offer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Offer {
    /// Session, from 1.
    pub session: u32,
    /// When.
    pub at: Moment,
    /// Whose.
    pub side: Side,
    /// Typed values.
    pub values: Vec<Amount>,
    /// The words with all values in place.
    pub text: String,
}

/// The point at which the sides met.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Agreed {
    /// Session, from 1.
    pub session: u32,
    /// When.
    pub at: Moment,
    /// Side that accepted the other's position.
    pub accepted_by: Side,
    /// Typed values.
    pub values: Vec<Amount>,
    /// The words with all values in place.
    pub text: String,
}

/// A typed value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Amount {
    /// Name within the clause.
    pub key: String,
    /// Unit.
    pub unit: Unit,
    /// Amount in the unit.
    pub amount: i64,
    /// As the agreement prints it.
    pub text: String,
}
