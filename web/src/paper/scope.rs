//! D30 list of the employers that a sector or region agreement binds and D31 paper of a platform.

use documents::data::{
    Adoption, AlgorithmItem, CoverageList, CoveredFirm, Insurance, Mandate, Meeting, Outcome, PlatformForm,
    PlatformMemo, PlatformTopic, PriceUnit, Runs, SectorLevel, Signatures, UnitPrice, Vote,
};
use law::Date;
use negotiation::command::{CongressForm, Scope};
use negotiation::state::{BoundEmployer, Stage};
use negotiation::terms::{Chapter, InsuranceKind, PriceCondition, PriceUnit as CasePriceUnit, Term, Terms};
use negotiation::{Event, Negotiation, Side};

use super::common::{articles, dated, parties, representatives, signed, word};
use super::filing::term;
use super::{About, PaperError, Trigger, congress};

pub(super) fn coverage(about: &About<'_>, n: &Negotiation, trigger: &Trigger<'_>) -> Result<Vec<u8>, PaperError> {
    let (Event::CoverageFixed(e), Stage::Signed(stage)) = (trigger.event, &n.stage) else {
        return Err(PaperError::Stage("D30"));
    };
    let parties = parties(about, n);
    let form = stage.vote.form;
    let sector = (form == CongressForm::SectorCongress)
        .then(|| congress::printed(about, form, &stage.vote.protocol, Outcome::Adopted));
    let paper = CoverageList {
        agreement: stage.text.terms.title.clone(),
        area: about.region.clone(),
        citations: articles(about, &["LCL 53", "ZJ-CC 12", "ZJ-CC 25", "ZJ-CC 29"]),
        firms: e.employers.iter().map(|bound| firm(about, n, bound, sector.as_ref(), e.terms)).collect(),
        congress: sector,
        header: dated(about, n, trigger, e.at, word("paper-title-coverage")),
        level: match n.header.scope {
            Scope::Region => SectorLevel::Regional,
            Scope::Enterprise | Scope::Sector | Scope::Platform => SectorLevel::Industry,
        },
        mandate: Mandate {
            chief: parties.employer.chief.clone(),
            runs: None,
            scope: ["paper-mandate-talk", "paper-mandate-sign", "paper-mandate-file"].map(word).to_vec(),
        },
        parties,
        signature: None,
        workers: e.employers.iter().map(|bound| bound.employer.headcount).sum(),
    };
    Ok(ledger::canonical::to_vec(&paper)?)
}

/// An employer with the way in which its workers adopted the text (ZJ-CC 29).
fn firm(
    about: &About<'_>,
    n: &Negotiation,
    bound: &BoundEmployer,
    sector: Option<&Vote>,
    terms: ledger::Digest,
) -> CoveredFirm {
    let listed = n.coverage.employers.iter().rfind(|known| known.employer.key == bound.employer.key);
    let own = listed.filter(|known| known.has_adopted(terms)).and_then(|known| known.vote.as_ref());
    let adoption = match (sector, own) {
        (Some(_), _) => Adoption::Sector,
        (None, Some(own)) => Adoption::Own {
            vote: congress::printed(about, CongressForm::EachEmployer, &own.protocol, Outcome::Adopted),
        },
        (None, None) => Adoption::Pending,
    };
    CoveredFirm {
        adoption,
        confirmed_on: listed.and_then(|known| known.confirmed).map(|(at, _)| at.date()),
        headcount: bound.employer.headcount,
        // Of the others no record names one.
        legal_rep: (bound.employer.uscc == n.header.employer.uscc)
            .then(|| about.people.name(&n.header.employer.legal_rep.id)),
        name: bound.employer.name.clone(),
        unionized: bound.employer.unionized,
        uscc: bound.employer.uscc.clone(),
    }
}

