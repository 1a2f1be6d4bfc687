//! What holds whatever happens in whatever order: random commands on models with everything in them.

use std::collections::BTreeMap;

use serde_json::json;

use crate::position::Rest;
use crate::{Definition, Effect, Position, Trigger, WaitsFor};

use super::play::Play;

const MODELS: [&str; 6] = [
    "start s; sub x; user z; or g; user o; or j; end e; end l; timer t on x after P1D; aside n on x escalation L
     s > g; g > x if x; g > o if y; g > z else; x > j; o > j; z > j; j > e; t > j; n > l
     start i in x; user a times=3 until=y in x; throw w escalation L in x; raise r error E in x; xor c in x
     handler h in x; begin q error E in h; user b in h; end v in h; q > b > v; i > a > w > c; c > r if z; end k in x; c > k else
     handler y; begin m message one in y; call u p2 in y; m > u; process p2; start f in p2; service d in p2; f > d",
    "start s; and f; user a times=2 order=seq; sub x times=2; or j; end e; s > f; f > a > j; f > x > j; j > e
     border b on x error; b > e; start i in x; first g in x; await m message one in x; await t after P1D in x
     raise r error E in x; end k in x; i > g; g > m > k; g > t > r; handler h; beside w every R/P1D in h; send n in h; w > n",
    "start s; user register; xor back; and f; user a; service b; receive c papers; and j; xor g; end e
     timer t on a after P1D; reminder r on c every R3/P1D; send n; end told; terminate x
     reminder q on b after PT1H; user boss
     s > register > back > f; f > a > j; f > b > j; f > c > j; j > g; g > back if x; g > e else
     t > x; r > n > told; q > boss; boss > told if y; boss > x if z",
    "start s; user a; user b; user c; and j; end e; xor m; reminder r on a every R/P1D
     s > a; a > b if x; a > c if y; a > j else; b > m; c > m; m > e; r > j; j > e",
    "start s; and f; user a; user b; user c; xor m; and j; user d; xor g; end e
     s > f; f > a > m; f > b > m; f > c > j; m > j; j > d > g; g > e if broken; g > m if x; g > e else",
    "start s; receive a one; receive b one; and f; terminate x; timer t on a after P1D; service c; end e
     timer u on c after P1D; s > f; f > a > x; f > b > c > e; t > c; u > b",
];

/// A small generator of one's own, so that a failure can be played again from its seed.
struct Dice(u64);

impl Dice {
    fn throw(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(sides).unwrap()).unwrap()
    }
}

/// What is open, counted from the effects alone.
#[derive(Default)]
struct Ledger(BTreeMap<String, i64>);

impl Ledger {
    fn book(&mut self, key: String, amount: i64) {
        let balance = self.0.entry(key).or_default();
        *balance += amount;
    }

    fn note(&mut self, effect: &Effect) {
        match effect {
            Effect::Entered { node } => self.book(format!("inside {node}"), 1),
            Effect::Left { node } => self.book(format!("inside {node}"), -1),
            Effect::OpenTask { token, .. } => self.book(format!("task {token}"), 1),
            Effect::CancelTask { token, .. } => self.book(format!("task {token}"), -1),
            Effect::StartService { token, .. } | Effect::Send { token: Some(token), .. } => {
                self.book(format!("service {token}"), 1);
            }
            Effect::CancelService { token, .. } => self.book(format!("service {token}"), -1),
            Effect::Subscribe { token, name, .. } => {
                self.book(format!("message {token} {name}"), 1);
            }
            Effect::Unsubscribe { token, name } => self.book(format!("message {token} {name}"), -1),
            Effect::ArmTimer { token, node, .. } => self.book(format!("timer {token} {node}"), 1),
            Effect::DisarmTimer { token, node } => self.book(format!("timer {token} {node}"), -1),
            Effect::Send { .. }
            | Effect::Assign { .. }
            | Effect::Stuck { .. }
            | Effect::Ended { .. } => {}
        }
    }

    /// What the trigger itself ended.
    fn used(&mut self, trigger: &Trigger) {
        match trigger {
            Trigger::Complete { token } => self.book(format!("task {token}"), -1),
            Trigger::JobDone { token } => self.book(format!("service {token}"), -1),
            Trigger::Timer { token, node } => self.book(format!("timer {token} {node}"), -1),
            _ => {}
        }
    }

    fn inside(&self) -> BTreeMap<String, i64> {
        let inside = self.0.iter().filter(|(key, open)| key.starts_with("inside") && **open != 0);
        inside.map(|(key, open)| (key.clone(), *open)).collect()
    }

