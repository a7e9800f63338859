//! From rows to people: which column is which, what is wrong in which cell, who is there twice.

use std::collections::BTreeMap;

use law::text::check_text;
use messages::Said;
use serde::{Deserialize, Serialize};
use store::RosterPerson;

use super::table::Row;
use crate::phone::phone;

/// What a list may say of a person: heading that we give, and others that mean the same.
const COLUMNS: [(&str, &[&str]); 7] = [
    ("姓名", &["名字", "职工姓名"]),
    ("手机", &["手机号", "手机号码", "电话", "联系电话", "联系方式"]),
    ("工号", &["编号", "员工编号", "职工编号"]),
    ("岗位", &["职务", "工种", "岗位/职务"]),
    ("选区", &["选举单位", "车间", "部门", "所在部门", "车间/部门"]),
    ("性别", &[]),
    ("职工代表", &["是否职工代表", "职代会代表"]),
];

/// Headings of a new list, in their order.
pub(super) const HEADINGS: [&str; 7] = {
    let mut headings = [""; 7];
    let mut i = 0;
    while i < headings.len() {
        headings[i] = COLUMNS[i].0;
        i += 1;
    }
    headings
};

/// Characters of a cell at most.
const CELL: usize = 60;

/// Somebody in a list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listed {
    /// Name.
    pub name: String,
    /// Mobile phone, or empty.
    pub phone: String,
    /// Number within the firm, or empty.
    pub number: String,
    /// Post.
    pub post: String,
    /// Constituency.
    pub constituency: String,
    /// `female`, `male` or empty.
    pub sex: String,
    /// A delegate to the workers' congress.
    pub delegate: bool,
}

/// What is wrong in a cell.
#[derive(Clone, Debug, PartialEq)]
pub struct CellFault {
    /// Number of the row, as the spreadsheet shows it.
    pub row: u32,
    /// Letters of the column.
    pub column: String,
    /// Its heading.
    pub heading: String,
    /// What is wrong, and how to mend it.
    pub said: Said,
}

/// A list as it was understood.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Checked {
    /// Who is new.
    pub new: Vec<Listed>,
    /// Rows whose person is on the roster already: left out.
    pub known: Vec<(u32, String)>,
    /// Everything that is wrong.
    pub faults: Vec<CellFault>,
    /// Headings of columns that aren't used.
    pub unused: Vec<String>,
}

/// Who is there: phones, and names with what tells two of one name apart, each with its row.
#[derive(Default)]
pub(super) struct Known {
    names: BTreeMap<(String, String), u32>,
    phones: BTreeMap<String, u32>,
}

impl Known {
    pub(super) fn of(persons: &[RosterPerson]) -> Self {
        let mut known = Self::default();
        for person in persons {
            known.names.insert((person.name.0.clone(), person.number.clone()), 0);
            if !person.phone.0.is_empty() {
                known.names.insert((person.name.0.clone(), person.phone.0.clone()), 0);
            }
        }
        known
    }

    /// Whether somebody of a list is known: by name and phone, by name and number, or by name where there is neither.
    pub(super) fn has(&self, listed: &Listed) -> bool {
        let by = |mark: &String| self.names.contains_key(&(listed.name.clone(), mark.clone()));
        let by_phone = !listed.phone.is_empty() && by(&listed.phone);
        by_phone || ((!listed.number.is_empty() || listed.phone.is_empty()) && by(&listed.number))
    }
}

/// Reads rows as people. The first row is the headings.
pub(super) fn check(rows: &[Row], known: &Known) -> Result<Checked, Said> {
    let Some(((_, headings), rows)) = rows.split_first() else {
        return Err(Said::new("accounts-roster-empty"));
    };
    let (places, unused) = places(headings)?;
    if rows.is_empty() {
        return Err(Said::new("accounts-roster-empty"));
    }
    let mut checked = Checked { unused, ..Checked::default() };
    let mut own = Known::default();
    for (row, cells) in rows {
        let mut reader = Reading { cells, faults: &mut checked.faults, places: &places, row: *row };
        let Some(listed) = reader.person(&mut own, known) else { continue };
        if known.has(&listed) {
            checked.known.push((*row, listed.name));
        } else {
            checked.new.push(listed);
        }
    }
    Ok(checked)
}

