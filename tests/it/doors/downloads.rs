//! Documents on their way out: by ticket, as an attachment, unchanged or not at all.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::TimeDelta;
use regex::Regex;

use super::company::{self, PDF, multipart, pdf};
use super::probe::{token_of, told};
use crate::support::{Browser, Heard, Knock, TestDesk};

/// An applicant with a draft, and the token of their forms.
async fn applicant(desk: &TestDesk) -> (Browser, String, String) {
    let mut browser = desk.applicant("fda", company::MOBILE).await;
    let draft = company::drafts(&mut browser, company::ANSWERS).await;
    let token = token_of(&browser.get(&format!("/drafts/{draft}/documents")).await);
    (browser, draft, token)
}

/// Puts a document of this name to the draft; returns the path of the document.
async fn attached(browser: &mut Browser, (draft, token): (&str, &str), name: &str) -> String {
    let path = format!("/drafts/{draft}/documents");
    let body = multipart(&[("_token", token.to_owned())], pdf("proforma", name));
    let done = browser.once("POST", &path, Some(body)).await;
    assert_eq!(done.status.as_u16(), 303, "{name:?}: {}", done.text());
    let page = browser.get(&path).await;
    page.link(&format!("/drafts/{draft}/documents/"))
}

/// The address on the files host that a document's path leads to now.
async fn ticket(browser: &mut Browser, document: &str) -> String {
    let answer = browser.once("GET", document, None).await;
    assert_eq!(answer.status.as_u16(), 303, "{}", answer.text());
    let to = answer.header("location").expect("a ticket");
    assert!(to.starts_with("http://fda-files.localhost:"), "{to}");
    to[to.find("/d/").expect("a ticket")..].to_owned()
}

async fn fetch(desk: &TestDesk, slug: &str, path: &str) -> Heard {
    let files = desk.browser(&format!("{slug}-files.localhost:8080"));
    files.look(path).await
}

#[tokio::test]
async fn a_name_harms_nobody_on_its_way_out() {
    let desk = TestDesk::open().await;
    let (mut browser, draft, token) = applicant(&desk).await;
    let names = [
        "invoice.pdf",
        "پیش‌فاکتور نهایی.pdf",
        "a%22; filename=%22evil.exe.pdf",
        "x%0d%0aSet-Cookie: a=b.pdf",
        "\u{202e}fdp.exe.pdf",
        "\u{2066}a\u{2069}.pdf",
        "..%2f..%2fetc%2fpasswd.pdf",
        "../../etc/passwd.pdf",
        "C:\\Windows\\win.pdf",
        "<script>alert(1)</script>.pdf",
        "a';b=c&d.pdf",
        "100%.pdf",
        "..a.pdf",
        "CON.pdf",
    ];
    let sound = Regex::new(
        r#"^attachment; filename="document\.pdf"; filename\*=UTF-8''[A-Za-z0-9!#$&+.^_`|~%-]+$"#,
    )
    .expect("a pattern");
    for name in names {
        let document = attached(&mut browser, (&draft, &token), name).await;
        let heard = fetch(&desk, "fda", &ticket(&mut browser, &document).await).await;
        assert_eq!(heard.status.as_u16(), 200, "{name:?}");
        let offered = heard.header("content-disposition").unwrap_or_default();
        assert!(sound.is_match(offered), "{name:?}: {offered}");
        for hidden in ["%E2%80%AE", "%E2%81%A6", "%0D", "%0A", "%2F", "%5C"] {
            assert!(!offered.contains(hidden), "{name:?}: {offered}");
        }
        assert_eq!(heard.header("content-type"), Some("application/pdf"), "{name:?}");
        assert_eq!(heard.header("content-length"), Some(PDF.len().to_string().as_str()));
        assert_eq!(heard.header("x-content-type-options"), Some("nosniff"));
        assert!(heard.header("content-security-policy").is_some_and(|p| p.starts_with("sandbox")));
        assert_eq!(heard.header("set-cookie"), None, "{name:?}");
        assert_eq!((heard.body.as_slice(), heard.whole), (PDF, true), "{name:?}");
        let removal = format!("{document}/removal");
        company::post(&mut browser, &removal, &[("_token", &token)]).await;
    }
}

