//! What a play brings out: documents, timeline, bundle, moved into place together.

use std::fs;
use std::path::{Path, PathBuf};

use law::time::Moment;
use ledger::Digest;
use ledger::bundle::Builder;
use ledger::person::SALT_LENGTH;
use negotiation::{Actor, Refusal};
use store::CaseFile;
use tempfile::TempDir;
use timeline::{Names, Refused};

use super::cases::Playing;
use super::{PlayError, Played};
use crate::catalogue;
use crate::people::{Fields, People};
use crate::scenario::{MAIN, Scenario};

/// Names that a play puts into its folder.
const OURS: [&str; 4] = ["bundle.zip", "documents", "timeline.html", "timeline.json"];

/// A case that was played, with its file.
pub(super) struct Part {
    /// Everything that the store has of it.
    pub(super) file: CaseFile,
    /// What the play made of it.
    pub(super) played: Playing,
}

/// A refusal as it happened.
#[derive(Clone, Debug)]
pub struct RefusedStep {
    /// Who.
    pub actor: Actor,
    /// When.
    pub at: Moment,
    /// Flat name of the command.
    pub command: &'static str,
    /// The refusal.
    pub refusal: Refusal,
}

/// A folder beside the one to be made, for everything that isn't finished.
pub(super) struct Room {
    dir: TempDir,
}

fn disk(path: &Path) -> impl FnOnce(std::io::Error) -> PlayError {
    let path = path.to_owned();
    move |source| PlayError::Disk { path, source }
}

impl Room {
    pub(super) fn beside(out: &Path) -> Result<Self, PlayError> {
        let parent = match out.parent() {
            Some(parent) if !parent.as_os_str().is_empty() => parent,
            _ => Path::new("."),
        };
        fs::create_dir_all(parent).map_err(disk(parent))?;
        let dir = tempfile::Builder::new().prefix(".play-").tempdir_in(parent).map_err(disk(parent))?;
        Ok(Self { dir })
    }

    pub(super) fn database(&self) -> PathBuf {
        self.dir.path().join("case.sqlite")
    }
}

/// A folder that is there already is replaced only if all that it holds is of our making: also the folders of further
/// cases, each with a bundle of its own.
///
/// # Errors
/// It holds something else, or it can't be read.
pub fn may_replace(out: &Path) -> Result<(), PlayError> {
    let entries = match fs::read_dir(out) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(disk(out)(error)),
    };
    for entry in entries {
        let entry = entry.map_err(disk(out))?;
        if OURS.iter().any(|ours| entry.file_name() == *ours) {
            continue;
        }
        let further = entry.path();
        if !further.join("bundle.zip").is_file() || may_replace(&further).is_err() {
            return Err(PlayError::Occupied(out.to_owned()));
        }
    }
    Ok(())
}

/// The paths of the PDFs in the folder.
fn documents(out: &Path, file: &CaseFile) -> Vec<PathBuf> {
    let pdf = |number: &str| out.join("documents").join(format!("{number}.pdf"));
    file.documents.iter().map(|(line, _)| pdf(&line.number)).collect()
}

/// The folder of a case: that of the play, or one below it.
fn folder(out: &Path, key: &str) -> PathBuf {
    if key == MAIN { out.to_owned() } else { out.join(key) }
}

/// Writes everything and moves it into place.
pub(super) fn write(
    room: &Room,
    out: &Path,
    scenario: &Scenario,
    parts: &[Part],
    people: &People,
) -> Result<(), PlayError> {
    let made = room.dir.path().join("made");
    for part in parts {
        write_case(&folder(&made, &part.played.key), scenario, part, people)?;
    }
    swap(&made, out, room.dir.path())
}

fn write_case(made: &Path, scenario: &Scenario, part: &Part, people: &People) -> Result<(), PlayError> {
    fs::create_dir_all(made.join("documents")).map_err(disk(made))?;
    let put = |name: &str, bytes: &[u8]| {
        let path = made.join(name);
        fs::write(&path, bytes).map_err(disk(&path))
    };
    for (line, content) in &part.file.documents {
        if let Some(content) = content {
            put(&format!("documents/{}.pdf", line.number), &content.pdf)?;
        }
    }
    put("bundle.zip", &bundle(&part.file)?)?;
    let timeline = timeline(scenario, &part.file, people, &part.played.refusals)?;
    let json = serde_json::to_vec_pretty(&timeline)
        .map_err(|error| PlayError::Disk { path: made.join("timeline.json"), source: error.into() })?;
    put("timeline.json", &json)?;
    put("timeline.html", timeline::html(&timeline).as_bytes())
}

