//! The pages in a real browser: the server as it starts by default, and scripts that play everybody in
//! Chromium (`tests/pages`): the whole journey, and a walk through every page there is.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::Output;
use std::time::Duration;

use anyhow::{Context as _, ensure};
use app::Config;
use app::serve::Running;
use tempfile::TempDir;
use tokio::process::Command;
use tokio::time::timeout;

/// The journey takes less than a minute on an idle machine, the walk less than four; builds and tests
/// of others may run beside them.
const PATIENCE: Duration = Duration::from_mins(30);

#[tokio::test(flavor = "multi_thread")]
async fn a_request_is_played_from_submission_to_answer_in_a_browser() -> anyhow::Result<()> {
    passes("journey.mjs").await
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_is_accessible_in_both_languages_and_at_both_widths() -> anyhow::Result<()> {
    passes("surfaces.mjs").await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_service_is_changed_in_the_list_of_steps_and_a_request_runs_on_it() -> anyhow::Result<()>
{
    passes("change.mjs").await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_process_is_drawn_in_a_browser_and_nothing_of_it_is_lost() -> anyhow::Result<()> {
    passes("drawing.mjs").await
}

/// Plays a script before a server of its own.
async fn passes(script: &str) -> anyhow::Result<()> {
    let place = place()?;
    let running = Running::start(config(place.path())).await?;
    let played = timeout(PATIENCE, play(script, &running.addresses().directory)).await;
    running.stop().await;
    let Output { status, stdout, stderr } = played.context("it takes too long")??;
    let told = String::from_utf8_lossy(&[stdout, stderr].concat()).into_owned();
    ensure!(status.success(), "{told}");
    Ok(())
}

async fn play(script: &str, directory: &str) -> anyhow::Result<Output> {
    let script = scripts().join(script);
    ensure!(scripts().join("node_modules").exists(), "`make test` installs what the scripts need");
    let mut command = Command::new("node");
    // Whoever is tired of waiting also ends the script, and the script its browser.
    command.arg(script).arg(directory).kill_on_drop(true);
    command.output().await.context("node")
}

fn scripts() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("pages")
}

/// Everything embedded, as with no configuration at all, but on free ports.
fn config(place: &Path) -> Config {
    let mut config = Config::default();
    config.data.folder = place.join("data");
    config.listen.public.set_port(0);
    config.listen.internal.set_port(0);
    config
}

fn place() -> anyhow::Result<TempDir> {
    let place = tempfile::Builder::new().prefix("mizban-pages-").tempdir()?;
    // The database's account must be able to pass through when tests run as root.
    fs::set_permissions(place.path(), Permissions::from_mode(0o711))?;
    Ok(place)
}
