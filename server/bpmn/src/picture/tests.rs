//! Pictures hold what the process holds, each in its own place.

use super::draw::{Figure, draw};
use super::layout::{Layout, Rect};
use super::steps::{Way, next, order};
use super::wrap::wrap;
use super::{diagram, layered};
use crate::definition::{Definition, Kind};

const COSMETICS: &str =
    include_str!("../../../../tenants/blueprints/fda/processes/cosmetics-import.bpmn");
const DRUGS: &str =
    include_str!("../../../../tenants/blueprints/fda/processes/drug-registration.bpmn");

fn read(xml: &str) -> Definition {
    crate::read(xml, &|_| Ok(())).expect("the process").definition
}

fn layouts() -> Vec<(Definition, Layout)> {
    let mut all = Vec::new();
    for xml in [COSMETICS, DRUGS] {
        all.push((read(xml), diagram::read(xml).expect("a diagram")));
        all.push((read(xml), layered::arrange(&read(xml))));
    }
    all
}

#[test]
fn everything_has_a_place_and_no_two_stand_in_the_same() {
    for (definition, layout) in layouts() {
        assert!(layout.covers(&definition));
        let nodes: Vec<_> = definition.nodes().collect();
        let host = |kind: &Kind| kind.host().map(str::to_owned);
        for (no, one) in nodes.iter().enumerate() {
            for other in &nodes[no + 1..] {
                let sits = host(&one.kind) == Some(other.id.clone())
                    || host(&other.kind) == Some(one.id.clone());
                let (a, b) = (layout.nodes[&one.id], layout.nodes[&other.id]);
                assert_eq!(a.meets(&b), sits, "{} and {}", one.id, other.id);
            }
        }
    }
}

#[test]
fn ways_begin_and_end_at_their_nodes() {
    let touches = |rect: Rect, x: i32, y: i32| {
        (rect.x..=rect.right()).contains(&x) && (rect.y..=rect.bottom()).contains(&y)
    };
    for (definition, layout) in layouts() {
        for flow in definition.flows() {
            let way = &layout.flows[&flow.id];
            let (first, last) = (way[0], way[way.len() - 1]);
            assert!(touches(layout.nodes[&flow.from], first.x, first.y), "{} begins", flow.id);
            assert!(touches(layout.nodes[&flow.to], last.x, last.y), "{} ends", flow.id);
        }
    }
}

#[test]
fn ways_of_our_own_layout_run_on_or_above_everything() {
    let definition = read(COSMETICS);
    let layout = layered::arrange(&definition);
    let start = layout.nodes["start"];
    assert!(layout.nodes.values().all(|rect| rect.x >= start.x), "the start stands first");
    let back: Vec<_> = layout.flows.iter().filter(|(_, way)| way.iter().any(|p| p.y < 0)).collect();
    let names: std::collections::BTreeSet<&str> = back.iter().map(|(id, _)| id.as_str()).collect();
    assert_eq!(names, ["decided-to-review", "documents-to-review"].into());
}

