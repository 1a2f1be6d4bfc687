//! The list and BPMN tell the same, in both directions.

use std::fs;
use std::path::{Path, PathBuf};

use proptest::prelude::*;

use super::edit::{NewThen, asked, roles};
use super::model::condition_of;
use super::*;
use crate::definition::{Outcome, Step};
use crate::{Definition, Span, Timer, read};

fn words(name: &str) -> New {
    New { name: name.into(), texts: vec![("en".into(), format!("{name} in English"))] }
}

fn days(days: u32) -> Timer {
    Timer::Duration(Span { days, ..Span::default() })
}

fn tag(id: &str) -> Tag {
    Tag { id: id.into(), name: format!("گام {id}"), step: Step::default() }
}

fn step(id: &str, what: What) -> ListStep {
    let (ways, deadlines) = (Vec::new(), Vec::new());
    ListStep { tag: tag(id), what, door: None, gate: None, ways, deadlines }
}

fn way(to: &str) -> Way {
    Way { flow: Arrow::default(), when: None, otherwise: false, to: to.into() }
}

/// What a random step is, with numbers from which the rest is drawn.
#[derive(Debug, Clone)]
struct Drawn {
    kind: u8,
    targets: Vec<usize>,
    late: u8,
    units: usize,
}

fn drawn() -> impl Strategy<Value = Vec<Drawn>> {
    let one = (0_u8..8, prop::collection::vec(0_usize..40, 1..4), 0_u8..4, 2_usize..5)
        .prop_map(|(kind, targets, late, units)| Drawn { kind, targets, late, units });
    prop::collection::vec(one, 1..12)
}

/// A list whose every step is reached by the one before it; other ways lead anywhere but behind the
/// start, and the last step ends.
fn list(drawn: &[Drawn]) -> StepList {
    let ids: Vec<String> = (0..drawn.len()).map(|no| format!("s{no}")).collect();
    let id = |no: usize| ids.get(no).cloned().unwrap_or_else(|| "end".into());
    let mut steps = vec![ListStep { ways: vec![way(&id(0))], ..step("start", What::Start) }];
    for (no, it) in drawn.iter().enumerate() {
        let on = id(no + 1);
        let any = |at: usize| id(it.targets[at % it.targets.len()] % (drawn.len() + 1));
        let mut own = step(&ids[no], what(it, no));
        own.ways = vec![way(&on)];
        match own.what {
            What::Task => {
                let outcomes: Vec<String> =
                    (0..it.targets.len()).map(|no| format!("o{no}")).collect();
                own.tag.step.outcomes = outcomes
                    .iter()
                    .map(|id| Outcome { id: id.clone(), name: id.clone(), ..Outcome::default() })
                    .collect();
                let targets: Vec<(String, String)> = outcomes
                    .iter()
                    .enumerate()
                    .map(|(at, it)| (it.clone(), if at == 0 { on.clone() } else { any(at) }))
                    .collect();
                own.lead(&targets);
            }
            What::Choice => {
                let (when, to) = (Some("amount > 5".to_owned()), any(0));
                own.ways = vec![Way { when, ..way(&to) }, Way { otherwise: true, ..way(&on) }];
            }
            What::Wait(_) => own.deadlines.push(Deadline {
                tag: tag(&format!("{}-lapse", ids[no])),
                timer: days(10),
                flow: Arrow::default(),
                then: Then::Lapse("end".into()),
            }),
            _ => {}
        }
        steps.push(own);
    }
    steps.push(step("end", What::End { all: true }));
    let documentation = vec!["برای آزمون".into()];
    let mut list = StepList {
        process: "p".into(),
        name: "n".into(),
        step: Step::default(),
        documentation,
        steps,
    };
    for (no, it) in drawn.iter().enumerate() {
        let waits = matches!(list.steps[no + 1].what, What::Task | What::Ask(_) | What::Service);
        match it.late {
            1 if waits => {
                let then = NewThen::Aside(What::Task, words("پیگیری"), Vec::new());
                list.add_deadline(&ids[no], &words("دیر شد"), (days(3), true), then);
            }
            2 if waits => {
                let then = NewThen::Lapse(id(it.targets[0] % (drawn.len() + 1)));
                list.add_deadline(&ids[no], &words("دیر شد"), (days(3), false), then);
            }
            _ => {}
        }
    }
    list.settled()
}

