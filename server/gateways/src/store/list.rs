//! Which objects there are.

use super::{Store, StoreFault};

impl Store {
    /// The keys that begin with `prefix`, in the store's order.
    ///
    /// All pages are read into memory: meant for one tenant's clean-up, not for request paths.
    pub async fn list(&self, prefix: &str) -> Result<Vec<String>, StoreFault> {
        let mut pages = self.client.objects().list_v2(&self.bucket).prefix(prefix).pager();
        let mut keys = Vec::new();
        while let Some(page) = pages.next_page().await? {
            keys.extend(page.contents.into_iter().map(|object| object.key));
        }
        Ok(keys)
    }
}
