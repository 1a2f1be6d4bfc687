//! What a notice tells of, and how it is said in each language.

use chrono::{DateTime, Utc};
use locale::digits;
use locale::jalali::Day;
use locale::text;
use locale::words::Lang;
use tenants::Text;

use super::template::Place;

/// What stands for a value that this notice has not got, such as the number of a case that the
/// secretariat has not entered yet.
const NONE: &str = "—";

/// The values for the places of a text. The agency's own name is known without being told.
#[derive(Clone, Copy, Default)]
pub struct Facts<'a> {
    pub service: Option<&'a Text>,
    /// The tracking code.
    pub code: Option<&'a str>,
    /// The secretariat's number.
    pub number: Option<&'a str>,
    /// When it happened.
    pub date: Option<DateTime<Utc>>,
    /// By when something has to be done, or is promised.
    pub due: Option<DateTime<Utc>>,
    /// The word for where the case stands.
    pub step: Option<&'a Text>,
    /// Where the case lies now.
    pub office: Option<&'a Text>,
    /// The word for the decision.
    pub result: Option<&'a Text>,
    pub otp: Option<&'a str>,
}

impl Facts<'_> {
    /// The value for a place, on one line: a value must not add lines to a text, nor headers to a
    /// mail.
    pub(super) fn say(&self, place: Place, agency: &Text, lang: Lang) -> String {
        let title = |text: Option<&Text>| text.map(|t| t.say(lang).to_owned());
        let day = |at: Option<DateTime<Utc>>| at.map(|at| Day::of(at).short(lang));
        let said = match place {
            Place::Agency => title(Some(agency)),
            Place::Service => title(self.service),
            Place::Code => self.code.map(|code| shown(code, lang)),
            Place::Number => self.number.map(|number| shown(number, lang)),
            Place::Date => day(self.date),
            Place::Due => day(self.due),
            Place::Step => title(self.step),
            Place::Office => title(self.office),
            Place::Result => title(self.result),
            // Latin digits in every language: telephones recognise them and offer to fill them in.
            Place::Otp => self.otp.map(str::to_owned),
        };
        text::one_line(said.as_deref().unwrap_or(NONE))
    }
}

fn shown(digits: &str, lang: Lang) -> String {
    match lang {
        Lang::Fa => digits::to_persian(digits),
        Lang::En => digits.to_owned(),
    }
}
