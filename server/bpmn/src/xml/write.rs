//! A tree becomes text again (XML 1.0, fifth edition).

use super::{Child, Document, Element};

pub(super) fn document(document: &Document) -> String {
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    for child in &document.before {
        put_child(&mut out, child);
        out.push('\n');
    }
    put(&mut out, &document.root);
    out.push('\n');
    for child in &document.after {
        put_child(&mut out, child);
        out.push('\n');
    }
    out
}

fn put(out: &mut String, element: &Element) {
    out.push('<');
    out.push_str(&element.tag);
    for attribute in &element.attributes {
        out.push(' ');
        out.push_str(&attribute.tag);
        out.push_str("=\"");
        escape(out, &attribute.value, true);
        out.push('"');
    }
    if element.children.is_empty() {
        out.push_str("/>");
        return;
    }
    out.push('>');
    for child in &element.children {
        put_child(out, child);
    }
    out.push_str("</");
    out.push_str(&element.tag);
    out.push('>');
}

fn put_child(out: &mut String, child: &Child) {
    match child {
        Child::Element(element) => put(out, element),
        Child::Text(text) => escape(out, text, false),
        Child::Comment(text) => {
            out.push_str("<!--");
            out.push_str(text);
            out.push_str("-->");
        }
        Child::Instruction(text) => {
            out.push_str("<?");
            out.push_str(text);
            out.push_str("?>");
        }
    }
}

/// A reader makes one blank of a line break in an attribute, and one line break of a carriage
/// return: whatever must come back as it is goes as a character reference (2.11, 3.3.3).
fn escape(out: &mut String, text: &str, in_attribute: bool) {
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\r' => out.push_str("&#13;"),
            '"' if in_attribute => out.push_str("&quot;"),
            '\n' if in_attribute => out.push_str("&#10;"),
            '\t' if in_attribute => out.push_str("&#9;"),
            other => out.push(other),
        }
    }
}
