//! Where on the network a call comes from, as far as limits tell callers apart.

use std::net::{IpAddr, Ipv6Addr};

/// The part of an address that stands for one subscriber: the whole of an IPv4 address, the first
/// 64 bits of an IPv6 one, of which a subscriber has all the rest. What is no address stands for itself.
pub(crate) fn subscriber(origin: &str) -> String {
    match origin.trim().parse::<IpAddr>().map(|ip| ip.to_canonical()) {
        Ok(IpAddr::V4(ip)) => ip.to_string(),
        Ok(IpAddr::V6(ip)) => {
            let [a, b, c, d, ..] = ip.segments();
            Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0).to_string()
        }
        Err(_) => origin.trim().to_owned(),
    }
}
