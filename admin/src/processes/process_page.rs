//! The page of one version of a process.

use bpmn::picture::{Picture, draw};
use domain::organisation::Position;
use domain::processes::{ProcessLine, ProcessVersion};
use locale::words::{Lang, say1};
use serde::Serialize;
use web::Page;

use super::list_page::VersionView;
use super::name;
use super::steps::{StepView, steps};

#[derive(Serialize)]
pub(crate) struct ProcessPage {
    key: String,
    name: String,
    version: VersionView,
    versions: Vec<VersionView>,
    picture: Picture,
    steps: Vec<StepView>,
}

impl ProcessPage {
    pub(super) fn of(
        version: &ProcessVersion,
        all: &[ProcessLine],
        positions: &[Position],
        lang: Lang,
    ) -> Self {
        let definition = &version.definition;
        let siblings = all.iter().filter(|line| line.key == version.line.key);
        let view = |line: &ProcessLine| VersionView {
            here: line.id == version.line.id,
            ..VersionView::of(line)
        };
        Self {
            key: version.line.key.clone(),
            name: name(definition, lang),
            version: VersionView::of(&version.line),
            versions: siblings.map(view).collect(),
            picture: draw(definition, &version.xml, lang.code(), lang.dir() == "rtl"),
            steps: steps(definition, positions, lang),
        }
    }
}

impl Page for ProcessPage {
    const TEMPLATE: &'static str = "admin/processes/process.html";

    fn samples() -> Vec<Self> {
        const PROCESS: &str =
            include_str!("../../../tenants/blueprints/fda/processes/cosmetics-import.bpmn");
        let read = bpmn::read(PROCESS, &|_| Ok(())).expect("the blueprint's process");
        let version = |number, here| VersionView {
            id: uuid::Uuid::nil().to_string(),
            number,
            published_at: None,
            here,
        };
        let of = |xml: &str, lang: Lang| Self {
            key: "cosmetics-import".into(),
            name: name(&read.definition, lang),
            version: version(2, true),
            versions: vec![version(2, true), version(1, false)],
            picture: draw(&read.definition, xml, lang.code(), lang.dir() == "rtl"),
            steps: steps(&read.definition, &[], lang),
        };
        // With the picture of its author, and with ours.
        vec![of(PROCESS, Lang::Fa), of("", Lang::En)]
    }

    fn title(&self, lang: Lang) -> String {
        if self.name.is_empty() { say1(lang, "processes-title") } else { self.name.clone() }
    }
}
