//! A congress votes: opened, held with device, without and on paper, closed, recorded; and everything that is sent wrongly.

use axum::http::StatusCode;
use ballot::{Blinded, Seal, Token, check, read};
use negotiation::Capacity::CongressDelegate;
use negotiation::command::DocumentKind;
use store::Scope;

use crate::browser::{Browser, option, put, words};
use crate::hall::{Hall, attribute_of, blinded, closed_roll, issue, links, opened};
use crate::matrix::with_paper;
use crate::support::{Cast, Town, USCC};
use crate::way::before_the_congress;

#[tokio::test]
async fn a_congress_votes_by_device_without_and_on_paper_and_its_vote_is_recorded() {
    let hall = Hall::open().await;
    let start = hall.voter.get(&hall.links[1]).await;
    assert!(start.has("陆**") && !start.has("陆远桥") && start.has("4.5%"), "{}", words(&start.html));
    assert!(hall.voter.get(&format!("{}/text", hall.links[1])).await.has("<article"));
    let choose = hall.voter.get(&format!("{}/choose", hall.links[1])).await;
    assert!(!choose.has("陆") && !choose.has(" checked"), "no name beside the choice, and nothing chosen before");
    assert!(choose.html.len() < 10_000, "{}", choose.html.len());

    for (voter, choice) in [(0, "0"), (1, "0"), (2, "1")] {
        let (token, seal) = hall.issued(voter, u8::try_from(voter).unwrap() + 1).await;
        let sent = hall.send(&token, &seal, choice).await;
        assert_eq!(sent.status, StatusCode::OK, "{}", sent.html);
        assert!(sent.has(&format!("\"count\":{}", voter + 1)) && sent.has(&token.tracker().to_string()));
    }
    let receipt = hall.plain(3, "0").await;
    assert!(receipt.has("您的选票已在票箱里") && receipt.has("简易方式"), "{}", words(&receipt.html));
    let kept = receipt.cookies.iter().find(|cookie| cookie.starts_with("tracker=")).unwrap().clone();
    assert!(kept.contains(&format!("Path={};", hall.links[3])) && kept.contains("HttpOnly"), "{kept}");
    let tracker = kept.trim_start_matches("tracker=").split(';').next().unwrap().to_owned();
    let device = hall.voter.also(&format!("tracker={tracker}"));
    let early = device.get(&hall.links[3]).await;
    assert!(!receipt.has(&tracker) && !early.has(&tracker), "nobody can be made to show it before the close");
    let paper = format!("{}/ballots/{}/paper", hall.case, hall.id);
    assert_eq!(hall.cast.clerk.post(&paper, &[("voter", "4")]).await.status, StatusCode::SEE_OTHER);

    let during = hall.voter.get(&format!("/ballots/{}", hall.id)).await;
    assert!(during.has(">5<") && during.has(">4<") && !during.has("同意"), "turnout only: {}", words(&during.html));
    assert_eq!(hall.voter.get(&format!("/ballots/{}/list.json", hall.id)).await.status, StatusCode::NOT_FOUND);
    let roll = hall.cast.firm.get(&format!("{}/ballots/{}", hall.case, hall.id)).await;
    assert!(roll.has("已领纸质票") && roll.has("未签到") && !roll.has("生成个人链接"), "{}", words(&roll.html));

    hall.town.days(1);
    let late = hall.voter.get(&hall.links[5]).await;
    assert_eq!(late.status, StatusCode::GONE);
    assert!(late.has("2026-03-23 17:00"));
    let after = device.get(&hall.links[3]).await;
    assert!(after.has(&format!("<code>{tracker}</code>")) && after.has("看我的核验码"), "{}", words(&after.html));
    let elsewhere = hall.voter.also("tracker=<b>").get(&hall.links[3]).await;
    assert!(!elsewhere.has(&tracker) && !elsewhere.has("<b>"), "{}", words(&elsewhere.html));
    let result = hall.voter.get(&format!("/ballots/{}", hall.id)).await;
    assert!(!result.has("不符</span>") && result.has("收回 4 张"), "{}", words(&result.html));
    assert!(result.has(&tracker), "it stands on the list: {}", words(&result.html));
    assert!(result.has("还没有登记表决结论"), "{}", words(&result.html));
    let file = hall.voter.get(&format!("/ballots/{}/list.json", hall.id)).await;
    let bundle = read(file.html.as_bytes()).unwrap();
    assert!(check(&bundle, Some(Token([1; 32]).tracker())).holds());
    assert_eq!((bundle.issued.blind, bundle.issued.plain, bundle.issued.paper), (3, 1, 1));
    assert_eq!(bundle.tally.choices, [3, 1, 0]);
    assert_eq!(hall.town.store.box_key(hall.id).await.unwrap(), None, "the box is gone");

    // The paper ballot is counted in the hall and added: by one person, and another confirms the same figures.
    let added = [("returned", "5"), ("yes", "4"), ("scrutineers.0.name", "夏清和"), ("protocol", "@计票报告")];
    let alone = format!("{}/acts/record_vote", hall.case);
    let mut fields = put(hall.cast.clerk.get(&alone).await.form(), &added);
    fields.push(("step".to_owned(), "check".to_owned()));
    let refused = hall.cast.clerk.send(&alone, &fields).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", words(&refused.html));
    assert!(refused.has("另一人确认同样的数") && refused.has("不是条文另设的条件"), "{}", words(&refused.html));
    let office = hall.cast.clerk.get(&format!("{}/ballots/{}", hall.case, hall.id)).await;
    let form = format!("{}/acts/enter_paper?pick=record_vote", hall.case);
    assert!(office.has(&form) && office.has("另一人核对同样的数"), "{}", words(&office.html));
    let page = hall.cast.clerk.get(&form).await;
    let chair = option(&page, "沈秋禾");
    let on_paper = [
        ("actor.id", chair.as_str()),
        ("actor.capacity", "union_chair"),
        ("on", "2026-03-23"),
        ("scan", "@计票报告"),
        ("act.returned", "5"),
        ("act.yes", "4"),
        ("act.scrutineers.0.name", "夏清和"),
        ("act.protocol", "@计票报告"),
    ];
    let twice = put(on_paper.map(|(name, value)| (name.to_owned(), value.to_owned())).into(), &[("act.issued", "6")]);
    let twice: Vec<(&str, &str)> = twice.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let mut fields = put(page.form(), &[&twice[..], &[("act.present", "6")]].concat());
    fields.push(("step".to_owned(), "check".to_owned()));
    let refused = hall.cast.clerk.send(&page.action(), &fields).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "two ballots of paper for one person");
    assert!(refused.has("登记册记着1人领了纸质票"), "{}", words(&refused.html));
    hall.cast.clerk.act(&form, &on_paper).await;
    assert!(!hall.last_record().await.contains("draft_adopted"), "one person alone decides nothing");
    hall.cast.chair.act(&format!("{}/acts/confirm_paper", hall.case), &[]).await;
    let record = hall.last_record().await;
    assert!(record.contains("draft_adopted.v1"), "{record}");
    let list = bundle.digest().unwrap();
    let count = "{\"abstain\":0,\"no\":1,\"paper\":1,\"voters\":6,\"yes\":3}";
    let online =
        format!("\"online\":{{\"count\":{count},\"issued\":4,\"list\":\"{list}\",\"plain\":1,\"returned\":4}}");
    assert!(record.contains(&online) && record.contains("\"total\":6"), "{record}");

    // ZJ-CC 24(2): both tests are of all delegates; everybody reads what was decided.
    let told = hall.voter.get(&format!("/ballots/{}", hall.id)).await;
    for line in ["应到 6 名，实到 5 名", "同意 4 票", "到会不少于 4 名，同意不少于 4 票", "草案获得通过"]
    {
        assert!(told.has(line), "{line}: {}", words(&told.html));
    }
}

