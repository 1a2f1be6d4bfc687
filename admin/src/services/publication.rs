//! Publishing the next version: what changes and what is still missing are told first.

use domain::Error;
use domain::catalogue;
use domain::revisions::{self, Handle, Part, Revision, Shortfall};
use forms::Flaw;
use locale::words::{Lang, say1};
use poem::handler;
use poem::http::StatusCode;
use serde::Serialize;
use tenants::Scope;
use web::{Answer, At, Fields, Page, Problem, Reply, show};

use super::changes_view::{ChangesView, row_of};
use super::input::row_label;
use super::sheet::rows::Kind;
use super::typed::Typed;
use super::{draft, paths, rev};
use crate::visit::{Visit, commit};

#[handler]
pub(crate) async fn ask(visit: Visit, At(key): At<String>) -> Answer {
    let mut scope = visit.admin().await?;
    let page = page(&mut scope, &key, visit.lang()).await?;
    commit(scope).await?;
    show(page)
}

#[handler]
pub(crate) async fn publish(visit: Visit, At(key): At<String>, fields: Fields) -> Answer {
    let handle = Handle { key: &key, rev: rev(&Typed::of(&fields)?)? };
    let mut scope = visit.admin().await?;
    match revisions::publish(&mut scope, handle).await {
        Ok(()) => {
            commit(scope).await?;
            Ok(Reply::to(paths::service(&key)).notice("services-published"))
        }
        Err(Error::Invalid(_)) => {
            let page = page(&mut scope, &key, visit.lang()).await?;
            Reply::page(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
        Err(other) => Err(other.into()),
    }
}

async fn page(scope: &mut Scope, key: &str, lang: Lang) -> Result<PublicationPage, Problem> {
    let revision = draft(scope, key).await?;
    let (_, published) = catalogue::entry(scope, key).await?;
    let missing = revisions::check(scope, &revision).await?;
    let changes = ChangesView::of(&published, &revision, lang)?;
    Ok(PublicationPage::of(&revision, &missing, changes, lang))
}

#[derive(Serialize)]
pub(crate) struct PublicationPage {
    key: String,
    title: String,
    rev: i32,
    next: i32,
    missing: Vec<MissingView>,
    changes: ChangesView,
}

/// Something that keeps it from being published, and where it is mended.
#[derive(Serialize)]
struct MissingView {
    what: String,
    text: String,
    href: String,
}

impl PublicationPage {
    fn of(revision: &Revision, missing: &[Shortfall], changes: ChangesView, lang: Lang) -> Self {
        let key = &revision.entry.key;
        let view = |it: &Shortfall| MissingView::of(it, revision, lang);
        Self {
            key: key.clone(),
            title: revision.sheet.title.say(lang).to_owned(),
            rev: revision.rev,
            next: revision.entry.version.number + 1,
            missing: missing.iter().map(view).collect(),
            changes,
        }
    }
}

impl MissingView {
    fn of(it: &Shortfall, revision: &Revision, lang: Lang) -> Self {
        let key = &revision.entry.key;
        let (what, href) = match it.part {
            Part::Sheet => {
                (row_label(&it.at, lang), format!("/services/{key}/draft/sheet#{}", anchor(&it.at)))
            }
            Part::Form => {
                let field = revision.form.field(&it.at);
                let label = field.map(|field| field.label.get(lang).to_owned());
                (label.unwrap_or_else(|| say1(lang, "services-form-title")), paths::form(key))
            }
            Part::Process => {
                (say1(lang, "services-process"), format!("/processes/{}", revision.process))
            }
        };
        Self { what, text: it.flaw.text(lang), href }
    }
}

/// Where a row stands on the sheet's page.
fn anchor(row: &str) -> String {
    match row_of(row).map(|row| &row.kind) {
        Some(Kind::Words | Kind::Paragraph) => format!("f-{row}.fa"),
        Some(Kind::Part(_) | Kind::List(_)) => format!("row-{row}"),
        _ => format!("f-{row}"),
    }
}

impl Page for PublicationPage {
    const TEMPLATE: &'static str = "admin/services/publication.html";

    fn samples() -> Vec<Self> {
        let missing = || MissingView {
            what: "عنوان".into(),
            text: Flaw::new("service-unstated").text(Lang::Fa),
            href: "/services/x/draft/sheet#row-title".into(),
        };
        let of = |missing, changes| Self {
            key: "cosmetics-import".into(),
            title: "مجوز ورود".into(),
            rev: 5,
            next: 2,
            missing,
            changes,
        };
        vec![
            of(vec![missing(), missing()], ChangesView::sample()),
            of(Vec::new(), ChangesView::sample()),
            of(Vec::new(), ChangesView::default()),
        ]
    }

    fn title(&self, lang: Lang) -> String {
        say1(lang, "services-publication-title")
    }

    fn has_problems(&self) -> bool {
        !self.missing.is_empty()
    }
}
