//! A case goes on with another version of its process.

use super::play::Play;
use crate::{Misfit, Why};

const TIMER: &str = "start s; user a; timer t on a after P1D; end e; end l; s > a > e; t > l";
const MESSAGE: &str = "start s; user a; border t on a message m; end e; end l; s > a > e; t > l";

fn waiting(model: &str) -> Play {
    let mut play = Play::of(model);
    play.does("start");
    play
}

#[test]
fn an_event_that_keeps_its_id_and_not_its_kind_is_listened_for_anew() {
    for (was, is, heard, command) in [
        (TIMER, MESSAGE, "disarm:t subscribe:m", "message m"),
        (MESSAGE, TIMER, "unsubscribe:m arm:t", "fire t"),
    ] {
        let mut play = waiting(was);
        assert_eq!(play.goes_on(is).unwrap(), heard, "{was} to {is}");
        assert_ne!(play.does(command), "nobody", "{was} to {is}");
    }
}

#[test]
fn what_is_the_same_is_left_alone() {
    for model in [TIMER, MESSAGE] {
        assert_eq!(waiting(model).goes_on(model).unwrap(), "", "{model}");
    }
}

#[test]
fn a_time_that_cannot_be_told_is_told_by_the_node_of_the_old_version() {
    let plain = "start s; user a; end e; s > a > e";
    let asking = "start s; user a; timer t on a after (limit); end e; end l; s > a > e; t > l";
    let mut play = waiting(plain);
    let told = play.goes_on(asking).unwrap_err();
    assert_eq!(told, [Misfit { node: "a".into(), why: Why::Timer }]);
}