/// What was submitted with the draft to explain it (ZJ-CC 24(1), (3)) is on the page on which a voter begins; a paper about
/// another text isn't.
#[tokio::test]
async fn the_explanation_of_the_draft_is_before_whoever_votes() {
    let hall = Hall::open().await;
    let start = hall.voter.get(&hall.links[0]).await;
    assert!(start.has("4.5%") && !start.has("草案说明"), "there is no paper yet: {}", words(&start.html));
    let ballot = service::ballots::Ballot::load(&hall.town.desk, hall.id).await.unwrap().unwrap();
    let ballot::Question::Draft { terms } = ballot.definition.question else { panic!("a ballot on the draft") };
    let paper = |terms: ledger::Digest, effect: &str| {
        serde_json::json!({
            "again": { "amendments": ["第3条改为每月多50元"], "rejected_on": "2026-03-20", "round": 2 },
            "effect": [effect],
            "summary": ["双方开了两次会。"],
            "terms_digest": terms,
        })
        .to_string()
    };
    for (number, terms, effect) in [
        ("D12-0001", terms, "每位职工每月多发<200>元。"),
        ("D12-0002", ledger::Digest::sha256(b"another text"), "别的草案。"),
    ] {
        let start = hall.voter.get(&hall.links[0]).await;
        assert!(!start.has("别的草案"));
        with_paper(
            &hall.town,
            hall.case_id(),
            DocumentKind::CongressSubmission,
            number,
            paper(terms, effect).as_bytes(),
        )
        .await;
        let start = hall.voter.get(&hall.links[0]).await;
        for said in ["草案说明", "双方开了两次会。", "每月多发&#60;200&#62;元。", "第3条改为每月多50元"]
        {
            assert!(start.has(said), "{said} after {number}: {}", start.html);
        }
        assert!(!start.has("别的草案"));
    }
}

