//! Headers of every answer, errors and downloads included (ASVS 5.0.0 3.4).

use poem::{
    Response,
    http::{HeaderValue, header},
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

const ALWAYS: [(&str, &str); 6] = [
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    ("referrer-policy", "same-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    (
        "permissions-policy",
        "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
    ),
];

/// Sets the headers that every answer of a surface carries. Whatever the handler said of them is
/// replaced; only an asset keeps its own caching.
pub(crate) fn set(response: &mut Response, surface: Surface, https: bool, asset: bool) {
    let headers = response.headers_mut();
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

fn content_policy(surface: Surface) -> HeaderValue {
    let policy = match surface {
        Surface::Files => DOCUMENTS.to_owned(),
        Surface::Portal | Surface::Directory => format!("{PAGES}{TRUSTED}"),
        Surface::Desk | Surface::Admin => PAGES.to_owned(),
    };
    HeaderValue::from_str(&policy).expect("the policies are plain ASCII")
}
