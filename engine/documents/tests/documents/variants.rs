//! Forms of a paper that its sample doesn't show: they render, say what they are, and stay as short as they are.

use documents::Kind;
use serde_json::{Value, json};

use crate::{sample, typeset};

/// Pages of a sample after a change.
fn pages(kind: Kind, change: impl FnOnce(&mut Value)) -> usize {
    let mut data = sample(kind);
    change(&mut data);
    typeset(kind, &data).pages
}

fn without(data: &mut Value, fields: &[&str]) {
    for field in fields {
        assert!(data.as_object_mut().unwrap().remove(*field).is_some(), "{field}");
    }
}

// CC22 42(2): what the bureau fills in by hand is a line.
#[test]
fn short_papers_stand_on_one_page_with_and_without_what_is_filled_in_by_hand() {
    for kind in [Kind::FilingReceipt, Kind::ExpiryNotice, Kind::ReminderLetter, Kind::CoordinationNotice] {
        assert_eq!(pages(kind, |_| {}), 1, "{kind}");
        assert_eq!(pages(kind, |d| without(d, &["signature"])), 1, "{kind}");
        assert_eq!(pages(kind, |d| d["citations"] = json!([])), 1, "{kind}");
    }
    assert_eq!(pages(Kind::FilingReceipt, |d| without(d, &["officer", "registry", "signature"])), 1);
    assert_eq!(pages(Kind::FilingReceipt, |d| d["review_raw"] = json!("2026-04-01")), 1);
}

// WN9 23: under the national rule each side publishes to its own people.
#[test]
fn a_publication_by_each_side_or_both_and_by_lapse_of_time_renders() {
    for publisher in ["employer", "worker", "both"] {
        let publish = |d: &mut Value| {
            d["header"]["profile"] = json!("CN");
            d["publisher"] = json!(publisher);
            d["effect"]["basis"] = json!("deemed");
            without(d, &["congress", "contact", "registry", "signatures"]);
        };
        assert_eq!(pages(Kind::PublicationNotice, publish), 2, "{publisher}");
    }
}

#[test]
fn a_copy_to_the_higher_union_says_what_it_does_not_know() {
    let copy = |d: &mut Value| {
        d["wages"] = json!({});
        without(d, &["congress", "headcount", "registry", "signature"]);
        without(&mut d["parties"]["union"], &["code"]);
    };
    assert!(pages(Kind::UnionCopy, copy) <= 2);
}

// CC22 32: a refusal is a written answer, with or without a reason, and names no meeting.
#[test]
fn a_refusal_of_an_offer_stands_on_one_page_and_only_it_has_no_meeting() {
    let refusal = |d: &mut Value| {
        d["answer"] = json!("refuse");
        for field in ["data_requested", "representatives", "topics"] {
            d[field] = json!([]);
        }
        without(d, &["meeting", "recorder"]);
    };
    assert_eq!(pages(Kind::Response, refusal), 1);
    let reasoned = |d: &mut Value| {
        refusal(d);
        d["reasons"] = json!(["上半年订单减少，暂不协商。", "待生产恢复以后再议。"]);
    };
    assert_eq!(pages(Kind::Response, reasoned), 1);
    for answer in ["accept", "change"] {
        let meetingless = |d: &mut Value| {
            d["answer"] = json!(answer);
            without(d, &["meeting"]);
        };
        crate::data::says(&crate::data::refused(Kind::Response, meetingless), &["meeting"]);
    }
}

// ZJ-CC 31–33, CC22 39–40.
#[test]
fn every_ground_of_change_and_both_forms_render() {
    for ground in ["consent", "law_changed", "force_majeure", "reorganised", "condition", "other"] {
        for profile in ["CN", "ZJ"] {
            let rescission = |d: &mut Value| {
                d["change"] = json!("rescission");
                d["clauses"] = json!([]);
                d["congress"] = sample(Kind::UnionCopy)["congress"].clone();
                d["form"] = json!({"kind": "agreement"});
                d["ground"] = json!(ground);
                d["header"]["profile"] = json!(profile);
                d["new_terms_digest"] = d["agreement"]["terms_digest"].clone();
                d["proofs"] = json!([]);
                without(d, &["effective_on", "signatures"]);
            };
            assert!(pages(Kind::ChangeApplication, rescission) <= 3, "{ground} {profile}");
        }
    }
    let by_employer = |d: &mut Value| d["form"] = json!({"by": "employer", "kind": "application"});
    assert!(pages(Kind::ChangeApplication, by_employer) <= 3);
}

