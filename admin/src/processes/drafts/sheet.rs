//! The form of one step: which inputs it has, and what stands in them.

use bpmn::steps::{Deadline, ListStep, StepList, Then, What, roles};
use bpmn::{Outcome, Span, Timer};
use domain::notices::NoticeKind;
use domain::process_drafts::Choices;
use forms::FieldView;
use locale::words::{Lang, say, say1};
use serde::Serialize;
use strum::VariantArray as _;

use super::lines::name;
use crate::role::role;
use crate::services::input::Showing;
use crate::services::typed::Typed;

/// The stages that a step can put a case in; applicants have words for each.
const STAGES: [&str; 16] = [
    "submitted",
    "registered",
    "in_review",
    "needs_documents",
    "waiting_inquiry",
    "appointment",
    "in_committee",
    "awaiting_signature",
    "approved",
    "issued",
    "rejected",
    "answered",
    "forwarded",
    "objection",
    "lapsed",
    "closed",
];

/// What a service task can be.
const SERVICES: [&str; 1] = ["verify-documents"];

/// Inputs under one heading.
#[derive(Debug, Serialize)]
pub(crate) struct Group {
    title: String,
    hint: Option<String>,
    pub(crate) fields: Vec<FieldView>,
}

/// Whose form it is.
#[derive(Clone, Copy)]
pub(crate) struct Sheet<'a> {
    pub(crate) list: &'a StepList,
    pub(crate) step: &'a ListStep,
    pub(crate) choices: &'a Choices,
}

/// How many rows of outcomes or ways a form has: those that are there, and one to fill in.
pub(crate) fn rows(step: &ListStep) -> usize {
    match step.what {
        What::Choice => step.ways.iter().filter(|way| !way.otherwise).count() + 1,
        _ => step.tag.step.outcomes.len() + 1,
    }
}

/// Whether it stands between others at the same time, and leads nowhere by itself.
pub(crate) fn is_branch(list: &StepList, step: &ListStep) -> bool {
    list.at(step.id()).is_none()
}

/// Whether it may do without a name.
pub(crate) fn is_nameless(step: &ListStep) -> bool {
    matches!(step.what, What::Together { .. } | What::Choice)
}

/// Whether somebody works at it.
pub(crate) fn is_work(step: &ListStep) -> bool {
    matches!(step.what, What::Task | What::Ask(_))
}

/// Whether its outcomes may lead to different steps.
pub(crate) fn parts(sheet: Sheet<'_>) -> bool {
    sheet.step.what == What::Task && !is_branch(sheet.list, sheet.step)
}

/// Whether a time can run on it.
pub(crate) fn may_be_late(step: &ListStep) -> bool {
    matches!(step.what, What::Task | What::Ask(_) | What::Wait(_) | What::Service)
}

/// What stands in a step, by the names of the inputs.
pub(crate) fn flatten(step: &ListStep) -> Typed {
    let mut typed = Typed::default();
    typed.set("name.fa", &step.tag.name);
    typed.set("name.en", step.tag.step.texts.get("en").cloned().unwrap_or_default());
    for (input, attribute) in
        [("role", "role"), ("stage", "stage"), ("notice", "notice"), ("service", "kind")]
    {
        typed.set(input, step.tag.step.get(attribute).unwrap_or_default());
    }
    let within = step.tag.step.get("within").and_then(|it| it.parse::<Span>().ok());
    if let Some(span) = within {
        typed.set("within", span.days.to_string());
    }
    for (no, outcome) in step.tag.step.outcomes.iter().enumerate() {
        typed.set(format!("outcome.{no}.fa"), &outcome.name);
        typed.set(format!("outcome.{no}.en"), outcome.texts.get("en").cloned().unwrap_or_default());
        typed.set(format!("outcome.{no}.to"), step.leads_to(&outcome.id).unwrap_or_default());
        typed.set(format!("outcome.{no}.asks"), asks(outcome));
    }
    match &step.what {
        What::Choice => {
            let ways = step.ways.iter().filter(|way| !way.otherwise);
            for (no, way) in ways.enumerate() {
                typed.set(format!("way.{no}.when"), way.when.clone().unwrap_or_default());
                typed.set(format!("way.{no}.to"), &way.to);
            }
            let other = step.ways.iter().find(|way| way.otherwise);
            typed.set("to", other.map(|way| way.to.clone()).unwrap_or_default());
        }
        What::Ask(repeat) => {
            for role in roles(repeat).unwrap_or_default() {
                typed.set(format!("unit.{role}"), "on");
            }
            let enough = repeat.until.as_deref().and_then(|it| it.strip_prefix(ENOUGH));
            typed.set("enough", enough.unwrap_or_default());
            typed.set("to", step.ways.first().map(|way| way.to.clone()).unwrap_or_default());
        }
        _ => typed.set("to", step.ways.first().map(|way| way.to.clone()).unwrap_or_default()),
    }
    for (no, deadline) in step.deadlines.iter().enumerate() {
        late(&mut typed, no, deadline);
    }
    typed.set("late.new.working", "on");
    typed
}

