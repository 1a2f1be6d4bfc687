//! What the tests stand on: a database of their own, two look-alike agencies, a clock that can be
//! moved, carriers that remember, and a browser that reads pages as they are sent.

mod browser;
mod database;
mod desk;
mod pages;
mod program;

pub use browser::{Browser, File, Heard, Knock, Page};
pub use database::{Database, keyring};
pub use desk::{Agency, TestDesk, new_client};
pub use program::{Asked, Operation, Program, Told, operations};
