//! The few calls of the operating system that Rust's standard library does not offer.
#![expect(unsafe_code, reason = "starting the embedded database needs these system calls")]

use std::io;
use std::os::unix::process::CommandExt as _;
use std::process::Command;

/// Whether this process runs as root.
pub(crate) fn is_root() -> bool {
    // SAFETY: takes nothing, touches nothing, cannot fail.
    unsafe { libc::geteuid() == 0 }
}

/// Make the child that `command` starts receive SIGINT when the *thread* that starts it ends.
///
/// A server killed by force thereby takes its database down with it, and cleanly.
pub(crate) fn interrupt_with_parent(command: &mut Command) {
    let parent = std::process::id();
    let before_exec = move || {
        // SAFETY: both calls are async-signal-safe and take plain numbers.
        let orphaned = unsafe {
            libc::prctl(libc::PR_SET_PDEATHSIG, libc::SIGINT) != 0
                || libc::getppid().cast_unsigned() != parent
        };
        if orphaned { Err(io::Error::last_os_error()) } else { Ok(()) }
    };
    // SAFETY: the closure allocates nothing and takes no lock, as a forked child must not.
    unsafe { command.pre_exec(before_exec) };
}

/// How a process is told to end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Signal {
    /// PostgreSQL: roll back what is under way, write a checkpoint, end.
    Interrupt,
    /// PostgreSQL: end at once; the next start recovers.
    Quit,
    Kill,
}

/// Send a signal to a child of ours that has not been waited for.
pub(crate) fn signal(pid: u32, signal: Signal) {
    let number = match signal {
        Signal::Interrupt => libc::SIGINT,
        Signal::Quit => libc::SIGQUIT,
        Signal::Kill => libc::SIGKILL,
    };
    // SAFETY: plain numbers; a child that is gone makes the call fail, which changes nothing.
    unsafe { libc::kill(pid.cast_signed(), number) };
}

/// Raise the soft limit of open files to the hard one; many shells start programs with 1024.
pub(crate) fn raise_open_files() -> io::Result<u64> {
    let mut limit = libc::rlimit { rlim_cur: 0, rlim_max: 0 };
    // SAFETY: `limit` lives on this stack and has the layout that both calls expect.
    unsafe {
        if libc::getrlimit(libc::RLIMIT_NOFILE, &raw mut limit) != 0 {
            return Err(io::Error::last_os_error());
        }
        limit.rlim_cur = limit.rlim_max;
        if libc::setrlimit(libc::RLIMIT_NOFILE, &raw const limit) != 0 {
            return Err(io::Error::last_os_error());
        }
    }
    Ok(limit.rlim_cur)
}
