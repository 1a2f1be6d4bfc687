//! Taking what a program sends: answers as JSON, in the shape in which they are kept.

use locale::jalali::Day;
use serde_json::{Map, Value};

use crate::{Field, Flaw, Form, Kind, Problems, Typed};

impl Form {
    /// What a program answers, as a person would have typed it: a text, a number, a truth, a day as
    /// Gregorian ISO 8601. Unlike a browser's form, a key that the form does not ask for is a
    /// problem: nobody meant it to be dropped.
    pub fn given(&self, answers: &Map<String, Value>) -> Result<Typed, Problems> {
        let (mut typed, mut problems) = (Typed::default(), Problems::default());
        for (key, answer) in answers {
            match self.field(key).ok_or_else(|| Flaw::new("answer-unknown")) {
                Ok(field) => match field.given(answer) {
                    Ok(inputs) => inputs.into_iter().for_each(|(n, text)| typed.insert(n, text)),
                    Err(flaw) => problems.insert(key, flaw),
                },
                Err(flaw) => problems.insert(key, flaw),
            }
        }
        problems.or(self.take(typed.iter().map(|(n, text)| (n.to_owned(), text.to_owned()))))
    }
}

impl Field {
    /// The inputs that an answer fills.
    fn given(&self, answer: &Value) -> Result<Vec<(String, String)>, Flaw> {
        let one = |text: String| Ok(vec![(self.key.clone(), text)]);
        match (&self.kind, answer) {
            (Kind::File(_), _) => Err(Flaw::new("answer-is-a-file")),
            (_, Value::Null) | (Kind::Checkbox, Value::Bool(false)) => Ok(Vec::new()),
            (Kind::Checkbox, Value::Bool(true)) => one("on".to_owned()),
            (Kind::Checkbox, _) => Err(Flaw::new("answer-not-a-truth")),
            (Kind::Number(_), Value::Number(number)) => one(number.to_string()),
            (Kind::Date(_), Value::String(text)) => self.given_date(text),
            (_, Value::String(text)) => one(text.clone()),
            (Kind::Number(_), _) => Err(Flaw::new("answer-not-a-number")),
            _ => Err(Flaw::new("answer-not-a-text")),
        }
    }

    fn given_date(&self, text: &str) -> Result<Vec<(String, String)>, Flaw> {
        let date = text.parse().map_err(|_| Flaw::new("answer-not-a-date"))?;
        let Day { year, month, day, .. } = Day::from_gregorian(date);
        let part = |name, number: String| (self.part(name), number);
        Ok(vec![
            part("year", year.to_string()),
            part("month", month.to_string()),
            part("day", day.to_string()),
        ])
    }
}
