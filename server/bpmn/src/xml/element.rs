//! One element of a document, with all that stands in it.

/// Which vocabulary a name belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Space {
    /// BPMN 2.0 itself.
    Bpmn,
    /// Our extensions, `urn:mizban:bpmn:1`.
    Desk,
    Other,
}

impl Space {
    pub(super) fn of(address: &str) -> Self {
        match address {
            "http://www.omg.org/spec/BPMN/20100524/MODEL" => Self::Bpmn,
            "urn:mizban:bpmn:1" => Self::Desk,
            _ => Self::Other,
        }
    }
}

/// One attribute. Declarations of prefixes (`xmlns:…`) are attributes like any other, in the
/// vocabulary [`Space::Other`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attribute {
    pub space: Space,
    /// As it is written, with its prefix.
    pub tag: String,
    pub value: String,
}

/// One element. Two are equal when they say the same, whichever lines they stand on.
#[derive(Debug, Clone)]
pub struct Element {
    pub space: Space,
    /// The name as it is written, with its prefix.
    pub tag: String,
    pub attributes: Vec<Attribute>,
    pub children: Vec<Child>,
    /// The line of the text on which it begins, counted from 1.
    pub line: u32,
}

/// What stands inside an element, in order.
#[derive(Debug, Clone, PartialEq)]
pub enum Child {
    Element(Element),
    /// Character data, not trimmed; two never stand beside each other.
    Text(String),
    Comment(String),
    /// A processing instruction: what stands between `<?` and `?>`.
    Instruction(String),
}

impl PartialEq for Element {
    fn eq(&self, other: &Self) -> bool {
        self.space == other.space
            && self.tag == other.tag
            && self.attributes == other.attributes
            && self.children == other.children
    }
}

impl Attribute {
    /// The name without its prefix.
    pub fn name(&self) -> &str {
        local(&self.tag)
    }
}

impl Element {
    /// The name without its prefix.
    pub fn name(&self) -> &str {
        local(&self.tag)
    }

    /// An attribute of BPMN's own, which stands without a prefix.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attribute(Space::Bpmn, name)
    }

    /// An attribute of the desk's extension.
    pub fn desk(&self, name: &str) -> Option<&str> {
        self.attribute(Space::Desk, name)
    }

    fn attribute(&self, space: Space, name: &str) -> Option<&str> {
        let is_it = |it: &&Attribute| it.space == space && it.name() == name;
        self.attributes.iter().find(is_it).map(|it| it.value.as_str())
    }

    pub fn id(&self) -> Option<&str> {
        self.get("id").filter(|id| !id.is_empty())
    }

    /// The elements directly inside, of whatever vocabulary.
    pub fn elements(&self) -> impl DoubleEndedIterator<Item = &Self> {
        self.children.iter().filter_map(|child| match child {
            Child::Element(element) => Some(element),
            _ => None,
        })
    }

    /// The elements of BPMN's own directly inside.
    pub fn parts(&self) -> impl Iterator<Item = &Self> {
        self.elements().filter(|child| child.space == Space::Bpmn)
    }

    /// The children with this BPMN name.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Self> {
        self.elements().filter(move |child| child.is(name))
    }

    pub fn is(&self, name: &str) -> bool {
        self.space == Space::Bpmn && self.name() == name
    }

    /// All character data directly inside, not trimmed.
    pub fn text(&self) -> String {
        let text = |child: &Child| match child {
            Child::Text(text) => Some(text.clone()),
            _ => None,
        };
        self.children.iter().filter_map(text).collect()
    }

    /// What the desk's extension says inside (`extensionElements`).
    pub(crate) fn extensions(&self) -> impl Iterator<Item = &Self> {
        let inside = self.all("extensionElements").flat_map(Self::elements);
        inside.filter(|child| child.space == Space::Desk)
    }

    pub(crate) fn push_text(&mut self, text: &str) {
        match self.children.last_mut() {
            Some(Child::Text(before)) => before.push_str(text),
            _ if text.is_empty() => {}
            _ => self.children.push(Child::Text(text.to_owned())),
        }
    }
}

fn local(tag: &str) -> &str {
    tag.split_once(':').map_or(tag, |(_, name)| name)
}