/// When enough of those that are asked have answered.
pub(crate) const ENOUGH: &str = "numberOfCompletedInstances >= ";

fn late(typed: &mut Typed, no: usize, deadline: &Deadline) {
    if let Timer::Duration(span) = &deadline.timer {
        typed.set(format!("late.{no}.days"), span.days.to_string());
    }
    if deadline.tag.step.get("calendar") == Some("working") {
        typed.set(format!("late.{no}.working"), "on");
    }
    if let Then::Lapse(to) = &deadline.then {
        typed.set(format!("late.{no}.to"), to);
    }
}

/// What finishing a step with an outcome asks for, in one word.
pub(crate) fn asks(outcome: &Outcome) -> String {
    match outcome.attributes.get("asks").map(String::as_str) {
        Some("number") => {
            format!("number:{}", outcome.attributes.get("register").cloned().unwrap_or_default())
        }
        Some("decision") => format!("decision:{}", outcome.id),
        other => other.unwrap_or_default().to_owned(),
    }
}

pub(crate) fn groups(sheet: Sheet<'_>, showing: Showing<'_>) -> Vec<Group> {
    let form = Form { sheet, showing };
    let mut groups = vec![form.head()];
    match &sheet.step.what {
        What::Ask(repeat) if roles(repeat).is_some() => groups.push(form.asked()),
        What::Together { .. } => groups.push(form.branches()),
        What::Choice => groups.extend(form.ways()),
        _ => {}
    }
    if is_work(sheet.step) {
        groups.extend(form.outcomes());
    }
    if may_be_late(sheet.step) {
        groups.extend(form.deadlines());
    }
    groups
}

struct Form<'a> {
    sheet: Sheet<'a>,
    showing: Showing<'a>,
}

