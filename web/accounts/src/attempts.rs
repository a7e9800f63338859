//! Failed attempts at signing in, for each pair of login and address: after a few, each makes the next wait longer.
//!
//! Counted is the pair, never the address alone, because eight hundred workers of a factory share one; and never the
//! login alone, or whoever knows a login could keep its owner out. In memory: each process counts for itself, and starts
//! anew when it starts.

use std::collections::BTreeMap;
use std::net::{IpAddr, Ipv6Addr};

use law::time::Moment;
use ledger::Digest;

/// So many attempts are free.
const FREE: u32 = 3;
/// The first wait, in seconds; each further failure doubles it.
const FIRST: u64 = 2;
/// The longest wait, in seconds.
const LONGEST: u64 = 900;
/// A pair is forgotten so many milliseconds after its last wait ended.
const FORGET: i64 = 3_600_000;
/// So many pairs are kept; the oldest go first.
const KEPT: usize = 20_000;

/// A login and an address. A hash, so that each takes the same small room whatever was typed.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Pair([u8; 32]);

impl Pair {
    /// Whoever has an IPv6 address has a whole block of them: the first 64 bits count.
    pub(crate) fn of(login: &str, from: Option<IpAddr>) -> Self {
        let from = match from.map(|from| from.to_canonical()) {
            None => String::new(),
            Some(IpAddr::V4(from)) => from.to_string(),
            Some(IpAddr::V6(from)) => Ipv6Addr::from_bits(from.to_bits() >> 64 << 64).to_string(),
        };
        Self(*Digest::sha256(format!("{from}\n{login}").as_bytes()).as_bytes())
    }
}

/// What was asked for by name, whether or not there is such a person: how often within an hour, and when last.
#[derive(Default)]
pub(crate) struct Asked(BTreeMap<Pair, (u32, Moment, Moment)>);

impl Asked {
    /// Takes a request, or says no where the last one was within `pause` milliseconds, or `most` were within an hour.
    ///
    /// # Errors
    /// Whether it is only too soon.
    pub(crate) fn begin(&mut self, pair: Pair, now: Moment, pause: i64, most: u32) -> Result<(), bool> {
        if self.0.len() >= KEPT {
            self.0.retain(|_, (_, first, _)| now.millis_since(*first) <= FORGET);
            if self.0.len() >= KEPT {
                self.0.pop_first();
            }
        }
        let (count, first, last) = self.0.entry(pair).or_insert((0, now, now));
        if *count > 0 && now.millis_since(*last) < pause {
            return Err(true);
        }
        if now.millis_since(*first) > FORGET {
            (*count, *first) = (0, now);
        }
        if *count >= most {
            return Err(false);
        }
        (*count, *last) = (*count + 1, now);
        Ok(())
    }
}

struct Failed {
    count: u32,
    /// From when on another attempt is taken.
    next: Moment,
}

/// Failed attempts.
#[derive(Default)]
pub(crate) struct Attempts(BTreeMap<Pair, Failed>);

impl Attempts {
    /// Takes an attempt, counting it as failed until [`Attempts::forget`] says otherwise, so that attempts at the same
    /// moment don't slip through together.
    ///
    /// # Errors
    /// How many seconds to wait.
    pub(crate) fn begin(&mut self, pair: Pair, now: Moment) -> Result<(), u64> {
        if self.0.len() >= KEPT && !self.0.contains_key(&pair) {
            self.make_room(now);
        }
        let failed = self.0.entry(pair).or_insert(Failed { count: 0, next: now });
        let wait = failed.next.millis_since(now);
        if wait > 0 {
            return Err(u64::try_from(wait).unwrap_or(0).div_ceil(1_000));
        }
        if wait < -FORGET {
            failed.count = 0;
        }
        failed.count = failed.count.saturating_add(1);
        failed.next = now.plus_millis(i64::try_from(pause(failed.count)).unwrap_or(i64::MAX).saturating_mul(1_000));
        Ok(())
    }

    /// The attempt succeeded.
    pub(crate) fn forget(&mut self, pair: Pair) {
        self.0.remove(&pair);
    }

    /// The attempt was not decided: it costs nothing.
    pub(crate) fn forgive(&mut self, pair: Pair, now: Moment) {
        if let Some(failed) = self.0.get_mut(&pair) {
            failed.count = failed.count.saturating_sub(1);
            failed.next = now;
        }
    }

    /// Forgets what is old, or else the pair that has waited longest.
    fn make_room(&mut self, now: Moment) {
        self.0.retain(|_, failed| now.millis_since(failed.next) <= FORGET);
        if self.0.len() >= KEPT
            && let Some(oldest) = self.0.iter().min_by_key(|(_, failed)| failed.next).map(|(pair, _)| *pair)
        {
            self.0.remove(&oldest);
        }
    }
}

