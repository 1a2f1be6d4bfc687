//! The referrals of a case: the tree of who sent it to whom, and those that the caller answers.

use chrono::{DateTime, Utc};
use domain::cases::{CaseFile, ReferralLine};
use domain::referrals::ReferralState;
use locale::words::Lang;
use serde::Serialize;
use uuid::Uuid;

use super::form::{Form, Input};
use super::steps::PositionView;
use super::{Action, Filled, Look};
use crate::paths;

/// A referral in the tree. The tree is a list in which each entry tells whether its answers hang
/// below it, and how many branches end with it: nested lists of any depth are drawn from that.
#[derive(Debug, Clone, Serialize)]
pub(super) struct ReferralView {
    pub(super) action: String,
    pub(super) from: Option<PositionView>,
    pub(super) from_name: Option<String>,
    pub(super) to: Option<PositionView>,
    pub(super) order: String,
    pub(super) sent_at: DateTime<Utc>,
    pub(super) due_at: Option<DateTime<Utc>>,
    pub(super) late: bool,
    pub(super) seen_at: Option<DateTime<Utc>>,
    pub(super) state: &'static str,
    pub(super) told: bool,
    pub(super) answer: Option<String>,
    pub(super) answered_by: Option<String>,
    pub(super) answered_at: Option<DateTime<Utc>>,
    /// The id of the form by which the caller answers it.
    pub(super) form: Option<String>,
    pub(super) opens: bool,
    pub(super) closes: usize,
}

/// The tree in reading order.
pub(super) fn tree(file: &CaseFile, look: &Look) -> Vec<ReferralView> {
    let depths = branches(&file.referrals.iter().map(|line| line.depth).collect::<Vec<_>>());
    let lines = file.referrals.iter().zip(depths);
    lines.map(|(line, (opens, closes))| view(line, look, (opens, closes))).collect()
}

/// For each entry of a tree in reading order: whether a branch opens below it, and how many end
/// after it.
pub(super) fn branches(depths: &[usize]) -> Vec<(bool, usize)> {
    let following = depths.iter().skip(1).copied().chain([0]);
    depths
        .iter()
        .zip(following)
        .map(|(own, next)| (next > *own, own.saturating_sub(next)))
        .collect()
}

fn view(line: &ReferralLine, look: &Look, (opens, closes): (bool, usize)) -> ReferralView {
    let referral = &line.referral;
    let place = |p: &Option<_>| p.as_ref().map(|p| PositionView::of(p, look.lang));
    ReferralView {
        action: line.action.say(look.lang).to_owned(),
        from: place(&line.from),
        from_name: line.from_name.clone(),
        to: place(&line.to),
        order: referral.order.clone(),
        sent_at: referral.sent_at,
        due_at: referral.due_at,
        late: referral.is_open() && look.is_past(referral.due_at),
        seen_at: referral.seen_at,
        state: state(line),
        told: referral.tells_applicant,
        answer: referral.answer.clone().filter(|answer| !answer.is_empty()),
        answered_by: line.answered_by.clone(),
        answered_at: referral.answered_at,
        form: line.may_answer.then(|| Action::Answer(referral.id).key("")),
        opens,
        closes,
    }
}

/// A copy for information that was looked at needs nothing more, though it stays open until it is
/// put away.
fn state(line: &ReferralLine) -> &'static str {
    match line.referral.state {
        ReferralState::Open if line.requires_answer => "open",
        ReferralState::Open => "informed",
        ReferralState::Answered if line.requires_answer => "answered",
        ReferralState::Answered => "noted",
        ReferralState::Ended => "ended",
    }
}

/// A referral that the caller may answer, with its form.
#[derive(Debug, Clone, Serialize)]
pub(super) struct QuestionView {
    pub(super) key: String,
    pub(super) path: String,
    pub(super) command: Uuid,
    pub(super) action: String,
    pub(super) requires_answer: bool,
    pub(super) from: Option<PositionView>,
    pub(super) from_name: Option<String>,
    pub(super) order: String,
    pub(super) due_at: Option<DateTime<Utc>>,
    pub(super) late: bool,
    pub(super) answer: Input,
}

pub(super) fn questions(
    file: &CaseFile,
    look: &Look,
    filled: Option<&Filled>,
) -> Vec<QuestionView> {
    let mine = file.referrals.iter().filter(|line| line.may_answer);
    mine.map(|line| question(file, line, look, filled)).collect()
}

fn question(
    file: &CaseFile,
    line: &ReferralLine,
    look: &Look,
    filled: Option<&Filled>,
) -> QuestionView {
    let referral = &line.referral;
    let form = Form::of(Action::Answer(referral.id), "", filled);
    QuestionView {
        key: form.key().to_owned(),
        path: paths::answer(file.id, referral.id),
        command: form.command(),
        action: line.action.say(look.lang).to_owned(),
        requires_answer: line.requires_answer,
        from: line.from.as_ref().map(|p| PositionView::of(p, look.lang)),
        from_name: line.from_name.clone(),
        order: referral.order.clone(),
        due_at: referral.due_at,
        late: look.is_past(referral.due_at),
        answer: form.input("answer"),
    }
}

/// The name of the position to which a referral went.
pub(super) fn receiver(line: &ReferralLine, lang: Lang) -> String {
    line.to.as_ref().map(|to| to.title.say(lang).to_owned()).unwrap_or_default()
}
