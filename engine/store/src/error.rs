//! What can go wrong in the store itself; what the law refuses is [`crate::SubmitError::Refused`].

use ledger::Digest;
use ledger::canonical::CanonicalError;
use messages::Said;

/// Why the store could not do as asked.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The database failed or refused.
    #[error("database: {0}")]
    Database(#[from] sqlx::Error),
    /// The tables could not be brought up to date.
    #[error("migrations: {0}")]
    Migration(#[from] sqlx::migrate::MigrateError),
    /// A value has no canonical form.
    #[error("canonical form: {0}")]
    Canonical(#[from] CanonicalError),
    /// A stored value is not what this column holds.
    #[error("{column}: {found}")]
    Value {
        /// Table and column.
        column: &'static str,
        /// What was found, in words.
        found: String,
    },
    /// A box is sealed under another key than ours, or can't be sealed.
    #[error("{column} is sealed under another key")]
    BoxSealed {
        /// Table and column.
        column: &'static str,
    },
    /// A record names something that isn't stored.
    #[error("{table} has no row {hash}")]
    Missing {
        /// The table.
        table: &'static str,
        /// The hash that the record names.
        hash: Digest,
    },
    /// A row with this key is there already.
    #[error("{table} has a row with this key")]
    Exists {
        /// The table.
        table: &'static str,
    },
    /// The person who loaded a data set also confirmed it.
    #[error("a data set is loaded by one person and confirmed by another")]
    OnePerson,
    /// There is no such account.
    #[error("there is no such account")]
    NoAccount,
    /// The account stands on the other side of the same employer already.
    #[error("the account stands on the other side of {employer} already")]
    BothSides {
        /// The employer's unified social credit code, or the case where it isn't known.
        employer: String,
    },
    /// Another account with the same phone stands on the other side of the same employer.
    #[error("an account with the same phone stands on the other side of {employer} already")]
    PhoneOnBothSides {
        /// The employer's unified social credit code, or the case where it isn't known.
        employer: String,
    },
    /// The tables of the database are older than this program.
    #[error("the tables are {behind} migrations behind")]
    Behind {
        /// How many migrations are missing.
        behind: usize,
    },
    /// A store that is to be filled isn't empty.
    #[error("{table} isn't empty")]
    NotEmpty {
        /// The first table with rows.
        table: &'static str,
    },
    /// The database can't be reached. Whether the last act was recorded isn't known; asking again with the same act tells.
    #[error("the database can't be reached")]
    Unreachable,
    /// A head moved between reading and writing: another process was faster. The writer tries again by itself.
    #[error("the head of a case moved")]
    HeadMoved,
    /// The deciding code panicked; a fault of the program.
    #[error("deciding panicked")]
    Panicked,
    /// The writer has stopped; nothing more is accepted.
    #[error("the writer has stopped")]
    Stopped,
}

impl StoreError {
    /// Whether the same thing may succeed when it is tried again at once.
    pub(crate) fn is_transient(&self) -> bool {
        match self {
            Self::HeadMoved => true,
            Self::Database(error) => crate::postgres::is_transient(error),
            Self::Migration(_)
            | Self::Canonical(_)
            | Self::Value { .. }
            | Self::BoxSealed { .. }
            | Self::Missing { .. }
            | Self::Exists { .. }
            | Self::OnePerson
            | Self::NoAccount
            | Self::BothSides { .. }
            | Self::PhoneOnBothSides { .. }
            | Self::Behind { .. }
            | Self::NotEmpty { .. }
            | Self::Unreachable
            | Self::Panicked
            | Self::Stopped => false,
        }
    }

    /// Whether the connection is gone, or leads to a server that no longer writes.
    pub(crate) fn is_gone(&self) -> bool {
        matches!(self, Self::Database(error) if crate::postgres::is_gone(error))
    }

    /// The error for people.
    #[must_use]
    pub fn said(&self) -> Said {
        match self {
            Self::Database(error) if is_of_the_disk(error) => Said::new("store-disk").arg("what", error),
            Self::Database(error) => Said::new("store-database").arg("what", error),
            Self::Migration(error) => Said::new("store-migration").arg("what", error),
            Self::Canonical(error) => Said::new("store-canonical").arg("what", error),
            Self::Value { column, found } => Said::new("store-value").arg("column", column).arg("found", found),
            Self::BoxSealed { column } => Said::new("store-box-sealed").arg("column", column),
            Self::Missing { table, hash } => Said::new("store-missing").arg("table", table).arg("hash", hash),
            Self::Exists { table } => Said::new("store-exists").arg("table", table),
            Self::OnePerson => Said::new("store-one-person"),
            Self::NoAccount => Said::new("store-no-account"),
            Self::BothSides { employer } => Said::new("store-both-sides").arg("employer", employer),
            Self::PhoneOnBothSides { employer } => Said::new("store-phone-both-sides").arg("employer", employer),
            Self::Behind { behind } => Said::new("store-behind").arg("behind", behind),
            Self::NotEmpty { table } => Said::new("store-not-empty").arg("table", table),
            Self::Unreachable => Said::new("store-unreachable"),
            Self::HeadMoved => Said::new("store-busy"),
            Self::Panicked => Said::new("store-panicked"),
            Self::Stopped => Said::new("store-stopped"),
        }
    }
}

/// Whether the disk under the database is full, can't be written, or fails. SQLite's codes are numbers whose last byte is
/// the kind (8 read-only, 10 input and output, 13 full); PostgreSQL's have five signs.
fn is_of_the_disk(error: &sqlx::Error) -> bool {
    let sqlx::Error::Database(error) = error else { return false };
    let Some(code) = error.code() else { return false };
    let number = code.parse::<u32>().ok().filter(|_| code.len() < 5);
    number.is_some_and(|number| [8, 10, 13].contains(&(number & 0xff))) || ["53100", "58030"].contains(&&*code)
}

#[cfg(test)]
mod tests {
    use messages::Catalogue;

    #[test]
    fn every_error_has_its_sentence() {
        let catalogue = Catalogue::new(&[crate::MESSAGES]).unwrap();
        for source in [include_str!("error.rs"), include_str!("receipt.rs")] {
            let keys = source.split("Said::new(\"").skip(1).filter_map(|rest| rest.split('"').next());
            for key in keys.filter(|key| key.starts_with("store-")) {
                assert!(catalogue.has(key), "{key}");
            }
        }
    }
}
