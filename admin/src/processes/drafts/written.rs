//! What was written into the form of a step.

use bpmn::steps::{ListStep, New, NewThen, StepList, Then, Way, What, asked, roles};
use bpmn::{Outcome, Span, Timer};
use domain::process_drafts::Choices;
use forms::{Flaw, Problems};
use locale::words::{Lang, say1};

use super::sheet::{ENOUGH, Sheet, is_branch, is_nameless, is_work, may_be_late, parts, rows};
use crate::services::typed::{Reading, Typed};

/// Longer than any procedure takes.
const MOST_DAYS: i64 = 3_650;

/// The list with what was written into the form of one of its steps; nothing else is changed.
pub(crate) fn written(
    list: &StepList,
    id: &str,
    (choices, typed): (&Choices, &Typed),
) -> Result<StepList, Problems> {
    let Some(step) = list.find(id) else { return Ok(list.clone()) };
    let sheet = Sheet { list, step, choices };
    let mut form = Written { sheet, it: step.clone(), reading: Reading::of(typed) };
    form.head();
    match &step.what {
        What::Choice => form.ways(),
        What::Ask(repeat) if roles(repeat).is_some() => form.asked(),
        What::Together { .. } => form.branches(),
        _ => {}
    }
    if is_work(step) {
        form.outcomes();
    }
    if may_be_late(step) {
        form.deadlines();
    }
    let fresh = form.fresh();
    let Written { it, reading, .. } = form;
    reading.problems.or(())?;
    let mut changed = list.clone();
    if let Some(step) = changed.find_mut(id) {
        *step = it;
    }
    if let Some((name, timer, then)) = fresh.deadline {
        changed.add_deadline(id, &name, timer, then);
    }
    if let Some((name, role)) = fresh.branch {
        changed.add_branch(id, &name, &role, &words("steps-done"));
    }
    Ok(changed.settled())
}

/// A name that a new element begins with, in the file's language and the others.
pub(crate) fn words(key: &str) -> New {
    New { name: say1(Lang::Fa, key), texts: vec![("en".into(), say1(Lang::En, key))] }
}

/// What is to be added to a step.
#[derive(Default)]
struct Fresh {
    deadline: Option<(New, (Timer, bool), NewThen)>,
    branch: Option<(New, String)>,
}

struct Written<'a> {
    sheet: Sheet<'a>,
    it: ListStep,
    reading: Reading<'a>,
}

