//! Files that people hand in: of a few kinds, known by their first bytes, and of limited size.

use messages::Said;
use store::{Hidden, Scan};

/// The largest scan, in bytes.
pub const MAX_SCAN: usize = 5 << 20;

/// Kinds of scans by their first bytes.
const KINDS: [(&[u8], &str); 3] =
    [(b"%PDF-", "application/pdf"), (b"\x89PNG\r\n\x1a\n", "image/png"), (b"\xff\xd8\xff", "image/jpeg")];

/// A file as a scan.
///
/// # Errors
/// It is too large, or of another kind; what its name says doesn't count.
pub fn scan(purpose: &str, name: &str, bytes: Vec<u8>) -> Result<Scan, Said> {
    if bytes.len() > MAX_SCAN {
        let megabytes = bytes.len().div_ceil(1 << 20);
        return Err(Said::new("accounts-scan-large").arg("found", megabytes).arg("most", MAX_SCAN >> 20));
    }
    let kind = KINDS.iter().find(|(start, _)| bytes.starts_with(start));
    let Some((_, media)) = kind else {
        return Err(Said::new("accounts-scan-kind"));
    };
    let name: String = name.chars().filter(|c| !c.is_control()).take(100).collect();
    Ok(Scan { purpose: purpose.to_owned(), name, media: (*media).to_owned(), bytes: Hidden(bytes) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scan_is_known_by_its_first_bytes_and_not_by_its_name() {
        assert_eq!(scan("licence", "a.txt", b"%PDF-1.7 x".to_vec()).unwrap().media, "application/pdf");
        for other in [&b"MZ"[..], b"", b"<svg onload=alert(1)>", b"PK\x03\x04"] {
            assert_eq!(scan("licence", "a.pdf", other.to_vec()).unwrap_err().key, "accounts-scan-kind");
        }
        let mut large = b"%PDF-".to_vec();
        large.resize(MAX_SCAN + 1, 0);
        assert_eq!(scan("licence", "a.pdf", large).unwrap_err().key, "accounts-scan-large");
    }
}
