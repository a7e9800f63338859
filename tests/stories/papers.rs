//! Which event calls for which papers, told once as a table and held against what the scenarios really print.

use std::collections::{BTreeMap, BTreeSet};

use documents::Kind;
use negotiation::{Event, Negotiation};
use serde_json::Value;
use xinxieshang::paper::calls::{FORMS, kinds_for, may_call_for};

use crate::scenarios::{Made, first_plays};

/// Every event that may call for papers; all others call for none.
const CALLS: [(&str, &[Kind]); 38] = [
    ("agreement_reached.v1", &[Kind::DraftAgreement]),
    ("agreement_rescinded.v1", &[Kind::ChangeApplication]),
    ("agreement_signed.v1", &[Kind::WageAgreement, Kind::ChangeApplication, Kind::PlatformMemo]),
    ("coordination_accepted.v1", &[Kind::CoordinationNotice]),
    ("coordination_agreed.v1", &[Kind::CoordinationAgreement]),
    ("coordination_applied.v1", &[Kind::CoordinationApplication]),
    ("coordination_extended.v1", &[Kind::CoordinationNotice]),
    ("coordination_failed.v1", &[Kind::CoordinationAgreement]),
    ("copied_to_higher_union.v1", &[Kind::UnionCopy]),
    ("coverage_fixed.v1", &[Kind::CoverageList]),
    ("disclosed.v1", &[Kind::DataList, Kind::SessionNotice]),
    ("draft_adopted.v1", &[Kind::BallotPapers, Kind::CongressResolution]),
    ("draft_rejected.v1", &[Kind::BallotPapers, Kind::CongressResolution]),
    ("employer_voted.v1", &[Kind::BallotPapers]),
    ("duty_opened.v1", &[Kind::ExpiryNotice]),
    ("filed.v1", &[Kind::FilingForm]),
    ("filing_registered.v1", &[Kind::FilingReceipt]),
    ("inspection_recorded.v1", &[Kind::PerformanceReport]),
    ("minutes_confirmed.v1", &[Kind::Minutes]),
    ("no_objection_issued.v1", &[Kind::ReviewOpinion]),
    ("objected.v1", &[Kind::ReviewOpinion]),
    ("offer_answered.v1", &[Kind::Response]),
    ("offer_issued.v1", &[Kind::OfferLetter, Kind::ChangeApplication]),
    ("offer_refused.v1", &[Kind::Response]),
    ("opinion_answered.v1", &[Kind::OpinionLetter]),
    ("opinion_sent.v1", &[Kind::OpinionLetter]),
    ("performance_reported.v1", &[Kind::PerformanceReport]),
    ("proposal_sent.v1", &[Kind::ProposalLetter]),
    ("published.v1", &[Kind::PublicationNotice]),
    ("quorum_missed.v1", &[Kind::BallotPapers, Kind::CongressResolution]),
    ("rectification_sent.v1", &[Kind::OpinionLetter]),
    ("reminder_sent.v1", &[Kind::ReminderLetter]),
    ("rep_replaced.v1", &[Kind::RepChangeNotice]),
    ("rep_vacated.v1", &[Kind::RepChangeNotice]),
    ("reps_registered.v1", &[Kind::RepRoster]),
    ("session_scheduled.v1", &[Kind::SessionNotice]),
    ("submitted_to_congress.v1", &[Kind::CongressSubmission, Kind::BallotPapers]),
    ("talks_suspended.v1", &[Kind::SuspensionAgreement]),
];

/// A record of a chain: its place, its events by name and as they are.
struct Record {
    events: Vec<(String, Event)>,
    seq: u64,
}

fn records(made: &Made) -> Vec<Record> {
    let lines = made.bundle().records();
    let read = |line: &Vec<u8>| {
        let value: Value = serde_json::from_slice(line).unwrap();
        let events = value["data"]["events"].as_array().unwrap();
        let events = events
            .iter()
            .map(|event| (event["name"].as_str().unwrap().to_owned(), serde_json::from_value(event.clone()).unwrap()));
        Record { events: events.collect(), seq: value["seq"].as_u64().unwrap() }
    };
    lines.iter().map(read).collect()
}

