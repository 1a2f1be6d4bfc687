//! Processes are tried out: what happens in the sandbox is what happens in a case, and nothing of it
//! happens anywhere else.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU32, Ordering};

use chrono::TimeDelta;
use domain::cases::{self, Completion, Item, With};
use domain::documents::Owner;
use domain::identity::{self, Door};
use domain::trials::{self, Begin, Command, Line, Pause, Subject, Trial};
use domain::{CaseId, drafts, organisation, process_drafts, processes};
use forms::{Form, Kind};
use locale::words::Lang;
use serde_json::{Map, Value};
use sqlx::Row as _;
use tenants::Scope;
use uuid::Uuid;

use super::cast::MOBILE;
use super::verbs::{citizen, enter, operator, staff, stored};
use crate::support::{Agency, Browser, Page, TestDesk};

/// Something that fits each field of a form.
fn typed(form: &Form) -> Vec<(String, String)> {
    let pair = |key: &str, value: &str| vec![(key.to_owned(), value.to_owned())];
    let fields = form.fields().flat_map(|field| match &field.kind {
        Kind::Select(choices) | Kind::Radio(choices) => pair(&field.key, &choices[0].value),
        Kind::Checkbox => pair(&field.key, "on"),
        Kind::Number(rule) => {
            let least = rule.min.as_ref().map_or("1".to_owned(), ToString::to_string);
            pair(&field.key, &least)
        }
        Kind::Date(_) => [("year", "1405"), ("month", "9"), ("day", "20")]
            .map(|(part, value)| (format!("{}.{part}", field.key), value.to_owned()))
            .to_vec(),
        Kind::NationalCode => pair(&field.key, "0084575948"),
        Kind::CompanyId => pair(&field.key, "10380284790"),
        Kind::Mobile => pair(&field.key, MOBILE),
        Kind::Text(lengths) => {
            let length = lengths.min.max(10).min(lengths.max);
            pair(&field.key, &"آزمون ".repeat(length).chars().take(length).collect::<String>())
        }
        Kind::File(_) => Vec::new(),
    });
    fields.collect()
}

/// A real case and a trial of the same process, moved side by side.
struct Twins<'a> {
    desk: &'a TestDesk,
    agency: &'a Agency,
    key: &'static str,
    xml: String,
    case: CaseId,
    mobile: String,
    token: String,
    positions: Vec<organisation::Position>,
}

impl<'a> Twins<'a> {
    async fn begin(desk: &'a TestDesk, agency: &'a Agency, key: &'static str) -> Twins<'a> {
        // Everybody has a number of their own, so that nobody asks for a code too soon.
        static NEXT: AtomicU32 = AtomicU32::new(1);
        let mobile = format!("0912{:07}", 7_000_000 + NEXT.fetch_add(1, Ordering::Relaxed));
        let citizens = citizen(desk, agency, &mobile).await;
        let mut scope = enter(desk, agency, Door::Portal, &citizens).await;
        let id = drafts::start(&mut scope, key).await.unwrap();
        let (draft, _) = drafts::see(&mut scope, id).await.unwrap();
        let form = draft.service.form.clone();
        drafts::save(&mut scope, id, &form.take(typed(&form))).await.unwrap();
        for field in form.fields().filter(|field| matches!(field.kind, Kind::File(_))) {
            let arrived = stored(desk, agency, Owner::Draft(id), &field.key).await;
            drafts::attach(&mut scope, id, arrived).await.unwrap();
        }
        let case = match cases::submit(&mut scope, id).await {
            Ok(submitted) => submitted.case,
            Err(domain::Error::Invalid(problems)) => panic!("{key}: {problems:?}"),
            Err(other) => panic!("{key}: {other}"),
        };
        scope.commit().await.unwrap();

        let mut scope = operator(desk, agency).await;
        let lines = processes::list(&mut scope).await.unwrap();
        let line = lines.iter().find(|line| line.key == key).unwrap();
        let xml = processes::see(&mut scope, line.id).await.unwrap().xml;
        let begin = Begin {
            service: Some(key.to_owned()),
            pairs: typed(&form),
            vars: Map::new(),
            lang: Lang::Fa,
        };
        trials::begin(&mut scope, Subject { key, xml: &xml }, begin).await.unwrap();
        scope.commit().await.unwrap();
        let token = staff(desk, agency, "desk-admin").await;
        let mut scope = enter(desk, agency, Door::Desk, &token).await;
        let positions = organisation::positions(&mut scope).await.unwrap();
        drop(scope);
        Twins { desk, agency, key, xml, case, mobile, token: citizens, positions }
    }

    /// The applicant, who signs in again after a long while.
    async fn applicant(&self) -> Scope {
        let (desks, tenant) = (self.desk.desks(), &self.agency.tenant);
        let entered =
            identity::enter(desks, tenant, Door::Portal, Some(&self.token)).await.unwrap();
        if entered.session.is_some() {
            return entered.scope;
        }
        drop(entered);
        let token = citizen(self.desk, self.agency, &self.mobile).await;
        enter(self.desk, self.agency, Door::Portal, &token).await
    }

    fn subject(&self) -> Subject<'_> {
        Subject { key: self.key, xml: &self.xml }
    }

