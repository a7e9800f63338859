//! What became of a message about an act that somebody must be told of goes into the case's own chain: there it can prove,
//! later and to anybody, when a message arrived or that it came back.

use ledger::Digest;
use negotiation::command::{NoticeOutcome, NoticeWay, RecordNotice, SystemCommand};
use negotiation::{Actor, Command, table};
use store::{Message, SubmitError};
use uuid::Uuid;

use super::address::Way;
use crate::desk::Desk;
use crate::outgoing;

/// Records a report, where service of the act may have to be proved. The same report again is recorded once.
///
/// # Errors
/// See [`SubmitError`]: nothing is recorded, and whoever reports may ask again.
pub(crate) async fn record(desk: &Desk, message: &Message, outcome: NoticeOutcome) -> Result<(), SubmitError> {
    let (person, way) = match Way::of(&message.audience) {
        Way::Mail(person) => (person, NoticeWay::Mail),
        Way::Short(person) => (person, NoticeWay::Sms),
        Way::Everyone | Way::Program(_) => return Ok(()),
    };
    if !table::is_served(&message.kind) {
        return Ok(());
    }
    let name = outgoing::name(message.id);
    let id = act_id(message, &name, outcome);
    let notice = RecordNotice { about: message.id.seq, message: name, outcome, person, way };
    let command = Command::System(SystemCommand::RecordNotice(notice));
    desk.act(id, message.id.case, Actor::system(), command, None).await?;
    Ok(())
}

/// Version 7, its random part drawn from the message and its outcome: a report that comes twice is one act.
fn act_id(message: &Message, name: &str, outcome: NoticeOutcome) -> Uuid {
    let outcome = match outcome {
        NoticeOutcome::Delivered => "delivered",
        NoticeOutcome::Returned => "returned",
    };
    let drawn = Digest::of("xinxieshang/notice/v1\n", format!("{name}\n{outcome}").as_bytes());
    let mut random = [0; 10];
    random.copy_from_slice(&drawn.as_bytes()[..10]);
    let millis = u64::try_from(message.created_at.millis()).unwrap_or(0);
    uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid()
}
