//! The byte level: escapes, integers, and members put in order.

use super::error::Fault;

/// One member of an object that is being written: where its name and its end lie in the output.
#[derive(Clone, Copy)]
struct Member {
    /// First byte of the name, after its quotation mark.
    name_start: usize,
    /// Byte after the name.
    name_end: usize,
    /// Byte after the value.
    end: usize,
}

/// What is asked of every text where nothing is written.
struct Watch {
    plain: fn(&str) -> bool,
    odd: bool,
}

/// Output and the members of all objects that are open, innermost last.
pub(super) struct Writer {
    out: Vec<u8>,
    members: Vec<Member>,
    scratch: Vec<u8>,
    watch: Option<Watch>,
}

impl Writer {
    pub(super) fn new() -> Self {
        Self { out: Vec::with_capacity(512), members: Vec::with_capacity(16), scratch: Vec::new(), watch: None }
    }

    /// Writes nothing and asks of every text whether it is plain.
    pub(super) fn watching(plain: fn(&str) -> bool) -> Self {
        let watch = Some(Watch { plain, odd: false });
        Self { out: Vec::new(), members: Vec::with_capacity(16), scratch: Vec::new(), watch }
    }

    /// Whether a text was met that isn't plain.
    pub(super) fn met_odd(&self) -> bool {
        self.watch.as_ref().is_some_and(|watch| watch.odd)
    }

    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.out
    }

    pub(super) fn push(&mut self, byte: u8) {
        if self.watch.is_none() {
            self.out.push(byte);
        }
    }

    pub(super) fn raw(&mut self, text: &str) {
        if self.watch.is_none() {
            self.out.extend_from_slice(text.as_bytes());
        }
    }

    pub(super) fn integer(&mut self, negative: bool, mut magnitude: u64) -> Result<(), Fault> {
        if magnitude > super::MAX_INTEGER.unsigned_abs() {
            return Err(Fault::TooLarge);
        }
        if self.watch.is_some() {
            return Ok(());
        }
        let mut digits = [0; 16];
        let mut at = digits.len();
        loop {
            at -= 1;
            // A digit is below 10, so nothing is lost.
            digits[at] = b'0' + (magnitude % 10) as u8;
            magnitude /= 10;
            if magnitude == 0 {
                break;
            }
        }
        if negative {
            self.out.push(b'-');
        }
        self.out.extend_from_slice(&digits[at..]);
        Ok(())
    }

    /// A string in quotation marks with the escapes of RFC 8785 section 3.2.2.2.
    pub(super) fn string(&mut self, text: &str) {
        if let Some(watch) = &mut self.watch {
            watch.odd |= !(watch.plain)(text);
            return;
        }
        self.out.push(b'"');
        let mut rest = text.as_bytes();
        loop {
            let (plain, after) = rest.split_at(plain_length(rest));
            self.out.extend_from_slice(plain);
            let Some((byte, after)) = after.split_first() else {
                break;
            };
            self.escape(*byte);
            rest = after;
        }
        self.out.push(b'"');
    }

    fn escape(&mut self, byte: u8) {
        const HEX: &[u8; 16] = b"0123456789abcdef";
        let short = match byte {
            0x08 => b'b',
            b'\t' => b't',
            b'\n' => b'n',
            0x0c => b'f',
            b'\r' => b'r',
            b'"' | b'\\' => byte,
            _ => {
                self.out.extend_from_slice(b"\\u00");
                self.out.push(HEX[usize::from(byte >> 4)]);
                self.out.push(HEX[usize::from(byte & 15)]);
                return;
            }
        };
        self.out.extend_from_slice(&[b'\\', short]);
    }

    /// Number of members open now; an object takes it before its first member.
    pub(super) fn mark(&self) -> usize {
        self.members.len()
    }

    /// Begins a member. `Ok(false)`: its name sorts before the one written last, so the object must be put in order.
    pub(super) fn member(&mut self, mark: usize, name: &str) -> Result<bool, Fault> {
        if !name.bytes().all(|b| matches!(b, b' '..=b'~') && b != b'"' && b != b'\\') {
            return Err(Fault::Name(name.to_owned()));
        }
        if self.watch.is_some() {
            self.members.push(Member { name_start: 0, name_end: 0, end: 0 });
            return Ok(true);
        }
        let previous = self.members[mark..].last().map(|m| name.as_bytes().cmp(&self.out[m.name_start..m.name_end]));
        if previous.is_some() {
            self.out.push(b',');
        }
        self.out.push(b'"');
        let name_start = self.out.len();
        self.out.extend_from_slice(name.as_bytes());
        let name_end = self.out.len();
        self.out.extend_from_slice(b"\":");
        self.members.push(Member { name_start, name_end, end: name_end });
        match previous {
            None | Some(std::cmp::Ordering::Greater) => Ok(true),
            Some(std::cmp::Ordering::Less) => Ok(false),
            Some(std::cmp::Ordering::Equal) => Err(Fault::Twice(name.to_owned())),
        }
    }

    /// The name of an open member, counted from the outermost object.
    pub(super) fn name(&self, member: usize) -> String {
        let name = self.members.get(member).map(|m| &self.out[m.name_start..m.name_end]).unwrap_or_default();
        String::from_utf8_lossy(name).into_owned()
    }

    /// Ends the member begun last, once its value is written.
    pub(super) fn end_member(&mut self) {
        let end = self.out.len();
        if let Some(member) = self.members.last_mut() {
            member.end = end;
        }
    }

    /// Ends an object's members; puts them in order unless they came that way.
    pub(super) fn close(&mut self, mark: usize, in_order: bool) -> Result<(), Fault> {
        if !in_order {
            self.sort(mark)?;
        }
        self.members.truncate(mark);
        Ok(())
    }

    fn sort(&mut self, mark: usize) -> Result<(), Fault> {
        let Self { out, members, scratch, watch: _ } = self;
        let members = &mut members[mark..];
        let Some(first) = members.first().map(|m| m.name_start - 1) else {
            return Ok(());
        };
        // Names are ASCII, so the order of bytes is the order of UTF-16 units that RFC 8785 asks for.
        members.sort_unstable_by(|a, b| out[a.name_start..a.name_end].cmp(&out[b.name_start..b.name_end]));
        scratch.clear();
        let mut previous: Option<&[u8]> = None;
        for member in members.iter() {
            let name = &out[member.name_start..member.name_end];
            if previous == Some(name) {
                return Err(Fault::Twice(String::from_utf8_lossy(name).into_owned()));
            }
            if previous.is_some() {
                scratch.push(b',');
            }
            scratch.extend_from_slice(&out[member.name_start - 1..member.end]);
            previous = Some(name);
        }
        out.truncate(first);
        out.extend_from_slice(scratch);
        Ok(())
    }
}

/// Length of the part at the front that needs no escape. Eight bytes at a time: the lowest bit that is set marks the
/// first byte that needs one (bits above it may be wrong, they are not looked at).
fn plain_length(bytes: &[u8]) -> usize {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGHS: u64 = ONES << 7;
    let below = |word: u64, limit: u64| word.wrapping_sub(ONES * limit) & !word & HIGHS;
    let mut at = 0;
    while let Some(eight) = bytes[at..].first_chunk::<8>() {
        let word = u64::from_le_bytes(*eight);
        let special = below(word, 0x20) | below(word ^ (ONES * 0x22), 1) | below(word ^ (ONES * 0x5c), 1);
        if special != 0 {
            return at + (special.trailing_zeros() / 8) as usize;
        }
        at += 8;
    }
    let special = |byte: &u8| *byte < 0x20 || *byte == b'"' || *byte == b'\\';
    bytes[at..].iter().position(special).map_or(bytes.len(), |more| at + more)
}
