//! One connection to the server, kept open from request to request.
//!
//! It is written out here, over `httparse`, because a client library took as much of the machine as a
//! third of the server it was to measure, where `pgbench` on the other side takes next to nothing.

use std::net::Ipv4Addr;

use anyhow::{Context as _, ensure};
use bytes::{Bytes, BytesMut};
use http::StatusCode;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpSocket, TcpStream};

/// A request as it goes over the wire.
pub(crate) type Asked = Vec<u8>;

/// More than any answer of the server has.
const HEADERS: usize = 64;

/// Sends one request after the other.
pub(crate) struct Connection {
    stream: TcpStream,
    /// What has come of the next answer.
    read: BytesMut,
}

/// What came back, read to its end.
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    /// Its status line and headers.
    pub(crate) head: Bytes,
    pub(crate) body: Bytes,
}

impl Connection {
    pub(crate) async fn open(port: u16) -> anyhow::Result<Self> {
        Self::open_from(Ipv4Addr::LOCALHOST, port).await
    }

    /// The same from another address of this machine, as another client.
    pub(crate) async fn open_from(address: Ipv4Addr, port: u16) -> anyhow::Result<Self> {
        let socket = TcpSocket::new_v4()?;
        socket.bind((address, 0).into())?;
        let stream = socket.connect((Ipv4Addr::LOCALHOST, port).into()).await?;
        // A request is written in one piece; waiting for another would only delay it.
        stream.set_nodelay(true)?;
        Ok(Self { stream, read: BytesMut::with_capacity(16 * 1024) })
    }

    pub(crate) async fn send(&mut self, request: Asked) -> anyhow::Result<Answer> {
        self.stream.write_all(&request).await?;
        loop {
            if let Some((mut answer, length)) = head(&mut self.read)? {
                while self.read.len() < length {
                    self.receive().await?;
                }
                answer.body = self.read.split_to(length).freeze();
                return Ok(answer);
            }
            self.receive().await?;
        }
    }

    async fn receive(&mut self) -> anyhow::Result<()> {
        ensure!(self.stream.read_buf(&mut self.read).await? > 0, "an answer broke off");
        Ok(())
    }
}

/// An answer's head, once it has come whole, taken off; and the length of its body.
fn head(read: &mut BytesMut) -> anyhow::Result<Option<(Answer, usize)>> {
    let mut lines = [httparse::EMPTY_HEADER; HEADERS];
    let mut parsed = httparse::Response::new(&mut lines);
    let httparse::Status::Complete(end) = parsed.parse(read)? else { return Ok(None) };
    let status = StatusCode::from_u16(parsed.code.context("an answer without a status")?)?;
    let named = |line: &&mut httparse::Header<'_>| line.name.eq_ignore_ascii_case("content-length");
    let length = parsed.headers.iter_mut().find(named).context("an answer of unknown length")?;
    let length = std::str::from_utf8(length.value)?.parse()?;
    let head = read.split_to(end).freeze();
    Ok(Some((Answer { status, head, body: Bytes::new() }, length)))
}

impl Answer {
    /// The first lines of what it says, for a message about an answer that was not expected.
    pub(crate) fn said(&self) -> String {
        let text = String::from_utf8_lossy(&self.body);
        let told: String = text.chars().filter(|c| *c != '\n').take(1_000).collect();
        format!("{}: {told}", self.status)
    }

    /// The value of the hidden input that shows a form's origin.
    pub(crate) fn token(&self) -> anyhow::Result<String> {
        let text = String::from_utf8_lossy(&self.body);
        let found = text.split("name=\"_token\"").nth(1).and_then(|rest| {
            let (_, value) = rest.split_once("value=\"")?;
            value.split_once('"').map(|(token, _)| token.to_owned())
        });
        found.with_context(|| format!("no token in {}", self.said()))
    }

    /// The cookie of this name as it is sent back: `name=value`.
    pub(crate) fn cookie(&self, name: &str) -> anyhow::Result<String> {
        let head = std::str::from_utf8(&self.head)?;
        let lines = head.lines().filter_map(|line| line.strip_prefix("set-cookie: "));
        let mut pairs = lines.filter_map(|line| line.split(';').next().map(str::to_owned));
        let found = pairs.find(|pair| pair.starts_with(&format!("{name}=")));
        found.with_context(|| format!("no cookie {name} in {}", self.said()))
    }
}
