//! What names something else of the release finds it.

use serde_json::{Value, json};

use crate::SETS;
use crate::release::{Release, contains, list, text};

#[test]
fn services_lead_to_ports_of_pods() {
    for set in SETS {
        let release = Release::of(set);
        for service in release.of_kind("Service") {
            let pods = release.selected(&service["spec"]["selector"]);
            assert_eq!(pods.len(), 1, "{set}: {}", service["metadata"]["name"]);
            for port in list(&service["spec"]["ports"]) {
                let open = list(&pods[0].containers()[0]["ports"]);
                assert!(open.iter().any(|one| one["name"] == port["targetPort"]), "{set}: {port}");
            }
        }
    }
}

#[test]
fn probes_and_listeners_agree() {
    let release = Release::of("minimal");
    for pod in release.pods().into_iter().filter(|pod| !pod.containers()[0]["ports"].is_null()) {
        let container = &pod.containers()[0];
        let variables = release.variables(container);
        for (port, variable) in
            [("http", "MIZBAN_LISTEN_PUBLIC"), ("internal", "MIZBAN_LISTEN_INTERNAL")]
        {
            let ports = list(&container["ports"]);
            let Some(open) = ports.iter().find(|one| one["name"] == port) else { continue };
            let end = format!(":{}", open["containerPort"]);
            assert!(variables[variable].ends_with(&end), "{}: {variable}", pod.name);
        }
        for (probe, path) in
            [("startupProbe", "/livez"), ("livenessProbe", "/livez"), ("readinessProbe", "/readyz")]
        {
            let wanted = json!({ "path": path, "port": "internal" });
            assert_eq!(container[probe]["httpGet"], wanted, "{}: {probe}", pod.name);
        }
    }
}

#[test]
fn budgets_and_scaling_name_deployments() {
    for set in SETS {
        let release = Release::of(set);
        let budgets: Vec<_> = release.of_kind("PodDisruptionBudget").collect();
        assert_eq!(budgets.len(), 2, "{set}");
        for budget in budgets {
            let selector = &budget["spec"]["selector"]["matchLabels"];
            assert_eq!(release.selected(selector).len(), 1, "{set}");
        }
        for scaler in release.of_kind("HorizontalPodAutoscaler") {
            let target = &scaler["spec"]["scaleTargetRef"]["name"];
            let deployment = release.named("Deployment", target).expect("what is scaled");
            // Else every upgrade would set the number back.
            assert!(deployment["spec"]["replicas"].is_null(), "{set}");
        }
    }
}

#[test]
fn the_world_reaches_the_base_domain_and_its_wildcard() {
    let production = Release::of("production");
    let ingress = production.of_kind("Ingress").next().unwrap();
    let rules = list(&ingress["spec"]["rules"]);
    let hosts: Vec<String> = rules.iter().map(|rule| text(&rule["host"])).collect();
    assert_eq!(hosts, ["desks.example.ir", "*.desks.example.ir"]);
    assert_eq!(ingress["spec"]["tls"][0]["hosts"], json!(hosts));
    for rule in rules {
        let to = &rule["http"]["paths"][0]["backend"]["service"];
        assert!(has_port(&production, &to["name"], &to["port"]["name"]));
    }

    let hardened = Release::of("hardened");
    let route = hardened.of_kind("HTTPRoute").next().unwrap();
    assert_eq!(route["spec"]["hostnames"], json!(hosts));
    let to = &route["spec"]["rules"][0]["backendRefs"][0];
    assert!(has_port(&hardened, &to["name"], &to["port"]));
}

/// Whether a service has a port of this name or number.
fn has_port(release: &Release, service: &Value, port: &Value) -> bool {
    let service = release.named("Service", service).expect("the service");
    list(&service["spec"]["ports"]).iter().any(|one| one["name"] == *port || one["port"] == *port)
}

#[test]
fn figures_are_read_from_every_replica() {
    let release = Release::of("production");
    let monitor = release.of_kind("ServiceMonitor").next().unwrap();
    let (selector, port) =
        (&monitor["spec"]["selector"]["matchLabels"], &monitor["spec"]["endpoints"][0]["port"]);
    let read = release.of_kind("Service").filter(|service| {
        contains(&service["metadata"]["labels"], selector)
            && list(&service["spec"]["ports"]).iter().any(|one| one["name"] == *port)
    });
    let mut read: Vec<_> = read.map(|service| text(&service["metadata"]["name"])).collect();
    read.sort();
    assert_eq!(read, ["mizban-serve-internal", "mizban-worker-internal"]);
}

#[test]
fn the_test_of_a_release_asks_services_that_exist() {
    let release = Release::of("minimal");
    let pod = release.pods().into_iter().find(|pod| pod.component() == "test").unwrap();
    for container in pod.containers() {
        let asked = text(&container["args"][2]);
        let (name, port) = asked.split_once(':').unwrap();
        assert!(has_port(&release, &json!(name), &json!(port.parse::<u16>().unwrap())));
    }
}
