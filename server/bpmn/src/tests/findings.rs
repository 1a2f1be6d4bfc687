//! The checks before publishing that look at scopes, events and inclusive joins.

use super::checks::{findings, table};

#[test]
fn scopes_are_looked_at_each_by_itself() {
    table(&[
        (
            "start s; sub x; end e; s > x > e; start i in x; user a in x; user b in x; end j in x; i > a > j; b > j",
            false,
            &["unreachable@b"],
        ),
        (
            "start s; sub x; end e; s > x > e
             start i in x; xor g in x; user a in x; user b in x; and j in x; end k in x
             i > g; g > a if p; g > b else; a > j; b > j; j > k",
            false,
            &["deadlock@j"],
        ),
        (
            "start s; user a; end e; s > a > e; handler h; begin w message m in h; xor n in h; user b in h; w > n > b > n",
            false,
            &["no-way-out@b", "no-way-out@n", "no-way-out@w"],
        ),
        // The border is the only way out of a sub-process that never ends well.
        (
            "start s; sub x; end e; end f; border b on x error E; s > x > e; b > f
             start i in x; raise r error E in x; i > r",
            true,
            &[],
        ),
        (
            "start s; call c q; end e; s > c > e; process q; start i in q; user a in q; i > a",
            true,
            &["implicit-end@a"],
        ),
    ]);
}

#[test]
fn what_is_never_thrown_is_pointed_out() {
    table(&[
        (
            "start s; sub x; end e; end f; border b on x error E; s > x > e; b > f
             start i in x; user a in x; raise r error F in x; i > a > r",
            true,
            &["never-thrown@b"],
        ),
        (
            "start s; sub x; end e; end f; aside b on x escalation; s > x > e; b > f
             start i in x; sub y in x; end k in x; i > y > k; start j in y; raise r escalation L in y; j > r",
            true,
            &[],
        ),
        ("start s; user a; end e; end f; border b on a escalation L; s > a > e; b > f", true, &["never-thrown@b"]),
        ("start s; service a; end e; end f; border b on a error; s > a > e; b > f", true, &[]),
    ]);
}

#[test]
fn only_what_waits_may_follow_an_event_gateway() {
    table(&[
        (
            "start s; first g; await t after P1D; user a; end e; end f; s > g; g > t > e; g > a > f",
            false,
            &["event-gateway-target@a"],
        ),
        (
            "start s; first g; await t after P1D; xor x; receive r m; end e; end f; timer u on r after P2D
             s > g; g > t > e; g > r > f; u > f; x > e; s > x",
            false,
            &["event-gateway-target@r"],
        ),
        (
            "start s; first g; await t after P1D; receive r m clock=stops; end e; end f; s > g; g > t > e; g > r > f",
            true,
            &[],
        ),
        (
            "start s; first g; await t message n; receive r m clock=stops; end e; end f; s > g; g > t > e; g > r > f",
            false,
            &["wait-without-deadline@r"],
        ),
    ]);
}

#[test]
fn a_deadline_around_the_wait_is_one() {
    let model = |timer: &str| {
        format!(
            "start s; sub x; end e; end l; s > x > e; start i in x; receive r m clock=stops in x; i > r
             {timer} on x after P9D; t > l"
        )
    };
    let deadline = |text: &str| findings(text).1.contains(&"wait-without-deadline@r".to_owned());
    assert!(!deadline(&model("timer t")));
    assert!(deadline(&model("reminder t")));
    let beside = "start s; receive r m clock=stops; s > r; handler h; begin w after P9D in h; end v in h; w > v";
    assert!(!deadline(beside));
}

#[test]
fn inclusive_joins_that_may_wait_for_each_other_are_refused() {
    table(&[
        // Each of the joins waits for what comes through the other.
        (
            "start s; and f; user a; user b; or j; or k; and x; and y; end e; end u
             s > f; f > a > j; f > b > k; j > x; x > k; x > e; k > y; y > j; y > u",
            false,
            &["or-join-cycle@k"],
        ),
        // Two blocks one after the other in a loop never do.
        (
            "start s; xor m; or g; user a; user b; or j; or h; user c; user d; or k; xor q; end e
             s > m > g; g > a if x; g > b else; a > j; b > j; j > h; h > c if x; h > d else; c > k; d > k
             k > q; q > m if x; q > e else",
            true,
            &[],
        ),
        // A join that closes two splits is allowed, and pointed out.
        (
            "start s; and f; or g; user a; user b; user c; or j; end e; end o; s > f; f > g; f > c > j
             g > a if x; g > b else; a > j; b > o; j > e",
            true,
            &["unmatched-inclusive@j"],
        ),
    ]);
}
