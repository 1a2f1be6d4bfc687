//! `submissions_per_s`: the final POST of a request, its document staged. Beside it PostgreSQL
//! writes the same rows in as many transactions; it reads nothing and seals nothing.

use http::StatusCode;

use super::pattern::Pattern;
use super::stock;
use crate::applicants::Applicant;
use crate::beside;
use crate::books::Books;
use crate::load::{Lasting, Load};
use crate::office::{MEASURED, Office};
use crate::report::{Aim, Report};
use crate::rows::{Anew, Row};
use crate::site::Site;

const CONNECTIONS: usize = 16;

pub(crate) async fn submissions(
    office: &Office,
    books: &Books,
    (pattern, applicants): (&Pattern, &[Applicant]),
    report: &mut Report,
) -> anyhow::Result<()> {
    books.settle().await?;
    let site = Site::new(MEASURED, office.port);
    let load = Load {
        port: office.port,
        connections: CONNECTIONS,
        lasting: Lasting::Requests { warm_up: applicants.len() / 10, all: applicants.len() },
        request: &|n| {
            let one = &applicants[n];
            site.form(&format!("/drafts/{}/submission", one.draft), &one.browser, &[], "text/html")
        },
        expected: StatusCode::SEE_OTHER,
    };
    let measured = load.run().await?;
    report.note("submissions_per_s", measured.per_second, "1/s", Aim::AtLeast(150.0));
    report.note("submissions_p50_ms", measured.p50.as_secs_f64() * 1e3, "ms", Aim::None);
    report.note("submissions_p99_ms", measured.p99.as_secs_f64() * 1e3, "ms", Aim::Below(1_000.0));

    books.settle().await?;
    let alone = beside::script(books, &script(pattern), CONNECTIONS).await?;
    report.note("submissions_alone_per_s", alone.per_second, "1/s", Aim::None);
    let ratio = measured.per_second / alone.per_second;
    report.note("submissions_ratio", ratio, "", Aim::AtLeast(0.4));
    Ok(())
}

/// The same rows in one transaction, each time for another draft of the stock.
pub(crate) fn script(pattern: &Pattern) -> String {
    let number = stock::NUMBER;
    let (tenant, case, document) = (pattern.tenant, stock::draft(number), stock::document(number));
    let anew = Anew::default()
        .value(&pattern.draft.to_string(), case.clone())
        .value(&pattern.document.to_string(), document.clone())
        .ids(&pattern.submitted, number)
        .column("tracking_code", &format!("'7' || lpad({number}, 15, '0')"))
        .column("run_at", stock::NEVER)
        .column("xact", stock::UNSEALED);
    let inserts = by_table(&pattern.submitted).into_iter();
    let inserts: Vec<String> = inserts.map(|rows| Row::insert(&rows, &anew) + ";\n").collect();
    format!(
        "{}begin;\n{}\
         update documents set state = 'kept', case_id = {case}\n\
             where tenant_id = '{tenant}' and id = {document};\n\
         delete from jobs where tenant_id = '{tenant}' and id = {document};\n\
         update drafts set submitted_at = now() where tenant_id = '{tenant}' and id = {case};\n\
         end;\n",
        stock::COUNT,
        inserts.concat(),
    )
}

/// One statement for each table, as one would write it by hand.
fn by_table(rows: &[Row]) -> Vec<Vec<&Row>> {
    let alike = |a: &Row, b: &Row| a.table.name == b.table.name;
    rows.chunk_by(alike).map(|rows| rows.iter().collect()).collect()
}
