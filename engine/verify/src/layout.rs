//! Which members a bundle may have, by name.

use crate::Hash;

pub(crate) const MANIFEST: &str = "manifest.json";
pub(crate) const README: &str = "README.txt";
pub(crate) const RECORDS: &str = "records.jsonl";
pub(crate) const PERSONS: &str = "persons.json";
const FONTS: &str = "templates/fonts.json";

/// What a member is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind<'a> {
    Readme,
    Records,
    Persons,
    Fonts,
    /// Named by rules hash.
    Rules(Hash),
    /// Named by data-set hash.
    DataSet(Hash),
    /// Named by plain SHA-256.
    Template(Hash),
    /// Named by plain SHA-256.
    Attachment(Hash),
    /// Named by ballot hash.
    Ballot(Hash),
    /// Named by roll hash.
    Roll(Hash),
    /// Named by document number.
    Pdf(&'a str),
    /// Named by document number.
    DocumentData(&'a str),
}

impl<'a> Kind<'a> {
    /// What a name stands for; `None` for the manifest and for names that this version doesn't know.
    pub(crate) fn of(name: &'a str) -> Option<Self> {
        match name {
            README => return Some(Self::Readme),
            RECORDS => return Some(Self::Records),
            PERSONS => return Some(Self::Persons),
            FONTS => return Some(Self::Fonts),
            _ => {}
        }
        let (folder, file) = name.split_once('/')?;
        let hash = |extension| Hash::parse(file.strip_suffix(extension)?);
        match folder {
            "rules" => hash(".json").map(Self::Rules),
            "datasets" => hash(".json").map(Self::DataSet),
            "templates" => hash(".typ").map(Self::Template),
            "ballots" => hash(".json").map(Self::Ballot),
            "rolls" => hash(".json").map(Self::Roll),
            "attachments" => Hash::parse(file).map(Self::Attachment),
            "documents" => match file.rsplit_once('.')? {
                (number, "pdf") => Some(Self::Pdf(number)),
                (number, "json") => Some(Self::DocumentData(number)),
                _ => None,
            },
            _ => None,
        }
    }

    /// Whether a member of this kind may be withheld or erased.
    pub(crate) fn may_be_absent(self) -> bool {
        match self {
            Self::Persons | Self::Attachment(_) | Self::Pdf(_) | Self::DocumentData(_) => true,
            Self::Readme
            | Self::Records
            | Self::Fonts
            | Self::Rules(_)
            | Self::DataSet(_)
            | Self::Template(_)
            | Self::Ballot(_)
            | Self::Roll(_) => false,
        }
    }
}
