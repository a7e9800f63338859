//! The faces that documents are set in, read once from given folders and shared by all threads.
//!
//! Song for text, Hei for headings, then two faces with the rare characters of names. Only these families are taken, so
//! that a page doesn't depend on what else a machine has installed.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use ledger::Digest;
use serde::Serialize;
use typst::foundations::Bytes;
use typst::text::{Font, FontBook, FontWeight};
use typst::utils::LazyHash;

use crate::FontError;

/// Where Debian's packages `fonts-noto-cjk` and `fonts-hanazono` put their files.
pub const DEFAULT_FONT_DIRS: [&str; 2] = ["/usr/share/fonts/opentype/noto", "/usr/share/fonts/truetype/hanazono"];

/// Family and weight of every face that a template may name; the templates' library lists the same families.
const FACES: [(&str, FontWeight); 6] = [
    ("Noto Serif CJK SC", FontWeight::REGULAR),
    ("Noto Serif CJK SC", FontWeight::BOLD),
    ("Noto Sans CJK SC", FontWeight::REGULAR),
    ("Noto Sans CJK SC", FontWeight::BOLD),
    ("HanaMinA", FontWeight::MEDIUM),
    ("HanaMinB", FontWeight::MEDIUM),
];

/// Starts of the file names worth opening.
const FILE_NAMES: [&str; 3] = ["NotoSerifCJK", "NotoSansCJK", "HanaMin"];

/// A face that a document uses.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct FontUse {
    /// Plain SHA-256 of the file that holds the face.
    pub digest: Digest,
    /// Family, weight and file, such as `Noto Serif CJK SC 700 NotoSerifCJK-Bold.ttc`.
    pub name: String,
}

/// The faces in use as canonical JSON, sorted and without repeats; a bundle carries it beside the templates.
///
/// # Errors
/// None in practice: texts and digests always have a canonical form.
pub fn fonts_json<'a>(
    uses: impl IntoIterator<Item = &'a FontUse>,
) -> Result<Vec<u8>, ledger::canonical::CanonicalError> {
    let sorted: std::collections::BTreeSet<&FontUse> = uses.into_iter().collect();
    ledger::canonical::to_vec(&sorted.into_iter().collect::<Vec<_>>())
}

/// A font file: its bytes, and its digest once somebody asks.
struct FontFile {
    bytes: Bytes,
    digest: OnceLock<Digest>,
    name: String,
}

struct Face {
    file: Arc<FontFile>,
    font: Font,
    weight: FontWeight,
}

/// The faces; a clone shares them.
#[derive(Clone)]
pub(crate) struct Fonts(Arc<Shelf>);

struct Shelf {
    book: LazyHash<FontBook>,
    faces: Vec<Face>,
}

impl Fonts {
    /// Reads the faces from folders and their subfolders; the first file that has a face gives it.
    pub(crate) fn load(dirs: &[PathBuf]) -> Result<Self, FontError> {
        let mut files = BTreeMap::new();
        for dir in dirs {
            collect(dir, &mut files);
        }
        let mut found: BTreeMap<usize, Face> = BTreeMap::new();
        for (name, path) in files {
            let bytes = fs::read(&path).map_err(|source| FontError::Unreadable { path: path.clone(), source })?;
            let bytes = Bytes::new(bytes);
            let file = Arc::new(FontFile { bytes: bytes.clone(), digest: OnceLock::new(), name });
            for font in Font::iter(bytes) {
                let weight = font.info().variant.weight;
                let place = FACES.iter().position(|face| *face == (font.info().family.as_str(), weight));
                if let Some(place) = place {
                    found.entry(place).or_insert_with(|| Face { file: Arc::clone(&file), font, weight });
                }
            }
        }
        let missing: Vec<_> = FACES.iter().enumerate().filter(|(i, _)| !found.contains_key(i)).collect();
        if let Some((_, (family, weight))) = missing.first() {
            return Err(FontError::Missing { family: (*family).to_owned(), weight: weight.to_number() });
        }
        let faces: Vec<Face> = found.into_values().collect();
        let book = LazyHash::new(FontBook::from_fonts(faces.iter().map(|face| &face.font)));
        Ok(Self(Arc::new(Shelf { book, faces })))
    }

    pub(crate) fn book(&self) -> &LazyHash<FontBook> {
        &self.0.book
    }

    pub(crate) fn font(&self, index: usize) -> Option<Font> {
        self.0.faces.get(index).map(|face| face.font.clone())
    }

    /// Where a face stands on the shelf. Typst's cache may hand back a face that another shelf of this process has read,
    /// so a face that isn't here by its place in memory is known by what it is.
    pub(crate) fn place_of(&self, font: &Font) -> Option<usize> {
        let faces = &self.0.faces;
        let here = |face: &Face| std::ptr::eq(face.font.data().as_ptr(), font.data().as_ptr());
        let alike = |face: &Face| {
            let (own, other) = (face.font.info(), font.info());
            own.family == other.family && own.variant == other.variant
        };
        let same_index = |face: &Face| face.font.index() == font.index();
        let by_place = faces.iter().position(|face| same_index(face) && here(face));
        by_place.or_else(|| faces.iter().position(|face| same_index(face) && alike(face)))
    }

    /// Name and digest of the face at a place; the digest of a file is computed once.
    pub(crate) fn describe(&self, place: usize) -> Option<FontUse> {
        let Face { file, font, weight } = self.0.faces.get(place)?;
        let digest = *file.digest.get_or_init(|| Digest::sha256(&file.bytes));
        Some(FontUse { digest, name: format!("{} {} {}", font.info().family, weight.to_number(), file.name) })
    }
}

/// Font files below a folder by file name; a folder that isn't there holds none.
fn collect(dir: &Path, files: &mut BTreeMap<String, PathBuf>) {
    let Ok(entries) = fs::read_dir(dir) else { return };
    for entry in entries.flatten() {
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().into_owned();
        if path.is_dir() {
            collect(&path, files);
        } else if FILE_NAMES.iter().any(|start| name.starts_with(start)) {
            files.entry(name).or_insert(path);
        }
    }
}
