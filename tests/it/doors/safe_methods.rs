//! Looking changes nothing: a link followed, prefetched or checked by a mail scanner does no harm.

use super::probe::Try;
use super::routes::{DOORS, Door, Surface};
use super::scene::{Ids, Scene};
use super::watch::Watch;
use crate::support::{Browser, Heard};

/// What a look may add: the right to fetch a document once, which only its asker learns of, and
/// that it was used.
fn leaves(door: &Door, method: &str) -> &'static [&'static str] {
    let to_files = door.path.ends_with("/documents/:document");
    let redeems = door.path == "/d/:ticket" && method == "GET";
    if to_files || redeems { &["tickets"] } else { &[] }
}

async fn looks(browser: &Browser, door: &Door, method: &'static str, ids: &Ids) -> Heard {
    let door = Door { method, ..*door };
    Try { door: &door, ids, own: ids, token: None, from: Vec::new() }.by(browser).await
}

#[tokio::test]
async fn get_and_head_change_nothing() {
    let scene = Scene::open().await;
    let (desk, fda) = (&scene.desk, &scene.fda);
    let files = desk.browser(&Surface::Files.host("fda"));
    let directory = desk.browser(&Surface::Directory.host("fda"));
    for door in DOORS.iter().filter(|door| !door.changes()) {
        let browser = match door.surface {
            Surface::Portal => &fda.citizen,
            Surface::Desk if door.is_at_counter() => &fda.counter,
            Surface::Desk => &fda.expert,
            Surface::Admin => &fda.admin,
            Surface::Operator => &scene.operator,
            Surface::Files => &files,
            Surface::Directory => &directory,
        };
        for method in ["HEAD", door.method] {
            let before = Watch::begin(&desk.database).await;
            let heard = looks(browser, door, method, &fda.ids).await;
            let what = format!("{method} {:?} {}", door.surface, door.path);
            assert!(heard.status.as_u16() < 400, "{what}: {}", heard.status);
            let changed = before.changed(&desk.database, leaves(door, method)).await;
            assert!(changed.is_empty(), "{what} changed {changed:?}");
        }
    }
}

/// What changes something has no door for looking at, and none for methods that nobody uses.
#[tokio::test]
async fn other_methods_find_no_door() {
    let scene = Scene::open().await;
    let before = Watch::begin(&scene.desk.database).await;
    for door in DOORS {
        let browser = match door.surface {
            Surface::Portal => &scene.fda.citizen,
            Surface::Desk if door.is_at_counter() => &scene.fda.counter,
            Surface::Desk => &scene.fda.expert,
            Surface::Admin => &scene.fda.admin,
            Surface::Operator => &scene.operator,
            Surface::Files | Surface::Directory => &scene.desk.browser(&door.surface.host("fda")),
        };
        let taken = |method: &str| {
            let same = |other: &&Door| (other.surface, other.path) == (door.surface, door.path);
            DOORS.iter().filter(same).any(|other| other.method == method)
        };
        for method in ["GET", "PUT", "PATCH", "DELETE", "TRACE", "OPTIONS"] {
            if !taken(method) {
                let status = looks(browser, door, method, &scene.fda.ids).await.status.as_u16();
                assert!([403, 404, 405].contains(&status), "{method} {}: {status}", door.path);
            }
        }
    }
    before.nothing_changed(&scene.desk.database, "a method without a door").await;
}
