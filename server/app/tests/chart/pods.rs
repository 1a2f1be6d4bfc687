//! How strong the pods are, and what each is trusted with.

use serde_json::{Value, json};

use crate::SETS;
use crate::release::{Pod, Release, list};

/// What the profile "restricted" of the Pod Security Standards asks of a pod, and a little more.
const OF_POD: [(&str, Value); 4] = [
    ("/automountServiceAccountToken", Value::Bool(false)),
    ("/enableServiceLinks", Value::Bool(false)),
    ("/securityContext/runAsNonRoot", Value::Bool(true)),
    ("/hostNetwork", Value::Null),
];

fn of_container() -> [(&'static str, Value); 5] {
    [
        ("/securityContext/allowPrivilegeEscalation", json!(false)),
        ("/securityContext/readOnlyRootFilesystem", json!(true)),
        ("/securityContext/runAsNonRoot", json!(true)),
        ("/securityContext/capabilities", json!({ "drop": ["ALL"] })),
        ("/securityContext/privileged", Value::Null),
    ]
}

fn assert_holds(place: &str, within: &Value, rules: &[(&str, Value)]) {
    for (pointer, wanted) in rules {
        let is = within.pointer(pointer).unwrap_or(&Value::Null);
        assert_eq!(is, wanted, "{place}: {pointer}");
    }
}

#[test]
fn no_pod_is_weaker_than_restricted() {
    for set in SETS {
        let release = Release::of(set);
        let mut components: Vec<_> = release.pods().into_iter().map(Pod::component).collect();
        components.sort_unstable();
        assert_eq!(components, ["migrate", "serve", "test", "worker"]);
        for pod in release.pods() {
            let place = format!("{set}: {}", pod.name);
            assert_holds(&place, pod.spec, &OF_POD);
            let profile = &pod.spec["securityContext"]["seccompProfile"]["type"];
            assert_eq!(profile, "RuntimeDefault", "{place}");
            assert!(pod.spec["securityContext"]["runAsUser"].as_u64() > Some(999), "{place}");
            for container in pod.containers() {
                assert_holds(&place, container, &of_container());
                for amount in ["requests", "limits"] {
                    for of in ["cpu", "memory", "ephemeral-storage"] {
                        assert!(container["resources"][amount][of].is_string(), "{place}: {of}");
                    }
                }
            }
        }
    }
}

#[test]
fn nothing_but_the_folder_of_uploads_can_be_written() {
    let release = Release::of("hardened");
    for pod in release.pods() {
        for volume in list(&pod.spec["volumes"]) {
            let of_uploads = volume["emptyDir"]["sizeLimit"].is_string();
            assert!(of_uploads || !volume["projected"].is_null(), "{}: {volume}", pod.name);
        }
        for mount in pod.containers().iter().flat_map(|one| list(&one["volumeMounts"])) {
            let written = mount["readOnly"] != true;
            assert_eq!(written, mount["mountPath"] == "/var/lib/mizban", "{}", pod.name);
        }
    }
}

#[test]
fn each_pod_has_the_secrets_of_its_work_and_no_other() {
    for (component, wanted) in [
        ("migrate", &["database_owner_url", "database_url"][..]),
        ("test", &[]),
        ("serve", &["database_url", "secrets_key", "storage_access_key", "storage_secret_key"]),
        ("worker", &["database_url", "secrets_key", "storage_access_key", "storage_secret_key"]),
    ] {
        for set in SETS {
            let release = Release::of(set);
            let pod = release.pods().into_iter().find(|pod| pod.component() == component).unwrap();
            let files: Vec<String> = pod.secret_files().into_keys().collect();
            assert_eq!(files, wanted, "{set}: {component}");
            let whole = pod.spec.to_string();
            assert!(!whole.contains("secretKeyRef") && !whole.contains("secretRef"), "{component}");
        }
    }
    let release = Release::of("hardened");
    let migrate = release.pods().into_iter().find(|pod| pod.component() == "migrate").unwrap();
    let owner = &migrate.secret_files()["database_owner_url"];
    assert_eq!(*owner, ("vault-mizban-owner".to_owned(), "database-url".to_owned()));
}

#[test]
fn the_schema_comes_before_the_program_at_each_release_and_not_at_a_rollback() {
    let release = Release::of("minimal");
    let job = release.of_kind("Job").next().unwrap();
    let hook = |one: &Value| one["metadata"]["annotations"]["helm.sh/hook"].clone();
    assert_eq!(hook(job), "pre-install,pre-upgrade");
    // What the job stands on cannot be part of a release that does not exist yet.
    let pod = Pod { name: "", labels: &Value::Null, spec: &job["spec"]["template"]["spec"] };
    let account = release.named("ServiceAccount", &pod.spec["serviceAccountName"]).unwrap();
    assert_eq!(hook(account), hook(job));
    assert_eq!(pod.containers()[0]["envFrom"], Value::Null);
    let labels = &job["spec"]["template"]["metadata"]["labels"];
    let walls = release.of_kind("NetworkPolicy").filter(|one| {
        one["spec"]["podSelector"]["matchLabels"]["app.kubernetes.io/component"]
            == labels["app.kubernetes.io/component"]
    });
    assert_eq!(walls.map(hook).collect::<Vec<_>>(), [hook(job)]);
}

#[test]
fn a_pod_has_time_to_end_what_it_began() {
    // Twice the grace, twice the drain, and ten seconds of room.
    for (set, seconds) in [("minimal", 70), ("production", 90), ("hardened", 70)] {
        let release = Release::of(set);
        for deployment in release.of_kind("Deployment") {
            let is = &deployment["spec"]["template"]["spec"]["terminationGracePeriodSeconds"];
            assert_eq!(is, seconds, "{set}");
        }
    }
}
