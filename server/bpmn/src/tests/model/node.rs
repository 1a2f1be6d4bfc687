//! One node of a model.

use super::{Model, escaped};

pub(super) struct Part {
    words: Vec<String>,
    /// `name=value`, `in:name=expression`.
    settings: Vec<(String, String)>,
    pub(super) scope: String,
}

impl Part {
    pub(super) fn read(text: &str) -> Self {
        let (text, scope) = text.split_once(" in ").unwrap_or((text, ""));
        let (settings, words): (Vec<&str>, Vec<&str>) =
            text.split(' ').partition(|word| word.contains('='));
        let settings = settings.into_iter().filter_map(|word| word.split_once('='));
        Self {
            words: words.into_iter().map(str::to_owned).collect(),
            settings: settings.map(|(name, value)| (name.to_owned(), value.to_owned())).collect(),
            scope: scope.to_owned(),
        }
    }

    pub(super) fn kind(&self) -> &str {
        &self.words[0]
    }

    pub(super) fn id(&self) -> &str {
        &self.words[1]
    }

    fn word(&self, at: usize) -> &str {
        self.words.get(at).map_or("", String::as_str)
    }

    fn setting(&self, name: &str) -> Option<&str> {
        self.settings.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// `inside` is what a sub-process holds.
    pub(super) fn xml(&self, inside: &str, model: &mut Model) -> String {
        let inside = self.mappings() + &self.repeat() + inside;
        let element = |name: &str, more: &str, inside: &str| {
            let (id, desk) = (self.id(), self.desk());
            let default = model.defaults.get(id);
            let default = default.map(|it| format!(r#" default="{it}""#)).unwrap_or_default();
            format!(
                r#"<bpmn:{name} id="{id}" name="{id}"{default}{desk}{more}>{inside}</bpmn:{name}>"#
            )
        };
        match self.kind() {
            "start" => element("startEvent", "", ""),
            "end" => element("endEvent", "", ""),
            "user" => element("userTask", "", &inside),
            "service" => element("serviceTask", "", &inside),
            "send" => element("sendTask", "", &inside),
            "task" => element("task", "", &inside),
            "xor" => element("exclusiveGateway", "", ""),
            "and" => element("parallelGateway", "", ""),
            "or" => element("inclusiveGateway", "", ""),
            "first" => element("eventBasedGateway", "", ""),
            "sub" => element("subProcess", "", &inside),
            "handler" => element("subProcess", r#" triggeredByEvent="true""#, &inside),
            "call" => {
                element("callActivity", &format!(r#" calledElement="{}""#, self.word(2)), &inside)
            }
            "rule" => {
                let named =
                    format!(r#" desk:decision="{}" desk:result="{}""#, self.word(2), self.word(3));
                element("businessRuleTask", &named, &inside)
            }
            "script" => {
                let script = format!("{inside}<bpmn:script>{}</bpmn:script>", self.word(3));
                element("scriptTask", &format!(r#" desk:result="{}""#, self.word(2)), &script)
            }
            "receive" => {
                let named = format!(r#" messageRef="message-{}""#, self.word(2));
                let xml = element("receiveTask", &named, &inside);
                root(model, "message", self.word(2));
                xml
            }
            "terminate" => element("endEvent", "", "<bpmn:terminateEventDefinition/>"),
            "goto" => element("intermediateThrowEvent", "", &self.link()),
            "label" => element("intermediateCatchEvent", "", &self.link()),
            "pass" => element("intermediateThrowEvent", "", ""),
            _ => self.event(model),
        }
    }

    fn event(&self, model: &mut Model) -> String {
        let id = self.id();
        let (head, tail, at) = match self.kind() {
            "begin" => (String::from("startEvent"), "startEvent", 2),
            "beside" => (String::from(r#"startEvent isInterrupting="false""#), "startEvent", 2),
            "await" => (String::from("intermediateCatchEvent"), "intermediateCatchEvent", 2),
            "throw" => (String::from("intermediateThrowEvent"), "intermediateThrowEvent", 2),
            "raise" => (String::from("endEvent"), "endEvent", 2),
            "timer" | "border" => (
                format!(r#"boundaryEvent attachedToRef="{}" cancelActivity="true""#, self.word(3)),
                "boundaryEvent",
                4,
            ),
            "reminder" | "aside" => (
                format!(r#"boundaryEvent attachedToRef="{}" cancelActivity="false""#, self.word(3)),
                "boundaryEvent",
                4,
            ),
            other => panic!("no such kind of node: {other}"),
        };
        let definition = definition(model, self.word(at), self.word(at + 1));
        format!(r#"<bpmn:{head} id="{id}" name="{id}"{}>{definition}</bpmn:{tail}>"#, self.desk())
    }

    fn link(&self) -> String {
        format!(r#"<bpmn:linkEventDefinition name="{}"/>"#, self.word(2))
    }

    /// Settings that are not for the loop or the call are attributes of the desk.
    fn desk(&self) -> String {
        const OTHERS: [&str; 6] = ["times", "each", "item", "until", "gather", "order"];
        let own = self
            .settings
            .iter()
            .filter(|(name, _)| !OTHERS.contains(&name.as_str()) && !name.contains(':'));
        let own: Vec<String> =
            own.map(|(name, value)| format!(r#" desk:{name}="{}""#, escaped(value))).collect();
        own.concat()
    }

    fn mappings(&self) -> String {
        let mapped = self.settings.iter().filter_map(|(name, value)| {
            let (direction, target) = name.split_once(':')?;
            Some(format!(r#"<desk:{direction} source="{value}" target="{target}"/>"#))
        });
        let mapped: String = mapped.collect();
        if mapped.is_empty() {
            return mapped;
        }
        format!("<bpmn:extensionElements>{mapped}</bpmn:extensionElements>")
    }

    fn repeat(&self) -> String {
        let (times, each) = (self.setting("times"), self.setting("each"));
        if times.is_none() && each.is_none() {
            return String::new();
        }
        let sequential = self.setting("order") == Some("seq");
        let list = each.map(|it| format!(r#" desk:collection="{it}""#)).unwrap_or_default();
        let item =
            self.setting("item").map(|it| format!(r#" desk:item="{it}""#)).unwrap_or_default();
        let gather = self.setting("gather").and_then(|it| it.split_once(':'));
        let gather = gather
            .map(|(into, each)| format!(r#" desk:gather="{into}" desk:each="{each}""#))
            .unwrap_or_default();
        let times = times.map(|it| format!("<bpmn:loopCardinality>{it}</bpmn:loopCardinality>"));
        let until = self.setting("until");
        let until = until.map(|it| {
            format!("<bpmn:completionCondition>{}</bpmn:completionCondition>", escaped(it))
        });
        format!(
            r#"<bpmn:multiInstanceLoopCharacteristics isSequential="{sequential}"{list}{item}{gather}>{}{}</bpmn:multiInstanceLoopCharacteristics>"#,
            times.unwrap_or_default(),
            until.unwrap_or_default()
        )
    }
}

fn definition(model: &mut Model, kind: &str, value: &str) -> String {
    let element = match kind {
        "after" => "timeDuration",
        "every" => "timeCycle",
        "at" => "timeDate",
        "" => return String::new(),
        kind => {
            let reference = root(model, kind, value);
            return format!("<bpmn:{kind}EventDefinition{reference}/>");
        }
    };
    format!(
        "<bpmn:timerEventDefinition><bpmn:{element}>{value}</bpmn:{element}></bpmn:timerEventDefinition>"
    )
}

/// Note what an event names; without a name it takes whatever comes.
fn root(model: &mut Model, kind: &str, name: &str) -> String {
    if name.is_empty() {
        return String::new();
    }
    let id = format!("{kind}-{name}");
    let code = if kind == "message" { "name".to_owned() } else { format!("{kind}Code") };
    let xml = format!(r#"<bpmn:{kind} id="{id}" {code}="{name}"/>"#);
    model.roots.insert((kind.to_owned(), name.to_owned()), xml);
    format!(r#" {kind}Ref="{id}""#)
}
