//! Somebody who follows requests by their codes, without signing in.

use std::sync::Arc;
use std::time::Duration;

use anyhow::ensure;
use it::company::FACT;
use tokio::sync::watch;
use tokio::time::sleep;
use tokio_util::sync::CancellationToken;

use crate::browser::{Body, Browser};
use crate::history::{History, Op};

/// Between two look-ups: what is looked for here is not speed.
const PAUSE: Duration = Duration::from_millis(100);

pub(super) struct Visitor {
    tenant: &'static str,
    browser: Browser,
    history: Arc<History>,
}

impl Visitor {
    pub(super) fn new(
        tenant: &'static str,
        port: watch::Receiver<Option<u16>>,
        history: Arc<History>,
    ) -> anyhow::Result<Self> {
        Ok(Self { tenant, browser: Browser::new(tenant, port, Arc::clone(&history))?, history })
    }

    /// Look the last request of the agency up, again and again; how often it was found.
    pub(super) async fn looks_up(mut self, stop: CancellationToken) -> anyhow::Result<usize> {
        let mut found = 0;
        while !stop.is_cancelled() {
            sleep(PAUSE).await;
            let Some(code) = self.last_code() else { continue };
            let token = self.browser.get("/tracking").await?.value("_token")?;
            let fields = [("_token", token), ("code", code), ("fact", FACT.to_owned())];
            let fields = fields.map(|(name, value)| (name.to_owned(), value)).into();
            // One that gets no answer is noted by the browser.
            let Ok(page) = self.browser.post("/tracking", Body::Fields(fields)).await else {
                continue;
            };
            ensure!(page.status == 200, "a request is not found: {} {}", page.status, page.text());
            found += 1;
        }
        Ok(found)
    }

    fn last_code(&self) -> Option<String> {
        let entries = self.history.entries();
        entries.iter().rev().filter(|entry| entry.who.tenant == self.tenant).find_map(|entry| {
            let Op::Receipt { code } = &entry.op else { return None };
            Some(code.clone())
        })
    }
}
