//! Two look-alike agencies with something of every kind before applicants and staff.

use std::collections::BTreeMap;

use domain::process_drafts;
use domain::trials::{self, Begin, Subject};
use locale::words::Lang;
use sqlx::{PgConnection, Row as _};
use tenants::Caller;
use uuid::Uuid;

use super::company::{self, MOBILE, pdf};
use crate::support::{Browser, TestDesk};

/// One id of every kind, by what [`super::routes::Door::kind`] calls it.
pub(super) type Ids = BTreeMap<&'static str, String>;

pub(super) struct Scene {
    pub(super) desk: TestDesk,
    pub(super) fda: Premises,
    pub(super) twin: Premises,
    /// Another company at the first agency, and what lies there for it.
    pub(super) other: (Browser, Ids),
    /// Looks after all agencies, at the central console.
    pub(super) operator: Browser,
}

pub(super) struct Premises {
    pub(super) citizen: Browser,
    pub(super) clerk: Browser,
    pub(super) expert: Browser,
    /// Receives visitors at a counter.
    pub(super) counter: Browser,
    /// Looks after the agency, at its console.
    pub(super) admin: Browser,
    /// Has nothing to do with any of it.
    pub(super) stranger: Browser,
    pub(super) ids: Ids,
    slug: &'static str,
}

impl Scene {
    pub(super) async fn open() -> Self {
        // A whole scene is too large for the stack of every test.
        Box::pin(Self::furnished()).await
    }

    async fn furnished() -> Self {
        let desk = TestDesk::open().await;
        let mut fda = Premises::open(&desk, "fda").await;
        let mut twin = Premises::open(&desk, "fda2").await;
        let mut other = (desk.applicant("fda", "09121110002").await, Ids::new());
        other.1 = fda.furnish(&desk, Some(&mut other.0)).await;
        fda.ids = fda.furnish(&desk, None).await;
        twin.ids = twin.furnish(&desk, None).await;
        let central = desk.agency("central").await;
        let operator = desk.admin(&central, central.holder("operator")).await;
        Self { desk, fda, twin, other, operator }
    }
}

impl Premises {
    async fn open(desk: &TestDesk, slug: &'static str) -> Self {
        let agency = desk.agency(slug).await;
        let clerk = desk.staff(&agency, agency.holder("secretariat-clerk")).await;
        let expert = desk.staff(&agency, agency.holder("cosmetics-expert")).await;
        let admin = desk.admin(&agency, agency.holder("desk-admin")).await;
        let stranger = desk.staff(&agency, agency.holder("drug-expert")).await;
        let counter = desk.staff(&agency, agency.holder("counter-1")).await;
        let citizen = desk.applicant(slug, MOBILE).await;
        Self { citizen, clerk, expert, counter, admin, stranger, ids: Ids::new(), slug }
    }

