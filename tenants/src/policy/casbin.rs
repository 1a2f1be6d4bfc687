//! The only file that names casbin.

use std::collections::HashSet;

use casbin::{CoreApi, DefaultModel, Enforcer, MemoryAdapter, MgmtApi, RbacApi};

use super::{Permissions, Rule};
use crate::{Act, Axis, Fault, Kind};

/// A subject is `axis/name`, so that no role can pass for a relation. Equalities stand before
/// `g()`, which is the dear part of the matcher.
const MODEL: &str = "
[request_definition]
r = sub, kind, service, act
[policy_definition]
p = sub, kind, service, act
[role_definition]
g = _, _
[policy_effect]
e = some(where (p.eft == allow))
[matchers]
m = r.kind == p.kind && r.act == p.act && (p.service == '*' || r.service == p.service) && g(r.sub, p.sub)
";

/// A casbin enforcer holding one tenant's rules.
pub struct Engine {
    enforcer: Enforcer,
}

impl Engine {
    pub async fn with(rules: &[Rule]) -> Result<Self, Fault> {
        let model = DefaultModel::from_str(MODEL).await?;
        let mut enforcer = Enforcer::new(model, MemoryAdapter::default()).await?;
        let lines: HashSet<Vec<String>> = rules.iter().map(line).collect();
        enforcer.add_policies(lines.into_iter().collect()).await?;
        Ok(Self { enforcer })
    }

    /// Ask casbin itself.
    pub fn enforce(
        &self,
        axis: Axis,
        subject: &str,
        kind: Kind,
        service: &str,
        act: Act,
    ) -> Result<bool, Fault> {
        let (kind, act): (&str, &str) = (kind.into(), act.into());
        Ok(self.enforcer.enforce((name(axis, subject), kind, service, act))?)
    }

    /// Everything it allows.
    pub(super) fn permissions(&mut self) -> Result<Permissions, Fault> {
        let subjects: HashSet<String> = self.enforcer.get_all_subjects().into_iter().collect();
        let mut all = HashSet::new();
        for subject in subjects {
            for permission in self.enforcer.get_implicit_permissions_for_user(&subject, None) {
                all.insert(parse(&subject, &permission[1..])?);
            }
        }
        Ok(all)
    }
}

fn name(axis: Axis, subject: &str) -> String {
    let axis: &str = axis.into();
    format!("{axis}/{subject}")
}

fn line(rule: &Rule) -> Vec<String> {
    let (kind, act): (&str, &str) = (rule.kind.into(), rule.act.into());
    vec![name(rule.axis, &rule.subject), kind.into(), rule.service.clone(), act.into()]
}

fn parse(subject: &str, rest: &[String]) -> Result<(Axis, String, Kind, String, Act), Fault> {
    let (axis, subject) =
        subject.split_once('/').ok_or_else(|| anyhow::anyhow!("a subject has an axis"))?;
    let [kind, service, act] = rest else { anyhow::bail!("a rule has four parts") };
    Ok((axis.parse()?, subject.into(), kind.parse()?, service.clone(), act.parse()?))
}