    async fn trial(&self) -> Trial {
        let mut scope = operator(self.desk, self.agency).await;
        trials::see(&mut scope, self.subject()).await.unwrap().expect("a trial")
    }

    async fn tries(&self, command: &Command) {
        let rev = self.trial().await.rev;
        let mut scope = operator(self.desk, self.agency).await;
        let done = trials::act(&mut scope, self.subject(), rev, command).await;
        done.unwrap_or_else(|error| panic!("{}: {command:?}: {error}", self.key));
        scope.commit().await.unwrap();
    }

    /// The same in the real case, through the doors of those whose work it is.
    async fn does(&self, command: &Command) {
        match command {
            Command::Complete { node, outcome, with } => self.completes(node, outcome, with).await,
            Command::Report { ok: true, .. } => self.desk.works_through_its_jobs().await,
            Command::Supply => self.supplies().await,
            Command::Wait { .. } => self.waits().await,
            Command::Withdraw => {
                let mut scope = self.applicant().await;
                cases::withdraw(&mut scope, self.case, Uuid::now_v7()).await.unwrap();
                scope.commit().await.unwrap();
            }
            other => panic!("{other:?} is not played in a real case"),
        }
    }

    async fn completes(&self, node: &str, outcome: &str, with: &With) {
        let open = self
            .rows(
                "select role as line from tasks where case_id = $1 and state = 'open'
            and node = $2 order by opened_at",
                Some(node),
            )
            .await;
        let role = open.first().unwrap_or_else(|| panic!("{node} is open in the real case"));
        let mut carriers = self.positions.iter().filter(|it| it.roles.contains(role));
        let position = carriers.next().unwrap_or_else(|| panic!("nobody carries {role}"));
        self.desk.desks().clock().advance(TimeDelta::seconds(31));
        let token = staff(self.desk, self.agency, &position.key).await;
        let mut scope = enter(self.desk, self.agency, Door::Desk, &token).await;
        let file = cases::see(&mut scope, self.case).await.unwrap();
        let task = file.tasks.iter().find(|it| it.task.node == node && it.task.is_open()).unwrap();
        let completion = Completion {
            case: self.case,
            task: task.task.id,
            outcome: outcome.to_owned(),
            with: with.clone(),
            command: Uuid::now_v7(),
        };
        cases::complete(&mut scope, completion).await.unwrap();
        scope.commit().await.unwrap();
    }

    async fn supplies(&self) {
        let mut scope = self.applicant().await;
        let asked = cases::follow(&mut scope, self.case).await.unwrap().asked.expect("a request");
        for item in &asked.request.items {
            let owner = Owner::Request(asked.request.id);
            let arrived = stored(self.desk, self.agency, owner, &item.key).await;
            cases::attach_supply(&mut scope, self.case, arrived).await.unwrap();
        }
        cases::supply(&mut scope, self.case, Uuid::now_v7()).await.unwrap();
        scope.commit().await.unwrap();
    }

    /// To the moment of the next deadline.
    async fn waits(&self) {
        let due = self
            .rows(
                "select min(due_at)::text as line from timers
            where case_id = $1 and state = 'armed' and $2::text is null",
                None,
            )
            .await;
        let due = format!("{}:00", due[0].replace(' ', "T"));
        let due = chrono::DateTime::parse_from_rfc3339(&due).unwrap().to_utc();
        self.desk.passes(due - self.desk.desks().clock().now() + TimeDelta::seconds(1)).await;
    }

