//! Reads a multipart form: the token first, then fields and files in the order they come.

use std::{collections::BTreeMap, path::Path, pin::Pin};

use futures_util::Stream;
use multer::{Field, Multipart};
use poem::{Body, Request, http::header};

use super::{
    FileRule, Flaw, Limits, Upload,
    meter::{Meter, Metered},
    spool::Spooled,
    verdict::judge,
};
use crate::{
    answer::Problem,
    fields::{Fields, plain_text},
    forgery::TOKEN,
    here,
};

/// A multipart form, read to its end.
#[derive(Debug, Default)]
pub struct Received {
    pub fields: Fields,
    /// The files that were taken.
    pub files: Vec<Upload>,
    /// The files that were not, each with its reason.
    pub refusals: Vec<Refusal>,
}

/// A file that was not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    pub field: String,
    pub file_name: String,
    pub flaw: Flaw,
}

/// Reads the multipart body of a request within limits.
///
/// The first part must be the form's token: it is checked before any file is read. A file with a flaw
/// is drained and named in `refusals`, so that a person hears of all of them at once; a body beyond the
/// limits ends the request.
pub async fn receive(request: &Request, body: Body, limits: &Limits) -> Result<Received, Problem> {
    let here = here::of(request)?;
    let content_type = request.header(header::CONTENT_TYPE).unwrap_or_default();
    let mut reader = Reader::new(content_type, body, limits, here.spool())?;
    let reading = async {
        here.check_token(reader.token().await?.as_deref())?;
        reader.rest().await
    };
    tokio::time::timeout(limits.deadline, reading).await.map_err(|_| Problem::TimedOut)??;
    Ok(reader.finish())
}

/// The same for a body that does not come from a form of ours, but from a program that brings its own
/// key: no part holds a token. Files wait in the folder `spool`.
pub async fn receive_bare(
    content_type: &str,
    body: Body,
    limits: &Limits,
    spool: &Path,
) -> Result<Received, Problem> {
    let mut reader = Reader::new(content_type, body, limits, spool)?;
    let reading = reader.rest();
    tokio::time::timeout(limits.deadline, reading).await.map_err(|_| Problem::TimedOut)??;
    Ok(reader.finish())
}

struct Reader<'a> {
    parts: Multipart<'static>,
    meter: Meter,
    limits: &'a Limits,
    spool: &'a Path,
    received: Received,
    fields: Vec<(String, String)>,
    /// Files seen so far, by field.
    counts: BTreeMap<String, usize>,
}

impl<'a> Reader<'a> {
    fn new(
        content_type: &str,
        body: Body,
        limits: &'a Limits,
        spool: &'a Path,
    ) -> Result<Self, Problem> {
        let boundary =
            multer::parse_boundary(content_type).map_err(|_| Problem::UnsupportedMedia)?;
        let meter = Meter::new();
        let stream = Metered::new(body, meter.clone(), limits);
        Ok(Self {
            parts: Multipart::new(stream, boundary),
            meter,
            limits,
            spool,
            received: Received::default(),
            fields: Vec::new(),
            counts: BTreeMap::new(),
        })
    }

    fn finish(mut self) -> Received {
        self.received.fields = Fields::from_pairs(self.fields);
        self.received
    }

    async fn token(&mut self) -> Result<Option<String>, Problem> {
        let Some(mut part) = self.next().await? else { return Ok(None) };
        if part.name() != Some(TOKEN) || part.file_name().is_some() {
            return Ok(None);
        }
        self.text(&mut part).await.map(Some)
    }

    async fn rest(&mut self) -> Result<(), Problem> {
        while let Some(part) = self.next().await? {
            let name = self.name_of(&part)?;
            match part.file_name() {
                Some(_) => self.file(name, part).await?,
                None => self.field(name, part).await?,
            }
        }
        Ok(())
    }

