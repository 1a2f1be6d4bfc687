//! Another's ids, whether another agency's or another person's, open nothing, and the answer does
//! not tell them from ids that nobody has.

use uuid::Uuid;

use super::probe::{Try, same_origin, token_of, told};
use super::routes::{DOORS, Door, For, Surface};
use super::scene::{Ids, Scene};
use super::watch::Watch;
use crate::support::{Browser, Heard};

/// Somebody at the doors of one surface, with ids that are not theirs.
struct Stranger<'a> {
    name: &'static str,
    browser: &'a mut Browser,
    surface: Surface,
    /// Theirs, where they have any.
    own: Option<&'a Ids>,
    foreign: &'a Ids,
}

/// The ids of nobody, in the shape of these.
fn of_nobody(ids: &Ids) -> Ids {
    let random = |kind: &str| match kind {
        // A word of the process, which everybody may know.
        "step" => ids[kind].clone(),
        "ticket" => {
            format!("{}{}", Uuid::new_v4().simple(), Uuid::new_v4().simple())[..43].to_owned()
        }
        _ => Uuid::now_v7().to_string(),
    };
    ids.keys().map(|kind| (*kind, random(kind))).collect()
}

/// The ids for a door whose names from the `at`-th on are those of `from`, the others of `own`.
fn mixed(door: &Door, at: usize, own: Option<&Ids>, from: &Ids) -> Ids {
    let of = |(no, name): (usize, &str)| {
        let kind = door.kind(name);
        let ids = if no >= at { from } else { own.expect("ids of one's own") };
        (kind, ids[kind].clone())
    };
    door.names().into_iter().enumerate().map(of).collect()
}

/// What is named by a word of ours, or stands in every agency under the same name, is nobody's own.
fn is_shared(name: &&str) -> bool {
    ["key", "number", "place", "slug", "step"].contains(name)
}

fn guarded(surface: Surface) -> impl Iterator<Item = &'static Door> {
    let named = |door: &&Door| {
        let names = door.names();
        names.first() != Some(&"kind") && !names.iter().all(is_shared)
    };
    DOORS.iter().filter(move |door| door.surface == surface).filter(named)
}

impl Stranger<'_> {
    async fn tries_every_door(&mut self) -> usize {
        let token = token_of(&self.browser.get("/sign-in").await);
        let empty = Ids::new();
        let mut tried = 0;
        for door in guarded(self.surface) {
            // From the last name that can be somebody's on there is nothing of others.
            let theirs = door.names().iter().rposition(|name| !is_shared(name)).unwrap_or_default();
            let starts = if self.own.is_some() { theirs + 1 } else { 1 };
            for at in 0..starts {
                let own = self.own.unwrap_or(&empty);
                let mut answers = Vec::new();
                for ids in [self.foreign, &of_nobody(self.foreign)] {
                    let ids = mixed(door, at, self.own, ids);
                    let from = same_origin(self.browser.host());
                    let attempt = Try { door, ids: &ids, own, token: Some(&token), from };
                    let heard = attempt.by(self.browser).await;
                    self.is_turned_away(door, &heard);
                    answers.push(told(&heard, &attempt.path()));
                }
                let what = format!("{}: {} {}, names from {at}", self.name, door.method, door.path);
                assert_eq!(answers[0], answers[1], "{what}");
                tried += 1;
            }
        }
        tried
    }

    fn is_turned_away(&self, door: &Door, heard: &Heard) {
        let what = format!("{}: {} {}", self.name, door.method, door.path);
        let staff = matches!(door.surface, Surface::Desk | Surface::Admin);
        if staff && door.open == For::Everybody {
            let to = heard.header("location").unwrap_or_default();
            let whole = to.starts_with("/cases/") || to.starts_with("/organisation/");
            assert!(heard.status == 303 && whole, "{what}: {}", heard.status);
        } else {
            assert_eq!(heard.status.as_u16(), 404, "{what}: {}", heard.text());
        }
    }
}

