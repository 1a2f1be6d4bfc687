//! What stands in front of two servers: it sends each request to one that says it is ready, to the
//! other the next time.

use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use tokio::sync::watch;
use tokio::task::JoinHandle;
use tokio::time::{sleep, timeout};

/// Far below the time that a server gives its balancer to notice.
const ASKS_EVERY: Duration = Duration::from_millis(50);
const ANSWERS_WITHIN: Duration = Duration::from_secs(1);
const BACK_WITHIN: Duration = Duration::from_mins(1);

/// The ports of a server.
#[derive(Debug, Clone, Copy)]
pub(super) struct At {
    pub(super) public: u16,
    /// Where it says whether it is ready.
    pub(super) internal: u16,
}

/// Asks until it is dropped.
pub(super) struct Balancer {
    ready: watch::Receiver<[bool; 2]>,
    port: watch::Receiver<Option<u16>>,
    tasks: [JoinHandle<()>; 2],
}

impl Balancer {
    pub(super) fn begin(servers: [At; 2]) -> Self {
        let (told, ready) = watch::channel([false; 2]);
        let (chosen, port) = watch::channel(None);
        let asking = tokio::spawn(ask(servers, Arc::new(told)));
        let choosing = tokio::spawn(choose(servers, ready.clone(), chosen));
        Self { ready, port, tasks: [asking, choosing] }
    }

    /// Where the next request goes.
    pub(super) fn port(&self) -> watch::Receiver<Option<u16>> {
        self.port.clone()
    }

    pub(super) async fn until_both(&self) -> anyhow::Result<()> {
        let mut ready = self.ready.clone();
        let both = timeout(BACK_WITHIN, ready.wait_for(|ready| *ready == [true; 2])).await;
        both.context("a server does not become ready")?.context("nobody asks any more")?;
        Ok(())
    }
}

impl Drop for Balancer {
    fn drop(&mut self) {
        self.tasks.iter().for_each(JoinHandle::abort);
    }
}

/// Each by itself: one that does not answer holds up no news of the other.
async fn ask(servers: [At; 2], told: Arc<watch::Sender<[bool; 2]>>) {
    let each = [0, 1].map(|no| {
        let told = Arc::clone(&told);
        async move {
            loop {
                let is = is_ready(servers[no]).await;
                told.send_if_modified(|ready| std::mem::replace(&mut ready[no], is) != is);
                sleep(ASKS_EVERY).await;
            }
        }
    });
    futures_util::future::join_all(each).await;
}

async fn is_ready(server: At) -> bool {
    let asked = reqwest::get(format!("http://127.0.0.1:{}/readyz", server.internal));
    matches!(timeout(ANSWERS_WITHIN, asked).await, Ok(Ok(answer)) if answer.status() == 200)
}

/// The ready ones in turn, and another at once when the chosen one is no longer ready.
async fn choose(
    servers: [At; 2],
    mut ready: watch::Receiver<[bool; 2]>,
    chosen: watch::Sender<Option<u16>>,
) {
    let mut turn = 0;
    loop {
        let now = *ready.borrow_and_update();
        turn = 1 - turn;
        // Where none says so, on a machine too busy to answer in time, the last one is as good as any.
        if let Some(no) = [turn, 1 - turn].into_iter().find(|no| now[*no]) {
            chosen.send_replace(Some(servers[no].public));
        }
        tokio::select! {
            () = sleep(ASKS_EVERY) => {}
            changed = ready.changed() => if changed.is_err() { return },
        }
    }
}
