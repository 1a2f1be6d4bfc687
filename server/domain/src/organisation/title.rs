//! The title of a unit or a position, as it is typed.

use locale::text::one_line;
use tenants::Text;

use crate::{Error, Result};

/// Longer than any title.
const MOST: usize = 200;

/// A title in both languages. English may be missing; the Persian one is shown then.
///
/// Invalid at `title` or `title_en`.
pub fn titled(fa: &str, en: &str) -> Result<Text> {
    let (fa, en) = (one_line(fa), one_line(en));
    if fa.is_empty() {
        return Err(Error::invalid("title", "required"));
    }
    for (field, text) in [("title", &fa), ("title_en", &en)] {
        if text.chars().count() > MOST {
            return Err(Error::invalid(field, "title-long"));
        }
    }
    Ok(Text { fa, en: (!en.is_empty()).then_some(en) })
}
