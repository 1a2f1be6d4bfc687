//! Headers and cookies of every answer: pages, redirects, errors, files.

use app::config::Scheme;
use app::wiring::{self, Parts};
use regex::Regex;

use super::probe::Try;
use super::routes::{DOORS, Surface};
use super::scene::Scene;
use crate::support::{Browser, Heard, Knock, TestDesk};

const SURFACES: [Surface; 5] =
    [Surface::Portal, Surface::Desk, Surface::Admin, Surface::Files, Surface::Directory];

const ALWAYS: &[(&str, &str)] = &[
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    ("referrer-policy", "same-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
];

/// What a policy must say, surface by surface.
fn demanded(surface: Surface) -> &'static [&'static str] {
    const PAGES: &[&str] = &[
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "object-src 'none'",
    ];
    const TRUSTED: &[&str] = &[
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "object-src 'none'",
        "require-trusted-types-for 'script'",
    ];
    match surface {
        Surface::Portal | Surface::Directory => TRUSTED,
        Surface::Desk | Surface::Admin | Surface::Operator => PAGES,
        Surface::Files => &["sandbox", "default-src 'none'", "frame-ancestors 'none'"],
    }
}

/// What is wrong with an answer of a surface.
pub(super) fn flaws(surface: Surface, heard: &Heard) -> Vec<String> {
    let mut flaws = Vec::new();
    let mut demand = |met: bool, what: String| {
        if !met {
            flaws.push(what);
        }
    };
    for (name, value) in ALWAYS {
        demand(heard.header(name) == Some(value), format!("{name}: {:?}", heard.header(name)));
        demand(heard.headers.get_all(*name).iter().count() == 1, format!("{name} more than once"));
    }
    demand(heard.header("permissions-policy").is_some(), "no permissions-policy".into());
    demand(heard.header("cache-control") == Some("no-store"), "it may be kept".into());
    let policy = heard.header("content-security-policy").unwrap_or_default();
    let parts: Vec<_> = policy.split(';').map(str::trim).collect();
    for part in demanded(surface) {
        demand(parts.contains(part), format!("the policy lacks {part}: {policy}"));
    }
    for hole in ["unsafe-inline", "unsafe-eval", "unsafe-hashes", "*", "http:", "https:"] {
        demand(!policy.contains(hole), format!("the policy allows {hole}"));
    }
    for telling in ["server", "x-powered-by"] {
        demand(heard.header(telling).is_none(), format!("{telling} is told"));
    }
    flaws.extend(cookie_flaws(surface, heard));
    flaws.extend(page_flaws(heard));
    flaws
}

fn cookie_flaws(surface: Surface, heard: &Heard) -> Vec<String> {
    let staff = matches!(surface, Surface::Desk | Surface::Admin | Surface::Operator);
    let strict = if staff { "SameSite=Strict" } else { "SameSite=Lax" };
    let mut flaws = Vec::new();
    for cookie in heard.headers.get_all("set-cookie") {
        let cookie = cookie.to_str().expect("plain text");
        let parts: Vec<_> = cookie.split(';').map(str::trim).collect();
        let sound = parts[0].starts_with("__Host-")
            && ["Path=/", "HttpOnly", "Secure", strict].iter().all(|part| parts.contains(part))
            && !parts.iter().any(|part| part.to_ascii_lowercase().starts_with("domain"));
        if !sound || surface == Surface::Files {
            flaws.push(format!("a cookie: {cookie}"));
        }
    }
    flaws
}

/// Nothing inline, so that the policy never has to be loosened.
fn page_flaws(heard: &Heard) -> Vec<String> {
    let inline = Regex::new(
        r#"(?i)<style|\sstyle\s*=|<script(?:[^>]*)>[^<]|\son[a-z]+\s*=\s*["']|javascript:|<base"#,
    )
    .expect("a pattern");
    let page = heard.text();
    inline.find_iter(&page).map(|found| format!("inline: {}", found.as_str())).collect()
}

