//! Why the store did not do what it was asked.

/// Two answers matter to a caller: the object is not there, or the store could not be used.
#[derive(Debug, thiserror::Error)]
pub enum StoreFault {
    /// There is no object under this key.
    #[error("there is no such object")]
    Missing,
    /// The store did not answer, refused, or answered nonsense. Trying again later may help.
    #[error("the object store cannot be used: {0}")]
    Unavailable(String),
}

impl From<s3::Error> for StoreFault {
    fn from(error: s3::Error) -> Self {
        let status = error.status().map(|status| status.as_u16());
        if status == Some(404) && error.code() != Some("NoSuchBucket") {
            return Self::Missing;
        }
        Self::Unavailable(words(&error))
    }
}

/// Status and code only: a store may repeat the key or a signature in its message.
fn words(error: &s3::Error) -> String {
    match (error.status(), error.code()) {
        (Some(status), Some(code)) => format!("{} {code}", status.as_u16()),
        (Some(status), None) => status.as_u16().to_string(),
        (None, _) => error.to_string(),
    }
}

impl From<std::io::Error> for StoreFault {
    fn from(error: std::io::Error) -> Self {
        Self::Unavailable(error.to_string())
    }
}
