//! What people read, and the JSON that programs read.

use super::*;

fn told(given: &Given, rule: DeadlineRule, anchor: Date) -> Vec<String> {
    let catalogue = messages::Catalogue::new(&[law::MESSAGES]).unwrap();
    let deadline = compute(&given.rules, &given.calendar, rule, anchor).unwrap();
    deadline.steps.iter().map(|step| catalogue.say(&step.said)).collect()
}

// ZJ-CC 7, across the Spring Festival of 2026
#[test]
fn a_count_of_working_days_names_every_run_of_days_off_and_every_make_up_day() {
    assert_eq!(
        told(&given(Profile::Zj), DeadlineRule::Reply, d(2, 10)),
        [
            "收到要约：2026-02-10（周二）。",
            "当日不计入（《民法典》第二百零一条第一款），从次日2026-02-11（周三）起数10个工作日。",
            "2026-02-14（周六）因春节调休上班，算工作日。",
            "2026-02-15至2026-02-23是春节放假，不计入。",
            "2026-02-28（周六）因春节调休上班，算工作日。",
            "2026-03-01是周末，不是工作日，不计入。",
            "最后一日是2026-03-02（周一），当天24:00届满。",
        ]
    );
}

// LCL 54, CIV 203(1)
#[test]
fn a_review_says_where_its_last_day_moves_and_when_silence_takes_effect() {
    assert_eq!(
        told(&given(Profile::Zj), DeadlineRule::Review, d(2, 4)),
        [
            "人社部门收到报送材料：2026-02-04（周三）。",
            "当日不计入（《民法典》第二百零一条第一款），从次日2026-02-05（周四）起数15日。",
            "数到2026-02-19（周四），这天是春节放假，顺延到节假日结束后的第一个工作日2026-02-24（参照《民法典》第二百零三条第一款）。",
            "最后一日是2026-02-24（周二），当天24:00届满。",
            "到期没有收到异议的，从2026-02-25起生效。",
        ]
    );
}

// ZJ-CC 16(2)
#[test]
fn a_period_before_a_meeting_says_why_it_ends_earlier() {
    assert_eq!(
        told(&given(Profile::Zj), DeadlineRule::Disclose(Item::Agenda), d(5, 8)),
        [
            "协商会议：2026-05-08（周五）。",
            "当日不计入，从前一日2026-05-07（周四）起往回数7日。",
            "数到2026-05-01（周五），这天是劳动节放假，提前到之前最近的工作日2026-04-30，对方的时间不因此缩短。",
            "最迟在2026-04-30（周四）24:00以前完成。",
        ]
    );
}

#[test]
fn amber_extension_window_and_provisional_dates_are_said() {
    let zj = given(Profile::Zj);
    let last = |rule, anchor| told(&zj, rule, anchor).pop().unwrap();
    assert_eq!(
        last(DeadlineRule::File, d(3, 2)),
        "另有更早的日期：《工资集体协商试行办法》第二十一条规定7日，为2026-03-09。请争取在这天以前完成。"
    );
    assert_eq!(last(DeadlineRule::Coordinate, d(3, 2)), "期限可以再延长15日，延长后的最后一日是2026-04-16。");
    assert_eq!(
        last(DeadlineRule::Reply, d(12, 21)),
        "2027年的放假安排尚未载入，这里只按周一至周五计算；2027-01-04是暂定日期，放假通知公布并载入后重新计算。"
    );
    let renew = told(&zj, DeadlineRule::RenewOpen, date(2027, 3, 17));
    assert!(renew.contains(&"自2026-12-17（周四）起可以办理。".to_owned()), "{renew:?}");
    assert!(renew.contains(&"最迟到2027-03-17（周三）。".to_owned()), "{renew:?}");
}

#[test]
fn a_suspension_is_said_in_a_count_that_it_stops() {
    let nb = given(Profile::Nb);
    let standstills = [Standstill { from: d(3, 9), until: d(3, 19) }];
    let circumstances = Circumstances { standstills: &standstills, ..Circumstances::default() };
    let deadline = compute_under(&nb.rules, &nb.calendar, DeadlineRule::Total, d(3, 2), &circumstances).unwrap();
    let catalogue = messages::Catalogue::new(&[law::MESSAGES]).unwrap();
    let texts: Vec<_> = deadline.steps.iter().map(|step| catalogue.say(&step.said)).collect();
    assert!(texts.contains(&"2026-03-09至2026-03-18协商中止，不计入。".to_owned()), "{texts:?}");
}

#[test]
fn no_step_of_any_rule_in_any_profile_lacks_its_text() {
    for profile in Profile::ALL {
        let given = given(profile);
        for rule in DeadlineRule::ALL {
            for anchor in [d(2, 10), d(9, 21), d(12, 21)] {
                if rule.period(&given.rules).is_ok() {
                    let texts = told(&given, rule, anchor);
                    assert!(texts.iter().all(|text| !text.contains('〔')), "{profile} {rule}: {texts:?}");
                }
            }
        }
    }
}

#[test]
fn programs_read_the_dates_only_where_they_say_something() {
    let zj = given(Profile::Zj);
    let json = |rule, anchor| {
        let deadline = compute(&zj.rules, &zj.calendar, rule, anchor).unwrap();
        serde_json::to_value(deadline).unwrap()
    };
    let reply = json(DeadlineRule::Reply, d(3, 2));
    assert_eq!(reply["due"], "2026-03-16");
    assert_eq!((&reply["unit"], &reply["kind"]), (&"working_day".into(), &"breach".into()));
    assert_eq!(reply["rule"], "reply");
    assert_eq!(reply["profile"], "ZJ");
    assert_eq!(reply["provisional"], false);
    assert_eq!(reply["citation"][0], "ZJ-CC 7");
    assert_eq!(reply["steps"][0]["date"], "2026-03-02");
    for absent in ["raw_due", "amber_due", "extended_due", "opens", "item"] {
        assert!(reply.get(absent).is_none(), "{absent}");
    }
    let renew = json(DeadlineRule::RenewOpen, date(2027, 3, 17));
    assert_eq!((&renew["opens"], &renew["due"]), (&"2026-12-17".into(), &"2027-03-17".into()));
    let review = json(DeadlineRule::Review, d(2, 4));
    assert_eq!((&review["raw_due"], &review["due"]), (&"2026-02-19".into(), &"2026-02-24".into()));
}

// HZ 27, NB 19, ZJ-DM 29: days that earlier suspensions used up are said where there are any, and only there.
#[test]
fn days_that_were_used_up_are_said() {
    let given = given(Profile::Zj);
    for (used_days, said) in [(0, false), (1, true), (20, true)] {
        let circumstances = Circumstances { used_days, ..Circumstances::default() };
        let told =
            compute_under(&given.rules, &given.calendar, DeadlineRule::Suspend, d(3, 2), &circumstances).unwrap();
        assert_eq!(told.steps.iter().any(|step| step.said.key == "law-step-used"), said, "{used_days}");
    }
}

#[test]
fn a_word_that_is_no_rule_is_answered_with_one_that_is() {
    for wrong in ["\"soon\"", "7"] {
        let error = serde_json::from_str::<DeadlineRule>(wrong).unwrap_err().to_string();
        assert!(error.contains("a deadline rule such as reply"), "{error}");
    }
}
