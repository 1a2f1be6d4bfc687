use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt as _;

use super::{Account, Folder};

#[test]
fn a_secret_is_made_once_and_kept_to_its_owner() {
    let place = tempfile::tempdir_in("/var/tmp").unwrap();
    fs::set_permissions(place.path(), Permissions::from_mode(0o755)).unwrap();
    let folder = Folder::open(&place.path().join("data")).unwrap();
    let secret = folder.secret("one").unwrap();
    assert_eq!(secret.len(), 64);
    assert_eq!(folder.secret("one").unwrap(), secret);
    assert_ne!(folder.secret("two").unwrap(), secret);
    assert_eq!(folder.deployment_key().unwrap(), folder.deployment_key().unwrap());

    folder.outbox().unwrap();
    folder.objects().unwrap();
    for (name, mode) in [
        ("outbox", 0o700),
        ("objects", 0o700),
        ("secrets", 0o700),
        ("secrets/one", 0o600),
        ("secrets/key", 0o600),
    ] {
        let is = fs::metadata(folder.path().join(name)).unwrap().permissions().mode();
        assert_eq!(is & 0o777, mode, "{name}");
    }
}

#[test]
fn what_a_killed_server_left_in_the_spool_is_removed() {
    let place = tempfile::tempdir_in("/var/tmp").unwrap();
    fs::set_permissions(place.path(), Permissions::from_mode(0o755)).unwrap();
    let folder = Folder::open(place.path()).unwrap();
    fs::write(folder.spool().unwrap().join("half"), "%PDF-").unwrap();
    assert_eq!(fs::read_dir(folder.spool().unwrap()).unwrap().count(), 0);
}

#[test]
fn a_data_folder_has_one_server_at_a_time() {
    let place = tempfile::tempdir_in("/var/tmp").unwrap();
    fs::set_permissions(place.path(), Permissions::from_mode(0o755)).unwrap();
    let first = Folder::open(place.path()).unwrap();
    let second = Folder::open(place.path()).unwrap_err().to_string();
    assert!(second.contains("another server"), "{second}");
    drop(first);
    Folder::open(place.path()).expect("free again");
}

#[test]
fn an_account_is_found_by_its_whole_name() {
    let list = "root:x:0:0:root:/root:/bin/bash\npostgres-x:x:9:9::/:\npostgres:x:101:104:,,,:/:/bin/sh\nbad:x:a:b::/:";
    for (name, found) in [("postgres", true), ("post", false), ("bad", false), ("nobody", false)] {
        assert_eq!(Account::find(list, name).is_some(), found, "{name}");
    }
}

#[test]
fn an_account_enters_only_where_every_folder_lets_it_pass() {
    let place = tempfile::tempdir_in("/var/tmp").unwrap();
    let inner = place.path().join("a/b");
    fs::create_dir_all(&inner).unwrap();
    let stranger = Account::find("x:x:54321:54321::/:", "x").unwrap();
    for (mode, enters) in [(0o700, false), (0o755, true), (0o711, true), (0o744, false)] {
        fs::set_permissions(place.path(), Permissions::from_mode(mode)).unwrap();
        assert_eq!(stranger.can_enter(&inner).unwrap(), enters, "{mode:o}");
    }
}
