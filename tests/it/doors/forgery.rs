//! A request that does not come from a page of ours changes nothing, whatever it asks for.

use super::probe::{Try, same_origin, token_of};
use super::routes::{DOORS, Door, Surface};
use super::scene::{Ids, Scene};
use super::watch::Watch;
use crate::support::Browser;

/// A way to forge: what the browser says of the request, and which token comes with it.
struct Forgery {
    name: &'static str,
    says: Says,
    token: Token,
}

/// What the headers say, given the host that is asked.
type Says = fn(&str) -> Vec<(&'static str, String)>;

#[derive(Clone, Copy)]
enum Token {
    /// The victim's own, as if it had leaked.
    Right,
    /// One that another browser got.
    Others,
    Broken,
    None,
}

const FORGERIES: &[Forgery] = &[
    Forgery {
        name: "no header says where it comes from",
        says: |_| Vec::new(),
        token: Token::Right,
    },
    Forgery {
        name: "another site",
        says: |_| {
            vec![("sec-fetch-site", "cross-site".into()), ("origin", "https://evil.example".into())]
        },
        token: Token::Right,
    },
    Forgery {
        name: "another site, our origin claimed",
        says: |host| {
            vec![("sec-fetch-site", "cross-site".into()), ("origin", format!("http://{host}"))]
        },
        token: Token::Right,
    },
    Forgery {
        name: "the sibling agency, which is the same site",
        says: |_| {
            let origin = "http://fda2.localhost:8080".into();
            vec![("sec-fetch-site", "same-site".into()), ("origin", origin)]
        },
        token: Token::Right,
    },
    Forgery {
        name: "the sibling agency, in an old browser",
        says: |_| vec![("origin", "http://fda2.localhost:8080".into())],
        token: Token::Right,
    },
    Forgery {
        name: "the same host on another port",
        says: |host| {
            vec![("origin", format!("http://{}:9", host.split(':').next().unwrap_or(host)))]
        },
        token: Token::Right,
    },
    Forgery {
        name: "a sandboxed frame",
        says: |_| vec![("origin", "null".into())],
        token: Token::Right,
    },
    Forgery {
        name: "typed into the address bar",
        says: |_| vec![("sec-fetch-site", "none".into())],
        token: Token::Right,
    },
    Forgery { name: "a token that was made up", says: same_origin, token: Token::Broken },
    Forgery { name: "a token of another browser", says: same_origin, token: Token::Others },
    Forgery { name: "no token", says: same_origin, token: Token::None },
];

/// A browser with the tokens that a forger might send along.
struct Victim {
    surface: Surface,
    /// Whether it is the one who receives visitors.
    at_counter: bool,
    browser: Browser,
    right: String,
    others: String,
}

impl Victim {
    fn token(&self, kind: Token) -> Option<&str> {
        match kind {
            Token::Right => Some(&self.right),
            Token::Others => Some(&self.others),
            Token::Broken => Some("bWFkZS11cC1ieS1zb21lYm9keS1lbHNlLWFuZC1sb25nLWVub3VnaA"),
            Token::None => None,
        }
    }

    fn doors(&self) -> Vec<&'static Door> {
        let own =
            |door: &&Door| door.surface == self.surface && door.is_at_counter() == self.at_counter;
        let mut doors: Vec<_> = DOORS.iter().filter(own).filter(|door| door.changes()).collect();
        // After these a person can do less than before: the last first.
        let ends = [
            "/sign-out",
            "/end",
            "/withdrawal",
            "/completion",
            "/removal",
            "/submission",
            "/registration",
        ];
        let ends = |door: &Door| ends.map(|end| door.path.ends_with(end));
        doors.sort_by_key(|door| ends(door));
        doors
    }

    async fn forges(&self, door: &Door, ids: &Ids, forgery: &Forgery) -> u16 {
        let token = self.token(forgery.token);
        let from = (forgery.says)(self.browser.host());
        let attempt = Try { door, ids, own: ids, token, from };
        attempt.by(&self.browser).await.status.as_u16()
    }
}

/// One browser for every surface that takes forms: an applicant's, an expert's, that of the clerk at
/// the counter and a visitor's.
async fn victims(scene: Scene) -> (crate::support::TestDesk, Ids, Vec<Victim>) {
    let Scene { desk, fda, .. } = scene;
    let visitor = desk.browser(&Surface::Directory.host("fda"));
    let mut victims = Vec::new();
    for (surface, at_counter, mut browser, page) in [
        (Surface::Portal, false, fda.citizen, "/requests"),
        (Surface::Desk, false, fda.expert, "/sessions"),
        (Surface::Desk, true, fda.counter, "/counter/services/cosmetics-import"),
        (Surface::Admin, false, fda.admin, "/sessions"),
        (Surface::Directory, false, visitor, "/"),
    ] {
        let right = token_of(&browser.get(page).await);
        let mut another = desk.browser(browser.host());
        let page = if surface == Surface::Directory { "/" } else { "/sign-in" };
        let others = token_of(&another.get(page).await);
        victims.push(Victim { surface, at_counter, browser, right, others });
    }
    (desk, fda.ids, victims)
}

#[tokio::test]
async fn no_forged_request_changes_anything() {
    let (desk, ids, victims) = victims(Scene::open().await).await;
    let before = Watch::begin(&desk.database).await;
    for victim in &victims {
        for door in victim.doors() {
            for forgery in FORGERIES {
                let status = victim.forges(door, &ids, forgery).await;
                assert_eq!(status, 403, "{:?} {}: {}", door.surface, door.path, forgery.name);
            }
            before.nothing_changed(&desk.database, door.path).await;
        }
    }
}

/// The table above proves something only when the same requests, honestly sent, are let in.
#[tokio::test]
async fn the_same_requests_from_our_own_pages_are_let_in() {
    let (desk, ids, victims) = victims(Scene::open().await).await;
    let before = Watch::begin(&desk.database).await;
    let honest = Forgery { name: "honest", says: same_origin, token: Token::Right };
    let old = Forgery {
        name: "an old browser",
        says: |host| vec![("origin", format!("http://{host}"))],
        token: Token::Right,
    };
    for victim in &victims {
        for (no, door) in victim.doors().into_iter().enumerate() {
            let way = if no % 2 == 0 { &honest } else { &old };
            let status = victim.forges(door, &ids, way).await;
            assert_ne!(status, 403, "{:?} {}: {}", door.surface, door.path, way.name);
            assert!(status < 500, "{:?} {}: {status}", door.surface, door.path);
        }
    }
    let changed = before.changed(&desk.database, &[]).await;
    for table in ["cases", "documents", "drafts", "events", "referrals", "sessions", "tasks"] {
        assert!(changed.iter().any(|t| t == table), "nothing happened to {table}: {changed:?}");
    }
}