    fn name_of(&self, part: &Field<'_>) -> Result<String, Problem> {
        let name = part.name().unwrap_or_default();
        let longest = part.file_name().map_or(0, str::len).max(name.len());
        if name.is_empty() || name == TOKEN || longest > self.limits.name_bytes {
            return Err(Problem::BadRequest("a part without a proper name"));
        }
        plain_text(name.as_bytes().to_vec())
    }

    async fn field(&mut self, name: String, mut part: Field<'_>) -> Result<(), Problem> {
        if self.fields.len() >= self.limits.fields {
            return Err(Problem::TooLarge);
        }
        let value = self.text(&mut part).await?;
        self.fields.push((name, value));
        Ok(())
    }

    async fn file(&mut self, field: String, mut part: Field<'_>) -> Result<(), Problem> {
        let limits = self.limits;
        let rule = limits.files.get(&field).ok_or(Problem::BadRequest("an unknown file field"))?;
        let name = part.file_name().unwrap_or_default().to_owned();
        let declared = part.content_type().map(|media| media.essence_str().to_owned());
        let file_name = locale::text::file_name(&name);
        let judged = match self.spooled(&field, rule, &mut part, file_name.clone()).await? {
            // What a browser sends for a file input that was left alone.
            Ok(file) if file.size == 0 && name.is_empty() => return Ok(()),
            Ok(file) => judge(&file, declared.as_deref(), rule).map(|kind| (file, kind)),
            Err(flaw) => Err(flaw),
        };
        match judged {
            Ok((file, kind)) => self.received.files.push(file.into_upload(field, kind)),
            Err(flaw) => self.received.refusals.push(Refusal { field, file_name, flaw }),
        }
        Ok(())
    }

    /// Spools a part to disk, or drains it when it is one too many or too big.
    async fn spooled(
        &mut self,
        field: &str,
        rule: &FileRule,
        part: &mut Field<'_>,
        name: String,
    ) -> Result<Result<Spooled, Flaw>, Problem> {
        let mut file = Spooled::open(self.spool, name).await.map_err(away)?;
        let count = self.counts.entry(field.to_owned()).or_default();
        let mut flaw = (*count >= rule.count).then_some(Flaw::TooMany);
        while let Some(piece) = self.piece(part).await? {
            if file.size + piece.len() as u64 > rule.bytes {
                flaw = flaw.or(Some(Flaw::TooBig));
            }
            if flaw.is_none() {
                file.write(&piece).await.map_err(away)?;
            }
        }
        if file.size > 0 || flaw.is_some() {
            *self.counts.entry(field.to_owned()).or_default() += 1;
        }
        if let Some(flaw) = flaw {
            return Ok(Err(flaw));
        }
        file.finish().await.map_err(away)?;
        Ok(Ok(file))
    }

    async fn text(&self, part: &mut Field<'_>) -> Result<String, Problem> {
        let mut bytes = Vec::new();
        while let Some(piece) = self.piece(part).await? {
            bytes.extend_from_slice(&piece);
            if bytes.len() > self.limits.field_bytes {
                return Err(Problem::TooLarge);
            }
        }
        plain_text(bytes)
    }

    async fn next(&mut self) -> Result<Option<Field<'static>>, Problem> {
        self.meter.allow(self.limits.header_bytes as u64);
        let Self { parts, meter, .. } = self;
        let next = meter.step(|context| parts.poll_next_field(context)).await;
        meter.allow(u64::MAX);
        next.map_err(|error| self.broken(&error))
    }

    async fn piece(&self, part: &mut Field<'_>) -> Result<Option<bytes::Bytes>, Problem> {
        let piece = self.meter.step(|context| Pin::new(&mut *part).poll_next(context)).await;
        piece.transpose().map_err(|error| self.broken(&error))
    }

    fn broken(&self, error: &multer::Error) -> Problem {
        let what = "a broken multipart body";
        tracing::debug!(%error, what);
        self.meter.reason().unwrap_or(Problem::BadRequest(what))
    }
}

/// The disk is full or away: nothing was taken, and it may be tried again.
fn away(error: std::io::Error) -> Problem {
    Problem::Unavailable(anyhow::Error::new(error).context("an upload could not be spooled"))
}
