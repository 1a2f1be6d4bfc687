//! Bodies that are no proper form, or more of one than is taken.

use std::{io, time::Duration};

use bytes::Bytes;
use futures_util::{StreamExt, stream};
use poem::{Body, http::StatusCode, test::TestClient};

use super::{BOUNDARY, body, browser, field, file, limits, samples, send, site, submit};
use crate::{
    Surface,
    uploads::{FileRule, Kind, Limits},
};

const BAD: StatusCode = StatusCode::BAD_REQUEST;
const LARGE: StatusCode = StatusCode::PAYLOAD_TOO_LARGE;
const FORGED: StatusCode = StatusCode::FORBIDDEN;

const FULL: &[u8] = &[b'x'; 4_096];
const LINES: &[u8] = b"\r\n";

/// A body whose first part is a good token, with `rest` after it as it stands.
fn raw(token: &str, rest: &[u8]) -> Vec<u8> {
    let mut body = body(&[field("_token", token)]);
    body.truncate(body.len() - BOUNDARY.len() - 6);
    body.extend(rest);
    body
}

#[tokio::test]
async fn malformed_bodies_are_refused() {
    let part = format!("--{BOUNDARY}\r\n");
    let end = format!("\r\n--{BOUNDARY}--\r\n");
    let cases: Vec<(&str, Vec<u8>)> = vec![
        ("cut before the end", Vec::new()),
        (
            "no end after a part",
            format!("{part}Content-Disposition: form-data; name=\"a\"\r\n\r\n1").into_bytes(),
        ),
        ("cut in the headers", format!("{part}Content-Disposition: form-da").into_bytes()),
        ("no headers", format!("{part}\r\n1{end}").into_bytes()),
        ("no name", format!("{part}Content-Disposition: form-data\r\n\r\n1{end}").into_bytes()),
        (
            "empty name",
            format!("{part}Content-Disposition: form-data; name=\"\"\r\n\r\n1{end}").into_bytes(),
        ),
        ("broken headers", format!("{part}Content Disposition\r\n\r\n1{end}").into_bytes()),
        (
            "NUL in a field",
            format!("{part}Content-Disposition: form-data; name=\"a\"\r\n\r\n\0{end}").into_bytes(),
        ),
        (
            "not UTF-8",
            [
                format!("{part}Content-Disposition: form-data; name=\"a\"\r\n\r\n").as_bytes(),
                b"\xff",
                end.as_bytes(),
            ]
            .concat(),
        ),
        (
            "a second token",
            format!("{part}Content-Disposition: form-data; name=\"_token\"\r\n\r\n1{end}")
                .into_bytes(),
        ),
        (
            "a file in an unknown field",
            format!(
                "{part}Content-Disposition: form-data; name=\"x\"; filename=\"a.pdf\"\r\n\r\n1{end}"
            )
            .into_bytes(),
        ),
        (
            "a long name",
            format!(
                "{part}Content-Disposition: form-data; name=\"{}\"\r\n\r\n1{end}",
                "a".repeat(600)
            )
            .into_bytes(),
        ),
        ("many headers", format!("{part}{}\r\n\r\n1{end}", "X: 1\r\n".repeat(100)).into_bytes()),
    ];
    let site = site();
    let (cookie, token) = browser(&site);
    for (name, rest) in cases {
        let response = send(&site, limits(), &cookie, raw(&token, &rest)).await;
        assert_eq!(response.0.status(), BAD, "{name}");
    }
}

#[tokio::test]
async fn the_token_comes_first_or_nothing_is_read() {
    let site = site();
    let (cookie, token) = browser(&site);
    let pdf = || file("a.pdf", "application/pdf", samples::pdf());
    let mut as_file = field("_token", &token);
    as_file.headers.push_str("; filename=\"t\"");
    let cases = [
        ("none", vec![pdf()]),
        ("late", vec![pdf(), field("_token", &token)]),
        ("wrong", vec![field("_token", "AAAA"), pdf()]),
        ("of another", vec![field("_token", &browser(&site).1), pdf()]),
        ("as a file", vec![as_file, pdf()]),
        ("nothing at all", vec![]),
    ];
    for (name, parts) in cases {
        let response = send(&site, limits(), &cookie, body(&parts)).await;
        assert_eq!(response.0.status(), FORGED, "{name}");
    }
}

#[tokio::test]
async fn more_than_is_taken_ends_the_request() {
    let many = || (0..1_001).map(|number| field(&format!("f{number}"), "1")).collect();
    let cases: Vec<(&str, Vec<super::Part>)> = vec![
        ("fields", many()),
        ("a field", vec![field("a", &"x".repeat(80_001))]),
        ("all", vec![file("a.pdf", "application/pdf", vec![b'x'; 3_000_000])]),
    ];
    for (name, parts) in cases {
        let (status, told) = submit(parts).await;
        assert_eq!(status, LARGE, "{name}: {told}");
    }
}

