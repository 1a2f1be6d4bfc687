//! The checks before publishing: a model, and the findings it must have and no others.

use crate::{Problem, ProblemKind, read};

use super::model;

/// The findings as `code@element`, in the order of the codes.
pub(super) fn findings(text: &str) -> (bool, Vec<String>) {
    let (accepted, problems) = match read(&model::xml(text), &|_| Ok(())) {
        Ok(read) => (true, read.warnings),
        Err(problems) => (false, problems),
    };
    let mut words: Vec<String> = problems.iter().map(word).collect();
    words.sort();
    words.dedup();
    (accepted, words)
}

fn word(problem: &Problem) -> String {
    format!("{}@{}", problem.kind.as_str(), problem.element.as_deref().unwrap_or("-"))
}

pub(super) fn table(rows: &[(&str, bool, &[&str])]) {
    for (model, accepted, expected) in rows {
        let (was, found) = findings(model);
        assert_eq!(
            (was, found.iter().map(String::as_str).collect::<Vec<_>>()),
            (*accepted, expected.to_vec()),
            "{model}"
        );
    }
}

#[test]
fn a_sound_model_has_no_findings() {
    table(&[
        ("start s; user a; end e; s > a > e", true, &[]),
        (
            "start s; xor g; user a; user b; xor m; end e; s > g; g > a if x; g > b else; a > m; b > m; m > e",
            true,
            &[],
        ),
        (
            "start s; and f; user a; user b; and j; end e; s > f; f > a > j; f > b > j; j > e",
            true,
            &[],
        ),
        // Back from the second step to the first, until it is right.
        (
            "start s; xor m; user a; user b; xor g; end e; s > m > a > b > g; g > m if x; g > e else",
            true,
            &[],
        ),
        // A reminder in a loop is not a growing process.
        (
            "start s; xor m; user a; send n; xor g; end e; end r; reminder t on a every R/P1D
             s > m > a > g; g > m if x; g > e else; t > n > r",
            true,
            &[],
        ),
        // A lapse that joins the main path again.
        (
            "start s; receive a papers; xor m; user b; end e; timer t on a after P10D; s > a > m > b > e; t > m",
            true,
            &[],
        ),
    ]);
}

#[test]
fn every_node_lies_on_a_path_from_the_start_to_an_end() {
    table(&[
        (
            "start s; user a; user b; end e; end f; s > a > e; b > f",
            false,
            &["unreachable@b", "unreachable@f"],
        ),
        ("start s; user a; xor m; end e; s > m > a > m; e > e", false, &["misplaced-flow@e-e"]),
        (
            "start s; user a; xor m; s > m > a > m",
            false,
            &["no-way-out@a", "no-way-out@m", "no-way-out@s"],
        ),
        // The boundary timer is the way out of the loop, and the way to b.
        (
            "start s; user a; xor m; user b; end e; timer t on a after P1D; s > m > a > m; t > b > e",
            true,
            &[],
        ),
        ("start s; user a; s > a", true, &["implicit-end@a"]),
        // Reachable only through the timer of a node that is itself unreachable.
        (
            "start s; user a; end e; user z; timer t on z after P1D; s > a > e; z > e; t > e",
            false,
            &["unreachable@t", "unreachable@z"],
        ),
    ]);
}

#[test]
fn choices_and_hidden_gateways_are_pointed_out() {
    table(&[
        (
            "start s; xor g; user a; user b; end e; end f; s > g; g > a if x; g > b if y; a > e; b > f",
            true,
            &["missing-default@g"],
        ),
        (
            "start s; xor g; user a; user b; end e; end f; s > g; g > a if x; g > b; a > e; b > f",
            true,
            &["missing-condition@g-b"],
        ),
        (
            "start s; user g; user a; user b; end e; end f; s > g; g > a if x; g > b if y; a > e; b > f",
            true,
            &["implicit-split@g", "missing-default@g"],
        ),
        (
            "start s; xor g; user a; end e; s > g; g > a if x; g > e else; a > e",
            true,
            &["implicit-merge@e"],
        ),
        (
            "start s; and f; user a; user b; and j; end e; s > f; f > a if x; f > b; a > j; b > j; j > e",
            true,
            &["condition-ignored@f-a"],
        ),
        ("start s; task a; end e; s > a > e", true, &["passes-through@a"]),
    ]);
}

#[test]
fn a_wait_for_the_citizen_needs_a_deadline() {
    let wait = |what: &str, rest: &str| format!("start s; {what}; end e; s > a; a > e {rest}");
    for (what, rest, accepted) in [
        ("receive a papers desk", "", true),
        ("receive a papers clock=stops", "", false),
        ("receive a papers waits=citizen", "", false),
        ("receive a papers role=applicant", "", false),
        ("receive a papers role=registrar", "", true),
        ("user a clock=stops", "", false),
        ("user a clock=runs", "", true),
        ("receive a papers clock=stops", "; end f; timer t on a after P10D; t > f", true),
    ] {
        let (was, found) = findings(&wait(what, rest));
        assert_eq!(was, accepted, "{what} {rest} {found:?}");
        assert_eq!(found.contains(&String::from("wait-without-deadline@a")), !accepted, "{what}");
    }
}

