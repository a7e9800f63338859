//! Whoever has the files of the server after a vote, and while it was open, tries to join voters to choices.
//!
//! Examined: every file beside the database (tables, write-ahead log, the box) and a backup, both while the ballot is open and
//! after the close, when the list is among them; what the pages log at the level at which a server runs (INFO), the figures for
//! operators, and the sizes of answers. Everybody votes through the router in the order of the roll, one after the other, a
//! second apart, every third without script: the worst case. Nothing of the vote comes by chance, so that a run is as the
//! others. PostgreSQL's own files are examined in `secrecy_server.rs`. Not examined: what a network or a running server sees.

use std::io::Read;
use std::sync::Arc;

use axum::http::StatusCode;
use ballot::{Key, Mark, Token, link_of, plain_token, read};
use flate2::read::GzDecoder;
use ledger::Digest;
use operations::{Archive, backup};
use service::{Config, Further, Service};
use store::{BallotChore, BoxKey, Chore, Hidden, Place};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use uuid::Uuid;

use crate::hall::{Hall, blinded_token, issue};
use crate::thief::{Log, VOTERS, choice, files, has_any, hits, in_order, is_chance, token, tokens, written};

/// Every third voter has no script.
const fn is_plain(voter: usize) -> bool {
    voter % 3 == 2
}

/// A hall in which keys, salts and links are always the same.
async fn hall(names: &[&str]) -> Hall {
    let id = Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0c04);
    let lying = BoxKey { secret: Hidden(Key::derive([1; 32], id).unwrap().secret().0), salt: Hidden([2; 32]) };
    let mut hall = Hall::known(names, id, lying).await;
    let secret = |voter: usize| Digest::sha256(format!("link {voter}").as_bytes()).to_string()[..32].to_owned();
    let links = (0..VOTERS).map(|n| (u32::try_from(n).unwrap(), link_of(secret(n).as_bytes()))).collect();
    let links = BallotChore::Links { case: hall.case_id(), ballot: id, links };
    hall.town.desk.chore(Chore::Ballot(links)).await.unwrap();
    hall.links = (0..VOTERS).map(|n| format!("/v/{id}/{}", secret(n))).collect();
    hall
}

/// All that is in a backup that is made now.
async fn copied(hall: &Hall) -> Vec<(String, Vec<u8>)> {
    let copies = tempfile::tempdir().unwrap();
    let place = Place::File(hall.town.folder.path().join("store.sqlite"));
    backup(&place, &Archive::at(copies.path()), hall.town.desk.now(), &|_| {}).await.unwrap();
    files(copies.path()).into_iter().map(|(name, bytes)| (name, unpacked(bytes))).collect()
}

