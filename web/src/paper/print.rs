//! A paper set and made ready to be recorded.

use documents::{TypesetError, Typesetter};
use law::time::Moment;
use ledger::Digest;
use negotiation::command::{DocumentKind, FontUse, RecordDocument, SystemCommand};
use negotiation::{Command, Head};
use store::Document;
use uuid::{Builder, Uuid};

use super::{PaperError, Wanted};

/// Why a paper can't be printed.
#[derive(Debug, thiserror::Error)]
pub enum PrintError {
    /// Its data can't be put together, or records have no name for it.
    #[error(transparent)]
    Paper(#[from] PaperError),
    /// It can't be typeset.
    #[error(transparent)]
    Typeset(#[from] Box<TypesetError>),
}

/// Typesets a paper: the command that records it and the document that travels with the command.
///
/// # Errors
/// See [`PrintError`].
pub fn print(typesetter: &Typesetter, wanted: &Wanted) -> Result<(Command, Document), PrintError> {
    let set = typesetter.typeset(wanted.kind, &wanted.data).map_err(Box::new)?;
    let fonts = set.fonts.into_iter().map(|font| FontUse { digest: font.digest, name: font.name });
    let command = Command::System(SystemCommand::RecordDocument(RecordDocument {
        data: set.data_digest,
        fonts: fonts.collect(),
        kind: document_kind(wanted)?,
        number: wanted.number.clone(),
        pdf: set.pdf_digest,
        template: set.template_digest,
        typst: set.typst_version.to_owned(),
        version: wanted.version,
    }));
    Ok((command, Document { data: wanted.data.clone(), pdf: set.pdf }))
}

/// The id of the act that records a paper: version 7, its random part drawn from the record that the paper follows and
/// from its number, so that two processes that make the same paper record it once.
#[must_use]
pub fn act_id(follows: Head, at: Moment, wanted: &Wanted) -> Uuid {
    let Wanted { number, version, .. } = wanted;
    let named = [follows.hash.as_bytes().as_slice(), format!("\n{number}\n{version}").as_bytes()].concat();
    let drawn = Digest::of("xinxieshang/paper/v1\n", &named);
    let mut random = [0; 10];
    random.copy_from_slice(&drawn.as_bytes()[..10]);
    Builder::from_unix_timestamp_millis(u64::try_from(at.millis()).unwrap_or(0), &random).into_uuid()
}

/// What a record calls a paper.
fn document_kind(wanted: &Wanted) -> Result<DocumentKind, PaperError> {
    let named = DocumentKind::ALL.iter().copied().find(|known| known.name() == wanted.kind.name());
    named.ok_or(PaperError::Stage("a record of this paper"))
}
