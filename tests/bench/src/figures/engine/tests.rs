//! What is measured is what the figures say.

use super::models::{DONE, for_desk, read};
use super::reading::{fifty_nodes, hostile};

#[test]
fn a_model_of_fifty_nodes_has_fifty_nodes() {
    let definition = read(&fifty_nodes()).unwrap();
    assert_eq!(definition.nodes().count(), 50);
}

#[test]
fn every_task_of_a_model_for_the_desk_has_a_role_and_an_outcome() {
    let model = r#"<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL">
<bpmn:process id="p" isExecutable="true"><bpmn:startEvent id="s"/><bpmn:userTask id="a" name="a"><bpmn:outgoing>g</bpmn:outgoing></bpmn:userTask>
<bpmn:sequenceFlow id="f" sourceRef="s" targetRef="a"/><bpmn:sequenceFlow id="g" sourceRef="a" targetRef="e"/>
<bpmn:endEvent id="e"/></bpmn:process></bpmn:definitions>"#;
    let definition = read(&for_desk(model, "clerk")).unwrap();
    let task = definition.node("a").unwrap();
    assert_eq!(task.step.get("role"), Some("clerk"));
    assert!(task.step.outcome(DONE).is_some());
}

#[test]
fn hostile_files_are_as_large_as_is_read() {
    let large = hostile().into_iter().filter(|(_, text)| text.len() > 2_000_000).count();
    assert_eq!(large + 1, hostile().len(), "all but the billion laughs, which are short");
}
