//! An upload of which one half has arrived when its server is told to stop, and the other when the
//! server takes nothing new any more.

use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context as _, ensure};
use sha2::{Digest as _, Sha256};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use uuid::Uuid;

use crate::client::{Client, document};
use crate::history::{History, Op, Outcome};

/// File fields of the form; each takes several, and every restart takes one.
const FIELDS: [&str; 4] = ["proforma", "freeSale", "gazette", "articles"];
const EDGE: &str = "----mizban-half-sent";

/// A client with a draft that is never handed in.
pub(super) struct Uploader {
    client: Client,
    draft: Uuid,
    token: String,
    history: Arc<History>,
    begun: usize,
}

pub(super) struct HalfSent {
    socket: TcpStream,
    rest: Vec<u8>,
    sha256: String,
    invoked: Duration,
}

impl Uploader {
    pub(super) async fn new(mut client: Client, history: Arc<History>) -> anyhow::Result<Self> {
        let (draft, token) = client.drafts().await?;
        Ok(Self { client, draft, token, history, begun: 0 })
    }

    /// Send the first half to the server at this port.
    pub(super) async fn begins(&mut self, port: u16) -> anyhow::Result<HalfSent> {
        let bytes = document();
        let sha256 = hex::encode(Sha256::digest(&bytes));
        let mut request = self.request(port, FIELDS[self.begun % FIELDS.len()], &bytes);
        self.begun += 1;
        let rest = request.split_off(request.len() / 2);
        let invoked = self.history.now();
        let mut socket = TcpStream::connect(("127.0.0.1", port)).await?;
        socket.write_all(&request).await?;
        Ok(HalfSent { socket, rest, sha256, invoked })
    }

    /// Send the rest, and be told that it was taken in.
    pub(super) async fn ends(&self, half: HalfSent) -> anyhow::Result<()> {
        let HalfSent { mut socket, rest, sha256, invoked } = half;
        socket.write_all(&rest).await.context("the rest is not taken")?;
        let mut answer = Vec::new();
        socket.read_to_end(&mut answer).await.context("the answer breaks off")?;
        let answer = String::from_utf8_lossy(&answer);
        ensure!(answer.starts_with("HTTP/1.1 303 "), "it was not taken in: {answer}");
        let done = (Op::Upload { sha256 }, Outcome::Ok);
        self.history.note(self.client.who(), self.draft, done, invoked);
        Ok(())
    }

    fn request(&self, port: u16, field: &str, bytes: &[u8]) -> Vec<u8> {
        let head = format!(
            "--{EDGE}\r\nContent-Disposition: form-data; name=\"_token\"\r\n\r\n{}\r\n\
             --{EDGE}\r\nContent-Disposition: form-data; name=\"{field}\"; \
             filename=\"half.pdf\"\r\nContent-Type: application/pdf\r\n\r\n",
            self.token
        );
        let tail = format!("\r\n--{EDGE}--\r\n");
        let body = [head.as_bytes(), bytes, tail.as_bytes()].concat();
        let host = format!("{}.localhost:{port}", self.client.who().tenant);
        let request = format!(
            "POST /drafts/{}/documents HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\n\
             Sec-Fetch-Site: same-origin\r\nCookie: {}\r\nConnection: close\r\n\
             Content-Type: multipart/form-data; boundary={EDGE}\r\nContent-Length: {}\r\n\r\n",
            self.draft,
            self.client.cookie(),
            body.len()
        );
        [request.into_bytes(), body].concat()
    }
}
