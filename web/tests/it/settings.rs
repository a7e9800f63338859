//! Settings as an operator makes them, and the log as a machine reads it.

use cluster::{Cluster, Sync};
use faults::crowd::{Answer, read};
use serde_json::Value;
use std::net::SocketAddr;
use tokio::io::{AsyncWriteExt, BufReader};
use tokio::net::TcpStream;

use crate::office::Office;

async fn get(address: SocketAddr, path: &str) -> Answer {
    let mut stream = BufReader::new(TcpStream::connect(address).await.unwrap());
    let request = format!("GET {path} HTTP/1.1\r\nHost: t\r\n\r\n");
    stream.get_mut().write_all(request.as_bytes()).await.unwrap();
    read(&mut stream).await.unwrap()
}

/// The lines of a log. Each is one JSON object.
fn objects(log: &str) -> Vec<Value> {
    let object = |line: &str| match serde_json::from_str(line) {
        Ok(Value::Object(object)) => Value::Object(object),
        other => panic!("{line}: {other:?}"),
    };
    log.lines().map(object).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_environment_chooses_the_database() {
    let cluster = Cluster::start(Sync::Memory).unwrap();
    let office = Office::server(&cluster).await;
    let recorded = "select count(*) from record";
    assert_eq!(cluster.sql("postgres", recorded).unwrap(), "0");
    let program = office.opens();
    office.clients.receive(20).await.unwrap();
    assert!(cluster.sql("postgres", recorded).unwrap().parse::<u32>().unwrap() >= 20);
    let file = office.file_path();
    office.ends(program, "PostgreSQL, chosen by the environment").await;
    assert!(!file.exists(), "nothing is made of what the configuration says");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_configuration_chooses_the_database_where_the_environment_is_silent() {
    let office = Office::file();
    let program = office.opens();
    office.clients.receive(20).await.unwrap();
    assert!(office.file_path().exists());
    office.ends(program, "SQLite, chosen by the configuration").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_line_of_the_log_is_an_object_and_a_request_has_its_id() {
    let office = Office::file();
    let program = office.starts();
    let answer = get(program.address, "/healthz").await;
    assert_eq!(answer.status, 200);
    let id = answer.head.lines().find_map(|line| line.strip_prefix("x-request-id: ")).unwrap().to_owned();
    assert_eq!(get(program.operators, "/readyz").await.status, 200);
    let (status, log) = program.stop().unwrap();
    assert!(status.success(), "{log}");
    let lines = objects(&log);
    for name in ["timestamp", "level", "target"] {
        assert!(lines.iter().all(|line| line[name].is_string()), "{name}: {log}");
    }
    let of_it: Vec<&Value> = lines.iter().filter(|line| line["span"]["id"] == id.as_str()).collect();
    let [answered] = of_it.as_slice() else { panic!("{of_it:?} in {log}") };
    let told = (&answered["message"], &answered["status"], &answered["span"]["path"]);
    assert_eq!(told, (&"answered".into(), &200.into(), &"/healthz".into()));
    for word in ["serving", "stopping", "stopped"] {
        assert_eq!(lines.iter().filter(|line| line["message"] == word).count(), 1, "{word}: {log}");
    }
}
