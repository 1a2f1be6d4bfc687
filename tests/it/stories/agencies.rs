//! Agencies of different kinds, side by side: each plays its own processes to the answer, for the
//! same person with the same telephone, and none sees anything of another's.

use chrono::TimeDelta;

use super::cast::{MOBILE, case_of, code_of, finishes, pdf, request_of, submitted};
use crate::support::{Agency, Browser, Page, TestDesk};

/// The person is the same everywhere, and so are the last digits that open the tracking page.
const CODE: (&str, &str) = ("nationalCode", "0499370899");
const FACT: &str = "۰۸۹۹";

const CONNECTION: &[(&str, &str)] = &[
    ("fullName", "مینا نمونه‌زاده"),
    ("fatherName", "رحیم"),
    CODE,
    ("contactMobile", "۰۹۱۲۳۴۵۶۷۸۹"),
    ("capacity", "owner"),
    ("address", "شهر نمونه، خیابان بهار، کوچهٔ سوم، پلاک ۷"),
    ("postalCode", "4713817171"),
    ("registryNumber", "۱۲۳ فرعی از ۴۵ اصلی"),
    ("use", "residential"),
    ("area", "۱۲۰"),
    ("units", "۲"),
    ("diameter", "half"),
    ("fenced", "yes"),
    ("consent", "on"),
];

const CHANGE: &[(&str, &str)] = &[
    ("fullName", "مینا نمونه‌زاده"),
    CODE,
    ("contactMobile", "09123456789"),
    ("subscription", "۲۲۰۰۷۱۳"),
    ("formerName", "پرویز پیشین‌زاده"),
    ("address", "شهر نمونه، خیابان بهار، کوچهٔ سوم، پلاک ۷"),
    ("meterReading", "۱۲۳۴"),
    ("readOn.year", "1405"),
    ("readOn.month", "2"),
    ("readOn.day", "۱"),
    ("cause", "purchase"),
    ("areaChanged", "yes"),
    ("consent", "on"),
];

const LETTER: &[(&str, &str)] = &[
    ("fullName", "مینا نمونه‌زاده"),
    ("fatherName", "رحیم"),
    CODE,
    ("contactMobile", "09123456789"),
    ("topic", "urban"),
    ("subject", "روشنایی کوچه"),
    ("letterText", "کوچهٔ ما سه ماه است که چراغ ندارد و شب‌ها تاریک است."),
    ("county", "اشنویه"),
    ("consent", "on"),
];

const GRIEVANCE: &[(&str, &str)] = &[
    ("fullName", "مینا نمونه‌زاده"),
    ("fatherName", "رحیم"),
    CODE,
    ("contactMobile", "09123456789"),
    ("agency", "ادارهٔ نمونه"),
    ("kind", "delay"),
    ("happenedOn.year", "1405"),
    ("happenedOn.month", "1"),
    ("happenedOn.day", "20"),
    ("complaintText", "دو ماه پیش درخواست دادم و هنوز پاسخی نگرفته‌ام."),
    ("askedAgency", "yes"),
    ("consent", "on"),
];

const CLERK: &str = "secretariat-clerk";
const REGISTERED: (&str, &[(&str, &str)]) = ("registered", &[]);

/// What somebody asks for: the service, the answers and the documents.
struct Wish {
    service: &'static str,
    answers: &'static [(&'static str, &'static str)],
    documents: &'static [&'static str],
}

const WISHES: [Wish; 4] = [
    Wish { service: "new-connection", answers: CONNECTION, documents: &["identity", "ownership"] },
    Wish {
        service: "change-of-name",
        answers: CHANGE,
        documents: &["identity", "completion", "deed", "lastBill"],
    },
    Wish { service: "letter", answers: LETTER, documents: &[] },
    Wish { service: "complaint", answers: GRIEVANCE, documents: &["evidence"] },
];

fn wish(service: &str) -> &'static Wish {
    WISHES.iter().find(|wish| wish.service == service).expect("such a service")
}

/// The person signs in at an agency's portal. Codes for one number may not follow one another fast.
async fn person(desk: &TestDesk, agency: &Agency) -> Browser {
    desk.desks().clock().advance(TimeDelta::minutes(13));
    desk.applicant(agency.slug, MOBILE).await
}

