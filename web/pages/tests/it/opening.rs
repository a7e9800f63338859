//! A case is opened under the rules of the place where the employer is, whoever fills in the form.

use axum::http::StatusCode;
use serde_json::json;

use crate::api::Program;
use crate::browser::{Page, put, words};
use crate::support::{Cast, OPENING, Town, UNION, USCC};

async fn checked(cast: &Cast, more: &[(&str, &str)]) -> Page {
    let form = cast.chair.get("/cases/new").await;
    let mut fields = put(put(form.form(), OPENING), more);
    fields.push(("step".to_owned(), "check".to_owned()));
    cast.chair.send("/cases/new", &fields).await
}

// ZJ-CC 2, HZ 2, NB 2: nobody chooses the law.
#[tokio::test]
async fn the_form_takes_the_rules_from_the_region_and_says_which() {
    let town = Town::new().await;
    let cast = Cast::of(&town).await;
    for (region, shown, rules) in [
        ("330784", "永康市", "浙江省"),
        ("330106", "西湖区", "杭州市"),
        ("330282", "慈溪市", "宁波市"),
        ("310000", "上海市", "全国"),
    ] {
        let page = checked(&cast, &[("region", region)]).await;
        assert_eq!(page.status, StatusCode::OK, "{region}: {}", words(&page.html));
        let line = format!("<dt>适用规则</dt><dd>{rules}</dd>");
        assert!(page.has(&line) && page.has(shown), "{region}: {}", words(&page.html));
    }
}

#[tokio::test]
async fn rules_of_another_place_are_refused_with_article_and_remedy() {
    let town = Town::new().await;
    let cast = Cast::of(&town).await;
    let page = checked(&cast, &[("region", "330106"), ("profile", "ZJ")]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    for text in ["RULES-REGION", "《杭州市企业工资集体协商条例》第二条", "杭州市的规定"] {
        assert!(page.has(text), "{text}: {}", words(&page.html));
    }
    assert!(!page.has("〔"), "every text is there");
}

#[tokio::test]
async fn a_region_that_nobody_knows_asks_whose_rules_hold() {
    let town = Town::new().await;
    let cast = Cast::of(&town).await;
    let page = checked(&cast, &[("region", "990101")]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.has("href=\"#profile\"") && page.has("没有找到这个地区代码"), "{}", words(&page.html));
    assert!(page.has("value=\"990101\""), "what was typed stays");
    let page = checked(&cast, &[("region", "990101"), ("profile", "CN")]).await;
    assert_eq!(page.status, StatusCode::OK, "{}", words(&page.html));
}

#[tokio::test]
async fn a_program_leaves_the_rules_out_or_says_the_right_ones() {
    let town = Town::new().await;
    let _cast = Cast::of(&town).await;
    let chair = Program::of(&town, "chair").await;
    let would = async |region: &str, profile: Option<&str>| {
        let mut fields = json!({
            "region": region, "scope": "enterprise",
            "employer": {
                "name": "示例机械有限公司（虚构）", "uscc": USCC, "address": "示例市示例路1号", "headcount": 180,
                "female": 40, "dispatched": 0, "above_scale": false, "legal_rep": { "name": "唐景行" },
            },
            "union": {
                "name": "示例机械有限公司工会（虚构）", "uscc": UNION, "address": "示例市示例路1号",
                "chair": { "name": "沈秋禾" },
            },
        });
        if let Some(profile) = profile {
            fields["profile"] = json!(profile);
        }
        let body = json!({ "fields": fields }).to_string();
        chair.ask("POST", "/opening/preview", None, &body).await
    };
    for profile in [None, Some("HZ")] {
        let answer = would("330106", profile).await;
        assert_eq!(answer.status, 200, "{}", answer.json());
        assert!(answer.json()["lines"].as_array().unwrap().iter().any(|line| line["text"] == "杭州市"));
    }
    let wrong = would("330106", Some("ZJ")).await;
    assert_eq!((wrong.status, &wrong.json()["rule"]), (422, &json!("RULES-REGION")));
    let unknown = would("990101", None).await;
    assert_eq!(unknown.status, 422, "{}", unknown.json());
    assert!(unknown.json().to_string().contains("profile"), "{}", unknown.json());
}
