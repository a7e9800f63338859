//! A last day that passed is told in whole sentences: who, what, until when, and what to do now.

use law::checks::Check;
use law::deadline::{DeadlineRule, Kind};
use law::rules::{Period, Profile};
use negotiation::MESSAGES;
use negotiation::checks::{Finding, late};
use negotiation::state::{Duty, DutyDates, DutyStatus, Owner};

use crate::acts;
use crate::cast::{BOOK, day, given, moment, union_chair, worker_chief};
use crate::who::CATALOGUE;

const OWNERS: [(Owner, &str); 4] =
    [(Owner::Worker, "职工方"), (Owner::Employer, "企业方"), (Owner::Both, "双方"), (Owner::Hrss, "人社部门")];

/// A duty under a rule, counted from 2 March 2026 to the 16th.
fn duty(rule: DeadlineRule, period: &Period, owner: Owner, status: DutyStatus) -> Duty {
    let item = rule.item().map_or(String::new(), |item| format!("{}-", item.word()));
    Duty {
        anchor: day("2026-03-02"),
        citation: period.source.citation.clone(),
        dates: DutyDates { amber: None, due: day("2026-03-16"), provisional: false, raw: None },
        id: format!("{}-{item}1", rule.key()),
        kind: period.kind,
        opened_on: day("2026-03-02"),
        owner,
        rule: rule.key().to_owned(),
        status,
    }
}

/// Found, required and remedy of a finding, whole.
fn texts(finding: &Finding) -> [String; 3] {
    [finding.found(), finding.required(), finding.remedy()].map(|said| {
        let text = CATALOGUE.say(&said);
        assert!(text.ends_with('。') && !text.contains('〔'), "{text}");
        text
    })
}

// Rule of the platform: whoever is in default is told what was found, what is required and what to do now.
#[test]
fn no_deadline_of_any_profile_is_without_its_three_texts() {
    for profile in Profile::ALL {
        for rule in DeadlineRule::ALL {
            let Ok(period) = rule.period(BOOK.current_rules(profile).unwrap().1) else { continue };
            let Some(id) = late::rule_id(rule) else {
                assert_ne!(period.kind, Kind::Breach, "{rule}: nobody is in default under it");
                let stem = Check::of(rule).unwrap().id().to_ascii_lowercase();
                for part in ["found", "required", "remedy"] {
                    assert!(MESSAGES.contains(&format!("\nneg-{stem}-{part} = ")), "{stem}-{part}");
                }
                continue;
            };
            for (owner, name) in OWNERS {
                let owed = duty(rule, period, owner, DutyStatus::Struck);
                assert_eq!(owed.deadline(), Some(rule));
                let finding = late::finding(&owed).unwrap();
                assert_eq!((finding.rule.as_str(), &finding.citation), (id, &period.source.citation), "{profile}");
                let [found, required, remedy] = texts(&finding);
                assert!(found.starts_with(&format!("{name}到2026-03-16 24:00还没有")), "{rule}: {found}");
                assert!(required.contains("2026-03-02") && required.contains("2026-03-16"), "{rule}: {required}");
                assert!(remedy.contains("仍然可以") && remedy.contains("请"), "{rule}: {remedy}");

                let status = DutyStatus::Met { at: moment("2026-03-20 09:00"), late: true };
                let [found, same, remedy] = texts(&late::finding(&duty(rule, period, owner, status)).unwrap());
                assert!(found.starts_with(&format!("{name}到2026-03-20才")), "{rule}: {found}");
                assert_eq!(same, required);
                assert!(remedy.contains("不用再补办"), "{rule}: {remedy}");
            }
        }
    }
}

// Rule of the platform: nothing is said against anybody who is in time, was in time, or owes nothing any more.
#[test]
fn who_is_not_late_is_told_nothing() {
    let in_time = DutyStatus::Met { at: moment("2026-03-16 23:59"), late: false };
    for rule in DeadlineRule::ALL {
        let Ok(period) = rule.period(BOOK.current_rules(Profile::Zj).unwrap().1) else { continue };
        for status in [DutyStatus::Open, in_time, DutyStatus::Voided] {
            assert_eq!(late::finding(&duty(rule, period, Owner::Both, status)), None, "{rule}");
        }
    }
}

// HZ 29: sixty days from the offer; the talks go on.
#[test]
fn talks_that_take_too_long_may_go_on_and_be_coordinated() {
    let mut story = given(Profile::Hz).until("negotiating");
    story.does("2026-03-20 09:00", &worker_chief(), acts::announce());
    let [found, required, remedy] = texts(&late::finding(story.duty("total-1")).unwrap());
    assert_eq!(found, "双方到2026-03-06 24:00还没有完成整个协商。");
    assert!(required.ends_with("期限从2026-01-05起算，最后一日是2026-03-06。"), "{required}");
    assert!(remedy.starts_with("仍然可以继续协商，已经谈定的不失效"), "{remedy}");
    assert!(remedy.contains("任何一方可以办理“申请协调处理”，请人社部门协调。"), "{remedy}");
}

// NB 10: five working days from the election; late is still done.
#[test]
fn representatives_that_are_announced_late_are_announced() {
    let mut story = given(Profile::Nb);
    story.does("2026-01-05 09:00", &union_chair(), acts::reps(&acts::workers()));
    let due = story.due("announce_reps-worker-1");
    story.does("2026-02-02 09:00", &union_chair(), acts::announce());
    let [found, required, remedy] = texts(&late::finding(story.duty("announce_reps-worker-1")).unwrap());
    assert_eq!(found, "职工方到2026-02-02才公布本方的协商代表。");
    assert!(required.ends_with(&format!("最后一日是{due}。")), "{required}");
    assert_eq!(remedy, "这件事已经办了，案件照常进行，不用再补办；逾期记录在案，以后请按期办理。");
}
