//! Whoever reads English finds no Persian on any page, but what somebody typed; and that says of
//! itself that it is Persian (`lang="fa"`), so that it is read out as such (WCAG 2.2, 3.1.2).

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use locale::text::{Part, parts};
use regex::Regex;
use scraper::{ElementRef, Html, Node, Selector};

use super::cast::{MOBILE, case_of, code_of, drafted, drafts, finishes, hands_in, pdf, registered};
use super::counter;
use crate::support::{Agency, Browser, File, Knock, Page, TestDesk};

/// Pages of one kind, such as cases or fields of forms, that are looked at in each walk.
const ALIKE: usize = 3;

fn is_persian(text: &str) -> bool {
    text.chars().any(|c| ('\u{0600}'..='\u{06ff}').contains(&c))
}

/// Whether it stands where somebody's own words stand: marked as Persian, or in a field to type in.
fn is_typed(element: ElementRef<'_>) -> bool {
    let own = |e: ElementRef<'_>| {
        let marked = e.value().name() != "html" && e.attr("lang") == Some("fa");
        marked || matches!(e.value().name(), "textarea" | "script" | "style")
    };
    own(element) || element.ancestors().filter_map(ElementRef::wrap).any(own)
}

/// Options and attributes hold no markup: what is not ours stands isolated in them.
fn without_names(text: &str) -> String {
    let ours = parts(text).into_iter().filter_map(|part| match part {
        Part::Ours(words) => Some(words),
        Part::Theirs(_) => None,
    });
    ours.collect()
}

/// The Persian that an English page shows or reads out of itself.
fn leftovers(html: &Html) -> Vec<String> {
    let mut left = Vec::new();
    for node in html.tree.nodes() {
        match node.value() {
            Node::Text(text) => {
                let parent = node.parent().and_then(ElementRef::wrap);
                let option = parent.is_some_and(|e| e.value().name() == "option");
                let ours = if option { without_names(text) } else { text.to_string() };
                if is_persian(&ours) && !parent.is_some_and(is_typed) {
                    left.push(text.trim().to_owned());
                }
            }
            Node::Element(element) => {
                let own = ElementRef::wrap(node).is_some_and(is_typed);
                let said = |name: &str| !matches!(name, "value" | "href" | "action" | "content");
                let told = element
                    .attrs()
                    .filter(|(name, text)| said(name) && is_persian(&without_names(text)));
                left.extend(told.filter(|_| !own).map(|(name, text)| format!("{name}={text}")));
            }
            _ => {}
        }
    }
    left
}

/// What was looked at and what is wrong with it.
#[derive(Default)]
struct Report {
    seen: BTreeSet<String>,
    wrong: BTreeMap<String, BTreeSet<String>>,
}

impl Report {
    fn look(&mut self, who: &str, page: &Page) {
        let html = page.html();
        let lang = html.root_element().attr("lang");
        let at = format!("{who} {} {}", page.status.as_u16(), shape(&page.path));
        if page.body.is_empty() {
            return;
        }
        if lang != Some("en") {
            self.wrong.entry(at.clone()).or_default().insert(format!("its language: {lang:?}"));
        }
        for left in leftovers(&html) {
            self.wrong.entry(at.clone()).or_default().insert(left);
        }
        self.seen.insert(at);
    }

    fn told(&self) -> String {
        let lines = self.wrong.iter().map(|(page, left)| {
            let left: Vec<&str> = left.iter().map(String::as_str).collect();
            format!("{page}\n    {}", left.join("\n    "))
        });
        lines.collect::<Vec<_>>().join("\n")
    }

    /// Follow every link, page by page, as long as there are new kinds of pages.
    async fn walk(&mut self, who: &str, browser: &mut Browser) {
        let mut ahead = VecDeque::from(["/".to_owned()]);
        let mut known: BTreeSet<String> = ahead.iter().cloned().collect();
        let mut alike: BTreeMap<String, usize> = BTreeMap::new();
        while let Some(path) = ahead.pop_front() {
            let count = alike.entry(shape(&path)).or_default();
            *count += 1;
            if *count > ALIKE {
                continue;
            }
            let page = browser.get(&path).await;
            self.look(who, &page);
            for link in links(&page) {
                if known.insert(link.clone()) {
                    ahead.push_back(link);
                }
            }
        }
    }
}

fn links(page: &Page) -> Vec<String> {
    let anchors = Selector::parse("a[href]").expect("a selector");
    let html = page.html();
    let all = html.select(&anchors).filter_map(|a| a.attr("href"));
    let local = all.filter(|href| href.starts_with('/') && !href.starts_with("//"));
    local.map(|href| href.split('#').next().unwrap_or_default().to_owned()).collect()
}

