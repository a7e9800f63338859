//! What every decision has at hand.

use law::Date;
use law::dataset::DataSets;
use law::deadline::{self, Circumstances, DeadlineRule, Item, Standstill};
use law::rules::Rules;
use law::time::Moment;
use ledger::Digest;

use crate::actor::{Actor, Side};
use crate::command::Command;
use crate::event::{BreachWithdrawn, DutyMet, DutyOpened, DutyVoided, Event};
use crate::facts::Facts;
use crate::refusal::Refusal;
use crate::state::{AgreedText, Duty, DutyDates, DutyStatus, Negotiation, Owner, Stage};

/// A decision in the making: arguments only, nothing to reach for.
pub(crate) struct Ctx<'a> {
    pub(crate) actor: &'a Actor,
    pub(crate) command: &'a Command,
    pub(crate) data: &'a DataSets,
    pub(crate) facts: &'a Facts,
    pub(crate) n: &'a Negotiation,
    /// Recording time.
    pub(crate) now: Moment,
    /// The act was done on paper.
    pub(crate) paper: bool,
    pub(crate) rules: &'a Rules,
    /// The legal instant of the act: now, or the date on the paper.
    pub(crate) when: Moment,
}

pub(crate) type Decided = Result<Vec<Event>, Refusal>;

impl<'a> Ctx<'a> {
    /// The same over another state of the case.
    pub(crate) const fn over<'b>(&'b self, n: &'b Negotiation) -> Ctx<'b>
    where
        'a: 'b,
    {
        Ctx {
            actor: self.actor,
            command: self.command,
            data: self.data,
            facts: self.facts,
            n,
            now: self.now,
            paper: self.paper,
            rules: self.rules,
            when: self.when,
        }
    }
}

impl Ctx<'_> {
    /// The side of the actor, where the act belongs to a side.
    pub(crate) const fn side(&self) -> Side {
        self.actor.side
    }

    /// Refuses because the stage doesn't know the command.
    pub(crate) fn wrong_stage(&self) -> Refusal {
        crate::table::wrong_stage(self.command.name(), self.n.stage_name())
    }

    /// Refuses because the actor may not give the command.
    pub(crate) fn wrong_actor(&self) -> Refusal {
        crate::table::wrong_actor(self.command.name(), self.actor)
    }

    /// The text named must be the text that is under way.
    pub(crate) fn same_text(&self, named: Digest, text: &AgreedText) -> Result<(), Refusal> {
        if named == text.digest {
            return Ok(());
        }
        Err(Refusal::new("TEXT-CHANGED", "text-changed", &[]).with("found", named).with("required", text.digest))
    }

    /// The dates of a rule counted from an anchor, where the profile has the rule. Suspensions, days that they used up and
    /// an extension of the coordination bend those rules that know them, and no other.
    pub(crate) fn dates(&self, rule: DeadlineRule, anchor: Date) -> Option<deadline::Dates> {
        self.dates_with(rule, anchor, &self.n.standstills(), self.extended_days())
    }

    /// The same with other suspensions, or after another extension, than the case has now.
    pub(crate) fn dates_with(
        &self,
        rule: DeadlineRule,
        anchor: Date,
        standstills: &[Standstill],
        extended_by: u16,
    ) -> Option<deadline::Dates> {
        let used_days = if self.rules.suspend.cumulative { self.n.suspended_days() } else { 0 };
        let circumstances = Circumstances { extended_by, standstills, used_days, ..Circumstances::default() };
        deadline::dates_under(self.rules, &self.data.calendar, rule, anchor, &circumstances).ok()
    }

    /// Days by which the bureau extended its coordination.
    pub(crate) fn extended_days(&self) -> u16 {
        if let Stage::Disputed(disputed) = &self.n.stage { disputed.extended_days } else { 0 }
    }

    /// The day on which a duty arises: that from which it is counted, or that of the act where it is counted back.
    pub(crate) fn arises(&self, anchor: Date) -> Date {
        anchor.min(self.when.date())
    }

    /// Opens a duty, where the profile has the rule.
    pub(crate) fn open(&self, rule: DeadlineRule, owner: Owner, id: String, anchor: Date) -> Option<Event> {
        let dates = self.dates(rule, anchor)?;
        Some(opened(rule, owner, id, anchor, self.arises(anchor), &dates))
    }

    /// Marks a duty as met at the legal instant; takes back a default that a paper of earlier date shows to be none.
    pub(crate) fn meet(&self, id: &str) -> Vec<Event> {
        let Some(duty) = self.n.duty(id).filter(|duty| duty.is_owed()) else {
            return Vec::new();
        };
        let late = self.when >= duty.due_at();
        let mut events = Vec::new();
        if duty.status == DutyStatus::Struck && !late {
            events.push(Event::BreachWithdrawn(BreachWithdrawn { duty: id.to_owned() }));
        }
        events.push(Event::DutyMet(DutyMet { at: self.when, duty: id.to_owned(), late }));
        events
    }

    /// Marks every owed duty of a rule as no longer binding.
    pub(crate) fn void_rule(&self, rule: &str) -> Vec<Event> {
        self.n
            .duties
            .iter()
            .filter(|duty| duty.rule == rule && duty.is_owed())
            .map(|duty| Event::DutyVoided(DutyVoided { duty: duty.id.clone() }))
            .collect()
    }

    /// Marks a side's owed duties of a rule as no longer binding.
    pub(crate) fn void_rule_of(&self, rule: &str, side: Side) -> Vec<Event> {
        let mine = |duty: &&Duty| duty.rule == rule && duty.owner == Owner::of(side) && duty.is_owed();
        let void = |duty: &Duty| Event::DutyVoided(DutyVoided { duty: duty.id.clone() });
        self.n.duties.iter().filter(mine).map(void).collect()
    }

    /// The newest duty of a rule.
    pub(crate) fn newest(&self, rule: &str) -> Option<&Duty> {
        self.n.duties.iter().rev().find(|duty| duty.rule == rule)
    }

    /// The newest duty of a rule that a side still owes.
    pub(crate) fn newest_owed(&self, rule: &str, side: Side) -> Option<&Duty> {
        let mine = |duty: &&Duty| duty.rule == rule && duty.owner == Owner::of(side) && duty.is_owed();
        self.n.duties.iter().rev().find(mine)
    }

    /// The next number of duties of a rule.
    pub(crate) fn count(&self, rule: &str) -> usize {
        self.n.duties.iter().filter(|duty| duty.rule == rule).count() + 1
    }

    /// Whether a side has the platform inbox as receiving system (CIV 137): in this case, or at registration.
    pub(crate) fn reads_inbox(&self, side: Side) -> bool {
        self.n.acceptances.get(side).is_some_and(Option::is_some)
            || self.facts.acceptances.iter().any(|given| given.side == side && given.at <= self.now)
    }
}

