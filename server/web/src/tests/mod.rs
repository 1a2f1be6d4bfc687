//! Tests of what the surfaces share, through the dress that every handler wears.

mod answers;
mod assets;
mod cookies;
mod fields;
mod forgery;
mod headers;
mod limits;
mod pages;
mod paths;
mod uploads;

use std::sync::Arc;

use locale::words::Lang;
use poem::{Endpoint, Response, test::TestClient};

use crate::{
    Page, Site, Surface,
    cookies::{Cookies, SessionKey},
    forgery::Seal,
    templates::Engine,
};

/// A page of these tests.
#[derive(serde::Serialize)]
struct Plain {
    text: &'static str,
}

impl Page for Plain {
    const TEMPLATE: &'static str = "test/plain.html";

    fn samples() -> Vec<Self> {
        vec![Self { text: "متن" }]
    }

    fn title(&self, _: Lang) -> String {
        "عنوان".to_owned()
    }
}

const PLAIN: &str =
    r#"{% extends "web/layout.html" %}{% block main %}<p>{{ text }}</p>{% endblock main %}"#;

fn engine(more: &[(&str, &str)]) -> Engine {
    let sources: Vec<_> = [("test/plain.html", PLAIN)]
        .iter()
        .chain(more)
        .map(|(name, source)| ((*name).to_owned(), (*source).to_owned()))
        .collect();
    Engine::new(&sources).unwrap()
}

fn site() -> Arc<Site> {
    Arc::new(Site {
        engine: engine(&[]),
        cookies: Cookies::default(),
        seal: Seal::new([7; 32]),
        https: true,
        spool: std::env::temp_dir(),
    })
}

fn client<E: Endpoint + 'static>(
    site: &Arc<Site>,
    surface: Surface,
    inner: E,
) -> TestClient<impl Endpoint<Output = Response>> {
    TestClient::new(site.dress(surface, inner))
}

/// A browser with a session: its cookie header and a token for its forms.
fn browser(site: &Site) -> (String, String) {
    let key = SessionKey::mint();
    (format!("__Host-session={}", key.as_str()), site.seal.token(key.as_str()))
}
