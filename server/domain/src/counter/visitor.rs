//! Who asks, and who stands there for them: read from what a clerk noted.

use std::fmt;

use forms::{Answers, Flaw, Form, Problems, Role, SummaryRow, Typed};
use locale::digits;
use locale::identity::{CompanyId, Mobile, NationalCode};
use locale::jalali::Day;
use locale::words::Lang;
use strum::{EnumString, IntoStaticStr};

use super::form;

/// What a number of identity is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, EnumString, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum IdentityKind {
    NationalCode,
    CompanyId,
    /// The number of a foreigner (شماره اختصاصی): no rule for a check digit is published.
    ForeignId,
}

/// Lengths of a foreigner's number: 12 digits today, older ones differ (`domain.md` 11.3).
const FOREIGN: std::ops::RangeInclusive<usize> = 8..=16;

/// What must be noted of whoever acts for another.
const OF_AN_AGENT: [(&str, &str); 6] = [
    ("agentName", "required"),
    ("agentKind", "choice-required"),
    ("agentId", "required"),
    ("documentNumber", "required"),
    ("documentUntil", "date-required"),
    ("documentScope", "required"),
];

/// Somebody for whom a request is filled in at a counter, as noted and found to be in order.
#[derive(Clone, PartialEq)]
pub struct Visitor {
    typed: Typed,
    answers: Answers,
}

impl fmt::Debug for Visitor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Visitor(…)")
    }
}

impl Visitor {
    /// What was noted, if it is in order. `day` is the day of the reception: a document by which
    /// somebody acts for another must be valid on it.
    ///
    /// # Errors
    /// Every field that needs another look.
    pub fn read(typed: Typed, day: Day) -> Result<Self, Problems> {
        let (answers, mut problems) = match form().check(&typed, &|_| 0) {
            Ok(answers) => (answers, Problems::default()),
            Err(problems) => (Answers::default(), problems),
        };
        check_identity(&typed, ("kind", "id"), &mut problems);
        if !typed.get("mobile").trim().is_empty() && typed.get("mobileOwner").is_empty() {
            problems.insert("mobileOwner", Flaw::new("choice-required"));
        }
        check_authority(&typed, &mut problems);
        check_document(&answers, day, &mut problems);
        problems.or(Self { typed, answers })
    }

    /// Just as typed, to be shown again.
    pub fn typed(&self) -> &Typed {
        &self.typed
    }

    fn said(&self, key: &str) -> &str {
        self.answers.text(key).unwrap_or_default()
    }

    /// How the request came: `in-person`, `phone`, `post` or `agent-office`.
    pub fn channel(&self) -> &str {
        self.said("channel")
    }

    /// How it was checked who asks.
    pub fn check(&self) -> &str {
        self.said("check")
    }

    /// By what a representative acts; none where people act for themselves.
    pub fn authority(&self) -> Option<&str> {
        self.answers.text("authority").filter(|authority| *authority != "oneself")
    }

    /// The applicant's name.
    pub fn name(&self) -> &str {
        self.said("name")
    }

    /// The applicant's number of this kind, in its canonical form.
    pub fn identity(&self, kind: IdentityKind) -> Option<String> {
        let is: IdentityKind = self.said("kind").parse().ok()?;
        if is == kind { canonical(kind, self.said("id")).ok() } else { None }
    }

    pub fn mobile(&self) -> Option<&str> {
        self.answers.text("mobile")
    }

    /// Whether the mobile is said to be the applicant's own.
    pub fn owns_mobile(&self) -> bool {
        self.mobile().is_some() && self.said("mobileOwner") == "own"
    }

    /// The language in which they want to be told. It was not always asked for: the agency's own then.
    pub fn lang(&self) -> Lang {
        self.said("lang").parse().unwrap_or_default()
    }

