//! `mizban healthcheck`: for container images that hold no `curl`.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::process::ExitCode;
use std::time::Duration;

use anyhow::Context as _;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

const ANSWER_WITHIN: Duration = Duration::from_secs(5);
const QUESTION: &[u8] = b"GET /readyz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
/// The probe's answer is one line of JSON.
const LONGEST_ANSWER: u64 = 16 * 1024;

pub(super) async fn run(at: &str) -> anyhow::Result<ExitCode> {
    let answer = tokio::time::timeout(ANSWER_WITHIN, ask(at))
        .await
        .context("the server does not answer")?
        .context("the server cannot be reached")?;
    let ready = answer.starts_with("HTTP/1.1 200 ");
    println!("{}", answer.rsplit("\r\n").next().unwrap_or_default());
    Ok(if ready { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

async fn ask(address: &str) -> std::io::Result<String> {
    let mut socket = TcpStream::connect(address).await?;
    socket.write_all(QUESTION).await?;
    let mut answer = String::new();
    socket.take(LONGEST_ANSWER).read_to_string(&mut answer).await?;
    Ok(answer)
}

/// "All addresses" can be listened on, not called.
pub(super) fn reachable(mut address: SocketAddr) -> String {
    if address.ip().is_unspecified() {
        address.set_ip(IpAddr::V4(Ipv4Addr::LOCALHOST));
    }
    address.to_string()
}