#[tokio::test]
async fn nothing_that_is_left_joins_a_voter_to_a_choice() {
    let log = Log::default();
    let guard = tracing::subscriber::set_default(log.clone());
    tracing::info!(heard = "the log is listened to");
    let names: Vec<String> = (0..VOTERS).map(|n| format!("代表{n:02}（虚构）")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let hall = hall(&names).await;
    let lying = hall.town.store.box_key(hall.id).await.unwrap().unwrap();
    let secret = |voter: usize| hall.links[voter].rsplit('/').next().unwrap().as_bytes().to_vec();
    let of_voter = |n| if is_plain(n) { plain_token(&lying.salt.0, &secret(n)) } else { token(n) };
    let cast: Vec<Token> = (0..VOTERS).map(of_voter).collect();
    let secrets: Vec<Vec<u8>> = (0..VOTERS).map(secret).collect();
    let mut sizes = [[Vec::new(), Vec::new()], [Vec::new(), Vec::new()]];
    let mut instants = Vec::new();
    for voter in 0..VOTERS {
        let sent = if is_plain(voter) {
            hall.town.seconds(1);
            hall.plain(voter, &choice(voter).to_string()).await
        } else {
            let (asked, blinded) = blinded_token(token(voter), u8::try_from(voter).unwrap());
            let answer = hall.issue(&hall.links[voter], &blinded).await;
            let seal = asked.sealed(&issue(&answer), &hall.key).unwrap();
            hall.town.seconds(1);
            hall.send(&token(voter), &seal, &choice(voter).to_string()).await
        };
        instants.push(hall.town.desk.now().millis());
        assert_eq!(sent.status, StatusCode::OK, "{}", sent.html);
        assert_eq!(hall.count().await, voter + 1);
        sizes[usize::from(is_plain(voter))][choice(voter)].push(sent.html.len() - (voter + 1).to_string().len());
    }
    hall.town.seconds(1);
    let folder = hall.town.folder.path();
    let (open, copied_open) = (files(folder), copied(&hall).await);
    let lying = [lying.secret.0.to_vec(), lying.salt.0.to_vec()];
    let register = hall.town.store.ballot_register(hall.case_id(), hall.id).await.unwrap().unwrap();
    hall.town.days(1);
    let list = read(hall.voter.get(&format!("/ballots/{}/list.json", hall.id)).await.html.as_bytes()).unwrap();
    let (over, copied_over) = (files(folder), copied(&hall).await);
    drop(guard);

    // By id: what casting shows is nowhere but in the box, and nothing of a voter is there.
    assert!(open.iter().any(|(name, _)| name.ends_with("-wal")), "the log of the store is among what is examined");
    for (name, bytes) in &open {
        let is_box = name.ends_with(".urn");
        let found = if is_box { tokens(bytes, &cast) } else { written(bytes, &cast) };
        assert!(found.iter().all(|place| place.is_some() == is_box), "a token in {name}");
        let blind = register.marks().filter(|mark| matches!(mark, Mark::Blind(_)));
        let of_voters: Vec<Vec<u8>> = blind.map(|mark| mark.bytes()[1..].to_vec()).collect();
        let of_voters = of_voters.into_iter().chain(names.iter().map(|name| name.as_bytes().to_vec()));
        assert!(!is_box || !has_any(bytes, &of_voters.collect::<Vec<_>>()), "something of a voter in the box");
    }
    // By time: nobody wrote down when a ballot came, in milliseconds as SQLite writes them or as text. And no personal link is
    // kept: whoever has it knows the token of a voter without script while the box lies there.
    let digits = instants.iter().map(|at| at.to_string().into_bytes());
    let times: Vec<Vec<u8>> = instants.iter().map(|at| at.to_be_bytes()[2..].to_vec()).chain(digits).collect();
    for (name, bytes) in open.iter().chain(&copied_open).chain(&over).chain(&copied_over) {
        assert!(!has_any(bytes, &times), "the instant of a ballot in {name}");
        assert!(!has_any(bytes, &secrets), "a personal link in {name}");
    }
    // A backup has the roll and the register, and of the box nothing: neither tokens nor its key, nor when they came.
    assert!(copied_open.iter().any(|(_, bytes)| has_any(bytes, &[names[0].as_bytes().to_vec()])), "the backup is read");
    for (name, bytes) in &copied_open {
        assert!(
            written(bytes, &cast).iter().all(Option::is_none) && !has_any(bytes, &lying),
            "of the box in the backup's {name}"
        );
    }
    // By order: of those who signed in against that of the box, of the register, and of the published list.
    let chosen: Vec<usize> = (0..VOTERS).map(choice).collect();
    assert!((18..=30).contains(&chosen.iter().sum::<usize>()), "a vote that is neither unanimous nor nearly");
    let (_, cells) = open.iter().find(|(name, _)| name.ends_with(".urn")).unwrap();
    let mut in_box: Vec<(usize, usize)> =
        tokens(cells, &cast).into_iter().enumerate().map(|(voter, place)| (place.unwrap(), choice(voter))).collect();
    in_box.sort_unstable();
    let in_box: Vec<usize> = in_box.into_iter().map(|(_, choice)| choice).collect();
    let chosen_as = |vote: Option<ballot::Vote>| usize::try_from(vote.unwrap().choices().next().unwrap()).unwrap();
    let on_list: Vec<usize> = list.ballots.iter().map(|ballot| chosen_as(ballot.vote)).collect();
    let mut by_mark: Vec<(Vec<u8>, usize)> =
        register.marks().zip(&chosen).map(|(mark, choice)| (mark.bytes().to_vec(), *choice)).collect();
    // Those without script all have the same mark and stay in the order of the roll.
    by_mark.sort_by(|one, other| one.0.cmp(&other.0));
    let by_mark: Vec<usize> = by_mark.into_iter().map(|(_, choice)| choice).collect();
    for (what, voters, ballots) in [
        ("signing in, box", &chosen, &in_box),
        ("signing in, list", &chosen, &on_list),
        ("marks, box", &by_mark, &in_box),
        ("marks, list", &by_mark, &on_list),
    ] {
        assert!(is_chance(hits(voters, ballots)), "{what}: {} of {VOTERS}", hits(voters, ballots));
    }
    assert!(!is_chance(hits(&chosen, &chosen)), "the measure finds an order that gives everything away");
    // By size: the answer is as long for one choice as for the other, and the files don't grow by what is chosen.
    for sizes in sizes {
        let [no, yes] = sizes.map(|mut sizes| {
            sizes.sort_unstable();
            sizes.dedup();
            sizes
        });
        assert!(no == yes && no.len() == 1, "{no:?} {yes:?}");
    }
    // After the close the box is gone. The list is in the store, its log and its copies as it was written down once, whole: the
    // tokens stand there in an order that says nothing, or not at all.
    for (name, bytes) in over.iter().filter(|(name, _)| name.ends_with(".urn")) {
        assert!(written(bytes, &cast).iter().all(Option::is_none) && !has_any(bytes, &lying[1..]), "{name}");
    }
    for (what, left) in [("the store", &over), ("its copy", &copied_over)] {
        let mut lists = 0;
        for (name, bytes) in left.iter().filter(|(name, _)| !name.ends_with(".urn")) {
            let at = written(bytes, &cast);
            let there = at.iter().flatten().count();
            let tells_nothing = there == VOTERS && is_chance(hits(&chosen, &in_order(&at)));
            assert!(there == 0 || tells_nothing, "{there} tokens in {name} of {what}, in an order that tells");
            lists += usize::from(there > 0);
        }
        assert!(lists > 0, "the list is in {what}");
    }
    // The log of the process knows neither tokens, links nor choices.
    let log = log.text();
    assert!(log.contains("the log is listened to"));
    for (voter, (token, link)) in cast.iter().zip(&hall.links).enumerate() {
        let secrets = [token.text(), token.tracker().to_string(), link.clone()];
        let said = log.lines().find(|line| secrets.iter().any(|secret| line.contains(secret.as_str())));
        assert_eq!(said, None, "of voter {voter} in the log");
        assert!(!log.contains(link.rsplit('/').next().unwrap()));
    }
    assert!(!log.contains("choice="), "a choice in the log");
}

/// What a segment of a backup says, or a file as it is.
fn unpacked(bytes: Vec<u8>) -> Vec<u8> {
    let mut text = Vec::new();
    if GzDecoder::new(&bytes[..]).read_to_end(&mut text).is_ok() { text } else { bytes }
}

/// An answer of a server, whole.
async fn asked(address: std::net::SocketAddr, request: String) -> String {
    let mut stream = TcpStream::connect(address).await.unwrap();
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    answer
}

fn posts(path: &str, body: &str) -> String {
    let length = body.len();
    format!(
        "POST {path} HTTP/1.1\r\nHost: hall\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\n\
         Content-Length: {length}\r\n\r\n{body}"
    )
}

/// Through the real door of a service, whose figures are looked at before and after each step.
#[tokio::test]
async fn the_figures_for_operators_are_the_same_whatever_is_chosen() {
    let hall = Hall::open().await;
    let config = format!(
        "database = \"{}\"\ntick_ms = 3600000\n[listen]\naddress = \"127.0.0.1:0\"\noperators = \"127.0.0.1:0\"",
        hall.town.folder.path().join("store.sqlite").display()
    );
    let (router, desk) = (hall.town.router.clone(), hall.town.desk.clone());
    let further = Further { jobs: Vec::new(), pages: Some(Box::new(move |_| router)) };
    let book = Arc::new(negotiation::LawBook::builtin().unwrap());
    let texts = Arc::new(messages::Catalogue::new(&[service::MESSAGES]).unwrap());
    let service =
        Service { book, clock: Arc::new(move || desk.now()), config: Config::read(&config).unwrap(), further, texts };
    let running = service.start().await.unwrap();
    let figures = async || {
        let request = "GET /metrics HTTP/1.1\r\nHost: hall\r\nConnection: close\r\n\r\n".to_owned();
        let answer = asked(running.operators, request).await;
        assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
        // The age of what waits to be sent follows the jobs of the service, which go on meanwhile.
        let figures = answer.split("\r\n\r\n").nth(1).unwrap().lines();
        figures.filter(|line| !line.starts_with("xinxieshang_outbox_age_seconds ")).collect::<Vec<_>>().join("\n")
    };
    let before = figures().await;
    assert!(before.contains("xinxieshang_struck_total 0"), "{before}");
    for voter in 0..3 {
        let (asks, blinded) = blinded_token(token(voter), u8::try_from(voter).unwrap());
        let link = hall.links[voter].rsplit('/').next().unwrap();
        let body = format!("link={link}&blinded={}", blinded.text());
        let answer = asked(running.address, posts(&format!("/ballots/{}/issue", hall.id), &body)).await;
        let json = answer[answer.find('{').unwrap()..=answer.rfind('}').unwrap()].to_owned();
        let page = crate::browser::Page {
            cookies: Vec::new(),
            html: json,
            location: None,
            retry_after: None,
            session: None,
            status: StatusCode::OK,
        };
        let seal = asks.sealed(&issue(&page), &hall.key).unwrap();
        assert_eq!(figures().await, before, "after voter {voter} took a token");
        let body = format!("token={}&seal={}&choice={voter}", token(voter).text(), seal.text());
        let answer = asked(running.address, posts(&format!("/ballots/{}/cast", hall.id), &body)).await;
        assert!(answer.starts_with("HTTP/1.1 200") && answer.contains("tracker"), "{answer}");
        assert_eq!(figures().await, before, "after a ballot for {voter}");
    }
    assert_eq!(hall.count().await, 3);
    running.stop().await;
}
