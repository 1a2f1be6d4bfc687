//! Text.

use proptest::prelude::*;

use super::*;

#[test]
fn stored_text_is_what_can_be_seen() {
    for (given, expected) in [
        ("  سلام \n", "سلام"),
        ("a\u{202e}gpj.exe", "agpj.exe"),
        ("\u{feff}\u{200f}نام\u{2066}x\u{2069}\u{61c}", "نامx"),
        ("a\0b\u{7}c\u{1b}[31m\u{9b}", "abc[31m"),
        ("یک\r\nدو\rسه\u{2028}چهار\tپنج", "یک\nدو\nسه\nچهار\tپنج"),
        ("می\u{200c}شود", "می\u{200c}شود"),
        ("e\u{301}", "é"),
        // A mark removed between two characters lets them compose.
        ("e\u{200e}\u{301}", "é"),
        ("كتاب ي", "كتاب ي"),
        ("", ""),
    ] {
        assert_eq!(clean(given), expected, "{given:?}");
    }
}

#[test]
fn one_line_is_one_line() {
    assert_eq!(one_line(" یک\r\n\r\n دو\u{a0} \u{2029}سه\t"), "یک دو سه");
}

/// Each row is one word to a reader.
#[test]
fn texts_that_read_the_same_have_the_same_key() {
    for (key, same) in [
        ("میشود", &["می‌شود", "می شود", "ميشود", "مي\u{200c}\u{200c}شود", " می\u{a0}‌شود "][..]),
        ("شکایت", &["شكايت", "شـکـایت", "شِکایَت", "ﺷﻜﺎﻳﺖ", "شكاىت", "شکا\u{200f}یت", "شکا\u{ad}یت"]),
        ("خانه", &["خانة", "خانۀ", "خانهٔ", "خانه", "خانە"]),
        ("اب", &["آب", "ﺁب", "ا\u{653}ب", "أب", "إب", "ٱب"]),
        ("موسسه", &["مؤسسه", "مؤسسة", "مو\u{654}سسه"]),
        ("مسیول", &["مسئول", "مسي\u{654}ول"]),
        ("1405/03/06", &["۱۴۰۵/۰۳/۰۶", "١٤٠٥/٠٣/٠٦", "１４０５/０３/０６"]),
        ("1234567.5", &["۱٬۲۳۴٬۵۶۷٫۵", "1234567.5"]),
        ("الف,ب", &["الف، ب", "الف , ب"]),
        ("fda", &["FDA", "Ｆｄａ", "f\u{202e}d\u{202c}a"]),
        ("ç", &["C¸", "Ç", "C\u{327}"]),
        ("", &["", " \u{200c}\n", "\u{640}"]),
    ] {
        for text in same {
            assert_eq!(search_key(text), key, "{text:?}");
        }
    }
}

#[test]
fn texts_that_read_differently_keep_different_keys() {
    for (one, other) in [("کار", "گار"), ("بار", "پار"), ("سن", "صن"), ("۱۲", "۲۱"), ("a", "b")]
    {
        assert_ne!(search_key(one), search_key(other));
    }
}

#[test]
fn a_query_is_taken_word_by_word() {
    assert_eq!(search_words("  مجوّز  وارداتِ\u{a0}كالا "), ["مجوز", "واردات", "کالا"]);
    assert!(search_key("درخواست مجوز واردات کالا").contains(&search_words("می‌شود مجوز")[1]));
}

#[test]
fn file_names_are_safe_and_keep_their_extension() {
    for (given, expected) in [
        ("گزارش ۱.pdf", "گزارش ۱.pdf"),
        ("../../etc/passwd", "passwd"),
        (r"C:\Users\x\نامه.docx", "نامه.docx"),
        ("صورت\u{202e}fdp.exe", "صورتfdp.exe"),
        ("a\r\nSet-Cookie: x.pdf", "a-Set-Cookie- x.pdf"),
        ("what?<b>\"*|.pdf", "what--b----.pdf"),
        ("..", "file"),
        ("", "file"),
        ("dir/", "file"),
        (".htaccess", "htaccess"),
        ("name. ", "name"),
    ] {
        assert_eq!(file_name(given), expected, "{given:?}");
    }
}

#[test]
fn a_long_file_name_is_cut_before_its_extension() {
    let name = file_name(&format!("{}.pdf", "ن".repeat(300)));
    assert_eq!(name.chars().count(), 150);
    assert!(name.ends_with("ن.pdf"));
    let no_extension = file_name(&format!("a.{}", "ب".repeat(300)));
    assert_eq!(no_extension.chars().count(), 150);
}

proptest! {
    #[test]
    fn cleaning_again_changes_nothing(text in any::<String>()) {
        for clean in [clean, one_line, search_key, file_name] {
            let once = clean(&text);
            prop_assert_eq!(clean(&once), once);
        }
    }

    #[test]
    fn a_file_name_is_never_a_path(text in any::<String>()) {
        let name = file_name(&text);
        prop_assert!(!name.is_empty() && name.chars().count() <= 150);
        prop_assert!(!name.contains(['/', '\\', '\n', '\0']) && !name.starts_with('.'));
    }
}

#[test]
fn typed_words_are_known_again_in_a_sentence() {
    let sentence = format!("For {}.", isolated("مینا"));
    let expected = [Part::Ours("For "), Part::Theirs("مینا"), Part::Ours(".")];
    assert_eq!(parts(&sentence), expected);
    assert_eq!(parts(""), []);
    assert_eq!(parts("For nobody."), [Part::Ours("For nobody.")]);
    assert_eq!(parts(&isolated("a\u{2069} b\u{2068}")), [Part::Theirs("a b")], "nobody breaks out");
    assert_eq!(
        parts("a\u{2068}b"),
        [Part::Ours("a"), Part::Theirs("b")],
        "an end that was cut off"
    );
}
