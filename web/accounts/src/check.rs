//! What an account may be like: its login, name and password, and what it may stand for.

use law::identity::check_uscc;
use law::text::check_text;
use negotiation::{Capacity, Side};
use store::Scope;

use crate::AccountError;

/// Characters of a password at least.
pub(crate) const SHORTEST: usize = 8;
/// Characters of a password at most.
pub(crate) const LONGEST: usize = 128;
/// Characters of a name at most.
const NAME: usize = 50;

/// A login as it is compared: without space around it, in lower case.
pub(crate) fn fold(login: &str) -> String {
    login.trim().to_lowercase()
}

/// A folded login.
pub(crate) fn login(text: &str) -> Result<String, AccountError> {
    let folded = fold(text);
    let fits = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '-' | '@');
    if (2..=64).contains(&folded.chars().count()) && folded.chars().all(fits) {
        Ok(folded)
    } else {
        Err(AccountError::Login { found: text.to_owned() })
    }
}

/// A name without space around it.
pub(crate) fn name(text: &str) -> Result<String, AccountError> {
    let name = text.trim();
    if name.is_empty() {
        return Err(AccountError::NoName);
    }
    check_text(name, NAME).map_err(AccountError::Name)?;
    Ok(name.to_owned())
}

/// A password may be any characters; what makes it good is its length, and that it isn't the login.
pub(crate) fn password(text: &str, login: &str) -> Result<(), AccountError> {
    let found = text.chars().count();
    if !(SHORTEST..=LONGEST).contains(&found) {
        return Err(AccountError::PasswordLength { found });
    }
    if fold(text) == login { Err(AccountError::PasswordIsLogin) } else { Ok(()) }
}

/// What an account may stand for: the code of a county, a city or a province loses the zeros at its end.
pub(crate) fn scope(capacity: Capacity, scope: Scope) -> Result<Scope, AccountError> {
    match capacity {
        Capacity::System | Capacity::Clock => return Err(AccountError::OfProgram { capacity }),
        Capacity::UnionChair
        | Capacity::UnionOfficer
        | Capacity::WorkerChief
        | Capacity::WorkerRep
        | Capacity::CongressDelegate
        | Capacity::EmployerLegalRep
        | Capacity::EmployerChief
        | Capacity::EmployerRep
        | Capacity::EmployerAgent
        | Capacity::Recorder
        | Capacity::HrssOfficer
        | Capacity::HigherUnion
        | Capacity::Instructor
        | Capacity::Coordinator
        | Capacity::CongressClerk => {}
    }
    match scope {
        Scope::Case(case) => Ok(Scope::Case(case)),
        Scope::Employer(uscc) => {
            check_uscc(&uscc).map_err(AccountError::Employer)?;
            Ok(Scope::Employer(uscc))
        }
        Scope::Region(_) if capacity.side() != Side::None => Err(AccountError::NotRegional { capacity }),
        Scope::Region(code) => region(&code).map(Scope::Region).ok_or(AccountError::Region { found: code }),
    }
}

/// Two, four or six digits: province, city, county.
pub(crate) fn region(code: &str) -> Option<String> {
    let mut digits = code;
    while digits.len() > 2 && digits.len().is_multiple_of(2) && digits.ends_with("00") {
        digits = digits.get(..digits.len() - 2)?;
    }
    let fits = matches!(digits.len(), 2 | 4 | 6) && digits != "00" && digits.bytes().all(|byte| byte.is_ascii_digit());
    fits.then(|| digits.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_login_is_folded_and_has_no_odd_characters() {
        assert_eq!(login(" Zhang.San@Example ").unwrap(), "zhang.san@example");
        assert_eq!(login("张三").unwrap(), "张三");
        for odd in ["", "z", "zhang san", "zhang\u{200B}", "a\nb", "<b>", &"a".repeat(65)] {
            assert!(matches!(login(odd), Err(AccountError::Login { .. })), "{odd}");
        }
    }

    #[test]
    fn a_password_is_long_and_not_the_login() {
        assert!(password("八个字的口令才行", "zhang").is_ok());
        assert!(matches!(password("1234567", "zhang"), Err(AccountError::PasswordLength { found: 7 })));
        assert!(matches!(password(&"x".repeat(129), "zhang"), Err(AccountError::PasswordLength { found: 129 })));
        assert!(matches!(password("Zhang.San", "zhang.san"), Err(AccountError::PasswordIsLogin)));
    }

    #[test]
    fn a_name_is_seen() {
        assert_eq!(name(" 张三（虚构） ").unwrap(), "张三（虚构）");
        assert!(matches!(name("  "), Err(AccountError::NoName)));
        assert!(matches!(name("张\u{202E}三"), Err(AccountError::Name(_))));
    }

    #[test]
    fn a_region_is_its_digits_without_the_zeros_at_the_end() {
        let found = [("339901", "339901"), ("339900", "3399"), ("330000", "33"), ("3399", "3399"), ("33", "33")];
        for (code, digits) in found {
            assert_eq!(region(code).as_deref(), Some(digits), "{code}");
        }
        for code in ["", "3", "339", "33990", "000000", "00", "33990a", "3399011"] {
            assert_eq!(region(code), None, "{code}");
        }
    }

    #[test]
    fn only_offices_are_regional_and_nobody_is_the_program() {
        let region = || Scope::Region("3399".to_owned());
        assert!(scope(Capacity::HrssOfficer, region()).is_ok());
        let chair = scope(Capacity::UnionChair, region());
        assert_eq!(chair.unwrap_err().rule(), Some("ACCOUNT-REGION"));
        let system = scope(Capacity::System, Scope::Case(uuid::Uuid::nil()));
        assert_eq!(system.unwrap_err().rule(), Some("ACCOUNT-PROGRAM"));
        let employer = scope(Capacity::UnionChair, Scope::Employer("91330784MA0DEM0057".to_owned()));
        assert!(matches!(employer, Err(AccountError::Employer(_))));
    }
}
