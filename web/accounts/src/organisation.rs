//! Who belongs where: organisations are applied for, confirmed by whoever is above them, or given back to be mended.
//!
//! The tree is that of the regions: a federation of `3307` is above every union in `3307…`. Until it is confirmed, an
//! application gives no standing; its confirmation and the standings commit together.

use law::identity::check_uscc;
use law::text::check_text;
use messages::Said;
use negotiation::Capacity;
use store::{MAX_PAGE, Organisation, OrganisationState, PeopleChore, Scan, Scope, Standing};
use uuid::Uuid;

use crate::access::{Denied, Right, may};
use crate::{AccountError, Accounts, Fault, PeopleError, Signed, check};

/// What an organisation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OrganisationKind {
    /// An enterprise.
    Enterprise,
    /// The union of one enterprise.
    Union,
    /// A union over several enterprises.
    JointUnion,
    /// The union of a township or a street, for enterprises that have none.
    TownshipUnion,
    /// A federation of trade unions.
    Federation,
    /// A bureau of human resources and social security.
    Bureau,
    /// An association of employers.
    Association,
}

use OrganisationKind::{Association, Bureau, Enterprise, Federation, JointUnion, TownshipUnion, Union};

impl OrganisationKind {
    /// All kinds, the most frequent first.
    pub const ALL: [Self; 7] = [Union, Enterprise, JointUnion, TownshipUnion, Federation, Bureau, Association];

    /// The name in tables, forms and message keys.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Enterprise => "enterprise",
            Union => "union",
            JointUnion => "joint-union",
            TownshipUnion => "township-union",
            Federation => "federation",
            Bureau => "bureau",
            Association => "association",
        }
    }

    /// The kind of a name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// What its head may become by it.
    #[must_use]
    pub const fn capacities(self) -> &'static [Capacity] {
        match self {
            Enterprise => &[Capacity::EmployerLegalRep, Capacity::EmployerAgent],
            Union | JointUnion | TownshipUnion => &[Capacity::UnionChair],
            Federation => &[Capacity::HigherUnion],
            Bureau => &[Capacity::HrssOfficer],
            // It is listed; whom it sends into a case is named there.
            Association => &[Capacity::EmployerRep],
        }
    }

    /// Whether it stands for a region and not for employers.
    #[must_use]
    pub const fn is_office(self) -> bool {
        matches!(self, Federation | Bureau | Association)
    }

    /// Whether it is a union of workers at their place.
    #[must_use]
    pub const fn is_union(self) -> bool {
        matches!(self, Union | JointUnion | TownshipUnion)
    }

    /// How many employers it stands for, at least and at most.
    const fn employers(self) -> (usize, usize) {
        match self {
            Enterprise | Union => (1, 1),
            JointUnion => (2, MOST_EMPLOYERS),
            TownshipUnion => (1, MOST_EMPLOYERS),
            Federation | Bureau | Association => (0, 0),
        }
    }
}

/// Employers of one union at most.
const MOST_EMPLOYERS: usize = 200;
/// Characters of a registered name at most.
const NAME: usize = 100;
/// Characters of a reason at most.
const REASON: usize = 300;

/// What somebody typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Application {
    /// As what the head stands, by name; the first that is possible where it is empty.
    pub capacity: String,
    /// Codes of the employers of a union over several, one a line.
    pub employers: String,
    /// The kind, by name.
    pub kind: String,
    /// Registered name.
    pub name: String,
    /// Region code.
    pub region: String,
    /// Unified social credit code.
    pub uscc: String,
}

