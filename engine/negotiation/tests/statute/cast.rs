//! The cast and the stage: persons, a case, and what every act has to leave behind.

use std::sync::LazyLock;

use law::Date;
use law::dataset::{DataSets, Region};
use law::rules::Profile;
use law::time::Moment;
use ledger::Digest;
use negotiation::command::{ChildKind, CongressForm, DisclosureItem, OfferBasis};
use negotiation::state::Duty;
use negotiation::{
    Act, Actor, Capacity, CaseState, Command, Event, Facts, LawBook, Negotiation, PersonRef, Refusal,
    RegisteredAcceptance, SealedRecord, Side, perform, strike,
};
use uuid::Uuid;

use crate::acts::{self, served};

/// Code of an invented county of Zhejiang with the first tier of the minimum wage.
pub(crate) const REGION: &str = "339901";

/// Code of an invented county in which the rules of a profile hold.
pub(crate) const fn region(profile: Profile) -> &'static str {
    match profile {
        Profile::Cn => "339904",
        Profile::Zj => REGION,
        Profile::Hz => "339902",
        Profile::Nb => "339903",
    }
}

/// Shipped rules, and shipped data with invented counties.
pub(crate) static BOOK: LazyLock<LawBook> = LazyLock::new(|| {
    LawBook::new([Profile::Cn, Profile::Zj, Profile::Hz, Profile::Nb], data_with_county(Some(1))).unwrap()
});

/// Shipped data with an invented county for each profile.
pub(crate) fn data_with_county(tier: Option<u8>) -> DataSets {
    let county = |profile| Region {
        code: region(profile).to_owned(),
        fictional: true,
        min_wage_tier: tier,
        name: "示例县".to_owned(),
        parent: Some("330000".to_owned()),
        profile,
    };
    DataSets::builtin().unwrap().with_regions(&Profile::ALL.map(county)).unwrap()
}

fn actor(id: &str, capacity: Capacity) -> Actor {
    Actor { capacity, id: id.to_owned(), side: capacity.side() }
}

macro_rules! cast {
    ($($name:ident = $id:literal as $capacity:ident),+ $(,)?) => {
        $(pub(crate) fn $name() -> Actor { actor($id, Capacity::$capacity) })+

        /// One person for every capacity.
        pub(crate) fn everybody() -> Vec<Actor> {
            vec![$($name()),+]
        }
    };
}
cast! {
    union_chair = "w1" as UnionChair,
    union_officer = "w4" as UnionOfficer,
    worker_chief = "w1" as WorkerChief,
    worker_rep = "w2" as WorkerRep,
    delegate = "w5" as CongressDelegate,
    legal_rep = "e1" as EmployerLegalRep,
    employer_chief = "e1" as EmployerChief,
    employer_rep = "e2" as EmployerRep,
    agent = "e4" as EmployerAgent,
    recorder = "r1" as Recorder,
    officer = "h1" as HrssOfficer,
    higher_union = "u1" as HigherUnion,
    instructor = "i1" as Instructor,
    coordinator = "k1" as Coordinator,
    clerk = "c1" as CongressClerk,
    system = "system" as System,
    clock = "clock" as Clock,
}

/// A person as records name one.
pub(crate) fn person(id: &str) -> PersonRef {
    PersonRef { commit: Digest::sha256(id.as_bytes()), id: id.to_owned() }
}

/// A day written as `2026-03-02`.
pub(crate) fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// An instant written as `2026-03-02 09:30`, Beijing time.
pub(crate) fn moment(text: &str) -> Moment {
    let (date, time) = text.split_once(' ').unwrap();
    let (hour, minute) = time.split_once(':').unwrap();
    Moment::at(day(date), hour.parse().unwrap(), minute.parse().unwrap())
}

/// A case and its records so far.
#[derive(Clone)]
pub(crate) struct Story {
    acts: u128,
    pub(crate) book: LawBook,
    pub(crate) facts: Facts,
    pub(crate) records: Vec<Vec<u8>>,
    pub(crate) state: CaseState,
}

/// A case of a profile that was just opened, on Monday 2026-01-05 at 08:00.
pub(crate) fn given(profile: Profile) -> Story {
    given_with(&BOOK, acts::open_case(profile))
}

/// A case opened with other parties or another book.
pub(crate) fn given_with(book: &LawBook, open: Command) -> Story {
    let mut story = Story::unopened(book);
    story.does("2026-01-05 08:00", &union_chair(), open);
    story
}

impl Story {
    /// A case without records.
    pub(crate) fn unopened(book: &LawBook) -> Self {
        Self {
            acts: 0,
            book: book.clone(),
            facts: Facts::default(),
            records: Vec::new(),
            state: CaseState::empty(Uuid::from_u128(0x0198_0000_0000_7000_8000_0000_0000_0001)),
        }
    }

    /// From now on both sides have accepted the platform at registration.
    pub(crate) fn with_inbox(mut self) -> Self {
        let accepted =
            |side| RegisteredAcceptance { at: moment("2026-01-01 08:00"), side, text: Digest::sha256(b"terms of use") };
        self.facts.acceptances = vec![accepted(Side::Worker), accepted(Side::Employer)];
        self
    }

