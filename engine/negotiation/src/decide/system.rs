//! The program's own acts: striking the clock, adopting data sets, recording documents and reports of carriers.

use law::deadline::{self, DeadlineRule, Item};

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
    let rule = rule_of(duty)?;
    if let (DeadlineRule::Publish, Stage::Effective(stage)) = (rule, &ctx.n.stage) {
        return effect::publish_dates(ctx, stage.effect.basis, duty.anchor);
    }
    ctx.dates(rule, duty.anchor)
}

/// The rule under which a duty was opened.
pub(super) fn rule_of(duty: &Duty) -> Option<DeadlineRule> {
    match duty.rule.as_str() {
        "reply" => Some(DeadlineRule::Reply),
        "disclose" => Some(DeadlineRule::Disclose(match duty.id.split('-').nth(1)? {
            "rep_list" => Item::RepList,
            "data" => Item::Data,
            "plan" => Item::Plan,
            _ => Item::Agenda,
        })),
        "to_congress" => Some(DeadlineRule::ToCongress),
        "resubmit" => Some(DeadlineRule::Resubmit),
        "file" => Some(DeadlineRule::File),
        "file_wage" => Some(DeadlineRule::FileWage),
        "review" => Some(DeadlineRule::Review),
        "publish" => Some(DeadlineRule::Publish),
        "announce_reps" => Some(DeadlineRule::AnnounceReps),
        "vacancy_fill" => Some(DeadlineRule::VacancyFill),
        "total" => Some(DeadlineRule::Total),
        "opinion_answer" => Some(DeadlineRule::OpinionAnswer),
        "suspend" => Some(DeadlineRule::Suspend),
        "coordinate" => Some(DeadlineRule::Coordinate),
        "annual_report" => Some(DeadlineRule::AnnualReport),
        "renew_open" => Some(DeadlineRule::RenewOpen),
        "rescind_file" => Some(DeadlineRule::RescindFile),
        _ => None,
    }
}
