//! Size and make-up of a congress beside what the statute asks for. What it asks is `negotiation`'s to say; here the figures
//! are read, and what was found is put into words.

use ballot::Figures;
use law::citation::display_all_zh;
use messages::Said;
use negotiation::Negotiation;
use negotiation::checks::roll::{Delegates, Staff, check};
use negotiation::checks::{Finding, Outcome};
use negotiation::command::{CongressForm, Scope};
use negotiation::state::Stage;

use super::office::one;
use crate::room::Room;
use crate::site::Site;
use crate::trouble::Trouble;

/// The groups that may be counted, by the names of their fields.
pub(super) const GROUPS: [&str; 4] = ["managers", "women", "dispatched", "disabled"];

/// A check of a roll, in words.
pub(super) struct Check {
    pub(super) articles: String,
    pub(super) class: &'static str,
    pub(super) found: String,
    pub(super) outcome: String,
    /// What to do; nothing where it is in order.
    pub(super) remedy: String,
    pub(super) required: String,
}

/// The figures that somebody typed; none of them is more than all.
pub(super) fn read(fields: &[(String, String)], total: usize) -> Result<Figures, Said> {
    let figure = |name: &'static str| match one(fields, name) {
        "" => Ok(None),
        typed => match typed.parse::<u32>() {
            Ok(count) if usize::try_from(count).is_ok_and(|count| count <= total) => Ok(Some(count)),
            Ok(_) | Err(_) => {
                let group = format!("pages-vote-figure-{name}");
                Err(Said::new("pages-vote-figure-fault").message("group", group).arg("most", total))
            }
        },
    };
    Ok(Figures {
        disabled: figure("disabled")?,
        dispatched: figure("dispatched")?,
        managers: figure("managers")?,
        women: figure("women")?,
    })
}

/// The same as fields.
pub(super) fn typed(roll: &ballot::Roll) -> Vec<(String, String)> {
    let Figures { disabled, dispatched, managers, women } = roll.figures;
    let figures = [("disabled", disabled), ("dispatched", dispatched), ("managers", managers), ("women", women)];
    let known = figures.into_iter().filter_map(|(name, count)| Some((name.to_owned(), count?.to_string())));
    let body = if roll.all_staff { "all_staff" } else { "congress" };
    known.chain([("body".to_owned(), body.to_owned())]).collect()
}

/// The meeting to which the draft was submitted; none before that.
fn submitted(n: &Negotiation) -> Option<CongressForm> {
    if let Stage::Congress(congress) = &n.stage { Some(congress.submission.form) } else { None }
}

/// The field of the meeting that was submitted to, where it is an all-staff meeting.
pub(super) fn usual(room: &Room) -> Result<Vec<(String, String)>, Trouble> {
    let all_staff = submitted(room.negotiation()?) == Some(CongressForm::AllStaff);
    let body = if all_staff { "all_staff" } else { "congress" };
    Ok(vec![("body".to_owned(), body.to_owned())])
}

/// What the statute asks of a roll, beside what was found, under the rules of the case.
pub(super) fn checks(site: &Site, room: &Room, roll: &ballot::Roll, total: usize) -> Result<Vec<Check>, Trouble> {
    let n = room.negotiation()?;
    let form = match (n.header.scope, submitted(n)) {
        (Scope::Sector | Scope::Region, None | Some(CongressForm::SectorCongress)) => CongressForm::SectorCongress,
        (_, Some(CongressForm::SectorCongress)) => CongressForm::SectorCongress,
        _ if roll.all_staff => CongressForm::AllStaff,
        _ => CongressForm::Congress,
    };
    let employer = &n.header.employer;
    let staff = Staff {
        disabled: Some(employer.disabled),
        dispatched: Some(employer.dispatched),
        women: Some(employer.female),
        workers: employer.headcount,
    };
    let Figures { disabled, dispatched, managers, women } = roll.figures;
    let total = u32::try_from(total).unwrap_or(u32::MAX);
    let delegates = Delegates { disabled, dispatched, managers, total, women };
    let findings = check(n.header.profile, form, &staff, &delegates);
    Ok(findings.iter().map(|finding| row(site, finding)).collect())
}

fn row(site: &Site, finding: &Finding) -> Check {
    Check {
        articles: display_all_zh(&finding.citation),
        class: match finding.outcome {
            Outcome::Pass => "pass",
            Outcome::Amber => "amber",
            Outcome::Breach | Outcome::Fail => "breach",
            Outcome::NoData => "unchecked",
        },
        found: site.say(&finding.found()),
        outcome: site.text(finding.outcome.key()),
        remedy: if finding.outcome == Outcome::Pass { String::new() } else { site.say(&finding.remedy()) },
        required: site.say(&finding.required()),
    }
}
