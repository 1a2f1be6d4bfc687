//! Reading what a release consists of.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::tools::render;

/// The manifests of one set of values.
pub(crate) struct Release(pub(crate) Vec<Value>);

/// A pod as its manifest describes it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Pod<'a> {
    pub(crate) name: &'a str,
    pub(crate) labels: &'a Value,
    pub(crate) spec: &'a Value,
}

impl Release {
    pub(crate) fn of(set: &str) -> Self {
        Self(render(set).iter().map(|judged| judged.manifest.clone()).collect())
    }

    pub(crate) fn of_kind(&self, kind: &str) -> impl Iterator<Item = &Value> {
        self.0.iter().filter(move |one| one["kind"] == kind)
    }

    pub(crate) fn named(&self, kind: &str, name: &Value) -> Option<&Value> {
        self.of_kind(kind).find(|one| one["metadata"]["name"] == *name)
    }

    /// Every pod that the release ever starts.
    pub(crate) fn pods(&self) -> Vec<Pod<'_>> {
        self.0.iter().filter_map(Pod::of).collect()
    }

    /// The pods whose labels a selector names.
    pub(crate) fn selected(&self, labels: &Value) -> Vec<Pod<'_>> {
        let mut pods = self.pods();
        pods.retain(|pod| contains(pod.labels, labels));
        pods
    }

    /// Every variable that a container starts with.
    pub(crate) fn variables(&self, container: &Value) -> BTreeMap<String, String> {
        let mut variables = BTreeMap::new();
        for from in list(&container["envFrom"]) {
            let map = self.named("ConfigMap", &from["configMapRef"]["name"]).expect("the map");
            let data = map["data"].as_object().unwrap();
            variables.extend(data.iter().map(|(name, value)| (name.clone(), text(value))));
        }
        let given = list(&container["env"]).iter();
        variables.extend(given.map(|one| (text(&one["name"]), text(&one["value"]))));
        variables
    }
}

impl<'a> Pod<'a> {
    fn of(manifest: &'a Value) -> Option<Self> {
        let pod = match manifest["kind"].as_str()? {
            "Pod" => manifest,
            "Deployment" | "Job" => &manifest["spec"]["template"],
            _ => return None,
        };
        let name = manifest["metadata"]["name"].as_str()?;
        Some(Self { name, labels: &pod["metadata"]["labels"], spec: &pod["spec"] })
    }

    pub(crate) fn containers(self) -> &'a [Value] {
        list(&self.spec["containers"])
    }

    pub(crate) fn component(self) -> &'a str {
        self.labels["app.kubernetes.io/component"].as_str().unwrap()
    }

    /// The files that secrets become below the folder of secrets: path to (secret, key).
    pub(crate) fn secret_files(self) -> BTreeMap<String, (String, String)> {
        let mut files = BTreeMap::new();
        for volume in list(&self.spec["volumes"]) {
            for source in list(&volume["projected"]["sources"]) {
                for item in list(&source["secret"]["items"]) {
                    let secret = (text(&source["secret"]["name"]), text(&item["key"]));
                    files.insert(text(&item["path"]), secret);
                }
            }
        }
        files
    }
}

/// Whether all of these labels are among those.
pub(crate) fn contains(labels: &Value, these: &Value) -> bool {
    let these = these.as_object().expect("labels");
    !these.is_empty() && these.iter().all(|(name, value)| labels[name] == *value)
}

pub(crate) fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// A string as it is; what is none would not reach a container as one either.
pub(crate) fn text(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("{value} is no string")).to_owned()
}
