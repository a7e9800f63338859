//! Surveys of what the workers want: opened by their side, answered on the phone, counted once a person.
//!
//! Who has answered is kept as a hash, what was answered without any; the two have nothing in common. So even whoever reads
//! the database can't tell who wrote what, and the employer sees neither.

use law::text::check_text;
use ledger::Digest;
use messages::Said;
use store::{MAX_PAGE, PeopleChore, Survey, SurveyAnswer};
use uuid::Uuid;

use crate::access::Right;
use crate::coming::{short_code, wrong};
use crate::roster::may_for;
use crate::secret::random;
use crate::{AccountError, Accounts, PeopleError, Signed};

/// What can be ticked, by name; the words stand in the pages.
pub const TOPICS: [&str; 8] = ["rise", "allowance", "overtime", "piece-rate", "bonus", "rest", "insurance", "skills"];

/// Characters of a title at most.
const TITLE: usize = 60;
/// Characters of own words at most.
const WORDS: usize = 500;
/// In front of what marks a person.
const PURPOSE: &str = "xinxieshang/survey-mark/v1\n";

/// What came of a survey.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// How many have answered.
    pub answered: u64,
    /// How many ticked each of [`TOPICS`], the most wanted first.
    pub topics: Vec<(String, usize)>,
    /// Own words, in an order that says nothing.
    pub words: Vec<String>,
}

impl Accounts {
    /// Opens a survey. Gives its id.
    ///
    /// # Errors
    /// They may not; the title can't be like this; the database.
    pub async fn open_survey(&self, signed: &Signed, employer: &str, title: &str) -> Result<Uuid, PeopleError> {
        may_for(signed, Right::AskWorkers, employer)?;
        let title = title.trim();
        if title.is_empty() {
            return Err(wrong("title", Said::new("accounts-survey-title")));
        }
        check_text(title, TITLE).map_err(|error| wrong("title", error.said()))?;
        let survey = Survey {
            id: Uuid::now_v7(),
            employer: employer.to_owned(),
            title: title.to_owned(),
            code: short_code()?,
            opened_at: self.desk().now(),
            closed_at: None,
        };
        let id = survey.id;
        self.people(PeopleChore::OpenSurvey(survey)).await?;
        Ok(id)
    }

    /// Closes a survey. Closing one that is closed is fine.
    ///
    /// # Errors
    /// They may not, or there is none; the database.
    pub async fn close_survey(&self, signed: &Signed, id: Uuid) -> Result<(), PeopleError> {
        self.survey(signed, id).await?;
        self.people(PeopleChore::CloseSurvey { id, at: self.desk().now() }).await?;
        Ok(())
    }

    /// A survey, for those who may read its answers.
    ///
    /// # Errors
    /// They may not, or there is none; the database.
    pub async fn survey(&self, signed: &Signed, id: Uuid) -> Result<Survey, PeopleError> {
        let survey = self.store().survey(id).await?.ok_or(PeopleError::Gone)?;
        match may_for(signed, Right::AskWorkers, &survey.employer) {
            Ok(()) => Ok(survey),
            Err(denied) if denied.stranger => Err(PeopleError::Gone),
            Err(denied) => Err(denied.into()),
        }
    }

    /// An employer's surveys, newest first.
    ///
    /// # Errors
    /// They may not; the database.
    pub async fn surveys(&self, signed: &Signed, employer: &str) -> Result<Vec<Survey>, PeopleError> {
        may_for(signed, Right::AskWorkers, employer)?;
        Ok(self.store().surveys(employer, Uuid::max(), MAX_PAGE).await?)
    }

    /// The survey of a poster; `None` where there is none.
    ///
    /// # Errors
    /// The database.
    pub async fn survey_of_poster(&self, code: &str) -> Result<Option<Survey>, AccountError> {
        Ok(self.store().survey_of_code(code).await?)
    }

    /// Surveys of the employers on whose rosters an account stands that are open, and whether it has answered them.
    ///
    /// # Errors
    /// The database.
    pub async fn surveys_for(&self, account: Uuid) -> Result<Vec<(Survey, bool)>, AccountError> {
        let mut found = Vec::new();
        for (employer, person) in self.store().rosters_of(account, MAX_PAGE).await? {
            let surveys = self.store().surveys(&employer, Uuid::max(), MAX_PAGE).await?;
            for survey in surveys.into_iter().filter(|survey| survey.closed_at.is_none()) {
                let answered = self.store().has_answered(survey.id, mark(survey.id, person)).await?;
                found.push((survey, answered));
            }
        }
        Ok(found)
    }

    /// Takes the answer of somebody on the employer's roster. Gives whether it counts: everybody's first one does.
    ///
    /// # Errors
    /// They aren't on the roster; there is nothing in it, or too much; the survey is closed; the database.
    pub async fn answer(
        &self,
        account: Uuid,
        survey: &Survey,
        topics: &[String],
        words: &str,
    ) -> Result<bool, PeopleError> {
        let person = self.on_roster(account, &survey.employer).await?.ok_or(PeopleError::Gone)?;
        let words = words.trim();
        let topics: Vec<String> = TOPICS
            .iter()
            .filter(|topic| topics.iter().any(|own| own == *topic))
            .map(|&topic| topic.to_owned())
            .collect();
        if topics.is_empty() && words.is_empty() {
            return Err(wrong("topics", Said::new("accounts-survey-nothing")));
        }
        check_text(&words.replace('\n', " "), WORDS).map_err(|error| wrong("words", error.said()))?;
        if survey.closed_at.is_some() {
            return Err(wrong("topics", Said::new("accounts-survey-closed")));
        }
        // From nothing but chance, so that the order of answers isn't that in which they came.
        let id = Uuid::from_bytes(random::<16>()?);
        let answer = SurveyAnswer { id, topics, words: words.to_owned() };
        Ok(self.people(PeopleChore::Answer { survey: survey.id, mark: mark(survey.id, person), answer }).await?)
    }

    /// What came of a survey so far.
    ///
    /// # Errors
    /// The database.
    pub async fn outcome(&self, survey: Uuid) -> Result<Outcome, AccountError> {
        let mut answers: Vec<SurveyAnswer> = Vec::new();
        loop {
            let after = answers.last().map_or(Uuid::nil(), |answer| answer.id);
            let page = self.store().survey_answers(survey, after, MAX_PAGE).await?;
            if page.is_empty() {
                break;
            }
            answers.extend(page);
        }
        let ticked = |topic: &str| answers.iter().filter(|answer| answer.topics.iter().any(|own| own == topic)).count();
        let mut topics: Vec<(String, usize)> = TOPICS.iter().map(|&topic| (topic.to_owned(), ticked(topic))).collect();
        topics.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        let answered = self.store().survey_taken(survey).await?;
        let words = answers.into_iter().map(|answer| answer.words).filter(|words| !words.is_empty()).collect();
        Ok(Outcome { answered, topics, words })
    }
}

/// Stands for a person in one survey, and in no other.
fn mark(survey: Uuid, person: Uuid) -> Digest {
    Digest::of(PURPOSE, format!("{survey}\n{person}").as_bytes())
}
