//! What the tokens of a case wait for, as others see it.

/// A token that rests at a node until something happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wait<'a> {
    pub token: u64,
    pub node: &'a str,
    pub on: WaitsFor,
    /// Which instance of a repeated activity it is, counted from 0.
    pub instance: Option<u32>,
}

/// What would move a resting token on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WaitsFor {
    Task,
    Message,
    Service,
    /// A timer or message of an intermediate event, or the first of several.
    Event,
    /// An incident: somebody repairs what is wrong and tries again.
    Repair,
    /// The other tokens of a join. Nothing outside moves it.
    Join,
    /// What runs inside its node: a sub-process, a called process, several instances.
    Inside,
}
