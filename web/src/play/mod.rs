//! Plays a scenario through the real engine into a real database, and brings out documents, timeline and bundle.
//!
//! What comes out appears complete or not at all: everything is made in a folder of its own and moved into place last.

mod cases;
mod enact;
mod error;
mod expect;
mod explain;
mod family;
pub mod output;
mod papers;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use documents::Typesetter;
use law::time::Moment;
use ledger::Digest;
use negotiation::{Act, Actor, Command, Facts, LawBook, PersonRef, RegisteredAcceptance};
use store::{Attachment, Person, Place, Store, Submission, SubmitError, Writer};
use uuid::Uuid;

use cases::Playing;
pub use enact::{Enacted, enact};
pub use error::PlayError;
pub use explain::{explain, is_finding};

use crate::people::People;
use crate::references;
use crate::scenario::{Expect, Scenario, Step};

/// How far a play has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Steps done.
    pub done: usize,
    /// Steps in all.
    pub of: usize,
}

/// What a play brought out of a case.
#[derive(Clone, Debug)]
pub struct Played {
    /// Id of the case.
    pub case: Uuid,
    /// The scenario's other cases, each in a folder of its own below this one.
    pub children: Vec<Played>,
    /// The documents, as paths.
    pub documents: Vec<PathBuf>,
    /// Hash of the last record.
    pub head: Digest,
    /// Key of the case in the scenario.
    pub key: String,
    /// The folder.
    pub out: PathBuf,
    /// Records in the chain.
    pub records: u64,
    /// Refusals, all of them expected.
    pub refusals: usize,
    /// The stage at the end.
    pub stage: String,
    /// What the scenario shows.
    pub title: String,
}

impl Played {
    /// The newest agreement, if the case came so far.
    #[must_use]
    pub fn agreement(&self) -> Option<&Path> {
        let code = documents::Kind::WageAgreement.code();
        let named = |path: &&PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(code));
        self.documents.iter().rfind(named).map(PathBuf::as_path)
    }
}

/// Plays the scenario at `path` into the folder `out`.
///
/// # Errors
/// A scenario that can't be read, an outcome that wasn't expected, or a failure of disk, database or typesetting.
pub async fn play(path: &Path, out: &Path, progress: &mut dyn FnMut(Progress)) -> Result<Played, PlayError> {
    let scenario = Scenario::open(path)?;
    output::may_replace(out)?;
    let typesetter = Typesetter::new(&documents::DEFAULT_FONT_DIRS.map(PathBuf::from)).map_err(Box::new)?;
    let room = output::Room::beside(out)?;
    let store = Store::open(&Place::File(room.database())).await?;
    let book = LawBook::new([scenario.header.profile], scenario.data.clone())?;
    let (writer, task) = store.writer(Arc::new(book.clone()), store::WriterOptions::default()).await?;
    let mut player = Player::new(&scenario, &book, &writer, Some(&typesetter));
    player.keep_references().await?;
    for (at, step) in scenario.steps.iter().enumerate() {
        player.step(at + 1, step).await?;
        progress(Progress { done: at + 1, of: scenario.steps.len() });
    }
    player.run_out(scenario.header.until).await?;
    let Player { cases, people, .. } = player;
    let mut parts = Vec::new();
    for played in cases {
        let Some(case) = played.case else { continue };
        let file = store.case_file(case).await?.ok_or(PlayError::NoCase)?;
        parts.push(output::Part { file, played });
    }
    drop(writer);
    task.stopped().await;
    store.close().await;
    output::write(&room, out, &scenario, &parts, &people)?;
    output::summary(out, &scenario, parts).ok_or(PlayError::NoCase)
}

/// A play under way.
struct Player<'a> {
    acts: usize,
    book: &'a LawBook,
    /// The main case first.
    cases: Vec<Playing>,
    people: People,
    scenario: &'a Scenario,
    speaker: Actor,
    /// None where papers are left to others.
    typesetter: Option<&'a Typesetter>,
    writer: &'a Writer,
}

impl<'a> Player<'a> {
    fn new(scenario: &'a Scenario, book: &'a LawBook, writer: &'a Writer, typesetter: Option<&'a Typesetter>) -> Self {
        let people = scenario.persons.values().map(|known| (known.reference.id.clone(), known.fields.clone()));
        Self {
            acts: 0,
            book,
            cases: scenario.cases().map(Playing::new).collect(),
            people: People(people.collect::<BTreeMap<_, _>>()),
            scenario,
            speaker: Actor::system(),
            typesetter,
            writer,
        }
    }

    /// Rules, data sets and templates that records will name.
    async fn keep_references(&self) -> Result<(), PlayError> {
        for chore in references::chores(self.book, "scenario-load", "scenario-confirm") {
            self.writer.chore(chore).await?;
        }
        Ok(())
    }

