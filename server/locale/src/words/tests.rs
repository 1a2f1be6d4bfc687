//! The words: complete, the same in both languages, and shown right.

use std::collections::{BTreeMap, BTreeSet};

use fluent_bundle::FluentResource;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};

use super::*;

#[test]
fn every_file_is_read_without_errors_and_holds_only_plain_messages() {
    for (lang, path, source) in files() {
        let errors = FluentResource::try_new(source.clone()).err().map(|(_, errors)| errors);
        assert!(errors.is_none(), "{lang}: {path}: {errors:?}");
        for entry in book::resource(source).entries() {
            let plain = match entry {
                Entry::Message(message) => message.value.is_some() && message.attributes.is_empty(),
                Entry::Term(_) | Entry::Junk { .. } => false,
                _ => true,
            };
            assert!(plain, "{path}: only comments and messages without attributes: {entry:?}");
        }
    }
}

#[test]
fn no_key_stands_twice() {
    for lang in Lang::ALL {
        let mut seen = BTreeMap::new();
        for (_, path, source) in files().into_iter().filter(|(of, ..)| *of == lang) {
            for key in book::keys_of(&book::resource(source)) {
                let earlier = seen.insert(key.clone(), path.clone());
                assert_eq!(earlier, None, "{key} stands in {path} too");
            }
        }
    }
}

#[test]
fn both_languages_have_the_same_files_keys_and_variables() {
    let [persian, english] = Lang::ALL.map(variables_by_key);
    let missing = |of: &Variables, other: &Variables| -> Vec<String> {
        of.iter()
            .filter(|(key, variables)| other.get(*key) != Some(variables))
            .map(|(key, variables)| format!("{key:?} {variables:?}"))
            .collect()
    };
    assert_eq!(missing(&persian, &english), Vec::<String>::new(), "in Persian, not so in English");
    assert_eq!(missing(&english, &persian), Vec::<String>::new(), "in English, not so in Persian");
}

#[test]
fn keys_are_kebab_case_and_begin_with_their_area() {
    for lang in Lang::ALL {
        assert!(keys(lang).count() > 50);
        for key in keys(lang) {
            let plain =
                key.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
            assert!(plain && key.contains('-'), "{key}");
            assert!(has(lang, key), "{key}");
        }
    }
}

#[test]
fn persian_words_are_written_with_persian_letters() {
    for (_, path, source) in files().into_iter().filter(|(lang, ..)| *lang == Lang::Fa) {
        let arabic =
            source.chars().find(|c| matches!(c, 'ي' | 'ك' | 'ى' | 'ة' | '٠'..='٩' | '\u{640}'));
        assert_eq!(arabic, None, "{path}");
    }
}

#[test]
fn values_are_shown_in_the_digits_of_the_language() {
    for (lang, count, expected) in [
        (Lang::Fa, 1, "۱ روز کاری"),
        (Lang::Fa, 25, "۲۵ روز کاری"),
        (Lang::En, 1, "1 working day"),
        (Lang::En, 25, "25 working days"),
    ] {
        assert_eq!(say(lang, "common-working-days", &[("count", count.into())]), expected);
    }
}

#[test]
fn texts_are_put_in_as_they_are() {
    let amount = |lang, value: Value| say(lang, "common-rials", &[("amount", value)]);
    assert_eq!(amount(Lang::Fa, "12 <b>\u{200c}".into()), "12 <b>\u{200c} ریال");
    assert_eq!(amount(Lang::Fa, String::from("x").into()), "x ریال");
    // Beyond what a float holds exactly, and beyond what fits a signed number.
    assert_eq!(amount(Lang::Fa, 9_007_199_254_740_993_i64.into()), "۹۰۰۷۱۹۹۲۵۴۷۴۰۹۹۳ ریال");
    assert_eq!(amount(Lang::En, u64::MAX.into()), "18446744073709551615 rials");
    assert_eq!(amount(Lang::En, 5_usize.into()), "5 rials");
}

#[test]
fn what_is_missing_is_shown_and_breaks_nothing() {
    assert_eq!(say1(Lang::Fa, "no-such-key"), "⟨no-such-key⟩");
    assert!(!has(Lang::Fa, "no-such-key"));
    assert_eq!(say1(Lang::En, "common-rials"), "{$amount} rials");
}

#[test]
fn lists_are_joined_as_a_sentence_does() {
    let texts: Vec<String> = ["a", "b", "c"].map(String::from).to_vec();
    for (count, persian, english) in
        [(0, "", ""), (1, "a", "a"), (2, "a و b", "a and b"), (3, "a، b و c", "a, b and c")]
    {
        assert_eq!(list(Lang::Fa, &texts[..count]), persian);
        assert_eq!(list(Lang::En, &texts[..count]), english);
    }
}

#[test]
fn a_language_goes_by_its_code() {
    assert_eq!(Lang::default(), Lang::Fa);
    for (lang, code, dir) in [(Lang::Fa, "fa", "rtl"), (Lang::En, "en", "ltr")] {
        assert_eq!((lang.code(), lang.dir(), lang.to_string().as_str()), (code, dir, code));
        assert_eq!(code.parse(), Ok(lang));
        assert_eq!(serde_json::to_value(lang).unwrap(), code);
    }
    assert!("de".parse::<Lang>().is_err());
}

#[test]
fn the_language_of_a_text_is_told_by_its_letters() {
    for (text, lang) in [
        ("مینا", Some(Lang::Fa)),
        ("پیش‌فاکتور.pdf", Some(Lang::Fa)),
        ("Mina", Some(Lang::En)),
        ("۱۲", None),
        ("12 – ،", None),
        ("", None),
    ] {
        assert_eq!(Lang::written_in(text), lang, "{text}");
    }
}

fn files() -> Vec<(Lang, String, String)> {
    let of = |lang| book::sources(lang).map(move |(path, source)| (lang, path, source));
    let files: Vec<_> = Lang::ALL.into_iter().flat_map(of).collect();
    assert!(files.len() >= 4, "common.ftl and forms.ftl in each language");
    files
}

/// Variables of each key, with the name of the file it stands in.
type Variables = BTreeMap<(String, String), BTreeSet<String>>;

fn variables_by_key(lang: Lang) -> Variables {
    let mut found = Variables::new();
    for (_, path, source) in files().into_iter().filter(|(of, ..)| *of == lang) {
        let file = path.rsplit('/').next().unwrap_or_default();
        for entry in book::resource(source).entries() {
            if let Entry::Message(message) = entry {
                let mut variables = BTreeSet::new();
                if let Some(pattern) = &message.value {
                    collect(pattern, &mut variables);
                }
                found.insert((file.to_owned(), message.id.name.to_owned()), variables);
            }
        }
    }
    found
}

fn collect(pattern: &Pattern<&str>, into: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            collect_expression(expression, into);
        }
    }
}

fn collect_expression(expression: &Expression<&str>, into: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => collect_inline(inline, into),
        Expression::Select { selector, variants } => {
            collect_inline(selector, into);
            for variant in variants {
                collect(&variant.value, into);
            }
        }
    }
}

fn collect_inline(inline: &InlineExpression<&str>, into: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            into.insert(id.name.to_owned());
        }
        InlineExpression::Placeable { expression } => collect_expression(expression, into),
        _ => {}
    }
}
