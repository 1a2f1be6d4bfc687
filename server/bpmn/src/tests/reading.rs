//! What is read, what is read over, and what is refused by name.

use crate::{Event, Kind, Options, Problem, ProblemKind as P, Read, Span, Timer, read, read_with};

use super::model;

fn document(inside: &str) -> String {
    format!(
        r#"<b:definitions xmlns:b="http://www.omg.org/spec/BPMN/20100524/MODEL"
            xmlns:d="urn:mizban:bpmn:1" xmlns:x="urn:another:maker">
<b:message id="m1" name="مدارک  رسید"/><b:message id="m2"/>
<b:process id="p" name="مجوز واردات" isExecutable="true" d:calendar="working">
{inside}
</b:process></b:definitions>"#
    )
}

/// A process around one node `a`, which stands in line 6.
fn around(node: &str) -> String {
    document(&format!(
        r#"<b:startEvent id="s"/><b:sequenceFlow id="f" sourceRef="s" targetRef="a"/>
{}
<b:sequenceFlow id="h" sourceRef="a" targetRef="e"/><b:endEvent id="e"/>"#,
        node.replace('\n', "")
    ))
}

fn ok(xml: &str) -> Read {
    read(xml, &|_| Ok(())).unwrap_or_else(|problems| panic!("{problems:#?}"))
}

fn refused(xml: &str) -> Vec<Problem> {
    read(xml, &|_| Ok(())).map(|read| read.definition).expect_err("must be refused")
}

#[test]
fn the_desk_s_extension_is_kept() {
    let read = ok(&around(
        r#"<b:userTask id="a" name="بررسی
 مدارک" d:stage="review" d:role="registrar" d:clock="runs" x:foo="1"><b:extensionElements>
<d:i18n lang="en"> Review of documents </d:i18n><x:note><d:outcome id="not-ours"/></x:note>
<d:outcome id="missing" name="نقص مدارک" asks="documents"><d:i18n lang="en">Missing</d:i18n></d:outcome>
<d:outcome id="ok" name="کامل"/></b:extensionElements></b:userTask>"#,
    ));
    assert_eq!(read.warnings, []);
    let definition = read.definition;
    assert_eq!((definition.process_id(), definition.name()), ("p", "مجوز واردات"));
    assert_eq!(definition.step().get("calendar"), Some("working"));
    let node = definition.node("a").unwrap();
    assert_eq!((node.name.as_str(), &node.kind), ("بررسی مدارک", &Kind::UserTask));
    assert_eq!(node.step.get("stage"), Some("review"));
    assert_eq!(node.step.get("foo"), None);
    assert_eq!(node.step.texts["en"], "Review of documents");
    let outcomes: Vec<&str> = node.step.outcomes.iter().map(|it| it.id.as_str()).collect();
    assert_eq!(outcomes, ["missing", "ok"]);
    let missing = node.step.outcome("missing").unwrap();
    assert_eq!((missing.name.as_str(), missing.texts["en"].as_str()), ("نقص مدارک", "Missing"));
    assert_eq!(missing.attributes["asks"], "documents");
    let after: Vec<&str> = definition.after("a").map(|node| node.id.as_str()).collect();
    assert_eq!(after, ["e"]);
    assert_eq!(definition.nodes().count(), 3);
    assert_eq!(definition.flows().count(), 2);
}

