//! A company that hands in one request after another, and notes what it was answered.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context as _, ensure};
use it::company::{ANSWERS, FIELD, SERVICE};
use rand::Rng as _;
use sha2::{Digest as _, Sha256};
use tokio::sync::watch;
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use crate::browser::{Away, Body, Browser, Page};
use crate::history::{History, Op, Outcome, Who};
use crate::outbox;

/// One client with its own number, browser and account.
pub(crate) struct Client {
    who: Who,
    browser: Browser,
    history: Arc<History>,
}

/// The mobile that a client signs in with, as it is typed; no two agencies share one.
pub(crate) fn mobile(who: Who) -> String {
    let agency = if who.tenant == "fda" { 1 } else { 2 };
    format!("0912{agency}{:06}", who.number)
}

impl Client {
    pub(crate) fn new(
        who: Who,
        port: watch::Receiver<Option<u16>>,
        history: Arc<History>,
    ) -> anyhow::Result<Self> {
        Ok(Self { who, browser: Browser::new(who.tenant, port, Arc::clone(&history))?, history })
    }

    /// Sign in with the code that arrives in one of the outboxes.
    pub(crate) async fn sign_in(&mut self, outboxes: &[PathBuf]) -> anyhow::Result<()> {
        let mobile = mobile(self.who);
        let page = self.browser.get("/sign-in").await?;
        let fields = [("_token", page.value("_token")?), ("mobile", mobile.clone())];
        let page = self.browser.post_until_answered("/sign-in", &owned(fields)).await?;
        let (token, flow) = (page.value("_token")?, page.value("flow")?);
        let code = outbox::code_for(outboxes, &mobile).await?;
        let fields = [("_token", token), ("flow", flow), ("code", code)];
        let page = self.browser.post_until_answered("/sign-in/code", &owned(fields)).await?;
        page.redirect().map(|_| ()).context("signing in")
    }

    /// Hand in requests until told to stop; the one under way is brought to its end.
    pub(crate) async fn work(mut self, stop: CancellationToken) -> anyhow::Result<()> {
        while !stop.is_cancelled() {
            self.journey().await.with_context(|| format!("client {:?}", self.who))?;
        }
        Ok(())
    }

    /// A draft that lacks nothing but its documents, and the token of their page.
    pub(crate) async fn drafts(&mut self) -> anyhow::Result<(Uuid, String)> {
        let draft = self.start().await.context("starting")?;
        self.answer(draft).await.context("answering")?;
        let page = self.browser.get(&format!("/drafts/{draft}/documents")).await?;
        Ok((draft, page.value("_token")?))
    }

    /// The cookies that this client sends.
    pub(crate) fn cookie(&self) -> String {
        self.browser.cookie()
    }

    pub(crate) fn who(&self) -> Who {
        self.who
    }

    pub(crate) async fn journey(&mut self) -> anyhow::Result<()> {
        let draft = self.start().await.context("starting")?;
        self.answer(draft).await.context("answering")?;
        let token = self.upload(draft).await.context("uploading")?;
        self.submit(draft, &token).await.context("submitting")?;
        self.receipt(draft).await.context("the receipt")
    }

    /// Beginning twice takes up the unfinished draft, so it is done again until it is answered.
    async fn start(&mut self) -> anyhow::Result<Uuid> {
        let page = self.browser.get(&format!("/services/{SERVICE}")).await?;
        let fields = owned([("_token", page.value("_token")?)]);
        let path = format!("/services/{SERVICE}/drafts");
        let page = self.browser.post_until_answered(&path, &fields).await?;
        let draft = page.redirect()?.strip_prefix("/drafts/").context("a draft")?.parse()?;
        Ok(draft)
    }

