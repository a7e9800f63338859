//! Data in, PDF out.

use std::collections::BTreeSet;
use std::path::PathBuf;

use ledger::{Digest, purpose};
use typst::diag::SourceDiagnostic;
use typst::foundations::{Bytes, Smart};
use typst::layout::{Frame, FrameItem};
use typst::text::TextItem;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::fonts::Fonts;
use crate::world::Desk;
use crate::{FontError, FontUse, Kind, TypesetError, parse_and_check, qr, templates};

/// How many documents a cached result may lie unused: enough for what all documents share, little enough to stay flat.
const CACHE_AGE: usize = 1;

/// A finished document with everything that names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typeset {
    /// Digest of the data under `xinxieshang/document/v1`: printed in the footer (start) and in the QR code (whole).
    pub data_digest: Digest,
    /// The faces that stand in it, sorted.
    pub fonts: Vec<FontUse>,
    /// Number of pages.
    pub pages: usize,
    /// The PDF: PDF/A-3a and PDF/UA-1, the canonical data attached.
    pub pdf: Vec<u8>,
    /// Plain SHA-256 of the PDF.
    pub pdf_digest: Digest,
    /// Plain SHA-256 of the shared library's bytes followed by the template's.
    pub template_digest: Digest,
    /// The version of Typst that set it.
    pub typst_version: &'static str,
}

/// Sets documents; a clone shares the fonts, and several threads may use one at the same time.
#[derive(Clone)]
pub struct Typesetter {
    fonts: Fonts,
}

impl Typesetter {
    /// Reads the fonts, once for the life of the process.
    ///
    /// # Errors
    /// A face is missing or a font file can't be read.
    pub fn new(font_dirs: &[PathBuf]) -> Result<Self, FontError> {
        Ok(Self { fonts: Fonts::load(font_dirs)? })
    }

    /// Sets one document from the JSON of its data.
    ///
    /// # Errors
    /// The data doesn't hold, a character has no glyph, or Typst refuses.
    pub fn typeset(&self, kind: Kind, data_json: &[u8]) -> Result<Typeset, TypesetError> {
        let (desk, data_digest) = self.desk(kind, parse_and_check(kind, data_json)?);
        let made = make(&desk, data_digest);
        comemo::evict(CACHE_AGE);
        let (pdf, pages, fonts) = made?;
        Ok(Typeset {
            data_digest,
            fonts,
            pages,
            pdf_digest: Digest::sha256(&pdf),
            pdf,
            template_digest: templates::digest(kind),
            typst_version: typst::utils::version().raw(),
        })
    }

    /// Lays out what the template of a kind may see of some canonical data.
    fn desk(&self, kind: Kind, data: Vec<u8>) -> (Desk<'_>, Digest) {
        let digest = Digest::of(purpose::DOCUMENT, &data);
        let desk = Desk {
            data: Bytes::new(data),
            fonts: &self.fonts,
            hash: Bytes::from_string(digest.to_string()),
            kind,
            qr: Bytes::from_string(qr::svg(digest)),
        };
        (desk, digest)
    }
}

/// Compiles, looks at every glyph, exports.
fn make(desk: &Desk<'_>, digest: Digest) -> Result<(Vec<u8>, usize, Vec<FontUse>), TypesetError> {
    let document: PagedDocument = typst::compile(desk).output.map_err(|errors| refused(&errors))?;
    let mut places = BTreeSet::new();
    for page in document.pages() {
        look(&page.frame, &mut |item| {
            places.extend(desk.fonts.place_of(item.font.font()));
            missing(item).map_or(Ok(()), |character| Err(TypesetError::MissingGlyph { character }))
        })?;
    }
    let fonts = places.into_iter().filter_map(|place| desk.fonts.describe(place)).collect();
    let pdf = typst_pdf::pdf(&document, &options(desk.kind, digest)).map_err(|errors| refused(&errors))?;
    Ok((pdf, document.pages().len(), fonts))
}

/// The archive standard with attachments and, beside it, the one for accessibility. The identifier is fixed by the data.
fn options(kind: Kind, digest: Digest) -> PdfOptions {
    #[expect(clippy::expect_used, reason = "the two standards go together; every test renders with them")]
    let standards = PdfStandards::new(&[PdfStandard::A_3a, PdfStandard::Ua_1]).expect("compatible standards");
    PdfOptions {
        ident: Smart::Custom(format!("xinxieshang:{}:{digest}", kind.code())),
        creator: Smart::Custom(Some("xinxieshang documents".to_owned())),
        timestamp: None,
        page_ranges: None,
        standards,
        tagged: true,
        pretty: false,
    }
}

