//! Where a store is: a file, or a PostgreSQL database.

use std::fmt::{self, Display};
use std::path::{Path, PathBuf};
use std::str::FromStr;

use sqlx::postgres::PgConnectOptions;

use crate::StoreError;

/// Where a store is.
#[derive(Clone, Debug)]
pub enum Place {
    /// A database file of the embedded SQLite.
    File(PathBuf),
    /// A database of a PostgreSQL server.
    Server(Box<PgConnectOptions>),
}

impl From<&Path> for Place {
    fn from(path: &Path) -> Self {
        Self::File(path.to_owned())
    }
}

impl FromStr for Place {
    type Err = StoreError;

    /// `postgres://…` (or `postgresql://…`) is a server; anything else is a file, with or without `sqlite:` before it.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            return Ok(Self::Server(Box::new(text.parse()?)));
        }
        let path = text.strip_prefix("sqlite://").or_else(|| text.strip_prefix("sqlite:")).unwrap_or(text);
        Ok(Self::File(PathBuf::from(path)))
    }
}

/// For people and logs: never the password.
impl Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path) => write!(f, "sqlite:{}", path.display()),
            Self::Server(options) => {
                let database = options.get_database().unwrap_or_else(|| options.get_username());
                write!(f, "postgres://{}:{}/{database}", options.get_host(), options.get_port())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_read_and_told_without_its_password() {
        let told = |text: &str| text.parse::<Place>().unwrap().to_string();
        assert_eq!(told("postgres://me:secret@db.example:5433/wages"), "postgres://db.example:5433/wages");
        assert_eq!(told("sqlite:///var/lib/a.sqlite"), "sqlite:/var/lib/a.sqlite");
        assert_eq!(told("a.sqlite"), "sqlite:a.sqlite");
        assert!("postgres://[".parse::<Place>().is_err());
    }
}
