//! Commands that may come twice: each under a key of its sender's (`Idempotency-Key`).

use domain::api_clients::{self, Command, Turn};
use poem::Request;
use poem_openapi::types::{ParseFromJSON, ToJSON};
use sha2::{Digest as _, Sha256};
use tenants::Scope;
use uuid::Uuid;

use crate::client::commit;
use crate::problem::Problem;

/// The longest key.
const LONGEST: usize = 255;

/// What everything a call says adds up to; put into its data before it is handled.
#[derive(Clone, Copy)]
pub(crate) struct Fingerprint([u8; 32]);

impl Fingerprint {
    /// Of an operation at an address, and a body as it came.
    pub(crate) fn of(request: &Request, body: &[u8]) -> Self {
        let mut hash = Sha256::new();
        for part in [request.method().as_str().as_bytes(), request.uri().path().as_bytes(), body] {
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part);
        }
        Self(hash.finalize().into())
    }
}

/// The command of a call, under the key that came with it.
pub(crate) fn command(request: &Request, key: &str) -> Result<Command, Problem> {
    let plain =
        !key.is_empty() && key.len() <= LONGEST && key.bytes().all(|b| b.is_ascii_graphic());
    if !plain {
        return Err(Problem::Parameter("Idempotency-Key"));
    }
    let print = request.data::<Fingerprint>();
    let print = print.ok_or_else(|| web::Problem::fault("a command without its fingerprint"))?;
    Ok(Command { key: key.to_owned(), digest: print.0 })
}

/// Whether a command is to be carried out, and under which id; otherwise what it was answered.
pub(crate) enum Once<T> {
    Now(Uuid),
    Before(T),
}

pub(crate) async fn once<T: ParseFromJSON>(
    scope: &mut Scope,
    command: &Command,
) -> Result<Once<T>, Problem> {
    match api_clients::take_turn(scope, command).await? {
        Turn::First(id) => Ok(Once::Now(id)),
        Turn::Again(text) => match T::parse_from_json_string(&text) {
            Ok(answer) => Ok(Once::Before(answer)),
            Err(_) => Err(web::Problem::fault("a kept answer does not read").into()),
        },
    }
}

/// Keeps what a command did and what it is answered, together.
pub(crate) async fn finish<T: ToJSON>(
    mut scope: Scope,
    id: Uuid,
    answer: &T,
) -> Result<(), Problem> {
    api_clients::keep_answer(&mut scope, id, &answer.to_json_string()).await?;
    commit(scope).await
}
