//! A database for those who name none: this program again, inside a throw-away cluster.

use std::os::unix::process::CommandExt as _;
use std::process::Command;

/// `pg_virtualenv` tells what it does on the standard output, which is for answers only.
const INSIDE: &str =
    r#"exec 3>&1 1>&2; exec pg_virtualenv -t -o fsync=off sh -c 'exec "$0" "$@" >&3 3>&-' "$@""#;

/// Begin this program again with a database around it. Comes back only with what forbids that.
pub(crate) fn begin_again() -> String {
    let program = match std::env::current_exe() {
        Ok(program) => program,
        Err(fault) => return fault.to_string(),
    };
    let mut command = Command::new("sh");
    command.args(["-c", INSIDE, "sh"]).arg(program).args(std::env::args_os().skip(1));
    format!("no database was named, and none can be started: {}", command.exec())
}
