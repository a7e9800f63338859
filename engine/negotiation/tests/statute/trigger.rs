//! Offers within the year (row 2).

use law::rules::Profile::{self, Cn, Hz, Nb, Zj};
use negotiation::command::OfferBasis::{Annual, GuidelineRaised, Hardship, OtherTrigger, PricesRisen, Renewal};
use negotiation::{Event, LawBook};

use crate::acts;
use crate::cast::{Story, data_with_county, given, given_with, legal_rep, union_chair};
use crate::who::says;

/// A case in which Hangzhou's list of representatives stands too.
fn idle(profile: Profile) -> Story {
    let mut story = given(profile);
    if profile == Hz {
        story.does("2026-01-05 08:30", &union_chair(), acts::reps(&acts::workers()));
        story.does("2026-01-05 08:40", &legal_rep(), acts::reps(&acts::employers()));
    }
    story
}

fn why(events: &[Event]) -> Option<&str> {
    events.iter().find_map(|event| match event {
        Event::CheckNoted(noted) if noted.finding.rule == "CHK-OFFER-TRIGGER" => {
            noted.finding.figures.iter().find(|figure| figure.name == "why").map(|figure| figure.value.as_str())
        }
        _ => None,
    })
}

// ZJ-CC 20(1): guideline, prices and other cases give the workers' side a right to ask; HZ 13 adds profit, productivity.
#[test]
fn within_the_year_the_workers_side_may_ask_for_a_rise() {
    for profile in [Zj, Hz, Nb] {
        for (basis, article) in
            [(GuidelineRaised, "ZJ-CC 20(1)"), (PricesRisen, "ZJ-CC 20(1)"), (OtherTrigger, "ZJ-CC 20(1)")]
        {
            let mut story = idle(profile);
            let refusal = story.refuses("2026-01-05 09:00", &legal_rep(), acts::offer_on(basis), "WHO-issue_offer");
            says(&refusal);
            let article = if profile == Hz && basis == OtherTrigger { "HZ 13" } else { article };
            assert_eq!(refusal.citation.iter().map(law::Citation::as_str).collect::<Vec<_>>(), [article]);
            assert_eq!(story.stage(), "idle");
            story.does("2026-01-05 10:00", &union_chair(), acts::offer_on(basis));
            assert_eq!(story.stage(), "offered");
        }
    }
}

// ZJ-CC 20(2): great difficulty lets the employer propose to adjust wages.
#[test]
fn within_the_year_the_employer_may_propose_a_plan_in_hardship() {
    for profile in [Zj, Hz, Nb] {
        let mut story = idle(profile);
        let refusal = story.refuses("2026-01-05 09:00", &union_chair(), acts::offer_on(Hardship), "WHO-issue_offer");
        says(&refusal);
        assert_eq!(refusal.citation[0].as_str(), "ZJ-CC 20(2)");
        let events = story.does("2026-01-05 10:00", &legal_rep(), acts::offer_on(Hardship));
        assert_eq!((story.stage(), why(&events)), ("offered", None));
    }
}

// WN9 24: the national rules know the yearly negotiation; they forbid no other and give no right to one.
#[test]
fn under_the_national_rules_every_reason_is_accepted_and_noted() {
    for basis in [GuidelineRaised, PricesRisen, OtherTrigger, Hardship] {
        for who in [union_chair(), legal_rep()] {
            let mut story = given(Cn);
            let events = story.does("2026-01-05 09:00", &who, acts::offer_on(basis));
            assert_eq!((story.stage(), why(&events)), ("offered", Some("no_text")));
        }
    }
}

// ZJ-CC 19, 30, WN9 24: the yearly negotiation and the renewal belong to either side.
#[test]
fn the_yearly_offer_and_the_renewal_belong_to_either_side() {
    for profile in [Cn, Zj, Hz, Nb] {
        for basis in [Annual, Renewal] {
            for who in [union_chair(), legal_rep()] {
                let mut story = idle(profile);
                let events = story.does("2026-01-05 09:00", &who, acts::offer_on(basis));
                assert_eq!((story.stage(), why(&events)), ("offered", None));
            }
        }
    }
}

/// A book with an invented guideline of two years and prices of the year before.
fn book(base: [i64; 2], cpi: i64) -> LawBook {
    let figures = |kind: &str, rows: &[(i16, &str, i64)]| {
        let row = |(year, name, amount): &(i16, &str, i64)| {
            serde_json::json!({ *name: amount, "doc_no": "示例（虚构）", "region": "330000",
                "verified_on": "2026-01-01", "year": year })
        };
        serde_json::json!({ "kind": kind, "rows": rows.iter().map(row).collect::<Vec<_>>() }).to_string()
    };
    let guideline = figures("guideline", &[(2025, "base", base[0]), (2026, "base", base[1])]);
    let prices = figures("cpi", &[(2025, "change", cpi)]);
    let data = data_with_county(Some(1)).with_file(guideline.as_bytes()).unwrap();
    LawBook::new([Zj], data.with_file(prices.as_bytes()).unwrap()).unwrap()
}

// ZJ-CC 20(1): a guideline or prices that the figures at hand don't show to have risen are worth a look, no more.
#[test]
fn a_reason_that_the_figures_do_not_bear_out_is_noted() {
    for (basis, base, cpi, noted) in [
        (GuidelineRaised, [500, 501], 0, None),
        (GuidelineRaised, [500, 500], 0, Some("figures")),
        (GuidelineRaised, [500, 499], 0, Some("figures")),
        (PricesRisen, [500, 500], 1, None),
        (PricesRisen, [500, 500], 0, Some("figures")),
        (PricesRisen, [500, 500], -10, Some("figures")),
    ] {
        let mut story = given_with(&book(base, cpi), acts::open_case(Zj));
        let events = story.does("2026-01-05 09:00", &union_chair(), acts::offer_on(basis));
        assert_eq!(why(&events), noted, "{basis:?} {base:?} {cpi}");
    }
}
