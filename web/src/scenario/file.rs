//! The form of a scenario file.

use law::Date;
use law::dataset::{CpiRow, DataSets, GuidelineRow, MinWageRow, Region};
use law::rules::Profile;
use law::time::Moment;
use negotiation::command::Scope;
use negotiation::{Capacity, Floor, Side};
use serde::{Deserialize, Serialize};

use super::ScenarioError;

/// A whole file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    #[serde(default)]
    pub(super) acceptance: Vec<Acceptance>,
    #[serde(default)]
    pub(super) attachment: Vec<Attachment>,
    #[serde(default)]
    pub(super) case: Vec<Case>,
    #[serde(default)]
    pub(super) cpi: Vec<CpiRow>,
    #[serde(default, rename = "floor")]
    pub(super) floors: Vec<Floor>,
    #[serde(default)]
    pub(super) guideline: Vec<GuidelineRow>,
    #[serde(default)]
    pub(super) min_wage: Vec<MinWageRow>,
    pub(super) person: Vec<Person>,
    pub(super) profile: Profile,
    pub(super) region: String,
    #[serde(default, rename = "regions")]
    pub(super) region_rows: Vec<Region>,
    pub(super) scope: Scope,
    pub(super) seed: String,
    pub(super) step: Vec<Step>,
    #[serde(default)]
    pub(super) terms: toml::Table,
    pub(super) title: String,
    pub(super) until: Moment,
}

/// A case beside the main one.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Case {
    pub(super) key: String,
}

/// The head of a scenario.
#[derive(Clone, Debug)]
pub struct Header {
    /// Acceptances of the platform given at registration.
    pub acceptance: Vec<Acceptance>,
    /// What a sector or region agreement in force grants at least.
    pub floors: Vec<Floor>,
    /// The rule profile.
    pub profile: Profile,
    /// Region code.
    pub region: String,
    /// What the agreement will cover.
    pub scope: Scope,
    /// What the scenario shows.
    pub title: String,
    /// Until when the clock runs.
    pub until: Moment,
}

/// An acceptance of the platform given at registration.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Acceptance {
    /// When.
    pub at: Moment,
    /// Which party.
    pub side: Side,
    /// The words accepted.
    pub text: String,
}

/// An attachment.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Attachment {
    pub(super) key: String,
    pub(super) name: String,
    pub(super) text: String,
}

/// A person.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// Capacities, the usual one first.
    pub capacities: Vec<Capacity>,
    /// Number of the identity card.
    #[serde(default)]
    pub id_no: Option<String>,
    /// Key in this file.
    pub key: String,
    /// Name.
    pub name: String,
    /// Telephone.
    #[serde(default)]
    pub phone: Option<String>,
    /// Post in the enterprise or office.
    #[serde(default)]
    pub post: Option<String>,
}

/// One step.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Key of the person, or `system`.
    pub actor: String,
    /// When it is done and recorded.
    pub at: Moment,
    /// Key of the case; the main one where none is named.
    #[serde(default)]
    pub case: Option<String>,
    /// Capacity, where the person has more than one.
    #[serde(default, rename = "as")]
    pub capacity: Option<Capacity>,
    /// Flat name of the command.
    pub command: String,
    /// What is expected.
    #[serde(default)]
    pub expect: Expect,
    /// Duties as they stand afterwards.
    #[serde(default)]
    pub expect_duties: Vec<DutyExpectation>,
    /// The stage afterwards.
    #[serde(default)]
    pub expect_stage: Option<String>,
    /// Arguments of the command.
    #[serde(default)]
    pub with: toml::Table,
}

/// What a step is expected to end in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Expect {
    /// Accepted.
    #[default]
    Ok,
    /// Refused under this rule.
    Refused(String),
}

/// A duty as it is expected to stand.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct DutyExpectation {
    /// Warning date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amber: Option<Date>,
    /// Last day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Date>,
    /// Id of the duty.
    pub id: String,
    /// Last day before a holiday moved it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub raw: Option<Date>,
    /// How it stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<DutyState>,
}

/// How a duty stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum DutyState {
    /// Owed.
    Open,
    /// Met in time.
    Met,
    /// Met late.
    Late,
    /// Struck: in default, or ended in silence.
    Struck,
    /// No longer binding.
    Voided,
}

/// The program's data sets with the file's own regions and figures.
pub(super) fn data(
    regions: &[Region],
    min_wage: &[MinWageRow],
    guideline: &[GuidelineRow],
    cpi: &[CpiRow],
) -> Result<DataSets, ScenarioError> {
    let mut data = DataSets::builtin()?.with_regions(regions)?;
    data = added(data, "min_wage", min_wage)?;
    data = added(data, "guideline", guideline)?;
    added(data, "cpi", cpi)
}

/// A data set with rows of the file beside those it has.
fn added<R: Serialize>(data: DataSets, kind: &str, rows: &[R]) -> Result<DataSets, ScenarioError> {
    if rows.is_empty() {
        return Ok(data);
    }
    let shipped = data.files().into_iter().find(|(known, _, _)| known.word() == kind);
    let broken =
        |error: serde_json::Error| ScenarioError::Reference { place: kind.to_owned(), found: error.to_string() };
    let mut file: serde_json::Value = match shipped {
        Some((_, _, bytes)) => serde_json::from_slice(bytes).map_err(broken)?,
        None => return Ok(data),
    };
    if let Some(list) = file.get_mut("rows").and_then(serde_json::Value::as_array_mut) {
        for row in rows {
            list.push(serde_json::to_value(row).map_err(broken)?);
        }
    }
    Ok(data.with_file(&serde_json::to_vec(&file).map_err(broken)?)?)
}
