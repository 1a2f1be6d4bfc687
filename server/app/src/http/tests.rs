//! Over raw sockets: what a well-behaved client would never send.

use std::sync::Arc;
use std::time::{Duration, Instant};

use futures_util::{future::join_all, stream};
use poem::http::StatusCode;
use poem::{
    Body, EndpointExt as _, IntoResponse as _, Request, Response, Route, endpoint::make, get,
};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

use super::Server;
use super::head::{end_of_head, names_a_length};
use crate::config::{Limits, Span};

fn limits() -> Limits {
    let ms = |n| Span(Duration::from_millis(n));
    Limits {
        header_timeout: ms(700),
        idle_timeout: ms(2_000),
        body_timeout: ms(3_000),
        body_patience: ms(700),
        body_rate: 1_000,
        request_timeout: ms(1_000),
        write_timeout: ms(700),
        connections: 100,
        look_ups: 0,
        api_calls: 0,
    }
}

async fn server(limits: &Limits) -> Server {
    let site = Route::new()
        .at("/", get(make(|_| async { "hello" })))
        .at("/echo", make(echo))
        .at("/panic", get(make(panics)))
        .at("/slow", get(make(|_| slow(400))))
        .at("/stuck", get(make(|_| slow(60_000))))
        .at("/endless", get(make(|_| async { endless() })))
        .map_to_response()
        .boxed();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    Server::start(listener, Arc::new(site), limits).unwrap()
}

async fn echo(mut request: Request) -> Response {
    match request.take_body().into_bytes().await {
        Ok(bytes) => bytes.into_response(),
        Err(_) => StatusCode::REQUEST_TIMEOUT.into(),
    }
}

async fn panics(_: Request) -> Response {
    panic!("on purpose")
}

async fn slow(milliseconds: u64) -> &'static str {
    tokio::time::sleep(Duration::from_millis(milliseconds)).await;
    "slow"
}

fn endless() -> Response {
    let chunk = || std::io::Result::Ok(vec![b'x'; 64 * 1024]);
    Response::builder().body(Body::from_bytes_stream(stream::repeat_with(chunk)))
}

async fn connect(server: &Server) -> TcpStream {
    TcpStream::connect(server.address()).await.unwrap()
}

/// Send these bytes and read until the server closes.
async fn exchange(server: &Server, request: &str) -> String {
    let mut socket = connect(server).await;
    socket.write_all(request.as_bytes()).await.unwrap();
    read_all(&mut socket).await
}

async fn read_all(socket: &mut TcpStream) -> String {
    let mut answer = Vec::new();
    // The server may reset a connection that still has unread bytes; what came before counts.
    let _ = socket.read_to_end(&mut answer).await;
    String::from_utf8_lossy(&answer).into_owned()
}

fn statuses(answer: &str) -> Vec<&str> {
    answer
        .match_indices("HTTP/1.")
        .map(|(at, found)| &answer[at + found.len() + 2..at + found.len() + 5])
        .collect()
}

#[tokio::test]
async fn what_can_be_read_in_two_ways_is_refused() {
    let server = server(&limits()).await;
    let close = "Connection: close\r\n\r\n";
    let many = "X-Many: 1\r\n".repeat(65);
    let large = format!("X-Large: {}\r\n", "a".repeat(33 * 1024));
    let long = "a".repeat(8 * 1024 + 1);
    for (status, request) in [
        ("200", format!("GET / HTTP/1.1\r\nHost: a\r\n{close}")),
        ("400", format!("GET / HTTP/1.1\r\n{close}")),
        ("400", format!("GET / HTTP/1.1\r\nHost:\r\n{close}")),
        ("400", format!("GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n{close}")),
        ("400", format!("GET / HTTP/1.1\r\nHost: a\r\nhost: b\r\n{close}")),
        ("400", format!("GET / HTTP/1.0\r\n{close}")),
        ("400", format!("GET http://b/ HTTP/1.1\r\nHost: a\r\n{close}")),
        ("200", format!("GET http://a/ HTTP/1.1\r\nHost: a\r\n{close}")),
        (
            "400",
            "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
                .to_owned(),
        ),
        (
            "400",
            "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\ncontent-length: 5\r\n\r\n0\r\n\r\n"
                .to_owned(),
        ),
        (
            "200",
            "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n0\r\n\r\n"
                .to_owned(),
        ),
        (
            "400",
            format!("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n{close}ab"),
        ),
        (
            "400",
            format!("POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip\r\n{close}"),
        ),
        ("405", format!("TRACE / HTTP/1.1\r\nHost: a\r\n{close}")),
        ("405", format!("CONNECT a:80 HTTP/1.1\r\nHost: a:80\r\n{close}")),
        ("414", format!("GET /{long} HTTP/1.1\r\nHost: a\r\n{close}")),
        ("431", format!("GET / HTTP/1.1\r\nHost: a\r\n{many}{close}")),
        ("431", format!("GET / HTTP/1.1\r\nHost: a\r\n{large}{close}")),
        ("400", "nonsense\r\n\r\n".to_owned()),
    ] {
        let answer = exchange(&server, &request).await;
        let shown = &request[..request.len().min(120)];
        assert_eq!(statuses(&answer), [status], "{shown:?}\n{answer}");
    }
}

