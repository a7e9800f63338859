//! What a side says among itself: nobody else reads or writes it.

use accounts::Scope;
use axum::http::StatusCode;
use negotiation::Capacity;

use crate::support::{Cast, Town, USCC};

const LINE: &str = "底线是百分之五，不能再低。";

#[tokio::test]
async fn only_ones_own_side_reads_and_writes() {
    let town = Town::new().await;
    let cast = Cast::of(&town).await;
    let case = cast.case().await;
    let here = || Scope::Employer(USCC.to_owned());
    let rep = town.person("rep", "陆远桥", &[Capacity::WorkerRep], here()).await;
    let fed = town.person("fed", "简舒", &[Capacity::HigherUnion], Scope::Region("3307".to_owned())).await;
    let scope = Scope::Case(case.trim_start_matches("/cases/").parse().unwrap());
    let recorder = town.person("recorder", "纪云", &[Capacity::Recorder], scope).await;
    let (ours, theirs) = (format!("{case}/caucus/worker"), format!("{case}/caucus/employer"));

    assert!(cast.chair.get(&case).await.has(&ours) && !cast.chair.get(&case).await.has(&theirs));
    let empty = cast.chair.get(&ours).await;
    assert!(empty.has("还没有人写") && !empty.has("〔"), "{}", empty.html);
    assert_eq!(cast.chair.post(&ours, &[("text", LINE)]).await.status, StatusCode::SEE_OTHER);
    let read = rep.get(&ours).await;
    assert!(read.has(LINE) && read.has("沈秋禾") && !read.has("确认删去"), "a colleague's: {}", read.html);

    for (who, name) in [(&cast.firm, "firm"), (&cast.officer, "officer"), (&fed, "fed"), (&recorder, "recorder")] {
        assert_eq!(who.get(&ours).await.status, StatusCode::FORBIDDEN, "{name}");
        assert_eq!(who.post(&ours, &[("text", "x")]).await.status, StatusCode::FORBIDDEN, "{name}");
        for page in ["", "/board", "/record", "/key"] {
            assert!(!who.get(&format!("{case}{page}")).await.has(LINE), "{name}");
        }
    }
    for who in [&cast.agent, &cast.officer, &fed, &recorder] {
        assert!(!who.get(&case).await.has("内部讨论"), "no door where nobody may go");
    }
    for path in [&ours, &theirs] {
        assert_eq!(cast.stranger.get(path).await.status, StatusCode::NOT_FOUND, "another company's");
        assert_eq!(cast.stranger.post(path, &[("text", "x")]).await.status, StatusCode::NOT_FOUND);
    }
    assert_eq!(cast.chair.get(&theirs).await.status, StatusCode::FORBIDDEN);
    cast.firm.post(&theirs, &[("text", "先看利润表。")]).await;
    assert!(cast.firm.get(&theirs).await.has("先看利润表。"));
    let read = rep.get(&ours).await;
    assert!(read.has(LINE) && !read.has("先看利润表。") && read.html.matches("class=\"said\"").count() == 1);
}

#[tokio::test]
async fn a_note_is_written_once_kept_as_typed_and_erased_by_its_writer_only() {
    let town = Town::new().await;
    let cast = Cast::of(&town).await;
    let case = cast.case().await;
    let rep = town.person("rep", "陆远桥", &[Capacity::WorkerRep], Scope::Employer(USCC.to_owned())).await;
    let ours = format!("{case}/caucus/worker");
    let again = cast.chair.post(&ours, &[("text", "  ")]).await;
    assert!(again.status == StatusCode::UNPROCESSABLE_ENTITY && again.has("还没有写内容"));
    let long = "长".repeat(2_001);
    let again = cast.chair.post(&ours, &[("text", &long)]).await;
    assert!(again.status == StatusCode::UNPROCESSABLE_ENTITY && again.has(&long), "what was typed is kept");
    assert!(cast.chair.post(&ours, &[("text", "a\u{7}b")]).await.has("控制字符"));

    let page = cast.chair.get(&ours).await;
    let id = page.html.split("name=\"id\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    for _ in 0..2 {
        cast.chair.post(&ours, &[("id", &id), ("text", "<b>一</b>")]).await;
    }
    let page = cast.chair.get(&ours).await;
    assert!(page.html.matches("&#60;b&#62;一").count() == 1 && !page.has("<b>一"), "pressing twice writes once");

    rep.post(&ours, &[("erase", &id)]).await;
    assert!(cast.chair.get(&ours).await.has("&#60;b&#62;一"), "somebody else's stays");
    cast.chair.post(&ours, &[("erase", &id)]).await;
    let page = rep.get(&ours).await;
    assert!(page.has("已经由写的人删去") && !page.has("&#60;b&#62;一"));
}

#[tokio::test]
async fn a_long_talk_is_read_page_by_page() {
    let town = Town::new().await;
    let cast = Cast::of(&town).await;
    let case = cast.case().await;
    let ours = format!("{case}/caucus/worker");
    for n in 0..45 {
        cast.chair.post(&ours, &[("text", &format!("note-{n}."))]).await;
    }
    let mut seen = Vec::new();
    let mut path = ours.clone();
    let older = format!("href=\"{ours}?before=");
    for _ in 0..4 {
        let page = cast.chair.get(&path).await;
        seen.push(page.html.matches("class=\"said\"").count());
        assert_eq!(page.has("回到最新的"), seen.len() > 1);
        let Some(rest) = page.html.split(older.as_str()).nth(1) else { break };
        path = format!("{ours}?before={}", rest.split('"').next().unwrap());
    }
    assert_eq!(seen, [20, 20, 5]);
    assert_eq!(cast.chair.get(&format!("{ours}?before=nonsense")).await.status, StatusCode::OK);
}
