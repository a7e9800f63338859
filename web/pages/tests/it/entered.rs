//! A vote whose counting protocol is entered from paper beside its online list.

use crate::browser::{option, words};
use crate::hall::Hall;

/// The counting protocol is on paper and is entered from it: the list belongs to the vote all the same.
#[tokio::test]
async fn a_vote_entered_from_paper_takes_its_list_into_the_evidence_once_it_is_confirmed() {
    let hall = Hall::open().await;
    hall.plain(0, "0").await;
    hall.town.days(1);
    hall.town.keep_law().await;
    let lists = async || hall.town.store.case_file(hall.case_id()).await.unwrap().unwrap().ballots;
    let form = format!("{}/acts/enter_paper?pick=record_vote", hall.case);
    let page = hall.cast.clerk.get(&form).await;
    assert!(page.has("name=\"act.present\" value=\"1\""), "{}", words(&page.html));
    let chair = option(&page, "沈秋禾");
    let typed = [
        ("actor.id", chair.as_str()),
        ("actor.capacity", "union_chair"),
        ("on", "2026-03-23"),
        ("scan", "@计票报告"),
        ("act.scrutineers.0.name", "夏清和"),
        ("act.protocol", "@计票报告"),
    ];
    hall.cast.clerk.act(&form, &typed).await;
    assert!(lists().await.is_empty(), "nobody has confirmed it");
    hall.cast.chair.act(&format!("{}/acts/confirm_paper", hall.case), &[]).await;
    let record = hall.last_record().await;
    assert!(record.contains("quorum_missed.v1"), "{record}");
    let list = hall.voter.get(&format!("/ballots/{}/list.json", hall.id)).await.html;
    assert_eq!(lists().await.into_values().collect::<Vec<_>>(), [list.into_bytes()]);
    assert!(hall.voter.get(&format!("/ballots/{}", hall.id)).await.has("到会人数不足"));
}
