//! Stylesheet and scripts: the files that are the same for everybody.

use std::borrow::Cow;
use std::io::Write as _;
use std::sync::LazyLock;

use axum::extract::Path;
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use flate2::Compression;
use flate2::write::GzEncoder;
use ledger::Digest;

use crate::trouble::Trouble;

/// A file that is the same for everybody. Its name changes with its content, so that it can be kept for ever; it is
/// compressed once. Pages aren't compressed here: they are small, and what they say is one person's.
pub(crate) struct Asset {
    kind: &'static str,
    pub(crate) name: String,
    packed: Option<Vec<u8>>,
    text: Cow<'static, str>,
}

impl Asset {
    fn css(stem: &str, text: String) -> Self {
        Self::of(stem, "css", "text/css; charset=utf-8", text.into())
    }

    fn script(stem: &str, text: &'static str) -> Self {
        Self::of(stem, "js", "text/javascript; charset=utf-8", text.into())
    }

    fn of(stem: &str, ending: &str, kind: &'static str, text: Cow<'static, str>) -> Self {
        let digest = Digest::sha256(text.as_bytes()).to_string();
        let name = format!("{stem}-{}.{ending}", digest.get(..12).unwrap_or_default());
        Self { kind, name, packed: packed(text.as_bytes()), text }
    }
}

fn packed(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).and_then(|()| encoder.finish()).ok()
}

/// Whether a browser takes what is compressed with gzip.
fn takes_packed(headers: &HeaderMap) -> bool {
    let all = headers.get_all(header::ACCEPT_ENCODING).iter().filter_map(|value| value.to_str().ok());
    all.flat_map(|value| value.split(',')).any(|coding| {
        let mut parts = coding.split(';').map(str::trim);
        let named = parts.next().is_some_and(|name| name.eq_ignore_ascii_case("gzip"));
        named && !parts.filter_map(|part| part.strip_prefix("q=0")).any(|rest| rest.trim_matches(['.', '0']).is_empty())
    })
}

/// The one stylesheet: that of the timeline, then our own.
pub(crate) static CSS: LazyLock<Asset> =
    LazyLock::new(|| Asset::css("site", format!("{}\n{}", timeline::CSS, include_str!("../static/site.css"))));

/// The script of a voter's device, made from `script/` before the program was built; empty where it wasn't.
const SCRIPT_TEXT: &str = include_str!(concat!(env!("OUT_DIR"), "/ballot.js"));

static SCRIPT: LazyLock<Asset> = LazyLock::new(|| Asset::script("ballot", SCRIPT_TEXT));

/// Picks one's own pay on a page that has the whole table; the page says the same without it.
pub(crate) static PAY: LazyLock<Asset> = LazyLock::new(|| Asset::script("pay", include_str!("../static/pay.js")));

/// Reads a page aloud by the device's own voice.
pub(crate) static ALOUD: LazyLock<Asset> = LazyLock::new(|| Asset::script("aloud", include_str!("../static/aloud.js")));

/// Name of the script of a voter's device; `None` where the program was built without it.
pub(crate) fn script() -> Option<&'static str> {
    has_voter_script().then(|| SCRIPT.name.as_str())
}

/// Whether the program was built with the script of a voter's device; ballots are held in the plain mode otherwise.
#[must_use]
pub const fn has_voter_script() -> bool {
    !SCRIPT_TEXT.is_empty()
}

/// The stylesheet, or a script.
pub(crate) async fn file(Path(file): Path<String>, headers: HeaderMap) -> Result<Response, Trouble> {
    let mut all = [&CSS, &PAY, &ALOUD, &SCRIPT].into_iter().map(|one| &**one).filter(|one| !one.text.is_empty());
    let asset = all.find(|one| one.name == file).ok_or(Trouble::Missing)?;
    let common = [
        (header::CONTENT_TYPE, asset.kind),
        (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
        (header::VARY, "accept-encoding"),
    ];
    Ok(match asset.packed.as_deref().filter(|_| takes_packed(&headers)) {
        Some(packed) => (common, [(header::CONTENT_ENCODING, "gzip")], packed).into_response(),
        None => (common, asset.text.as_ref()).into_response(),
    })
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use flate2::read::GzDecoder;
    use http_body_util::BodyExt;

    use super::*;

    fn headers(accept: &str) -> HeaderMap {
        HeaderMap::from_iter([(header::ACCEPT_ENCODING, accept.parse().unwrap())])
    }

    #[test]
    fn who_takes_gzip() {
        for takes in ["gzip", "br, GZIP;q=0.5", "deflate,gzip ;q=1.0"] {
            assert!(takes_packed(&headers(takes)), "{takes}");
        }
        for not in ["", "br", "gzip;q=0", "br, gzip; q=0.000", "xgzip"] {
            assert!(!takes_packed(&headers(not)), "{not}");
        }
    }

    #[tokio::test]
    async fn a_file_is_the_same_compressed_and_not() {
        for asset in [&*CSS, &*PAY, &*ALOUD] {
            let ask = async |accept| file(Path(asset.name.clone()), headers(accept)).await.unwrap();
            let (plain, packed) = (ask("br").await, ask("gzip").await);
            assert!(!plain.headers().contains_key(header::CONTENT_ENCODING));
            assert_eq!(packed.headers()[header::CONTENT_ENCODING], "gzip");
            let plain = plain.into_body().collect().await.unwrap().to_bytes();
            let packed = packed.into_body().collect().await.unwrap().to_bytes();
            let mut text = Vec::new();
            GzDecoder::new(&packed[..]).read_to_end(&mut text).unwrap();
            assert_eq!((text.as_slice(), asset.text.as_bytes()), (&plain[..], &plain[..]));
            assert!(packed.len() < plain.len());
        }
        assert!(matches!(file(Path("site-0.css".to_owned()), HeaderMap::new()).await, Err(Trouble::Missing)));
    }
}
