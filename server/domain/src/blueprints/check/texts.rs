//! Texts that people read are there in both languages.

use super::Findings;
use crate::blueprints::json::{Document, Node, Shape};

/// Forms keep their texts in another shape, which is looked at with the form.
pub(super) fn check(findings: &mut Findings<'_>) {
    for (file, document) in &findings.reading.documents {
        if !file.ends_with("/form.json") {
            untranslated(findings, file, document, document.root());
        }
    }
}

/// A text is an object with a member `fa`; it has `en` too, and neither is blank.
fn untranslated(findings: &mut Findings<'_>, file: &str, document: &Document, node: &Node) {
    match &node.shape {
        Shape::Members(members) => {
            let text = |lang: &str| members.iter().find(|member| member.name == lang);
            let blank = |lang: &str| text(lang).is_none_or(|member| is_blank(&member.node));
            if text("fa").is_some() || text("en").is_some() {
                let languages = [("fa", "Persian"), ("en", "English")];
                for (_, language) in languages.into_iter().filter(|(lang, _)| blank(lang)) {
                    let at = document.place(node.offset);
                    findings.at(file, at, format!("the text has no {language}"));
                }
            }
            for member in members {
                untranslated(findings, file, document, &member.node);
            }
        }
        Shape::List(items) => {
            for item in items {
                untranslated(findings, file, document, item);
            }
        }
        _ => {}
    }
}

fn is_blank(node: &Node) -> bool {
    matches!(&node.shape, Shape::Text(text) if text.trim().is_empty())
}
