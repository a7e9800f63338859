//! What all papers share.

use documents::data::{
    Chief, Employer, Head, Header, Parties, Representative, Side as PaperSide, SignMethod, Signed, Union,
};
use law::citation::Citation;
use law::time::Moment;
use ledger::Digest;
use negotiation::command::SigningMethod;
use negotiation::state::SignatureMark;
use negotiation::{Negotiation, Side};

use super::{About, Trigger};
use crate::catalogue;

pub(super) fn header(about: &About<'_>, n: &Negotiation, trigger: &Trigger<'_>, title: String) -> Header {
    Header {
        case: about.case,
        date: trigger.at.date(),
        fictional: about.fictional,
        head: Head { hash: trigger.head.hash, seq: trigger.head.seq },
        jurisdiction: about.region.clone(),
        number: trigger.number.to_owned(),
        profile: n.header.profile,
        title,
        version: trigger.version,
    }
}

/// Both sides, with the chiefs as registered; before that, chair and legal representative stand in their place.
pub(super) fn parties(about: &About<'_>, n: &Negotiation) -> Parties {
    let chief = |side: Side, fallback: &str| {
        let listed = n.delegations.get(side).and_then(Option::as_ref).and_then(|list| list.chief());
        let id = listed.map_or(fallback, |chief| chief.person.id.as_str());
        Chief { name: about.people.name(id), post: about.people.post(id) }
    };
    let (employer, union) = (&n.header.employer, &n.header.union);
    Parties {
        employer: Employer {
            address: employer.address.clone(),
            chief: chief(Side::Employer, &employer.legal_rep.id),
            legal_rep: about.people.name(&employer.legal_rep.id),
            name: employer.name.clone(),
            uscc: employer.uscc.clone(),
        },
        union: Union {
            address: union.address.clone(),
            chief: chief(Side::Worker, &union.chair.id),
            code: Some(union.uscc.clone()),
            name: union.name.clone(),
        },
    }
}

/// The name of a side's seal.
pub(super) fn seal(n: &Negotiation, side: Side) -> Option<String> {
    match side {
        Side::Worker => Some(n.header.union.name.clone()),
        Side::Employer => Some(n.header.employer.name.clone()),
        Side::None => None,
    }
}

pub(super) fn side(side: Side) -> PaperSide {
    match side {
        Side::Employer => PaperSide::Employer,
        Side::Worker | Side::None => PaperSide::Worker,
    }
}

/// The representatives of the sides that have registered, the workers' first.
pub(super) fn representatives(about: &About<'_>, n: &Negotiation, sides: &[Side]) -> Vec<Representative> {
    let mut all = Vec::new();
    for of in sides {
        let Some(list) = n.delegations.get(*of).and_then(Option::as_ref) else {
            continue;
        };
        all.extend(list.members.iter().map(|member| Representative {
            chief: member.chief,
            external: member.external,
            name: about.people.name(&member.person.id),
            post: about.people.post(&member.person.id),
            side: side(*of),
        }));
    }
    all
}

/// A chief's name under something that isn't the agreed text: confirmed or filed on the platform.
pub(super) fn confirmed(about: &About<'_>, n: &Negotiation, of: Side, at: Moment, digest: Digest) -> Option<Signed> {
    signed(about, n, of, SignatureMark { at, method: SigningMethod::Electronic, sealed: false }, digest)
}

/// A chief's signature on a text.
pub(super) fn signed(
    about: &About<'_>,
    n: &Negotiation,
    of: Side,
    mark: SignatureMark,
    digest: Digest,
) -> Option<Signed> {
    let chief = n.delegations.get(of)?.as_ref()?.chief_at(mark.at)?;
    Some(Signed {
        at: mark.at,
        digest,
        method: match mark.method {
            SigningMethod::Electronic => SignMethod::Electronic,
            SigningMethod::Handwritten => SignMethod::Paper,
        },
        name: about.people.name(chief),
        seal: if mark.sealed { seal(n, of) } else { None },
    })
}

/// Articles ready to print.
pub(super) fn citations(articles: &[Citation]) -> String {
    articles.iter().map(Citation::display_zh).collect::<Vec<_>>().join("、")
}

/// A word of the message files.
pub(super) fn word(key: &'static str) -> String {
    catalogue::word(key)
}
