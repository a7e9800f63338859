//! A list as somebody's spreadsheet saved it, as rows of texts: XLSX, or comma-separated in UTF-8 or GB 18030.
//!
//! A file from outside may be made to harm: how much it unpacks to is looked at first, cells are taken one by one, and no
//! formula is ever computed.

use std::io::{Cursor, Read};

use calamine::{DataRef, Reader, Xlsx, XlsxError};
use encoding_rs::GB18030;
use messages::Said;

use super::MOST_ROWS;

/// The largest list, in bytes.
pub const MAX_LIST: usize = 5 << 20;
/// What a list may unpack to, in bytes.
const MAX_UNPACKED: u64 = 200 << 20;
/// Columns that are looked at.
const MOST_COLUMNS: usize = 40;
/// Parts that a workbook may have.
const MOST_PARTS: usize = 1_000;

/// A row: its number as the spreadsheet shows it, and its cells.
pub(super) type Row = (u32, Vec<String>);

/// The rows of a list that aren't blank.
pub(super) fn rows(bytes: &[u8]) -> Result<Vec<Row>, Said> {
    if bytes.len() > MAX_LIST {
        let megabytes = bytes.len().div_ceil(1 << 20);
        return Err(Said::new("accounts-roster-large").arg("found", megabytes).arg("most", MAX_LIST >> 20));
    }
    let rows = if bytes.starts_with(b"PK\x03\x04") {
        workbook(bytes)?
    } else if bytes.contains(&0) || bytes.starts_with(b"\xd0\xcf\x11\xe0") || bytes.starts_with(b"%PDF") {
        return Err(Said::new("accounts-roster-kind"));
    } else {
        separated(bytes)?
    };
    let rows: Vec<Row> = rows.into_iter().filter(|(_, cells)| cells.iter().any(|cell| !cell.is_empty())).collect();
    // One more for the headings.
    if rows.len() > MOST_ROWS + 1 {
        return Err(Said::new("accounts-roster-rows").arg("most", MOST_ROWS));
    }
    Ok(rows)
}

fn workbook(bytes: &[u8]) -> Result<Vec<Row>, Said> {
    let damaged = || Said::new("accounts-roster-damaged");
    if !unpacks_to_little(bytes).map_err(|_| damaged())? {
        return Err(Said::new("accounts-roster-unpacked"));
    }
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_: XlsxError| damaged())?;
    let first = book.sheet_names().first().cloned().ok_or_else(damaged)?;
    let mut cells = book.worksheet_cells_reader(&first).map_err(|_| damaged())?;
    let mut rows: Vec<Row> = Vec::new();
    while let Some(cell) = cells.next_cell().map_err(|_| damaged())? {
        let (row, column) = cell.get_position();
        let column = usize::try_from(column).unwrap_or(usize::MAX);
        let text = text(cell.get_value());
        if column >= MOST_COLUMNS || text.is_empty() {
            continue;
        }
        let number = row.saturating_add(1);
        if rows.last().is_none_or(|(last, _)| *last != number) {
            if rows.len() > MOST_ROWS + 1 {
                break;
            }
            rows.push((number, Vec::new()));
        }
        if let Some((_, cells)) = rows.last_mut() {
            cells.resize(cells.len().max(column + 1), String::new());
            if let Some(place) = cells.get_mut(column) {
                *place = text;
            }
        }
    }
    Ok(rows)
}

/// Whether all parts of an archive together stay within bounds, whatever it says about them.
fn unpacks_to_little(bytes: &[u8]) -> Result<bool, zip::result::ZipError> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes))?;
    let mut left = MAX_UNPACKED;
    if archive.len() > MOST_PARTS {
        return Ok(false);
    }
    for index in 0..archive.len() {
        let part = archive.by_index(index)?;
        let read = std::io::copy(&mut part.take(left), &mut std::io::sink())?;
        left = left.saturating_sub(read);
        if left == 0 {
            return Ok(false);
        }
    }
    Ok(true)
}

