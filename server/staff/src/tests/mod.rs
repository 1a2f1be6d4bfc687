//! Every page of the door in each language.

mod pages;