// ZJ-CC 37.
#[test]
fn the_yearly_report_to_the_congress_renders_without_a_sample_of_wage_records() {
    let annual = |d: &mut Value| {
        d["report"] = json!({"kind": "annual", "session": "第三届职工代表大会第四次会议"});
        without(d, &["sample"]);
    };
    assert!(pages(Kind::PerformanceReport, annual) <= 3);
}

// ZJ-CC 41, ZJ-DM 33: the issuer of a 整改意见书 sets the day; ZJ-TULS 22: the day of an answer is known after receipt.
#[test]
fn a_demand_to_put_right_and_an_opinion_that_was_served_render() {
    let demand = |d: &mut Value| {
        d["form"] = json!({"kind": "rectification", "correct_by": "2026-11-20"});
        d["evidence"] = json!([]);
        without(d, &["inquiry", "signature"]);
    };
    assert!(pages(Kind::OpinionLetter, demand) <= 2);
    let served = |d: &mut Value| {
        d["delivery"] = json!({"at": "2026-10-20T11:00:00.000+08:00", "channel": "当面送达", "receiver": "章伯安"});
        d["form"]["answer_due"] = json!("2026-11-10");
    };
    assert!(pages(Kind::OpinionLetter, served) <= 2);
}

// ZJ-TULS 22: the answer is the employer's; it comes after the opinion and asks for nothing.
#[test]
fn an_answer_to_an_opinion_renders_in_time_and_late() {
    let answer = |d: &mut Value| {
        d["form"] = json!({"kind": "answer", "will_correct": true, "prior": sample(Kind::ProposalLetter)["prior"]});
        d["form"]["prior"]["date"] = json!("2026-09-20");
        d["form"]["prior"]["served_on"] = json!("2026-09-22");
        d["form"]["prior"]["due"] = json!("2026-10-21");
        d["header"]["title"] = json!("对工会劳动法律监督意见书的答复");
        for field in ["evidence", "requests"] {
            d[field] = json!([]);
        }
        without(d, &["inquiry", "signature"]);
    };
    assert!(pages(Kind::OpinionLetter, answer) <= 2);
    let late = |d: &mut Value| {
        answer(d);
        d["form"]["will_correct"] = json!(false);
        d["form"]["prior"]["due"] = json!("2026-10-19");
        without(&mut d["form"]["prior"], &["served_on"]);
    };
    assert!(pages(Kind::OpinionLetter, late) <= 2);
    let early = |d: &mut Value| {
        answer(d);
        d["form"]["prior"]["date"] = json!("2026-10-21");
    };
    crate::data::says(&crate::data::refused(Kind::OpinionLetter, early), &["header.date", "2026-10-20", "2026-10-21"]);
    let asks_nothing = |d: &mut Value| d["requests"] = json!([]);
    crate::data::says(&crate::data::refused(Kind::OpinionLetter, asks_nothing), &["requests"]);
}

// ZJ-TULS 23, ZJ-CC 41, ZJ-DM 33: each rule has its own name for the paper.
#[test]
fn a_proposal_renders_under_every_name_and_for_every_trigger() {
    for name in ["supervision", "penalty", "handling"] {
        for trigger in ["refused_receipt", "no_answer", "not_corrected"] {
            let proposal = |d: &mut Value| {
                d["name"] = json!(name);
                d["trigger"] = json!(trigger);
                d["attachments"] = json!([]);
                d["breaches"] = json!([]);
                without(&mut d["prior"], &["due", "served_on"]);
            };
            assert!(pages(Kind::ProposalLetter, proposal) <= 2, "{name} {trigger}");
        }
    }
}

