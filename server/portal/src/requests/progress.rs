//! How far a request has come, by the stages that everybody has words for.

use domain::cases::Progress;
use locale::words::Lang;
use web::progress::{ProgressView, Way};

pub(crate) fn progress(progress: &Progress, lang: Lang) -> ProgressView {
    let Progress { definition, xml, done, now } = progress;
    Way { definition, xml, done, now }.view(lang)
}