/// Ask an agency for a service; returns the receipt.
async fn asks(desk: &TestDesk, agency: &Agency, wish: &Wish) -> (Browser, Page) {
    let mut browser = person(desk, agency).await;
    let sheet = browser.get(&format!("/services/{}", wish.service)).await;
    let start = format!("/services/{}/drafts", wish.service);
    let answers = browser.submit(&sheet, &start, &[]).await;
    let mut values = wish.answers.to_vec();
    values.push(("step", "continue"));
    let mut page = browser.submit(&answers, &answers.action("/drafts/"), &values).await;
    assert!(page.path.ends_with("/documents"), "{}: {}", page.path, page.text());
    for field in wish.documents {
        page = browser.upload(&page, &page.path.clone(), pdf(field)).await;
    }
    let check = browser.get(&page.path.replace("/documents", "/check")).await;
    let receipt = browser.submit(&check, &check.action("/submission"), &[]).await;
    assert!(receipt.path.ends_with("/receipt"), "{}: {}", receipt.path, receipt.text());
    desk.works_through_its_jobs().await;
    (browser, receipt)
}

/// Nobody of this agency has anything of the case: no line, no page, no code.
async fn sees_nothing(desk: &TestDesk, agency: &Agency, case: &str, code: &str) {
    for username in agency.usernames() {
        let mut browser = desk.staff(agency, &username).await;
        let cartable = browser.get("/").await;
        assert!(cartable.status.is_success() && !cartable.body.contains(case), "{username}");
        let page = browser.get(&format!("/cases/{case}")).await;
        assert_eq!(page.status.as_u16(), 404, "{username}");
    }
    // The same person with the same telephone, at the other agency.
    let mut person = person(desk, agency).await;
    let list = person.get("/requests").await;
    assert!(list.status.is_success() && !list.body.contains(case), "{}", list.text());
    assert_eq!(person.get(&format!("/requests/{case}")).await.status.as_u16(), 404);
    let mut visitor = desk.browser(&format!("{}.localhost:8080", agency.slug));
    let page = visitor.get("/tracking").await;
    let mut answers = Vec::new();
    for code in [code, "1234567890123452"] {
        let found = visitor.submit(&page, "/tracking", &[("code", code), ("fact", FACT)]).await;
        assert_eq!(found.status.as_u16(), 404, "{code}");
        answers.push(found.text());
    }
    assert_eq!(answers[0], answers[1], "a code of elsewhere is answered like none");
}

/// Whoever holds a position ticks a document and asks for it.
async fn asks_for(
    desk: &TestDesk,
    (agency, position): (&Agency, &str),
    case: &str,
    (outcome, document): (&str, &str),
) {
    let mut browser = desk.staff(agency, agency.holder(position)).await;
    let page = browser.get(&format!("/cases/{case}")).await;
    let boxes = scraper::Selector::parse("form[action$='/completion'] input[type='checkbox']");
    let html = page.html();
    let mut names = html.select(boxes.as_ref().unwrap()).filter_map(|it| it.attr("name"));
    let named = names.find(|name| name.contains(document)).expect("it can be ticked").to_owned();
    let values = [(named.as_str(), "on"), ("note", "بدون آن کار آغاز نمی‌شود.")];
    let action = page.action("/completion");
    let asked = browser.submit_one(&page, &action, ("outcome", outcome), &values).await;
    assert!(asked.status.is_success(), "{}", asked.text());
    desk.works_through_its_jobs().await;
}

/// The applicant sends what was asked for.
async fn sends(desk: &TestDesk, agency: &Agency, case: &str, document: &str) {
    let mut browser = person(desk, agency).await;
    let page = browser.get(&format!("/requests/{case}")).await;
    let page = browser.upload(&page, &format!("/requests/{case}/documents"), pdf(document)).await;
    assert!(page.status.is_success(), "{}", page.text());
    let page = browser.get(&format!("/requests/{case}")).await;
    let done = browser.submit(&page, &page.action("/supply"), &[]).await;
    assert!(done.status.is_success(), "{}", done.text());
    desk.works_through_its_jobs().await;
}

