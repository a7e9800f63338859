//! One member: its header in the directory, its header before the content, and the content.

use flate2::{Decompress, FlushDecompress, Status};
use messages::Said;

use super::fields::Fields;
use super::{CHECK, shown};
use crate::{Check, Place};

const DIRECTORY_SIGNATURE: &[u8; 4] = b"PK\x01\x02";
const LOCAL_SIGNATURE: &[u8; 4] = b"PK\x03\x04";
const LOCAL_LENGTH: usize = 30;

const STORED: u16 = 0;
const DEFLATED: u16 = 8;
/// 1980-01-01 00:00, the first instant that a zip archive can name.
const TIME: (u16, u16) = (0, 0x21);
/// Regular file, `rw-r--r--`.
const ATTRIBUTES: u32 = 0o100_644 << 16;
/// "Unix" in the upper byte of the version that made an entry.
const MADE_ON_UNIX: u16 = 3 << 8;

/// What both headers of a member say.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Common {
    version: u16,
    flags: u16,
    method: u16,
    time: (u16, u16),
    crc: u32,
    compressed_size: usize,
    size: usize,
    name_length: usize,
    extra_length: usize,
}

impl Common {
    fn read(fields: &mut Fields<'_>) -> Option<Self> {
        Some(Self {
            version: fields.u16()?,
            flags: fields.u16()?,
            method: fields.u16()?,
            time: (fields.u16()?, fields.u16()?),
            crc: fields.u32()?,
            compressed_size: fields.size()?,
            size: fields.size()?,
            name_length: usize::from(fields.u16()?),
            extra_length: usize::from(fields.u16()?),
        })
    }

    /// The version that a reader needs: 1.0 for stored members, 2.0 for deflate.
    fn is_plain(&self) -> bool {
        let version = match self.method {
            STORED => 10,
            DEFLATED => 20,
            _ => return false,
        };
        self.version == version && self.flags == 0 && self.time == TIME && self.extra_length == 0
    }
}

/// A member as the directory lists it.
pub(crate) struct Entry<'a> {
    /// Name; where it isn't UTF-8 the odd bytes are replaced, which the check of names then finds.
    pub(crate) name: String,
    /// Position of the local header.
    pub(super) at: usize,
    /// Declared size of the content in bytes.
    pub(super) size: usize,
    pub(super) compressed_size: usize,
    common: Common,
    /// Whether everything in the directory header that isn't in the local one is as fixed.
    fixed: bool,
    raw_name: &'a [u8],
    archive: &'a [u8],
}

impl<'a> Entry<'a> {
    /// Reads one header of the directory.
    pub(super) fn read(archive: &'a [u8], fields: &mut Fields<'a>) -> Option<Self> {
        if fields.take(DIRECTORY_SIGNATURE.len())? != DIRECTORY_SIGNATURE {
            return None;
        }
        let made_by = fields.u16()?;
        let common = Common::read(fields)?;
        let (comment_length, disk, internal) = (fields.u16()?, fields.u16()?, fields.u16()?);
        let external = fields.u32()?;
        let at = fields.size()?;
        let raw_name = fields.take(common.name_length)?;
        fields.take(common.extra_length)?;
        fields.take(usize::from(comment_length))?;
        Some(Self {
            name: String::from_utf8_lossy(raw_name).into_owned(),
            at,
            size: common.size,
            compressed_size: common.compressed_size,
            common,
            fixed: (made_by, comment_length, disk, internal, external)
                == (MADE_ON_UNIX | common.version, 0, 0, 0, ATTRIBUTES),
            raw_name,
            archive,
        })
    }

    /// Position after the content, if the local header is as the directory says. Sizes are 32-bit, so this can't overflow.
    pub(super) fn end(&self) -> usize {
        self.at + LOCAL_LENGTH + self.raw_name.len() + self.compressed_size
    }

    /// Something wrong with this member.
    pub(super) fn finding(&self, said: Said) -> Check {
        Check::fail(CHECK, Place::member(shown(&self.name)), said)
    }

    /// The content, and what is wrong. A content whose checksum differs is still returned, so that the checks after this
    /// one can say where it differs.
    pub(crate) fn content(&self) -> (Option<Vec<u8>>, Option<Check>) {
        let finding = |key: &'static str| Some(self.finding(Said::new(key)));
        if !self.fixed || !self.common.is_plain() {
            return (None, finding("verify-zip-header"));
        }
        let Some(compressed) = self.compressed() else {
            return (None, finding("verify-zip-local"));
        };
        let content =
            if self.common.method == STORED { stored(compressed, self.size) } else { inflate(compressed, self.size) };
        let Some(content) = content else {
            return (None, finding("verify-zip-inflate"));
        };
        let intact = crc32fast::hash(&content) == self.common.crc;
        (Some(content), if intact { None } else { finding("verify-zip-checksum") })
    }

    /// The compressed bytes, if the local header says the same as the directory.
    fn compressed(&self) -> Option<&'a [u8]> {
        let mut fields = Fields::new(self.archive.get(self.at..)?);
        let same = fields.take(LOCAL_SIGNATURE.len())? == LOCAL_SIGNATURE
            && Common::read(&mut fields)? == self.common
            && fields.take(self.common.name_length)? == self.raw_name;
        if same { fields.take(self.compressed_size) } else { None }
    }
}

fn stored(bytes: &[u8], size: usize) -> Option<Vec<u8>> {
    (bytes.len() == size).then(|| bytes.to_vec())
}

/// Inflates to exactly the declared size. One byte of room more than declared shows a content that is longer.
fn inflate(compressed: &[u8], size: usize) -> Option<Vec<u8>> {
    let mut content = vec![0; size.checked_add(1)?];
    let mut stream = Decompress::new(false);
    let status = stream.decompress(compressed, &mut content, FlushDecompress::Finish).ok()?;
    let exact = status == Status::StreamEnd
        && stream.total_out() == size as u64
        && stream.total_in() == compressed.len() as u64;
    content.truncate(size);
    exact.then_some(content)
}
