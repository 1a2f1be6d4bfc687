//! `policy.csv`: one rule a line.

use tenants::Rule;

use super::Problem;

const HEADER: [&str; 5] = ["axis", "subject", "kind", "service", "act"];

/// The rules of a file, each with its line. Empty lines and lines that begin with `#` are for the reader.
pub(super) fn rules(file: &str, csv: &str) -> Result<Vec<(u32, Rule)>, Vec<Problem>> {
    let said = |(_, line): &(u32, &str)| !line.trim().is_empty() && !line.starts_with('#');
    let numbered = (1..).zip(csv.lines()).filter(said);
    let mut lines = numbered.map(|(number, line)| (number, cells(line), rule(line)));
    let (first, header, _) = lines.next().unwrap_or((1, None, None));
    if header != Some(HEADER) {
        let detail = format!("the header is not {}", HEADER.join(","));
        return Err(vec![Problem::on_line(file, first, detail)]);
    }
    let (mut rules, mut problems) = (Vec::<(u32, Rule)>::new(), Vec::new());
    for (number, _, rule) in lines {
        match rule {
            Some(rule) if rules.iter().any(|(_, known)| *known == rule) => {
                problems.push(Problem::on_line(file, number, "the rule stands twice"));
            }
            Some(rule) => rules.push((number, rule)),
            None => problems.push(Problem::on_line(file, number, "this is not a rule")),
        }
    }
    if problems.is_empty() { Ok(rules) } else { Err(problems) }
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
