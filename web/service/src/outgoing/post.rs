//! One POST over HTTP/1.1: to an address that was checked after its name was resolved, within limits of time and size,
//! and to nowhere else: an answer that points elsewhere is an answer like any other.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use http_body_util::{BodyExt as _, Full, Limited};
use hyper::body::Bytes;
use hyper::client::conn::http1;
use hyper::http::uri::{Authority, PathAndQuery};
use hyper::{Request, Uri, header};
use hyper_util::rt::TokioIo;
use messages::Said;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpStream, lookup_host};
use tokio::time::timeout;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::pki_types::ServerName;
use tokio_rustls::rustls::{ClientConfig, RootCertStore, crypto};

use super::address::is_public;

/// For everything: name, connection, question, answer.
const PATIENCE: Duration = Duration::from_secs(10);

/// For a connection to one address.
const CONNECT: Duration = Duration::from_secs(4);

/// Bytes of an answer that are looked at.
const ANSWER: usize = 16 << 10;

/// Why a post didn't arrive.
#[derive(Debug, thiserror::Error)]
pub(crate) enum PostError {
    /// The URL isn't one that is posted to.
    #[error("{0}")]
    Url(String),
    /// The name leads to an address that isn't public.
    #[error("{0}")]
    Private(SocketAddr),
    /// The receiver doesn't answer in time.
    #[error("…")]
    Silent,
    /// It can't be reached, or the conversation broke off.
    #[error("{0}")]
    Broken(String),
    /// It answers otherwise than with 2xx.
    #[error("HTTP {0}")]
    Status(u16),
}

impl PostError {
    /// Whether another attempt soon can't help.
    pub(crate) const fn is_final(&self) -> bool {
        match self {
            Self::Url(_) | Self::Private(_) => true,
            Self::Silent | Self::Broken(_) => false,
            Self::Status(status) => matches!(status, 300..=399 | 400..=407 | 409..=424 | 426..=428 | 430..=499),
        }
    }

    /// Whether the receiver is away, so that its other messages needn't be tried now.
    pub(crate) const fn is_away(&self) -> bool {
        matches!(self, Self::Silent | Self::Broken(_))
    }

    /// The error for people.
    pub(crate) fn said(&self) -> Said {
        match self {
            Self::Url(what) => Said::new("service-post-url").arg("what", what),
            Self::Private(address) => Said::new("service-post-private").arg("address", address.ip()),
            Self::Silent => Said::new("service-post-silent").arg("seconds", PATIENCE.as_secs()),
            Self::Broken(what) => Said::new("service-post-broken").arg("what", what),
            Self::Status(status) => Said::new("service-post-status").arg("status", status),
        }
    }
}

/// Where to.
#[derive(Clone, Debug)]
pub(crate) struct Target {
    host: String,
    port: u16,
    /// Whether it may be in a private network, without protection on the way.
    private: bool,
    tls: bool,
    uri: Uri,
}

impl Target {
    pub(crate) fn new(url: &str, private: bool) -> Result<Self, PostError> {
        let wrong = || PostError::Url(url.to_owned());
        let uri: Uri = url.parse().map_err(|_| wrong())?;
        let tls = match uri.scheme_str() {
            Some("https") => true,
            Some("http") if private => false,
            Some(_) | None => return Err(wrong()),
        };
        let authority = uri.authority().filter(|it| !it.as_str().contains('@')).ok_or_else(wrong)?;
        let host = authority.host().trim_start_matches('[').trim_end_matches(']').to_owned();
        let port = authority.port_u16().unwrap_or(if tls { 443 } else { 80 });
        Ok(Self { host, port, private, tls, uri })
    }

    /// The addresses of the name, all of which must be allowed: one public address in a list that an attacker made
    /// doesn't vouch for the others.
    async fn addresses(&self) -> Result<Vec<SocketAddr>, PostError> {
        let found = lookup_host((self.host.as_str(), self.port)).await;
        let found: Vec<SocketAddr> = found.map_err(|error| PostError::Broken(error.to_string()))?.collect();
        match found.iter().find(|address| !self.private && !is_public(address.ip())) {
            Some(address) => Err(PostError::Private(*address)),
            None => Ok(found),
        }
    }

    /// A connection to one of the checked addresses.
    async fn connect(&self) -> Result<TcpStream, PostError> {
        let mut last = PostError::Silent;
        for address in self.addresses().await? {
            match timeout(CONNECT, TcpStream::connect(address)).await {
                Ok(Ok(stream)) => return Ok(stream),
                Ok(Err(error)) => last = PostError::Broken(error.to_string()),
                Err(_) => last = PostError::Silent,
            }
        }
        Err(last)
    }
}

