//! Bodies of JSON, looked at before anything is made of them: how much, how deep, and that no text
//! holds a NUL, which PostgreSQL cannot keep.

use crate::problem::Problem;

/// The most bytes of a body that is no file: a form's answers, in which a Persian letter may be
/// written with six.
pub(crate) const MOST: usize = 512 * 1024;
/// How many brackets may stand open. The deepest body of ours has three.
const DEEPEST: usize = 16;

/// Reads over a body without building anything. What is not JSON is left for the parser to say.
pub(crate) fn look_over(body: &[u8]) -> Result<(), Problem> {
    let (mut depth, mut at) = (0_usize, 0);
    while let Some(byte) = body.get(at) {
        match byte {
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth = depth.saturating_sub(1),
            b'"' => at = end_of_text(body, at + 1)?,
            _ => {}
        }
        if depth > DEEPEST {
            return Err(Problem::TooDeep);
        }
        at += 1;
    }
    Ok(())
}

/// Where the text that begins at `at` has its closing quotation mark.
fn end_of_text(body: &[u8], mut at: usize) -> Result<usize, Problem> {
    while let Some(byte) = body.get(at) {
        match byte {
            b'"' => return Ok(at),
            b'\\' if body[at + 1..].starts_with(b"u0000") => {
                return Err(web::Problem::BadRequest("a NUL character").into());
            }
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
    Ok(at)
}
