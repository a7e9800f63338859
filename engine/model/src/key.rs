//! The abstract state: two cases with the same key are one to the model.
//!
//! Left out: words, names, the figures of clauses, instants, and what the law doesn't read any more where the case stands.
//! Days count only as today, tomorrow, later or over, and only for duties on whose last day something depends. The
//! negotiation is taken apart field by field, so that a new field has to be considered. A test compares what the law
//! answers in states that have one key.

use std::borrow::Cow;

use negotiation::command::{DisclosureItem, Member};
use negotiation::state::{Draft, Duty, FilingState, Negotiation, Session, Stage};
use negotiation::{Side, Sides};

use crate::papers::{act_name, age};
use crate::property;
use crate::text::{CLAUSE, Texts};
use crate::world::{Setting, World};

/// The key of a case, 16 bytes of a digest.
pub(crate) fn key(setting: &Setting, world: &World) -> u128 {
    let mut out = Key { bytes: Vec::with_capacity(160), texts: &setting.texts };
    out.negotiation(setting, world);
    out.watch(setting, world);
    let digest = ledger::Digest::of("xinxieshang/model/v1\n", &out.bytes);
    let mut first = [0; 16];
    first.copy_from_slice(&digest.as_bytes()[..16]);
    u128::from_be_bytes(first)
}

struct Key<'a> {
    bytes: Vec<u8>,
    texts: &'a Texts,
}

