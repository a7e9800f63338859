//! Who may do what: the matrix, and the page made from it.

use std::fs;
use std::path::Path;

use accounts::Scope;
use accounts::access::{PEOPLE, Right, may, page};
use ledger::Digest;
use messages::Catalogue;
use negotiation::command::{
    DocumentKind, PublicationCommand, Publish, RecordDocument, Sign, SignatureCommand, SigningMethod, SystemCommand,
};
use negotiation::{Capacity, Command, Side, table};

use crate::support::{EMPLOYER, OTHER_EMPLOYER, case, employer, line, region, signed};

const AGAIN: &str = "cargo run -p accounts --example access_page > docs/access.md";

fn texts() -> Catalogue {
    Catalogue::new(&[negotiation::MESSAGES, accounts::MESSAGES]).unwrap()
}

/// One letter for each of [`PEOPLE`]: `x` may, `.` may not.
fn row(right: Right<'_>) -> String {
    PEOPLE.iter().map(|capacity| if may(right, &[*capacity]).is_ok() { 'x' } else { '.' }).collect()
}

#[test]
fn the_matrix_is_as_it_was_meant() {
    // chair officer chief rep delegate | legal chief rep agent | recorder hrss higher instructor coordinator clerk
    let rows = [
        (Right::SeeCase, "xxxxx xxxx xxxxxx"),
        (Right::SeeDocument, "xxxxx xxxx xxxxxx"),
        (Right::SeeRecord, "xxxx. xxxx xxx.x."),
        (Right::SeeConfidential, "x.xx. xxx. ......"),
        (Right::SeeReads, "x.x.. xx.. ......"),
        (Right::SeeCaucus(Side::Worker), "xxxx. .... ......"),
        (Right::SeeCaucus(Side::Employer), "..... xxx. ......"),
        (Right::SeeCaucus(Side::None), "..... .... ......"),
        (Right::TakeBundle, "xxx.. xx.x .xx..."),
        (Right::OpenCase, "xxx.. x..x ..x..."),
        (Right::Appoint(Capacity::WorkerRep), "x.... .... ..x..."),
        (Right::Appoint(Capacity::EmployerAgent), "..... x... ......"),
        (Right::Appoint(Capacity::HrssOfficer), "..... .... ......"),
        (Right::Review, "..... .... .x...."),
        (Right::SeeQueue, "..... .... .x...."),
        (Right::SeeRegion, "..... .... .xxx.."),
        (Right::ConfirmUnion, "..... .... ..x..."),
        (Right::ConfirmEnterprise, "..... .... .xx..."),
        (Right::KeepRoster, "xx... .... .....x"),
        (Right::AskWorkers, "xxxx. .... ......"),
        (Right::Demo { on: false }, "..... .... ......"),
    ];
    for (right, expected) in rows {
        assert_eq!(row(right), expected.replace(' ', ""), "{right:?}");
    }
}

#[test]
fn every_capacity_speaks_for_itself_only() {
    for own in PEOPLE {
        for other in PEOPLE {
            assert_eq!(may(Right::Speak(other), &[own]).is_ok(), own == other);
        }
        for program in [Capacity::System, Capacity::Clock] {
            assert!(may(Right::Speak(program), &[own, program]).is_err(), "nobody is the program");
        }
    }
}

#[test]
fn no_side_sees_what_the_other_says_among_itself() {
    for capacity in PEOPLE {
        for side in [Side::Worker, Side::Employer] {
            let sees = may(Right::SeeCaucus(side), &[capacity]).is_ok();
            assert!(!sees || capacity.side() == side, "{capacity:?}");
        }
    }
}

#[test]
fn an_act_is_given_by_those_whom_the_statutes_table_names() {
    let sign = Sign { method: SigningMethod::Electronic, sealed: true, terms: Digest::sha256(b"terms") };
    let sign = Command::Signature(SignatureCommand::Sign(sign));
    assert_eq!(row(Right::Act(&sign)), "..x...x........");
    let publish = Publish { channel: "公告栏".to_owned(), proof: None, terms: Digest::sha256(b"terms") };
    let publish = Command::Publication(PublicationCommand::Publish(publish));
    assert_eq!(row(Right::Act(&publish)), "xxx..xx.x......");
    let digest = Digest::sha256(b"");
    let record = Command::System(SystemCommand::RecordDocument(RecordDocument {
        data: digest,
        fonts: Vec::new(),
        kind: DocumentKind::OfferLetter,
        number: "D01-0001".to_owned(),
        pdf: digest,
        template: digest,
        typst: "0.15".to_owned(),
        version: 1,
    }));
    assert_eq!(row(Right::Act(&record)), "...............");
    let granted = may(Right::Act(&sign), &[Capacity::UnionChair, Capacity::WorkerChief]).unwrap();
    assert_eq!(granted.by, Some(Capacity::WorkerChief));
}

