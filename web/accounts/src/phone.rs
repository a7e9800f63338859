//! Mobile phones: how they are written, and where an account is reached.

use messages::Said;
use store::{Chore, Hidden, PeopleChore};
use uuid::Uuid;

use crate::{AccountError, Accounts, PeopleError};

/// A mobile phone of the mainland as its eleven digits, however it was typed.
///
/// # Errors
/// It is none.
pub fn phone(text: &str) -> Result<String, Said> {
    let plain = |c: char| match c {
        '０'..='９' => char::from_u32(u32::from(c) - u32::from('０') + u32::from('0')),
        ' ' | '-' | '　' | '(' | ')' => None,
        other => Some(other),
    };
    let digits: String = text.trim().chars().filter_map(plain).collect();
    let digits = digits.strip_prefix("+86").unwrap_or(&digits);
    let fits = digits.len() == 11
        && digits.bytes().all(|byte| byte.is_ascii_digit())
        && digits.starts_with('1')
        && !matches!(digits.as_bytes().get(1), Some(b'0'..=b'2'));
    if fits { Ok(digits.to_owned()) } else { Err(Said::new("accounts-phone").arg("found", text.trim())) }
}

/// A phone as others may see it: `138****0000`.
#[must_use]
pub fn masked(phone: &str) -> String {
    match (phone.get(..3), phone.get(7..)) {
        (Some(start), Some(end)) if phone.len() == 11 => format!("{start}****{end}"),
        _ => String::new(),
    }
}

/// A name as others may see it: `张*三`, `李*`.
#[must_use]
pub fn half_name(name: &str) -> String {
    let signs: Vec<char> = name.chars().collect();
    match signs.as_slice() {
        [] => String::new(),
        [only] => only.to_string(),
        [first, _] => format!("{first}*"),
        [first, .., last] => format!("{first}*{last}"),
    }
}

impl Accounts {
    /// Sets where an account is reached. Nobody's phone is on both sides of one employer.
    ///
    /// # Errors
    /// It is no phone; it is that of somebody on the other side; there is no such account; the database.
    pub async fn set_phone(&self, account: Uuid, text: &str) -> Result<(), PeopleError> {
        let phone = phone(text).map_err(|said| PeopleError::Faults(vec![crate::Fault::new("phone", said)]))?;
        let set = PeopleChore::SetPhone { account, phone: Hidden(phone), at: self.now() };
        self.people(set).await?;
        Ok(())
    }

    /// Where an account is reached; `None` where it isn't known.
    ///
    /// # Errors
    /// The database.
    pub async fn phone_of(&self, account: Uuid) -> Result<Option<String>, AccountError> {
        Ok(self.store().phone(account).await?.map(|phone| phone.0))
    }

    pub(crate) async fn people(&self, chore: PeopleChore) -> Result<bool, AccountError> {
        Ok(self.desk().chore(Chore::People(chore)).await?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phone_is_known_however_it_is_typed() {
        for text in ["13800000000", " 138 0000 0000 ", "+86 138-0000-0000", "１３８００００００００"] {
            assert_eq!(phone(text).as_deref(), Ok("13800000000"), "{text}");
        }
        for text in ["", "1380000000", "138000000000", "12800000000", "057188888888", "1380000000a", "=13800000000"] {
            assert!(phone(text).is_err(), "{text}");
        }
    }

    #[test]
    fn others_see_half_of_it() {
        assert_eq!((masked("13812345678").as_str(), masked("138").as_str()), ("138****5678", ""));
        assert_eq!((half_name("李一").as_str(), half_name("欧阳知秋").as_str()), ("李*", "欧*秋"));
    }
}
