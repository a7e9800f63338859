//! A backup: everything at one moment, cut into segments that mostly stay the same from one backup to the next.

use law::time::Moment;
use ledger::Digest;
use messages::Said;
use sha2::{Digest as _, Sha256};
use store::{Kind, Place, Row, Snapshot, TABLES, Table, Value};

use crate::archive::{FORMAT, Manifest, SegmentLine, TableLine};
use crate::heads::HeadLines;
use crate::{Archive, OperationError, Told, rows};

/// A segment ends with a case once it has so many bytes.
const LARGE: usize = 8 << 20;

/// A segment ends with one case in sixteen, by its id, once it has so many bytes: so a case that grows moves the ends of
/// few segments after it.
const SMALL: usize = 256 << 10;

/// A segment ends anywhere once it has so many bytes.
const LARGEST: usize = 64 << 20;

/// A backup that was made.
#[derive(Clone, Debug)]
pub struct Made {
    /// Its manifest.
    pub manifest: Manifest,
    /// Its name in the folder.
    pub name: String,
    /// How many segments it has.
    pub segments: u64,
    /// How many of them weren't there before.
    pub new_segments: u64,
    /// Their bytes.
    pub new_bytes: u64,
    /// The list of heads, a line `case=seq:hash` each.
    pub heads: String,
}

/// Makes a backup of a store while it is served.
///
/// # Errors
/// The database or the folder fails; nothing appears then.
pub async fn backup(place: &Place, to: &Archive, now: Moment, told: Told<'_>) -> Result<Made, OperationError> {
    let _lock = to.lock()?;
    let mut snapshot = Snapshot::of(place).await?;
    let mut counts = Counts::default();
    let mut heads = HeadLines::default();
    let mut tables = Vec::new();
    for table in TABLES {
        told(Said::new("operations-step-backup").arg("table", table.name));
        let mut cutter = Cutter::new(table, to);
        let mut last: Option<Row> = None;
        loop {
            let page = snapshot.page(table, last.as_ref()).await?;
            if page.is_empty() {
                break;
            }
            for row in &page {
                cutter.add(row, &mut counts)?;
                if table.name == "case_head" {
                    heads.add(row);
                }
            }
            last = page.into_iter().next_back();
        }
        tables.push(cutter.finish(&mut counts)?);
    }
    snapshot.close().await?;
    let manifest = Manifest {
        cases: heads.count,
        format: FORMAT.to_owned(),
        heads: Digest::sha256(heads.text.as_bytes()),
        made_at: now.to_string(),
        program: env!("CARGO_PKG_VERSION").to_owned(),
        tables,
    };
    let name = to.publish(&manifest)?;
    let Counts { segments, new_segments, new_bytes } = counts;
    Ok(Made { manifest, name, segments, new_segments, new_bytes, heads: heads.text })
}

#[derive(Default)]
struct Counts {
    segments: u64,
    new_segments: u64,
    new_bytes: u64,
}

/// Cuts the rows of a table into segments.
struct Cutter<'a> {
    archive: &'a Archive,
    bytes: Vec<u8>,
    /// The case of the last row, where the table has cases.
    case: Option<uuid::Uuid>,
    count: u64,
    hasher: Sha256,
    rows: u64,
    segments: Vec<SegmentLine>,
    table: &'static Table,
}

impl<'a> Cutter<'a> {
    fn new(table: &'static Table, archive: &'a Archive) -> Self {
        let (bytes, segments) = (Vec::new(), Vec::new());
        Self { archive, bytes, case: None, count: 0, hasher: Sha256::new(), rows: 0, segments, table }
    }

    fn add(&mut self, row: &[Value], counts: &mut Counts) -> Result<(), OperationError> {
        let case = case_of(self.table, row);
        if self.ends_before(case) {
            self.cut(counts)?;
        }
        let start = self.bytes.len();
        rows::write(row, &mut self.bytes);
        self.hasher.update(&self.bytes[start..]);
        self.case = case;
        self.count += 1;
        self.rows += 1;
        Ok(())
    }

    fn ends_before(&self, case: Option<uuid::Uuid>) -> bool {
        let size = self.bytes.len();
        if size >= LARGEST {
            return true;
        }
        let Some(last) = self.case else { return size >= LARGE };
        let one_in_sixteen = last.as_bytes()[15] & 0x0f == 0;
        case != Some(last) && (size >= LARGE || (size >= SMALL && one_in_sixteen))
    }

    fn cut(&mut self, counts: &mut Counts) -> Result<(), OperationError> {
        if self.count > 0 {
            let (segment, new) = self.archive.keep(&self.bytes, self.count)?;
            counts.segments += 1;
            counts.new_segments += u64::from(new);
            counts.new_bytes += if new { segment.size } else { 0 };
            self.segments.push(segment);
            self.bytes.clear();
            self.count = 0;
        }
        Ok(())
    }

    fn finish(mut self, counts: &mut Counts) -> Result<TableLine, OperationError> {
        self.cut(counts)?;
        let sha256 = Digest::from_bytes(self.hasher.finalize().into());
        Ok(TableLine { rows: self.rows, segments: self.segments, sha256, table: self.table.name.to_owned() })
    }
}

fn case_of(table: &Table, row: &[Value]) -> Option<uuid::Uuid> {
    match (table.columns.first(), row.first()) {
        (Some((_, Kind::Id)), Some(Value::Id(id))) => Some(*id),
        (_, _) => None,
    }
}