    /// Two requests, of which one is referred and one waits for documents, and a draft.
    async fn furnish(&mut self, desk: &TestDesk, other: Option<&mut Browser>) -> Ids {
        let citizen = other.unwrap_or(&mut self.citizen);
        let case = company::submits(desk, citizen).await;
        let request = company::submits(desk, citizen).await;
        for case in [&case, &request] {
            company::finishes(desk, &mut self.clerk, case, ("registered", &[])).await;
        }
        refer(&mut self.expert, &case).await;
        let asks = [("item.gazette", "on"), ("item.articles", "on"), ("note", "بفرستید.")];
        company::finishes(desk, &mut self.expert, &request, ("missing", &asks)).await;
        let draft = company::drafts(citizen, company::ANSWERS).await;
        company::attaches(citizen, &draft, pdf("proforma", "draft.pdf")).await;
        let page = citizen.get(&format!("/requests/{request}")).await;
        let path = format!("/requests/{request}/documents");
        let page = citizen.upload(&page, &path, pdf("gazette", "gazette.pdf")).await;
        assert!(page.status.is_success(), "{}", page.text());

        let mut ids = found(&mut desk.database.superuser().await, [&case, &request, &draft]).await;
        let fetch = format!("/requests/{request}/documents/{}", ids["request document"]);
        let to_files = citizen.once("GET", &fetch, None).await;
        let ticket = to_files.header("location").and_then(|l| l.rsplit('/').next());
        ids.insert("ticket", ticket.expect("a ticket").to_owned());
        ids.insert("service", "cosmetics-import".to_owned());
        ids.insert("decision", decided(&mut self.admin).await);
        ids.extend(at_the_counter(desk, &mut self.counter).await);
        // What every service has: its first version, and something in its form.
        ids.extend([("version number", "1".to_owned()), ("place", "1.0".to_owned())]);
        ids.insert("step", "review".to_owned());
        let tenant = desk.agency(self.slug).await.tenant.id.0;
        let (draft, test) = drafted(desk, self.slug).await;
        ids.extend([("process draft", draft), ("process test", test)]);
        ids.insert("migration", migration(&mut desk.database.superuser().await, &case).await);
        ids.insert("incident", incident(&mut desk.database.superuser().await, &case).await);
        ids.extend(chart(&mut desk.database.superuser().await, tenant).await);
        ids
    }
}

/// The next version of a process, begun, with a trial that was kept as a test.
async fn drafted(desk: &TestDesk, slug: &'static str) -> (String, String) {
    let tenant = desk.agency(slug).await.tenant;
    let operator = Caller::Operator(tenant.id);
    let mut scope = desk.desks().enter(&tenant, operator).await.expect("a scope");
    let id = process_drafts::open(&mut scope, "cosmetics-import").await.expect("a draft");
    let draft = process_drafts::see(&mut scope, id).await.expect("a draft");
    let subject = Subject { key: &draft.key, xml: &draft.xml };
    let (pairs, vars) = (Vec::new(), serde_json::Map::new());
    let begin = Begin { service: None, pairs, vars, lang: Lang::Fa };
    trials::begin(&mut scope, subject, begin).await.expect("a trial");
    trials::keep(&mut scope, subject, 1, "آزمون").await.expect("a test");
    let test = trials::tests(&mut scope, subject).await.expect("the tests")[0].id;
    scope.commit().await.expect("kept");
    (id.to_string(), test.to_string())
}

/// A decision with a published version and the next one begun, by its key.
async fn decided(admin: &mut Browser) -> String {
    let key = "who_decides";
    let (path, draft) = (format!("/decisions/{key}"), format!("/decisions/{key}/draft"));
    let list = admin.get("/decisions").await;
    let editor = admin.submit(&list, "/decisions", &[("name", "چه کسی"), ("key", key)]).await;
    if editor.status.is_success() {
        let table = [("in.1.expression", "country"), ("r.1.a.1", "=1"), ("step", "publish")];
        let page = admin.submit(&editor, &draft, &table).await;
        assert_eq!(page.path, path, "{}", page.text());
        admin.submit(&page, &format!("{path}/opening"), &[]).await;
    }
    key.to_owned()
}

/// A draft with a document that lies at the counter, and a request that was registered there.
async fn at_the_counter(desk: &TestDesk, clerk: &mut Browser) -> Ids {
    let (draft, document) = company::received(clerk).await;
    let (case, _) = company::received(clerk).await;
    let check = clerk.get(&format!("/counter/drafts/{case}/check")).await;
    let receipt = clerk.submit(&check, &check.action("/registration"), &[]).await;
    assert!(receipt.path.ends_with("/receipt"), "{}: {}", receipt.path, receipt.text());
    desk.works_through_its_jobs().await;
    [("counter draft", draft), ("counter document", document), ("counter case", case)].into()
}

async fn refer(expert: &mut Browser, case: &str) {
    let page = expert.get(&format!("/cases/{case}")).await;
    let laboratory = page.option("to", "آزمایشگاه");
    let values = [("to", laboratory.as_str()), ("action", "opinion"), ("order", "نظر بدهید.")];
    let sent = expert.submit(&page, &page.action("/referrals"), &values).await;
    assert!(sent.status.is_success(), "{}", sent.text());
}