impl Key<'_> {
    fn byte(&mut self, byte: u8) {
        self.bytes.push(byte);
    }

    fn small(&mut self, count: usize) {
        self.byte(u8::try_from(count).unwrap_or(u8::MAX));
    }

    fn word(&mut self, word: &str) {
        self.bytes.extend_from_slice(word.as_bytes());
        self.byte(0);
    }

    fn both<T>(&mut self, sides: &Sides<Option<T>>) {
        self.byte(u8::from(sides.worker.is_some()) | u8::from(sides.employer.is_some()) << 1);
    }

    fn text(&mut self, digest: ledger::Digest) {
        self.byte(self.texts.number(digest));
    }

    fn negotiation(&mut self, setting: &Setting, world: &World) {
        let Negotiation {
            acceptances,
            breaches: _,
            children,
            corrections,
            coverage,
            datasets: _,
            days: _,
            delegations,
            disclosures: _,
            documents: _,
            duties: _,
            header: _,
            meeting_on: _,
            offer_days: _,
            opened_at: _,
            papers: _,
            pauses: _,
            remedies: _,
            requests: _,
            sessions: _,
            slips: _,
            stage,
            suspension: _,
            table: _,
            text_links: _,
        } = &world.case;
        if !setting.bounds.inbox && !over(stage) {
            // Read where something is served; at the end of a case nothing is.
            self.both(acceptances);
        }
        for list in [&delegations.worker, &delegations.employer] {
            self.word("list");
            // Whoever fills a vacancy sits where the one before sat.
            let mut seats: Vec<Cow<'_, str>> = list.iter().flat_map(|list| list.places()).map(seat).collect();
            seats.sort_unstable();
            seats.iter().for_each(|seat| self.word(seat));
        }
        for paper in world.waiting() {
            self.word(act_name(paper));
            self.word(&paper.entered_by.id);
            self.byte(age(world, paper));
        }
        for covered in coverage.active() {
            self.word(&covered.employer.key);
            self.byte(u8::from(covered.confirmed.is_some()));
            if let Some(vote) = covered.vote.as_ref().filter(|_| stage.signed().is_none()) {
                self.text(vote.protocol.terms);
                self.byte(u8::from(vote.adopted));
            }
        }
        for correction in corrections {
            // A correction that stands leaves nothing behind but better facts.
            if !correction.confirmed {
                self.word(&format!("{:?}", std::mem::discriminant(&correction.fact)));
                self.word(&correction.proposed_by.id);
            }
        }
        self.talks(setting, world);
        if let Stage::Ended(_) = stage {
            self.byte(u8::from(children.iter().any(|child| !child.ended)));
        }
        self.detour(world);
        self.stage(stage);
        self.disclosures(&world.case);
        self.duties(setting, world);
    }

    /// The second reading, as far as properties ask: under a sound law it follows from the state, under a broken one two
    /// cases that differ here must not be taken for one.
    fn watch(&mut self, setting: &Setting, world: &World) {
        let watch = &world.watch;
        self.bytes.extend([watch.votes, watch.objections]);
        if !matches!(world.case.stage, Stage::Effective(_) | Stage::Ended(_)) {
            self.byte(watch.returns);
            self.byte(watch.rejections);
        }
        self.byte(u8::from(watch.missed && world.stage() == "congress"));
        if let Some((_, vote)) = &watch.adopted {
            self.text(watch.became(vote.terms));
            self.byte(u8::from(property::adopted(&setting.rules, world)));
        }
        for signed in [watch.signed.worker, watch.signed.employer] {
            match signed {
                Some(text) => self.text(watch.became(text)),
                None => self.byte(9),
            }
        }
        if let Some((_, text)) = watch.filed {
            self.text(watch.became(text));
        }
    }

    /// What a detour leaves behind, while it lasts.
    fn detour(&mut self, world: &World) {
        let Some((family, acts)) = world.detour else { return };
        let case = &world.case;
        self.word(&format!("{family:?}"));
        self.byte(acts);
        for letter in &case.remedies.letters {
            self.word(&format!("{:?}", letter.kind));
            self.byte(u8::from(letter.answer.is_some()) | u8::from(letter.receipt.is_some()) << 1);
        }
        self.small(case.remedies.orders.len());
        self.both(&case.remedies.sign_refusals);
        self.word(case.remedies.giving_up.map_or("", Side::name));
        for breach in &case.breaches {
            self.byte(u8::from(breach.settled.is_some()));
        }
        for child in &case.children {
            self.word(&format!("{:?} {}", child.kind, child.ended));
        }
        for slip in &case.slips {
            self.word(slip.side.name());
            self.byte(u8::from(slip.confirmed));
        }
        for package in &case.table.packages {
            self.word(package.side.name());
            self.word(&format!("{:?}", package.status));
        }
        if let Some(proposal) = &case.suspension {
            self.word(proposal.by.name());
            self.byte(u8::from(proposal.declined_at.is_some()));
        }
        for list in [&case.delegations.worker, &case.delegations.employer] {
            self.small(list.as_ref().map_or(0, |list| list.vacancies.len()));
            self.small(list.as_ref().map_or(0, |list| list.seats.len()));
        }
    }

    /// Sessions since the last agreement: all before it are confirmed. What was agreed at the table binds the next draft, so
    /// it counts for as long as the bounds let another one come.
    fn talks(&mut self, setting: &Setting, world: &World) {
        let (case, watch) = (&world.case, &world.watch);
        let again = watch.votes < setting.bounds.votes || watch.objections < setting.bounds.objections;
        // An objection on its way leads back to the table with its first service.
        let on_its_way = |filing: &FilingState| filing.opinion.as_ref().is_some_and(|one| !one.items.is_empty());
        let at_bureau = matches!(case.stage, Stage::Filed(_) | Stage::UnderReview(_));
        let at_table = case.stage.text().is_none()
            || matches!(case.stage, Stage::Objected(_))
            || (at_bureau && case.stage.filing().is_some_and(on_its_way));
        if !again && !at_table {
            return;
        }
        for session in case.sessions.iter().skip(watch.settled) {
            self.session(session);
        }
        if let Some(open) = case.open_session() {
            // A position is accepted in the session in which it was put: see the bounds.
            let said = |side| case.table.latest(CLAUSE, side).is_some_and(|said| said.session == open.number);
            self.byte(u8::from(said(Side::Worker)) | u8::from(said(Side::Employer)) << 1);
        }
        if let Some(agreed) = case.table.agreed.get(CLAUSE) {
            self.byte(agreed.values.first().map_or(0, |value| u8::from(value.amount > 400) + 1));
            // It binds once the minutes of its session are confirmed.
            let session = case.sessions.iter().position(|session| session.number == agreed.session);
            self.small(session.map_or(0, |at| (at + 1).saturating_sub(watch.settled)));
        }
    }

    fn session(&mut self, session: &Session) {
        self.word("session");
        self.byte(u8::from(session.closed.is_some()));
        self.both(&session.confirmed);
    }

    /// What the first session waits for; afterwards it no longer matters.
    fn disclosures(&mut self, case: &Negotiation) {
        if waits_for_session(&case.stage) {
            let mut given: Vec<String> = case
                .disclosures
                .iter()
                .filter(|record| matches!(record.item, DisclosureItem::Agenda | DisclosureItem::RepList))
                // Either side may give the agenda; lists are each side's own.
                .map(|record| {
                    let side = if record.item == DisclosureItem::Agenda { "" } else { record.side.name() };
                    format!("{}{side}", record.item.name())
                })
                .collect();
            given.sort();
            given.dedup();
            given.iter().for_each(|word| self.word(word));
        }
    }

    fn duties(&mut self, setting: &Setting, world: &World) {
        let today = world.now.date();
        let mut open: Vec<(&str, &str, u8)> =
            world.pending().map(|duty| (duty.rule.as_str(), duty.owner.name(), nearness(duty, today))).collect();
        // A returned filing is owed again by its first day.
        let returned =
            world.watch.returns < setting.bounds.returns && ["filed", "under_review"].contains(&world.stage());
        let filings = world.case.duties.iter().rev().filter(|duty| returned && duty.rule.starts_with("file"));
        open.extend(filings.take(1).map(|duty| ("filing", "", nearness(duty, today))));
        open.sort_unstable();
        open.dedup();
        for (rule, owner, near) in open {
            self.word(rule);
            self.word(owner);
            self.byte(near);
        }
    }

    fn draft(&mut self, draft: Option<&Draft>) {
        if let Some(draft) = draft {
            self.byte(self.texts.number(draft.text.digest));
            self.byte(u8::from(draft.clerical));
            self.both(&draft.initialled);
        }
    }

    fn filing(&mut self, filing: &FilingState) {
        self.text(filing.signed.text.digest);
        self.byte(u8::from(filing.registered.is_some()));
        if let Some(opinion) = &filing.opinion {
            self.byte(u8::from(opinion.items.is_empty()));
            self.both(&opinion.served);
        }
    }

    fn stage(&mut self, stage: &Stage) {
        self.word(stage.name());
        match stage {
            Stage::Idle | Stage::Closed(_) => {}
            Stage::Rescinded(rescinded) => self.byte(u8::from(rescinded.recorded.is_some())),
            Stage::Offered(offered) => self.word(offered.offer.side.name()),
            Stage::AwaitingReply(awaiting) => self.word(awaiting.offer.side.name()),
            Stage::Refused(refused) => self.word(refused.offer.side.name()),
            Stage::Preparing(preparing) | Stage::Ready(preparing) => self.word(preparing.offer.side.name()),
            Stage::Negotiating(_, draft) => self.draft(draft.as_ref()),
            Stage::Renegotiating(again) => {
                self.text(again.rejected.digest);
                self.draft(again.draft.as_ref());
            }
            Stage::Drafted(drafted) => {
                self.text(drafted.text.digest);
                self.word(&format!("{:?}", drafted.route));
            }
            Stage::Congress(congress) => {
                self.text(congress.text.digest);
                self.word(&format!("{:?} {:?}", congress.route, congress.submission.form));
            }
            Stage::Adopted(adopted) => {
                self.text(adopted.text.digest);
                self.word(&format!("{:?}", adopted.vote.form));
                self.both(&adopted.signatures);
            }
            Stage::Signed(signed) => self.text(signed.text.digest),
            Stage::Filed(filing) | Stage::UnderReview(filing) => self.filing(filing),
            Stage::Objected(objected) => {
                self.filing(&objected.filing);
                self.draft(objected.draft.as_ref());
            }
            Stage::Effective(effective) => {
                // Publications and copies may be repeated; what is still owed stands among the duties.
                self.text(effective.filing.signed.text.digest);
                self.byte(u8::from(effective.filing.registered.is_some()));
                self.word(&format!("{:?}", effective.effect.basis));
            }
            Stage::Suspended(suspended) => {
                self.word(suspended.proposed_by.name());
                self.stage(&suspended.within);
            }
            Stage::Disputed(disputed) => {
                self.word(disputed.applied_by.name());
                self.byte(u8::from(disputed.accepted_at.is_some()));
                self.byte(u8::from(disputed.extended_days > 0) | u8::from(disputed.is_unasked()) << 1);
                self.stage(&disputed.within);
            }
            Stage::Ended(ended) => self.word(&format!("{:?}", ended.reason)),
        }
    }
}

