//! Blueprints without a database.

use strum::VariantArray;
use tenants::{Act, Axis, Kind, Relation};

use super::model::Blueprint;
use super::{check, names, people, policy, read};

fn fda() -> Blueprint {
    match read::blueprint("fda") {
        Ok(blueprint) => blueprint,
        Err(problems) => panic!("{problems:#?}"),
    }
}

fn complaints(change: impl FnOnce(&mut Blueprint)) -> Vec<String> {
    let mut blueprint = fda();
    change(&mut blueprint);
    check::all(&blueprint).iter().map(ToString::to_string).collect()
}

#[test]
fn every_blueprint_holds_together() {
    assert_eq!(names(), ["fda"]);
    for name in names().into_iter().chain([tenants::CENTRAL]) {
        let problems: Vec<String> = check(name).iter().map(ToString::to_string).collect();
        assert!(problems.is_empty(), "{problems:#?}");
    }
    assert_eq!(check("nowhere")[0].to_string(), "nowhere: there is no such blueprint");
}

#[test]
fn what_is_named_and_not_there_is_found() {
    type Change = fn(&mut Blueprint);
    let table: [(&str, Change); 15] = [
        ("no position carries its role", |b| b.agency.positions[1].roles.clear()),
        ("stands twice", |b| b.agency.units[1].key = b.agency.units[2].key.clone()),
        ("carries worker, which is no position's", |b| {
            b.agency.positions[0].roles.push("worker".into());
        }),
        ("the pattern", |b| b.agency.registers[1].pattern = b.agency.registers[0].pattern.clone()),
        ("which is not there", |b| b.agency.positions[0].unit = "nowhere".into()),
        ("which is not there", |b| b.agency.staff[0].positions = vec!["nobody".into()]),
        ("which is not there", |b| b.agency.units.swap(0, 1)),
        ("the register incoming cannot be used", |b| b.agency.registers[0].pattern = "7".into()),
        ("registered asks for is not there", |b| b.agency.registers[0].key = "other".into()),
        ("reject asks for is not there", |b| b.reasons.retain(|r| r.outcome == "approve")),
        ("has no SMS", |b| b.wordings.truncate(1)),
        ("fees is not stated", |b| b.services[0].sheet.fees.clear()),
        ("is not asked for as the sheet says", |b| {
            b.services[0].sheet.documents[0].required = false;
        }),
        ("other documents than the sheet", |b| drop(b.services[0].sheet.documents.pop())),
        ("tenant-admin on * is not there", |b| drop(b.agency.positions.pop())),
    ];
    for (expected, change) in table {
        let found = complaints(change);
        assert!(found.iter().any(|it| it.contains(expected)), "{expected}: {found:#?}");
    }
}

#[test]
fn a_process_that_names_what_is_not_there_is_found() {
    let table = [
        ("desk:stage=\"in_review\"", "desk:stage=\"lost\"", "there is no such stage"),
        ("desk:notice=\"answered\"", "desk:notice=\"shouted\"", "there is no such notice"),
        ("desk:kind=\"verify-documents\"", "desk:kind=\"guess\"", "there is no such service"),
        ("desk:within=\"P5D\"", "desk:within=\"soon\"", "its time cannot be understood"),
        ("outcome = \"missing\"", "outcom = \"missing\"", "a condition asks outcom"),
        ("asks=\"documents\"", "asks=\"money\"", "missing asks for is not there"),
        ("<desk:i18n lang=\"en\">Approve</desk:i18n>", "", "approve has no English"),
    ];
    for (right, wrong, expected) in table {
        let found = complaints(|b| {
            let process = &mut b.services[0].process;
            assert!(process.contains(right), "{right}");
            *process = process.replace(right, wrong);
        });
        assert!(found.iter().any(|it| it.contains(expected)), "{expected}: {found:#?}");
    }
}