/// A path without what differs between pages of one kind.
fn shape(path: &str) -> String {
    let id = Regex::new(r"[0-9a-f]{8}-[0-9a-f-]{27}").expect("a pattern");
    let value = Regex::new(r"=[^&]*").expect("a pattern");
    let path = id.replace_all(path, ":id").into_owned();
    let place = Regex::new(r"/\d+").expect("a pattern");
    value.replace_all(&place.replace_all(&path, "/:n"), "=…").into_owned()
}

async fn in_english(mut browser: Browser) -> Browser {
    let page = browser.get("/sign-in").await;
    browser.submit(&page, "/language", &[("lang", "en")]).await;
    browser
}

async fn staff(desk: &TestDesk, agency: &Agency, position: &str) -> Browser {
    in_english(desk.staff(agency, agency.holder(position)).await).await
}

#[tokio::test]
async fn an_applicant_finds_no_persian() {
    let desk = TestDesk::open().await;
    let fda = desk.agency("fda").await;
    let mut report = Report::default();

    let mut visitor = in_english(desk.browser("fda.localhost:8080")).await;
    report.walk("visitor", &mut visitor).await;
    for (path, action, values) in [
        ("/sign-in", "/sign-in", vec![("mobile", "0912")]),
        ("/sign-in", "/sign-in", vec![("mobile", "09121112233")]),
        ("/tracking", "/tracking", vec![("code", "12"), ("fact", "")]),
        ("/tracking", "/tracking", vec![("code", "1234567890123456"), ("fact", "0899")]),
    ] {
        let page = visitor.get(path).await;
        let page = visitor.submit(&page, action, &values).await;
        report.look("visitor", &page);
        if page.body.contains("/sign-in/code") {
            let wrong = visitor.submit(&page, "/sign-in/code", &[("code", "000000")]).await;
            report.look("visitor, wrong code", &wrong);
        }
    }

    // One request was asked for more, one was answered, one is a draft with mistakes.
    let (mut citizen, case) = registered(&desk, &fda).await;
    asks_for_more(&desk, &fda, &case).await;
    let documents = drafts(&mut citizen).await;
    let receipt = hands_in(&desk, &mut citizen, documents).await;
    let (answered, code) = (case_of(&receipt), code_of(&receipt));
    is_answered(&desk, &fda, &answered).await;
    let mut citizen = in_english(citizen).await;
    let documents = drafts(&mut citizen).await;
    report.look("applicant", &documents);
    let path = documents.path.clone();
    let bad =
        File { field: "proforma", name: "عکس.gif", media_type: "image/gif", bytes: b"GIF89a" };
    report.look("applicant, bad file", &citizen.upload(&documents, &path, bad).await);
    let check = citizen.get(&path.replace("/documents", "/check")).await;
    report.look("applicant", &check);
    let answers = citizen.get(&path.replace("/documents", "")).await;
    let emptied: Vec<(String, String)> = answers
        .form(&answers.path)
        .into_iter()
        .map(
            |(name, value)| {
                if name.starts_with('_') { (name, value) } else { (name, String::new()) }
            },
        )
        .collect();
    report.look("applicant, emptied", &citizen.post(&answers.path, &emptied).await);
    citizen.upload(&documents, &path, pdf("proforma")).await;
    report.walk("applicant", &mut citizen).await;

    let page = citizen.get(&format!("/requests/{case}")).await;
    let supplied = citizen.submit(&page, &page.action("/supply"), &[]).await;
    report.look("applicant, nothing supplied", &supplied);
    let page = citizen.get("/requests/link").await;
    let linked = citizen.submit(&page, "/requests/link", &[("code", "12"), ("fact", "1")]).await;
    report.look("applicant, unknown code", &linked);
    let page = citizen.get(&format!("/requests/{case}/withdrawal")).await;
    let done = citizen.submit(&page, &page.action("/withdrawal"), &[]).await;
    report.look("applicant, withdrawn", &done);
    let page = visitor.get("/tracking").await;
    let found = visitor.submit(&page, "/tracking", &[("code", &code), ("fact", "0899")]).await;
    assert!(found.status.is_success(), "{}", found.text());
    report.look("visitor, found", &found);

    for kind in ["receipt", "withdrawal", "check", "documents"] {
        assert!(report.seen.iter().any(|at| at.ends_with(kind)), "{kind}: {:?}", report.seen);
    }
    assert!(report.seen.len() > 25, "{:?}", report.seen);
    assert!(report.wrong.is_empty(), "{}", report.told());
}