#[tokio::test]
async fn ids_of_others_are_answered_like_ids_of_nobody() {
    let mut scene = Scene::open().await;
    let before = Watch::begin(&scene.desk.database).await;
    let (fda, twin, other) = (&mut scene.fda, &scene.twin.ids, &scene.other.1);
    let cases = [
        ("an applicant at another agency's", &mut fda.citizen, Surface::Portal, true, twin),
        ("an applicant at another's", &mut scene.other.0, Surface::Portal, false, &fda.ids),
        ("an expert at another agency's", &mut fda.expert, Surface::Desk, true, twin),
        ("staff at what others have to do", &mut fda.stranger, Surface::Desk, false, &fda.ids),
        ("a clerk at another agency's counter", &mut fda.counter, Surface::Desk, true, twin),
        ("an admin at another agency's", &mut fda.admin, Surface::Admin, true, twin),
    ];
    for (name, browser, surface, owns, foreign) in cases {
        let own = owns.then_some(&fda.ids);
        let mut stranger = Stranger { name, browser, surface, own, foreign };
        assert!(stranger.tries_every_door().await >= 8, "{name}: hardly a door was tried");
    }
    let (name, browser) = ("an applicant, mixing", &mut fda.citizen);
    let own = Some(&fda.ids);
    let mut mixing = Stranger { name, browser, surface: Surface::Portal, own, foreign: other };
    mixing.tries_every_door().await;
    positions_of_others_are_answered_like_those_of_nobody(&mut scene).await;
    before.nothing_changed(&scene.desk.database, "trying doors with the ids of others").await;
}

#[tokio::test]
async fn nobody_is_asked_to_sign_in_whether_an_id_exists_or_not() {
    let scene = Scene::open().await;
    let before = Watch::begin(&scene.desk.database).await;
    for surface in [Surface::Portal, Surface::Desk, Surface::Admin] {
        let mut nobody = scene.desk.browser(&surface.host("fda"));
        let token = token_of(&nobody.get("/sign-in").await);
        for door in guarded(surface) {
            let mut answers = Vec::new();
            for ids in [&scene.fda.ids, &of_nobody(&scene.fda.ids)] {
                let attempt = Try::honest(&nobody, door, ids, &token);
                let heard = attempt.by(&nobody).await;
                let to = heard.header("location").unwrap_or_default();
                let asked =
                    to.starts_with("/sign-in") || heard.text().contains("action=\"/sign-in\"");
                let what = format!("{} {}", door.method, door.path);
                assert!(asked || door.open == For::Everybody, "{what}: {}", heard.status);
                answers.push(told(&heard, &attempt.path()));
            }
            assert_eq!(answers[0], answers[1], "{} {}", door.method, door.path);
        }
    }
    before.nothing_changed(&scene.desk.database, "nobody").await;
}

/// Nor do ids within a form: a case is not referred between agencies.
async fn positions_of_others_are_answered_like_those_of_nobody(scene: &mut Scene) {
    let fda = &mut scene.fda;
    let token = token_of(&fda.expert.get("/sign-in").await);
    let door =
        DOORS.iter().find(|d| d.changes() && d.path == "/cases/:id/referrals").expect("that door");
    for (kind, refused) in [("receiver", 404..=422), ("position", 404..=422)] {
        let mut answers = Vec::new();
        for foreign in [&scene.twin.ids, &of_nobody(&scene.twin.ids)] {
            let mut own = fda.ids.clone();
            own.insert(kind, foreign[kind].clone());
            let from = same_origin(fda.expert.host());
            let attempt = Try { door, ids: &fda.ids, own: &own, token: Some(&token), from };
            let heard = attempt.by(&fda.expert).await;
            assert!(refused.contains(&heard.status.as_u16()), "{kind}: {}", heard.status);
            answers.push(told(&heard, &attempt.path()).replace(&foreign[kind], "ID"));
        }
        assert_eq!(answers[0], answers[1], "{kind}");
    }
}
