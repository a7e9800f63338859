//! The program's own acts: striking the clock, adopting data sets, recording documents and reports of carriers.

use law::deadline::{self, DeadlineRule};

use super::ctx::{Ctx, Decided, duty_dates, refuse};
use super::{effect, strike};
use crate::command::SystemCommand;
use crate::event::{DatasetsAdopted, DocumentRecorded, DutyRecomputed, Event, NoticeReported};
use crate::state::{Duty, DutyStatus, Stage};

pub(super) fn decide(ctx: &Ctx<'_>, command: &SystemCommand) -> Decided {
    match command {
        SystemCommand::StrikeClock(strike) => strike::decide(ctx, &strike.duty),
        SystemCommand::AdoptDataset(_) => adopt(ctx),
        SystemCommand::RecordDocument(document) => {
            Ok(vec![Event::DocumentRecorded(DocumentRecorded { document: document.clone() })])
        }
        SystemCommand::RecordNotice(notice) => {
            Ok(vec![Event::NoticeReported(NoticeReported { notice: notice.clone() })])
        }
    }
}

/// New data sets: dates of open duties are computed anew, openly. What was struck stays struck.
fn adopt(ctx: &Ctx<'_>) -> Decided {
    let Some(datasets) = &ctx.facts.datasets else {
        return Err(refuse("FACT-DATASET", "fact-dataset", &[]));
    };
    let mut events = vec![Event::DatasetsAdopted(DatasetsAdopted { datasets: *datasets })];
    let open = ctx.n.duties.iter().filter(|duty| duty.status == DutyStatus::Open);
    events.extend(open.filter_map(|duty| {
        let dates = duty_dates(&dates_now(ctx, duty)?);
        let (anchor, opened_on) = (duty.anchor, duty.opened_on);
        (dates != duty.dates)
            .then(|| Event::DutyRecomputed(DutyRecomputed { anchor, dates, duty: duty.id.clone(), opened_on }))
    }));
    Ok(events)
}

/// The dates of an open duty under the data sets that apply now.
fn dates_now(ctx: &Ctx<'_>, duty: &Duty) -> Option<deadline::Dates> {
    let rule = duty.deadline()?;
    if let (DeadlineRule::Publish, Stage::Effective(stage)) = (rule, &ctx.n.stage) {
        return effect::publish_dates(ctx, stage.effect.basis, duty.anchor);
    }
    ctx.dates(rule, duty.anchor)
}
