//! Passwords, authenticators, recovery codes and delays.

use argon2::Argon2;
use argon2::password_hash::{PasswordHash, PasswordVerifier as _};
use chrono::{DateTime, TimeDelta, Utc};

use super::add::{canonical, is_username};
use super::brake::delay;
use super::draw::new_password;
use super::password::{fits, hash, problem};
use super::recovery::new_code;
use super::totp::{new_totp_secret, step_of, totp_base32, totp_now, totp_uri};

fn at(seconds: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(seconds, 0).unwrap()
}

#[test]
fn a_password_is_long_and_not_everybodys() {
    let long = "ک".repeat(128);
    let too_long = "ک".repeat(129);
    let cases = [
        ("a rook on the seventh rank", None),
        ("کلید دبیرخانه زیر گلدان است", None),
        ("000918273645546372819", None),
        (long.as_str(), None),
        (too_long.as_str(), Some("password-long")),
        ("eleven char", Some("password-short")),
        ("یازده حرفی!", Some("password-short")),
        ("123456789012", Some("password-common")),
        ("Password 2026!!", Some("password-common")),
        ("Persepolis-1404", Some("password-common")),
        ("the FDA opens at nine", Some("password-guessable")),
        ("N Karimi has the key", Some("password-guessable")),
        ("karim has the key", None),
    ];
    for (password, expected) in cases {
        assert_eq!(problem(password, "n.karimi", "fda"), expected, "{password}");
    }
}

#[tokio::test]
async fn a_password_fits_its_own_hash_and_nothing_fits_nobody() {
    let password = "a rook on the seventh rank";
    let kept = hash(password).await.unwrap();
    assert!(kept.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{kept}");
    assert_ne!(kept, hash(password).await.unwrap(), "each has its own salt");
    // The library's own judgement, which works in memory that nobody used before.
    let parsed = PasswordHash::new(&kept).unwrap();
    assert!(Argon2::default().verify_password(password.as_bytes(), &parsed).is_ok());
    assert!(fits(password, Some(kept.clone())).await.unwrap());
    assert!(!fits("a rook on the sixth rank", Some(kept)).await.unwrap());
    for tried in [password, "nobody signs in with this"] {
        assert!(!fits(tried, None).await.unwrap(), "{tried}");
    }
}

/// The vectors of RFC 6238, appendix B, for SHA-1; the last six of their eight digits.
#[test]
fn an_authenticator_shows_what_the_standard_says() {
    let secret = b"12345678901234567890";
    let cases = [
        (59, "287082"),
        (1_111_111_109, "081804"),
        (1_111_111_111, "050471"),
        (1_234_567_890, "005924"),
        (2_000_000_000, "279037"),
        (20_000_000_000, "353130"),
    ];
    for (seconds, code) in cases {
        assert_eq!(totp_now(secret, at(seconds)), code, "{seconds}");
    }
    assert_eq!(totp_base32(secret), "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
}

#[test]
fn a_clock_may_be_off_by_one_step() {
    let secret = new_totp_secret();
    let now = at(1_800_000_010);
    let step = now.timestamp() / 30;
    for (off, expected) in
        [(-60, None), (-30, Some(step - 1)), (0, Some(step)), (30, Some(step + 1)), (60, None)]
    {
        let code = totp_now(&secret, now + TimeDelta::seconds(off));
        assert_eq!(step_of(&secret, &code, now), expected, "{off} s");
    }
    assert_eq!(step_of(&secret, "", now), None);
    assert_eq!(step_of(&new_totp_secret(), &totp_now(&secret, now), now), None);
}

#[test]
fn the_delay_grows_and_has_an_end() {
    let longest = TimeDelta::minutes(15);
    let cases = [(0, 0), (2, 0), (3, 5), (4, 10), (5, 20), (10, 640), (11, 900), (1000, 900)];
    for (count, seconds) in cases {
        assert_eq!(delay(count, 3, longest), TimeDelta::seconds(seconds), "after {count}");
    }
}

#[test]
fn a_recovery_code_is_easy_to_read_out() {
    for _ in 0..50 {
        let code = new_code();
        let (left, right) = code.split_once('-').unwrap();
        assert_eq!((left.len(), right.len()), (5, 5), "{code}");
        assert!(!code.contains(['0', 'o', '1', 'l', 'i']), "{code}");
    }
    assert_ne!(new_code(), new_code());
}

#[test]
fn a_user_name_is_the_same_however_it_is_typed() {
    for typed in ["n.karimi2", " N.Karimi2 ", "n.karimi۲"] {
        assert_eq!(canonical(typed), "n.karimi2", "{typed}");
    }
    for (name, good) in [("n.karimi", true), ("a", false), ("نرگس", false), ("a b", false)] {
        assert_eq!(is_username(name), good, "{name}");
    }
}

#[test]
fn a_drawn_password_will_do_for_whomever_it_is_drawn() {
    for (username, slug) in [("n.karimi", "fda"), ("abc", "xyz"), ("a2b", "x-y-z")] {
        for _ in 0..50 {
            let drawn = new_password(username, slug);
            assert_eq!(problem(&drawn, username, slug), None, "{drawn}");
            assert_eq!((drawn.len(), drawn.matches('-').count()), (23, 3), "{drawn}");
        }
    }
    assert_ne!(new_password("n.karimi", "fda"), new_password("n.karimi", "fda"));
}

/// The address of the key URI format that authenticators read; its issuer stands twice.
#[test]
fn an_authenticator_is_told_whose_key_it_is() {
    let secret = b"12345678901234567890";
    let uri = totp_uri(secret, "Food: and Drug", "n.karimi");
    let named = "otpauth://totp/Food%20%20and%20Drug:n.karimi?";
    assert!(uri.starts_with(named), "{uri}");
    for part in ["secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", "issuer=Food%20%20and%20Drug"] {
        assert!(uri.contains(part), "{uri}");
    }
    assert!(totp_uri(secret, "سازمان", "n").is_ascii());
}
