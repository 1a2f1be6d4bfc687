//! The policy: whoever it speaks of is there.

use tenants::{Axis, CALLER_ROLES, Relation};

use super::{Findings, carries};
use crate::blueprints::files::POLICY;
use crate::blueprints::model::AgencyPlan;

pub(super) fn check(findings: &mut Findings<'_>, agency: &AgencyPlan) {
    for (line, rule) in &findings.reading.policy {
        let subject = rule.subject.as_str();
        let known = match rule.axis {
            Axis::Role => CALLER_ROLES.contains(&subject) || carries(agency, subject),
            Axis::Relation => subject.parse::<Relation>().is_ok(),
        };
        if !known {
            let detail = format!("nobody in {} is {subject}", findings.reading.folder.name());
            findings.on_line(POLICY, *line, detail);
        }
        if rule.service != "*" && !agency.services.contains(&rule.service) {
            findings.on_line(POLICY, *line, format!("there is no service {}", rule.service));
        }
    }
}
