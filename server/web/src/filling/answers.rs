//! What is typed or chosen.

use forms::{FormView, ItemView};

/// The form without its file fields, and without headings under which nothing else stands.
pub fn without_files(mut view: FormView) -> FormView {
    let files = |key: &str, items: &[ItemView]| {
        let is = |item: &ItemView| matches!(item, ItemView::Field(f) if f.key == key && f.kind == "file");
        items.iter().any(is)
    };
    let items = view.items.clone();
    view.problems.retain(|problem| !files(&problem.key, &items));
    view.items = Vec::new();
    let mut heading = None;
    for item in items {
        match item {
            ItemView::Field(field) if field.kind == "file" => heading = None,
            ItemView::Heading { .. } => heading = Some(item),
            other => {
                view.items.extend(heading.take());
                view.items.push(other);
            }
        }
    }
    view
}
