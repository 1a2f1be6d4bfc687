//! The server that is measured: a process of its own over a data folder of its own.

use std::collections::VecDeque;
use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use anyhow::{Context as _, bail, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use rand::RngCore as _;
use tempfile::TempDir;
use tokio::io::{AsyncBufReadExt as _, BufReader, Lines};
use tokio::process::{Child, ChildStderr, Command};
use tokio::time::timeout;

/// A first start makes the database cluster.
const READY_WITHIN: Duration = Duration::from_mins(2);
const ENDS_WITHIN: Duration = Duration::from_mins(1);
/// What the server says when it is up; the port follows the last colon.
const READY: &str = "Mizban is ready at ";
/// As many lines of its log are kept to be shown when something goes wrong.
const LAST_LINES: usize = 30;

/// The server and where it lives. Dropping it kills the one and removes the other.
pub(crate) struct House {
    // Killed before its folder is removed: fields are dropped in this order.
    server: Option<Server>,
    place: TempDir,
    key: [u8; 32],
    log: Log,
}

struct Server {
    child: Child,
    port: u16,
}

impl House {
    /// An empty one. It lies on the disk of the temporary folder, so that commits cost what they
    /// cost.
    pub(crate) fn new() -> anyhow::Result<Self> {
        let place = tempfile::Builder::new().prefix("mizban-bench-").tempdir()?;
        // The database's account must be able to pass through when this is run by root.
        fs::set_permissions(place.path(), Permissions::from_mode(0o711))?;
        let mut key = [0; 32];
        rand::rng().fill_bytes(&mut key);
        Ok(Self { server: None, place, key, log: Log::default() })
    }

    /// Start the server; how long it took to be ready.
    pub(crate) async fn open(&mut self) -> anyhow::Result<Duration> {
        let began = Instant::now();
        let mut child = self.command()?.spawn().context("the server does not start")?;
        let stderr = child.stderr.take().context("the server's log")?;
        let mut lines = BufReader::new(stderr).lines();
        let port = timeout(READY_WITHIN, self.log.until_ready(&mut lines)).await;
        let port = port.context("the server is not ready in time")??;
        let ready_after = began.elapsed();
        // The pipe must not fill up while the server goes on logging.
        tokio::spawn(self.log.clone().keep(lines));
        self.server = Some(Server { child, port });
        Ok(ready_after)
    }

    /// Stop the server in order.
    pub(crate) async fn close(&mut self) -> anyhow::Result<()> {
        let Some(mut server) = self.server.take() else { return Ok(()) };
        let pid = server.child.id().context("the server has ended by itself")?;
        let asked = Command::new("kill").args(["-TERM", &pid.to_string()]).status().await?;
        ensure!(asked.success(), "the server cannot be asked to stop");
        let ended = timeout(ENDS_WITHIN, server.child.wait()).await;
        let ended = ended.context("the server does not stop")??;
        ensure!(ended.success(), "the server ended badly:\n{}", self.log.last_words());
        Ok(())
    }

    pub(crate) fn port(&self) -> anyhow::Result<u16> {
        Ok(self.server()?.port)
    }

    pub(crate) fn pid(&self) -> anyhow::Result<u32> {
        self.server()?.child.id().context("the server has ended by itself")
    }

    pub(crate) fn data(&self) -> PathBuf {
        self.place.path().join("data")
    }

    /// The deployment key that the server was given.
    pub(crate) fn key(&self) -> [u8; 32] {
        self.key
    }

    pub(crate) fn last_words(&self) -> String {
        self.log.last_words()
    }

    fn server(&self) -> anyhow::Result<&Server> {
        self.server.as_ref().context("no server is running")
    }

    fn command(&self) -> anyhow::Result<Command> {
        let program = std::env::current_exe()?.with_file_name("mizban");
        ensure!(program.is_file(), "there is no {}", program.display());
        let mut command = Command::new(program);
        command
            .arg("serve")
            .env("MIZBAN_DATA_FOLDER", self.data())
            .env("MIZBAN_LISTEN_PUBLIC", "127.0.0.1:0")
            .env("MIZBAN_LISTEN_INTERNAL", "127.0.0.1:0")
            .env("MIZBAN_LIMITS_LOOK_UPS", "0")
            .env("MIZBAN_SECRETS_KEY", STANDARD.encode(self.key))
            .env("MIZBAN_LOG_FILTER", "warn")
            // As it is shipped: nobody pays for stack traces of errors that are handled.
            .env_remove("RUST_BACKTRACE")
            .stdin(Stdio::null())
            .stderr(Stdio::piped())
            .kill_on_drop(true);
        Ok(command)
    }
}

/// A file of the data folder.
pub(crate) fn read(data: &Path, name: &str) -> anyhow::Result<String> {
    fs::read_to_string(data.join(name)).with_context(|| format!("{name} of the data folder"))
}

/// The last lines that the server wrote.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<VecDeque<String>>>);

impl Log {
    async fn until_ready(&self, lines: &mut Lines<BufReader<ChildStderr>>) -> anyhow::Result<u16> {
        while let Some(line) = lines.next_line().await? {
            if let Some(address) = line.strip_prefix(READY) {
                let port = address.trim_end_matches('/').rsplit(':').next().unwrap_or_default();
                return port.parse().with_context(|| format!("no port in {address}"));
            }
            self.note(line);
        }
        bail!("the server ended:\n{}", self.last_words())
    }

    async fn keep(self, mut lines: Lines<BufReader<ChildStderr>>) {
        while let Ok(Some(line)) = lines.next_line().await {
            self.note(line);
        }
    }

    fn note(&self, line: String) {
        let mut lines = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if lines.len() == LAST_LINES {
            lines.pop_front();
        }
        lines.push_back(line);
    }

    fn last_words(&self) -> String {
        let lines = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        lines.iter().map(String::as_str).collect::<Vec<_>>().join("\n")
    }
}
