//! Small readings of HTML.

use scraper::{ElementRef, Selector};

pub(super) fn select(selector: &str) -> Selector {
    Selector::parse(selector).expect("a selector")
}

/// Name and value of every control of a form that a browser would send unasked.
pub fn fields(form: ElementRef<'_>) -> Vec<(String, String)> {
    let mut fields = Vec::new();
    for control in form.select(&select("input, select, textarea")) {
        let Some(name) = control.attr("name") else { continue };
        if let Some(value) = value(control) {
            fields.push((name.to_owned(), value));
        }
    }
    fields
}

fn value(control: ElementRef<'_>) -> Option<String> {
    match (control.value().name(), control.attr("type")) {
        ("textarea", _) => Some(control.text().collect()),
        ("select", _) => {
            let chosen = control.select(&select("option[selected]")).next();
            let first = control.select(&select("option")).next();
            let option = chosen.or(first)?;
            Some(option.attr("value").map_or_else(|| option.text().collect(), str::to_owned))
        }
        (_, Some("file" | "submit" | "button")) => None,
        (_, Some("checkbox" | "radio")) if control.attr("checked").is_none() => None,
        _ => Some(control.attr("value").unwrap_or_default().to_owned()),
    }
}
