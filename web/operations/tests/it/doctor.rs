//! The doctor finds what is wrong, says what is required, and changes nothing.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;

use messages::{Catalogue, Said};
use operations::{Finding, Grade, Patient, doctor};
use service::Config;
use store::Place;
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};

use crate::support::{Kind, Scene, empty, now};

const TOKEN: &str = "0123456789abcdef0123456789abcdef";

/// Asks the doctor about a database, with settings, on a day.
async fn ask(database: &str, token: &str, more: &str, years: &[i16], mode: u32) -> Vec<Finding> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("config.toml");
    fs::write(&file, "").unwrap();
    fs::set_permissions(&file, fs::Permissions::from_mode(mode)).unwrap();
    let config = Config::read(&format!("database = \"{database}\"\ntoken = \"{token}\"\n{more}")).unwrap();
    let fonts = if mode == 0o600 { Ok(()) } else { Err(Said::new("operations-doctor-fonts-required")) };
    let patient =
        Patient { calendar_years: years, config: &config, config_file: &file, fonts, now: now(), voter_script: true };
    let findings = doctor(&patient).await;
    let texts = [law::MESSAGES, negotiation::MESSAGES, store::MESSAGES, service::MESSAGES, operations::MESSAGES];
    let texts = Catalogue::new(&texts).unwrap();
    for finding in &findings {
        for said in [finding.title(), finding.found.clone(), finding.required(), finding.mend()] {
            assert!(!texts.say(&said).contains('〔'), "{}", texts.say(&said));
        }
    }
    findings
}

fn grade(findings: &[Finding], id: &str) -> Grade {
    findings.iter().find(|finding| finding.id == id).unwrap().grade
}

#[tokio::test]
async fn a_sound_installation_is_good_and_what_is_wrong_is_found() {
    let folder = tempfile::tempdir().unwrap();
    let place = Scene::filled(empty(Kind::File, &folder, "source").await, 1).await.stop().await;
    let Place::File(path) = &place else { panic!() };
    let path = path.display().to_string();
    let good = ask(&path, TOKEN, "", &[2026, 2027], 0o600).await;
    for id in ["token", "secrets", "database", "durable", "boxes", "clock", "fonts", "calendar"] {
        assert_eq!(grade(&good, id), Grade::Good, "{id}");
    }
    // How full this machine's disk is isn't ours to say.
    assert!(good.iter().any(|finding| finding.id == "disk" && finding.found.key.ends_with("disk-found")), "{good:?}");
    assert_eq!(grade(&good, "mail"), Grade::Watch, "mail waits without a server");
    assert_eq!([grade(&good, "operator"), grade(&good, "front")], [Grade::Watch; 2], "nobody said anything");
    let said = "public_address = \"https://example.org\"\n[operator]\nname = \"某某县总工会（虚构）\"\n\
                contact = \"0000-0000\"\n[listen]\ntrusted_proxies = [\"127.0.0.1\"]\n";
    let named = ask(&path, TOKEN, said, &[2026, 2027], 0o600).await;
    assert_eq!([grade(&named, "operator"), grade(&named, "front")], [Grade::Good; 2]);
    let bad = ask(&path, "passwordpasswordpasswordpasswordpassword", "", &[2025], 0o644).await;
    assert_eq!((grade(&bad, "token"), grade(&bad, "secrets")), (Grade::Bad, Grade::Watch));
    assert_eq!((grade(&bad, "fonts"), grade(&bad, "calendar")), (Grade::Bad, Grade::Bad));
    let absent = ask(&format!("{path}.absent"), TOKEN, "", &[2026], 0o600).await;
    assert_eq!(grade(&absent, "database"), Grade::Bad);
    assert!(!fs::exists(format!("{path}.absent")).unwrap(), "the doctor makes nothing");
}

#[tokio::test]
async fn on_a_server_rights_settings_and_clock_are_looked_at() {
    let folder = tempfile::tempdir().unwrap();
    let Place::Server(options) = empty(Kind::Server, &folder, "").await else { panic!() };
    let socket = options.get_socket().unwrap().display().to_string().replace('/', "%2F");
    let url = format!("postgres://postgres@{socket}/{}", options.get_database().unwrap());
    let found = ask(&url, TOKEN, "", &[2026], 0o600).await;
    assert_eq!(grade(&found, "database"), Grade::Good);
    // The cluster of the tests doesn't flush, and its superuser may do anything; its clock isn't that of the test.
    assert_eq!(grade(&found, "durable"), Grade::Bad);
    assert_eq!((grade(&found, "rights"), grade(&found, "clock")), (Grade::Watch, Grade::Bad));
    assert_eq!(grade(&found, "boxes"), Grade::Watch, "no ballot is opened online");
    let key = folder.path().join("boxes.key");
    let more = format!("boxes_key_file = \"{}\"", key.display());
    assert_eq!(grade(&ask(&url, TOKEN, &more, &[2026], 0o600).await, "boxes"), Grade::Bad, "there is no such file");
    fs::write(&key, "0a".repeat(32)).unwrap();
    fs::set_permissions(&key, fs::Permissions::from_mode(0o644)).unwrap();
    let found = ask(&url, TOKEN, &more, &[2026], 0o600).await;
    assert_eq!((grade(&found, "boxes"), grade(&found, "secrets")), (Grade::Good, Grade::Watch));
    // A server's disk can't be seen from here, and that is said.
    assert!(grade(&found, "disk") >= Grade::Watch, "{found:?}");
}

