//! `engine_memory_tasks_per_s`: finished user tasks a second on one core, of the slowest model; and
//! how large a running case is (`engine_state_bytes`).

use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::Context as _;
use bpmn::{Definition, Facts, Position, Trigger, WaitsFor, advance};
use rules::Expression;
use serde_json::{Map, Value, json};

use super::models;
use crate::report::{Aim, Report};

const WARM_UP: Duration = Duration::from_millis(500);
const COUNTED: Duration = Duration::from_secs(3);
/// Between two looks at the clock.
const CASES: u32 = 100;

pub(crate) fn memory(folder: &Path, report: &mut Report) -> anyhow::Result<()> {
    let mut slowest = f64::INFINITY;
    for (name, figure) in [
        ("seq", "engine_memory_seq_per_s"),
        ("par", "engine_memory_par_per_s"),
        ("desk", "engine_memory_desk_per_s"),
    ] {
        let definition = models::read(&models::text(folder, name)?)?;
        run(&definition, WARM_UP)?;
        let per_second = run(&definition, COUNTED)?;
        report.note(figure, per_second, "1/s", Aim::None);
        slowest = slowest.min(per_second);
    }
    report.note("engine_memory_tasks_per_s", slowest, "1/s", Aim::AtLeast(100_000.0));
    let desk = models::read(&models::text(folder, "desk")?)?;
    report.note("engine_state_bytes", largest(&desk)?, "B", Aim::Below(2_048.0));
    Ok(())
}

/// What the expressions of the models ask, prepared once as the desk does it.
struct Prepared(Vec<(String, Expression)>);

impl Prepared {
    fn of(definition: &Definition) -> anyhow::Result<Self> {
        let texts = definition.flows().filter_map(|flow| flow.condition.clone());
        let prepared = texts.map(|text| Ok((text.clone(), Expression::parse(&text)?)));
        Ok(Self(prepared.collect::<anyhow::Result<_>>()?))
    }
}

/// The data of a case, with what its process asks of them.
struct Asked<'a> {
    prepared: &'a Prepared,
    vars: &'a Map<String, Value>,
}

impl Facts for Asked<'_> {
    fn holds(&self, condition: &str, _: &Map<String, Value>) -> Result<bool, String> {
        let known = self.prepared.0.iter().find(|(text, _)| text == condition);
        let (_, expression) = known.ok_or("an unknown condition")?;
        expression.decide(self.vars).map_err(|problem| problem.to_string())
    }

    fn value(&self, expression: &str, _: &Map<String, Value>) -> Result<Value, String> {
        Err(format!("nothing of the kind is asked: {expression}"))
    }

    fn decide(&self, decision: &str, _: &Map<String, Value>) -> Result<Value, String> {
        Err(format!("nothing of the kind is asked: {decision}"))
    }
}

/// Cases one after the other, each from its start to its end; finished tasks a second.
fn run(definition: &Definition, time: Duration) -> anyhow::Result<f64> {
    let prepared = Prepared::of(definition)?;
    let vars = vars();
    let facts = Asked { prepared: &prepared, vars: &vars };
    let (began, mut finished) = (Instant::now(), 0_u32);
    while began.elapsed() < time {
        for _ in 0..CASES {
            finished += case(definition, &facts, |_| Ok(()))?;
        }
    }
    Ok(f64::from(finished) / began.elapsed().as_secs_f64())
}

/// One case; how many tasks were finished in it. `look` sees it before each of them.
fn case(
    definition: &Definition,
    facts: &dyn Facts,
    mut look: impl FnMut(&Position) -> anyhow::Result<()>,
) -> anyhow::Result<u32> {
    let (mut position, mut finished) = (Position::default(), 0);
    advance(definition, &mut position, &Trigger::Start, facts)?;
    while position.ended().is_none() {
        look(&position)?;
        let task = position.waits().find(|wait| wait.on == WaitsFor::Task).map(|wait| wait.token);
        let token = task.context("a case without a task")?;
        advance(definition, &mut position, &Trigger::Complete { token }, facts)?;
        finished += 1;
    }
    Ok(finished)
}

/// The largest that the stored state of a case becomes on its way.
fn largest(definition: &Definition) -> anyhow::Result<f64> {
    let (prepared, vars) = (Prepared::of(definition)?, vars());
    let mut largest = 0;
    case(definition, &Asked { prepared: &prepared, vars: &vars }, |position| {
        let state = serde_json::to_vec(position)?.len() + serde_json::to_vec(&vars)?.len();
        largest = largest.max(state);
        Ok(())
    })?;
    Ok(f64::from(u32::try_from(largest)?))
}

fn vars() -> Map<String, Value> {
    Map::from_iter([("amount".to_owned(), json!(500))])
}
