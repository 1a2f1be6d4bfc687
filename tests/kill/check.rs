//! The judge: what the clients were told beside what the server has.
//!
//! What was acknowledged is there exactly once; what is there was asked for; what was asked for and
//! never answered is there once or not at all, and whole if it is.

use std::collections::{HashMap, HashSet};
use std::time::Duration;

use uuid::Uuid;

use crate::books::{Books, CaseRow, DocumentRow, EventRow, NoticeRow, Object};
use crate::chain;
use crate::client::mobile;
use crate::flaw::{Flaw, Kind};
use crate::history::{Entry, Op, Outcome};
use crate::outbox::{Delivered, canonical};

/// A worker has this many jobs in hand at most; one that dies may have sent each of them without
/// having noted it, and its successor sends those again.
const IN_HAND: usize = 8;

/// Everything that is known when the run is over.
#[derive(Clone)]
pub(crate) struct Evidence {
    pub(crate) entries: Vec<Entry>,
    pub(crate) kills: Vec<Duration>,
    pub(crate) books: Books,
    pub(crate) delivered: Vec<Delivered>,
}

/// An agency and the draft of one of its clients.
type Draft<'a> = (&'a str, Uuid);

/// Everything that is wrong.
pub(crate) fn check(evidence: &Evidence) -> Vec<Flaw> {
    let judge = Judge::new(evidence);
    let mut flaws = Vec::new();
    judge.requests(&mut flaws);
    judge.uploads(&mut flaws);
    judge.documents(&mut flaws);
    judge.objects(&mut flaws);
    judge.notices(&mut flaws);
    judge.messages(&mut flaws);
    judge.histories(&mut flaws);
    flaws.extend(evidence.books.dead_jobs.iter().map(|kind| Flaw::new(Kind::Job, kind)));
    flaws
}

/// The evidence, arranged by what is looked for.
struct Judge<'a> {
    evidence: &'a Evidence,
    cases: HashMap<Draft<'a>, &'a CaseRow>,
    /// By the digest of its bytes, in hexadecimal.
    documents: HashMap<String, Vec<&'a DocumentRow>>,
    objects: HashMap<&'a str, &'a Object>,
    /// The upload of each digest; each was sent once.
    uploads: HashMap<&'a str, &'a Entry>,
    /// Each draft that was handed in, with the answer that acknowledged it first.
    submits: HashMap<Draft<'a>, Option<&'a Entry>>,
}

impl<'a> Judge<'a> {
    fn new(evidence: &'a Evidence) -> Self {
        let books = &evidence.books;
        let mut documents: HashMap<_, Vec<_>> = HashMap::new();
        for row in &books.documents {
            documents.entry(hex::encode(&row.sha256)).or_default().push(row);
        }
        let mut judge = Self {
            evidence,
            cases: books.cases.iter().map(|row| ((row.tenant.as_str(), row.id), row)).collect(),
            documents,
            objects: books.objects.iter().map(|object| (object.key.as_str(), object)).collect(),
            uploads: HashMap::new(),
            submits: HashMap::new(),
        };
        evidence.entries.iter().for_each(|entry| judge.note(entry));
        judge
    }

    fn note(&mut self, entry: &'a Entry) {
        match &entry.op {
            Op::Upload { sha256 } => {
                self.uploads.insert(sha256, entry);
            }
            // A server that was never reached was asked for nothing.
            Op::Submit if entry.outcome != Outcome::Fail => {
                let acknowledged = self.submits.entry(draft_of(entry)).or_default();
                *acknowledged = acknowledged.or((entry.outcome == Outcome::Ok).then_some(entry));
            }
            Op::Submit | Op::Save | Op::Receipt { .. } => {}
        }
    }