#[tokio::test]
async fn the_files_that_a_configuration_names_for_secrets_are_looked_at_each() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str| folder.path().join(name);
    let section = |head: &str, name: &str| {
        format!("{head}\nurl = \"https://example.org/\"\nsecret_file = \"{}\"\n", file(name).display())
    };
    let mail = "[mail]\nfrom = \"a@example.org\"\nhost = \"127.0.0.1\"\nport = 9\n".to_owned();
    let mail = mail + &format!("report_secret_file = \"{}\"\n", file("mail").display());
    let more = section("[sms]", "sms") + &section("[[webhook]]\nname = \"hr\"", "hr") + &mail;
    let database = file("absent.sqlite").display().to_string();
    for name in ["sms", "hr", "mail"] {
        let _ = fs::remove_file(file(name));
        let all = ["sms", "hr", "mail"];
        for other in all.into_iter().filter(|other| *other != name) {
            fs::write(file(other), "whsec_").unwrap();
            fs::set_permissions(file(other), fs::Permissions::from_mode(0o600)).unwrap();
        }
        let findings = ask(&database, TOKEN, &more, &[2026], 0o600).await;
        let found = findings.iter().find(|finding| finding.id == "secrets").unwrap();
        let said = Catalogue::new(&[operations::MESSAGES]).unwrap().say(&found.found);
        let named = |name: &str| said.contains(&file(name).display().to_string());
        assert_eq!(all.map(named), all.map(|one| one == name), "{said}");
        assert_eq!(found.grade, Grade::Bad);
        fs::write(file(name), "whsec_").unwrap();
        fs::set_permissions(file(name), fs::Permissions::from_mode(0o640)).unwrap();
        assert_eq!(grade(&ask(&database, TOKEN, &more, &[2026], 0o600).await, "secrets"), Grade::Watch);
        fs::set_permissions(file(name), fs::Permissions::from_mode(0o600)).unwrap();
        assert_eq!(grade(&ask(&database, TOKEN, &more, &[2026], 0o600).await, "secrets"), Grade::Good);
    }
}

/// A mail server that takes this word of a password, or none.
async fn smtp(takes: bool) -> std::net::SocketAddr {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        loop {
            let (stream, _) = listener.accept().await.unwrap();
            let (from, mut to) = stream.into_split();
            let mut lines = BufReader::new(from).lines();
            to.write_all(b"220 test\r\n").await.unwrap();
            while let Ok(Some(line)) = lines.next_line().await {
                let answer = match line.split(' ').next().unwrap_or_default() {
                    "EHLO" => "250-test\r\n250 AUTH PLAIN",
                    "AUTH" if !takes => "535 no",
                    "AUTH" => "235 yes",
                    "MAIL" => panic!("the doctor sends no mail"),
                    _ => "250 ok",
                };
                if to.write_all(format!("{answer}\r\n").as_bytes()).await.is_err() {
                    break;
                }
            }
        }
    });
    address
}

#[tokio::test]
async fn a_mail_server_is_greeted_with_the_password_and_given_no_mail() {
    let folder = tempfile::tempdir().unwrap();
    let place = Scene::filled(empty(Kind::File, &folder, "source").await, 1).await.stop().await;
    let Place::File(path) = &place else { panic!() };
    let password = folder.path().join("password");
    fs::write(&password, "secret\n").unwrap();
    for (takes, expected) in [(true, Grade::Good), (false, Grade::Bad)] {
        let more = format!(
            "[mail]\nfrom = \"a@example.org\"\nhost = \"127.0.0.1\"\nport = {}\nsecurity = \"none\"\nuser = \"u\"\n\
            password_file = \"{}\"\n",
            smtp(takes).await.port(),
            password.display()
        );
        let found = ask(&path.display().to_string(), TOKEN, &more, &[2026], 0o600).await;
        assert_eq!(grade(&found, "mail"), expected);
    }
}