/// Where a ticket is brought, after how many seconds, and what comes back.
type Step = (&'static str, i64, u16);

#[tokio::test]
async fn a_ticket_opens_once_within_a_minute_and_only_where_it_was_issued() {
    let desk = TestDesk::open().await;
    let (mut browser, draft, token) = applicant(&desk).await;
    let document = attached(&mut browser, (&draft, &token), "a.pdf").await;
    let cases: [(&str, &[Step]); 4] = [
        ("at once", &[("fda", 0, 200), ("fda", 0, 404)]),
        ("in time", &[("fda", 55, 200)]),
        ("too late", &[("fda", 61, 404)]),
        ("elsewhere first", &[("fda2", 0, 404), ("fda", 0, 200), ("fda2", 0, 404)]),
    ];
    for (name, steps) in cases {
        let path = ticket(&mut browser, &document).await;
        for (slug, seconds, status) in steps {
            desk.desks().clock().advance(TimeDelta::seconds(*seconds));
            let heard = fetch(&desk, slug, &path).await;
            assert_eq!(heard.status.as_u16(), *status, "{name}, at {slug}");
            assert!(*status == 200 || !heard.body.windows(5).any(|w| w == b"%PDF-"), "{name}");
        }
    }
}

/// Elsewhere a good ticket is answered like one that nobody was ever given.
#[tokio::test]
async fn another_agency_does_not_tell_a_ticket_from_none() {
    let desk = TestDesk::open().await;
    let (mut browser, draft, token) = applicant(&desk).await;
    let document = attached(&mut browser, (&draft, &token), "a.pdf").await;
    let path = ticket(&mut browser, &document).await;
    let nobodys: String = path.chars().rev().collect();
    let nobodys = format!("/d/{}", nobodys.trim_end_matches("/d/"));
    let answers = [&path, &nobodys].map(async |path| told(&fetch(&desk, "fda2", path).await, path));
    let [foreign, random] = answers;
    assert_eq!(foreign.await, random.await);
}

#[tokio::test]
async fn a_look_at_a_ticket_uses_nothing_up_and_of_many_who_bring_it_one_is_served() {
    let desk = TestDesk::open().await;
    let (mut browser, draft, token) = applicant(&desk).await;
    let document = attached(&mut browser, (&draft, &token), "a.pdf").await;
    let path = ticket(&mut browser, &document).await;
    let files = desk.browser("fda-files.localhost:8080");
    for _ in 0..3 {
        let look = files.knock(Knock { method: "HEAD", path: &path, ..Knock::default() }).await;
        assert!(look.status.is_success() && look.body.is_empty());
        assert_eq!(look.header("content-disposition"), None, "a look tells no name");
    }
    let all = futures_util::future::join_all((0..6).map(|_| fetch(&desk, "fda", &path))).await;
    let served = all.iter().filter(|heard| heard.status.as_u16() == 200).count();
    assert_eq!(served, 1);
}

/// Whoever has a session at the portal brings nothing of it to the files host, and needs nothing.
#[tokio::test]
async fn the_files_host_does_not_look_at_cookies() {
    let desk = TestDesk::open().await;
    let (mut browser, draft, token) = applicant(&desk).await;
    let document = attached(&mut browser, (&draft, &token), "a.pdf").await;
    let path = ticket(&mut browser, &document).await;
    let files = desk.browser("fda-files.localhost:8080");
    let cookie = vec![("cookie", browser.cookie())];
    let id = document.rsplit('/').next().unwrap();
    for wrong in [document.as_str(), &format!("/d/{id}"), "/"] {
        let headers = cookie.clone();
        let heard =
            files.knock(Knock { method: "GET", path: wrong, headers, ..Knock::default() }).await;
        assert_eq!(heard.status.as_u16(), 404, "{wrong}");
    }
    assert_eq!(fetch(&desk, "fda", &path).await.status.as_u16(), 200);
}

#[tokio::test]
async fn a_document_that_changed_in_the_store_does_not_arrive_whole() {
    let desk = TestDesk::open().await;
    let (mut browser, draft, token) = applicant(&desk).await;
    let original = PDF.to_vec();
    let flipped = |at: usize| {
        let mut bytes = original.clone();
        bytes[at] ^= 1;
        bytes
    };
    let longer = [original.as_slice(), b"\n"].concat();
    let cases = [
        ("as it came", original.clone(), true),
        ("a bit at the beginning", flipped(9), false),
        ("a bit at the end", flipped(original.len() - 1), false),
        ("shorter", original[..original.len() - 1].to_vec(), false),
        ("longer", longer, false),
        ("empty", Vec::new(), false),
    ];
    for (name, bytes, arrives) in cases {
        let document = attached(&mut browser, (&draft, &token), "a.pdf").await;
        let object = object(desk.place(), document.rsplit('/').next().unwrap());
        fs::write(&object, bytes).unwrap();
        let heard = fetch(&desk, "fda", &ticket(&mut browser, &document).await).await;
        let whole = heard.status.is_success() && heard.whole;
        assert_eq!(whole, arrives, "{name}: {} {}", heard.status, heard.whole);
        company::post(&mut browser, &format!("{document}/removal"), &[("_token", &token)]).await;
    }
}

#[tokio::test]
async fn a_document_that_is_gone_from_the_store_is_a_fault_that_names_no_key() {
    let desk = TestDesk::open().await;
    let (mut browser, draft, token) = applicant(&desk).await;
    let document = attached(&mut browser, (&draft, &token), "a.pdf").await;
    let id = document.rsplit('/').next().unwrap();
    fs::remove_file(object(desk.place(), id)).unwrap();
    let heard = fetch(&desk, "fda", &ticket(&mut browser, &document).await).await;
    assert_eq!(heard.status.as_u16(), 500);
    let page = heard.text();
    assert!(
        !page.contains(id) && !page.contains(&desk.agency("fda").await.tenant.id.0.to_string())
    );
}

/// The file that holds a document's bytes.
fn object(place: &Path, id: &str) -> PathBuf {
    let mut found: Vec<_> = super::canaries::files(place)
        .into_iter()
        .filter(|file| file.file_name().is_some_and(|name| name == id))
        .collect();
    assert_eq!(found.len(), 1, "one object of {id}: {found:?}");
    found.remove(0)
}
