//! Where a request has come to: surface, tenant, language, browser; and who it turned out to be.

use std::{
    net::{IpAddr, Ipv4Addr},
    sync::{
        Arc, OnceLock,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use locale::words::{self, Lang};
use poem::{FromRequest, Request, RequestBody};
use tenants::Tenant;

use crate::{
    answer::Problem,
    cookies::{self, SessionKey},
    frame::{Frame, Nav, SignedInView},
    language::{By, Spoken},
    page::Sheet,
    site::Site,
    surface::Surface,
};

/// The address of the client, put into the request's data where a trusted proxy stands in front.
#[derive(Debug, Clone, Copy)]
pub struct ClientAddress(pub IpAddr);

/// Made by `Site::dress` for each request; a handler takes it as an argument.
#[derive(Clone)]
pub struct Here(Arc<Inner>);

struct Inner {
    site: Arc<Site>,
    surface: Surface,
    tenant: Option<Arc<Tenant>>,
    /// What the browser shows; whoever is signed in has a language of their own.
    lang: Spoken,
    path: String,
    client: IpAddr,
    session: Option<SessionKey>,
    visitor: Option<String>,
    notice: Option<String>,
    new_visitor: OnceLock<String>,
    new_session: OnceLock<SessionKey>,
    signed_in: OnceLock<SignedIn>,
    token_checked: AtomicBool,
}

/// The person an edge recognised, for the frame of the page.
#[derive(Debug, Clone)]
pub struct SignedIn {
    pub name: String,
    /// The language that they read, if they have said it.
    pub lang: Option<Lang>,
    /// Where the surface leads her; empty where its layout says it itself.
    pub nav: &'static [Nav],
    /// How long from now the session lasts when nothing happens.
    pub idle: Duration,
}

impl Here {
    pub(crate) fn meet(site: &Arc<Site>, surface: Surface, request: &Request) -> Self {
        // The files host never sees a session, and must not act on one that strays there.
        let read = |name| match surface {
            Surface::Files => None,
            _ => site.cookies.read(request, name),
        };
        let lang = read(cookies::LANG).map(|kept| Spoken::read(&kept)).unwrap_or_default();
        Self(Arc::new(Inner {
            site: Arc::clone(site),
            surface,
            tenant: request.data::<Arc<Tenant>>().cloned(),
            lang,
            path: request.uri().path().to_owned(),
            client: client_of(request),
            session: read(cookies::SESSION).and_then(|key| SessionKey::parse(&key)),
            visitor: read(cookies::VISITOR),
            notice: read(cookies::NOTICE).filter(|key| words::has(lang.lang, key)),
            new_visitor: OnceLock::new(),
            new_session: OnceLock::new(),
            signed_in: OnceLock::new(),
            token_checked: AtomicBool::new(false),
        }))
    }

    pub fn surface(&self) -> Surface {
        self.0.surface
    }

    /// The tenant of the host; `None` in the directory only.
    pub fn tenant(&self) -> Option<&Arc<Tenant>> {
        self.0.tenant.as_ref()
    }

    /// The language of the page: the person's own where one is signed in, else the browser's.
    pub fn lang(&self) -> Lang {
        self.0.signed_in.get().and_then(|person| person.lang).unwrap_or(self.0.lang.lang)
    }

    /// Whether a visitor chose this language on this browser, and nobody has signed in since.
    pub fn chose_lang(&self) -> bool {
        self.0.lang.by == By::Visitor
    }

    /// The language that the browser should remember, where it shows another one than the person's.
    pub(crate) fn lang_to_keep(&self) -> Option<Spoken> {
        let person = self.0.signed_in.get()?.lang?;
        let kept = Spoken { lang: person, by: By::Person };
        (self.0.lang != kept).then_some(kept)
    }

    /// The path asked for, without its query: where to come back to after signing in.
    pub fn path(&self) -> &str {
        &self.0.path
    }

    /// The client's address, for limits.
    pub fn client(&self) -> IpAddr {
        self.0.client
    }

    /// The session key that the browser sent. It says nothing until the domain recognised it.
    pub fn session(&self) -> Option<&SessionKey> {
        self.0.session.as_ref()
    }

    /// Names the person in the frame; an edge says so where it recognises her.
    pub fn greet(&self, person: SignedIn) {
        // Recognised once per request: a second extractor of the same handler says the same.
        let _ = self.0.signed_in.set(person);
    }

    /// A session begins with this answer: the forms of its page are bound to the new key.
    pub(crate) fn begin(&self, key: &SessionKey) {
        // An answer begins one session at most.
        let _ = self.0.new_session.set(key.clone());
    }

    /// The folder in which uploads wait for their check.
    pub(crate) fn spool(&self) -> &std::path::Path {
        &self.0.site.spool
    }

    /// Checks the token of a form. Whoever reads a body calls this, so that it cannot be forgotten.
    pub(crate) fn check_token(&self, token: Option<&str>) -> Result<(), Problem> {
        self.0.token_checked.store(true, Ordering::Relaxed);
        let holders = [self.0.session.as_ref().map(SessionKey::as_str), self.0.visitor.as_deref()];
        let token = token.ok_or(Problem::Forged)?;
        let known =
            holders.into_iter().flatten().any(|holder| self.0.site.seal.accepts(holder, token));
        if known { Ok(()) } else { Err(Problem::Forged) }
    }

    pub(crate) fn token_was_checked(&self) -> bool {
        self.0.token_checked.load(Ordering::Relaxed)
    }

    /// The visitor cookie to set, when a token had to be bound to a new one.
    pub(crate) fn new_visitor(&self) -> Option<&str> {
        self.0.new_visitor.get().map(String::as_str)
    }

    pub(crate) fn had_notice(&self) -> bool {
        self.0.notice.is_some()
    }

    pub(crate) fn frame(&self, sheet: &Sheet) -> Frame {
        let lang = self.lang();
        let title = sheet.title(lang);
        Frame {
            lang,
            dir: lang.dir(),
            surface: self.0.surface,
            tenant: self.0.tenant.as_ref().map(|tenant| tenant.name.say(lang).to_owned()),
            theme: None,
            title: if sheet.has_problems {
                words::say(lang, "web-error-title", &[("title", title.into())])
            } else {
                title.to_owned()
            },
            token: self.token(),
            path: self.0.path.clone(),
            signed_in: self.0.signed_in.get().map(SignedIn::view),
            notice: self.0.notice.as_ref().map(|key| words::say(lang, key, &[])),
        }
    }

    fn token(&self) -> String {
        // No cookie is ever set on the files host, and nothing is sent to it by a form.
        if self.0.surface == Surface::Files {
            return String::new();
        }
        let session = self.0.new_session.get().or(self.0.session.as_ref());
        let holder = match (session, &self.0.visitor) {
            (Some(session), _) => session.as_str(),
            (None, Some(visitor)) => visitor,
            (None, None) => {
                self.0.new_visitor.get_or_init(|| SessionKey::mint().as_str().to_owned())
            }
        };
        self.0.site.seal.token(holder)
    }
}

impl SignedIn {
    fn view(&self) -> SignedInView {
        let idle_seconds = self.idle.as_secs();
        SignedInView {
            name: self.name.clone(),
            nav: self.nav,
            idle_seconds,
            warn_seconds: idle_seconds.saturating_sub(120),
        }
    }
}

impl<'a> FromRequest<'a> for Here {
    async fn from_request(request: &'a Request, _: &mut RequestBody) -> poem::Result<Self> {
        of(request).map_err(Into::into)
    }
}

/// The same for code that has the request in hand.
pub(crate) fn of(request: &Request) -> Result<Here, Problem> {
    request.data::<Here>().cloned().ok_or_else(|| Problem::fault("the surface is not dressed"))
}

/// The address of the client of a request.
pub fn client_of(request: &Request) -> IpAddr {
    let trusted = request.data::<ClientAddress>().map(|client| client.0);
    let direct = || request.remote_addr().as_socket_addr().map(std::net::SocketAddr::ip);
    trusted.or_else(direct).unwrap_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED))
}
