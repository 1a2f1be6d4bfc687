//! One connection, from its first byte to its last.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;

use hyper::Request;
use hyper::body::{Body as _, Incoming};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use poem::Response;
use poem::http::uri::Scheme;
use poem::web::{LocalAddr, RemoteAddr};
use tokio::net::TcpStream;

use super::answer::{self, Answered, Asked};
use super::head::Heads;
use super::wire::Wire;
use super::{Common, refusal};

/// Larger heads get 431.
const HEAD_BYTES: usize = 32 * 1024;
/// What hyper may read ahead for one connection.
const BUFFER_BYTES: usize = 64 * 1024;

/// Serve one client until it goes, is too slow, or the server stops.
pub(super) async fn serve(socket: TcpStream, from: SocketAddr, common: &Arc<Common>) {
    let Ok(local) = socket.local_addr() else { return };
    let ends = (LocalAddr(local.into()), RemoteAddr(from.into()));
    let heads = Heads::default();
    let wire = Wire::new(socket, heads.clone(), &common.limits);
    let service = service_fn(|request| {
        let (common, heads, ends) = (Arc::clone(common), heads.clone(), ends.clone());
        async move { Ok::<_, Infallible>(answer(request, ends, &heads, &common).await.into()) }
    });
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new())
        .header_read_timeout(*common.limits.idle_timeout)
        .max_header_size(HEAD_BYTES)
        .max_buf_size(BUFFER_BYTES);
    let mut serving = pin!(http.serve_connection(TokioIo::new(wire), service));
    let mut overdue = pin!(heads.overdue(*common.limits.header_timeout));
    let ended = tokio::select! {
        ended = serving.as_mut() => ended,
        () = overdue.as_mut() => return,
        () = common.closing.cancelled() => {
            serving.as_mut().graceful_shutdown();
            tokio::select! {
                ended = serving => ended,
                () = overdue => return,
                () = common.cut.cancelled() => return,
            }
        }
    };
    if let Err(error) = ended {
        tracing::debug!(%error, "a connection ended badly");
    }
}

async fn answer(
    request: Request<Incoming>,
    (local, remote): (LocalAddr, RemoteAddr),
    heads: &Heads,
    common: &Common,
) -> Response {
    let head = heads.take(&request);
    let answered = if let Some(status) = refusal::of(&request, head) {
        let asked = Asked::of(request.uri().path(), request.headers());
        Answered { response: asked.bare(status), unread: !request.body().is_end_stream() }
    } else {
        let request = (request, local, remote, Scheme::HTTP).into();
        answer::to(request, &common.site, &common.limits).await
    };
    heads.done(answered.unread);
    // An unread body would stand between this answer and the next request.
    answer::closing(answered.response, head.closes || answered.unread)
}
