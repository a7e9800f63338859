//! Connections: taken, served, given up where nothing comes, and brought to an end when the process stops.

use std::net::SocketAddr;
use std::time::Duration;

use axum::Router;
use axum::extract::ConnectInfo;
use hyper::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::{Service, service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};

/// Where no connection can be taken, because too many are open, it is tried again after so long.
const AGAIN: Duration = Duration::from_millis(100);

/// So long a process that stops waits for requests that have begun.
const LAST_WORDS: Duration = Duration::from_secs(10);

/// Serves connections until `stop` turns true. The head of a request has `patience` to come, also on a connection that has
/// been served before; how long the rest may take is the router's business.
pub(crate) async fn serve(listener: TcpListener, router: Router, patience: Duration, mut stop: watch::Receiver<bool>) {
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(patience);
    let (open, mut conversations) = (GracefulShutdown::new(), JoinSet::new());
    loop {
        let taken = tokio::select! {
            _ = stop.wait_for(|stopped| *stopped) => None,
            taken = listener.accept() => Some(taken),
        };
        match taken {
            None => break,
            Some(Ok((stream, from))) => {
                while conversations.try_join_next().is_some() {}
                converse(&http, &open, (stream, from), router.clone(), &mut conversations);
            }
            Some(Err(error)) => {
                tracing::warn!(%error, "a connection can't be taken");
                sleep(AGAIN).await;
            }
        }
    }
    drop(listener);
    if timeout(LAST_WORDS, open.shutdown()).await.is_err() {
        tracing::warn!(left = conversations.len(), "connections are broken off");
    }
    conversations.shutdown().await;
}

fn converse(
    http: &http1::Builder,
    open: &GracefulShutdown,
    (stream, from): (TcpStream, SocketAddr),
    router: Router,
    conversations: &mut JoinSet<()>,
) {
    // Small answers go out at once; where that can't be set, they go out a moment later.
    let _ = stream.set_nodelay(true);
    let router = TowerToHyperService::new(router);
    let known = service_fn(move |mut request: Request<Incoming>| {
        request.extensions_mut().insert(ConnectInfo(from));
        router.call(request)
    });
    let connection = http.serve_connection(TokioIo::new(stream), known);
    let connection = open.watch(connection);
    conversations.spawn(async move {
        if let Err(error) = connection.await {
            tracing::debug!(%error, "a connection ended");
        }
    });
}
