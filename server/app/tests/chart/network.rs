//! Who may speak to whom.

use serde_json::{Value, json};

use crate::SETS;
use crate::release::{Release, list};

/// The policy made for a component; without one, the one for all.
fn policy<'a>(release: &'a Release, component: Option<&str>) -> &'a Value {
    let mut policies = release.of_kind("NetworkPolicy");
    let found = policies.find(|one| {
        let labels = &one["spec"]["podSelector"]["matchLabels"];
        labels["app.kubernetes.io/component"].as_str() == component
    });
    found.unwrap_or_else(|| panic!("no policy for {component:?}"))
}

/// The ports of every way in or out.
fn ports(policy: &Value, direction: &str) -> Vec<Value> {
    let rules = list(&policy["spec"][direction]).iter();
    rules.flat_map(|rule| list(&rule["ports"])).map(|port| port["port"].clone()).collect()
}

#[test]
fn nothing_goes_in_or_out_unless_it_is_named() {
    for set in SETS {
        let release = Release::of(set);
        let all = policy(&release, None);
        assert_eq!(all["spec"]["policyTypes"], json!(["Ingress", "Egress"]));
        assert!(all["spec"]["ingress"].is_null() && all["spec"]["egress"].is_null());
        let walled = release.selected(&all["spec"]["podSelector"]["matchLabels"]);
        assert_eq!(walled.len(), release.pods().len(), "{set}: a pod stands outside");
    }
}

#[test]
fn each_component_has_the_ways_that_its_work_needs() {
    let release = Release::of("hardened");
    for (component, inward, outward) in [
        ("serve", json!(["http", "internal"]), json!([53, 53, 6432, 9000])),
        ("worker", json!(["internal"]), json!([53, 53, 6432, 9000])),
        ("migrate", json!([]), json!([53, 53, 6432])),
        ("test", json!([]), json!([53, 53, "internal"])),
    ] {
        let policy = policy(&release, Some(component));
        assert_eq!(json!(ports(policy, "ingress")), inward, "{component}");
        assert_eq!(json!(ports(policy, "egress")), outward, "{component}");
        for rule in list(&policy["spec"]["egress"]) {
            assert!(!list(&rule["to"]).is_empty(), "{component}: open to everywhere: {rule}");
        }
    }
}

#[test]
fn the_internal_port_is_never_open_to_everybody() {
    for set in SETS {
        let release = Release::of(set);
        for component in ["serve", "worker"] {
            for rule in list(&policy(&release, Some(component))["spec"]["ingress"]) {
                let internal = list(&rule["ports"]).iter().any(|port| port["port"] == "internal");
                assert!(!internal || !list(&rule["from"]).is_empty(), "{set}: {component}");
            }
        }
        for outside in release.of_kind("Ingress").chain(release.of_kind("HTTPRoute")) {
            assert!(!outside["spec"].to_string().contains("internal"), "{set}");
        }
    }
}
