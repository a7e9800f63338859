//! Another company's things that are really there: neither under its own paths nor under one's own is any of them found.

use accounts::Scope;
use axum::http::StatusCode;
use negotiation::Capacity;
use pages::routes::{Who, rows};

use crate::browser::Browser;
use crate::hall::{Hall, NAMES, published_roll};
use crate::matrix::{Asker, Verdict, request, verdict};
use crate::roster::{ROSTER, imports};
use crate::support::{OPENING, USCC};

/// The other company and its union.
const OTHER: &str = "91339907MA971X0Q8Y";

const PEOPLE: &[&[&str]] = &[&["姓名", "手机"], &["李一", "13800000011"], &["王二", "13800000012"]];

#[tokio::test]
async fn nothing_of_another_company_is_found_under_any_path() {
    let hall = Hall::open().await;
    let (town, cast) = (&hall.town, &hall.cast);
    let survey = cast.chair.post(&format!("/surveys/{USCC}"), &[("title", "今年工资怎么谈")]).await.location.unwrap();
    let survey = survey.rsplit('/').next().unwrap().to_owned();
    imports(cast, PEOPLE).await;
    let roster = cast.chair.get(ROSTER).await;
    let person = roster.html.split(&format!("{ROSTER}/people/")).nth(1).unwrap();
    let person = person.split('"').next().unwrap().to_owned();
    let roll = published_roll(cast, &hall.case, &NAMES).await;

    // Everybody of the other company, and a case of their own.
    let there = || Scope::Employer(OTHER.to_owned());
    let mut askers = Vec::new();
    for capacity in [
        Capacity::UnionChair,
        Capacity::UnionOfficer,
        Capacity::WorkerChief,
        Capacity::CongressClerk,
        Capacity::Recorder,
        Capacity::EmployerLegalRep,
        Capacity::EmployerAgent,
    ] {
        let token = town.token(capacity.name(), "别家的人", &[capacity], there()).await;
        askers.push(Asker { capacity: Some(capacity), here: false, token });
    }
    let chair = Browser::with(&town.router, &askers[0].token);
    let opening: Vec<(&str, &str)> = OPENING
        .iter()
        .map(|(name, text)| if *name == "employer.uscc" { (*name, OTHER) } else { (*name, *text) })
        .collect();
    let receipt = chair.act("/cases/new", &opening).await;
    let own = receipt.html.split("href=\"/cases/").nth(1).unwrap().split('"').next().unwrap().to_owned();
    assert_eq!(chair.get(&format!("/cases/{own}")).await.status, StatusCode::OK, "their own");

    let theirs = hall.case_id().to_string();
    let real = [("{ballot}", hall.id.to_string()), ("{person}", person), ("{roll}", roll), ("{survey}", survey)];
    // Whoever is signed in is asked there whether they are on the roll, and told no more.
    let of_a_company = |who: Who| !matches!(who, Who::Anyone | Who::Link | Who::SignedIn);
    let (mut found, mut asked) = (Vec::new(), 0);
    for row in rows().into_iter().filter(|row| !row.demo && of_a_company(row.who)) {
        if !real.iter().any(|(name, _)| row.path.contains(name)) {
            continue;
        }
        for (case, employer) in [(&theirs, USCC), (&own, OTHER), (&own, USCC), (&theirs, OTHER)] {
            let path = real.iter().fold(row.path.clone(), |path, (name, id)| path.replace(name, id));
            let path = path.replace("{case}", case).replace("{employer}", employer);
            assert!(!path.contains('{'), "{path}");
            for asker in &askers {
                let verdict = verdict(town, request(&row, &path, asker, case)).await;
                asked += 1;
                if !matches!(verdict, Verdict::Missing | Verdict::Forbidden) {
                    found.push(format!("{} {path}: {:?}: {verdict:?}", row.method, asker.capacity));
                }
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
    assert!(asked > 300, "{asked}");
    let left = cast.chair.get(&format!("{}/ballots/{}", hall.case, hall.id)).await;
    assert_eq!(left.status, StatusCode::OK, "and whose it is still has it");
}
