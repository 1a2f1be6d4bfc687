//! The statements that the build checked are the statements that this schema answers.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::Value;
use sqlx::{AssertSqlSafe, Column as _, Executor as _, SqlSafeStr as _, TypeInfo as _};

use crate::support::Database;

/// The build reads `.sqlx` in place of a database; were a statement or the schema changed without
/// `make sqlx`, one of the two would be stale.
#[tokio::test]
async fn every_checked_statement_fits_the_schema() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../.sqlx");
    let database = Database::open(1).await;
    let mut superuser = database.superuser().await;
    let mut statements = 0;
    for entry in fs::read_dir(folder).expect(".sqlx is committed") {
        let text = fs::read_to_string(entry.expect("an entry").path()).expect("query data");
        let data: Value = serde_json::from_str(&text).expect("query data");
        let sql = data["query"].as_str().expect("a query").to_owned();
        let described = (&mut superuser)
            .describe(AssertSqlSafe(sql.clone()).into_sql_str())
            .await
            .unwrap_or_else(|e| panic!("{e}:\n{sql}"));
        let now: Vec<_> = described
            .columns()
            .iter()
            .map(|c| (c.name().to_owned(), c.type_info().name().to_owned()))
            .collect();
        let columns = data["describe"]["columns"].as_array().expect("columns");
        let then: Vec<_> = columns
            .iter()
            .map(|c| {
                (
                    c["name"].as_str().unwrap_or_default().to_owned(),
                    c["type_info"].as_str().unwrap_or_default().to_uppercase(),
                )
            })
            .collect();
        let names = |of: &[(String, String)]| of.iter().map(|(n, _)| n.clone()).collect::<Vec<_>>();
        assert_eq!(names(&now), names(&then), "{sql}");
        statements += 1;
    }
    assert!(statements > 50, "{statements}");
}

#[test]
fn no_statement_is_kept_twice() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../.sqlx");
    let mut seen = BTreeSet::new();
    for entry in fs::read_dir(folder).expect(".sqlx is committed") {
        let text = fs::read_to_string(entry.expect("an entry").path()).expect("query data");
        let data: Value = serde_json::from_str(&text).expect("query data");
        assert!(seen.insert(data["query"].to_string()), "{}", data["query"]);
    }
}