// CC22 49, 52, 54; ZJ-CC 39(2).
#[test]
fn a_coordination_of_both_sides_or_of_the_bureau_extended_or_failed_renders() {
    for applicant in ["employer", "worker", "both"] {
        let apply = |d: &mut Value| {
            d["applicant"] = json!(applicant);
            d["materials"] = json!([]);
            without(d, &["contact", "signatures"]);
        };
        assert!(pages(Kind::CoordinationApplication, apply) <= 3, "{applicant}");
    }
    let extended = |d: &mut Value| {
        d["notice"] = json!({"kind": "extension", "due": "2027-05-01", "reason": "双方需要补充核对工资资料。"});
        without(d, &["application"]);
    };
    assert!(pages(Kind::CoordinationNotice, extended) <= 2);
    let failed = |d: &mut Value| {
        d["outcome"] = json!({"kind": "failed", "materials": [], "reason": "双方的分歧没有缩小。"});
        without(d, &["application", "office_signature", "signatures"]);
        for coordinator in d["coordinators"].as_array_mut().unwrap() {
            without(coordinator, &["signature"]);
        }
    };
    assert!(pages(Kind::CoordinationAgreement, failed) <= 3);
}

// ZJ-CC 25–29: a list of many firms runs over pages.
#[test]
fn a_region_of_sixty_firms_renders() {
    let many = |d: &mut Value| {
        let firm = d["firms"][4].clone();
        d["level"] = json!("regional");
        d["firms"] = json!(vec![firm; 60]);
        d["workers"] = json!(60 * 94);
        without(d, &["congress", "signature"]);
    };
    assert!(pages(Kind::CoverageList, many) > pages(Kind::CoverageList, |_| {}) + 2);
}

// NF24: agreement, minutes or memorandum.
#[test]
fn a_memorandum_with_nothing_but_its_topics_renders() {
    let memo = |d: &mut Value| {
        d["form"] = json!("memo");
        for field in ["algorithms", "insurance", "partners", "penalties", "representatives", "rest", "unit_prices"] {
            d[field] = json!([]);
        }
        without(d, &["appeal", "commission_cap", "runs", "signatures"]);
    };
    assert!(pages(Kind::PlatformMemo, memo) <= 2);
}

// What a case doesn't know is a line to fill in, or isn't said at all.
#[test]
fn papers_of_a_case_that_knows_less_than_the_sample_render_no_longer_than_it() {
    let no_longer = |kind: Kind, change: fn(&mut Value)| {
        let (whole, less) = (pages(kind, |_| {}), pages(kind, change));
        assert!(less <= whole, "{kind}: {less} pages instead of {whole}");
    };
    no_longer(Kind::PublicationNotice, |d| without(&mut d["posted"], &["to"]));
    no_longer(Kind::CoverageList, |d| {
        without(&mut d["mandate"], &["runs"]);
        d["firms"].as_array_mut().unwrap().iter_mut().for_each(|firm| without(firm, &["legal_rep"]));
    });
    no_longer(Kind::DataList, |d| {
        d["items"].as_array_mut().unwrap().iter_mut().for_each(|item| without(item, &["asked_on"]));
    });
    no_longer(Kind::PlatformMemo, |d| {
        d["insurance"].as_array_mut().unwrap().iter_mut().for_each(|one| without(one, &["payer"]));
        without(d, &["runs"]);
        d["term"] = json!("自生效之日起12个月");
    });
    no_longer(Kind::PerformanceReport, |d| d["report"]["inspectors"] = json!([]));
}

// ZJ-CC 37: the report to the congress is what the chiefs say; findings of an inspection name their clauses (ZJ-CC 36).
#[test]
fn a_report_to_the_congress_does_without_clauses_and_findings_do_not() {
    let yearly = |d: &mut Value| {
        d["report"] = json!({"kind": "annual", "session": "第三届职工代表大会第二次会议"});
        d["clauses"] = json!([]);
        without(d, &["sample"]);
    };
    assert_eq!(pages(Kind::PerformanceReport, yearly), 1);
    let said = crate::data::refused(Kind::PerformanceReport, |d| d["clauses"] = json!([]));
    crate::data::says(&said, &["clauses"]);
}
