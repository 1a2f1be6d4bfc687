//! The addresses of a service's pages, each written once.

use forms::edit::Place;

pub(crate) fn service(key: &str) -> String {
    format!("/services/{key}")
}

pub(crate) fn form(key: &str) -> String {
    format!("/services/{key}/draft/form")
}

pub(crate) fn component(key: &str, place: Place) -> String {
    format!("/services/{key}/draft/form/{place}")
}
