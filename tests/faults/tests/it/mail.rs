//! Mail over TLS: begun in the clear, protected before anything is said, to a server that the machine trusts and to no
//! other; many mails over one connection.

use std::ffi::OsStr;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use faults::cases::{Cases, id};
use faults::crowd::{FIRST, TOKEN, crowd};
use faults::process::{Life, until};
use faults::serve::{read_ports, set_clock};
use serde::Serialize;
use store::{Chore, Person, Place, Store, WriterOptions};
use tokio::io::{AsyncBufReadExt, AsyncRead, AsyncWrite, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio_rustls::rustls::{ServerConfig, crypto};

use crate::scene::worker;

/// Cases that are opened, each of which sends one mail.
const CASES: u32 = 6;

/// A certificate that nobody signed but itself, made by OpenSSL.
const REQUEST: &str = "[req]\ndistinguished_name=dn\nx509_extensions=v3\nprompt=no\n[dn]\nCN=localhost\n[v3]\n\
    subjectAltName=DNS:localhost\nbasicConstraints=critical,CA:FALSE\nextendedKeyUsage=serverAuth\n";

#[derive(Serialize)]
struct Fields {
    mail: String,
}

/// What a mail server saw.
#[derive(Default)]
struct Seen {
    /// Words that were said in the clear.
    clear: Mutex<Vec<String>>,
    connections: AtomicUsize,
    mails: AtomicUsize,
}

fn certificate(folder: &Path, name: &str) {
    fs::write(folder.join("request"), REQUEST).unwrap();
    let words = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -config request";
    let mut openssl = Command::new("openssl");
    openssl.args(words.split(' ')).args(["-keyout", &format!("{name}.key"), "-out", name]);
    let made = openssl.current_dir(folder).output().unwrap();
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
}

/// A mail server that wants protection first. Gives its port.
async fn mail_server(folder: &Path, seen: Arc<Seen>) -> u16 {
    let certificates = vec![CertificateDer::from_pem_file(folder.join("own")).unwrap()];
    let key = PrivateKeyDer::from_pem_file(folder.join("own.key")).unwrap();
    let builder = ServerConfig::builder_with_provider(Arc::new(crypto::ring::default_provider()));
    let builder = builder.with_safe_default_protocol_versions().unwrap().with_no_client_auth();
    let acceptor = TlsAcceptor::from(Arc::new(builder.with_single_cert(certificates, key).unwrap()));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    tokio::spawn(async move {
        loop {
            let (stream, _) = listener.accept().await.unwrap();
            seen.connections.fetch_add(1, Ordering::SeqCst);
            let (acceptor, seen) = (acceptor.clone(), Arc::clone(&seen));
            tokio::spawn(async move {
                let stream = in_the_clear(stream, &seen).await?;
                protected(acceptor.accept(stream).await.ok()?, &seen).await
            });
        }
    });
    port
}

async fn say(to: &mut (impl AsyncWrite + Unpin), words: &str) -> Option<()> {
    to.write_all(format!("{words}\r\n").as_bytes()).await.ok()?;
    to.flush().await.ok()
}

/// Until protection begins; what else was said is kept.
async fn in_the_clear(mut stream: TcpStream, seen: &Seen) -> Option<TcpStream> {
    say(&mut stream, "220 test").await?;
    let mut stream = BufReader::new(stream);
    loop {
        let mut line = String::new();
        if stream.read_line(&mut line).await.ok()? == 0 {
            return None;
        }
        let word = line.split_whitespace().next().unwrap_or_default().to_owned();
        let answer = match word.as_str() {
            "EHLO" => "250-test\r\n250 STARTTLS",
            "STARTTLS" => "220 go on",
            _ => "530 first STARTTLS",
        };
        seen.clear.lock().unwrap().push(word.clone());
        say(stream.get_mut(), answer).await?;
        if word == "STARTTLS" {
            return Some(stream.into_inner());
        }
    }
}

async fn protected(stream: impl AsyncRead + AsyncWrite + Unpin, seen: &Seen) -> Option<()> {
    let (mut stream, mut in_mail) = (BufReader::new(stream), false);
    loop {
        let mut line = String::new();
        if stream.read_line(&mut line).await.ok()? == 0 {
            return None;
        }
        let word = line.split_whitespace().next().unwrap_or_default();
        if in_mail && word != "." {
            continue;
        }
        if in_mail {
            seen.mails.fetch_add(1, Ordering::SeqCst);
        }
        in_mail = word == "DATA";
        say(stream.get_mut(), if in_mail { "354 go on" } else { "250 ok" }).await?;
    }
}

/// A service that opens cases, in each of which somebody has an address, and a mail server; what that one saw once
/// `enough` holds of it.
async fn sent(trusted: bool, enough: impl Fn(&Seen) -> bool) -> (Arc<Seen>, Vec<store::Message>) {
    let (cases, folder, seen) = (Cases::new().unwrap(), tempfile::tempdir().unwrap(), Arc::new(Seen::default()));
    certificate(folder.path(), "own");
    certificate(folder.path(), "another");
    let port = mail_server(folder.path(), Arc::clone(&seen)).await;
    let place = Place::File(folder.path().join("store.sqlite"));
    let store = Store::open(&place).await.unwrap();
    let (writer, task) = store.writer(cases.book(), WriterOptions::default()).await.unwrap();
    for number in FIRST..FIRST + CASES {
        let person = Person::new("p-a", [7; 32], &Fields { mail: format!("a{number}@example.org") }).unwrap();
        writer.chore(Chore::Person { case: id(number), person }).await.unwrap();
    }
    drop(writer);
    task.stopped().await;
    let [config, clock, ports] = ["config.toml", "clock", "ports"].map(|name| folder.path().join(name));
    let text = format!(
        "database = \"{place}\"\ntoken = \"{TOKEN}\"\ntick_ms = 100\n[listen]\naddress = \"127.0.0.1:0\"\n\
        operators = \"127.0.0.1:0\"\n[mail]\nfrom = \"no-reply@example.org\"\nhost = \"localhost\"\nport = {port}\n\
        security = \"starttls\"\n"
    );
    fs::write(&config, text).unwrap();
    set_clock(&clock, "2026-03-02T09:00:00.000+08:00".parse().unwrap()).unwrap();
    let trust = folder.path().join(if trusted { "own" } else { "another" });
    let arguments = [OsStr::new("serve"), config.as_os_str(), clock.as_os_str(), ports.as_os_str()];
    let life = Life::start(worker(), &arguments, &[("SSL_CERT_FILE", trust.as_os_str())]).unwrap();
    until("a service", || Ok(read_ports(&ports)?.is_some())).unwrap();
    let fared = crowd(read_ports(&ports).unwrap().unwrap().0, CASES, &cases).await;
    assert_eq!(fared.recorded, u64::from(CASES), "{}", fared.last);
    until("what the mail server sees", || Ok(enough(&seen))).unwrap();
    tokio::time::sleep(Duration::from_millis(500)).await;
    life.kill().unwrap();
    let waiting = store.outbox_failed(None, 100).await.unwrap();
    store.close().await;
    (seen, waiting)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn mails_go_out_protected_over_one_connection() {
    let all = CASES as usize;
    let (seen, waiting) = sent(true, |seen| seen.mails.load(Ordering::SeqCst) >= all).await;
    assert_eq!((seen.mails.load(Ordering::SeqCst), waiting), (all, Vec::new()), "each once");
    let connections = seen.connections.load(Ordering::SeqCst);
    assert!(connections < all / 2, "{connections} connections for {all} mails");
    let clear = seen.clear.lock().unwrap().clone();
    assert!(clear.iter().all(|word| ["EHLO", "STARTTLS"].contains(&word.as_str())), "{clear:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_mail_server_that_nobody_vouches_for_is_told_nothing() {
    let (seen, waiting) = sent(false, |seen| seen.connections.load(Ordering::SeqCst) > 0).await;
    assert_eq!(seen.mails.load(Ordering::SeqCst), 0);
    assert!(waiting.iter().any(|message| message.problem.is_some()), "{waiting:?}");
    let clear = seen.clear.lock().unwrap().clone();
    assert!(clear.iter().all(|word| ["EHLO", "STARTTLS"].contains(&word.as_str())), "{clear:?}");
}