/// Where each of our columns stands; which of theirs stay unused.
fn places(headings: &[String]) -> Result<([Option<usize>; 7], Vec<String>), Said> {
    let mut places = [None; 7];
    let mut unused = Vec::new();
    for (index, heading) in headings.iter().enumerate().filter(|(_, heading)| !heading.is_empty()) {
        let plain: String = heading.chars().filter(|c| !c.is_whitespace() && !matches!(c, '*' | '（' | '）')).collect();
        let which = COLUMNS.iter().position(|(name, others)| *name == plain || others.contains(&plain.as_str()));
        match which.and_then(|which| places.get_mut(which)) {
            Some(Some(_)) => return Err(Said::new("accounts-roster-heading-twice").arg("heading", heading)),
            Some(place) => *place = Some(index),
            None => unused.push(heading.chars().take(CELL).collect()),
        }
    }
    if places[0].is_none() {
        return Err(Said::new("accounts-roster-no-name"));
    }
    Ok((places, unused))
}

/// One row being read.
struct Reading<'a> {
    cells: &'a [String],
    faults: &'a mut Vec<CellFault>,
    places: &'a [Option<usize>; 7],
    row: u32,
}

impl Reading<'_> {
    fn person(&mut self, own: &mut Known, known: &Known) -> Option<Listed> {
        let before = self.faults.len();
        let listed = Listed {
            name: self.cell(0),
            phone: self.phone(),
            number: self.cell(2),
            post: self.cell(3),
            constituency: self.cell(4),
            sex: self.one_of(5, "accounts-roster-sex", &[("女", "female"), ("男", "male")]),
            delegate: self.one_of(
                6,
                "accounts-roster-delegate",
                &[("是", "x"), ("√", "x"), ("1", "x"), ("代表", "x"), ("否", ""), ("0", "")],
            ) == "x",
        };
        if listed.name.is_empty() && self.faults.len() == before {
            self.wrong(0, Said::new("accounts-roster-name"));
        }
        if self.faults.len() == before && !known.has(&listed) {
            self.twice(&listed, own);
        }
        (self.faults.len() == before).then_some(listed)
    }

    /// Finds who stands in the list twice.
    fn twice(&mut self, listed: &Listed, own: &mut Known) {
        if !listed.phone.is_empty()
            && let Some(first) = own.phones.insert(listed.phone.clone(), self.row)
        {
            self.wrong(1, Said::new("accounts-roster-phone-twice").arg("row", first));
        }
        // Two of one name are told apart by number or phone.
        let told_by = if listed.number.is_empty() { listed.phone.clone() } else { listed.number.clone() };
        if let Some(first) = own.names.insert((listed.name.clone(), told_by), self.row) {
            self.wrong(0, Said::new("accounts-roster-name-twice").arg("row", first));
        }
    }

    fn raw(&self, which: usize) -> &str {
        let place = self.places.get(which).copied().flatten();
        let text = place.and_then(|place| self.cells.get(place)).map_or("", String::as_str);
        if matches!(text, "-" | "—" | "/" | "无") { "" } else { text }
    }

    /// A text that is no formula and has nothing invisible in it.
    fn cell(&mut self, which: usize) -> String {
        let text = self.raw(which).to_owned();
        if text.starts_with(['=', '+', '-', '@', '#', '＝', '＋', '－', '＠']) {
            let shown: String = text.chars().take(20).collect();
            self.wrong(which, Said::new("accounts-roster-formula").arg("found", shown));
        } else if let Err(error) = check_text(&text, CELL) {
            self.wrong(which, error.said());
        }
        text
    }

    fn phone(&mut self) -> String {
        let text = self.raw(1).to_owned();
        if text.is_empty() {
            return text;
        }
        match phone(&text) {
            Ok(phone) => phone,
            Err(said) => {
                self.wrong(1, said);
                String::new()
            }
        }
    }

    fn one_of(&mut self, which: usize, key: &'static str, words: &[(&str, &str)]) -> String {
        let text = self.raw(which).to_owned();
        if text.is_empty() {
            return text;
        }
        if let Some((_, meaning)) = words.iter().find(|(word, _)| *word == text) {
            return (*meaning).to_owned();
        }
        let shown: String = text.chars().take(20).collect();
        self.wrong(which, Said::new(key).arg("found", shown));
        String::new()
    }

    fn wrong(&mut self, which: usize, said: Said) {
        let place = self.places.get(which).copied().flatten().unwrap_or(0);
        let heading = HEADINGS.get(which).copied().unwrap_or_default().to_owned();
        self.faults.push(CellFault { row: self.row, column: letters(place), heading, said });
    }
}

