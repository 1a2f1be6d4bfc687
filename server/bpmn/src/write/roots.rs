//! Messages, errors and escalations, which stand beside the process and are named by their ids.

use super::bpmn;
use crate::xml::Element;

#[derive(Default)]
pub(super) struct Roots(Vec<(&'static str, String)>);

impl Roots {
    /// The id under which one is named; it is noted when it is first asked for.
    pub(super) fn id(&mut self, kind: &'static str, name: &str) -> String {
        let is_it = |(known, it): &(&str, String)| *known == kind && it == name;
        let at = self.0.iter().position(is_it).unwrap_or_else(|| {
            self.0.push((kind, name.to_owned()));
            self.0.len() - 1
        });
        id(kind, at)
    }

    pub(super) fn elements(&self) -> impl Iterator<Item = Element> {
        self.0.iter().enumerate().map(|(at, (kind, name))| {
            let attribute = match *kind {
                "message" => "name",
                "error" => "errorCode",
                _ => "escalationCode",
            };
            bpmn(kind).with("id", &id(kind, at)).with(attribute, name)
        })
    }
}

/// No node of ours is named so.
fn id(kind: &str, at: usize) -> String {
    format!("_{kind}.{}", at + 1)
}
