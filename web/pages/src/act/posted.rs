//! What was typed into a form: texts by the path of their field.

use std::collections::BTreeMap;

use axum::extract::Multipart;
use axum::extract::multipart::MultipartError;
use messages::Said;

/// Texts by path, such as `employer.legal_rep.name` or `topics.0.title`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Posted(BTreeMap<String, Vec<String>>);

/// A file that came with a form.
#[derive(Clone, Debug)]
pub(crate) struct Upload {
    pub(crate) bytes: Vec<u8>,
    pub(crate) name: String,
    /// Path of its field.
    pub(crate) path: String,
}

/// Most fields of a form; the largest is a whole agreement.
const MAX_FIELDS: usize = 4_000;

/// Most rows under a path.
pub(crate) const MAX_ROWS: usize = 500;

/// Why a form wasn't taken; nothing of it was.
#[derive(Debug)]
pub(crate) enum Unread {
    /// It didn't come whole, or isn't a form.
    Broken(MultipartError),
    /// More fields or rows than any form has: none is left out in silence.
    TooLong,
}

impl Unread {
    /// Why, for people.
    pub(crate) fn said(&self) -> Said {
        match self {
            Self::Broken(error) => Said::new("pages-fault-upload").arg("what", error.body_text()),
            Self::TooLong => Said::new("pages-fault-too-long").arg("fields", MAX_FIELDS).arg("rows", MAX_ROWS),
        }
    }
}

impl From<MultipartError> for Unread {
    fn from(error: MultipartError) -> Self {
        Self::Broken(error)
    }
}

impl Posted {
    /// Takes a form apart. Line ends become `\n`.
    pub(crate) async fn receive(mut form: Multipart) -> Result<(Self, Vec<Upload>), Unread> {
        let (mut posted, mut uploads) = (Self::default(), Vec::new());
        let mut fields = 0;
        while let Some(field) = form.next_field().await? {
            fields += 1;
            let path = field.name().unwrap_or_default().to_owned();
            if fields > MAX_FIELDS || has_row_beyond(&path) {
                return Err(Unread::TooLong);
            }
            match field.file_name().map(str::to_owned) {
                Some(name) => {
                    let bytes = field.bytes().await?.to_vec();
                    if !bytes.is_empty() {
                        uploads.push(Upload { bytes, name, path });
                    }
                }
                None => posted.put(&path, &field.text().await?.replace("\r\n", "\n")),
            }
        }
        Ok((posted, uploads))
    }

    /// Adds a text.
    pub(crate) fn put(&mut self, path: &str, text: &str) {
        self.0.entry(path.to_owned()).or_default().push(text.to_owned());
    }

    /// Puts a text in place of whatever was there.
    pub(crate) fn set(&mut self, path: &str, text: &str) {
        self.0.insert(path.to_owned(), vec![text.to_owned()]);
    }

    /// The text of a path without blanks around it; empty where there is none.
    pub(crate) fn one(&self, path: &str) -> &str {
        self.0.get(path).and_then(|all| all.last()).map_or("", |text| text.trim())
    }

    /// All texts of a path.
    pub(crate) fn all(&self, path: &str) -> &[String] {
        self.0.get(path).map_or(&[], Vec::as_slice)
    }

    /// Number of rows under a path: one more than the highest index.
    pub(crate) fn rows(&self, path: &str) -> usize {
        let prefix = format!("{path}.");
        let index = |key: &String| key.strip_prefix(&prefix)?.split('.').next()?.parse::<usize>().ok();
        self.0.keys().filter_map(index).filter(|index| *index < MAX_ROWS).max().map_or(0, |last| last + 1)
    }

    /// Whether anything but ticks and choices was filled in under a path.
    pub(crate) fn is_blank(&self, path: &str, words: &[&str]) -> bool {
        words.iter().all(|word| self.one(&format!("{path}.{word}")).is_empty())
    }

    /// Everything, to be carried along unseen.
    pub(crate) fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().flat_map(|(path, all)| all.iter().map(move |text| (path.as_str(), text.as_str())))
    }

    /// Takes paths away.
    pub(crate) fn without(mut self, paths: &[&str]) -> Self {
        self.0.retain(|path, _| !paths.contains(&path.as_str()));
        self
    }
}

/// Whether a path leads into a row behind the last that is read.
fn has_row_beyond(path: &str) -> bool {
    path.split('.').filter_map(|part| part.parse::<usize>().ok()).any(|index| index >= MAX_ROWS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_counted_by_their_highest_index() {
        let mut posted = Posted::default();
        posted.put("topics.0.title", "一");
        posted.put("topics.3.demand", "二");
        posted.put("topics.x.demand", "三");
        posted.put("other.9.demand", "四");
        assert_eq!((posted.rows("topics"), posted.rows("none")), (4, 0));
    }

    #[test]
    fn the_last_text_of_a_path_counts_and_blanks_around_it_do_not() {
        let mut posted = Posted::default();
        posted.put("place", "甲");
        posted.put("place", " 乙 ");
        assert_eq!((posted.one("place"), posted.all("place").len()), ("乙", 2));
        posted.put("members.0.name", "丙");
        assert!(!posted.is_blank("members.0", &["name"]) && posted.is_blank("members.1", &["name"]));
    }
}
