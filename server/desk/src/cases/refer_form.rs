//! The form that sends a case on.

use domain::PositionId;
use domain::cases::CaseFile;
use domain::organisation::Position;
use forms::{FieldView, OptionView};
use locale::text::isolated;
use locale::words::{Lang, say};
use serde::Serialize;
use uuid::Uuid;

use super::form::{Choice, Form, Input};
use super::{Action, Filled, Look, due};
use crate::paths;

#[derive(Debug, Clone, Serialize)]
pub(super) struct ReferForm {
    pub(super) key: String,
    pub(super) path: String,
    pub(super) command: Uuid,
    pub(super) unfolded: bool,
    /// The sender's positions, where there is a choice; otherwise the only one.
    pub(super) from: Option<Choice>,
    pub(super) only_from: Option<String>,
    pub(super) to: Receivers,
    pub(super) action: Choice,
    pub(super) order: Input,
    pub(super) due: FieldView,
    pub(super) tells: bool,
}

/// The positions to choose from, unit by unit.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Receivers {
    pub(super) key: String,
    pub(super) problem: Option<String>,
    pub(super) units: Vec<Unit>,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct Unit {
    pub(super) title: String,
    pub(super) positions: Vec<OptionView>,
}

impl ReferForm {
    /// The form, where the caller may refer the case.
    pub(super) fn of(file: &CaseFile, look: &Look, filled: Option<&Filled>) -> Option<Self> {
        if file.refer_to.is_empty() || file.refer_from.is_empty() {
            return None;
        }
        let form = Form::of(Action::Refer, "", filled);
        let several = file.refer_from.len() > 1;
        let due_key = form.input_key("due");
        Some(Self {
            key: form.key().to_owned(),
            path: paths::referrals(file.id),
            command: form.command(),
            unfolded: form.is_filled(),
            from: several.then(|| senders(file, &form, look.lang)),
            only_from: file.refer_from.first().filter(|_| !several).map(PositionId::to_string),
            to: receivers(file, &form, look.lang),
            action: form.choice("action", actions(file, look.lang)),
            order: form.input("order"),
            due: due::view(look.lang, &form.all_typed(), due_key, form.problem("due")),
            tells: !form.typed("tells").is_empty(),
        })
    }
}

fn senders(file: &CaseFile, form: &Form, lang: Lang) -> Choice {
    let own = file.refer_from.iter().filter_map(|id| file.refer_to.iter().find(|p| p.id == *id));
    form.choice("from", own.map(|p| (p.id.to_string(), p.title.say(lang).to_owned())))
}

fn actions(file: &CaseFile, lang: Lang) -> impl Iterator<Item = (String, String)> {
    file.refer_for.iter().map(move |a| (a.key.clone(), a.title.say(lang).to_owned()))
}

/// The positions come unit by unit already.
fn receivers(file: &CaseFile, form: &Form, lang: Lang) -> Receivers {
    let units = file.refer_to.chunk_by(|one, next| one.unit == next.unit).map(|positions| Unit {
        title: positions[0].unit_title.say(lang).to_owned(),
        positions: positions.iter().map(|p| receiver(p, form, lang)).collect(),
    });
    Receivers { key: form.input_key("to"), problem: form.problem("to"), units: units.collect() }
}

fn receiver(position: &Position, form: &Form, lang: Lang) -> OptionView {
    let title = position.title.say(lang);
    let label = match &position.holder {
        Some(holder) => {
            let values = [("position", title.into()), ("holder", isolated(holder).into())];
            say(lang, "desk-position-held", &values)
        }
        None => say(lang, "desk-position-vacant", &[("position", title.into())]),
    };
    form.option("to", position.id.to_string(), label)
}
