//! What a template can see: itself, the shared library, three virtual files, the fonts. Nothing else.

use std::sync::LazyLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, Source};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

use crate::Kind;
use crate::fonts::Fonts;
use crate::templates::{SOURCES, file_id};

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));
static DATA: LazyLock<FileId> = LazyLock::new(|| file_id("/data.json"));
static HASH: LazyLock<FileId> = LazyLock::new(|| file_id("/hash.txt"));
static QR: LazyLock<FileId> = LazyLock::new(|| file_id("/qr.svg"));

/// The world of one document.
pub(crate) struct Desk<'a> {
    pub(crate) data: Bytes,
    pub(crate) fonts: &'a Fonts,
    pub(crate) hash: Bytes,
    pub(crate) kind: Kind,
    pub(crate) qr: Bytes,
}

impl Desk<'_> {
    fn template(&self) -> &'static Source {
        &SOURCES.kinds[self.kind as usize]
    }
}

impl World for Desk<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.fonts.book()
    }

    fn main(&self) -> FileId {
        self.template().id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        [self.template(), &SOURCES.lib]
            .into_iter()
            .find(|source| source.id() == id)
            .cloned()
            .ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let files = [(*DATA, &self.data), (*HASH, &self.hash), (*QR, &self.qr)];
        files.into_iter().find(|(known, _)| *known == id).map(|(_, bytes)| bytes.clone()).ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.font(index)
    }

    /// A document's date comes from its data.
    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
