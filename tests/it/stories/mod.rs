//! Stories: one file each, named as a sentence.

mod verbs;
