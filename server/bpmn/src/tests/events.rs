//! Intermediate events, boundary events and the event gateway (13.4.4, 13.5), a model for each rule.

use super::play::plays;

#[test]
fn a_timer_in_the_middle_waits_and_goes_on() {
    plays(
        "start s; await c after PT5M; end e; s > c > e",
        &[
            ("start", "+s -s +c arm:c"),
            ("done c", "nobody"),
            ("fire c", "-c +e -e ended:completed:e"),
            ("fire c", "nobody"),
        ],
    );
}

#[test]
fn a_repetition_in_the_middle_fires_once() {
    plays(
        "start s; await c every R3/P1D; end e; s > c > e",
        &[("start", "+s -s +c arm:c"), ("fire c", "-c +e -e ended:completed:e")],
    );
}

#[test]
fn a_message_in_the_middle_waits_and_goes_on() {
    plays(
        "start s; await c message m; end e; s > c > e",
        &[
            ("start", "+s -s +c subscribe:m"),
            ("message n", "nobody"),
            ("message m", "unsubscribe:m -c +e -e ended:completed:e"),
            ("message m", "nobody"),
        ],
    );
    plays(
        "start s; await c message m; end e; s > c > e",
        &[("start", "+s -s +c subscribe:m"), ("cancel", "unsubscribe:m -c ended:cancelled:-")],
    );
}

#[test]
fn a_thrown_message_is_sent_and_nothing_waits() {
    plays(
        "start s; throw t message m; pass q; raise e message n; s > t > q > e",
        &[("start", "+s -s +t send:t -t +q -q +e send:e -e ended:completed:e")],
    );
}

#[test]
fn a_send_task_may_wait_until_it_was_delivered() {
    plays(
        "start s; send n wait=delivered; end e; timer t on n after P1D; end l; s > n > e; t > l",
        &[("start", "+s -s +n send:n arm:t"), ("job n", "disarm:t -n +e -e ended:completed:e")],
    );
    plays(
        "start s; send n wait=delivered; end e; timer t on n after P1D; end l; s > n > e; t > l",
        &[
            ("start", "+s -s +n send:n arm:t"),
            ("fire t", "stop:n -n +t -t +l -l ended:completed:l"),
        ],
    );
}

const FIRST: &str = "start s; first g; await t after P10D; await m message papers; receive r fax
     end a; end b; end c; s > g; g > t > a; g > m > b; g > r > c";

#[test]
fn the_first_event_wins_and_the_others_are_taken_off() {
    let start = ("start", "+s -s +g arm:t subscribe:papers subscribe:fax");
    plays(
        FIRST,
        &[
            start,
            (
                "message papers",
                "disarm:t unsubscribe:papers unsubscribe:fax -g +m -m +b -b ended:completed:b",
            ),
            ("fire t", "nobody"),
        ],
    );
    plays(
        FIRST,
        &[
            start,
            (
                "message fax",
                "disarm:t unsubscribe:papers unsubscribe:fax -g +r -r +c -c ended:completed:c",
            ),
        ],
    );
    plays(
        FIRST,
        &[
            start,
            ("fire t", "unsubscribe:papers unsubscribe:fax -g +t -t +a -a ended:completed:a"),
            ("message papers", "nobody"),
        ],
    );
}

#[test]
fn a_message_on_a_border_interrupts_or_does_not() {
    plays(
        "start s; user a; border b on a message stop; end e; end f; s > a > e; b > f",
        &[
            ("start", "+s -s +a open:a subscribe:stop"),
            ("message stop", "cancel:a unsubscribe:stop -a +b -b +f -f ended:completed:f"),
        ],
    );
    plays(
        "start s; user a; aside b on a message note; send n; end e; end f; s > a > e; b > n > f",
        &[
            ("start", "+s -s +a open:a subscribe:note"),
            ("message note", "+b -b +n send:n -n +f -f"),
            ("message note", "+b -b +n send:n -n +f -f"),
            ("done a", "unsubscribe:note -a +e -e ended:completed:e"),
        ],
    );
}

#[test]
fn who_waits_for_nothing_else_is_served_before_borders() {
    plays(
        "start s; and f; user a; aside b on a message m; receive r m; end e; s > f; f > a > e; f > r > e; b > e",
        &[
            ("start", "+s -s +f -f +a open:a subscribe:m +r subscribe:m"),
            ("message m", "unsubscribe:m -r +e -e"),
            ("message m", "+b -b +e -e"),
        ],
    );
}

#[test]
fn a_task_that_fails_is_caught_by_its_code_first() {
    let model =
        "start s; service a; border x on a error; border y on a error E; end e; end f; end g
         s > a > e; x > f; y > g";
    plays(
        model,
        &[("start", "+s -s +a service:a"), ("fail a E", "stop:a -a +y -y +g -g ended:completed:g")],
    );
    plays(
        model,
        &[("start", "+s -s +a service:a"), ("fail a F", "stop:a -a +x -x +f -f ended:completed:f")],
    );
}

#[test]
fn an_error_that_nobody_catches_fails_the_case() {
    plays(
        "start s; and f; user a; service b; end e; s > f; f > a > e; f > b > e",
        &[
            ("start", "+s -s +f -f +a open:a +b service:b"),
            ("fail b E", "cancel:a -a stop:b -b stuck:b:uncaught-error ended:failed:b"),
            ("done a", "nobody"),
        ],
    );
    plays(
        "start s; raise e error E; s > e",
        &[("start", "+s -s +e -e stuck:e:uncaught-error ended:failed:e")],
    );
}

#[test]
fn the_time_of_a_timer_may_be_asked_of_the_data() {
    plays(
        "start s; user a; timer t on a after (limit); end e; end l; s > a > e; t > l",
        &[
            ("start", "+s -s stuck:a:timer"),
            ("given (limit)=P3", ""),
            ("retry a", "stuck:a:timer"),
            ("given (limit)=P3D", ""),
            ("retry a", "+a open:a arm:t"),
            ("fire t", "cancel:a -a +t -t +l -l ended:completed:l"),
        ],
    );
}

#[test]
fn a_link_is_a_flow_that_is_not_drawn() {
    plays(
        "start s; xor g; user a; goto x there; goto y there; label z there; end e
         s > g; g > a if p; g > x else; a > y; z > e",
        &[("start", "+s -s +g -g +x -x +z -z +e -e ended:completed:e")],
    );
    plays(
        "start s; xor g; user a; goto x there; goto y there; label z there; end e
         s > g; g > a if p; g > x else; a > y; z > e",
        &[
            ("given p", ""),
            ("start", "+s -s +g -g +a open:a"),
            ("done a", "-a +y -y +z -z +e -e ended:completed:e"),
        ],
    );
}

#[test]
fn scripts_and_decisions_write_what_later_conditions_ask() {
    let model = "start s; script a n k+1; rule d rates rate; xor g; end e; end f
         s > a > d > g; g > e if n=3; g > f else";
    plays(
        model,
        &[
            ("given k=2 rates=7", ""),
            ("start", "+s -s +a n:=3 -a +d rate:=7 -d +g -g +e -e ended:completed:e"),
        ],
    );
    plays(
        model,
        &[
            ("start", "+s -s stuck:a:expression"),
            ("given k=5", ""),
            ("retry a", "+a n:=6 -a stuck:d:decision"),
            ("given rates=1 n=6", ""),
            ("retry d", "+d rate:=1 -d +g -g +f -f ended:completed:f"),
        ],
    );
}
