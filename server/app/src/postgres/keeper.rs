//! The thread that starts the database, watches it and stops it.
//!
//! The system tells a child of its parent's death when the *thread* that started it ends; so one
//! thread does nothing else for as long as the child lives.

use std::io;
use std::os::unix::process::CommandExt as _;
use std::process::{Child, Command};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::Context as _;
use tokio::sync::watch;

use crate::system::{self, Signal};

const LOOK_EVERY: Duration = Duration::from_millis(50);
/// How long each way of asking it to stop is given before the next, ruder one.
const PATIENCE: [(Signal, Duration); 3] = [
    (Signal::Interrupt, Duration::from_secs(20)),
    (Signal::Quit, Duration::from_secs(5)),
    (Signal::Kill, Duration::from_secs(5)),
];

#[derive(Debug)]
pub(super) struct Keeper {
    /// Dropped to say "stop".
    order: Option<Sender<()>>,
    ended: watch::Receiver<bool>,
    thread: Option<thread::JoinHandle<()>>,
}

impl Keeper {
    pub(super) fn start(mut command: Command) -> anyhow::Result<Self> {
        // A group of its own, or Ctrl-C in a terminal would stop it before the server has drained.
        command.process_group(0);
        system::interrupt_with_parent(&mut command);
        let (order, orders) = mpsc::channel();
        let (started, start) = mpsc::channel();
        let (ending, ended) = watch::channel(false);
        let thread = thread::Builder::new().name("postgres".to_owned()).spawn(move || {
            let spawned = command.spawn();
            let said = spawned.as_ref().map(|_| ()).map_err(|error| io::Error::from(error.kind()));
            if started.send(said).is_ok()
                && let Ok(child) = spawned
            {
                keep(child, &orders);
            }
            ending.send_replace(true);
        })?;
        start.recv().context("the thread of the database ended")?.context("cannot be started")?;
        Ok(Self { order: Some(order), ended, thread: Some(thread) })
    }

    pub(super) fn has_ended(&self) -> bool {
        *self.ended.borrow()
    }

    pub(super) async fn ended(&self) {
        // An error means that the thread is gone, and so is the child.
        let _ = self.ended.clone().wait_for(|ended| *ended).await;
    }

    pub(super) async fn stop(mut self) {
        self.order = None;
        self.ended().await;
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        self.order = None;
        if let Some(thread) = self.thread.take()
            && thread.join().is_err()
        {
            tracing::error!("the thread of the database panicked");
        }
    }
}

fn keep(mut child: Child, orders: &Receiver<()>) {
    while let Err(RecvTimeoutError::Timeout) = orders.recv_timeout(LOOK_EVERY) {
        if !matches!(child.try_wait(), Ok(None)) {
            return;
        }
    }
    for (signal, patience) in PATIENCE {
        system::signal(child.id(), signal);
        if ends_within(&mut child, patience) {
            return;
        }
        tracing::warn!(?signal, "the database does not stop");
    }
}

fn ends_within(child: &mut Child, patience: Duration) -> bool {
    let asked = Instant::now();
    while asked.elapsed() < patience {
        if !matches!(child.try_wait(), Ok(None)) {
            return true;
        }
        thread::sleep(Duration::from_millis(5));
    }
    false
}
