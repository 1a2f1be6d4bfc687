//! `engine_compile_50_ms`: reading, compiling and checking a definition of fifty nodes, as publishing
//! does it; `xml_2mb_ms`: the longest that any hostile file of the largest size keeps a reader busy.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use anyhow::ensure;
use domain::processes;

use crate::report::{Aim, Report};

const TRIES: u32 = 5;
/// As much as is read at most.
const LARGEST: usize = 2 * 1024 * 1024;

pub(crate) fn reading(report: &mut Report) -> anyhow::Result<()> {
    let model = fifty_nodes();
    ensure!(processes::read(&model).is_ok(), "the model of fifty nodes is refused");
    let took = best(|| processes::read(&model).is_ok());
    report.note("engine_compile_50_ms", took.as_secs_f64() * 1e3, "ms", Aim::Below(20.0));
    let mut longest = Duration::ZERO;
    for (name, text) in hostile() {
        ensure!(processes::read(&text).is_err(), "{name} is taken");
        let took = best(|| processes::read(&text).is_ok());
        println!("hostile {name}: {:.1} ms", took.as_secs_f64() * 1e3);
        longest = longest.max(took);
    }
    report.note("xml_2mb_ms", longest.as_secs_f64() * 1e3, "ms", Aim::Below(100.0));
    Ok(())
}

/// The shortest of some tries: what it takes when nobody else wants the core.
fn best(read: impl Fn() -> bool) -> Duration {
    let once = |_| {
        let began = Instant::now();
        std::hint::black_box(read());
        began.elapsed()
    };
    (0..TRIES).map(once).min().unwrap_or_default()
}

const HEAD: &str = r#"<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="p" isExecutable="true">"#;
const FOOT: &str = "</process></definitions>";

/// Blocks of eight nodes one after the other: two tasks side by side, then a choice.
pub(super) fn fifty_nodes() -> String {
    let mut body = String::from(r#"<startEvent id="s"/><endEvent id="e"/>"#);
    let mut from = String::from("s");
    for no in 0..6 {
        let [fork, one, two, join, extra, choice, merge, plain] =
            ["f", "a", "b", "j", "t", "x", "m", "z"].map(|it| format!("{it}{no}"));
        let _ = write!(
            body,
            r#"<parallelGateway id="{fork}"/><userTask id="{one}"/><userTask id="{two}"/><parallelGateway id="{join}"/>
<exclusiveGateway id="{choice}" default="{choice}{plain}"/><userTask id="{extra}"/><userTask id="{plain}"/><exclusiveGateway id="{merge}"/>"#
        );
        for (from, to) in [
            (&from, &fork),
            (&fork, &one),
            (&fork, &two),
            (&one, &join),
            (&two, &join),
            (&join, &choice),
            (&choice, &plain),
            (&extra, &merge),
            (&plain, &merge),
        ] {
            let _ = write!(
                body,
                r#"<sequenceFlow id="{from}{to}" sourceRef="{from}" targetRef="{to}"/>"#
            );
        }
        let _ = write!(
            body,
            r#"<sequenceFlow id="{choice}{extra}" sourceRef="{choice}" targetRef="{extra}"><conditionExpression>amount &gt; {no}</conditionExpression></sequenceFlow>"#
        );
        from = merge;
    }
    let _ = write!(body, r#"<sequenceFlow id="{from}e" sourceRef="{from}" targetRef="e"/>"#);
    format!("{HEAD}{body}{FOOT}")
}

/// One text of several.
fn many(numbers: std::ops::Range<usize>, each: impl Fn(usize) -> String) -> String {
    numbers.map(each).collect::<Vec<_>>().concat()
}

/// Files that mean harm, each as large as is read or a little larger.
pub(super) fn hostile() -> Vec<(&'static str, String)> {
    let fill = |head: &str, each: &dyn Fn(usize) -> String, foot: &str| {
        let (mut text, mut no) = (head.to_owned(), 0);
        loop {
            let next = each(no);
            if text.len() + next.len() + foot.len() > LARGEST {
                return text + foot;
            }
            text += &next;
            no += 1;
        }
    };
    let same = |each: &'static str| move |_: usize| each.to_owned();
    let lol = many(1..10, |n| format!("<!ENTITY l{n} \"{}\">", format!("&l{};", n - 1).repeat(10)));
    let node = |n: usize| format!("<userTask id='a{n}'/>");
    let knot = |n: usize| {
        format!("<sequenceFlow id='k{n}' sourceRef='n{}' targetRef='n{}'/>", n % 900, n * 7 % 900)
    };
    let nodes = many(0..900, |n| format!("<inclusiveGateway id='n{n}'/>"));
    vec![
        ("larger than is read", fill(HEAD, &same("<a/>"), FOOT) + " ".repeat(LARGEST).as_str()),
        ("nested", fill("", &same("<a>"), "")),
        ("nested in BPMN", fill(HEAD, &same("<subProcess id='a'>"), "")),
        ("a document type", fill("<!DOCTYPE a [", &same("<!ELEMENT a ANY>"), "]><a/>")),
        ("a billion laughs", format!("<!DOCTYPE l [<!ENTITY l0 \"lol\">{lol}]><l>&l9;</l>")),
        ("entities", fill(HEAD, &same("&lol;"), FOOT)),
        ("characters by number", fill(HEAD, &same("&#65;"), "")),
        ("attributes", fill("<definitions ", &|n| format!("a{n}='' "), "/>")),
        ("one attribute", fill("<definitions a='", &same("x"), "'/>")),
        ("text", fill(HEAD, &same("x"), "")),
        ("comments", fill(HEAD, &same("<!--x-->"), "")),
        ("instructions", fill(HEAD, &same("<?x y?>"), "")),
        ("prefixes", fill(HEAD, &|n| format!("<a:b xmlns:a='{n}'/>"), FOOT)),
        ("elements of others", fill(HEAD, &same("<a xmlns='x'/>"), FOOT)),
        ("nodes", fill(HEAD, &node, FOOT)),
        ("nodes of one name", fill(HEAD, &same("<task id='a'/>"), FOOT)),
        (
            "a knot of inclusive gateways",
            fill(&format!("{HEAD}<startEvent id='s'/>{nodes}"), &knot, FOOT),
        ),
        (
            "conditions",
            fill(
                HEAD,
                &|n| {
                    format!(
                        "<sequenceFlow id='f{n}' sourceRef='a' targetRef='b'><conditionExpression>{}</conditionExpression></sequenceFlow>",
                        "a+".repeat(900) + "a"
                    )
                },
                FOOT,
            ),
        ),
    ]
}
