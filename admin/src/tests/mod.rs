//! Every page of the console in each language.

mod pages;
