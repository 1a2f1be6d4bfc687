//! The rules that hold the house up, each a test. Where one fails, change the code, not the rule.

mod audit;
mod connections;
mod isolation;
mod layers;
mod modules;
mod openapi;
mod policy;
mod queries;
mod seals;
mod texts;
mod walls;
mod words;
