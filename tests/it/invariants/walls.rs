//! No row is reachable without its tenant: the catalogue of the database says so itself.

use sqlx::{Connection as _, PgConnection, Row as _};

use crate::support::Database;

/// The tables without a wall. This list only shrinks.
const SHARED: &[&str] = &["jobs", "tenants", "_sqlx_migrations"];

/// The tables whose wall has a window: everybody reads them, their own tenant alone writes. What
/// stands in one was published to the world.
const WINDOWED: &[&str] = &["directory_services"];

/// Tables that lack the wall, in part or whole: row-level security enabled and forced, and one
/// policy for reading and writing on the tenant, windows not counted.
const UNWALLED: &str = "
    select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind in ('r', 'p')
      and not (c.relrowsecurity and c.relforcerowsecurity
               and (select count(*) = 1 and bool_and(polqual is not null and polwithcheck is not null)
                    from pg_policy where polrelid = c.oid
                    and not (polname = 'show_window' and polcmd = 'r')))
    order by 1";

/// Tables with a window in their wall.
const WINDOWS: &str = "
    select polrelid::regclass::text from pg_policy where polname <> 'wall' order by 1";

/// Primary keys, unique constraints and indexes of walled tables that do not begin with `tenant_id`.
const KEYS: &str = "
    select i.indexrelid::regclass::text from pg_index i
    join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
    left join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
    join pg_am am on am.oid = (select relam from pg_class where oid = i.indexrelid)
    where n.nspname = 'public' and c.relrowsecurity and am.amname = 'btree'
      and a.attname is distinct from 'tenant_id'
    order by 1";

/// Foreign keys of walled tables that do not carry `tenant_id` on both sides in first place.
const FOREIGN: &str = "
    select k.conname from pg_constraint k
    join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
    join pg_attribute f on f.attrelid = k.confrelid and f.attnum = k.confkey[1]
    where n.nspname = 'public' and k.contype = 'f' and c.relrowsecurity
      and (a.attname <> 'tenant_id' or f.attname <> 'tenant_id')
    order by 1";

/// Ways around a wall: views that read as their owner, materialised ones, functions that run as
/// their owner, sequences that show how much others do.
const AROUND: &str = "
    select c.relname::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and (c.relkind in ('m', 'S')
          or (c.relkind = 'v' and not coalesce('security_invoker=true' = any(c.reloptions), false)))
    union all
    select p.proname::text from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname = 'public' and p.prosecdef
    order by 1";

async fn list(connection: &mut PgConnection, query: &'static str) -> Vec<String> {
    let rows = sqlx::query(query).fetch_all(connection).await.expect("a catalogue query");
    rows.iter().map(|r| r.get::<String, _>(0)).collect()
}

#[tokio::test]
async fn every_table_is_walled_or_listed() {
    let database = Database::open(1).await;
    let mut superuser = database.superuser().await;
    let mut unwalled = list(&mut superuser, UNWALLED).await;
    unwalled.retain(|t| !SHARED.contains(&t.as_str()));
    assert_eq!(unwalled, Vec::<String>::new());
    assert_eq!(list(&mut superuser, WINDOWS).await, WINDOWED);
    assert_eq!(list(&mut superuser, KEYS).await, Vec::<String>::new());
    assert_eq!(list(&mut superuser, FOREIGN).await, Vec::<String>::new());
    assert_eq!(list(&mut superuser, AROUND).await, Vec::<String>::new());
}

#[tokio::test]
async fn a_planted_hole_is_found() {
    let database = Database::open(1).await;
    let mut superuser = database.superuser().await;
    let holes = [
        ("create table bare (tenant_id uuid, id uuid)", UNWALLED, "bare"),
        (
            "create table open_to_owner (tenant_id uuid, id uuid);
             alter table open_to_owner enable row level security",
            UNWALLED,
            "open_to_owner",
        ),
        (
            "create table wrong_key (tenant_id uuid, id uuid primary key); call wall('wrong_key')",
            KEYS,
            "wrong_key_pkey",
        ),
        (
            "create table loose (tenant_id uuid not null, id uuid, case_id uuid,
                 primary key (tenant_id, id));
             alter table cases add constraint cases_id_alone unique (id);
             alter table loose add constraint loose_case foreign key (case_id) references cases (id);
             call wall('loose')",
            FOREIGN,
            "loose_case",
        ),
        ("call show_window('cases')", WINDOWS, "cases"),
        (
            "create policy show_window on cases using (true)",
            UNWALLED,
            "cases",
        ),
        ("create view peek as select * from cases", AROUND, "peek"),
        (
            "create function peep() returns bigint language sql security definer
             as 'select count(*) from cases'",
            AROUND,
            "peep",
        ),
    ];
    for (hole, query, name) in holes {
        let mut transaction = superuser.begin().await.expect("a transaction");
        sqlx::raw_sql(hole).execute(&mut *transaction).await.expect("a hole");
        let found = list(&mut transaction, query).await;
        assert!(found.iter().any(|f| f == name), "{name} is not found: {found:?}");
        transaction.rollback().await.expect("undone");
    }
}

#[tokio::test]
async fn the_running_role_is_a_plain_one_and_cannot_rewrite_history() {
    let database = Database::open(1).await;
    let mut superuser = database.superuser().await;
    let powers = "
        select rolname::text from pg_roles where rolname = 'it_plain' and
            (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)
        union all
        select tablename::text from pg_tables where tableowner = 'it_plain'
        union all
        select distinct table_name || ' ' || privilege_type from information_schema.role_table_grants
        where grantee = 'it_plain' and (privilege_type in ('TRUNCATE', 'TRIGGER', 'REFERENCES')
            or (table_name in ('audit_lines', 'audit_seals', 'events', 'letters', 'decisions', 'commands_seen')
                and privilege_type in ('UPDATE', 'DELETE'))
            or (table_name in ('cases', 'tasks', 'referrals', 'notices', 'accounts', 'staff')
                and privilege_type = 'DELETE'))";
    assert_eq!(list(&mut superuser, powers).await, Vec::<String>::new());
}
