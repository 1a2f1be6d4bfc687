//! Nothing that comes over the wire becomes part of a statement (W05): words of SQL in every place
//! of every door, one at a time, everything else as an honest browser sends it.
//!
//! The statements themselves are listened to. Text that had slipped into one would stand there,
//! whether or not it did any harm.

use std::time::{Duration, Instant};

use app::Config;
use chrono::TimeDelta;
use sqlx::AssertSqlSafe;

use super::company::{multipart, pdf, urlencoded};
use super::log::Log;
use super::probe::{Try, same_origin, token_of};
use super::routes::{DOORS, Door, Sends, Surface};
use super::scene::{Ids, Scene};
use super::watch::Watch;
use crate::support::{Browser, Heard, Knock, TestDesk};

/// Stands in each of the words below, and in nothing of ours.
const MARK: &str = "zq9x";
/// How long the words below would have the database sleep, were they obeyed.
const OBEYED: Duration = Duration::from_secs(9);

const WORDS: &[&str] = &[
    "zq9x' or '1'='1",
    "zq9x\" or \"\"=\"",
    "zq9x'; select pg_sleep(9)--",
    "zq9x') or 1=(select 1 from pg_sleep(9))--",
    "zq9x' union select null,null,version()--",
    "zq9x\\'; delete from cases; --",
    "1; drop table drafts; --zq9x",
    "%' or zq9x is null --",
    "$1::text||'zq9x'",
    "zq9x＇ or ʼ1ʼ=ʼ1",
];

/// What comes in an address behind the question mark, at whichever door.
const QUERY: &[&str] =
    &["q", "next", "from", "back", "page", "after", "stage", "service", "late", "order", "zq9x"];

/// Headers that a page, a language, a limit or a log line might be made of.
const HEADERS: &[&str] = &[
    "accept",
    "accept-language",
    "user-agent",
    "referer",
    "x-forwarded-for",
    "x-forwarded-host",
    "x-request-id",
    "if-none-match",
    "range",
];

const COOKIES: &[&str] = &["__Host-session", "__Host-visitor", "__Host-lang", "__Host-notice"];

/// What the honest rest of such requests may do: sign-ins are counted, drafts are saved, a step is
/// finished. Nobody is appointed, no rule or service changes, nobody becomes another.
const MAY_CHANGE: &[&str] = &[
    "attempts",
    "case_counters",
    "cases",
    "commands_seen",
    "documents",
    "drafts",
    "events",
    "jobs",
    "notices",
    "one_time_codes",
    "referrals",
    "sessions",
    "tasks",
    "tickets",
    "timers",
];

/// A request to a door with words of SQL in one place.
struct Attempt {
    place: String,
    path: String,
    headers: Vec<(&'static str, String)>,
    body: Vec<u8>,
    /// The honest rest may well do what the door is for, after which less can be tried there.
    goes_through: bool,
}

/// Somebody at the doors of one surface.
struct Attacker<'a> {
    browser: Browser,
    surface: Surface,
    ids: &'a Ids,
    token: String,
}

impl<'a> Attacker<'a> {
    /// As another browser, with its cookies, at a surface that sets no limit.
    async fn like(scene: &'a Scene, browser: &Browser, surface: Surface) -> Self {
        let unlimited = |config: &mut Config| config.limits.look_ups = 0;
        let mut own = scene.desk.browser_under(browser.host(), unlimited).await;
        for (name, value) in browser.cookies() {
            own.plant(name, value);
        }
        let token = match surface {
            Surface::Files => String::new(),
            Surface::Directory => token_of(&own.get("/").await),
            _ => token_of(&own.get("/sign-in").await),
        };
        Self { browser: own, surface, ids: &scene.fda.ids, token }
    }

