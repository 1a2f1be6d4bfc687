//! Events (10.5): what they wait for, what they throw.

use crate::definition::{Event, Kind, Thrown};
use crate::problem::ProblemKind as P;
use crate::timer::Timer;
use crate::xml::{Element, Space};

use super::{Place, Reading, expression, text_of};

impl Reading<'_> {
    /// A start event. The one of an event sub-process waits for something (10.5.2); any other
    /// begins when its scope does. A message that starts the process itself is the form with which
    /// the case is opened.
    pub(super) fn start(&mut self, place: &Place<'_>, element: &Element) -> Option<Kind> {
        let definitions = definitions(element);
        let in_handler = place.element.get("triggeredByEvent") == Some("true");
        match definitions.as_slice() {
            [one] if in_handler => {
                let event =
                    self.event(place, element, one, &["timer", "message", "error", "escalation"])?;
                let interrupting = self.interrupts(element, "isInterrupting", &event);
                Some(Kind::EventStart { interrupting, event })
            }
            [] if in_handler => {
                self.report.at(
                    element,
                    P::UnsupportedElement,
                    "an event sub-process without a trigger",
                );
                None
            }
            [one] if place.is_process() && one.is("messageEventDefinition") => Some(Kind::Start),
            [] => Some(Kind::Start),
            [trigger, ..] => self.refuse(element, trigger),
        }
    }

    pub(super) fn end(&mut self, place: &Place<'_>, element: &Element) -> Option<Kind> {
        match definitions(element).as_slice() {
            [] => Some(Kind::End),
            [one] if one.is("terminateEventDefinition") => Some(Kind::Terminate),
            [one] => self
                .thrown(place, element, one, &["message", "error", "escalation"])
                .map(Kind::EndThrow),
            [_, second, ..] => self.refuse(element, second),
        }
    }

    pub(super) fn throw(&mut self, place: &Place<'_>, element: &Element) -> Option<Kind> {
        match definitions(element).as_slice() {
            [] => Some(Kind::Passage),
            [one] if one.is("linkEventDefinition") => Some(Kind::Passage),
            [one] => self.thrown(place, element, one, &["message", "escalation"]).map(Kind::Throw),
            [_, second, ..] => self.refuse(element, second),
        }
    }

    pub(super) fn catch(&mut self, place: &Place<'_>, element: &Element) -> Option<Kind> {
        match definitions(element).as_slice() {
            [one] if one.is("linkEventDefinition") => Some(Kind::Passage),
            [one] => self.event(place, element, one, &["timer", "message"]).map(Kind::Catch),
            [] => self.without_trigger(element),
            [_, second, ..] => self.refuse(element, second),
        }
    }

    pub(super) fn boundary(&mut self, place: &Place<'_>, element: &Element) -> Option<Kind> {
        let event = match definitions(element).as_slice() {
            [one] => self.event(place, element, one, &["timer", "message", "error", "escalation"]),
            [] => return self.without_trigger(element),
            [_, second, ..] => return self.refuse(element, second),
        };
        let Some(host) = element.get("attachedToRef") else {
            self.report.at(element, P::HostNotActivity, "attachedToRef is missing");
            return None;
        };
        let event = event?;
        let interrupting = self.interrupts(element, "cancelActivity", &event);
        Some(Kind::Boundary { host: host.to_owned(), interrupting, event })
    }

    /// Only an error has no choice (13.5.3).
    fn interrupts(&mut self, element: &Element, attribute: &str, event: &Event) -> bool {
        let interrupts = element.get(attribute) != Some("false");
        if !interrupts && matches!(event, Event::Error(_)) {
            self.report.at(element, P::UnsupportedAttribute, attribute);
        }
        interrupts
    }

    fn without_trigger(&mut self, element: &Element) -> Option<Kind> {
        self.report.at(
            element,
            P::UnsupportedElement,
            format!("{} without a trigger", element.name()),
        );
        None
    }

    fn refuse<T>(&mut self, element: &Element, trigger: &Element) -> Option<T> {
        let detail = format!("{} in {}", trigger.name(), element.name());
        self.report.at(element, P::UnsupportedElement, detail);
        None
    }

    fn event(
        &mut self,
        place: &Place<'_>,
        element: &Element,
        definition: &Element,
        allowed: &[&str],
    ) -> Option<Event> {
        match kind_of(definition).filter(|kind| allowed.contains(kind)) {
            Some("timer") => self.timer(element, definition).map(Event::Timer),
            Some("message") => self.awaited(place, element, definition).map(Event::Message),
            Some("error") => self.code(place, element, definition, "error").ok().map(Event::Error),
            Some("escalation") => {
                self.code(place, element, definition, "escalation").ok().map(Event::Escalation)
            }
            _ => self.refuse(element, definition),
        }
    }

    fn thrown(
        &mut self,
        place: &Place<'_>,
        element: &Element,
        definition: &Element,
        allowed: &[&str],
    ) -> Option<Thrown> {
        let kind = kind_of(definition).filter(|kind| allowed.contains(kind));
        if kind == Some("message") {
            return match definition.get("messageRef") {
                Some(_) => self.message(place, element, definition).map(Thrown::Message),
                None => Some(Thrown::Message(element.id()?.to_owned())),
            };
        }
        let Some(kind) = kind else { return self.refuse(element, definition) };
        let Ok(code) = self.code(place, element, definition, kind) else { return None };
        let Some(code) = code else {
            self.report.at(element, P::DanglingReference, format!("it names no {kind}"));
            return None;
        };
        Some(if kind == "error" { Thrown::Error(code) } else { Thrown::Escalation(code) })
    }

    /// The code of an error or escalation; the id stands for one that has none.
    fn code(
        &mut self,
        place: &Place<'_>,
        element: &Element,
        definition: &Element,
        kind: &str,
    ) -> Result<Option<String>, ()> {
        let Some(reference) = definition.get(&format!("{kind}Ref")) else { return Ok(None) };
        let Some(found) = place.of_root(kind, reference) else {
            self.report.at(element, P::DanglingReference, format!("{kind} {reference}"));
            return Err(());
        };
        let code = text_of(found.get(&format!("{kind}Code")));
        Ok(Some(if code.is_empty() { text_of(found.get("id")) } else { code }))
    }

    fn timer(&mut self, element: &Element, definition: &Element) -> Option<Timer> {
        let mut given = definition.parts().filter(|child| child.name().starts_with("time"));
        let (Some(time), None) = (given.next(), given.next()) else {
            self.report.at(element, P::BadTimer, "exactly one of duration, date and cycle");
            return None;
        };
        let text = time.text();
        let text = text.trim();
        // A call or a text in quotes cannot be mistaken for a time of ISO 8601.
        if text.starts_with('=') || text.contains(['(', '"']) {
            let text = expression(text);
            self.expression(element, &text);
            return Some(Timer::Expression(text));
        }
        let timer = match time.name() {
            "timeDuration" => Timer::duration(text),
            "timeDate" => Timer::date(text),
            _ => Timer::cycle(text),
        };
        timer
            .map_err(|fault| self.report.at(element, P::BadTimer, format!("{text:?}: {fault}")))
            .ok()
    }

    /// The name of the message that an element waits for; `by` names it.
    pub(super) fn awaited(
        &mut self,
        place: &Place<'_>,
        element: &Element,
        by: &Element,
    ) -> Option<String> {
        if by.get("messageRef").is_none() {
            self.report.at(element, P::MessageUnnamed, "");
            return element.id().map(str::to_owned);
        }
        self.message(place, element, by)
    }

    fn message(&mut self, place: &Place<'_>, element: &Element, by: &Element) -> Option<String> {
        let reference = by.get("messageRef")?;
        let Some(message) = place.of_root("message", reference) else {
            self.report.at(element, P::DanglingReference, format!("message {reference}"));
            return None;
        };
        let name = text_of(message.get("name"));
        if name.is_empty() { message.id().map(str::to_owned) } else { Some(name) }
    }
}

/// `timer` of `timerEventDefinition`.
fn kind_of(definition: &Element) -> Option<&str> {
    definition.name().strip_suffix("EventDefinition")
}

/// What triggers the event, or what it triggers.
pub(super) fn definitions(element: &Element) -> Vec<&Element> {
    let is_definition = |child: &&Element| {
        child.space == Space::Bpmn
            && (child.name().ends_with("EventDefinition") || child.name() == "eventDefinitionRef")
    };
    element.elements().filter(is_definition).collect()
}