#[tokio::test]
async fn a_lost_answer_comes_again_and_the_ballot_counts_once() {
    let hall = Hall::open().await;
    let (asked, token, blinded) = blinded(7);
    let first = issue(&hall.issue(&hall.links[0], &blinded).await);
    // The page was killed between issue and cast; the device still has what it sent.
    let again = issue(&hall.issue(&hall.links[0], &blinded).await);
    assert_eq!(first.evaluated, again.evaluated);
    let seal = asked.sealed(&again, &hall.key).unwrap();
    for _ in 0..3 {
        let sent = hall.send(&token, &seal, "2").await;
        assert_eq!(sent.status, StatusCode::OK);
        assert!(sent.has("\"count\":1"));
    }
    let other = hall.send(&token, &seal, "0").await;
    assert_eq!(other.status, StatusCode::CONFLICT);
    assert!(other.has("以票箱里的为准"));
    for _ in 0..2 {
        assert!(hall.plain(1, "1").await.has("您的选票已在票箱里"));
    }
    assert!(hall.plain(1, "0").await.has("以票箱里的为准"));
    assert_eq!(hall.count().await, 2);
}

#[tokio::test]
async fn nobody_gets_a_second_token() {
    let hall = Hall::open().await;
    hall.issued(0, 1).await;
    let (_, _, other) = blinded(2);
    let second = hall.issue(&hall.links[0], &other).await;
    assert_eq!(second.status, StatusCode::CONFLICT);
    assert!(second.has("另一台设备"));
    let plain = hall.voter.post(&format!("{}/cast", hall.links[0]), &[("choice", "0")]).await;
    assert!(plain.status == StatusCode::BAD_REQUEST && plain.has("另一台设备"), "{}", words(&plain.html));
    hall.plain(1, "0").await;
    let (_, _, third) = blinded(3);
    assert_eq!(hall.issue(&hall.links[1], &third).await.status, StatusCode::CONFLICT);
    let paper = format!("{}/ballots/{}/paper", hall.case, hall.id);
    assert!(hall.cast.clerk.post(&paper, &[("voter", "1")]).await.has("已用简易方式领票"));
    hall.cast.clerk.post(&paper, &[("voter", "2")]).await;
    let (_, _, fourth) = blinded(4);
    assert!(hall.issue(&hall.links[2], &fourth).await.has("纸质票"));
    assert!(hall.voter.get(&hall.links[2]).await.has("已在会场领取纸质票"));
    assert_eq!(hall.count().await, 1);
}

