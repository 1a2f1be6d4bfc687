//! The server under test: a process of its own over a data folder of its own, started, killed and
//! started again.

use std::collections::VecDeque;
use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt as _;
use std::os::unix::process::ExitStatusExt as _;
use std::path::{Path, PathBuf};
use std::process::{Output, Stdio};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use anyhow::{Context as _, bail, ensure};
use tempfile::TempDir;
use tokio::io::{AsyncBufReadExt as _, BufReader, Lines};
use tokio::process::{Child, ChildStderr, Command};
use tokio::sync::watch;
use tokio::time::{Instant, sleep, timeout};

/// A first start makes a database cluster, on a machine that others use as well.
const READY_WITHIN: Duration = Duration::from_mins(2);
const ENDS_WITHIN: Duration = Duration::from_mins(1);
/// SIGKILL, on every system.
const KILL: i32 = 9;
/// What the server says when it is up; the port follows the last colon.
const READY: &str = "Mizban is ready at ";
/// As many lines of its log are kept to be shown when something goes wrong.
const LAST_LINES: usize = 30;

/// Settings of the server beside those of every house, by their names in the environment.
pub(crate) type Settings = Vec<(&'static str, String)>;

/// The server and where it lives. Dropping it kills the one and removes the other.
pub(crate) struct House {
    // Killed before its folder is removed: fields are dropped in this order.
    child: Option<Child>,
    place: TempDir,
    settings: Settings,
    /// The public port while the server is up.
    port: watch::Sender<Option<u16>>,
    log: Log,
}

impl House {
    /// An empty house.
    pub(crate) fn new(settings: Settings) -> anyhow::Result<Self> {
        let place = tempfile::Builder::new().prefix("mizban-kill-").tempdir()?;
        // The database's account must be able to pass through when tests run as root.
        fs::set_permissions(place.path(), Permissions::from_mode(0o711))?;
        let port = watch::Sender::new(None);
        Ok(Self { child: None, place, settings, port, log: Log::default() })
    }

    pub(crate) fn data(&self) -> PathBuf {
        self.place.path().join("data")
    }

    /// Where the server can be reached, now and after each start.
    pub(crate) fn port(&self) -> watch::Receiver<Option<u16>> {
        self.port.subscribe()
    }

    /// Start the server and wait until it says that it is ready.
    pub(crate) async fn open(&mut self) -> anyhow::Result<()> {
        let mut child = self.command("serve")?.stderr(Stdio::piped()).spawn()?;
        let stderr = child.stderr.take().context("the server's log")?;
        self.child = Some(child);
        let mut lines = BufReader::new(stderr).lines();
        let port =
            timeout(READY_WITHIN, self.log.until_ready(&mut lines)).await.map_err(|_| {
                anyhow::anyhow!("the server is not ready in time:\n{}", self.log.show())
            })??;
        // Read to its end, or the server would wait for room in the pipe.
        tokio::spawn(self.log.clone().keep(lines));
        self.port.send_replace(Some(port));
        Ok(())
    }

    /// End it as a power cut would: no signal handler, no goodbye.
    pub(crate) async fn kill(&mut self) -> anyhow::Result<()> {
        self.port.send_replace(None);
        let mut child = self.child.take().context("no server to kill")?;
        child.start_kill()?;
        let ended = child.wait().await?;
        ensure!(
            ended.signal() == Some(KILL),
            "it ended by itself, with {ended}:\n{}",
            self.log.show()
        );
        Ok(())
    }

    /// Ask it to stop, and see that it does, and without a complaint.
    pub(crate) async fn close(&mut self) -> anyhow::Result<()> {
        self.port.send_replace(None);
        let mut child = self.child.take().context("no server to stop")?;
        let pid = child.id().context("it ended by itself")?.to_string();
        let told = Command::new("kill").args(["-TERM", &pid]).status().await?;
        ensure!(told.success(), "the server cannot be told to stop");
        let ended =
            timeout(ENDS_WITHIN, child.wait()).await.context("the server does not stop")??;
        ensure!(ended.success(), "the server stopped with {ended}:\n{}", self.log.show());
        Ok(())
    }

    /// What `mizban audit verify` says, and whether it found the chains to hold.
    pub(crate) async fn audit(&self) -> anyhow::Result<(bool, String)> {
        ensure!(self.child.is_none(), "the data folder is in use");
        let told = self.command("audit")?.arg("verify").output();
        let Output { status, stdout, stderr } = timeout(READY_WITHIN, told).await??;
        Ok((status.success(), String::from_utf8_lossy(&[stdout, stderr].concat()).into_owned()))
    }

    /// Remove everything, whatever state it is in.
    pub(crate) async fn clear(mut self) -> anyhow::Result<()> {
        if let Some(mut child) = self.child.take() {
            child.kill().await?;
        }
        // The database follows its server, and would go on writing into the folder meanwhile.
        let running = self.data().join("postgres/cluster/postmaster.pid");
        let asked = Instant::now();
        while running.exists() && asked.elapsed() < ENDS_WITHIN {
            sleep(Duration::from_millis(20)).await;
        }
        self.place.close().context("the folder of the test")
    }

    /// The last lines of the server's log.
    pub(crate) fn log(&self) -> String {
        self.log.show()
    }

    fn command(&self, word: &str) -> anyhow::Result<Command> {
        let mut command = Command::new(std::env::current_exe()?);
        // Nothing of the caller's own configuration may reach it.
        command.env_clear().arg(word);
        for name in ["PATH", "TMPDIR"] {
            command.envs(std::env::var_os(name).map(|value| (name, value)));
        }
        command.env("MIZBAN_DATA_FOLDER", self.data());
        for name in ["MIZBAN_LISTEN_PUBLIC", "MIZBAN_LISTEN_INTERNAL"] {
            command.env(name, "127.0.0.1:0");
        }
        command.envs(self.settings.iter().map(|(name, value)| (*name, value)));
        command.stdin(Stdio::null()).stdout(Stdio::null()).kill_on_drop(true);
        Ok(command)
    }
}

/// The end of the server's log.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<VecDeque<String>>>);

impl Log {
    async fn until_ready(&self, lines: &mut Lines<BufReader<ChildStderr>>) -> anyhow::Result<u16> {
        while let Some(line) = lines.next_line().await? {
            if line.starts_with(READY) {
                let port = line.rsplit(':').next().and_then(|port| port.parse().ok());
                return port.with_context(|| format!("no port in {line:?}"));
            }
            self.push(line);
        }
        bail!("the server did not start:\n{}", self.show())
    }

    async fn keep(self, mut lines: Lines<BufReader<ChildStderr>>) {
        while let Ok(Some(line)) = lines.next_line().await {
            self.push(line);
        }
    }

    fn push(&self, line: String) {
        let mut lines = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        lines.push_back(line);
        if lines.len() > LAST_LINES {
            lines.pop_front();
        }
    }

    fn show(&self) -> String {
        let lines = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        lines.iter().flat_map(|line| ["  ", line, "\n"]).collect()
    }
}

/// A file of the data folder, read whole.
pub(crate) fn read(folder: &Path, name: &str) -> anyhow::Result<String> {
    fs::read_to_string(folder.join(name)).with_context(|| format!("{name} in the data folder"))
}
