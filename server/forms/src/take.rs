//! Taking what a browser sent.

use crate::{Form, MAX_TYPED, Typed};

impl Form {
    /// Keep what belongs to the form's inputs and drop the rest, so that no request sets what the
    /// form does not ask (mass assignment). A text that is too long keeps one character more than
    /// is allowed, for the check to find.
    pub fn take(&self, pairs: impl IntoIterator<Item = (String, String)>) -> Typed {
        pairs
            .into_iter()
            .filter(|(name, _)| self.asks(name))
            .map(|(name, text)| (name, cut(text)))
            .collect()
    }

    fn asks(&self, name: &str) -> bool {
        let key = name.split_once('.').map_or(name, |(key, _)| key);
        self.field(key).is_some_and(|field| field.inputs().iter().any(|input| input == name))
    }
}

fn cut(mut text: String) -> String {
    if let Some((end, _)) = text.char_indices().nth(MAX_TYPED + 1) {
        text.truncate(end);
    }
    text
}
