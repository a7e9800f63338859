//! The digest of a document as a QR code.

use ledger::Digest;
use qrcode::render::svg;
use qrcode::{EcLevel, QrCode};

/// What the QR code says: a name for the format, then the digest.
pub(crate) fn text(digest: Digest) -> String {
    format!("xinxieshang:document:v1:{digest}")
}

/// The code as SVG, with the quiet zone that readers need (ISO/IEC 18004: four modules).
pub(crate) fn svg(digest: Digest) -> String {
    #[expect(clippy::expect_used, reason = "88 bytes fit at level M, whose largest code holds 2,331")]
    let code = QrCode::with_error_correction_level(text(digest), EcLevel::M).expect("a digest fits");
    code.render::<svg::Color<'_>>().module_dimensions(1, 1).quiet_zone(true).build()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_depends_on_its_digest_only() {
        let (one, two) = (Digest::sha256(b"1"), Digest::sha256(b"2"));
        assert_eq!(svg(one), svg(one));
        assert_ne!(svg(one), svg(two));
        assert!(text(one).starts_with("xinxieshang:document:v1:") && text(one).len() == 88);
    }
}
