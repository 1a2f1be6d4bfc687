//! Ending what runs before it is done (13.3.2, 13.3.4): depth first, one event each.

use crate::effect::Effect;
use crate::position::{Rest, Token};

use super::run::Run;

impl Run<'_> {
    /// End an activity, with all that runs inside.
    pub(super) fn interrupt(&mut self, number: u64) {
        let at = self.position.tokens.iter().position(|token| token.number == number);
        if let Some(at) = at {
            let token = self.position.tokens.remove(at);
            self.cancel(token);
        }
    }

    /// End everything in a scope: the moving tokens vanish, the resting ones are cancelled oldest
    /// first, then the event sub-processes. The scope itself stays.
    pub(super) fn cancel_inside(&mut self, scope: u64) {
        self.ready.retain(|ready| ready.scope != scope);
        let tokens = std::mem::take(&mut self.position.tokens);
        let (mut mine, others): (Vec<_>, Vec<_>) =
            tokens.into_iter().partition(|token| token.scope == scope);
        self.position.tokens = others;
        mine.sort_by_key(|token| token.number);
        for token in mine {
            self.cancel(token);
        }
        let handlers: Vec<u64> = self.position.inside(scope).map(|inner| inner.id).collect();
        for handler in handlers {
            self.cancel_scope(handler);
        }
    }

    fn cancel_scope(&mut self, id: u64) {
        self.cancel_inside(id);
        let Some(scope) = self.remove_scope(id) else { return };
        let at = scope.node.and_then(|node| self.definition.at(&node));
        if let (None, Some(at)) = (scope.token, at) {
            self.left(at);
        }
    }

    pub(super) fn cancel(&mut self, mut token: Token) {
        let hosted = |scope: &&crate::position::Scope| scope.token == Some(token.number);
        let hosted: Vec<u64> =
            self.position.scopes.iter().filter(hosted).map(|scope| scope.id).collect();
        for scope in hosted {
            self.cancel_scope(scope);
        }
        let (number, node) = (token.number, token.node.clone());
        match token.rest {
            Rest::Task => self.effects.push(Effect::CancelTask { token: number, node }),
            Rest::Service => self.effects.push(Effect::CancelService { token: number, node }),
            Rest::Message => self.unhear(number, Vec::new(), vec![node]),
            _ => {}
        }
        self.unlisten(&mut token);
        if self.was_entered(&token) {
            self.effects.push(Effect::Left { node: token.node });
        }
    }

    /// Whether the token's node was entered and not left: a join is entered when it fires, and of a
    /// repeated activity only the instances are.
    fn was_entered(&self, token: &Token) -> bool {
        let repeats = self.definition.node(&token.node).is_some_and(|node| node.repeat.is_some());
        let is_inside = !matches!(token.rest, Rest::Join | Rest::Before | Rest::Instances);
        is_inside && (token.instance.is_some() || !repeats)
    }
}