    /// The open tasks, services, subscriptions and timers.
    fn open(&self) -> Vec<String> {
        let outside = self.0.iter().filter(|(key, open)| !key.starts_with("inside") && **open != 0);
        outside.map(|(key, open)| format!("{key} x{open}")).collect()
    }
}

/// The same, read from the position.
fn open(definition: &Definition, position: &Position) -> Vec<String> {
    let mut open: BTreeMap<String, i64> = BTreeMap::new();
    let mut add = |key: String| *open.entry(key).or_default() += 1;
    let name = |id: &str| definition.node(id).unwrap().kind.message().unwrap().to_owned();
    for token in &position.tokens {
        let number = token.number;
        match token.rest {
            Rest::Task => add(format!("task {number}")),
            Rest::Service => add(format!("service {number}")),
            Rest::Message => add(format!("message {number} {}", name(&token.node))),
            _ => {}
        }
        token.messages.iter().for_each(|id| add(format!("message {number} {}", name(id))));
    }
    for scope in &position.scopes {
        scope
            .messages
            .iter()
            .for_each(|id| add(format!("message {} {}", scope.holder(), name(id))));
    }
    position.timers().for_each(|(token, node)| add(format!("timer {token} {node}")));
    open.iter().map(|(key, count)| format!("{key} x{count}")).collect()
}

/// How often each node was entered and not left, read from the position: no token is lost.
fn inside(definition: &Definition, position: &Position) -> BTreeMap<String, i64> {
    let mut inside: BTreeMap<String, i64> = BTreeMap::new();
    let mut add = |node: &String| *inside.entry(format!("inside {node}")).or_default() += 1;
    for token in &position.tokens {
        let repeats = definition.node(&token.node).unwrap().repeat.is_some();
        let was_entered = !matches!(token.rest, Rest::Join | Rest::Before | Rest::Instances);
        if was_entered && (!repeats || token.instance.is_some()) {
            add(&token.node);
        }
    }
    let handlers = position.scopes.iter().filter(|scope| scope.token.is_none());
    handlers.filter_map(|scope| scope.node.as_ref()).for_each(add);
    inside
}

fn any_trigger(play: &Play, dice: &mut Dice) -> Trigger {
    let resting: Vec<_> = play.position.resting().collect();
    let timers: Vec<_> = play.position.timers().collect();
    if !timers.is_empty() && dice.throw(4) == 0 {
        let (token, node) = timers[dice.throw(timers.len())];
        return Trigger::Timer { token, node: node.to_owned() };
    }
    if resting.is_empty() || dice.throw(40) == 0 {
        return [Trigger::Start, Trigger::Cancel][usize::from(dice.throw(8) == 0)].clone();
    }
    let wait = resting[dice.throw(resting.len())];
    let token = wait.token;
    if dice.throw(10) == 0 {
        return Trigger::Retry { token };
    }
    match (dice.throw(10), wait.on) {
        (1, _) => Trigger::JobDone { token },
        (4, WaitsFor::Task) if wait.instance.is_some() => Trigger::RemoveInstance { token },
        (2, _) | (_, WaitsFor::Task) => Trigger::Complete { token },
        (_, WaitsFor::Service) => Trigger::JobDone { token },
        (_, WaitsFor::Message) => {
            let name = ["one", "papers", "nothing"][dice.throw(3)].to_owned();
            Trigger::Message { name }
        }
        (_, WaitsFor::Event) => Trigger::Message { name: "one".to_owned() },
        (_, WaitsFor::Inside) => Trigger::AddInstance { token, item: json!(7) },
        (_, WaitsFor::Repair | WaitsFor::Join) => Trigger::Retry { token },
    }
}

/// Play until the case ends or a hundred commands are over; true when it ended.
pub(super) fn plays_well(mut play: Play, seed: u64) -> bool {
    let (mut dice, mut ledger) = (Dice(seed), Ledger::default());
    for _ in 0..100 {
        let truths = ["x", "y", "z"].into_iter().filter(|_| dice.throw(3) == 0);
        play.truths = truths.map(str::to_owned).collect();
        let trigger = any_trigger(&play, &mut dice);
        let before = play.position.clone();
        let Ok(effects) = play.sends(&trigger) else {
            assert_eq!(play.position, before);
            continue;
        };
        ledger.used(&trigger);
        for effect in &effects {
            ledger.note(effect);
        }
        assert_eq!(
            ledger.open(),
            open(&play.definition, &play.position),
            "seed {seed}, {trigger:?}"
        );
        assert_eq!(ledger.inside(), inside(&play.definition, &play.position), "seed {seed}");
        assert!(play.rests(), "seed {seed}, {trigger:?}");
        let stored = serde_json::to_string(&play.position).unwrap();
        assert_eq!(serde_json::from_str::<Position>(&stored).unwrap(), play.position);
        let after = replayed(&before, &mut play, &trigger);
        let again = play.sends(&trigger).is_ok();
        assert!(!again || may_come_again(&trigger), "seed {seed}: {trigger:?}");
        play.position = after;
        if play.position.ended().is_some() {
            assert!(ledger.0.values().all(|open| *open == 0), "seed {seed}: {:?}", ledger.0);
            assert_eq!(play.position.resting().count(), 0);
            assert!(matches!(effects.last(), Some(Effect::Ended { .. })));
            return true;
        }
    }
    false
}

