//! One connection to the server, kept open from request to request.

use std::net::Ipv4Addr;

use anyhow::Context as _;
use bytes::Bytes;
use http::{HeaderMap, Request, StatusCode};
use http_body_util::{BodyExt as _, Full};
use hyper::client::conn::http1::{self, SendRequest};
use hyper_util::rt::TokioIo;
use tokio::net::TcpSocket;

pub(crate) type Asked = Request<Full<Bytes>>;

/// Sends one request after the other.
pub(crate) struct Connection(SendRequest<Full<Bytes>>);

/// What came back, read to its end.
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
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
        let (sender, driver) = http1::handshake(TokioIo::new(stream)).await?;
        // When the driver fails, so does the request that is under way.
        tokio::spawn(driver);
        Ok(Self(sender))
    }

    pub(crate) async fn send(&mut self, request: Asked) -> anyhow::Result<Answer> {
        self.0.ready().await?;
        let (parts, body) = self.0.send_request(request).await?.into_parts();
        let body = body.collect().await.context("an answer broke off")?.to_bytes();
        Ok(Answer { status: parts.status, headers: parts.headers, body })
    }
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
        let lines = self.headers.get_all(http::header::SET_COOKIE);
        let mut pairs = lines
            .iter()
            .filter_map(|line| line.to_str().ok()?.split(';').next().map(str::to_owned));
        let found = pairs.find(|pair| pair.starts_with(&format!("{name}=")));
        found.with_context(|| format!("no cookie {name} in {}", self.said()))
    }
}
