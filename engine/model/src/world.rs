//! A case in the model: the real state, the instant, and the second reading of its history.

use law::dataset::DataSets;
use law::rules::{Profile, Rules};
use law::time::Moment;
use negotiation::command::{Command, OpeningCommand, StrikeClock, SystemCommand};
use negotiation::event::Event;
use negotiation::state::Duty;
use negotiation::{Actor, Capacity, Facts, Negotiation, Refusal, RegisteredAcceptance, Side, apply, decide, next_due};

use crate::acts::{Family, View};
use crate::bounds::Bounds;
use crate::cast::{self, digest};
use crate::text::Texts;
use crate::watch::Watch;

/// The function that decides: the real one, or one that a test has broken on purpose.
pub type Decide =
    fn(&Rules, &DataSets, Option<&Negotiation>, &Facts, Moment, &Actor, &Command) -> Result<Vec<Event>, Refusal>;

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
    pub(crate) bounds: Bounds,
    pub(crate) data: DataSets,
    pub(crate) decide: Decide,
    pub(crate) facts: Facts,
    pub(crate) rules: Rules,
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
        Ok(Self { bounds, data, decide, facts, rules, texts: Texts::new(), until_broken: false })
    }

    /// The same, decided by another law, until it breaks a property: for tests that have to find what is wrong with it.
    #[must_use]
    pub fn decided_by(mut self, decide: Decide) -> Self {
        self.decide = decide;
        self.until_broken = true;
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
        let command = Command::Opening(OpeningCommand::OpenCase(Box::new(cast::opening(self.rules.profile))));
        let (chair, at) = (cast::actor(Capacity::UnionChair), cast::opened_at());
        let opened = (self.decide)(&self.rules, &self.data, None, &self.facts, at, &chair, &command);
        let events = opened.map_err(|refusal| ModelError::Opening(refusal.rule))?;
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
            world.follow(&events)?;
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
    pub(crate) detour: Option<(Family, u8)>,
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
    pub(crate) fn follow(&mut self, events: &[Event]) -> Result<(), String> {
        for event in events {
            apply(&mut self.case, event).map_err(|impossible| impossible.to_string())?;
            self.watch.read(event);
        }
        self.watch.stand(&self.case);
        Ok(())
    }

    /// The open duties that matter where the case stands: those before the first meeting no longer do after it, those of
    /// letters and vacancies only on their detour, and while an agreement is in force its last day only; time that goes
    /// on to that day strikes the others on the way.
    pub(crate) fn pending(&self) -> impl Iterator<Item = &Duty> {
        let early = ["idle", "offered", "awaiting_reply", "refused", "preparing", "ready"].contains(&self.stage());
        let in_force = self.stage() == "effective";
        self.case.duties.iter().filter(move |duty| {
            let open = duty.status == negotiation::state::DutyStatus::Open && duty.due_at() > self.now;
            let rule = duty.rule.as_str();
            open && (early || !matches!(rule, "disclose" | "announce_reps"))
                && (self.detour.is_some() || !matches!(rule, "opinion_answer" | "vacancy_fill"))
                && (!in_force || !matches!(rule, "publish" | "annual_report" | "renew_open"))
        })
    }

    /// Noon of the day before the next due day, of that day, and of the day after it; days that lie ahead.
    pub(crate) fn days_ahead(&self) -> Vec<Moment> {
        let Some(due) = self.pending().map(Duty::due_at).min() else { return Vec::new() };
        const DAY: i64 = 86_400_000;
        // The due instant is the first after the last day: noon of that day is half a day before it.
        let noon = due.plus_millis(-DAY / 2);
        [-DAY, 0, DAY].map(|shift| noon.plus_millis(shift)).into_iter().filter(|at| *at > self.now).collect()
    }
}