/// Posts. Cheap to clone.
#[derive(Clone)]
pub(crate) struct Poster {
    tls: TlsConnector,
}

impl Poster {
    /// With the roots that the machine trusts.
    pub(crate) fn new() -> Result<Self, String> {
        let mut roots = RootCertStore::empty();
        roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
        let config = ClientConfig::builder_with_provider(Arc::new(crypto::ring::default_provider()))
            .with_safe_default_protocol_versions()
            .map_err(|error| error.to_string())?
            .with_root_certificates(roots)
            .with_no_client_auth();
        Ok(Self { tls: TlsConnector::from(Arc::new(config)) })
    }

    /// Posts a body; done where the receiver answers 2xx.
    pub(crate) async fn post(
        &self,
        target: &Target,
        headers: &[(&'static str, String)],
        body: Vec<u8>,
    ) -> Result<(), PostError> {
        timeout(PATIENCE, self.talk(target, headers, body)).await.unwrap_or(Err(PostError::Silent))
    }

    async fn talk(&self, target: &Target, headers: &[(&'static str, String)], body: Vec<u8>) -> Result<(), PostError> {
        let stream = target.connect().await?;
        if !target.tls {
            return exchange(stream, target, headers, body).await;
        }
        let name = ServerName::try_from(target.host.clone()).map_err(|_| PostError::Url(target.host.clone()))?;
        let stream = self.tls.connect(name, stream).await.map_err(|error| PostError::Broken(error.to_string()))?;
        exchange(stream, target, headers, body).await
    }
}

async fn exchange<S: AsyncRead + AsyncWrite + Send + Unpin + 'static>(
    stream: S,
    target: &Target,
    headers: &[(&'static str, String)],
    body: Vec<u8>,
) -> Result<(), PostError> {
    let broken = |error: hyper::Error| PostError::Broken(error.to_string());
    let (mut sender, connection) = http1::handshake(TokioIo::new(stream)).await.map_err(broken)?;
    let path = target.uri.path_and_query().map_or("/", PathAndQuery::as_str);
    let host = target.uri.authority().map_or(target.host.as_str(), Authority::as_str);
    let mut request = Request::post(path)
        .header(header::HOST, host)
        .header(header::CONTENT_TYPE, "application/json")
        .header(header::USER_AGENT, concat!("xinxieshang/", env!("CARGO_PKG_VERSION")))
        .header(header::CONNECTION, "close");
    for (name, value) in headers {
        request = request.header(*name, value);
    }
    let request = request.body(Full::new(Bytes::from(body))).map_err(|error| PostError::Url(error.to_string()))?;
    // Driven beside the exchange and given up with it: nothing goes on when the time is over.
    let exchange = async {
        let answer = sender.send_request(request).await.map_err(broken)?;
        let status = answer.status().as_u16();
        // What the receiver says besides isn't needed, and too much of it is not read.
        let _ = Limited::new(answer.into_body(), ANSWER).collect().await;
        if (200..300).contains(&status) { Ok(()) } else { Err(PostError::Status(status)) }
    };
    tokio::pin!(exchange);
    tokio::select! {
        done = &mut exchange => done,
        ended = connection => match ended {
            Ok(()) => exchange.await,
            Err(error) => Err(broken(error)),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_protected_addresses_or_those_of_the_own_network_are_targets() {
        for (url, private, good) in [
            ("https://example.org/hook?a=1", false, true),
            ("https://[2400:3200::1]:8443/", false, true),
            ("http://example.org/", false, false),
            ("http://10.0.0.1/", true, true),
            ("ftp://example.org/", true, false),
            ("https://user:password@example.org/", false, false),
            ("/hook", true, false),
        ] {
            assert_eq!(Target::new(url, private).is_ok(), good, "{url}");
        }
        assert_eq!(Target::new("https://[2400:3200::1]:8443/", false).unwrap().host, "2400:3200::1");
    }

    #[tokio::test]
    async fn a_name_that_leads_inside_is_refused() {
        for url in ["https://localhost/", "https://127.0.0.1/", "https://[::1]/", "https://169.254.169.254/latest"] {
            let refused = Target::new(url, false).unwrap().addresses().await;
            assert!(matches!(refused, Err(PostError::Private(_))), "{url}: {refused:?}");
        }
        assert!(Target::new("http://127.0.0.1:9/", true).unwrap().addresses().await.is_ok());
    }
}
