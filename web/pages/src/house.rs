//! What a server says of itself, and what stands between it and its visitors.
//!
//! Behind a proxy every visitor has the proxy's address, and what reached the proxy over TLS comes on without it. So those
//! proxies whose word counts are named in the configuration; nobody else's headers are believed. Here, and nowhere else, it is
//! decided from where a request came and whether it came over TLS: everything behind sees the visitor's address and the
//! session's cookie under its plain name.

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use axum::extract::{ConnectInfo, Request, State};
use axum::http::{HeaderMap, HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;
use service::{Config, Network, Operator};

use crate::session::COOKIE;

/// Browsers take a cookie of such a name over TLS only, from this very host only, and for all of its paths.
const PREFIX: &str = "__Host-";

/// For a year browsers ask over TLS only.
const HSTS: &str = "max-age=31536000";

/// What a server says of itself, and what stands before it.
#[derive(Clone, Debug, Default)]
pub struct House {
    /// People reach it over TLS, whatever a proxy says.
    pub https: bool,
    /// Who runs it and answers for personal data.
    pub operator: Operator,
    /// Proxies that are believed.
    pub proxies: Vec<Network>,
}

impl From<&Config> for House {
    fn from(config: &Config) -> Self {
        Self {
            https: config.is_https(),
            operator: config.operator.clone(),
            proxies: config.listen.trusted_proxies.clone(),
        }
    }
}

impl House {
    fn believes(&self, address: IpAddr) -> bool {
        self.proxies.iter().any(|network| network.holds(address))
    }

    /// The last hop that isn't one of the proxies: each says who asked it, the nearest stands last.
    fn visitor(&self, peer: IpAddr, headers: &HeaderMap) -> IpAddr {
        let mut hops = words(headers, "x-forwarded-for");
        let mut from = peer;
        while self.believes(from) {
            let Some(before) = hops.pop().and_then(hop) else { break };
            from = before;
        }
        from
    }

    /// Whether the visitor came over TLS.
    fn is_secure(&self, peer: Option<IpAddr>, headers: &HeaderMap) -> bool {
        let said = words(headers, "x-forwarded-proto").pop() == Some("https");
        self.https || (said && peer.is_some_and(|peer| self.believes(peer)))
    }
}

/// The words of a header that is a list, however often it stands there.
fn words<'a>(headers: &'a HeaderMap, name: &str) -> Vec<&'a str> {
    let all = headers.get_all(name).iter().filter_map(|value| value.to_str().ok());
    all.flat_map(|line| line.split(',')).map(str::trim).collect()
}

/// An address as proxies write it: alone, with a port, in brackets.
fn hop(text: &str) -> Option<IpAddr> {
    let with_port = || text.parse::<SocketAddr>().ok().map(|address| address.ip());
    let bare = text.trim_start_matches('[').trim_end_matches(']');
    bare.parse().ok().or_else(with_port)
}

/// Shows everything behind from where a request came, and keeps cookies to TLS where it came over TLS.
pub(crate) async fn at_the_door(State(house): State<Arc<House>>, mut request: Request, next: Next) -> Response {
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|from| from.0);
    let secure = house.is_secure(peer.map(|peer| peer.ip()), request.headers());
    if let Some(peer) = peer {
        let visitor = house.visitor(peer.ip(), request.headers());
        request.extensions_mut().insert(ConnectInfo(SocketAddr::new(visitor, peer.port())));
    }
    if secure {
        plain_names(request.headers_mut());
    }
    let mut response = next.run(request).await;
    if secure {
        kept_to_tls(response.headers_mut());
    }
    response
}

