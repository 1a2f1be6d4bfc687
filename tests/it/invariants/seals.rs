//! Personal data is sealed: bound to its tenant, column and row.

use tenants::{Clock, Desks, Keyring};
use uuid::Uuid;

use crate::support::Database;

#[tokio::test]
async fn a_sealed_value_opens_only_where_it_was_sealed() {
    let database = Database::open(4).await;
    let desks = Desks::open(database.pool, Clock::default(), crate::support::keyring());
    let (fda, other) =
        (desks.at("fda").await.unwrap().unwrap(), desks.at("fda2").await.unwrap().unwrap());
    let (row, next) = (Uuid::now_v7(), Uuid::now_v7());
    let sealed = fda.keys.seal("cases.applicant", row, b"0499370899").unwrap();

    assert_eq!(fda.keys.open("cases.applicant", row, &sealed).unwrap(), b"0499370899");
    assert!(fda.keys.open("cases.applicant", next, &sealed).is_err(), "another row");
    assert!(fda.keys.open("cases.answers", row, &sealed).is_err(), "another column");
    assert!(other.keys.open("cases.applicant", row, &sealed).is_err(), "another tenant");
    let mut bent = sealed.clone();
    *bent.last_mut().unwrap() ^= 1;
    assert!(fda.keys.open("cases.applicant", row, &bent).is_err(), "one bit");
    assert_ne!(sealed, fda.keys.seal("cases.applicant", row, b"0499370899").unwrap(), "a nonce");
}

#[tokio::test]
async fn a_mark_is_keyed_by_tenant_and_purpose() {
    let database = Database::open(4).await;
    let desks = Desks::open(database.pool, Clock::default(), crate::support::keyring());
    let (fda, other) =
        (desks.at("fda").await.unwrap().unwrap(), desks.at("fda2").await.unwrap().unwrap());
    let mark = fda.keys.mark("accounts.mobile", "+989123456789");
    assert_eq!(mark, fda.keys.mark("accounts.mobile", "+989123456789"));
    assert_ne!(mark, fda.keys.mark("cases.fact", "+989123456789"));
    assert_ne!(mark, other.keys.mark("accounts.mobile", "+989123456789"));
}

#[tokio::test]
async fn another_deployment_key_opens_nothing() {
    let database = Database::open(4).await;
    let desks = Desks::open(database.pool, Clock::default(), Keyring::new("other", [8; 32]));
    assert!(desks.at("fda").await.is_err());
}
