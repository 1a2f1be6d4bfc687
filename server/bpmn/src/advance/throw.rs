//! Errors and escalations: who catches them (10.5.7, 13.5.3).

use crate::definition::{Event, Kind, Thrown};
use crate::effect::{Effect, EndState, NobodyWaits, StuckKind};
use crate::position::{PROCESS, Rest, Scope, Token};

use super::run::{Ready, Run};

/// Where something thrown is caught.
pub(super) struct Catcher {
    place: Place,
    event: usize,
    interrupting: bool,
}

enum Place {
    /// An event on the border of the activity around which this token rests.
    Border(u64),
    /// An event sub-process of this scope.
    Scope(u64),
}

impl Run<'_> {
    /// An intermediate event that throws. When what it throws ends its own scope, it goes no
    /// further.
    pub(super) fn throw_on(&mut self, ready: &Ready, thrown: &Thrown) {
        self.entered(ready.node);
        match self.catcher(ready.scope, thrown) {
            Some(catcher) if catcher.interrupting => {
                self.left(ready.node);
                self.catch(&catcher);
            }
            caught => {
                if let Some(catcher) = caught {
                    self.catch(&catcher);
                }
                self.passed(ready);
            }
        }
    }

    /// An error ends what it is thrown in. One that nobody catches ends the case.
    pub(super) fn throw_error(&mut self, from: &Ready, code: &str) {
        let thrown = Thrown::Error(code.to_owned());
        match self.catcher(from.scope, &thrown) {
            Some(catcher) => self.catch(&catcher),
            None => self.fail_case(from.number, &self.node(from.node).id.clone(), code),
        }
    }

    /// A task says itself that it ended in an error.
    pub(super) fn fail(&mut self, number: u64, code: &str) -> Result<(), NobodyWaits> {
        let token = self.position.token(number).ok_or(NobodyWaits)?;
        if !matches!(token.rest, Rest::Task | Rest::Service | Rest::Message) {
            return Err(NobodyWaits);
        }
        let (node, scope, thrown) =
            (token.node.clone(), token.scope, Thrown::Error(code.to_owned()));
        let own = self.on_border(token, &thrown);
        match own.or_else(|| self.catcher(scope, &thrown)) {
            Some(catcher) => self.catch(&catcher),
            None => self.fail_case(number, &node, code),
        }
        Ok(())
    }

    fn fail_case(&mut self, token: u64, node: &str, code: &str) {
        self.cancel_inside(PROCESS);
        let (detail, kind) = (format!("nothing catches {code}"), StuckKind::UncaughtError);
        self.effects.push(Effect::Stuck { token, node: node.to_owned(), kind, detail });
        self.end(EndState::Failed, Some(node.to_owned()));
    }

    /// The nearest place, going outwards, at which something thrown inside `scope` is caught.
    pub(super) fn catcher(&self, scope: u64, thrown: &Thrown) -> Option<Catcher> {
        let mut at = Some(scope);
        while let Some(scope) = at.and_then(|id| self.position.scope(id)) {
            if let Some(found) = self.in_scope(scope, thrown) {
                return Some(found);
            }
            let around = scope.token.and_then(|number| self.position.token(number));
            if let Some(found) = around.and_then(|token| self.on_border(token, thrown)) {
                return Some(found);
            }
            at = scope.parent;
        }
        None
    }

    fn in_scope(&self, scope: &Scope, thrown: &Thrown) -> Option<Catcher> {
        // What repeats an activity has no event sub-processes of its own.
        if scope.interrupted || scope.instances.is_some() {
            return None;
        }
        let handlers = self.handlers(scope).iter();
        let event = self.best(handlers, thrown)?;
        Some(self.catcher_at(Place::Scope(scope.id), event))
    }

    fn on_border(&self, token: &Token, thrown: &Thrown) -> Option<Catcher> {
        // The border of an instance is that of all instances together.
        if token.instance.is_some() {
            return None;
        }
        let at = self.definition.at(&token.node)?;
        let event = self.best(self.definition.around[at].boundary.iter(), thrown)?;
        Some(self.catcher_at(Place::Border(token.number), event))
    }

    /// An event that names the code goes before one that takes any.
    fn best<'n>(&self, events: impl Iterator<Item = &'n usize>, thrown: &Thrown) -> Option<usize> {
        let fit = |at: &usize| {
            let fits = self.node(*at).kind.event().and_then(|event| fits(event, thrown))?;
            Some((!fits, *at))
        };
        events.filter_map(fit).min_by_key(|(any, _)| *any).map(|(_, at)| at)
    }

    fn catcher_at(&self, place: Place, event: usize) -> Catcher {
        let interrupting = match self.node(event).kind {
            Kind::Boundary { interrupting, .. } | Kind::EventStart { interrupting, .. } => {
                interrupting
            }
            _ => false,
        };
        Catcher { place, event, interrupting }
    }

    pub(super) fn catch(&mut self, catcher: &Catcher) {
        match catcher.place {
            Place::Scope(scope) => self.begin_handler(scope, catcher.event),
            Place::Border(number) => {
                // The token was found a moment ago.
                let _ = self.cross_border(number, catcher.event);
            }
        }
    }
}

/// Whether an event catches something, and whether it names it.
fn fits(event: &Event, thrown: &Thrown) -> Option<bool> {
    let ((Event::Error(wanted), Thrown::Error(code))
    | (Event::Escalation(wanted), Thrown::Escalation(code))) = (event, thrown)
    else {
        return None;
    };
    match wanted {
        None => Some(false),
        Some(wanted) => (wanted == code).then_some(true),
    }
}
