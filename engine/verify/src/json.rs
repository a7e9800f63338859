//! Is a byte string canonical JSON, narrowed as the project narrows it? Walks it once and builds nothing.
//!
//! Asked for: members sorted and none twice, no space, shortest escapes, integers only within ±10^15, member names of
//! printable ASCII, nesting up to 64. See RFC 8785 and `docs/evidence.md`.

use messages::Said;

/// Nesting beyond this is refused, so that no input can exhaust the stack.
const DEPTH: u32 = 64;

/// What isn't canonical, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Flaw {
    /// Byte position, from 0.
    pub(crate) at: usize,
    /// Key of the message.
    pub(crate) key: &'static str,
}

impl Flaw {
    /// The flaw as a text.
    pub(crate) fn said(self) -> Said {
        Said::new(self.key).arg("at", self.at)
    }
}

type Walked<T> = Result<T, Flaw>;

/// Checks that bytes are one canonical JSON value and nothing else, and returns them as text.
pub(crate) fn check(bytes: &[u8]) -> Walked<&str> {
    let text = utf8(bytes)?;
    let mut cursor = Cursor::new(text);
    cursor.value()?;
    cursor.end()?;
    Ok(text)
}

/// Bytes as text, or the place of the first byte that isn't UTF-8.
pub(crate) fn utf8(bytes: &[u8]) -> Walked<&str> {
    std::str::from_utf8(bytes).map_err(|error| Flaw { at: error.valid_up_to(), key: "verify-json-utf8" })
}

/// A place in a text that is being walked.
pub(crate) struct Cursor<'a> {
    text: &'a str,
    at: usize,
    depth: u32,
}

