//! An admin words a notice differently: what is sent from then on says so, and what stood there
//! before is kept.

use super::cast::submitted;
use crate::support::{Browser, TestDesk};

const OPENED: &str = "/notices/opened/sms/fa";
const WORDS: &str = "سپاس. کد پیگیری شما {code} است.\n{agency}";

async fn admin(desk: &TestDesk, slug: &'static str) -> Browser {
    let agency = desk.agency(slug).await;
    desk.admin(&agency, agency.holder("desk-admin")).await
}

#[tokio::test]
async fn new_words_are_sent_and_the_old_ones_are_kept() {
    let desk = TestDesk::open().await;
    let mut browser = admin(&desk, "fda").await;
    let page = browser.get(OPENED).await;
    assert!(page.shows("در ۱ پیامک") || page.shows("در ۲ پیامک"), "{}", page.text());

    let values = [("text", WORDS), ("step", "preview")];
    let preview = browser.submit(&page, OPENED, &values).await;
    assert!(preview.shows("سپاس. کد پیگیری شما ۱"), "filled in: {}", preview.text());
    let unchanged = browser.get(OPENED).await;
    assert!(!unchanged.shows("سپاس"), "a preview saves nothing");

    let saved = browser.submit(&page, OPENED, &[("text", WORDS), ("step", "save")]).await;
    assert!(saved.shows("متن ذخیره شد") && saved.shows("متن‌های پیشین"), "{}", saved.text());
    assert!(saved.shows("درخواست شما ثبت شد"), "the words from before: {}", saved.text());
    let again = browser.submit(&saved, OPENED, &[("text", WORDS), ("step", "save")]).await;
    let kept = again.body.matches("جایگزین‌شده در").count();
    assert_eq!(kept, 1, "words that stay the same leave no version");

    submitted(&desk, "fda", "09123456789").await;
    submitted(&desk, "fda2", "09123456780").await;
    let sent = desk.sent().await;
    let told = |mobile: &str| sent.iter().any(|m| m.contains(mobile) && m.contains("سپاس. کد"));
    assert!(told("9123456789") && !told("9123456780"), "{sent:#?}");
    let twin = admin(&desk, "fda2").await.get(OPENED).await;
    assert!(!twin.shows("سپاس") && !twin.shows("متن‌های پیشین"));
}

#[tokio::test]
async fn words_that_cannot_be_sent_are_told_beside_the_field() {
    let desk = TestDesk::open().await;
    let mut browser = admin(&desk, "fda").await;
    let long = "متن ".repeat(60);
    for (path, text, words) in [
        (OPENED, "سلام {name}", "جای‌خالی"),
        (OPENED, "سلام {code", "جای‌خالی"),
        (OPENED, "کد شما {otp}", "جای‌خالی"),
        (OPENED, "  ", "خالی"),
        (OPENED, long.as_str(), "بلند"),
        ("/notices/one-time-code/sms/fa", "سلام {agency}", "{otp}"),
    ] {
        let page = browser.get(path).await;
        let again = browser.submit(&page, path, &[("text", text), ("step", "save")]).await;
        assert_eq!(again.status.as_u16(), 422, "{text}");
        assert!(again.body.contains("id=\"f-text-problem\""), "{text}: {}", again.text());
        assert!(again.shows(words), "{text}: {}", again.text());
        assert!(again.body.contains(text.trim_end()), "{text} is lost");
    }
    for path in ["/notices/opened/sms/xx", "/notices/nothing/sms/fa", "/notices/opened/fax/fa"] {
        assert_eq!(browser.get(path).await.status.as_u16(), 404, "{path}");
    }
}