/// The session's cookie counts under its guarded name only; behind the door it has its plain one.
fn plain_names(headers: &mut HeaderMap) {
    let guarded = format!("{PREFIX}{COOKIE}=");
    let lines = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let pairs = lines.flat_map(|line| line.split(';')).map(str::trim).filter_map(|pair| {
        if let Some(token) = pair.strip_prefix(&guarded) {
            return Some(format!("{COOKIE}={token}"));
        }
        let unguarded = pair.split_once('=').is_some_and(|(name, _)| name == COOKIE);
        (!unguarded && !pair.is_empty()).then(|| pair.to_owned())
    });
    let line = pairs.collect::<Vec<_>>().join("; ");
    headers.remove(header::COOKIE);
    if let Some(line) = HeaderValue::from_str(&line).ok().filter(|line| !line.is_empty()) {
        headers.insert(header::COOKIE, line);
    }
}

fn kept_to_tls(headers: &mut HeaderMap) {
    headers.insert(header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static(HSTS));
    let set: Vec<String> =
        headers.get_all(header::SET_COOKIE).iter().filter_map(|value| value.to_str().ok()).map(str::to_owned).collect();
    headers.remove(header::SET_COOKIE);
    for cookie in set {
        let own = cookie.split_once('=').is_some_and(|(name, _)| name == COOKIE);
        let cookie = format!("{}{cookie}; Secure", if own { PREFIX } else { "" });
        if let Ok(cookie) = HeaderValue::from_str(&cookie) {
            headers.append(header::SET_COOKIE, cookie);
        }
    }
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderName;

    use super::*;

    fn house(proxies: &[&str]) -> House {
        House { proxies: proxies.iter().map(|text| text.parse().unwrap()).collect(), ..House::default() }
    }

    fn headers(pairs: &[(&'static str, &str)]) -> HeaderMap {
        let mut headers = HeaderMap::new();
        for (name, value) in pairs {
            headers.append(HeaderName::from_static(name), HeaderValue::from_str(value).unwrap());
        }
        headers
    }

    #[test]
    fn the_visitor_is_the_last_hop_that_is_no_proxy_of_ours() {
        let ours = house(&["10.0.0.0/8", "fd00::/8"]);
        let from = |peer: &str, pairs: &[(&'static str, &str)]| {
            ours.visitor(peer.parse().unwrap(), &headers(pairs)).to_string()
        };
        let passed = |hops| [("x-forwarded-for", hops)];
        assert_eq!(from("10.0.0.1", &passed("203.0.113.9")), "203.0.113.9");
        assert_eq!(from("10.0.0.1", &passed("1.2.3.4, 203.0.113.9, 10.0.0.2")), "203.0.113.9", "what it claims before");
        assert_eq!(from("10.0.0.1", &passed("203.0.113.9:4711")), "203.0.113.9");
        assert_eq!(from("fd00::1", &passed("[2001:db8::5]:4711")), "2001:db8::5");
        assert_eq!(
            from("10.0.0.1", &[("x-forwarded-for", "1.1.1.1"), ("x-forwarded-for", "203.0.113.9")]),
            "203.0.113.9"
        );
        assert_eq!(from("10.0.0.1", &passed("nonsense")), "10.0.0.1");
        assert_eq!(from("10.0.0.1", &passed("10.0.0.3, 10.0.0.2")), "10.0.0.3", "somebody inside");
        assert_eq!(from("10.0.0.1", &[]), "10.0.0.1");
        assert_eq!(from("198.51.100.7", &passed("203.0.113.9")), "198.51.100.7", "nobody else is believed");
    }

    #[test]
    fn tls_is_what_the_configuration_says_or_a_proxy_of_ours() {
        let said = headers(&[("x-forwarded-proto", "https")]);
        let ours = house(&["10.0.0.1"]);
        let peer = |text: &str| Some(text.parse().unwrap());
        assert!(ours.is_secure(peer("10.0.0.1"), &said) && !ours.is_secure(peer("10.0.0.2"), &said));
        assert!(!ours.is_secure(None, &said) && !ours.is_secure(peer("10.0.0.1"), &HeaderMap::new()));
        let https = House { https: true, ..House::default() };
        assert!(https.is_secure(None, &headers(&[("x-forwarded-proto", "http")])));
    }
}
