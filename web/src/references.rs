//! Rules, data sets and templates as rows of the store: whatever a record names by its hash is kept beside it.

use law::rules::Profile;
use negotiation::LawBook;
use store::{Chore, Dataset, Ruleset, Template};

/// The current edition of every profile of a law book, its current data sets, and the templates of papers. Keeping them
/// again changes nothing.
#[must_use]
pub fn chores(book: &LawBook, loaded_by: &str, confirmed_by: &str) -> Vec<Chore> {
    let profiles = [Profile::Cn, Profile::Zj, Profile::Hz, Profile::Nb];
    let editions = profiles.into_iter().filter_map(|profile| book.current_rules(profile));
    let mut chores: Vec<Chore> = editions.map(|(_, rules)| Chore::Ruleset(Ruleset { json: rules.to_json() })).collect();
    let files = book.current_data().into_iter().flat_map(|(_, data)| data.files());
    chores.extend(files.map(|(kind, _, bytes)| {
        Chore::Dataset(Dataset {
            confirmed_by: confirmed_by.to_owned(),
            json: bytes.to_vec(),
            kind: kind.word().to_owned(),
            loaded_by: loaded_by.to_owned(),
        })
    }));
    let kept = |template: documents::Template| Template { bytes: template.bytes, name: template.name.to_owned() };
    chores.extend(documents::templates().map(|template| Chore::Template(kept(template))));
    chores
}
