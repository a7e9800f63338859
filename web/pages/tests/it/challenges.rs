//! Challenges to a published roll: entered by whoever is in the case, answered by the union side, no hindrance to closing.

use axum::http::StatusCode;
use negotiation::Capacity::CongressDelegate;
use store::{Scope, StoredChallenge};
use uuid::Uuid;

use crate::browser::{Browser, Page, words};
use crate::hall::{attribute_of, published_roll};
use crate::support::{Cast, Town, USCC};
use crate::way::before_the_congress;

struct Roll {
    case: String,
    cast: Cast,
    delegate: Browser,
    id: String,
    town: Town,
}

impl Roll {
    async fn published() -> Self {
        let town = Town::new().await;
        let cast = Cast::of(&town).await;
        let delegate = town.person("delegate", "方未", &[CongressDelegate], Scope::Employer(USCC.to_owned())).await;
        let case = before_the_congress(&town, &cast, "6").await;
        let id = published_roll(&cast, &case, &["甲", "乙"]).await;
        Self { case, cast, delegate, id, town }
    }

    fn path(&self, what: &str) -> String {
        format!("{}/roll/{}/{what}", self.case, self.id)
    }

    async fn page(&self, by: &Browser) -> Page {
        by.get(&format!("{}/roll", self.case)).await
    }

    async fn enter(&self, by: &Browser, id: Uuid, kind: &str, text: &str) -> Page {
        by.post(&self.path("challenge"), &[("id", &id.to_string()), ("kind", kind), ("text", text)]).await
    }

    async fn answer(&self, by: &Browser, id: Uuid, accepted: &str, text: &str) -> Page {
        by.post(&self.path("answer"), &[("id", &id.to_string()), ("accepted", accepted), ("answer", text)]).await
    }

    async fn close(&self, by: &Browser, regardless: bool) -> Page {
        let fields = [("compared", "on"), ("regardless", if regardless { "on" } else { "" })];
        by.post(&self.path("close"), &fields).await
    }

    async fn stored(&self) -> Vec<StoredChallenge> {
        let case = self.case.rsplit('/').next().unwrap().parse().unwrap();
        self.town.store.challenges(case, self.id.parse().unwrap(), Uuid::nil(), 500).await.unwrap()
    }
}

#[tokio::test]
async fn a_challenge_is_seen_by_all_and_answered_in_words_by_the_union_side() {
    let roll = Roll::published().await;
    let (first, second) = (Uuid::now_v7(), Uuid::now_v7());
    let empty = roll.page(&roll.delegate).await;
    assert!(empty.has("还没有人提出异议") && empty.has("提交异议"), "{}", words(&empty.html));
    assert_eq!(roll.enter(&roll.cast.stranger, first, "missing", "漏了方未").await.status, StatusCode::NOT_FOUND);
    for (kind, text, said) in [
        ("", "漏了方未", "请选择哪里不对"),
        ("missing", " ", "请写几句话"),
        ("missing", &"长".repeat(501), "最多 500 字"),
        ("missing", "漏了\u{7}方未", "控制字符"),
    ] {
        let page = roll.enter(&roll.delegate, first, kind, text).await;
        assert!(page.status == StatusCode::UNPROCESSABLE_ENTITY && page.has(said), "{}", words(&page.html));
        assert!(text == " " || page.has(text) || page.has("漏了"), "what was typed is kept");
    }
    for _ in 0..2 {
        let entered = roll.enter(&roll.delegate, first, "missing", "漏了三车间的方未").await;
        assert_eq!(entered.status, StatusCode::SEE_OTHER, "{}", words(&entered.html));
    }
    assert_eq!(roll.enter(&roll.cast.firm, second, "wrong", "乙在一车间选区").await.status, StatusCode::SEE_OTHER);
    assert_eq!(roll.stored().await.len(), 2, "twice is once");

    // Everybody reads the words; who wrote them is told to those who answer and to the writer.
    let own = roll.page(&roll.delegate).await;
    assert!(own.has("漏了三车间的方未") && own.has("您提出的") && own.has("撤回</button>"), "{}", words(&own.html));
    let firm = roll.page(&roll.cast.firm).await;
    assert!(firm.has("漏了三车间的方未") && firm.has("案件中的人提出") && !firm.has("发出答复"));
    let office = roll.page(&roll.cast.chair).await;
    assert!(office.has("（方未，2026") && office.has("（唐景行，2026") && office.has("发出答复"));
    assert!(roll.cast.clerk.get(&format!("{}/ballots", roll.case)).await.has("有 2 条异议等答复"));
    assert!(!roll.cast.firm.get(&format!("{}/ballots", roll.case)).await.has("条异议等答复"));

    assert_eq!(roll.answer(&roll.cast.firm, first, "yes", "补上").await.status, StatusCode::FORBIDDEN);
    let without = roll.answer(&roll.cast.clerk, first, "no", "").await;
    assert!(without.status == StatusCode::UNPROCESSABLE_ENTITY && without.has("请写几句话"));
    let neither = roll.answer(&roll.cast.clerk, first, "", "已经核对").await;
    assert!(neither.status == StatusCode::UNPROCESSABLE_ENTITY && neither.has("已经核对"), "kept");
    assert_eq!(roll.answer(&roll.cast.clerk, first, "no", "方未不是代表").await.status, StatusCode::SEE_OTHER);
    let again = roll.answer(&roll.cast.chair, first, "yes", "其实是").await;
    assert!(again.status == StatusCode::CONFLICT && again.has("已经答复"), "{}", words(&again.html));
    let told = roll.page(&roll.cast.firm).await;
    assert!(told.has("闻立于") && told.has("没有接受：方未不是代表"), "{}", words(&told.html));
}

