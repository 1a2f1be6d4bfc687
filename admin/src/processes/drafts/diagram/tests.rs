//! The words of the editor are there, and each has its place filled by the script.

use std::fs;
use std::path::Path;

use locale::words::Lang;

use super::choices::words;

/// Every script of the editor, as one text.
fn scripts() -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../server/web/assets/diagram");
    let folders = [folder.clone(), folder.join("panel")];
    let files = folders.iter().flat_map(|folder| fs::read_dir(folder).expect("the editor"));
    let paths = files.map(|file| file.expect("a file").path());
    let scripts = paths.filter(|path| path.extension().is_some_and(|ending| ending == "js"));
    scripts.map(|path| fs::read_to_string(path).expect("a script")).collect()
}

#[test]
fn whatever_the_editor_says_has_words_in_each_language() {
    let scripts = scripts();
    let said = scripts.split("say(\"").skip(1).filter_map(|rest| rest.split('"').next());
    let keys: Vec<&str> = said.collect();
    assert!(keys.len() > 60, "{keys:?}");
    for lang in Lang::ALL {
        let words = words(lang);
        for key in &keys {
            assert!(words.contains_key(key), "{key} in {lang:?}");
        }
    }
}

#[test]
fn kinds_have_words_too() {
    let scripts = scripts();
    let kinds = scripts.split("key: \"").skip(1).filter_map(|rest| rest.split('"').next());
    let words = words(Lang::Fa);
    for kind in kinds {
        assert!(words.contains_key(format!("kind-{kind}").as_str()), "{kind}");
    }
}

#[test]
fn places_stay_for_the_script() {
    for lang in Lang::ALL {
        let words = words(lang);
        assert!(words["add"].contains("{$kind}"), "{}", words["add"]);
        assert!(words["from-to"].contains("{$from}"), "{}", words["from-to"]);
        assert!(!words.contains_key("page-title"));
    }
}
