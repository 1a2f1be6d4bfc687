//! XML as a decision file needs it: a tree of the elements of DMN, read under limits.

use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::{Fault, Flaw, Place};

/// The namespaces of DMN 1.1 to 1.5: what this crate reads is written alike in all of them.
const DMN: [&str; 5] = [
    "http://www.omg.org/spec/DMN/20151101/dmn.xsd",
    "http://www.omg.org/spec/DMN/20180521/MODEL/",
    "https://www.omg.org/spec/DMN/20191111/MODEL/",
    "https://www.omg.org/spec/DMN/20211108/MODEL/",
    "https://www.omg.org/spec/DMN/20230324/MODEL/",
];
/// No agency's table comes near these; they bound what a hostile upload can cost.
const MOST_BYTES: usize = 1024 * 1024;
const MOST_DEPTH: usize = 32;
const MOST_ELEMENTS: usize = 50_000;
const MOST_ATTRIBUTES: usize = 64;

/// An element of DMN. Those of other vocabularies are left out, with all they hold.
#[derive(Debug, Default)]
pub(super) struct Element {
    /// Without its prefix.
    pub(super) name: String,
    attributes: Vec<(String, String)>,
    pub(super) children: Vec<Element>,
    /// The text directly inside.
    pub(super) text: String,
    pub(super) line: u32,
}

impl Element {
    /// An attribute without a prefix.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    pub(super) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Element> {
        self.children.iter().filter(move |child| child.name == name)
    }

    pub(super) fn first<'a>(&'a self, name: &'a str) -> Option<&'a Element> {
        self.all(name).next()
    }

    /// The `text` inside, which holds an expression.
    pub(super) fn expression(&self) -> Option<&str> {
        self.first("text").map(|text| text.text.trim())
    }
}

/// Read a whole file.
pub(super) fn read(text: &str) -> Result<Element, Flaw> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut tree = Tree { text, line: 1, counted: 0, elements: 0, open: Vec::new(), root: None };
    if text.len() > MOST_BYTES {
        return Err(tree.flaw(Fault::TooLarge));
    }
    let mut reader = Reader::from_str(text);
    reader.config_mut().expand_empty_elements = true;
    loop {
        tree.line_at(usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX));
        let event = reader.read_event().map_err(|fault| tree.malformed(fault.to_string()))?;
        if tree.take(event)? {
            return tree.finish();
        }
    }
}

/// The tree while it grows.
struct Tree<'a> {
    text: &'a str,
    line: u32,
    counted: usize,
    elements: usize,
    /// Open elements, outermost first; each with the namespaces in force.
    open: Vec<Open>,
    root: Option<Element>,
}

struct Open {
    element: Element,
    is_dmn: bool,
    spaces: Vec<(String, bool)>,
}

