//! Files that mean harm, sent over a socket as a browser sends them (F-02): each is refused with
//! words about itself, or kept as what it is and handed out in a way that nothing can run.

mod bodies;
mod corpus;
mod images;
mod names;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use app::config::Limits;
use app::http::Server;
use app::wiring;
use locale::words::{Lang, say1};
use reqwest::header::{CONTENT_TYPE, COOKIE, HOST, LOCATION, ORIGIN};
use reqwest::{Client, RequestBuilder, Response, redirect};
use scraper::{Html, Selector};
use tokio::net::TcpListener;

use super::canaries::files;
use super::company;
use super::probe::token_of;
use crate::support::TestDesk;

/// What comes of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    /// Not taken; the page says why in these words (`upload-…`).
    Refused(&'static str),
    /// Not taken, for whichever reason is found first.
    RefusedSomehow,
    /// Not even looked at: the form itself is broken.
    Broken,
    /// Seen as a field of the form that is no file, so that a file is still asked for.
    NoFile,
    /// Taken for the PDF or image that it also is, and inert on its way out.
    Inert,
}

/// One file with everything that comes along.
struct Case {
    what: String,
    /// As it stands between the quotes of the part's header.
    name: Vec<u8>,
    declared: &'static str,
    bytes: Vec<u8>,
    fate: Fate,
}

const PDF: &str = "application/pdf";
const PNG: &str = "image/png";
const JPG: &str = "image/jpeg";

fn case(
    what: impl Into<String>,
    (name, declared): (&str, &'static str),
    bytes: &[u8],
    fate: Fate,
) -> Case {
    Case {
        what: what.into(),
        name: name.as_bytes().to_vec(),
        declared,
        bytes: bytes.to_vec(),
        fate,
    }
}

/// An applicant at the documents of a draft, over a socket.
struct Sender {
    client: Client,
    at: String,
    cookie: String,
    token: String,
    draft: String,
}

/// An answer, read.
struct Told {
    status: u16,
    to: Option<String>,
    text: String,
}

impl Sender {
    async fn sends(&self, case: &Case) -> Told {
        const EDGE: &str = "----hostile-files";
        let mut body = Vec::new();
        for (name, value) in [("_token", self.token.as_str()), ("field", it::company::FIELD)] {
            let part = format!(
                "--{EDGE}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
            );
            body.extend(part.into_bytes());
        }
        let head = format!(
            "--{EDGE}\r\nContent-Disposition: form-data; name=\"{}\"; filename=\"",
            it::company::FIELD
        );
        body.extend(head.into_bytes());
        body.extend(&case.name);
        body.extend(format!("\"\r\nContent-Type: {}\r\n\r\n", case.declared).into_bytes());
        body.extend(&case.bytes);
        body.extend(format!("\r\n--{EDGE}--\r\n").into_bytes());
        let request = self.client.post(format!("{}{}", self.at, self.documents()));
        let kind = format!("multipart/form-data; boundary={EDGE}");
        told(self.honest(request).header(CONTENT_TYPE, kind).body(body)).await
    }

    async fn page(&self, path: &str) -> Told {
        told(self.honest(self.client.get(format!("{}{path}", self.at)))).await
    }

    /// Takes the document of a draft back, so that there is room for the next.
    async fn removes(&self, document: &str) {
        let request = self.client.post(format!("{}{document}/removal", self.at));
        let (kind, body) = company::urlencoded(&[("_token", &self.token)]);
        let done = told(self.honest(request).header(CONTENT_TYPE, kind).body(body)).await;
        assert_eq!(done.status, 303, "{document}: {}", done.text);
    }

    /// What the files host hands out for a document.
    async fn fetches(&self, document: &str) -> Response {
        let to = self.page(document).await.to.expect("a ticket");
        let path = &to[to.find("/d/").expect("a ticket")..];
        let request = self.client.get(format!("{}{path}", self.at));
        request.header(HOST, "fda-files.localhost:8080").send().await.expect("an answer")
    }

    fn documents(&self) -> String {
        format!("/drafts/{}/documents", self.draft)
    }

    fn honest(&self, request: RequestBuilder) -> RequestBuilder {
        let request = request.header(HOST, "fda.localhost:8080").header(COOKIE, &self.cookie);
        request.header("sec-fetch-site", "same-origin").header(ORIGIN, "http://fda.localhost:8080")
    }
}

async fn told(request: RequestBuilder) -> Told {
    let answer = request.send().await.expect("an answer");
    let status = answer.status().as_u16();
    let to = answer.headers().get(LOCATION).and_then(|to| to.to_str().ok()).map(str::to_owned);
    Told { status, to, text: answer.text().await.expect("its body") }
}

impl Told {
    /// The sentences beside the controls and in the summary.
    fn says(&self, words: &str) -> bool {
        let page = Html::parse_document(&self.text);
        let main = Selector::parse("main").expect("a selector");
        page.select(&main).any(|main| main.text().collect::<String>().contains(words))
    }
}

/// The server with its socket, and an applicant who may send.
async fn open(desk: &TestDesk) -> (Server, Sender) {
    let mut browser = desk.applicant("fda", company::MOBILE).await;
    let draft = company::drafts(&mut browser, company::ANSWERS).await;
    let token = token_of(&browser.get(&format!("/drafts/{draft}/documents")).await);
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let site = Arc::new(wiring::site(&desk.state));
    let server = Server::start(listener, site, &Limits::default()).expect("a server");
    let client = Client::builder().redirect(redirect::Policy::none()).build().expect("a client");
    let at = format!("http://{}", server.address());
    (server, Sender { client, at, cookie: browser.cookie(), token, draft })
}

#[tokio::test]
async fn a_hostile_file_is_refused_with_words_or_kept_inert() {
    let corpus = corpus::all();
    assert!(corpus.len() >= 200, "{} files", corpus.len());
    let desk = TestDesk::open().await;
    let (server, sender) = open(&desk).await;
    let mut fates: BTreeMap<&str, usize> = BTreeMap::new();
    for case in &corpus {
        let told = sender.sends(case).await;
        let fate = match case.fate {
            Fate::Refused(words) => is_refused(case, &told, &[words]),
            Fate::RefusedSomehow => is_refused(case, &told, REASONS),
            Fate::Broken => is_broken(case, &told),
            Fate::NoFile => is_no_file(case, &told),
            Fate::Inert => is_inert(case, &told, &sender).await,
        };
        *fates.entry(fate).or_default() += 1;
    }
    println!("{} files: {fates:?}", corpus.len());
    assert_eq!(kept(desk.place(), "objects").len(), fates["taken"], "only what was taken is kept");
    assert_eq!(kept(desk.place(), "spool"), Vec::<String>::new(), "nothing waits in the spool");
    server.stop(std::time::Duration::ZERO).await;
}

const REASONS: &[&str] = &["empty", "too-big", "wrong-type", "mismatch", "unsafe", "damaged"];

fn is_refused(case: &Case, told: &Told, reasons: &[&str]) -> &'static str {
    assert_eq!(told.status, 422, "{}: {:?}", case.what, told.to);
    let says = |reason: &&&str| told.says(&say1(Lang::Fa, &format!("upload-{reason}")));
    let found = REASONS.iter().find(says).copied();
    let found = found.unwrap_or_else(|| panic!("{} is refused without a word", case.what));
    assert!(reasons.contains(&found), "{}: {found}, and not {reasons:?}", case.what);
    found
}