/// The answer stands on the applicant's page, in words that somebody wrote for them.
async fn is_answered(desk: &TestDesk, agency: &Agency, case: &str, words: &[&str]) {
    let mut browser = person(desk, agency).await;
    let page = browser.get(&format!("/requests/{case}")).await;
    for words in words {
        assert!(page.shows(words), "{words}: {}", page.text());
    }
    let sent = desk.sent().await.join("\n");
    assert!(!sent.contains("decision-") && !sent.contains("stage-"), "a word is missing: {sent}");
}

const fn decision(reason: &'static str, text: &'static str) -> [(&'static str, &'static str); 2] {
    [("reason", reason), ("text", text)]
}

#[tokio::test]
async fn a_property_gets_its_water_once_the_permit_is_there() {
    let desk = TestDesk::open().await;
    let abfa = desk.opens("abfa", "abfa").await;
    let twin = desk.agency("abfa-mazandaran").await;
    let (_, receipt) = asks(&desk, &abfa, wish("new-connection")).await;
    let (case, code) = (case_of(&receipt), code_of(&receipt));
    finishes(&desk, (&abfa, CLERK), &case, REGISTERED).await;
    finishes(&desk, (&abfa, "connections-expert"), &case, ("reachable", &[])).await;
    // Site and debts are looked at side by side.
    finishes(&desk, (&abfa, "subscribers-expert"), &case, ("clear", &[])).await;
    finishes(&desk, (&abfa, "site-surveyor"), &case, ("visited", &[])).await;
    asks_for(&desk, (&abfa, "connections-expert"), &case, ("permits", "diggingPermit")).await;
    desk.passes(TimeDelta::days(20)).await;
    sends(&desk, &abfa, &case, "diggingPermit").await;
    finishes(&desk, (&abfa, "connections-expert"), &case, ("ready", &[])).await;
    let approved = decision("requirements-met", "با واگذاری انشعاب نیم اینچ موافقت شد.");
    finishes(&desk, (&abfa, "connections-manager"), &case, ("approve", &approved)).await;
    is_answered(&desk, &abfa, &case, &["انشعاب نیم اینچ", "تأیید شد"]).await;
    finishes(&desk, (&abfa, "installation-supervisor"), &case, ("installed", &[])).await;
    finishes(&desk, (&abfa, CLERK), &case, ("closed", &[])).await;
    is_answered(&desk, &abfa, &case, &["انشعاب نیم اینچ", "مختومه"]).await;
    sees_nothing(&desk, &twin, &case, &code).await;
}

#[tokio::test]
async fn a_permit_that_does_not_come_lets_the_request_lapse_after_sixty_days() {
    let desk = TestDesk::open().await;
    let abfa = desk.opens("abfa", "abfa").await;
    let (_, receipt) = asks(&desk, &abfa, wish("new-connection")).await;
    let case = case_of(&receipt);
    finishes(&desk, (&abfa, CLERK), &case, REGISTERED).await;
    finishes(&desk, (&abfa, "connections-expert"), &case, ("reachable", &[])).await;
    finishes(&desk, (&abfa, "subscribers-expert"), &case, ("owes", &[])).await;
    finishes(&desk, (&abfa, "site-surveyor"), &case, ("visited", &[])).await;
    asks_for(&desk, (&abfa, "connections-expert"), &case, ("permits", "diggingPermit")).await;
    desk.passes(TimeDelta::days(58)).await;
    is_answered(&desk, &abfa, &case, &["بدون آن کار آغاز نمی‌شود."]).await;
    desk.passes(TimeDelta::days(4)).await;
    is_answered(&desk, &abfa, &case, &["باطل شد"]).await;
}

#[tokio::test]
async fn a_property_out_of_reach_is_declined_without_a_visit() {
    let desk = TestDesk::open().await;
    let abfa = desk.opens("abfa", "abfa").await;
    let (_, receipt) = asks(&desk, &abfa, wish("new-connection")).await;
    let case = case_of(&receipt);
    finishes(&desk, (&abfa, CLERK), &case, REGISTERED).await;
    finishes(&desk, (&abfa, "connections-expert"), &case, ("unreachable", &[])).await;
    let declined = decision("no-main-nearby", "شبکه تا سال آینده به این کوچه می‌رسد.");
    finishes(&desk, (&abfa, "connections-manager"), &case, ("reject", &declined)).await;
    is_answered(&desk, &abfa, &case, &["تا سال آینده", "شبکهٔ آب در مجاورت ملک نیست"]).await;
}