#[tokio::test]
async fn a_contradiction_is_seen_behind_other_requests_too() {
    let server = server(&limits()).await;
    let first =
        "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 20\r\n\r\ncontent-length: 1\r\n\r\n";
    let bad = "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n";
    let good = "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n";
    let get = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
    for (requests, expected) in [
        ([first, get, bad].concat(), &["200", "200", "400"][..]),
        ([get, first, good].concat(), &["200", "200", "200"]),
        // What follows a chunked body is not read any more.
        ([get, good, get].concat(), &["200", "200"]),
    ] {
        assert_eq!(statuses(&exchange(&server, &requests).await), expected, "{requests}");
    }
}

#[tokio::test]
async fn a_refusal_carries_headers_that_make_it_harmless() {
    let server = server(&limits()).await;
    let answer = exchange(&server, "GET / HTTP/1.1\r\nConnection: close\r\n\r\n").await;
    let answer = answer.to_lowercase();
    for header in ["content-security-policy: default-src 'none'", "x-content-type-options: nosniff"]
    {
        assert!(answer.contains(header), "{answer}");
    }
}

/// How long the server held a client that sends `first`, then `drip` again and again.
async fn held(server: &Server, first: &str, drip: &str) -> (Duration, String) {
    let mut socket = connect(server).await;
    let started = Instant::now();
    socket.write_all(first.as_bytes()).await.unwrap();
    let (mut reading, mut writing) = socket.split();
    let dripping = async {
        loop {
            tokio::time::sleep(Duration::from_millis(100)).await;
            if !drip.is_empty() && writing.write_all(drip.as_bytes()).await.is_err() {
                std::future::pending::<()>().await;
            }
        }
    };
    let mut answer = Vec::new();
    tokio::select! {
        _ = reading.read_to_end(&mut answer) => {}
        () = dripping => {}
        () = tokio::time::sleep(Duration::from_secs(8)) => panic!("{first:?} {drip:?} is still open"),
    }
    (started.elapsed(), String::from_utf8_lossy(&answer).into_owned())
}

#[tokio::test]
async fn slow_clients_are_let_go() {
    let server = server(&limits()).await;
    let head = "GET / HTTP/1.1\r\nHost: a\r\nX-A: ";
    let body = "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\n";
    let chunked = "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
    let whole = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
    // Limits: 700 ms for a head, 2 s idle, 700 ms + 1 ms for each byte of a body, 3 s in all.
    let enough = drip_of(300);
    let cases = [
        ("says nothing", "", "", 600, 1_500),
        ("stops in the head", head, "", 600, 1_500),
        ("drips a head", head, "a", 600, 1_500),
        ("drips empty lines", "\r\n", "\r\n", 600, 1_500),
        ("sends no body", body, "", 600, 2_900),
        ("drips a body", body, "a", 600, 2_900),
        ("drips chunks", chunked, "1\r\na\r\n", 600, 2_900),
        ("keeps up the rate but never ends", chunked, &enough, 2_500, 6_000),
        ("idles after a request", whole, "", 1_800, 3_000),
        ("drips a second head", whole, "a", 600, 1_800),
    ];
    join_all(cases.map(async |(what, first, drip, from, to)| {
        let (span, answer) = held(&server, first, drip).await;
        let range = Duration::from_millis(from)..Duration::from_millis(to);
        assert!(range.contains(&span), "who {what} was held for {span:?}\n{answer}");
    }))
    .await;
}

/// One chunk of so many bytes.
fn drip_of(bytes: usize) -> String {
    format!("{bytes:x}\r\n{}\r\n", "x".repeat(bytes))
}

#[tokio::test]
async fn a_body_that_keeps_up_is_taken_however_long_it_is() {
    let server = server(&limits()).await;
    let mut socket = connect(&server).await;
    let head =
        "POST /echo HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 8000\r\n\r\n";
    socket.write_all(head.as_bytes()).await.unwrap();
    for _ in 0..16 {
        tokio::time::sleep(Duration::from_millis(100)).await;
        socket.write_all(&[b'y'; 500]).await.unwrap();
    }
    let answer = read_all(&mut socket).await;
    assert_eq!(
        statuses(&answer),
        ["200"],
        "1.6 s of body are more than a handler's 1 s, and count for the client"
    );
    assert!(answer.ends_with(&"y".repeat(8_000)));
}

