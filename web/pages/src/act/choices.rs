//! What there is to choose from in a form: values, people, clauses, what waits.

use super::show::{Choice, Form, choice};

impl Form<'_> {
    /// Capacities of those who can do the act that was chosen.
    pub(super) fn capacities(&self, chosen: &str) -> Vec<Choice> {
        let row = self.ask.inner().and_then(|(command, _)| negotiation::table::find(command));
        let of = |capacity: negotiation::Capacity| Choice {
            label: self.site.text(negotiation::table::capacity_key(capacity)),
            on: capacity.name() == chosen,
            value: capacity.name().to_owned(),
        };
        let fits = |capacity: &negotiation::Capacity| {
            row.is_none_or(|row| row.capacities.is_empty() || row.capacities.contains(capacity))
        };
        accounts::access::PEOPLE.into_iter().filter(fits).map(of).collect()
    }

    /// What waits for whoever confirms.
    pub(super) fn waiting(&self, chosen: &str) -> Vec<Choice> {
        let of = |pending: &super::pending::Pending| Choice {
            label: pending.texts.join(""),
            on: pending.number.to_string() == chosen,
            value: pending.number.to_string(),
        };
        self.ask.waiting().map(of).collect()
    }

    pub(super) fn options(&self, options: &[&str], name: &str, chosen: &str) -> Vec<Choice> {
        let option = |value: &&str| Choice {
            label: choice(self.site, self.ask.command, name, value),
            on: *value == chosen,
            value: (*value).to_owned(),
        };
        options.iter().map(option).collect()
    }

    pub(super) fn everybody(&self, chosen: &[String]) -> Vec<Choice> {
        let known = self.ask.people.0.iter();
        let mut all: Vec<Choice> = known
            .map(|(id, known)| Choice {
                label: match &known.fields.post {
                    Some(post) => format!("{}（{post}）", known.fields.name),
                    None => known.fields.name.clone(),
                },
                on: chosen.contains(id),
                value: id.clone(),
            })
            .collect();
        all.sort_by(|a, b| a.label.cmp(&b.label));
        all
    }

    pub(super) fn seated(&self, chosen: &[String]) -> Vec<Choice> {
        let lists = self.ask.n.into_iter().flat_map(|n| [&n.delegations.worker, &n.delegations.employer]);
        let seats = lists.flatten().flat_map(|list| &list.members).map(|seat| seat.person.id.clone());
        let ids: Vec<String> = seats.collect();
        self.everybody(chosen).into_iter().filter(|choice| ids.contains(&choice.value)).collect()
    }

    pub(super) fn clauses(&self, chosen: &str) -> Vec<Choice> {
        let clauses = self.ask.base().clauses;
        let choice = |clause: negotiation::terms::Clause| Choice {
            label: clause.heading,
            on: clause.id == chosen,
            value: clause.id,
        };
        clauses.into_iter().map(choice).collect()
    }
}
