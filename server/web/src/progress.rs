//! How far something has come in its process, as a picture and as a list that says the same.

use bpmn::Definition;
use bpmn::picture::{Line, Shape, draw, order};
use locale::words::Lang;
use serde::Serialize;

/// What is drawn: a graph, the text that it may have its places from, and where one was and is.
#[derive(Debug, Clone, Copy)]
pub struct Way<'a> {
    pub definition: &'a Definition,
    pub xml: &'a str,
    pub done: &'a [String],
    pub now: &'a [String],
}

/// Drawn by `web/progress.html`.
#[derive(Debug, Clone, Serialize)]
pub struct ProgressView {
    width: i32,
    height: i32,
    lines: Vec<Line>,
    shapes: Vec<ShapeView>,
    steps: Vec<StepView>,
}

#[derive(Debug, Clone, Serialize)]
struct ShapeView {
    #[serde(flatten)]
    shape: Shape,
    mark: Mark,
}

#[derive(Debug, Clone, Serialize)]
struct StepView {
    name: String,
    mark: Mark,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
enum Mark {
    Done,
    Now,
    Ahead,
}

impl Way<'_> {
    pub fn view(&self, lang: Lang) -> ProgressView {
        let picture = draw(self.definition, self.xml, lang.code(), lang.dir() == "rtl");
        let mark = |id: &str| {
            let is_in = |ids: &[String]| ids.iter().any(|known| known == id);
            match (is_in(self.now), is_in(self.done)) {
                (true, _) => Mark::Now,
                (false, true) => Mark::Done,
                (false, false) => Mark::Ahead,
            }
        };
        let steps = order(self.definition).into_iter().filter_map(|node| {
            let name = node.step.texts.get(lang.code()).unwrap_or(&node.name).clone();
            (!name.is_empty()).then(|| StepView { name, mark: mark(&node.id) })
        });
        let view = |shape: Shape| ShapeView { mark: mark(&shape.node), shape };
        ProgressView {
            width: picture.width,
            height: picture.height,
            steps: steps.collect(),
            lines: picture.lines,
            shapes: picture.shapes.into_iter().map(view).collect(),
        }
    }
}

impl ProgressView {
    /// The middle of a process, for the samples of pages.
    pub fn sample() -> Self {
        const PROCESS: &str =
            include_str!("../../../tenants/blueprints/fda/processes/cosmetics-import.bpmn");
        let read = bpmn::read(PROCESS, &|_| Ok(())).expect("the blueprint's process");
        let [done, now] =
            [["start", "register"], ["review", "overdue-review"]].map(|ids| ids.map(str::to_owned));
        Way { definition: &read.definition, xml: PROCESS, done: &done, now: &now }.view(Lang::Fa)
    }
}
