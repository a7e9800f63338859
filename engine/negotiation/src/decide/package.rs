//! Packages: several clauses offered as one, all or nothing (WN9 13, CC22 34).

use super::ctx::{Ctx, Decided, refuse};
use super::session::{current, speaks_for};
use crate::command::{AcceptPackage, PackageItem, TablePackage};
use crate::event::{Event, PackageAccepted, PackageTabled};
use crate::state::PackageStatus;

pub(super) fn table(ctx: &Ctx<'_>, package: &TablePackage) -> Decided {
    let session = current(ctx)?;
    speaks_for(ctx, session, package.side)?;
    let empty =
        |item: &PackageItem| item.clause.trim().is_empty() || (item.text.trim().is_empty() && item.values.is_empty());
    if package.items.is_empty() || package.items.iter().any(empty) {
        return Err(refuse("FACT-EMPTY", "fact-empty", &["WN9 13"]));
    }
    let twice = package
        .items
        .iter()
        .enumerate()
        .find(|(at, item)| package.items.iter().take(*at).any(|earlier| earlier.clause == item.clause));
    if let Some((_, item)) = twice {
        return Err(refuse("FACT-PACKAGE", "fact-package-twice", &["WN9 13"]).with("clause", &item.clause));
    }
    Ok(vec![Event::PackageTabled(PackageTabled {
        at: ctx.when,
        items: package.items.clone(),
        number: u32::try_from(ctx.n.table.packages.len()).unwrap_or(u32::MAX).saturating_add(1),
        session: session.number,
        side: package.side,
    })])
}

/// The other side's package, while it is on the table, as a whole.
pub(super) fn accept(ctx: &Ctx<'_>, accept: &AcceptPackage) -> Decided {
    let session = current(ctx)?;
    speaks_for(ctx, session, accept.side)?;
    let package = ctx.n.table.package(accept.package);
    let package = package.filter(|found| found.status == PackageStatus::Open && found.side == accept.side.other());
    let Some(package) = package else {
        return Err(refuse("FACT-PACKAGE", "fact-package", &["WN9 13"]).with("package", accept.package));
    };
    Ok(vec![Event::PackageAccepted(PackageAccepted {
        at: ctx.when,
        package: package.number,
        session: session.number,
        side: accept.side,
    })])
}
