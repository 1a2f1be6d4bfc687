//! What may be chosen: the schema of the values.

use std::fs;

use serde_json::{Map, Value};

use crate::SETS;
use crate::tools::{chart, helm, judge, render};

/// Kinds that other definitions bring into a cluster.
const FOREIGN: [&str; 2] = ["HTTPRoute", "ServiceMonitor"];

#[test]
fn every_set_of_values_is_linted_rendered_and_valid_for_kubernetes() {
    for set in SETS {
        helm(&["lint", "--strict"], Some(set), &[]).unwrap_or_else(|told| panic!("{set}: {told}"));
        let judged = render(set);
        assert!(judged.len() > 10, "{set}");
        for one in judged {
            let kind = one.manifest["kind"].as_str().unwrap();
            assert!(one.problems.is_empty(), "{set}: {kind}: {:?}", one.problems);
            assert_ne!(one.known, FOREIGN.contains(&kind), "{set}: {kind}");
        }
    }
}

#[test]
fn a_planted_error_is_seen() {
    let planted = "
apiVersion: v1
kind: Service
metadata: { name: x }
spec: { ports: [{ port: eighty }], colour: blue }
";
    let problems: Vec<_> = judge(planted).into_iter().flat_map(|one| one.problems).collect();
    assert!(!problems.is_empty());
}

#[test]
fn what_cannot_stand_is_refused_with_its_place() {
    for (value, place) in [
        ("colour=blue", "'colour' not allowed"),
        ("image.tagg=1", "'tagg' not allowed"),
        ("image.tag=latest", "/image/tag"),
        ("image.digest=sha256:12", "/image/digest"),
        ("image.repository=a:b", "/image/repository"),
        ("settings.hosts.base=Example.ir", "/settings/hosts/base"),
        ("settings.storage.endpoint=s3", "/settings/storage/endpoint"),
        ("settings.limits.header_timeout=10", "/settings/limits/header_timeout"),
        ("settings.limits.speed=1", "'speed' not allowed"),
        ("settings.cookies.insecure=true", "'cookies' not allowed"),
        ("settings.secrets.key=x", "'secrets' not allowed"),
        ("settings.stop.drain=1h", "/settings/stop/drain"),
        ("secrets.deploymentKey.value=x", "'value' not allowed"),
        ("secrets.databaseUrl.existingSecret=", "/secrets/databaseUrl/existingSecret"),
        ("runAs.user=0", "/runAs/user"),
        ("serve.replicas=0", "/serve/replicas"),
        ("serve.spread=Perhaps", "/serve/spread"),
        ("worker.replicas=many", "/worker/replicas"),
        ("ingress.enabled=true", "/ingress/tlsSecret"),
        ("httpRoute.enabled=true", "/httpRoute/parentRefs"),
        ("networkPolicy.visitors[0].colour=blue", "'colour' not allowed"),
    ] {
        let told = helm(&["template", "mizban"], Some("minimal"), &["--set", value]).unwrap_err();
        assert!(told.contains(place), "{value}: {told}");
    }
}

#[test]
fn what_has_no_default_must_be_given() {
    let told = helm(&["template", "mizban"], None, &[]).unwrap_err();
    for missing in ["'repository'", "'base'", "'endpoint'"] {
        assert!(told.contains(missing), "{told}");
    }
}

#[test]
fn every_value_has_a_sentence_and_no_object_is_open() {
    let text = fs::read_to_string(chart().join("values.schema.json")).unwrap();
    let schema: Map<String, Value> = serde_json::from_str(&text).unwrap();
    let mut seen = 0;
    inspect("", &schema, &mut seen);
    assert!(seen > 100, "{seen}");
}

fn inspect(place: &str, schema: &Map<String, Value>, seen: &mut usize) {
    *seen += 1;
    let sentence = schema.get("description").and_then(Value::as_str).unwrap_or_default();
    assert!(sentence.ends_with('.') && sentence.len() > 10, "{place}: {sentence:?}");
    let Some(properties) = schema.get("properties").and_then(Value::as_object) else { return };
    assert_eq!(schema.get("additionalProperties"), Some(&Value::Bool(false)), "{place}");
    for (name, property) in properties {
        inspect(&format!("{place}/{name}"), property.as_object().unwrap(), seen);
    }
}
