//! What all papers share.

use documents::data::{
    Chief, Contact, Employer, Head, Header, Meeting, Parties, ReplyPeriod, Representative, Side as PaperSide,
    SignMethod, Signed, Union,
};
use law::Date;
use law::citation::Citation;
use law::rules::{Direction, Period, Profile, Unit};
use law::time::Moment;
use ledger::Digest;
use messages::Said;
use negotiation::command::SigningMethod;
use negotiation::state::{Duty, SignatureMark};
use negotiation::{Negotiation, Side};

use super::{About, Trigger};
use crate::catalogue;

pub(super) fn header(about: &About<'_>, n: &Negotiation, trigger: &Trigger<'_>, title: String) -> Header {
    Header {
        case: about.case,
        date: trigger.at.date(),
        fictional: about.fictional,
        head: Head { hash: trigger.head.hash, seq: trigger.head.seq },
        jurisdiction: about.region.clone(),
        number: trigger.number.to_owned(),
        profile: n.header.profile,
        title,
        version: trigger.version,
    }
}

/// The head of a paper that bears the day of the act: one done on paper is recorded later.
pub(super) fn dated(about: &About<'_>, n: &Negotiation, trigger: &Trigger<'_>, at: Moment, title: String) -> Header {
    Header { date: at.date(), ..header(about, n, trigger, title) }
}

/// Both sides, with the chiefs as registered; before that, chair and legal representative stand in their place.
pub(super) fn parties(about: &About<'_>, n: &Negotiation) -> Parties {
    let chief = |side: Side, fallback: &str| {
        let listed = n.delegations.get(side).and_then(Option::as_deref).and_then(|list| list.chief());
        let id = listed.map_or(fallback, |chief| chief.person.id.as_str());
        Chief { name: about.people.name(id), post: about.people.post(id) }
    };
    let (employer, union) = (&n.header.employer, &n.header.union);
    Parties {
        employer: Employer {
            address: employer.address.clone(),
            chief: chief(Side::Employer, &employer.legal_rep.id),
            legal_rep: about.people.name(&employer.legal_rep.id),
            name: employer.name.clone(),
            uscc: employer.uscc.clone(),
        },
        union: Union {
            address: union.address.clone(),
            chief: chief(Side::Worker, &union.chair.id),
            code: Some(union.uscc.clone()),
            name: union.name.clone(),
        },
    }
}

/// The name of a side's seal.
pub(super) fn seal(n: &Negotiation, side: Side) -> Option<String> {
    match side {
        Side::Worker => Some(n.header.union.name.clone()),
        Side::Employer => Some(n.header.employer.name.clone()),
        Side::None => None,
    }
}

pub(super) fn side(side: Side) -> PaperSide {
    match side {
        Side::Employer => PaperSide::Employer,
        Side::Worker | Side::None => PaperSide::Worker,
    }
}

/// The representatives of the sides that have registered, the workers' first.
pub(super) fn representatives(about: &About<'_>, n: &Negotiation, sides: &[Side]) -> Vec<Representative> {
    let mut all = Vec::new();
    for of in sides {
        let Some(list) = n.delegations.get(*of).and_then(Option::as_deref) else {
            continue;
        };
        all.extend(list.members.iter().map(|member| Representative {
            chief: member.chief,
            external: member.external,
            name: about.people.name(&member.person.id),
            post: about.people.post(&member.person.id),
            side: side(*of),
        }));
    }
    all
}

/// A chief's name under something that isn't the agreed text: confirmed or filed on the platform.
pub(super) fn confirmed(about: &About<'_>, n: &Negotiation, of: Side, at: Moment, digest: Digest) -> Option<Signed> {
    signed(about, n, of, SignatureMark { at, method: SigningMethod::Electronic, sealed: false }, digest)
}

