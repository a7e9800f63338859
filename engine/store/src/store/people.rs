//! Organisations, rosters, links and codes, short messages, surveys: reading them, on whichever database it is.

use law::time::Moment;
use ledger::Digest;
use uuid::Uuid;

use super::{Dialect, Store};
use crate::{
    Hidden, Organisation, OrganisationState, Pass, PassKind, RosterDraft, RosterPerson, Scan, ShortMessage, StoreError,
    Survey, SurveyAnswer,
};

impl Store {
    /// An application; `None` where there is none.
    ///
    /// # Errors
    /// See [`Store`].
    pub async fn organisation(&self, id: Uuid) -> Result<Option<Organisation>, StoreError> {
        on!(self, store => store.organisation(id))
    }

    /// A page of somebody's applications, after the given one.
    ///
    /// # Errors
    /// See [`Store`].
    pub async fn organisations_of(
        &self,
        applicant: Uuid,
        after: Uuid,
        limit: u32,
    ) -> Result<Vec<Organisation>, StoreError> {
        on!(self, store => store.organisations_of(applicant, after, limit))
    }

    /// A page of the applications with a unified social credit code, after the given one.
    ///
    /// # Errors
    /// See [`Store`].
    pub async fn organisations_with(
        &self,
        uscc: &str,
        after: Uuid,
        limit: u32,
    ) -> Result<Vec<Organisation>, StoreError> {
        on!(self, store => store.organisations_with(uscc, after, limit))
    }

    /// A page of the applications in the regions whose codes begin with these digits, by code, after the given one.
    ///
    /// # Errors
    /// See [`Store`].
    pub async fn organisations_in(
        &self,
        state: OrganisationState,
        digits: &str,
        after: Option<(&str, Uuid)>,
        limit: u32,
    ) -> Result<Vec<Organisation>, StoreError> {
        on!(self, store => store.organisations_in(state, digits, after, limit))
    }

    /// A scan of an application; `None` where there is none.
    ///
    /// # Errors
    /// See [`Store`].
    pub async fn scan(&self, organisation: Uuid, purpose: &str) -> Result<Option<Scan>, StoreError> {
        on!(self, store => store.scan(organisation, purpose))
    }

    /// Purposes and names of an application's scans.
    ///
    /// # Errors
    /// See [`Store`].
    pub async fn scans(&self, organisation: Uuid) -> Result<Vec<(String, String)>, StoreError> {
        on!(self, store => store.scans(organisation))
    }

    /// Where an account is reached; `None` where it isn't known.
    ///
    /// # Errors
    /// See [`Store`].
    pub async fn phone(&self, account: Uuid) -> Result<Option<Hidden<String>>, StoreError> {
        on!(self, store => store.phone(account))
    }

    /// A page of an employer's roster in the order of ids, after the given one, without those who are erased.
    ///
    /// # Errors
    /// See [`Store`].
    pub async fn roster(&self, employer: &str, after: Uuid, limit: u32) -> Result<Vec<RosterPerson>, StoreError> {
        on!(self, store => store.roster(employer, after, limit))
    }

    /// How many people are on an employer's roster.
    ///
    /// # Errors
    /// See [`Store`].
    pub async fn roster_size(&self, employer: &str) -> Result<u64, StoreError> {
        on!(self, store => store.roster_size(employer))
    }

    /// Those of exactly this name on an employer's roster.
    ///
    /// # Errors
    /// See [`Store`].
    pub async fn roster_named(&self, employer: &str, name: &str, limit: u32) -> Result<Vec<RosterPerson>, StoreError> {
        on!(self, store => store.roster_named(employer, name, limit))
    }

    /// Somebody on an employer's roster; `None` where there is none, or they are erased.
    ///
    /// # Errors
    /// See [`Store`].
    pub async fn roster_person(&self, employer: &str, id: Uuid) -> Result<Option<RosterPerson>, StoreError> {
        on!(self, store => store.roster_person(employer, id))
    }

    /// On which rosters an account stands: employer and id.
    ///
    /// # Errors
    /// See [`Store`].
    pub async fn rosters_of(&self, account: Uuid, limit: u32) -> Result<Vec<(String, Uuid)>, StoreError> {
        on!(self, store => store.rosters_of(account, limit))
    }