    async fn rows(&self, query: &'static str, node: Option<&str>) -> Vec<String> {
        let mut superuser = self.desk.database.superuser().await;
        let query = sqlx::query(query).bind(self.case.0).bind(node);
        let rows = query.fetch_all(&mut superuser).await.expect("the rows");
        rows.iter().map(|row| row.get::<String, _>("line")).collect()
    }

    /// Both have gone the same way, stand at the same steps and told the same.
    async fn agree(&self, after: &str) {
        let trial = self.trial().await;
        let at = format!("{} after {after}", self.key);
        let real = self
            .rows(
                "select data::text as line from events
            where case_id = $1 and $2::text is null order by no",
                None,
            )
            .await;
        let real: Vec<String> = real.iter().filter_map(|data| of_event(data)).collect();
        let lines = trial.turns.iter().flat_map(|turn| &turn.outcome.lines);
        let tried: Vec<String> = lines.clone().filter_map(|noted| of_line(&noted.line)).collect();
        assert_eq!(tried, real, "{at}");

        let told = self
            .rows(
                "select kind || ' ' || channel as line from notices
            where case_id = $1 and $2::text is null order by written_at, id",
                None,
            )
            .await;
        let sms = |told: &String| told.ends_with(" sms");
        let told: Vec<String> = told.into_iter().filter(sms).collect();
        let would = lines.clone().filter_map(|noted| match &noted.line {
            Line::Notice { kind, channel, .. } => {
                Some(format!("{} {}", <&str>::from(kind), <&str>::from(channel)))
            }
            _ => None,
        });
        let would: Vec<String> = would.filter(sms).collect();
        assert_eq!(would, told, "{at}");

        let stage = self
            .rows(
                "select stage as line from cases
            where id = $1 and $2::text is null",
                None,
            )
            .await;
        assert_eq!(trial.stage, stage[0], "{at}");
        let steps = self
            .rows(
                "select unnest(steps) as line from cases
            where id = $1 and $2::text is null",
                None,
            )
            .await;
        assert_eq!(trial.turns.last().unwrap().outcome.stands, steps, "{at}");
    }

    /// Every word that would have been sent was sent, but for codes, numbers and dates.
    async fn say_the_same(&self) {
        self.desk.works_through_its_jobs().await;
        let words = |text: &str| text.replace(|c: char| c.is_numeric(), "");
        let sent = self.desk.sent().await;
        let own = sent.iter().filter(|message| message.contains(&self.mobile[1..]));
        let sent: Vec<String> = own.map(|message| words(message)).collect();
        for turn in self.trial().await.turns {
            for noted in turn.outcome.lines {
                if let Line::Notice { channel: domain::notices::Channel::Sms, text, .. } =
                    noted.line
                {
                    let found = sent.iter().any(|message| message.ends_with(&words(&text)));
                    assert!(found, "{}: {text}\nwas not among\n{}", self.key, sent.join("\n"));
                }
            }
        }
    }
}

/// An event of the history as both sides can tell it.
fn of_event(data: &str) -> Option<String> {
    let event: Value = serde_json::from_str(data).expect("an event");
    let said = |name: &str| event[name].as_str().unwrap_or_default().to_owned();
    let kind = said("kind");
    let detail = match kind.as_str() {
        // Told by their notices, or not known to a trial.
        "opened" | "told" | "taken-at-counter" | "linked" => return None,
        "task-opened" => format!("{} {}", said("node"), said("role")),
        "task-done" => format!("{} {}", said("node"), said("outcome")),
        "decided" => format!("{} {}", said("outcome"), said("reason")),
        "stage-changed" => said("stage"),
        "ended" => said("state"),
        _ => said("node"),
    };
    Some(format!("{kind} {detail}"))
}

fn of_line(line: &Line) -> Option<String> {
    Some(match line {
        Line::Task { node, role, .. } => format!("task-opened {node} {role}"),
        Line::Done { node, outcome } => format!("task-done {node} {outcome}"),
        Line::Cancelled { node } => format!("task-cancelled {node}"),
        Line::Stage { stage } => format!("stage-changed {stage}"),
        Line::Numbered { .. } => "numbered ".to_owned(),
        Line::Asked { .. } => "documents-asked ".to_owned(),
        Line::Supplied => "documents-supplied ".to_owned(),
        Line::Decided { outcome, reason } => format!("decided {outcome} {reason}"),
        Line::Service { node, .. } => format!("service-started {node}"),
        Line::ServiceDone { node, .. } => format!("service-done {node}"),
        Line::Late { node, .. } => format!("timer-fired {node}"),
        Line::ClockStopped => "clock-stopped ".to_owned(),
        Line::ClockStarted { .. } => "clock-started ".to_owned(),
        Line::Stuck { node, .. } => format!("stuck {node}"),
        Line::Withdrawn => "withdrawn ".to_owned(),
        Line::Ended { state } => format!("ended {state}"),
        Line::Step { .. } | Line::Deadline { .. } | Line::Notice { .. } | Line::Kept { .. } => {
            return None;
        }
    })
}

