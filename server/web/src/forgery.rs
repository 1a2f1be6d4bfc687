//! The guard against forged requests (ASVS 5.0.0 3.5.1): two locks, of which one may fail.
//!
//! First the browser's own word on where a request comes from. Sibling tenants share a registrable
//! domain and are thus *same-site*, so only *same-origin* passes. Second a token in the form, bound to
//! the browser's cookie by a keyed hash, checked where a body is read.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use hmac::{Hmac, Mac};
use poem::{
    Request,
    http::{Method, Uri, header},
};
use rand::RngCore;
use sha2::Sha256;
use subtle::ConstantTimeEq;

/// The name of the hidden input.
pub const TOKEN: &str = "_token";

/// Whether a method can change something, and is therefore guarded.
pub(crate) fn is_unsafe(method: &Method) -> bool {
    !matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS)
}

/// Whether the browser says that the request comes from a page of this very origin.
///
/// A browser too old to say `Sec-Fetch-Site` sends `Origin` with every POST; a request with neither is
/// not from a form of ours.
pub(crate) fn is_same_origin(request: &Request) -> bool {
    match request.header("sec-fetch-site") {
        Some(site) => site == "same-origin",
        None => match (request.header(header::ORIGIN), request.header(header::HOST)) {
            (Some(origin), Some(host)) => authority(origin).is_some_and(|from| from == host),
            _ => false,
        },
    }
}

fn authority(origin: &str) -> Option<String> {
    let uri: Uri = origin.parse().ok()?;
    Some(uri.authority()?.as_str().to_owned())
}

/// Makes and checks the tokens of forms.
pub struct Seal {
    key: [u8; 32],
}

impl Seal {
    /// `key` is 32 bytes derived from the deployment's key for this purpose alone.
    pub fn new(key: [u8; 32]) -> Self {
        Self { key }
    }

    /// A token for the browser that holds `holder`, different each time, so that compressing a page
    /// gives nothing of it away (BREACH).
    pub fn token(&self, holder: &str) -> String {
        let mut mask = [0; 32];
        rand::rng().fill_bytes(&mut mask);
        let mut bytes = mask.to_vec();
        bytes.extend(self.mark(holder).iter().zip(mask).map(|(byte, mask)| byte ^ mask));
        URL_SAFE_NO_PAD.encode(bytes)
    }

    /// Whether a token was made here for this browser.
    pub fn accepts(&self, holder: &str, token: &str) -> bool {
        let Ok(bytes) = URL_SAFE_NO_PAD.decode(token) else { return false };
        let Some((mask, hidden)) = bytes.split_at_checked(32) else { return false };
        let found: Vec<u8> = hidden.iter().zip(mask).map(|(byte, mask)| byte ^ mask).collect();
        hidden.len() == 32 && bool::from(found.ct_eq(&self.mark(holder)))
    }

    fn mark(&self, holder: &str) -> [u8; 32] {
        let mut mac =
            Hmac::<Sha256>::new_from_slice(&self.key).expect("HMAC takes a key of any length");
        mac.update(holder.as_bytes());
        mac.finalize().into_bytes().into()
    }
}
