//! Passwords of staff: which will do, and Argon2id over them.

use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use anyhow::{Context as _, anyhow};
use argon2::password_hash::{Output, ParamsString, PasswordHash, Salt, SaltString};
use argon2::{ARGON2ID_IDENT, Algorithm, Argon2, Block, Params, Version};
use rand::RngCore;
use tokio::sync::Semaphore;
use zeroize::Zeroizing;

use crate::{Refusal, Result};

/// 19 MiB, two passes, one lane: the least that OWASP's password storage guide names for Argon2id.
const MEMORY_KIB: u32 = 19_456;
const PASSES: u32 = 2;
const LANES: u32 = 1;

/// Hashes at once: each takes a core and 19 MiB, and everybody else wants to be served too.
static HASHING: Semaphore = Semaphore::const_new(2);
/// What hashes work in, kept from one to the next. Taken anew each time, pieces of 19 MiB broke the
/// allocator's memory up until it held 150 MB for nothing.
static MEMORY: Mutex<Vec<Vec<Block>>> = Mutex::new(Vec::new());
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
        Ok(opens(&password, against)? && kept.is_some())
    })
    .await?
}

/// Run a piece of hard work off the threads that serve, two at a time.
async fn in_turn<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
    let turn = tokio::time::timeout(PATIENCE, HASHING.acquire()).await;
    let turn = turn.map_err(|_| Refusal::Busy)?.map_err(anyhow::Error::from)?;
    // The turn moves along: it is over when the work is, even if the caller has gone by then.
    let done = tokio::task::spawn_blocking(move || {
        let _turn = turn;
        work()
    });
    Ok(done.await.map_err(anyhow::Error::from)?)
}

/// Whether the password is the one of a PHC string, whose costs are its own.
fn opens(password: &str, kept: &str) -> Result<bool, anyhow::Error> {
    let broken = |e| anyhow!("a kept hash: {e}");
    let kept = PasswordHash::new(kept).map_err(broken)?;
    let params = Params::try_from(&kept).map_err(broken)?;
    let salt = kept.salt.context("a kept hash without a salt")?;
    // Compared in constant time.
    Ok(kept.hash == Some(output(password, salt, params)?))
}

fn derive(password: &str) -> Result<String, anyhow::Error> {
    let mut salt = [0; 16];
    rand::rng().fill_bytes(&mut salt);
    let salt = SaltString::encode_b64(&salt).map_err(|e| anyhow!("a salt: {e}"))?;
    let params = Params::new(MEMORY_KIB, PASSES, LANES, None);
    let params = params.map_err(|e| anyhow!("the cost of a hash: {e}"))?;
    let hash = PasswordHash {
        algorithm: ARGON2ID_IDENT,
        version: Some(Version::V0x13.into()),
        params: ParamsString::try_from(&params).map_err(|e| anyhow!("the cost of a hash: {e}"))?,
        salt: Some(salt.as_salt()),
        hash: Some(output(password, salt.as_salt(), params)?),
    };
    Ok(hash.to_string())
}

/// Argon2id, in memory that is used again.
fn output(password: &str, salt: Salt<'_>, params: Params) -> Result<Output, anyhow::Error> {
    let mut space = [0; Salt::MAX_LENGTH];
    let salt = salt.decode_b64(&mut space).map_err(|e| anyhow!("a salt: {e}"))?;
    let mut memory = pieces().pop().unwrap_or_default();
    memory.resize(params.block_count(), Block::default());
    let mut bytes = [0; Params::DEFAULT_OUTPUT_LEN];
    let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    let done =
        argon2.hash_password_into_with_memory(password.as_bytes(), salt, &mut bytes, &mut memory);
    pieces().push(memory);
    done.map_err(|e| anyhow!("hashing a password: {e}"))?;
    Output::new(&bytes).map_err(|e| anyhow!("hashing a password: {e}"))
}

fn pieces() -> MutexGuard<'static, Vec<Vec<Block>>> {
    // A list is whole whatever panicked beside it.
    MEMORY.lock().unwrap_or_else(PoisonError::into_inner)
}
