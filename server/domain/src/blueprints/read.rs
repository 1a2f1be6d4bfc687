//! Reading a blueprint's files: as much as can be read, and every mistake on the way.

use std::collections::{BTreeMap, BTreeSet};

use locale::words::Lang;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use tenants::Rule;

use super::files::{Folder, POLICY};
use super::json::Document;
use super::model::{AgencyPlan, Blueprint, ServicePlan};
use super::{Problem, policy};
use crate::cases::Reason;
use crate::catalogue::Sheet;
use crate::notices::{Channel, NoticeKind, Wording};

pub(super) const AGENCY: &str = "agency.json";
pub(super) const REASONS: &str = "decision-reasons.json";
pub(super) const NOTICES: &str = "notices.json";

pub(super) fn sheet_of(service: &str) -> String {
    format!("services/{service}/sheet.json")
}

pub(super) fn form_of(service: &str) -> String {
    format!("services/{service}/form.json")
}

pub(super) fn process_of(service: &str) -> String {
    format!("processes/{service}.bpmn")
}

/// The words of a notice in one language, as `notices.json` has them.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    #[serde(default)]
    subject: Option<String>,
    text: String,
}

type Notices = BTreeMap<NoticeKind, BTreeMap<Channel, BTreeMap<Lang, Words>>>;

/// What the files of a service say, as far as they could be read.
pub(super) struct ServiceFiles {
    pub(super) key: String,
    pub(super) sheet: Option<Sheet>,
    pub(super) form: Value,
    pub(super) process: String,
}

/// What came of reading a folder. A file that could not be read stands among the unread.
pub(super) struct Reading<'a> {
    pub(super) folder: &'a Folder,
    pub(super) agency: Option<AgencyPlan>,
    /// Each rule with its line.
    pub(super) policy: Vec<(u32, Rule)>,
    pub(super) reasons: Vec<Reason>,
    pub(super) wordings: Vec<Wording>,
    pub(super) services: Vec<ServiceFiles>,
    pub(super) documents: BTreeMap<String, Document>,
    pub(super) unread: BTreeSet<String>,
    pub(super) problems: Vec<Problem>,
}

impl ServiceFiles {
    fn plan(self) -> Option<ServicePlan> {
        let Self { key, sheet, form, process } = self;
        Some(ServicePlan { key, sheet: sheet?, form, process })
    }
}

impl<'a> Reading<'a> {
    pub(super) fn of(folder: &'a Folder) -> Self {
        let mut reading = Self {
            folder,
            agency: None,
            policy: Vec::new(),
            reasons: Vec::new(),
            wordings: Vec::new(),
            services: Vec::new(),
            documents: BTreeMap::new(),
            unread: BTreeSet::new(),
            problems: Vec::new(),
        };
        reading.policy();
        reading.reasons = reading.json(REASONS).unwrap_or_default();
        reading.wordings = wordings(reading.json(NOTICES).unwrap_or_default());
        reading.agency = reading.json(AGENCY);
        reading.services();
        reading
    }

    /// The whole, where there is one to speak of.
    pub(super) fn blueprint(self) -> Option<Blueprint> {
        let services = self.services.into_iter().map(ServiceFiles::plan);
        let services = services.collect::<Option<Vec<_>>>()?;
        Some(Blueprint {
            name: self.folder.name().to_owned(),
            agency: self.agency?,
            policy: self.policy.into_iter().map(|(_, rule)| rule).collect(),
            reasons: self.reasons,
            wordings: self.wordings,
            services,
        })
    }

    fn services(&mut self) {
        // Without its list of services it is not known which files a blueprint has.
        let Some(agency) = &self.agency else { return };
        let keys = agency.services.clone();
        self.strangers(&keys);
        for key in &keys {
            let service = self.service(key);
            self.services.push(service);
        }
    }

    fn service(&mut self, key: &str) -> ServiceFiles {
        let sheet = self.json(&sheet_of(key));
        let form = self.document(&form_of(key)).map_or(Value::Null, |form| form.root().value());
        let process = self.text(&process_of(key)).unwrap_or_default();
        ServiceFiles { key: key.to_owned(), sheet, form, process }
    }

    /// Files that nothing names: a misspelt key leaves one behind.
    fn strangers(&mut self, services: &[String]) {
        let own = [AGENCY, REASONS, NOTICES, POLICY].map(str::to_owned);
        let named = |key: &String| [sheet_of(key), form_of(key), process_of(key)];
        let known: BTreeSet<String> =
            own.into_iter().chain(services.iter().flat_map(named)).collect();
        for path in self.folder.paths().filter(|path| !known.contains(*path)) {
            let file = self.folder.called(path);
            self.problems.push(Problem::of_file(&file, "no service of agency.json has this file"));
        }
    }

    fn policy(&mut self) {
        let Some(csv) = self.text(POLICY) else { return };
        match policy::rules(POLICY, &csv) {
            Ok(rules) => self.policy = rules,
            Err(found) => self.problems.extend(found),
        }
    }

    /// What a file says, as far as it can be used.
    fn json<T: DeserializeOwned>(&mut self, path: &str) -> Option<T> {
        let file = self.folder.called(path);
        let (read, mistakes) = self.document(path)?.read();
        self.problems.extend(mistakes.into_iter().map(|mistake| Problem::of(&file, mistake)));
        if read.is_none() {
            self.unread.insert(path.to_owned());
        }
        read
    }

    fn document(&mut self, path: &str) -> Option<&Document> {
        let text = self.text(path)?;
        let file = self.folder.called(path);
        match Document::parse(&text) {
            Ok(document) => {
                let repeated = document.repeated().into_iter();
                self.problems.extend(repeated.map(|mistake| Problem::of(&file, mistake)));
                Some(self.documents.entry(path.to_owned()).or_insert(document))
            }
            Err(mistake) => {
                self.problems.push(Problem::of(&file, mistake));
                self.unread.insert(path.to_owned());
                None
            }
        }
    }

    fn text(&mut self, path: &str) -> Option<String> {
        match self.folder.text(path) {
            Ok(text) => Some(text.to_owned()),
            Err(problem) => {
                self.problems.push(problem);
                self.unread.insert(path.to_owned());
                None
            }
        }
    }
}

fn wordings(notices: Notices) -> Vec<Wording> {
    let mut wordings = Vec::new();
    for (kind, channels) in notices {
        for (channel, languages) in channels {
            wordings.extend(languages.into_iter().map(|(lang, words)| {
                let Words { subject, text } = words;
                Wording { kind, channel, lang, subject, text }
            }));
        }
    }
    wordings
}