async fn asks_for_more(desk: &TestDesk, fda: &Agency, case: &str) {
    let mut expert = desk.staff(fda, fda.holder("cosmetics-expert")).await;
    let page = expert.get(&format!("/cases/{case}")).await;
    let values = [("others", "روزنامه رسمی"), ("note", "آخرین آگهی را بفرستید.")];
    let action = page.action("/completion");
    let asked = expert.submit_one(&page, &action, ("outcome", "missing"), &values).await;
    assert!(asked.status.is_success(), "{}", asked.text());
}

async fn is_answered(desk: &TestDesk, fda: &Agency, case: &str) {
    finishes(desk, (fda, "secretariat-clerk"), case, ("registered", &[])).await;
    finishes(desk, (fda, "cosmetics-expert"), case, ("complete", &[])).await;
    let decision = [("reason", "requirements-met"), ("text", "با ورود آن موافقت شد.")];
    finishes(desk, (fda, "cosmetics-manager"), case, ("approve", &decision)).await;
}

/// An expert asks the laboratory, which answers.
async fn is_referred(desk: &TestDesk, fda: &Agency, case: &str) {
    let mut expert = desk.staff(fda, fda.holder("cosmetics-expert")).await;
    let page = expert.get(&format!("/cases/{case}")).await;
    let to = page.option("to", "آزمایشگاه");
    let action = page.action("/referrals");
    let values = [
        ("to", to.as_str()),
        ("action", "opinion"),
        ("order", "نظر خود را بنویسید."),
        ("tells", "on"),
    ];
    let sent = expert.submit(&page, &action, &values).await;
    assert!(sent.status.is_success(), "{}", sent.text());
}

#[tokio::test]
async fn a_member_of_staff_finds_no_persian() {
    let desk = TestDesk::open().await;
    let fda = desk.agency("fda").await;
    let mut report = Report::default();

    let mut clerk = desk.staff(&fda, fda.holder("counter-1")).await;
    counter::registered(&desk, &mut clerk, &[]).await;
    let mut clerk = in_english(clerk).await;
    report.look("counter, nothing noted", &counter::received(&mut clerk, &[("name", "")]).await);
    let answers = counter::received(&mut clerk, &[]).await;
    let kept = clerk.submit(&answers, &answers.path.clone(), &[("step", "continue")]).await;
    report.look("counter, no answers", &kept);
    report.walk("counter", &mut clerk).await;

    drafted(&desk, "fda", "09121112233").await;
    let (_, case) = registered(&desk, &fda).await;
    asks_for_more(&desk, &fda, &case).await;
    let mut citizen = desk.applicant("fda", MOBILE).await;
    let documents = drafts(&mut citizen).await;
    let second = case_of(&hands_in(&desk, &mut citizen, documents).await);
    let mut secretary = staff(&desk, &fda, "secretariat-clerk").await;
    report.walk("secretariat", &mut secretary).await;
    let open = secretary.get(&format!("/cases/{second}")).await;
    finishes(&desk, (&fda, "secretariat-clerk"), &second, ("registered", &[])).await;
    let late = secretary.submit(&open, &open.action("/completion"), &[]).await;
    assert_eq!(late.status.as_u16(), 409, "{}", late.text());
    report.look("secretariat, too late", &late);

    is_referred(&desk, &fda, &second).await;
    let mut expert = staff(&desk, &fda, "cosmetics-expert").await;
    let mistaken = expert.get(&format!("/cases/{second}")).await;
    for (piece, values) in [
        ("/referrals", vec![("order", "")]),
        ("/completion", vec![("outcome", "missing"), ("note", "")]),
    ] {
        let page = expert.submit(&mistaken, &mistaken.action(piece), &values).await;
        report.look("expert, mistaken", &page);
    }
    report.walk("expert", &mut expert).await;
    let mut laboratory = staff(&desk, &fda, "laboratory-expert").await;
    report.walk("laboratory", &mut laboratory).await;
    let page = laboratory.get(&format!("/cases/{second}")).await;
    let action = page.action("/answer");
    report.look("laboratory, silent", &laboratory.submit(&page, &action, &[("answer", "")]).await);
    let answered = laboratory.submit(&page, &action, &[("answer", "بلامانع است.")]).await;
    report.look("laboratory, answered", &answered);
    finishes(&desk, (&fda, "cosmetics-expert"), &second, ("complete", &[])).await;
    let mut manager = staff(&desk, &fda, "cosmetics-manager").await;
    report.walk("manager", &mut manager).await;
    let page = manager.get(&format!("/cases/{second}")).await;
    let action = page.action("/completion");
    let undecided = manager.submit_one(&page, &action, ("outcome", "approve"), &[]).await;
    report.look("manager, undecided", &undecided);

    assert!(report.seen.len() > 40, "{:?}", report.seen);
    assert!(report.wrong.is_empty(), "{}", report.told());
}

