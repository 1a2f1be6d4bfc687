//! A client that a generator made of the API's document compiles and submits a request with a document
//! (`tests/client`), through the server's own socket.

use std::path::{Path, PathBuf};
use std::process::Output;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context as _, ensure};
use app::config::Limits;
use app::http::Server;
use app::wiring;
use tokio::net::TcpListener;
use tokio::process::Command;
use tokio::time::timeout;
use uuid::Uuid;

use crate::stories::cast::MOBILE;
use crate::support::TestDesk;

/// It takes seconds on an idle machine; builds of others may run beside it.
const PATIENCE: Duration = Duration::from_mins(3);

#[tokio::test(flavor = "multi_thread")]
async fn a_generated_client_submits_a_request_with_a_document() -> anyhow::Result<()> {
    ensure!(folder().join("node_modules").exists(), "`make test` installs what the client needs");
    let desk = TestDesk::open().await;
    desk.applicant("fda", MOBILE).await;
    let program = desk.program("fda", MOBILE).await;
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let server = Server::start(listener, Arc::new(wiring::site(&desk.state)), &Limits::default())?;
    let origin = format!("http://fda.localhost:{}", server.address().port());

    run("npm", &["run", "--silent", "generate"]).await.context("the generator")?;
    run("npm", &["run", "--silent", "build"]).await.context("the types of the client")?;
    let told = run("node", &["generated/submit.js", &origin, &program.token]).await;
    server.stop(Duration::ZERO).await;
    let case: Uuid = told.context("the client")?.trim().parse()?;

    let (channel, documents): (String, i64) = sqlx::query_as(
        "select c.channel, (select count(*) from documents d where d.case_id = c.id)
         from cases c where c.id = $1",
    )
    .bind(case)
    .fetch_one(&mut desk.database.superuser().await)
    .await?;
    assert_eq!((channel.as_str(), documents), ("api", 1));
    Ok(())
}

/// What a program says, when it ends well.
async fn run(program: &str, arguments: &[&str]) -> anyhow::Result<String> {
    let mut command = Command::new(program);
    command.args(arguments).current_dir(folder()).kill_on_drop(true);
    let Output { status, stdout, stderr } =
        timeout(PATIENCE, command.output()).await.context("it takes too long")??;
    let told = String::from_utf8_lossy(&stdout).into_owned();
    ensure!(status.success(), "{told}{}", String::from_utf8_lossy(&stderr));
    Ok(told)
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("client")
}
