//! Limits per address, and the buckets beneath them beside a model that forgets nothing.

mod model;

use std::net::IpAddr;

use crate::{Problem, limits::Limiter};

fn address(text: &str) -> IpAddr {
    text.parse().unwrap()
}

#[test]
fn an_address_has_its_burst_and_no_more() {
    let limiter = Limiter::new(1.try_into().unwrap(), 3.try_into().unwrap());
    for _ in 0..3 {
        limiter.check_address(address("192.0.2.1")).unwrap();
    }
    let refused = limiter.check_address(address("192.0.2.1"));
    assert!(matches!(refused, Err(Problem::TooMany { retry_after }) if retry_after.as_secs() > 30));
    limiter.check_address(address("192.0.2.2")).unwrap();
    assert!(
        limiter.check_address(address("::ffff:192.0.2.1")).is_err(),
        "the same in other clothes"
    );
}

#[test]
fn a_subscribers_network_counts_as_one() {
    let limiter = Limiter::new(1.try_into().unwrap(), 1.try_into().unwrap());
    limiter.check_address(address("2001:db8::1")).unwrap();
    assert!(limiter.check_address(address("2001:db8::ffff:2")).is_err());
    limiter.check_address(address("2001:db8:0:1::1")).unwrap();
}

#[test]
fn a_limiter_that_is_off_refuses_nothing() {
    let limiter = Limiter::off();
    assert!((0..100_000).all(|_| limiter.check_address(address("192.0.2.1")).is_ok()));
}