#[tokio::test]
async fn an_admin_and_the_operator_find_no_persian() {
    let desk = TestDesk::open().await;
    let mut report = Report::default();
    let fda = desk.agency("fda").await;
    registered(&desk, &fda).await;
    let mut admin = in_english(desk.admin(&fda, fda.holder("desk-admin")).await).await;
    // Something of each kind that the console tells of.
    let page = admin.get("/services/cosmetics-import").await;
    report.look("console", &page);
    report.walk("console", &mut admin).await;
    let mut nobody = in_english(desk.admin(&fda, fda.holder("drug-expert")).await).await;
    report.walk("console, without the right", &mut nobody).await;
    let central = desk.agency("central").await;
    let operator = central.usernames().remove(0);
    let mut operator = in_english(desk.admin(&central, &operator).await).await;
    report.walk("operator", &mut operator).await;

    assert!(report.seen.len() > 30, "{:?}", report.seen);
    assert!(report.wrong.is_empty(), "{}", report.told());
}

#[tokio::test]
async fn other_agencies_and_the_directory_speak_english_too() {
    let desk = TestDesk::open().await;
    let mut report = Report::default();
    for slug in ["abfa-mazandaran", "ostandari-mazandaran"] {
        let agency = desk.agency(slug).await;
        let mut visitor = in_english(desk.browser(&format!("{slug}.localhost:8080"))).await;
        report.walk(slug, &mut visitor).await;
        let mut citizen = in_english(desk.applicant(slug, MOBILE).await).await;
        for sheet in links(&citizen.get("/").await).iter().filter(|l| l.starts_with("/services/")) {
            let page = citizen.get(sheet).await;
            let form = citizen.submit(&page, &page.action("/drafts"), &[]).await;
            report.look(slug, &form);
            let fields = form.form(&form.path);
            report.look(slug, &citizen.post(&form.path, &fields).await);
        }
        for username in agency.usernames() {
            let mut member = in_english(desk.staff(&agency, &username).await).await;
            report.walk(&format!("{slug}, desk"), &mut member).await;
        }
    }
    let mut directory = desk.browser("localhost:8080");
    let page = directory.get("/").await;
    directory.submit(&page, "/language", &[("lang", "en")]).await;
    report.walk("directory", &mut directory).await;
    for sought in ["/?q=water", "/?q=نیست", "/outbox"] {
        report.look("directory", &directory.get(sought).await);
    }
    assert!(report.wrong.is_empty(), "{}", report.told());
}

/// A status, and the method, path, headers and body that are answered with it.
type Wrong<'a> = (u16, &'a str, &'a str, Vec<(&'a str, String)>, &'a str);

/// Whatever goes wrong at a door is told in the language of the browser.
#[tokio::test]
async fn what_goes_wrong_is_told_in_english() {
    let desk = TestDesk::open().await;
    let mut report = Report::default();
    for host in ["fda.localhost:8080", "fda-desk.localhost:8080", "fda-admin.localhost:8080"] {
        let mut browser = in_english(desk.browser(host)).await;
        let form = ("content-type", "application/x-www-form-urlencoded".to_owned());
        let ours = ("sec-fetch-site", "same-origin".to_owned());
        let big = "a=1&".repeat(20_000);
        let knocks: [Wrong<'_>; 7] = [
            (404, "GET", "/no-such-page", vec![], ""),
            (404, "GET", "/requests/1/2/3", vec![], ""),
            (405, "PUT", "/language", vec![ours.clone()], ""),
            (403, "POST", "/language", vec![form.clone()], "lang=en"),
            (415, "POST", "/language", vec![ours.clone()], "lang=en"),
            (400, "POST", "/language", vec![ours.clone(), form.clone()], "lang=%ff"),
            (413, "POST", "/language", vec![ours.clone(), form.clone()], &big),
        ];
        for (status, method, path, mut headers, body) in knocks {
            headers.push(("cookie", browser.cookie()));
            let body = body.as_bytes().to_vec();
            let heard = browser.knock(Knock { method, path, headers, body }).await;
            assert_eq!(heard.status.as_u16(), status, "{host} {method} {path}");
            let left = leftovers(&Html::parse_document(&heard.text()));
            assert!(left.is_empty() && heard.text().contains("lang=\"en\""), "{status}: {left:?}");
        }
        report.walk(host, &mut browser).await;
    }
    // A host of nobody's, asked by a browser that has chosen before.
    let chosen = in_english(desk.browser("fda.localhost:8080")).await;
    let mut stranger = desk.browser("nobody.localhost:8080");
    chosen.cookies().iter().for_each(|(name, value)| stranger.plant(name, value));
    let page = stranger.get("/").await;
    assert_eq!(page.status.as_u16(), 421);
    report.look("stranger", &page);
    assert!(report.wrong.is_empty(), "{}", report.told());
}
