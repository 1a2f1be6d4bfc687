//! Requests that no handler gets to see (ASVS 5.0, 4.2.1 and 13.1.3).

use hyper::Request;
use poem::http::{HeaderMap, Method, StatusCode, Uri, header};

use super::head::Head;

const HEADERS: usize = 64;
const URI_BYTES: usize = 8 * 1024;

/// Why this request is refused, if it is.
pub(super) fn of<B>(request: &Request<B>, head: Head) -> Option<StatusCode> {
    if head.contradicts_itself || !names_one_host(request.uri(), request.headers()) {
        return Some(StatusCode::BAD_REQUEST);
    }
    if matches!(*request.method(), Method::TRACE | Method::CONNECT) {
        return Some(StatusCode::METHOD_NOT_ALLOWED);
    }
    if length(request.uri()) > URI_BYTES {
        return Some(StatusCode::URI_TOO_LONG);
    }
    if request.headers().len() > HEADERS {
        return Some(StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE);
    }
    None
}

/// The agency is chosen by the host, so there must be exactly one answer to which host is meant.
fn names_one_host(uri: &Uri, headers: &HeaderMap) -> bool {
    let mut hosts = headers.get_all(header::HOST).iter();
    let (Some(host), None) = (hosts.next(), hosts.next()) else { return false };
    if host.is_empty() || host.to_str().is_err() {
        return false;
    }
    // A request line with a whole address says it a second time.
    uri.authority()
        .is_none_or(|said| host.as_bytes().eq_ignore_ascii_case(said.as_str().as_bytes()))
}

fn length(uri: &Uri) -> usize {
    uri.path_and_query().map_or(0, |target| target.as_str().len())
}