/// What is done next: of the outcomes of the oldest task, one after the other in turn.
fn next(trial: &Trial, turn: usize) -> Option<Command> {
    let commands: Vec<&Command> = trial.ahead.iter().map(|it| &it.command).collect();
    let by_itself = commands.iter().find(|it| matches!(it, Command::Report { ok: true, .. }));
    if let Some(report) = by_itself {
        return Some((**report).clone());
    }
    if commands.contains(&&Command::Supply) {
        // Now they hand it in, now they let the days pass.
        let lapses = turn % 3 == 2;
        let wait = Command::Wait { pause: Pause::UntilDue };
        return Some(if lapses { wait } else { Command::Supply });
    }
    let first = commands.iter().find_map(|it| match it {
        Command::Complete { node, .. } => Some(node.clone()),
        _ => None,
    })?;
    let ways: Vec<&&Command> = commands
        .iter()
        .filter(|it| matches!(it, Command::Complete { node, .. } if *node == first))
        .collect();
    let mut chosen = (**ways[turn % ways.len()]).clone();
    if let Command::Complete { with: With::Documents { items, .. }, .. } = &mut chosen {
        *items = vec![Item { key: "document-1".into(), title: "روزنامهٔ رسمی".into() }];
    }
    Some(chosen)
}

/// Play a process in both, `first` saying which of the ways are taken.
async fn play(twins: &Twins<'_>, first: usize) {
    twins.agree("the beginning").await;
    for turn in 0..14 {
        let Some(command) = next(&twins.trial().await, first + turn) else { break };
        twins.does(&command).await;
        // A document that was handed in is looked at by the worker at once.
        twins.tries(&command).await;
        twins.agree(&format!("{command:?}")).await;
    }
    twins.say_the_same().await;
}

#[tokio::test]
async fn the_processes_of_the_food_and_drug_agency_go_the_same_in_a_trial_and_in_a_case() {
    let desk = TestDesk::open().await;
    let fda = desk.agency("fda").await;
    for key in ["cosmetics-import", "drug-registration"] {
        for first in 0..3 {
            play(&Twins::begin(&desk, &fda, key).await, first).await;
        }
    }
}

#[tokio::test]
async fn the_processes_of_other_agencies_go_the_same_in_a_trial_and_in_a_case() {
    let desk = TestDesk::open().await;
    let water = desk.agency("abfa-mazandaran").await;
    let governor = desk.agency("ostandari-mazandaran").await;
    let played = [
        (&water, "new-connection"),
        (&water, "change-of-name"),
        (&governor, "complaint"),
        (&governor, "letter"),
    ];
    for (agency, key) in played {
        for first in 0..2 {
            play(&Twins::begin(&desk, agency, key).await, first).await;
        }
    }
}

#[tokio::test]
async fn a_withdrawal_goes_the_same_and_is_too_late_in_both_after_the_decision() {
    let desk = TestDesk::open().await;
    let fda = desk.agency("fda").await;
    let twins = Twins::begin(&desk, &fda, "cosmetics-import").await;
    twins.does(&Command::Withdraw).await;
    twins.tries(&Command::Withdraw).await;
    twins.agree("the withdrawal").await;
    let trial = twins.trial().await;
    assert!(trial.ahead.is_empty(), "nothing can be done any more: {:?}", trial.ahead);
}

/// Everything that is real: what a trial must not touch.
async fn reality(desk: &TestDesk) -> BTreeMap<String, String> {
    let mut digest = desk.database.digest().await;
    // What is of trials, of drafts, of who came and who looked.
    let aside = [
        "trials",
        "process_tests",
        "process_drafts",
        "sessions",
        "audit_lines",
        "audit_seals",
        "attempts",
        "staff_totp",
    ];
    digest.retain(|table, _| !aside.contains(&table.as_str()));
    digest
}

