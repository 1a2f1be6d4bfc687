//! The language of the pages, as a person chose it.

use poem::handler;

use crate::{Answer, Fields, Problem, Reply};

/// Answers the form that `ui.language` draws. Every surface that has people offers it at `/language`.
#[handler]
#[expect(
    clippy::needless_pass_by_value,
    unreachable_pub,
    reason = "the macro takes what was extracted, and names the function within itself"
)]
pub fn choose(fields: Fields) -> Answer {
    let lang = fields.text("lang")?.parse();
    let lang = lang.map_err(|_| Problem::BadRequest("an unknown language"))?;
    Ok(Reply::to(fields.text("next")?).speaking(lang))
}
