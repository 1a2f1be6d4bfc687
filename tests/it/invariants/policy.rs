//! The policy as a table people can read, and the compiled set as casbin's own answers.

use std::fmt::Write as _;

use expect_test::expect_file;
use strum::VariantArray as _;
use tenants::{Act, Axis, Caller, Clock, Desks, Engine, Kind};

use crate::support::Database;

async fn scope() -> tenants::Scope {
    let database = Database::open(4).await;
    let desks = Desks::open(database.pool, Clock::default(), crate::support::keyring());
    let fda = desks.at("fda").await.unwrap().unwrap();
    desks.enter(&fda, Caller::Worker(fda.id)).await.unwrap()
}

fn subjects(scope: &tenants::Scope) -> Vec<(Axis, String)> {
    let mut all: Vec<_> =
        scope.policy().rules().iter().map(|r| (r.axis, r.subject.clone())).collect();
    all.sort_by_key(|(axis, subject)| (*axis as u8, subject.clone()));
    all.dedup();
    all
}

#[tokio::test]
async fn the_compiled_set_equals_what_casbin_answers() {
    let scope = scope().await;
    let engine = Engine::with(scope.policy().rules()).await.unwrap();
    let mut asked = 0;
    for (axis, subject) in subjects(&scope).into_iter().chain([(Axis::Role, "nobody".to_owned())]) {
        for kind in Kind::VARIANTS {
            for act in Act::VARIANTS {
                for service in ["*", "cosmetics-import", "no-such-service"] {
                    let compiled =
                        scope.policy().permits(axis, &subject, *kind, Some(service), *act);
                    let casbin = engine.enforce(axis, &subject, *kind, service, *act).unwrap();
                    assert_eq!(compiled, casbin, "{axis:?} {subject} {kind:?} {service} {act:?}");
                    asked += 1;
                }
            }
        }
    }
    assert!(asked > 1_000);
}

#[tokio::test]
async fn the_policy_is_the_one_that_was_read_and_approved() {
    let scope = scope().await;
    for kind in Kind::VARIANTS {
        let name: &str = kind.into();
        let mut table = String::new();
        for (axis, subject) in subjects(&scope) {
            let may = |act: &&Act| scope.policy().permits(axis, &subject, *kind, None, **act);
            let acts: Vec<&str> = Act::VARIANTS.iter().filter(may).map(Into::into).collect();
            if !acts.is_empty() {
                let axis: &str = axis.into();
                writeln!(table, "{axis:<9} {subject:<20} {}", acts.join(" ")).unwrap();
            }
        }
        expect_file![format!("../../golden/policy/{name}.txt")].assert_eq(&table);
    }
}