/// Shows every piece of text of a frame, stopping at the first error.
fn look(frame: &Frame, see: &mut impl FnMut(&TextItem) -> Result<(), TypesetError>) -> Result<(), TypesetError> {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => look(&group.frame, see)?,
            FrameItem::Text(text) => see(text)?,
            FrameItem::Shape(..) | FrameItem::Image(..) | FrameItem::Link(..) | FrameItem::Tag(_) => {}
        }
    }
    Ok(())
}

/// The first character that got the "no such glyph" box, which is glyph 0 of every face.
fn missing(item: &TextItem) -> Option<char> {
    let glyph = item.glyphs.iter().find(|glyph| glyph.id == 0)?;
    item.text.get(glyph.range()).and_then(|text| text.chars().next()).or(Some(char::REPLACEMENT_CHARACTER))
}

fn refused(errors: &[SourceDiagnostic]) -> TypesetError {
    let words = |error: &SourceDiagnostic| {
        let hints = error.hints.iter().map(|hint| format!(" ({})", hint.v));
        std::iter::once(error.message.to_string()).chain(hints).collect::<String>()
    };
    let mut all: Vec<String> = errors.iter().map(words).collect();
    all.dedup();
    TypesetError::Typst { detail: all.join("; ") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::DEFAULT_FONT_DIRS;

    /// All text of a document as it stands on the pages, without white space.
    fn printed(kind: Kind, data: &[u8]) -> String {
        let typesetter = Typesetter::new(&DEFAULT_FONT_DIRS.map(Into::into)).unwrap();
        let desk = typesetter.desk(kind, parse_and_check(kind, data).unwrap()).0;
        let document: PagedDocument = typst::compile(&desk).output.unwrap();
        let mut text = String::new();
        for page in document.pages() {
            look(&page.frame, &mut |item| {
                text.extend(item.text.chars().filter(|c| !c.is_whitespace()));
                Ok(())
            })
            .unwrap();
        }
        text
    }

    #[test]
    fn markup_in_a_text_stands_on_the_page_as_it_was_written() {
        let markup = r#"#import"x":*$a$*b*_c_@d<e>\u{41}//x/*y*/~--...`f`[g]"#;
        let mut opinion = crate::data::ReviewOpinion::sample();
        opinion.office.push_str(markup);
        let text = printed(Kind::ReviewOpinion, &ledger::canonical::to_vec(&opinion).unwrap());
        assert!(text.contains(markup), "{text}");
    }

    /// The texts of some data, but for the parties, whose blocks differ, and the seals beside signatures.
    fn texts(value: &serde_json::Value, found: &mut Vec<String>) {
        use serde_json::Value;
        match value {
            Value::String(text) if !text.is_ascii() => found.extend(text.lines().map(str::to_owned)),
            Value::Array(list) => list.iter().for_each(|entry| texts(entry, found)),
            Value::Object(map) => {
                let shown = map.iter().filter(|(key, _)| !["parties", "seal"].contains(&key.as_str()));
                shown.for_each(|(_, entry)| texts(entry, found));
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }

    // A paragraph may go on over the page, behind the footer: its first and last characters have to be there.
    #[test]
    fn what_the_papers_after_the_signature_say_stands_on_their_pages() {
        let later = Kind::ALL.into_iter().filter(|kind| kind.code() > "D16" && *kind != Kind::ReviewOpinion);
        for kind in later {
            let data = kind.sample_json();
            let page = printed(kind, &data);
            let mut found = Vec::new();
            texts(&serde_json::from_slice(&data).unwrap(), &mut found);
            assert!(found.len() > 10, "{kind}");
            for text in found {
                let text: Vec<char> = text.chars().filter(|c| !c.is_whitespace()).collect();
                let ends = [&text[..text.len().min(6)], &text[text.len().saturating_sub(6)..]];
                for end in ends.map(|end| end.iter().collect::<String>()) {
                    assert!(page.contains(&end), "{kind}: {end} in {page}");
                }
            }
        }
    }

    #[test]
    fn every_page_has_its_number_and_the_start_of_the_digest() {
        let data = Kind::WageAgreement.sample_json();
        let text = printed(Kind::WageAgreement, &data);
        let digest = Digest::of(purpose::DOCUMENT, &data).to_string();
        let pages = text.matches(&format!("文书指纹{}", &digest[..16])).count();
        for page in 1..=pages {
            assert!(text.contains(&format!("第{page}页共{pages}页")), "{page} of {pages}");
        }
        assert!(pages > 8 && text.contains("第十二章附则") && text.contains("人民币贰仟陆佰伍拾元整"));
    }
}
