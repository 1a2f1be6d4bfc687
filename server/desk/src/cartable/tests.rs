//! Filters in addresses, and what comes next.

use chrono::DateTime;
use domain::CaseId;
use domain::cartable::{Line, LineKind};
use locale::tracking_code::TrackingCode;
use poem::web::Query;
use poem::{FromRequest, Request};
use tenants::Text;

use super::{Wanted, case_after};

async fn wanted(query: &str) -> Wanted {
    let uri = format!("/cartable/1?{query}").parse().expect("an address");
    let (request, mut body) = Request::builder().uri(uri).finish().split();
    let read = Option::<Query<Wanted>>::from_request(&request, &mut body).await;
    read.expect("never an error").map(|Query(wanted)| wanted).unwrap_or_default()
}

#[tokio::test]
async fn an_address_becomes_a_filter() {
    for (query, unread, overdue, search, page) in [
        ("", false, false, None, 1),
        ("unread=1&overdue=1&page=3", true, true, None, 3),
        ("page=0", false, false, None, 1),
        ("page=-1&unread=", false, false, None, 1),
        ("page=99999999999999", false, false, None, 1),
        ("page=%DB%B2", false, false, None, 2),
        ("unread=1&unread=1", false, false, None, 1),
        ("q=1405%2F12", false, false, Some("1405/12"), 1),
        ("q=+%DB%B1%DB%B4%DB%B0%DB%B5%2F%DB%B1%DB%B2+", false, false, Some("1405/12"), 1),
        ("q=1405+%2F+12", false, false, Some("1405/12"), 1),
        ("q=%E2%80%AA1405%2F12%E2%80%AC", false, false, Some("1405/12"), 1),
        ("q=++", false, false, None, 1),
        ("q=1234-5678", false, false, Some("1234-5678"), 1),
    ] {
        let filter = wanted(query).await.filter();
        let found = (filter.unread, filter.overdue, filter.search.as_deref(), filter.page);
        assert_eq!(found, (unread, overdue, search, page), "{query}");
    }
}

#[tokio::test]
async fn a_tracking_code_is_found_however_it_is_grouped() {
    let code = code();
    for typed in [code.as_str().to_owned(), code.grouped(), code.grouped().replace(' ', "-")] {
        let query =
            form_urlencoded::Serializer::new(String::new()).append_pair("q", &typed).finish();
        assert_eq!(wanted(&query).await.filter().search.as_deref(), Some(code.as_str()), "{typed}");
    }
}

#[tokio::test]
async fn a_page_keeps_its_filters() {
    let wanted = wanted("unread=1&q=1405%2F12&page=2&after=x").await;
    assert_eq!(wanted.pairs(), [("unread", "1"), ("q", "1405/12"), ("page", "2")]);
    assert_eq!(wanted.on(3).pairs(), [("unread", "1"), ("q", "1405/12"), ("page", "3")]);
    assert_eq!(wanted.after(), None);
}

#[test]
fn the_next_case_is_another_one() {
    let [a, b, c] = [CaseId::new(), CaseId::new(), CaseId::new()];
    for (lying, left, next) in [
        (vec![], None, None),
        (vec![a, b], None, Some(a)),
        (vec![a, b], Some(a), Some(b)),
        // Two lines of one case: its step and a referral.
        (vec![a, a, b], Some(a), Some(b)),
        (vec![a, b], Some(b), None),
        // Finished, so it lies here no more.
        (vec![a, b], Some(c), Some(a)),
        (vec![a], Some(a), None),
    ] {
        let lines: Vec<_> = lying.iter().copied().map(line).collect();
        assert_eq!(case_after(&lines, left), next, "{lying:?} after {left:?}");
    }
}

fn code() -> TrackingCode {
    (0..10)
        .find_map(|check| TrackingCode::parse(&format!("123456789012345{check}")))
        .expect("one check digit fits")
}

fn line(case: CaseId) -> Line {
    Line {
        case,
        kind: LineKind::Task { title: Text::default() },
        service: Text::default(),
        code: code(),
        number: None,
        stage: "in_review".into(),
        since: DateTime::UNIX_EPOCH,
        due_at: None,
        unread: false,
    }
}
