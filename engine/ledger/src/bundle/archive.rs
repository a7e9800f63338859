//! The zip archive: deflate, one fixed time, no extra fields, no comment, the same bytes for the same members.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

use super::BundleError;

/// Writes members in the order given.
pub(super) fn write<'a>(members: impl Iterator<Item = (&'a str, &'a [u8])>) -> Result<Vec<u8>, BundleError> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(6))
        .last_modified_time(DateTime::DEFAULT)
        .system(System::Unix)
        .unix_permissions(0o644);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in members {
        zip.start_file(name, options).map_err(failed)?;
        zip.write_all(bytes).map_err(failed)?;
    }
    Ok(zip.finish().map_err(failed)?.into_inner())
}

fn failed(error: impl std::fmt::Display) -> BundleError {
    BundleError::Zip(error.to_string())
}
