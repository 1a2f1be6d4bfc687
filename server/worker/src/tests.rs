//! What is decided here, without a database.

use chrono::TimeDelta;
use domain::jobs::{JobKind, Taken};
use domain::{Error, Refusal};
use rand::SeedableRng as _;
use rand::rngs::StdRng;
use sha2::{Digest as _, Sha256};
use tenants::{Act, Denied, Kind, TenantId};
use uuid::Uuid;

use crate::backoff::next_try;
use crate::fair::in_turn;
use crate::jobs::digest;
use crate::verdict::{Failure, Stop, Verdict};

fn job(tenant: u128, kind: JobKind, attempt: i32) -> Taken {
    let id = Uuid::now_v7();
    Taken { tenant: TenantId(Uuid::from_u128(tenant)), id, kind, subject: id, attempt }
}

#[test]
fn a_burst_of_one_tenant_stands_behind_the_first_job_of_another() {
    let taken: Vec<_> =
        [1, 1, 1, 2, 3, 3].map(|tenant| job(tenant, JobKind::FireTimer, 1)).to_vec();
    let order: Vec<_> = in_turn(taken.clone()).iter().map(|j| j.tenant.0.as_u128()).collect();
    assert_eq!(order, [1, 2, 3, 1, 3, 1]);

    let of_one = |jobs: &[Taken]| -> Vec<_> {
        jobs.iter().filter(|j| j.tenant.0.as_u128() == 1).map(|j| j.id).collect()
    };
    assert_eq!(of_one(&in_turn(taken.clone())), of_one(&taken), "each tenant's order is kept");
}

#[test]
fn waits_grow_and_end() {
    let hour = 3600;
    let slow = [60, 300, 1800, 2 * hour, 12 * hour, 12 * hour, 12 * hour, 12 * hour, 12 * hour];
    let quick = [5, 60, 300, 1800, 2 * hour, 12 * hour, 12 * hour, 12 * hour, 12 * hour];
    let mut rng = StdRng::seed_from_u64(1);
    for (kind, waits) in [(JobKind::DropDocument, slow), (JobKind::DeliverNotice, quick)] {
        for (attempt, seconds) in (1..).zip(waits) {
            let wait = next_try(&job(1, kind, attempt), Failure::Fault, &mut rng).unwrap();
            let (least, most) = (seconds * 800, seconds * 1200);
            let range = TimeDelta::milliseconds(least)..=TimeDelta::milliseconds(most);
            assert!(range.contains(&wait), "{kind:?} after try {attempt}: {wait}");
        }
        assert_eq!(next_try(&job(1, kind, 10), Failure::Fault, &mut rng), None, "{kind:?}");
    }
    for kind in [JobKind::FireTimer, JobKind::RunService] {
        let wait =
            |attempt, rng: &mut StdRng| next_try(&job(1, kind, attempt), Failure::Fault, rng);
        let last = wait(5, &mut rng).expect("a fifth wait");
        assert!(last >= TimeDelta::milliseconds(12 * hour * 800), "{kind:?}: {last}");
        assert_eq!(wait(6, &mut rng), None, "{kind:?}: a case waits for it");
    }
}

#[test]
fn jobs_that_failed_together_do_not_come_back_together() {
    let mut rng = StdRng::seed_from_u64(2);
    let failed = job(1, JobKind::DropDocument, 1);
    let waits: std::collections::HashSet<_> =
        (0..50).map(|_| next_try(&failed, Failure::Store, &mut rng)).collect();
    assert!(waits.len() > 40, "{} different waits of 50", waits.len());
}

#[test]
fn being_busy_never_ends_a_job() {
    let mut rng = StdRng::seed_from_u64(3);
    let wait = next_try(&job(1, JobKind::FireTimer, 99), Failure::Busy, &mut rng).unwrap();
    assert!(wait <= TimeDelta::seconds(6), "{wait}");
}

#[test]
fn again_or_give_up() {
    let denied = Denied { act: Act::Work, kind: Kind::Notice, may_see: false, beyond_reach: false };
    let cases: [(Stop, Verdict); 8] = [
        (Error::Missing("timer").into(), Verdict::Done),
        (Error::from(Refusal::CaseClosed).into(), Verdict::Done),
        (Error::from(Refusal::Busy).into(), Verdict::Again(Failure::Busy)),
        (Error::from(denied).into(), Verdict::Again(Failure::Denied)),
        (Error::invalid("text", "empty").into(), Verdict::Again(Failure::Fault)),
        (anyhow::anyhow!("the line is down").into(), Verdict::Again(Failure::Fault)),
        (Stop::Carrier("no answer".to_owned()), Verdict::Again(Failure::Carrier)),
        (Stop::Store("503".to_owned()), Verdict::Again(Failure::Store)),
    ];
    for (stop, verdict) in cases {
        assert_eq!(stop.verdict(), verdict, "{stop:?}");
    }
}

#[test]
fn the_log_is_told_the_whole_cause() {
    let fault = anyhow::anyhow!("connection reset").context("reading a notice");
    assert_eq!(Stop::from(fault).cause(), "reading a notice: connection reset");
}

#[tokio::test]
async fn a_digest_is_of_all_bytes_in_their_order() {
    let bytes: Vec<u8> = (0..=255).cycle().take(100_000).collect();
    let chunks = |size| bytes.chunks(size).map(Ok).collect::<Vec<std::io::Result<&[u8]>>>();
    let expected: [u8; 32] = Sha256::digest(&bytes).into();
    for size in [1_000, 4_096, 100_000] {
        let body = futures_util::stream::iter(chunks(size));
        assert_eq!(digest(body).await.unwrap(), expected);
    }
    let mut flipped = bytes.clone();
    flipped[77_777] ^= 1;
    let body = futures_util::stream::iter([std::io::Result::Ok(flipped)]);
    assert_ne!(digest(body).await.unwrap(), expected);
}

#[tokio::test]
async fn bytes_that_break_off_are_no_verdict() {
    let broken = [Ok(b"begin".as_slice()), Err(std::io::ErrorKind::ConnectionReset.into())];
    let stop = digest(futures_util::stream::iter(broken)).await.unwrap_err();
    assert_eq!(stop.verdict(), Verdict::Again(Failure::Store));
}