/// Whether the case is at its end. One in force isn't: a paper may show that its review was not over.
fn over(stage: &Stage) -> bool {
    matches!(stage, Stage::Closed(_) | Stage::Ended(_) | Stage::Rescinded(_))
}

/// Whether the first session is still to come, also where the bureau is asked before it.
fn waits_for_session(stage: &Stage) -> bool {
    match stage {
        Stage::Preparing(_) | Stage::Ready(_) => true,
        Stage::Disputed(disputed) => waits_for_session(&disputed.within),
        Stage::Suspended(suspended) => waits_for_session(&suspended.within),
        Stage::Idle
        | Stage::Offered(_)
        | Stage::AwaitingReply(_)
        | Stage::Refused(_)
        | Stage::Negotiating(..)
        | Stage::Drafted(_)
        | Stage::Congress(_)
        | Stage::Renegotiating(_)
        | Stage::Adopted(_)
        | Stage::Signed(_)
        | Stage::Filed(_)
        | Stage::UnderReview(_)
        | Stage::Objected(_)
        | Stage::Effective(_)
        | Stage::Closed(_)
        | Stage::Ended(_)
        | Stage::Rescinded(_) => false,
    }
}

/// Who sits: a replacement by the name of the one before.
fn seat(member: &Member) -> Cow<'_, str> {
    let id = &member.person.id;
    if id.contains('6') { id.replace('6', "3").into() } else { id.into() }
}

/// Whether a due day is today, tomorrow, later, or over.
fn nearness(duty: &Duty, today: law::Date) -> u8 {
    let due = duty.dates.due.max(duty.opened_on);
    if due < today {
        3
    } else if due == today {
        0
    } else if today.tomorrow().is_ok_and(|tomorrow| tomorrow == due) {
        1
    } else {
        2
    }
}