/// A cell as its spreadsheet shows it; phones and numbers are often kept as figures.
fn text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => clean(text),
        DataRef::SharedString(text) => clean(text),
        DataRef::Bool(yes) => if *yes { "是" } else { "否" }.to_owned(),
        DataRef::DateTime(day) => day.as_f64().to_string(),
        DataRef::Error(error) => format!("#{error:?}"),
        DataRef::Empty => String::new(),
    }
}

fn separated(bytes: &[u8]) -> Result<Vec<Row>, Said> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => {
            let (text, _, damaged) = GB18030.decode(bytes);
            if damaged {
                return Err(Said::new("accounts-roster-encoding"));
            }
            text.into_owned()
        }
    };
    // One kind of line end, so that rows are counted as the spreadsheet counts them.
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    // Spreadsheets of this country save with commas, semicolons or tabs.
    let head = text.lines().next().unwrap_or_default();
    let separator = [b',', b'\t', b';'].into_iter().max_by_key(|sign| head.bytes().filter(|b| b == sign).count());
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator.unwrap_or(b','))
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|_| Said::new("accounts-roster-damaged"))?;
        if rows.len() > MOST_ROWS + 1 {
            break;
        }
        let line = record.position().map_or(0, csv::Position::line);
        let cells = record.iter().take(MOST_COLUMNS).map(clean).collect();
        rows.push((u32::try_from(line).unwrap_or(u32::MAX), cells));
    }
    Ok(rows)
}

/// Without blanks around it, and without the apostrophe by which spreadsheets keep figures as texts.
fn clean(text: &str) -> String {
    let text = text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    text.strip_prefix('\'').unwrap_or(text).to_owned()
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    #[test]
    fn a_list_is_read_in_either_encoding_and_with_either_separator() {
        let expected =
            vec![(1, vec!["姓名".to_owned(), "手机".to_owned()]), (3, vec!["李一".to_owned(), "138".to_owned()])];
        let utf8 = "\u{feff}姓名,手机\r\n,\r\n李一,'138\r\n";
        assert_eq!(rows(utf8.as_bytes()).unwrap(), expected);
        let (gb, _, _) = GB18030.encode("姓名\t手机\n\t\n李一\t\"138\"\n");
        assert_eq!(rows(&gb).unwrap(), expected);
    }

    #[test]
    fn what_is_no_list_is_refused() {
        let key = |bytes: &[u8]| rows(bytes).unwrap_err().key.to_string();
        assert_eq!(key(b"%PDF-1.7"), "accounts-roster-kind");
        assert_eq!(key(b"\xd0\xcf\x11\xe0"), "accounts-roster-kind");
        assert_eq!(key(b"PK\x03\x04 nothing"), "accounts-roster-damaged");
        assert_eq!(key(b"\xff\xff\xff"), "accounts-roster-encoding");
        assert_eq!(key(&vec![b'a'; MAX_LIST + 1]), "accounts-roster-large");
        assert_eq!(key("李\n".repeat(MOST_ROWS + 2).as_bytes()), "accounts-roster-rows");
    }

    #[test]
    fn an_archive_that_unpacks_without_end_is_not_unpacked() {
        let mut bytes = Cursor::new(Vec::new());
        let mut archive = zip::ZipWriter::new(&mut bytes);
        let options = zip::write::SimpleFileOptions::default();
        archive.start_file("xl/workbook.xml", options).unwrap();
        let zeros = vec![0; 1 << 20];
        for _ in 0..=(MAX_UNPACKED >> 20) {
            archive.write_all(&zeros).unwrap();
        }
        archive.finish().unwrap();
        let bytes = bytes.into_inner();
        assert!(bytes.len() < MAX_LIST, "{}", bytes.len());
        assert_eq!(rows(&bytes).unwrap_err().key, "accounts-roster-unpacked");
    }
}
