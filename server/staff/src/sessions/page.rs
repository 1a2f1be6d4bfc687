//! The list of one's own sessions.

use chrono::{DateTime, Utc};
use domain::SessionId;
use domain::identity::SessionLine;
use locale::words::{Lang, say1};
use serde::Serialize;
use web::Page;

use crate::paths;

#[derive(Serialize)]
pub(crate) struct SessionsPage {
    sessions: Vec<SessionView>,
}

#[derive(Serialize)]
struct SessionView {
    started_at: DateTime<Utc>,
    seen_at: DateTime<Utc>,
    /// Whether it is the one that asks.
    this: bool,
    end: String,
}

impl SessionsPage {
    pub(super) fn of(lines: &[SessionLine], this: SessionId) -> Self {
        let view = |line: &SessionLine| SessionView {
            started_at: line.started_at,
            seen_at: line.seen_at,
            this: line.id == this,
            end: paths::end_session(line.id),
        };
        Self { sessions: lines.iter().map(view).collect() }
    }
}

impl Page for SessionsPage {
    const TEMPLATE: &'static str = "staff/sessions/list.html";

    fn samples() -> Vec<Self> {
        let line = |id| SessionLine {
            id,
            started_at: DateTime::UNIX_EPOCH,
            seen_at: DateTime::UNIX_EPOCH,
        };
        let (this, other) = (SessionId::new(), SessionId::new());
        vec![Self::of(&[line(this)], this), Self::of(&[line(this), line(other)], this)]
    }

    fn title(&self, lang: Lang) -> String {
        say1(lang, "staff-sessions-title")
    }
}