#[test]
fn bad_and_unknown_extensions_are_reported() {
    for (inside, kind) in [
        (r#"<d:outcome name="x"/>"#, P::BadOutcome),
        (r#"<d:outcome id="x"/>"#, P::BadOutcome),
        (r#"<d:outcome id="x" name="1"/><d:outcome id="x" name="2"/>"#, P::BadOutcome),
        (r#"<d:outcom id="x" name="1"/>"#, P::UnknownExtension),
        (r"<d:i18n>Review</d:i18n>", P::UnknownExtension),
    ] {
        let node = format!(
            r#"<b:userTask id="a"><b:extensionElements>{inside}</b:extensionElements></b:userTask>"#
        );
        let found = match read(&around(&node), &|_| Ok(())) {
            Ok(read) => read.warnings,
            Err(problems) => problems,
        };
        let places: Vec<_> =
            found.iter().map(|it| (it.kind, it.element.as_deref(), it.line)).collect();
        assert_eq!(places, [(kind, Some("a"), 6)], "{inside}");
    }
}

#[test]
fn messages_are_found_by_reference_or_stand_for_themselves() {
    for (node, message, warned) in [
        (r#"<b:receiveTask id="a" messageRef="m1"/>"#, "مدارک رسید", false),
        (r#"<b:receiveTask id="a" messageRef="tns:m1"/>"#, "مدارک رسید", false),
        (r#"<b:receiveTask id="a" messageRef="m2"/>"#, "m2", false),
        (r#"<b:receiveTask id="a"/>"#, "a", true),
    ] {
        let read = ok(&around(node));
        let kind = Kind::ReceiveTask { message: message.to_owned() };
        assert_eq!(read.definition.node("a").unwrap().kind, kind, "{node}");
        assert_eq!(read.warnings.iter().any(|it| it.kind == P::MessageUnnamed), warned, "{node}");
    }
    let problems = refused(&around(r#"<b:receiveTask id="a" messageRef="m3"/>"#));
    assert_eq!(problems[0].kind, P::DanglingReference);
}

#[test]
fn boundary_timers_are_read() {
    let boundary = |attributes: &str, time: &str| {
        around(&format!(
            r#"<b:userTask id="a"/><b:boundaryEvent id="t" attachedToRef="a" {attributes}>
<b:outgoing>g</b:outgoing><b:timerEventDefinition id="td">{time}</b:timerEventDefinition>
</b:boundaryEvent><b:sequenceFlow id="g" sourceRef="t" targetRef="e"/>"#
        ))
    };
    let days = |days| Span { days, ..Span::default() };
    for (attributes, time, interrupting, timer) in [
        ("", "<b:timeDuration> P10D </b:timeDuration>", true, Timer::Duration(days(10))),
        (
            r#"cancelActivity="false" d:calendar="working""#,
            "<b:timeCycle><![CDATA[R3/P1D]]></b:timeCycle>",
            false,
            Timer::Cycle { repeat: Some(3), every: days(1) },
        ),
        (
            r#"cancelActivity="true""#,
            "<b:timeDate>2026-03-21</b:timeDate>",
            true,
            Timer::Date("2026-03-21".to_owned()),
        ),
    ] {
        let read = ok(&boundary(attributes, time));
        let node = read.definition.node("t").unwrap();
        let host = "a".to_owned();
        assert_eq!(node.kind, Kind::Boundary { host, interrupting, event: Event::Timer(timer) });
        assert_eq!(node.step.get("calendar").is_some(), attributes.contains("calendar"));
    }
    for time in [
        "",
        "<b:timeDuration/>",
        "<b:timeDuration>10 days</b:timeDuration>",
        "<b:timeCycle>P1D</b:timeCycle>",
        "<b:timeDate>P1D</b:timeDate>",
        "<b:timeDuration>P1D</b:timeDuration><b:timeDate>2026-03-21</b:timeDate>",
    ] {
        let problems = refused(&boundary("", time));
        assert_eq!((problems[0].kind, problems[0].line), (P::BadTimer, 6), "{time}");
    }
}

#[test]
fn everything_outside_the_subset_is_refused_by_name() {
    for node in [
        r#"<b:scriptTask id="a"/>"#,
        r#"<b:transaction id="a"/>"#,
        r#"<b:adHocSubProcess id="a"/>"#,
        r#"<b:complexGateway id="a"/>"#,
        r#"<b:intermediateCatchEvent id="a"/>"#,
        r#"<b:intermediateCatchEvent id="a"><b:signalEventDefinition/></b:intermediateCatchEvent>"#,
        r#"<b:intermediateCatchEvent id="a"><b:conditionalEventDefinition/></b:intermediateCatchEvent>"#,
        r#"<b:intermediateThrowEvent id="a"><b:compensateEventDefinition/></b:intermediateThrowEvent>"#,
        r#"<b:userTask id="a"><b:standardLoopCharacteristics/></b:userTask>"#,
        r#"<b:userTask id="a"><b:somethingNew/></b:userTask>"#,
        r#"<b:somethingNew id="a"/>"#,
    ] {
        let problems = refused(&around(node));
        let places: Vec<_> =
            problems.iter().map(|it| (it.kind, it.element.as_deref(), it.line)).collect();
        assert_eq!(places, [(P::UnsupportedElement, Some("a"), 6)], "{node}");
    }
    for node in [
        r#"<b:userTask id="a" startQuantity="2"/>"#,
        r#"<b:userTask id="a" completionQuantity="0"/>"#,
        r#"<b:userTask id="a" isForCompensation="true"/>"#,
        r#"<b:receiveTask id="a" instantiate="true"/>"#,
    ] {
        assert_eq!(refused(&around(node))[0].kind, P::UnsupportedAttribute, "{node}");
    }
}

#[test]
fn events_with_other_triggers_are_refused() {
    for event in ["timer", "signal", "conditional", "link", "compensate", "cancel"] {
        let definition = format!("<b:{event}EventDefinition/>");
        for (xml, id) in [
            (
                document(&format!(
                    r#"<b:startEvent id="s">{definition}</b:startEvent><b:endEvent id="e"/>
<b:sequenceFlow id="f" sourceRef="s" targetRef="e"/>"#
                )),
                "s",
            ),
            (
                document(&format!(
                    r#"<b:startEvent id="s"/><b:endEvent id="e">{definition}</b:endEvent>
<b:sequenceFlow id="f" sourceRef="s" targetRef="e"/>"#
                )),
                "e",
            ),
        ] {
            let problems = refused(&xml);
            assert_eq!(problems[0].kind, P::UnsupportedElement, "{event}");
            assert_eq!(problems[0].element.as_deref(), Some(id), "{event}");
        }
    }
    for inside in [
        "",
        "<b:signalEventDefinition/>",
        "<b:linkEventDefinition/>",
        "<b:timerEventDefinition/><b:messageEventDefinition/>",
        "<b:eventDefinitionRef>x</b:eventDefinitionRef>",
    ] {
        let node = format!(
            r#"<b:userTask id="a"/><b:boundaryEvent id="t" attachedToRef="a">{inside}</b:boundaryEvent>"#
        );
        let problems = refused(&around(&node));
        assert_eq!(problems[0].kind, P::UnsupportedElement, "{inside}");
        assert_eq!(problems[0].element.as_deref(), Some("t"), "{inside}");
    }
}

#[test]
fn references_must_lead_somewhere() {
    for (node, kind, element) in [
        (r#"<b:userTask id="z"/>"#, P::DanglingReference, "f"),
        (r#"<b:userTask id="a" default="nowhere"/>"#, P::DanglingReference, "a"),
        (r#"<b:userTask id="a" default="f"/>"#, P::DanglingReference, "a"),
        (
            r#"<b:userTask id="a"><b:incoming>h</b:incoming><b:outgoing>q</b:outgoing></b:userTask>"#,
            P::DanglingReference,
            "a",
        ),
        (r#"<b:userTask id="a"/><b:userTask id="a"/>"#, P::DuplicateId, "a"),
        (r#"<b:userTask id="a"/><b:dataObject id="a"/>"#, P::DuplicateId, "a"),
        (r#"<b:userTask id="a"/><b:startEvent id="s2"/>"#, P::SeveralStarts, "s2"),
        (
            r#"<b:userTask id="a"/><b:sequenceFlow id="q" sourceRef="a" targetRef="s"/>"#,
            P::MisplacedFlow,
            "q",
        ),
        (
            r#"<b:userTask id="a"/><b:sequenceFlow id="q" sourceRef="e" targetRef="a"/>"#,
            P::MisplacedFlow,
            "q",
        ),
        (
            r#"<b:userTask id="a"/><b:sequenceFlow id="q" sourceRef="a"/>"#,
            P::DanglingReference,
            "q",
        ),
        (
            r#"<b:exclusiveGateway id="a"/><b:boundaryEvent id="t" attachedToRef="a"><b:timerEventDefinition>
<b:timeDuration>P1D</b:timeDuration></b:timerEventDefinition></b:boundaryEvent>"#,
            P::HostNotActivity,
            "t",
        ),
        (
            r#"<b:userTask id="a"/><b:boundaryEvent id="t" attachedToRef="q"><b:timerEventDefinition>
<b:timeDuration>P1D</b:timeDuration></b:timerEventDefinition></b:boundaryEvent>"#,
            P::DanglingReference,
            "t",
        ),
    ] {
        let problems = refused(&around(node));
        assert_eq!(problems[0].kind, kind, "{node}: {problems:#?}");
        assert!(problems.iter().any(|it| it.element.as_deref() == Some(element)), "{problems:#?}");
    }
    assert_eq!(refused(&document(r#"<b:endEvent id="e"/>"#))[0].kind, P::NoStart);
    assert!(refused(&around("<b:userTask/>")).iter().any(|it| it.kind == P::MissingId));
}

#[test]
fn conditions_are_checked_and_one_equals_sign_is_dropped() {
    let check = |text: &str| if text.contains("bad") { Err(format!("no: {text}")) } else { Ok(()) };
    let xml = |condition: &str| {
        model::xml(&format!(
            "start s; xor g; user a; end e; end f; s > g; g > a if {condition}; g > e else; a > f"
        ))
    };
    for (text, kept) in [
        ("x", "x"),
        ("= x", "x"),
        ("=x", "x"),
        ("==x", "=x"),
        ("outcome = \"x\"", "outcome = \"x\""),
    ] {
        let definition = read(&xml(text), &check).unwrap().definition;
        let flow = definition.flows().find(|flow| flow.id == "g-a").unwrap();
        assert_eq!(flow.condition.as_deref(), Some(kept));
        assert!(definition.flows().any(|flow| flow.id == "g-e" && flow.default));
    }
    for text in ["bad", "= ", "="] {
        let problems = read(&xml(text), &check).unwrap_err();
        assert_eq!(
            (problems[0].kind, problems[0].element.as_deref()),
            (P::BadCondition, Some("g-a"))
        );
    }
    // Behind a parallel gateway it is never asked, so it need not be askable.
    let ignored =
        model::xml("start s; and g; user a; end e; end f; s > g; g > a if bad; g > e; a > f");
    assert_eq!(read(&ignored, &check).unwrap().warnings[0].kind, P::ConditionIgnored);
}

#[test]
fn what_surrounds_a_process_is_read_over() {
    let xml = around(
        r#"<b:userTask id="a"><b:documentation>x</b:documentation><b:ioSpecification><b:dataInput id="i"/>
</b:ioSpecification><b:potentialOwner/></b:userTask><b:laneSet id="ls"><b:lane id="l1"/></b:laneSet>
<b:textAnnotation id="n1"><b:text>x</b:text></b:textAnnotation><b:association id="as"/><b:group id="gr"/>
<b:dataObject id="do"/><b:dataObjectReference id="dor"/><x:thing><x:deep/></x:thing>"#,
    );
    assert_eq!(ok(&xml).warnings, []);
}

#[test]
fn exactly_one_process_is_executable() {
    let file = |processes: &str| {
        format!(
            r#"<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL">{processes}</definitions>"#
        )
    };
    let process = |id: &str, attribute: &str| {
        format!(
            r#"<process id="{id}" {attribute}><startEvent id="{id}s"/><endEvent id="{id}e"/><sequenceFlow id="{id}f" sourceRef="{id}s" targetRef="{id}e"/></process>"#
        )
    };
    let yes = r#"isExecutable="true""#;
    let both = process("a", "") + &process("b", yes);
    let read = ok(&file(&both));
    assert_eq!((read.definition.process_id(), read.warnings.len()), ("b", 0));
    assert_eq!(ok(&file(&process("a", ""))).warnings[0].kind, P::NotMarkedExecutable);
    assert_eq!(refused(&file(""))[0].kind, P::NoProcess);
    assert_eq!(refused(&file(&(process("a", "") + &process("b", ""))))[0].kind, P::NoProcess);
    assert_eq!(
        refused(&file(&(process("a", yes) + &process("b", yes))))[0].kind,
        P::SeveralProcesses
    );
}

#[test]
fn scripts_pass_only_where_they_are_let_in() {
    let xml = around(r#"<b:scriptTask id="a"><b:script>x</b:script></b:scriptTask>"#);
    assert_eq!(refused(&xml)[0].kind, P::UnsupportedElement);
    let read =
        read_with(&xml, &|_| Ok(()), Options { scripts_pass: true, ..Options::default() }).unwrap();
    assert_eq!(read.definition.node("a").unwrap().kind, Kind::Pass);
    assert_eq!(read.warnings[0].kind, P::PassesThrough);
}

#[test]
fn a_problem_can_be_read_by_people() {
    let problem = &refused(&around(r#"<b:scriptTask id="a"/>"#))[0];
    assert_eq!(
        problem.to_string(),
        "line 6: a: the element is outside the supported subset (scriptTask)"
    );
}
