//! The parts of an agreement that are rows: clauses of one's own, posts, awards.

use super::super::spec::{Field, Kind, may, need};

/// Rows of a whole agreement.
pub(crate) const PARTS: &[Field] =
    &[may("added", Kind::Rows(CLAUSE, 1)), may("posts", Kind::Rows(POST, 1)), may("awards", Kind::Rows(AWARD, 1))];

/// The new eight grades, low to high, as the text names them.
pub(crate) const GRADES: [&str; 8] = [
    "apprentice",
    "junior",
    "intermediate",
    "senior",
    "technician",
    "senior_technician",
    "special_technician",
    "chief_technician",
];

/// Chapters in printed order, as the text names them.
const CHAPTERS: &[&str] = &[
    "general",
    "labour_quota",
    "wage_standard",
    "platform_rules",
    "skill_grade_pay",
    "payment",
    "overtime_allowances_bonus",
    "adjustment",
    "leave_and_special",
    "insurance",
    "awards",
    "change_and_end",
    "supervision_and_liability",
    "final",
];

const CLAUSE: &[Field] =
    &[need("chapter", Kind::Choice(CHAPTERS)), need("heading", Kind::Line), need("own_words", Kind::Text)];

const POST: &[Field] = &[
    need("post_name", Kind::Line),
    may("average_before", Kind::Yuan),
    may("average_after", Kind::Yuan),
    may("grades", Kind::Grades),
    may("drop", Kind::Tick),
];

const AWARD: &[Field] = &[
    need("award_trigger", Kind::Line),
    need("category", Kind::Choice(&["skill", "education", "innovation", "honour", "contest", "mentoring"])),
    need("award_pay", Kind::Choice(&["fixed", "range", "rate"])),
    may("award_low", Kind::Yuan),
    may("award_high", Kind::Yuan),
    may("award_rate", Kind::Percent),
    need("award_payment", Kind::Line),
    may("drop", Kind::Tick),
];

#[cfg(test)]
mod tests {
    use negotiation::terms::{Chapter, Grade};
    use serde_json::json;

    use super::*;

    #[test]
    fn every_chapter_and_grade_is_there_in_its_order() {
        let named: Vec<_> = Chapter::ALL.iter().map(|chapter| json!(chapter)).collect();
        assert_eq!(named, CHAPTERS);
        let grades: Vec<Grade> = GRADES.iter().map(|name| serde_json::from_value(json!(name)).unwrap()).collect();
        assert!(grades.windows(2).all(|pair| pair[0] < pair[1]));
    }
}
