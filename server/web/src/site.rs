//! What all surfaces of this deployment share, and the dress it puts around each of them.

use std::{path::PathBuf, sync::Arc};

use poem::{
    Endpoint, Request, Response,
    endpoint::BoxEndpoint,
    http::{HeaderValue, StatusCode, header},
};

use tenants::Tenant;

use crate::{
    answer::{Problem, Reply, Sign},
    assets,
    cookies::{self, Cookies},
    errors::ErrorPage,
    forgery::{self, Seal},
    headers,
    here::Here,
    page::Sheet,
    served::{Route, Served},
    surface::Surface,
    templates::Engine,
};

/// Made once when the server starts.
pub struct Site {
    pub engine: Engine,
    pub cookies: Cookies,
    pub seal: Seal,
    /// Whether browsers reach us over HTTPS, so that they may be told to insist on it.
    pub https: bool,
    /// Where uploads are spooled: a folder on a disk, since a memory file system would hold them in
    /// memory.
    pub spool: PathBuf,
}

impl Site {
    /// Puts around the router of a surface everything that no handler should have to remember: assets,
    /// the forgery guard, language, frame, error pages, cookies and headers.
    pub fn dress<E>(self: &Arc<Self>, surface: Surface, inner: E) -> Dressed
    where
        E: Endpoint + 'static,
    {
        let inner = poem::EndpointExt::boxed(poem::EndpointExt::map_to_response(inner));
        Dressed { site: Arc::clone(self), surface, inner }
    }

    /// The error page of a request that belongs to no surface, such as one for an unknown host (421).
    /// Assets are answered even there, or that page would come without its style.
    pub fn refuse(self: &Arc<Self>, request: &Request, status: StatusCode) -> Response {
        self.answer_for(request, &ErrorPage::of_status(status))
    }

    /// The page of an agency that is suspended, whichever of its surfaces was asked for.
    pub fn suspended(self: &Arc<Self>, request: &Request) -> Response {
        self.answer_for(request, &ErrorPage::suspended())
    }

    fn answer_for(self: &Arc<Self>, request: &Request, page: &ErrorPage) -> Response {
        let asked = assets::is_asset(request.uri().path());
        let asset = asked.then(|| assets::serve(request)).flatten();
        let found = asset.is_some();
        let mut response = asset.unwrap_or_else(|| {
            let here = Here::meet(self, Surface::Directory, request);
            self.error_page(&here, page)
        });
        headers::set(&mut response, Surface::Directory, self.https, found);
        response
    }

    fn finish(&self, here: &Here, result: poem::Result<Response>) -> Response {
        let mut response = match result.or_else(instead) {
            Ok(response) => response,
            Err(error) => return self.mishap(here, error),
        };
        let Some(reply) = response.extensions_mut().remove::<Reply>() else { return response };
        if let Some(Sign::In(key, _)) = &reply.keeps.session {
            here.begin(key);
        }
        if let Some(sheet) = reply.sheet() {
            match self.page(here, sheet) {
                Ok(html) => set_html(&mut response, html),
                Err(error) => return self.problem_page(here, &Problem::Fault(error.into())),
            }
        }
        self.keep(here, &mut response, &reply);
        response
    }

    fn mishap(&self, here: &Here, error: poem::Error) -> Response {
        match error.downcast::<Problem>() {
            Ok(problem) => self.problem_page(here, &problem),
            Err(other) => {
                let status = other.status();
                if status.is_server_error() {
                    let fault = Problem::Fault(anyhow::anyhow!("{other}"));
                    return self.problem_page(here, &fault);
                }
                let allow = other.into_response().headers().get(header::ALLOW).cloned();
                let mut response = self.error_page(here, &ErrorPage::of_status(status));
                response.headers_mut().extend(allow.map(|allow| (header::ALLOW, allow)));
                response
            }
        }
    }

    fn problem_page(&self, here: &Here, problem: &Problem) -> Response {
        let mut response = self.error_page(here, &ErrorPage::of_problem(problem));
        if let Some(seconds) = problem.retry_after() {
            response.headers_mut().insert(header::RETRY_AFTER, seconds.into());
        }
        response
    }

