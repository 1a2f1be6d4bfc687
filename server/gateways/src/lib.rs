//! The only crate that talks to other machines, and it knows none of our nouns.
//!
//! A bucket holds bytes under keys; a carrier takes an address and a text. What they mean is
//! decided elsewhere. Nothing here opens a transaction, so no transaction can wait for a socket.

mod carriers;
mod store;

pub use carriers::{Carriers, Channel, Message, Receipt};
pub use store::{Object, Store, StoreConfig, StoreFault};