    async fn step(&mut self, number: usize, step: &Step) -> Result<(), PlayError> {
        let at = self.scenario.case_of(number, step)?;
        self.remind(step.at).await?;
        self.meanwhile(at, step.at).await?;
        let actor = self.scenario.actor(number, step)?;
        let step = &self.completed(number, step)?;
        let command = self.scenario.command(number, step)?;
        self.speaker.clone_from(&actor);
        let opening = self.cases[at].case.is_none();
        let case = self.cases[at].case.unwrap_or_else(|| self.scenario.draw.case(&self.cases[at].key, step.at));
        let family = self.family(&command);
        let act = self.act(at, case, actor, command, step.at);
        let mut submission = Submission::new(act);
        submission.attachments = self.attachments(&submission.act.command)?;
        if opening {
            submission.persons = self.persons();
        }
        let answer = match self.would_be_noted(family) {
            Ok(()) => self.writer.submit(submission.clone()).await,
            Err(refusal) => Err(SubmitError::Refused { refusal: Box::new(refusal), strikes: Vec::new() }),
        };
        match answer {
            Ok(receipt) => {
                self.cases[at].case = Some(case);
                self.cases[at].acted.insert(submission.act.actor.id);
                for struck in &receipt.strikes {
                    self.after(at, struck).await?;
                }
                self.after(at, &receipt.act).await?;
                if let Expect::Refused(rule) = &step.expect {
                    return Err(PlayError::NotRefused { step: number, rule: rule.clone() });
                }
                self.note_opened(at, family, step.at).await?;
            }
            Err(SubmitError::Refused { refusal, strikes }) => {
                for struck in &strikes {
                    self.after(at, struck).await?;
                }
                if step.expect != Expect::Refused(refusal.rule.clone()) {
                    return Err(PlayError::Refused { step: number, at: step.at, refusal });
                }
                let act = &submission.act;
                // A case that was never opened has no timeline: the case that it was to hang on tells of it.
                let teller = family.filter(|_| opening).map_or(at, |(parent, _)| parent);
                self.cases[teller].refusals.push(output::RefusedStep {
                    actor: act.actor.clone(),
                    at: step.at,
                    command: act.command.name(),
                    refusal: *refusal,
                });
            }
            Err(other) => {
                return Err(PlayError::Submit { step: number, error: Box::new(other) });
            }
        }
        self.note_ends(step.at).await?;
        expect::check(number, step, self.cases[at].course.negotiation())
    }

    fn act(&mut self, at: usize, case: Uuid, actor: Actor, command: Command, now: Moment) -> Act {
        self.acts += 1;
        let drafts = matches!(command, Command::Draft(_) | Command::Paper(_));
        let facts = Facts {
            acceptances: self.acceptances(&command),
            datasets: None,
            floors: if drafts { self.scenario.header.floors.clone() } else { Vec::new() },
            persons: self.first_time(at, &actor),
        };
        Act { act: self.scenario.draw.act(self.acts, now), actor, at: now, case, command, facts }
    }

    /// Acceptances given at registration, for acts whose effect depends on the inbox.
    fn acceptances(&self, command: &Command) -> Vec<RegisteredAcceptance> {
        let relies =
            matches!(command, Command::Offer(_) | Command::Review(_) | Command::Supervision(_) | Command::Paper(_));
        let listed = self.scenario.header.acceptance.iter().filter(|_| relies);
        listed
            .map(|given| RegisteredAcceptance {
                at: given.at,
                side: given.side,
                text: Digest::sha256(given.text.as_bytes()),
            })
            .collect()
    }

    /// The commitment of somebody who acts for the first time.
    fn first_time(&self, at: usize, actor: &Actor) -> Vec<PersonRef> {
        let known = self.scenario.persons.values().find(|known| known.reference.id == actor.id);
        let new = known.filter(|_| !self.cases[at].acted.contains(&actor.id));
        new.map(|known| known.reference.clone()).into_iter().collect()
    }

    fn persons(&self) -> Vec<Person> {
        let known = self.scenario.persons.values();
        known.filter_map(|known| Person::new(&known.reference.id, known.salt, &known.fields).ok()).collect()
    }

    /// Attachments that the command names.
    fn attachments(&self, command: &Command) -> Result<Vec<Attachment>, PlayError> {
        let text = String::from_utf8(ledger::canonical::to_vec(command)?).unwrap_or_default();
        let all = self.scenario.attachments.values();
        let named = all.filter(|(_, bytes)| text.contains(&Digest::sha256(bytes).to_string()));
        Ok(named.map(|(name, bytes)| Attachment { bytes: bytes.clone(), name: name.clone() }).collect())
    }
}
