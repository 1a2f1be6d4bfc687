//! No text outside the translation files: no Persian letter in the source of an edge, and neither that
//! nor a literal word in a template.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use regex::Regex;

/// Whatever shows something to a person. The command line speaks English, as it is for operators.
const EDGES: [&str; 9] = [
    "server/portal",
    "server/desk",
    "server/staff",
    "server/web",
    "server/api",
    "server/worker",
    "server/gateways",
    "server/app",
    "admin",
];

fn found(folder: &Path, ending: &str, into: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found(&path, ending, into);
        } else if path.extension().is_some_and(|e| e == ending) {
            into.push(path);
        }
    }
}

fn files(within: &str, ending: &str) -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize().expect("a root");
    let mut files = Vec::new();
    for folder in EDGES.map(|edge| root.join(edge).join(within)).iter().filter(|f| f.exists()) {
        found(folder, ending, &mut files);
    }
    files
}

/// What is made up to try pages and tests with is not shown to anybody.
fn is_made_up(path: &Path) -> bool {
    let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
    let of_tests = path.components().any(|part| part.as_os_str() == "tests");
    of_tests || matches!(stem, "tests" | "sample" | "samples")
}

fn is_persian(text: &str) -> bool {
    text.chars().any(|c| ('\u{0600}'..='\u{06ff}').contains(&c))
}

/// The same text with the bodies of `fn samples` and its like, and what follows the tests' own mark,
/// left out.
fn shown(source: &str) -> String {
    let source = source.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    let sample =
        Regex::new(r"fn (?:samples?|\w+_samples?|samples?_\w+)\b[^{;]*").expect("a pattern");
    let mut rest = source;
    let mut kept = String::new();
    while let Some(made_up) = sample.find(rest) {
        kept.push_str(&rest[..made_up.start()]);
        rest = after_block(&rest[made_up.end()..]);
    }
    kept + rest
}

/// What stands after the block that begins here.
fn after_block(text: &str) -> &str {
    let mut depth = 0;
    for (at, letter) in text.char_indices() {
        depth += match letter {
            '{' => 1,
            '}' => -1,
            _ => 0,
        };
        if depth == 0 {
            return &text[at + letter.len_utf8()..];
        }
    }
    ""
}

#[test]
fn no_source_of_an_edge_speaks_persian() {
    let mut wrong = Vec::new();
    for path in files("src", "rs").iter().filter(|path| !is_made_up(path)) {
        let source = fs::read_to_string(path).expect("a source file");
        let lines = shown(&source);
        let lines = lines.lines().map(str::trim).filter(|line| !line.starts_with("//"));
        wrong.extend(
            lines.filter(|l| is_persian(l)).map(|line| format!("{}: {line}", path.display())),
        );
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// An expression or statement of a template.
const EXPRESSION: &str = r"(?s:\{%.*?%\}|\{\{.*?\}\})";

static PATTERNS: LazyLock<Patterns> = LazyLock::new(|| {
    let pattern = |text: &str| Regex::new(text).expect("a pattern");
    let value = format!(r#"="((?:{EXPRESSION}|[^"{{])*)""#);
    Patterns {
        // What is code reads the same in every language.
        unread: pattern(r"(?s)\{#.*?#\}|<code.*?</code>"),
        expression: pattern(EXPRESSION),
        read_out: pattern(&format!(r"\b(?:aria-label|title|placeholder|alt){value}")),
        attribute: pattern(&format!(r"[\w-]+{value}")),
        tag: pattern(r"(?s)<[!/a-zA-Z][^<>]*>|&[#\w]+;"),
        quoted: pattern(r#""([^"]*)""#),
        sentence: pattern(r"^[A-Z][a-z]|[a-z] [a-z]"),
    }
});

struct Patterns {
    unread: Regex,
    expression: Regex,
    read_out: Regex,
    attribute: Regex,
    tag: Regex,
    quoted: Regex,
    sentence: Regex,
}

/// The text with a mark in place of whatever fits.
fn out(pattern: &Regex, text: &str) -> String {
    pattern.replace_all(text, "\u{0}").into_owned()
}

/// What of a template a person reads as it stands: its text, and attributes that are read out.
fn literal(template: &str) -> Vec<String> {
    let Patterns { unread, expression, read_out, attribute, tag, .. } = &*PATTERNS;
    let read = out(unread, template);
    let said = read_out.captures_iter(&read).map(|c| out(expression, &c[1]));
    let text = out(tag, &out(expression, &out(attribute, &read)));
    said.chain(text.split('\u{0}').map(str::to_owned)).collect()
}

/// Words in quotation marks within expressions: those that are written like a sentence.
fn quoted(template: &str) -> Vec<String> {
    let read = out(&PATTERNS.unread, template);
    let expressions = PATTERNS.expression.find_iter(&read);
    let all = expressions.flat_map(|it| PATTERNS.quoted.captures_iter(it.as_str()));
    let all = all.map(|c| c[1].to_owned());
    all.filter(|text| PATTERNS.sentence.is_match(text) || is_persian(text)).collect()
}

#[test]
fn no_template_holds_a_word() {
    let word = Regex::new(r"[A-Za-z]{2,}").expect("a pattern");
    let mut wrong = Vec::new();
    let templates = files("templates", "html");
    assert!(templates.len() > 40, "the templates are found: {}", templates.len());
    for path in &templates {
        let template = fs::read_to_string(path).expect("a template");
        let literal = literal(&template).into_iter();
        let literal = literal.filter(|text| word.is_match(text) || is_persian(text));
        wrong.extend(
            literal
                .chain(quoted(&template))
                .map(|text| format!("{}: {}", path.display(), text.trim())),
        );
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_planted_word_is_found() {
    let planted = [
        "<p>Save</p>",
        "<p>ذخیره</p>",
        "{{ a }}، {{ b }}",
        r#"<nav aria-label="Pages">"#,
        r#"{{ <ui.submit label="Save it"/> }}"#,
        r#"{% set name = "Persian" %}"#,
    ];
    for template in planted {
        let texts: Vec<String> = [literal(template), quoted(template)].concat();
        let word =
            |text: &String| text.chars().any(|c| c.is_ascii_alphabetic()) || is_persian(text);
        assert!(texts.iter().any(word), "{template}");
    }
    assert!(!is_persian(&shown("fn samples() -> Vec<Self> { vec![\"متن\"] }\nfn other() {}")));
    assert!(is_persian(&shown("fn samples() { \"متن\" }\nfn other() { \"متن\" }")));
}
