//! File sizes.

use super::*;

#[test]
fn sizes_read_in_the_largest_unit_that_fits() {
    for (count, english, persian) in [
        (0, "0 bytes", "۰ بایت"),
        (1_023, "1023 bytes", "۱۰۲۳ بایت"),
        (1_024, "1 KB", "۱ کیلوبایت"),
        (1_536, "1.5 KB", "۱٫۵ کیلوبایت"),
        (100_000, "98 KB", "۹۸ کیلوبایت"),
        (10 * 1_024 + 512, "11 KB", "۱۱ کیلوبایت"),
        (1_048_575, "1 MB", "۱ مگابایت"),
        (10 * 1_048_576, "10 MB", "۱۰ مگابایت"),
        (5_368_709_120, "5 GB", "۵ گیگابایت"),
        (u64::MAX, "17179869184 GB", "۱۷۱۷۹۸۶۹۱۸۴ گیگابایت"),
    ] {
        assert_eq!(bytes(count, Lang::En), english, "{count}");
        assert_eq!(bytes(count, Lang::Fa), persian, "{count}");
    }
}
