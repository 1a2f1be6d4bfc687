use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use sqlx::{AssertSqlSafe, Connection as _, PgConnection, PgPool};
use tempfile::TempDir;

use super::{Launch, Postgres, Urls, programs, remains};
use crate::folder::Folder;
use crate::roles;

fn place() -> TempDir {
    use std::os::unix::fs::PermissionsExt as _;
    let place = tempfile::tempdir().unwrap();
    fs::set_permissions(place.path(), fs::Permissions::from_mode(0o711)).unwrap();
    place
}

async fn start(folder: &Folder) -> anyhow::Result<Postgres> {
    Postgres::start(Launch { folder, programs: Path::new(""), durable: false }).await
}

async fn run(url: &str, statement: &'static str) -> Result<(), sqlx::Error> {
    let mut connection = PgConnection::connect(url).await?;
    sqlx::raw_sql(statement).execute(&mut connection).await?;
    connection.close().await
}

async fn count(url: &str) -> i64 {
    let mut connection = PgConnection::connect(url).await.unwrap();
    sqlx::query_scalar("select count(*) from notes").fetch_one(&mut connection).await.unwrap()
}

fn postmaster(postgres: &Postgres) -> u32 {
    let pid_file = postgres.cluster.data().join("postmaster.pid");
    fs::read_to_string(pid_file).unwrap().lines().next().unwrap().parse().unwrap()
}

#[tokio::test]
async fn it_starts_again_on_the_same_data() {
    let place = place();
    let folder = Folder::open(place.path()).unwrap();
    let first = start(&folder).await.unwrap();
    let Urls { owner, .. } = first.urls();
    run(&owner, "create table notes (id int); insert into notes values (1)").await.unwrap();
    first.stop().await;
    assert!(run(&owner, "select 1").await.is_err(), "it still answers");

    let started = Instant::now();
    let second = start(&folder).await.unwrap();
    let took = started.elapsed();
    assert_eq!(count(&second.urls().owner).await, 1);
    // About 0.15 s on a quiet machine; a whole initdb takes more than a second.
    assert!(took < Duration::from_secs(5), "a warm start took {took:?}");
}

#[tokio::test]
async fn it_recovers_when_it_was_killed() {
    let place = place();
    let folder = Folder::open(place.path()).unwrap();
    let launch = Launch { folder: &folder, programs: Path::new(""), durable: true };
    let first = Postgres::start(launch).await.unwrap();
    run(&first.urls().owner, "create table notes (id int); insert into notes values (1)")
        .await
        .unwrap();
    let pid = postmaster(&first);
    assert!(Command::new("kill").args(["-9", &pid.to_string()]).status().unwrap().success());
    tokio::time::timeout(Duration::from_secs(5), first.ended()).await.expect("nobody noticed");
    drop(first);

    let second = start(&folder).await.unwrap();
    assert_eq!(count(&second.urls().owner).await, 1);
}

#[tokio::test]
async fn a_pid_file_that_names_a_stranger_is_cleared_away() {
    let place = place();
    let folder = Folder::open(place.path()).unwrap();
    let first = start(&folder).await.unwrap();
    let pid_file = first.cluster.data().join("postmaster.pid");
    let text = fs::read_to_string(&pid_file).unwrap();
    let (own, rest) = text.split_once('\n').unwrap();
    assert_ne!(own, "1");
    let stale = format!("1\n{rest}");
    first.stop().await;
    fs::write(&pid_file, stale).unwrap();

    start(&folder).await.expect("process 1 is no database");
}

#[tokio::test]
async fn a_cluster_in_use_is_waited_for() {
    let place = place();
    let folder = Folder::open(place.path()).unwrap();
    let postgres = start(&folder).await.unwrap();
    let data = postgres.cluster.data();
    assert!(remains::is_in_use(&data).unwrap());
    let waiting = tokio::spawn({
        let data = data.clone();
        async move { remains::wait_until_gone(&data).await }
    });
    tokio::time::sleep(Duration::from_millis(200)).await;
    assert!(!waiting.is_finished());
    postgres.stop().await;
    waiting.await.unwrap().unwrap();
    assert!(!remains::is_in_use(&data).unwrap());
}

#[tokio::test]
async fn the_running_role_is_plain_and_any_other_is_refused() {
    let place = place();
    let folder = Folder::open(place.path()).unwrap();
    let postgres = start(&folder).await.unwrap();
    let Urls { owner, app } = postgres.urls();
    assert!(run(&app, "create table mine (id int)").await.is_err());
    run(&owner, "create table notes (id int)").await.unwrap();
    assert!(run(&app, "select * from notes").await.is_err(), "nothing was granted yet");
    run(
        &postgres.superuser_url(),
        "create role sly login bypassrls password 'x';
         create role heir login password 'x' in role mizban_owner;
         grant connect on database mizban to sly, heir",
    )
    .await
    .unwrap();

    let as_role = |role| app.replace(&app[11..app.find('@').unwrap()], &format!("{role}:x"));
    let super_here = postgres.superuser_url().replace("/postgres?", "/mizban?");
    for (url, allowed) in [
        (app.clone(), true),
        (owner, false),
        (super_here, false),
        (as_role("sly"), false),
        (as_role("heir"), false),
    ] {
        let pool = PgPool::connect(&url).await.unwrap();
        let verdict = roles::refuse_powerful(&pool).await;
        assert_eq!(verdict.is_ok(), allowed, "{verdict:?}");
    }
}

#[tokio::test]
async fn a_committed_row_is_on_disk_unless_a_test_asked_otherwise() {
    for (durable, fsync) in [(true, "on"), (false, "off")] {
        let place = place();
        let folder = Folder::open(place.path()).unwrap();
        let launch = Launch { folder: &folder, programs: Path::new(""), durable };
        let postgres = Postgres::start(launch).await.unwrap();
        let mut connection = PgConnection::connect(&postgres.urls().app).await.unwrap();
        for setting in ["fsync", "synchronous_commit", "full_page_writes"] {
            let show = AssertSqlSafe(format!("show {setting}"));
            let value: String = sqlx::query_scalar(show).fetch_one(&mut connection).await.unwrap();
            assert_eq!(value, fsync, "{setting}");
        }
    }
}

#[tokio::test]
async fn a_wrong_password_is_told_at_once() {
    let place = place();
    let folder = Folder::open(place.path()).unwrap();
    start(&folder).await.unwrap().stop().await;
    fs::write(place.path().join("secrets/postgres-superuser"), "wrong").unwrap();
    let started = Instant::now();
    let error = start(&folder).await.unwrap_err();
    assert!(format!("{error:#}").contains("does not let us in"), "{error:#}");
    assert!(started.elapsed() < Duration::from_secs(10));
}

#[test]
fn the_newest_programs_that_are_new_enough_are_taken() {
    let place = tempfile::tempdir().unwrap();
    for (version, whole) in [("9", true), ("14", true), ("15", true), ("16", true), ("17", false)] {
        let bin = place.path().join(version).join("bin");
        fs::create_dir_all(&bin).unwrap();
        if whole {
            fs::write(bin.join("postgres"), "").unwrap();
        }
    }
    fs::create_dir_all(place.path().join("common/bin")).unwrap();
    assert_eq!(programs::newest_in(place.path()), Some(place.path().join("16/bin")));
    assert_eq!(programs::newest_in(&place.path().join("common")), None);
    assert!(programs::find(place.path()).is_err(), "a folder without the programs");
}
