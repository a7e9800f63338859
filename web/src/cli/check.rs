//! `check`: a draft agreement alone, before anybody initials it: what the law asks of its text, item by item.

use std::path::{Path, PathBuf};

use clap::Args;
use law::Date;
use law::citation::display_all_zh;
use law::dataset::DataSets;
use law::input::{InputError, from_json, from_toml};
use law::rules::Rules;
use messages::Said;
use negotiation::checks::draft::Setting;
use negotiation::checks::{self, Finding, Outcome};
use negotiation::command::Scope;
use negotiation::terms::{self, Terms};
use negotiation::{Floor, Refusal};
use serde_json::{Value, json};

use super::answer::{Answer, Exit, Failure};
use super::{Common, data, deadline, files};
use crate::catalogue::say;
use crate::clock;

/// Most bytes of a draft.
const MAX_TERMS: u64 = 4_000_000;

#[derive(Debug, Args)]
pub(super) struct Check {
    terms: PathBuf,
    #[arg(short, long)]
    profile: String,
    #[arg(short, long)]
    region: String,
    #[arg(long)]
    scope: Option<String>,
    #[arg(long)]
    floors: Option<PathBuf>,
    #[arg(long)]
    on: Option<String>,
    #[arg(long)]
    data_dir: Option<PathBuf>,
    #[command(flatten)]
    pub(super) common: Common,
}

pub(super) fn run(args: &Check) -> Result<Answer, Failure> {
    let rules = deadline::rules(&args.profile)?;
    let data = data::load(args.data_dir.as_deref())?;
    if data.region(&args.region).is_none() {
        return Err(Failure::usage(Said::new("cli-check-unknown-region").arg("found", &args.region)));
    }
    let on = match &args.on {
        Some(text) => deadline::date("--on", text)?,
        None => clock::now().date(),
    };
    let scope = args.scope.as_deref().map_or(Ok(Scope::Enterprise), scope)?;
    let terms = well_formed(&args.terms)?;
    let floors = args.floors.as_deref().map_or_else(|| Ok(Vec::new()), floors)?;
    let setting = Setting { floors: &floors, region: &args.region, scope };
    Ok(answer(&rules, &data, setting, &terms, on))
}

const SCOPES: [(&str, Scope); 4] = [
    ("enterprise", Scope::Enterprise),
    ("sector", Scope::Sector),
    ("region", Scope::Region),
    ("platform", Scope::Platform),
];

fn scope(found: &str) -> Result<Scope, Failure> {
    let known = SCOPES.iter().find(|(name, _)| *name == found).map(|(_, scope)| *scope);
    let expected = || SCOPES.map(|(name, _)| name).join("、");
    known.ok_or_else(|| {
        Failure::usage(Said::new("cli-check-unknown-scope").arg("found", found).arg("expected", expected()))
    })
}

/// The standards of the agreement of a sector or region.
fn floors(path: &Path) -> Result<Vec<Floor>, Failure> {
    let none = || Failure::usage(Said::new("cli-check-no-floors").arg("path", path.display()));
    checks::floor::of(&well_formed(path)?).ok().filter(|floors| !floors.is_empty()).ok_or_else(none)
}

fn well_formed(path: &Path) -> Result<Terms, Failure> {
    let terms = read(path)?;
    terms::check(&terms).map_err(|fault| {
        let refusal = Refusal::from(fault);
        let words = [refusal.found(), refusal.required(), refusal.remedy()].map(|said| say(&said)).concat();
        Failure::refused("TERMS-FORM", wrong(path, words))
    })?;
    Ok(terms)
}

/// A draft as TOML, or as JSON where its name ends so.
fn read(path: &Path) -> Result<Terms, Failure> {
    let bytes = files::read(path, MAX_TERMS)?;
    let read = if path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("json")) {
        from_json(&bytes)
    } else {
        let text = std::str::from_utf8(&bytes)
            .map_err(|error| Failure::usage(Said::new("cli-check-utf8").arg("at", error.valid_up_to())))?;
        from_toml(text)
    };
    read.map_err(|error: InputError| Failure::usage(wrong(path, say(&error.said()))))
}

fn wrong(path: &Path, reason: String) -> Said {
    Said::new("cli-check-wrong").arg("path", path.display()).arg("reason", reason)
}

fn answer(rules: &Rules, data: &DataSets, setting: Setting<'_>, terms: &Terms, on: Date) -> Answer {
    let findings = checks::draft::check(rules, data, setting, terms, on);
    let findings: Vec<Finding> = findings.into_iter().map(|one| one.cited_under(rules.profile)).collect();
    let fails = count(&findings, &[Outcome::Fail]);
    let notes = count(&findings, &[Outcome::Breach, Outcome::Amber]);
    let head = Said::new("cli-check-title")
        .arg("title", &terms.title)
        .arg("profile", rules.profile)
        .arg("region", data.region(setting.region).map_or(setting.region, |region| region.name.as_str()))
        .arg("on", on);
    let mut parts = vec![say(&head)];
    parts.extend(
        setting.floors.first().map(|_| say(&Said::new("cli-check-compared").arg("count", setting.floors.len()))),
    );
    parts.extend(findings.iter().map(paragraph));
    parts.push(say(&Said::new("cli-check-end").arg("fails", fails).arg("notes", notes)));
    let json = json!({
        "fails": fails,
        "floors": setting.floors,
        "findings": findings.iter().map(finding_json).collect::<Vec<_>>(),
        "notes": notes,
        "on": on,
        "profile": rules.profile,
        "region": setting.region,
        "rules": rules.hash(),
        "scope": setting.scope,
        "title": terms.title,
    });
    let exit = if fails == 0 { Exit::Good } else { Exit::Finding };
    Answer { text: parts.join("\n\n"), json, exit }
}

fn count(findings: &[Finding], outcomes: &[Outcome]) -> usize {
    findings.iter().filter(|finding| outcomes.contains(&finding.outcome)).count()
}

/// One finding; what is in order takes one line, for its words are those of a fault.
fn paragraph(finding: &Finding) -> String {
    let head = Said::new("cli-check-head")
        .arg("check", say(&Said::new("cli-check-name").arg("check", &finding.rule)))
        .arg("rule", &finding.rule)
        .arg("outcome", say(&Said::new(finding.outcome.key())));
    let mut lines = vec![say(&head)];
    if finding.outcome != Outcome::Pass {
        lines.push(say(&Said::new("cli-check-found").arg("text", say(&finding.found()))));
        lines.push(say(&Said::new("cli-check-required").arg("text", say(&finding.required()))));
        lines.push(say(&Said::new("cli-error-citation").arg("citation", display_all_zh(&finding.citation))));
        lines.push(say(&Said::new("cli-check-remedy").arg("text", say(&finding.remedy()))));
    }
    lines.join("\n")
}

fn finding_json(finding: &Finding) -> Value {
    let fault = |said: Said| (finding.outcome != Outcome::Pass).then(|| say(&said));
    json!({
        "citation": finding.citation,
        "figures": finding.figures,
        "found": fault(finding.found()),
        "outcome": finding.outcome,
        "remedy": fault(finding.remedy()),
        "required": fault(finding.required()),
        "rule": finding.rule,
    })
}
