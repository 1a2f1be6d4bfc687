//! Bad input: a clear message beside the field and in the summary, nothing lost, nothing half done.

use super::cast::{MOBILE, drafted, pdf};
use crate::support::{File, TestDesk};

#[tokio::test]
async fn a_wrong_national_code_is_told_beside_its_field() {
    let desk = TestDesk::open().await;
    let (mut browser, documents) = drafted(&desk, "fda", MOBILE).await;
    let path = documents.path.trim_end_matches("/documents").to_owned();
    let page = browser.get(&path).await;
    for wrong in ["0499370898", "1111111111", "499370899", "abc"] {
        let values = [("officerNationalCode", wrong), ("step", "continue")];
        let again = browser.submit(&page, &path, &values).await;
        assert_eq!(again.status.as_u16(), 422, "{wrong}");
        assert!(again.body.contains("aria-invalid=\"true\""), "{wrong}");
        assert!(again.body.contains("href=\"#f-officerNationalCode\""), "in the summary: {wrong}");
        assert!(again.body.contains(wrong), "kept: {wrong}");
    }
}

#[tokio::test]
async fn a_file_that_is_not_what_it_says_is_refused_and_the_others_stay() {
    let desk = TestDesk::open().await;
    let (mut browser, documents) = drafted(&desk, "fda", MOBILE).await;
    let path = documents.path.clone();
    let page = browser.upload(&documents, &path, pdf("proforma")).await;
    let evil = b"<html><script>alert(1)</script></html>";
    let wrong = [
        File { field: "gazette", name: "a.pdf", media_type: "application/pdf", bytes: evil },
        File { field: "gazette", name: "a.html", media_type: "text/html", bytes: evil },
        File { field: "gazette", name: "a.exe", media_type: "application/pdf", bytes: b"MZ" },
        File { field: "gazette", name: "empty.pdf", media_type: "application/pdf", bytes: b"" },
    ];
    for file in wrong {
        let again = browser.upload(&page, &path, file).await;
        assert_eq!(again.status.as_u16(), 422, "{}: {}", file.name, again.text());
        assert!(again.shows("پیش‌فاکتور.pdf"), "the other file stays");
    }
    let mut large = b"%PDF-1.4\n".to_vec();
    large.resize(5 * 1024 * 1024 + 1, b'x');
    let file =
        File { field: "gazette", name: "large.pdf", media_type: "application/pdf", bytes: &large };
    let again = browser.upload(&page, &path, file).await;
    assert_eq!(again.status.as_u16(), 422, "{}", again.text());
}

#[tokio::test]
async fn a_wrong_code_and_then_a_right_one() {
    let desk = TestDesk::open().await;
    let mut browser = desk.browser("fda.localhost:8080");
    let page = browser.get("/sign-in").await;
    let again = browser.submit(&page, "/sign-in", &[("mobile", "02188881234")]).await;
    assert_eq!(again.status.as_u16(), 422, "a landline: {}", again.text());
    let page = browser.submit(&again, "/sign-in", &[("mobile", "۰۹۱۲۳۴۵۶۷۸۹")]).await;
    let code = desk.code_for("+989123456789").await;
    let wrong = if code == "000000" { "111111" } else { "000000" };
    let again = browser.submit(&page, "/sign-in/code", &[("code", wrong)]).await;
    assert!(again.status.is_client_error(), "{}", again.text());
    let done = browser.submit(&again, "/sign-in/code", &[("code", &code)]).await;
    assert!(done.status.is_success(), "{}", done.text());
}

#[tokio::test]
async fn an_id_of_another_agency_is_answered_like_a_random_one() {
    let desk = TestDesk::open().await;
    let (_, receipt) = super::cast::submitted(&desk, "fda2", MOBILE).await;
    let mut browser = desk.applicant("fda", MOBILE).await;
    let theirs = browser.get(&super::cast::request_of(&receipt)).await;
    let random = browser.get(&format!("/requests/{}", uuid::Uuid::now_v7())).await;
    assert_eq!((theirs.status.as_u16(), random.status.as_u16()), (404, 404));
    assert_eq!(theirs.text(), random.text());
}
