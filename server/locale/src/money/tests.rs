//! Money.

use super::*;

#[test]
fn an_amount_always_has_its_unit() {
    assert_eq!(rials(1_200_000, Lang::Fa), "۱٬۲۰۰٬۰۰۰ ریال");
    assert_eq!(rials(1_200_000, Lang::En), "1,200,000 rials");
    assert_eq!(rials(0, Lang::Fa), "۰ ریال");
}
