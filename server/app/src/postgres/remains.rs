//! What an earlier server's database may have left: processes that still shut down, and a pid file.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::bail;

/// A fast shutdown writes a checkpoint first.
const GONE_WITHIN: Duration = Duration::from_secs(20);
const LOOK_EVERY: Duration = Duration::from_millis(20);

/// Wait until no process works in the cluster, and clear away a pid file that would mislead.
///
/// Every process of PostgreSQL has the cluster as its working folder, and a dead one that nobody
/// has waited for (a zombie) has none: so this rule needs no pid file to be true. PostgreSQL itself
/// would take a zombie, or a stranger that was given the same number, for the old server.
pub(super) async fn wait_until_gone(cluster: &Path) -> anyhow::Result<()> {
    let asked = Instant::now();
    while is_in_use(cluster)? {
        if asked.elapsed() > GONE_WITHIN {
            bail!("an earlier database still works in {}", cluster.display());
        }
        tokio::time::sleep(LOOK_EVERY).await;
    }
    let pid_file = cluster.join("postmaster.pid");
    if names_a_process(&pid_file) {
        fs::remove_file(pid_file)?;
    }
    Ok(())
}

pub(super) fn is_in_use(cluster: &Path) -> anyhow::Result<bool> {
    for entry in fs::read_dir("/proc")? {
        let entry = entry?;
        let is_process =
            entry.file_name().as_encoded_bytes().first().is_some_and(u8::is_ascii_digit);
        if is_process && fs::read_link(entry.path().join("cwd")).is_ok_and(|cwd| cwd == cluster) {
            return Ok(true);
        }
    }
    Ok(false)
}

fn names_a_process(pid_file: &Path) -> bool {
    let text = fs::read_to_string(pid_file).unwrap_or_default();
    let pid = text.lines().next().and_then(|line| line.trim().parse::<u32>().ok());
    pid.is_some_and(|pid| Path::new("/proc").join(pid.to_string()).exists())
}