#[test]
fn whoever_may_give_a_command_sees_the_case() {
    for row in table::ROWS {
        let people = row.capacities.iter().filter(|capacity| PEOPLE.contains(capacity));
        for capacity in people {
            assert!(may(Right::SeeCase, &[*capacity]).is_ok(), "{}: {capacity:?}", row.command);
        }
    }
}

#[test]
fn strangers_have_no_right_and_arent_told_whether_there_is_a_case() {
    let rights = [Right::SeeCase, Right::SeeRecord, Right::SeeDocument, Right::TakeBundle, Right::SeeConfidential];
    let who = signed(&[(Capacity::EmployerLegalRep, employer(EMPLOYER)), (Capacity::HrssOfficer, region("3308"))]);
    for right in rights {
        assert!(who.may(right, &line(1, EMPLOYER)).is_ok(), "{right:?}");
        let denied = who.may(right, &line(2, OTHER_EMPLOYER)).unwrap_err();
        assert!(denied.stranger);
        assert_eq!(denied.said().key, "accounts-denied-stranger");
    }
    assert!(may(Right::OpenCase, &who.may_open_for(OTHER_EMPLOYER)).is_err());
    assert!(may(Right::SeeQueue, &who.over("330784")).is_err());
    assert!(may(Right::SeeQueue, &who.over("330801")).is_ok());
}

#[test]
fn another_companys_people_are_strangers_whatever_they_are_and_want() {
    let rights = [
        Right::SeeCase,
        Right::SeeRecord,
        Right::SeeDocument,
        Right::SeeConfidential,
        Right::SeeCaucus(Side::Worker),
        Right::SeeCaucus(Side::Employer),
        Right::SeeReads,
        Right::TakeBundle,
        Right::Review,
    ];
    for capacity in PEOPLE {
        let elsewhere = if capacity.side() == Side::None { region("3308") } else { employer(OTHER_EMPLOYER) };
        let who = signed(&[(capacity, elsewhere), (capacity, Scope::Case(case(9)))]);
        for right in rights.into_iter().chain([Right::Speak(capacity), Right::Appoint(capacity)]) {
            assert!(who.may(right, &line(1, EMPLOYER)).unwrap_err().stranger, "{capacity:?}: {right:?}");
        }
        assert!(may(Right::OpenCase, &who.may_open_for(EMPLOYER)).is_err(), "{capacity:?}");
    }
}

#[test]
fn a_reading_of_confidential_material_is_noted_and_nothing_else() {
    let noted = |right| may(right, &[Capacity::WorkerChief]).unwrap().noted;
    assert!(noted(Right::SeeConfidential));
    for right in [Right::SeeCase, Right::SeeRecord, Right::SeeDocument, Right::TakeBundle] {
        assert!(!noted(right), "{right:?}");
    }
}

#[test]
fn a_demonstration_is_everybodys_and_only_there() {
    assert!(may(Right::Demo { on: true }, &[]).is_ok());
    assert!(may(Right::Demo { on: false }, &PEOPLE).is_err());
}

#[test]
fn every_denial_has_its_sentence() {
    let texts = texts();
    let say = |right| texts.say(&may(right, &[Capacity::CongressDelegate]).unwrap_err().said());
    assert_eq!(
        say(Right::Review),
        "您在这里的身份不能「审查报送的合同」，只有人社部门经办人可以。请联系这位人员办理。"
    );
    for right in [
        Right::SeeRecord,
        Right::SeeConfidential,
        Right::SeeCaucus(Side::Worker),
        Right::SeeCaucus(Side::Employer),
        Right::SeeCaucus(Side::None),
        Right::SeeReads,
        Right::TakeBundle,
        Right::Speak(Capacity::UnionChair),
        Right::OpenCase,
        Right::Appoint(Capacity::HrssOfficer),
        Right::Appoint(Capacity::WorkerRep),
        Right::SeeQueue,
        Right::SeeRegion,
        Right::Demo { on: false },
    ] {
        let text = say(right);
        assert!(!text.contains('〔'), "{text}");
    }
}

#[test]
fn the_committed_page_is_what_the_code_makes() {
    let texts = texts();
    let page = page(|said| texts.say(said));
    assert!(!page.contains('〔'));
    let committed = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/access.md");
    let committed = fs::read_to_string(committed).unwrap();
    assert!(page == committed, "docs/access.md is not what the code makes; write it again: {AGAIN}");
}
