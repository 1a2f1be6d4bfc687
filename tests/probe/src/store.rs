//! Where everything is between two commands: in memory, or in a database from which each command
//! reads it anew.

use std::mem;

use sqlx::postgres::PgConnectOptions;
use sqlx::{Connection as _, PgConnection};
use tokio::runtime::{Builder, Runtime};
use uuid::Uuid;

use crate::held::Held;

/// The table is made once in a database, by whoever comes first. What is held is kept as it is
/// written: `jsonb` would refuse some of the strings that JSON has.
const MAKE: &str = "
    begin;
    select pg_advisory_xact_lock(4242424242);
    create schema if not exists bpmn_probe;
    create table if not exists bpmn_probe.runs (id uuid primary key, held text not null);
    commit;";

pub(crate) enum Store {
    Memory(Box<Held>),
    Postgres(Box<Database>),
}

/// A row of its own in a database.
pub(crate) struct Database {
    runtime: Runtime,
    connection: PgConnection,
    run: Uuid,
}

impl Store {
    /// Begin a command: what is held is read, and nobody else touches it.
    pub(crate) fn begin(&mut self) -> Result<Held, String> {
        match self {
            Self::Memory(held) => Ok(mem::take(&mut **held)),
            Self::Postgres(database) => database.begin().map_err(|fault| fault.to_string()),
        }
    }

    /// End a command: what it left is kept.
    pub(crate) fn commit(&mut self, after: Held) -> Result<(), String> {
        match self {
            Self::Memory(held) => {
                **held = after;
                Ok(())
            }
            Self::Postgres(database) => database.commit(&after).map_err(|fault| fault.to_string()),
        }
    }
}

impl Database {
    /// Connect, and hold nothing yet. Without an address the usual variables of the environment
    /// say where the database is.
    pub(crate) fn open(address: Option<&str>) -> Result<Self, String> {
        let runtime = Builder::new_current_thread().enable_all().build();
        let runtime = runtime.map_err(|fault| fault.to_string())?;
        let opened = runtime.block_on(async {
            let options: PgConnectOptions = match address {
                Some(address) => address.parse()?,
                None => PgConnectOptions::new(),
            };
            let mut connection = PgConnection::connect_with(&options).await?;
            sqlx::raw_sql(MAKE).execute(&mut connection).await?;
            let run = Uuid::now_v7();
            sqlx::query("insert into bpmn_probe.runs (id, held) values ($1, $2)")
                .bind(run)
                .bind(written(&Held::default())?)
                .execute(&mut connection)
                .await?;
            Ok((connection, run))
        });
        let (connection, run) = opened.map_err(|fault: sqlx::Error| fault.to_string())?;
        Ok(Self { runtime, connection, run })
    }

    fn begin(&mut self) -> sqlx::Result<Held> {
        let (connection, run) = (&mut self.connection, self.run);
        self.runtime.block_on(async {
            // What a failed commit has left open.
            sqlx::raw_sql("rollback").execute(&mut *connection).await?;
            sqlx::raw_sql("begin").execute(&mut *connection).await?;
            let held: String =
                sqlx::query_scalar("select held from bpmn_probe.runs where id = $1 for update")
                    .bind(run)
                    .fetch_one(connection)
                    .await?;
            serde_json::from_str(&held).map_err(|fault| sqlx::Error::Decode(fault.into()))
        })
    }

    fn commit(&mut self, held: &Held) -> sqlx::Result<()> {
        let (connection, run) = (&mut self.connection, self.run);
        self.runtime.block_on(async {
            sqlx::query("update bpmn_probe.runs set held = $2 where id = $1")
                .bind(run)
                .bind(written(held)?)
                .execute(&mut *connection)
                .await?;
            sqlx::raw_sql("commit").execute(connection).await?;
            Ok(())
        })
    }
}

fn written(held: &Held) -> sqlx::Result<String> {
    serde_json::to_string(held).map_err(|fault| sqlx::Error::Encode(fault.into()))
}

/// The row has served its end. Where it stays, nobody is harmed.
impl Drop for Database {
    fn drop(&mut self) {
        let (connection, run) = (&mut self.connection, self.run);
        let _ = self.runtime.block_on(
            sqlx::query("delete from bpmn_probe.runs where id = $1").bind(run).execute(connection),
        );
    }
}
