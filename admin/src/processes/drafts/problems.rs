//! What is wrong with a draft, in words, each with the step that it is about.

use domain::process_drafts::ProcessDraft;
use locale::words::{Lang, say1};
use serde::Serialize;

#[derive(Debug, Clone, Serialize)]
pub(crate) struct ProblemView {
    /// The id of the element, where it is about one.
    pub(crate) element: Option<String>,
    /// What the element is called.
    pub(crate) step: Option<String>,
    pub(crate) text: String,
    /// What exactly was met there, as the file says it.
    pub(crate) detail: String,
    pub(crate) line: Option<u32>,
    /// Where it is mended, if that is in the list.
    pub(crate) href: Option<String>,
}

/// What keeps the draft from being published, and what is worth a second look.
pub(crate) fn problems(draft: &ProcessDraft, lang: Lang) -> (Vec<ProblemView>, Vec<ProblemView>) {
    let sketch = bpmn::sketch(&draft.xml);
    let name = |id: &str| {
        let nodes = sketch.nodes.iter();
        let node = nodes.map(|node| &node.it).find(|node| node.id == id)?;
        let own = node.step.texts.get(lang.code()).unwrap_or(&node.name);
        (!own.is_empty()).then(|| own.clone())
    };
    let view = |problem: &bpmn::Problem| ProblemView {
        step: problem.element.as_deref().and_then(name),
        element: problem.element.clone(),
        text: say1(lang, &problem.kind.key()),
        detail: problem.detail.clone(),
        line: Some(problem.line),
        href: None,
    };
    let errors = draft.problems.iter().filter(|problem| problem.kind.is_error());
    let mut errors: Vec<ProblemView> = errors.map(view).collect();
    errors.extend(draft.missing.iter().map(|missing| ProblemView {
        step: name(&missing.at),
        element: Some(missing.at.clone()),
        text: missing.flaw.text(lang),
        detail: String::new(),
        line: None,
        href: None,
    }));
    let warnings = draft.problems.iter().filter(|problem| problem.kind.is_warning());
    (errors, warnings.map(view).collect())
}