#[tokio::test]
async fn every_answer_of_every_door_carries_the_headers() {
    let scene = Scene::open().await;
    let (desk, fda) = (&scene.desk, &scene.fda);
    for door in DOORS {
        let nobody = desk.browser(&door.surface.host("fda"));
        let browsers = match door.surface {
            Surface::Portal => vec![&fda.citizen, &nobody],
            Surface::Desk if door.is_at_counter() => vec![&fda.counter, &nobody],
            Surface::Desk => vec![&fda.expert, &nobody],
            Surface::Admin => vec![&fda.admin, &nobody],
            Surface::Operator => vec![&scene.operator, &nobody],
            Surface::Files | Surface::Directory => vec![&nobody],
        };
        for (who, browser) in browsers.into_iter().enumerate() {
            let from = super::probe::same_origin(browser.host());
            // Without a token every form is refused, so nothing is used up on the way.
            let attempt = Try { door, ids: &fda.ids, own: &fda.ids, token: None, from };
            let heard = attempt.by(browser).await;
            let flaws = flaws(door.surface, &heard);
            let what = format!("{} {:?} {} ({who})", door.method, door.surface, door.path);
            assert!(flaws.is_empty(), "{what}, {}: {flaws:#?}", heard.status);
        }
    }
}

#[tokio::test]
async fn errors_carry_the_headers_as_well() {
    let desk = TestDesk::open().await;
    for surface in SURFACES {
        let browser = desk.browser(&surface.host("fda"));
        let same = || ("sec-fetch-site", "same-origin".to_owned());
        let form = || ("content-type", "application/x-www-form-urlencoded".to_owned());
        let cases = [
            (404, knock("GET", "/nothing/here", vec![], "")),
            (404, knock("GET", "/drafts/not-an-id", vec![], "")),
            (404, knock("GET", "/assets/nothing.js", vec![], "")),
            (404, knock("GET", "/../../etc/passwd", vec![], "")),
            (404, knock("GET", "/%2e%2e/%00", vec![], "")),
            (405, knock("PUT", "/language", vec![same()], "")),
            (403, knock("POST", "/language", vec![form()], "lang=en")),
            (415, knock("POST", "/language", vec![same()], "lang=en")),
            (400, knock("POST", "/language", vec![same(), form()], "lang=%ff")),
            (400, knock("POST", "/language", vec![same(), form()], "lang=%zz")),
            (413, knock("POST", "/language", vec![same(), form()], &"a=1&".repeat(20_000))),
        ];
        for (status, knock) in cases {
            let what = format!("{surface:?} {} {}", knock.method, knock.path);
            let heard = browser.knock(knock).await;
            // Not every surface has every door; none of them answers with a fault.
            let expected = surface != Surface::Files;
            let is = heard.status.as_u16();
            assert!(!expected || is == status || is == 404, "{what}: {is}, not {status}");
            assert!((400..500).contains(&is), "{what}: {is}");
            let flaws = flaws(surface, &heard);
            assert!(flaws.is_empty(), "{what}, {is}: {flaws:#?}");
        }
    }
    let lost = desk.browser("nobody.localhost").knock(knock("GET", "/", vec![], "")).await;
    assert_eq!(flaws(Surface::Directory, &lost), Vec::<String>::new());
}

fn knock<'a>(
    method: &'a str,
    path: &'a str,
    headers: Vec<(&'a str, String)>,
    body: &str,
) -> Knock<'a> {
    Knock { method, path, headers, body: body.as_bytes().to_vec() }
}

#[tokio::test]
async fn a_fault_tells_no_cause() {
    let desk = TestDesk::open().await;
    let [citizen, clerk] = both(&desk).await;
    desk.database.pool.close().await;
    for (browser, path) in [(&citizen, "/requests"), (&clerk, "/sessions")] {
        let heard = browser.look(path).await;
        assert!(heard.status.is_server_error(), "{path}: {}", heard.status);
        let (surface, page) = (surface_of(browser), heard.text().to_lowercase());
        assert_eq!(flaws(surface, &heard), Vec::<String>::new());
        for cause in ["sqlx", "pool", "postgres", "select ", "panicked", ".rs:", "error:"] {
            assert!(!page.contains(cause), "{path} tells {cause}");
        }
    }
}

/// An applicant and a clerk.
async fn both(desk: &TestDesk) -> [Browser; 2] {
    let fda = desk.agency("fda").await;
    let clerk = desk.staff(&fda, fda.holder("secretariat-clerk")).await;
    [desk.applicant("fda", "09121110006").await, clerk]
}

