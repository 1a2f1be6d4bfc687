//! What a hostile or broken file meets.

use std::fmt::Write;

use crate::{Problem, ProblemKind as P, read};

use super::model;

fn refused(xml: &str) -> Vec<Problem> {
    read(xml, &|_| Ok(())).map(|read| read.warnings).expect_err("the file must be refused")
}

fn first(xml: &str) -> (P, u32) {
    let problems = refused(xml);
    (problems[0].kind, problems[0].line)
}

const BPMN: &str = r#"xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL""#;

fn document(inside: &str) -> String {
    format!(
        r#"<definitions {BPMN}><process id="p" isExecutable="true">{inside}</process></definitions>"#
    )
}

#[test]
fn broken_xml_is_refused_with_its_line() {
    for (xml, kind, line) in [
        ("", P::NotBpmn, 1),
        ("no xml", P::MalformedXml, 1),
        ("<definitions/>", P::NotBpmn, 1),
        ("<a>\n<b>\n</a>", P::MalformedXml, 3),
        ("<a/>\n<b/>", P::MalformedXml, 2),
        ("<x:a/>", P::MalformedXml, 1),
        ("<a b='1'\nb='2'/>", P::MalformedXml, 1),
        ("<a>&nbsp;</a>", P::EntityForbidden, 1),
    ] {
        assert_eq!(first(xml), (kind, line), "{xml}");
    }
    for inside in [
        "\n<task id='a'",
        "\n<task id='a'>",
        "\n</task>",
        "\n<task id=a/>",
        "\n&#0;",
        "\n<task id='a' name='\u{1}'/>",
        "\n<documentation>\u{1}</documentation>",
        "\n<documentation>&#1;</documentation>",
        "\n&",
    ] {
        assert_eq!(first(&document(inside)), (P::MalformedXml, 2), "{inside}");
    }
}

#[test]
fn document_types_and_entities_are_refused() {
    let bomb =
        format!("<!DOCTYPE d [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;'>]>\n{}", document("&b;"));
    assert_eq!(first(&bomb), (P::DoctypeForbidden, 1));
    assert_eq!(first("\n<!DOCTYPE d SYSTEM 'file:///etc/passwd'><d/>"), (P::DoctypeForbidden, 2));
    assert_eq!(first(&document("\n<documentation>&b;</documentation>")), (P::EntityForbidden, 2));
    assert_eq!(first(&document("\n<task id='&b;'/>")), (P::EntityForbidden, 2));
}

#[test]
fn the_five_entities_and_character_references_are_read() {
    let xml = document(
        "<startEvent id='s' name='&lt;&#x6A9;&gt; &amp; &quot;&apos;'/><endEvent id='e'/>
         <sequenceFlow id='f' sourceRef='s' targetRef='e'/>",
    );
    let read = read(&xml, &|_| Ok(())).unwrap();
    assert_eq!(read.definition.node("s").unwrap().name, "<ک> & \"'");
}

#[test]
fn size_depth_and_number_are_bounded() {
    let long = format!("<!--{}-->", "x".repeat(2 * 1024 * 1024));
    assert_eq!(first(&document(&long)).0, P::TooLarge);

    let deep = format!("{}{}", "<lane>".repeat(63), "</lane>".repeat(63));
    assert_eq!(first(&document(&deep)).0, P::TooDeep);
    let foreign = format!("<x xmlns='urn:x'>{}{}</x>", "<y>".repeat(63), "</y>".repeat(63));
    assert_eq!(first(&document(&foreign)).0, P::TooDeep);

    assert_eq!(first(&document(&"<task/>".repeat(30_000))).0, P::TooLarge);

    let mut many = String::new();
    (0..5_000).for_each(|n| write!(many, "<task id='t{n}'/>").unwrap());
    assert_eq!(first(&document(&many)).0, P::TooLarge);

    let mut wide = String::from("<task id='a'");
    (0..200).for_each(|n| write!(wide, " a{n}=''").unwrap());
    assert_eq!(first(&document(&format!("{wide}/>"))).0, P::TooLarge);
}

#[test]
fn a_report_is_no_longer_than_people_read() {
    let mut many = String::new();
    (0..3_000).for_each(|n| write!(many, "<transaction id='t{n}'/>").unwrap());
    assert_eq!(refused(&document(&many)).len(), 200);
}

#[test]
fn every_cut_of_a_file_is_answered() {
    let xml = model::xml(
        "start s; user a clock=stops; xor g; end e; timer t on a after P1D; s > a > g
         g > a if x and y; g > e else; t > e",
    );
    for (at, _) in xml.char_indices() {
        assert!(read(&xml[..at], &|_| Ok(())).is_err(), "{at}");
        // A byte less in the middle must not panic, whatever it makes of the file.
        let _ =
            read(&format!("{}{}", &xml[..at], xml.get(at + 1..).unwrap_or_default()), &|_| Ok(()));
    }
}

#[test]
fn the_largest_models_are_checked_within_bounds() {
    let chain: Vec<String> = (0..1_500).map(|n| format!("a{n}")).collect();
    let tasks: Vec<String> = chain.iter().map(|id| format!("user {id}")).collect();
    let (tasks, path) = (tasks.join("; "), chain.join(" > "));
    let model = format!("start s; end e; {tasks}; s > {path} > e");
    assert!(read(&model::xml(&model), &|_| Ok(())).unwrap().warnings.is_empty());

    let branches: Vec<String> =
        chain[..900].iter().map(|id| format!("user {id}; f > {id} > j")).collect();
    let model = format!("start s; and f; and j; end e; s > f; j > e; {}", branches.join("; "));
    assert!(read(&model::xml(&model), &|_| Ok(())).is_ok());
}
