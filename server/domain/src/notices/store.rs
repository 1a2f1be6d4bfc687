//! The tables `notice_texts`, `notice_text_versions` and `notices`.

use anyhow::Context as _;
use chrono::{DateTime, Utc};
use locale::words::Lang;
use tenants::{Column, Scope};

use super::set_text::Wording;
use super::wording::Version;
use super::write::Words;
use super::{Channel, NewNotice, NoticeKind, NoticeLine, NoticeState};
use crate::{CaseId, NoticeId, Result, StaffId};

const ADDRESS: Column = "notices.address_sealed";
const WORDS: Column = "notices.text_sealed";

pub(super) async fn save_wording(scope: &mut Scope, wording: &Wording) -> Result<()> {
    let tenant = scope.tenant_id();
    let (kind, channel): (&str, &str) = (wording.kind.into(), wording.channel.into());
    sqlx::query!(
        "insert into notice_texts (tenant_id, kind, channel, lang, subject, text)
         values ($1, $2, $3, $4, $5, $6)
         on conflict (tenant_id, kind, channel, lang)
             do update set subject = excluded.subject, text = excluded.text",
        tenant,
        kind,
        channel,
        wording.lang.code(),
        wording.subject,
        wording.text,
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}

/// An agency's words for a kind of notice, on every channel and in every language.
pub(super) async fn wordings(scope: &mut Scope, kind: NoticeKind) -> Result<Vec<Wording>> {
    let (tenant, name): (_, &str) = (scope.tenant_id(), kind.into());
    let rows = sqlx::query!(
        "select channel, lang, subject, text from notice_texts where tenant_id = $1 and kind = $2",
        tenant,
        name,
    )
    .fetch_all(scope.conn())
    .await?;
    rows.into_iter()
        .map(|row| {
            let channel = row.channel.parse().context("a notice text's channel")?;
            let lang = row.lang.parse().context("a notice text's language")?;
            Ok(Wording { kind, channel, lang, subject: row.subject, text: row.text })
        })
        .collect()
}

/// One message to one address.
pub(super) struct Letter<'a> {
    pub(super) id: NoticeId,
    pub(super) channel: Channel,
    pub(super) address: &'a str,
    pub(super) words: &'a Words,
    pub(super) expires_at: Option<DateTime<Utc>>,
}

pub(super) async fn insert(
    scope: &mut Scope,
    new: &NewNotice<'_>,
    letter: Letter<'_>,
) -> Result<()> {
    let (tenant, now, id) = (scope.tenant_id(), scope.now(), letter.id.0);
    let (kind, channel): (&str, &str) = (new.kind.into(), letter.channel.into());
    let address = scope.seal(ADDRESS, id, letter.address.as_bytes())?;
    let words = scope.seal(WORDS, id, &serde_json::to_vec(letter.words)?)?;
    sqlx::query!(
        "insert into notices
             (tenant_id, id, case_id, kind, channel, address_sealed, text_sealed, written_at,
              expires_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        tenant,
        id,
        new.case.map(|case| case.0),
        kind,
        channel,
        address,
        words,
        now,
        letter.expires_at,
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}

/// A notice that was not sent yet.
pub(super) struct Queued {
    pub(super) channel: Channel,
    pub(super) address: String,
    pub(super) words: Words,
    pub(super) expires_at: Option<DateTime<Utc>>,
}

pub(super) async fn queued(scope: &mut Scope, notice: NoticeId) -> Result<Option<Queued>> {
    let (tenant, id) = (scope.tenant_id(), notice.0);
    let row = sqlx::query!(
        r#"select channel, address_sealed, text_sealed as "text_sealed!", expires_at
           from notices
           where tenant_id = $1 and id = $2 and state = 'queued' and text_sealed is not null"#,
        tenant,
        id,
    )
    .fetch_optional(scope.conn())
    .await?;
    let Some(row) = row else { return Ok(None) };
    Ok(Some(Queued {
        channel: row.channel.parse().context("a notice's channel")?,
        address: scope.unseal(ADDRESS, id, &row.address_sealed)?,
        words: serde_json::from_str(&scope.unseal(WORDS, id, &row.text_sealed)?)?,
        expires_at: row.expires_at,
    }))
}

/// Settle a queued notice; a one-time code is wiped with it.
pub(super) async fn settle(
    scope: &mut Scope,
    notice: NoticeId,
    state: NoticeState,
    reference: Option<&str>,
) -> Result<()> {
    let (tenant, now, state): (_, _, &str) = (scope.tenant_id(), scope.now(), state.into());
    sqlx::query!(
        "update notices
         set state = $3, reference = $4, settled_at = $5,
             text_sealed = case when kind = 'one-time-code' then null else text_sealed end
         where tenant_id = $1 and id = $2 and state = 'queued'",
        tenant,
        notice.0,
        state,
        reference,
        now,
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}

pub(super) async fn of_case(scope: &mut Scope, case: CaseId) -> Result<Vec<NoticeLine>> {
    let tenant = scope.tenant_id();
    let rows = sqlx::query!(
        "select kind, channel, state, written_at, settled_at from notices
         where tenant_id = $1 and case_id = $2 order by written_at, id",
        tenant,
        case.0,
    )
    .fetch_all(scope.conn())
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(NoticeLine {
                kind: row.kind.parse().context("a notice's kind")?,
                channel: row.channel.parse().context("a notice's channel")?,
                state: row.state.parse().context("a notice's state")?,
                written_at: row.written_at,
                settled_at: row.settled_at,
            })
        })
        .collect()
}

/// Every text of an agency.
pub(super) async fn all_wordings(scope: &mut Scope) -> Result<Vec<Wording>> {
    let tenant = scope.tenant_id();
    let rows = sqlx::query!(
        "select kind, channel, lang, subject, text from notice_texts where tenant_id = $1",
        tenant,
    )
    .fetch_all(scope.conn())
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(Wording {
                kind: row.kind.parse().context("a notice text's kind")?,
                channel: row.channel.parse().context("a notice text's channel")?,
                lang: row.lang.parse().context("a notice text's language")?,
                subject: row.subject,
                text: row.text,
            })
        })
        .collect()
}

