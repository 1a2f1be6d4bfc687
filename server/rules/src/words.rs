//! The names an expression may be using, read from its text alone.
//!
//! A condition is checked when it is written, long before the facts it will meet exist, and FEEL's
//! names may hold spaces («نوع درخواست»). So each word that is no keyword counts as a name, and so
//! does each run of such words. What the facts add later are only names with operators in them.
//!
//! The same reading bounds the parser's work: it tries every way to cut a row of words into names,
//! in time cubic in their number (`a.a.a.…` of 2,000 characters took four minutes).

use std::collections::BTreeSet;

use crate::feel::is_symbol;

/// Most words and name symbols that may follow one another without another sign between them.
pub(crate) const MAX_ROW: usize = 64;
/// The same in a cell of a table, of which there are thousands.
pub(crate) const MAX_CELL_ROW: usize = 32;

/// FEEL's reserved words (DMN 1.5, 10.3.1.2): a name may hold none of them.
const KEYWORDS: &[&str] = &[
    "if",
    "then",
    "else",
    "for",
    "in",
    "return",
    "some",
    "every",
    "satisfies",
    "and",
    "or",
    "between",
    "instance",
    "of",
    "true",
    "false",
    "null",
    "function",
    "external",
];

/// Function and type names that hold a keyword.
const WITH_KEYWORD: &[&[&str]] =
    &[&["date", "and", "time"], &["years", "and", "months", "duration"]];

/// A piece of the source, as far as names are concerned.
#[derive(Debug, PartialEq)]
enum Piece {
    Word(String),
    /// The first character of anything else: an operator, a bracket, a literal.
    Other(char),
}

/// The source without its comments, which the parser may take for parts of a name.
pub(crate) fn without_comments(source: &str) -> String {
    let mut kept = String::new();
    let mut rest = source;
    while let Some(first) = rest.chars().next() {
        let taken = comment(rest).unwrap_or_else(|| {
            let taken = if first == '"' { string(rest) } else { first.len_utf8() };
            kept.push_str(&rest[..taken]);
            taken
        });
        if comment(rest).is_some() {
            kept.push(' ');
        }
        rest = &rest[taken..];
    }
    kept
}

/// Whether a row of words is so long that the parser would try for minutes to cut it into names.
pub(crate) fn has_endless_row(source: &str, most: usize) -> bool {
    let pieces = pieces(source);
    pieces.split(|piece| !may_be_in_name(piece)).any(|row| {
        let before = row.iter().take_while(|piece| word(piece).is_none()).count();
        row.len() - before > most
    })
}

fn may_be_in_name(piece: &Piece) -> bool {
    match piece {
        Piece::Word(_) => true,
        Piece::Other(sign) => is_symbol(*sign) || sign.is_ascii_digit(),
    }
}

/// Every name that `source` may be using.
pub(crate) fn names(source: &str) -> BTreeSet<String> {
    let pieces = pieces(source);
    let mut names = BTreeSet::new();
    let mut at = 0;
    while at < pieces.len() {
        let run = run(&pieces[at..]);
        let next = pieces.get(at + run.len());
        let typed = at > 0 && pieces[at - 1] == Piece::Word("of".to_owned());
        // A call or a type is told from a name by its place; as a name the parser would misread it.
        if !typed && !matches!(next, Some(Piece::Other('(' | ':'))) {
            names.extend(run.iter().map(|word| (*word).to_owned()));
            names.insert(run.join(" "));
        }
        at += run.len().max(1);
    }
    names.remove("");
    names
}

/// The words that stand together at the beginning: up to the next keyword or operator.
fn run(pieces: &[Piece]) -> Vec<&str> {
    let words = || pieces.iter().map_while(word);
    for name in WITH_KEYWORD {
        if words().take(name.len()).eq(name.iter().copied()) {
            return name.to_vec();
        }
    }
    words().take_while(|word| !KEYWORDS.contains(word)).collect()
}

fn word(piece: &Piece) -> Option<&str> {
    match piece {
        Piece::Word(word) => Some(word),
        Piece::Other(_) => None,
    }
}

fn pieces(source: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = source;
    while let Some(first) = rest.chars().next() {
        let taken = if first == '"' {
            pieces.push(Piece::Other(first));
            string(rest)
        } else if starts_name(first) {
            let word: String = rest.chars().take_while(|c| continues_name(*c)).collect();
            let taken = word.len();
            pieces.push(Piece::Word(word));
            taken
        } else {
            if !is_space(first) {
                pieces.push(Piece::Other(first));
            }
            first.len_utf8()
        };
        rest = &rest[taken..];
    }
    pieces
}

/// The length in bytes of the comment that begins here, if one does.
fn comment(text: &str) -> Option<usize> {
    if text.starts_with("//") {
        return Some(text.find('\n').unwrap_or(text.len()));
    }
    text.starts_with("/*").then(|| text.find("*/").map_or(text.len(), |end| end + 2))
}

/// The length in bytes of the string literal that begins here.
fn string(text: &str) -> usize {
    let mut escaped = false;
    for (at, character) in text.char_indices().skip(1) {
        match character {
            '"' if !escaped => return at + 1,
            '\\' => escaped = !escaped,
            _ => escaped = false,
        }
    }
    text.len()
}

/// DMN 1.5, 10.3.1.2, rule 28; the zero-width non-joiner of Persian is among them.
fn starts_name(character: char) -> bool {
    matches!(character,
        '?' | '_' | 'A'..='Z' | 'a'..='z'
        | '\u{C0}'..='\u{D6}' | '\u{D8}'..='\u{F6}' | '\u{F8}'..='\u{2FF}'
        | '\u{370}'..='\u{37D}' | '\u{37F}'..='\u{1FFF}' | '\u{200C}'..='\u{200D}'
        | '\u{2070}'..='\u{218F}' | '\u{2C00}'..='\u{2FEF}' | '\u{3001}'..='\u{D7FF}'
        | '\u{F900}'..='\u{FDCF}' | '\u{FDF0}'..='\u{FFFD}' | '\u{10000}'..='\u{EFFFF}')
        && !is_space(character)
}

/// DMN 1.5, 10.3.1.2, rule 29.
fn continues_name(character: char) -> bool {
    starts_name(character)
        || character.is_ascii_digit()
        || matches!(character, '\u{B7}' | '\u{300}'..='\u{36F}' | '\u{203F}'..='\u{2040}')
}

/// DMN 1.5, 10.3.1.2, rules 61 and 62, of which some are letters to Unicode.
fn is_space(character: char) -> bool {
    character.is_whitespace() || matches!(character, '\u{180E}' | '\u{200B}' | '\u{FEFF}')
}
