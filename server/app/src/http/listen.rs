//! Take connections, no more than we can serve, until told to stop.

use std::io::{self, ErrorKind};
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use super::{Common, Server, Site, connection};
use crate::config::Limits;

/// How long to wait when the system has no file handle or no memory for another connection.
const BREATH: Duration = Duration::from_millis(100);

impl Server {
    /// Serve `site` on a listener that is already bound.
    pub fn start(listener: TcpListener, site: Site, limits: &Limits) -> io::Result<Self> {
        let at = listener.local_addr()?;
        let (closing, cut) = (CancellationToken::new(), CancellationToken::new());
        let connections = TaskTracker::new();
        let common = Arc::new(Common {
            site,
            limits: limits.clone(),
            closing: closing.clone(),
            cut: cut.clone(),
        });
        let accepting = tokio::spawn(accept(listener, common, connections.clone()));
        Ok(Self { at, accepting, connections, closing, cut })
    }

    /// The address it listens on.
    pub fn address(&self) -> SocketAddr {
        self.at
    }

    /// Stop accepting, let requests under way end for as long as `drain`, and cut off the rest.
    ///
    /// Answers how many connections had to be cut.
    pub async fn stop(self, drain: Duration) -> usize {
        self.closing.cancel();
        // The listener closes with the task; a panic in it has closed it already.
        let _ = self.accepting.await;
        self.connections.close();
        if tokio::time::timeout(drain, self.connections.wait()).await.is_ok() {
            return 0;
        }
        let left = self.connections.len();
        self.cut.cancel();
        self.connections.wait().await;
        left
    }
}

async fn accept(listener: TcpListener, common: Arc<Common>, connections: TaskTracker) {
    let places = Arc::new(Semaphore::new(common.limits.connections as usize));
    let mut out_of_breath = false;
    loop {
        // The place comes first: who finds none waits in the system's queue, not in our memory.
        let next = async {
            let place = Arc::clone(&places).acquire_owned().await;
            (place, listener.accept().await)
        };
        let (place, accepted) = tokio::select! {
            () = common.closing.cancelled() => return,
            next = next => next,
        };
        match accepted {
            Ok((socket, from)) => {
                out_of_breath = false;
                let common = Arc::clone(&common);
                connections.spawn(async move {
                    serve(socket, from, &common).await;
                    drop(place);
                });
            }
            Err(error) if is_the_clients(&error) => {}
            Err(error) => {
                if !out_of_breath {
                    tracing::warn!(%error, "no further connection can be accepted for now");
                }
                out_of_breath = true;
                tokio::time::sleep(BREATH).await;
            }
        }
    }
}

async fn serve(socket: TcpStream, from: SocketAddr, common: &Arc<Common>) {
    // Small answers must not wait for the client to acknowledge the one before.
    if socket.set_nodelay(true).is_ok() {
        connection::serve(socket, from, common).await;
    }
}

/// A connection that its client gave up before we took it says nothing about us.
fn is_the_clients(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        ErrorKind::ConnectionAborted | ErrorKind::ConnectionReset | ErrorKind::ConnectionRefused
    )
}
