//! Every page renders in each language, in every state, without markup that the rules of the pages
//! forbid.

use std::collections::HashMap;

use locale::words::Lang;
use scraper::{Html, Selector};
use web::frame::Frame;
use web::templates::Engine;
use web::{Page, Surface};

use crate::cartable::{CartablePage, NoPositionPage};
use crate::cases::{CasePage, NotDonePage};
use crate::counter;

pub(crate) fn engine() -> Engine {
    Engine::new(&[staff::templates(), crate::templates()].concat()).expect("the templates compile")
}

#[test]
fn every_page_renders_in_each_language() {
    let engine = engine();
    engine.try_samples::<CartablePage>().unwrap();
    engine.try_samples::<NoPositionPage>().unwrap();
    engine.try_samples::<counter::ListPage>().unwrap();
    engine.try_samples::<counter::VisitorPage>().unwrap();
    engine.try_samples::<counter::AnswersPage>().unwrap();
    engine.try_samples::<counter::DocumentsPage>().unwrap();
    engine.try_samples::<counter::CheckPage>().unwrap();
    engine.try_samples::<counter::ReceiptPage>().unwrap();
    engine.try_samples::<CasePage>().unwrap();
    engine.try_samples::<NotDonePage>().unwrap();
}

#[test]
fn pages_are_sound() {
    let engine = engine();
    for html in rendered(&engine) {
        sound(&html);
    }
}

fn rendered(engine: &Engine) -> Vec<String> {
    [
        all::<CartablePage>(engine),
        all::<NoPositionPage>(engine),
        all::<counter::ListPage>(engine),
        all::<counter::VisitorPage>(engine),
        all::<counter::AnswersPage>(engine),
        all::<counter::DocumentsPage>(engine),
        all::<counter::CheckPage>(engine),
        all::<counter::ReceiptPage>(engine),
        all::<CasePage>(engine),
        all::<NotDonePage>(engine),
    ]
    .concat()
}

fn all<P: Page>(engine: &Engine) -> Vec<String> {
    let page = |page: P| {
        let mut frame = Frame { surface: Surface::Desk, ..Frame::sample(Lang::Fa) };
        frame.title = page.title(Lang::Fa);
        engine.render(&page, &frame).expect("the page renders")
    };
    P::samples().into_iter().map(page).collect()
}

/// One heading, balanced lists, forms with tokens, no inline script or style.
fn sound(html: &str) {
    for banned in ["style=", "<style", " onclick", "javascript:", "<script>"] {
        assert!(!html.contains(banned), "{banned} in {html}");
    }
    for element in ["ul", "ol", "li", "form", "details", "section", "div", "p", "span"] {
        let opened = html.matches(&format!("<{element}>")).count()
            + html.matches(&format!("<{element} ")).count();
        let closed = html.matches(&format!("</{element}>")).count();
        assert_eq!(opened, closed, "<{element}> in {html}");
    }
    let page = Html::parse_document(html);
    let count = |of: &str| page.select(&Selector::parse(of).expect("a selector")).count();
    assert_eq!(count("h1"), 1, "{html}");
    assert_eq!(
        count("form[method=post]"),
        count("form[method=post] > input[name=_token]"),
        "{html}"
    );
}

/// Problems lead to inputs, and labels belong to them.
#[test]
fn summaries_lead_to_their_inputs() {
    let engine = engine();
    for html in rendered(&engine).iter().filter(|html| html.contains("error-summary")) {
        let page = Html::parse_document(html);
        let found = |selector: &str, attribute: &str| -> Vec<String> {
            let selector = Selector::parse(selector).expect("a selector");
            let elements = page.select(&selector);
            elements.filter_map(|element| element.attr(attribute).map(str::to_owned)).collect()
        };
        let mut ids = HashMap::new();
        for id in found("[id]", "id") {
            *ids.entry(id).or_insert(0) += 1;
        }
        for target in found(".error-summary a", "href") {
            assert!(ids.contains_key(&target[1..]), "{target} leads nowhere");
        }
    }
}