    /// Everything noted, to be read; what was left empty is left out.
    pub fn summary(&self, lang: Lang) -> Vec<SummaryRow> {
        let rows = form().summary(lang, &self.answers).into_iter();
        let noted = rows.filter(|row| self.answers.get(&row.key).is_some());
        noted.map(|row| self.numbered(row)).collect()
    }

    /// A number of identity is shown as it is kept, whatever digits it was typed in.
    fn numbered(&self, row: SummaryRow) -> SummaryRow {
        let kind = match row.key.as_str() {
            "id" => "kind",
            "agentId" => "agentKind",
            _ => return row,
        };
        let number = self.said(kind).parse().ok().and_then(|k| canonical(k, &row.value).ok());
        let value = number.unwrap_or_else(|| digits::to_latin(&row.value));
        SummaryRow { value, ltr: true, ..row }
    }

    /// What an agency's form need not ask again.
    pub(super) fn prefill(&self, form: &Form) -> Typed {
        let mobile = self.mobile().and_then(|m| Mobile::parse(m).ok()).map(|m| m.display());
        let known = [
            (Role::ApplicantName, Some(self.name().to_owned())),
            (Role::NationalCode, self.identity(IdentityKind::NationalCode)),
            (Role::CompanyId, self.identity(IdentityKind::CompanyId)),
            (Role::ContactMobile, mobile),
        ];
        let field =
            |(role, said): (Role, Option<String>)| Some((form.with_role(role)?.key.clone(), said?));
        known.into_iter().filter_map(field).collect()
    }
}

fn check_identity(typed: &Typed, (kind, id): (&str, &str), problems: &mut Problems) {
    let (Ok(kind), text) = (typed.get(kind).parse(), typed.get(id)) else { return };
    if text.trim().is_empty() {
        return;
    }
    if let Err(flaw) = canonical(kind, text) {
        problems.insert(id, flaw);
    }
}

/// A number as stored and compared.
fn canonical(kind: IdentityKind, text: &str) -> Result<String, Flaw> {
    let flaw = |flaw: locale::identity::Flaw| Flaw::new(format!("flaw-{}", flaw.code()));
    match kind {
        IdentityKind::NationalCode => {
            let padded = |f| match NationalCode::padded(text) {
                Some(code) => Flaw::new("national-code-zeros").with("code", code.as_str()),
                None => flaw(f),
            };
            NationalCode::parse(text).map(|code| code.as_str().to_owned()).map_err(padded)
        }
        IdentityKind::CompanyId => {
            CompanyId::parse(text).map(|id| id.as_str().to_owned()).map_err(flaw)
        }
        IdentityKind::ForeignId => foreign(text),
    }
}

fn foreign(text: &str) -> Result<String, Flaw> {
    let number: String = digits::to_latin(text).chars().filter(|c| !c.is_whitespace()).collect();
    let fits = FOREIGN.contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit());
    if fits { Ok(number) } else { Err(Flaw::new("foreign-id")) }
}

/// A company has no hands of its own: somebody acts for it. Whoever acts for another is named, with
/// the document that allows it.
fn check_authority(typed: &Typed, problems: &mut Problems) {
    let authority = typed.get("authority");
    if authority == "oneself" && typed.get("kind") == "company-id" {
        problems.insert("authority", Flaw::new("company-agent"));
    }
    if matches!(authority, "" | "oneself") {
        return;
    }
    for (key, flaw) in OF_AN_AGENT {
        let input = if key == "documentUntil" { "documentUntil.day" } else { key };
        if typed.get(input).trim().is_empty() {
            problems.insert(key, Flaw::new(flaw));
        }
    }
    check_identity(typed, ("agentKind", "agentId"), problems);
}

fn check_document(answers: &Answers, day: Day, problems: &mut Problems) {
    let until = answers.text("documentUntil").and_then(|date| date.parse().ok());
    if until.is_some_and(|until| Day::from_gregorian(until) < day) {
        problems.insert("documentUntil", Flaw::new("document-expired"));
    }
}
