//! The abstract state: two cases with the same key are one to the model.
//!
//! Left out: words, names, the figures of clauses, instants. Days count only as today, tomorrow or later, and only for
//! duties that are still open. The negotiation is taken apart field by field, so that a new field has to be considered.

use negotiation::command::{DisclosureItem, Member};
use negotiation::state::{Delegation, Draft, Duty, FilingState, Negotiation, Session, Stage};
use negotiation::{Side, Sides};

use crate::property;
use crate::text::Texts;
use crate::world::{Setting, World};

/// The key of a case, 16 bytes of a digest.
pub(crate) fn key(setting: &Setting, world: &World) -> u128 {
    let watch = &world.watch;
    let merges = !watch.is_first_round() && (watch.objections == 0 || world.stage() == "objected");
    let mut out = Key { bytes: Vec::with_capacity(160), merges, texts: &setting.texts };
    out.negotiation(setting, world);
    out.watch(setting, world);
    let digest = ledger::Digest::of("xinxieshang/model/v1\n", &out.bytes);
    let mut first = [0; 16];
    first.copy_from_slice(&digest.as_bytes()[..16]);
    u128::from_be_bytes(first)
}

struct Key<'a> {
    bytes: Vec<u8>,
    /// A mended text is no other than the text before: whether a slip was mended is told apart in the first round, and
    /// where an objection is cured by it.
    merges: bool,
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
        let number = self.texts.number(digest);
        self.byte(if self.merges && number == self.texts.number(self.texts.mended.digest) { 1 } else { number });
    }

    fn negotiation(&mut self, setting: &Setting, world: &World) {
        let Negotiation {
            acceptances,
            breaches: _,
            children,
            corrections,
            coverage: _,
            datasets: _,
            delegations,
            disclosures: _,
            documents: _,
            duties: _,
            header: _,
            meeting_on: _,
            offer_days: _,
            opened_at: _,
            papers,
            pauses: _,
            remedies: _,
            requests,
            sessions,
            slips: _,
            stage,
            suspension: _,
            table,
            text_links: _,
        } = &world.case;
        self.both(acceptances);
        for list in [&delegations.worker, &delegations.employer] {
            self.word("list");
            // Whoever fills a vacancy sits where the one before sat.
            let mut seats: Vec<String> = list.iter().flat_map(Delegation::places).map(|member| seat(&member)).collect();
            seats.sort();
            seats.iter().for_each(|seat| self.word(seat));
        }
        if world.watch.is_first_round() || !setting.bounds.apart {
            self.small(papers.len());
        }
        for paper in papers {
            if !paper.confirmed && matters(&paper.text, stage) {
                self.word(&paper.text);
                self.word(&paper.entered_by.id);
                let ago = world.now.date().since(paper.on).map_or(0, |span| span.get_days());
                self.small(usize::try_from(ago.min(3)).unwrap_or(0));
            }
        }
        for correction in corrections {
            // A correction that stands leaves nothing behind but better facts.
            if !correction.confirmed {
                self.word(&format!("{:?}", std::mem::discriminant(&correction.fact)));
                self.word(&correction.proposed_by.id);
            }
        }
        let talks = !matches!(stage, Stage::Signed(_) | Stage::Filed(_) | Stage::UnderReview(_) | Stage::Effective(_));
        if talks {
            sessions.iter().for_each(|session| self.session(session));
        }
        if sessions.last().is_some_and(|session| session.closed.is_none()) {
            // Positions are put and accepted in a session; between sessions only what was agreed counts.
            let one = |side| u8::from(table.latest(crate::text::CLAUSE, side).is_some());
            self.byte(one(Side::Worker) | one(Side::Employer) << 1);
        }
        // What was agreed binds the next draft; a text that is signed is drafted anew only after an objection.
        let agreed = table.agreed.get(crate::text::CLAUSE).filter(|_| talks);
        self.byte(agreed.and_then(|clause| clause.values.first()).map_or(0, |value| u8::from(value.amount > 400) + 1));
        self.small(requests.len());
        if let Stage::Ended(_) = stage {
            self.byte(u8::from(children.iter().any(|child| !child.ended)));
        }
        self.detour(world);
        self.stage(stage);
        self.disclosures(&world.case);
        self.duties(world);
    }

    /// The second reading, as far as properties ask: under a sound law it follows from the state, under a broken one two
    /// cases that differ here must not be taken for one.
    fn watch(&mut self, setting: &Setting, world: &World) {
        let watch = &world.watch;
        self.bytes.extend([watch.votes, watch.objections]);
        if !matches!(world.case.stage, Stage::Effective(_) | Stage::Ended(_)) {
            self.byte(watch.returns);
            self.bytes.extend(watch.seen.to_be_bytes());
        }
        self.byte(u8::from(watch.missed && world.stage() == "congress"));
        if let Some(vote) = &watch.adopted {
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

    fn session(&mut self, session: &Session) {
        self.word("session");
        self.byte(u8::from(session.closed.is_some()));
        self.both(&session.confirmed);
    }

    /// What the first session waits for; afterwards it no longer matters.
    fn disclosures(&mut self, case: &Negotiation) {
        if let Stage::Preparing(_) | Stage::Ready(_) = case.stage {
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

    fn duties(&mut self, world: &World) {
        let today = world.now.date();
        let mut open: Vec<(String, u8)> = world
            .pending()
            .map(|duty| (format!("{} {}", duty.rule, duty.owner.name()), nearness(duty, today)))
            .collect();
        open.sort();
        for (name, near) in open {
            self.word(&name);
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
            Stage::Idle | Stage::Closed(_) | Stage::Rescinded(_) => {}
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
                self.word(&format!("{:?}", congress.route));
            }
            Stage::Adopted(adopted) => {
                self.text(adopted.text.digest);
                self.both(&adopted.signatures);
            }
            Stage::Signed(signed) => self.text(signed.text.digest),
            Stage::Filed(filing) | Stage::UnderReview(filing) => self.filing(filing),
            Stage::Objected(objected) => {
                self.text(objected.filing.signed.text.digest);
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

/// Whether a paper that waits for its second person can still count: the case is where the act belongs.
fn matters(act: &str, stage: &Stage) -> bool {
    let is = |name: &str| act.starts_with(&format!("{{\"name\":\"{name}\""));
    match stage {
        Stage::AwaitingReply(_) | Stage::Refused(_) => is("reply"),
        Stage::Adopted(_) => is("sign"),
        Stage::Signed(_) => is("file"),
        Stage::Filed(_) | Stage::UnderReview(_) | Stage::Effective(_) => is("object"),
        Stage::Idle
        | Stage::Offered(_)
        | Stage::Preparing(_)
        | Stage::Ready(_)
        | Stage::Negotiating(..)
        | Stage::Drafted(_)
        | Stage::Congress(_)
        | Stage::Renegotiating(_)
        | Stage::Objected(_)
        | Stage::Suspended(_)
        | Stage::Disputed(_)
        | Stage::Closed(_)
        | Stage::Ended(_)
        | Stage::Rescinded(_) => false,
    }
}

/// Who sits: a replacement by the name of the one before.
fn seat(member: &Member) -> String {
    member.person.id.replace('6', "3")
}

/// Whether a due day is today, tomorrow or later.
fn nearness(duty: &Duty, today: law::Date) -> u8 {
    let due = duty.dates.due.max(duty.opened_on);
    if due <= today {
        0
    } else if today.tomorrow().is_ok_and(|tomorrow| tomorrow == due) {
        1
    } else {
        2
    }
}
