//! Every page renders in each language, in every state, without markup that the rules of the pages
//! forbid.

use std::collections::HashMap;

use locale::words::Lang;
use scraper::{Html, Selector};
use web::frame::Frame;
use web::templates::Engine;
use web::{Page, Surface};

use crate::audit::AuditPage;
use crate::decisions::{DecisionPage, DecisionsPage, EditorPage, TablePage};
use crate::home::{HomePage, NoRightPage};
use crate::hosting::{TenantPage, TenantsPage};
use crate::incidents::{IncidentPage, IncidentsPage};
use crate::members::{MemberPage, MembersPage, NewMemberPage, SecretsPage};
use crate::migrations::{MigrationPage, MigrationsPage, PlanPage};
use crate::notices::{NoticePage, NoticesPage};
use crate::organisation::{AppointmentPage, OrganisationPage, PositionPage, UnitPage};
use crate::processes::drafts::diagram::DiagramPage;
use crate::processes::drafts::{DraftPage, GalleryPage, StepPage};
use crate::processes::{self, ProcessPage};
use crate::services;
use crate::services::form::{ComponentPage, OutlinePage, RemovalPage};
use crate::services::preview::PreviewPage;
use crate::services::publication::PublicationPage;
use crate::services::sheet::SheetPage;
use crate::services::version::VersionPage;
use crate::trials::test_page::TestPage;
use crate::trials::tests_page::TestsPage;
use crate::trials::{BeginPage, TrialPage};

fn engine() -> Engine {
    Engine::new(&[staff::templates(), crate::templates()].concat()).expect("the templates compile")
}

#[test]
fn every_page_renders_in_each_language() {
    let engine = engine();
    engine.try_samples::<HomePage>().unwrap();
    engine.try_samples::<NoRightPage>().unwrap();
    engine.try_samples::<OrganisationPage>().unwrap();
    engine.try_samples::<UnitPage>().unwrap();
    engine.try_samples::<PositionPage>().unwrap();
    engine.try_samples::<AppointmentPage>().unwrap();
    engine.try_samples::<MembersPage>().unwrap();
    engine.try_samples::<NewMemberPage>().unwrap();
    engine.try_samples::<MemberPage>().unwrap();
    engine.try_samples::<SecretsPage>().unwrap();
    engine.try_samples::<NoticesPage>().unwrap();
    engine.try_samples::<NoticePage>().unwrap();
    engine.try_samples::<AuditPage>().unwrap();
    engine.try_samples::<TenantsPage>().unwrap();
    engine.try_samples::<TenantPage>().unwrap();
    engine.try_samples::<services::ListPage>().unwrap();
    engine.try_samples::<services::ServicePage>().unwrap();
    engine.try_samples::<SheetPage>().unwrap();
    engine.try_samples::<OutlinePage>().unwrap();
    engine.try_samples::<ComponentPage>().unwrap();
    engine.try_samples::<RemovalPage>().unwrap();
    engine.try_samples::<PreviewPage>().unwrap();
    engine.try_samples::<VersionPage>().unwrap();
    engine.try_samples::<PublicationPage>().unwrap();
    engine.try_samples::<processes::ListPage>().unwrap();
    engine.try_samples::<ProcessPage>().unwrap();
    engine.try_samples::<BeginPage>().unwrap();
    engine.try_samples::<TrialPage>().unwrap();
    engine.try_samples::<TestsPage>().unwrap();
    engine.try_samples::<TestPage>().unwrap();
    engine.try_samples::<DraftPage>().unwrap();
    engine.try_samples::<StepPage>().unwrap();
    engine.try_samples::<DiagramPage>().unwrap();
    engine.try_samples::<GalleryPage>().unwrap();
    engine.try_samples::<DecisionsPage>().unwrap();
    engine.try_samples::<DecisionPage>().unwrap();
    engine.try_samples::<TablePage>().unwrap();
    engine.try_samples::<EditorPage>().unwrap();
    engine.try_samples::<IncidentsPage>().unwrap();
    engine.try_samples::<IncidentPage>().unwrap();
    engine.try_samples::<MigrationsPage>().unwrap();
    engine.try_samples::<PlanPage>().unwrap();
    engine.try_samples::<MigrationPage>().unwrap();
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
        all::<HomePage>(engine),
        all::<NoRightPage>(engine),
        all::<OrganisationPage>(engine),
        all::<UnitPage>(engine),
        all::<PositionPage>(engine),
        all::<AppointmentPage>(engine),
        all::<MembersPage>(engine),
        all::<NewMemberPage>(engine),
        all::<MemberPage>(engine),
        all::<SecretsPage>(engine),
        all::<NoticesPage>(engine),
        all::<NoticePage>(engine),
        all::<AuditPage>(engine),
        all::<TenantsPage>(engine),
        all::<TenantPage>(engine),
        all::<services::ListPage>(engine),
        all::<services::ServicePage>(engine),
        all::<SheetPage>(engine),
        all::<OutlinePage>(engine),
        all::<ComponentPage>(engine),
        all::<RemovalPage>(engine),
        all::<PreviewPage>(engine),
        all::<VersionPage>(engine),
        all::<PublicationPage>(engine),
        all::<processes::ListPage>(engine),
        all::<ProcessPage>(engine),
        all::<BeginPage>(engine),
        all::<TrialPage>(engine),
        all::<TestsPage>(engine),
        all::<TestPage>(engine),
        all::<DraftPage>(engine),
        all::<StepPage>(engine),
        all::<DiagramPage>(engine),
        all::<GalleryPage>(engine),
        all::<DecisionsPage>(engine),
        all::<DecisionPage>(engine),
        all::<TablePage>(engine),
        all::<EditorPage>(engine),
        all::<IncidentsPage>(engine),
        all::<IncidentPage>(engine),
        all::<MigrationsPage>(engine),
        all::<PlanPage>(engine),
        all::<MigrationPage>(engine),
    ]
    .concat()
}

fn all<P: Page>(engine: &Engine) -> Vec<String> {
    let page = |page: P| {
        let mut frame = Frame { surface: Surface::Admin, ..Frame::sample(Lang::Fa) };
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
        // What is mended on another page leads there.
        for target in found(".error-summary a[href^='#']", "href") {
            assert!(ids.contains_key(&target[1..]), "{target} leads nowhere");
        }
    }
}
