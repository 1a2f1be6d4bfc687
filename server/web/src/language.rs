//! The language of the pages, as a person chose it.

use locale::words::Lang;
use poem::handler;

use crate::{Answer, Fields, Problem, Reply};

/// What a browser remembers of languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Spoken {
    pub(crate) lang: Lang,
    pub(crate) by: By,
}

/// How a browser came to its language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum By {
    /// Nobody chose it.
    #[default]
    Default,
    /// A visitor pressed the button. It is newer than whatever a person kept before.
    Visitor,
    /// It is the language of a person who is or was signed in here. It goes on after signing out, and
    /// says nothing about the next person.
    Person,
}

const OF_A_PERSON: &str = ".own";

impl Spoken {
    pub(crate) fn read(cookie: &str) -> Self {
        let own = cookie.strip_suffix(OF_A_PERSON);
        let by = if own.is_some() { By::Person } else { By::Visitor };
        let lang = own.unwrap_or(cookie).parse();
        lang.map(|lang| Self { lang, by }).unwrap_or_default()
    }

    pub(crate) fn cookie(self) -> String {
        let suffix = if self.by == By::Person { OF_A_PERSON } else { "" };
        format!("{}{suffix}", self.lang.code())
    }
}

/// What the form that `ui.language` draws sends.
pub struct Chosen {
    pub lang: Lang,
    /// Where to go on.
    next: String,
}

impl Chosen {
    /// What was chosen.
    ///
    /// # Errors
    /// A bad request for a language that nobody speaks here.
    pub fn of(fields: &Fields) -> Result<Self, Problem> {
        let lang = fields.text("lang")?.parse();
        let lang = lang.map_err(|_| Problem::BadRequest("an unknown language"))?;
        Ok(Self { lang, next: fields.text("next")?.to_owned() })
    }

    /// For a visitor: this browser remembers it, until somebody says who they are.
    pub fn by_visitor(self) -> Reply {
        Reply::to(&self.next).speaking(self.lang)
    }

    /// For somebody who is signed in, with whom it is kept.
    pub fn by_person(self) -> Reply {
        Reply::to(&self.next).speaking_of_person(self.lang)
    }
}

/// Answers the form where nobody signs in.
#[handler]
#[expect(
    clippy::needless_pass_by_value,
    unreachable_pub,
    reason = "the macro takes what was extracted, and names the function within itself"
)]
pub fn choose(fields: Fields) -> Answer {
    Ok(Chosen::of(&fields)?.by_visitor())
}
