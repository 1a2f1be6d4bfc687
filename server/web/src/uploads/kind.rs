//! The kinds of file that are taken, and how a file says which it is.

use serde::Serialize;

/// A closed list: whatever is none of these is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, strum::EnumString, strum::Display)]
#[serde(rename_all = "lowercase")]
#[strum(serialize_all = "lowercase")]
pub enum Kind {
    Pdf,
    Jpg,
    Png,
}

impl Kind {
    /// The media type that is stored and served.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Jpg => "image/jpeg",
            Self::Png => "image/png",
        }
    }

    /// What the ending of a (cleaned) file name claims.
    pub fn of_name(name: &str) -> Option<Self> {
        match name.rsplit_once('.')?.1.to_ascii_lowercase().as_str() {
            "pdf" => Some(Self::Pdf),
            "jpg" | "jpeg" => Some(Self::Jpg),
            "png" => Some(Self::Png),
            _ => None,
        }
    }

    /// What the sender's media type claims.
    pub fn of_media_type(essence: &str) -> Option<Self> {
        [Self::Pdf, Self::Jpg, Self::Png].into_iter().find(|kind| kind.media_type() == essence)
    }

    /// What the first bytes of the content are.
    pub fn of_content(head: &[u8]) -> Option<Self> {
        Self::of_media_type(infer::get(head)?.mime_type())
    }
}
