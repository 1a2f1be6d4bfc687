//! Activities that are done several times (13.3.7).

use super::play::plays;

#[test]
fn all_are_asked_at_once_and_the_process_goes_on_after_the_last() {
    plays(
        "start s; user a times=3; end e; s > a > e",
        &[
            ("start", "+s -s +a open:a +a open:a +a open:a"),
            ("done a", "-a"),
            ("done a", "-a"),
            ("done a", "-a +e -e ended:completed:e"),
            ("done a", "nobody"),
        ],
    );
}

#[test]
fn one_after_the_other() {
    plays(
        "start s; user a times=2 order=seq; end e; s > a > e",
        &[
            ("start", "+s -s +a open:a"),
            ("done a", "-a +a open:a"),
            ("done a", "-a +e -e ended:completed:e"),
        ],
    );
}

#[test]
fn nothing_to_do_is_done_at_once() {
    plays(
        "start s; user a each=units gather=all:vote; end e; s > a > e",
        &[("given units=[]", ""), ("start", "+s -s all:=[] +e -e ended:completed:e")],
    );
}

#[test]
fn how_often_is_asked_once_and_must_be_a_number_or_a_list() {
    for (given, model) in [
        ("given n=-1", "times=n"),
        ("given n=201", "times=n"),
        ("given n=1.5", "times=n"),
        ("given n=[1]", "times=n"),
        ("given n=3", "each=n"),
        ("given", "each=n"),
    ] {
        let model = format!("start s; user a {model}; end e; s > a > e");
        plays(&model, &[(given, ""), ("start", "+s -s stuck:a:expression")]);
    }
    plays(
        "start s; user a times=n; end e; s > a > e",
        &[
            ("given n=2", ""),
            ("start", "+s -s +a open:a +a open:a"),
            ("given n=9", ""),
            ("done a", "-a"),
            ("done a", "-a +e -e ended:completed:e"),
        ],
    );
}

#[test]
fn results_are_gathered_in_the_order_of_the_items() {
    let mut play = super::play::Play::of(
        "start s; user a each=units item=unit gather=all:unit; end e; s > a > e",
    );
    play.does("given units=[\"b\",\"a\",\"c\"]");
    play.does("start");
    let tokens: Vec<u64> = play.position.waits().map(|wait| wait.token).collect();
    for at in [2, 0] {
        play.sends(&crate::Trigger::Complete { token: tokens[at] }).unwrap();
    }
    assert_eq!(play.does("done a"), r#"-a all:=["b","a","c"] +e -e ended:completed:e"#);
}

#[test]
fn enough_is_enough_and_the_others_are_cancelled() {
    plays(
        "start s; user a times=3 until=numberOfCompletedInstances>=2; end e; s > a > e",
        &[
            ("start", "+s -s +a open:a +a open:a +a open:a"),
            ("done a", "-a"),
            ("done a", "-a cancel:a -a +e -e ended:completed:e"),
        ],
    );
    plays(
        "start s; user a times=5 order=seq until=loopCounter>=2; end e; s > a > e",
        &[
            ("start", "+s -s +a open:a"),
            ("done a", "-a +a open:a"),
            ("done a", "-a +e -e ended:completed:e"),
        ],
    );
}

#[test]
fn a_condition_that_cannot_be_decided_keeps_its_instance() {
    plays(
        "start s; user a times=2 until=broken; end e; s > a > e",
        &[
            ("start", "+s -s +a open:a +a open:a"),
            ("done a", "stuck:a:expression"),
            ("retry a", "stuck:a:expression"),
            ("cancel", "-a cancel:a -a ended:cancelled:-"),
        ],
    );
}

#[test]
fn the_border_belongs_to_all_instances_together() {
    plays(
        "start s; user a times=2; end e; end l; timer t on a after P15D; reminder r on a every R/P5D; send n; end m
         s > a > e; t > l; r > n > m",
        &[
            ("start", "+s -s arm:t arm:r +a open:a +a open:a"),
            ("fire r", "arm:r +r -r +n send:n -n +m -m"),
            ("done a", "-a"),
            ("fire t", "cancel:a -a disarm:r +t -t +l -l ended:completed:l"),
        ],
    );
}

#[test]
fn an_error_of_one_instance_ends_them_all() {
    plays(
        "start s; sub x times=2; end e; end f; border b on x error E; s > x > e; b > f
         start i in x; user a in x; xor g in x; raise r error E in x; end j in x; i > a > g; g > r if p; g > j else",
        &[
            ("start", "+s -s +x +x +i -i +i -i +a open:a +a open:a"),
            ("done a", "-a +g -g +j -j -x"),
            ("given p", ""),
            ("done a", "-a +g -g +r -r -x +b -b +f -f ended:completed:f"),
        ],
    );
}

#[test]
fn sub_processes_and_calls_are_repeated_too() {
    plays(
        "start s; call c q each=units item=unit in:mine=unit order=seq; end e; s > c > e
         process q; start i in q; script b last mine in q; user a in q; i > b > a",
        &[
            ("given units=[7,8]", ""),
            ("start", "+s -s +c +i -i +b last:=7 -b +a open:a"),
            ("done a", "-a -c +c +i -i +b last:=8 -b +a open:a"),
            ("done a", "-a -c +e -e ended:completed:e"),
        ],
    );
}

#[test]
fn tasks_without_a_wait_are_repeated_too() {
    plays(
        "start s; send n times=3; task t times=2 order=seq; end e; s > n > t > e",
        &[(
            "start",
            "+s -s +n send:n -n +n send:n -n +n send:n -n +t -t +t -t +e -e ended:completed:e",
        )],
    );
}

#[test]
fn a_unit_can_be_added_and_taken_out_meanwhile() {
    plays(
        "start s; user a each=units item=unit gather=all:unit; end e; s > a > e",
        &[
            ("given units=[1]", ""),
            ("start", "+s -s +a open:a"),
            ("add a two", "+a open:a"),
            ("add a three", "+a open:a"),
            ("remove a", "cancel:a -a"),
            ("done a", "-a"),
            ("done a", r#"-a all:=[null,"two","three"] +e -e ended:completed:e"#),
            ("add a four", "nobody"),
        ],
    );
    plays(
        "start s; user a times=2 order=seq; end e; s > a > e",
        &[
            ("start", "+s -s +a open:a"),
            ("remove a", "cancel:a -a +a open:a"),
            ("remove a", "cancel:a -a +e -e ended:completed:e"),
        ],
    );
}