impl Written<'_> {
    /// A name in both languages; the Persian one is wanted.
    fn name(&mut self, name: &str) -> Option<New> {
        let (fa, en) = (format!("{name}.fa"), format!("{name}.en"));
        let (persian, english) = (self.reading.text(&fa), self.reading.text(&en));
        if persian.is_none() && english.is_some() {
            self.reading.flaw(&fa, "required");
        }
        let texts = english.map(|it| ("en".to_owned(), it)).into_iter().collect();
        // What stands in a file has one line.
        let persian = persian?.split_whitespace().collect::<Vec<_>>().join(" ");
        Some(New { name: persian, texts })
    }

    fn get(&self, name: &str) -> &str {
        self.reading.typed.get(name).trim()
    }

    fn ticked(&self, name: &str) -> bool {
        self.reading.typed.is_ticked(name)
    }

    /// Say something of the step, or nothing where nothing was chosen.
    fn say(&mut self, attribute: &str, value: &str) {
        let attributes = &mut self.it.tag.step.attributes;
        if value.is_empty() {
            attributes.remove(attribute);
        } else {
            attributes.insert(attribute.to_owned(), value.to_owned());
        }
    }

    /// A choice that the form offered; what it did not offer may stay, as another's hand wrote it.
    fn chosen(&mut self, input: &str, attribute: &str) {
        let value = self.get(input).to_owned();
        if value.is_empty() && !self.reading.typed.0.contains_key(input) {
            return;
        }
        self.say(attribute, &value);
    }

    fn step(&mut self, input: &str) -> String {
        let to = self.get(input).to_owned();
        if !to.is_empty() && self.sheet.list.at(&to).is_none() {
            self.reading.flaw(input, "choice-unknown");
        }
        to
    }

    fn days(&mut self, input: &str) -> Option<u32> {
        let days = self.reading.whole(input, MOST_DAYS)?;
        if days < 1 {
            self.reading.flaw(input, "number-invalid");
        }
        u32::try_from(days).ok()
    }

    fn head(&mut self) {
        match self.name("name") {
            Some(New { name, texts }) => {
                self.it.tag.name = name;
                self.it.tag.step.texts.remove("en");
                self.it.tag.step.texts.extend(texts);
            }
            // Where work is done at the same time, or ways part, a name is of use to nobody.
            None if is_nameless(&self.it) => self.it.tag.name.clear(),
            None => self.reading.flaw("name.fa", "required"),
        }
        match self.it.what {
            What::Task => self.chosen("role", "role"),
            What::Notice => self.chosen("notice", "notice"),
            What::Service => self.chosen("service", "kind"),
            _ => {}
        }
        self.chosen("stage", "stage");
        if is_work(&self.it) {
            let within = self.days("within").map(|days| format!("P{days}D")).unwrap_or_default();
            let before = self.it.tag.step.get("within").and_then(|it| it.parse::<Span>().ok());
            let is_same = before.is_some_and(|span| span.to_string() == within);
            if !is_same {
                self.say("within", &within);
                let calendar = if within.is_empty() { "" } else { "working" };
                self.say("calendar", calendar);
            }
        }
        let plain = !matches!(self.it.what, What::Task | What::Choice | What::End { .. });
        if plain && !is_branch(self.sheet.list, self.sheet.step) {
            let to = self.step("to");
            match self.it.ways.first_mut() {
                Some(way) => way.to = to,
                None => self.it.ways.push(way(None, to)),
            }
        }
    }

    fn outcomes(&mut self) {
        let old = self.it.tag.step.outcomes.clone();
        let (mut outcomes, mut targets): (Vec<Outcome>, Vec<(String, String)>) = Default::default();
        for no in 0..rows(self.sheet.step) {
            let at = format!("outcome.{no}");
            if self.ticked(&format!("{at}.remove")) {
                continue;
            }
            let name = self.name(&at);
            let (Some(New { name, texts }), asks) =
                (name, self.get(&format!("{at}.asks")).to_owned())
            else {
                if old.get(no).is_some() {
                    self.reading.flaw(&format!("{at}.fa"), "required");
                }
                continue;
            };
            let mut outcome = old.get(no).cloned().unwrap_or_default();
            outcome.name = name;
            outcome.texts.remove("en");
            outcome.texts.extend(texts);
            let taken = |id: &str| {
                outcomes.iter().chain(old.iter().skip(no + 1)).any(|it: &Outcome| it.id == id)
            };
            if outcome.id.is_empty() {
                let mut numbers = 1..;
                let next = numbers.find(|number| !taken(&format!("outcome-{number}")));
                outcome.id = format!("outcome-{}", next.unwrap_or_default());
            }
            if let Some(decision) = asks.strip_prefix("decision:")
                && decision != outcome.id
            {
                if taken(decision) {
                    self.reading.flaw(&format!("{at}.asks"), "process-decision-twice");
                }
                decision.clone_into(&mut outcome.id);
            }
            ask(&mut outcome, &asks);
            let to = self.step(&format!("{at}.to"));
            targets.push((outcome.id.clone(), to));
            outcomes.push(outcome);
        }
        self.it.tag.step.outcomes = outcomes;
        if parts(self.sheet) {
            self.it.lead(&targets);
        }
    }

    fn ways(&mut self) {
        let old: Vec<Way> = self.it.ways.iter().filter(|way| !way.otherwise).cloned().collect();
        let other = self.it.ways.iter().find(|way| way.otherwise).cloned();
        let mut ways = Vec::new();
        for no in 0..rows(self.sheet.step) {
            let (when, to) = (format!("way.{no}.when"), format!("way.{no}.to"));
            let condition = self.get(&when).to_owned();
            if self.ticked(&format!("way.{no}.remove")) || condition.is_empty() {
                continue;
            }
            let to = self.step(&to);
            let before = old.get(no).cloned().unwrap_or_else(|| way(None, String::new()));
            ways.push(Way { when: Some(condition), to, ..before });
        }
        let to = self.step("to");
        let other = other.unwrap_or_else(|| Way { otherwise: true, ..way(None, String::new()) });
        ways.push(Way { to, ..other });
        self.it.ways = ways;
    }

    fn asked(&mut self) {
        let all = &self.sheet.choices.roles;
        let chosen: Vec<String> =
            all.iter().filter(|role| self.ticked(&format!("unit.{role}"))).cloned().collect();
        if chosen.is_empty()
            && let Some(first) = all.first()
        {
            self.reading.flaw(&format!("unit.{first}"), "required");
        }
        let enough = self.reading.whole("enough", 200);
        let until = enough.filter(|it| *it > 0).map(|it| format!("{ENOUGH}{it}"));
        if let What::Ask(repeat) = &mut self.it.what {
            let fresh = asked(&chosen);
            (repeat.over, repeat.item, repeat.until) = (fresh.over, fresh.item, until);
        }
        self.say("role", "=unit");
    }

    fn branches(&mut self) {
        let What::Together { branches, .. } = &self.it.what else { return };
        let stays: Vec<bool> =
            (0..branches.len()).map(|no| !self.ticked(&format!("branch.{no}.remove"))).collect();
        if stays.iter().filter(|stays| **stays).count() < 2 {
            self.reading.flaw("branch.0.remove", "process-branches");
            return;
        }
        if let What::Together { branches, .. } = &mut self.it.what {
            let mut stays = stays.into_iter();
            branches.retain(|_| stays.next().unwrap_or(true));
        }
    }

    fn deadlines(&mut self) {
        let mut kept = Vec::new();
        for (no, mut deadline) in self.it.deadlines.clone().into_iter().enumerate() {
            if self.ticked(&format!("late.{no}.remove")) {
                continue;
            }
            let days = format!("late.{no}.days");
            if let Timer::Duration(span) = &deadline.timer
                && self.get(&days) != span.days.to_string()
            {
                match self.days(&days) {
                    Some(days) => deadline.timer = timer(days),
                    None => self.reading.flaw(&days, "required"),
                }
            }
            let attributes = &mut deadline.tag.step.attributes;
            if self.reading.typed.is_ticked(&format!("late.{no}.working")) {
                attributes.insert("calendar".into(), "working".into());
            } else {
                attributes.remove("calendar");
            }
            if matches!(deadline.then, Then::Lapse(_)) {
                deadline.then = Then::Lapse(self.step(&format!("late.{no}.to")));
            }
            kept.push(deadline);
        }
        self.it.deadlines = kept;
    }

    fn fresh(&mut self) -> Fresh {
        let mut fresh = Fresh::default();
        if may_be_late(&self.it) {
            fresh.deadline = self.fresh_deadline();
        }
        if matches!(self.it.what, What::Together { .. })
            && let Some(name) = self.name("branch.new")
        {
            fresh.branch = Some((name, self.get("branch.new.role").to_owned()));
        }
        fresh
    }

    fn fresh_deadline(&mut self) -> Option<(New, (Timer, bool), NewThen)> {
        let days = self.days("late.new.days")?;
        let working = self.ticked("late.new.working");
        let asks = |name: &str, value: &str| vec![(name.to_owned(), value.to_owned())];
        let then = match self.get("late.new.then") {
            "lapse" => NewThen::Lapse(self.step("late.new.to")),
            "task" => {
                let role = self.get("late.new.role").to_owned();
                NewThen::Aside(What::Task, words("steps-overdue"), asks("role", &role))
            }
            "notice" => {
                let notice = self.get("late.new.notice").to_owned();
                NewThen::Aside(What::Notice, words("steps-reminder"), asks("notice", &notice))
            }
            _ => {
                self.reading.problems.insert("late.new.then", Flaw::new("required"));
                return None;
            }
        };
        let input = match then {
            NewThen::Lapse(_) => "late.new.to",
            NewThen::Aside(What::Task, ..) => "late.new.role",
            NewThen::Aside(..) => "late.new.notice",
        };
        if self.get(input).is_empty() {
            self.reading.flaw(input, "required");
        }
        Some((words("steps-late-name"), (timer(days), working), then))
    }
}

fn timer(days: u32) -> Timer {
    Timer::Duration(Span { days, ..Span::default() })
}

fn way(when: Option<String>, to: String) -> Way {
    Way { flow: bpmn::steps::Arrow::default(), when, otherwise: false, to }
}

fn ask(outcome: &mut Outcome, asks: &str) {
    outcome.attributes.remove("asks");
    outcome.attributes.remove("register");
    let (asks, of) = asks.split_once(':').unwrap_or((asks, ""));
    if !asks.is_empty() {
        outcome.attributes.insert("asks".into(), asks.to_owned());
    }
    if asks == "number" {
        outcome.attributes.insert("register".into(), of.to_owned());
    }
}