    /// Acknowledged requests are cases, with the code that was told; and there are no others.
    fn requests(&self, flaws: &mut Vec<Flaw>) {
        let mut wrong = |what: String| flaws.push(Flaw::new(Kind::Case, what));
        let audited = self.evidence.books.audited.iter();
        let audited: HashSet<Draft<'_>> = audited.map(|(tenant, id)| (&**tenant, *id)).collect();
        for (draft, acknowledged) in &self.submits {
            if let Some(entry) = acknowledged
                && !self.cases.contains_key(draft)
            {
                wrong(format!("{draft:?} is not there, but {}", self.when(entry)));
            }
        }
        for (draft, case) in &self.cases {
            if !self.submits.contains_key(draft) {
                wrong(format!("nobody handed {draft:?} in"));
            }
            if !case.submitted {
                wrong(format!("the draft of {draft:?} does not know that it was handed in"));
            }
            if !audited.contains(draft) {
                wrong(format!("the audit log does not know who handed {draft:?} in"));
            }
        }
        for (tenant, id) in &self.evidence.books.submitted {
            if !self.cases.contains_key(&(tenant.as_str(), *id)) {
                wrong(format!("the draft {id} says it was handed in, and there is no case"));
            }
        }
        for entry in &self.evidence.entries {
            let Op::Receipt { code } = &entry.op else { continue };
            if self.cases.get(&draft_of(entry)).is_some_and(|case| case.code != *code) {
                wrong(format!("{:?} was told another tracking code", draft_of(entry)));
            }
        }
    }

    /// When something was asked and answered, and the kill that came next: where a loss is looked for.
    fn when(&self, entry: &Entry) -> String {
        let next = self.evidence.kills.iter().find(|kill| **kill >= entry.returned);
        let (asked, answered) = (entry.invoked, entry.returned);
        format!("asked at {asked:.2?}, {:?} at {answered:.2?}, killed at {next:.2?}", entry.outcome)
    }

    /// What became of each upload: there once, once at most, or not at all.
    fn uploads(&self, flaws: &mut Vec<Flaw>) {
        for (sha256, entry) in &self.uploads {
            let rows = self.documents.get(*sha256).map_or(0, Vec::len);
            let fits = match entry.outcome {
                Outcome::Ok => rows == 1,
                Outcome::Fail => rows == 0,
                Outcome::Unknown => rows <= 1,
            };
            if !fits {
                let what = format!("{rows} rows of {sha256}, {}", self.when(entry));
                flaws.push(Flaw::new(Kind::Document, what));
            }
        }
    }

    /// Each document is of the client that uploaded it, part of its case, and whole.
    fn documents(&self, flaws: &mut Vec<Flaw>) {
        for row in &self.evidence.books.documents {
            let sha256 = hex::encode(&row.sha256);
            let Some(upload) = self.uploads.get(sha256.as_str()) else {
                flaws.push(Flaw::new(Kind::Document, format!("nobody uploaded {}", row.id)));
                continue;
            };
            if upload.who.tenant != row.tenant || row.draft_id != Some(upload.draft) {
                flaws.push(Flaw::new(Kind::Wall, format!("{} is somebody else's", row.id)));
            }
            let case = self.cases.get(&draft_of(upload)).map(|case| case.id);
            let state = if case.is_some() { "kept" } else { "staged" };
            if row.case_id != case || row.state != state {
                let what = format!("{} is {} and not {state} by {case:?}", row.id, row.state);
                flaws.push(Flaw::new(Kind::Document, what));
            }
            let broken = self.broken(row).map(|what| format!("{what}, but {}", self.when(upload)));
            flaws.extend(broken.map(|what| Flaw::new(Kind::Document, what)));
        }
    }

    /// What is wrong with the bytes of a document that the books say is there.
    fn broken(&self, row: &DocumentRow) -> Option<String> {
        let key = format!("{}/{}", row.tenant_id, row.id);
        let Some(object) = self.objects.get(key.as_str()) else {
            return Some(format!("{} has no object", row.id));
        };
        let whole = object.sha256.as_slice() == row.sha256.as_slice()
            && i64::try_from(object.size) == Ok(row.size);
        (!whole).then(|| format!("{} is not what was uploaded", row.id))
    }

