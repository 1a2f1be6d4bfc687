//! What every page is framed in: language, agency, who is signed in, the token of its forms.

use locale::words::Lang;
use serde::Serialize;

use crate::surface::Surface;

/// Available to every template as `frame`.
#[derive(Debug, Clone, Serialize)]
pub struct Frame {
    pub lang: Lang,
    /// `rtl` or `ltr`.
    pub dir: &'static str,
    pub surface: Surface,
    /// The agency's name in the page's language; `None` in the directory.
    pub tenant: Option<String>,
    /// Path of the tenant's own style sheet, served from the same origin.
    pub theme: Option<String>,
    pub title: String,
    /// The hidden `_token` of every form on the page.
    pub token: String,
    /// The path asked for, without its query.
    pub path: String,
    pub signed_in: Option<SignedInView>,
    /// A sentence to show once, after a redirect.
    pub notice: Option<String>,
}

/// A part of a surface that every page leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Nav {
    pub href: &'static str,
    /// Pages whose path begins with this belong to it.
    pub begins: &'static str,
    /// The key of its name.
    pub word: &'static str,
}

/// The signed-in person, as the frame shows her.
#[derive(Debug, Clone, Serialize)]
pub struct SignedInView {
    pub name: String,
    /// Where she can go; empty where the layout says it itself.
    pub nav: &'static [Nav],
    /// Seconds until the session ends when nothing happens.
    pub idle_seconds: u64,
    /// Seconds after which the page warns of it, at least two minutes before (WCAG 2.2.1).
    pub warn_seconds: u64,
}

impl Frame {
    /// A frame for rendering samples, of the portal, signed in.
    pub fn sample(lang: Lang) -> Self {
        Self {
            lang,
            dir: lang.dir(),
            surface: Surface::Portal,
            tenant: Some("سازمان نمونه".to_owned()),
            theme: None,
            title: "صفحهٔ نمونه".to_owned(),
            token: "sample-token".to_owned(),
            path: "/sample".to_owned(),
            signed_in: Some(SignedInView {
                name: "نسرین نمونه".to_owned(),
                nav: &[Nav { href: "/", begins: "/sample", word: "web-surface-desk" }],
                idle_seconds: 1_800,
                warn_seconds: 1_680,
            }),
            notice: None,
        }
    }
}
