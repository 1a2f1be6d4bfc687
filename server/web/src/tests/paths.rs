//! Redirect targets stay on this origin.

use crate::{Reply, paths::safe_path};

#[test]
fn a_target_is_local_or_the_front_page() {
    let local =
        ["/", "/cases", "/cases/42?page=2#top", "/a//b", "/%2f%2fevil", "/x?next=https://a.ir"];
    for path in local {
        assert_eq!(safe_path(path), path);
    }
    let foreign = [
        "",
        "evil",
        "//evil.example",
        "///evil.example",
        "/\\evil.example",
        "\\evil.example",
        "/a\\b",
        "https:evil.example",
        "https://evil.example",
        "javascript:alert(1)",
        "/\tevil",
        "\t//evil",
        "/\n/evil",
        " /a",
        "/a b",
        "/\u{202e}a",
        "/\u{2028}",
        "/\0",
        "//",
        "./a",
        "?a",
        "#a",
    ];
    for path in foreign {
        assert_eq!(safe_path(path), "/", "{path:?}");
    }
    assert_eq!(safe_path(&format!("/{}", "a".repeat(2_000))), "/");
}

#[test]
fn a_redirect_takes_no_header_along() {
    use poem::IntoResponse;
    let response = Reply::to("/a\r\nset-cookie: x=1").into_response();
    assert_eq!(response.header("location"), Some("/"));
}
