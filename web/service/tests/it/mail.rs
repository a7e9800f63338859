//! A mail server that keeps what it is given; it speaks as much SMTP as a sender needs.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

/// A running mail server.
pub(crate) struct MailServer {
    pub(crate) address: SocketAddr,
    kept: Arc<Mutex<Vec<String>>>,
    task: JoinHandle<()>,
}

impl MailServer {
    pub(crate) async fn at(address: &str) -> Self {
        let listener = TcpListener::bind(address).await.unwrap();
        let address = listener.local_addr().unwrap();
        let kept = Arc::new(Mutex::new(Vec::new()));
        let mails = Arc::clone(&kept);
        let task = tokio::spawn(async move {
            loop {
                let (stream, _) = listener.accept().await.unwrap();
                tokio::spawn(talk(stream, Arc::clone(&mails)));
            }
        });
        Self { address, kept, task }
    }

    /// The mails so far, with their envelopes.
    pub(crate) fn mails(&self) -> Vec<String> {
        self.kept.lock().unwrap().clone()
    }
}

impl Drop for MailServer {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn talk(stream: TcpStream, mails: Arc<Mutex<Vec<String>>>) {
    let (from, mut to) = stream.into_split();
    let mut lines = BufReader::new(from).lines();
    let _ = to.write_all(b"220 test\r\n").await;
    let mut mail = String::new();
    let mut in_data = false;
    while let Ok(Some(line)) = lines.next_line().await {
        let answer = if in_data {
            if line == "." {
                in_data = false;
                mails.lock().unwrap().push(std::mem::take(&mut mail));
                "250 kept"
            } else {
                mail.push_str(&line);
                mail.push('\n');
                continue;
            }
        } else {
            match line.split_once([' ', ':']).map_or(line.as_str(), |(word, _)| word) {
                "EHLO" => "250 test",
                "RCPT" if line.contains("nobody@") => "550 no such person",
                "MAIL" | "RCPT" => {
                    mail.push_str(&line);
                    mail.push('\n');
                    "250 ok"
                }
                "DATA" => {
                    in_data = true;
                    "354 go on"
                }
                "RSET" => {
                    mail.clear();
                    "250 ok"
                }
                "QUIT" => "221 bye",
                _ => "250 ok",
            }
        };
        if to.write_all(format!("{answer}\r\n").as_bytes()).await.is_err() {
            return;
        }
    }
}
