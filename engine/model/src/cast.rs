//! The smallest cast: three representatives a side, four delegates, one person for every capacity. All invented.

use law::Date;
use law::dataset::{DataSets, DatasetError, Region};
use law::rules::Profile;
use law::time::Moment;
use ledger::Digest;
use negotiation::command::{
    Association, CoveredEmployer, EmployerParty, Member, OpenCase, RegisterReps, Scope, Selection, SelectionMethod,
    Sex, UnionParty,
};
use negotiation::{Actor, Capacity, PersonRef};

/// Code of an invented county in which the rules of a profile hold.
const fn region(profile: Profile) -> &'static str {
    match profile {
        Profile::Cn => "339904",
        Profile::Zj => "339901",
        Profile::Hz => "339902",
        Profile::Nb => "339903",
    }
}

/// Delegates of the congress.
pub(crate) const DELEGATES: u32 = 4;
/// Workers of the enterprise.
const WORKERS: u32 = 40;

/// Every capacity with the person who acts in it.
const PERSONS: [(Capacity, &str); 17] = [
    (Capacity::UnionChair, "w1"),
    (Capacity::UnionOfficer, "w4"),
    (Capacity::WorkerChief, "w1"),
    (Capacity::WorkerRep, "w2"),
    (Capacity::CongressDelegate, "w5"),
    (Capacity::EmployerLegalRep, "e1"),
    (Capacity::EmployerChief, "e1"),
    (Capacity::EmployerRep, "e2"),
    (Capacity::EmployerAgent, "e4"),
    (Capacity::Recorder, "r1"),
    (Capacity::HrssOfficer, "h1"),
    (Capacity::HigherUnion, "u1"),
    (Capacity::Instructor, "i1"),
    (Capacity::Coordinator, "k1"),
    (Capacity::CongressClerk, "c1"),
    (Capacity::System, "system"),
    (Capacity::Clock, "clock"),
];

/// The person of a capacity.
pub(crate) fn actor(capacity: Capacity) -> Actor {
    let id = PERSONS.iter().find(|(known, _)| *known == capacity).map_or("nobody", |(_, id)| id);
    Actor { capacity, id: id.to_owned(), side: capacity.side() }
}

/// One person for every capacity.
pub(crate) fn everybody() -> Vec<Actor> {
    PERSONS.iter().map(|(capacity, _)| actor(*capacity)).collect()
}

/// A digest of something that the model doesn't look into.
pub(crate) fn digest(what: &str) -> Digest {
    Digest::sha256(what.as_bytes())
}

