//! Networks, as a configuration names them: an address, or an address with the number of bits that count.

use std::net::IpAddr;
use std::str::FromStr;

use serde::Deserialize;

/// Addresses that begin alike: `10.1.2.3`, `10.0.0.0/8`, `fd00::/8`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Network {
    address: IpAddr,
    bits: u32,
}

/// A text that is no network.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{found}: 10.1.2.3, 10.0.0.0/8, fd00::/8")]
pub struct NoNetwork {
    found: String,
}

impl Network {
    /// Whether an address is in the network. IPv4 written as IPv6 is IPv4.
    #[must_use]
    pub fn holds(self, address: IpAddr) -> bool {
        let ((own, width), (other, other_width)) = (digits(self.address), digits(address.to_canonical()));
        let behind = width.saturating_sub(self.bits);
        width == other_width && own.checked_shr(behind).unwrap_or(0) == other.checked_shr(behind).unwrap_or(0)
    }
}

/// An address as a number, and how many bits it has.
const fn digits(address: IpAddr) -> (u128, u32) {
    match address {
        IpAddr::V4(address) => (address.to_bits() as u128, 32),
        IpAddr::V6(address) => (address.to_bits(), 128),
    }
}

impl FromStr for Network {
    type Err = NoNetwork;

    fn from_str(text: &str) -> Result<Self, NoNetwork> {
        let none = || NoNetwork { found: text.to_owned() };
        let (address, bits) = text.split_once('/').map_or((text, None), |(address, bits)| (address, Some(bits)));
        let address = address.parse::<IpAddr>().map_err(|_| none())?.to_canonical();
        let width = digits(address).1;
        let bits = bits.map_or(Ok(width), |bits| bits.parse().map_err(|_| none()))?;
        if bits <= width { Ok(Self { address, bits }) } else { Err(none()) }
    }
}

impl TryFrom<String> for Network {
    type Error = NoNetwork;

    fn try_from(text: String) -> Result<Self, NoNetwork> {
        text.parse()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_in_the_networks_that_begin_as_it_does() {
        let holds = |network: &str, address: &str| {
            network.parse::<Network>().unwrap().holds(address.parse::<IpAddr>().unwrap())
        };
        assert!(holds("10.0.0.0/8", "10.255.1.2") && !holds("10.0.0.0/8", "11.0.0.1"));
        assert!(holds("192.0.2.7", "192.0.2.7") && !holds("192.0.2.7", "192.0.2.8"));
        assert!(holds("192.0.2.6/31", "192.0.2.7") && !holds("192.0.2.6/31", "192.0.2.8"));
        assert!(holds("0.0.0.0/0", "203.0.113.9") && !holds("0.0.0.0/0", "2001:db8::1"));
        assert!(holds("fd00::/8", "fd12::1") && !holds("fd00::/8", "fe80::1"));
        assert!(holds("127.0.0.1", "::ffff:127.0.0.1"), "as a socket for both kinds shows it");
    }

    #[test]
    fn what_is_no_network_is_named() {
        for text in ["", "10.0.0", "10.0.0.0/33", "fd00::/129", "10.0.0.0/-1", "example.org", "10.0.0.0/8/8"] {
            let error = text.parse::<Network>().unwrap_err();
            assert!(error.to_string().starts_with(text), "{text}");
        }
    }
}