impl Application {
    /// The organisation that it asks for.
    fn read(&self, id: Uuid, applicant: Uuid, at: law::time::Moment) -> Result<Organisation, Vec<Fault>> {
        let mut faults = Vec::new();
        let mut wrong = |field, said| faults.push(Fault::new(field, said));
        let kind = OrganisationKind::named(&self.kind);
        if kind.is_none() {
            wrong("kind", Said::new("accounts-organisation-kind"));
        }
        let name = self.name.trim();
        if name.is_empty() {
            wrong("name", Said::new("accounts-organisation-name"));
        } else if let Err(error) = check_text(name, NAME) {
            wrong("name", error.said());
        }
        let uscc = self.uscc.trim().to_uppercase();
        if let Err(error) = check_uscc(&uscc) {
            wrong("uscc", error.said());
        }
        let region = check::region(self.region.trim());
        if region.is_none() {
            wrong("region", Said::new("accounts-region").arg("found", self.region.trim()));
        }
        let employers = match kind {
            Some(Enterprise) => vec![uscc.clone()],
            Some(Union | JointUnion | TownshipUnion) => self.employers(),
            Some(Federation | Bureau | Association) | None => Vec::new(),
        };
        for code in employers.iter().filter(|_| kind != Some(Enterprise)) {
            if let Err(error) = check_uscc(code) {
                wrong("employers", error.said());
            }
        }
        let (least, most) = kind.map_or((0, usize::MAX), OrganisationKind::employers);
        if !(least..=most).contains(&employers.len()) {
            let said = Said::new("accounts-organisation-employers").arg("found", employers.len());
            wrong("employers", said.arg("least", least).arg("most", most));
        }
        let possible = kind.map_or(&[][..], OrganisationKind::capacities);
        let capacity = possible.iter().find(|capacity| capacity.name() == self.capacity).or_else(|| possible.first());
        match (kind, region, capacity) {
            (Some(kind), Some(region), Some(capacity)) if faults.is_empty() => Ok(Organisation {
                id,
                kind: kind.name().to_owned(),
                name: name.to_owned(),
                uscc,
                region,
                employers,
                applicant,
                capacity: *capacity,
                state: OrganisationState::Waiting,
                reason: String::new(),
                created_at: at,
                decided: None,
            }),
            _ => Err(faults),
        }
    }

    fn employers(&self) -> Vec<String> {
        let parts = self.employers.split(|c: char| c.is_whitespace() || matches!(c, ',' | '，' | '、' | ';' | '；'));
        let mut codes: Vec<String> = parts.filter(|part| !part.is_empty()).map(str::to_uppercase).collect();
        codes.sort();
        codes.dedup();
        codes
    }
}

impl From<&Organisation> for Application {
    fn from(organisation: &Organisation) -> Self {
        Self {
            capacity: organisation.capacity.name().to_owned(),
            employers: organisation.employers.join("\n"),
            kind: organisation.kind.clone(),
            name: organisation.name.clone(),
            region: organisation.region.clone(),
            uscc: organisation.uscc.clone(),
        }
    }
}

impl Accounts {
    /// Looks at an application without handing it in.
    ///
    /// # Errors
    /// Its faults.
    pub fn check_application(&self, application: &Application) -> Result<Organisation, Vec<Fault>> {
        application.read(Uuid::nil(), Uuid::nil(), self.now())
    }

    /// Hands an application in, or again under the same id with what was mended. Gives whether it was taken: not where it
    /// is confirmed already.
    ///
    /// # Errors
    /// Its faults; the database.
    pub async fn apply(
        &self,
        applicant: Uuid,
        id: Uuid,
        application: &Application,
        scans: Vec<Scan>,
    ) -> Result<bool, PeopleError> {
        let organisation = application.read(id, applicant, self.now()).map_err(PeopleError::Faults)?;
        Ok(self.people(PeopleChore::Apply { organisation, scans }).await?)
    }

    /// An application that somebody may see: their own, or one that they may decide about.
    ///
    /// # Errors
    /// There is none for them; the database.
    pub async fn organisation(&self, signed: &Signed, id: Uuid) -> Result<Organisation, PeopleError> {
        let found = self.store().organisation(id).await?.ok_or(PeopleError::Gone)?;
        if found.applicant == signed.account.id || may_decide(signed, &found).is_ok() {
            Ok(found)
        } else {
            Err(PeopleError::Gone)
        }
    }

    /// Somebody's own applications.
    ///
    /// # Errors
    /// The database.
    pub async fn applications_of(&self, account: Uuid) -> Result<Vec<Organisation>, AccountError> {
        Ok(self.store().organisations_of(account, Uuid::nil(), MAX_PAGE).await?)
    }

    /// A page of the organisations in a region about which somebody may decide, by region, after the given one.
    ///
    /// # Errors
    /// The database.
    pub async fn organisations_of_region(
        &self,
        signed: &Signed,
        state: OrganisationState,
        digits: &str,
        after: Option<&(String, Uuid)>,
        limit: usize,
    ) -> Result<Vec<Organisation>, AccountError> {
        let (mut found, mut after) = (Vec::new(), after.cloned());
        while found.len() < limit {
            let from = after.as_ref().map(|(region, id)| (region.as_str(), *id));
            let page = self.store().organisations_in(state, digits, from, MAX_PAGE).await?;
            let Some(last) = page.last() else { break };
            after = Some((last.region.clone(), last.id));
            found.extend(page.into_iter().filter(|organisation| may_decide(signed, organisation).is_ok()));
        }
        found.truncate(limit);
        Ok(found)
    }

