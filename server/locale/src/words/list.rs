//! Several things in one sentence.

use super::{Lang, say};

/// Join texts as a sentence does: `۴ روز، ۴ ساعت و ۵۰ دقیقه`, `4 days, 4 hours and 50 minutes`.
pub fn list(lang: Lang, texts: &[String]) -> String {
    let Some((last, before)) = texts.split_last() else { return String::new() };
    let Some((nearest, further)) = before.split_last() else { return last.clone() };
    let pair = [("first", nearest.into()), ("last", last.into())];
    let end = say(lang, "common-list-last", &pair);
    further.iter().rev().fold(end, |rest, first| {
        say(lang, "common-list-between", &[("first", first.into()), ("rest", rest.into())])
    })
}
