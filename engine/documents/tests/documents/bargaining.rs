//! The papers from the choice of representatives to the vote: what contradicts itself is refused, every branch renders.

use std::io::Write as _;
use std::process::{Command, Stdio};

use documents::Kind;
use documents::data::{BallotPapers, Outcome};
use serde_json::{Value, json};

use crate::data::{refused, says};
use crate::{sample, typeset};

const KINDS: [Kind; 10] = [
    Kind::RepRoster,
    Kind::ElectionRecord,
    Kind::MandateLetter,
    Kind::RepChangeNotice,
    Kind::DataList,
    Kind::SessionNotice,
    Kind::SuspensionAgreement,
    Kind::DraftAgreement,
    Kind::CongressSubmission,
    Kind::BallotPapers,
];

/// Pages of a sample after a change.
fn pages(kind: Kind, change: impl FnOnce(&mut Value)) -> usize {
    let mut data = sample(kind);
    change(&mut data);
    typeset(kind, &data).pages
}

/// The words of a PDF, without spaces and ends of lines.
fn words(pdf: &[u8]) -> String {
    let mut command = Command::new("pdftotext");
    let piped = command.args(["-layout", "-", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
    let mut running = piped.unwrap();
    running.stdin.take().unwrap().write_all(pdf).unwrap();
    let run = running.wait_with_output().unwrap();
    assert!(run.status.success(), "{run:?}");
    String::from_utf8(run.stdout).unwrap().split_whitespace().collect()
}

fn drop_keys(data: &mut Value, keys: &[&str]) {
    let map = data.as_object_mut().unwrap();
    for key in keys {
        assert!(map.remove(*key).is_some(), "{key} stands in the sample");
    }
}

// CC22 19, ZJ-CC 10: one chief each side.
#[test]
fn a_roster_has_one_chief_the_one_whom_the_parties_name() {
    let kind = Kind::RepRoster;
    says(&refused(kind, |d| d["members"][1]["chief"] = json!(true)), &["members", "2 名首席代表"]);
    says(&refused(kind, |d| d["members"][0]["chief"] = json!(false)), &["members", "0 名首席代表"]);
    says(&refused(kind, |d| d["members"][0]["name"] = json!("毛晓燕")), &["members", "毛晓燕", "陆文秀"]);
    says(&refused(kind, |d| d["workforce"]["female"] = json!(551)), &["workforce.female", "551", "550"]);
}

// ZJ-CC 10(2), ZJ-DM 15(3): more than half of all delegates; CC22 20 with CIV 1259: half is enough.
#[test]
fn nobody_is_elected_with_fewer_votes_than_the_record_asks_for() {
    let kind = Kind::ElectionRecord;
    let votes = |votes: u32, rule: &'static str| {
        move |d: &mut Value| {
            d["rule"] = json!(rule);
            d["candidates"][3]["votes"] = json!(votes);
        }
    };
    says(&refused(kind, votes(34, "more_than_half")), &["candidates[3].votes", "34", "35"]);
    assert!(pages(kind, votes(35, "more_than_half")) > 0);
    says(&refused(kind, votes(33, "half_or_more")), &["candidates[3].votes", "33", "34"]);
    assert!(pages(kind, votes(34, "half_or_more")) > 0);
    // A record that names no majority states what happened and no more.
    let plain = |d: &mut Value| {
        d["candidates"][3]["votes"] = json!(20);
        drop_keys(d, &["rule"]);
    };
    assert!(pages(kind, plain) > 0);
}

#[test]
fn the_counts_of_an_election_stay_within_their_bounds() {
    let kind = Kind::ElectionRecord;
    says(&refused(kind, |d| d["present"] = json!(69)), &["present", "69", "68"]);
    says(&refused(kind, |d| d["ballots"]["issued"] = json!(69)), &["ballots.issued", "69", "68"]);
    says(&refused(kind, |d| d["ballots"]["returned"] = json!(67)), &["ballots.returned", "67", "66"]);
    says(&refused(kind, |d| d["ballots"]["invalid"] = json!(67)), &["ballots.invalid", "67", "66"]);
    says(&refused(kind, |d| d["candidates"][0]["votes"] = json!(66)), &["candidates[0].votes", "66", "65"]);
    says(&refused(kind, |d| d["seats"] = json!(3)), &["candidates", "4", "3"]);
    says(&refused(kind, |d| d["candidates"] = json!([])), &["candidates"]);
    let chief = json!({"name": "毛建业", "voters": 4, "votes": 5});
    says(&refused(kind, |d| d["chief"] = chief), &["chief.votes", "5", "4"]);
}

#[test]
fn a_period_that_ends_before_it_begins_is_refused() {
    let early = json!("2026-01-02");
    let kind = Kind::MandateLetter;
    says(&refused(kind, |d| d["to"] = early.clone()), &["to", "2026-01-02", "2026-01-26"]);
    says(&refused(kind, |d| d["scope"] = json!([])), &["scope"]);
    let kind = Kind::RepChangeNotice;
    says(&refused(kind, |d| d["changes"][0]["due"] = early.clone()), &["changes[0].due", "2026-06-30"]);
    says(&refused(kind, |d| d["changes"] = json!([])), &["changes"]);
    let kind = Kind::DataList;
    says(&refused(kind, |d| d["items"][1]["due"] = early.clone()), &["items[1].due", "2026-01-19"]);
    says(&refused(kind, |d| d["items"][1]["answer"]["on"] = early.clone()), &["items[1].answer.on", "2026-01-19"]);
    says(&refused(kind, |d| d["items"] = json!([])), &["items"]);
    let kind = Kind::CongressSubmission;
    says(&refused(kind, |d| d["submitted_on"] = early.clone()), &["submitted_on", "2026-03-04"]);
    says(&refused(kind, |d| d["meeting"]["on"] = early.clone()), &["meeting.on", "2026-03-05"]);
    let again = json!({"amendments": ["改"], "rejected_on": "2026-03-05", "round": 2});
    says(&refused(kind, |d| d["again"] = again), &["reached_on", "2026-03-04", "2026-03-05"]);
}

// ZJ-CC 16(2): agenda and list of attending representatives.
#[test]
fn a_notice_of_a_session_names_the_agenda_and_who_attends() {
    says(&refused(Kind::SessionNotice, |d| d["agenda"] = json!([])), &["agenda"]);
    says(&refused(Kind::SessionNotice, |d| d["representatives"] = json!([])), &["representatives"]);
}

// CIV 201(1): the first day isn't counted. ZJ-CC 17, CC22 35: next time, place and content are agreed.
#[test]
fn a_suspension_counts_its_days_and_names_what_comes_next() {
    let kind = Kind::SuspensionAgreement;
    says(&refused(kind, |d| d["days"] = json!(3)), &["days", "3", "4"]);
    says(&refused(kind, |d| d["runs"]["to"] = json!("2026-02-24")), &["runs.to", "2026-02-24", "2026-02-25"]);
    says(&refused(kind, |d| d["next"]["on"] = json!("2026-02-28")), &["next.on", "2026-02-28", "2026-03-01"]);
    says(&refused(kind, |d| d["next_topics"] = json!([])), &["next_topics"]);
    // ZJ-DM 29(3): a suspension beyond the cap is on record as it is, not refused.
    let long = |d: &mut Value| d["days_before"] = json!(58);
    assert!(pages(kind, long) > 0);
}

// CC22 34(4): what is initialled is the text itself.
#[test]
fn a_draft_whose_articles_digest_or_sums_were_changed_is_refused() {
    let kind = Kind::DraftAgreement;
    let article = |d: &mut Value| d["chapters"][0]["articles"][0]["paragraphs"][0] = json!("改");
    says(&refused(kind, article), &["chapters"]);
    says(&refused(kind, |d| d["terms"]["coverage"] = json!("部分职工")), &["terms_digest"]);
    says(&refused(kind, |d| d["amounts"][0]["words"] = json!("壹元整")), &["amounts[0].words", "壹元整"]);
    says(&refused(kind, |d| d["changes"][0] = json!({"clause": "空"})), &["changes[0].new"]);
    says(&refused(kind, |d| d["draft"] = json!(0)), &["draft"]);
    let (draft, signed) = (sample(kind), sample(Kind::WageAgreement));
    assert_eq!(draft["terms_digest"], signed["terms_digest"]);
    assert_eq!(draft["chapters"], signed["chapters"]);
}

// ZJ-CC 24(2), CC22 36: two thirds of all present, a majority of all.
#[test]
fn a_count_that_contradicts_itself_is_refused() {
    let kind = Kind::BallotPapers;
    says(&refused(kind, |d| d["count"]["yes"] = json!(57)), &["count.returned", "65", "64"]);
    says(&refused(kind, |d| d["count"]["issued"] = json!(64)), &["count.returned", "65", "64"]);
    says(&refused(kind, |d| d["count"]["outcome"] = json!("rejected")), &["count.outcome"]);
    says(&refused(kind, |d| d["count"]["present"] = json!(64)), &["count.yes", "65", "64"]);
    says(&refused(kind, |d| d["total"] = json!(67)), &["roll", "68", "67"]);
}

#[test]
fn the_count_is_the_vote_of_the_resolution() {
    let papers = BallotPapers::sample();
    let resolution = documents::data::CongressResolution::sample();
    assert_eq!(papers.vote(), Some(resolution.vote));
    assert_eq!(papers.terms_digest, resolution.terms_digest);
    let half = |rule: &str, outcome: &str| {
        let mut data = sample(Kind::BallotPapers);
        (data["total"], data["rule"]) = (json!(70), json!(rule));
        (data["count"]["yes"], data["count"]["no"]) = (json!(35), json!(27));
        data["count"]["outcome"] = json!(outcome);
        data
    };
    // Exactly half of 70: not enough in Zhejiang, enough under the national rule (CIV 1259).
    for (rule, outcome, expected) in
        [("more_than_half", "rejected", Outcome::Rejected), ("half_or_more", "adopted", Outcome::Adopted)]
    {
        let data = half(rule, outcome);
        let papers: BallotPapers = serde_json::from_value(data.clone()).unwrap();
        assert_eq!(papers.vote().unwrap().computed(), expected);
        assert!(typeset(Kind::BallotPapers, &data).pages >= 3);
    }
}

// A vote of which a part was held online: the part is one of the whole, and the list is named by its fingerprint.
#[test]
fn an_online_part_is_a_part_of_the_whole_and_names_its_list() {
    let kind = Kind::BallotPapers;
    let list = "ab".repeat(32);
    let online = |issued: u32, plain: u32, returned: u32| json!({ "issued": issued, "list": list, "plain": plain, "returned": returned });
    for (wrong, place) in [
        (online(66, 0, 60), "online.issued"),
        (online(60, 0, 61), "online.returned"),
        (online(60, 61, 60), "online.plain"),
        // 65 came back in all: 6 of them on paper, of 5 that were handed out.
        (online(60, 0, 59), "count.returned"),
    ] {
        says(&refused(kind, |d| d["online"] = wrong.clone()), &[place]);
        says(&refused(Kind::CongressResolution, |d| d["online"] = wrong.clone()), &[place]);
    }
    let with = |kind: Kind, online: Value| {
        let mut data = sample(kind);
        data["online"] = online;
        let typeset = typeset(kind, &data);
        (typeset.pages, words(&typeset.pdf))
    };
    let (mixed, said) = with(kind, online(60, 2, 60));
    assert!(mixed <= pages(kind, |_| ()) + 1, "{mixed}");
    for part in
        ["网上发出票60张、收回票60张", "2张由服务器代为制作", "会场发出纸质票5张、收回5张", "请在所选意见下方", &list]
    {
        assert!(said.contains(part), "{part} in {said}");
    }
    let (whole, said) = with(kind, online(65, 0, 65));
    assert!(whole <= 2, "{whole}");
    assert!(said.contains(&list) && !said.contains("请在所选意见下方"), "no paper ballot is printed: {said}");
    let (_, said) = with(Kind::CongressResolution, online(60, 0, 60));
    assert!(said.contains("网上发出票60张") && said.contains(&list), "{said}");
}

/// Who took a ballot online doesn't sign for one of paper; the choices are called as on the voter's page; who entered the
/// figures and who confirmed them sign beside the scrutineers.
#[test]
fn a_sign_in_sheet_says_who_took_a_ballot_online_and_the_protocol_who_entered_it() {
    let mut data = sample(Kind::BallotPapers);
    let before = words(&typeset(Kind::BallotPapers, &data).pdf);
    assert!(!before.contains("网上领票") && !before.contains("录入人"), "{before}");
    assert!(before.contains("不同意") && !before.contains("反对"), "{before}");
    data["roll"][0]["online"] = json!(true);
    for (name, role) in [("夏清和", "entered"), ("宁致远", "confirmed")] {
        data["scrutineers"].as_array_mut().unwrap().push(json!({ "name": name, "role": role }));
    }
    let said = words(&typeset(Kind::BallotPapers, &data).pdf);
    assert_eq!(said.matches("网上领票").count(), 1, "{said}");
    for part in ["录入人夏清和", "复核人宁致远"] {
        assert!(said.contains(part), "{part} in {said}");
    }
}

/// Whoever presided elsewhere than here, and those who counted, have a line to sign on.
#[test]
fn a_resolution_that_nobody_signed_online_has_lines_to_sign_on() {
    let mut data = sample(Kind::CongressResolution);
    drop_keys(&mut data, &["signature"]);
    let typeset = typeset(Kind::CongressResolution, &data);
    let said = words(&typeset.pdf);
    assert!(said.contains("监票、计票人员（签字）") && said.contains("苗素芬"), "{said}");
    assert!(said.contains("会议主持人") && !said.contains("电子签名"), "{said}");
    assert!(said.contains("不同意") && !said.contains("反对"), "{said}");
    assert_eq!(typeset.pages, pages(Kind::CongressResolution, |_| ()));
}

#[test]
fn short_papers_take_one_page_signed_and_unsigned() {
    for kind in [Kind::MandateLetter, Kind::RepChangeNotice] {
        assert_eq!(pages(kind, |_| ()), 1, "{kind}");
        assert_eq!(pages(kind, |d| drop_keys(d, &["signature"])), 1, "{kind}");
    }
    assert_eq!(pages(Kind::SuspensionAgreement, |_| ()), 1);
    assert_eq!(pages(Kind::SuspensionAgreement, |d| drop_keys(d, &["signatures"])), 1);
}

#[test]
fn what_is_not_known_is_left_blank() {
    let unknown: [(Kind, &[&str]); 9] = [
        (Kind::RepRoster, &["meeting", "signature", "term", "workforce"]),
        (Kind::ElectionRecord, &["nomination", "rule", "signature"]),
        (Kind::MandateLetter, &["agent_signature", "signature", "to"]),
        (Kind::DataList, &["meeting", "request", "signatures"]),
        (Kind::SessionNotice, &["chair", "recorder", "signature", "time"]),
        (Kind::SuspensionAgreement, &["cap", "signatures"]),
        (Kind::DraftAgreement, &["initials", "last", "reached_on"]),
        (Kind::CongressSubmission, &["session", "signatures"]),
        (Kind::BallotPapers, &["count", "signature"]),
    ];
    for (kind, keys) in unknown {
        assert!(pages(kind, |d| drop_keys(d, keys)) > 0, "{kind}");
    }
    let blank = |d: &mut Value| {
        drop_keys(d, &["count", "signature"]);
        (d["roll"], d["scrutineers"]) = (json!([]), json!([]));
    };
    assert_eq!(pages(Kind::BallotPapers, blank), 3, "roll, ballot, count");
    let consents = |d: &mut Value| d["consents"] = json!({});
    assert!(pages(Kind::SuspensionAgreement, consents) > 0);
}

#[test]
fn the_other_forms_of_a_paper_render() {
    // ZJ-CC 10(2): no union, guided by another one; the representatives choose their chief.
    let no_union = |d: &mut Value| {
        (d["guiding_union"], d["body"]) = (json!("云岭市总工会"), json!("all_staff"));
        d["chief"] = json!({"name": "毛建业", "voters": 4, "votes": 4});
        (d["seats"], d["method"]) = (json!(5), json!("show_of_hands"));
        drop_keys(d, &["ballots"]);
    };
    assert!(pages(Kind::ElectionRecord, no_union) > 0);
    let hands = |d: &mut Value| {
        drop_keys(d, &["ballots"]);
        d["candidates"][0]["votes"] = json!(67);
    };
    says(&refused(Kind::ElectionRecord, hands), &["candidates[0].votes", "67", "66"]);
    // CC22 20(2), 21: a proxy of the chief.
    assert!(pages(Kind::MandateLetter, |d| d["purpose"] = json!("chief_delegation")) > 0);
    // CC22 31: the place is still empty.
    let vacant = |d: &mut Value| drop_keys(&mut d["changes"][0], &["new"]);
    assert!(pages(Kind::RepChangeNotice, vacant) > 0);
    // ZJ-CC 24(3): back before the congress.
    let again = |d: &mut Value| {
        d["again"] = json!({"amendments": ["提高夜班津贴"], "rejected_on": "2026-02-28", "round": 2});
    };
    assert!(pages(Kind::CongressSubmission, again) > 0);
    // ZJ-CC 24(2): too few came.
    let few = |d: &mut Value| {
        d["count"] = json!({"abstain": 0, "invalid": 0, "issued": 0, "no": 0, "outcome": "no_quorum",
            "present": 45, "returned": 0, "yes": 0});
    };
    assert!(pages(Kind::BallotPapers, few) > 0);
    let plain = |d: &mut Value| (d["changes"], d["checks"]) = (json!([]), json!([]));
    assert!(pages(Kind::DraftAgreement, plain) < pages(Kind::DraftAgreement, |_| ()));
}

#[test]
fn served_papers_say_so_and_a_name_of_two_hundred_characters_renders() {
    let delivery = json!({"at": "2026-02-02T10:01:00.000+08:00", "channel": "平台送达", "receiver": "章伯安"});
    for kind in [Kind::RepRoster, Kind::RepChangeNotice, Kind::SessionNotice] {
        assert!(pages(kind, |d| d["delivery"] = delivery.clone()) > 0, "{kind}");
    }
    for (kind, name) in KINDS.into_iter().flat_map(|kind| [(kind, "示例".repeat(100)), (kind, "Example".repeat(28))])
    {
        let long = |d: &mut Value| {
            for side in ["employer", "union"] {
                d["parties"][side]["name"] = json!(name);
            }
        };
        assert!(pages(kind, long) < 20, "{kind}");
    }
}