fn is_broken(case: &Case, told: &Told) -> &'static str {
    assert!(matches!(told.status, 400 | 413), "{}: {} {:?}", case.what, told.status, told.to);
    "broken"
}

fn is_no_file(case: &Case, told: &Told) -> &'static str {
    let asked = told.says(&say1(Lang::Fa, "form-file-required"));
    assert!(told.status == 422 && asked, "{}: {} {:?}", case.what, told.status, told.to);
    "no file"
}

/// Taken, and handed out as an attachment of its own kind under a name that says no more.
async fn is_inert(case: &Case, told: &Told, sender: &Sender) -> &'static str {
    let what = &case.what;
    assert_eq!(told.status, 303, "{what}: {}", told.text);
    let page = sender.page(&sender.documents()).await.text;
    let removal = Selector::parse("form[action$='/removal']").expect("a selector");
    let document = Html::parse_document(&page)
        .select(&removal)
        .find_map(|form| form.attr("action")?.strip_suffix("/removal").map(str::to_owned))
        .unwrap_or_else(|| panic!("{what} is nowhere on the page"));
    let answer = sender.fetches(&document).await;
    assert_eq!(answer.status().as_u16(), 200, "{what}");
    let header = |name: &str| {
        let value = answer.headers().get(name).and_then(|value| value.to_str().ok());
        value.unwrap_or_else(|| panic!("{what} comes without {name}")).to_owned()
    };
    let offered = header("content-disposition");
    assert!(offered.starts_with("attachment; filename=\"document."), "{what}: {offered}");
    // Control and direction characters, slashes and quotes, as they would stand in the header.
    for hidden in ["%00", "%0A", "%0D", "%22", "%2F", "%5C", "%E2%80%8F", "%E2%80%AE", "%E2%81%A6"]
    {
        assert!(!offered.contains(hidden), "{what}: {offered}");
    }
    assert_eq!(header("content-type"), case.declared, "{what}");
    assert_eq!(header("x-content-type-options"), "nosniff", "{what}");
    let policy = header("content-security-policy");
    assert!(
        policy.starts_with("sandbox") && policy.contains("default-src 'none'"),
        "{what}: {policy}"
    );
    assert!(!answer.headers().contains_key("set-cookie"), "{what}");
    assert_eq!(answer.bytes().await.expect("its bytes"), case.bytes, "{what} changed on its way");
    sender.removes(&document).await;
    "taken"
}

/// The names of all files that lie in a folder of this desk.
fn kept(place: &Path, folder: &str) -> Vec<String> {
    let mut all = files(place);
    all.retain(|file| {
        let hidden =
            |part: std::path::Component<'_>| part.as_os_str().to_string_lossy().starts_with('.');
        let own = file.strip_prefix(place).unwrap_or(file);
        own.starts_with(folder) && !own.components().any(hidden)
    });
    all.iter().map(|file| file.display().to_string()).collect()
}
