//! Lengths of text messages.

use super::*;

#[test]
fn a_persian_message_is_counted_in_utf16_units() {
    let registered =
        "درخواست شما با کد رهگیری ۱۴۰۵۱۲۳۴۵۶۷۸ ثبت شد.\nمیز خدمت الکترونیک سازمان غذا و دارو";
    assert_eq!((units(registered), parts(registered)), (82, 2));
    for (text, length) in [("می‌شود", 6), ("۱۲\n", 3), ("سلام😀", 6)] {
        assert_eq!(units(text), length, "{text}");
    }
}

#[test]
fn persian_messages_hold_70_or_67_a_part() {
    for (length, expected) in [
        (0, 0),
        (1, 1),
        (70, 1),
        (71, 2),
        (134, 2),
        (135, 3),
        (201, 3),
        (202, 4),
        (268, 4),
        (269, 5),
    ] {
        assert_eq!(parts(&"س".repeat(length)), expected, "{length}");
    }
}

#[test]
fn latin_messages_hold_160_or_153_a_part() {
    for (length, expected) in [(160, 1), (161, 2), (306, 2), (307, 3)] {
        assert_eq!(parts(&"a".repeat(length)), expected, "{length}");
    }
}

#[test]
fn an_extension_character_takes_two_septets() {
    assert_eq!(units("[€]"), 6);
    assert_eq!((parts(&"€".repeat(80)), parts(&"€".repeat(81))), (1, 2));
}

#[test]
fn a_character_is_never_split_between_parts() {
    // 66 letters leave one unit in the first part: the emoji of two goes to the second, which
    // then holds 65 more.
    let edge = format!("{}😀{}", "س".repeat(66), "س".repeat(65));
    assert_eq!((units(&edge), parts(&edge)), (133, 2));
    let over = format!("{edge}س");
    assert_eq!((units(&over), parts(&over)), (134, 3));
    // The same in GSM, where a pair of septets cannot be split: 152 + 2 + 151, then one more.
    let edge = format!("{}€{}", "a".repeat(152), "a".repeat(151));
    assert_eq!((units(&edge), parts(&edge)), (305, 2));
    assert_eq!(parts(&format!("{edge}a")), 3);
}

#[test]
fn the_gsm_alphabet_has_128_places() {
    // One place is the escape to the extension table.
    assert_eq!(GSM_BASIC.chars().count(), 127);
    assert_eq!(GSM_EXTENSION.chars().count(), 10);
}
