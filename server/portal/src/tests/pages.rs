//! Every sample of every page renders in each language, with one heading and its landmarks.

use locale::words::Lang;
use web::frame::Frame;
use web::templates::Engine;
use web::{Page, Surface};

use crate::{catalogue, directory, drafts, requests, sign_in, tracking};

fn engine() -> Engine {
    Engine::new(&crate::templates()).unwrap()
}

/// Calls a check with each page of this crate.
macro_rules! each_page {
    ($check:ident, $engine:expr) => {{
        $check::<catalogue::ListPage>($engine, Surface::Portal);
        $check::<catalogue::SheetPage>($engine, Surface::Portal);
        $check::<sign_in::MobilePage>($engine, Surface::Portal);
        $check::<sign_in::CodePage>($engine, Surface::Portal);
        $check::<drafts::AnswersPage>($engine, Surface::Portal);
        $check::<drafts::DocumentsPage>($engine, Surface::Portal);
        $check::<drafts::CheckPage>($engine, Surface::Portal);
        $check::<requests::ListPage>($engine, Surface::Portal);
        $check::<requests::LinkPage>($engine, Surface::Portal);
        $check::<requests::RequestPage>($engine, Surface::Portal);
        $check::<requests::ReceiptPage>($engine, Surface::Portal);
        $check::<requests::WithdrawalPage>($engine, Surface::Portal);
        $check::<tracking::TrackingPage>($engine, Surface::Portal);
        $check::<tracking::FoundPage>($engine, Surface::Portal);
        $check::<directory::ListPage>($engine, Surface::Directory);
        $check::<directory::OutboxPage>($engine, Surface::Directory);
    }};
}

fn renders<P: Page>(engine: &Engine, _: Surface) {
    engine.try_samples::<P>().unwrap();
}

#[test]
fn every_page_renders_in_each_language() {
    let engine = engine();
    each_page!(renders, &engine);
}

/// Every sample in both languages, as a person gets it.
fn shown<P: Page>(engine: &Engine, surface: Surface) -> Vec<String> {
    let mut pages = Vec::new();
    for lang in Lang::ALL {
        for page in P::samples() {
            let mut frame = Frame::sample(lang);
            frame.title = page.title(lang);
            frame.surface = surface;
            if surface == Surface::Directory {
                (frame.tenant, frame.signed_in) = (None, None);
            }
            pages.push(engine.render(&page, &frame).unwrap());
        }
    }
    pages
}

fn is_well_built<P: Page>(engine: &Engine, surface: Surface) {
    for html in shown::<P>(engine, surface) {
        assert_eq!(html.matches("<h1").count(), 1, "{}: one first heading", P::TEMPLATE);
        assert_eq!(html.matches("<main").count(), 1, "{}", P::TEMPLATE);
        let posts = html.matches("method=\"post\"").count();
        assert_eq!(html.matches("name=\"_token\"").count(), posts, "{}: a token each", P::TEMPLATE);
        for banned in ["style=\"", "<style", "onclick", "javascript:", "{$"] {
            assert!(!html.contains(banned), "{}: {banned}", P::TEMPLATE);
        }
        assert_eq!(repeated_id(&html), None, "{}: an id twice", P::TEMPLATE);
        assert_eq!(dead_link(&html), None, "{}: a link into nothing", P::TEMPLATE);
    }
}

fn values<'a>(html: &'a str, before: &str) -> Vec<&'a str> {
    html.split(before).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

fn repeated_id(html: &str) -> Option<&str> {
    let mut ids = values(html, " id=\"");
    ids.sort_unstable();
    ids.windows(2).find(|pair| pair[0] == pair[1]).map(|pair| pair[0])
}

/// A link of the error summary, a label or a description that names no element of the page.
fn dead_link(html: &str) -> Option<&str> {
    let ids = values(html, " id=\"");
    let named = values(html, "href=\"#").into_iter().chain(values(html, "for=\""));
    let described =
        values(html, "aria-describedby=\"").into_iter().chain(values(html, "aria-labelledby=\""));
    named.chain(described.flat_map(str::split_whitespace)).find(|id| !ids.contains(id))
}

#[test]
fn every_page_has_one_heading_a_token_in_each_form_and_no_dead_link() {
    let engine = engine();
    each_page!(is_well_built, &engine);
}
