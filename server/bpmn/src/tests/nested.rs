//! Reading what is newer than the first elements: scopes, events, loops, calls; and what is refused
//! of it, by element and line.

use super::model::xml;
use crate::{
    Event, Kind, Mapping, Options, Over, Problem, ProblemKind as P, Repeat, Timer, read, read_with,
};

const HEAD: &str = r#"<b:definitions xmlns:b="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:d="urn:mizban:bpmn:1">
<b:error id="e1" errorCode="E-1"/><b:error id="e2"/><b:escalation id="l1" escalationCode="L-1"/><b:message id="m1" name="papers"/>
<b:process id="p" isExecutable="true">
<b:startEvent id="s"/><b:sequenceFlow id="f" sourceRef="s" targetRef="a"/>
"#;

/// A process around a node `a`, which stands in line 5.
fn around(node: &str) -> String {
    let node = node.replace('\n', "");
    format!(
        r#"{HEAD}{node}
<b:sequenceFlow id="h" sourceRef="a" targetRef="e"/><b:endEvent id="e"/></b:process></b:definitions>"#
    )
}

fn kind(node: &str, id: &str) -> Kind {
    let read = read(&around(node), &|_| Ok(()));
    let definition = read.unwrap_or_else(|problems| panic!("{node}: {problems:#?}")).definition;
    definition.node(id).unwrap().kind.clone()
}

fn refused(xml: &str) -> Vec<(P, Option<String>, u32)> {
    let place = |it: Problem| (it.kind, it.element, it.line);
    match read(xml, &|text| if text.contains("bad") { Err("no".into()) } else { Ok(()) }) {
        Ok(read) => panic!("{xml}: {:#?}", read.warnings),
        Err(problems) => problems.into_iter().map(place).collect(),
    }
}

