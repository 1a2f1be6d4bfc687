//! Token semantics, one row per rule: a model, then commands with what must follow.

use crate::{Trigger, WaitsFor};

use super::play::{Play, plays};

const ONE_TASK: &str = "start s; user a; end e; s > a > e";

#[test]
fn a_task_waits_and_is_done_once() {
    plays(
        ONE_TASK,
        &[
            ("done a", "nobody"),
            ("cancel", "nobody"),
            ("start", "+s -s +a open:a"),
            ("start", "nobody"),
            ("job a", "nobody"),
            ("retry a", "nobody"),
            ("done a", "-a +e -e ended:completed:e"),
            ("done a", "nobody"),
            ("start", "nobody"),
            ("cancel", "nobody"),
        ],
    );
}

#[test]
fn service_waits_for_its_job_and_send_does_not_wait() {
    plays(
        "start s; send n; service a; end e; s > n > a > e",
        &[
            ("start", "+s -s +n send:n -n +a service:a"),
            ("done a", "nobody"),
            ("job a", "-a +e -e ended:completed:e"),
        ],
    );
}

#[test]
fn a_message_goes_to_the_longest_waiting_receiver_of_that_name() {
    plays(
        "start s; and f; receive a papers; receive b papers; receive c other; end e
         s > f; f > a > e; f > b > e; f > c > e",
        &[
            ("start", "+s -s +f -f +a subscribe:papers +b subscribe:papers +c subscribe:other"),
            ("message nothing", "nobody"),
            ("message papers", "unsubscribe:papers -a +e -e"),
            ("message papers", "unsubscribe:papers -b +e -e"),
            ("message papers", "nobody"),
            ("message other", "unsubscribe:other -c +e -e ended:completed:e"),
        ],
    );
}

const CHOICE: &str = "start s; xor g; user a; user b; user c; end e
     s > g; g > a if x; g > b if y; g > c else; a > e; b > e; c > e";

#[test]
fn exclusive_takes_the_first_true_flow_in_document_order() {
    for (given, taken) in
        [("given x", "a"), ("given y", "b"), ("given x y", "a"), ("given", "c"), ("given z", "c")]
    {
        let expected = format!("+s -s +g -g +{taken} open:{taken}");
        plays(CHOICE, &[(given, ""), ("start", &expected)]);
    }
}

#[test]
fn exclusive_does_not_ask_what_stands_behind_a_true_condition() {
    plays(
        "start s; xor g; user a; user b; end e; s > g; g > a if x; g > b if broken; a > e; b > e",
        &[("given x", ""), ("start", "+s -s +g -g +a open:a")],
    );
}

#[test]
fn a_choice_without_a_way_is_an_incident_until_it_is_repaired() {
    plays(
        "start s; user u; xor g; user a; end e; s > u > g; g > a if x; g > e if y; a > e",
        &[
            ("start", "+s -s +u open:u"),
            ("done u", "-u +g stuck:g:no-flow"),
            ("done g", "nobody"),
            ("retry g", "stuck:g:no-flow"),
            ("given y", ""),
            ("retry g", "-g +e -e ended:completed:e"),
        ],
    );
}

#[test]
fn an_undecidable_condition_is_an_incident_and_never_false() {
    plays(
        "start s; xor g; user a; end e; s > g; g > a if broken; g > e else; a > e",
        &[("start", "+s -s +g stuck:g:expression"), ("cancel", "-g ended:cancelled:-")],
    );
}

#[test]
fn what_a_person_did_stays_done_when_the_flow_behind_it_is_stuck() {
    plays(
        "start s; user a; user b; timer t on a after P1D; end e
         s > a; a > b if broken; a > e if x; b > e; t > e",
        &[
            ("start", "+s -s +a open:a arm:t"),
            ("done a", "disarm:t stuck:a:expression"),
            ("done a", "nobody"),
            ("fire t", "nobody"),
        ],
    );
}

#[test]
fn an_activity_splits_to_every_flow_without_a_condition() {
    plays(
        "start s; user a; user b; user c; end e; s > a; a > b > e; a > c > e",
        &[
            ("start", "+s -s +a open:a"),
            ("done a", "-a +b open:b +c open:c"),
            ("done c", "-c +e -e"),
            ("done b", "-b +e -e ended:completed:e"),
        ],
    );
}

