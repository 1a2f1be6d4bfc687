//! Where the bucket is and who we are to it.

use std::fmt;
use std::time::Duration;

use super::{Store, StoreFault};

/// Longest wait for one answer, the sending of a whole document included.
const ANSWER_WITHIN: Duration = Duration::from_mins(1);

/// How to reach one bucket of an S3-compatible store.
#[derive(Clone)]
pub struct StoreConfig {
    /// The address of the service, `https://host[:port]`; the bucket goes into the path.
    pub endpoint: String,
    /// The region that requests are signed for; stores outside AWS mostly take `us-east-1`.
    pub region: String,
    /// The bucket's name.
    pub bucket: String,
    /// The public half of the credentials.
    pub access_key: String,
    /// The secret half. It is never printed.
    pub secret_key: String,
}

impl fmt::Debug for StoreConfig {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StoreConfig")
            .field("endpoint", &self.endpoint)
            .field("region", &self.region)
            .field("bucket", &self.bucket)
            .field("access_key", &"…")
            .field("secret_key", &"…")
            .finish()
    }
}

impl Store {
    /// Prepare a client. Nothing is sent yet; a bad address or empty credentials are refused.
    pub fn connect(config: &StoreConfig) -> Result<Self, StoreFault> {
        let credentials = s3::Credentials::new(&config.access_key, &config.secret_key)?;
        let client = s3::Client::builder(&config.endpoint)?
            .region(&config.region)
            .auth(s3::Auth::Static(credentials))
            .addressing_style(s3::AddressingStyle::Path)
            .timeout(ANSWER_WITHIN)
            .build()?;
        Ok(Self { client, bucket: config.bucket.clone() })
    }
}
