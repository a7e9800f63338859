//! A case that hangs on one in force: opened only where that one takes note of it, and that one learns of it whatever dies.

use std::sync::Arc;

use law::Date;
use law::rules::Profile;
use law::time::Moment;
use ledger::Digest;
use messages::Catalogue;
use negotiation::command::{ChildKind, Ground, OpenCase, OpeningCommand, Parent};
use negotiation::state::{Child, EndReason, Stage};
use negotiation::{Act, Actor, Command, Facts, LawBook, Negotiation};
use serde::Deserialize;
use service::Desk;
use service::family::Course;
use store::{Place, Store, Submission, SubmitError, Writer, WriterOptions};
use uuid::Uuid;

use crate::support::{Hands, case, file, start, until};

/// Whole cases as records: an agreement in force, a change of one, an agreement to rescind one.
const STRAIGHT: &str = include_str!("../../../../engine/negotiation/tests/golden/cases/straight.jsonl");
const AMENDMENT: &str = include_str!("../../../../engine/negotiation/tests/golden/cases/amendment.jsonl");
const RESCISSION: &str = include_str!("../../../../engine/negotiation/tests/golden/cases/rescission.jsonl");

const FEBRUARY: &str = "2026-02-02T09:00:00.000+08:00";

#[derive(Deserialize)]
struct Line {
    actor: Actor,
    at: Moment,
    data: LineData,
}

#[derive(Deserialize)]
struct LineData {
    command: Command,
    facts: Facts,
}

/// The acts of a whole case, under another id; those of the clock come by themselves.
fn acts(records: &str, case: Uuid) -> Vec<Act> {
    let lines = records.lines().map(|line| serde_json::from_str::<Line>(line).unwrap());
    let given = lines.filter(|line| line.data.command.name() != "strike_clock").enumerate();
    given
        .map(|(n, line)| Act {
            act: Uuid::from_u128(case.as_u128() | ((n as u128 + 1) << 32)),
            actor: line.actor,
            at: line.at,
            case,
            command: at_home(line.data.command),
            facts: Facts { datasets: None, ..line.data.facts },
        })
        .collect()
}

/// Golden cases are in one invented county, whatever their rules; here each is where its rules hold.
fn at_home(mut command: Command) -> Command {
    if let Command::Opening(OpeningCommand::OpenCase(open)) = &mut command {
        let region = match open.profile {
            Profile::Cn => "310000",
            Profile::Zj => "330784",
            Profile::Hz => "330106",
            Profile::Nb => "330203",
        };
        region.clone_into(&mut open.region);
    }
    command
}

/// A store with an agreement in force.
struct Shelf {
    database: String,
    desk: Desk,
    _folder: tempfile::TempDir,
    store: Store,
    task: store::WriterTask,
    writer: Writer,
}

