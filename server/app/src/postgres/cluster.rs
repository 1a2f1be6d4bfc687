//! One cluster: its files, how it is made, and the command that serves it.

use std::fs::{self, File};
use std::io;
use std::net::{Ipv4Addr, TcpListener};
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context as _, bail};

use crate::folder::Account;

/// The longest path of a Unix socket is 107 bytes; its name takes 20 of them.
const LONGEST_SOCKET_FOLDER: usize = 87;
/// Of the server's log, what an error message repeats.
const LAST_WORDS: usize = 2_000;

/// For a machine with two cores that also does other things. Durability is PostgreSQL's own default
/// and stays: every acknowledged commit is on disk.
// Plans that were made while the tables were empty last until the tables are analysed: look often.
const SETTINGS: [&str; 8] = [
    "autovacuum_naptime=10s",
    "shared_buffers=32MB",
    "max_connections=60",
    "max_worker_processes=4",
    "jit=off",
    "log_min_messages=warning",
    "password_encryption=scram-sha-256",
    "timezone=UTC",
];

const FORGETFUL: [&str; 3] = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"];

#[derive(Debug)]
pub(super) struct Cluster {
    folder: PathBuf,
    programs: PathBuf,
    account: Option<Account>,
    port: u16,
}

impl Cluster {
    /// Nothing is started or made but the folder.
    pub(super) fn open(folder: PathBuf, programs: PathBuf) -> anyhow::Result<Self> {
        fs::create_dir_all(&folder)?;
        fs::set_permissions(&folder, fs::Permissions::from_mode(0o700))?;
        let account = Account::of_database()?;
        if let Some(account) = account {
            account.own(&folder)?;
        }
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
        Ok(Self { folder, programs, account, port })
    }

    pub(super) fn data(&self) -> PathBuf {
        self.folder.join("cluster")
    }

    /// Make the cluster, unless it is there.
    ///
    /// It is made under another name and renamed, so that a crash leaves no half a cluster behind.
    pub(super) fn create_once(&self, password: &str) -> anyhow::Result<()> {
        if self.data().join("PG_VERSION").exists() {
            return Ok(());
        }
        let draft = self.folder.join("cluster.draft");
        let password_file = self.folder.join("password.draft");
        remove(&draft)?;
        self.write_private(&password_file, password)?;
        let made = self
            .command("initdb")
            .args(["-U", "postgres", "-A", "scram-sha-256", "-E", "UTF8", "--locale=C.UTF-8"])
            .args(["--no-instructions", "-D"])
            .arg(&draft)
            .arg("--pwfile")
            .arg(&password_file)
            .output();
        fs::remove_file(&password_file)?;
        let made = made.context("initdb cannot be run")?;
        if !made.status.success() {
            bail!("initdb failed: {}", String::from_utf8_lossy(&made.stderr));
        }
        fs::rename(&draft, self.data()).context("the new cluster cannot be put in its place")
    }

    /// The command that serves the cluster.
    pub(super) fn server(&self, durable: bool) -> anyhow::Result<Command> {
        let log = self.open_log()?;
        let mut command = self.command("postgres");
        command.arg("-D").arg(self.data()).arg("-k").arg(&self.folder);
        command.args(["-h", "127.0.0.1", "-p", &self.port.to_string()]);
        let forgetful = FORGETFUL.iter().filter(|_| !durable);
        for setting in SETTINGS.iter().chain(forgetful) {
            command.args(["-c", setting]);
        }
        command.stdout(log.try_clone()?).stderr(log);
        Ok(command)
    }

    /// An address; through the socket where its path is short enough, which spares the TCP stack.
    pub(super) fn url(&self, role: &str, password: &str, database: &str) -> String {
        let address = format!("postgres://{role}:{password}@localhost:{}/{database}", self.port);
        match self.folder.to_str() {
            Some(folder) if folder.len() <= LONGEST_SOCKET_FOLDER => {
                format!("{address}?host={}", encoded(folder))
            }
            _ => address,
        }
    }

    /// The end of the server's log.
    pub(super) fn last_words(&self) -> String {
        let log = fs::read_to_string(self.log()).unwrap_or_default();
        let from = log.floor_char_boundary(log.len().saturating_sub(LAST_WORDS));
        log[from..].to_owned()
    }

    fn command(&self, program: &str) -> Command {
        let mut command = Command::new(self.programs.join(program));
        command.current_dir("/").env("LC_ALL", "C.UTF-8").stdin(Stdio::null());
        if let Some(account) = self.account {
            account.run(&mut command);
        }
        command
    }

    fn log(&self) -> PathBuf {
        self.folder.join("postgres.log")
    }

    fn open_log(&self) -> anyhow::Result<File> {
        let log = self.log();
        if log.exists() {
            fs::rename(&log, log.with_extension("log.old"))?;
        }
        File::create(&log).context("the database's log cannot be written")
    }

    fn write_private(&self, path: &Path, text: &str) -> anyhow::Result<()> {
        // The folder lets nobody else in, so the file is never open to others.
        fs::write(path, text)?;
        fs::set_permissions(path, fs::Permissions::from_mode(0o600))?;
        if let Some(account) = self.account {
            account.own(path)?;
        }
        Ok(())
    }
}

fn remove(folder: &Path) -> io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        result => result,
    }
}

fn hex(digit: u8) -> char {
    char::from_digit(digit.into(), 16).unwrap_or('0').to_ascii_uppercase()
}

/// Percent-encoding for a value in an address's query.
fn encoded(path: &str) -> String {
    let mut text = String::new();
    for byte in path.bytes() {
        match byte {
            b'/' | b'-' | b'_' | b'.' | b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' => {
                text.push(byte.into());
            }
            _ => text.extend(['%', hex(byte >> 4), hex(byte & 15)]),
        }
    }
    text
}
