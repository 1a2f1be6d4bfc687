//! Proving who one is, and staying it: codes, passwords, second factors, sessions.

mod codes;
mod sessions;
mod staff;
