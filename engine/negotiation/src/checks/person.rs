//! What is checked of a person before a record can name one. The number itself never enters a record, so no decision sees
//! it: whoever takes a person's particulars asks here first.

use law::identity;

use crate::refusal::Refusal;

/// Checks a resident identity number (GB 11643). The refusal doesn't repeat the number.
///
/// # Errors
/// `CHK-IDNO`, where length, characters, region, day of birth or check character don't fit.
pub fn id_no(text: &str) -> Result<(), Refusal> {
    let length = text.chars().count();
    let refused = |_| Refusal::new("CHK-IDNO", "chk-idno", &[]).with("length", length);
    identity::check_resident_id(text).map(|_| ()).map_err(refused)
}
