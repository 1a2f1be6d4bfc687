//! The reference models of the interchange group, as they are: no maker's file is written for us,
//! so most of them ask for something that somebody has to add first.

use serde_json::json;

use crate::probe::Probe;
use crate::{beside, exceptions, models};

#[test]
fn every_model_is_taken_or_refused_for_the_reason_that_is_listed() {
    let Some(folder) = beside("suites/miwg") else { return };
    let (mut probe, mut refused) = (Probe::start(&[]), exceptions::of("miwg"));
    let models = models(&folder);
    assert_eq!(models.len(), 21);
    for (name, xml) in &models {
        let kinds = probe.deploy(xml).join(", ");
        let expected = refused.remove(name).unwrap_or_default();
        assert_eq!(kinds, expected, "{name}");
        if kinds.is_empty() {
            let answer = probe.ask(&json!({ "start": {} }));
            assert_eq!(answer["ok"], true, "{name}: {answer}");
        }
    }
    assert_eq!(refused.len(), 0, "listed, but not in the suite: {refused:?}");
}