/// Reads the ids where pages do not tell them.
async fn found(superuser: &mut PgConnection, [case, request, draft]: [&String; 3]) -> Ids {
    let row = sqlx::query(
        "select
            (select id from documents where draft_id = $3 and case_id is null) as \"draft document\",
            (select id from documents where case_id = $2 limit 1) as \"request document\",
            (select id from documents where case_id = $1) as \"case document\",
            (select d.id from documents d join document_requests r on r.id = d.request_id
             where r.case_id = $2) as \"staged document\",
            (select id from tasks where case_id = $1 and state = 'open') as task,
            (select id from referrals where case_id = $1) as referral,
            (select position_id from tasks where case_id = $1 and state = 'open') as position,
            (select to_position from referrals where case_id = $1) as receiver,
            (select s.id from sessions s
             join members m on m.staff_id = s.staff_id
             join tasks t on t.position_id = m.position_id
             where t.case_id = $1 and t.state = 'open') as session,
            (select process_version_id from cases where id = $1) as process",
    )
    .bind(id(case))
    .bind(id(request))
    .bind(id(draft))
    .fetch_one(superuser)
    .await
    .expect("the ids");
    let kinds = [
        "draft document",
        "request document",
        "case document",
        "staged document",
        "task",
        "referral",
        "position",
        "receiver",
        "session",
        "process",
    ];
    let mut ids: Ids = kinds.map(|kind| (kind, row.get::<Uuid, _>(kind).to_string())).into();
    ids.extend([("case", case.clone()), ("request", request.clone()), ("draft", draft.clone())]);
    ids
}

/// A migration that has nothing to do.
async fn migration(superuser: &mut PgConnection, case: &str) -> String {
    let written = "insert into process_migrations
         (tenant_id, id, from_id, to_id, plan, state, started_at)
         select tenant_id, $2, process_version_id, process_version_id, '{}', 'running', opened_at
         from cases where id = $1 returning id";
    let id = sqlx::query_scalar(written).bind(id(case)).bind(Uuid::now_v7());
    id.fetch_one(superuser).await.map(|id: Uuid| id.to_string()).expect("a migration")
}

/// A place at which a case is said to have stopped.
async fn incident(superuser: &mut PgConnection, case: &str) -> String {
    let written = "insert into incidents (tenant_id, id, case_id, token, node, kind, opened_at)
         select tenant_id, $2, id, 1, 'review', 'no-flow', opened_at from cases where id = $1
         returning id";
    let id = sqlx::query_scalar(written).bind(id(case)).bind(Uuid::now_v7());
    id.fetch_one(superuser).await.map(|id: Uuid| id.to_string()).expect("an incident")
}

/// What the agency is made of: a unit, a position with nothing before it, somebody who can sign in.
async fn chart(superuser: &mut PgConnection, tenant: Uuid) -> Ids {
    let row = sqlx::query(
        "select
            (select id from units where tenant_id = $1 and key = 'laboratory') as unit,
            (select id from positions where tenant_id = $1 and key = 'drug-inspector') as post,
            (select id from staff where tenant_id = $1 and username = 'p.sabalan') as member",
    )
    .bind(tenant)
    .fetch_one(superuser)
    .await
    .expect("the chart");
    let kinds = ["unit", "post", "member"];
    let mut ids: Ids = kinds.map(|kind| (kind, row.get::<Uuid, _>(kind).to_string())).into();
    let named = [("notice kind", "opened"), ("notice channel", "sms"), ("notice language", "fa")];
    ids.extend(named.map(|(kind, name)| (kind, name.to_owned())));
    ids.insert("tenant", "fda".to_owned());
    ids
}

fn id(text: &str) -> Uuid {
    text.parse().expect("an id")
}
