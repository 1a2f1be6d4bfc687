//! Sub-processes, called processes, event sub-processes, errors and escalations that leave a scope
//! (13.3.4, 13.5.4).

use super::play::plays;

const SUB: &str = "start s; sub x; user z; end e; s > x > z > e
     start i in x; user a in x; end j in x; i > a > j";

#[test]
fn a_sub_process_runs_and_then_the_process_goes_on() {
    plays(
        SUB,
        &[
            ("start", "+s -s +x +i -i +a open:a"),
            ("done x", "nobody"),
            ("done a", "-a +j -j -x +z open:z"),
            ("done z", "-z +e -e ended:completed:e"),
        ],
    );
}

#[test]
fn a_sub_process_is_over_when_nothing_is_left_inside() {
    plays(
        "start s; sub x; end e; s > x > e; start i in x; user a in x; user b in x; i > a; i > b",
        &[
            ("start", "+s -s +x +i -i +a open:a +b open:b"),
            ("done b", "-b"),
            ("done a", "-a -x +e -e ended:completed:e"),
        ],
    );
    plays(
        "start s; sub x; end e; s > x > e; start i in x; end j in x; i > j",
        &[("start", "+s -s +x +i -i +j -j -x +e -e ended:completed:e")],
    );
}

#[test]
fn an_event_on_the_border_ends_all_that_is_inside() {
    plays(
        "start s; sub x; end e; end l; timer t on x after P1D; s > x > e; t > l
         start i in x; user a in x; sub y in x; end j in x; i > a > j; i > y > j
         start k in y; receive r m in y; timer u on r after P2D in y; end l2 in y; k > r > l2; u > l2",
        &[
            ("start", "+s -s +x arm:t +i -i +a open:a +y +k -k +r subscribe:m arm:u"),
            ("fire t", "cancel:a -a unsubscribe:m disarm:u -r -y -x +t -t +l -l ended:completed:l"),
            ("fire u", "nobody"),
        ],
    );
}

#[test]
fn terminate_ends_its_own_scope_only() {
    plays(
        "start s; sub x; user z; end e; s > x > z > e
         start i in x; user a in x; user b in x; terminate t in x; i > a > t; i > b > t",
        &[
            ("start", "+s -s +x +i -i +a open:a +b open:b"),
            ("done b", "-b +t -t cancel:a -a -x +z open:z"),
            ("done z", "-z +e -e ended:completed:e"),
        ],
    );
}

#[test]
fn an_error_leaves_scopes_until_it_is_caught() {
    let model = "start s; sub x; end e; end f; border b on x error E; border c on x error; s > x > e; b > f; c > e
         start i in x; user o in x; sub y in x; end j in x; i > o > j; i > y > j
         start k in y; xor g in y; raise r error E in y; raise q error F in y; k > g; g > r if p; g > q else";
    plays(
        model,
        &[
            ("given p", ""),
            (
                "start",
                "+s -s +x +i -i +o open:o +y +k -k +g -g +r -r cancel:o -o -y -x +b -b +f -f ended:completed:f",
            ),
        ],
    );
    plays(
        model,
        &[(
            "start",
            "+s -s +x +i -i +o open:o +y +k -k +g -g +q -q cancel:o -o -y -x +c -c +e -e ended:completed:e",
        )],
    );
}

#[test]
fn an_escalation_is_told_outside_and_the_work_goes_on() {
    plays(
        "start s; sub x; end e; user u; end f; aside b on x escalation L; s > x > e; b > u > f
         start i in x; throw t escalation L in x; user a in x; raise j escalation L in x; i > t > a > j",
        &[
            ("start", "+s -s +x +i -i +t -t +b -b +a open:a +u open:u"),
            ("done a", "-a +j -j -x +b -b +e -e +u open:u"),
        ],
    );
    // One that nobody waits for is nothing.
    plays(
        "start s; throw t escalation L; end e; s > t > e",
        &[("start", "+s -s +t -t +e -e ended:completed:e")],
    );
}

#[test]
fn an_escalation_that_interrupts_goes_no_further() {
    plays(
        "start s; sub x; end e; end f; border b on x escalation L; s > x > e; b > f
         start i in x; throw t escalation L in x; user a in x; end j in x; i > t > a > j",
        &[("start", "+s -s +x +i -i +t -t -x +b -b +f -f ended:completed:f")],
    );
}

const WITHDRAW: &str = "start s; user a; user b; end e; s > a > b > e
     handler h; begin w message withdraw in h; user c in h; end v in h; w > c > v";