    /// The doors of the surface; the last ones let a person do less than before.
    fn doors(&self) -> Vec<&'static Door> {
        let ends = ["/sign-out", "/end", "/withdrawal", "/completion", "/removal", "/submission"];
        let mut doors: Vec<_> = DOORS.iter().filter(|door| door.surface == self.surface).collect();
        doors.sort_by_key(|door| ends.map(|end| door.changes() && door.path.ends_with(end)));
        doors
    }

    /// Everything that is tried at a door, what goes through last.
    fn attempts(&self, door: &Door) -> Vec<Attempt> {
        let mut attempts: Vec<_> =
            WORDS.iter().flat_map(|words| self.with_words(door, words)).collect();
        attempts.sort_by_key(|attempt| attempt.goes_through);
        attempts
    }

    fn with_words(&self, door: &Door, words: &str) -> Vec<Attempt> {
        let mut attempts = Vec::new();
        attempts.extend(door.names().into_iter().flat_map(|name| self.in_path(door, name, words)));
        attempts.extend([self.in_query(door, words), self.in_headers(door, words)]);
        attempts.extend(COOKIES.iter().map(|name| self.in_cookie(door, name, words)));
        if door.changes() {
            attempts.extend(self.in_form(door, words));
        }
        attempts
    }

    /// The words instead of an id, and behind one.
    fn in_path(&self, door: &Door, name: &str, words: &str) -> [Attempt; 2] {
        let kind = door.kind(name);
        [words.to_owned(), format!("{}{words}", self.ids[kind])].map(|id| {
            let mut ids = self.ids.clone();
            ids.insert(kind, escaped(&id));
            let path = self.honest(door, &ids).path();
            Attempt { path, goes_through: false, ..self.attempt(door, &format!(":{name}")) }
        })
    }

    fn in_query(&self, door: &Door, words: &str) -> Attempt {
        let pairs: Vec<_> = QUERY.iter().map(|name| (*name, words)).collect();
        let query = String::from_utf8(urlencoded(&pairs).1).expect("ASCII");
        let mut attempt = self.attempt(door, "?");
        attempt.path = format!("{}?{query}", attempt.path);
        attempt
    }

    fn in_headers(&self, door: &Door, words: &str) -> Attempt {
        let mut attempt = self.attempt(door, "headers");
        attempt.headers.extend(HEADERS.iter().map(|name| (*name, ascii(words))));
        attempt
    }

    fn in_cookie(&self, door: &Door, name: &str, words: &str) -> Attempt {
        let mut attempt = self.attempt(door, name);
        let own = self.browser.cookies().iter().filter(|(own, _)| *own != name);
        let mut pairs: Vec<_> = own.map(|(name, value)| format!("{name}={value}")).collect();
        pairs.push(format!("{name}={}", ascii(words).replace([';', ','], " ")));
        attempt.headers.retain(|(name, _)| *name != "cookie");
        attempt.headers.push(("cookie", pairs.join("; ")));
        attempt
    }

    /// The words as the value of each field, and as the name of one more.
    fn in_form(&self, door: &Door, words: &str) -> Vec<Attempt> {
        let own = self.honest(door, self.ids).fields();
        let mut forms = Vec::new();
        for (name, _) in &own {
            let mut fields = own.clone();
            fields.retain(|(n, _)| n != name);
            fields.push((name, words.to_owned()));
            // Where one came from is of no account once the rest is right.
            let goes_through = *name == "back";
            let attempt = self.attempt(door, name);
            forms.push(Attempt { goes_through, ..filled(attempt, door, (&fields, words)) });
        }
        let mut fields = own;
        fields.push((words, "1".to_owned()));
        forms.push(filled(self.attempt(door, "a name"), door, (&fields, words)));
        forms
    }

    fn honest<'b>(&'b self, door: &'b Door, ids: &'b Ids) -> Try<'b> {
        Try::honest(&self.browser, door, ids, &self.token)
    }

    /// What an honest browser sends.
    fn attempt(&self, door: &Door, place: &str) -> Attempt {
        let honest = self.honest(door, self.ids);
        let mut headers = vec![("cookie", self.browser.cookie())];
        headers.retain(|(_, value)| !value.is_empty());
        let (path, goes_through) = (honest.path(), door.changes());
        let attempt =
            Attempt { place: place.to_owned(), path, headers, body: Vec::new(), goes_through };
        if !door.changes() {
            return attempt;
        }
        let mut attempt = filled(attempt, door, (&honest.fields(), "door"));
        attempt.headers.extend(same_origin(self.browser.host()));
        attempt
    }

    /// Tries everything at a door. Answers how much that was.
    async fn tries(&self, door: &Door, (desk, log): (&TestDesk, &Log)) -> usize {
        let attempts = self.attempts(door);
        for attempt in &attempts {
            if door.changes() && door.path.starts_with("/sign-in") {
                // Wrong sign-ins from one address are slowed; each of these is to be looked at.
                desk.desks().clock().advance(TimeDelta::minutes(1));
            }
            let what =
                format!("{} {:?} {}: {}", door.method, self.surface, attempt.path, attempt.place);
            let begun = Instant::now();
            let heard = self.sends(door, attempt).await;
            assert!(heard.status.as_u16() < 500, "{what}: {}", heard.text());
            assert!(begun.elapsed() < OBEYED, "{what}: it took {:?}", begun.elapsed());
            let said = log.take();
            let slipped = said.lines().find(|line| line.contains(MARK));
            assert!(slipped.is_none(), "{what} became part of a statement: {slipped:?}");
        }
        attempts.len()
    }

    async fn sends(&self, door: &Door, attempt: &Attempt) -> Heard {
        let knock = Knock {
            method: door.method,
            path: &attempt.path,
            headers: attempt.headers.clone(),
            body: attempt.body.clone(),
        };
        self.browser.knock(knock).await
    }
}