#[test]
fn codes_of_errors_are_found_by_reference() {
    for (inside, event) in [
        (r#"<b:errorEventDefinition errorRef="e1"/>"#, Event::Error(Some("E-1".into()))),
        (r#"<b:errorEventDefinition errorRef="t:e2"/>"#, Event::Error(Some("e2".into()))),
        ("<b:errorEventDefinition/>", Event::Error(None)),
        (
            r#"<b:escalationEventDefinition escalationRef="l1"/>"#,
            Event::Escalation(Some("L-1".into())),
        ),
        (r#"<b:messageEventDefinition messageRef="m1"/>"#, Event::Message("papers".into())),
        (
            "<b:timerEventDefinition><b:timeDuration>= limit</b:timeDuration></b:timerEventDefinition>",
            Event::Timer(Timer::Expression("limit".into())),
        ),
        (
            r#"<b:timerEventDefinition><b:timeDuration>duration("P1D")</b:timeDuration></b:timerEventDefinition>"#,
            Event::Timer(Timer::Expression(r#"duration("P1D")"#.into())),
        ),
    ] {
        let node = format!(
            r#"<b:serviceTask id="a"/><b:boundaryEvent id="x" attachedToRef="a">{inside}</b:boundaryEvent>
<b:sequenceFlow id="g" sourceRef="x" targetRef="e"/>"#
        );
        let host = String::from("a");
        assert_eq!(
            kind(&node, "x"),
            Kind::Boundary { host, interrupting: true, event },
            "{inside}"
        );
    }
}

#[test]
fn loops_are_read_in_either_spelling() {
    let gather = Some(Mapping { source: "vote".into(), target: "votes".into() });
    for (attributes, inside, sequential, over, item, gather) in [
        (
            r#"isSequential="true""#,
            "<b:loopCardinality>= 3</b:loopCardinality>",
            true,
            Over::Count("3".into()),
            None,
            None,
        ),
        (
            r#"d:collection="units" d:item="unit" d:gather="votes" d:each="vote""#,
            "",
            false,
            Over::Each("units".into()),
            Some("unit"),
            gather.clone(),
        ),
        (
            "",
            r#"<b:loopDataInputRef>in1</b:loopDataInputRef><b:loopDataOutputRef>out1</b:loopDataOutputRef>
<b:inputDataItem id="i9" name="unit"/><b:outputDataItem id="o9" name="vote"/>"#,
            false,
            Over::Each("units".into()),
            Some("unit"),
            gather,
        ),
    ] {
        let node = format!(
            r#"<b:dataObject id="out1" name="votes"/><b:userTask id="a"><b:ioSpecification><b:dataInput id="in1" name="units"/></b:ioSpecification>
<b:multiInstanceLoopCharacteristics {attributes}>{inside}</b:multiInstanceLoopCharacteristics></b:userTask>"#
        );
        let definition = read(&around(&node), &|_| Ok(())).unwrap().definition;
        let expected =
            Repeat { sequential, over, item: item.map(str::to_owned), until: None, gather };
        assert_eq!(definition.node("a").unwrap().repeat, Some(expected), "{inside}");
    }
}

#[test]
fn what_cannot_be_run_is_refused_by_element_and_line() {
    let lines = |inside: &str| {
        format!("<b:userTask id='a'><b:multiInstanceLoopCharacteristics{inside}</b:userTask>")
    };
    let sub = |inside: &str| format!("<b:subProcess id='a'>{inside}</b:subProcess>");
    for (node, kind, element) in [
        (lines("/>"), P::BadLoop, "a"),
        (lines(" d:collection='bad'/>"), P::BadExpression, "a"),
        (lines(" behavior='One' d:collection='x'/>"), P::UnsupportedAttribute, "a"),
        (lines(" d:collection='x' d:gather='y'/>"), P::BadLoop, "a"),
        (lines("><b:loopCardinality/></b:multiInstanceLoopCharacteristics>"), P::BadExpression, "a"),
        (sub(""), P::NoStart, "a"),
        (sub("<b:startEvent id='i'/><b:startEvent id='j'/>"), P::SeveralStarts, "j"),
        (sub("<b:startEvent id='i'><b:timerEventDefinition/></b:startEvent>"), P::UnsupportedElement, "i"),
        (
            sub("<b:startEvent id='i'/><b:sequenceFlow id='w' sourceRef='i' targetRef='e'/>"),
            P::MisplacedFlow,
            "w",
        ),
        (
            sub("<b:startEvent id='i'/><b:subProcess id='h' triggeredByEvent='true'><b:startEvent id='k'/></b:subProcess>"),
            P::UnsupportedElement,
            "k",
        ),
        (
            sub("<b:startEvent id='i'/><b:subProcess id='h' triggeredByEvent='true'>
<b:startEvent id='k' isInterrupting='false'><b:errorEventDefinition/></b:startEvent></b:subProcess>"),
            P::UnsupportedAttribute,
            "k",
        ),
        ("<b:callActivity id='a'/>".into(), P::UnknownProcess, "a"),
        ("<b:callActivity id='a' calledElement='q'/>".into(), P::UnknownProcess, "a"),
        ("<b:callActivity id='a' calledElement='p'/>".into(), P::RecursiveCall, "a"),
        ("<b:businessRuleTask id='a'/>".into(), P::NoDecision, "a"),
        ("<b:scriptTask id='a' d:result='x'><b:script>bad</b:script></b:scriptTask>".into(), P::BadExpression, "a"),
        ("<b:eventBasedGateway id='a' eventGatewayType='Parallel'/>".into(), P::UnsupportedAttribute, "a"),
        ("<b:eventBasedGateway id='a'/>".into(), P::EventGatewayTarget, "e"),
        (
            "<b:intermediateThrowEvent id='a'><b:escalationEventDefinition escalationRef='l9'/></b:intermediateThrowEvent>".into(),
            P::DanglingReference,
            "a",
        ),
        (
            "<b:intermediateThrowEvent id='a'><b:errorEventDefinition errorRef='e1'/></b:intermediateThrowEvent>".into(),
            P::UnsupportedElement,
            "a",
        ),
        (
            "<b:intermediateThrowEvent id='a'><b:linkEventDefinition name='x'/></b:intermediateThrowEvent>".into(),
            P::BadLink,
            "a",
        ),
        (
            "<b:userTask id='a'/><b:boundaryEvent id='x' attachedToRef='a' cancelActivity='false'><b:errorEventDefinition/></b:boundaryEvent>".into(),
            P::UnsupportedAttribute,
            "x",
        ),
        (
            "<b:userTask id='a'/><b:boundaryEvent id='x' attachedToRef='a'><b:timerEventDefinition><b:timeDuration>= bad</b:timeDuration></b:timerEventDefinition></b:boundaryEvent>".into(),
            P::BadExpression,
            "x",
        ),
    ] {
        let found = refused(&around(&node));
        let wanted = (kind, Some(element.to_owned()), if element == "e" { 6 } else { 5 });
        assert!(found.contains(&wanted), "{node}: {found:#?}");
    }
}

#[test]
fn calls_are_followed_and_rings_are_refused() {
    let ring = "start s; call a q; s > a; process q; start i in q; call b r in q; i > b
         process r; start k in r; call c q in r; k > c";
    assert!(refused(&xml(ring)).iter().any(|it| it.0 == P::RecursiveCall));
    let chain: Vec<String> = (1..=9)
        .map(|no| {
            format!(
                "process q{no}; start i{no} in q{no}; call c{no} q{} in q{no}; i{no} > c{no}",
                no + 1
            )
        })
        .collect();
    let long = |count: usize| {
        let last = format!("process q{0}; start x in q{0}; end y in q{0}; x > y", count + 1);
        xml(&format!("start s; call a q1; s > a; {}; {last}", chain[..count].join("; ")))
    };
    assert!(read(&long(7), &|_| Ok(())).is_ok());
    assert!(refused(&long(9)).iter().any(|it| it.0 == P::RecursiveCall));
}

#[test]
fn a_published_process_is_taken_over_as_it_is() {
    let called =
        xml("start s; user a times=2; timer t on a after P1D; sub x; end e; s > a > x > e; t > e
         start i in x; i > u; user u in x");
    let called = read(&called, &|_| Ok(())).unwrap().definition;
    let library = |name: &str| (name == "permit").then(|| called.clone());
    let options = Options { library: Some(&library), ..Options::default() };
    let caller = xml("start s; call a permit; call b permit; end e; s > a > b > e");
    let definition = read_with(&caller, &|_| Ok(()), options).unwrap().definition;
    let scope = |id: &str| definition.node(id).unwrap().scope.clone();
    assert_eq!(scope("permit/a").as_deref(), Some("permit"));
    assert_eq!(scope("permit/u").as_deref(), Some("permit/x"));
    assert_eq!(definition.node("permit/t").unwrap().kind.host(), Some("permit/a"));
    assert_eq!(definition.nodes().filter(|node| node.kind == Kind::Start).count(), 3);
    let stored = serde_json::to_string(&definition).unwrap();
    assert_eq!(serde_json::from_str::<crate::Definition>(&stored).unwrap(), definition);
}

#[test]
fn a_message_that_starts_the_process_is_its_form() {
    let xml = around("<b:userTask id='a'/>").replace(
        r#"<b:startEvent id="s"/>"#,
        r#"<b:startEvent id="s"><b:messageEventDefinition messageRef="m1"/></b:startEvent>"#,
    );
    assert_eq!(read(&xml, &|_| Ok(())).unwrap().definition.node("s").unwrap().kind, Kind::Start);
}
