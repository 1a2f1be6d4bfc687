//! Names in headers, and documents that changed in the store.

use std::io;
use std::sync::Arc;

use bytes::Bytes;
use domain::documents::Download;
use futures_util::stream::{self, StreamExt as _};
use sha2::{Digest as _, Sha256};

use super::disposition::attachment;
use super::{media_type, verified};

#[test]
fn a_name_is_offered_whole_and_harms_nothing() {
    let cases = [
        ("invoice.pdf", "document.pdf", "invoice.pdf"),
        (
            "پیش فاکتور.pdf",
            "document.pdf",
            "%D9%BE%DB%8C%D8%B4%20%D9%81%D8%A7%DA%A9%D8%AA%D9%88%D8%B1.pdf",
        ),
        ("a'(b)*.png", "document.png", "a%27%28b%29"),
        ("100%.pdf", "document.pdf", "100%25.pdf"),
    ];
    for (name, plain, encoded) in cases {
        let header = attachment(name);
        assert!(header.starts_with(&format!("attachment; filename=\"{plain}\"; ")), "{header}");
        assert!(header.contains(&format!("filename*=UTF-8''{encoded}")), "{header}");
    }
}

#[test]
fn hostile_names_add_nothing_to_the_header() {
    let hostile = [
        "a\"; filename=\"evil.exe",
        "a\r\nSet-Cookie: x=y.pdf",
        "\u{202e}fdp.exe",
        "a\u{2066}b.pdf",
        "..\\..\\x.pdf",
        "/etc/passwd",
        "x.pdf\0.exe",
        "",
        "\u{feff}",
    ];
    for name in hostile {
        let header = attachment(name);
        assert!(header.bytes().all(|byte| (0x20..0x7f).contains(&byte)), "{header}");
        assert_eq!(header.matches('"').count(), 2, "{header}");
        assert_eq!(header.matches(';').count(), 2, "{header}");
        assert!(!header.contains("%E2%80%AE") && !header.contains("%E2%81%A6"), "{header}");
        assert!(
            !header.contains("%0D") && !header.contains("%0A") && !header.contains("%00"),
            "{header}"
        );
    }
}

#[test]
fn only_types_of_the_list_are_served_as_themselves() {
    for (stored, served) in [
        ("application/pdf", "application/pdf"),
        ("image/png", "image/png"),
        ("text/html", "application/octet-stream"),
        ("image/svg+xml", "application/octet-stream"),
        ("", "application/octet-stream"),
    ] {
        assert_eq!(media_type(stored), served);
    }
}

/// A body as it arrives from the store.
type Pieces = &'static [&'static [u8]];

/// Sends `pieces` as a document that came in as `original`: what arrives, and whether it ended well.
async fn delivered(original: &[u8], pieces: Pieces) -> (Vec<u8>, bool) {
    let sha256 = Sha256::digest(original).into();
    let pieces: Vec<io::Result<Bytes>> =
        pieces.iter().map(|piece| Ok(Bytes::from_static(piece))).collect();
    let body = verified::stream(stream::iter(pieces).boxed(), original.len() as u64, sha256);
    let mut body = Box::pin(body);
    let mut arrived = Vec::new();
    while let Some(piece) = body.next().await {
        match piece {
            Ok(piece) => arrived.extend_from_slice(&piece),
            Err(_) => return (arrived, false),
        }
    }
    (arrived, true)
}

#[tokio::test]
async fn a_document_that_changed_is_never_delivered_whole() {
    let cases: [(&[u8], Pieces, bool); 8] = [
        (b"abcdef", &[b"abc", b"def"], true),
        (b"abcdef", &[b"", b"abcdef", b""], true),
        (b"", &[], true),
        (b"abcdef", &[b"abc", b"deg"], false),
        (b"abcdef", &[b"abd", b"def"], false),
        (b"abcdef", &[b"abc"], false),
        (b"abcdef", &[b"abc", b"def", b"g"], false),
        (b"abcdef", &[], false),
    ];
    for (original, pieces, whole) in cases {
        let (arrived, ended_well) = delivered(original, pieces).await;
        assert_eq!(ended_well, whole, "{pieces:?}");
        assert_eq!(arrived == original, whole, "{pieces:?}");
    }
}

/// A surface whose handler sends a document, dressed like the files host.
async fn sent(download: Download, pieces: Pieces) -> poem::test::TestResponse {
    let site = Arc::new(web::Site {
        engine: web::templates::Engine::new(&crate::templates()).unwrap(),
        cookies: web::cookies::Cookies::default(),
        seal: web::forgery::Seal::new([7; 32]),
        https: true,
        spool: std::env::temp_dir(),
    });
    let handler = poem::endpoint::make(move |_| {
        let body = stream::iter(pieces.iter().map(|piece| Ok(Bytes::from_static(piece)))).boxed();
        let answer = super::answer(&download, body);
        async move { Ok::<_, poem::Error>(answer?) }
    });
    poem::test::TestClient::new(site.dress(web::Surface::Files, handler)).get("/d/x").send().await
}

fn download(media_type: &str) -> Download {
    Download {
        key: "tenant/document".into(),
        name: "فاکتور.pdf".into(),
        media_type: media_type.into(),
        size: 6,
        sha256: Sha256::digest(b"abcdef").into(),
    }
}

#[tokio::test]
async fn a_document_comes_as_an_attachment_that_can_do_nothing() {
    let response = sent(download("text/html"), &[b"abc", b"def"]).await;
    response.assert_status_is_ok();
    for (name, value) in [
        ("content-type", "application/octet-stream"),
        ("content-length", "6"),
        ("x-content-type-options", "nosniff"),
        ("cache-control", "no-store"),
        ("cross-origin-resource-policy", "same-origin"),
    ] {
        response.assert_header(name, value);
    }
    let header = |name: &str| response.0.header(name).unwrap_or_default().to_owned();
    assert!(header("content-disposition").starts_with("attachment; filename=\"document.pdf\""));
    assert!(header("content-security-policy").starts_with("sandbox; default-src 'none'"));
    assert!(response.0.header("set-cookie").is_none());
    response.assert_bytes(b"abcdef".as_slice()).await;
}

#[tokio::test]
async fn a_changed_document_breaks_off() {
    let response = sent(download("application/pdf"), &[b"abc", b"dex"]).await;
    response.assert_content_type("application/pdf");
    assert!(response.0.into_body().into_bytes().await.is_err());
}
