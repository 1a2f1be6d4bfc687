//! The applicants: each with an account, a session and a draft that lacks nothing but its document.

use std::sync::Arc;

use anyhow::Context as _;
use domain::{DraftId, drafts};
use futures_util::{StreamExt as _, TryStreamExt as _, stream};
use it::company::{ANSWERS, SERVICE};
use locale::identity::Mobile;
use tenants::Tenant;

pub(crate) use it::company::{FACT, FIELD};

use crate::connection::Connection;
use crate::office::{AT_ONCE, MEASURED, Office};
use crate::site::{Browser, SESSION, Site};

/// As many as can submit within some seconds.
pub(crate) const APPLICANTS: u32 = 4_000;
/// Codes live for three minutes, so they are asked for in portions.
const PORTION: usize = 250;

/// Somebody about to hand in a request.
pub(crate) struct Applicant {
    pub(crate) draft: DraftId,
    pub(crate) browser: Browser,
}

/// Prepare them all at the measured agency.
pub(crate) async fn prepare(office: &Office) -> anyhow::Result<Vec<Applicant>> {
    let tenant = office.tenant(MEASURED).await?;
    let mobiles = (0..APPLICANTS).map(mobile).collect::<anyhow::Result<Vec<_>>>()?;
    let mut applicants = Vec::with_capacity(mobiles.len());
    for portion in mobiles.chunks(PORTION) {
        let tokens = office.sign_in(&tenant, portion).await?;
        let each = stream::iter(&tokens).map(|token| applicant(office, &tenant, token));
        applicants.extend(each.buffered(AT_ONCE).try_collect::<Vec<_>>().await?);
    }
    Ok(applicants)
}

pub(crate) fn mobile(n: u32) -> anyhow::Result<Mobile> {
    Mobile::parse(&format!("0912{n:07}")).ok().context("a mobile number")
}

async fn applicant(
    office: &Office,
    tenant: &Arc<Tenant>,
    token: &str,
) -> anyhow::Result<Applicant> {
    let draft = draft(office, tenant, token).await?;
    let cookie = format!("{SESSION}={token}");
    let page = Site::new(MEASURED, office.port).get(&documents(draft), &cookie);
    let page = Connection::open(office.port).await?.send(page).await?;
    Ok(Applicant { draft, browser: Browser { token: page.token()?, cookie } })
}

/// A draft with all answers.
pub(crate) async fn draft(
    office: &Office,
    tenant: &Arc<Tenant>,
    token: &str,
) -> anyhow::Result<DraftId> {
    let mut scope = office.enter(tenant, token).await?;
    let id = drafts::start(&mut scope, SERVICE).await?;
    let (draft, _) = drafts::see(&mut scope, id).await?;
    let pairs = ANSWERS.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned()));
    let typed = draft.service.form.take(pairs);
    drafts::save(&mut scope, id, &typed).await?;
    scope.commit().await?;
    Ok(id)
}

/// Where documents are handed in.
pub(crate) fn documents(draft: DraftId) -> String {
    format!("/drafts/{draft}/documents")
}
