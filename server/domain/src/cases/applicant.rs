//! Who asks.

use forms::{Answers, Form, Role};
use locale::words::Lang;
use serde::{Deserialize, Serialize};
use tenants::Scope;

use crate::{CaseId, Result};

const APPLICANT: &str = "cases.applicant";

/// The applicant as the form's answers and the proved mobile number say. Kept sealed.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Applicant {
    pub name: String,
    pub national_code: Option<String>,
    pub company_id: Option<String>,
    /// Where notices go: the number proved at sign-in.
    pub mobile: String,
    pub email: Option<String>,
    pub lang: Lang,
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
            mobile: mobile.to_owned(),
            email: said(Role::ContactEmail).filter(|e| !e.is_empty()),
            lang: Lang::Fa,
        }
    }

    /// The facts that open the public tracking page beside the code: the last four digits of the
    /// national code or company id, and the whole mobile number.
    pub(super) fn facts(&self) -> Vec<String> {
        let codes = self.national_code.iter().chain(&self.company_id);
        let last = codes.filter_map(|c| c.len().checked_sub(4).map(|from| c[from..].to_owned()));
        last.chain([self.mobile.clone()]).collect()
    }

    pub(super) fn seal(&self, scope: &Scope, case: CaseId) -> Result<Vec<u8>> {
        Ok(scope.seal(APPLICANT, case.0, &serde_json::to_vec(self)?)?)
    }

    pub(super) fn unseal(scope: &Scope, case: CaseId, sealed: &[u8]) -> Result<Self> {
        Ok(serde_json::from_str(&scope.unseal(APPLICANT, case.0, sealed)?)?)
    }
}
