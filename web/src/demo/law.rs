//! One law book for all cases of a demonstration: their made-up regions and figures beside those of the program.

use law::dataset::{DataSets, DatasetError};
use law::rules::Profile;
use negotiation::LawBook;
use serde_json::Value;

use super::{DemoError, Seed};

/// The shipped rules with the data sets of all scenarios.
pub(super) fn book(seeds: &[Seed]) -> Result<LawBook, DemoError> {
    let mut all = DataSets::builtin()?;
    for seed in seeds {
        all = joined(all, &seed.scenario.data)?;
    }
    Ok(LawBook::new([Profile::Cn, Profile::Zj, Profile::Hz, Profile::Nb], all)?)
}

/// Data sets with the rows of others that they don't have.
fn joined(mut all: DataSets, more: &DataSets) -> Result<DataSets, DatasetError> {
    for (kind, hash, bytes) in more.files() {
        let own = all.files().into_iter().find(|(known, own, _)| *known == kind && *own != hash);
        let Some((_, _, own)) = own else { continue };
        let (mut file, further): (Value, Value) = (read(own), read(bytes));
        if let (Some(rows), Some(further)) = (rows(&mut file), further["rows"].as_array()) {
            for row in further {
                if !rows.contains(row) {
                    rows.push(row.clone());
                }
            }
        }
        all = all.with_file(file.to_string().as_bytes())?;
    }
    Ok(all)
}

fn rows(file: &mut Value) -> Option<&mut Vec<Value>> {
    file.get_mut("rows")?.as_array_mut()
}

/// The bytes of a data set are JSON of our own making.
fn read(bytes: &[u8]) -> Value {
    serde_json::from_slice(bytes).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::super::scenarios;
    use super::*;

    #[test]
    fn every_case_finds_its_own_region_and_figures() {
        let seeds = scenarios().unwrap();
        let book = book(&seeds).unwrap();
        let (_, all) = book.current_data().unwrap();
        for seed in &seeds {
            let code = &seed.scenario.header.region;
            assert!(all.region(code).is_some_and(|region| region.fictional), "{}", seed.key);
            assert_eq!(all.region(code), seed.scenario.data.region(code), "{}", seed.key);
            let on = super::super::start().date();
            assert_eq!(all.min_wage(code, on).value(), seed.scenario.data.min_wage(code, on).value(), "{}", seed.key);
        }
    }
}
