//! `mizban staff …`: who can sign in at an agency's desk, changed by the operator.
//!
//! Passwords and keys are drawn here and printed once. They are never taken from the command line,
//! where every user of the machine reads them.

use anyhow::{Context as _, anyhow};
use clap::{Args, Subcommand};
use domain::Error;
use domain::identity::{self, Enrolment, Secrets};
use locale::words::Lang;
use tenants::{Caller, Desks, Scope};

use super::house::House;
use crate::config::Config;

#[derive(Debug, Subcommand)]
pub(super) enum Staff {
    /// Add somebody who can sign in, and print the password and the authenticator's key once.
    Add {
        #[command(flatten)]
        whom: Whom,
        /// The name as colleagues and applicants read it.
        #[arg(long, value_name = "NAME")]
        name: String,
        /// The key of a position to hold from now on, such as `secretariat-clerk`; may be repeated.
        /// Whoever holds it now holds it no more.
        #[arg(long = "position", value_name = "KEY")]
        positions: Vec<String>,
    },
    /// Take somebody's access away; their sessions end at once.
    Disable(Whom),
    /// Give it back.
    Enable(Whom),
    /// Print a new password once; the one from before and every session end at once.
    ResetPassword(Whom),
    /// Print a new key for the authenticator once; the one from before, the recovery codes and every
    /// session end at once.
    ResetAuthenticator(Whom),
    /// Sign somebody out everywhere.
    EndSessions(Whom),
}

#[derive(Debug, Args)]
pub(super) struct Whom {
    /// The agency, by its slug.
    #[arg(long, value_name = "SLUG")]
    tenant: String,
    /// The user name within the agency.
    #[arg(long, value_name = "USERNAME")]
    username: String,
}

impl Staff {
    fn whom(&self) -> &Whom {
        match self {
            Self::Add { whom, .. }
            | Self::Disable(whom)
            | Self::Enable(whom)
            | Self::ResetPassword(whom)
            | Self::ResetAuthenticator(whom)
            | Self::EndSessions(whom) => whom,
        }
    }
}

/// Do it, and print what came of it.
pub(super) async fn run(what: Staff, config: &Config) -> anyhow::Result<()> {
    let house = House::open(config).await?;
    let told = carry_out(&house.desks, what).await;
    let closed = house.close().await;
    print!("{}", told?);
    closed
}

/// What to print; kept before it is told, so that no password is printed that opens nothing.
pub(super) async fn carry_out(desks: &Desks, what: Staff) -> anyhow::Result<String> {
    let tenant = desks.at(&what.whom().tenant).await?.context("there is no such agency")?;
    let mut scope = desks.enter(&tenant, Caller::Operator(tenant.id)).await?;
    let told = match what {
        Staff::Add { whom, name, positions } => {
            let new = Enrolment { username: whom.username, name, positions };
            add(&mut scope, new).await
        }
        change => alter(&mut scope, &change).await,
    };
    let told = told.map_err(in_words)?;
    scope.commit().await?;
    Ok(told)
}

async fn add(scope: &mut Scope, new: Enrolment) -> domain::Result<String> {
    let Secrets { password, totp_secret } = identity::enrol_staff(scope, new).await?;
    Ok(format!("password: {password}\nauthenticator key: {totp_secret}\n"))
}

async fn alter(scope: &mut Scope, what: &Staff) -> domain::Result<String> {
    let staff = identity::staff_named(scope, &what.whom().username).await?;
    Ok(match what {
        Staff::Add { .. } | Staff::Enable(_) => {
            identity::enable_staff(scope, staff).await?;
            "enabled\n".to_owned()
        }
        Staff::Disable(_) => {
            identity::disable_staff(scope, staff).await?;
            "disabled, and signed out everywhere\n".to_owned()
        }
        Staff::ResetPassword(_) => {
            format!("password: {}\n", identity::reset_password(scope, staff).await?)
        }
        Staff::ResetAuthenticator(_) => {
            format!("authenticator key: {}\n", identity::reset_authenticator(scope, staff).await?)
        }
        Staff::EndSessions(_) => {
            format!("sessions ended: {}\n", identity::end_sessions_of(scope, staff).await?)
        }
    })
}

/// The domain's "no" for the person at the terminal.
fn in_words(error: Error) -> anyhow::Error {
    match error {
        Error::Missing("staff") => anyhow!("nobody at this agency has this user name"),
        Error::Invalid(problems) => {
            let texts = problems.iter().map(|(_, flaw)| flaw.text(Lang::En));
            anyhow!("{}", texts.collect::<Vec<_>>().join(" "))
        }
        Error::Fault(fault) => fault,
        other => other.into(),
    }
}
