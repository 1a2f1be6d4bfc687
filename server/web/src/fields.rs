//! The fields of a submitted form: decoded once, checked, and never read without their token.

use poem::{Body, FromRequest, Request, RequestBody, http::header};

use crate::{
    answer::Problem,
    forgery::TOKEN,
    here::{self, Here},
};

/// The most fields a form of ours can have, date parts and lists included.
const MOST: usize = 1_000;

/// A form's fields in the order they were sent, without the token.
///
/// As a handler's argument it reads an urlencoded body of at most `LIMIT` bytes (64 kB unless the
/// handler says more) and checks the token before anything else of the body is believed.
#[derive(Debug, Clone, Default)]
pub struct Fields<const LIMIT: usize = 65_536>(Vec<(String, String)>);

impl<const LIMIT: usize> Fields<LIMIT> {
    /// The single value of a field, or `None` when it was not sent. Two values are a broken form.
    pub fn one(&self, name: &str) -> Result<Option<&str>, Problem> {
        let mut values = self.all(name);
        let first = values.next();
        if values.next().is_some() {
            return Err(Problem::BadRequest("a field was sent twice"));
        }
        Ok(first)
    }

    /// The single value of a field, or the empty string when it was not sent.
    pub fn text(&self, name: &str) -> Result<&str, Problem> {
        Ok(self.one(name)?.unwrap_or_default())
    }

    /// Every value of a field, such as those of several checkboxes of one name.
    pub fn all<'a, 'n>(
        &'a self,
        name: &'n str,
    ) -> impl Iterator<Item = &'a str> + use<'a, 'n, LIMIT> {
        self.0.iter().filter(move |(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// All fields, for a form that is checked as a whole; none may come twice.
    pub fn pairs(&self) -> Result<impl Iterator<Item = (String, String)> + '_, Problem> {
        let mut names: Vec<&str> = self.0.iter().map(|(name, _)| name.as_str()).collect();
        names.sort_unstable();
        if names.windows(2).any(|pair| pair[0] == pair[1]) {
            return Err(Problem::BadRequest("a field was sent twice"));
        }
        Ok(self.0.iter().cloned())
    }

    pub(crate) fn from_pairs(pairs: Vec<(String, String)>) -> Self {
        Self(pairs)
    }

    async fn read(here: &Here, request: &Request, body: Body) -> Result<Self, Problem> {
        if media_type(request) != "application/x-www-form-urlencoded" {
            return Err(Problem::UnsupportedMedia);
        }
        let bytes = body.into_bytes_limit(LIMIT).await.map_err(|error| match error {
            poem::error::ReadBodyError::PayloadTooLarge => Problem::TooLarge,
            _ => Problem::BadRequest("the body broke off"),
        })?;
        let mut pairs = decode(&bytes)?;
        here.check_token(take_token(&mut pairs).as_deref())?;
        Ok(Self(pairs))
    }
}

impl<'a, const LIMIT: usize> FromRequest<'a> for Fields<LIMIT> {
    async fn from_request(request: &'a Request, body: &mut RequestBody) -> poem::Result<Self> {
        let here = here::of(request)?;
        Ok(Self::read(&here, request, body.take()?).await?)
    }
}

/// The media type of a request's body, without its parameters.
pub(crate) fn media_type(request: &Request) -> String {
    let value = request.header(header::CONTENT_TYPE).unwrap_or_default();
    value.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}

/// Takes the token out of the fields; two of them are as good as none.
fn take_token(pairs: &mut Vec<(String, String)>) -> Option<String> {
    let tokens: Vec<_> = pairs.extract_if(.., |(name, _)| name == TOKEN).collect();
    match tokens.as_slice() {
        [(_, token)] => Some(token.clone()),
        _ => None,
    }
}

/// Decodes an urlencoded body, once and strictly (WHATWG URL 5.1, but broken input is refused).
pub(crate) fn decode(body: &[u8]) -> Result<Vec<(String, String)>, Problem> {
    let parts: Vec<&[u8]> =
        body.split(|byte| *byte == b'&').filter(|part| !part.is_empty()).collect();
    if parts.len() > MOST {
        return Err(Problem::TooLarge);
    }
    parts.into_iter().map(decode_pair).collect()
}

fn decode_pair(part: &[u8]) -> Result<(String, String), Problem> {
    let equals = part.iter().position(|byte| *byte == b'=').unwrap_or(part.len());
    let value = part.get(equals + 1..).unwrap_or_default();
    Ok((decode_text(&part[..equals])?, decode_text(value)?))
}

fn decode_text(encoded: &[u8]) -> Result<String, Problem> {
    let mut bytes = Vec::with_capacity(encoded.len());
    let mut rest = encoded.iter().copied();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'+' => b' ',
            b'%' => escaped(&mut rest).ok_or(Problem::BadRequest("a broken escape"))?,
            other => other,
        });
    }
    plain_text(bytes)
}

fn escaped(rest: &mut impl Iterator<Item = u8>) -> Option<u8> {
    let mut digit = || char::from(rest.next()?).to_digit(16);
    let value = digit()? * 16 + digit()?;
    u8::try_from(value).ok()
}

/// Text as it may come from a form: valid UTF-8 (overlong forms and lone surrogates are not) and no
/// NUL, which PostgreSQL cannot keep.
pub(crate) fn plain_text(bytes: Vec<u8>) -> Result<String, Problem> {
    let text = String::from_utf8(bytes).map_err(|_| Problem::BadRequest("not UTF-8"))?;
    if text.contains('\0') {
        return Err(Problem::BadRequest("a NUL character"));
    }
    Ok(text)
}
