//! A message, and what no carrier may be given.

use std::fmt;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Which kind of carrier a message needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Channel {
    Sms,
    Email,
}

/// One text for one address.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    /// The same over every try.
    pub id: Uuid,
    /// The slug of the tenant that speaks.
    pub tenant: String,
    pub channel: Channel,
    /// A mobile number or an e-mail address.
    pub address: String,
    /// The number or address it comes from.
    pub sender: String,
    /// For e-mail only.
    pub subject: Option<String>,
    pub text: String,
}

/// Address and text are a person's own; neither may reach a log.
impl fmt::Debug for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Message")
            .field("id", &self.id)
            .field("tenant", &self.tenant)
            .field("channel", &self.channel)
            .finish_non_exhaustive()
    }
}

impl Message {
    /// Why this message must not go out, if so.
    ///
    /// Address, sender and subject become header lines; a line break in one would let its
    /// author write further headers, or a second message.
    pub(super) fn flaw(&self) -> Option<&'static str> {
        let subject = self.subject.as_deref().unwrap_or_default();
        let headers = [self.address.as_str(), self.sender.as_str(), subject];
        if headers.iter().any(|header| header.contains(char::is_control)) {
            return Some("a control character in the address, sender or subject");
        }
        if self.address.is_empty() {
            return Some("no address");
        }
        None
    }
}
