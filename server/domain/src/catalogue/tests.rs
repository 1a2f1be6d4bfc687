//! What a query must hold to find a service.

use super::announce::{grams, sought};

#[test]
fn a_text_has_each_of_its_grams_once_and_a_short_one_none() {
    let table = [
        ("", &[][..]),
        ("a", &[]),
        ("اب", &["اب"]),
        ("ababab", &["ab", "ba"]),
        ("انشعاب", &["اب", "ان", "شع", "عا", "نش"]),
    ];
    for (text, expected) in table {
        assert_eq!(grams(text), expected, "{text}");
    }
}

#[test]
fn a_query_is_folded_like_what_it_looks_for() {
    let table = [
        ("شكايت", "شکایت", true),
        ("می‌شود", "میشود", true),
        ("كد ۱۰۰۹۹", "کد10099", true),
        ("مجوز  ورود", "مجوزورود", true),
        ("Import PERMIT", "importpermit", true),
        ("ورود خروج", "مجوزورود", false),
    ];
    for (query, folded, fits) in table {
        let (words, wanted) = sought(query);
        let held = grams(folded);
        let found = words.iter().all(|word| folded.contains(word));
        assert_eq!(found, fits, "{query}");
        assert!(!fits || wanted.iter().all(|gram| held.contains(gram)), "{query}: {wanted:?}");
    }
    assert_eq!(sought("  "), (Vec::new(), Vec::new()));
}
