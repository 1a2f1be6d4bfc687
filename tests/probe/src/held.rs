//! All that is kept between two commands.

use bpmn::Definition;
use serde::{Deserialize, Serialize};

use crate::case::{Case, Deployed};

#[derive(Default, Serialize, Deserialize)]
pub(crate) struct Held {
    pub(crate) deployed: Option<Deployed>,
    pub(crate) case: Option<Case>,
    /// Everything that was deployed so far, the latest of each process: what may be called.
    pub(crate) library: Vec<Definition>,
}

impl Held {
    /// Deploy a definition. The case of the one before is over with.
    pub(crate) fn deploy(&mut self, definition: Definition) {
        self.library.retain(|known| known.process_id() != definition.process_id());
        self.library.push(definition.clone());
        self.deployed = Some(Deployed::new(definition));
        self.case = None;
    }

    pub(crate) fn published(&self, process: &str) -> Option<Definition> {
        self.library.iter().find(|known| known.process_id() == process).cloned()
    }
}
