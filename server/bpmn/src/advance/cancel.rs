//! Timers of resting tokens, and ending what rests before it is done.

use crate::definition::Kind;
use crate::effect::{Effect, NobodyWaits};
use crate::position::{Armed, Rest, Token};

use super::run::Run;

impl Run<'_> {
    /// Start the boundary timers of a token that came to rest.
    pub(super) fn arm(&mut self, token: &mut Token, at: usize) {
        let definition = self.definition;
        for timer in &definition.around[at].timers {
            let node = &definition.nodes[*timer];
            let Kind::BoundaryTimer { interrupting, timer, .. } = &node.kind else { continue };
            let left = if *interrupting { Some(1) } else { timer.firings() };
            token.timers.push(Armed { node: node.id.clone(), left });
            self.effects.push(Effect::ArmTimer { token: token.number, node: node.id.clone() });
        }
    }

    /// A repeating timer that fired goes on until its count is used up.
    pub(super) fn arm_again(&mut self, number: u64, mut armed: Armed) {
        armed.left = armed.left.map(|left| left.saturating_sub(1));
        if armed.left == Some(0) {
            return;
        }
        self.effects.push(Effect::ArmTimer { token: number, node: armed.node.clone() });
        if let Some(token) = self.position.tokens.iter_mut().find(|token| token.number == number) {
            token.timers.push(armed);
        }
    }

    pub(super) fn disarm(&mut self, token: &mut Token) {
        for armed in token.timers.drain(..) {
            self.effects.push(Effect::DisarmTimer { token: token.number, node: armed.node });
        }
    }

    /// End an activity by its boundary event.
    pub(super) fn interrupt(&mut self, number: u64) -> Result<(), NobodyWaits> {
        let (token, _) = self.take(number, &[Rest::Task, Rest::Message, Rest::Service])?;
        self.cancel(token);
        Ok(())
    }

    /// End everything: the moving tokens vanish, the resting ones are cancelled oldest first.
    pub(super) fn cancel_all(&mut self) {
        self.ready.clear();
        let mut tokens = std::mem::take(&mut self.position.tokens);
        tokens.sort_by_key(|token| token.number);
        for token in tokens {
            self.cancel(token);
        }
    }

    fn cancel(&mut self, mut token: Token) {
        let (number, node) = (token.number, token.node.clone());
        match token.rest {
            Rest::Task => self.effects.push(Effect::CancelTask { token: number, node }),
            Rest::Service => self.effects.push(Effect::CancelService { token: number, node }),
            Rest::Message => self.unsubscribe(number, &node),
            Rest::Join | Rest::Before | Rest::Leaving => {}
        }
        self.disarm(&mut token);
        if !matches!(token.rest, Rest::Join | Rest::Before) {
            self.effects.push(Effect::Left { node: token.node });
        }
    }

    fn unsubscribe(&mut self, token: u64, node: &str) {
        let kind = self.definition.node(node).map(|node| &node.kind);
        if let Some(Kind::ReceiveTask { message }) = kind {
            self.effects.push(Effect::Unsubscribe { token, name: message.clone() });
        }
    }
}
