//! Packages at the table: several clauses offered as one, with what stands now beside what would stand, and the price.

use messages::Said;
use negotiation::state::{Package, PackageStatus};
use negotiation::terms::{Clause, Terms, Value};
use negotiation::{Negotiation, Side};
use serde::Serialize;
use utoipa::ToSchema;

use super::price;
use crate::site::Site;

/// A package that waits for an answer.
#[derive(Serialize, ToSchema)]
#[schema(as = BoardPackage)]
pub(crate) struct Pack {
    pub(crate) items: Vec<Item>,
    pub(crate) name: String,
    pub(crate) number: u32,
    /// What it would cost, where it says something of a rise.
    pub(crate) price: Option<String>,
    /// `worker` or `employer`.
    #[schema(value_type = String)]
    pub(crate) side: &'static str,
    /// It is the other side's: whoever looks may take it as a whole while a session is open.
    pub(crate) takeable: bool,
    /// Who may take it.
    #[schema(value_type = String)]
    pub(crate) taker: &'static str,
}

/// One clause of a package.
#[derive(Serialize, ToSchema)]
#[schema(as = BoardPackageItem)]
pub(crate) struct Item {
    /// Figures before and after, one a line.
    pub(crate) figures: Vec<String>,
    pub(crate) heading: String,
    pub(crate) new: String,
    pub(crate) old: String,
}

/// The packages on the table, for somebody of a side.
pub(super) fn packages(site: &Site, n: &Negotiation, base: &Terms, side: Side) -> Vec<Pack> {
    let open = n.table.packages.iter().filter(|package| package.status == PackageStatus::Open);
    open.map(|package| pack(site, n, base, side, package)).collect()
}

fn pack(site: &Site, n: &Negotiation, base: &Terms, side: Side, package: &Package) -> Pack {
    let values: Vec<Value> = package.items.iter().flat_map(|item| item.values.iter().cloned()).collect();
    let said = Said::new("pages-package-name").message("side", format!("neg-side-{}", package.side.name()));
    let item = |item: &negotiation::command::PackageItem| {
        let before = base.clause(&item.clause);
        Item {
            figures: item.values.iter().filter_map(|value| figure(before, value)).collect(),
            heading: before.map_or_else(|| item.clause.clone(), |clause| clause.heading.clone()),
            new: super::board::fill(&item.text, &item.values),
            old: before.map(Clause::rendered).unwrap_or_default(),
        }
    };
    Pack {
        items: package.items.iter().map(item).collect(),
        name: site.say(&said.arg("number", package.number).arg("session", package.session)),
        number: package.number,
        price: price::sentence(site, n, base, &values),
        side: package.side.name(),
        takeable: package.side == side.other() && side != Side::None,
        taker: package.side.other().name(),
    }
}

/// A figure that would change: before → after.
fn figure(before: Option<&Clause>, value: &Value) -> Option<String> {
    let had = before?.values.iter().find(|had| had.key == value.key && had.unit == value.unit)?;
    (had.amount != value.amount).then(|| format!("{} → {}", had.text(), value.text()))
}