    fn error_page(&self, here: &Here, page: &ErrorPage) -> Response {
        let mut response = Response::builder().status(page.status()).finish();
        match Sheet::of(page).and_then(|sheet| self.page(here, &sheet)) {
            Ok(html) => set_html(&mut response, html),
            Err(error) => tracing::error!(%error, "the error page failed"),
        }
        response
    }

    fn page(&self, here: &Here, sheet: &Sheet) -> tera::TeraResult<String> {
        self.engine.render_sheet(sheet.clone(), &here.frame(sheet))
    }

    /// Writes what the browser should remember.
    fn keep(&self, here: &Here, response: &mut Response, reply: &Reply) {
        let (surface, cookies, keeps) = (here.surface(), self.cookies, &reply.keeps);
        // A redirect shows nothing, so the sentence waits for the page that it leads to.
        let told = here.had_notice() && reply.sheet().is_some();
        let session = keeps.session.as_ref().map(|sign| match sign {
            Sign::In(key, lives) => {
                cookies.set(surface, cookies::SESSION, key.as_str(), Some(*lives))
            }
            Sign::Out => cookies.clear(surface, cookies::SESSION),
        });
        let notice = match keeps.notice {
            Some(key) => Some(cookies.set(surface, cookies::NOTICE, key, None)),
            None => told.then(|| cookies.clear(surface, cookies::NOTICE)),
        };
        let lang = keeps.lang.or_else(|| here.lang_to_keep());
        let lang = lang.map(|lang| cookies.set(surface, cookies::LANG, &lang.cookie(), None));
        add_cookies(response, [session, notice, lang]);
    }
}

/// The router of a surface with everything around it.
pub struct Dressed {
    site: Arc<Site>,
    surface: Surface,
    inner: BoxEndpoint<'static>,
}

impl Endpoint for Dressed {
    type Output = Response;

    async fn call(&self, request: Request) -> poem::Result<Response> {
        let asset = self.surface != Surface::Files && assets::is_asset(request.uri().path());
        let tenant = request.data::<Arc<Tenant>>().cloned();
        let (mut response, route) =
            if asset { (self.asset(&request), Route::Asset) } else { self.handle(request).await };
        let found = asset && response.status() != StatusCode::NOT_FOUND;
        response.set_data(Served { surface: self.surface, route, tenant });
        headers::set(&mut response, self.surface, self.site.https, found);
        Ok(response)
    }
}

impl Dressed {
    fn asset(&self, request: &Request) -> Response {
        assets::serve(request).unwrap_or_else(|| {
            let here = Here::meet(&self.site, self.surface, request);
            self.site.error_page(&here, &ErrorPage::of_status(StatusCode::NOT_FOUND))
        })
    }

    async fn handle(&self, mut request: Request) -> (Response, Route) {
        let here = Here::meet(&self.site, self.surface, &request);
        let changes = forgery::is_unsafe(request.method());
        let result = if changes && !forgery::is_same_origin(&request) {
            Err(Problem::Forged.into())
        } else {
            request.set_data(here.clone());
            self.inner.call(request).await
        };
        let route = Route::of(&result);
        let result = result.and_then(|response| {
            if changes && !here.token_was_checked() && !response.status().is_client_error() {
                return Err(
                    Problem::fault("a handler changed something unasked for a token").into()
                );
            }
            Ok(response)
        });
        let mut response = self.site.finish(&here, result);
        let visitor = here
            .new_visitor()
            .map(|key| self.site.cookies.set(self.surface, cookies::VISITOR, key, None));
        add_cookies(&mut response, [visitor]);
        (response, route)
    }
}

/// What a handler answers in place of what was asked for.
fn instead(error: poem::Error) -> poem::Result<Response> {
    match error.downcast::<Problem>() {
        Ok(Problem::Instead(reply)) => Ok(poem::IntoResponse::into_response(*reply)),
        Ok(problem) => Err(problem.into()),
        Err(other) => Err(other),
    }
}

fn set_html(response: &mut Response, html: String) {
    let html_type = HeaderValue::from_static("text/html; charset=utf-8");
    response.headers_mut().insert(header::CONTENT_TYPE, html_type);
    response.set_body(html);
}

fn add_cookies<const N: usize>(response: &mut Response, cookies: [Option<String>; N]) {
    for line in cookies.into_iter().flatten() {
        let line = HeaderValue::from_str(&line).expect("cookies of ours are plain ASCII");
        response.headers_mut().append(header::SET_COOKIE, line);
    }
}
