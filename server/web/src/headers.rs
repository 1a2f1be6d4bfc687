//! Headers of every answer, errors and downloads included (ASVS 5.0.0 3.4).

use std::sync::LazyLock;

use poem::{
    Response,
    http::{HeaderName, HeaderValue, header},
};

use crate::surface::Surface;

/// Nothing but what this origin serves, no inline script or style, no frame around us.
const PAGES: &str = "default-src 'none'; script-src 'self'; style-src 'self'; \
    img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; \
    base-uri 'none'; frame-ancestors 'none'; object-src 'none'";

/// The citizens' pages also forbid every sink that turns a string into script or markup.
const TRUSTED: &str = "; require-trusted-types-for 'script'; trusted-types 'none'";

/// A document is only ever data, even when a browser shows it.
const DOCUMENTS: &str =
    "sandbox; default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const ALWAYS: [(HeaderName, &str); 6] = [
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (header::REFERRER_POLICY, "same-origin"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (
        HeaderName::from_static("permissions-policy"),
        "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
    ),
];
/// With these, what a handler sets and what the connection adds: the map is made once, not grown.
const AT_MOST: usize = 16;

/// Sets the headers that every answer of a surface carries. Whatever the handler said of them is
/// replaced; only an asset keeps its own caching.
pub(crate) fn set(response: &mut Response, surface: Surface, https: bool, asset: bool) {
    let headers = response.headers_mut();
    headers.reserve(AT_MOST.saturating_sub(headers.len()));
    for (name, value) in ALWAYS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    headers.insert(header::CONTENT_SECURITY_POLICY, content_policy(surface));
    if https {
        headers.insert(
            header::STRICT_TRANSPORT_SECURITY,
            HeaderValue::from_static("max-age=31536000"),
        );
    }
    if !asset {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
}

/// Sets the headers of answers for programs: data, whatever a browser would make of them.
pub fn set_of_data(response: &mut Response, https: bool) {
    set(response, Surface::Files, https, false);
}

fn content_policy(surface: Surface) -> HeaderValue {
    static CITIZENS: LazyLock<HeaderValue> = LazyLock::new(|| {
        HeaderValue::try_from(format!("{PAGES}{TRUSTED}")).expect("the policies are plain ASCII")
    });
    match surface {
        Surface::Files => HeaderValue::from_static(DOCUMENTS),
        Surface::Portal | Surface::Directory => CITIZENS.clone(),
        Surface::Desk | Surface::Admin => HeaderValue::from_static(PAGES),
    }
}
