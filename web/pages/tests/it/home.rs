//! Home by what somebody is, and a list of many cases.

use accounts::Scope;
use negotiation::Capacity;

use crate::browser::words;
use crate::journey::offer;
use crate::support::{Cast, OPENING, Town};
use crate::way::filed;

#[tokio::test]
async fn the_employer_sees_what_the_law_wants_next_and_by_when() {
    let town = Town::new().await;
    let cast = Cast::of(&town).await;
    assert!(!cast.firm.get("/home").await.has("要您方办的"), "no case, nothing to do");
    let case = cast.case().await;
    offer(&cast, &case).await;
    let home = cast.firm.get("/home").await;
    let first = home.html.split("要您方办的").nth(1).unwrap().split("</section>").next().unwrap();
    assert!(first.contains("2026年3月16日") && first.contains(&format!("href=\"{case}\"")), "{}", words(first));
    let chair = cast.chair.get("/home").await;
    let first = chair.html.split("要您方办的").nth(1).unwrap().split("</section>").next().unwrap();
    assert!(!first.contains("2026年3月16日"), "the answer is the other side's: {}", words(first));
    assert!(home.has("<h1>我的案件</h1>") && !cast.officer.get("/home").await.has("要您方办的"));
}

#[tokio::test]
async fn the_bureau_begins_with_its_queue_and_the_federation_with_its_region() {
    let town = Town::new().await;
    let cast = Cast::of(&town).await;
    let fed = town.person("fed", "简舒", &[Capacity::HigherUnion], Scope::Region("3307".to_owned())).await;
    let elsewhere = Scope::Region("3301".to_owned());
    let other = town.person("other", "冯远", &[Capacity::HrssOfficer], elsewhere).await;
    let counts = |page: &crate::browser::Page| {
        let first = page.html.split("今天的审查").nth(1).unwrap().split("</section>").next().unwrap().to_owned();
        let told = |dd: &str| dd.split("</dd>").next().unwrap().parse::<u32>().unwrap();
        first.split("<dd>").skip(1).map(told).collect::<Vec<_>>()
    };
    assert_eq!(counts(&cast.officer.get("/home").await), [0, 0, 0, 0]);
    let case = filed(&town, &cast).await;
    assert_eq!(counts(&cast.officer.get("/home").await)[..2], [1, 0]);
    cast.officer.act(&format!("{case}/acts/register"), &[("number", "人社集审〔2026〕1号（虚构）")]).await;
    assert_eq!(counts(&cast.officer.get("/home").await), [0, 1, 0, 0]);
    town.days(13);
    assert_eq!(counts(&cast.officer.get("/home").await), [0, 1, 1, 0], "due in three days");
    town.days(5);
    assert_eq!(counts(&cast.officer.get("/home").await), [0, 1, 0, 1], "late");
    assert_eq!(counts(&other.get("/home").await), [0, 0, 0, 0], "another region's");
    let home = fed.get("/home").await;
    assert!(home.has("看本地区的进展和逾期") && !home.has("今天的审查"), "{}", words(&home.html));
    assert!(!cast.chair.get("/home").await.has("看本地区的进展和逾期"));
}

/// Made-up codes whose check digits hold: that of the organisation's code within, and that of the whole (GB 32100).
fn codes() -> Vec<String> {
    const SIGNS: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    const INNER: [u32; 8] = [3, 7, 9, 10, 5, 8, 4, 2];
    let code = |n: usize| {
        let own = format!("MA1{n:05}");
        let sum: u32 = own.chars().zip(INNER).map(|(sign, weight)| sign.to_digit(36).unwrap() * weight).sum();
        let check = match 11 - sum % 11 {
            10 => 'X',
            11 => '0',
            digit => char::from_digit(digit, 10).unwrap(),
        };
        let body = format!("91330784{own}{check}");
        let weigh = |(at, sign): (usize, char)| (0..at).fold(1, |w, _| w * 3 % 31) * SIGNS.find(sign).unwrap();
        let sum: usize = body.chars().enumerate().map(weigh).sum();
        format!("{body}{}", SIGNS.chars().nth((31 - sum % 31) % 31).unwrap())
    };
    (0..23).map(code).collect()
}

#[tokio::test]
async fn many_cases_are_listed_page_by_page_each_once() {
    let town = Town::new().await;
    let codes = codes();
    let scope = || Scope::Region("330784".to_owned());
    let fed = town.person("fed", "简舒", &[Capacity::HigherUnion], scope()).await;
    for (n, code) in codes.iter().enumerate() {
        let here = Scope::Employer(code.clone());
        let chair = town.person(&format!("chair-{n}"), "主席", &[Capacity::UnionChair], here).await;
        let opening = OPENING.iter().filter(|(name, _)| *name != "employer.uscc");
        let mut opening: Vec<(&str, &str)> = opening.copied().collect();
        opening.extend([("employer.uscc", code.as_str()), ("employer.legal_rep.name", "唐景行")]);
        chair.act("/cases/new", &opening).await;
    }
    let links = |page: &crate::browser::Page| {
        let list = page.html.split("<ul class=\"cases\">").nth(1).unwrap().split("</ul>").next().unwrap().to_owned();
        list.split("<a href=\"/cases/").skip(1).map(|rest| rest[..36].to_owned()).collect::<Vec<_>>()
    };
    let first = fed.get("/home").await;
    assert!(!first.has("回到最近的案件"));
    let mut all = links(&first);
    assert_eq!(all.len(), 20);
    let after = first.html.split("href=\"/home?after=").nth(1).unwrap().split('"').next().unwrap();
    let second = fed.get(&format!("/home?after={after}")).await;
    all.extend(links(&second));
    assert!(second.has("回到最近的案件") && !second.has("更早的案件"));
    all.sort();
    all.dedup();
    assert_eq!(all.len(), codes.len());
}