impl Shelf {
    async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let database = file(folder.path());
        let store = Store::open(&Place::File(database.clone().into())).await.unwrap();
        let book = Arc::new(LawBook::builtin().unwrap());
        let (writer, task) = store.writer(book, WriterOptions::default()).await.unwrap();
        let desk = Desk::new(store.clone(), writer.clone(), Arc::new(|| FEBRUARY.parse().unwrap()));
        let shelf = Self { database, desk, _folder: folder, store, task, writer };
        shelf.write(acts(STRAIGHT, case(1))).await;
        shelf
    }

    /// Puts acts into the store past the desk, as a process does that dies right after each.
    async fn write(&self, acts: Vec<Act>) {
        for act in acts {
            let name = act.command.name();
            self.writer.submit(Submission::new(act)).await.unwrap_or_else(|error| panic!("{name}: {error:?}"));
        }
    }

    async fn before(&self) -> Negotiation {
        known(&self.store).await
    }

    /// What an opening says of the agreement today.
    async fn parent(&self, kind: ChildKind) -> Parent {
        let course = Course::read(&self.store, case(1)).await.unwrap().unwrap();
        negotiation::family::named(course.negotiation().unwrap(), case(1), course.state.head().hash, kind).unwrap()
    }

    /// Opens a case by the desk.
    async fn open(&self, child: Uuid, parent: Parent) -> Result<store::Receipt, SubmitError> {
        let mut act = acts(STRAIGHT, child).remove(0);
        opening(&mut act).parent = Some(Box::new(parent));
        self.desk.submit(Submission::new(act)).await
    }

    async fn refused(&self, child: Uuid, parent: Parent) -> String {
        match self.open(child, parent).await {
            Err(SubmitError::Refused { refusal, .. }) => {
                assert!(self.store.case(child).await.unwrap().is_none(), "nothing is recorded");
                let texts = Catalogue::new(&[law::MESSAGES, negotiation::MESSAGES]).unwrap();
                let words = [refusal.found(), refusal.required(), refusal.remedy()].map(|said| texts.say(&said));
                assert!(words.iter().all(|text| !text.is_empty() && !text.contains('〔')), "{words:?}");
                assert!(!refusal.citation.is_empty());
                refusal.rule
            }
            other => panic!("not refused: {other:?}"),
        }
    }

    /// Ends as a process does that is killed; gives where its database is.
    async fn die(self) -> (String, tempfile::TempDir) {
        let Self { database, desk, _folder: folder, store, task, writer } = self;
        drop((desk, writer));
        task.stopped().await;
        store.close().await;
        (database, folder)
    }
}

async fn known(store: &Store) -> Negotiation {
    Course::read(store, case(1)).await.unwrap().unwrap().negotiation().unwrap().clone()
}

fn opening(act: &mut Act) -> &mut OpenCase {
    let name = act.command.name();
    let Command::Opening(OpeningCommand::OpenCase(open)) = &mut act.command else { panic!("no opening: {name}") };
    open
}

async fn notes(store: &Store) -> Vec<String> {
    let records = store.records_after(case(1), 0, 500).await.unwrap();
    records.into_iter().map(|record| record.command).filter(|name| name.starts_with("note_child")).collect()
}

// ZJ-CC 30(3), CC22 38: one renewal at a time, of an agreement that is in force.
#[tokio::test]
async fn a_case_hangs_only_on_one_in_force_that_takes_note_of_it() {
    let shelf = Shelf::new().await;
    let parent = shelf.parent(ChildKind::Renewal).await;
    let (other_text, other_day) = (Digest::sha256(b"x"), Date::constant(2030, 1, 1));
    let wrong = [
        Parent { case: case(7), ..parent.clone() },
        Parent { terms: other_text, ..parent.clone() },
        Parent { expires_on: other_day, ..parent.clone() },
        Parent { head: other_text, ..parent.clone() },
    ];
    for parent in wrong {
        assert_eq!(shelf.refused(case(2), parent).await, "FACT-PARENT");
    }
    assert!(shelf.before().await.children.is_empty());

    let once = shelf.open(case(2), parent.clone()).await.unwrap();
    let child = Child { case: case(2), ended: false, kind: ChildKind::Renewal, on: None };
    assert_eq!(shelf.before().await.children, [child], "told at once");
    let twice = shelf.open(case(2), parent.clone()).await.unwrap();
    assert_eq!((once, notes(&shelf.store).await.len()), (twice, 1), "twice is once");
    // The opening names an earlier record of the same chain; what refuses is the renewal that is under way.
    assert_eq!(shelf.refused(case(3), parent).await, "CHILD-OPEN");
    let change = Parent { ground: Some(Ground::Agreement), ..shelf.parent(ChildKind::Amendment).await };
    shelf.open(case(3), change).await.unwrap();
    assert_eq!(shelf.before().await.children.len(), 2);
    // A case that isn't in force yet has nothing to renew.
    let early = Parent { case: case(2), ..shelf.parent(ChildKind::Renewal).await };
    assert_eq!(shelf.refused(case(4), early).await, "FACT-PARENT");
}

