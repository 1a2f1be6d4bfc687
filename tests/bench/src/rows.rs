//! Rows as they lie in the tables, written again under other ids: what PostgreSQL alone has to do
//! is taken from what the server did.

use std::collections::HashMap;

use anyhow::ensure;
use sqlx::{AssertSqlSafe, PgConnection};
use uuid::Uuid;

/// A table with its columns and their types, in their order.
#[derive(Debug, Clone, PartialEq, sqlx::FromRow)]
pub(crate) struct Table {
    pub(crate) name: String,
    pub(crate) columns: Vec<String>,
    pub(crate) types: Vec<String>,
}

/// A row, each value as PostgreSQL writes it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Row {
    pub(crate) table: Table,
    pub(crate) values: Vec<Option<String>>,
}

/// What is another in each copy: whole values by what they were, and columns by their name.
#[derive(Debug, Clone, Default)]
pub(crate) struct Anew {
    values: HashMap<String, String>,
    columns: HashMap<&'static str, String>,
}

const TABLES: &str = "
    select c.relname::text as name, array_agg(a.attname::text order by a.attnum) as columns,
           array_agg(format_type(a.atttypid, a.atttypmod) order by a.attnum) as types
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
    group by c.relname having bool_or(a.attname = 'tenant_id') order by c.relname";

/// Every row that the connection's own transaction has written so far and that is still there.
pub(crate) async fn written(to: &mut PgConnection, tenant: Uuid) -> anyhow::Result<Vec<Row>> {
    let mut rows = Vec::new();
    for table in tables(to).await? {
        rows.extend(lying(to, &table, tenant, "xmin = pg_current_xact_id()::xid").await?);
    }
    Ok(rows)
}

/// The rows of a tenant in one table for which a condition holds.
pub(crate) async fn rows(
    to: &mut PgConnection,
    table: &str,
    tenant: Uuid,
    holds: &str,
) -> anyhow::Result<Vec<Row>> {
    let tables = tables(to).await?;
    let table = tables.iter().find(|t| t.name == table);
    ensure!(table.is_some(), "there is no such table");
    match table {
        Some(table) => lying(to, table, tenant, holds).await,
        None => Ok(Vec::new()),
    }
}

async fn tables(to: &mut PgConnection) -> anyhow::Result<Vec<Table>> {
    Ok(sqlx::query_as(TABLES).fetch_all(to).await?)
}

async fn lying(
    to: &mut PgConnection,
    table: &Table,
    tenant: Uuid,
    holds: &str,
) -> anyhow::Result<Vec<Row>> {
    let texts: Vec<String> = table.columns.iter().map(|column| format!("{column}::text")).collect();
    let (texts, name) = (texts.join(", "), &table.name);
    let sql = format!("select array[{texts}] from {name} where tenant_id = $1 and {holds}");
    let found = sqlx::query_scalar(AssertSqlSafe(sql)).bind(tenant).fetch_all(to).await?;
    Ok(found.into_iter().map(|values| Row { table: table.clone(), values }).collect())
}

impl Row {
    /// The value of a column, where it has one.
    pub(crate) fn value(&self, column: &str) -> Option<&str> {
        let place = self.table.columns.iter().position(|c| c == column)?;
        self.values.get(place)?.as_deref()
    }

    /// A statement that writes a copy of these rows of one table.
    pub(crate) fn insert(rows: &[&Self], anew: &Anew) -> String {
        let Some(first) = rows.first() else { return String::new() };
        let copies: Vec<String> =
            rows.iter().map(|row| format!("({})", row.copied(anew).join(", "))).collect();
        format!("{} values {}", first.insert_into(), copies.join(", "))
    }

    /// A statement that writes a copy for each row of a source, which `anew` speaks of.
    pub(crate) fn insert_for_each(&self, source: &str, anew: &Anew) -> String {
        format!("{} select {} from {source}", self.insert_into(), self.copied(anew).join(", "))
    }

    fn insert_into(&self) -> String {
        format!("insert into {} ({})", self.table.name, self.table.columns.join(", "))
    }

    fn copied(&self, anew: &Anew) -> Vec<String> {
        let columns = self.table.columns.iter().zip(0..);
        columns.map(|(column, place)| self.expression(column, place, anew)).collect()
    }

    fn expression(&self, column: &str, place: usize, anew: &Anew) -> String {
        let value = self.values.get(place).and_then(Option::as_deref);
        if let Some(other) = anew.columns.get(column) {
            return other.clone();
        }
        match value {
            None => "null".to_owned(),
            Some(value) => match anew.values.get(value) {
                Some(other) => other.clone(),
                None => format!("cast({} as {})", literal(value), self.table.types[place]),
            },
        }
    }
}

impl Anew {
    /// Wherever this value stands, the expression stands.
    pub(crate) fn value(mut self, value: &str, expression: String) -> Self {
        self.values.insert(value.to_owned(), expression);
        self
    }

    /// In every column of this name.
    pub(crate) fn column(mut self, column: &'static str, expression: &str) -> Self {
        self.columns.insert(column, expression.to_owned());
        self
    }

    /// A new id for each row that has one, made of the row's place and of `number`, an SQL
    /// expression of type text; ids known already stay as they are.
    pub(crate) fn ids(mut self, rows: &[Row], number: &str) -> Self {
        for id in rows.iter().filter_map(|row| row.value("id")) {
            let place = self.values.len() + 1;
            self.values.entry(id.to_owned()).or_insert_with(|| fresh(place, number));
        }
        self
    }
}

/// Ids in the order of their numbers, as those of the server are in the order of time.
pub(crate) fn fresh(place: usize, number: &str) -> String {
    format!("cast('{place:08x}-0000-7000-8000-' || lpad({number}, 12, '0') as uuid)")
}

/// A text in SQL. Colons are written as their code: `pgbench` takes them for variables, even there.
pub(crate) fn literal(text: &str) -> String {
    let escaped = text.replace('\\', "\\\\").replace('\'', "''").replace(':', "\\x3a");
    format!("E'{escaped}'")
}
