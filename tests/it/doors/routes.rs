//! The doors of the house: every route of every surface, and what stands in the routers' sources.

use std::collections::BTreeSet;
use std::path::Path;

use regex::Regex;

/// Where a door is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Surface {
    Portal,
    Desk,
    Admin,
    /// What only the console of the central operator has.
    Operator,
    Files,
    Directory,
}

/// What a door takes.
#[derive(Debug, Clone, Copy)]
pub(super) enum Sends {
    Nothing,
    /// A form. `{position}`, `{receiver}` and `{command}` stand for ids of the sender's own.
    Fields(&'static [(&'static str, &'static str)]),
    /// A form with a file in this field.
    File(&'static str),
}

/// Who may open it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum For {
    Everybody,
    /// Whoever is signed in; anybody else is asked to sign in first.
    SignedIn,
}

#[derive(Debug, Clone, Copy)]
pub(super) struct Door {
    pub(super) surface: Surface,
    pub(super) method: &'static str,
    /// As the router writes it, with `:names`.
    pub(super) path: &'static str,
    pub(super) sends: Sends,
    pub(super) open: For,
}

impl Surface {
    pub(super) fn host(self, slug: &str) -> String {
        match self {
            Self::Portal => format!("{slug}.localhost:8080"),
            Self::Desk => format!("{slug}-desk.localhost:8080"),
            Self::Admin => format!("{slug}-admin.localhost:8080"),
            Self::Operator => "central-admin.localhost:8080".to_owned(),
            Self::Files => format!("{slug}-files.localhost:8080"),
            Self::Directory => "localhost:8080".to_owned(),
        }
    }

    fn of(name: &str) -> Self {
        match name {
            "portal" => Self::Portal,
            "desk" => Self::Desk,
            "admin" => Self::Admin,
            "operator" => Self::Operator,
            "files" => Self::Files,
            _ => Self::Directory,
        }
    }
}

impl Door {
    pub(super) fn changes(&self) -> bool {
        self.method == "POST"
    }

    /// Whether it is open to whoever receives visitors, and to nobody else of the staff.
    pub(super) fn is_at_counter(&self) -> bool {
        self.surface == Surface::Desk && self.path.starts_with("/counter")
    }

    /// The names in its path, in order.
    pub(super) fn names(&self) -> Vec<&'static str> {
        self.path.split('/').filter_map(|part| part.strip_prefix(':')).collect()
    }

    /// What one of these names stands for.
    pub(super) fn kind(&self, name: &str) -> &'static str {
        let begins = |with: &str| self.path.starts_with(with);
        match name {
            "document" if begins("/counter") => "counter document",
            "document" if begins("/drafts") => "draft document",
            "document" if begins("/cases") => "case document",
            "document" if self.path.ends_with("/removal") => "staged document",
            "document" => "request document",
            "id" if begins("/counter/drafts") => "counter draft",
            "id" if begins("/counter") => "counter case",
            "id" if begins("/drafts") => "draft",
            "id" if begins("/requests") => "request",
            "id" if begins("/cases") => "case",
            "id" if begins("/sessions") => "session",
            "id" if begins("/processes/drafts") => "process draft",
            "id" if begins("/processes") => "process",
            "test" => "process test",
            "number" => "version number",
            "place" => "place",
            "task" => "task",
            "step" => "step",
            "referral" => "referral",
            "position" => "position",
            "ticket" => "ticket",
            "unit" => "unit",
            "post" => "post",
            "member" => "member",
            "kind" => "notice kind",
            "channel" => "notice channel",
            "lang" => "notice language",
            "incident" => "incident",
            "migration" => "migration",
            "slug" => "tenant",
            "key" if begins("/decisions") => "decision",
            "key" => "service",
            other => panic!("{}: what is a {other}?", self.path),
        }
    }
}

const fn door(
    surface: Surface,
    (method, path): (&'static str, &'static str),
    open: For,
    sends: Sends,
) -> Door {
    Door { surface, method, path, sends, open }
}

const fn get(surface: Surface, path: &'static str, open: For) -> Door {
    door(surface, ("GET", path), open, Sends::Nothing)
}

const fn portal(path: &'static str, open: For, fields: &'static [(&str, &str)]) -> Door {
    door(Surface::Portal, ("POST", path), open, Sends::Fields(fields))
}

const fn desk(path: &'static str, fields: &'static [(&str, &str)]) -> Door {
    door(Surface::Desk, ("POST", path), For::SignedIn, Sends::Fields(fields))
}

