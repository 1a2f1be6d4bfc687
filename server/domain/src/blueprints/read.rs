//! Reading a blueprint's files.

use std::collections::BTreeMap;

use locale::words::Lang;
use serde::Deserialize;
use tenants::CENTRAL;

use super::model::{AgencyPlan, Blueprint, ServicePlan};
use super::{Problem, files, policy};
use crate::notices::{Channel, NoticeKind, Wording};

/// Where every agency's policy begins. A blueprint with a file of this name in its own folder begins
/// with that instead.
pub(super) const POLICY: &str = "policy.csv";

/// The words of a notice in one language, as `notices.json` has them.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    #[serde(default)]
    subject: Option<String>,
    text: String,
}

type Notices = BTreeMap<NoticeKind, BTreeMap<Channel, BTreeMap<Lang, Words>>>;

/// The blueprint of this name, or every file that cannot be read.
pub(super) fn blueprint(name: &str) -> Result<Blueprint, Vec<Problem>> {
    if name != CENTRAL && !files::names().contains(&name) {
        return Err(vec![Problem::new(name, "there is no such blueprint")]);
    }
    let mut problems = Vec::new();
    let policy = policy(&mut problems, name);
    let reasons = kept(&mut problems, files::json(&format!("{name}/decision-reasons.json")));
    let notices = kept(&mut problems, files::json(&format!("{name}/notices.json")));
    let agency: Option<AgencyPlan> =
        kept(&mut problems, files::json(&format!("{name}/agency.json")));
    let keys = agency.iter().flat_map(|agency| &agency.services);
    let services: Vec<ServicePlan> =
        keys.filter_map(|key| service(&mut problems, name, key)).collect();
    match (agency, policy, reasons, notices) {
        (Some(agency), Some(policy), Some(reasons), Some(notices)) if problems.is_empty() => {
            let (name, wordings) = (name.to_owned(), wordings(notices));
            Ok(Blueprint { name, agency, policy, reasons, wordings, services })
        }
        _ => Err(problems),
    }
}

fn policy(problems: &mut Vec<Problem>, name: &str) -> Option<Vec<tenants::Rule>> {
    let own = format!("{name}/{POLICY}");
    let file = if files::exists(&own) { own.as_str() } else { POLICY };
    let csv = kept(problems, files::text(file))?;
    match policy::rules(file, &csv) {
        Ok(rules) => Some(rules),
        Err(found) => {
            problems.extend(found);
            None
        }
    }
}

fn service(problems: &mut Vec<Problem>, name: &str, key: &str) -> Option<ServicePlan> {
    let folder = format!("{name}/services/{key}");
    let sheet = kept(problems, files::json(&format!("{folder}/sheet.json")));
    let form = kept(problems, files::json(&format!("{folder}/form.json")));
    let process = kept(problems, files::text(&format!("{name}/processes/{key}.bpmn")));
    Some(ServicePlan { key: key.to_owned(), sheet: sheet?, form: form?, process: process? })
}

/// What was read; a problem is noted and reading goes on, so that all are told at once.
fn kept<T>(problems: &mut Vec<Problem>, read: Result<T, Problem>) -> Option<T> {
    read.map_err(|problem| problems.push(problem)).ok()
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
