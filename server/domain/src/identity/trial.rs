use chrono::TimeDelta;
use locale::identity::Mobile;
use sqlx::postgres::PgPoolOptions;
use std::sync::Arc;
use tenants::{Caller, Clock, Desks, Keyring, NewTenant, Tenant, Text};

use super::*;
use crate::{Error, Refusal, organisation};

async fn house() -> (Desks, Clock, Arc<Tenant>) {
    let pool = PgPoolOptions::new().max_connections(8)
        .connect("postgres://mizban_app@127.0.0.1:54329/mizban_idtest").await.unwrap();
    let clock = Clock::default();
    let desks = Desks::open(pool, clock.clone(), Keyring::new("k", [7; 32]));
    let slug = format!("t{}", &uuid::Uuid::new_v4().simple().to_string()[..12]);
    let scope = tenants::create(&desks, NewTenant { slug: slug.clone(), name: Text { fa: "آ".into(), en: None }, demo: true }).await.unwrap();
    scope.commit().await.unwrap();
    let t = desks.at(&slug).await.unwrap().unwrap();
    (desks, clock, t)
}

async fn issue(desks: &Desks, t: &Arc<Tenant>, m: &Mobile, ip: &str) -> crate::Result<Got> {
    let mut scope = desks.enter(t, Caller::Visitor(t.id)).await.unwrap();
    let code = issue_code(&mut scope, m, ip).await?;
    scope.commit().await.unwrap();
    Ok(Got { sent: code.sent, code: code.code.to_string() })
}

fn refusal<T>(r: crate::Result<T>) -> Refusal {
    match r { Err(Error::Refused(r)) => r, Err(e) => panic!("{e:?}"), Ok(_) => panic!("allowed") }
}

#[tokio::test]
async fn codes_work() {
    let (desks, clock, t) = house().await;
    let (d2, _c2, t2) = house().await;
    let m = Mobile::parse("09123456789").unwrap();
    let other = Mobile::parse("09123456780").unwrap();
    let issued = issue(&desks, &t, &m, "1.2.3.4").await.unwrap();
    assert!(matches!(refusal(issue(&desks, &t, &m, "1.2.3.4").await), Refusal::CodeTooSoon { .. }));
    let id = issued.sent.id;
    let p = |mobile, code| Proof { id, mobile, code };
    assert_eq!(refusal(confirm_code(&desks, &t, p(&other, &issued.code)).await), Refusal::CodeWrong);
    assert_eq!(refusal(confirm_code(&d2, &t2, p(&m, &issued.code)).await), Refusal::CodeWrong);
    let wrong = if issued.code.as_str() == "000000" { "000001" } else { "000000" };
    for _ in 0..4 { assert_eq!(refusal(confirm_code(&desks, &t, p(&m, wrong)).await), Refusal::CodeWrong); }
    let ok = confirm_code(&desks, &t, p(&m, &issued.code)).await.unwrap();
    assert_eq!(refusal(confirm_code(&desks, &t, p(&m, &issued.code)).await), Refusal::CodeWrong);
    // enter
    let e = enter(&desks, &t, Door::Portal, Some(&ok.token)).await.unwrap();
    assert_eq!(e.session.as_ref().unwrap().id, ok.session.id);
    let acc = e.scope.caller().account().unwrap();
    let mut sc = e.scope;
    assert_eq!(account_mobile(&mut sc, crate::AccountId(acc)).await.unwrap().as_str(), m.as_str());
    assert_eq!(sessions(&mut sc).await.unwrap().len(), 1);
    sc.commit().await.unwrap();
    assert!(enter(&desks, &t, Door::Desk, Some(&ok.token)).await.unwrap().session.is_none());
    assert!(enter(&d2, &t2, Door::Portal, Some(&ok.token)).await.unwrap().session.is_none());
    // dead
    clock.advance(TimeDelta::seconds(61));
    let again = issue(&desks, &t, &m, "1.2.3.4").await.unwrap();
    let p = |code| Proof { id: again.sent.id, mobile: &m, code };
    for _ in 0..4 { assert_eq!(refusal(confirm_code(&desks, &t, p("aaaaaa")).await), Refusal::CodeWrong); }
    assert_eq!(refusal(confirm_code(&desks, &t, p("aaaaaa")).await), Refusal::CodeDead);
    assert_eq!(refusal(confirm_code(&desks, &t, p(&again.code)).await), Refusal::CodeDead);
    // second account is the same
    clock.advance(TimeDelta::seconds(121));
    let third = issue(&desks, &t, &m, "1.2.3.4").await.unwrap();
    // expired
    clock.advance(TimeDelta::minutes(3));
    assert_eq!(refusal(confirm_code(&desks, &t, Proof { id: third.sent.id, mobile: &m, code: &third.code }).await), Refusal::CodeWrong);
    clock.advance(TimeDelta::minutes(3));
    let fourth = issue(&desks, &t, &m, "1.2.3.4").await.unwrap();
    let s4 = confirm_code(&desks, &t, Proof { id: fourth.sent.id, mobile: &m, code: &fourth.code }).await.unwrap();
    let mut e = enter(&desks, &t, Door::Portal, Some(&s4.token)).await.unwrap();
    assert_eq!(e.scope.caller().account().unwrap(), acc);
    assert_eq!(sessions(&mut e.scope).await.unwrap().len(), 2);
    end_session(&mut e.scope, ok.session.id).await.unwrap();
    assert!(matches!(end_session(&mut e.scope, ok.session.id).await, Err(Error::Missing(_))));
    sign_out(&mut e.scope, ok.session.id).await.unwrap();
    e.scope.commit().await.unwrap();
    assert!(enter(&desks, &t, Door::Portal, Some(&ok.token)).await.unwrap().session.is_none());
    // idle, touch
    clock.advance(TimeDelta::minutes(29));
    let e = enter(&desks, &t, Door::Portal, Some(&s4.token)).await.unwrap();
    e.scope.commit().await.unwrap();
    clock.advance(TimeDelta::minutes(29));
    assert!(enter(&desks, &t, Door::Portal, Some(&s4.token)).await.unwrap().session.is_some());
    clock.advance(TimeDelta::minutes(2));
    assert!(enter(&desks, &t, Door::Portal, Some(&s4.token)).await.unwrap().session.is_none());
}