    /// Those whose standing a confirmation ends: one chair a union, one legal representative an enterprise.
    ///
    /// # Errors
    /// The database.
    pub async fn followed_by(
        &self,
        organisation: &Organisation,
    ) -> Result<Vec<(Uuid, String, Standing)>, AccountError> {
        let mut followed = Vec::new();
        if !matches!(organisation.capacity, Capacity::UnionChair | Capacity::EmployerLegalRep) {
            return Ok(followed);
        }
        for employer in &organisation.employers {
            for (account, capacity) in self.standing_for(employer).await? {
                if capacity == organisation.capacity && account.id != organisation.applicant {
                    let scope = Scope::Employer(employer.clone());
                    followed.push((account.id, account.name, Standing { scope, capacity }));
                }
            }
        }
        Ok(followed)
    }

    /// Confirms an application: its head stands from now on, whoever stood before them doesn't any more.
    ///
    /// # Errors
    /// They may not, or it is their own; it doesn't wait any more; rule `ACCOUNT-ONE-SIDE`; the database.
    pub async fn confirm(&self, signed: &Signed, id: Uuid) -> Result<(), PeopleError> {
        let organisation = self.waiting(signed, id).await?;
        let leaves = self.followed_by(&organisation).await?;
        let leaves = leaves.into_iter().map(|(account, _, standing)| (account, standing)).collect();
        let stands = standings(&organisation).into_iter().map(|standing| (organisation.applicant, standing)).collect();
        self.decide(signed, id, OrganisationState::Confirmed, String::new(), leaves, stands).await
    }

    /// Gives an application back to be mended.
    ///
    /// # Errors
    /// As above; there is no reason.
    pub async fn give_back(&self, signed: &Signed, id: Uuid, reason: &str) -> Result<(), PeopleError> {
        self.waiting(signed, id).await?;
        let reason = reason.trim();
        let wrong = |said| PeopleError::Faults(vec![Fault::new("reason", said)]);
        if reason.is_empty() {
            return Err(wrong(Said::new("accounts-organisation-reason")));
        }
        check_text(&reason.replace('\n', " "), REASON).map_err(|error| wrong(error.said()))?;
        self.decide(signed, id, OrganisationState::Returned, reason.to_owned(), Vec::new(), Vec::new()).await
    }

    async fn waiting(&self, signed: &Signed, id: Uuid) -> Result<Organisation, PeopleError> {
        let organisation = self.organisation(signed, id).await?;
        if organisation.applicant == signed.account.id {
            return Err(PeopleError::Own);
        }
        may_decide(signed, &organisation)?;
        Ok(organisation)
    }

    async fn decide(
        &self,
        signed: &Signed,
        id: Uuid,
        state: OrganisationState,
        reason: String,
        leaves: Vec<(Uuid, Standing)>,
        stands: Vec<(Uuid, Standing)>,
    ) -> Result<(), PeopleError> {
        let (by, at) = (signed.account.id, self.now());
        let decided = self.people(PeopleChore::Decide { id, state, reason, by, at, leaves, stands }).await?;
        if decided { Ok(()) } else { Err(PeopleError::Gone) }
    }
}

/// What the head of an organisation stands for once it is confirmed.
#[must_use]
pub fn standings(organisation: &Organisation) -> Vec<Standing> {
    let capacity = organisation.capacity;
    let kind = OrganisationKind::named(&organisation.kind);
    if kind == Some(Association) {
        return Vec::new();
    }
    if kind.is_some_and(OrganisationKind::is_office) {
        return vec![Standing { scope: Scope::Region(organisation.region.clone()), capacity }];
    }
    let standing = |code: &String| Standing { scope: Scope::Employer(code.clone()), capacity };
    organisation.employers.iter().map(standing).collect()
}

/// Whether somebody may confirm an organisation: from its own region or one around it; an office of the same kind only
/// from one around it.
///
/// # Errors
/// They may not.
pub fn may_decide(signed: &Signed, organisation: &Organisation) -> Result<(), Denied> {
    let kind = OrganisationKind::named(&organisation.kind).unwrap_or(Bureau);
    let right = match kind {
        Enterprise | Association => Right::ConfirmEnterprise,
        Union | JointUnion | TownshipUnion | Federation => Right::ConfirmUnion,
        Bureau => Right::Review,
    };
    let above = |standing: &&Standing| match &standing.scope {
        Scope::Region(digits) => {
            organisation.region.starts_with(digits) && (!kind.is_office() || digits.len() < organisation.region.len())
        }
        Scope::Case(_) | Scope::Employer(_) => false,
    };
    let held: Vec<Capacity> = signed.standings.iter().filter(above).map(|standing| standing.capacity).collect();
    may(right, &held).map(drop)
}
