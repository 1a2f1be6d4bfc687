//! Expressions as data: what is decided, what is refused, and that nothing stops the process.

mod decided;
mod refused;
mod survived;

use serde_json::{Map, Value as Json, json};

use crate::{Expression, Problem};

fn facts(json: Json) -> Map<String, Json> {
    match json {
        Json::Object(facts) => facts,
        _ => panic!("facts are an object"),
    }
}

/// The facts most tests meet.
fn case() -> Map<String, Json> {
    facts(json!({
        "outcome": "complete",
        "amount": 12_500_000,
        "rate": 0.1,
        "urgent": true,
        "nothing": null,
        "نوع درخواست": "صدور",
        "کد\u{200c}ملی": "0499370899",
        "a": 5, "b": 2, "a-b": 100,
        "date": "2026-05-27",
        "applicant": {"kind": "company", "نام خانوادگی": "محمدی", "since": {"year": 1402}},
        "documents": [
            {"kind": "invoice", "pages": 2, "ok": true},
            {"kind": "licence", "pages": 7, "ok": false},
        ],
        "units": ["lab", "legal"],
        "مبلغ": 250,
    }))
}

fn decide(source: &str) -> Result<bool, Problem> {
    Expression::parse(source)?.decide(&case())
}
