//! The tree while it grows, event by event, and the bounds it keeps.

use quick_xml::XmlVersion;
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};

use super::{Attribute, Child, Document, Element, Space, problem};
use crate::problem::{Problem, ProblemKind};

const MOST_DEPTH: usize = 64;
/// Of BPMN and the desk; and of everything together, most of which is diagram.
const MOST_ELEMENTS: usize = 20_000;
const MOST_OF_ALL: usize = 100_000;
const MOST_ATTRIBUTES: usize = 128;

/// The tree while it grows.
pub(super) struct Tree<'a> {
    text: &'a str,
    counted: usize,
    line: u32,
    depth: usize,
    elements: usize,
    foreign: usize,
    /// Open elements, outermost first.
    open: Vec<Element>,
    /// Namespace prefixes in force, each with the depth that declared it.
    prefixes: Vec<(usize, String, Space)>,
    before: Vec<Child>,
    root: Option<Element>,
    after: Vec<Child>,
}

impl<'a> Tree<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self {
            text,
            counted: 0,
            line: 1,
            depth: 0,
            elements: 0,
            foreign: 0,
            open: Vec::new(),
            prefixes: Vec::new(),
            before: Vec::new(),
            root: None,
            after: Vec::new(),
        }
    }

    /// Count the lines up to `position`, each byte once.
    pub(super) fn line_at(&mut self, position: usize) {
        let bytes = &self.text.as_bytes()[self.counted..position.min(self.text.len())];
        let lines = bytes.split(|byte| *byte == b'\n').count() - 1;
        self.line = self.line.saturating_add(u32::try_from(lines).unwrap_or(u32::MAX));
        self.counted = position.min(self.text.len());
    }

    /// Take one event; true when the document is over.
    pub(super) fn take(&mut self, event: Event<'_>) -> Result<bool, Problem> {
        match event {
            Event::Start(start) => self.open(&start)?,
            Event::End(_) => self.close(),
            Event::Text(text) => self.characters(&text.xml10_content())?,
            Event::CData(text) => self.characters(&text.xml10_content())?,
            Event::GeneralRef(reference) => self.reference(&reference)?,
            Event::DocType(_) => return Err(problem(self.line, ProblemKind::DoctypeForbidden, "")),
            Event::Comment(comment) => self.beside(Child::Comment, &comment.xml10_content())?,
            Event::PI(text) => self.beside(Child::Instruction, &text)?,
            Event::Eof => return Ok(true),
            Event::Empty(_) | Event::Decl(_) => {}
        }
        Ok(false)
    }

    fn open(&mut self, start: &BytesStart<'_>) -> Result<(), Problem> {
        self.depth += 1;
        if self.depth > MOST_DEPTH {
            return Err(problem(
                self.line,
                ProblemKind::TooDeep,
                format!("more than {MOST_DEPTH}"),
            ));
        }
        if self.root.is_some() {
            return Err(self.malformed("a second root element"));
        }
        let attributes = self.attributes(start)?;
        self.declare(&attributes);
        let tag = start.name().into_inner().to_owned();
        let space = self.space(&tag)?;
        self.count(space)?;
        let attributes = self.named(attributes)?;
        let (children, line) = (Vec::new(), self.line);
        self.open.push(Element { space, tag, attributes, children, line });
        Ok(())
    }

    /// What stands in a foreign element is not looked at, whatever its names.
    fn count(&mut self, space: Space) -> Result<(), Problem> {
        let (count, most) = match space {
            Space::Other => (&mut self.foreign, MOST_OF_ALL),
            Space::Bpmn | Space::Desk => (&mut self.elements, MOST_ELEMENTS),
        };
        *count += 1;
        if *count > most {
            let detail = format!("more than {most} elements");
            return Err(problem(self.line, ProblemKind::TooLarge, detail));
        }
        Ok(())
    }

    fn attributes(&self, start: &BytesStart<'_>) -> Result<Vec<(String, String)>, Problem> {
        let mut found: Vec<(String, String)> = Vec::new();
        // Our own check for duplicates, because the reader's is quadratic in a number we bound.
        for attribute in start.attributes().with_checks(false) {
            let attribute = attribute.map_err(|fault| self.malformed(fault.to_string()))?;
            let value = attribute.normalized_value(XmlVersion::Implicit1_0).map_err(|fault| {
                problem(self.line, ProblemKind::EntityForbidden, fault.to_string())
            })?;
            let key = attribute.key.into_inner();
            if found.iter().any(|(known, _)| known == key) {
                return Err(self.malformed(format!("attribute {key} stands twice")));
            }
            if found.len() == MOST_ATTRIBUTES {
                let detail = format!("more than {MOST_ATTRIBUTES} attributes");
                return Err(problem(self.line, ProblemKind::TooLarge, detail));
            }
            self.legal(&value)?;
            found.push((key.to_owned(), value.into_owned()));
        }
        Ok(found)
    }

    fn declare(&mut self, attributes: &[(String, String)]) {
        for (key, value) in attributes {
            let prefix = match key.split_once(':') {
                Some(("xmlns", prefix)) => prefix,
                None if key == "xmlns" => "",
                _ => continue,
            };
            self.prefixes.push((self.depth, prefix.to_owned(), Space::of(value)));
        }
    }

    /// The attributes, each with its vocabulary.
    fn named(&self, attributes: Vec<(String, String)>) -> Result<Vec<Attribute>, Problem> {
        let named = |(tag, value): (String, String)| {
            let space = match tag.split_once(':') {
                Some(("xmlns", _)) => Space::Other,
                None if tag == "xmlns" => Space::Other,
                None => Space::Bpmn,
                Some(_) => self.space(&tag)?,
            };
            Ok(Attribute { space, tag, value })
        };
        attributes.into_iter().map(named).collect()
    }

    fn space(&self, tag: &str) -> Result<Space, Problem> {
        let (prefix, _) = tag.split_once(':').unwrap_or(("", tag));
        let space = match prefix {
            "xml" => Some(Space::Other),
            _ => self.prefixes.iter().rev().find(|(_, known, _)| known == prefix).map(|it| it.2),
        };
        match space {
            Some(space) => Ok(space),
            None if prefix.is_empty() => Ok(Space::Other),
            None => Err(self.malformed(format!("prefix {prefix} is not declared"))),
        }
    }

    fn close(&mut self) {
        let depth = self.depth;
        self.depth -= 1;
        self.prefixes.retain(|(declared, _, _)| *declared < depth);
        if let Some(done) = self.open.pop() {
            match self.open.last_mut() {
                Some(parent) => parent.children.push(Child::Element(done)),
                None => self.root = Some(done),
            }
        }
    }

    fn characters(&mut self, text: &str) -> Result<(), Problem> {
        self.legal(text)?;
        match self.open.last_mut() {
            Some(element) => element.push_text(text),
            None if !text.trim().is_empty() => {
                return Err(self.malformed("text outside the root element"));
            }
            None => {}
        }
        Ok(())
    }

    /// A comment or an instruction.
    fn beside(&mut self, kind: fn(String) -> Child, text: &str) -> Result<(), Problem> {
        self.legal(text)?;
        let children = match self.open.last_mut() {
            Some(element) => &mut element.children,
            None if self.root.is_some() => &mut self.after,
            None => &mut self.before,
        };
        children.push(kind(text.to_owned()));
        Ok(())
    }

    fn reference(&mut self, reference: &BytesRef<'_>) -> Result<(), Problem> {
        let character =
            reference.resolve_char_ref().map_err(|fault| self.malformed(fault.to_string()))?;
        if let Some(character) = character {
            return self.characters(character.encode_utf8(&mut [0; 4]));
        }
        match resolve_xml_entity(reference) {
            Some(text) => self.characters(text),
            None => Err(problem(self.line, ProblemKind::EntityForbidden, reference.to_string())),
        }
    }

    /// XML has no control characters, and neither has what we keep in the database.
    fn legal(&self, text: &str) -> Result<(), Problem> {
        let is_control = |c: char| c < ' ' && !matches!(c, '\t' | '\n' | '\r');
        if text.contains(is_control) {
            return Err(self.malformed("a control character"));
        }
        Ok(())
    }

    pub(super) fn malformed(&self, detail: impl Into<String>) -> Problem {
        problem(self.line, ProblemKind::MalformedXml, detail)
    }

    pub(super) fn finish(self) -> Result<Document, Problem> {
        let line = self.line;
        if self.depth > 0 {
            return Err(self.malformed("the document ends inside an element"));
        }
        let root = self.root.filter(|root| root.is("definitions"));
        let root = root.ok_or_else(|| {
            problem(line, ProblemKind::NotBpmn, "the root is not bpmn:definitions")
        })?;
        Ok(Document { before: self.before, root, after: self.after })
    }
}