/// `A`, `B`, … `Z`, `AA`: a column as spreadsheets name it.
fn letters(index: usize) -> String {
    let letter = |n: usize| char::from(b'A' + u8::try_from(n % 26).unwrap_or(0));
    if index < 26 { letter(index).to_string() } else { format!("{}{}", letter(index / 26 - 1), letter(index)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(lines: &[&[&str]]) -> Vec<Row> {
        (1..).zip(lines.iter().map(|line| line.iter().map(|cell| (*cell).to_owned()).collect())).collect()
    }

    fn faults(lines: &[&[&str]]) -> Vec<(u32, String, String)> {
        let checked = check(&rows(lines), &Known::default()).unwrap();
        checked.faults.into_iter().map(|fault| (fault.row, fault.column, fault.said.key.to_string())).collect()
    }

    #[test]
    fn every_fault_is_named_by_row_and_column() {
        let found = faults(&[
            &["部门", "姓名", "手机号码", "性别", "是否职工代表"],
            &["一车间", "李一", "13800000001", "女", "是"],
            &["一车间", "", "13800000002", "女", ""],
            &["=1+1", "王二", "1380000000", "不详", "也许"],
            &["二车间", "赵三", "13800000001", "男", "否"],
            &["二车间", "@SUM(A1)", "", "", ""],
            &["二车间", "孙\u{202e}四", "", "", ""],
        ]);
        let expected = [
            (3, "B", "accounts-roster-name"),
            (4, "C", "accounts-phone"),
            (4, "A", "accounts-roster-formula"),
            (4, "D", "accounts-roster-sex"),
            (4, "E", "accounts-roster-delegate"),
            (5, "C", "accounts-roster-phone-twice"),
            (6, "B", "accounts-roster-formula"),
            (7, "B", "law-text-invisible"),
        ];
        let expected: Vec<(u32, String, String)> =
            expected.iter().map(|(row, column, key)| (*row, (*column).to_owned(), (*key).to_owned())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn two_of_one_name_are_told_apart_and_who_is_known_is_left_out() {
        let lines: &[&[&str]] =
            &[&["姓名", "工号", "籍贯"], &["李一", "7", "甲"], &["李一", "8", "乙"], &["李一", "8", "丙"]];
        assert_eq!(faults(lines), [(4, "A".to_owned(), "accounts-roster-name-twice".to_owned())]);
        let mut known = Known::default();
        known.names.insert(("李一".to_owned(), "7".to_owned()), 0);
        let checked = check(&rows(&lines[..3]), &known).unwrap();
        assert_eq!((checked.new.len(), checked.known.as_slice()), (1, &[(2, "李一".to_owned())][..]));
        assert_eq!(checked.unused, ["籍贯"]);
    }

    #[test]
    fn a_list_without_names_is_none() {
        let key = |lines: &[&[&str]]| check(&rows(lines), &Known::default()).unwrap_err().key.to_string();
        assert_eq!(key(&[&["手机"], &["13800000001"]]), "accounts-roster-no-name");
        assert_eq!(key(&[&["姓名"]]), "accounts-roster-empty");
        assert_eq!(key(&[]), "accounts-roster-empty");
        assert_eq!(key(&[&["姓名", "名字"], &["李一", "李一"]]), "accounts-roster-heading-twice");
    }

    #[test]
    fn columns_are_named_as_spreadsheets_do() {
        assert_eq!([0, 25, 26, 27, 52].map(letters), ["A", "Z", "AA", "AB", "BA"]);
    }
}