#[tokio::test]
async fn a_ballot_that_is_forged_malformed_or_of_another_vote_is_not_taken() {
    let hall = Hall::open().await;
    let (token, seal) = hall.issued(0, 1).await;
    let forged = hall.send(&Token([9; 32]), &seal, "0").await;
    assert_eq!(forged.status, StatusCode::FORBIDDEN);
    assert_eq!(hall.send(&token, &Seal([0; 32]), "0").await.status, StatusCode::FORBIDDEN);
    for choice in ["3", "32", "x", "-1", ""] {
        assert_eq!(hall.send(&token, &seal, choice).await.status, StatusCode::UNPROCESSABLE_ENTITY, "{choice}");
    }
    let both = [("token", token.text()), ("seal", seal.text()), ("choice", "0".to_owned()), ("choice", "1".to_owned())];
    let both: Vec<(&str, &str)> = both.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let path = format!("/ballots/{}/cast", hall.id);
    assert_eq!(hall.voter.post(&path, &both).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(hall.voter.post(&path, &[("token", "00")]).await.status, StatusCode::BAD_REQUEST);
    assert_eq!(hall.issue(&hall.links[1], &Blinded([0xff; 32])).await.status, StatusCode::BAD_REQUEST);
    let (_, _, fresh) = blinded(5);
    assert_eq!(hall.issue("/v/x/0000", &fresh).await.status, StatusCode::NOT_FOUND);

    let path = format!("{}/ballots", hall.case);
    let election = [("kind", "election"), ("candidates", "甲\n乙\n丙"), ("seats", "2")];
    let second = opened(&hall.cast, &path, &election).await;
    let elsewhere = format!("/ballots/{second}/cast");
    let mine = [("token", token.text()), ("seal", seal.text()), ("choice", "0".to_owned())];
    let mine: Vec<(&str, &str)> = mine.iter().map(|(name, value)| (*name, value.as_str())).collect();
    assert_eq!(hall.voter.post(&elsewhere, &mine).await.status, StatusCode::FORBIDDEN);
    let foreign = hall.links[0].replace(&hall.id.to_string(), &second.to_string());
    assert!(hall.voter.get(&foreign).await.has("投票链接无效"));
    assert_eq!(hall.count().await, 0);
    assert_eq!(hall.send(&token, &seal, "0").await.status, StatusCode::OK, "what was wrong before harmed nothing");
}

#[tokio::test]
async fn after_the_close_nothing_is_taken_and_the_list_stays() {
    let hall = Hall::open().await;
    let (token, seal) = hall.issued(0, 1).await;
    hall.town.days(1);
    assert_eq!(hall.send(&token, &seal, "0").await.status, StatusCode::GONE);
    let (_, _, fresh) = blinded(5);
    assert_eq!(hall.issue(&hall.links[1], &fresh).await.status, StatusCode::GONE);
    let late = hall.voter.post(&format!("{}/cast", hall.links[2]), &[("choice", "0")]).await;
    assert_eq!(late.status, StatusCode::GONE);
    let list = format!("/ballots/{}/list.json", hall.id);
    let first = hall.voter.get(&list).await.html;
    assert_eq!(hall.voter.get(&list).await.html, first);
    let bundle = read(first.as_bytes()).unwrap();
    assert!(bundle.ballots.is_empty() && bundle.issued.blind == 1 && check(&bundle, None).holds());
    let path = format!("{}/ballots/{}", hall.case, hall.id);
    let sheet = hall.cast.chair.post(&format!("{path}/links"), &[]).await;
    assert!(sheet.status == StatusCode::BAD_REQUEST && sheet.has("投票已经截止"));
}

#[tokio::test]
async fn a_link_that_was_made_anew_takes_the_place_of_the_old_one_until_something_is_taken() {
    let hall = Hall::open().await;
    hall.plain(0, "0").await;
    let sheet = hall.cast.chair.post(&format!("{}/ballots/{}/links", hall.case, hall.id), &[]).await;
    assert_eq!(links(&sheet).len(), 5);
    assert!(hall.voter.get(&hall.links[1]).await.has("投票链接无效"));
    assert!(hall.plain(0, "0").await.has("您的选票已在票箱里"), "whoever has voted keeps the link");
    let none = hall.voter.post(&format!("{}/check", links(&sheet)[0]), &[]).await;
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(none.has("请先选择"));
}

#[tokio::test]
async fn a_store_that_came_from_a_copy_says_that_the_box_is_lost() {
    let hall = Hall::open().await;
    hall.town.store.destroy_box(hall.id).await.unwrap();
    assert_eq!(hall.plain(0, "0").await.status, StatusCode::GONE);
    hall.town.days(1);
    assert!(hall.voter.get(&format!("/ballots/{}", hall.id)).await.has("备份从不包含票箱"));
}

#[tokio::test]
async fn only_those_who_may_record_a_vote_hold_one_and_only_a_sound_one() {
    let town = Town::new().await;
    let cast = Cast::of(&town).await;
    town.person("delegate", "方未", &[CongressDelegate], Scope::Employer(USCC.to_owned())).await;
    let case = before_the_congress(&town, &cast, "6").await;
    let path = format!("{case}/ballots");
    assert_eq!(cast.stranger.get(&path).await.status, StatusCode::NOT_FOUND);
    assert!(!cast.firm.get(&path).await.has("发起投票</button>"));
    let form = cast.clerk.get(&path).await;
    assert!(form.has("还没有发起过线上投票") && form.has("名册须先公布"), "{}", words(&form.html));
    let roll = cast.clerk.get(&format!("{case}/roll")).await;
    assert!(roll.has("方未") && roll.has("还没有公布名册"), "{}", words(&roll.html));
    let without = [("ballot", "0190a0a0-0000-7000-8000-000000000001"), ("kind", "draft"), ("step", "do")];
    let early = [&without[..], &[("closes_on", "2026-03-23"), ("closes_at", "17:00")]].concat();
    assert!(cast.clerk.post(&path, &early).await.has("名册还没有关闭"));
    closed_roll(&cast, &case, &["甲", "乙"]).await;
    let roll = attribute_of(&cast.clerk.get(&path).await.html, "name=\"roll\" value");
    let whole = [
        ("ballot", "0190a0a0-0000-7000-8000-000000000001"),
        ("kind", "draft"),
        ("closes_on", "2026-03-23"),
        ("closes_at", "17:00"),
        ("roll", roll.as_str()),
        ("candidates", "丙"),
        ("step", "do"),
    ];
    assert_eq!(cast.firm.post(&path, &whole).await.status, StatusCode::FORBIDDEN);
    for (name, value, said) in [
        ("closes_on", "2026-02-30", "请填写截止日期"),
        ("closes_on", "2026-03-01", "截止时间须晚于开始时间"),
        ("closes_at", "24:00", "请填写截止时间"),
        ("roll", "", "名册已经换了"),
        ("after", "0190a0a0-0000-7000-8000-000000000001", "后一轮只能接在"),
        ("kind", "election", "应选人数"),
        ("ballot", "7", "页面已经失效"),
    ] {
        let wrong: Vec<(&str, &str)> =
            whole.iter().map(|(had, old)| (*had, if *had == name { value } else { *old })).collect();
        let wrong = if name == "after" { [wrong, vec![(name, value)]].concat() } else { wrong };
        let page = cast.clerk.post(&path, &wrong).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}={value}");
        assert!(page.has(said), "{name}={value}: {}", words(&page.html));
        assert!(page.has("丙"), "what was typed is kept");
    }
    assert_eq!(town.store.ballots_of(case.rsplit('/').next().unwrap().parse().unwrap()).await.unwrap(), []);
}