#[tokio::test]
async fn a_subscription_takes_its_new_owners_name_after_the_property_was_measured() {
    let desk = TestDesk::open().await;
    let abfa = desk.opens("abfa", "abfa").await;
    let twin = desk.opens("abfa", "abfa-yazd").await;
    let (_, receipt) = asks(&desk, &abfa, wish("change-of-name")).await;
    let (case, code) = (case_of(&receipt), code_of(&receipt));
    finishes(&desk, (&abfa, CLERK), &case, REGISTERED).await;
    finishes(&desk, (&abfa, "subscribers-expert"), &case, ("complete", &[])).await;
    // The form says that the area changed, so the surveyor comes first.
    finishes(&desk, (&abfa, "site-surveyor"), &case, ("measured", &[])).await;
    let approved = decision("requirements-met", "اشتراک به نام شما شد.");
    finishes(&desk, (&abfa, "subscribers-manager"), &case, ("approve", &approved)).await;
    finishes(&desk, (&abfa, CLERK), &case, ("closed", &[])).await;
    is_answered(&desk, &abfa, &case, &["اشتراک به نام شما شد."]).await;
    sees_nothing(&desk, &twin, &case, &code).await;
}

#[tokio::test]
async fn a_letter_goes_to_the_expert_of_its_subject_and_is_answered() {
    let desk = TestDesk::open().await;
    let governor = desk.opens("ostandari", "ostandari").await;
    let twin = desk.opens("ostandari", "ostandari-yazd").await;
    let (_, receipt) = asks(&desk, &governor, wish("letter")).await;
    let (case, code) = (case_of(&receipt), code_of(&receipt));
    finishes(&desk, (&governor, CLERK), &case, REGISTERED).await;
    let mut economy = desk.staff(&governor, governor.holder("economy-expert")).await;
    assert_eq!(economy.get(&format!("/cases/{case}")).await.status.as_u16(), 404);
    asks_for(&desk, (&governor, "urban-expert"), &case, ("missing", "attachments")).await;
    sends(&desk, &governor, &case, "attachments").await;
    finishes(&desk, (&governor, "urban-expert"), &case, ("drafted", &[])).await;
    let answer = decision("order-given", "به شهرداری دستور تعمیر داده شد.");
    finishes(&desk, (&governor, "letters-manager"), &case, ("answer", &answer)).await;
    is_answered(&desk, &governor, &case, &["دستور تعمیر", "پاسخ داده شد"]).await;
    finishes(&desk, (&governor, CLERK), &case, ("closed", &[])).await;
    sees_nothing(&desk, &twin, &case, &code).await;
}

#[tokio::test]
async fn a_letter_without_a_number_after_two_days_goes_to_the_head_of_the_office() {
    let desk = TestDesk::open().await;
    let governor = desk.opens("ostandari", "ostandari").await;
    let (_, receipt) = asks(&desk, &governor, wish("letter")).await;
    let case = case_of(&receipt);
    let mut head = desk.staff(&governor, governor.holder("letters-manager")).await;
    assert_eq!(head.get(&format!("/cases/{case}")).await.status.as_u16(), 404);
    desk.passes(TimeDelta::days(5)).await;
    finishes(&desk, (&governor, "letters-manager"), &case, ("noted", &[])).await;
    finishes(&desk, (&governor, CLERK), &case, REGISTERED).await;
    finishes(&desk, (&governor, "urban-expert"), &case, ("drafted", &[])).await;
    let sent_on = decision("other-agency-competent", "نامه برای شهرداری نمونه فرستاده شد.");
    finishes(&desk, (&governor, "letters-manager"), &case, ("forward", &sent_on)).await;
    is_answered(&desk, &governor, &case, &["شهرداری نمونه", "ارسال به دستگاه صلاحیت‌دار"]).await;
}

