//! A plain HTTP/1.1 client, so that a test can also behave badly.

use std::net::SocketAddr;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// An answer.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: String,
}

impl Answer {
    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.body).unwrap()
    }
}

/// Sends a request as it stands and reads the answer to the end of the connection.
pub(crate) async fn send(to: SocketAddr, request: &str) -> std::io::Result<Answer> {
    let mut stream = TcpStream::connect(to).await?;
    stream.write_all(request.as_bytes()).await?;
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).await?;
    let text = String::from_utf8_lossy(&bytes);
    let (head, body) = text.split_once("\r\n\r\n").ok_or_else(|| std::io::Error::other("no answer"))?;
    let status = head.split(' ').nth(1).and_then(|word| word.parse().ok());
    let status = status.ok_or_else(|| std::io::Error::other("no status"))?;
    Ok(Answer { status, head: head.to_ascii_lowercase(), body: body.to_owned() })
}

pub(crate) async fn get(to: SocketAddr, path: &str) -> Answer {
    send(to, &format!("GET {path} HTTP/1.1\r\nHost: t\r\nConnection: close\r\n\r\n")).await.unwrap()
}

/// Hands an act in with a token.
pub(crate) async fn post(to: SocketAddr, token: &str, body: &str) -> std::io::Result<Answer> {
    let request = format!(
        "POST /api/v1/acts HTTP/1.1\r\nHost: t\r\nConnection: close\r\nAuthorization: Bearer {token}\r\n\
        Content-Length: {}\r\n\r\n{body}",
        body.len()
    );
    send(to, &request).await
}
