//! What a demonstration begins with: a roster, a survey that some have answered, an enterprise that waits to be confirmed.
//! All of it comes in by the ways that people go, with made-up people.

use std::sync::{Mutex, PoisonError};

use accounts::organisation::Application;
use accounts::{AccountError, Accounts, NewAccount, PeopleError, RosterPerson, Signed, Survey, scan};
use messages::Catalogue;
use uuid::Uuid;

use super::parts::text;

/// The roster, as a spreadsheet would save it.
const ROSTER: &str = include_str!("../../data/demo_roster.csv");
/// A page that says what it is.
const SCAN: &[u8] = include_bytes!("../../data/demo_scan.pdf");
/// Login of the handling person who waits.
const WAITS: &str = "demo-join";
/// The enterprise; fictional, the check digit holds.
const FIRM: &str = "91339907MA971X0Q8Y";
/// Its county.
const COUNTY: &str = "339907";
/// What some have answered.
const ANSWERS: [&[&str]; 5] =
    [&["rise", "overtime"], &["rise"], &["rise", "rest"], &["allowance", "overtime"], &["rise", "allowance"]];

/// Furnishes the enterprise of a chair, and the desk of the federation above it. A second time changes nothing.
///
/// # Errors
/// The database.
pub async fn furnish(
    accounts: &Accounts,
    texts: &Catalogue,
    chair: Uuid,
    employer: &str,
    password: &str,
) -> Result<(), AccountError> {
    let done = async {
        waiting(accounts, texts, password).await?;
        if !accounts.roster(employer).await?.is_empty() {
            return Ok(());
        }
        let Some(account) = accounts.by_id(chair).await? else { return Ok(()) };
        let standings = accounts.standings_of(chair).await?;
        let signed = Signed::new(account, standings);
        let Ok(list) = accounts.read_list(employer, ROSTER.as_bytes()).await? else { return Ok(()) };
        let id = accounts.keep_list(&signed, employer, &list).await?;
        accounts.import(&signed, employer, id).await?;
        accounts.group(&signed, employer).await?;
        let survey = accounts.open_survey(&signed, employer, &text(texts, "pages-who-demo-survey")).await?;
        let survey = accounts.survey(&signed, survey).await?;
        for (person, topics) in accounts.roster(employer).await?.iter().zip(ANSWERS) {
            answer(accounts, &signed, &survey, person, topics).await?;
        }
        Ok(())
    };
    match done.await {
        Ok(()) => Ok(()),
        Err(PeopleError::Account(error)) => Err(error),
        // The chair doesn't stand there, or somebody was faster: the demonstration goes without.
        Err(PeopleError::Faults(_) | PeopleError::Gone | PeopleError::Own | PeopleError::Denied(_)) => Ok(()),
    }
}

/// An enterprise whose handling person waits to be confirmed.
async fn waiting(accounts: &Accounts, texts: &Catalogue, password: &str) -> Result<(), PeopleError> {
    if accounts.by_login(WAITS).await?.is_some() {
        return Ok(());
    }
    let name = text(texts, "pages-who-demo-person");
    let new = NewAccount { id: None, login: WAITS.to_owned(), name, password: password.to_owned() };
    let account = accounts.create(new).await?;
    accounts.set_phone(account, "13900009999").await?;
    let application = Application {
        capacity: "employer_agent".to_owned(),
        employers: String::new(),
        kind: "enterprise".to_owned(),
        name: text(texts, "pages-who-demo-firm"),
        region: COUNTY.to_owned(),
        uscc: FIRM.to_owned(),
    };
    let paper = |purpose| scan(purpose, "demo.pdf", SCAN.to_vec()).ok();
    let scans = ["licence", "authorisation"].into_iter().filter_map(paper).collect();
    accounts.apply(account, Uuid::now_v7(), &application, scans).await?;
    Ok(())
}

/// Somebody of the roster comes in by their link, answers, and leaves.
async fn answer(
    accounts: &Accounts,
    signed: &Signed,
    survey: &Survey,
    person: &RosterPerson,
    topics: &[&str],
) -> Result<(), PeopleError> {
    let seen = Mutex::new(String::new());
    let words = |token: &str| {
        token.clone_into(&mut seen.lock().unwrap_or_else(PoisonError::into_inner));
        String::new()
    };
    accounts.invite(signed, &survey.employer, person.id, &words).await?;
    let token = seen.lock().unwrap_or_else(PoisonError::into_inner).clone();
    let session = accounts.come_by_link(&token).await?;
    if let Some(worker) = accounts.signed_in(&session.0).await? {
        let topics: Vec<String> = topics.iter().map(|&topic| topic.to_owned()).collect();
        accounts.answer(worker.account.id, survey, &topics, "").await?;
    }
    Ok(accounts.sign_out(&session.0).await?)
}