    async fn answer(&mut self, draft: Uuid) -> anyhow::Result<()> {
        let path = format!("/drafts/{draft}");
        let page = self.browser.get(&path).await?;
        let mut fields = owned([("_token", page.value("_token")?)]);
        let answers = ANSWERS.iter().chain(&[("step", "continue")]);
        fields.extend(answers.map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
        let page = self.asked(draft, Op::Save, &path, || Body::Fields(fields.clone())).await?;
        ensure!(page.redirect()?.ends_with("/documents"), "the answers lead to the documents");
        Ok(())
    }

    /// Each try sends another document: what became of one whose answer never came can be told
    /// afterwards, for it is the only one with these bytes.
    async fn upload(&mut self, draft: Uuid) -> anyhow::Result<String> {
        let path = format!("/drafts/{draft}/documents");
        let token = self.browser.get(&path).await?.value("_token")?;
        loop {
            self.browser.until_up().await?;
            let (bytes, invoked) = (document(), self.history.now());
            let op = Op::Upload { sha256: hex::encode(Sha256::digest(&bytes)) };
            let body = Body::File { token: token.clone(), field: FIELD, bytes };
            let answer = self.browser.post(&path, body).await;
            let outcome = outcome(&answer);
            self.history.note(self.who, draft, (op, outcome), invoked);
            match answer {
                // Full of documents that were taken in without our being told.
                Ok(page) if page.status == 422 && self.has_documents(&path).await? => break,
                Ok(page) => return page.redirect().map(|_| token),
                Err(_) => {}
            }
        }
        Ok(token)
    }

    async fn has_documents(&mut self, path: &str) -> anyhow::Result<bool> {
        let page = self.browser.get(path).await?;
        Ok(page.body.contains("/removal"))
    }

    async fn submit(&mut self, draft: Uuid, token: &str) -> anyhow::Result<()> {
        let path = format!("/drafts/{draft}/submission");
        let fields = owned([("_token", token.to_owned())]);
        let page = self.asked(draft, Op::Submit, &path, || Body::Fields(fields.clone())).await?;
        ensure!(page.redirect()? == format!("/requests/{draft}/receipt"), "a receipt follows");
        Ok(())
    }

    async fn receipt(&mut self, draft: Uuid) -> anyhow::Result<()> {
        let invoked = self.history.now();
        let page = self.browser.get(&format!("/requests/{draft}/receipt")).await?;
        let code = locale::digits::to_latin(&page.find(".panel-done .code")?);
        let code: String = code.chars().filter(char::is_ascii_digit).collect();
        ensure!(code.len() == 16, "a tracking code has 16 digits, not {code:?}");
        self.history.note(self.who, draft, (Op::Receipt { code }, Outcome::Ok), invoked);
        Ok(())
    }

    /// Send the same again until it is answered, and note each try.
    async fn asked(
        &mut self,
        draft: Uuid,
        op: Op,
        path: &str,
        body: impl Fn() -> Body,
    ) -> anyhow::Result<Page> {
        loop {
            self.browser.until_up().await?;
            let invoked = self.history.now();
            let answer = self.browser.post(path, body()).await;
            let outcome = outcome(&answer);
            self.history.note(self.who, draft, (op.clone(), outcome), invoked);
            match answer {
                Ok(page) => return Ok(page),
                Err(_) => tokio::time::sleep(Duration::from_millis(20)).await,
            }
        }
    }
}

fn outcome(answer: &Result<Page, Away>) -> Outcome {
    match answer {
        Ok(page) => page.outcome(),
        Err(away) => away.outcome,
    }
}

fn owned<const N: usize>(fields: [(&str, String); N]) -> Vec<(String, String)> {
    fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

/// A PDF of 20 to 100 kB with bytes that no other has.
pub(crate) fn document() -> Vec<u8> {
    let mut rng = rand::rng();
    let mut text = String::from("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n");
    text.push_str("2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n");
    for _ in 0..rng.random_range(600..3_000) {
        writeln!(text, "% {:032x}", rng.random::<u128>())
            .expect("a string takes all that is written");
    }
    text.push_str("trailer<</Root 1 0 R>>\n%%EOF\n");
    text.into_bytes()
}