#[test]
fn a_look_alike_is_told_apart_by_name() {
    let agency = fda().agency;
    let table = [
        ("fda", "سازمان غذا و دارو"),
        ("fda2", "سازمان غذا و دارو (آزمایشی ۲)"),
        ("fda-12", "سازمان غذا و دارو (آزمایشی ۱۲)"),
        ("abc", "سازمان غذا و دارو (آزمایشی abc)"),
    ];
    for (slug, name) in table {
        assert_eq!(agency.name_for("fda", slug).fa, name, "{slug}");
    }
    assert!(agency.name_for("fda", "fda2").en.is_some_and(|en| en.ends_with("(demo 2)")));
}

#[test]
fn a_policy_file_is_read_line_by_line() {
    let header = "axis,subject,kind,service,act";
    let table = [
        ("role,visitor,service,*,list\n# why\n\nrelation,holder,case,*,see", Ok(2)),
        ("role,visitor,service,*", Err("p.csv: line 2 is not a rule")),
        ("role,visitor,service,*,fly", Err("p.csv: line 2 is not a rule")),
        ("person,visitor,service,*,see", Err("p.csv: line 2 is not a rule")),
        ("role,,service,*,see", Err("p.csv: line 2 is not a rule")),
        ("role,a,case,*,see\nrole,a,case,*,see", Err("p.csv: line 3 stands twice")),
    ];
    for (lines, expected) in table {
        let read = policy::rules("p.csv", &format!("{header}\n{lines}"));
        let read = read.map(|rules| rules.len()).map_err(|problems| problems[0].to_string());
        assert_eq!(read, expected.map_err(str::to_owned), "{lines}");
    }
    let problems = policy::rules("p.csv", "role,a,case,*,see").unwrap_err();
    assert!(problems[0].detail.contains("header"));
}

/// Each of these was thought about; a new grant has to be thought about too.
#[test]
fn nobody_is_granted_more_than_the_main_job_needs() {
    let rules = fda().policy;
    let subjects = |axis: Axis, kind: Kind, act: Act| -> Vec<&str> {
        let is_it = |r: &&tenants::Rule| r.axis == axis && r.kind == kind && r.act == act;
        rules.iter().filter(is_it).map(|r| r.subject.as_str()).collect()
    };
    assert_eq!(subjects(Axis::Role, Kind::Agency, Act::Configure), ["tenant-admin", "operator"]);
    assert_eq!(subjects(Axis::Role, Kind::Register, Act::Number), ["secretariat-clerk"]);
    assert_eq!(subjects(Axis::Relation, Kind::Task, Act::Decide), ["holder"]);
    assert_eq!(subjects(Axis::Relation, Kind::Cartable, Act::List), ["holder"]);
    for act in Act::VARIANTS.iter().filter(|act| !matches!(act, Act::List | Act::Track | Act::Work))
    {
        let kinds = [Kind::Case, Kind::Task, Kind::Draft, Kind::Referral, Kind::Document];
        for kind in kinds {
            let roles = subjects(Axis::Role, kind, *act);
            assert!(roles.is_empty(), "a role alone opens {act:?} on {kind:?}: {roles:?}");
        }
    }
    for act in [Act::Submit, Act::Withdraw, Act::Supply, Act::Edit, Act::Attach] {
        for relation in Relation::VARIANTS.iter().filter(|r| **r != Relation::Applicant) {
            let subject: &str = relation.into();
            let may = rules.iter().any(|r| r.subject == subject && r.act == act);
            assert!(!may, "{subject} may {act:?}");
        }
    }
}

#[test]
fn a_password_is_drawn_and_not_known() {
    let (one, other) = (people::password(), people::password());
    assert_ne!(one, other);
    assert_eq!(one.len(), 24);
    let has_word = one.as_bytes().windows(2).any(|pair| pair.iter().all(u8::is_ascii_lowercase));
    assert!(!has_word, "two letters stand together");
}
