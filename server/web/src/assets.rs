//! The built style sheets, scripts, font and icons, embedded and served at `/assets/<version>/<name>`.

use std::sync::LazyLock;

use poem::{
    Response,
    http::{Method, StatusCode, header},
};
use rust_embed::{EmbeddedFile, RustEmbed};
use sha2::{Digest, Sha256};

#[derive(RustEmbed)]
#[folder = "assets/dist"]
struct Dist;

/// One version for the whole set, so that a style sheet can name its font beside it.
static VERSION: LazyLock<String> = LazyLock::new(|| {
    let mut names: Vec<_> = Dist::iter().collect();
    names.sort();
    let mut hash = Sha256::new();
    for name in names {
        hash.update(name.as_bytes());
        hash.update(Dist::get(&name).map_or([0; 32], |file| file.metadata.sha256_hash()));
    }
    hex::encode(&hash.finalize()[..8])
});

/// The address of a built file.
pub fn path(name: &str) -> String {
    format!("/assets/{}/{name}", *VERSION)
}

/// Whether a request path is one that this module answers.
pub(crate) fn is_asset(path: &str) -> bool {
    path.starts_with("/assets/")
}

/// Answers a request for a built file; `None` when there is none of that name.
pub(crate) fn serve(request: &poem::Request) -> Option<Response> {
    let (version, name) = request.uri().path().strip_prefix("/assets/")?.split_once('/')?;
    if !matches!(*request.method(), Method::GET | Method::HEAD)
        || name.rsplit('.').next() == Some("br")
    {
        return None;
    }
    let file = Dist::get(name)?;
    let tag = format!("\"{}\"", hex::encode(&file.metadata.sha256_hash()[..16]));
    if request.header(header::IF_NONE_MATCH) == Some(tag.as_str()) {
        return Some(answer(version, name, &tag).status(StatusCode::NOT_MODIFIED).finish());
    }
    Some(match packed(request, name) {
        Some(packed) => answer(version, name, &tag)
            .header(header::CONTENT_ENCODING, "br")
            .body(packed.data.into_owned()),
        None => answer(version, name, &tag).body(file.data.into_owned()),
    })
}

/// The headers of a file. While replicas of two versions run side by side, a page of one may ask the
/// other: it gets the file it has, but must ask again the next time.
fn answer(version: &str, name: &str, tag: &str) -> poem::ResponseBuilder {
    let caching =
        if version == *VERSION { "public, max-age=31536000, immutable" } else { "no-cache" };
    Response::builder()
        .content_type(media_type(name))
        .header(header::CACHE_CONTROL, caching)
        .header(header::VARY, "Accept-Encoding")
        .header(header::ETAG, tag)
}

fn packed(request: &poem::Request, name: &str) -> Option<EmbeddedFile> {
    let accepted = request.header(header::ACCEPT_ENCODING)?;
    let takes_brotli = accepted.split(',').any(|part| part.trim().split(';').next() == Some("br"));
    takes_brotli.then(|| Dist::get(&format!("{name}.br")))?
}

fn media_type(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("woff2") => "font/woff2",
        Some("png") => "image/png",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