#[tokio::test]
async fn a_complaint_is_upheld_although_the_agency_is_silent() {
    let desk = TestDesk::open().await;
    let governor = desk.opens("ostandari", "ostandari").await;
    let twin = desk.opens("ostandari", "ostandari-yazd").await;
    let (_, receipt) = asks(&desk, &governor, wish("complaint")).await;
    let (case, code) = (case_of(&receipt), code_of(&receipt));
    finishes(&desk, (&governor, CLERK), &case, REGISTERED).await;
    finishes(&desk, (&governor, "complaints-expert"), &case, ("admissible", &[])).await;
    // Seven working days and no word: the liaison's step is taken away and the director pursues it.
    desk.passes(TimeDelta::days(12)).await;
    finishes(&desk, (&governor, "complaints-manager"), &case, ("silent", &[])).await;
    finishes(&desk, (&governor, "complaints-expert"), &case, ("reported", &[])).await;
    let upheld = decision("agency-silent", "دستگاه باید تا ده روز پاسخ دهد.");
    finishes(&desk, (&governor, "complaints-manager"), &case, ("uphold", &upheld)).await;
    is_answered(&desk, &governor, &case, &["تا ده روز", "شکایت وارد دانسته شد"]).await;
    finishes(&desk, (&governor, CLERK), &case, ("closed", &[])).await;
    sees_nothing(&desk, &twin, &case, &code).await;
}

#[tokio::test]
async fn a_complaint_is_dismissed_once_the_agency_has_answered() {
    let desk = TestDesk::open().await;
    let governor = desk.opens("ostandari", "ostandari").await;
    let (_, receipt) = asks(&desk, &governor, wish("complaint")).await;
    let case = case_of(&receipt);
    finishes(&desk, (&governor, CLERK), &case, REGISTERED).await;
    finishes(&desk, (&governor, "complaints-expert"), &case, ("admissible", &[])).await;
    finishes(&desk, (&governor, "agency-liaison"), &case, ("agency-answered", &[])).await;
    finishes(&desk, (&governor, "complaints-expert"), &case, ("reported", &[])).await;
    let dismissed = decision("acted-lawfully", "اداره مطابق آیین‌نامه عمل کرده است.");
    finishes(&desk, (&governor, "complaints-manager"), &case, ("dismiss", &dismissed)).await;
    is_answered(&desk, &governor, &case, &["مطابق آیین‌نامه", "شکایت وارد دانسته نشد"]).await;
}

/// Three agencies of three kinds have a request each of the same person, with the same telephone, the
/// same national code and the same file.
#[tokio::test]
async fn three_agencies_keep_the_same_person_apart() {
    let desk = TestDesk::open().await;
    let fda = desk.agency("fda").await;
    let abfa = desk.opens("abfa", "abfa").await;
    let governor = desk.opens("ostandari", "ostandari").await;
    let agencies = [&fda, &abfa, &governor];
    let receipts = [
        submitted(&desk, "fda", MOBILE).await.1,
        asks(&desk, &abfa, wish("change-of-name")).await.1,
        asks(&desk, &governor, wish("complaint")).await.1,
    ];
    // Each secretariat counts for itself, and each message is signed by its own agency.
    let year = locale::jalali::Day::of(desk.desks().clock().now()).year;
    for (agency, receipt) in agencies.iter().zip(&receipts) {
        finishes(&desk, (agency, CLERK), &case_of(receipt), REGISTERED).await;
        let mut person = person(&desk, agency).await;
        let page = person.get(&request_of(receipt)).await;
        let shown = locale::digits::to_latin(&page.text());
        assert!(shown.contains(&format!("{year}/1 ")), "{}: {shown}", agency.slug);
        let list = person.get("/requests").await;
        let own = receipts.iter().filter(|it| list.body.contains(&case_of(it))).count();
        assert_eq!(own, 1, "{}: {}", agency.slug, list.text());
        let code = locale::digits::to_persian(&code_of(receipt));
        let sent = desk.sent().await;
        let signed = |it: &&String| it.trim_end().ends_with(&agency.tenant.name.fa);
        let told = sent.iter().filter(|it| it.contains(&code));
        assert!(told.clone().count() >= 2 && told.clone().all(|it| signed(&it)), "{sent:#?}");
    }
    for (owner, receipt) in agencies.iter().zip(&receipts) {
        for other in agencies.iter().filter(|other| other.slug != owner.slug) {
            sees_nothing(&desk, other, &case_of(receipt), &code_of(receipt)).await;
        }
    }
}
