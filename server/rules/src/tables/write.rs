//! Writing a table as a DMN file.

use std::collections::BTreeSet;
use std::fmt::Write;

use super::{Kind, Table};
use crate::Expression;

const NAMESPACE: &str = "https://www.omg.org/spec/DMN/20230324/MODEL/";

impl Table {
    /// The table as a file with one decision: `key` is its id, `name` what people call it.
    pub fn write(&self, key: &str, name: &str) -> String {
        let mut xml = Xml(String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"));
        xml.open(
            "definitions",
            &[("xmlns", NAMESPACE), ("name", name), ("namespace", "urn:mizban:decisions")],
        );
        let given = self.given();
        for (number, fact) in given.iter().enumerate() {
            let id = format!("given-{}", number + 1);
            xml.open("inputData", &[("id", &id), ("name", fact)]);
            xml.empty("variable", &[("name", fact)]);
            xml.close("inputData");
        }
        xml.open("decision", &[("id", key), ("name", name)]);
        for number in 1..=given.len() {
            xml.open("informationRequirement", &[]);
            xml.empty("requiredInput", &[("href", &format!("#given-{number}"))]);
            xml.close("informationRequirement");
        }
        self.write_table(&mut xml);
        xml.close("decision");
        xml.close("definitions");
        xml.0
    }

    /// The facts that the inputs name. An expression that cannot be read names none.
    fn given(&self) -> BTreeSet<String> {
        let mut names = BTreeSet::new();
        for input in &self.inputs {
            if let Ok(expression) = Expression::parse(&input.expression) {
                names.extend(expression.names().into_iter().map(str::to_owned));
            }
        }
        names
    }

    fn write_table(&self, xml: &mut Xml) {
        let (policy, aggregation) = self.policy.words();
        let mut attributes = vec![("hitPolicy", policy)];
        attributes.extend(aggregation.map(|by| ("aggregation", by)));
        xml.open("decisionTable", &attributes);
        for input in &self.inputs {
            xml.open("input", &[("label", &input.label)]);
            xml.typed("inputExpression", input.kind, &input.expression);
            if !input.values.is_empty() {
                xml.text("inputValues", &input.values);
            }
            xml.close("input");
        }
        for output in &self.outputs {
            let mut attributes = vec![("label", output.label.as_str())];
            if !output.name.is_empty() {
                attributes.push(("name", &output.name));
            }
            if output.kind != Kind::Any {
                attributes.push(("typeRef", output.kind.as_str()));
            }
            xml.open("output", &attributes);
            if !output.values.is_empty() {
                xml.text("outputValues", &output.values);
            }
            if !output.default.is_empty() {
                xml.text("defaultOutputEntry", &output.default);
            }
            xml.close("output");
        }
        for rule in &self.rules {
            xml.open("rule", &[]);
            if !rule.note.is_empty() {
                xml.leaf("description", &rule.note);
            }
            for test in &rule.tests {
                xml.text("inputEntry", if test.is_empty() { "-" } else { test });
            }
            rule.answers.iter().for_each(|answer| xml.text("outputEntry", answer));
            xml.close("rule");
        }
        xml.close("decisionTable");
    }
}

/// XML as it is written.
struct Xml(String);

impl Xml {
    fn open(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.tag(name, attributes);
        self.0.push_str(">\n");
    }

    fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.tag(name, attributes);
        self.0.push_str("/>\n");
    }

    fn tag(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.0.push('<');
        self.0.push_str(name);
        for (key, value) in attributes {
            // A String takes whatever is written.
            let _ = write!(self.0, " {key}=\"{}\"", escape(value));
        }
    }

    fn close(&mut self, name: &str) {
        let _ = writeln!(self.0, "</{name}>");
    }

    fn leaf(&mut self, name: &str, text: &str) {
        let _ = writeln!(self.0, "<{name}>{}</{name}>", escape(text));
    }

    /// An expression.
    fn text(&mut self, name: &str, expression: &str) {
        let _ = writeln!(self.0, "<{name}><text>{}</text></{name}>", escape(expression));
    }

    fn typed(&mut self, name: &str, kind: Kind, expression: &str) {
        let attributes = [("typeRef", kind.as_str())];
        self.tag(name, if kind == Kind::Any { &[] } else { &attributes });
        let _ = writeln!(self.0, "><text>{}</text></{name}>", escape(expression));
    }
}

/// Without the control characters that XML does not have; line breaks stay in attributes, too.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\n' => escaped.push_str("&#10;"),
            '\t' => escaped.push_str("&#9;"),
            '\u{FFFE}' | '\u{FFFF}' => {}
            control if control < ' ' => {}
            other => escaped.push(other),
        }
    }
    escaped
}