/// A printed paper: which, in which version, and the record that it follows.
fn printed(made: &Made) -> Vec<(Kind, u64, u64)> {
    let bundle = made.bundle();
    let papers = bundle.0.iter().filter(|(name, _)| name.starts_with("documents/") && name.ends_with(".json"));
    let read = |(name, data): (&String, &Vec<u8>)| {
        let code = name.trim_start_matches("documents/").split('-').next().unwrap();
        let header = serde_json::from_slice::<Value>(data).unwrap()["header"].take();
        (code.parse().unwrap(), header["version"].as_u64().unwrap(), header["head"]["seq"].as_u64().unwrap())
    };
    papers.map(read).collect()
}

#[test]
fn every_event_calls_for_the_papers_of_the_table_and_the_scenarios_show_it() {
    let table: BTreeMap<&str, &[Kind]> = CALLS.into_iter().collect();
    for name in table.keys() {
        assert!(Event::NAMES.contains(name), "{name} is no event");
    }
    let mut seen = BTreeSet::new();
    for record in first_plays().iter().flat_map(records) {
        for (name, event) in &record.events {
            assert_eq!(may_call_for(event), table.get(name.as_str()).copied().unwrap_or_default(), "{name}");
            seen.insert(name.clone());
        }
    }
    let unseen: Vec<_> = table.keys().filter(|name| !seen.contains(**name)).collect();
    assert!(unseen.is_empty(), "events that call for papers and happen in no scenario: {unseen:?}");
}

#[test]
fn every_kind_is_called_for_by_an_event_or_is_a_form_and_all_but_forms_are_printed() {
    let called: BTreeSet<Kind> = CALLS.iter().flat_map(|(_, kinds)| kinds.iter().copied()).collect();
    let printed: BTreeSet<Kind> = first_plays().iter().flat_map(printed).map(|(kind, ..)| kind).collect();
    for kind in Kind::ALL {
        assert_ne!(called.contains(&kind), FORMS.contains(&kind), "{kind}");
        assert_eq!(printed.contains(&kind), called.contains(&kind), "{kind} is called for, but no scenario prints it");
    }
}

#[test]
fn every_paper_follows_the_record_that_calls_for_it_and_none_is_left_out() {
    for made in first_plays() {
        let mut left = printed(made);
        let mut case: Option<Negotiation> = None;
        for record in records(made) {
            for (_, event) in &record.events {
                case = Some(match case.take() {
                    None => negotiation::open(event).unwrap(),
                    Some(mut n) => {
                        negotiation::apply(&mut n, event).unwrap();
                        n
                    }
                });
            }
            let n = case.as_ref().unwrap();
            let again = record.events.iter().any(|(name, _)| name == "corrected.v1" || name == "slip_mended.v1");
            left.retain(|(_, version, seq)| !(again && *seq == record.seq && *version > 1));
            for kind in record.events.iter().flat_map(|(_, event)| kinds_for(event, n)) {
                // The reminder waits for the day on which the window opens, and follows whatever is newest then.
                if kind == Kind::ExpiryNotice {
                    continue;
                }
                let at = left.iter().position(|paper| *paper == (kind, 1, record.seq));
                let at = at.unwrap_or_else(|| panic!("{}: no {kind} after record {}", made.scenario, record.seq));
                left.remove(at);
            }
        }
        left.retain(|(kind, ..)| *kind != Kind::ExpiryNotice);
        assert!(left.is_empty(), "{}: papers that nothing calls for: {left:?}", made.scenario);
    }
}

