//! The log of one test: all of it as far down as it goes, or the statements it sent.

use std::io;
use std::sync::{Arc, LazyLock, Mutex};

use regex::Regex;
use tracing::Dispatch;
use tracing::level_filters::LevelFilter;
use tracing::subscriber::{DefaultGuard, NoSubscriber};
use tracing_subscriber::filter::Targets;
use tracing_subscriber::layer::SubscriberExt as _;

/// Hears nothing, and makes every other listener be asked each time. With a single listener, whether
/// anybody wants a line is settled by the thread that comes to it first, which may be another test's.
static DEAF: LazyLock<Dispatch> = LazyLock::new(|| Dispatch::new(NoSubscriber::default()));

/// Listens to what this thread says; a test has one thread.
pub(super) struct Log {
    written: Written,
    _listening: DefaultGuard,
}

#[derive(Clone, Default)]
struct Written(Arc<Mutex<Vec<u8>>>);

impl io::Write for Written {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().expect("no writer panics").extend(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Log {
    pub(super) fn begin() -> Self {
        Self::of(Targets::new().with_default(LevelFilter::TRACE))
    }

    /// Of the statements alone, each with its whole text.
    pub(super) fn of_statements() -> Self {
        Self::of(Targets::new().with_target("sqlx::query", LevelFilter::DEBUG))
    }

    fn of(targets: Targets) -> Self {
        LazyLock::force(&DEAF);
        let written = Written::default();
        let writer = written.clone();
        let lines =
            tracing_subscriber::fmt::layer().with_ansi(false).with_writer(move || writer.clone());
        let listening = tracing_subscriber::registry().with(lines).with(targets);
        Self { written, _listening: tracing::subscriber::set_default(listening) }
    }

    /// What was said since the last time it was taken.
    pub(super) fn take(&self) -> String {
        let bytes = std::mem::take(&mut *self.written.0.lock().expect("no writer panics"));
        String::from_utf8_lossy(&bytes).into_owned()
    }

    pub(super) fn end(self) -> String {
        self.take()
    }

    /// The texts of the statements sent since the last time, in their order.
    pub(super) fn statements(&self) -> Vec<String> {
        // A short statement is all summary; the whole of a longer one follows it.
        let text = Regex::new(r#"summary="((?:[^"\\]|\\.)*)" db\.statement="((?:[^"\\]|\\.)*)""#)
            .expect("a pattern");
        let log = self.take();
        let found = text.captures_iter(&log);
        found.map(|c| if c[2].is_empty() { c[1].to_owned() } else { c[2].to_owned() }).collect()
    }
}
