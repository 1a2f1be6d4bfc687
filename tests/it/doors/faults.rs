//! A fault behind a door, whichever door it is, tells no cause (W13): with no database to be had,
//! every answer is a page or a plain refusal that says no more than that it is our fault.

use super::headers::flaws;
use super::probe::{Try, token_of};
use super::routes::{DOORS, Surface};
use super::scene::Scene;

/// What a cause would be told in.
const TELLING: &[&str] = &[
    "sqlx",
    "pooltimedout",
    "poolclosed",
    "postgres",
    "select ",
    "insert into",
    "panicked",
    ".rs:",
    "error:",
    "caused by",
    "backtrace",
];

#[tokio::test]
async fn no_door_tells_why_it_could_not_be_opened() {
    let mut scene = Scene::open().await;
    let mut directory = scene.desk.browser(&Surface::Directory.host("fda"));
    let tokens = [
        token_of(&scene.fda.citizen.get("/requests").await),
        token_of(&scene.fda.expert.get("/sessions").await),
        token_of(&directory.get("/").await),
        token_of(&scene.fda.admin.get("/sessions").await),
        token_of(&scene.operator.get("/sessions").await),
    ];
    let files = scene.desk.browser(&Surface::Files.host("fda"));
    scene.desk.database.pool.close().await;
    let mut faults = 0;
    for door in DOORS {
        let (browser, token) = match door.surface {
            Surface::Portal => (&scene.fda.citizen, tokens[0].as_str()),
            Surface::Desk => (&scene.fda.expert, tokens[1].as_str()),
            Surface::Directory => (&directory, tokens[2].as_str()),
            Surface::Admin => (&scene.fda.admin, tokens[3].as_str()),
            Surface::Operator => (&scene.operator, tokens[4].as_str()),
            Surface::Files => (&files, ""),
        };
        let heard = Try::honest(browser, door, &scene.fda.ids, token).by(browser).await;
        let what = format!("{} {:?} {}: {}", door.method, door.surface, door.path, heard.status);
        assert_eq!(flaws(door.surface, &heard), Vec::<String>::new(), "{what}");
        let page = heard.text().to_lowercase();
        let told: Vec<_> = TELLING.iter().filter(|cause| page.contains(**cause)).collect();
        assert!(told.is_empty(), "{what} tells {told:?}");
        faults += usize::from(heard.status.is_server_error());
    }
    assert!(faults > 30, "hardly a door failed: {faults} of {}", DOORS.len());
}