// ZJ-CC 30(3): once for each window that opens, on its day.
#[test]
fn both_sides_are_reminded_on_the_day_on_which_a_renewal_may_be_proposed() {
    let expiry = first_plays().iter().find(|made| made.scenario == "expiry").unwrap();
    let bundle = expiry.bundle();
    let notice: Value = serde_json::from_slice(&bundle.0["documents/D22-1.json"]).unwrap();
    assert_eq!((&notice["header"]["date"], &notice["opens_on"]), (&"2026-02-28".into(), &"2026-02-28".into()));
    assert!(!bundle.0.contains_key("documents/D22-2.json"));
}

/// The papers of a scenario by number.
fn papers(scenario: &str) -> BTreeMap<String, Value> {
    let made = first_plays().iter().find(|made| made.scenario == scenario).unwrap();
    let bundle = made.bundle();
    let data = bundle.0.iter().filter_map(|(name, data)| {
        let number = name.strip_prefix("documents/")?.strip_suffix(".json")?;
        Some((number.to_owned(), serde_json::from_slice(data).unwrap()))
    });
    data.collect()
}

// CC22 32: a refusal is an answer in writing, with its reason; the answer that follows an order comes after it.
#[test]
fn a_refusal_is_answered_in_writing() {
    let papers = papers("refusal");
    let (refusal, answer) = (&papers["D02-1"], &papers["D02-2"]);
    assert_eq!((&refusal["answer"], refusal.get("meeting")), (&"refuse".into(), None));
    assert_eq!(refusal["reasons"][0], "上半年订单减少，暂不协商。");
    assert_eq!((&refusal["header"]["date"], &refusal["offer"]["due"]), (&"2026-03-10".into(), &"2026-03-17".into()));
    assert_eq!((&answer["answer"], &answer["meeting"]["on"]), (&"change".into(), &"2026-05-20".into()));
}

// ZJ-CC 24(2), 29: roll and ballot are there before the meeting, with what was counted after it; a meeting that is held
// again has its own.
#[test]
fn roll_and_ballot_are_there_before_the_meeting() {
    let papers = papers("quorum-missed");
    let counted = |round: usize| {
        let (before, after) = (&papers[&format!("D13-{}", 2 * round - 1)], &papers[&format!("D13-{}", 2 * round)]);
        assert!(before.get("count").is_none() && before["header"]["date"].as_str() <= before["on"].as_str());
        assert_eq!((&before["on"], &before["total"], &before["round"]), (&after["on"], &after["total"], &round.into()));
        assert_eq!((&before["rule"], &before["terms_digest"]), (&after["rule"], &after["terms_digest"]));
        after["count"]["outcome"].clone()
    };
    assert_eq!((1..=4).map(counted).collect::<Vec<_>>(), ["no_quorum", "rejected", "rejected", "adopted"]);
    assert!(!papers.contains_key("D13-9"));
}

// ZJ-TULS 22: the employer answers an opinion in writing, here after the last day for it.
#[test]
fn an_opinion_is_answered_in_writing() {
    let papers = papers("refusal");
    let (opinion, answer) = (&papers["D25-1"], &papers["D25-2"]);
    assert_eq!((&opinion["form"]["kind"], &answer["form"]["kind"]), (&"opinion".into(), &"answer".into()));
    let prior = &answer["form"]["prior"];
    assert_eq!((&prior["number"], &prior["date"]), (&"D25-1".into(), &opinion["header"]["date"]));
    assert_eq!((&prior["served_on"], &prior["due"]), (&"2026-03-16".into(), &"2026-04-07".into()));
    assert_eq!(answer["facts"][0], "已收到责令改正决定，同意协商。");
    assert_eq!((&answer["form"]["will_correct"], &answer["header"]["date"]), (&true.into(), &"2026-04-22".into()));
    assert_eq!((&answer["breaches"], &answer["issuer"]), (&opinion["breaches"], &opinion["issuer"]));
}