#[test]
fn conditional_flows_of_an_activity_are_an_inclusive_split() {
    let model = "start s; task a; user b; user c; user d; user n; end e
         s > a; a > b if x; a > c if y; a > d else; a > n; b > e; c > e; d > e; n > e";
    for (given, taken) in [
        ("given x y", "+b open:b +c open:c +n open:n"),
        ("given y", "+c open:c +n open:n"),
        ("given", "+d open:d +n open:n"),
    ] {
        plays(model, &[(given, ""), ("start", &format!("+s -s +a -a {taken}"))]);
    }
}

#[test]
fn an_activity_without_a_true_condition_is_an_incident() {
    plays(
        "start s; task a; user b; end e; s > a; a > b if x; a > e if y; b > e",
        &[("start", "+s -s +a stuck:a:no-flow"), ("given x", ""), ("retry a", "-a +b open:b")],
    );
}

#[test]
fn several_incoming_flows_start_a_step_once_for_each_token() {
    plays(
        "start s; and f; task a; task b; user c; end e; s > f; f > a > c; f > b > c; c > e",
        &[
            ("start", "+s -s +f -f +a -a +b -b +c open:c +c open:c"),
            ("done c", "-c +e -e"),
            ("done c", "-c +e -e ended:completed:e"),
        ],
    );
}

#[test]
fn parallel_split_ignores_conditions_and_the_join_waits_for_all() {
    plays(
        "start s; and f; user a; user b; and j; end e
         s > f; f > a if x; f > b if broken; a > j; b > j; j > e",
        &[
            ("start", "+s -s +f -f +a open:a +b open:b"),
            ("done b", "-b"),
            ("retry j", "nobody"),
            ("done a", "-a +j -j +e -e ended:completed:e"),
        ],
    );
}

#[test]
fn a_join_takes_one_token_from_each_flow_and_keeps_the_surplus() {
    plays(
        "start s; and f; user a; user b; user c; user d; xor m; xor n; and j; user z; end e
         s > f; f > a > m; f > b > m; f > c > n; f > d > n; m > j; n > j; j > z > e",
        &[
            ("start", "+s -s +f -f +a open:a +b open:b +c open:c +d open:d"),
            ("done a", "-a +m -m"),
            ("done b", "-b +m -m"),
            ("done c", "-c +n -n +j -j +z open:z"),
            ("done z", "-z +e -e"),
            ("done d", "-d +n -n +j -j +z open:z"),
            ("done z", "-z +e -e ended:completed:e"),
        ],
    );
}

#[test]
fn a_join_that_can_never_fire_is_made_known() {
    plays(
        "start s; xor g; and f; user a; user b; and j; end e
         s > g; g > f if x; g > b else; f > a > j; f > b; b > j; j > e",
        &[
            ("start", "+s -s +g -g +b open:b"),
            ("done b", "-b stuck:j:deadlock"),
            ("retry j", "nobody"),
            ("cancel", "ended:cancelled:-"),
        ],
    );
}

#[test]
fn a_parallel_gateway_with_one_way_in_passes_each_token() {
    plays("start s; and f; user a; end e; s > f > a > e", &[("start", "+s -s +f -f +a open:a")]);
}

#[test]
fn terminate_takes_everything_with_it() {
    plays(
        "start s; and f; user a; service b; receive c papers; user d; terminate x; end e
         timer t on a after P1D; reminder r on c every R/P1D
         s > f; f > a > e; f > b > e; f > c > e; f > d > x; t > e; r > e",
        &[
            (
                "start",
                "+s -s +f -f +a open:a arm:t +b service:b +c subscribe:papers arm:r +d open:d",
            ),
            (
                "done d",
                "-d +x -x cancel:a disarm:t -a stop:b -b unsubscribe:papers disarm:r -c
                 ended:completed:x",
            ),
            ("done a", "nobody"),
            ("message papers", "nobody"),
        ],
    );
}

#[test]
fn tokens_not_yet_moved_vanish_when_the_case_is_terminated() {
    plays(
        "start s; and f; terminate x; task a; end e; s > f; f > x; f > a > e",
        &[("start", "+s -s +f -f +x -x ended:completed:x")],
    );
}

