//! The gallery, without a database.

use std::collections::BTreeSet;

use bpmn::steps::recognise;
use bpmn::{Definition, Effect, EndState, Facts, Position, Trigger};
use rules::Expression;
use serde_json::{Map, Value, json};

use super::check::of_node;
use super::{Template, gallery};
use crate::processes;

/// What every agency's policy speaks of.
const ROLES: [&str; 3] = ["secretariat-clerk", "expert", "manager"];

struct Said(Map<String, Value>);

impl Said {
    fn all(&self, known: &Map<String, Value>) -> Map<String, Value> {
        let mut all = self.0.clone();
        all.extend(known.clone());
        all
    }
}

impl Facts for Said {
    fn holds(&self, condition: &str, known: &Map<String, Value>) -> Result<bool, String> {
        let condition = Expression::parse(condition).map_err(|it| it.to_string())?;
        condition.decide(&self.all(known)).map_err(|it| it.to_string())
    }

    fn value(&self, expression: &str, known: &Map<String, Value>) -> Result<Value, String> {
        let expression = Expression::parse(expression).map_err(|it| it.to_string())?;
        expression.evaluate(&self.all(known)).map_err(|it| it.to_string())
    }

    fn decide(&self, decision: &str, _: &Map<String, Value>) -> Result<Value, String> {
        Err(decision.to_owned())
    }
}

/// Play a process in which one task, the first time it is done, ends with one outcome, and every
/// other with its first. Timers run out where `late`. The tasks that were opened, and how it ended.
fn play(
    definition: &Definition,
    (task, outcome): (&str, &str),
    late: bool,
) -> (BTreeSet<String>, Option<EndState>) {
    let mut position = Position::default();
    let mut ahead = vec![Trigger::Start];
    let (mut opened, mut chosen, mut ended) = (BTreeSet::new(), false, None);
    let mut said = Said(Map::new());
    for _ in 0..500 {
        let Some(trigger) = ahead.pop() else { break };
        let Ok(effects) = bpmn::advance(definition, &mut position, &trigger, &said) else {
            continue;
        };
        for effect in effects {
            match effect {
                Effect::Ended { state, .. } => ended = Some(state),
                Effect::Stuck { node, detail, .. } => panic!("{node}: {detail}"),
                Effect::OpenTask { node, .. } => {
                    opened.insert(node);
                }
                _ => {}
            }
        }
        if ended.is_some() {
            break;
        }
        if ahead.is_empty() {
            let due = position.timers().next().filter(|_| late);
            let due = due.map(|(token, node)| Trigger::Timer { token, node: node.to_owned() });
            let next = due.or_else(|| {
                let wait = position.waits().next()?;
                let node = definition.node(wait.node)?;
                let token = wait.token;
                Some(match &node.kind {
                    bpmn::Kind::UserTask => {
                        let this = node.id == task && !chosen;
                        let first = || node.step.outcomes[0].id.clone();
                        let outcome = if this { outcome.to_owned() } else { first() };
                        chosen |= this;
                        said.0.insert("outcome".into(), json!(outcome));
                        Trigger::Complete { token }
                    }
                    bpmn::Kind::ReceiveTask { message } => {
                        Trigger::Message { name: message.clone() }
                    }
                    _ => Trigger::JobDone { token },
                })
            });
            ahead.extend(next);
        }
    }
    (opened, ended)
}

fn definition(template: &Template) -> Definition {
    let read = processes::read(&template.xml);
    let read = read.unwrap_or_else(|it| panic!("{}: {it:?}", template.name));
    assert_eq!(read.warnings, [], "{}", template.name);
    read.definition
}

#[test]
fn there_are_processes_to_begin_with() {
    assert!(gallery().len() >= 12, "{}", gallery().len());
    let bilingual = |it: &&Template| it.title.en.as_ref().is_some_and(|en| !en.is_empty());
    assert_eq!(gallery().iter().filter(bilingual).count(), gallery().len());
}

#[test]
fn each_can_be_published_and_is_a_list() {
    for template in gallery() {
        let definition = definition(template);
        let list =
            recognise(&template.xml).unwrap_or_else(|it| panic!("{}: {it:?}", template.name));
        assert_eq!(list.clone().settled(), list, "{}", template.name);
        for node in definition.nodes() {
            let missing = of_node(node);
            assert!(missing.is_empty(), "{}: {missing:?}", template.name);
            let named = node.name.is_empty() || node.step.texts.contains_key("en");
            assert!(named, "{}: {} has no English", template.name, node.id);
            for outcome in &node.step.outcomes {
                assert!(outcome.texts.contains_key("en"), "{}: {outcome:?}", template.name);
            }
            if let Some(role) = node.step.get("role") {
                let asked = node.repeat.as_ref().and_then(bpmn::steps::roles).unwrap_or_default();
                let roles = if role == "=unit" { asked } else { vec![role.to_owned()] };
                assert!(!roles.is_empty(), "{}: {}", template.name, node.id);
                assert!(roles.iter().all(|role| ROLES.contains(&role.as_str())), "{roles:?}");
            }
        }
    }
}

/// Whatever is decided at whichever step, and also when every time runs out.
#[test]
fn each_comes_to_its_end() {
    for template in gallery() {
        let definition = definition(template);
        let mut opened = BTreeSet::new();
        let mut tasks: Vec<(&str, &str)> = vec![("", "")];
        for node in definition.nodes().filter(|node| node.kind == bpmn::Kind::UserTask) {
            tasks.extend(node.step.outcomes.iter().map(|it| (node.id.as_str(), it.id.as_str())));
        }
        for choice in &tasks {
            for late in [false, true] {
                let (more, ended) = play(&definition, *choice, late);
                assert!(ended.is_some(), "{}: {choice:?} late={late}", template.name);
                opened.extend(more);
            }
        }
        let all = definition.nodes().filter(|node| node.kind == bpmn::Kind::UserTask);
        let unseen: Vec<_> = all.filter(|node| !opened.contains(&node.id)).collect();
        assert!(unseen.is_empty(), "{}: {unseen:?}", template.name);
    }
}
