//! `policy.csv`: one rule a line.

use tenants::Rule;

use super::Problem;

const HEADER: [&str; 5] = ["axis", "subject", "kind", "service", "act"];

/// The rules of a file. Empty lines and lines that begin with `#` are for the reader.
pub(super) fn rules(file: &str, csv: &str) -> Result<Vec<Rule>, Vec<Problem>> {
    let said = |(_, line): &(usize, &str)| !line.trim().is_empty() && !line.starts_with('#');
    let mut lines = csv.lines().enumerate().filter(said);
    let header = lines.next().and_then(|(_, line)| cells(line));
    if header != Some(HEADER) {
        return Err(vec![Problem::new(file, format!("the header is not {}", HEADER.join(",")))]);
    }
    let (mut rules, mut problems) = (Vec::new(), Vec::new());
    for (number, line) in lines {
        match rule(line) {
            Some(rule) if rules.contains(&rule) => problems.push((number, "stands twice")),
            Some(rule) => rules.push(rule),
            None => problems.push((number, "is not a rule")),
        }
    }
    if problems.is_empty() {
        return Ok(rules);
    }
    let told = |(number, what)| Problem::new(file, format!("line {} {what}", number + 1));
    Err(problems.into_iter().map(told).collect())
}

fn rule(line: &str) -> Option<Rule> {
    let [axis, subject, kind, service, act] = cells(line)?;
    if subject.is_empty() || service.is_empty() {
        return None;
    }
    Some(Rule {
        axis: axis.parse().ok()?,
        subject: subject.to_owned(),
        kind: kind.parse().ok()?,
        service: service.to_owned(),
        act: act.parse().ok()?,
    })
}

fn cells(line: &str) -> Option<[&str; 5]> {
    let cells: Vec<&str> = line.split(',').map(str::trim).collect();
    cells.try_into().ok()
}
