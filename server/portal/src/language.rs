//! The language of the pages, as a person chose it.

use poem::handler;
use web::{Answer, Fields, Problem, Reply};

#[handler]
#[expect(clippy::needless_pass_by_value, reason = "a handler is given what was extracted")]
pub(crate) fn choose(fields: Fields) -> Answer {
    let lang = fields.text("lang")?.parse();
    let lang = lang.map_err(|_| Problem::BadRequest("an unknown language"))?;
    Ok(Reply::to(fields.text("next")?).speaking(lang))
}