#[tokio::test]
async fn who_takes_nothing_of_an_answer_is_let_go() {
    let server = server(&limits()).await;
    let mut socket = connect(&server).await;
    socket.write_all(b"GET /endless HTTP/1.1\r\nHost: a\r\n\r\n").await.unwrap();
    tokio::time::sleep(Duration::from_millis(2_500)).await;
    assert_eq!(server.stop(Duration::from_millis(10)).await, 0, "the connection is still open");
}

#[tokio::test]
async fn a_panic_is_a_500_and_the_server_lives() {
    let server = server(&limits()).await;
    let panics = "GET /panic HTTP/1.1\r\nHost: a\r\n\r\n";
    let closes = "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
    let answer = exchange(&server, &[panics, closes].concat()).await;
    assert_eq!(statuses(&answer), ["500", "200"]);
    assert!(!answer.contains("on purpose"), "{answer}");
}

#[tokio::test]
async fn a_handler_that_is_stuck_is_given_up() {
    let server = server(&limits()).await;
    let request = "GET /stuck HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
    let answer = exchange(&server, request).await;
    assert_eq!(statuses(&answer), ["503"]);
    assert!(answer.to_lowercase().contains("retry-after"), "{answer}");
}

#[tokio::test]
async fn a_request_under_way_ends_well_when_the_server_stops() {
    let server = server(&limits()).await;
    let address = server.address();
    let mut busy = connect(&server).await;
    busy.write_all(b"GET /slow HTTP/1.1\r\nHost: a\r\n\r\n").await.unwrap();
    let mut idle = connect(&server).await;
    idle.write_all(b"GET / HTTP/1.1\r\nHost: a\r\n\r\n").await.unwrap();
    tokio::time::sleep(Duration::from_millis(150)).await;

    let started = Instant::now();
    let stopping = tokio::spawn(server.stop(Duration::from_secs(5)));
    assert_eq!(statuses(&read_all(&mut busy).await), ["200"]);
    assert_eq!(statuses(&read_all(&mut idle).await), ["200"]);
    assert_eq!(stopping.await.unwrap(), 0);
    assert!(
        started.elapsed() < Duration::from_secs(1),
        "an idle connection must not delay the stop"
    );
    assert!(TcpStream::connect(address).await.is_err(), "it still accepts");
}

#[tokio::test]
async fn who_does_not_end_in_time_is_cut_off() {
    let server =
        server(&Limits { request_timeout: Span(Duration::from_mins(1)), ..limits() }).await;
    let mut socket = connect(&server).await;
    socket.write_all(b"GET /stuck HTTP/1.1\r\nHost: a\r\n\r\n").await.unwrap();
    tokio::time::sleep(Duration::from_millis(100)).await;
    assert_eq!(server.stop(Duration::from_millis(200)).await, 1);
    assert_eq!(read_all(&mut socket).await, "");
}

#[tokio::test]
async fn more_connections_than_places_wait_their_turn() {
    let server = server(&Limits { connections: 1, ..limits() }).await;
    let mut first = connect(&server).await;
    first.write_all(b"GET / HTTP/1.1\r\nHost: a\r\n\r\n").await.unwrap();
    let mut byte = [0; 1];
    first.read_exact(&mut byte).await.unwrap();

    let mut second = connect(&server).await;
    second.write_all(b"GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n").await.unwrap();
    let waits =
        tokio::time::timeout(Duration::from_millis(300), second.read_exact(&mut byte)).await;
    assert!(waits.is_err(), "it was served beside the first");
    drop(first);
    assert_eq!(statuses(&format!("H{}", read_all(&mut second).await)), ["200"]);
}

#[test]
fn the_end_of_a_head_is_where_hyper_sees_it() {
    for (bytes, end) in [
        ("GET / HTTP/1.1\r\nA: 1\r\n\r\nbody", 24),
        ("GET / HTTP/1.1\nA: 1\n\nbody", 21),
        ("\r\n\r\nGET / HTTP/1.1\r\n\r\nbody", 22),
        ("GET / HTTP/1.1\r\nA: 1\r\n", 22),
        ("", 0),
    ] {
        assert_eq!(end_of_head(bytes.as_bytes()), end, "{bytes:?}");
    }
}

#[test]
fn a_length_is_named_by_a_header_only() {
    for (head, named) in [
        ("POST / HTTP/1.1\r\nContent-Length: 5\r\n\r\n", true),
        ("POST / HTTP/1.1\r\ncontent-LENGTH:5\r\n\r\n", true),
        ("POST /content-length: HTTP/1.1\r\nHost: a\r\n\r\n", false),
        ("POST / HTTP/1.1\r\nX-Content-Length: 5\r\n\r\n", false),
        ("POST / HTTP/1.1\r\nX: content-length: 5\r\n\r\n", false),
    ] {
        assert_eq!(names_a_length(head.as_bytes()), named, "{head:?}");
    }
}