    /// The clock strikes all that is due at an instant.
    pub(crate) fn clock(&mut self, now: &str) -> Vec<Event> {
        let struck = strike(&self.book, &mut self.state, moment(now)).unwrap();
        self.records.extend(struck.iter().map(|record| record.bytes.clone()));
        struck.into_iter().flat_map(|record| record.events).collect()
    }

    /// Tries an act and proves what must hold of every act: a refusal adds strikes only, and a replay is the same case.
    pub(crate) fn attempt(&mut self, at: Moment, who: &Actor, command: Command) -> Result<Vec<SealedRecord>, Refusal> {
        self.acts += 1;
        let act = Act {
            act: Uuid::from_u128(0x0198_0000_0000_7000_8000_0001_0000_0000 + self.acts),
            actor: who.clone(),
            at,
            case: self.state.case(),
            command,
            facts: self.facts.clone(),
        };
        let done = perform(&self.book, self.state.clone(), act);
        let struck = done.records.iter().take_while(|record| record.command == "strike_clock").count();
        let acts = done.records.len() - struck;
        assert_eq!(acts, usize::from(done.outcome.is_ok()), "an accepted act is one record, a refused one is none");
        self.records.extend(done.records.iter().map(|record| record.bytes.clone()));
        self.state = done.state;
        let replayed = CaseState::replay(self.state.case(), self.records.iter().map(Vec::as_slice)).unwrap();
        assert_eq!(replayed.head(), self.state.head(), "a replay ends at the same head");
        assert_eq!(replayed.negotiation(), self.state.negotiation(), "a replay is the same case");
        done.outcome.map(|()| done.records)
    }

    /// An act that is accepted; its events after those of what fell due before.
    pub(crate) fn does(&mut self, at: &str, who: &Actor, command: Command) -> Vec<Event> {
        let name = command.name();
        match self.attempt(moment(at), who, command) {
            Ok(records) => records.into_iter().flat_map(|record| record.events).collect(),
            Err(refusal) => panic!("{name} at {at} was refused: {refusal:?}"),
        }
    }

    /// An act that is refused under a rule.
    pub(crate) fn refuses(&mut self, at: &str, who: &Actor, command: Command, rule: &str) -> Refusal {
        let name = command.name();
        match self.attempt(moment(at), who, command) {
            Ok(_) => panic!("{name} at {at} was accepted, expected {rule}"),
            Err(refusal) => {
                assert_eq!(refusal.rule, rule, "{refusal:?}");
                refusal
            }
        }
    }

    /// The case as it stands.
    pub(crate) fn case(&self) -> &Negotiation {
        self.state.negotiation().unwrap()
    }

    /// A duty that arose.
    pub(crate) fn duty(&self, id: &str) -> &Duty {
        self.case().duty(id).unwrap_or_else(|| panic!("no duty {id}"))
    }

    /// Day by which a duty is owed.
    pub(crate) fn due(&self, id: &str) -> String {
        self.duty(id).dates.due.to_string()
    }

