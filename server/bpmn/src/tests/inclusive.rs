//! The inclusive gateway (13.4.3).

use super::play::plays;

const BLOCK: &str = "start s; or g; user a; user b; user c; or j; end e
     s > g; g > a if x; g > b if y; g > c else; a > j; b > j; c > j; j > e";

#[test]
fn the_split_takes_every_true_way_and_the_default_only_without() {
    for (given, opened) in
        [("given x", "+a open:a"), ("given x y", "+a open:a +b open:b"), ("given", "+c open:c")]
    {
        plays(BLOCK, &[(given, ""), ("start", &format!("+s -s +g -g {opened}"))]);
    }
    plays(
        "start s; or g; end e; end f; s > g; g > e if x; g > f if y",
        &[("start", "+s -s +g stuck:g:no-flow")],
    );
}

#[test]
fn the_join_waits_for_those_that_can_come_and_no_others() {
    plays(
        BLOCK,
        &[
            ("given x y", ""),
            ("start", "+s -s +g -g +a open:a +b open:b"),
            ("done b", "-b"),
            ("done a", "-a +j -j +e -e ended:completed:e"),
        ],
    );
    plays(
        BLOCK,
        &[
            ("given y", ""),
            ("start", "+s -s +g -g +b open:b"),
            ("done b", "-b +j -j +e -e ended:completed:e"),
        ],
    );
}

#[test]
fn the_join_is_asked_again_when_a_token_goes_another_way() {
    let model = "start s; and g; user a; user b; xor h; or j; end e; end f; timer t on b after P1D
         s > g; g > a > j; g > b > h; h > j if x; h > f else; j > e; t > f";
    plays(
        model,
        &[
            ("start", "+s -s +g -g +a open:a +b open:b arm:t"),
            ("done a", "-a"),
            ("done b", "disarm:t -b +h -h +f -f +j -j +e -e ended:completed:e"),
        ],
    );
    // Or is taken away by a timer.
    plays(
        model,
        &[
            ("start", "+s -s +g -g +a open:a +b open:b arm:t"),
            ("done a", "-a"),
            ("fire t", "cancel:b -b +t -t +f -f +j -j +e -e ended:completed:e"),
        ],
    );
}

#[test]
fn the_join_is_asked_again_when_an_error_takes_a_token_away() {
    plays(
        "start s; and g; user a; service b; or j; end e; end f; border x on b error
         s > g; g > a > j; g > b > j; j > e; x > f",
        &[
            ("start", "+s -s +g -g +a open:a +b service:b"),
            ("done a", "-a"),
            ("fail b E", "stop:b -b +x -x +f -f +j -j +e -e ended:completed:e"),
        ],
    );
}

#[test]
fn one_flow_taken_twice_makes_the_join_fire_twice() {
    plays(
        "start s; and g; user a; user b; xor m; or j; user z; end e
         s > g; g > a > m; g > b > m; m > j > z > e; g > j",
        &[
            ("start", "+s -s +g -g +a open:a +b open:b"),
            ("done a", "-a +m -m +j -j +z open:z"),
            ("done b", "-b +m -m +j -j +z open:z"),
            ("done z", "-z +e -e"),
            ("done z", "-z +e -e ended:completed:e"),
        ],
    );
}

#[test]
fn a_token_that_can_also_come_to_a_filled_flow_does_not_block() {
    // From b one comes to both flows of the join; a has arrived on one of them.
    plays(
        "start s; and g; user a; user b; xor h; xor m; or j; user z; end e
         s > g; g > a > m; g > b > h; h > m if x; h > j else; m > j; j > z > e",
        &[
            ("start", "+s -s +g -g +a open:a +b open:b"),
            ("done a", "-a +m -m +j -j +z open:z"),
            ("done b", "-b +h -h +j -j +z open:z"),
        ],
    );
}

#[test]
fn a_loop_back_to_the_split_does_not_hold_the_join() {
    plays(
        "start s; xor m; or g; user a; user b; or j; xor d; end e
         s > m > g; g > a if x; g > b if y; a > j; b > j; j > d; d > m if again; d > e else",
        &[
            ("given x y again", ""),
            ("start", "+s -s +m -m +g -g +a open:a +b open:b"),
            ("done a", "-a"),
            ("done b", "-b +j -j +d -d +m -m +g -g +a open:a +b open:b"),
            ("given x", ""),
            ("done a", "-a"),
            ("done b", "-b +j -j +d -d +e -e ended:completed:e"),
        ],
    );
}