fn surface_of(browser: &Browser) -> Surface {
    if browser.host().contains("-desk") { Surface::Desk } else { Surface::Portal }
}

#[tokio::test]
async fn browsers_are_told_to_insist_on_https_where_it_is_spoken() {
    let desk = TestDesk::open().await;
    let mut config = desk.state.parts.config.clone();
    config.hosts.scheme = Scheme::Https;
    let parts = Parts { config, ..desk.state.parts.clone() };
    let secure = wiring::open(parts).await.unwrap();
    for surface in SURFACES {
        let host = surface.host("fda");
        let plain = desk.browser(&host).knock(knock("GET", "/nothing", vec![], "")).await;
        assert_eq!(plain.header("strict-transport-security"), None, "{surface:?}");
        let secure = Browser::new(wiring::site(&secure), &host);
        let heard = secure.knock(knock("GET", "/nothing", vec![], "")).await;
        let told = heard.header("strict-transport-security").unwrap_or_default();
        assert!(told.starts_with("max-age=31536000"), "{surface:?}: {told}");
    }
}

#[tokio::test]
async fn assets_may_be_kept_and_carry_no_cookie() {
    let desk = TestDesk::open().await;
    let asset = Regex::new(r#"(?:href|src)="(/assets/[^"]+)""#).expect("a pattern");
    for browser in &both(&desk).await {
        let page = browser.look("/sign-in").await.text();
        let assets: Vec<_> = asset.captures_iter(&page).map(|c| c[1].to_owned()).collect();
        assert!(assets.len() >= 3, "{assets:?}");
        for path in &assets {
            let heard = browser.look(path).await;
            assert_eq!(heard.status.as_u16(), 200, "{path}");
            assert!(
                heard.header("cache-control").is_some_and(|kept| kept.contains("immutable")),
                "{path}"
            );
            assert!(heard.header("set-cookie").is_none(), "{path}");
            assert_eq!(heard.header("x-content-type-options"), Some("nosniff"), "{path}");
        }
    }
}

/// Wherever a form says to go on, it leads to a page of this host.
#[tokio::test]
async fn no_form_leads_to_another_site() {
    let desk = TestDesk::open().await;
    let evil = [
        "//evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "https://evil.example",
        "https:evil.example",
        "javascript:alert(1)",
        "/\t/evil.example",
        "\t//evil.example",
        "///evil.example",
        "/%09/evil.example",
        " //evil.example",
        "evil.example",
        "/\r\nx: y",
        "",
    ];
    for surface in [Surface::Portal, Surface::Desk, Surface::Admin, Surface::Directory] {
        let mut browser = desk.browser(&surface.host("fda"));
        let page = browser.get(if surface == Surface::Directory { "/" } else { "/sign-in" }).await;
        for next in evil {
            let mut fields = page.form("/language");
            fields.retain(|(name, _)| name != "next" && name != "lang");
            fields.extend([
                ("next".to_owned(), next.to_owned()),
                ("lang".to_owned(), "en".to_owned()),
            ]);
            let mut body = form_urlencoded::Serializer::new(String::new());
            let body = body.extend_pairs(&fields).finish().into_bytes();
            let body = Some(("application/x-www-form-urlencoded".to_owned(), body));
            let answer = browser.once("POST", "/language", body).await;
            let to = answer.header("location").unwrap_or_default().to_owned();
            assert!(is_here(&to), "{surface:?}: {next:?} leads to {to:?}");
        }
    }
    // The same for signing in, which says where it goes on in the page's own address.
    for next in evil {
        let asked: String = form_urlencoded::byte_serialize(next.as_bytes()).collect();
        let mut browser = desk.browser(&Surface::Portal.host("fda"));
        let page = browser.get(&format!("/sign-in?next={asked}")).await;
        let form = page.form("/sign-in");
        let kept = form.iter().find(|(name, _)| name == "next").map(|(_, v)| v.as_str());
        assert!(kept.is_some_and(is_here), "{next:?} stays as {kept:?}");
    }
}

/// Whether a browser stays on this host: one slash, then none.
fn is_here(path: &str) -> bool {
    let mut letters = path.chars();
    letters.next() == Some('/')
        && !matches!(letters.next(), Some('/' | '\\'))
        && !path.contains(['\\', '\t', '\r', '\n'])
}
