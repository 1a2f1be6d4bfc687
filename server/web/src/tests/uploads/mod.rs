//! Uploads: good files, a corpus of hostile ones, and bodies that are no proper form.

mod bodies;
mod corpus;
mod samples;

use std::sync::Arc;

use poem::{
    Body, Request, Response, Result,
    endpoint::make,
    http::StatusCode,
    test::{TestClient, TestResponse},
};

use super::{browser, site};
use crate::{
    Site, Surface,
    uploads::{FileRule, Kind, Limits, Received, receive},
};

const BOUNDARY: &str = "----mizban-test";

fn limits() -> Limits {
    let rule = FileRule { count: 2, bytes: 200_000, kinds: vec![Kind::Pdf, Kind::Jpg, Kind::Png] };
    Limits::default().with("doc", rule)
}

/// One part of a body.
struct Part {
    headers: String,
    content: Vec<u8>,
}

fn field(name: &str, value: &str) -> Part {
    Part {
        headers: format!("Content-Disposition: form-data; name=\"{name}\""),
        content: value.as_bytes().to_vec(),
    }
}

fn file(name: &str, media_type: &str, content: Vec<u8>) -> Part {
    Part {
        headers: format!(
            "Content-Disposition: form-data; name=\"doc\"; filename=\"{name}\"\r\nContent-Type: {media_type}"
        ),
        content,
    }
}

fn body(parts: &[Part]) -> Vec<u8> {
    let mut body = Vec::new();
    for part in parts {
        body.extend(format!("--{BOUNDARY}\r\n{}\r\n\r\n", part.headers).into_bytes());
        body.extend(&part.content);
        body.extend(b"\r\n");
    }
    body.extend(format!("--{BOUNDARY}--\r\n").into_bytes());
    body
}

/// What the handler tells of a form: `fields; files; refusals`.
fn told(received: &Received) -> String {
    let fields: Vec<_> =
        received.fields.pairs().unwrap().map(|(name, value)| format!("{name}={value}")).collect();
    let files: Vec<_> = received
        .files
        .iter()
        .map(|file| {
            format!(
                "{} {} {} {}",
                file.file_name,
                file.kind,
                file.size,
                hex::encode(&file.sha256[..4])
            )
        })
        .collect();
    let refusals: Vec<_> = received
        .refusals
        .iter()
        .map(|refusal| format!("{} {}", refusal.file_name, refusal.flaw.code()))
        .collect();
    [fields.join(","), files.join(","), refusals.join(",")].join("; ")
}

async fn take(request: Request, limits: Limits) -> Result<Response> {
    let (request, mut body) = request.split();
    let received = receive(&request, body.take()?, &limits).await?;
    Ok(Response::builder().body(told(&received)))
}

/// Sends a body to a surface that reads it under `limits`.
async fn send(
    site: &Arc<Site>,
    limits: Limits,
    cookie: &str,
    body: impl Into<Body>,
) -> TestResponse {
    let handler = make(move |request| take(request, limits.clone()));
    TestClient::new(site.dress(Surface::Portal, handler))
        .post("/")
        .header("sec-fetch-site", "same-origin")
        .header("cookie", cookie)
        .content_type(format!("multipart/form-data; boundary={BOUNDARY}"))
        .body(body)
        .send()
        .await
}

/// The same with a good token before the parts; gives status and text.
async fn submit(parts: Vec<Part>) -> (StatusCode, String) {
    let site = site();
    let (cookie, token) = browser(&site);
    let mut all = vec![field("_token", &token)];
    all.extend(parts);
    let response = send(&site, limits(), &cookie, body(&all)).await;
    let status = response.0.status();
    (status, response.0.into_body().into_string().await.unwrap())
}
