//! What reading a definition finds wrong with it, or worth a second look.

use std::fmt;

use serde::Serialize;

/// One finding about a definition, with the place it is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// The id of the BPMN element, where there is one.
    pub element: Option<String>,
    /// The line of the XML text, counted from 1.
    pub line: u32,
    pub kind: ProblemKind,
    /// What exactly was met there, in plain English; the words for people are filed under `kind`.
    pub detail: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: ", self.line)?;
        if let Some(element) = &self.element {
            write!(f, "{element}: ")?;
        }
        write!(f, "{}", self.kind)?;
        if !self.detail.is_empty() {
            write!(f, " ({})", self.detail)?;
        }
        Ok(())
    }
}

/// Writes the closed list once, so that code, words and severity cannot drift apart.
macro_rules! kinds {
    ($($severity:ident { $($kind:ident $code:literal $words:literal,)* })*) => {
        /// Every kind of finding there is.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum ProblemKind {
            $($(#[doc = $words] $kind,)*)*
        }

        impl ProblemKind {
            /// All of them, for whoever must have words for each.
            pub const ALL: &'static [Self] = &[$($(Self::$kind,)*)*];

            /// The code that translations and the API use.
            pub fn as_str(self) -> &'static str {
                match self {
                    $($(Self::$kind => $code,)*)*
                }
            }

            /// Whether a definition with this finding cannot be published.
            pub fn is_error(self) -> bool {
                match self {
                    $($(Self::$kind => kinds!(@ $severity),)*)*
                }
            }

            fn words(self) -> &'static str {
                match self {
                    $($(Self::$kind => $words,)*)*
                }
            }
        }
    };
    (@ error) => { true };
    (@ warning) => { false };
}

kinds! {
    error {
        TooLarge "too-large" "the file is larger than is read",
        TooDeep "too-deep" "elements are nested too deeply",
        DoctypeForbidden "doctype-forbidden" "a document type declaration is not allowed",
        EntityForbidden "entity-forbidden" "only the five entities of XML itself are allowed",
        MalformedXml "malformed-xml" "this is not well-formed XML",
        NotBpmn "not-bpmn" "this is not a BPMN 2.0 definitions document",
        NoProcess "no-process" "there is no executable process",
        SeveralProcesses "several-processes" "there is more than one executable process",
        MissingId "missing-id" "the element has no id",
        DuplicateId "duplicate-id" "another element has the same id",
        UnsupportedElement "unsupported-element" "the element is outside the supported subset",
        UnsupportedAttribute "unsupported-attribute" "the attribute's value is outside the supported subset",
        DanglingReference "dangling-reference" "something is named that is not there",
        MisplacedFlow "misplaced-flow" "a sequence flow may not begin or end here",
        NoStart "no-start" "the process has no start event",
        SeveralStarts "several-starts" "the process has more than one start event",
        HostNotActivity "host-not-activity" "a boundary event must be attached to an activity",
        BadTimer "bad-timer" "the timer cannot be understood",
        BadCondition "bad-condition" "the condition cannot be used",
        BadExpression "bad-expression" "the expression cannot be used",
        BadLoop "bad-loop" "how often the step is to be done is not told",
        BadLink "bad-link" "the two ends of a link do not fit",
        NoDecision "no-decision" "no decision table is named",
        UnknownDecision "unknown-decision" "there is no such decision table",
        UnknownProcess "unknown-process" "the called process is not known",
        RecursiveCall "recursive-call" "the process would call itself, or too many others in a chain",
        EventGatewayTarget "event-gateway-target" "behind an event gateway only events may stand that wait",
        OrJoinCycle "or-join-cycle" "two inclusive joins may wait for each other",
        NotOffered "not-offered" "this is not offered here yet",
        BadOutcome "bad-outcome" "an outcome of the step cannot be used",
        Unreachable "unreachable" "no path leads here from the start event",
        NoWayOut "no-way-out" "no path leads from here to an end",
        WaitWithoutDeadline "wait-without-deadline" "a wait for the citizen needs a boundary timer",
        Deadlock "deadlock" "this join waits for a token that can never come",
        UnboundedTokens "unbounded-tokens" "the process multiplies its tokens without end",
    }
    warning {
        PassesThrough "passes-through" "the task is passed through as soon as it is reached",
        NotMarkedExecutable "not-marked-executable" "the process is not marked as executable",
        MissingDefault "missing-default" "when no condition holds, the case stops here",
        MissingCondition "missing-condition" "a flow without a condition is always taken",
        ConditionIgnored "condition-ignored" "the condition of this flow has no effect",
        ImplicitSplit "implicit-split" "several flows leave without a gateway",
        ImplicitMerge "implicit-merge" "each arriving flow starts the step again",
        ImplicitEnd "implicit-end" "the path ends without an end event",
        TimerNeverFires "timer-never-fires" "the step never waits, so its event never happens",
        NeverThrown "never-thrown" "nothing inside throws what is to be caught here",
        UnmatchedInclusive "unmatched-inclusive" "the inclusive join does not belong to one split",
        MessageUnnamed "message-unnamed" "no message is named; the id of the step stands for it",
        UnknownExtension "unknown-extension" "the extension element is not known here",
        MayDeadlock "may-deadlock" "on some paths a join waits for a token that cannot come",
        MayMultiply "may-multiply" "a loop adds a token in every round",
        RunsTwice "runs-twice" "concurrent paths meet here without being joined",
        NotFullyExplored "not-fully-explored" "the process has too many states to look at all of them",
    }
}

impl ProblemKind {
    /// The key of the words for people, which stand in the translation files.
    pub fn key(self) -> String {
        format!("bpmn-{}", self.as_str())
    }

    /// Whether it is advice and nothing more.
    pub fn is_warning(self) -> bool {
        !self.is_error()
    }
}

impl fmt::Display for ProblemKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.words())
    }
}
