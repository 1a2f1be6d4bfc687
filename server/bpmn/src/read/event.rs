//! Events: none start, none and terminate end, boundary timer.

use crate::definition::Kind;
use crate::problem::ProblemKind as P;
use crate::timer::Timer;
use crate::xml::{Element, Space};

use super::Reading;

impl Reading<'_> {
    /// An event that must not be triggered or trigger anything.
    pub(super) fn plain_event(&mut self, element: &Element, kind: Kind) -> Option<Kind> {
        match definitions(element).as_slice() {
            [] => Some(kind),
            [trigger, ..] => self.refuse(element, trigger),
        }
    }

    pub(super) fn end(&mut self, element: &Element) -> Option<Kind> {
        match definitions(element).as_slice() {
            [] => Some(Kind::End),
            [one] if one.is("terminateEventDefinition") => Some(Kind::Terminate),
            [one] => self.refuse(element, one),
            [_, second, ..] => self.refuse(element, second),
        }
    }

    pub(super) fn boundary(&mut self, element: &Element) -> Option<Kind> {
        let definition = match definitions(element).as_slice() {
            [one] if one.is("timerEventDefinition") => *one,
            [] => {
                self.report.at(
                    element,
                    P::UnsupportedElement,
                    "a boundary event without a trigger",
                );
                return None;
            }
            [one] => return self.refuse(element, one),
            [_, second, ..] => return self.refuse(element, second),
        };
        let timer = self.timer(element, definition);
        let Some(host) = element.get("attachedToRef") else {
            self.report.at(element, P::HostNotActivity, "attachedToRef is missing");
            return None;
        };
        let interrupting = element.get("cancelActivity") != Some("false");
        Some(Kind::BoundaryTimer { host: host.to_owned(), interrupting, timer: timer? })
    }

    fn refuse(&mut self, element: &Element, trigger: &Element) -> Option<Kind> {
        let detail = format!("{} in {}", trigger.name, element.name);
        self.report.at(element, P::UnsupportedElement, detail);
        None
    }

    fn timer(&mut self, element: &Element, definition: &Element) -> Option<Timer> {
        let mut given = definition.children.iter().filter(|child| child.name.starts_with("time"));
        let (Some(time), None) = (given.next(), given.next()) else {
            self.report.at(element, P::BadTimer, "exactly one of duration, date and cycle");
            return None;
        };
        let text = time.text.trim();
        let timer = match time.name.as_str() {
            "timeDuration" => Timer::duration(text),
            "timeDate" => Timer::date(text),
            _ => Timer::cycle(text),
        };
        timer
            .map_err(|fault| self.report.at(element, P::BadTimer, format!("{text:?}: {fault}")))
            .ok()
    }
}

/// What triggers the event, or what it triggers.
fn definitions(element: &Element) -> Vec<&Element> {
    let is_definition = |child: &&Element| {
        child.space == Space::Bpmn
            && (child.name.ends_with("EventDefinition") || child.name == "eventDefinitionRef")
    };
    element.children.iter().filter(is_definition).collect()
}
