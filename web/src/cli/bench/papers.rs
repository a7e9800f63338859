//! Agreement PDFs, warm, with full fonts and the archive standard, on one thread and on two; memory along the way.

use std::path::PathBuf;

use documents::data::{AgreementParts, AmountSource, WageAgreement};
use documents::{DEFAULT_FONT_DIRS, Kind, Typesetter, bench_sample};
use gauge::{Effort, Figure, Goal, Measured, Rate, Stopwatch};
use negotiation::terms::figure;

use super::Trouble;

/// Documents made before anything is measured.
const WARM_UP: u32 = 20;

pub(super) fn measure(effort: &Effort) -> Result<Vec<Figure>, Trouble> {
    let typesetter = Typesetter::new(&DEFAULT_FONT_DIRS.map(PathBuf::from))?;
    let (kind, data) = bench_sample();
    let sample: WageAgreement = serde_json::from_slice(&data).map_err(|_| Trouble::Broken)?;
    let make = |from, count| make(&typesetter, kind, &sample, from, count);
    make(0, WARM_UP)?;
    let start = resident();
    let (fifth, half) = (effort.papers / 5, effort.papers * 2 / 5);
    let one = make(WARM_UP, fifth)?;
    let watch = Stopwatch::start();
    std::thread::scope(|scope| {
        let from = WARM_UP + fifth;
        let threads = [scope.spawn(move || make(from, half)), scope.spawn(move || make(from + half, half))];
        threads.into_iter().try_for_each(|thread| thread.join().map_err(|_| Trouble::Broken)?.map(|_| ()))
    })?;
    let two = Rate::of(u64::from(half) * 2, watch.elapsed());
    let mut figures = vec![
        Figure::new("papers_one", Measured::Alone(one), Some(Goal::Rate(16))),
        Figure::new("papers_two", Measured::Alone(two), Some(Goal::Rate(28))),
    ];
    if let (Some(start), Some(end)) = (start, resident()) {
        figures.push(Figure::new("memory", Measured::Memory(start, end), Some(Goal::Growth(10))));
    }
    Ok(figures)
}

/// Sets agreements that all differ, so that nothing laid out before is of use.
fn make(typesetter: &Typesetter, kind: Kind, sample: &WageAgreement, from: u32, count: u32) -> Result<Rate, Trouble> {
    let watch = Stopwatch::start();
    for number in from..from + count {
        std::hint::black_box(typesetter.typeset(kind, &varied(sample, number)?)?);
    }
    Ok(Rate::of(u64::from(count), watch.elapsed()))
}

/// The sample with another number, another enterprise and other words in every clause.
fn varied(sample: &WageAgreement, number: u32) -> Result<Vec<u8>, Trouble> {
    let mut paper = sample.clone();
    paper.header.number = format!("{}-{number}", paper.header.number);
    paper.parties.employer.name = format!("{}{number}", paper.parties.employer.name);
    for clause in &mut paper.terms.clauses {
        clause.text = format!("（{number}）{}", clause.text);
    }
    let amounts = vec![AmountSource { figure: figure::MIN_WAGE.to_owned(), label: "月最低工资标准".to_owned() }];
    let WageAgreement { congress, header, parties, representatives, runs, signatures, terms, .. } = paper;
    let parts = AgreementParts {
        amounts,
        congress,
        covered: Vec::new(),
        header,
        parties,
        representatives,
        runs,
        signatures,
        terms,
    };
    let varied = WageAgreement::assemble(parts).map_err(|_| Trouble::Broken)?;
    serde_json::to_vec(&varied).map_err(|_| Trouble::Broken)
}

/// Memory of this process that is in use, KiB; nothing where the system doesn't say.
fn resident() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    line.split_whitespace().next()?.parse().ok()
}