#[tokio::test]
async fn code_limits_work() {
    let (desks, clock, t) = house().await;
    let m = |n: u32| Mobile::parse(&format!("0912{n:07}")).unwrap();
    for n in 0..30 { issue(&desks, &t, &m(n), "1.1.1.1").await.unwrap(); }
    assert_eq!(refusal(issue(&desks, &t, &m(31), "1.1.1.1").await), Refusal::TooManyCodes);
    issue(&desks, &t, &m(31), "1.1.1.2").await.unwrap();
    for n in 40..70 { issue(&desks, &t, &m(n), "1.1.1.3").await.unwrap(); }
    clock.advance(TimeDelta::minutes(2));
    issue(&desks, &t, &m(32), "1.1.1.9").await.unwrap();
    clock.advance(TimeDelta::minutes(2));
    assert_eq!(refusal(issue(&desks, &t, &m(33), "1.1.1.9").await), Refusal::TooManyCodes, "breaker");
    clock.advance(TimeDelta::minutes(20));
    issue(&desks, &t, &m(33), "1.1.1.9").await.unwrap();
    // parallel: one number, one code
    let mm = m(99);
    let all = futures(&desks, &t, &mm).await;
    assert_eq!(all, 1);
    // budget
    let mut s = desks.enter(&t, Caller::Operator(t.id)).await.unwrap();
    tenants::settings::write(&mut s, &CodeLimits { daily_budget: 64, per_origin_hour: 30 }).await.unwrap();
    s.commit().await.unwrap();
    assert_eq!(refusal(issue(&desks, &t, &m(34), "1.1.1.10").await), Refusal::TooManyCodes);
    clock.advance(TimeDelta::days(3));
    issue(&desks, &t, &m(34), "1.1.1.10").await.unwrap();
}

async fn futures(desks: &Desks, t: &Arc<Tenant>, m: &Mobile) -> usize {
    let mut set = tokio::task::JoinSet::new();
    for _ in 0..6 { let (d, t, m) = (desks.clone(), t.clone(), m.clone()); set.spawn(async move { issue(&d, &t, &m, "9.9.9.9").await.is_ok() }); }
    set.join_all().await.into_iter().filter(|x| *x).count()
}