#[test]
fn a_timer_on_what_never_waits_is_pointed_out() {
    table(&[(
        "start s; send a; end e; end f; timer t on a after P1D; s > a > e; t > f",
        true,
        &["timer-never-fires@t"],
    )]);
}

#[test]
fn deadlocks_are_found() {
    table(&[
        // One choice, two expected.
        (
            "start s; xor g; user a; user b; and j; end e; s > g; g > a if x; g > b else; a > j; b > j; j > e",
            false,
            &["deadlock@j"],
        ),
        // Another branch that ends well does not make it better.
        (
            "start s; and f; user z; end z2; xor g; user a; user b; and j; end e
             s > f; f > z > z2; f > g; g > a if x; g > b else; a > j; b > j; j > e",
            false,
            &["deadlock@j"],
        ),
        // Only one of the ways hangs.
        (
            "start s; xor g; and f; user a; user b; and j; end e
             s > g; g > f if x; g > b else; f > a > j; f > b; b > j; j > e",
            true,
            &["implicit-merge@b", "may-deadlock@j"],
        ),
        // A join inside a loop that is entered with one token only.
        (
            "start s; and j; user a; xor g; end e; s > j > a > g; g > j if x; g > e else",
            false,
            &["deadlock@j"],
        ),
        // It fires only when the reminder came first.
        (
            "start s; user a; and j; end e; reminder r on a after P1D; s > a > j; r > j; j > e",
            true,
            &["may-deadlock@j"],
        ),
        // A surplus token stays behind.
        (
            "start s; and f; user a; user b; user c; xor m; and j; end e
             s > f; f > a > m; f > b > m; f > c > j; m > j; j > e",
            true,
            &["may-deadlock@j", "runs-twice@m"],
        ),
    ]);
}

#[test]
fn endless_growth_is_found() {
    table(&[
        // Every round of the loop leaves a token behind, and nobody has to act for it.
        (
            "start s; xor m; and f; xor g; user b; end e; end x
             s > m > f > g; g > m if x; g > e else; f > b > x",
            false,
            &["unbounded-tokens@f"],
        ),
        // The same with a person in the loop grows only as fast as she works.
        (
            "start s; xor m; user a; and f; xor g; user b; end e; end x
             s > m > a > f > g; g > m if x; g > e else; f > b > x",
            true,
            &["may-multiply@f"],
        ),
        // With a person in it but no way to complete.
        (
            "start s; xor m; user a; and f; user b; end x; s > m > a > f > m; f > b > x",
            false,
            &["unbounded-tokens@f"],
        ),
    ]);
}

#[test]
fn concurrent_paths_that_meet_unjoined_are_pointed_out() {
    table(&[
        (
            "start s; and f; user a; user b; xor m; user c; end e; s > f; f > a > m; f > b > m; m > c > e",
            true,
            &["runs-twice@m"],
        ),
        (
            "start s; user a; user late; xor m; user c; end e; reminder t on a after P1D
             s > a > m; t > late > m; m > c > e",
            true,
            &["runs-twice@m"],
        ),
    ]);
}

#[test]
fn wide_and_deep_models_stay_within_the_bound() {
    let each = |part: fn(usize) -> String| (0..40).map(part).collect::<Vec<_>>().join("\n");
    let around = "start s; and f; and j; end e; s > f; j > e\n";
    let branches = each(|n| format!("user a{n}; f > a{n} > j"));
    table(&[(&(around.to_owned() + &branches), true, &[])]);

    // Forty choices side by side have more markings than anybody looks at.
    let choices = each(|n| {
        format!(
            "xor g{n}; user a{n}; user b{n}; xor m{n}; f > g{n}; g{n} > a{n} if x; g{n} > b{n} else
             a{n} > m{n}; b{n} > m{n}; m{n} > j"
        )
    });
    let (accepted, found) = findings(&(around.to_owned() + &choices));
    assert!(accepted && found.iter().all(|it| it.starts_with("not-fully")), "{found:?}");
}

#[test]
fn every_kind_has_its_own_code() {
    let mut codes: Vec<&str> = ProblemKind::ALL.iter().map(|kind| kind.as_str()).collect();
    for kind in ProblemKind::ALL {
        let code = serde_json::to_string(kind).unwrap();
        assert_eq!(code, format!("{:?}", kind.as_str()));
        assert_ne!(kind.is_error(), kind.is_warning());
    }
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), ProblemKind::ALL.len());
}
