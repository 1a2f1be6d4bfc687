//! What was typed into a form of the console, by the names of its inputs.

use std::collections::BTreeMap;

use forms::{Flaw, Problems};
use locale::words::Lang;
use locale::{digits, text};
use serde_json::{Map, Number, Value, json};
use web::{Fields, Problem};

/// The most bytes of a sheet: a Persian letter takes six in a form's encoding.
pub(crate) const SHEET: usize = 1 << 20;

/// Longest text of one input.
const LONGEST: usize = 5_000;

/// Texts by input name, as they came.
#[derive(Debug, Clone, Default)]
pub(crate) struct Typed(pub(crate) BTreeMap<String, String>);

impl Typed {
    pub(crate) fn of<const LIMIT: usize>(fields: &Fields<LIMIT>) -> Result<Self, Problem> {
        Ok(Self(fields.pairs()?.collect()))
    }

    pub(crate) fn get(&self, name: &str) -> &str {
        self.0.get(name).map_or("", String::as_str)
    }

    pub(crate) fn set(&mut self, name: impl Into<String>, value: impl Into<String>) {
        self.0.insert(name.into(), value.into());
    }

    pub(crate) fn is_ticked(&self, name: &str) -> bool {
        self.get(name) == "on"
    }

    /// Without what stands around it, and without what cannot be seen; nothing if nothing is left.
    pub(crate) fn plain(&self, name: &str) -> Option<String> {
        let clean = cleaned(self.get(name));
        (!clean.is_empty()).then_some(clean)
    }
}

/// A text as it is kept. The marks that hold a number or a foreign word together in a Persian
/// sentence stay: whoever wrote them meant them.
fn cleaned(typed: &str) -> String {
    let typed = typed.replace("\r\n", "\n");
    let clean = text::clean(&typed).trim().to_owned();
    let unmarked = typed.replace(|c| ('\u{2066}'..='\u{2069}').contains(&c), "");
    if unmarked.trim() == clean { typed.trim().to_owned() } else { clean }
}

/// A reading of what was typed: values come out, flaws are noted by the names of their inputs.
pub(crate) struct Reading<'a> {
    pub(crate) typed: &'a Typed,
    pub(crate) problems: Problems,
}

impl<'a> Reading<'a> {
    pub(crate) fn of(typed: &'a Typed) -> Self {
        Self { typed, problems: Problems::default() }
    }

    pub(crate) fn flaw(&mut self, name: &str, code: &str) {
        self.problems.insert(name, Flaw::new(code));
    }

    /// A text of at most as many characters as any of ours has.
    pub(crate) fn text(&mut self, name: &str) -> Option<String> {
        let text = self.typed.plain(name)?;
        if text.chars().count() > LONGEST {
            self.problems.insert(name, Flaw::new("too-long").with("max", LONGEST));
        }
        Some(text)
    }

    /// `{fa, en?}`; nothing if neither was written. English alone is not enough.
    pub(crate) fn words(&mut self, name: &str) -> Option<Value> {
        let [fa, en] = ["fa", "en"].map(|lang| format!("{name}.{lang}"));
        let (persian, english) = (self.text(&fa), self.text(&en));
        if persian.is_none() && english.is_some() {
            self.flaw(&fa, "required");
        }
        let mut words = Map::new();
        words.insert("fa".into(), json!(persian.clone().unwrap_or_default()));
        words.extend(english.clone().map(|english| ("en".to_owned(), json!(english))));
        (persian.is_some() || english.is_some()).then_some(Value::Object(words))
    }

    /// A whole number from 0; thousands may be set apart.
    pub(crate) fn whole(&mut self, name: &str, most: i64) -> Option<i64> {
        let typed = self.typed.plain(name)?;
        let plain: String = digits::ungrouped(&typed);
        let number = plain.parse::<i64>().ok().filter(|_| !plain.starts_with(['-', '+']));
        match number {
            Some(number) if number <= most => Some(number),
            Some(_) => {
                self.problems
                    .insert(name, Flaw::new("number-large").with("max", &Number::from(most)));
                None
            }
            None => {
                self.flaw(name, "number-invalid");
                None
            }
        }
    }
}

/// What was wrong, as the lines of the summary, in the order of the page's inputs.
pub(crate) fn lines(problems: &Problems, order: &[String], lang: Lang) -> Vec<web::problems::Line> {
    let order: Vec<&str> = order.iter().map(String::as_str).collect();
    web::problems::lines(problems, &order, lang)
}
