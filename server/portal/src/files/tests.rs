//! Names in headers, and documents that changed in the store.

use std::io;

use bytes::Bytes;
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

/// Sends `pieces` as a document that came in as `original`: what arrives, and whether it ended well.
async fn delivered(original: &[u8], pieces: &[&'static [u8]]) -> (Vec<u8>, bool) {
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
    let cases: [(&[u8], &[&'static [u8]], bool); 8] = [
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