    /// The flat name of the stage.
    pub(crate) fn stage(&self) -> &'static str {
        self.state.negotiation().map_or("none", Negotiation::stage_name)
    }

    /// Digest of the text under way.
    pub(crate) fn text(&self) -> Digest {
        self.case().stage.text().unwrap().digest
    }

    /// Goes the straight way, from the stage where the case stands, until it stands at another. All within January.
    pub(crate) fn until(mut self, stage: &str) -> Self {
        for _ in 0..100 {
            if self.stage() == stage {
                return self;
            }
            self.next_stage(stage);
        }
        panic!("the straight way leads in a circle at {}, not to {stage}", self.stage())
    }

    fn next_stage(&mut self, goal: &str) {
        match self.stage() {
            "idle" => {
                self.does("2026-01-05 09:00", &union_chair(), acts::reps(&acts::workers()));
                self.announces("2026-01-05 09:30", &union_chair());
                let basis = match self.child_kind() {
                    None => OfferBasis::Annual,
                    Some(ChildKind::Renewal) => OfferBasis::Renewal,
                    Some(ChildKind::Amendment) => OfferBasis::Amendment,
                    Some(ChildKind::Rescission) => OfferBasis::Rescission,
                };
                self.does("2026-01-05 10:00", &union_chair(), acts::offer_for_day(basis, "2026-01-14"));
            }
            "offered" => drop(self.does("2026-01-05 11:00", &agent(), acts::record_delivery("2026-01-05"))),
            "awaiting_reply" if goal == "refused" => {
                self.does("2026-01-06 09:00", &legal_rep(), acts::refuse_offer("订单减少"));
            }
            "awaiting_reply" if goal == "closed" => {
                self.does("2026-01-06 09:00", &union_chair(), acts::withdraw());
            }
            "awaiting_reply" => drop(self.does("2026-01-06 09:00", &legal_rep(), acts::reply("2026-01-14"))),
            "preparing" => {
                self.does("2026-01-06 10:00", &legal_rep(), acts::reps(&acts::employers()));
                self.announces("2026-01-06 10:30", &agent());
                self.does("2026-01-06 11:00", &worker_chief(), acts::agenda());
                self.does("2026-01-06 12:00", &worker_chief(), acts::rep_list());
                let plans = self.case().duties().iter().filter(|duty| duty.id.starts_with("disclose-plan")).count();
                if plans == 2 {
                    for item in [DisclosureItem::Plan, DisclosureItem::Data] {
                        self.does("2026-01-06 12:30", &worker_chief(), acts::disclose(item));
                        self.does("2026-01-06 12:30", &employer_chief(), acts::disclose(item));
                    }
                }
                self.does("2026-01-06 13:00", &employer_chief(), acts::rep_list());
            }
            "ready" => drop(self.does("2026-01-14 09:00", &recorder(), acts::open_session(Side::Worker))),
            "negotiating" if self.child_kind() == Some(ChildKind::Rescission) => {
                self.meets();
                self.initials("2026-01-14 15:00", crate::wording::rescission());
            }
            "negotiating" if goal == "suspended" => {
                self.does("2026-01-14 10:00", &worker_chief(), acts::propose_suspension("2026-02-10"));
                self.does("2026-01-14 10:10", &employer_chief(), acts::suspend(true));
            }
            "negotiating" if goal == "disputed" || goal == "closed" => {
                self.does("2026-01-14 10:00", &worker_chief(), acts::apply_coordination());
            }
            "disputed" => {
                self.does("2026-01-15 09:00", &officer(), acts::accept_coordination());
                self.does("2026-01-20 09:00", &officer(), acts::coordination_failed());
            }
            "negotiating" => {
                self.agrees_on_the_rise();
                self.initials("2026-01-14 15:00", crate::wording::terms());
            }
            "drafted" => {
                let submission = if self.case().is_wide() {
                    acts::submit_as(CongressForm::SectorCongress, self.text())
                } else {
                    acts::submit(self.text(), "2026-01-17", 60)
                };
                self.does("2026-01-15 09:00", &union_chair(), submission);
            }
            "congress" if goal == "renegotiating" => {
                let vote = acts::vote(self.text(), "2026-01-17", 60, 50, 20);
                self.does("2026-01-17 16:00", &clerk(), vote);
            }
            "congress" => {
                let vote = acts::vote(self.text(), "2026-01-17", 60, 50, 45);
                self.does("2026-01-17 16:00", &clerk(), vote);
            }
            "adopted" => {
                let sign = acts::sign(self.text());
                self.does("2026-01-18 09:00", &worker_chief(), sign.clone());
                self.does("2026-01-18 10:00", &employer_chief(), sign);
            }
            "signed" => {
                let file = acts::file(self.text());
                self.does("2026-01-19 09:00", &agent(), file);
            }
            "filed" => drop(self.does("2026-01-20 09:00", &officer(), acts::register())),
            "under_review" if goal == "objected" => {
                let object = acts::object(self.text(), &["rise"], &served("2026-01-21"));
                self.does("2026-01-21 09:00", &officer(), object);
            }
            "under_review" => {
                let opinion = acts::no_objection(self.text(), &served("2026-01-21"));
                self.does("2026-01-21 09:00", &officer(), opinion);
            }
            "effective" => drop(self.does("2026-01-21 09:30", &employer_chief(), acts::condition("end", "2026-01-21"))),
            other => panic!("the straight way doesn't lead from {other} to {goal}"),
        }
    }

    /// What the case is to do, where it hangs on one in force.
    fn child_kind(&self) -> Option<ChildKind> {
        self.case().header.parent.as_ref().map(|parent| parent.kind)
    }

    /// Announces the representatives of a side where that is owed.
    fn announces(&mut self, at: &str, who: &Actor) {
        if self.case().duties().iter().any(|duty| duty.rule == "announce_reps") {
            self.does(at, who, acts::announce());
        }
    }

    /// One session: three positions, one accepted, closed, minutes confirmed by both.
    pub(crate) fn agrees_on_the_rise(&mut self) {
        self.does("2026-01-14 10:00", &worker_rep(), acts::position("rise", Side::Worker, 800));
        self.does("2026-01-14 10:05", &employer_rep(), acts::position("rise", Side::Employer, 300));
        self.does("2026-01-14 10:10", &recorder(), acts::position("rise", Side::Worker, 500));
        self.does("2026-01-14 11:00", &recorder(), acts::accept("rise", Side::Employer));
        self.meets();
    }

    /// The session is closed and its minutes are confirmed by both.
    fn meets(&mut self) {
        self.does("2026-01-14 12:00", &recorder(), acts::close());
        self.does("2026-01-14 13:00", &worker_chief(), acts::confirm_minutes(1));
        self.does("2026-01-14 14:00", &employer_chief(), acts::confirm_minutes(1));
    }

    /// A text is put on the table and initialled by both chiefs.
    pub(crate) fn initials(&mut self, at: &str, terms: negotiation::terms::Terms) -> Vec<Event> {
        let initial = acts::initial(terms.digest().unwrap());
        self.does(at, &recorder(), acts::table_draft(terms));
        self.does(at, &worker_chief(), initial.clone());
        self.does(at, &employer_chief(), initial)
    }
}
