//! What needs no database.

use tenants::TenantId;
use uuid::Uuid;

use super::model::{Arrived, Document, DocumentState, Download, Owner, object_key};
use crate::{DocumentId, DraftId, RequestId};

const NAME: &str = "passport-of-someone.pdf";

fn document() -> Document {
    Document {
        id: DocumentId(Uuid::from_u128(1)),
        owner: Owner::Draft(DraftId(Uuid::from_u128(2))),
        case: None,
        field: "invoice".to_owned(),
        name: NAME.to_owned(),
        media_type: "application/pdf".to_owned(),
        size: 3,
        sha256: [0xab; 32],
        state: DocumentState::Staged,
        staged_at: "2026-11-24T08:00:00Z".parse().unwrap(),
    }
}

#[test]
fn a_key_says_whose_it_is_and_nothing_else() {
    let (tenant, id) = (Uuid::from_u128(7), Uuid::from_u128(8));
    let key = object_key(TenantId(tenant), DocumentId(id));
    assert_eq!(key, "00000000-0000-0000-0000-000000000007/00000000-0000-0000-0000-000000000008");
}

#[test]
fn an_owner_is_a_draft_or_a_request() {
    let id = Uuid::from_u128(5);
    let (draft, request) = (Owner::Draft(DraftId(id)), Owner::Request(RequestId(id)));
    assert_eq!((draft.draft(), draft.request()), (Some(id), None));
    assert_eq!((request.draft(), request.request()), (None, Some(id)));
}

#[test]
fn states_are_spelt_as_in_the_table() {
    for (state, word) in [
        (DocumentState::Staged, "staged"),
        (DocumentState::Kept, "kept"),
        (DocumentState::Dropped, "dropped"),
    ] {
        assert_eq!(<&str>::from(state), word);
        assert_eq!(word.parse(), Ok(state));
    }
}

#[test]
fn a_digest_is_written_in_hexadecimal() {
    let json = serde_json::to_value(document()).unwrap();
    assert_eq!(json["sha256"], "ab".repeat(32));
    assert_eq!(document().sha256_hex(), "ab".repeat(32));
    assert_eq!(json["owner"]["kind"], "draft");
    assert_eq!(json["state"], "staged");
}

#[test]
fn a_file_name_does_not_print() {
    let Document { id, owner, field, name, media_type, size, sha256, .. } = document();
    let arrived = Arrived { id, owner, field, name, media_type, size, sha256 };
    let download = Download {
        key: "t/d".to_owned(),
        name: NAME.to_owned(),
        media_type: arrived.media_type.clone(),
        size,
        sha256,
    };
    for printed in [format!("{:?}", document()), format!("{arrived:?}"), format!("{download:?}")] {
        assert!(!printed.contains("passport"), "{printed}");
    }
}