/// Keep words that were just replaced. Two changes within one instant leave one version.
pub(super) async fn keep_version(scope: &mut Scope, before: &Wording) -> Result<()> {
    let (tenant, now) = (scope.tenant_id(), scope.now());
    let by = scope.caller().staff().map(|member| member.staff);
    let (kind, channel): (&str, &str) = (before.kind.into(), before.channel.into());
    sqlx::query!(
        "insert into notice_text_versions
             (tenant_id, kind, channel, lang, replaced_at, replaced_by, subject, text)
         values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing",
        tenant,
        kind,
        channel,
        before.lang.code(),
        now,
        by,
        before.subject,
        before.text,
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}

/// What a text was before, the newest first. The name of whoever replaced it is joined from `staff`,
/// which the versions refer to.
pub(super) async fn versions(
    scope: &mut Scope,
    (kind, channel, lang): (NoticeKind, Channel, Lang),
) -> Result<Vec<Version>> {
    let tenant = scope.tenant_id();
    let (kind, channel): (&str, &str) = (kind.into(), channel.into());
    let rows = sqlx::query!(
        r#"select v.replaced_at, v.replaced_by, s.name as "name?", v.subject, v.text
           from notice_text_versions v
           left join staff s on s.tenant_id = v.tenant_id and s.id = v.replaced_by
           where v.tenant_id = $1 and v.kind = $2 and v.channel = $3 and v.lang = $4
           order by v.replaced_at desc limit 50"#,
        tenant,
        kind,
        channel,
        lang.code(),
    )
    .fetch_all(scope.conn())
    .await?;
    let versions = rows.into_iter().map(|r| Version {
        replaced_at: r.replaced_at,
        replaced_by: r.replaced_by.map(StaffId),
        name: r.name,
        subject: r.subject,
        text: r.text,
    });
    Ok(versions.collect())
}

/// How many texts an agency has.
pub(crate) async fn count_wordings(scope: &mut Scope) -> Result<i64> {
    let tenant = scope.tenant_id();
    let count = sqlx::query_scalar!(
        r#"select count(*) as "count!" from notice_texts where tenant_id = $1"#,
        tenant,
    )
    .fetch_one(scope.conn())
    .await?;
    Ok(count)
}

/// When the oldest notice was written that waits to be sent.
pub(crate) async fn oldest_queued(scope: &mut Scope) -> Result<Option<DateTime<Utc>>> {
    let tenant = scope.tenant_id();
    let oldest = sqlx::query_scalar!(
        "select min(written_at) from notices where tenant_id = $1 and state = 'queued'",
        tenant,
    )
    .fetch_one(scope.conn())
    .await?;
    Ok(oldest)
}
