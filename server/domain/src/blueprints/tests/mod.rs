//! Blueprints without a database.

use strum::VariantArray;
use tenants::{Act, Axis, Kind, Relation};

use super::model::Blueprint;
use super::{Folder, check, names, policy};

mod mistakes;

fn blueprint(name: &str) -> Blueprint {
    let folder = Folder::embedded(name).unwrap();
    check::whole(&folder).unwrap_or_else(|problems| panic!("{problems}"))
}

#[test]
fn every_blueprint_holds_together() {
    assert_eq!(names(), ["abfa", "fda", "ostandari"]);
    for name in names().into_iter().chain([tenants::CENTRAL]) {
        if let Err(problems) = check(&Folder::embedded(name).unwrap()) {
            panic!("{problems}");
        }
    }
    assert!(Folder::embedded("nowhere").is_none());
}

#[test]
fn a_look_alike_is_told_apart_by_name() {
    let table = [
        ("fda", "fda", "سازمان غذا و دارو"),
        ("fda", "fda2", "سازمان غذا و دارو (آزمایشی ۲)"),
        ("fda", "fda-12", "سازمان غذا و دارو (آزمایشی ۱۲)"),
        ("fda", "abc", "سازمان غذا و دارو (آزمایشی abc)"),
        ("abfa", "abfa-mazandaran", "شرکت آب و فاضلاب استان مازندران"),
        ("abfa", "mazandaran", "شرکت آب و فاضلاب استان مازندران"),
        ("abfa", "abfa2", "شرکت آب و فاضلاب (آزمایشی ۲)"),
        ("ostandari", "ostandari-yazd", "استانداری یزد"),
    ];
    for (name, slug, expected) in table {
        assert_eq!(blueprint(name).agency.name_for(name, slug).fa, expected, "{slug}");
    }
    let second = blueprint("fda").agency.name_for("fda", "fda2");
    assert!(second.en.is_some_and(|en| en.ends_with("(demo 2)")));
}

/// The same words in each agency would be somebody else's words.
#[test]
fn no_two_blueprints_share_a_service_code_or_a_person() {
    let mut seen = std::collections::HashSet::new();
    for name in names().into_iter().chain([tenants::CENTRAL]) {
        let Blueprint { agency, services, .. } = blueprint(name);
        let codes = services.into_iter().filter_map(|service| service.sheet.code);
        let people = agency.staff.into_iter().flat_map(|person| [person.username, person.name]);
        for thing in codes.chain(people) {
            assert!(seen.insert(thing.clone()), "{name}: {thing}");
        }
    }
}

#[test]
fn a_policy_file_is_read_line_by_line() {
    let header = "axis,subject,kind,service,act";
    let table = [
        ("role,visitor,service,*,list\n# why\n\nrelation,holder,case,*,see", Ok(2)),
        ("role,visitor,service,*", Err("p.csv:2: this is not a rule")),
        ("role,visitor,service,*,fly", Err("p.csv:2: this is not a rule")),
        ("person,visitor,service,*,see", Err("p.csv:2: this is not a rule")),
        ("role,,service,*,see", Err("p.csv:2: this is not a rule")),
        ("role,a,case,*,see\nrole,a,case,*,see", Err("p.csv:3: the rule stands twice")),
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
    let rules = blueprint("fda").policy;
    let subjects = |axis: Axis, kind: Kind, act: Act| -> Vec<&str> {
        let is_it = |r: &&tenants::Rule| r.axis == axis && r.kind == kind && r.act == act;
        rules.iter().filter(is_it).map(|r| r.subject.as_str()).collect()
    };
    assert_eq!(subjects(Axis::Role, Kind::Agency, Act::Configure), ["tenant-admin", "operator"]);
    assert_eq!(
        subjects(Axis::Role, Kind::Register, Act::Number),
        ["secretariat-clerk", "desk-clerk"]
    );
    // Whoever is signed in may try; the code and a second fact decide.
    assert_eq!(subjects(Axis::Role, Kind::Case, Act::Link), ["citizen"]);
    assert_eq!(subjects(Axis::Relation, Kind::Task, Act::Decide), ["holder"]);
    assert_eq!(subjects(Axis::Relation, Kind::Cartable, Act::List), ["holder"]);
    let of_anybody = |act: &&Act| matches!(act, Act::List | Act::Track | Act::Work | Act::Link);
    for act in Act::VARIANTS.iter().filter(|act| !of_anybody(act)) {
        let kinds = [Kind::Case, Kind::Task, Kind::Draft, Kind::Referral, Kind::Document];
        for kind in kinds {
            let roles = subjects(Axis::Role, kind, *act);
            assert!(roles.is_empty(), "a role alone opens {act:?} on {kind:?}: {roles:?}");
        }
    }
    for act in [Act::Submit, Act::Withdraw, Act::Supply, Act::Edit, Act::Attach] {
        for relation in Relation::VARIANTS.iter().filter(|r| **r != Relation::Applicant) {
            let subject: &str = relation.into();
            // A counter's draft lies before its clerk, who fills it in for somebody.
            let at_counter =
                |r: &tenants::Rule| (*relation, r.kind) == (Relation::Holder, Kind::Draft);
            let may = rules.iter().any(|r| r.subject == subject && r.act == act && !at_counter(r));
            assert!(!may, "{subject} may {act:?}");
        }
    }
}
