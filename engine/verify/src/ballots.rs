//! Published lists of secret ballots: counted again, and compared with the records of the votes that name them.

use std::collections::BTreeMap;

use ballot::{Bundle, Question};
use messages::Said;
use negotiation::Event;
use negotiation::command::{OnlineBallot, RecordVote};

use crate::hash::BALLOT;
use crate::layout::Kind;
use crate::named::{canonical_under, or_pass};
use crate::{Check, Hash, Place, RawRecord};

const ID: &str = "ballots";

/// A vote of which a part was held online.
struct Vote<'a> {
    case: &'a str,
    list: Hash,
    recorded: RecordVote,
    seq: u64,
}

/// Every list is unaltered, counts again, and agrees with the one vote that names it. A vote whose list isn't in the bundle
/// can't be checked, and that is said.
pub(crate) fn check(contents: &BTreeMap<String, Vec<u8>>, records: &[RawRecord<'_>]) -> Vec<Check> {
    let votes: Vec<Vote<'_>> = records.iter().flat_map(votes).collect();
    let (mut checks, mut lists, mut ballots) = (Vec::new(), 0_u64, 0_usize);
    for (name, content) in contents {
        let Some(Kind::Ballot(hash)) = Kind::of(name) else {
            continue;
        };
        lists += 1;
        let fail = |said| Check::fail(ID, Place::member(name), said);
        if let Some(said) = canonical_under(BALLOT, hash, content) {
            checks.push(fail(said));
            continue;
        }
        let bundle = match ballot::read(content) {
            Ok(bundle) => bundle,
            Err(said) => {
                checks.push(fail(said));
                continue;
            }
        };
        ballots += bundle.ballots.len();
        let broken = ballot::check(&bundle, None).lines.into_iter().filter(|line| !line.holds);
        checks.extend(broken.map(|line| fail(line.said)));
        let naming: Vec<&Vote<'_>> = votes.iter().filter(|vote| vote.list == hash).collect();
        match naming.as_slice() {
            [] => checks.push(fail(Said::new("verify-named-unmentioned"))),
            [vote] => checks.extend(against(vote, &bundle)),
            [_, again, ..] => {
                let said = Said::new("verify-ballots-twice");
                checks.push(Check::fail(ID, Place::record(again.seq), said));
            }
        }
    }
    let missing =
        votes.iter().filter(|vote| !contents.keys().any(|name| Kind::of(name) == Some(Kind::Ballot(vote.list))));
    let missing: Vec<Check> = missing
        .map(|vote| {
            let said = Said::new("verify-ballots-missing").arg("list", vote.list);
            Check::not_checked(ID, Place::record(vote.seq), said)
        })
        .collect();
    if lists > 0 {
        checks = or_pass(ID, checks, Said::new("verify-ballots-pass").arg("lists", lists).arg("ballots", ballots));
    }
    checks.extend(missing);
    checks
}

/// The votes that count by a record: by its events, so that one which was entered from paper is among them once it is
/// confirmed. Events that can't be read are found where the law is applied again.
fn votes<'a>(record: &RawRecord<'a>) -> Vec<Vote<'a>> {
    if !record.events.contains("\"online\":") {
        return Vec::new();
    }
    let events: Vec<Event> = serde_json::from_slice(record.events.as_bytes()).unwrap_or_default();
    let vote = |event: &Event| {
        let recorded = event.vote()?.clone();
        let list = Hash::parse(&recorded.online.as_ref()?.list.to_string())?;
        Some(Vote { case: record.case, list, recorded, seq: record.seq })
    };
    events.iter().filter_map(vote).collect()
}

/// What the record says against what the list says: figure by figure.
fn against(vote: &Vote<'_>, bundle: &Bundle) -> Vec<Check> {
    let (recorded, place) = (&vote.recorded, || Place::record(vote.seq));
    let Bundle { definition, issued, tally, .. } = bundle;
    let mut checks = Vec::new();
    let about = match &definition.question {
        Question::Draft { terms } => *terms == recorded.terms,
        Question::Election { .. } => false,
    };
    if !about || definition.case.to_string() != vote.case {
        checks.push(Check::fail(ID, place(), Said::new("verify-ballots-about")));
    }
    let Some(online) = &recorded.online else { return checks };
    let given = issued.blind.saturating_add(issued.plain);
    let paper = paper(recorded, online);
    // Whoever isn't on the list's roll votes on paper, and whoever is may take paper instead.
    let most = issued.paper.saturating_add(recorded.total.saturating_sub(definition.voters));
    // (what, as recorded, as counted, whether that agrees): the vote's own figures contain the hall's too. All who may
    // vote are at least those of the roll: fewer would make both thresholds smaller than they are.
    let figures = [
        ("total", recorded.total, definition.voters, recorded.total >= definition.voters),
        ("issued", online.issued, given, online.issued == given),
        ("plain", online.plain, issued.plain, online.plain == issued.plain),
        ("returned", online.returned, tally.returned, online.returned == tally.returned),
        ("paper", paper, most, paper <= most),
        ("yes", recorded.yes, tally.votes(0), recorded.yes >= tally.votes(0)),
        ("no", recorded.no, tally.votes(1), recorded.no >= tally.votes(1)),
        ("abstain", recorded.abstain, tally.votes(2), recorded.abstain >= tally.votes(2)),
    ];
    let told = online.count.as_ref().map(|told| {
        [
            ("voters", told.voters, definition.voters),
            ("slips", told.paper, issued.paper),
            ("listed-yes", told.yes, tally.votes(0)),
            ("listed-no", told.no, tally.votes(1)),
            ("listed-abstain", told.abstain, tally.votes(2)),
        ]
    });
    let told =
        told.into_iter().flatten().map(|(name, recorded, counted)| (name, recorded, counted, recorded == counted));
    for (name, recorded, counted, agrees) in figures.into_iter().chain(told) {
        if !agrees {
            let said = Said::new("verify-ballots-figure").arg("recorded", recorded).arg("counted", counted);
            checks.push(Check::fail(ID, place(), said.arg("name", name)));
        }
    }
    checks
}

/// Paper ballots by the record: those given out in the hall, or more where more came back or were counted.
fn paper(recorded: &RecordVote, online: &OnlineBallot) -> u32 {
    let counted = recorded.yes.saturating_add(recorded.no).saturating_add(recorded.abstain);
    let given = recorded.issued.saturating_sub(online.issued);
    let back = recorded.returned.max(counted).saturating_sub(online.returned);
    given.max(back)
}
