//! A case that is played: what is kept of it, and how a command moves it.

use std::sync::Arc;

use bpmn::{Definition, Position, Trigger};
use chrono::{DateTime, Utc};
use locale::tracking_code::TrackingCode;
use locale::words::Lang;
use locale::working::Span;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use tenants::Scope;

use super::model::{Command, Noted, Outcome, Turn, ended};
use super::sandbox::{Sandbox, Things};
use super::see;
use crate::cases::{self, Case, CaseState};
use crate::events::Event;
use crate::{CaseId, Error, ProcessVersionId, Result, ServiceVersionId, deadlines};

/// How a trial began. The same beginning and the same commands have the same outcome.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Beginning {
    /// The service whose request it is, where one runs through the process.
    pub(super) service: Option<String>,
    /// What the process may ask of the answers.
    pub(super) vars: Map<String, Value>,
    /// The language in which the applicant reads.
    pub(super) lang: Lang,
    pub(super) at: DateTime<Utc>,
}

/// A case that is played.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Play {
    pub(super) beginning: Beginning,
    pub(super) standing: Standing,
    pub(super) things: Things,
    pub(super) turns: Vec<Turn>,
}

/// What a case's own row holds of a real one.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Standing {
    pub(super) state: CaseState,
    pub(super) stage: String,
    pub(super) number: Option<String>,
    pub(super) position: Position,
    pub(super) vars: Map<String, Value>,
    pub(super) promised_at: DateTime<Utc>,
    pub(super) closed_at: Option<DateTime<Utc>>,
}

/// More commands than any case needs; so that a trial stays a row that is read in one go.
const MOST_TURNS: usize = 200;

/// What is promised where no service says it.
const USUAL: Span =
    Span { months: 0, days: 0, working_days: 20, hours: 0, minutes: 0, opening_hours: false };

impl Play {
    /// Begin, as handing a request in does.
    pub(super) async fn begin(
        scope: &mut Scope,
        definition: &Arc<Definition>,
        beginning: Beginning,
    ) -> Result<Self> {
        let promise = match &beginning.service {
            Some(key) => see::service(scope, key).await?.sheet.duration.span,
            None => USUAL,
        };
        let promised_at = deadlines::calendar(scope).await?.add(beginning.at, &promise);
        let standing = Standing {
            state: CaseState::Active,
            stage: "submitted".to_owned(),
            number: None,
            position: Position::default(),
            vars: beginning.vars.clone(),
            promised_at,
            closed_at: None,
        };
        let things = Things::at(beginning.at);
        let mut play = Self { beginning, standing, things, turns: Vec::new() };
        let mut case = play.case();
        case.note(Event::Opened);
        let mut sandbox = Sandbox::new(scope, definition.clone(), &mut play);
        cases::advance(&mut sandbox, &mut case, &Trigger::Start).await?;
        sandbox.drain(&mut case).await?;
        let lines = sandbox.lines();
        play.keep(case, None, lines);
        Ok(play)
    }

    /// Do one thing. Nothing has changed where it could not be done.
    pub(super) async fn carry_out(
        &mut self,
        scope: &mut Scope,
        definition: &Arc<Definition>,
        command: &Command,
    ) -> Result<()> {
        if self.turns.len() >= MOST_TURNS {
            return Err(Error::invalid("command", "trial-too-long"));
        }
        let mut next = self.clone();
        let mut case = next.case();
        let mut sandbox = Sandbox::new(scope, definition.clone(), &mut next);
        sandbox.carry_out(&mut case, command).await?;
        sandbox.drain(&mut case).await?;
        let lines = sandbox.lines();
        next.keep(case, Some(command.clone()), lines);
        *self = next;
        Ok(())
    }

    /// Do all of a script. A command that cannot be done is noted with why, and the next one comes.
    pub(super) async fn replay(
        scope: &mut Scope,
        definition: &Arc<Definition>,
        (beginning, commands): (Beginning, impl Iterator<Item = &Command>),
    ) -> Result<Self> {
        let mut play = Self::begin(scope, definition, beginning).await?;
        for command in commands {
            if let Err(error) = play.carry_out(scope, definition, command).await {
                let outcome = Outcome::refused(&refusal(error)?);
                play.turns.push(Turn { command: Some(command.clone()), outcome });
            }
        }
        Ok(play)
    }

    pub(super) fn is_open(&self) -> bool {
        self.standing.state == CaseState::Active
    }

    /// The case as the rules of cases take it.
    fn case(&self) -> Case {
        let standing = self.standing.clone();
        Case {
            id: CaseId(uuid::Uuid::nil()),
            version: ServiceVersionId(uuid::Uuid::nil()),
            process: ProcessVersionId(uuid::Uuid::nil()),
            code: code(),
            number: standing.number,
            account: None,
            state: standing.state,
            stage: standing.stage,
            position: standing.position,
            vars: standing.vars,
            next_no: 1,
            event_head: Vec::new(),
            opened_at: self.beginning.at,
            promised_at: standing.promised_at,
            closed_at: standing.closed_at,
            troubled: false,
            applicant: None,
            news: Vec::new(),
        }
    }

    fn keep(&mut self, case: Case, command: Option<Command>, lines: Vec<Noted>) {
        let (stands, ended) = (case.position.steps(), ended(case.state));
        self.standing = Standing {
            state: case.state,
            stage: case.stage,
            number: case.number,
            position: case.position,
            vars: case.vars,
            promised_at: case.promised_at,
            closed_at: case.closed_at,
        };
        let outcome = Outcome { lines, stands, ended, refused: None };
        self.turns.push(Turn { command, outcome });
    }
}

/// Why a command of a script cannot be done; faults are passed on.
pub(super) fn refusal(error: Error) -> Result<String> {
    match error {
        Error::Missing(_) => Ok("missing".to_owned()),
        Error::Invalid(_) => Ok("invalid".to_owned()),
        Error::Refused(refusal) => Ok(refusal.code().to_owned()),
        other => Err(other),
    }
}

/// The tracking code of every trial: one that is shown as such codes are and finds nothing, as no
/// case has been given it.
fn code() -> TrackingCode {
    let codes = ('0'..='9').map(|check| format!("000000000000001{check}"));
    let mut fitting = codes.filter_map(|code| TrackingCode::parse(&code));
    fitting.next().expect("one check digit of ten fits")
}
