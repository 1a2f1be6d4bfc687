//! Digits.

use super::*;

#[test]
fn digits_of_every_kind_become_latin_or_persian() {
    for (given, latin, persian) in [
        ("۰۱۲۳۴۵۶۷۸۹", "0123456789", "۰۱۲۳۴۵۶۷۸۹"),
        ("٠١٢٣٤٥٦٧٨٩", "0123456789", "۰۱۲۳۴۵۶۷۸۹"),
        ("0123456789", "0123456789", "۰۱۲۳۴۵۶۷۸۹"),
        ("پلاک ۱۲ب٣٤5", "پلاک 12ب345", "پلاک ۱۲ب۳۴۵"),
        ("½ ² ੩", "½ ² ੩", "½ ² ੩"),
        ("", "", ""),
    ] {
        assert_eq!(to_latin(given), latin);
        assert_eq!(to_persian(given), persian);
    }
}

#[test]
fn thousands_are_set_apart() {
    for (number, english, persian) in [
        (0, "0", "۰"),
        (999, "999", "۹۹۹"),
        (1_000, "1,000", "۱٬۰۰۰"),
        (1_234_567, "1,234,567", "۱٬۲۳۴٬۵۶۷"),
        (-12_345, "-12,345", "\u{2212}۱۲٬۳۴۵"),
        (i64::MIN, "-9,223,372,036,854,775,808", "\u{2212}۹٬۲۲۳٬۳۷۲٬۰۳۶٬۸۵۴٬۷۷۵٬۸۰۸"),
    ] {
        assert_eq!(grouped(number, Lang::En), english);
        assert_eq!(grouped(number, Lang::Fa), persian);
    }
}
