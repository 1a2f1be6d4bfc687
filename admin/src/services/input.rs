//! Inputs of the console's forms, as the shared parts draw them.

use forms::{FieldView, OptionView, Problems};
use locale::words::{Lang, say, say1};

use super::typed::Typed;

/// What a form shows and in which language.
#[derive(Clone, Copy)]
pub(crate) struct Showing<'a> {
    pub(crate) lang: Lang,
    pub(crate) typed: &'a Typed,
    pub(crate) problems: &'a Problems,
}

impl Showing<'_> {
    /// An input of a kind that `form.field` knows.
    pub(crate) fn input(&self, kind: &'static str, name: &str, label: String) -> FieldView {
        FieldView {
            key: name.to_owned(),
            name: name.to_owned(),
            kind,
            label,
            hint: None,
            required: false,
            value: self.typed.get(name).to_owned(),
            date: None,
            options: Vec::new(),
            problem: self.problems.text(self.lang, name),
            ltr: false,
            inputmode: None,
            autocomplete: None,
            max_length: None,
            unit: None,
            accept: Vec::new(),
            max_bytes: None,
            max_files: None,
            limits: None,
        }
    }

    /// The same text in Persian and in English.
    pub(crate) fn words(&self, kind: &'static str, name: &str, label: &str) -> [FieldView; 2] {
        let of = |lang: &str| {
            let label = say(self.lang, &format!("services-in-{lang}"), &[("label", label.into())]);
            self.input(kind, &format!("{name}.{lang}"), label)
        };
        [of("fa"), of("en")]
    }

    /// A choice from a list of values and their words. What stands there and is in no list of ours stays
    /// to be chosen as it is: a form that is saved with it loses nothing.
    pub(crate) fn choice(
        &self,
        name: &str,
        label: String,
        options: impl IntoIterator<Item = (String, String)>,
    ) -> FieldView {
        let mut field = self.input("select", name, label);
        let chosen = field.value.clone();
        let option = |(value, label): (String, String)| OptionView {
            selected: value == chosen,
            value,
            label,
        };
        field.options = options.into_iter().map(option).collect();
        if !chosen.is_empty() && !field.options.iter().any(|option| option.selected) {
            field.options.push(OptionView { label: chosen.clone(), value: chosen, selected: true });
        }
        field
    }

    pub(crate) fn say(&self, key: &str) -> String {
        say1(self.lang, key)
    }
}

/// What a row of the sheet is called.
pub(crate) fn row_label(name: &str, lang: Lang) -> String {
    say1(lang, &format!("services-row-{}", name.replace(['_', '.'], "-")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_there_and_is_in_no_list_stays_chosen() {
        let mut typed = Typed::default();
        typed.set("stage", "upheld");
        let problems = Problems::default();
        let showing = Showing { lang: Lang::Fa, typed: &typed, problems: &problems };
        let field = showing.choice("stage", "مرحله".into(), [("closed".into(), "مختومه".into())]);
        let options = field.options.iter().map(|it| (it.value.as_str(), it.selected));
        assert_eq!(options.collect::<Vec<_>>(), [("closed", false), ("upheld", true)]);
    }
}
