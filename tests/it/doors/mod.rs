//! Every door tried: what an address, a header, a cookie, a code or a ticket must never open, and
//! what comes back instead. Where a test goes through all routes, it takes them from `routes`,
//! which reads the routers themselves: a new door that nobody tries is found.

mod canaries;
mod company;
mod downloads;
mod faults;
mod forgery;
mod headers;
mod hostile;
mod hosts;
mod identity;
mod injection;
mod log;
mod probe;
mod races;
mod replicas;
mod routes;
mod safe_methods;
mod same_work;
mod scene;
mod strangers;
mod watch;