fn what(it: &Drawn, no: usize) -> What {
    match it.kind {
        0..3 => What::Task,
        3 => {
            let roles: Vec<String> = (0..it.units).map(|no| format!("role-{no}")).collect();
            What::Ask(asked(&roles))
        }
        4 => What::Wait("documents-supplied".into()),
        5 => What::Service,
        6 => What::Choice,
        _ => {
            let branch = |at: usize| Branch {
                it: step(&format!("b{no}-{at}"), What::Task),
                into: Arrow::default(),
                out: Arrow::default(),
            };
            let branches = (0..it.units).map(branch).collect();
            What::Together { branches, join: tag(&format!("s{no}-all")) }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, ..ProptestConfig::default() })]

    /// A list becomes BPMN that can be published, and is read back as the same list.
    #[test]
    fn a_list_is_the_same_after_a_turn_through_bpmn(drawn in drawn()) {
        let list = list(&drawn);
        let xml = list.xml().unwrap();
        let read = read(&xml, &|_| Ok(()));
        // A ring without an end is the only mistake that a random list can make.
        if let Err(problems) = &read {
            let rings = problems.iter().all(|it| it.kind.as_str() == "no-way-out");
            prop_assert!(rings, "{problems:#?}\n{xml}");
        }
        let again = recognise(&xml).unwrap();
        prop_assert_eq!(&again, &list);
        prop_assert_eq!(again.xml().unwrap(), xml);
    }

    /// Whatever is moved, put in or taken out leaves a list, in which everything else is as it was.
    #[test]
    fn a_changed_list_is_a_list(drawn in drawn(), at in 0_usize..14, what in 0_usize..12) {
        let before = list(&drawn);
        let id = before.steps[at % before.steps.len()].tag.id.clone();
        let kinds = [
            NewStep::Task, NewStep::Approval, NewStep::Ask, NewStep::Together, NewStep::Wait,
            NewStep::Service, NewStep::Notice, NewStep::Choice, NewStep::End,
        ];
        let words = ["یک", "دو", "سه"].map(words);
        let after = match what {
            0 => before.remove(&id),
            1 => before.shift(&id, Direction::Up),
            2 => before.shift(&id, Direction::Down),
            no => before.insert(&id, kinds[no - 3], &words).map(|it| it.0),
        };
        let Some(after) = after else { return Ok(()) };
        prop_assert_eq!(&recognise(&after.xml().unwrap()).unwrap(), &after);
        for step in &after.steps {
            if let Some(old) = before.find(&step.tag.id) {
                prop_assert_eq!(&old.tag, &step.tag);
                prop_assert_eq!(&old.deadlines.len(), &step.deadlines.len());
            }
        }
    }
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|it| it == "bpmn") {
            found.push(path);
        }
    }
}

fn definition(xml: &str) -> Definition {
    read(xml, &|_| Ok(())).unwrap_or_else(|problems| panic!("{problems:#?}\n{xml}")).definition
}

/// Nodes and flows of a definition, whatever order they stand in; flows in order at each node.
fn alike(definition: &Definition) -> (Vec<String>, Vec<String>) {
    let mut nodes: Vec<String> = definition.nodes().map(|node| format!("{node:?}")).collect();
    nodes.sort();
    let mut flows: Vec<_> = definition.flows().collect();
    flows.sort_by_key(|flow| flow.from.clone());
    (nodes, flows.iter().map(|flow| format!("{flow:?}")).collect())
}

/// At least four of five processes of the agencies are lists, and stay what they are as lists.
#[test]
fn the_agencies_processes_are_lists() {
    let mut all = Vec::new();
    files(&root().join("tenants"), &mut all);
    let mut listed = 0;
    for file in &all {
        let xml = fs::read_to_string(file).unwrap();
        match recognise(&xml) {
            Ok(list) => {
                listed += 1;
                let written = list.clone().settled();
                assert_eq!(written, list, "{}", file.display());
                let (was, is) = (definition(&xml), definition(&list.xml().unwrap()));
                assert_eq!(alike(&was), alike(&is), "{}", file.display());
            }
            Err(found) => eprintln!("{}: not a list: {found:?}", file.display()),
        }
    }
    assert!(listed * 5 >= all.len() * 4, "{listed} of {}", all.len());
}

