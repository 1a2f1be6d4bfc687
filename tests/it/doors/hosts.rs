//! The host name alone says which agency and which surface is meant.

use std::sync::Arc;

use app::config::Limits;
use app::http::Server;
use app::wiring;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

use super::routes::{DOORS, Surface};
use crate::support::{Heard, Knock, TestDesk};

async fn knock(desk: &TestDesk, host: &str, path: &str) -> Heard {
    let headers = vec![
        ("host", host.to_owned()),
        // Nobody in front of us says otherwise.
        ("x-forwarded-host", "fda2.localhost:8080".to_owned()),
        ("forwarded", "host=fda2.localhost".to_owned()),
    ];
    desk.browser(host).knock(Knock { method: "GET", path, headers, body: Vec::new() }).await
}

#[tokio::test]
async fn a_host_leads_to_one_agency_or_to_none() {
    let desk = TestDesk::open().await;
    let other = "آزمایشی ۲";
    let known = [
        ("fda.localhost:8080", "/", "surface-portal"),
        ("fda.localhost", "/", "surface-portal"),
        ("fda.localhost:1", "/", "surface-portal"),
        ("FDA.LocalHost:8080", "/", "surface-portal"),
        ("fda-desk.localhost:8080", "/sign-in", "surface-desk"),
        ("FDA-DESK.LOCALHOST", "/sign-in", "surface-desk"),
        ("fda-admin.localhost:8080", "/sign-in", "surface-admin"),
        ("localhost:8080", "/", "surface-directory"),
        ("LOCALHOST", "/", "surface-directory"),
    ];
    for (host, path, shows) in known {
        let heard = knock(&desk, host, path).await;
        assert_eq!(heard.status.as_u16(), 200, "{host}");
        let page = heard.text();
        assert!(page.contains(shows), "{host} shows no {shows}");
        assert!(shows == "surface-directory" || !page.contains(other), "{host} shows the twin");
    }
    let twin = knock(&desk, "fda2.localhost:8080", "/").await.text();
    assert!(twin.contains(other), "the twin is told by its name");
}

#[tokio::test]
async fn an_unknown_host_is_misdirected() {
    let desk = TestDesk::open().await;
    let unknown = [
        "nobody.localhost:8080",
        "evil.example",
        "fda.evil.example",
        "fda.localhost.evil.example",
        "evilfda.localhost",
        "fda.fda.localhost",
        "xlocalhost",
        "fda.localhost.",
        ".localhost",
        "-desk.localhost",
        "-files.localhost",
        "nobody-admin.localhost",
        "-admin.localhost",
        "fda-admin-admin.localhost",
        "fda-desk-admin.localhost",
        "central-desk.localhost",
        "fda-desk-desk.localhost",
        "fda-desk-files.localhost",
        "fda3-desk.localhost",
        "fda_.localhost",
        "fda.localhost:",
        "fda.localhost:80800",
        "fda.localhost:x",
        "fda.localhost:8080:8080",
        "user@fda.localhost",
        "fda.localhost/fda2.localhost",
        "127.0.0.1:8080",
        "[::1]:8080",
        "central.localhost",
        "*",
        "",
    ];
    for host in unknown {
        let heard = knock(&desk, host, "/").await;
        assert_eq!(heard.status.as_u16(), 421, "{host}");
        assert!(!heard.text().contains("غذا و دارو"), "{host} names an agency");
        assert!(heard.header("set-cookie").is_none(), "{host} sets a cookie");
    }
}

#[tokio::test]
async fn a_surface_has_no_door_of_another() {
    let desk = TestDesk::open().await;
    let surfaces =
        [Surface::Portal, Surface::Desk, Surface::Admin, Surface::Files, Surface::Directory];
    for surface in surfaces {
        let own = |path: &str| DOORS.iter().any(|d| d.surface == surface && d.path == path);
        for door in DOORS.iter().filter(|door| !own(door.path)) {
            let path = door.path.replace(':', "");
            let heard = knock(&desk, &surface.host("fda"), &path).await;
            let status = heard.status.as_u16();
            // A name in an address of this surface's own may look like the other's word.
            assert_eq!(status, 404, "{surface:?} answers {path} of {:?}", door.surface);
        }
    }
}

/// What hyper alone would take.
#[tokio::test]
async fn a_request_that_could_be_read_in_two_ways_is_refused() {
    let desk = TestDesk::open().await;
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let site = Arc::new(wiring::site(&desk.state));
    let server = Server::start(listener, site, &Limits::default()).unwrap();
    let long = "x".repeat(9_000);
    let headers: String = std::iter::repeat_n("x-many: 1\r\n", 120).collect();
    let cases = [
        ("one host", "GET / HTTP/1.1\r\nHost: fda.localhost\r\n\r\n".to_owned(), "200"),
        ("no host", "GET / HTTP/1.1\r\n\r\n".to_owned(), "400"),
        ("an empty host", "GET / HTTP/1.1\r\nHost:\r\n\r\n".to_owned(), "4"),
        (
            "two hosts",
            "GET / HTTP/1.1\r\nHost: fda.localhost\r\nHost: fda2.localhost\r\n\r\n".to_owned(),
            "400",
        ),
        (
            "the same host twice",
            "GET / HTTP/1.1\r\nHost: fda.localhost\r\nHost: fda.localhost\r\n\r\n".to_owned(),
            "400",
        ),
        (
            "another host in the request line",
            "GET http://fda2.localhost/ HTTP/1.1\r\nHost: fda.localhost\r\n\r\n".to_owned(),
            "4",
        ),
        ("an unknown host", "GET / HTTP/1.1\r\nHost: nobody.localhost\r\n\r\n".to_owned(), "421"),
        (
            "length and chunks",
            "POST /language HTTP/1.1\r\nHost: fda.localhost\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n".to_owned(),
            "400",
        ),
        (
            "two lengths",
            "POST /language HTTP/1.1\r\nHost: fda.localhost\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd".to_owned(),
            "400",
        ),
        (
            "a length that is none",
            "POST /language HTTP/1.1\r\nHost: fda.localhost\r\nContent-Length: +3\r\n\r\nabc".to_owned(),
            "400",
        ),
        ("a long address", format!("GET /{long} HTTP/1.1\r\nHost: fda.localhost\r\n\r\n"), "414"),
        ("many headers", format!("GET / HTTP/1.1\r\nHost: fda.localhost\r\n{headers}\r\n"), "431"),
    ];
    for (name, request, status) in cases {
        let answer = raw(server.address(), &request).await;
        let line = answer.lines().next().unwrap_or_default();
        assert!(line.starts_with(&format!("HTTP/1.1 {status}")), "{name}: {line}");
        assert!(status == "200" || !answer.contains("غذا و دارو"), "{name} names an agency");
    }
    server.stop(std::time::Duration::ZERO).await;
}

/// Sends these bytes and reads until the other side has nothing more to say.
async fn raw(at: std::net::SocketAddr, request: &str) -> String {
    let mut socket = TcpStream::connect(at).await.expect("a connection");
    let request = request.replacen("\r\n", "\r\nConnection: close\r\n", 1);
    socket.write_all(request.as_bytes()).await.expect("bytes are taken");
    let mut answer = Vec::new();
    // Whoever refuses may close without reading the rest, which resets the connection.
    let _ = socket.read_to_end(&mut answer).await;
    String::from_utf8_lossy(&answer).into_owned()
}