/// A document of the case: number, data, template and print. Small, and what a bundle carries of it.
pub(crate) const DOCUMENT: (&str, &[u8], &[u8], &[u8]) = ("D01-1", br#"{"number":"D01-1"}"#, b"template", b"pdf");

/// A person as records name one.
pub(crate) fn person(id: &str) -> PersonRef {
    PersonRef { commit: digest(id), id: id.to_owned() }
}

/// The instant at which an explored case is opened: Monday 2026-01-05, noon.
pub(crate) fn opened_at() -> Moment {
    Moment::at(first_day(), 12, 0)
}

const fn first_day() -> Date {
    jiff::civil::date(2026, 1, 5)
}

/// Shipped data with an invented county for each profile.
///
/// # Errors
/// Only where the shipped data is damaged.
pub(crate) fn data() -> Result<DataSets, DatasetError> {
    let county = |profile| Region {
        code: region(profile).to_owned(),
        fictional: true,
        min_wage_tier: Some(1),
        name: "示例县".to_owned(),
        parent: Some("330000".to_owned()),
        profile,
    };
    DataSets::builtin()?.with_regions(&Profile::ALL.map(county))
}

/// The file of an invented enterprise.
pub(crate) fn opening(profile: Profile) -> OpenCase {
    OpenCase {
        association: None,
        covered: Vec::new(),
        employer: EmployerParty {
            above_scale: false,
            address: "示例县虚构路1号".to_owned(),
            disabled: 0,
            dispatched: 0,
            female: 0,
            headcount: WORKERS,
            legal_rep: person("e1"),
            name: "示例五金有限公司（虚构）".to_owned(),
            uscc: "91330784MA000X0153".to_owned(),
        },
        number: None,
        parent: None,
        profile,
        proposed: None,
        region: region(profile).to_owned(),
        scope: Scope::Enterprise,
        union: UnionParty {
            address: "示例县虚构路1号".to_owned(),
            chair: person("w1"),
            guiding: false,
            name: "示例五金有限公司工会（虚构）".to_owned(),
            relative: false,
            uscc: "81330784MC000X020R".to_owned(),
        },
    }
}

/// The file of a firm without a union, whose workers the county's union guides (ZJ-CC 8, 10).
pub(crate) fn without_union(profile: Profile) -> OpenCase {
    let plain = opening(profile);
    let name = "示例县总工会（虚构）".to_owned();
    OpenCase { union: UnionParty { chair: person("u1"), guiding: true, name, ..plain.union }, ..plain }
}

/// The file of an above-scale firm: five representatives a side in Zhejiang (ZJ-CC 10(1)).
pub(crate) fn above_scale(profile: Profile) -> OpenCase {
    let plain = opening(profile);
    OpenCase { employer: EmployerParty { above_scale: true, ..plain.employer }, ..plain }
}

/// The file of several employers, two of them on its list.
pub(crate) fn several(profile: Profile, scope: Scope) -> OpenCase {
    OpenCase {
        association: Some(Association::Chamber),
        covered: vec![employer("first"), employer("second")],
        scope,
        ..opening(profile)
    }
}

/// An employer on the list of a sector.
pub(crate) fn employer(key: &str) -> CoveredEmployer {
    let uscc = match key {
        "first" => "91330784MA000X0153",
        "second" => "91330784MA0DEM0056",
        _ => "91330784MA0DEM11X7",
    };
    CoveredEmployer {
        dissolved: false,
        female: None,
        headcount: 12,
        key: key.to_owned(),
        name: "示例五金有限公司（虚构）".to_owned(),
        unionized: false,
        uscc: uscc.to_owned(),
    }
}

/// A representative; the first of a list is its chief.
pub(crate) fn member(id: &str, chief: bool) -> Member {
    Member {
        chief,
        disabled: false,
        dispatched: false,
        external: false,
        manager: false,
        mandate: None,
        person: person(id),
        principal: false,
        sex: Sex::Male,
        union_staff: false,
    }
}

/// A list of the worker side, elected by `votes` of the delegates.
pub(crate) fn workers(ids: &[&str], votes: u32) -> RegisterReps {
    let selection = Selection {
        method: SelectionMethod::ElectedByCongress,
        on: first_day(),
        record: Some(digest("election")),
        total: Some(DELEGATES),
        votes: Some(votes),
    };
    list(ids, selection)
}

/// A list of workers without a union, chosen by most of all workers (CC22 20, ZJ-CC 10(2), NB 9).
pub(crate) fn chosen_by_all(ids: &[&str]) -> RegisterReps {
    let mut chosen = workers(ids, WORKERS - 10);
    chosen.selection.method = SelectionMethod::RecommendedByWorkers;
    chosen.selection.total = Some(WORKERS);
    chosen
}

/// A list of the employer side.
pub(crate) fn employers(ids: &[&str]) -> RegisterReps {
    let selection =
        Selection { method: SelectionMethod::NamedByLegalRep, on: first_day(), record: None, total: None, votes: None };
    list(ids, selection)
}

/// The same list with outsiders in its last places, with or without a written mandate.
pub(crate) fn with_outsiders(mut list: RegisterReps, count: usize, mandate: bool) -> RegisterReps {
    for member in list.members.iter_mut().rev().take(count) {
        member.external = true;
        member.mandate = mandate.then(|| digest("mandate"));
    }
    list
}

fn list(ids: &[&str], selection: Selection) -> RegisterReps {
    let members = ids.iter().enumerate().map(|(at, id)| member(id, at == 0)).collect();
    RegisterReps { members, selection }
}