const TRIALS: &str = "/trials";

async fn draft_of(admin: &mut Browser, key: &str) -> Page {
    let page = admin.get("/processes").await;
    let page = admin.submit_one(&page, "/processes/drafts", ("key", key), &[]).await;
    assert!(page.path.starts_with("/processes/drafts/"), "{}: {}", page.path, page.text());
    page
}

/// Begin a trial as a request of the service.
async fn begins(admin: &mut Browser, page: &Page) -> Page {
    let (form, html) = (("_service", "cosmetics-import"), page.html());
    let lists = scraper::Selector::parse("form select").unwrap();
    let names: Vec<&str> = html.select(&lists).filter_map(|list| list.attr("name")).collect();
    // The first of each list; the one before it says that one should choose.
    let first = scraper::Selector::parse("option[value]:not([value=''])").unwrap();
    let chosen = html.select(&lists).map(|list| list.select(&first).next().unwrap());
    let chosen: Vec<&str> = chosen.filter_map(|option| option.attr("value")).collect();
    let values: Vec<(&str, &str)> = names.into_iter().zip(chosen).collect();
    admin.submit_one(page, &page.path, form, &values).await
}

/// Do what the page of a trial offers under this name.
async fn does(admin: &mut Browser, page: &Page, command: &str, values: &[(&str, &str)]) -> Page {
    let path = page.action("/trials/commands");
    let html = page.html();
    let inputs = scraper::Selector::parse("input[name=command]").unwrap();
    let offered: Vec<&str> = html.select(&inputs).filter_map(|it| it.attr("value")).collect();
    let found = offered.iter().find(|it| it.contains(command));
    let found = found.unwrap_or_else(|| panic!("{command} is not among {offered:#?}"));
    admin.submit_one(page, &path, ("command", found), values).await
}

#[tokio::test]
async fn a_draft_is_tried_kept_as_a_test_broken_and_mended() {
    let desk = TestDesk::open().await;
    let fda = desk.agency("fda").await;
    let mut admin = desk.admin(&fda, fda.holder("desk-admin")).await;
    let draft = draft_of(&mut admin, "cosmetics-import").await;
    let (base, before) = (draft.path.clone(), reality(&desk).await);
    let page = admin.get(&format!("{base}{TRIALS}")).await;
    assert!(page.shows("به کسی پیامی فرستاده نمی‌شود"), "{}", page.text());

    // As a request of the service: what the process reads is asked, and its notices are worded.
    let page = begins(&mut admin, &page).await;
    assert!(page.status.is_success(), "{}", page.text());
    assert!(page.shows("منتظر در: ثبت در دبیرخانه"), "{}", page.text());
    let page = does(&mut admin, &page, "registered", &[]).await;
    let page = does(&mut admin, &page, "\"ok\":true", &[]).await;
    assert!(page.shows("بررسی کارشناسی"), "{}", page.text());
    let page = does(&mut admin, &page, "\"complete\"", &[]).await;
    let refused = does(&mut admin, &page, "\"approve\"", &[("text", "موافقیم.")]).await;
    assert_eq!(refused.status.as_u16(), 422, "a decision needs its reason");
    assert!(refused.body.contains("موافقیم."), "what was typed stays");
    let decision = [("reason", "requirements-met"), ("text", "موافقیم.")];
    let page = does(&mut admin, &refused, "\"approve\"", &decision).await;
    let page = does(&mut admin, &page, "closed", &[]).await;
    assert!(page.shows("پرونده پایان یافت"), "{}", page.text());

    let tests = format!("{base}/tests");
    let nameless = admin.submit(&page, &tests, &[("title", " ")]).await;
    assert_eq!(nameless.status.as_u16(), 422);
    let page = admin.submit(&page, &tests, &[("title", "تأیید بی‌نقص")]).await;
    assert!(page.shows("تأیید بی‌نقص") && page.shows("بدون تفاوت"), "{}", page.text());
    desk.works_through_its_jobs().await;
    assert_eq!(reality(&desk).await, before, "nothing left the sandbox");

    // Somebody takes the notice of the approval out.
    let whole = rewritten(&desk, &fda, &base, |xml| {
        xml.replace(
            "desk:notice=\"answered\" desk:stage=\"approved\"",
            "desk:notice=\"lapsed\" desk:stage=\"approved\"",
        )
    })
    .await;
    let page = admin.get(&base).await;
    let refused = admin.submit(&page, &format!("{base}/publication"), &[]).await;
    assert_eq!(refused.status.as_u16(), 422, "{}", refused.text());
    assert!(refused.shows("پیش‌نویس منتشر نشد"), "{}", refused.text());
    assert!(refused.shows("این دیگر پیش نمی‌آید"), "{}", refused.text());
    assert!(refused.shows("تأیید بی‌نقص") && refused.shows("متفاوت"), "{}", refused.text());
    assert_eq!(reality(&desk).await, before, "nothing was published");
    let one = admin.get(&refused.link("/tests/")).await;
    assert!(one.shows("تفاوت‌ها"), "{}", one.text());

    // The look-alike agency has no such test, and does not find this one.
    let fda2 = desk.agency("fda2").await;
    let mut twin = desk.admin(&fda2, fda2.holder("desk-admin")).await;
    assert_eq!(twin.get(&tests).await.status.as_u16(), 404);
    assert_eq!(twin.get(&one.path).await.status.as_u16(), 404);
    let theirs = draft_of(&mut twin, "cosmetics-import").await;
    let theirs = twin.get(&format!("{}/tests", theirs.path)).await;
    assert!(!theirs.shows("تأیید بی‌نقص"), "{}", theirs.text());

    // It is mended; the same tests pass, and it is published.
    rewritten(&desk, &fda, &base, |_| format!("{whole}<!-- mended -->")).await;
    let page = admin.get(&base).await;
    let published = admin.submit(&page, &format!("{base}/publication"), &[]).await;
    assert!(published.status.is_success(), "{}", published.text());
    assert!(!published.path.contains("drafts"), "{}", published.path);
    assert_ne!(reality(&desk).await, before, "a version was published");
}