#[tokio::test]
async fn sign_in_works() {
    let (desks, clock, t) = house().await;
    let mut s = desks.enter(&t, Caller::Operator(t.id)).await.unwrap();
    let secret = new_totp_secret();
    let new = |u: &str, totp| NewStaff { username: u.into(), name: "نرگس".into(), password: "a rook on the seventh rank".into(), totp_secret: totp };
    let id = add_staff(&mut s, new("N.Karimi", Some(secret.clone()))).await.unwrap();
    add_staff(&mut s, new("none", None)).await.unwrap();
    let title = Text { fa: "واحد".into(), en: None };
    let unit = organisation::add_unit(&mut s, "u", None, &title).await.unwrap();
    let pos = organisation::add_position(&mut s, organisation::NewPosition { key: "p".into(), unit, title: title.clone(), phone: None, roles: vec!["expert".into()] }).await.unwrap();
    organisation::appoint(&mut s, pos, id).await.unwrap();
    organisation::appoint(&mut s, pos, id).await.unwrap();
    let p = organisation::position(&mut s, pos).await.unwrap().unwrap();
    assert_eq!(p.holder.as_deref(), Some("نرگس"));
    assert_eq!(organisation::with_role(&mut s, "expert").await.unwrap(), vec![pos]);
    assert!(organisation::with_role(&mut s, "x").await.unwrap().is_empty());
    assert!(matches!(organisation::positions(&mut s).await, Err(Error::Denied(_))));
    assert_eq!(staff_names(&mut s, &[id]).await.unwrap()[&id], "نرگس");
    s.commit().await.unwrap();
    let now = || totp_now(&secret, clock.now());
    let c = |u: &'static str, p: &'static str, second: &str, ip: &'static str| { let second = second.to_owned(); let (d, t) = (desks.clone(), t.clone()); async move {
        sign_in(&d, &t, Credentials { username: u, password: p, second: &second, origin: ip }).await } };
    let pw = "a rook on the seventh rank";
    let code = now();
    let ok = c("n.karimi", pw, &code, "1.1.1.1").await.unwrap();
    assert_eq!(ok.session.name.as_deref(), Some("نرگس"));
    assert_eq!(refusal(c("n.karimi", pw, &code, "1.1.1.1").await), Refusal::SignInWrong, "replay");
    let mut e = enter(&desks, &t, Door::Desk, Some(&ok.token)).await.unwrap();
    assert!(e.scope.caller().carries("expert"));
    let codes = renew_recovery_codes(&mut e.scope).await.unwrap();
    let codes = { let _ = codes; renew_recovery_codes(&mut e.scope).await.unwrap() };
    assert_eq!(codes.len(), 10);
    e.scope.commit().await.unwrap();
    c("n.karimi", pw, &codes[0].to_uppercase().replace('-', " "), "1.1.1.1").await.unwrap();
    assert_eq!(refusal(c("n.karimi", pw, &codes[0], "1.1.1.1").await), Refusal::SignInWrong);
    assert_eq!(refusal(c("n.karimi", "wrong wrong wrong", &codes[1], "1.1.1.1").await), Refusal::SignInWrong);
    for u in ["none", "nobody"] { assert_eq!(refusal(c(u, pw, &code, "1.1.1.1").await), Refusal::SignInWrong); }
    for i in 2..7 { c("n.karimi", pw, &codes[i], "1.1.1.1").await.unwrap(); }
    assert!(enter(&desks, &t, Door::Desk, Some(&ok.token)).await.unwrap().session.is_none(), "sixth ends the oldest");
    // delays
    for _ in 0..3 { assert_eq!(refusal(c("n.karimi", "x", "0", "2.2.2.2").await), Refusal::SignInWrong); }
    assert!(matches!(refusal(c("n.karimi", pw, &codes[7], "2.2.2.2").await), Refusal::SignInDelayed { .. }));
    clock.advance(TimeDelta::seconds(3600));
    c("n.karimi", pw, &now(), "2.2.2.2").await.unwrap();
    clock.advance(TimeDelta::seconds(60));
    c("n.karimi", pw, &now(), "2.2.2.2").await.unwrap();
    // parallel guesses
    let mut set = tokio::task::JoinSet::new();
    for _ in 0..10 { set.spawn(c("n.karimi", "x", "0", "3.3.3.3")); }
    let r: Vec<_> = set.join_all().await.into_iter().map(refusal).collect();
    assert_eq!(r.iter().filter(|r| **r == Refusal::SignInWrong).count(), 3, "{r:?}");
    // timing
    let mut times = [vec![], vec![]];
    for i in 0..60 { let u = ["n.karimi", "nobody"][i % 2]; let ip: &'static str = Box::leak(format!("10.0.{i}.1").into_boxed_str());
        let b = std::time::Instant::now(); let _ = c(u, "x", "000000", ip).await; times[i % 2].push(b.elapsed()); }
    for t in &mut times { t.sort(); eprintln!("median {:?}", t[t.len() / 2]); }
    // replacing the holder, disabling
    let mut s = desks.enter(&t, Caller::Operator(t.id)).await.unwrap();
    let other = add_staff(&mut s, new("other", None)).await.unwrap();
    organisation::appoint(&mut s, pos, other).await.unwrap();
    assert!(organisation::held_by(&mut s, id).await.unwrap().is_empty());
    assert_eq!(organisation::held_by(&mut s, other).await.unwrap().len(), 1);
    s.commit().await.unwrap();
}
struct Got { sent: CodeSent, code: String }
