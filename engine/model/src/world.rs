//! A case in the model: the real state, the instant, and the second reading of its history.

use law::dataset::DataSets;
use law::rules::{Profile, Rules};
use law::time::Moment;
use negotiation::command::{ChildKind, Command, OpeningCommand, Scope, StrikeClock, SystemCommand};
use negotiation::event::Event;
use negotiation::state::{Delegation, Duty, DutyStatus, PaperEntry};
use negotiation::{
    Actor, Capacity, Facts, Impossible, Negotiation, Refusal, RegisteredAcceptance, Side, apply, decide, next_due,
};

use crate::acts::{Family as Detour, View};
use crate::bounds::Bounds;
use crate::cast::{self, digest};
use crate::family::{self, Family};
use crate::openings;
use crate::papers::at_home;
use crate::text::Texts;
use crate::watch::Watch;

/// The function that decides: the real one, or one that a test has broken on purpose.
pub type Decide =
    fn(&Rules, &DataSets, Option<&Negotiation>, &Facts, Moment, &Actor, &Command) -> Result<Vec<Event>, Refusal>;

/// The function that applies an event: the real one, or one that a test has broken on purpose.
pub type Apply = fn(&mut Negotiation, &Event) -> Result<(), Impossible>;

/// Why a model can't be set up: shipped data is damaged.
#[derive(Debug, thiserror::Error)]
pub enum ModelError {
    /// A rule profile.
    #[error("rules: {0:?}")]
    Rules(#[from] law::rules::RulesError),
    /// A data set.
    #[error("data sets: {0:?}")]
    Data(#[from] law::dataset::DatasetError),
    /// The first record isn't accepted.
    #[error("the case can't be opened: {0}")]
    Opening(String),
}

/// What a whole exploration is decided under.
pub struct Setting {
    pub(crate) apply: Apply,
    pub(crate) bounds: Bounds,
    pub(crate) data: DataSets,
    pub(crate) decide: Decide,
    pub(crate) facts: Facts,
    /// The case on which the explored one hangs.
    pub(crate) family: Option<Family>,
    pub(crate) rules: Rules,
    pub(crate) scope: Scope,
    pub(crate) texts: Texts,
    /// Stop at the first broken property.
    pub(crate) until_broken: bool,
}

impl Setting {
    /// The shipped rules of a profile, decided by the real law.
    ///
    /// # Errors
    /// Only where the shipped data is damaged.
    pub fn new(profile: Profile, bounds: Bounds) -> Result<Self, ModelError> {
        let mut facts = Facts::default();
        if bounds.inbox {
            let text = digest("terms of use");
            let at = cast::opened_at();
            facts.acceptances =
                [Side::Worker, Side::Employer].map(|side| RegisteredAcceptance { at, side, text }).into();
        }
        let (data, rules) = (cast::data()?, Rules::builtin(profile)?);
        let (family, scope) = (None, Scope::Enterprise);
        let texts = Texts::new();
        Ok(Self { apply, bounds, data, decide, facts, family, rules, scope, texts, until_broken: false })
    }

    /// A case that hangs on one in force, which learns how it ends.
    ///
    /// # Errors
    /// Only where the shipped data is damaged, or the law lets no agreement come into force.
    pub fn child(profile: Profile, kind: ChildKind) -> Result<Self, ModelError> {
        Ok(Self { family: Some(family::in_force(profile, kind)?), ..Self::new(profile, Bounds::CHILD)? })
    }

    /// A case of a sector with two employers on its list.
    ///
    /// # Errors
    /// Only where the shipped data is damaged.
    pub fn sector(profile: Profile) -> Result<Self, ModelError> {
        Ok(Self { scope: Scope::Sector, ..Self::new(profile, Bounds::SECTOR)? })
    }

    /// The same, decided by another law, until it breaks a property: for tests that have to find what is wrong with it.
    #[must_use]
    pub fn decided_by(mut self, decide: Decide) -> Self {
        self.decide = decide;
        self.until_broken = true;
        self
    }

    /// The same, with events applied by another state.
    #[must_use]
    pub fn applied_by(mut self, apply: Apply) -> Self {
        self.apply = apply;
        self
    }

    /// The profile.
    #[must_use]
    pub const fn profile(&self) -> Profile {
        self.rules.profile
    }

    /// A case that was just opened.
    ///
    /// # Errors
    /// The case can't be opened.
    pub fn open(&self) -> Result<World, ModelError> {
        let profile = self.rules.profile;
        let opening = match &self.family {
            Some(family) => openings::child(profile, &family.named),
            None if self.scope == Scope::Sector => cast::several(profile, Scope::Sector),
            None => cast::opening(profile),
        };
        let command = Command::Opening(OpeningCommand::OpenCase(Box::new(opening)));
        let chair = cast::actor(Capacity::UnionChair);
        let at = self.family.as_ref().map_or_else(cast::opened_at, |family| family.at);
        let events = self.decide_first(at, &chair, &command).map_err(|refusal| ModelError::Opening(refusal.rule))?;
        let case = events.first().and_then(|event| negotiation::open(event).ok());
        let case = case.ok_or_else(|| ModelError::Opening("no event".to_owned()))?;
        Ok(World { case, detour: None, now: at, watch: Watch::default() })
    }

    /// What the law says to a command in a case.
    pub(crate) fn decide(&self, world: &World, actor: &Actor, command: &Command) -> Result<Vec<Event>, Refusal> {
        let adopts = matches!(command, Command::System(SystemCommand::AdoptDataset(_)));
        if adopts {
            let facts = Facts { datasets: Some(self.data.hashes()), ..self.facts.clone() };
            return (self.decide)(&self.rules, &self.data, Some(&world.case), &facts, world.now, actor, command);
        }
        (self.decide)(&self.rules, &self.data, Some(&world.case), &self.facts, world.now, actor, command)
    }

    /// What the law says to a command before there is a case.
    pub(crate) fn decide_first(&self, now: Moment, actor: &Actor, command: &Command) -> Result<Vec<Event>, Refusal> {
        (self.decide)(&self.rules, &self.data, None, &self.facts, now, actor, command)
    }

    /// Strikes what is due, in due order.
    ///
    /// # Errors
    /// The duty that the law refuses to strike, or whose events don't fit.
    pub(crate) fn strike(&self, world: &mut World) -> Result<Vec<Event>, String> {
        let mut struck = Vec::new();
        while let Some(duty) = next_due(&world.case, world.now) {
            let id = duty.id.clone();
            let command = Command::System(SystemCommand::StrikeClock(StrikeClock { duty: id.clone() }));
            let events = self.decide(world, &Actor::clock(), &command).map_err(|refusal| refusal.rule)?;
            world.follow(self, &events)?;
            struck.extend(events);
            if next_due(&world.case, world.now).is_some_and(|next| next.id == id) {
                return Err(format!("{id} is still due after it was struck"));
            }
        }
        Ok(struck)
    }
}

/// A case in the model.
#[derive(Clone, Debug)]
pub struct World {
    pub(crate) case: Negotiation,
    /// The detour on which the case is, and its acts so far.
    pub(crate) detour: Option<(Detour, u8)>,
    pub(crate) now: Moment,
    pub(crate) watch: Watch,
}

impl World {
    /// Where the case stands.
    #[must_use]
    pub const fn stage(&self) -> &'static str {
        self.case.stage_name()
    }

    pub(crate) fn view<'a>(&'a self, setting: &'a Setting) -> View<'a> {
        View { n: &self.case, texts: &setting.texts, today: self.now.date() }
    }

    /// Applies the events of an accepted command.
    ///
    /// # Errors
    /// What the state says is impossible: a decision that its own events contradict.
    pub(crate) fn follow(&mut self, setting: &Setting, events: &[Event]) -> Result<(), String> {
        for event in events {
            (setting.apply)(&mut self.case, event).map_err(|impossible| impossible.to_string())?;
            self.watch.read(event);
        }
        Ok(())
    }

    /// The open duties on whose last day something depends where the case stands. Those of letters and vacancies count on
    /// their detour only, and while an agreement is in force its last day only.
    pub(crate) fn pending(&self) -> impl Iterator<Item = &Duty> {
        let noted = |duty: &Duty| NOTED.contains(&duty.rule.as_str());
        let off_the_way = |duty: &Duty| matches!(duty.rule.as_str(), "opinion_answer" | "vacancy_fill");
        self.open().filter(move |duty| !noted(duty) && (self.detour.is_some() || !off_the_way(duty)))
    }

    /// Papers that wait for their second person where the act belongs.
    pub(crate) fn waiting(&self) -> impl Iterator<Item = &PaperEntry> {
        self.case.papers.iter().filter(|paper| !paper.confirmed && at_home(&self.case.stage, paper))
    }

    /// Whether a detour left something behind that the law still reads and the key does not.
    pub(crate) fn is_marked(&self) -> bool {
        let case = &self.case;
        let vacant = |list: Option<&Delegation>| {
            list.is_some_and(|list| !list.vacancies.is_empty() || list.seats.iter().any(|seat| seat.to.is_some()))
        };
        vacant(case.delegations.worker.as_deref())
            || vacant(case.delegations.employer.as_deref())
            || !case.remedies.letters.is_empty()
            || !case.remedies.orders.is_empty()
            || !case.slips.is_empty()
            || !case.table.packages.is_empty()
            || case.suspension.is_some()
            || case.corrections.iter().any(|correction| correction.confirmed)
    }

    /// The duties whose last day is still to come.
    fn open(&self) -> impl Iterator<Item = &Duty> {
        let open = |duty: &&Duty| duty.status == DutyStatus::Open && duty.due_at() > self.now;
        self.case.duties.iter().filter(open)
    }

    /// Noon of the day before the next day on which something depends, of that day, and of the day after it; days that lie
    /// ahead.
    pub(crate) fn days_to_next(&self) -> impl Iterator<Item = Moment> {
        self.days_to(self.pending().map(Duty::due_at).min())
    }

    /// These, and those about the next due day at all.
    pub(crate) fn days_ahead(&self) -> Vec<Moment> {
        let next = self.pending().map(Duty::due_at).min();
        let noted = self.open().map(Duty::due_at).min().filter(|noted| Some(*noted) != next);
        self.days_to_next().chain(self.days_to(noted)).collect()
    }

    fn days_to(&self, due: Option<Moment>) -> impl Iterator<Item = Moment> {
        const DAY: i64 = 86_400_000;
        let now = self.now;
        // The due instant is the first after the last day: noon of that day is half a day before it.
        let about = |due: Moment| [-DAY, 0, DAY].map(|shift| due.plus_millis(shift - DAY / 2));
        due.into_iter().flat_map(about).filter(move |at| *at > now)
    }
}

/// Duties whose default is on record and changes nothing else: the law accepts the same before their last day, after it,
/// and once they are met. Time stops at their last days too, but no two states are told apart by them.
const NOTED: [&str; 9] = [
    "announce_reps",
    "annual_report",
    "disclose",
    "publish",
    "renew_open",
    "rescind_file",
    "resubmit",
    "to_congress",
    "total",
];
