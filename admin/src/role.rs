//! What roles are called.

use locale::words::{Lang, has, say1};

/// The word for a role. One without words of ours is the agency's own and is shown as it is named.
pub(crate) fn role(name: &str, lang: Lang) -> String {
    let key = format!("admin-role-{name}");
    if has(lang, &key) { say1(lang, &key) } else { name.to_owned() }
}
