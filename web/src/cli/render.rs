//! `render`: one paper from its data. The PDF appears whole or not at all.

use std::path::{Path, PathBuf};

use clap::Args;
use documents::{DEFAULT_FONT_DIRS, FontUse, Kind, Typeset, TypesetError, Typesetter, parse_and_check};
use messages::Said;
use serde_json::{Value, json};

use super::answer::{Answer, Failure, pretty};
use super::progress::Progress;
use super::{Common, files};
use crate::catalogue::say;

/// Most bytes of a data file; the crate of the papers has a limit of its own below this.
const MAX_DATA: u64 = 16_000_000;

#[derive(Debug, Args)]
pub(super) struct Render {
    kind: String,
    #[arg(short, long, required_unless_present = "sample", requires = "out")]
    data: Option<PathBuf>,
    #[arg(short, long)]
    out: Option<PathBuf>,
    #[arg(long, conflicts_with_all = ["data", "out"])]
    sample: bool,
    #[arg(long)]
    fonts: Vec<PathBuf>,
    #[command(flatten)]
    pub(super) common: Common,
}

pub(super) fn run(args: &Render) -> Result<Answer, Failure> {
    let kind: Kind = args.kind.parse().map_err(|error: documents::KindError| Failure::usage(error.said()))?;
    let (Some(data), Some(out)) = (&args.data, &args.out) else {
        let sample: Value = serde_json::from_slice(&kind.sample_json()).unwrap_or_default();
        return Ok(Answer::good(pretty(&sample), sample));
    };
    let bytes = files::read(data, MAX_DATA)?;
    let progress = Progress::start(&Said::new("cli-render-progress").arg("path", out.display()));
    let made = make(kind, &bytes, args).map_err(|said| {
        Failure::usage(Said::new("cli-render-wrong").arg("path", data.display()).arg("reason", say(&said)))
    });
    drop(progress);
    let made = made?;
    files::write_whole(out, &made.pdf)?;
    Ok(Answer::good(text(kind, out, &made), json(kind, out, &made)))
}

/// Checks the data first, so that wrong data is told before fonts are read.
fn make(kind: Kind, data: &[u8], args: &Render) -> Result<Typeset, Said> {
    parse_and_check(kind, data).map_err(|error| error.said())?;
    let folders: Vec<PathBuf> =
        if args.fonts.is_empty() { DEFAULT_FONT_DIRS.map(PathBuf::from).to_vec() } else { args.fonts.clone() };
    let typesetter = Typesetter::new(&folders).map_err(|error| error.said())?;
    typesetter.typeset(kind, data).map_err(|error: TypesetError| error.said())
}

fn text(kind: Kind, out: &Path, made: &Typeset) -> String {
    say(&Said::new("cli-render-done")
        .arg("title", say(&kind.title()))
        .arg("path", out.display())
        .arg("pages", made.pages)
        .arg("data", made.data_digest)
        .arg("pdf", made.pdf_digest))
}

fn json(kind: Kind, out: &Path, made: &Typeset) -> Value {
    let font = |font: &FontUse| json!({"digest": font.digest, "name": font.name});
    json!({
        "code": kind.code(),
        "data_digest": made.data_digest,
        "fonts": made.fonts.iter().map(font).collect::<Vec<_>>(),
        "kind": kind,
        "out": out,
        "pages": made.pages,
        "pdf_digest": made.pdf_digest,
        "template_digest": made.template_digest,
        "typst": made.typst_version,
    })
}