impl Form<'_> {
    fn group(title: String, fields: Vec<FieldView>) -> Group {
        Group { title, hint: None, fields }
    }

    fn say(&self, key: &str) -> String {
        self.showing.say(key)
    }

    fn lang(&self) -> Lang {
        self.showing.lang
    }

    fn head(&self) -> Group {
        let Sheet { list, step, .. } = self.sheet;
        let [fa, en] = self.showing.words("text", "name", &self.say("steps-name"));
        let mut fields = vec![FieldView { required: !is_nameless(step), ..fa }, en];
        match &step.what {
            What::Task => fields.push(self.role("role", "processes-who")),
            What::Notice => fields.push(self.notice("notice")),
            What::Service => {
                let kinds =
                    SERVICES.map(|it| (it.to_owned(), self.say(&format!("steps-does-{it}"))));
                fields.push(self.showing.choice("service", self.say("steps-does"), kinds));
            }
            _ => {}
        }
        if is_work(step) {
            fields.push(self.number("within", "steps-within"));
        }
        if !matches!(step.what, What::Start | What::Choice | What::Together { .. }) {
            fields.push(self.stage());
        }
        let leads = !step.is_end() && !is_branch(list, step) && step.what != What::Task;
        if leads {
            let word =
                if step.what == What::Choice { "steps-otherwise-to" } else { "processes-next" };
            fields.push(self.to("to", word));
        }
        Self::group(self.say("steps-step"), fields)
    }

    fn number(&self, name: &str, word: &str) -> FieldView {
        let inputmode = Some("numeric");
        FieldView { ltr: true, inputmode, ..self.showing.input("number", name, self.say(word)) }
    }

    fn role(&self, name: &str, word: &str) -> FieldView {
        let roles = self.sheet.choices.roles.iter();
        let roles = roles.map(|it| (it.clone(), role(it, self.lang())));
        self.showing.choice(name, self.say(word), roles)
    }

    fn notice(&self, name: &str) -> FieldView {
        let kinds = NoticeKind::VARIANTS.iter().filter(|it| **it != NoticeKind::OneTimeCode);
        let kinds = kinds.map(|kind| {
            let kind: &str = kind.into();
            (kind.to_owned(), self.say(&format!("notice-kind-{kind}")))
        });
        self.showing.choice(name, self.say("steps-notice"), kinds)
    }

    fn stage(&self) -> FieldView {
        let stages =
            STAGES.map(|it| (it.to_owned(), self.say(&format!("stage-{}", it.replace('_', "-")))));
        let hint = Some(self.say("steps-stage-hint"));
        FieldView { hint, ..self.showing.choice("stage", self.say("steps-stage"), stages) }
    }

    /// A choice among the steps that one can come to.
    fn to(&self, name: &str, word: &str) -> FieldView {
        self.to_labelled(name, self.say(word))
    }

    fn to_labelled(&self, input: &str, label: String) -> FieldView {
        let steps = self.sheet.list.steps.iter().enumerate().skip(1);
        let steps = steps.map(|(no, step)| {
            let (number, name) = (no + 1, name(step, self.lang()));
            let words = [("number", number.into()), ("name", name.into())];
            (step.id().to_owned(), say(self.lang(), "steps-numbered", &words))
        });
        self.showing.choice(input, label, steps)
    }

    fn asked(&self) -> Group {
        let roles = self.sheet.choices.roles.iter();
        let mut fields: Vec<FieldView> = roles
            .map(|it| {
                let name = format!("unit.{it}");
                FieldView {
                    required: true,
                    ..self.showing.input("checkbox", &name, role(it, self.lang()))
                }
            })
            .collect();
        fields.push(FieldView {
            hint: Some(self.say("steps-enough-hint")),
            ..self.number("enough", "steps-enough")
        });
        Self::group(self.say("steps-units"), fields)
    }

    fn branches(&self) -> Group {
        let What::Together { branches, .. } = &self.sheet.step.what else {
            return Self::group(String::new(), Vec::new());
        };
        let removable = branches.iter().enumerate().filter(|_| branches.len() > 2);
        let mut fields: Vec<FieldView> = removable
            .map(|(no, branch)| {
                let name = name(&branch.it, self.lang());
                let label = say(self.lang(), "steps-remove-named", &[("name", name.into())]);
                let input = format!("branch.{no}.remove");
                FieldView { required: true, ..self.showing.input("checkbox", &input, label) }
            })
            .collect();
        fields.extend(self.showing.words("text", "branch.new", &self.say("steps-branch-new")));
        fields.push(self.role("branch.new.role", "processes-who"));
        Group {
            hint: Some(self.say("steps-branches-hint")),
            ..Self::group(self.say("steps-branches"), fields)
        }
    }

    /// The title of a row: its number, or that it is for one more.
    fn nth(&self, word: &str, no: usize, is_new: bool) -> String {
        if is_new {
            return self.say(&format!("{word}-new"));
        }
        say(self.lang(), word, &[("number", (no + 1).into())])
    }

    fn remove(&self, name: &str) -> FieldView {
        let label = self.say("steps-remove-row");
        FieldView { required: true, ..self.showing.input("checkbox", name, label) }
    }

    fn outcomes(&self) -> Vec<Group> {
        let count = rows(self.sheet.step);
        let group = |no: usize| {
            let at = format!("outcome.{no}");
            let mut fields: Vec<FieldView> =
                self.showing.words("text", &at, &self.say("steps-outcome-name")).into();
            if parts(self.sheet) {
                fields.push(self.to(&format!("{at}.to"), "steps-outcome-to"));
            }
            fields.push(self.asks(&format!("{at}.asks")));
            if no + 1 < count && count > 2 {
                fields.push(self.remove(&format!("{at}.remove")));
            }
            Self::group(self.nth("steps-outcome", no, no + 1 == count), fields)
        };
        (0..count).map(group).collect()
    }

    fn asks(&self, name: &str) -> FieldView {
        let Choices { registers, decisions, .. } = self.sheet.choices;
        let lang = self.lang();
        let mut options = vec![("documents".to_owned(), self.say("steps-asks-documents"))];
        options.extend(registers.iter().map(|(key, title)| {
            let register = [("register", title.say(lang).into())];
            (format!("number:{key}"), say(lang, "steps-asks-number", &register))
        }));
        options.extend(decisions.iter().map(|outcome| {
            let decision = [("decision", say1(lang, &format!("decision-{outcome}")).into())];
            (format!("decision:{outcome}"), say(lang, "steps-asks-decision", &decision))
        }));
        self.showing.choice(name, self.say("steps-asks"), options)
    }

    fn ways(&self) -> Vec<Group> {
        let count = rows(self.sheet.step);
        let group = |no: usize| {
            let at = format!("way.{no}");
            let when = self.showing.input("text", &format!("{at}.when"), self.say("steps-when"));
            let hint = Some(self.say("steps-when-hint"));
            let mut fields = vec![
                FieldView { ltr: true, hint, ..when },
                self.to(&format!("{at}.to"), "steps-outcome-to"),
            ];
            if no + 1 < count {
                fields.push(self.remove(&format!("{at}.remove")));
            }
            Self::group(self.nth("steps-way", no, no + 1 == count), fields)
        };
        (0..count).map(group).collect()
    }

    fn deadlines(&self) -> Vec<Group> {
        let deadlines = self.sheet.step.deadlines.iter().enumerate();
        let mut groups: Vec<Group> = deadlines.map(|(no, it)| self.deadline(no, it)).collect();
        let mut fields = self.time("new");
        let mut kinds = vec!["task", "notice"];
        if !is_branch(self.sheet.list, self.sheet.step) {
            kinds.insert(0, "lapse");
        }
        let kinds =
            kinds.into_iter().map(|it| (it.to_owned(), self.say(&format!("steps-late-{it}"))));
        fields.push(self.showing.choice("late.new.then", self.say("steps-late-then"), kinds));
        if !is_branch(self.sheet.list, self.sheet.step) {
            fields.push(self.to("late.new.to", "steps-late-to"));
        }
        fields.push(self.role("late.new.role", "steps-late-role"));
        fields.push(self.notice("late.new.notice"));
        groups.push(Self::group(self.say("steps-late-new"), fields));
        groups
    }

    fn deadline(&self, no: usize, deadline: &Deadline) -> Group {
        let mut fields = match &deadline.timer {
            Timer::Duration(_) => self.time(&no.to_string()),
            _ => Vec::new(),
        };
        if matches!(deadline.then, Then::Lapse(_)) {
            fields.push(self.to(&format!("late.{no}.to"), "steps-late-to"));
        }
        fields.push(self.remove(&format!("late.{no}.remove")));
        Self::group(self.nth("steps-late", no, false), fields)
    }

    fn time(&self, row: &str) -> Vec<FieldView> {
        let working = format!("late.{row}.working");
        let working = self.showing.input("checkbox", &working, self.say("steps-working"));
        vec![
            self.number(&format!("late.{row}.days"), "steps-days"),
            FieldView { required: true, ..working },
        ]
    }
}