#[tokio::test]
async fn only_multipart_is_taken() {
    let site = site();
    let (cookie, token) = browser(&site);
    for content_type in
        ["text/plain", "application/json", "multipart/form-data", "multipart/mixed; boundary=x", ""]
    {
        let limits = limits();
        let handler = poem::endpoint::make(move |request| super::take(request, limits.clone()));
        let response = TestClient::new(site.dress(Surface::Portal, handler))
            .post("/")
            .header("sec-fetch-site", "same-origin")
            .header("cookie", &cookie)
            .header("content-type", content_type)
            .body(body(&[field("_token", &token)]))
            .send()
            .await;
        response.assert_status(StatusCode::UNSUPPORTED_MEDIA_TYPE);
    }
}

/// A body that goes on after `start` with `piece`, for ever.
fn endless(start: Vec<u8>, piece: &'static [u8], pause: Duration) -> Body {
    let start = stream::iter([Ok::<_, io::Error>(Bytes::from(start))]);
    let rest = stream::repeat(()).then(move |()| async move {
        if pause.is_zero() {
            tokio::task::yield_now().await;
        } else {
            tokio::time::sleep(pause).await;
        }
        Ok(Bytes::from_static(piece))
    });
    Body::from_bytes_stream(start.chain(rest))
}

#[tokio::test]
async fn an_endless_body_ends() {
    let site = site();
    let (cookie, token) = browser(&site);
    let part = format!("--{BOUNDARY}\r\n");
    let headers = "Content-Disposition: form-data; name=\"doc\"; filename=\"a.pdf\"\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.4";
    let file = format!("{part}{headers}").into_bytes();
    let unending_headers = format!("{part}X: ").into_bytes();
    let cases = [
        ("a file", raw(&token, &file), FULL, LARGE),
        ("headers", raw(&token, &unending_headers), FULL, BAD),
        ("a preamble", Vec::new(), FULL, BAD),
        ("a preamble of lines", Vec::new(), LINES, BAD),
    ];
    for (name, start, piece, status) in cases {
        let response = send(&site, limits(), &cookie, endless(start, piece, Duration::ZERO)).await;
        assert_eq!(response.0.status(), status, "{name}");
    }
}

#[tokio::test]
async fn a_drip_is_cut() {
    let site = site();
    let (cookie, token) = browser(&site);
    let start = raw(
        &token,
        format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n").as_bytes(),
    );
    let slow = Limits { minimum_rate: 10_000, patience: Duration::from_millis(900), ..limits() };
    let late = Limits { deadline: Duration::from_millis(200), ..limits() };
    for limits in [slow, late] {
        let body = endless(start.clone(), b"x", Duration::from_millis(50));
        let response = send(&site, limits, &cookie, body).await;
        assert_eq!(response.0.status(), StatusCode::REQUEST_TIMEOUT);
    }
}

#[tokio::test]
async fn a_form_in_the_smallest_pieces_is_the_same_form() {
    let site = site();
    let (cookie, token) = browser(&site);
    let pdf = samples::pdf();
    let whole =
        body(&[field("_token", &token), field("a", "۱"), file("a.pdf", "application/pdf", pdf)]);
    for size in [1, 2, 3, 7, 64, 1_000] {
        let pieces: Vec<_> = whole
            .chunks(size)
            .map(|piece| Ok::<_, io::Error>(Bytes::copy_from_slice(piece)))
            .collect();
        let response =
            send(&site, limits(), &cookie, Body::from_bytes_stream(stream::iter(pieces))).await;
        let told = response.0.into_body().into_string().await.unwrap();
        assert!(told.starts_with("a=۱; a.pdf pdf"), "in pieces of {size}: {told}");
    }
}

#[tokio::test]
async fn a_body_that_breaks_off_is_refused() {
    let site = site();
    let (cookie, token) = browser(&site);
    let start = raw(
        &token,
        format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1").as_bytes(),
    );
    let pieces = [Ok(Bytes::from(start)), Err(io::Error::from(io::ErrorKind::ConnectionReset))];
    let response =
        send(&site, limits(), &cookie, Body::from_bytes_stream(stream::iter(pieces))).await;
    assert_eq!(response.0.status(), BAD);
}

#[tokio::test]
async fn a_disk_that_is_away_is_told_and_may_be_tried_again() {
    let mut away = site();
    std::sync::Arc::get_mut(&mut away).unwrap().spool = "/nonexistent".into();
    let (cookie, token) = browser(&away);
    let parts = [field("_token", &token), file("a.pdf", "application/pdf", samples::pdf())];
    let response = send(&away, limits(), &cookie, body(&parts)).await;
    response.assert_status(StatusCode::SERVICE_UNAVAILABLE);
    response.assert_header("retry-after", "30");
}

#[test]
fn a_field_adds_to_the_whole() {
    let rule = FileRule { count: 3, bytes: 10, kinds: vec![Kind::Pdf] };
    let limits = Limits::default();
    assert_eq!(limits.clone().with("a", rule).total_bytes, limits.total_bytes + 30);
}