/// What the play brought out: the main case with the others below it; none where the main case wasn't opened.
pub(super) fn summary(out: &Path, scenario: &Scenario, parts: Vec<Part>) -> Option<Played> {
    let mut all = parts.into_iter().map(|part| {
        let out = folder(out, &part.played.key);
        Played {
            case: part.file.case,
            children: Vec::new(),
            documents: documents(&out, &part.file),
            head: part.file.head.hash,
            key: part.played.key,
            out,
            records: part.file.head.seq,
            refusals: part.played.refusals.len(),
            stage: part.played.course.negotiation().map_or("none", |n| n.stage_name()).to_owned(),
            title: scenario.header.title.clone(),
        }
    });
    let main = all.next()?;
    Some(Played { children: all.collect(), ..main })
}

/// The new folder takes the place of the old one.
fn swap(made: &Path, out: &Path, room: &Path) -> Result<(), PlayError> {
    let old = room.join("old");
    match fs::rename(out, &old) {
        Ok(()) => {}
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
        Err(error) => return Err(disk(out)(error)),
    }
    fs::rename(made, out).map_err(|error| {
        // Put back what was there; the folder is complete either way.
        let _ = fs::rename(&old, out);
        disk(out)(error)
    })
}

fn timeline(
    scenario: &Scenario,
    file: &CaseFile,
    people: &People,
    refusals: &[RefusedStep],
) -> Result<timeline::Timeline, PlayError> {
    let catalogue = catalogue::catalogue();
    let persons = people.0.iter().map(|(id, fields)| (id.clone(), fields.name.clone())).collect();
    let refused = refusals.iter().map(|step| Refused {
        actor: people.name(&step.actor.id),
        at: step.at,
        capacity: step.actor.capacity,
        citation: step.refusal.citation.iter().map(law::citation::Citation::display_zh).collect(),
        command: step.command,
        found: catalogue.say(&step.refusal.found()),
        remedy: catalogue.say(&step.refusal.remedy()),
        required: catalogue.say(&step.refusal.required()),
        rule: step.refusal.rule.clone(),
    });
    let records: Vec<&[u8]> = file.records.iter().map(|record| record.bytes.as_slice()).collect();
    let refused: Vec<Refused> = refused.collect();
    Ok(timeline::build(file.case, &records, &Names { persons }, &refused, catalogue, scenario.header.until)?)
}

/// The evidence bundle of a case.
fn bundle(file: &CaseFile) -> Result<Vec<u8>, PlayError> {
    let case = file.case.to_string();
    let records: Vec<&[u8]> = file.records.iter().map(|record| record.bytes.as_slice()).collect();
    let mut builder = Builder::new(&case, &records)?;
    for rules in file.rulesets.values() {
        builder.rules(rules.json.as_slice())?;
    }
    for dataset in file.datasets.values() {
        builder.dataset(dataset.json.as_slice())?;
    }
    for template in file.templates.values() {
        builder.template(template.bytes.as_slice())?;
    }
    for (line, content) in &file.documents {
        if let Some(content) = content {
            builder.document(&line.number, content.pdf.as_slice(), content.data.as_slice())?;
        }
    }
    for list in file.ballots.values() {
        builder.ballot(list.as_slice())?;
    }
    for roll in file.rolls.values() {
        builder.roll(roll.as_slice())?;
    }
    for (_, content) in &file.attachments {
        if let Some(content) = content {
            builder.attachment(content.bytes.as_slice())?;
        }
    }
    let rows: Vec<(&str, [u8; SALT_LENGTH], Fields)> = file
        .persons
        .iter()
        .filter(|person| named(&records, person.commitment))
        .filter_map(|person| {
            let content = person.content.as_ref()?;
            Some((person.id.as_str(), content.salt, serde_json::from_slice(&content.fields).ok()?))
        })
        .collect();
    let persons: Vec<ledger::bundle::Person<'_, Fields>> =
        rows.iter().map(|(id, salt, fields)| ledger::bundle::Person { fields, id, salt: *salt }).collect();
    builder.persons(&persons)?;
    Ok(builder.finish()?)
}

/// Whether a record commits to the person; whoever took no part has no place in the bundle.
fn named(records: &[&[u8]], commitment: Digest) -> bool {
    let text = commitment.to_string();
    records.iter().any(|record| record.windows(text.len()).any(|part| part == text.as_bytes()))
}