#[test]
fn an_interrupting_timer_ends_its_task() {
    plays(
        "start s; user a; user late; end e; timer t on a after P1D; reminder r on a after PT1H
         s > a > e; t > late > e; r > e",
        &[
            ("start", "+s -s +a open:a arm:t arm:r"),
            ("fire t", "cancel:a disarm:r -a +t -t +late open:late"),
            ("fire t", "nobody"),
            ("fire r", "nobody"),
            ("done a", "nobody"),
            ("done late", "-late +e -e ended:completed:e"),
        ],
    );
}

#[test]
fn a_non_interrupting_timer_adds_a_token_and_the_task_goes_on() {
    plays(
        "start s; user a; user boss; end e; reminder r on a after PT1H; s > a > e; r > boss > e",
        &[
            ("start", "+s -s +a open:a arm:r"),
            ("fire r", "+r -r +boss open:boss"),
            ("fire r", "nobody"),
            ("done a", "-a +e -e"),
            ("done boss", "-boss +e -e ended:completed:e"),
        ],
    );
}

#[test]
fn a_cycle_is_armed_again_until_its_count_is_used_up() {
    plays(
        "start s; user a; end e; reminder r on a every R2/P1D; s > a > e; r > e",
        &[
            ("start", "+s -s +a open:a arm:r"),
            ("fire r", "arm:r +r -r +e -e"),
            ("fire r", "+r -r +e -e"),
            ("fire r", "nobody"),
            ("done a", "-a +e -e ended:completed:e"),
        ],
    );
    let mut play =
        Play::of("start s; user a; end e; reminder r on a every R/P1D; s > a > e; r > e");
    play.does("start");
    for _ in 0..50 {
        assert_eq!(play.does("fire r"), "arm:r +r -r +e -e");
    }
    assert_eq!(play.does("done a"), "disarm:r -a +e -e ended:completed:e");
}

#[test]
fn timers_hang_on_services_and_receivers_too() {
    plays(
        "start s; service a; receive b papers; end e; timer t on a after P1D; timer u on b after P1D
         s > a > b > e; t > b; u > e",
        &[
            ("start", "+s -s +a service:a arm:t"),
            ("fire t", "stop:a -a +t -t +b subscribe:papers arm:u"),
            ("job a", "nobody"),
            ("fire u", "unsubscribe:papers -b +u -u +e -e ended:completed:e"),
        ],
    );
}

#[test]
fn a_loop_without_a_wait_ends_in_an_incident_and_loses_no_token() {
    let mut play =
        Play::of("start s; user u; xor g; task a; end e; s > u > g; g > a if x; g > e else; a > g");
    play.does("given x");
    play.does("start");
    let runs = play.does("done u");
    assert!(runs.ends_with(":runaway"), "{runs}");
    assert_eq!(runs.matches('+').count(), 10_000);
    assert_eq!(play.position.waits().map(|wait| wait.on).collect::<Vec<_>>(), [WaitsFor::Repair]);
    play.does("given");
    let stuck = play.position.steps().remove(0);
    let after = play.does(&format!("retry {stuck}"));
    assert!(after.ends_with("+e -e ended:completed:e"), "{after}");
}

#[test]
fn a_timer_of_another_token_or_another_node_does_nothing() {
    let mut play = Play::of(
        "start s; and f; user a; user b; end e; timer t on a after P1D; timer u on b after P1D
         s > f; f > a > e; f > b > e; t > e; u > e",
    );
    play.does("start");
    let tokens: Vec<u64> = play.position.waits().map(|wait| wait.token).collect();
    for (token, node) in [(tokens[0], "u"), (tokens[1], "t"), (99, "t"), (tokens[0], "a")] {
        let trigger = Trigger::Timer { token, node: node.to_owned() };
        assert!(play.sends(&trigger).is_err(), "{token} {node}");
    }
}

#[test]
fn steps_name_each_waiting_node_once() {
    let mut play = Play::of(
        "start s; and f; user a; and j; task b; end e; s > f; f > a > j; f > b > a; f > j; j > e",
    );
    play.does("start");
    assert_eq!(play.position.steps(), ["a"]);
    assert_eq!(play.position.waits().count(), 2);
    assert_eq!(play.position.resting().count(), 3);
    assert_eq!(play.position.ended(), None);
}