pub(super) fn platform(about: &About<'_>, n: &Negotiation, trigger: &Trigger<'_>) -> Result<Vec<u8>, PaperError> {
    let (Event::AgreementSigned(e), Stage::Signed(stage)) = (trigger.event, &n.stage) else {
        return Err(PaperError::Stage("D31"));
    };
    let terms = &stage.text.terms;
    let mark = |of: Side| signed(about, n, of, (*stage.signatures.get(of)?)?, e.terms);
    let session = n.sessions.last().ok_or(PaperError::Stage("D31"))?;
    let parties = parties(about, n);
    let own = parties.employer.uscc.clone();
    let day = e.at.date();
    let paper = PlatformMemo {
        algorithms: algorithms(terms),
        appeal: None,
        citations: articles(about, &["NF24 2", "ZJ-TU 14", "LCL 53"]),
        commission_cap: None,
        coverage: terms.coverage.clone(),
        form: PlatformForm::Agreement,
        header: dated(about, n, trigger, e.at, word("paper-title-platform")),
        insurance: insurance(terms),
        meeting: Meeting { on: session.opened_at.date(), place: session.place.clone() },
        partners: n
            .coverage
            .fixed
            .iter()
            .filter(|bound| bound.employer.uscc != own)
            .map(|bound| bound.employer.name.clone())
            .collect(),
        parties,
        penalties: Vec::new(),
        publish_due: in_ten_days(day),
        representatives: representatives(about, n, &[Side::Worker, Side::Employer]),
        rest: Vec::new(),
        runs: match terms.term {
            Term::Dates { from, to } => Some(Runs { from, to }),
            Term::Months { .. } => None,
        },
        signatures: Some(Signatures { employer: mark(Side::Employer), worker: mark(Side::Worker) }),
        term: match terms.term {
            Term::Dates { .. } => None,
            Term::Months { .. } => Some(term(terms)),
        },
        topics: topics(terms),
        unit_prices: unit_prices(terms, about.heard.before.as_ref().map(|before| &before.terms)),
    };
    Ok(ledger::canonical::to_vec(&paper)?)
}

/// NF24: published to all covered workers within ten days.
fn in_ten_days(day: Date) -> Date {
    (0..10).fold(day, |day, _| day.tomorrow().unwrap_or(day))
}

/// What the text says beside prices, algorithms and insurance, which have tables of their own.
fn topics(terms: &Terms) -> Vec<PlatformTopic> {
    let topic = |clause: &negotiation::terms::Clause| PlatformTopic {
        agreed: true,
        result: clause.rendered(),
        title: clause.heading.clone(),
    };
    let special = |clause: &&negotiation::terms::Clause| {
        matches!(clause.chapter, Chapter::PlatformRules | Chapter::WageStandard | Chapter::Insurance)
    };
    let of_platform: Vec<PlatformTopic> = terms.clauses.iter().filter(special).map(topic).collect();
    if of_platform.is_empty() { terms.clauses.iter().map(topic).collect() } else { of_platform }
}

/// Prices, each with what the agreement before paid under the same id.
fn unit_prices(terms: &Terms, before: Option<&Terms>) -> Vec<UnitPrice> {
    let known = |id: &str| before?.unit_prices.iter().find(|price| price.id == id);
    let price = |price: &negotiation::terms::UnitPrice| UnitPrice {
        amount: price.amount,
        condition: word(match price.condition {
            PriceCondition::None => "paper-price-plain",
            PriceCondition::Peak => "paper-price-peak",
            PriceCondition::Weather => "paper-price-weather",
            PriceCondition::Holiday => "paper-price-holiday",
        }),
        item: price.name.clone(),
        previous: known(&price.id).filter(|old| old.per == price.per).map(|old| old.amount),
        unit: match price.per {
            CasePriceUnit::Order => PriceUnit::Order,
            CasePriceUnit::Km => PriceUnit::Kilometre,
            CasePriceUnit::Hour => PriceUnit::Hour,
        },
    };
    terms.unit_prices.iter().map(price).collect()
}

fn algorithms(terms: &Terms) -> Vec<AlgorithmItem> {
    let item = |item: &negotiation::terms::AlgorithmItem| AlgorithmItem {
        new: item.new.clone(),
        notice_days: Some(item.notice_days),
        old: item.old.clone(),
        rule: format!("{}（{}）", item.rule, item.parameter),
    };
    terms.algorithm_items.iter().map(item).collect()
}

fn insurance(terms: &Terms) -> Vec<Insurance> {
    let kept = |kept: &negotiation::terms::Insurance| Insurance {
        cover: kept.words.clone(),
        name: word(match kept.kind {
            InsuranceKind::OccupationalInjury => "paper-insurance-occupational",
            InsuranceKind::EmployerLiability => "paper-insurance-liability",
            InsuranceKind::Accident => "paper-insurance-accident",
            InsuranceKind::WorkInjury => "paper-insurance-work-injury",
        }),
        payer: None,
    };
    terms.insurance.iter().map(kept).collect()
}
