//! What is drawn at random for a person to read off and type.

use rand::Rng;

use super::password;

/// Letters and digits that are not taken for one another; five of them are 24 bits.
const ALPHABET: &[u8] = b"abcdefghjkmnpqrstuvwxyz23456789";
const GROUP: usize = 5;

/// `abcde-fghjk`, of as many groups as are asked for.
pub(super) fn groups(count: usize) -> String {
    let mut rng = rand::rng();
    let mut group = || -> String {
        (0..GROUP).map(|_| char::from(ALPHABET[rng.random_range(..ALPHABET.len())])).collect()
    };
    (0..count).map(|_| group()).collect::<Vec<_>>().join("-")
}

/// A password of 99 bits. One that holds the member's or the agency's name by chance is drawn again,
/// because such a password is refused.
pub(crate) fn new_password(username: &str, slug: &str) -> String {
    loop {
        let drawn = groups(4);
        if password::problem(&drawn, username, slug).is_none() {
            return drawn;
        }
    }
}
