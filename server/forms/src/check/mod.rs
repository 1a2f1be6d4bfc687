//! Checking what was typed.

mod date;
mod identity;
mod number;

use locale::text;
use serde_json::Value;

use crate::definition::Choice;
use crate::{Answers, Field, FileLimits, Flaw, Form, Kind, Lengths, Problems, Typed};

/// What a field gives: an answer, or none because it was left empty.
type Checked = Result<Option<Value>, Flaw>;

impl Form {
    /// Turn what was typed into answers, or tell every problem at once. `files` says how many
    /// documents lie ready for a file field.
    pub fn check(&self, typed: &Typed, files: &dyn Fn(&str) -> usize) -> Result<Answers, Problems> {
        let (mut answers, mut problems) = (Answers::default(), Problems::default());
        for field in self.fields() {
            match field.check(typed, files) {
                Ok(Some(answer)) => answers.insert(&field.key, answer),
                Ok(None) => {}
                Err(flaw) => problems.insert(&field.key, flaw),
            }
        }
        problems.or(answers)
    }
}

impl Field {
    fn check(&self, typed: &Typed, files: &dyn Fn(&str) -> usize) -> Checked {
        if let Kind::File(limits) = &self.kind {
            return self.check_files(limits, files(&self.key));
        }
        if self.kind == Kind::Checkbox {
            return self.check_box(typed.get(&self.key) == "on");
        }
        match self.answer(typed)? {
            None if self.required => Err(Flaw::new(self.required_code())),
            answer => Ok(answer),
        }
    }

    fn answer(&self, typed: &Typed) -> Checked {
        let raw = typed.get(&self.key);
        match &self.kind {
            Kind::Text(lengths) => check_text(lengths, raw),
            Kind::Number(rule) => number::check(rule, raw),
            Kind::Select(options) | Kind::Radio(options) => check_choice(options, raw),
            Kind::Date(days) => date::check(*days, &self.typed_date(typed)),
            Kind::NationalCode => identity::national_code(raw),
            Kind::CompanyId => identity::company_id(raw),
            Kind::Mobile => identity::mobile(raw),
            Kind::Checkbox | Kind::File(_) => Ok(None),
        }
    }

    /// The flaw of leaving this field empty: the words tell what to do, and that differs by kind.
    fn required_code(&self) -> &'static str {
        match self.kind {
            Kind::Select(_) | Kind::Radio(_) => "choice-required",
            Kind::Date(_) => "date-required",
            _ => "required",
        }
    }

    fn check_box(&self, ticked: bool) -> Checked {
        if self.required && !ticked {
            return Err(Flaw::new("checkbox-required"));
        }
        Ok(Some(ticked.into()))
    }

    fn check_files(&self, limits: &FileLimits, count: usize) -> Checked {
        if self.required && count == 0 {
            return Err(Flaw::new("file-required"));
        }
        if count > limits.max_files {
            return Err(Flaw::new("file-too-many").with("max", limits.max_files));
        }
        Ok(None)
    }
}

fn check_text(lengths: &Lengths, raw: &str) -> Checked {
    let text = if lengths.multiline { text::clean(raw) } else { text::one_line(raw) };
    match text.chars().count() {
        0 => Ok(None),
        count if count < lengths.min => Err(Flaw::new("too-short").with("min", lengths.min)),
        count if count > lengths.max => Err(Flaw::new("too-long").with("max", lengths.max)),
        _ => Ok(Some(text.into())),
    }
}

fn check_choice(options: &[Choice], raw: &str) -> Checked {
    let value = raw.trim();
    if value.is_empty() {
        return Ok(None);
    }
    let known = options.iter().any(|option| option.value == value);
    if known { Ok(Some(value.into())) } else { Err(Flaw::new("choice-unknown")) }
}
