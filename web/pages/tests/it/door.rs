//! Behind a proxy for TLS: whose word counts, cookies that go over TLS only, and failed sign-ins counted by visitor.

use std::net::SocketAddr;

use accounts::Scope;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{HeaderMap, Request, StatusCode, header};
use negotiation::Capacity;
use pages::House;
use tower::ServiceExt;

use crate::support::{PASSWORD, Town, USCC};

const PROXY: &str = "10.0.0.1:4711";
const OTHER: &str = "198.51.100.7:4711";

/// A town behind the proxy `10.0.0.1`, in which somebody may sign in.
async fn town(https: bool) -> Town {
    let house = House { https, proxies: vec!["10.0.0.1".parse().unwrap()], ..House::default() };
    let town = Town::of(house).await;
    town.person("chair", "沈秋禾", &[Capacity::UnionChair], Scope::Employer(USCC.to_owned())).await;
    town
}

async fn ask(town: &Town, peer: &str, mut request: Request<Body>) -> (StatusCode, HeaderMap) {
    request.extensions_mut().insert(ConnectInfo(peer.parse::<SocketAddr>().unwrap()));
    let answer = town.router.clone().oneshot(request).await.unwrap();
    (answer.status(), answer.headers().clone())
}

/// Tries to sign in from somewhere, through somebody.
async fn tries(town: &Town, peer: &str, passed: &[(&str, &str)], password: &str) -> (StatusCode, HeaderMap) {
    let mut request = Request::post("/login").header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    for (name, value) in passed {
        request = request.header(*name, *value);
    }
    let body = Body::from(format!("login=chair&password={}", password.replace(' ', "+")));
    ask(town, peer, request.body(body).unwrap()).await
}

fn cookie(headers: &HeaderMap) -> &str {
    headers[header::SET_COOKIE].to_str().unwrap()
}

#[tokio::test]
async fn over_tls_the_cookie_is_of_this_host_and_goes_over_tls_only() {
    let town = town(true).await;
    let (status, headers) = tries(&town, PROXY, &[], PASSWORD).await;
    assert_eq!(status, StatusCode::SEE_OTHER);
    let set = cookie(&headers).to_owned();
    assert!(set.starts_with("__Host-xinxieshang=") && set.ends_with("; Secure"), "{set}");
    assert!(set.contains("; Path=/;") && set.contains("HttpOnly") && !set.contains("Domain"), "{set}");
    assert_eq!(headers[header::STRICT_TRANSPORT_SECURITY], "max-age=31536000");
    let pair = set.split(';').next().unwrap();
    let home = async |cookie: &str| {
        let request = Request::get("/home").header(header::COOKIE, cookie).body(Body::empty()).unwrap();
        ask(&town, PROXY, request).await.0
    };
    assert_eq!(home(pair).await, StatusCode::OK);
    assert_eq!(home(&format!("elder=1; {pair}")).await, StatusCode::OK);
    let plain = pair.trim_start_matches("__Host-");
    assert_eq!(home(plain).await, StatusCode::SEE_OTHER, "a neighbour's host could have set that one");
    let out = Request::post("/logout").header(header::COOKIE, pair).body(Body::empty()).unwrap();
    let (_, headers) = ask(&town, PROXY, out).await;
    assert!(cookie(&headers).starts_with("__Host-xinxieshang=;"), "{}", cookie(&headers));
    assert_eq!(home(pair).await, StatusCode::SEE_OTHER, "signed out");
}

#[tokio::test]
async fn a_proxy_of_ours_says_whether_it_was_tls_and_nobody_else_does() {
    let town = town(false).await;
    let https = [("x-forwarded-proto", "https")];
    let (_, headers) = tries(&town, PROXY, &https, PASSWORD).await;
    assert!(cookie(&headers).starts_with("__Host-") && headers.contains_key(header::STRICT_TRANSPORT_SECURITY));
    for (peer, passed) in [(OTHER, &https[..]), (PROXY, &[])] {
        let (_, headers) = tries(&town, peer, passed, PASSWORD).await;
        assert!(cookie(&headers).starts_with("xinxieshang=") && !cookie(&headers).contains("Secure"), "{peer}");
        assert!(!headers.contains_key(header::STRICT_TRANSPORT_SECURITY), "{peer}");
    }
}

#[tokio::test]
async fn somebody_elsewhere_locks_nobody_out_behind_the_same_proxy() {
    let town = town(true).await;
    let thief = [("x-forwarded-for", "203.0.113.9")];
    for _ in 0..30 {
        assert_eq!(tries(&town, PROXY, &thief, "wrong-password").await.0, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let locked = tries(&town, PROXY, &thief, PASSWORD).await.0;
    assert_eq!(locked, StatusCode::UNPROCESSABLE_ENTITY, "the thief has to wait, with the right password too");
    let forged = [("x-forwarded-for", "192.0.2.1, 203.0.113.9")];
    assert_eq!(tries(&town, PROXY, &forged, PASSWORD).await.0, StatusCode::UNPROCESSABLE_ENTITY, "whatever it claims");
    let owner = [("x-forwarded-for", "192.0.2.1")];
    assert_eq!(tries(&town, PROXY, &owner, PASSWORD).await.0, StatusCode::SEE_OTHER, "the owner comes in");
}
