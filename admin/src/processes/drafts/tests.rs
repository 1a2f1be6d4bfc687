//! A step's form, without a server.

use bpmn::steps::{StepList, Then, What, recognise};
use domain::process_drafts::Choices;

use super::draft_page::SAMPLE;
use super::sheet::flatten;
use super::written::written;
use crate::services::typed::Typed;

fn choices() -> Choices {
    let roles = ["drug-expert", "drug-inspector", "drug-manager", "secretariat-clerk"];
    Choices { roles: roles.map(String::from).into(), ..Choices::default() }
}

fn list() -> StepList {
    recognise(SAMPLE).unwrap()
}

fn save(list: &StepList, step: &str, change: impl Fn(&mut Typed)) -> StepList {
    let mut typed = flatten(list.find(step).unwrap());
    change(&mut typed);
    written(list, step, (&choices(), &typed)).unwrap_or_else(|problems| panic!("{problems:?}"))
}

#[test]
fn a_step_that_is_saved_unchanged_is_the_same() {
    let list = list();
    let branches = ["technical-opinion", "inspection-opinion"];
    for id in list.steps.iter().map(|step| step.id().to_owned()).chain(branches.map(String::from)) {
        assert_eq!(save(&list, &id, |_| {}), list, "{id}");
    }
}

#[test]
fn a_lapse_after_ten_working_days_is_a_timer_that_ends_the_step() {
    let list = save(&list(), "decide", |typed| {
        typed.set("late.new.days", "10");
        typed.set("late.new.then", "lapse");
        typed.set("late.new.to", "tell-lapsed");
    });
    let deadline = &list.find("decide").unwrap().deadlines[0];
    assert_eq!(deadline.then, Then::Lapse("tell-lapsed".into()));
    assert_eq!(deadline.tag.step.get("calendar"), Some("working"));
    assert!(bpmn::read(&list.xml().unwrap(), &|_| Ok(())).is_ok());
}

#[test]
fn an_outcome_leads_elsewhere_and_one_more_is_added() {
    let list = save(&list(), "review", |typed| {
        typed.set("outcome.2.fa", "نیاز به نظر مدیر");
        typed.set("outcome.2.to", "decide");
    });
    let step = list.find("review").unwrap();
    assert_eq!(step.leads_to("outcome-1"), Some("decide"));
    assert_eq!(step.leads_to("missing"), Some("documents"));
    let without = save(&list, "review", |typed| typed.set("outcome.1.remove", "on"));
    let left: Vec<_> = without.find("review").unwrap().tag.step.outcomes.iter().collect();
    assert_eq!(left.iter().map(|it| it.id.as_str()).collect::<Vec<_>>(), ["complete", "outcome-1"]);
}

#[test]
fn three_units_are_asked() {
    let (list, id) = list()
        .insert("review", bpmn::steps::NewStep::Ask, &[super::written::words("steps-new-ask")])
        .unwrap();
    let list = save(&list, &id, |typed| {
        for role in ["drug-expert", "drug-inspector", "drug-manager"] {
            typed.set(format!("unit.{role}"), "on");
        }
        typed.set("enough", "2");
        typed.set("outcome.0.fa", "نظر داده شد");
    });
    let What::Ask(repeat) = &list.find(&id).unwrap().what else { panic!("it asks nobody") };
    assert_eq!(bpmn::steps::roles(repeat).map(|it| it.len()), Some(3));
    assert_eq!(repeat.until.as_deref(), Some("numberOfCompletedInstances >= 2"));
    assert_eq!(save(&list, &id, |_| {}), list);
}

#[test]
fn slips_are_told_beside_their_inputs() {
    let list = list();
    let mut typed = flatten(list.find("review").unwrap());
    typed.set("name.fa", "");
    typed.set("within", "زود");
    typed.set("outcome.0.to", "nowhere");
    typed.set("late.new.days", "10");
    let problems = written(&list, "review", (&choices(), &typed)).unwrap_err();
    let told: Vec<_> = problems.iter().map(|(at, flaw)| format!("{at} {}", flaw.code)).collect();
    let expected = [
        "late.new.then required",
        "name.fa required",
        "outcome.0.to choice-unknown",
        "within number-invalid",
    ];
    assert_eq!(told, expected);
}
