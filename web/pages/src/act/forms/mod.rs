//! The forms of all commands, by section of the statute. A command without a form isn't offered on pages.

mod bargaining;
mod bureau;
mod later;
mod opening;
mod people;
mod remedies;

use negotiation::command::ChildKind;

use super::spec::Field;

/// The fields of a command's form; `None` where the command has no form.
pub(crate) fn fields(command: &str) -> Option<&'static [Field]> {
    let all = [opening::FORMS, people::FORMS, bargaining::FORMS, bureau::FORMS, remedies::FORMS, later::FORMS];
    all.iter().copied().flatten().find(|(name, _)| *name == command).map(|(_, fields)| *fields)
}

/// The fields that open a case: by itself, or one that hangs on one in force.
pub(crate) fn opening(kind: Option<ChildKind>) -> Option<&'static [Field]> {
    kind.map_or_else(|| fields("open_case"), |kind| Some(opening::hanging(kind)))
}

/// Forms of one section: name of the command, its fields.
type Forms = &'static [(&'static str, &'static [Field])];
