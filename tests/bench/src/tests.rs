//! The parts that could make a wrong figure look right.

use std::time::Duration;

use bytes::Bytes;
use http::StatusCode;

use crate::beside::{times, tps};
use crate::connection::Answer;
use crate::load::{Measured, Sample, measured, share};
use crate::office::code;
use crate::rows::{Anew, Row, Table, fresh, literal};

fn ms(n: u64) -> Duration {
    Duration::from_millis(n)
}

#[test]
fn a_share_is_the_least_value_that_so_many_do_not_exceed() {
    let hundred: Vec<Duration> = (1..=100).map(ms).collect();
    let cases: [(&[Duration], usize, u64); 6] = [
        (&hundred, 50, 50),
        (&hundred, 99, 99),
        (&hundred, 100, 100),
        (&hundred[..1], 99, 1),
        (&hundred[..3], 50, 2),
        (&[], 99, 0),
    ];
    for (sorted, of_hundred, expected) in cases {
        assert_eq!(share(sorted, of_hundred), ms(expected), "{of_hundred} of {}", sorted.len());
    }
}

#[test]
fn a_rate_counts_from_the_end_of_the_warm_up() {
    let samples: Vec<Sample> =
        (1..=100).map(|n| Sample { at: ms(2_000 + n * 10), took: ms(n) }).collect();
    let expected = Measured { requests: 100, per_second: 100.0, p50: ms(50), p99: ms(99) };
    assert_eq!(measured(ms(2_000), &samples).unwrap(), expected);
    assert!(measured(ms(0), &[]).is_err(), "nothing answered is no figure");
    assert!(measured(ms(3_000), &samples).is_err(), "neither is no time");
}

#[test]
fn what_pgbench_says_is_read() {
    let told = "latency average = 8.2 ms\ntps = 1944.370011 (without initial connection time)\n";
    assert_eq!(tps(told).unwrap().to_bits(), 1_944.370_011_f64.to_bits());
    assert!(tps("tps: none").is_err());
    let log = "0 1 812 0 1764000000 123456\n1 1 40213 0 1764000000 123499\n\n";
    let read: Vec<Duration> = times(log).collect();
    assert_eq!(read, [Duration::from_micros(812), Duration::from_micros(40_213)]);
}

#[test]
fn an_answer_gives_its_token_and_its_cookie() {
    let head = Bytes::from_static(
        b"HTTP/1.1 200 OK\r\nset-cookie: lang=fa; Path=/\r\nset-cookie: __Host-visitor=abc; Path=/\r\n\r\n",
    );
    let body =
        Bytes::from_static(b"<input type=hidden name=\"_token\" value=\"t-1\"><input value=\"x\">");
    let answer = Answer { status: StatusCode::OK, head, body };
    assert_eq!(answer.token().unwrap(), "t-1");
    assert_eq!(answer.cookie("__Host-visitor").unwrap(), "__Host-visitor=abc");
    assert!(answer.cookie("__Host-session").is_err());
}

#[test]
fn the_code_of_a_message_is_found_in_any_digits() {
    for (text, expected) in [
        ("کد شما: ۱۲۳۴۵۶", Some("123456")),
        ("Your code: 123456\n@fda.localhost #123456", Some("123456")),
        ("۵ دقیقه، 12345", None),
    ] {
        assert_eq!(code(text).as_deref(), expected, "{text}");
    }
}

fn row(values: [Option<&str>; 4]) -> Row {
    let columns = ["tenant_id", "id", "note", "run_at"].map(str::to_owned).to_vec();
    let types = ["uuid", "uuid", "text", "timestamp with time zone"].map(str::to_owned).to_vec();
    let table = Table { name: "jobs".into(), columns, types };
    Row { table, values: values.map(|value| value.map(str::to_owned)).to_vec() }
}

#[test]
fn a_copy_differs_in_its_ids_and_in_what_was_asked_for() {
    let one = row([Some("t"), Some("a"), Some("it's 10:00"), Some("then")]);
    let two = row([Some("t"), Some("b"), None, Some("then")]);
    let rows = [one, two];
    let anew = Anew::default().value("a", "A".into()).ids(&rows, ":i").column("run_at", "now()");
    let (one, two) = ("A, cast(E'it''s 10\\x3a00' as text), now()", "null, now()");
    let id = fresh(2, ":i");
    assert_eq!(
        Row::insert(&[&rows[0], &rows[1]], &anew),
        format!(
            "insert into jobs (tenant_id, id, note, run_at) values \
             (cast(E't' as uuid), {one}), (cast(E't' as uuid), {id}, {two})"
        )
    );
    assert_eq!(
        rows[1].insert_for_each("s", &anew),
        format!(
            "insert into jobs (tenant_id, id, note, run_at) \
             select cast(E't' as uuid), {id}, {two} from s"
        )
    );
}

#[test]
fn a_literal_hides_nothing_that_pgbench_or_postgresql_would_read() {
    for (text, expected) in [
        ("plain", "E'plain'"),
        ("'; drop table cases; --", "E'''; drop table cases; --'"),
        ("\\x0aff", "E'\\\\x0aff'"),
        ("{\"is\": \"staff\"}", "E'{\"is\"\\x3a \"staff\"}'"),
    ] {
        assert_eq!(literal(text), expected, "{text}");
    }
}