#[test]
fn a_message_ends_the_process_at_any_time() {
    plays(
        WITHDRAW,
        &[
            ("start", "+s subscribe:withdraw -s +a open:a"),
            ("done a", "-a +b open:b"),
            ("message withdraw", "cancel:b -b unsubscribe:withdraw +h +w -w +c open:c"),
            ("message withdraw", "nobody"),
            ("done c", "-c +v -v -h ended:completed:v"),
        ],
    );
    plays(
        WITHDRAW,
        &[
            ("start", "+s subscribe:withdraw -s +a open:a"),
            ("done a", "-a +b open:b"),
            ("done b", "-b +e -e unsubscribe:withdraw ended:completed:e"),
            ("message withdraw", "nobody"),
        ],
    );
    plays(
        WITHDRAW,
        &[
            ("start", "+s subscribe:withdraw -s +a open:a"),
            ("cancel", "cancel:a -a unsubscribe:withdraw ended:cancelled:-"),
        ],
    );
}

#[test]
fn an_event_sub_process_may_run_beside_again_and_again() {
    plays(
        "start s; user a; end e; s > a > e; handler h; beside w every R2/P1D in h; send n in h; end v in h; w > n > v",
        &[
            ("start", "+s arm:w -s +a open:a"),
            ("fire w", "arm:w +h +w -w +n send:n -n +v -v -h"),
            ("fire w", "+h +w -w +n send:n -n +v -v -h"),
            ("fire w", "nobody"),
            ("done a", "-a +e -e ended:completed:e"),
        ],
    );
    // The process is not over before what runs beside it is.
    plays(
        "start s; user a; end e; s > a > e; handler h; beside w message m in h; user b in h; end v in h; w > b > v",
        &[
            ("start", "+s subscribe:m -s +a open:a"),
            ("message m", "+h +w -w +b open:b"),
            ("done a", "-a +e -e"),
            ("done b", "-b +v -v -h unsubscribe:m ended:completed:v"),
        ],
    );
}

#[test]
fn an_event_sub_process_catches_errors_of_its_scope_before_the_border_does() {
    plays(
        "start s; sub x; end e; end f; border b on x error E; s > x > e; b > f
         start i in x; raise r error E in x; user o in x; i > r; i > o
         handler h in x; begin w error E in h; user c in h; end v in h; w > c > v",
        &[
            ("start", "+s -s +x +i -i +r -r +h +w -w +c open:c"),
            ("done c", "-c +v -v -h -x +e -e ended:completed:e"),
        ],
    );
}

#[test]
fn an_error_in_an_event_sub_process_is_not_caught_by_itself() {
    plays(
        "start s; sub x; end e; end f; border b on x error E; s > x > e; b > f
         start i in x; raise r error E in x; i > r
         handler h in x; begin w error E in h; raise q error E in h; w > q",
        &[("start", "+s -s +x +i -i +r -r +h +w -w +q -q -h -x +b -b +f -f ended:completed:f")],
    );
}

const CALL: &str =
    "start s; call c q in:sum=amount out:total=sum; user z; end e; s > c > z > e; process q
     start i in q; user a in q; script b sum sum+1 in q; end j in q; i > a > b > j";

#[test]
fn a_called_process_runs_in_the_case_with_what_it_was_handed() {
    plays(
        CALL,
        &[
            ("start", "+s -s stuck:c:expression"),
            ("given amount=4", ""),
            ("retry c", "+c +i -i +a open:a"),
            ("done a", "-a +b -b +j -j total:=5 -c +z open:z"),
        ],
    );
}

#[test]
fn what_a_call_hands_out_can_be_asked_again() {
    plays(
        "start s; call c q out:total=sum; end e; s > c > e; process q; start i in q; end j in q; i > j",
        &[
            ("start", "+s -s +c +i -i +j -j stuck:c:expression"),
            ("retry c", "stuck:c:expression"),
            ("given sum=9", ""),
            ("retry c", "total:=9 -c +e -e ended:completed:e"),
        ],
    );
}

#[test]
fn one_process_may_be_called_from_two_places_at_once() {
    plays(
        "start s; and f; call c q; call d q; and j; end e; process q; start i in q; user a in q; i > a
         s > f; f > c > j; f > d > j; j > e",
        &[
            ("start", "+s -s +f -f +c +d +i -i +i -i +a open:a +a open:a"),
            ("done a", "-a -c"),
            ("done a", "-a -d +j -j +e -e ended:completed:e"),
        ],
    );
}

#[test]
fn joins_inside_do_not_see_tokens_outside() {
    plays(
        "start s; and f; sub x; user o; and k; end e; s > f; f > x > k; f > o > k; k > e
         start i in x; or g in x; user a in x; user b in x; or j in x; end v in x
         i > g; g > a if p; g > b if q; a > j; b > j; j > v",
        &[
            ("given p", ""),
            ("start", "+s -s +f -f +x +o open:o +i -i +g -g +a open:a"),
            ("done a", "-a +j -j +v -v -x"),
            ("done o", "-o +k -k +e -e ended:completed:e"),
        ],
    );
}
