//! Connections for calls, handed from one call to the next.
//!
//! A pool of sqlx asks each connection that is given back whether it still answers: one more round
//! trip for every call, though a connection that has just committed answered a moment ago. So those
//! that ended well wait here, and only the others go back to the pool, which looks at them.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use sqlx::pool::PoolConnection;
use sqlx::{AssertSqlSafe, Error, PgConnection, PgPool, Postgres};
use tokio::runtime::Handle;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// At most so many stay with the pool, for what is no call: the job list, the register, the listener.
const LEFT_TO_POOL: u32 = 4;
/// After this long a connection goes back to the pool, which ends it when its time has come.
const KEPT: Duration = Duration::from_mins(10);

pub(crate) struct Connections {
    pool: PgPool,
    /// As many calls at once as there are connections for them.
    places: Arc<Semaphore>,
    shelf: Arc<Shelf>,
}

/// Where connections wait, the last to come on top.
struct Shelf {
    pool: PgPool,
    waiting: Mutex<Vec<Waiting>>,
}

struct Waiting {
    connection: PoolConnection<Postgres>,
    /// When it came from the pool.
    since: Instant,
}

impl Connections {
    /// Over a pool, whose connections are all given back when it is closed.
    pub(crate) fn over(pool: PgPool) -> Self {
        let all = pool.options().get_max_connections();
        let places = Arc::new(Semaphore::new((all - LEFT_TO_POOL.min(all - 1)) as usize));
        let shelf = Arc::new(Shelf { pool: pool.clone(), waiting: Mutex::default() });
        let (closing, clearing) = (pool.close_event(), Arc::downgrade(&shelf));
        tokio::spawn(async move {
            closing.await;
            if let Some(shelf) = clearing.upgrade() {
                shelf.waiting().clear();
            }
        });
        Self { pool, places, shelf }
    }

    /// A connection, no transaction open. Waits as long as the pool lets wait.
    pub(crate) async fn lease(&self) -> Result<Lease, Error> {
        let place = Arc::clone(&self.places).acquire_owned();
        let place = tokio::time::timeout(self.pool.options().get_acquire_timeout(), place).await;
        let place = place.map_err(|_| Error::PoolTimedOut)?.map_err(|_| Error::PoolClosed)?;
        let kept = self.shelf.waiting().pop();
        let waiting = match kept {
            Some(waiting) => waiting,
            None => Waiting { connection: self.pool.acquire().await?, since: Instant::now() },
        };
        let held = Some((waiting, place));
        Ok(Lease { held, shelf: Arc::clone(&self.shelf), state: State::Unknown })
    }

    /// A connection with a transaction that this statement begins.
    pub(crate) async fn begin(&self, statement: String) -> Result<Lease, Error> {
        let mut lease = self.lease().await?;
        // Set before it is sent: nobody knows how far a statement came that was given up.
        lease.state = State::Open;
        lease.run(statement).await?;
        Ok(lease)
    }

    /// How many connections wait for a call.
    pub(crate) fn waiting(&self) -> usize {
        self.shelf.waiting().len()
    }
}

impl Shelf {
    fn waiting(&self) -> MutexGuard<'_, Vec<Waiting>> {
        // Nothing in here can panic half-way; a poisoned lock holds a whole list.
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Keeps a connection that is known to be well; an old one falls back to the pool.
    fn put(&self, back: Waiting) {
        let mut waiting = self.waiting();
        // Closing empties the shelf once; nothing may be put on it afterwards.
        if self.pool.is_closed() {
            return;
        }
        waiting.push(back);
        waiting.retain(|one| one.since.elapsed() < KEPT);
    }
}

/// A connection of one call.
pub(crate) struct Lease {
    /// Nothing once it was given back.
    held: Option<(Waiting, OwnedSemaphorePermit)>,
    shelf: Arc<Shelf>,
    state: State,
}

/// How a connection stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// A transaction has begun, perhaps.
    Open,
    /// It may have been left in the middle of an answer, or be broken.
    Unknown,
    /// Its last statement was answered whole, and no transaction is open.
    Well,
}

const HELD: &str = "a lease is held until it is given back";

impl Lease {
    pub(crate) fn connection(&mut self) -> &mut PgConnection {
        &mut self.held.as_mut().expect(HELD).0.connection
    }

    /// Keep what was done since the transaction began.
    pub(crate) async fn commit(mut self) -> Result<(), Error> {
        self.run("COMMIT".to_owned()).await?;
        self.end();
        Ok(())
    }

    /// Nothing is open and everything was answered: the next call may have it as it is.
    pub(crate) fn end(mut self) {
        self.state = State::Well;
    }

    async fn run(&mut self, statement: String) -> Result<(), Error> {
        sqlx::raw_sql(AssertSqlSafe(statement)).execute(self.connection()).await?;
        Ok(())
    }
}

impl Drop for Lease {
    fn drop(&mut self) {
        let Some((waiting, place)) = self.held.take() else { return };
        match self.state {
            State::Well => self.shelf.put(waiting),
            // The pool looks at it.
            State::Unknown => {}
            State::Open => roll_back((waiting, place), Arc::clone(&self.shelf)),
        }
    }
}

/// Locks must not outlive the call that took them; its place is free when they are gone.
fn roll_back((mut waiting, place): (Waiting, OwnedSemaphorePermit), shelf: Arc<Shelf>) {
    let Ok(runtime) = Handle::try_current() else {
        // The process ends; the server notices when the socket closes.
        return drop(waiting.connection.detach());
    };
    runtime.spawn(async move {
        match sqlx::raw_sql("ROLLBACK").execute(&mut *waiting.connection).await {
            Ok(_) => shelf.put(waiting),
            Err(_) => waiting.connection.close_on_drop(),
        }
        drop(place);
    });
}