const fn admin(path: &'static str, fields: &'static [(&str, &str)]) -> Door {
    door(Surface::Admin, ("POST", path), For::SignedIn, Sends::Fields(fields))
}

const LANGUAGE: &[(&str, &str)] = &[("lang", "en"), ("next", "/")];
const SIGN_IN: &[(&str, &str)] =
    &[("username", "nobody"), ("password", "x"), ("second", "1"), ("next", "/"), ("kept", "")];
const PASSWORD: &[(&str, &str)] =
    &[("password", "x"), ("new", "seven-hills-of-snow"), ("repeated", "seven-hills-of-snow")];
const AUTHENTICATOR: &[(&str, &str)] = &[("password", "x"), ("kept", ""), ("code", "1")];
const UNIT: &[(&str, &str)] =
    &[("_command", "{command}"), ("title", "ادارهٔ تازه"), ("title_en", ""), ("parent", "")];
const POSITION: &[(&str, &str)] = &[
    ("_command", "{command}"),
    ("title", "کارشناس تازه"),
    ("title_en", ""),
    ("unit", "{unit}"),
    ("phone", ""),
];
const COMMAND: &[(&str, &str)] = &[("_command", "{command}")];

/// A visitor with nothing wrong about them.
pub(super) const VISITOR: &[(&str, &str)] = &[
    ("channel", "in-person"),
    ("check", "passport"),
    ("kind", "foreign-id"),
    ("id", "123456789012"),
    ("name", "مراجع آزمون درها"),
    ("mobile", ""),
    ("authority", "oneself"),
];

const SKIP: &[(&str, &str)] = &[("_command", "{command}"), ("skip-reason", "دلیل")];
const CORRECTION: &[(&str, &str)] = &[
    ("_command", "{command}"),
    ("correct-name", "outcome"),
    ("correct-kind", "text"),
    ("correct-value", "complete"),
    ("correct-reason", "دلیل"),
];