/// The event that opens a duty with these dates.
pub(crate) fn opened(
    rule: DeadlineRule,
    owner: Owner,
    id: String,
    anchor: Date,
    opened_on: Date,
    dates: &deadline::Dates,
) -> Event {
    let duty = Duty {
        anchor,
        citation: dates.citation.clone(),
        dates: duty_dates(dates),
        id,
        kind: dates.kind,
        opened_on,
        owner,
        rule: rule_key(rule).to_owned(),
        status: DutyStatus::Open,
    };
    Event::DutyOpened(DutyOpened { duty })
}

/// The dates that a duty keeps.
pub(crate) fn duty_dates(dates: &deadline::Dates) -> DutyDates {
    DutyDates { amber: dates.amber_due, due: dates.due, provisional: dates.provisional, raw: dates.raw_due }
}

/// The key of a rule in duty records; the items of disclosure share one.
pub(crate) const fn rule_key(rule: DeadlineRule) -> &'static str {
    match rule {
        DeadlineRule::Reply => "reply",
        DeadlineRule::Disclose(_) => "disclose",
        DeadlineRule::Suspend => "suspend",
        DeadlineRule::ToCongress => "to_congress",
        DeadlineRule::Resubmit => "resubmit",
        DeadlineRule::File => "file",
        DeadlineRule::FileWage => "file_wage",
        DeadlineRule::FileOther => "file_other",
        DeadlineRule::Review => "review",
        DeadlineRule::Publish => "publish",
        DeadlineRule::RescindFile => "rescind_file",
        DeadlineRule::RenewOpen => "renew_open",
        DeadlineRule::Coordinate => "coordinate",
        DeadlineRule::OpinionAnswer => "opinion_answer",
        DeadlineRule::VacancyFill => "vacancy_fill",
        DeadlineRule::AnnounceReps => "announce_reps",
        DeadlineRule::Total => "total",
        DeadlineRule::AnnualReport => "annual_report",
    }
}

/// The disclosure item of the law crate for one of ours.
pub(crate) const fn item(item: crate::command::DisclosureItem) -> Item {
    match item {
        crate::command::DisclosureItem::Agenda => Item::Agenda,
        crate::command::DisclosureItem::RepList => Item::RepList,
        crate::command::DisclosureItem::Data => Item::Data,
        crate::command::DisclosureItem::Plan => Item::Plan,
    }
}

/// A plain refusal with its articles.
pub(crate) fn refuse(rule: &str, stem: &'static str, citation: &[&str]) -> Refusal {
    Refusal::new(rule, stem, citation)
}

/// Refuses a day that lies outside of the days that are possible.
pub(crate) fn out_of_days(found: Date, from: Date, to: Date, citation: &[&str]) -> Refusal {
    refuse("FACT-DATE", "fact-date", citation).with("found", found).with("from", from).with("to", to)
}