#[tokio::test]
async fn of_another_employers_case_no_more_is_said_than_of_none() {
    let shelf = Shelf::new().await;
    let parent = shelf.parent(ChildKind::Renewal).await;
    let mut found = Vec::new();
    for named in [case(1), case(7)] {
        let mut act = acts(STRAIGHT, case(2)).remove(0);
        let open = opening(&mut act);
        open.employer.uscc = "91330784MA0DEM0056".to_owned();
        open.parent = Some(Box::new(Parent { case: named, ..parent.clone() }));
        let Err(SubmitError::Refused { refusal, .. }) = shelf.desk.submit(Submission::new(act)).await else {
            panic!("not refused")
        };
        let texts = Catalogue::new(&[law::MESSAGES, negotiation::MESSAGES]).unwrap();
        let words = [refusal.found(), refusal.required(), refusal.remedy()].map(|said| texts.say(&said));
        found.push(words.map(|text| text.replace(&named.to_string(), "")));
    }
    assert_eq!(found[0], found[1]);
}

// ZJ-CC 33: the agreement ends on the day from which its changed text is in force, also where nobody lived to say so.
#[tokio::test]
async fn what_a_dead_process_left_untold_is_told_before_the_message_counts_as_addressed() {
    let shelf = Shelf::new().await;
    let parent = shelf.parent(ChildKind::Amendment).await;
    let mut opened = acts(AMENDMENT, case(2));
    let own = opening(&mut opened[0]).parent.clone().unwrap();
    opening(&mut opened[0]).parent = Some(Box::new(Parent { ground: own.ground, proof: own.proof, ..parent }));
    let rest = opened.split_off(1);
    shelf.write(opened).await;
    assert!(shelf.before().await.children.is_empty(), "it died between the two acts");
    let (database, _folder) = shelf.die().await;

    let hands = Hands::at(FEBRUARY);
    let running = start(&database, &hands, "").await;
    let store = Store::open(&Place::File(database.clone().into())).await.unwrap();
    until("the opening is known", async || !known(&store).await.children.is_empty()).await;
    assert_eq!(known(&store).await.children[0].kind, ChildKind::Amendment);
    running.stop().await;

    let book = Arc::new(LawBook::builtin().unwrap());
    let (writer, task) = store.writer(book, WriterOptions::default()).await.unwrap();
    for act in rest {
        writer.submit(Submission::new(act)).await.unwrap();
    }
    drop(writer);
    task.stopped().await;
    for _ in 0..2 {
        let running = start(&database, &hands, "").await;
        until("the end is known", async || matches!(known(&store).await.stage, Stage::Ended(_))).await;
        until("an empty outbox", async || {
            store.outbox_due(Moment::from_millis(i64::MAX), 100).await.unwrap().is_empty()
        })
        .await;
        running.stop().await;
    }
    let Stage::Ended(ended) = known(&store).await.stage else { panic!("in force") };
    assert_eq!((ended.reason, ended.on), (EndReason::Amended, Date::constant(2026, 1, 21)));
    assert_eq!(notes(&store).await, ["note_child_opened", "note_child_ended"], "each once");
}

#[tokio::test]
async fn a_rescission_ends_the_agreement_and_is_told_with_its_opening_at_once() {
    let shelf = Shelf::new().await;
    let parent = shelf.parent(ChildKind::Rescission).await;
    let mut all = acts(RESCISSION, case(2));
    let own = opening(&mut all[0]).parent.clone().unwrap();
    opening(&mut all[0]).parent = Some(Box::new(Parent { ground: own.ground, proof: own.proof, ..parent }));
    shelf.write(all).await;
    let (database, _folder) = shelf.die().await;
    let running = start(&database, &Hands::at(FEBRUARY), "").await;
    let store = Store::open(&Place::File(database.clone().into())).await.unwrap();
    until("the end is known", async || matches!(known(&store).await.stage, Stage::Ended(_))).await;
    running.stop().await;
    let Stage::Ended(ended) = known(&store).await.stage else { panic!("in force") };
    // Its own day lies before the agreement was in force: it never is in force longer than from its first day.
    assert_eq!(ended.reason, EndReason::Rescinded);
    assert_eq!(notes(&store).await, ["note_child_opened", "note_child_ended"]);
}
