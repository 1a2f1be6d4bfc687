//! What a form lets people send.

use std::{collections::BTreeMap, time::Duration};

use forms::{FileLimits, FileType};

use super::Kind;

/// Limits of one request. `Default` fits a form without files; `Limits::with` adds a file field.
#[derive(Debug, Clone)]
pub struct Limits {
    /// The file fields, by name. A file in any other field is a broken form.
    pub files: BTreeMap<String, FileRule>,
    /// All bytes of the body.
    pub total_bytes: u64,
    /// The number of fields that are no files.
    pub fields: usize,
    /// Bytes of one field that is no file.
    pub field_bytes: usize,
    /// Bytes of a field's or file's name.
    pub name_bytes: usize,
    /// Bytes of the headers of one part, and of whatever stands before the first.
    pub header_bytes: usize,
    /// Bytes per second, averaged since the start, once `Limits::patience` is over.
    pub minimum_rate: u64,
    /// How long a client may be slower than that.
    pub patience: Duration,
    /// When reading ends, whatever the rate.
    pub deadline: Duration,
}

impl From<&FileLimits> for FileRule {
    fn from(limits: &FileLimits) -> Self {
        let kind = |accepted: &FileType| match accepted {
            FileType::Pdf => Kind::Pdf,
            FileType::Jpg => Kind::Jpg,
            FileType::Png => Kind::Png,
        };
        Self {
            count: limits.max_files,
            bytes: limits.max_bytes,
            kinds: limits.accept.iter().map(kind).collect(),
        }
    }
}

/// What one file field takes.
#[derive(Debug, Clone)]
pub struct FileRule {
    /// Files in this field.
    pub count: usize,
    /// Bytes of one file.
    pub bytes: u64,
    /// Kinds of file.
    pub kinds: Vec<Kind>,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            files: BTreeMap::new(),
            total_bytes: 1 << 20,
            fields: 1_000,
            field_bytes: 80_000,
            name_bytes: 500,
            header_bytes: 8_192,
            minimum_rate: 1_024,
            patience: Duration::from_secs(10),
            deadline: Duration::from_mins(10),
        }
    }
}

impl Limits {
    /// Also takes files in a field; the total grows by what the field can hold.
    #[must_use]
    pub fn with(mut self, name: impl Into<String>, rule: FileRule) -> Self {
        let files = u64::try_from(rule.count).unwrap_or(u64::MAX);
        self.total_bytes = self.total_bytes.saturating_add(rule.bytes.saturating_mul(files));
        self.files.insert(name.into(), rule);
        self
    }
}
