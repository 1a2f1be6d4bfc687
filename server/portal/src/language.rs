//! The language of the pages, as a person chose it.

use poem::handler;
use web::{Answer, Fields, Problem, Reply};

#[handler]
pub(crate) fn choose(fields: Fields) -> Answer {
    let lang = fields.text("lang")?.parse();
    let lang = lang.map_err(|_| Problem::BadRequest("an unknown language"))?;
    Ok(Reply::to(fields.text("next")?).speaking(lang))
}
