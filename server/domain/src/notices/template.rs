//! A notice's text with its places, as an agency writes it: `… {code} …`.

use strum::{EnumString, IntoStaticStr, VariantArray};

use super::NoticeKind;

/// What can stand in braces. A closed list: whoever writes a text can be shown all of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, IntoStaticStr, EnumString, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub(super) enum Place {
    /// The agency's name.
    Agency,
    /// The service's title.
    Service,
    /// The tracking code.
    Code,
    /// The secretariat's number.
    Number,
    /// The day on which it happened.
    Date,
    /// The day by which something has to be done.
    Due,
    /// The word for where the case stands.
    Step,
    /// Where the case lies now.
    Office,
    /// The word for the decision; never its reasons, which are for the applicant's page only.
    Result,
    /// The one-time code.
    Otp,
}

impl Place {
    /// Whether a notice of this kind can fill it.
    pub(super) fn fits(self, kind: NoticeKind) -> bool {
        let of_sign_in = matches!(self, Self::Agency | Self::Otp);
        match kind {
            NoticeKind::OneTimeCode => of_sign_in,
            _ => self != Self::Otp,
        }
    }
}

/// A text taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Template<'a>(Vec<Piece<'a>>);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Piece<'a> {
    Words(&'a str),
    Place(Place),
}

impl<'a> Template<'a> {
    /// Take a text apart; nothing if a brace is left over or no place has such a name.
    pub(super) fn parse(text: &'a str) -> Option<Self> {
        let mut pieces = Vec::new();
        let mut rest = text;
        while let Some((words, after)) = rest.split_once('{') {
            let (name, after) = after.split_once('}')?;
            pieces.extend([Piece::Words(words), Piece::Place(name.parse().ok()?)]);
            rest = after;
        }
        pieces.push(Piece::Words(rest));
        let whole = pieces.iter().all(|p| !matches!(p, Piece::Words(w) if w.contains('}')));
        whole.then_some(Self(pieces))
    }

    pub(super) fn places(&self) -> impl Iterator<Item = Place> {
        self.0.iter().filter_map(|piece| match piece {
            Piece::Place(place) => Some(*place),
            Piece::Words(_) => None,
        })
    }

    pub(super) fn fill(&self, value: impl Fn(Place) -> String) -> String {
        self.0
            .iter()
            .map(|piece| match piece {
                Piece::Words(words) => (*words).to_owned(),
                Piece::Place(place) => value(*place),
            })
            .collect()
    }
}
