//! Headers of every answer of every surface.

use poem::{Route, endpoint::make, get, http::Method};
use strum::IntoEnumIterator;

use super::{Plain, client, site};
use crate::{Problem, Reply, Surface, show};

const ALWAYS: [(&str, &str); 6] = [
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "same-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("strict-transport-security", "max-age=31536000"),
    ("cache-control", "no-store"),
];

#[tokio::test]
async fn every_answer_is_guarded() {
    let site = site();
    let routes = || {
        Route::new()
            .at("/ok", get(make(|_| async { show(Plain { text: "متن" }) })))
            .at("/fault", get(make(|_| async { Err::<Reply, _>(Problem::fault("broken")) })))
            .at(
                "/lax",
                get(make(|_| async {
                    poem::Response::builder()
                        .header("cache-control", "public")
                        .header("content-security-policy", "default-src *")
                        .finish()
                })),
            )
    };
    let requests = [
        (Method::GET, "/ok", 200),
        (Method::GET, "/lax", 200),
        (Method::GET, "/nowhere", 404),
        (Method::GET, "/fault", 500),
        (Method::POST, "/ok", 403),
        (Method::GET, "/assets/x/none.js", 404),
    ];
    for surface in Surface::iter() {
        let client = client(&site, surface, routes());
        for (method, path, status) in requests.clone() {
            let response = client.request(method, path).send().await;
            assert_eq!(response.0.status().as_u16(), status, "{surface} {path}");
            for (name, value) in ALWAYS {
                assert_eq!(response.0.header(name), Some(value), "{surface} {path} {name}");
            }
            assert!(response.0.headers().contains_key("permissions-policy"), "{surface} {path}");
            check_policy(surface, response.0.header("content-security-policy").unwrap());
        }
    }
}

fn check_policy(surface: Surface, policy: &str) {
    assert!(policy.contains("default-src 'none'"), "{surface}: {policy}");
    assert!(policy.contains("frame-ancestors 'none'"), "{surface}: {policy}");
    assert!(policy.contains("base-uri 'none'"), "{surface}: {policy}");
    assert!(!policy.contains("unsafe-") && !policy.contains('*'), "{surface}: {policy}");
    assert_eq!(policy.starts_with("sandbox"), surface == Surface::Files, "{surface}: {policy}");
    let trusted = matches!(surface, Surface::Portal | Surface::Directory);
    assert_eq!(
        policy.contains("require-trusted-types-for 'script'"),
        trusted,
        "{surface}: {policy}"
    );
}

#[tokio::test]
async fn an_unknown_host_gets_a_guarded_page() {
    let request = poem::Request::builder().uri_str("/").finish();
    let response = site().refuse(&request, poem::http::StatusCode::MISDIRECTED_REQUEST);
    assert_eq!(response.status().as_u16(), 421);
    assert_eq!(response.header("cache-control"), Some("no-store"));
}

#[tokio::test]
async fn an_unknown_host_has_the_style_of_that_page_and_nothing_else() {
    let request = |path: &str| poem::Request::builder().uri_str(path).finish();
    for path in [crate::assets::path("mark.svg"), "/assets/x/nothing.css".to_owned()] {
        // Without `make assets` there is nothing to serve.
        let built = crate::assets::serve(&request(&path)).is_some();
        let refused = poem::http::StatusCode::MISDIRECTED_REQUEST;
        let status = site().refuse(&request(&path), refused).status().as_u16();
        assert_eq!(status, if built { 200 } else { 421 }, "{path}");
    }
}

#[tokio::test]
async fn the_files_host_knows_no_session() {
    let site = site();
    let files = make(|request: poem::Request| async move {
        let here = crate::here::of(&request).unwrap();
        if here.session().is_some() { "known" } else { "unknown" }
    });
    let (cookie, _) = super::browser(&site);
    let response =
        client(&site, Surface::Files, files).get("/").header("cookie", cookie).send().await;
    response.assert_text("unknown").await;
}
