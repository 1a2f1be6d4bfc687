//! Passwords of staff: which will do, and Argon2id over them.

use std::sync::LazyLock;
use std::time::Duration;

use anyhow::anyhow;
use argon2::password_hash::{PasswordHash, PasswordHasher, PasswordVerifier, SaltString};
use argon2::{Algorithm, Argon2, Params, Version};
use rand::RngCore;
use threadpool::ThreadPool;
use tokio::sync::{Semaphore, oneshot};
use zeroize::Zeroizing;

use crate::{Refusal, Result};

/// 19 MiB, two passes, one lane: the least that OWASP's password storage guide names for Argon2id.
const MEMORY_KIB: u32 = 19_456;
const PASSES: u32 = 2;
const LANES: u32 = 1;

/// Hashes at once: each takes a core and 19 MiB, and everybody else wants to be served too.
const AT_ONCE: usize = 2;
static TURNS: Semaphore = Semaphore::const_new(AT_ONCE);
/// Threads that stay. What a thread has freed the allocator keeps for it, so that hashing on threads
/// that come and go held 150 MB for nothing.
static HASHERS: LazyLock<ThreadPool> = LazyLock::new(|| ThreadPool::new(AT_ONCE));
/// Whoever has waited this long for a turn is asked to come back.
const PATIENCE: Duration = Duration::from_secs(5);

/// Compared with where there is no such member, so that it takes as long as where there is one.
static NOBODYS: LazyLock<Result<String, String>> =
    LazyLock::new(|| derive("nobody signs in with this").map_err(|fault| fault.to_string()));

/// A name shorter than this stands in half of all sentences.
const NAME_LEAST: usize = 3;
/// Common passwords of twelve characters and more; shorter ones are refused for being short.
const COMMON: &str = include_str!("common_passwords.txt");

/// Why a password will not do, as a problem code. There is no rule about kinds of characters and no
/// expiry: both make passwords worse (ASVS 5.0, 6.2.5 and 6.2.10).
pub(super) fn problem(password: &str, username: &str, slug: &str) -> Option<&'static str> {
    let folded = fold(password);
    let names = |name: &str| name.len() >= NAME_LEAST && folded.contains(name);
    match password.chars().count() {
        ..12 => Some("password-short"),
        129.. => Some("password-long"),
        _ if names(&fold(slug)) || names(&fold(username)) => Some("password-guessable"),
        _ if is_common(&folded) => Some("password-common"),
        _ => None,
    }
}

/// Small letters and digits, without what people put between them.
fn fold(text: &str) -> String {
    text.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Whether it stands in the list, as it is or with a number after it.
fn is_common(folded: &str) -> bool {
    let bare = folded.trim_end_matches(char::is_numeric);
    COMMON.lines().any(|common| common == folded || common == bare)
}

/// The hash of a new password, as a PHC string.
pub(super) async fn hash(password: &str) -> Result<String> {
    let password = Zeroizing::new(password.to_owned());
    Ok(in_turn(move || derive(&password)).await??)
}

/// Whether the password fits the hash; without a hash it fits nothing, after the same work.
pub(super) async fn fits(password: &str, kept: Option<String>) -> Result<bool> {
    let password = Zeroizing::new(password.to_owned());
    in_turn(move || {
        let nobodys = NOBODYS.as_ref().map_err(|fault| anyhow!("{fault}"))?;
        let against = kept.as_ref().unwrap_or(nobodys);
        let parsed = PasswordHash::new(against).map_err(|e| anyhow!("a kept hash: {e}"))?;
        let fits = argon2()?.verify_password(password.as_bytes(), &parsed).is_ok();
        Ok(fits && kept.is_some())
    })
    .await?
}

/// Run a piece of hard work off the threads that serve, two at a time.
async fn in_turn<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
    let turn = tokio::time::timeout(PATIENCE, TURNS.acquire()).await;
    let turn = turn.map_err(|_| Refusal::Busy)?.map_err(anyhow::Error::from)?;
    // The turn moves along: it is over when the work is, even if the caller has gone by then.
    let (tell, done) = oneshot::channel();
    HASHERS.execute(move || {
        let _turn = turn;
        // Nobody listens any more where the caller has gone.
        drop(tell.send(work()));
    });
    Ok(done.await.map_err(anyhow::Error::from)?)
}

fn derive(password: &str) -> Result<String, anyhow::Error> {
    let mut salt = [0; 16];
    rand::rng().fill_bytes(&mut salt);
    let salt = SaltString::encode_b64(&salt).map_err(|e| anyhow!("a salt: {e}"))?;
    let hash = argon2()?
        .hash_password(password.as_bytes(), &salt)
        .map_err(|e| anyhow!("hashing a password: {e}"))?;
    Ok(hash.to_string())
}

fn argon2() -> Result<Argon2<'static>, anyhow::Error> {
    let params = Params::new(MEMORY_KIB, PASSES, LANES, None);
    let params = params.map_err(|e| anyhow!("the cost of a hash: {e}"))?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}