#[test]
fn a_picture_is_mirrored_for_languages_that_are() {
    let definition = read(COSMETICS);
    let (ltr, rtl) =
        (draw(&definition, COSMETICS, "en", false), draw(&definition, COSMETICS, "fa", true));
    assert_eq!((ltr.width, ltr.height), (rtl.width, rtl.height));
    for (left, right) in ltr.shapes.iter().zip(&rtl.shapes) {
        // Halves of a pixel are cut off on either side.
        let off = left.x + left.width - (rtl.width - right.x);
        assert!(off.abs() <= 1, "{}: {off}", left.node);
        assert_eq!((left.y, left.figure), (right.y, right.figure));
    }
    let name = |picture: &super::Picture, node: &str| {
        picture.shapes.iter().find(|s| s.node == node).expect("it is drawn").name.clone()
    };
    assert_eq!(name(&ltr, "review"), "Expert review");
    assert_eq!(name(&rtl, "review"), "بررسی کارشناسی");
    let said = |picture: &super::Picture, flow: &str| -> String {
        let line = picture.lines.iter().find(|l| l.flow == flow).expect("it is drawn");
        line.words.iter().map(|w| w.text.as_str()).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(said(&rtl, "reviewed-documents"), "نقص دارد");
    assert_eq!(said(&ltr, "reviewed-documents"), "Documents are missing");
}

#[test]
fn words_stay_within_their_picture_and_their_boxes() {
    for xml in [COSMETICS, DRUGS, &without_diagram(COSMETICS)] {
        for (lang, mirrored) in [("fa", true), ("en", false)] {
            let picture = draw(&read(xml), xml, lang, mirrored);
            for shape in &picture.shapes {
                for words in &shape.words {
                    let inside = (0..picture.height).contains(&words.y)
                        && (0..picture.width).contains(&words.x);
                    assert!(inside, "{lang}: {}", shape.node);
                    let boxed = matches!(shape.figure, Figure::Task | Figure::Send);
                    let held = (shape.y..shape.y + shape.height).contains(&words.y);
                    assert!(!boxed || held, "{lang}: {}", shape.node);
                }
            }
        }
    }
}

fn without_diagram(xml: &str) -> String {
    let (process, _) = xml.split_once("<bpmndi:BPMNDiagram").expect("it has one");
    format!("{process}</bpmn:definitions>")
}

#[test]
fn a_diagram_that_lies_or_lacks_something_is_not_followed() {
    let definition = read(COSMETICS);
    let own = draw(&definition, &without_diagram(COSMETICS), "fa", true);
    let table = [
        ("a shape is gone", COSMETICS.replace("bpmnElement=\"review\"", "bpmnElement=\"x\"")),
        ("too far out", COSMETICS.replace("x=\"560\"", "x=\"9e99\"")),
        ("no number", COSMETICS.replace("x=\"560\"", "x=\"NaN\"")),
    ];
    for (what, xml) in table {
        assert_eq!(draw(&definition, &xml, "fa", true), own, "{what}");
    }
    assert_ne!(draw(&definition, COSMETICS, "fa", true), own);
}

#[test]
fn the_list_says_what_follows_each_step() {
    let definition = read(COSMETICS);
    let ids: Vec<&str> = order(&definition).iter().map(|node| node.id.as_str()).collect();
    assert_eq!(ids[..4], ["start", "register", "verify", "review"]);
    let told = |id: &str, lang: &str| -> Vec<String> {
        let node = definition.node(id).expect("a step");
        let said = |way: &Way<'_>| match way {
            Way::On(said) => said.join(", "),
            Way::Late(timer) => format!("late {}", timer.id),
        };
        let all = next(&definition, node, lang).into_iter();
        all.map(|next| format!("{}: {}", said(&next.way), next.node.id)).collect()
    };
    let review =
        ["Documents are missing: documents", ": decide", "late review-late: overdue-review"];
    assert_eq!(told("review", "en"), review);
    let decide = ["تأیید: tell-approved", "رد: tell-rejected", "بازگشت: review"];
    assert_eq!(told("decide", "fa"), decide);
    assert_eq!(told("closed", "fa"), Vec::<String>::new());
}

#[test]
fn words_are_broken_between_words() {
    let table: &[(&str, usize, usize, &[&str])] = &[
        ("", 10, 2, &[]),
        ("one two three", 7, 3, &["one two", "three"]),
        ("one two three four", 7, 2, &["one two", "three…"]),
        ("unbreakable", 4, 2, &["unbreakable"]),
    ];
    for (text, width, most, expected) in table {
        assert_eq!(&wrap(text, *width, *most), expected, "{text}");
    }
}

#[test]
fn a_file_without_a_diagram_gets_ours_and_loses_nothing() {
    let bare = COSMETICS.split("<bpmndi:BPMNDiagram").next().expect("a process");
    let bare = format!("{bare}</bpmn:definitions>");
    assert_eq!(super::with_diagram(&read(COSMETICS), COSMETICS), None, "it has its own");
    let drawn = super::with_diagram(&read(&bare), &bare).expect("a diagram");
    assert_eq!(read(&drawn), read(&bare));
    assert_eq!(diagram::read(&drawn), Some(layered::arrange(&read(&bare))));
}

#[test]
fn places_tell_where_one_comes_and_nothing_of_what_is_inside() {
    let place = |node: &crate::Node| {
        let id = node.step.get("stage")?.to_owned();
        Some(super::Place { name: id.clone(), texts: [("en".to_owned(), id.clone())].into(), id })
    };
    let definition = read(COSMETICS);
    let reduced = super::places(&definition, place).expect("it has stages");
    let after = |id: &str| reduced.after(id).map(|node| node.id.as_str()).collect::<Vec<_>>();
    assert_eq!(after(""), ["submitted"]);
    assert_eq!(after("submitted"), ["registered"]);
    assert_eq!(after("registered"), ["in_review"]);
    assert_eq!(after("in_review"), ["needs_documents", "awaiting_signature"]);
    assert_eq!(after("needs_documents"), ["in_review", "lapsed"]);
    assert_eq!(after("awaiting_signature"), ["approved", "rejected", "in_review"]);
    // Every name is one of a place.
    let picture = draw(&reduced, "", "en", false);
    assert!(picture.shapes.iter().all(|shape| shape.name.is_empty() || shape.name == shape.node));
    assert!(picture.lines.iter().all(|line| line.words.is_empty()));
    assert!(super::places(&definition, |_| None).is_none());
}