/// Triggers that are not used up by coming once.
fn may_come_again(trigger: &Trigger) -> bool {
    matches!(
        trigger,
        Trigger::Message { .. }
            | Trigger::Retry { .. }
            | Trigger::Timer { .. }
            | Trigger::AddInstance { .. }
    )
}

/// The same command from the same position leads to the same place.
fn replayed(before: &Position, play: &mut Play, trigger: &Trigger) -> Position {
    let mut after = Vec::new();
    for _ in 0..2 {
        play.position = before.clone();
        play.sends(trigger).unwrap();
        after.push(play.position.clone());
    }
    assert_eq!(after[0], after[1]);
    after.remove(0)
}

#[test]
fn nothing_is_left_over_and_nothing_is_done_twice() {
    for model in MODELS {
        let play = Play::of(model);
        let ended = (1..=150).filter(|seed| plays_well(play.clone(), *seed * 7919)).count();
        assert!(ended > 25, "only {ended} of the plays ended: {model}");
    }
}

/// What was done to a case, each with what held then, and what followed.
type Log = Vec<(Vec<String>, Trigger, Vec<Effect>)>;

/// Play at random and write down everything that was taken.
fn logged(mut play: Play, seed: u64) -> (Log, Position) {
    let (mut dice, mut log) = (Dice(seed), Log::new());
    for _ in 0..40 {
        let truths = ["x", "y", "z"].into_iter().filter(|_| dice.throw(3) == 0);
        play.truths = truths.map(str::to_owned).collect();
        let trigger = any_trigger(&play, &mut dice);
        if let Ok(effects) = play.sends(&trigger) {
            log.push((play.truths.clone(), trigger, effects));
        }
    }
    (log, play.position)
}

#[test]
fn replaying_what_happened_gives_the_state_and_the_order_across_cases_does_not_matter() {
    for model in MODELS {
        let play = Play::of(model);
        for seed in (1..=30).map(|seed| seed * 104_729) {
            let cases = [seed, seed + 1, seed + 2].map(|seed| logged(play.clone(), seed));
            let mut again = [play.clone(), play.clone(), play.clone()];
            let (mut at, mut dice) = ([0; 3], Dice(seed));
            while let Some(case) = any_left(&cases, at, &mut dice) {
                let (truths, trigger, effects) = &cases[case].0[at[case]];
                again[case].truths.clone_from(truths);
                assert_eq!(again[case].sends(trigger).as_ref(), Ok(effects), "seed {seed}");
                at[case] += 1;
                // A case that is put away between two commands is the same case.
                let stored = serde_json::to_string(&again[case].position).unwrap();
                again[case].position = serde_json::from_str(&stored).unwrap();
            }
            for (play, (_, position)) in again.iter().zip(&cases) {
                assert_eq!(play.position, *position, "seed {seed}: {model}");
            }
        }
    }
}

/// One of the cases of which something is left to be replayed.
fn any_left(cases: &[(Log, Position); 3], at: [usize; 3], dice: &mut Dice) -> Option<usize> {
    let left: Vec<usize> = (0..3).filter(|case| at[*case] < cases[*case].0.len()).collect();
    if left.is_empty() { None } else { Some(left[dice.throw(left.len())]) }
}

#[test]
fn what_is_cancelled_leaves_nothing_behind() {
    for model in MODELS {
        for seed in (1..=60).map(|seed| seed * 15_485_863) {
            let (log, position) = logged(Play::of(model), seed);
            let mut ledger = Ledger::default();
            for (_, trigger, effects) in &log {
                ledger.used(trigger);
                for effect in effects {
                    ledger.note(effect);
                }
            }
            let mut play = Play { position, ..Play::of(model) };
            if let Ok(effects) = play.sends(&Trigger::Cancel) {
                for effect in &effects {
                    ledger.note(effect);
                }
                assert_eq!(ledger.open(), Vec::<String>::new(), "seed {seed}: {model}");
                assert!(ledger.inside().is_empty(), "seed {seed}: {model}");
                assert_eq!(play.position.timers().count(), 0);
            }
        }
    }
}
