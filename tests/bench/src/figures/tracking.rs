//! `tracking_per_s`: where a request stands, by its code and a second fact, as JSON. Beside it one
//! row by its primary key out of a million.

use anyhow::ensure;
use http::StatusCode;

use super::fill::CASES;
use crate::applicants::FACT;
use crate::beside;
use crate::books::Books;
use crate::connection::{Asked, Connection};
use crate::load::{A_WHILE, Load};
use crate::office::{MEASURED, Office};
use crate::report::{Aim, Report};
use crate::site::{Browser, Site, VISITOR};

const CONNECTIONS: usize = 16;

/// Look-ups of the cases that were submitted, among all the others.
pub(crate) async fn tracking(
    office: &Office,
    books: &Books,
    report: &mut Report,
) -> anyhow::Result<()> {
    let codes = codes(office, books).await?;
    ensure!(!codes.is_empty(), "there is nothing to look up");
    let (site, browser) = (Site::new(MEASURED, office.port), visitor(office).await?);
    let ask = |code: &String| {
        let fields = [("code", code.as_str()), ("fact", FACT)];
        site.form("/tracking", &browser, &fields, "application/json")
    };
    let asked: Vec<Asked> = codes.iter().map(ask).collect();
    let load = Load {
        port: office.port,
        connections: CONNECTIONS,
        lasting: A_WHILE,
        request: &|n| asked[n % asked.len()].clone(),
        expected: StatusCode::OK,
    };
    let measured = load.run().await?;
    println!("looked up: {} cases among {CASES} others", codes.len());
    report.note("tracking_per_s", measured.per_second, "1/s", Aim::AtLeast(10_000.0));
    report.note("tracking_p50_ms", measured.p50.as_secs_f64() * 1e3, "ms", Aim::None);
    report.note("tracking_p99_ms", measured.p99.as_secs_f64() * 1e3, "ms", Aim::None);

    let alone = beside::select_only(books, CONNECTIONS).await?;
    report.note("tracking_alone_per_s", alone, "1/s", Aim::None);
    report.note("tracking_ratio", measured.per_second / alone, "", Aim::AtLeast(0.2));
    Ok(())
}

/// The codes of all cases that were submitted; copies have no draft, and open for nobody.
pub(super) async fn codes(office: &Office, books: &Books) -> anyhow::Result<Vec<String>> {
    let codes = sqlx::query_scalar(
        "select c.tracking_code from cases c
         join drafts d on d.tenant_id = c.tenant_id and d.id = c.id where c.tenant_id = $1",
    );
    let tenant = office.tenant(MEASURED).await?.id.0;
    Ok(codes.bind(tenant).fetch_all(&books.pool).await?)
}

/// A browser with the tracking page before it.
pub(super) async fn visitor(office: &Office) -> anyhow::Result<Browser> {
    let page = Site::new(MEASURED, office.port).get("/tracking", "");
    let page = Connection::open(office.port).await?.send(page).await?;
    Ok(Browser { cookie: page.cookie(VISITOR)?, token: page.token()? })
}
