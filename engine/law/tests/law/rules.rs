//! The shipped profiles, their overlays, and files that do not load.

use law::rules::*;

fn rules(profile: Profile) -> Rules {
    Rules::builtin(profile).unwrap()
}

fn short(rule: &Rule<Period>) -> Option<(u16, Unit)> {
    rule.value().map(|period| (period.amount, period.unit))
}

const CN: &str = include_str!("../../data/profiles/cn.toml");
const ZJ: &str = include_str!("../../data/profiles/zj.toml");

#[test]
fn every_profile_loads_and_keeps_its_hash_through_json() {
    let mut hashes = std::collections::BTreeSet::new();
    for profile in Profile::ALL {
        let rules = rules(profile);
        assert_eq!(rules.profile, profile);
        assert_eq!(Rules::from_json(&rules.to_json()).unwrap(), rules);
        hashes.insert(rules.hash());
    }
    assert_eq!(hashes.len(), 4);
}

// WN9 21, CC22 42, ZJ-CC 34
#[test]
fn zhejiang_removes_the_two_national_filings_and_has_one_of_its_own() {
    let (cn, zj) = (rules(Profile::Cn), rules(Profile::Zj));
    assert_eq!(cn.file_wage.value().unwrap().copies, 3);
    assert_eq!(cn.file_wage.value().unwrap().period.amount, 7);
    assert_eq!(cn.file_other.value().unwrap().period.amount, 10);
    assert!(cn.file.value().is_none());
    assert_eq!(zj.file.value().unwrap().copies, 5);
    assert_eq!(zj.file_wage.get().unwrap_err().key, "law-none-file-covers");
    assert_eq!(zj.file_other.get().unwrap_err().key, "law-none-file-covers");
}

// CC22 32, WN9 17; ZJ-CC 7
#[test]
fn an_overlay_replaces_a_rule_whole_and_keeps_what_it_does_not_name() {
    let (cn, zj) = (rules(Profile::Cn), rules(Profile::Zj));
    assert_eq!(short(&cn.reply), Some((20, Unit::CalendarDay)));
    assert_eq!(short(&zj.reply), Some((10, Unit::WorkingDay)));
    assert_eq!(zj.reply.value().unwrap().amber.as_ref().unwrap().amount, 20);
    assert_eq!(zj.vacancy_fill, cn.vacancy_fill);
    assert_eq!(rules(Profile::Hz).reply, zj.reply);
}

// CC22 19; ZJ-CC 10; HZ 16; NB 8, 9
#[test]
fn representatives_merge_field_by_field() {
    let of = |profile| rules(profile).reps;
    let (cn, zj, hz, nb) = (of(Profile::Cn), of(Profile::Zj), of(Profile::Hz), of(Profile::Nb));
    let numbers = |reps: &Reps| (reps.min, reps.min_above_scale, reps.max);
    assert_eq!(numbers(&cn), (3, None, None));
    assert_eq!(numbers(&zj), (3, Some(5), None));
    assert_eq!(numbers(&hz), (3, Some(5), Some(9)));
    assert_eq!(numbers(&nb), (3, Some(5), Some(10)));
    assert_eq!((cn.parity, cn.employer_not_more_than_worker), (Parity::Equal, false));
    assert_eq!((nb.parity, nb.employer_not_more_than_worker), (Parity::Warn, true));
    assert_eq!(hz.with_union, Election::ElectedByCongress);
    assert_eq!(cn.with_union, Election::AppointedByUnion);
    let without = |half, of| Election::Approved { half, of };
    assert_eq!(zj.without_union, without(Half::Strict, VoterBase::AllDelegatesOrAllWorkers));
    assert_eq!(nb.without_union, without(Half::Strict, VoterBase::AllWorkers));
    assert_eq!(cn.without_union, without(Half::Inclusive, VoterBase::AllWorkers));
}

// CC22 23(2), ZJ-CC 10(4): at most a third of a side
#[test]
fn a_third_of_a_side_rounds_down() {
    let share = rules(Profile::Zj).reps.ext_max;
    for (side, outsiders) in [(3, 1), (5, 1), (6, 2), (9, 3)] {
        assert_eq!(share.floor_of(side), outsiders);
    }
}

// CC22 35; ZJ-CC 17, ZJ-DM 29; HZ 27; NB 19
#[test]
fn suspensions_merge_field_by_field() {
    let of = |profile| rules(profile).suspend;
    let (cn, zj, hz, nb) = (of(Profile::Cn), of(Profile::Zj), of(Profile::Hz), of(Profile::Nb));
    assert!(cn.cap.value().is_none());
    assert_eq!((cn.consent.who, cn.cumulative), (SuspendConsent::Both, false));
    assert_eq!(short(&zj.cap), Some((60, Unit::CalendarDay)));
    assert_eq!(short(&hz.cap), Some((30, Unit::CalendarDay)));
    assert_eq!(short(&nb.cap), Some((60, Unit::CalendarDay)));
    assert_eq!(hz.consent.who, SuspendConsent::WorkerRequiredEmployerRecorded);
    assert!(hz.cumulative && hz.state_length && !zj.state_length);
}

