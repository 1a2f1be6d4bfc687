//! `uploads_per_s`: a PDF of 100 kB in a multipart form, judged, hashed, stored and noted.

use http::StatusCode;

use super::pattern::Pattern;
use super::stock;
use crate::applicants::{self, Applicant, FIELD};
use crate::beside;
use crate::books::Books;
use crate::load::{Lasting, Load};
use crate::office::{MEASURED, Office};
use crate::report::{Aim, Report};
use crate::rows::{Anew, Row};
use crate::site::Site;

const CONNECTIONS: usize = 8;
const SIZE: usize = 100 * 1024;

/// Every draft gets its document: that is also what the submissions need.
pub(crate) async fn uploads(
    office: &Office,
    books: &Books,
    (pattern, applicants): (&Pattern, &[Applicant]),
    report: &mut Report,
) -> anyhow::Result<()> {
    books.settle().await?;
    let (site, pdf) = (Site::new(MEASURED, office.port), pdf());
    let load = Load {
        port: office.port,
        connections: CONNECTIONS,
        lasting: Lasting::Requests { warm_up: applicants.len() / 10, all: applicants.len() },
        request: &|n| {
            let one = &applicants[n];
            site.file(&applicants::documents(one.draft), &one.browser, FIELD, &pdf)
        },
        expected: StatusCode::SEE_OTHER,
    };
    let measured = load.run().await?;
    report.note("uploads_per_s", measured.per_second, "1/s", Aim::None);
    report.note("uploads_p99_ms", measured.p99.as_secs_f64() * 1e3, "ms", Aim::None);

    books.settle().await?;
    let alone = beside::script(books, &script(pattern), CONNECTIONS).await?;
    report.note("uploads_alone_per_s", alone.per_second, "1/s", Aim::None);
    report.note("uploads_ratio", measured.per_second / alone.per_second, "", Aim::None);
    Ok(())
}

/// The same rows in one transaction, each document for a draft of its own.
pub(crate) fn script(pattern: &Pattern) -> String {
    let number = stock::NUMBER;
    let anew = Anew::default()
        .value(&pattern.draft.to_string(), stock::draft(number))
        .ids(&pattern.attached, number)
        .column("run_at", stock::NEVER)
        .column("xact", stock::UNSEALED);
    let inserts: Vec<String> =
        pattern.attached.iter().map(|row| Row::insert(&[row], &anew) + ";\n").collect();
    format!("{}begin;\n{}end;\n", stock::COUNT, inserts.concat())
}

/// A document of exactly this size: a PDF's head and end, and comments between.
fn pdf() -> Vec<u8> {
    let (head, end) = ("%PDF-1.4\n", "\n%%EOF\n");
    let line = "% cosmetics import, proforma invoice, page after page of it\n";
    let mut pdf = head.as_bytes().to_vec();
    pdf.extend(line.bytes().cycle().take(SIZE - head.len() - end.len()));
    pdf.extend(end.bytes());
    pdf
}
