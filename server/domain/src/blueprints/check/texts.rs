//! Texts that people read are there in both languages.

use serde_json::Value;

use super::Findings;
use crate::blueprints::files;

pub(super) fn check(findings: &mut Findings<'_>) {
    let blueprint = findings.blueprint;
    let sheets = blueprint.services.iter().map(|s| format!("services/{}/sheet.json", s.key));
    let others = ["agency.json", "decision-reasons.json", "notices.json"].map(str::to_owned);
    for file in others.into_iter().chain(sheets) {
        match files::json::<Value>(&format!("{}/{file}", blueprint.name)) {
            Ok(json) => untranslated(&json, &file, findings),
            Err(problem) => findings.problems.push(problem),
        }
    }
}

/// A text is an object with a member `fa`; it has `en` too, and neither is blank.
fn untranslated(json: &Value, file: &str, findings: &mut Findings<'_>) {
    match json {
        Value::Object(members) => {
            if let Some(fa) = members.get("fa")
                && (is_blank(fa) || members.get("en").is_none_or(is_blank))
            {
                findings.add(file, format!("a text is not in both languages: {fa}"));
            }
            members.values().for_each(|member| untranslated(member, file, findings));
        }
        Value::Array(items) => items.iter().for_each(|item| untranslated(item, file, findings)),
        _ => {}
    }
}

fn is_blank(text: &Value) -> bool {
    text.as_str().is_some_and(|text| text.trim().is_empty())
}