impl Tree<'_> {
    fn line_at(&mut self, position: usize) {
        let position = position.min(self.text.len());
        let bytes = &self.text.as_bytes()[self.counted..position];
        let lines = bytes.split(|byte| *byte == b'\n').count() - 1;
        self.line = self.line.saturating_add(u32::try_from(lines).unwrap_or(u32::MAX));
        self.counted = position;
    }

    /// Take one event; true when the file is over.
    fn take(&mut self, event: Event<'_>) -> Result<bool, Flaw> {
        match event {
            Event::Start(start) => self.open(&start)?,
            Event::End(_) => self.close(),
            Event::Text(text) => self.characters(&text.xml10_content())?,
            Event::CData(text) => self.characters(&text.xml10_content())?,
            Event::GeneralRef(reference) => {
                let character = reference
                    .resolve_char_ref()
                    .map_err(|fault| self.malformed(fault.to_string()))?;
                match (character, resolve_xml_entity(&reference)) {
                    (Some(character), _) => self.characters(character.encode_utf8(&mut [0; 4]))?,
                    (None, Some(text)) => self.characters(text)?,
                    (None, None) => return Err(self.malformed("an entity of its own")),
                }
            }
            Event::DocType(_) => return Err(self.malformed("a document type")),
            Event::Eof => return Ok(true),
            Event::Empty(_) | Event::Decl(_) | Event::Comment(_) | Event::PI(_) => {}
        }
        Ok(false)
    }

    fn open(&mut self, start: &BytesStart<'_>) -> Result<(), Flaw> {
        self.elements += 1;
        if self.open.len() == MOST_DEPTH || self.elements > MOST_ELEMENTS {
            return Err(self.flaw(Fault::TooLarge));
        }
        if self.root.is_some() {
            return Err(self.malformed("a second root element"));
        }
        let attributes = self.attributes(start)?;
        let mut spaces = self.open.last().map(|open| open.spaces.clone()).unwrap_or_default();
        for (key, value) in &attributes {
            let prefix = match key.split_once(':') {
                Some(("xmlns", prefix)) => prefix,
                None if key == "xmlns" => "",
                _ => continue,
            };
            spaces.retain(|(known, _)| known != prefix);
            spaces.push((prefix.to_owned(), DMN.contains(&value.as_str())));
        }
        let tag = start.name().into_inner();
        let (prefix, name) = tag.split_once(':').unwrap_or(("", tag));
        let within = self.open.last().is_none_or(|open| open.is_dmn);
        let known = spaces.iter().find(|(known, _)| known == prefix);
        let is_dmn = within && known.is_some_and(|(_, is_dmn)| *is_dmn);
        let element = Element {
            name: name.to_owned(),
            attributes: if is_dmn { attributes } else { Vec::new() },
            line: self.line,
            ..Element::default()
        };
        self.open.push(Open { element, is_dmn, spaces });
        Ok(())
    }

    fn attributes(&self, start: &BytesStart<'_>) -> Result<Vec<(String, String)>, Flaw> {
        let mut found: Vec<(String, String)> = Vec::new();
        // Our own check for duplicates, because the reader's is quadratic in a number we bound.
        for attribute in start.attributes().with_checks(false) {
            let attribute = attribute.map_err(|fault| self.malformed(fault.to_string()))?;
            let value = attribute
                .normalized_value(XmlVersion::Implicit1_0)
                .map_err(|fault| self.malformed(fault.to_string()))?;
            let key = attribute.key.into_inner();
            if found.iter().any(|(known, _)| known == key) {
                return Err(self.malformed(format!("attribute {key} stands twice")));
            }
            if found.len() == MOST_ATTRIBUTES {
                return Err(self.flaw(Fault::TooLarge));
            }
            self.legal(&value)?;
            found.push((key.to_owned(), value.into_owned()));
        }
        Ok(found)
    }

    fn close(&mut self) {
        let Some(done) = self.open.pop() else { return };
        match self.open.last_mut() {
            Some(parent) if done.is_dmn => parent.element.children.push(done.element),
            Some(_) => {}
            // A root of another vocabulary is told from one of DMN by its empty name.
            None if done.is_dmn => self.root = Some(done.element),
            None => self.root = Some(Element::default()),
        }
    }

    fn characters(&mut self, text: &str) -> Result<(), Flaw> {
        self.legal(text)?;
        match self.open.last_mut() {
            Some(open) => open.element.text.push_str(text),
            None if !text.trim().is_empty() => {
                return Err(self.malformed("text outside the root element"));
            }
            None => {}
        }
        Ok(())
    }

    /// XML has no control characters, and neither has what is kept in a database.
    fn legal(&self, text: &str) -> Result<(), Flaw> {
        let is_control = |c: char| c < ' ' && !matches!(c, '\t' | '\n' | '\r');
        if text.contains(is_control) { Err(self.malformed("a control character")) } else { Ok(()) }
    }

    fn malformed(&self, detail: impl Into<String>) -> Flaw {
        self.flaw(Fault::Malformed(detail.into()))
    }

    fn flaw(&self, fault: Fault) -> Flaw {
        Flaw { place: Place { line: self.line, ..Place::default() }, fault }
    }

    fn finish(self) -> Result<Element, Flaw> {
        if !self.open.is_empty() {
            return Err(self.malformed("the file ends inside an element"));
        }
        self.root.ok_or_else(|| Flaw { place: Place::default(), fault: Fault::NotDmn })
    }
}
