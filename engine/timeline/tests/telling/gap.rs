//! Asks and offers over the sessions.

use negotiation::Capacity::{Recorder, WorkerRep};
use negotiation::Side::{self, Employer, Worker};
use serde_json::json;
use timeline::{Gap, Timeline};

use crate::cast::{as_, person};
use crate::sample::{bargained, whole};

fn clause<'a>(told: &'a Timeline, id: &str) -> &'a Gap {
    told.gap.iter().find(|gap| gap.clause == id).unwrap()
}

#[test]
fn asks_and_offers_stand_session_by_session_and_the_agreed_point_is_marked() {
    let told = whole().told("2026-04-20 18:00");
    let rise = clause(&told, "rise");
    assert_eq!(rise.heading, "工资增长");
    let series: Vec<(u32, Side, i64)> =
        rise.series.iter().map(|offer| (offer.session, offer.side, offer.values[0].amount)).collect();
    let expected = [
        (1, Worker, 750),
        (1, Employer, 300),
        (2, Worker, 650),
        (2, Employer, 380),
        (3, Worker, 580),
        (3, Worker, 550),
        (4, Worker, 500),
    ];
    assert_eq!(series, expected);
    let agreed = rise.agreed.as_ref().unwrap();
    assert_eq!((agreed.session, agreed.accepted_by), (4, Employer));
    assert_eq!((agreed.values[0].amount, agreed.text.as_str()), (500, "2026年全体职工平均工资增长5%。"));
}

#[test]
fn the_chart_says_in_words_what_it_shows_and_a_table_stands_beside_it() {
    let page = timeline::html(&whole().told("2026-04-20 18:00"));
    assert!(page.contains("职工方从7.5%到5%；企业方从3%到5%；第4次会议以5%达成一致。"));
    for cell in [
        "<td>5.8% → 5.5%</td><td>仍为3.8%</td><td>1.7个百分点</td>",
        "<td>5%</td><td>接受5%</td><td><strong>达成一致</strong></td>",
        "<td>仍为30元</td><td>18元</td><td>12元</td>",
    ] {
        assert!(page.contains(cell), "{cell}");
    }
    assert_eq!(page.matches("<svg ").count(), 3, "a rate and two sums");
}

#[test]
fn figures_of_one_clause_are_called_by_the_words_before_them() {
    let told = whole().told("2026-04-20 18:00");
    let names: Vec<&str> = clause(&told, "meal").figures.iter().map(|figure| figure.name.as_str()).collect();
    assert_eq!(names, ["每个工作日的餐费补贴", "夜班另加"]);
    assert_eq!(clause(&told, "rise").figures[0].name, "平均工资增长");
}

#[test]
fn a_clause_of_words_only_has_a_table_and_no_chart() {
    let told = whole().told("2026-04-20 18:00");
    let mentor = clause(&told, "mentor");
    assert!(mentor.figures.is_empty());
    assert_eq!(mentor.series.len(), 2);
    assert_eq!(mentor.agreed.as_ref().unwrap().accepted_by, Worker);
}

#[test]
fn a_figure_that_never_moved_has_a_row_and_no_chart() {
    let mut story = bargained();
    let open = json!({ "attending": [person("w1"), person("e1")], "chair": "worker", "place": "职工之家",
        "recorder": person("r1") });
    let position = json!({ "clause": "days", "side": "worker", "text": "年休假每年{days}天。",
        "values": [{ "amount": 10, "key": "days", "unit": "count" }] });
    story.must("2026-03-06 09:00", &as_("r1", Recorder), "open_session", &open);
    story.must("2026-03-06 09:10", &as_("w2", WorkerRep), "table_position", &position);
    let accept = json!({ "clause": "days", "side": "employer" });
    story.must("2026-03-06 09:20", &as_("r1", Recorder), "accept_position", &accept);
    let told = story.told("2026-03-06 18:00");
    let page = timeline::html(&told);
    assert_eq!(page.matches("<svg ").count(), 3, "none for the days");
    let row = "年休假每年</th><td class=\"side\">第5次</td><td>10</td><td>接受10</td><td><strong>达成一致</strong>";
    assert!(page.contains(row));
    assert!(page.contains("会议纪要经双方首席代表确认后才有约束力。"), "the fifth session is still open");
}

#[test]
fn before_there_is_a_draft_a_clause_is_called_by_its_id() {
    let told = bargained().told("2026-03-03 18:00");
    assert_eq!(clause(&told, "rise").heading, "rise");
    assert!(told.sessions.iter().all(|session| session.confirmed));
}
