//! What needs no database.

use super::token::{NOBODY, Token};

#[test]
fn a_token_is_known_again_and_only_whole() {
    let token = Token::draw();
    let text = token.reveal();
    assert_eq!(text.len(), "mzb_".len() + 16 + 1 + 64);
    let read = Token::parse(&text).expect("one of ours");
    assert_eq!(read.key, token.key);
    assert!(read.fits(&token.hash()), "the secret fits its hash");
    assert!(!read.fits(&NOBODY) && !read.fits(&Token::draw().hash()));
}

#[test]
fn whatever_is_not_shaped_like_a_token_is_none() {
    let (key, secret) = ("0123456789abcdef", "ab".repeat(32));
    assert!(Token::parse(&format!("mzb_{key}_{secret}")).is_some());
    for other in [
        String::new(),
        "mzb__".to_owned(),
        format!("mzb_{key}"),
        format!("mzc_{key}_{secret}"),
        format!("mzb_{key}_{secret}_"),
        format!("mzb_{key}_{}", secret.to_uppercase()),
        format!("mzb_{key}_{}", &secret[1..]),
        format!("mzb_{}_{secret}", &key[1..]),
        format!(" mzb_{key}_{secret}"),
        format!("mzb_{key}_{secret}\0"),
    ] {
        assert!(Token::parse(&other).is_none(), "{other:?}");
    }
}