    /// A list that waits for its confirmation; `None` where there is none.
    ///
    /// # Errors
    /// See [`Store`].
    pub async fn roster_draft(&self, id: Uuid) -> Result<Option<RosterDraft>, StoreError> {
        on!(self, store => store.roster_draft(id))
    }

    /// The group's code of an employer; `None` where none is set.
    ///
    /// # Errors
    /// See [`Store`].
    pub async fn group(&self, employer: &str) -> Result<Option<String>, StoreError> {
        on!(self, store => store.group(employer))
    }

    /// The employer of a group's code; `None` where there is none.
    ///
    /// # Errors
    /// See [`Store`].
    pub async fn group_of_code(&self, code: &str) -> Result<Option<String>, StoreError> {
        on!(self, store => store.group_of_code(code))
    }

    /// The link or code with a token of this SHA-256, ended or not; `None` where there is none.
    ///
    /// # Errors
    /// See [`Store`].
    pub async fn pass(&self, token: Digest) -> Result<Option<Pass>, StoreError> {
        on!(self, store => store.pass(token))
    }

    /// How many links or codes somebody was given after an instant.
    ///
    /// # Errors
    /// See [`Store`].
    pub async fn passes_since(
        &self,
        employer: &str,
        person: Uuid,
        kind: PassKind,
        since: Moment,
    ) -> Result<u64, StoreError> {
        on!(self, store => store.passes_since(employer, person, kind, since))
    }

    /// Whose password a link with a token of this SHA-256 sets; `None` where it has ended, was used, or never was.
    ///
    /// # Errors
    /// See [`Store`].
    pub async fn account_pass(&self, token: Digest, at: Moment) -> Result<Option<Uuid>, StoreError> {
        on!(self, store => store.account_pass(token, at))
    }

    /// How many such links an account was given after an instant.
    ///
    /// # Errors
    /// See [`Store`].
    pub async fn account_passes_since(&self, account: Uuid, since: Moment) -> Result<u64, StoreError> {
        on!(self, store => store.account_passes_since(account, since))
    }

    /// Short messages whose next attempt is due at or before an instant, earliest first.
    ///
    /// # Errors
    /// See [`Store`].
    pub async fn short_due(&self, by: Moment, limit: u32) -> Result<Vec<ShortMessage>, StoreError> {
        on!(self, store => store.short_due(by, limit))
    }

    /// A page of short messages, newest first, before the given one.
    ///
    /// # Errors
    /// See [`Store`].
    pub async fn short_newest(&self, before: Uuid, limit: u32) -> Result<Vec<ShortMessage>, StoreError> {
        on!(self, store => store.short_newest(before, limit))
    }

    /// A survey; `None` where there is none.
    ///
    /// # Errors
    /// See [`Store`].
    pub async fn survey(&self, id: Uuid) -> Result<Option<Survey>, StoreError> {
        on!(self, store => store.survey(id))
    }

    /// The survey whose poster carries a code; `None` where there is none.
    ///
    /// # Errors
    /// See [`Store`].
    pub async fn survey_of_code(&self, code: &str) -> Result<Option<Survey>, StoreError> {
        on!(self, store => store.survey_of_code(code))
    }

    /// A page of an employer's surveys, newest first, before the given one.
    ///
    /// # Errors
    /// See [`Store`].
    pub async fn surveys(&self, employer: &str, before: Uuid, limit: u32) -> Result<Vec<Survey>, StoreError> {
        on!(self, store => store.surveys(employer, before, limit))
    }

    /// How many have answered a survey.
    ///
    /// # Errors
    /// See [`Store`].
    pub async fn survey_taken(&self, survey: Uuid) -> Result<u64, StoreError> {
        on!(self, store => store.survey_taken(survey))
    }

    /// Whether the person of a mark has answered a survey.
    ///
    /// # Errors
    /// See [`Store`].
    pub async fn has_answered(&self, survey: Uuid, mark: Digest) -> Result<bool, StoreError> {
        on!(self, store => store.has_answered(survey, mark))
    }

    /// A page of a survey's answers in the order of their random ids, after the given one.
    ///
    /// # Errors
    /// See [`Store`].
    pub async fn survey_answers(&self, survey: Uuid, after: Uuid, limit: u32) -> Result<Vec<SurveyAnswer>, StoreError> {
        on!(self, store => store.survey_answers(survey, after, limit))
    }
}
