//! Who asks.

use forms::{Answers, Form, Role};
use locale::words::Lang;
use serde::{Deserialize, Serialize};
use tenants::Scope;

use crate::counter::{IdentityKind, Visitor};
use crate::{CaseId, Result};

const APPLICANT: &str = "cases.applicant";

/// The applicant as the form's answers and the proved mobile number say, or a clerk who received them.
/// Kept sealed.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Applicant {
    pub name: String,
    pub national_code: Option<String>,
    pub company_id: Option<String>,
    /// A foreigner's number, noted at a counter.
    #[serde(default)]
    pub foreign_id: Option<String>,
    /// Where notices go: the number proved at sign-in, or noted at a counter. Without one they are
    /// told in writing only.
    pub mobile: Option<String>,
    /// Whether that number is the applicant's own.
    #[serde(default = "own")]
    pub owns_mobile: bool,
    pub email: Option<String>,
    /// The language of notices while the request is in nobody's account; there, the account's holds.
    pub lang: Lang,
}

/// What was kept before counters were opened was proved at sign-in.
fn own() -> bool {
    true
}

impl std::fmt::Debug for Applicant {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Applicant(…)")
    }
}

impl Applicant {
    pub(super) fn of(form: &Form, answers: &Answers, mobile: &str) -> Self {
        let said = |role| form.told(role, answers).map(str::to_owned);
        Self {
            name: said(Role::ApplicantName).unwrap_or_default(),
            national_code: said(Role::NationalCode),
            company_id: said(Role::CompanyId),
            foreign_id: None,
            mobile: Some(mobile.to_owned()),
            owns_mobile: true,
            email: said(Role::ContactEmail).filter(|e| !e.is_empty()),
            lang: Lang::default(),
        }
    }

    /// The applicant for whom a clerk filled in the form. What was noted of who asks was checked, so
    /// it goes before what the form says.
    pub(super) fn received(form: &Form, answers: &Answers, visitor: &Visitor) -> Self {
        let said = Self::of(form, answers, "");
        let noted = |kind| visitor.identity(kind);
        Self {
            name: visitor.name().to_owned(),
            national_code: noted(IdentityKind::NationalCode).or(said.national_code),
            company_id: noted(IdentityKind::CompanyId).or(said.company_id),
            foreign_id: noted(IdentityKind::ForeignId),
            mobile: visitor.mobile().map(str::to_owned),
            owns_mobile: visitor.owns_mobile(),
            email: said.email,
            lang: visitor.lang(),
        }
    }

    /// The numbers that say who the applicant is.
    pub(super) fn numbers(&self) -> impl Iterator<Item = &String> {
        self.national_code.iter().chain(&self.company_id).chain(&self.foreign_id)
    }

    /// The facts that open the public tracking page beside the code: the last four digits of the
    /// national code, company id or foreigner's number, and the whole mobile number if it is the
    /// applicant's own.
    pub(super) fn facts(&self) -> Vec<String> {
        let last = |c: &String| c.len().checked_sub(4).map(|from| c[from..].to_owned());
        let own = self.mobile.clone().filter(|_| self.owns_mobile);
        self.numbers().filter_map(last).chain(own).collect()
    }

    pub(super) fn seal(&self, scope: &Scope, case: CaseId) -> Result<Vec<u8>> {
        Ok(scope.seal(APPLICANT, case.0, &serde_json::to_vec(self)?)?)
    }

    pub(super) fn unseal(scope: &Scope, case: CaseId, sealed: &[u8]) -> Result<Self> {
        Ok(serde_json::from_str(&scope.unseal(APPLICANT, case.0, sealed)?)?)
    }
}
