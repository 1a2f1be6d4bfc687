//! What the engine asks of a case's data.

use serde_json::{Map, Value};

/// Answers questions in an expression language that the engine does not know.
///
/// `known` holds what the engine knows and the case does not keep (yet): values assigned in this
/// very command, the item of an instance, what a called process was handed. It hides what the case
/// has under the same names.
pub trait Facts {
    /// Whether a condition holds.
    ///
    /// # Errors
    /// Why it is neither true nor false; that becomes an incident, never a "no".
    fn holds(&self, condition: &str, known: &Map<String, Value>) -> Result<bool, String>;

    /// The value of an expression.
    ///
    /// # Errors
    /// Why it has none.
    fn value(&self, expression: &str, known: &Map<String, Value>) -> Result<Value, String>;

    /// What a decision table says.
    ///
    /// # Errors
    /// Why it says nothing.
    fn decide(&self, decision: &str, known: &Map<String, Value>) -> Result<Value, String>;
}