// NB 10, 16, 17; HZ 24, 25, 29
#[test]
fn the_cities_add_their_own() {
    let (hz, nb, zj) = (rules(Profile::Hz), rules(Profile::Nb), rules(Profile::Zj));
    assert_eq!(short(&hz.total), Some((60, Unit::CalendarDay)));
    assert_eq!(short(&nb.total), Some((30, Unit::WorkingDay)));
    assert_eq!(hz.total.value().unwrap().pause, Pause::Suspension);
    assert_eq!(short(&nb.announce_reps), Some((5, Unit::WorkingDay)));
    assert!(nb.first_chair.value().unwrap().offering_side);
    assert!(nb.data_always() && !zj.data_always() && !hz.data_always());
    assert!(nb.disclose.plan.value().is_some() && zj.disclose.plan.value().is_none());
    assert_eq!(hz.disclose.data.value().unwrap().period.unit, Unit::WorkingDay);
    assert_eq!(hz.disclose.agenda.value().unwrap().period.unit, Unit::CalendarDay);
    assert!(hz.offer_form.must_name_reps && hz.offer_form.reply_form_required && !nb.offer_form.must_name_reps);
}

// LCL 55; ZJ-CC 5(3): 高于 is strict
#[test]
fn pay_must_exceed_the_minimum_wage_in_zhejiang_and_reach_it_elsewhere() {
    assert!(rules(Profile::Cn).min_wage.compare.holds(249_000, 249_000));
    assert!(!rules(Profile::Zj).min_wage.compare.holds(249_000, 249_000));
    assert!(rules(Profile::Zj).min_wage.compare.holds(249_001, 249_000));
}

#[test]
fn every_rule_says_in_chinese_why_it_is_missing() {
    let catalogue = messages::Catalogue::new(&[law::MESSAGES]).unwrap();
    for profile in Profile::ALL {
        let rules = rules(profile);
        for rule in law::deadline::DeadlineRule::ALL {
            if let Err(missing) = rule.period(&rules) {
                let text = catalogue.say(&missing.reason);
                assert!(!text.starts_with('〔'), "{profile} {rule}: {text}");
            }
        }
    }
}

// Silence has effect, a right ends, or an act is possible for a time: review = lapse; suspension = term; renewal and the national disclosure = window; all others = breach
#[test]
fn each_deadline_is_of_its_kind() {
    use law::deadline::DeadlineRule;
    for profile in Profile::ALL {
        let rules = rules(profile);
        for rule in DeadlineRule::ALL {
            let Ok(period) = rule.period(&rules) else { continue };
            let expected = match rule.key() {
                "review" => Kind::Lapse,
                "suspend" => Kind::Term,
                "renew_open" => Kind::Window,
                "disclose" if profile == Profile::Cn => Kind::Window,
                _ => Kind::Breach,
            };
            assert_eq!(period.kind, expected, "{profile} {rule}");
        }
    }
}

#[test]
fn a_missing_unknown_or_wrong_rule_does_not_load() {
    let error = |text: &str| Rules::from_toml(&[("cn.toml", text)]).unwrap_err().error;
    let missing = error(&CN.replace("[total]\nnone = \"law-none-total\"\n", ""));
    assert_eq!(missing.said().key, "law-input-missing-field");
    let unknown = error(&format!("{CN}\n[lunch]\nnone = \"law-none-total\"\n"));
    assert_eq!(unknown.place, "lunch");
    let wrong = error(&CN.replacen("amount = 20", "amount = \"twenty\"", 1));
    assert_eq!((wrong.place.as_str(), wrong.said().key.as_ref()), ("reply.amount", "law-input-value"));
    let zero = error(&CN.replacen("amount = 20", "amount = 0", 1));
    assert_eq!((zero.place.as_str(), zero.said().key.as_ref()), ("reply", "law-rules-amount"));
    let unit = error(&CN.replacen("unit = \"calendar_day\"", "unit = \"fortnight\"", 1));
    assert_eq!(unit.said().key, "law-input-unknown-word");
    let cited = error(&CN.replacen("\"CC22 32\"", "\"CC23 32\"", 1));
    assert_eq!(cited.place, "reply.source.citation[0]");
    assert_eq!(error("profile = ").said().key, "law-input-syntax");
}

#[test]
fn a_profile_may_be_laid_over_the_shipped_ones() {
    let over = "[reply]\nnone = \"law-none-total\"\n[reps]\nmax = 7\n";
    let rules = Rules::from_toml(&[("cn.toml", CN), ("zj.toml", ZJ), ("own.toml", over)]).unwrap();
    assert!(rules.reply.value().is_none());
    assert_eq!((rules.reps.max, rules.reps.min), (Some(7), 3));
}

#[test]
fn sources_know_when_they_are_in_force() {
    let source = &rules(Profile::Hz).total.value().unwrap().source.clone();
    assert!(!source.is_in_force(jiff::civil::date(2014, 4, 30)));
    assert!(source.is_in_force(jiff::civil::date(2014, 5, 1)));
}
