//! `cartable_p99_ms`: a page of fifty rows before a position with a hundred thousand.

use anyhow::{Context as _, ensure};
use http::StatusCode;
use uuid::Uuid;

use super::fill::CASES;
use super::pattern::Pattern;
use crate::beside;
use crate::books::Books;
use crate::connection::Connection;
use crate::load::{A_WHILE, Load};
use crate::office::{MEASURED, Office};
use crate::report::{Aim, Report};
use crate::rows::literal;
use crate::site::{SESSION, Site};

const CONNECTIONS: usize = 8;
const ROWS: usize = 50;
/// Where the list's statement stands.
const STORE: &str = include_str!("../../../../server/domain/src/cartable/store.rs");

pub(crate) async fn cartable(
    office: &Office,
    books: &Books,
    pattern: &Pattern,
    report: &mut Report,
) -> anyhow::Result<()> {
    let tray = Tray::of(books, pattern).await?;
    let cookie = format!("{SESSION}={}", office.sign_in_staff(&tray.username).await?);
    let (site, path) = (
        Site::new(&format!("{MEASURED}-desk"), office.port),
        format!("/cartable/{}", tray.position),
    );
    let page = Connection::open(office.port).await?.send(site.get(&path, &cookie)).await?;
    let links = String::from_utf8_lossy(&page.body).matches("\"/cases/").count();
    ensure!(links >= ROWS, "{links} rows on the page: {}", page.said());

    let load = Load {
        port: office.port,
        connections: CONNECTIONS,
        lasting: A_WHILE,
        request: &|_| site.get(&path, &cookie),
        expected: StatusCode::OK,
    };
    let measured = load.run().await?;
    println!("in the tray: {ROWS} of {} rows", tray.open);
    report.note("cartable_per_s", measured.per_second, "1/s", Aim::None);
    report.note("cartable_p50_ms", measured.p50.as_secs_f64() * 1e3, "ms", Aim::None);
    report.note("cartable_p99_ms", measured.p99.as_secs_f64() * 1e3, "ms", Aim::Below(20.0));

    let alone = beside::script(books, &tray.script(pattern.tenant)?, CONNECTIONS).await?;
    report.note("cartable_alone_per_s", alone.per_second, "1/s", Aim::None);
    report.note("cartable_alone_p99_ms", alone.p99.as_secs_f64() * 1e3, "ms", Aim::None);
    Ok(())
}

/// What lies before the position that gets every new request, and who holds it.
#[derive(sqlx::FromRow)]
struct Tray {
    position: Uuid,
    username: String,
    open: i64,
}

impl Tray {
    async fn of(books: &Books, pattern: &Pattern) -> anyhow::Result<Self> {
        let tray: Self = sqlx::query_as(
            "select t.position_id as position, s.username, count(*) as open
             from tasks t
             join members m on m.tenant_id = t.tenant_id and m.position_id = t.position_id
             join staff s on s.tenant_id = m.tenant_id and s.id = m.staff_id
             where t.tenant_id = $1 and t.state = 'open' and m.until is null
             group by t.position_id, s.username order by open desc limit 1",
        )
        .bind(pattern.tenant)
        .fetch_one(&books.pool)
        .await?;
        ensure!(usize::try_from(tray.open)? >= CASES, "only {} rows in the tray", tray.open);
        Ok(tray)
    }

    /// The statement of the list, with what the first page without a filter binds.
    fn script(&self, tenant: Uuid) -> anyhow::Result<String> {
        let uuid = |id: Uuid| format!("cast({} as uuid)", literal(&id.to_string()));
        let rows = (ROWS + 1).to_string();
        let bound = [
            uuid(tenant),
            uuid(self.position),
            "cast('{}' as text[])".to_owned(),
            "false".to_owned(),
            "false".to_owned(),
            "now()".to_owned(),
            rows.clone(),
            "0".to_owned(),
            rows,
        ];
        Ok(fill_in(statement()?, &bound) + ";\n")
    }
}

/// The list's statement as the server sends it.
pub(crate) fn statement() -> anyhow::Result<&'static str> {
    let (_, rest) = STORE.split_once("r#\"with mine").context("the list's statement")?;
    let (_, from) = STORE.split_at(STORE.len() - rest.len() - "with mine".len());
    let (statement, _) = from.split_once("\"#").context("the end of the list's statement")?;
    Ok(statement)
}

/// The last parameter first: `$1` is the beginning of `$10`.
pub(crate) fn fill_in(statement: &str, bound: &[String]) -> String {
    let numbered = bound.iter().zip(1..).collect::<Vec<(_, usize)>>().into_iter().rev();
    numbered.fold(statement.to_owned(), |text, (value, n)| text.replace(&format!("${n}"), value))
}