/// The form of a door with these fields; a file is named after the words.
fn filled(
    mut attempt: Attempt,
    door: &Door,
    (fields, words): (&[(&str, String)], &str),
) -> Attempt {
    let (media_type, body) = match door.sends {
        Sends::File(field) => {
            let name = format!("{}.pdf", words.replace('"', "%22"));
            multipart(fields, pdf(field, &name))
        }
        _ => urlencoded(&fields.iter().map(|(n, v)| (*n, v.as_str())).collect::<Vec<_>>()),
    };
    attempt.headers.retain(|(name, _)| !name.starts_with("content-"));
    attempt.headers.push(("content-type", media_type));
    attempt.headers.push(("content-length", body.len().to_string()));
    attempt.body = body;
    attempt
}

fn escaped(text: &str) -> String {
    form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>().replace('+', "%20")
}

/// A header takes no other letters.
fn ascii(words: &str) -> String {
    words.chars().filter(char::is_ascii).collect()
}

#[tokio::test]
async fn words_of_sql_stay_words_in_every_place_of_every_door() {
    let scene = Scene::open().await;
    let before = Watch::begin(&scene.desk.database).await;
    let twin = scene.desk.agency("fda2").await.tenant.id;
    let twins = scene.desk.database.digest_of(twin.0).await;
    let visitor = |surface: Surface| scene.desk.browser(&surface.host("fda"));
    let log = Log::of_statements();
    let mut tried = 0;
    for (like, surface) in [
        (&scene.fda.citizen, Surface::Portal),
        (&scene.fda.expert, Surface::Desk),
        (&scene.fda.admin, Surface::Admin),
        (&scene.operator, Surface::Operator),
        (&visitor(Surface::Directory), Surface::Directory),
        (&visitor(Surface::Files), Surface::Files),
    ] {
        let attacker = Attacker::like(&scene, like, surface).await;
        for door in attacker.doors() {
            tried += attacker.tries(door, (&scene.desk, &log)).await;
        }
    }
    println!("{tried} requests");
    assert!(tried > 3_000, "hardly anything was tried: {tried}");
    drop(log);
    let changed = before.changed(&scene.desk.database, MAY_CHANGE).await;
    assert_eq!(changed, Vec::<String>::new());
    assert_eq!(scene.desk.database.digest_of(twin.0).await, twins, "the look-alike's rows");
}

/// The same, were a statement put together from what was typed: the log shows it.
#[tokio::test]
async fn a_statement_with_words_in_it_is_noticed() {
    let desk = TestDesk::open().await;
    let log = Log::of_statements();
    for (words, shows) in [("harmless", false), (MARK, true)] {
        let statement = format!("select '{words}' as words, 'and enough of them to fill a line'");
        sqlx::query(AssertSqlSafe(statement)).execute(&desk.database.pool).await.unwrap();
        assert_eq!(log.take().contains(MARK), shows, "{words}");
    }
}