#[tokio::test]
async fn a_new_outcome_is_taken_for_right_and_a_test_is_given_up() {
    let desk = TestDesk::open().await;
    let fda = desk.agency("fda").await;
    let mut admin = desk.admin(&fda, fda.holder("desk-admin")).await;
    let base = draft_of(&mut admin, "cosmetics-import").await.path;
    let page = admin.get(&format!("{base}{TRIALS}")).await;
    let page = begins(&mut admin, &page).await;
    let page = admin.submit(&page, &format!("{base}/tests"), &[("title", "آغاز")]).await;
    assert!(page.shows("بدون تفاوت"), "{}", page.text());
    rewritten(&desk, &fda, &base, |xml| {
        xml.replace(
            "desk:stage=\"submitted\" desk:within=\"P2D\"",
            "desk:stage=\"submitted\" desk:within=\"P4D\"",
        )
    })
    .await;
    let page = admin.get(&format!("{base}/tests")).await;
    assert!(page.shows("متفاوت"), "another date before whom it lies: {}", page.text());
    let outdated = admin.get(&format!("{base}{TRIALS}")).await;
    let again = outdated.action("/repetition");
    assert!(outdated.shows("پیش‌نویس تغییر کرده است"), "{}", outdated.text());
    let page_again = admin.submit(&outdated, &again, &[]).await;
    assert!(page_again.status.is_success(), "{}: {}", page_again.status, page_again.text());
    assert!(!page_again.shows("پیش‌نویس تغییر کرده است"), "{}", page_again.text());
    let one = admin.get(&page.link("/tests/")).await;
    let page = admin.submit(&one, &one.action("/acceptance"), &[]).await;
    assert!(page.shows("بدون تفاوت"), "{}", page.text());
    let one = admin.get(&page.link("/tests/")).await;
    let page = admin.submit(&one, &one.action("/removal"), &[]).await;
    assert!(page.shows("هنوز آزمونی"), "{}", page.text());
}

/// Saves the draft anew, as an editor would; returns what stood there before.
async fn rewritten(
    desk: &TestDesk,
    agency: &Agency,
    base: &str,
    change: impl FnOnce(&str) -> String,
) -> String {
    let id = base.rsplit('/').next().unwrap().parse().unwrap();
    let mut scope = operator(desk, agency).await;
    let draft = process_drafts::see(&mut scope, id).await.unwrap();
    let changed = change(&draft.xml);
    assert_ne!(changed, draft.xml, "the change changes something");
    process_drafts::save(&mut scope, id, draft.rev, &changed).await.unwrap();
    scope.commit().await.unwrap();
    draft.xml
}