/// Models of others are no lists, and are told so.
#[test]
fn what_others_drew_is_not_bent_into_a_list() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let suites = here.ancestors().map(|it| it.join("shared/suites/miwg")).find(|it| it.is_dir());
    let Some(folder) = suites else { return };
    let mut all = Vec::new();
    files(&folder, &mut all);
    assert!(!all.is_empty());
    for file in all {
        let Ok(xml) = fs::read_to_string(&file) else { continue };
        assert!(recognise(&xml).is_err(), "{}", file.display());
    }
}

#[test]
fn what_a_list_does_not_hold_is_left_to_the_diagram() {
    let list = list(&[Drawn { kind: 0, targets: vec![0], late: 0, units: 2 }]);
    let xml = list.xml().unwrap();
    assert!(recognise(&xml).is_ok());
    for (from, to) in [
        ("</bpmn:process>", "<bpmn:textAnnotation id=\"t\"/></bpmn:process>"),
        ("<bpmn:startEvent id=\"start\"", "<!-- why --><bpmn:startEvent id=\"start\""),
        ("id=\"s0\"", "id=\"s0\" startQuantity=\"2\""),
        ("<bpmn:process ", "<bpmn:collaboration id=\"c\"/><bpmn:process "),
        ("<bpmn:userTask id=\"s0\"", "<bpmn:manualTask id=\"m\"/><bpmn:userTask id=\"s0\""),
    ] {
        let other = xml.replacen(from, to, 1);
        assert_ne!(other, xml, "{from}");
        assert!(recognise(&other).is_err(), "{to}");
    }
}

fn course() -> StepList {
    let task = |targets: Vec<usize>| Drawn { kind: 0, targets, late: 0, units: 2 };
    list(&[task(vec![0]), task(vec![0]), task(vec![0])])
}

fn ways(list: &StepList) -> Vec<String> {
    let of = |step: &ListStep| {
        let to: Vec<&str> = step.ways.iter().map(|way| way.to.as_str()).collect();
        format!("{}>{}", step.tag.id, to.join("|"))
    };
    list.steps.iter().map(of).collect()
}

#[test]
fn steps_move_in_the_course_of_the_process() {
    let list = course();
    assert_eq!(ways(&list), ["start>s0", "s0>s1", "s1>s2", "s2>end", "end>"]);
    let moved = list.shift("s1", Direction::Up).unwrap();
    assert_eq!(ways(&moved), ["start>s1", "s1>s0", "s0>s2", "s2>end", "end>"]);
    assert_eq!(list.shift("s0", Direction::Down).unwrap(), moved);
    assert_eq!(list.shift("s0", Direction::Up), None);
    // Over an end nothing leads: the step stands elsewhere in the list, the course stays.
    let last = list.shift("s2", Direction::Down).unwrap();
    assert_eq!(ways(&last), ["start>s0", "s0>s1", "s1>s2", "end>", "s2>end"]);
}

#[test]
fn steps_are_put_in_and_taken_out() {
    let (list, id) = course().insert("s0", NewStep::Approval, &[words("تأیید")]).unwrap();
    let expected = ["start>s0", "s0>step", "step>s1|s0", "s1>s2", "s2>end", "end>"];
    assert_eq!(ways(&list), expected);
    let step = list.find(&id).unwrap();
    assert_eq!(step.leads_to("agreed"), Some("s1"));
    assert_eq!(step.ways[0].when, Some(condition_of("agreed")));
    assert!(list.find("s0").unwrap().door.is_some());
    assert_eq!(ways(&list.remove(&id).unwrap()), ways(&course()));
    let (ended, _) = list.insert("s2", NewStep::End, &[words("پایان")]).unwrap();
    assert_eq!(ended.find("s2").unwrap().ways[0].to, "end");
}

#[test]
fn roles_that_are_asked_stand_in_the_list() {
    let three: Vec<String> = ["expert", "inspector", "manager"].map(String::from).into();
    assert_eq!(roles(&asked(&three)), Some(three));
    assert_eq!(roles(&asked(&[])), Some(Vec::new()));
}