impl<'a> Cursor<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        Self { text, at: 0, depth: 0 }
    }

    /// Exactly these characters, as the format has them at this place.
    pub(crate) fn literal(&mut self, expected: &str) -> Walked<()> {
        if self.rest().starts_with(expected.as_bytes()) {
            self.at += expected.len();
            Ok(())
        } else {
            self.flaw("verify-json-form")
        }
    }

    /// Exactly this character.
    fn byte(&mut self, expected: u8) -> Walked<()> {
        if self.take(expected) { Ok(()) } else { self.flaw("verify-json-form") }
    }

    /// Nothing may follow.
    pub(crate) fn end(&self) -> Walked<()> {
        if self.at == self.text.len() { Ok(()) } else { self.flaw("verify-json-after") }
    }

    /// Any value; returns its text.
    pub(crate) fn value(&mut self) -> Walked<&'a str> {
        let start = self.at;
        match self.peek() {
            b'"' => self.string()?,
            b'{' => self.nested(Self::object)?,
            b'[' => self.nested(Self::array)?,
            b'-' | b'0'..=b'9' => self.integer()?,
            b't' => self.literal("true")?,
            b'f' => self.literal("false")?,
            b'n' => self.literal("null")?,
            _ => return self.flaw("verify-json-form"),
        }
        Ok(&self.text[start..self.at])
    }

    /// A string that needs no escape; returns its content.
    pub(crate) fn plain(&mut self) -> Walked<&'a str> {
        self.byte(b'"')?;
        let start = self.at;
        self.skip_unescaped();
        let content = &self.text[start..self.at];
        self.byte(b'"')?;
        Ok(content)
    }

    /// An integer that isn't negative.
    pub(crate) fn count(&mut self) -> Walked<u64> {
        let at = self.at;
        self.value()?.parse().map_err(|_| Flaw { at, key: "verify-json-form" })
    }

    fn nested(&mut self, walk: fn(&mut Self) -> Walked<()>) -> Walked<()> {
        if self.depth == DEPTH {
            return self.flaw("verify-json-depth");
        }
        self.depth += 1;
        self.at += 1;
        walk(self)?;
        self.depth -= 1;
        Ok(())
    }

    /// An object after its opening brace.
    fn object(&mut self) -> Walked<()> {
        if self.take(b'}') {
            return Ok(());
        }
        let mut previous = None;
        loop {
            let start = self.at;
            let name = self.name()?;
            if previous.is_some_and(|previous| previous >= name) {
                return Err(Flaw { at: start, key: "verify-json-order" });
            }
            previous = Some(name);
            self.byte(b':')?;
            self.value()?;
            if self.take(b'}') {
                return Ok(());
            }
            self.byte(b',')?;
        }
    }

    /// An array after its opening bracket.
    fn array(&mut self) -> Walked<()> {
        if self.take(b']') {
            return Ok(());
        }
        loop {
            self.value()?;
            if self.take(b']') {
                return Ok(());
            }
            self.byte(b',')?;
        }
    }

    /// The name of a member: names are short, so that they are looked at byte by byte.
    fn name(&mut self) -> Walked<&'a [u8]> {
        self.byte(b'"')?;
        let rest = self.rest();
        let length =
            rest.iter().position(|b| !matches!(b, b' ' | b'!' | b'#'..=b'[' | b']'..=b'~')).unwrap_or(rest.len());
        self.at += length;
        match self.peek() {
            b'"' => {
                self.at += 1;
                Ok(&rest[..length])
            }
            b'\\' | 0..0x20 => self.flaw("verify-json-form"),
            _ => self.flaw("verify-json-name"),
        }
    }

    fn string(&mut self) -> Walked<()> {
        self.at += 1;
        loop {
            self.skip_unescaped();
            match self.peek() {
                b'"' => {
                    self.at += 1;
                    return Ok(());
                }
                b'\\' => self.escape()?,
                _ => return self.flaw("verify-json-control"),
            }
        }
    }

    /// RFC 8785 3.2.2.2: short forms where there is one, `\u00xx` in lowercase for the other controls, nothing else.
    fn escape(&mut self) -> Walked<()> {
        let length = match self.rest() {
            [_, b'"' | b'\\' | b'b' | b't' | b'n' | b'f' | b'r', ..] => 2,
            [_, b'u', b'0', b'0', b'0', b'0'..=b'7' | b'b' | b'e' | b'f', ..] => 6,
            [_, b'u', b'0', b'0', b'1', b'0'..=b'9' | b'a'..=b'f', ..] => 6,
            _ => return self.flaw("verify-json-escape"),
        };
        self.at += length;
        Ok(())
    }

    /// Moves to the next quotation mark, backslash, control character or the end. Eight bytes at a time: the lowest bit
    /// that is set marks the first byte that stops (bits above it may be wrong, they are not looked at).
    fn skip_unescaped(&mut self) {
        const ONES: u64 = 0x0101_0101_0101_0101;
        const HIGHS: u64 = ONES << 7;
        let zero_bytes = |word: u64| word.wrapping_sub(ONES) & !word & HIGHS;
        let bytes = self.text.as_bytes();
        while let Some(eight) = bytes[self.at..].first_chunk::<8>() {
            let word = u64::from_le_bytes(*eight);
            let below_space = word.wrapping_sub(ONES * 0x20) & !word & HIGHS;
            let stops = below_space | zero_bytes(word ^ (ONES * 0x22)) | zero_bytes(word ^ (ONES * 0x5c));
            if stops != 0 {
                self.at += (stops.trailing_zeros() / 8) as usize;
                return;
            }
            self.at += 8;
        }
        while !matches!(self.peek(), 0..0x20 | b'"' | b'\\') {
            self.at += 1;
        }
    }

    fn integer(&mut self) -> Walked<()> {
        let start = self.at;
        let negative = self.take(b'-');
        let first = self.at;
        while self.peek().is_ascii_digit() {
            self.at += 1;
        }
        let digits = &self.text.as_bytes()[first..self.at];
        let canonical = match digits {
            [] => false,
            [b'0'] => !negative,
            [b'0', ..] => false,
            _ => digits.len() <= 15 || digits == b"1000000000000000",
        };
        if canonical { Ok(()) } else { Err(Flaw { at: start, key: "verify-json-integer" }) }
    }

    fn rest(&self) -> &'a [u8] {
        &self.text.as_bytes()[self.at..]
    }

    /// The byte at this place; 0, which is no part of canonical JSON, at the end.
    fn peek(&self) -> u8 {
        self.text.as_bytes().get(self.at).copied().unwrap_or(0)
    }

    fn take(&mut self, byte: u8) -> bool {
        let there = self.peek() == byte;
        self.at += usize::from(there);
        there
    }

    fn flaw<T>(&self, key: &'static str) -> Walked<T> {
        Err(Flaw { at: self.at, key })
    }
}
