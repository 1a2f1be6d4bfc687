//! Built files and their caching.

use poem::{endpoint::make, http::StatusCode};

use super::{Plain, client, site};
use crate::{Surface, assets, show};

#[tokio::test]
async fn an_asset_is_cached_for_good_under_its_version() {
    let site = site();
    let client = client(&site, Surface::Portal, make(|_| async { show(Plain { text: "متن" }) }));
    let path = assets::path("app.js");
    let response = client.get(&path).send().await;
    if response.0.status() == StatusCode::NOT_FOUND {
        return; // `make assets` has not run: there is nothing to serve, and no page claims otherwise.
    }
    response.assert_header("cache-control", "public, max-age=31536000, immutable");
    response.assert_content_type("text/javascript; charset=utf-8");
    let tag = response.0.headers()["etag"].to_str().unwrap().to_owned();

    let known = client.get(&path).header("if-none-match", tag).send().await;
    known.assert_status(StatusCode::NOT_MODIFIED);
    let packed = client.get(&path).header("accept-encoding", "gzip, br").send().await;
    packed.assert_header("content-encoding", "br");
    let older = client.get("/assets/0000000000000000/app.js").send().await;
    older.assert_header("cache-control", "no-cache");
}

#[tokio::test]
async fn only_built_files_are_served() {
    let site = site();
    let client = client(&site, Surface::Portal, make(|_| async { show(Plain { text: "متن" }) }));
    for path in [
        "/assets/x/none.js",
        "/assets/x/../app.js",
        "/assets/x/%2e%2e/app.js",
        "/assets/",
        "/assets/x/app.js.br",
    ] {
        let response = client.get(path).send().await;
        response.assert_status(StatusCode::NOT_FOUND);
        response.assert_header("cache-control", "no-store");
    }
}
