//! What PostgreSQL alone is asked to do is what the server did.

use std::time::Duration;

use uuid::Uuid;

use super::cartable::{fill_in, statement};
use super::memory::kilobytes;
use super::pattern::Pattern;
use super::timing::effect;
use super::{submissions, uploads};
use crate::rows::{Row, Table};

#[test]
fn a_statement_is_filled_in_from_its_last_parameter() {
    let bound: Vec<String> = ('a'..='k').map(|c| c.to_string()).collect();
    assert_eq!(fill_in("$1 $2 $10 $11 $1", &bound), "a b j k a");
}

#[test]
fn the_statement_of_the_list_is_the_domains_own() {
    let statement = statement().expect("it stands in its file");
    assert!(statement.starts_with("with mine as ("), "{statement}");
    assert!(statement.trim_end().ends_with("order by m.due_at, m.id"), "{statement}");
    assert!(!statement.contains("$10"), "{statement}");
}

#[test]
fn memory_is_read_from_the_line_of_its_name() {
    let status = "VmPeak:\t  999 kB\nVmHWM:\t  62000 kB\nVmRSS:\t  53248 kB\n";
    assert_eq!(kilobytes(status, "VmRSS"), Some(53_248));
    assert_eq!(kilobytes(status, "VmHWM"), Some(62_000));
    assert_eq!(kilobytes(status, "Vm"), None);
}

fn row(table: &str, columns: &[(&str, Uuid)]) -> Row {
    let table = Table {
        name: table.to_owned(),
        columns: columns.iter().map(|(name, _)| (*name).to_owned()).collect(),
        types: columns.iter().map(|_| "uuid".to_owned()).collect(),
    };
    Row { table, values: columns.iter().map(|(_, value)| Some(value.to_string())).collect() }
}

fn pattern() -> Pattern {
    let [tenant, draft, document, event] = [1, 2, 3, 4].map(Uuid::from_u128);
    let case = ("case_id", draft);
    Pattern {
        tenant,
        draft,
        document,
        before: Vec::new(),
        attached: vec![row("documents", &[("id", document), ("draft_id", draft)])],
        submitted: vec![
            row("cases", &[("id", draft)]),
            row("events", &[("id", event), case]),
            row("events", &[("id", event), case]),
        ],
    }
}

#[test]
fn a_submission_alone_is_one_transaction_over_rows_of_its_own() {
    let script = submissions::script(&pattern());
    let begins = |line: &&str| line.starts_with("insert");
    assert_eq!(script.lines().filter(begins).count(), 2, "one for each table:\n{script}");
    assert_eq!((script.matches("begin;").count(), script.matches("end;").count()), (1, 1));
    for changed in ["update documents", "delete from jobs", "update drafts"] {
        assert_eq!(script.matches(changed).count(), 1, "{changed}:\n{script}");
    }
    let draft = pattern().draft.to_string();
    assert!(!script.contains(&draft), "the case of the pattern is not written again:\n{script}");
}

#[test]
fn an_upload_alone_adds_a_document_of_its_own_to_a_draft_of_the_stock() {
    let (script, pattern) = (uploads::script(&pattern()), pattern());
    for id in [pattern.draft, pattern.document] {
        assert!(!script.contains(&id.to_string()), "{id}:\n{script}");
    }
}

#[test]
fn times_that_differ_are_told_apart() {
    let of = |from: u64| (0..40).map(|n| Duration::from_millis(from + n)).collect::<Vec<_>>();
    for (some, others, expected) in [(0, 0, 0.0), (0, 40, 0.5), (40, 0, -0.5)] {
        let effect = effect(&of(some), &of(others));
        assert!((effect - expected).abs() < 1e-9, "{some} {others}: {effect}");
    }
}