#[tokio::test]
async fn a_roll_is_closed_with_challenges_left_only_by_whoever_says_so_twice() {
    let roll = Roll::published().await;
    let id = Uuid::now_v7();
    roll.enter(&roll.delegate, id, "missing", "漏了方未").await;
    // No article asks for it: what is left is told, and confirmed; it isn't refused for good.
    let warned = roll.page(&roll.cast.chair).await;
    assert!(warned.has("还有 1 条异议没有答复。法律法规没有规定") && warned.has("仍要关闭名册"));
    let page = roll.close(&roll.cast.chair, false).await;
    assert!(page.status == StatusCode::UNPROCESSABLE_ENTITY && page.has("没有办完的异议"), "{}", words(&page.html));
    roll.answer(&roll.cast.clerk, id, "yes", "补上方未").await;
    let page = roll.close(&roll.cast.chair, false).await;
    assert!(page.status == StatusCode::UNPROCESSABLE_ENTITY && page.has("还没有另公布改好的名册"));

    // The roll is published anew: nothing is left.
    let anew = published_roll(&roll.cast, &roll.case, &["甲", "乙", "方未"]).await;
    let roll = Roll { id: anew, ..roll };
    assert!(!roll.page(&roll.cast.chair).await.has("仍要关闭名册"));
    let other = Uuid::now_v7();
    roll.enter(&roll.cast.firm, other, "extra", "甲已离职").await;
    assert_eq!(roll.close(&roll.cast.chair, true).await.status, StatusCode::SEE_OTHER);
    assert_eq!(
        roll.close(&roll.cast.clerk, false).await.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "the second is asked too"
    );
    assert_eq!(roll.close(&roll.cast.clerk, true).await.status, StatusCode::SEE_OTHER);
    let closed = roll.page(&roll.cast.firm).await;
    assert!(closed.has("仍有 1 条异议没有办完") && !closed.has("提交异议"), "{}", words(&closed.html));
    let late = roll.enter(&roll.delegate, Uuid::now_v7(), "missing", "还漏了一人").await;
    assert!(late.status == StatusCode::CONFLICT && late.has("不再接受异议"), "{}", words(&late.html));
    // An answer may still come.
    assert_eq!(roll.answer(&roll.cast.clerk, other, "no", "甲仍是代表").await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_challenge_is_taken_back_by_its_writer_and_there_are_only_so_many() {
    let roll = Roll::published().await;
    let id = Uuid::now_v7();
    roll.enter(&roll.delegate, id, "wrong", "乙写成了己").await;
    let take = async |by: &Browser| by.post(&roll.path("withdraw"), &[("id", &id.to_string())]).await;
    assert_eq!(take(&roll.cast.firm).await.status, StatusCode::SEE_OTHER);
    assert!(roll.page(&roll.cast.firm).await.has("乙写成了己"), "not by somebody else");
    take(&roll.delegate).await;
    let page = roll.page(&roll.delegate).await;
    assert!(page.has("（已撤回）") && !page.has("乙写成了己"), "{}", words(&page.html));
    assert!(roll.stored().await[0].text.is_none() && !roll.stored().await[0].is_open());
    assert_eq!(roll.close(&roll.cast.chair, false).await.status, StatusCode::SEE_OTHER, "nothing is left");

    let roll = Roll { id: published_roll(&roll.cast, &roll.case, &["甲"]).await, ..roll };
    for _ in 0..10 {
        assert_eq!(roll.enter(&roll.delegate, Uuid::now_v7(), "missing", "乙").await.status, StatusCode::SEE_OTHER);
    }
    let full = roll.enter(&roll.delegate, Uuid::now_v7(), "missing", "丙").await;
    assert!(full.status == StatusCode::CONFLICT && full.has("最多提出 10 条") && full.has("丙"));
    assert_eq!(roll.enter(&roll.cast.firm, Uuid::now_v7(), "missing", "乙").await.status, StatusCode::SEE_OTHER);
    let form = attribute_of(&roll.page(&roll.cast.firm).await.html, "name=\"id\" value");
    assert!(form.parse::<Uuid>().is_ok());
}
