//! What the desks of a development server sent, and how to sign in as their made-up staff.

use chrono::{DateTime, Utc};
use gateways::{Channel, Message};
use locale::words::{Lang, say1};
use serde::Serialize;
use tenants::CENTRAL;
use web::{Page, Surface};

use super::{DemoStaff, DirectoryState};

#[derive(Serialize)]
pub(crate) struct OutboxPage {
    messages: Vec<MessageView>,
    staff: Vec<StaffView>,
}

#[derive(Serialize)]
struct MessageView {
    at: DateTime<Utc>,
    agency: String,
    channel: String,
    address: String,
    sender: String,
    subject: Option<String>,
    text: String,
}

#[derive(Serialize)]
struct StaffView {
    agency: String,
    name: String,
    titles: Vec<String>,
    username: String,
    password: String,
    code: String,
    desk: String,
}

impl OutboxPage {
    pub(super) fn of(
        messages: Vec<(Message, DateTime<Utc>)>,
        staff: Vec<(&DemoStaff, String)>,
        state: &DirectoryState,
        lang: Lang,
    ) -> Self {
        let message = |(message, at): (Message, DateTime<Utc>)| MessageView {
            at,
            agency: message.tenant,
            channel: say1(lang, channel(message.channel)),
            address: message.address,
            sender: message.sender,
            subject: message.subject,
            text: message.text,
        };
        let staff_view = |(staff, code): (&DemoStaff, String)| StaffView {
            agency: staff.agency.clone(),
            name: staff.name.clone(),
            titles: staff.titles.iter().map(|title| title.say(lang).to_owned()).collect(),
            username: staff.username.clone(),
            password: staff.password.clone(),
            code,
            desk: format!(
                "{}/sign-in",
                state.places.origin(surface_of(&staff.agency), &staff.agency)
            ),
        };
        Self {
            messages: messages.into_iter().map(message).collect(),
            staff: staff.into_iter().map(staff_view).collect(),
        }
    }
}

/// Where the staff of an agency work; the operator has a console only.
fn surface_of(slug: &str) -> Surface {
    if slug == CENTRAL { Surface::Admin } else { Surface::Desk }
}

fn channel(channel: Channel) -> &'static str {
    match channel {
        Channel::Sms => "portal-outbox-sms",
        Channel::Email => "portal-outbox-email",
    }
}

impl Page for OutboxPage {
    const TEMPLATE: &'static str = "portal/directory/outbox.html";

    fn samples() -> Vec<Self> {
        let message = |subject: Option<&str>| MessageView {
            at: DateTime::UNIX_EPOCH,
            agency: "fda".into(),
            channel: say1(Lang::Fa, channel(Channel::Sms)),
            address: "+989123456789".into(),
            sender: "سازمان نمونه".into(),
            subject: subject.map(str::to_owned),
            text: "کد شما: 123456".into(),
        };
        let staff = StaffView {
            agency: "fda".into(),
            name: "نسرین نمونه".into(),
            titles: vec!["کارشناس نمونه".into(), "متصدی نمونه".into()],
            username: "expert".into(),
            password: "correct horse".into(),
            code: "123456".into(),
            desk: "http://fda-desk.localhost:8080/sign-in".into(),
        };
        vec![
            Self { messages: vec![message(None), message(Some("موضوع"))], staff: vec![staff] },
            Self { messages: Vec::new(), staff: Vec::new() },
        ]
    }

    fn title(&self, lang: Lang) -> String {
        say1(lang, "portal-outbox-title")
    }
}
