//! Opening a cartable.

use std::collections::HashMap;

use tenants::{Act, Scope, Text};

use super::model::CartableOf;
use super::{Cartable, Filter, Line, LineKind, Tray, store};
use crate::organisation::{self, Position};
use crate::{Error, PositionId, ProcessVersionId, Result, ServiceVersionId, catalogue, processes};

/// Lines on a page.
pub(super) const PAGE: i64 = 50;

/// What lies before a position; without one, before the caller's first.
pub async fn open(
    scope: &mut Scope,
    position: Option<PositionId>,
    filter: &Filter,
) -> Result<Cartable> {
    let member = scope.caller().staff().ok_or(Error::Missing("cartable"))?;
    let held: Vec<PositionId> = member.positions.iter().map(|p| PositionId(p.position)).collect();
    let position = position.or(held.first().copied()).ok_or(Error::Missing("cartable"))?;
    scope.allow(Act::List, &CartableOf(position))?;
    let mut positions = organisation::positions_by_id(scope, &held).await?;
    let roles = positions.get(&position).map(|p| p.roles.clone()).unwrap_or_default();
    let tray = (position, roles.as_slice());
    let mut rows = match &filter.search {
        Some(sought) => store::lines_of(scope, tray, sought, filter).await?,
        None => store::lines(scope, tray, filter).await?,
    };
    let has_more = rows.len() > usize::try_from(PAGE).unwrap_or(usize::MAX);
    rows.truncate(usize::try_from(PAGE).unwrap_or(usize::MAX));
    let mut lines = Vec::with_capacity(rows.len());
    for row in rows {
        lines.push(line(scope, row).await?);
    }
    let trays = trays(scope, &held, &mut positions).await?;
    Ok(Cartable { position, trays, lines, page: filter.page.max(1), has_more })
}

async fn trays(
    scope: &mut Scope,
    held: &[PositionId],
    positions: &mut HashMap<PositionId, Position>,
) -> Result<Vec<Tray>> {
    let mut trays = Vec::with_capacity(held.len());
    for id in held {
        let Some(position) = positions.remove(id) else { continue };
        let counts = store::counts(scope, *id, &position.roles).await?;
        trays.push(Tray {
            position,
            open: counts.open,
            unread: counts.unread,
            overdue: counts.overdue,
        });
    }
    Ok(trays)
}

async fn line(scope: &mut Scope, row: store::Row) -> Result<Line> {
    let service = catalogue::version(scope, ServiceVersionId(row.service_version_id)).await?;
    let kind = match (row.action, row.node) {
        (Some(action), _) => LineKind::Referral {
            action: serde_json::from_value(action)?,
            requires_answer: row.requires_answer.unwrap_or(false),
        },
        (None, node) => {
            let process = ProcessVersionId(row.process_version_id);
            let definition = processes::definition(scope, process).await?;
            let node = definition.node(node.as_deref().unwrap_or_default());
            let title =
                node.map(|n| Text { fa: n.name.clone(), en: n.step.texts.get("en").cloned() });
            LineKind::Task { title: title.unwrap_or_default() }
        }
    };
    Ok(Line {
        case: crate::CaseId(row.case_id),
        kind,
        service: service.sheet.title.clone(),
        code: locale::tracking_code::TrackingCode::parse(&row.tracking_code)
            .ok_or_else(|| anyhow::anyhow!("a stored tracking code"))?,
        number: row.number,
        stage: row.stage,
        since: row.since,
        due_at: row.due_at,
        unread: row.seen_at.is_none(),
    })
}
