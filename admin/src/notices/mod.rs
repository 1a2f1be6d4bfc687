//! The words of notices: what applicants are told, by which channel, in which language.

mod edit_page;
mod list_page;

use domain::notices::{self, Channel, NoticeKind, Wording};
use locale::words::Lang;
use poem::handler;
use web::{Answer, At, Fields, Problem, Reply, show};

pub(crate) use edit_page::NoticePage;
pub(crate) use list_page::NoticesPage;

use crate::filled::Filled;
use crate::paths;
use crate::visit::{Visit, commit};

/// Which text: for which kind, on which channel, in which language.
type Which = (NoticeKind, Channel, Lang);

#[handler]
pub(crate) async fn list(visit: Visit) -> Answer {
    let mut scope = visit.admin().await?;
    let wordings = notices::wordings(&mut scope).await?;
    let previews: Vec<_> = wordings.iter().map(|w| notices::preview(&scope, w)).collect();
    commit(scope).await?;
    show(NoticesPage::of(&wordings, &previews, visit.lang()))
}

#[handler]
pub(crate) async fn edit(visit: Visit, At(named): At<Named>) -> Answer {
    shown(&visit, &named, Filled::default()).await
}

/// Saves a text, or shows what it would look like.
#[handler]
pub(crate) async fn save(visit: Visit, At(named): At<Named>, fields: Fields) -> Answer {
    let sent = Filled::read(&fields)?;
    if sent.text("step") == "preview" {
        return shown(&visit, &named, sent).await;
    }
    let mut scope = visit.admin().await?;
    let which = which(&named)?;
    match notices::reword(&mut scope, typed(which, &sent)).await {
        Ok(()) => {
            commit(scope).await?;
            let (kind, channel, lang) = which;
            Ok(Reply::to(paths::notice(kind, channel, lang)).notice("admin-notice-saved"))
        }
        Err(error) => {
            drop(scope);
            shown(&visit, &named, sent.told(error, "text", visit.lang())?).await
        }
    }
}

/// The same as an address names it.
type Named = (String, String, String);

/// The text that an address names; one that names none is answered like any other.
fn which((kind, channel, lang): &Named) -> Result<Which, Problem> {
    let missing = || Problem::Missing;
    Ok((
        kind.parse().map_err(|_| missing())?,
        channel.parse().map_err(|_| missing())?,
        lang.parse().map_err(|_| missing())?,
    ))
}

fn typed((kind, channel, lang): Which, sent: &Filled) -> Wording {
    let subject = (channel == Channel::Email).then(|| sent.text("subject").to_owned());
    // Browsers send line ends as two characters; an SMS would be charged for both.
    let text = sent.text("text").replace("\r\n", "\n");
    Wording { kind, channel, lang, subject, text }
}

async fn shown(visit: &Visit, named: &Named, sent: Filled) -> Answer {
    let mut scope = visit.admin().await?;
    let which = which(named)?;
    let (kept, versions) = notices::wording(&mut scope, which).await?;
    let fresh = sent.text("step").is_empty();
    let wording = match kept {
        Some(kept) if fresh => kept,
        _ => typed(which, &sent),
    };
    let preview = notices::preview(&scope, &wording);
    commit(scope).await?;
    let page = NoticePage::of((&wording, &preview), &versions, (&sent, visit.lang()));
    sent.answer(&page)
}
