//! How somebody wants to be reminded of last days.

/// How often an account is reminded. What is served on somebody is no reminder and always goes out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Notice {
    /// Of each last day by itself, as soon as it is near.
    #[default]
    AtOnce,
    /// Of all of them in one message a day.
    Daily,
    /// On the last day only.
    LastDay,
}

impl Notice {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::AtOnce, Self::Daily, Self::LastDay];

    /// The name in tables, forms and message keys.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::AtOnce => "at_once",
            Self::Daily => "daily",
            Self::LastDay => "last_day",
        }
    }

    /// The one with a name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|notice| notice.name() == name)
    }
}
