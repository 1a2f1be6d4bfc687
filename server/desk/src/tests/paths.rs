//! Addresses: what is carried in them arrives as it was.

use domain::{CaseId, PositionId};
use web::paths::safe_path;

use crate::paths;

#[test]
fn an_address_carries_another() {
    let position = PositionId::new();
    let list = paths::cartable(position, &[("q", "1405/ص/12"), ("page", "2")]);
    assert_eq!(safe_path(&list), list, "a list can be gone back to");
    let case = paths::case_from(CaseId::new(), &list);
    assert_eq!(safe_path(&case), case);
    let (_, query) = case.split_once('?').expect("a query");
    let carried: Vec<_> = form_urlencoded::parse(query.as_bytes()).collect();
    assert_eq!(carried, [("back".into(), list.as_str().into())]);
}

#[test]
fn what_comes_next_is_in_the_same_list() {
    let (position, case) = (PositionId::new(), CaseId::new());
    for (back, next) in [
        (format!("/cartable/{position}"), Some(format!("/cartable/{position}/next?after={case}"))),
        (
            format!("/cartable/{position}?unread=1&page=2"),
            Some(format!("/cartable/{position}/next?unread=1&page=2&after={case}")),
        ),
        ("/".to_owned(), None),
        ("/cartable/".to_owned(), None),
        ("/cartable/x?unread=1".to_owned(), None),
        (format!("/cartable/{position}/next"), None),
        ("https://evil.example/cartable/".to_owned(), None),
    ] {
        assert_eq!(paths::next_after(&back, case), next, "{back}");
    }
}
