//! Events and what they wait for or throw.

use super::{Writing, bpmn};
use crate::definition::{Event, Node, Thrown};
use crate::timer::Timer;
use crate::xml::Element;

impl Writing<'_> {
    pub(super) fn event(&mut self, event: &Event) -> Element {
        match event {
            Event::Timer(timer) => self::timer(timer),
            Event::Message(name) => self.named("message", Some(name)),
            Event::Error(code) => self.named("error", code.as_ref()),
            Event::Escalation(code) => self.named("escalation", code.as_ref()),
        }
    }

    pub(super) fn thrown(&mut self, thrown: &Thrown) -> Element {
        match thrown {
            Thrown::Message(name) => self.named("message", Some(name)),
            Thrown::Error(code) => self.named("error", Some(code)),
            Thrown::Escalation(code) => self.named("escalation", Some(code)),
        }
    }

    fn named(&mut self, kind: &'static str, name: Option<&String>) -> Element {
        let element = bpmn(&format!("{kind}EventDefinition"));
        match name {
            Some(name) => element.with(&format!("{kind}Ref"), &self.roots.id(kind, name)),
            None => element,
        }
    }

    /// An event in the middle without a meaning of its own, or an end of a link: then the event
    /// that catches gives the link its name.
    pub(super) fn passage(&self, node: &Node) -> Element {
        let link = |name: &str| bpmn("linkEventDefinition").with("name", name);
        let mut links = self.definition.flows().filter(|flow| flow.is_link());
        match links.find(|flow| flow.from == node.id || flow.to == node.id) {
            None => bpmn("intermediateThrowEvent"),
            Some(flow) if flow.from == node.id => {
                bpmn("intermediateThrowEvent").holding(link(&flow.to))
            }
            Some(flow) => bpmn("intermediateCatchEvent").holding(link(&flow.to)),
        }
    }
}

fn timer(timer: &Timer) -> Element {
    let (name, text) = match timer {
        Timer::Duration(span) => ("timeDuration", span.to_string()),
        Timer::Date(date) => ("timeDate", date.clone()),
        Timer::Cycle { repeat: Some(count), every } => ("timeCycle", format!("R{count}/{every}")),
        Timer::Cycle { repeat: None, every } => ("timeCycle", format!("R/{every}")),
        Timer::Expression(text) => ("timeDuration", format!("= {text}")),
    };
    bpmn("timerEventDefinition").holding(bpmn(name).saying(&text))
}
