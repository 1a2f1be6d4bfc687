use uuid::Uuid;

use super::{Carriers, Channel, Message, Receipt};

fn message() -> Message {
    Message {
        id: Uuid::from_u128(7),
        tenant: "fda".to_owned(),
        channel: Channel::Email,
        address: "someone@example.org".to_owned(),
        sender: "desk@example.org".to_owned(),
        subject: Some("درخواست شما".to_owned()),
        text: "سطر یک\nسطر دو".to_owned(),
    }
}

#[tokio::test]
async fn a_message_sent_twice_is_kept_once() {
    let folder = tempfile::tempdir().unwrap();
    let carriers = Carriers::Folder(folder.path().join("outbox"));
    let sent = Receipt::Sent { reference: Uuid::from_u128(7).to_string() };

    assert_eq!(carriers.send(&message()).await, sent);
    assert_eq!(carriers.send(&message()).await, sent);

    let kept = carriers.recent(10).await;
    assert_eq!(kept.into_iter().map(|(message, _)| message).collect::<Vec<_>>(), [message()]);
}

#[tokio::test]
async fn the_newest_come_first_and_no_more_than_asked() {
    let folder = tempfile::tempdir().unwrap();
    let carriers = Carriers::Folder(folder.path().to_owned());
    for id in 1..=3 {
        carriers.send(&Message { id: Uuid::from_u128(id), ..message() }).await;
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    std::fs::write(folder.path().join("stray.json"), "not ours").unwrap();
    tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    carriers.send(&Message { id: Uuid::from_u128(1), ..message() }).await;

    let ids: Vec<_> = carriers.recent(3).await.iter().map(|(m, _)| m.id.as_u128()).collect();
    assert_eq!(ids, [1, 3], "three files were read, one of them not a message");
}

#[tokio::test]
async fn a_line_break_cannot_reach_a_header() {
    let folder = tempfile::tempdir().unwrap();
    let carriers = Carriers::Folder(folder.path().to_owned());
    let bad = "a@example.org\r\nBcc: b@example.org".to_owned();
    let cases = [
        Message { address: bad.clone(), ..message() },
        Message { address: String::new(), ..message() },
        Message { sender: "desk\n".to_owned(), ..message() },
        Message { subject: Some(bad), ..message() },
        Message { subject: Some("\0".to_owned()), ..message() },
    ];
    for case in cases {
        assert!(matches!(carriers.send(&case).await, Receipt::Refused(_)));
    }
    assert!(carriers.recent(10).await.is_empty());
}

#[tokio::test]
async fn a_folder_that_cannot_be_written_asks_for_another_try() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a-file");
    std::fs::write(&file, "").unwrap();
    let receipt = Carriers::Folder(file).send(&message()).await;
    assert!(matches!(receipt, Receipt::Again(_)), "{receipt:?}");
}

#[test]
fn a_message_does_not_print_what_is_personal() {
    let printed = format!("{:?}", message());
    assert!(!printed.contains("example.org") && !printed.contains("سطر"), "{printed}");
}
