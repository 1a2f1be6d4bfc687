//! Every page of the portal in each language, and what the forms hand themselves.

mod pages;
mod surfaces;
