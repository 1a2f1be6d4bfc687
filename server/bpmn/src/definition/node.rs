//! Nodes and flows, as they stand in the text.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Kind, Repeat};

/// One BPMN flow node.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Node {
    pub id: String,
    pub name: String,
    pub kind: Kind,
    #[serde(default, skip_serializing_if = "Step::is_empty")]
    pub step: Step,
    /// The sub-process or called process in which it stands; none for the process itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scope: Option<String>,
    /// How often it is done, where that is not once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub repeat: Option<Repeat>,
}

/// What the desk's own extension (`urn:mizban:bpmn:1`) says about an element.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Step {
    /// The `desk:` attributes, without their prefix.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub attributes: BTreeMap<String, String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub outcomes: Vec<Outcome>,
    /// The name in other languages, by language code.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub texts: BTreeMap<String, String>,
}

/// One way a person may finish a step.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    pub id: String,
    pub name: String,
    /// The name in other languages, by language code.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub texts: BTreeMap<String, String>,
    /// Every other attribute, such as `asks`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub attributes: BTreeMap<String, String>,
}

/// One sequence flow.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Flow {
    pub id: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    pub from: String,
    pub to: String,
    /// FEEL, without a leading `=`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub condition: Option<String>,
    /// Taken when no condition of its source holds.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub default: bool,
}

/// What stands before the id of the event at which a link begins, to name the flow that the link
/// is. No id of XML has a colon.
const LINK: &str = "link:";

impl Flow {
    /// The flow that a link stands for (10.5.5): from the event that throws it to the one that
    /// catches it.
    pub(crate) fn link(from: String, to: String) -> Self {
        let (id, name) = (format!("{LINK}{from}"), String::new());
        Self { id, name, from, to, condition: None, default: false }
    }

    /// Whether two link events are connected, and no line is drawn.
    pub fn is_link(&self) -> bool {
        self.id.contains(LINK)
    }
}

impl Step {
    pub fn get(&self, attribute: &str) -> Option<&str> {
        self.attributes.get(attribute).map(String::as_str)
    }

    pub fn outcome(&self, id: &str) -> Option<&Outcome> {
        self.outcomes.iter().find(|outcome| outcome.id == id)
    }

    pub(crate) fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