// CC22 49–54: what is handed over when the bureau comes to no agreement is what the case has, file by file.
#[test]
fn a_failed_coordination_hands_over_the_papers_of_the_case_with_their_digests() {
    let made = first_plays().iter().find(|made| made.scenario == "coordination-fails").unwrap();
    let bundle = made.bundle();
    let papers = papers("coordination-fails");
    let end = papers.iter().find(|(number, _)| number.starts_with("D29-")).map(|(_, data)| data).unwrap();
    let listed = end["outcome"]["materials"].as_array().unwrap();
    assert_eq!((&listed[0]["name"], listed[0].get("digest")), (&"协调处理申请书".into(), None), "as the bureau says");
    let seq = |data: &Value| data["header"]["head"]["seq"].as_u64().unwrap();
    let before: Vec<_> = papers.iter().filter(|(_, data)| seq(data) < seq(end)).map(|(number, _)| number).collect();
    assert!(before.len() > 5, "{before:?}");
    assert_eq!(listed.len(), before.len() + 3);
    for number in before {
        let one = listed.iter().find(|one| one["name"].as_str().unwrap().ends_with(&format!("（{number}）"))).unwrap();
        let pdf = ledger::Digest::sha256(&bundle.0[&format!("documents/{number}.pdf")]);
        assert_eq!(one["digest"], pdf.to_string(), "{number}");
    }
}

// ZJ-CC 16: a day that is set anew, here for the talks that go on after a suspension, is told in writing too.
#[test]
fn a_session_that_is_set_anew_has_its_own_notice() {
    let papers = papers("suspension");
    let notice =
        papers.iter().find(|(number, data)| number.starts_with("D08-") && data["meeting"]["on"] == "2026-04-22");
    let (_, notice) = notice.expect("a notice of the day that was named when the talks went on");
    assert_eq!(notice["meeting"]["place"], "公司会议室");
    assert!(!notice["agenda"].as_array().unwrap().is_empty() && notice["session"].as_u64() > Some(1));
    // The days before a meeting are counted before the first one.
    assert!(notice["notice"].get("due").is_none(), "{}", notice["notice"]);
}

// A slip in the signed text makes the agreement new; its signatures stay those on the text that was signed. The day of
// one of them was corrected before, and made it new already.
#[test]
fn a_mended_slip_prints_the_agreement_anew() {
    let papers = papers("corrected-after-signing");
    let (first, second, third) = (&papers["D15-1"], &papers["D15-1-v2"], &papers["D15-1-v3"]);
    assert_eq!((&second["header"]["version"], &third["header"]["version"]), (&2.into(), &3.into()));
    assert_eq!(first["terms_digest"], second["terms_digest"]);
    assert_eq!(first["signatures"]["worker"], second["signatures"]["worker"]);
    assert!(second["signatures"]["employer"]["at"].as_str().unwrap().starts_with("2026-03-30"));
    assert_ne!(second["terms_digest"], third["terms_digest"]);
    assert_eq!(second["signatures"], third["signatures"]);
    assert_eq!(third["signatures"]["worker"]["digest"], first["terms_digest"]);
    assert!(!papers.contains_key("D15-1-v4"));
}

// ZJ-CC 31(1): another name of the employer touches nothing that was made before.
#[test]
fn a_change_of_name_makes_no_paper_new() {
    let play = first_plays().iter().find(|made| made.scenario == "corrected-after-signing").unwrap();
    let bundle = play.bundle();
    let papers = bundle.0.iter().filter(|(name, _)| name.starts_with("documents/") && name.ends_with(".json"));
    let says = |data: &[u8], name: &str| String::from_utf8_lossy(data).contains(name);
    let (mut before, mut after) = (Vec::new(), Vec::new());
    for (name, data) in papers {
        if says(data, "北辰县三叶印务有限公司（虚构）") {
            after.push(name.as_str());
        } else if says(data, "北辰县三叶印刷厂（虚构）") {
            before.push(name.as_str());
        }
    }
    assert!(after.is_empty(), "made anew: {after:?}");
    assert!(before.contains(&"documents/D15-1-v2.json") && before.len() > 10, "{before:?}");
}
