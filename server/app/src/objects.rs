//! An S3 store in the process, over plain files: the one-command default, not for production.

use anyhow::{Context as _, anyhow};
use gateways::StoreConfig;
use hyper_util::rt::{TokioExecutor, TokioIo};
use hyper_util::server::conn::auto::Builder;
use s3s::auth::SimpleAuth;
use s3s::service::{S3Service, S3ServiceBuilder};
use tokio::net::TcpListener;
use tokio::task::AbortHandle;

use crate::folder::Folder;

const BUCKET: &str = "mizban";

/// A running store. Dropping it stops it; what it acknowledged is in the data folder.
#[derive(Debug)]
pub struct Objects {
    config: StoreConfig,
    task: AbortHandle,
}

impl Objects {
    /// Serve the data folder's objects on a free port of the loopback.
    pub async fn start(folder: &Folder) -> anyhow::Result<Self> {
        let root = folder.objects()?;
        let files = s3s_fs::FileSystem::new(&root).map_err(|error| anyhow!("{error:?}"))?;
        let (access_key, secret_key) = (folder.secret("s3-access")?, folder.secret("s3-secret")?);
        let mut service = S3ServiceBuilder::new(files);
        service.set_auth(SimpleAuth::from_single(access_key.clone(), secret_key.clone()));
        let listener = TcpListener::bind("127.0.0.1:0").await.context("the store's port")?;
        let config = StoreConfig {
            endpoint: format!("http://{}", listener.local_addr()?),
            region: "us-east-1".to_owned(),
            bucket: BUCKET.to_owned(),
            access_key,
            secret_key,
        };
        let task = tokio::spawn(accept(listener, service.build())).abort_handle();
        Ok(Self { config, task })
    }

    /// How to reach it.
    pub fn config(&self) -> &StoreConfig {
        &self.config
    }
}

impl Drop for Objects {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn accept(listener: TcpListener, service: S3Service) {
    let http = Builder::new(TokioExecutor::new());
    loop {
        match listener.accept().await {
            Ok((socket, _)) => {
                // Without it each small answer waits 40 ms for the client's delayed acknowledgement.
                if let Err(error) = socket.set_nodelay(true) {
                    tracing::debug!(%error, "a socket of the store");
                }
                let serving = http.serve_connection(TokioIo::new(socket), service.clone());
                tokio::spawn(serving.into_owned());
            }
            // Out of file handles, most likely; they come back.
            Err(_) => tokio::time::sleep(std::time::Duration::from_millis(50)).await,
        }
    }
}
