//! Requests that are given up, and what counting costs.

use std::panic::AssertUnwindSafe;
use std::time::{Duration, Instant};

use futures_util::FutureExt as _;
use poem::http::{Method, StatusCode};
use poem::{Endpoint as _, Request, Response, endpoint::make};
use prometheus::Registry;
use web::{Route, Served, Surface};

use super::http::{Answered, Http};
use super::measured::Measured;

fn http() -> Http {
    Http::new(&Registry::new()).unwrap()
}

#[tokio::test]
async fn a_request_that_is_given_up_is_counted_as_such_and_flies_no_more() {
    let site = make(|request: Request| async move {
        match request.uri().path() {
            "/panics" => panic!("a fault"),
            "/hangs" => std::future::pending().await,
            _ => Ok::<_, poem::Error>(Response::default()),
        }
    });
    let http = std::sync::Arc::new(http());
    let site = Measured::over(http.clone(), site);
    let call = |path: &'static str| {
        let request = Request::builder().uri(path.parse().unwrap()).finish();
        site.call(request)
    };
    assert!(call("/").await.is_ok());
    assert_eq!((http.in_flight.get(), http.unfinished.get()), (0, 0));
    assert!(AssertUnwindSafe(call("/panics")).catch_unwind().await.is_err());
    assert_eq!((http.in_flight.get(), http.unfinished.get()), (0, 1));
    let given_up = tokio::time::timeout(Duration::from_millis(10), call("/hangs")).await;
    assert!(given_up.is_err());
    assert_eq!((http.in_flight.get(), http.unfinished.get()), (0, 2));
}

#[test]
fn counting_costs_a_request_next_to_nothing() {
    const TIMES: u32 = 100_000;
    let http = http();
    let route = Route::Pattern("/drafts/:id/documents/:document".into());
    let served = Served { surface: Surface::Portal, route, tenant: None };
    let (method, took) = (Method::GET, Duration::from_millis(3));
    let began = Instant::now();
    for _ in 0..TIMES {
        let (status, served) = (StatusCode::OK, Some(&served));
        http.count(&Answered { method: &method, status, took, served });
    }
    let each = began.elapsed() / TIMES;
    println!("{each:?} for a request");
    // A build without optimisation on a busy machine; a request takes a thousand times as long.
    assert!(each < Duration::from_micros(100), "{each:?}");
}