/// A chief's signature on a text.
pub(super) fn signed(
    about: &About<'_>,
    n: &Negotiation,
    of: Side,
    mark: SignatureMark,
    digest: Digest,
) -> Option<Signed> {
    let chief = n.delegations.get(of)?.as_ref()?.chief_at(mark.at)?;
    Some(Signed {
        at: mark.at,
        digest,
        method: match mark.method {
            SigningMethod::Electronic => SignMethod::Electronic,
            SigningMethod::Handwritten => SignMethod::Paper,
        },
        name: about.people.name(chief),
        seal: if mark.sealed { seal(n, of) } else { None },
    })
}

/// Articles ready to print.
pub(super) fn citations(articles: &[Citation]) -> String {
    articles.iter().map(Citation::display_zh).collect::<Vec<_>>().join("、")
}

/// Articles ready to print, one by one, without those of a place whose rules don't hold here.
pub(super) fn articles(about: &About<'_>, named: &[&str]) -> Vec<String> {
    let profile = about.rules.profile;
    let holds = |article: &&&str| {
        let instrument = article.split(' ').next().unwrap_or_default();
        match profile {
            Profile::Cn => !instrument.starts_with("ZJ-") && instrument != "HZ" && instrument != "NB",
            Profile::Zj => instrument != "HZ" && instrument != "NB",
            Profile::Hz => instrument != "NB",
            Profile::Nb => instrument != "HZ",
        }
    };
    let cited = named.iter().filter(holds).filter_map(|article| Citation::new(article).ok());
    cited.map(|article| article.display_zh()).collect()
}

/// The articles behind a command.
pub(super) fn behind(about: &About<'_>, command: &str) -> Vec<String> {
    negotiation::table::find(command).map(|row| articles(about, row.articles)).unwrap_or_default()
}

/// Amount and unit of a period as people say it.
pub(super) fn in_words(period: &Period) -> String {
    let key = match period.unit {
        Unit::CalendarDay => "paper-period-days",
        Unit::WorkingDay => "paper-period-working-days",
        Unit::Month => "paper-period-months",
        Unit::Year => "paper-period-years",
    };
    catalogue::say(&Said::new(key).arg("amount", period.amount))
}

/// By when something is to be handed over before a meeting; without a rule, before it.
pub(super) fn before_meeting(period: Option<&Period>, duty: Option<&Duty>) -> ReplyPeriod {
    let counted = period.filter(|period| period.direction == Direction::Before);
    ReplyPeriod {
        citation: match counted {
            Some(period) => citations(&period.source.citation),
            None => Citation::new("CC22 33").map(|article| article.display_zh()).unwrap_or_default(),
        },
        due: duty.map(|duty| duty.dates.due),
        period: counted.map_or_else(
            || word("paper-before-meeting"),
            |period| catalogue::say(&Said::new("paper-days-before-meeting").arg("period", in_words(period))),
        ),
    }
}

/// When and where the sides meet next, as far as agreed.
pub(super) fn meeting(about: &About<'_>, n: &Negotiation) -> Option<Meeting> {
    Some(Meeting { on: n.meeting_on?, place: about.heard.place.clone()? })
}

/// Whom to ask: whoever acted.
pub(super) fn contact(about: &About<'_>, trigger: &Trigger<'_>) -> Contact {
    let id = &trigger.speaker.id;
    Contact { name: about.people.name(id), phone: about.people.phone(id) }
}

/// The newest duty of a rule.
pub(super) fn newest<'n>(n: &'n Negotiation, rule: &str) -> Option<&'n Duty> {
    n.duties.iter().rev().find(|duty| duty.rule == rule)
}

/// Lines of a text, without empty ones.
pub(super) fn lines(text: &str) -> Vec<String> {
    text.lines().filter(|line| !line.trim().is_empty()).map(str::to_owned).collect()
}

/// A day as running text writes it.
pub(super) fn day(on: Date) -> String {
    catalogue::say(&Said::new("paper-day").arg("year", on.year()).arg("month", on.month()).arg("day", on.day()))
}

/// Calendar days from one day to another, the first not counted (CIV 201(1)).
pub(super) fn days(from: Date, to: Date) -> u32 {
    u32::try_from(to.duration_since(from).as_hours() / 24).unwrap_or(0)
}

/// A word of the message files.
pub(super) fn word(key: &'static str) -> String {
    catalogue::word(key)
}
