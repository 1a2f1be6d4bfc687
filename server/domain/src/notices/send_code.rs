//! Sending a one-time code.

use std::sync::Arc;

use locale::identity::Mobile;
use locale::words::Lang;
use tenants::{Caller, Desks, Tenant};

use super::write::write_until;
use super::{Contact, Facts, NewNotice, NoticeKind};
use crate::Result;
use crate::identity::{self, CodeSent};

/// Issue a one-time code for a mobile number and write the SMS that brings it. `origin` is the
/// address that the request came from, for the limits.
///
/// Nobody has signed in yet, so there is nobody to ask the policy about; the limits of
/// `identity::issue_code` are what holds it. The answer is the same whether the number is known.
pub async fn send_code(
    desks: &Desks,
    tenant: &Arc<Tenant>,
    mobile: &Mobile,
    origin: &str,
    lang: Lang,
) -> Result<CodeSent> {
    let mut scope = desks.enter(tenant, Caller::Visitor(tenant.id)).await?;
    let issued = identity::issue_code(&mut scope, mobile, origin).await?;
    let to = Contact { mobile: Some(mobile.clone()), email: None, lang };
    let facts = Facts { otp: Some(&issued.code), ..Facts::default() };
    let notice = NewNotice { case: None, kind: NoticeKind::OneTimeCode, to: &to, facts };
    write_until(&mut scope, notice, Some(issued.sent.expires_at)).await?;
    scope.commit().await?;
    Ok(issued.sent)
}