#[tokio::test]
async fn a_delegate_with_an_account_needs_no_link_from_anybody() {
    let town = Town::new().await;
    let cast = Cast::of(&town).await;
    let delegate = town.person("delegate", "方未", &[CongressDelegate], Scope::Employer(USCC.to_owned())).await;
    let case = before_the_congress(&town, &cast, "6").await;
    let path = format!("{case}/ballots");
    let id = opened(&cast, &path, &[]).await;
    let (own, mine) = (format!("{path}/{id}"), format!("/ballots/{id}/mine"));
    assert!(delegate.get(&own).await.has("我要投票") && !cast.firm.get(&own).await.has("我要投票"));
    for who in [&cast.firm, &cast.stranger] {
        let refused = who.post(&mine, &[]).await;
        assert!(refused.status == StatusCode::BAD_REQUEST && refused.has("不在这次投票的名册上"));
    }
    let first = delegate.post(&mine, &[]).await.location.unwrap();
    let link = delegate.post(&mine, &[]).await.location.unwrap();
    let voter = Browser::new(&town.router);
    assert!(voter.get(&first).await.has("投票链接无效") && voter.get(&link).await.has("方*"));
    assert!(voter.post(&format!("{link}/cast"), &[("choice", "1")]).await.has("您的选票已在票箱里"));
    assert!(!delegate.get(&own).await.has("我要投票"));
    assert!(delegate.post(&mine, &[]).await.has("已用简易方式领票"), "a browser that keeps no cookies");
}

