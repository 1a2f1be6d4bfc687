//! A sound run's evidence with one thing changed after the other: whether the judge can see it.

use serde_json::json;
use uuid::Uuid;

use crate::check::{Evidence, check};
use crate::flaw::Kind;

/// What is done to the evidence, and what the judge must say it is about.
type Tampering = (&'static str, Kind, fn(&mut Evidence));

const TAMPERINGS: &[Tampering] = &[
    ("an acknowledged case is gone", Kind::Case, |evidence| {
        evidence.books.cases.pop();
    }),
    ("a case that nobody handed in", Kind::Case, |evidence| {
        let mut case = evidence.books.cases[0].clone();
        case.id = Uuid::now_v7();
        evidence.books.cases.push(case);
    }),
    ("a case lies with the other agency", Kind::Case, |evidence| {
        other(&mut evidence.books.cases[0].tenant);
    }),
    ("another tracking code", Kind::Case, |evidence| evidence.books.cases[0].code.push('0')),
    ("a draft that forgot", Kind::Case, |evidence| evidence.books.cases[0].submitted = false),
    ("nobody is said to have handed it in", Kind::Case, |evidence| evidence.books.audited.clear()),
    ("the documents are gone", Kind::Document, |evidence| evidence.books.documents.clear()),
    ("a document twice", Kind::Document, |evidence| {
        let document = evidence.books.documents[0].clone();
        evidence.books.documents.push(document);
    }),
    ("a document is not kept", Kind::Document, |evidence| {
        "staged".clone_into(&mut evidence.books.documents[0].state);
    }),
    ("a document of somebody else", Kind::Wall, |evidence| {
        evidence.books.documents[0].draft_id = Some(Uuid::now_v7());
    }),
    ("a document lies with the other agency", Kind::Wall, |evidence| {
        other(&mut evidence.books.documents[0].tenant);
    }),
    ("no object at all", Kind::Document, |evidence| evidence.books.objects.clear()),
    ("a bit has changed", Kind::Document, |evidence| {
        evidence.books.objects.iter_mut().for_each(|object| object.sha256[31] ^= 1);
    }),
    ("an object that nobody stored", Kind::Document, |evidence| {
        let mut object = evidence.books.objects[0].clone();
        object.key.push('0');
        object.sha256[0] ^= 1;
        evidence.books.objects.push(object);
    }),
    ("somebody was not told", Kind::Notice, |evidence| {
        let opened = evidence.books.notices.iter().position(|row| row.kind == "opened");
        evidence.books.notices.remove(opened.unwrap_or_default());
    }),
    ("everybody was told twice", Kind::Notice, |evidence| {
        let again = evidence.books.notices.clone();
        evidence.books.notices.extend(again);
    }),
    ("a notice waits for ever", Kind::Notice, |evidence| {
        evidence.books.notices.iter_mut().for_each(|row| "queued".clone_into(&mut row.state));
    }),
    ("a message was never sent", Kind::Notice, |evidence| {
        evidence.delivered.pop();
    }),
    ("a message was sent again and again", Kind::Notice, |evidence| {
        evidence.delivered[0].times += 1_000;
    }),
    ("a message to a stranger", Kind::Wall, |evidence| {
        evidence.delivered[0].message.address.push('0');
    }),
    ("an event is gone", Kind::Chain, |evidence| {
        evidence.books.events.remove(0);
    }),
    ("the last event is gone", Kind::Chain, |evidence| {
        evidence.books.events.pop();
    }),
    ("an event was changed", Kind::Chain, |evidence| {
        evidence.books.events[0].data["by"] = json!("somebody");
    }),
    ("a job was given up", Kind::Job, |evidence| {
        evidence.books.dead_jobs.push("deliver-notice".to_owned());
    }),
];

/// The changes that the judge does not see.
pub(crate) fn unnoticed(sound: &Evidence) -> Vec<&'static str> {
    let blind = |(_, kind, tamper): &&Tampering| {
        let mut evidence = sound.clone();
        tamper(&mut evidence);
        check(&evidence).iter().all(|flaw| flaw.kind != *kind)
    };
    TAMPERINGS.iter().filter(blind).map(|(name, ..)| *name).collect()
}

fn other(tenant: &mut String) {
    *tenant = if tenant == "fda" { "fda2".to_owned() } else { "fda".to_owned() };
}
