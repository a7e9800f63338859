//! A crowd at the door, and people who behave badly in it.

use std::ffi::OsStr;
use std::fs;
use std::io;
use std::net::SocketAddr;
use std::time::Duration;

use faults::cases::{Cases, id};
use faults::crowd::{TOKEN, opening, read};
use faults::process::{Life, unlimited, until};
use faults::serve::{read_ports, set_clock};
use store::{Place, Store};
use tempfile::TempDir;
use tokio::io::{AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};

use crate::scene::worker;

/// A service of its own, which gives a request up after so many milliseconds.
struct House {
    address: SocketAddr,
    folder: TempDir,
    life: Life,
}

impl House {
    fn open(patience: u32) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let [config, clock, ports] = ["config.toml", "clock", "ports"].map(|name| folder.path().join(name));
        let text = format!(
            "database = \"{}\"\ntoken = \"{TOKEN}\"\n[listen]\naddress = \"127.0.0.1:0\"\n\
            operators = \"127.0.0.1:0\"\ntimeout_ms = {patience}\n",
            folder.path().join("store.sqlite").display()
        );
        fs::write(&config, text).unwrap();
        set_clock(&clock, "2026-03-02T09:00:00.000+08:00".parse().unwrap()).unwrap();
        let arguments = [OsStr::new("serve"), config.as_os_str(), clock.as_os_str(), ports.as_os_str()];
        let life = Life::start(worker(), &arguments, &[]).unwrap();
        until("a service", || Ok(read_ports(&ports)?.is_some())).unwrap();
        Self { address: read_ports(&ports).unwrap().unwrap().0, folder, life }
    }
}

/// Says something, slowly or without end, and tells how the connection ended.
async fn misbehave(address: SocketAddr, words: String, more: &'static [u8], pause: Duration) -> io::Result<String> {
    let (mut from, mut to) = TcpStream::connect(address).await?.into_split();
    let speaking = async {
        to.write_all(words.as_bytes()).await?;
        loop {
            to.write_all(more).await?;
            sleep(pause).await;
        }
    };
    let listening = async {
        let mut said = Vec::new();
        // A connection that is reset has ended as well.
        let _ = from.read_to_end(&mut said).await;
        String::from_utf8_lossy(&said).into_owned()
    };
    tokio::pin!(listening);
    tokio::select! {
        said = &mut listening => Ok(said),
        broken = speaking => { let _: io::Result<()> = broken; Ok(listening.await) },
    }
}

/// So many clients, so many who behave badly, and the milliseconds after which those are shown out.
async fn crowd(clients: u32, bad: u32, patience: u32) {
    let house = House::open(patience);
    let post = format!("POST /api/v1/acts HTTP/1.1\r\nHost: t\r\nAuthorization: Bearer {TOKEN}\r\n");
    let mut misbehaving = JoinSet::new();
    for n in 0..bad {
        let (words, more, pause): (String, &[u8], u64) = match n % 4 {
            0 => (format!("{post}X-Slow: "), b"a", 100),
            1 => (format!("{post}Content-Length: 9000\r\n\r\n"), b"{", 100),
            2 => (format!("{post}Content-Length: 9000000000\r\n\r\n"), &[b' '; 65_536], 1),
            _ => (format!("{post}Transfer-Encoding: chunked\r\n\r\n"), b"10\r\n                \r\n", 0),
        };
        let ending = misbehave(house.address, words, more, Duration::from_millis(pause));
        misbehaving.spawn(timeout(Duration::from_secs(60), ending));
    }
    let mut people = unlimited(worker());
    people.args(["crowd", &house.address.to_string(), &clients.to_string()]);
    let fared = tokio::task::spawn_blocking(move || people.output()).await.unwrap().unwrap();
    let fared = String::from_utf8_lossy(&fared.stdout).trim().to_owned();
    let (mut ended, mut told) = (0, 0);
    while let Some(end) = misbehaving.join_next().await {
        if let Ok(Ok(said)) = end.unwrap() {
            ended += 1;
            told += u32::from(said.contains("problem+json"));
        }
    }
    println!("a crowd of {clients}: {fared}; {bad} behaved badly, {ended} of them shown out, {told} told why");
    assert!(fared.starts_with(&format!("{clients} recorded once")), "{fared}");
    assert_eq!(ended, bad, "somebody who behaves badly is still there");
    assert!(told > 0, "nobody was told why");
    // And whoever comes afterwards is served.
    let mut stream = BufReader::new(TcpStream::connect(house.address).await.unwrap());
    stream.get_mut().write_all(b"GET /healthz HTTP/1.1\r\nHost: t\r\n\r\n").await.unwrap();
    assert_eq!(read(&mut stream).await.unwrap().status, 200);
    let cases = Cases::new().unwrap();
    assert!(opening(&cases, 40_000_000)["case"] == id(40_000_000).to_string());
    house.life.kill().unwrap();
    let store = Store::open(&Place::File(house.folder.path().join("store.sqlite"))).await.unwrap();
    for number in 40_000_000..40_000_000 + clients {
        let records = store.records_after(id(number), 0, 10).await.unwrap();
        assert_eq!(records.len(), 1, "case {number}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn five_hundred_clients_are_served_among_people_who_behave_badly() {
    crowd(500, 40, 4_000).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "long: ./test full"]
async fn ten_thousand_clients_are_served_among_people_who_behave_badly() {
    crowd(10_000, 400, 25_000).await;
}