/// The phone was switched off between token and ballot, and the address is gone: the same device finds its way back from its
/// owner's home until the close; another device doesn't, and somebody else on this one neither.
#[tokio::test]
async fn whoever_took_a_token_finds_the_way_back_on_the_same_device_until_the_close() {
    let town = Town::new().await;
    let cast = Cast::of(&town).await;
    let delegate = town.person("delegate", "方未", &[CongressDelegate], Scope::Employer(USCC.to_owned())).await;
    let other = town.person("other", "宁致远", &[CongressDelegate], Scope::Employer(USCC.to_owned())).await;
    let case = before_the_congress(&town, &cast, "6").await;
    let id = opened(&cast, &format!("{case}/ballots"), &[]).await;
    let mine = format!("/ballots/{id}/mine");
    let entered = delegate.post(&mine, &[]).await;
    let link = entered.location.clone().unwrap();
    let kept = entered.cookies.iter().find(|cookie| cookie.contains(link.rsplit('/').next().unwrap())).unwrap();
    assert!(kept.contains(&format!("Path={mine};")) && kept.contains("HttpOnly"), "{kept}");
    let device = |person: &Browser| person.also(kept.split(';').next().unwrap());
    assert_eq!(device(&delegate).post(&mine, &[]).await.location.as_ref(), Some(&link), "no other link is made for it");

    let voter = Browser::new(&town.router);
    let (_, _, blinded) = blinded(7);
    let asked = [("link", link.rsplit('/').next().unwrap()), ("blinded", &blinded.text())];
    assert_eq!(voter.post(&format!("/ballots/{id}/issue"), &asked).await.status, StatusCode::OK);
    let home = delegate.get("/home").await;
    assert!(home.has(&format!("action=\"{mine}\"")) && home.has("继续投票"), "{}", words(&home.html));
    assert!(home.has("系统不知道您的选票投进票箱没有"), "it can't know who has cast");
    assert_eq!(device(&delegate).post(&mine, &[]).await.location.as_ref(), Some(&link));
    assert!(delegate.post(&mine, &[]).await.has("另一台设备"));
    let elsewhere = device(&other).post(&mine, &[]).await.location.unwrap();
    assert_ne!(elsewhere, link, "the cookie is of use to its voter only");
    town.days(1);
    assert!(!delegate.get("/home").await.has("继续投票"));
    assert!(device(&delegate).post(&mine, &[]).await.has("投票已经截止"));
}

#[tokio::test]
async fn a_ballot_is_recorded_once_and_the_next_round_begins_empty() {
    let hall = Hall::open().await;
    hall.plain(0, "0").await;
    hall.town.days(1);
    let form = format!("{}/acts/record_vote", hall.case);
    let present = "name=\"present\" value=\"1\"";
    assert!(hall.cast.clerk.get(&form).await.has(present));
    let added = [("scrutineers.0.name", "夏清和"), ("protocol", "@计票报告")];
    hall.cast.clerk.act(&form, &added).await;
    let record = hall.last_record().await;
    assert!(record.contains("quorum_missed.v1"), "one of six is no quorum: {record}");
    assert!(!hall.cast.clerk.get(&form).await.has(present));
}
