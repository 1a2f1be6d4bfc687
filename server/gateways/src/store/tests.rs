//! Against a real S3 server in the process.

use std::io::Write as _;

use futures_util::TryStreamExt as _;
use sha2::{Digest as _, Sha256};
use tempfile::TempDir;
use tokio::net::TcpListener;

use super::{Store, StoreConfig, StoreFault};

async fn store() -> (Store, TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let files = s3s_fs::FileSystem::new(folder.path()).unwrap();
    let mut service = s3s::service::S3ServiceBuilder::new(files);
    service.set_auth(s3s::auth::SimpleAuth::from_single("key", "secret"));
    let service = service.build();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let endpoint = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move {
        let executor = hyper_util::rt::TokioExecutor::new();
        let http = hyper_util::server::conn::auto::Builder::new(executor);
        while let Ok((socket, _)) = listener.accept().await {
            socket.set_nodelay(true).unwrap();
            let io = hyper_util::rt::TokioIo::new(socket);
            tokio::spawn(http.serve_connection(io, service.clone()).into_owned());
        }
    });
    let store = Store::connect(&config(&endpoint, "secret")).unwrap();
    store.ensure_bucket().await.unwrap();
    (store, folder)
}

fn config(endpoint: &str, secret_key: &str) -> StoreConfig {
    StoreConfig {
        endpoint: endpoint.to_owned(),
        region: "us-east-1".to_owned(),
        bucket: "documents".to_owned(),
        access_key: "key".to_owned(),
        secret_key: secret_key.to_owned(),
    }
}

fn file(bytes: &[u8]) -> tokio::fs::File {
    let mut file = tempfile::tempfile().unwrap();
    // The position is left at the end, as a caller that has just spooled it would.
    file.write_all(bytes).unwrap();
    file.into()
}

async fn put(store: &Store, key: &str, bytes: &[u8]) -> Result<(), StoreFault> {
    let digest = Sha256::digest(bytes).into();
    let size = bytes.len() as u64;
    store.put_file(key, file(bytes), size, "application/pdf", &digest).await
}

async fn read(store: &Store, key: &str) -> Vec<u8> {
    let object = store.get(key).await.unwrap();
    let chunks: Vec<_> = object.body.try_collect().await.unwrap();
    let bytes = chunks.concat();
    assert_eq!(object.size, bytes.len() as u64);
    bytes
}

#[tokio::test]
async fn what_was_put_can_be_had_again() {
    let (store, _folder) = store().await;
    let large: Vec<u8> = (0..3_000_017_u32).map(|n| n.to_le_bytes()[1]).collect();
    for (key, bytes) in [("t/empty", &b""[..]), ("t/small", b"one"), ("t/large", &large)] {
        put(&store, key, bytes).await.unwrap();
        assert_eq!(read(&store, key).await, bytes, "{key}");
    }
    put(&store, "t/small", b"two").await.unwrap();
    assert_eq!(read(&store, "t/small").await, b"two", "the same key again replaces");
}

#[tokio::test]
async fn bytes_that_do_not_have_the_digest_are_not_acknowledged() {
    let (store, _folder) = store().await;
    let digest = Sha256::digest(b"what was meant").into();
    let put = store.put_file("t/x", file(b"what was sent!"), 14, "application/pdf", &digest).await;
    assert!(matches!(put, Err(StoreFault::Unavailable(_))), "{put:?}");
}

#[tokio::test]
async fn a_missing_object_is_missing_and_not_a_fault() {
    let (store, _folder) = store().await;
    let got = store.get("t/none").await;
    assert!(matches!(got, Err(StoreFault::Missing)), "{got:?}");
    assert!(!store.exists("t/none").await.unwrap());
    store.delete("t/none").await.unwrap();
}

#[tokio::test]
async fn a_deleted_object_is_gone_and_its_neighbour_is_not() {
    let (store, _folder) = store().await;
    put(&store, "a/1", b"1").await.unwrap();
    put(&store, "a/2", b"2").await.unwrap();
    put(&store, "b/1", b"3").await.unwrap();

    store.delete("a/1").await.unwrap();

    assert!(!store.exists("a/1").await.unwrap());
    assert_eq!(store.list("a/").await.unwrap(), ["a/2"]);
    assert_eq!(store.list("").await.unwrap(), ["a/2", "b/1"]);
}

#[tokio::test]
async fn a_bucket_can_be_ensured_twice_and_answers_a_ping() {
    let (store, _folder) = store().await;
    store.ensure_bucket().await.unwrap();
    store.ping().await.unwrap();
}

#[tokio::test]
async fn a_store_that_is_not_there_is_a_fault() {
    // A port that was just free: nobody listens on it.
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let store = Store::connect(&config(&format!("http://127.0.0.1:{port}"), "secret")).unwrap();
    assert!(matches!(store.ping().await, Err(StoreFault::Unavailable(_))));
    assert!(matches!(put(&store, "t/x", b"x").await, Err(StoreFault::Unavailable(_))));
}

#[test]
fn credentials_are_not_printed() {
    let printed = format!("{:?}", config("http://localhost", "very-secret"));
    assert!(!printed.contains("very-secret"), "{printed}");
}

/// Handlers move between threads, so every wait on the store must be able to.
#[test]
fn waiting_for_the_store_may_move_between_threads() {
    fn movable<T: Send>(_: &T) {}
    let store = Store::connect(&config("http://localhost", "secret")).unwrap();
    movable(&store.ensure_bucket());
    movable(&put(&store, "k", b""));
    movable(&store.get("k"));
    movable(&store.exists("k"));
    movable(&store.delete("k"));
    movable(&store.list("k"));
    movable(&store.ping());
}