/// The wait after so many failures, in seconds.
fn pause(count: u32) -> u64 {
    match count.checked_sub(FREE) {
        None => 0,
        Some(more) => FIRST.checked_shl(more.min(32)).unwrap_or(LONGEST).min(LONGEST),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> Moment {
        Moment::from_millis(1_772_000_000_000 + seconds * 1_000)
    }

    fn pair(login: &str, from: &str) -> Pair {
        Pair::of(login, Some(from.parse().unwrap()))
    }

    #[test]
    fn waits_grow_and_end() {
        let (mut attempts, mallory) = (Attempts::default(), pair("zhang", "192.0.2.1"));
        for _ in 0..FREE {
            assert_eq!(attempts.begin(mallory, at(0)), Ok(()));
        }
        assert_eq!(attempts.begin(mallory, at(0)), Err(2));
        assert_eq!(attempts.begin(mallory, at(2)), Ok(()));
        assert_eq!(attempts.begin(mallory, at(3)), Err(3), "asking early changes nothing");
        assert_eq!(attempts.begin(mallory, at(6)), Ok(()));
        assert_eq!(attempts.begin(mallory, at(6)), Err(8));
        let mut now = 14;
        for _ in 0..40 {
            assert_eq!(attempts.begin(mallory, at(now)), Ok(()));
            let wait = attempts.begin(mallory, at(now)).unwrap_err();
            assert!(wait <= LONGEST);
            now += i64::try_from(wait).unwrap();
        }
        assert_eq!(attempts.begin(mallory, at(now + 3_601)), Ok(()), "after an hour it is forgotten");
        assert_eq!(attempts.begin(mallory, at(now + 3_601)), Ok(()));
    }

    #[test]
    fn nobody_waits_for_the_mistakes_of_others() {
        let mut attempts = Attempts::default();
        for _ in 0..20 {
            let _ = attempts.begin(pair("zhang", "192.0.2.1"), at(0));
        }
        assert!(attempts.begin(pair("zhang", "192.0.2.1"), at(0)).is_err());
        assert_eq!(attempts.begin(pair("li", "192.0.2.1"), at(0)), Ok(()), "a colleague behind the same address");
        assert_eq!(attempts.begin(pair("zhang", "192.0.2.2"), at(0)), Ok(()), "the owner at another address");
        assert_eq!(attempts.begin(Pair::of("zhang", None), at(0)), Ok(()));
    }

    #[test]
    fn an_address_is_what_one_subscriber_has() {
        assert!(pair("zhang", "2001:db8:0:1::1") == pair("zhang", "2001:db8:0:1:ffff::2"));
        assert!(pair("zhang", "2001:db8:0:1::1") != pair("zhang", "2001:db8:0:2::1"));
        assert!(pair("zhang", "::ffff:192.0.2.1") == pair("zhang", "192.0.2.1"));
    }

    #[test]
    fn success_forgets_and_what_was_not_decided_costs_nothing() {
        let (mut attempts, own) = (Attempts::default(), pair("zhang", "192.0.2.1"));
        for _ in 0..10 {
            assert_eq!(attempts.begin(own, at(0)), Ok(()));
            attempts.forgive(own, at(0));
        }
        for _ in 0..FREE {
            assert_eq!(attempts.begin(own, at(0)), Ok(()));
        }
        attempts.forget(own);
        assert_eq!(attempts.begin(own, at(0)), Ok(()));
    }

    #[test]
    fn a_name_is_asked_for_now_and_then() {
        let (mut asked, li) = (Asked::default(), Pair::of("li", None));
        assert_eq!(asked.begin(li, at(0), 60_000, 2), Ok(()));
        assert_eq!(asked.begin(li, at(59), 60_000, 2), Err(true));
        assert_eq!(asked.begin(Pair::of("wang", None), at(59), 60_000, 2), Ok(()));
        assert_eq!(asked.begin(li, at(60), 60_000, 2), Ok(()));
        assert_eq!(asked.begin(li, at(120), 60_000, 2), Err(false));
        assert_eq!(asked.begin(li, at(3_601), 60_000, 2), Ok(()), "after an hour it is forgotten");
        for n in 0..i64::try_from(KEPT).unwrap() + 10 {
            let _ = asked.begin(Pair::of(&n.to_string(), None), at(4_000), 60_000, 2);
        }
        assert!(asked.0.len() <= KEPT);
    }

    #[test]
    fn the_room_is_bounded() {
        let mut attempts = Attempts::default();
        for n in 0..i64::try_from(KEPT).unwrap() + 10 {
            let _ = attempts.begin(Pair::of(&n.to_string(), None), at(n / 1_000));
        }
        assert_eq!(attempts.0.len(), KEPT);
    }
}
