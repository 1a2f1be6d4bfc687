//! Filling in a form of an agency, in steps: what is typed, then files, then a look at everything.
//! Shared by the surfaces on which requests are filled in, so that a form looks and behaves alike
//! wherever it is met; the templates are those of `web/filling.html`.

mod answers;
mod files;
mod problems;
mod rows;
mod sample;

pub use answers::without_files;
pub use files::{FileField, FileLine, file_fields, file_views, has_files, limits, rule};
pub use problems::{concern_typed, file_lines, named, of_file};
pub use rows::{Row, file_rows, rows};
pub use sample::sample_form;