    /// An object without a row is what a kill left of an upload that nobody was told of.
    fn objects(&self, flaws: &mut Vec<Flaw>) {
        let rows = self.evidence.books.documents.iter();
        let known: HashSet<_> = rows.map(|row| format!("{}/{}", row.tenant_id, row.id)).collect();
        for object in self.evidence.books.objects.iter().filter(|o| !known.contains(&o.key)) {
            let upload = self.uploads.get(hex::encode(object.sha256).as_str());
            if upload.is_none_or(|upload| upload.outcome != Outcome::Unknown) {
                let what = format!("the object {} belongs to nothing", object.key);
                flaws.push(Flaw::new(Kind::Document, what));
            }
        }
    }

    /// Each case has one notice that it was opened, which was sent, and not too often.
    fn notices(&self, flaws: &mut Vec<Flaw>) {
        let mut wrong = |what: String| flaws.push(Flaw::new(Kind::Notice, what));
        let mut of_case: HashMap<Draft<'_>, Vec<&NoticeRow>> = HashMap::new();
        for row in self.evidence.books.notices.iter().filter(|row| row.kind == "opened") {
            let Some(case) = row.case_id else { continue };
            of_case.entry((&row.tenant, case)).or_default().push(row);
        }
        for draft in self.cases.keys() {
            let count = of_case.get(draft).map_or(0, Vec::len);
            if count != 1 {
                wrong(format!("{draft:?} has {count} notices that it was opened"));
            }
        }
        for row in of_case.values().flatten().filter(|row| row.state != "sent") {
            wrong(format!("the notice {} is {} and not sent", row.id, row.state));
        }
        let again: usize = self.evidence.delivered.iter().map(|sent| sent.times - 1).sum();
        if again > self.evidence.kills.len() * IN_HAND {
            wrong(format!("{again} messages were sent once more than needed"));
        }
    }

    /// What was sent was written, by the agency it names, to one of its own applicants.
    fn messages(&self, flaws: &mut Vec<Flaw>) {
        let sent: HashSet<Uuid> = self.evidence.delivered.iter().map(|d| d.message.id).collect();
        let notices = &self.evidence.books.notices;
        for row in notices.iter().filter(|row| row.state == "sent" && !sent.contains(&row.id)) {
            flaws.push(Flaw::new(Kind::Notice, format!("{} says sent and never was", row.id)));
        }
        let written: HashSet<_> = notices.iter().map(|row| (row.tenant.as_str(), row.id)).collect();
        let clients = self.evidence.entries.iter().map(|entry| entry.who);
        let clients: HashSet<_> =
            clients.map(|who| (who.tenant, canonical(&mobile(who)))).collect();
        for message in self.evidence.delivered.iter().map(|sent| &sent.message) {
            if !written.contains(&(message.tenant.as_str(), message.id)) {
                let what = format!("the message {} was never written", message.id);
                flaws.push(Flaw::new(Kind::Notice, what));
            }
            if !clients.contains(&(message.tenant.as_str(), message.address.clone())) {
                let what = format!("{} went to a stranger of {}", message.id, message.tenant);
                flaws.push(Flaw::new(Kind::Wall, what));
            }
        }
    }

    /// Each case has an unbroken history that begins with its opening.
    fn histories(&self, flaws: &mut Vec<Flaw>) {
        let mut of_case: HashMap<Draft<'_>, Vec<&EventRow>> = HashMap::new();
        for event in &self.evidence.books.events {
            of_case.entry((&event.tenant, event.case_id)).or_default().push(event);
        }
        for (draft, case) in &self.cases {
            let events = of_case.remove(draft).unwrap_or_default();
            let opened = events.iter().filter(|event| event.kind == "opened").count();
            if opened != 1 {
                let what = format!("{draft:?} was opened {opened} times");
                flaws.push(Flaw::new(Kind::Chain, what));
            }
            let broken = chain::flaw(&events, case.next_no, &case.event_head);
            flaws.extend(broken.map(|what| Flaw::new(Kind::Chain, format!("{draft:?}: {what}"))));
        }
        let strays = of_case.keys().map(|draft| format!("events of {draft:?}, which is no case"));
        flaws.extend(strays.map(|what| Flaw::new(Kind::Wall, what)));
    }
}

fn draft_of(entry: &Entry) -> Draft<'_> {
    (entry.who.tenant, entry.draft)
}
