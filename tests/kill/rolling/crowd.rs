//! The people meanwhile: clients that hand requests in, visitors who follow them, and one client
//! whose upload is always under way when a server goes.

use std::path::PathBuf;
use std::sync::Arc;

use anyhow::Context as _;
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

use super::upload::{HalfSent, Uploader};
use super::visitor::Visitor;
use crate::client::Client;
use crate::history::{History, Who};
use crate::run::{AGENCIES, finish};

const CLIENTS_EACH: usize = 1;

type Port = watch::Receiver<Option<u16>>;

pub(super) struct Crowd {
    clients: JoinSet<anyhow::Result<()>>,
    visitors: JoinSet<anyhow::Result<usize>>,
    uploader: Uploader,
    stop: CancellationToken,
}

impl Crowd {
    /// Sign everybody in, and let them work.
    pub(super) async fn admit(
        port: &Port,
        history: &Arc<History>,
        outboxes: &[PathBuf],
    ) -> anyhow::Result<Self> {
        let signed_in = async |tenant, number| {
            let who = Who { tenant, number };
            let mut client = Client::new(who, port.clone(), Arc::clone(history))?;
            client.sign_in(outboxes).await.context("signing in")?;
            anyhow::Ok(client)
        };
        let mut workers = Vec::new();
        for tenant in AGENCIES {
            for number in 0..CLIENTS_EACH {
                workers.push(signed_in(tenant, number).await?);
            }
        }
        let uploader = signed_in(AGENCIES[0], CLIENTS_EACH).await?;
        let uploader = Uploader::new(uploader, Arc::clone(history)).await?;
        let stop = CancellationToken::new();
        let (mut clients, mut visitors) = (JoinSet::new(), JoinSet::new());
        for client in workers {
            clients.spawn(client.work(stop.clone()));
        }
        for tenant in AGENCIES {
            let visitor = Visitor::new(tenant, port.clone(), Arc::clone(history))?;
            visitors.spawn(visitor.looks_up(stop.clone()));
        }
        Ok(Self { clients, visitors, uploader, stop })
    }

    pub(super) async fn begins_upload(&mut self, port: Port) -> anyhow::Result<HalfSent> {
        let port = port.borrow().context("the server is up")?;
        self.uploader.begins(port).await
    }

    pub(super) async fn ends_upload(&self, half: HalfSent) -> anyhow::Result<()> {
        self.uploader.ends(half).await
    }

    /// Everybody brings what they began to its end. Answers how many look-ups there were.
    pub(super) async fn leaves(mut self) -> anyhow::Result<usize> {
        self.stop.cancel();
        finish(self.clients).await?;
        let mut looked_up = 0;
        while let Some(visitor) = self.visitors.join_next().await {
            looked_up += visitor.context("a visitor panicked")??;
        }
        Ok(looked_up)
    }
}