/// The state of a draft that a form was made on.
const REV: &[(&str, &str)] = &[("rev", "1")];
const TABLE: &[(&str, &str)] = &[
    ("rev", "1"),
    ("name", "در"),
    ("policy", "first"),
    ("inputs", "1"),
    ("outputs", "1"),
    ("rules", "1"),
    ("in.1.expression", "country"),
    ("r.1.t.1.op", "any"),
    ("r.1.a.1", "=1"),
    ("step", "save"),
];
const TRIED: &[(&str, &str)] = &[("rev", "1"), ("command", r#"{"do":"withdraw"}"#)];
const COMPONENT: &[(&str, &str)] =
    &[("rev", "1"), ("kind", "textfield"), ("behind", ""), ("key", "door"), ("label.fa", "در")];

/// Every route, by hand. That none is missing is what the test below is for.
pub(super) const DOORS: &[Door] = &[
    get(Surface::Directory, "/", For::Everybody),
    get(Surface::Directory, "/outbox", For::Everybody),
    door(Surface::Directory, ("POST", "/language"), For::Everybody, Sends::Fields(LANGUAGE)),
    get(Surface::Files, "/d/:ticket", For::Everybody),
    door(Surface::Files, ("HEAD", "/d/:ticket"), For::Everybody, Sends::Nothing),
    get(Surface::Portal, "/", For::Everybody),
    get(Surface::Portal, "/services/:key", For::Everybody),
    portal("/services/:key/drafts", For::SignedIn, &[]),
    get(Surface::Portal, "/sign-in", For::Everybody),
    portal("/sign-in", For::Everybody, &[("mobile", "09351112233"), ("next", "/"), ("kept", "")]),
    get(Surface::Portal, "/sign-in/code", For::Everybody),
    portal(
        "/sign-in/code",
        For::Everybody,
        &[("flow", ""), ("code", "1"), ("next", "/"), ("kept", "")],
    ),
    portal("/sign-out", For::Everybody, &[]),
    portal("/session/extension", For::SignedIn, &[]),
    portal("/language", For::Everybody, LANGUAGE),
    get(Surface::Portal, "/drafts/:id", For::SignedIn),
    portal("/drafts/:id", For::SignedIn, &[("companyName", "شرکت دیگر"), ("step", "leave")]),
    portal("/drafts/:id/autosave", For::SignedIn, &[("companyName", "شرکت دیگر")]),
    get(Surface::Portal, "/drafts/:id/documents", For::SignedIn),
    door(
        Surface::Portal,
        ("POST", "/drafts/:id/documents"),
        For::SignedIn,
        Sends::File("freeSale"),
    ),
    get(Surface::Portal, "/drafts/:id/documents/:document", For::SignedIn),
    portal("/drafts/:id/documents/:document/removal", For::SignedIn, &[]),
    get(Surface::Portal, "/drafts/:id/check", For::SignedIn),
    portal("/drafts/:id/submission", For::SignedIn, &[]),
    get(Surface::Portal, "/requests", For::SignedIn),
    get(Surface::Portal, "/requests/link", For::SignedIn),
    portal("/requests/link", For::SignedIn, &[("code", "1234123412341234"), ("fact", "")]),
    get(Surface::Portal, "/requests/:id", For::SignedIn),
    get(Surface::Portal, "/requests/:id/receipt", For::SignedIn),
    door(
        Surface::Portal,
        ("POST", "/requests/:id/documents"),
        For::SignedIn,
        Sends::File("articles"),
    ),
    get(Surface::Portal, "/requests/:id/documents/:document", For::SignedIn),
    portal("/requests/:id/documents/:document/removal", For::SignedIn, &[]),
    portal("/requests/:id/supply", For::SignedIn, COMMAND),
    get(Surface::Portal, "/requests/:id/withdrawal", For::SignedIn),
    portal("/requests/:id/withdrawal", For::SignedIn, COMMAND),
    get(Surface::Portal, "/tracking", For::Everybody),
    portal("/tracking", For::Everybody, &[("code", "1234123412341234"), ("fact", "0899")]),
    // The page that describes the API; its operations are tried in `api`.
    get(Surface::Portal, "/api/v1/", For::Everybody),
    get(Surface::Desk, "/", For::SignedIn),
    get(Surface::Desk, "/cartable/:position", For::SignedIn),
    get(Surface::Desk, "/cartable/:position/next", For::SignedIn),
    get(Surface::Desk, "/cases/:id", For::SignedIn),
    get(Surface::Desk, "/cases/:id/documents/:document", For::SignedIn),
    // These two and the next lead to the case's page, whose own door they are tried at.
    get(Surface::Desk, "/cases/:id/tasks/:task/completion", For::Everybody),
    desk(
        "/cases/:id/tasks/:task/completion",
        &[("_command", "{command}"), ("back", "/"), ("outcome", "complete")],
    ),
    get(Surface::Desk, "/cases/:id/referrals", For::Everybody),
    desk(
        "/cases/:id/referrals",
        &[
            ("_command", "{command}"),
            ("back", "/"),
            ("from", "{position}"),
            ("to", "{receiver}"),
            ("action", "opinion"),
            ("order", "بررسی کنید."),
            ("due.day", ""),
            ("due.month", ""),
            ("due.year", ""),
        ],
    ),
    get(Surface::Desk, "/cases/:id/referrals/:referral/answer", For::Everybody),
    desk(
        "/cases/:id/referrals/:referral/answer",
        &[("_command", "{command}"), ("back", "/"), ("answer", "بلامانع است.")],
    ),
    get(Surface::Desk, "/counter", For::SignedIn),
    get(Surface::Desk, "/counter/services/:key", For::SignedIn),
    desk("/counter/services/:key", &[("_command", "{command}"), ("name", "شرکت دیگر")]),
    get(Surface::Desk, "/counter/drafts/:id", For::SignedIn),
    desk("/counter/drafts/:id", &[("companyName", "شرکت دیگر"), ("step", "leave")]),
    desk("/counter/drafts/:id/autosave", &[("companyName", "شرکت دیگر")]),
    get(Surface::Desk, "/counter/drafts/:id/visitor", For::SignedIn),
    desk("/counter/drafts/:id/visitor", VISITOR),
    get(Surface::Desk, "/counter/drafts/:id/documents", For::SignedIn),
    door(
        Surface::Desk,
        ("POST", "/counter/drafts/:id/documents"),
        For::SignedIn,
        Sends::File("freeSale"),
    ),
    get(Surface::Desk, "/counter/drafts/:id/documents/:document", For::SignedIn),
    desk("/counter/drafts/:id/documents/:document/removal", &[]),
    get(Surface::Desk, "/counter/drafts/:id/check", For::SignedIn),
    desk("/counter/drafts/:id/registration", &[]),
    get(Surface::Desk, "/counter/requests/:id/receipt", For::SignedIn),
    get(Surface::Desk, "/sign-in", For::Everybody),
    door(Surface::Desk, ("POST", "/sign-in"), For::Everybody, Sends::Fields(SIGN_IN)),
    door(Surface::Desk, ("POST", "/sign-out"), For::Everybody, Sends::Fields(&[])),
    get(Surface::Desk, "/account", For::SignedIn),
    get(Surface::Desk, "/account/password", For::SignedIn),
    desk("/account/password", PASSWORD),
    get(Surface::Desk, "/account/authenticator", For::SignedIn),
    desk("/account/authenticator", AUTHENTICATOR),
    get(Surface::Desk, "/account/recovery-codes", For::SignedIn),
    desk("/account/recovery-codes", &[("password", "x")]),
    get(Surface::Desk, "/sessions", For::SignedIn),
    desk("/sessions/:id/end", &[]),
    desk("/session/extension", &[]),
    door(Surface::Desk, ("POST", "/language"), For::Everybody, Sends::Fields(LANGUAGE)),
    get(Surface::Admin, "/", For::SignedIn),
    get(Surface::Admin, "/services", For::SignedIn),
    get(Surface::Admin, "/services/:key", For::SignedIn),
    get(Surface::Admin, "/services/:key/versions/:number", For::SignedIn),
    admin("/services/:key/closure", &[]),
    admin("/services/:key/reopening", &[]),
    admin("/services/:key/draft", &[]),
    admin("/services/:key/draft/removal", REV),
    admin("/services/:key/draft/process", &[("rev", "1"), ("process", "none")]),
    get(Surface::Admin, "/services/:key/draft/sheet", For::SignedIn),
    admin("/services/:key/draft/sheet", &[("rev", "1"), ("title.fa", "عنوان")]),
    get(Surface::Admin, "/services/:key/draft/form", For::SignedIn),
    admin("/services/:key/draft/form", COMPONENT),
    get(Surface::Admin, "/services/:key/draft/form/new", For::SignedIn),
    get(Surface::Admin, "/services/:key/draft/form/:place", For::SignedIn),
    admin("/services/:key/draft/form/:place", COMPONENT),
    admin("/services/:key/draft/form/:place/move", &[("rev", "1"), ("direction", "up")]),
    get(Surface::Admin, "/services/:key/draft/form/:place/removal", For::SignedIn),
    admin("/services/:key/draft/form/:place/removal", REV),
    get(Surface::Admin, "/services/:key/draft/preview", For::SignedIn),
    get(Surface::Admin, "/services/:key/draft/publication", For::SignedIn),
    admin("/services/:key/draft/publication", REV),
    get(Surface::Admin, "/processes", For::SignedIn),
    get(Surface::Admin, "/processes/:id", For::SignedIn),
    get(Surface::Admin, "/processes/templates", For::SignedIn),
    admin("/processes/drafts", &[("key", ""), ("template", "one-step")]),
    get(Surface::Admin, "/processes/drafts/:id", For::SignedIn),
    admin(
        "/processes/drafts/:id/steps",
        &[("rev", "1"), ("behind", "register"), ("kind", "approval")],
    ),
    get(Surface::Admin, "/processes/drafts/:id/steps/:step", For::SignedIn),
    admin("/processes/drafts/:id/steps/:step", &[("rev", "1"), ("name.fa", "گام")]),
    admin("/processes/drafts/:id/steps/:step/move", &[("rev", "1"), ("direction", "up")]),
    admin("/processes/drafts/:id/steps/:step/removal", REV),
    get(Surface::Admin, "/processes/drafts/:id/diagram", For::SignedIn),
    admin("/processes/drafts/:id/diagram", &[("rev", "0"), ("xml", "<a/>")]),
    get(Surface::Admin, "/processes/drafts/:id/file", For::SignedIn),
    admin("/processes/drafts/:id/publication", REV),
    admin("/processes/drafts/:id/removal", REV),
    get(Surface::Admin, "/decisions", For::SignedIn),
    admin("/decisions", &[("name", "جدول درها"), ("key", "doors")]),
    get(Surface::Admin, "/decisions/:key", For::SignedIn),
    get(Surface::Admin, "/decisions/:key/versions/:number", For::SignedIn),
    admin("/decisions/:key/opening", &[]),
    get(Surface::Admin, "/decisions/:key/draft", For::SignedIn),
    admin("/decisions/:key/draft", TABLE),
    admin("/decisions/:key/draft/removal", REV),
    get(Surface::Admin, "/processes/drafts/:id/trials", For::SignedIn),
    admin("/processes/drafts/:id/trials", &[("_service", ""), ("_vars", "")]),
    admin("/processes/drafts/:id/trials/commands", TRIED),
    admin("/processes/drafts/:id/trials/repetition", &[]),
    admin("/processes/drafts/:id/trials/removal", &[]),
    get(Surface::Admin, "/processes/drafts/:id/tests", For::SignedIn),
    admin("/processes/drafts/:id/tests", &[("rev", "1"), ("title", "آزمون")]),
    get(Surface::Admin, "/processes/drafts/:id/tests/:test", For::SignedIn),
    admin("/processes/drafts/:id/tests/:test/acceptance", &[]),
    admin("/processes/drafts/:id/tests/:test/removal", &[]),
    get(Surface::Admin, "/incidents", For::SignedIn),
    get(Surface::Admin, "/incidents/:incident", For::SignedIn),
    admin("/incidents/:incident/retry", COMMAND),
    admin("/incidents/:incident/skip", SKIP),
    admin(
        "/incidents/:incident/assignment",
        &[("_command", "{command}"), ("assign-position", "{position}")],
    ),
    admin("/incidents/:incident/correction", CORRECTION),
    admin("/incidents/:incident/closure", &[("_command", "{command}"), ("close-reason", "دلیل")]),
    get(Surface::Admin, "/migrations", For::SignedIn),
    get(Surface::Admin, "/migrations/plan", For::SignedIn),
    admin(
        "/migrations/plan",
        &[("_command", "{command}"), ("from", "{process}"), ("to", "{process}")],
    ),
    get(Surface::Admin, "/migrations/:migration", For::SignedIn),
    admin("/migrations/:migration/stop", &[]),
    get(Surface::Admin, "/sign-in", For::Everybody),
    door(Surface::Admin, ("POST", "/sign-in"), For::Everybody, Sends::Fields(SIGN_IN)),
    door(Surface::Admin, ("POST", "/sign-out"), For::Everybody, Sends::Fields(&[])),
    get(Surface::Admin, "/account", For::SignedIn),
    get(Surface::Admin, "/account/password", For::SignedIn),
    admin("/account/password", PASSWORD),
    get(Surface::Admin, "/account/authenticator", For::SignedIn),
    admin("/account/authenticator", AUTHENTICATOR),
    get(Surface::Admin, "/account/recovery-codes", For::SignedIn),
    admin("/account/recovery-codes", &[("password", "x")]),
    get(Surface::Admin, "/sessions", For::SignedIn),
    admin("/sessions/:id/end", &[]),
    admin("/session/extension", &[]),
    door(Surface::Admin, ("POST", "/language"), For::Everybody, Sends::Fields(LANGUAGE)),
    get(Surface::Admin, "/organisation", For::SignedIn),
    get(Surface::Admin, "/organisation/units/new", For::SignedIn),
    admin("/organisation/units/new", UNIT),
    get(Surface::Admin, "/organisation/units/:unit", For::SignedIn),
    admin("/organisation/units/:unit", &[("title", "ادارهٔ دیگر"), ("title_en", "")]),
    // Where only something is done, a look leads to the page that it is done on.
    get(Surface::Admin, "/organisation/units/:unit/closure", For::Everybody),
    admin("/organisation/units/:unit/closure", &[]),
    get(Surface::Admin, "/organisation/positions/new", For::SignedIn),
    admin("/organisation/positions/new", POSITION),
    get(Surface::Admin, "/organisation/positions/:post", For::SignedIn),
    admin("/organisation/positions/:post", POSITION),
    get(Surface::Admin, "/organisation/positions/:post/closure", For::Everybody),
    admin("/organisation/positions/:post/closure", &[]),
    get(Surface::Admin, "/organisation/positions/:post/appointment", For::SignedIn),
    admin(
        "/organisation/positions/:post/appointment",
        &[("staff", "{member}"), ("since", ""), ("until", "")],
    ),
    get(Surface::Admin, "/organisation/positions/:post/appointment-end", For::Everybody),
    admin("/organisation/positions/:post/appointment-end", &[("staff", "{member}")]),
    get(Surface::Admin, "/organisation/members", For::SignedIn),
    get(Surface::Admin, "/organisation/members/new", For::SignedIn),
    admin("/organisation/members/new", &[("name", "تازه‌وارد"), ("username", "x.tazevared")]),
    get(Surface::Admin, "/organisation/members/:member", For::SignedIn),
    admin("/organisation/members/:member", &[("name", "نام دیگر")]),
    get(Surface::Admin, "/organisation/members/:member/password", For::Everybody),
    admin("/organisation/members/:member/password", &[]),
    get(Surface::Admin, "/organisation/members/:member/authenticator", For::Everybody),
    admin("/organisation/members/:member/authenticator", &[]),
    get(Surface::Admin, "/organisation/members/:member/suspension", For::Everybody),
    admin("/organisation/members/:member/suspension", &[]),
    get(Surface::Admin, "/organisation/members/:member/return", For::Everybody),
    admin("/organisation/members/:member/return", &[]),
    get(Surface::Admin, "/organisation/members/:member/sign-out", For::Everybody),
    admin("/organisation/members/:member/sign-out", &[]),
    get(Surface::Admin, "/notices", For::SignedIn),
    get(Surface::Admin, "/notices/:kind/:channel/:lang", For::SignedIn),
    admin("/notices/:kind/:channel/:lang", &[("text", "{code}"), ("step", "save")]),
    get(Surface::Admin, "/audit", For::SignedIn),
    get(Surface::Operator, "/tenants", For::SignedIn),
    get(Surface::Operator, "/tenants/:slug", For::SignedIn),
];

type Key = (Surface, String, String);

/// The routes of one router's source.
fn written(surface: Surface, source: &str) -> BTreeSet<Key> {
    let at = Regex::new(r#"\.at\(\s*"([^"]+)","#).expect("a pattern");
    let method = Regex::new(r"\b(get|post|put|patch|delete|head|options)\(").expect("a pattern");
    let starts: Vec<_> = at.captures_iter(source).map(|c| c.get(0).expect("whole")).collect();
    let ends = starts.iter().skip(1).map(regex::Match::start).chain([source.len()]);
    let mut found = BTreeSet::new();
    for (start, end) in starts.iter().zip(ends) {
        let path = &at.captures(start.as_str()).expect("the same")[1];
        // The last route ends where something else than a route is put on.
        let rest = source[start.end()..end].split(".data(").next().unwrap_or_default();
        for verb in method.captures_iter(rest) {
            found.insert((surface, verb[1].to_uppercase(), path.to_owned()));
        }
    }
    found
}

#[test]
fn every_route_stands_in_the_list() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut routes = BTreeSet::new();
    for (name, file) in [
        ("portal", "server/portal/src/router.rs"),
        ("portal", "server/api/src/reference/mod.rs"),
        ("desk", "server/desk/src/router.rs"),
        ("admin", "admin/src/router.rs"),
        ("operator", "admin/src/hosting/mod.rs"),
        // Both surfaces of the staff mount the same door.
        ("desk", "server/staff/src/router.rs"),
        ("admin", "server/staff/src/router.rs"),
        ("files", "server/portal/src/files/mod.rs"),
        ("directory", "server/portal/src/directory/mod.rs"),
    ] {
        let source = std::fs::read_to_string(root.join(file)).expect("a router");
        let found = written(Surface::of(name), &source);
        assert!(!found.is_empty(), "no route is read from {file}");
        routes.extend(found);
    }
    let key = |door: &Door| (door.surface, door.method.to_owned(), door.path.to_owned());
    let listed: BTreeSet<Key> = DOORS.iter().map(key).collect();
    assert_eq!(listed.len(), DOORS.len(), "a door stands in the list twice");
    let untried: Vec<_> = routes.difference(&listed).collect();
    let gone: Vec<_> = listed.difference(&routes).collect();
    assert!(untried.is_empty() && gone.is_empty(), "untried: {untried:?}\ngone: {gone:?}");
}

#[test]
fn a_route_is_read_from_source_however_it_is_written() {
    let source = r#"Route::new()
        .at("/a", get(a::page).post(a::send))
        .at(
            "/b/:id",
            poem::RouteMethod::new().get(redeem).head(peek),
        )
        .at("/c", delete(c))
        .data(state.get(x))"#;
    let found: Vec<_> =
        written(Surface::Portal, source).into_iter().map(|(_, m, p)| format!("{m}{p}")).collect();
    assert_eq!(found, ["DELETE/c", "GET/a", "GET/b/:id", "HEAD/b/:id", "POST/a"]);
}
