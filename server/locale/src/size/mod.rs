//! File sizes as people read them.

use crate::digits;
use crate::words::{Lang, say};

const UNITS: [&str; 4] =
    ["common-size-bytes", "common-size-kb", "common-size-mb", "common-size-gb"];

/// A number of bytes in the largest unit that leaves at least one of it: `۱٫۵ مگابایت`, `1.5 MB`.
///
/// Units are powers of 1024, as file managers count, so that a limit of 10 MB and a file of 10 MB
/// agree on the page. Below ten units there is one decimal, unless it is zero.
pub fn bytes(count: u64, lang: Lang) -> String {
    let mut unit = 0;
    let mut scale = 1u64;
    // Rounded tenths decide, or 1,048,575 bytes would read "1024 KB".
    while unit + 1 < UNITS.len() && tenths(count, scale) >= 10_240 {
        unit += 1;
        scale *= 1024;
    }
    say(lang, UNITS[unit], &[("amount", amount(tenths(count, scale), lang).into())])
}

fn tenths(count: u64, scale: u64) -> u128 {
    let (count, scale) = (u128::from(count), u128::from(scale));
    (count * 10 + scale / 2) / scale
}

fn amount(tenths: u128, lang: Lang) -> String {
    let (whole, tenth) = (tenths / 10, tenths % 10);
    let text = match (whole, tenth) {
        (..10, 1..) => format!("{whole}.{tenth}"),
        (10.., 5..) => format!("{}", whole + 1),
        _ => whole.to_string(),
    };
    match lang {
        Lang::Fa => digits::to_persian(&text).replace('.', "٫"),
        Lang::En => text,
    }
}

#[cfg(test)]
mod tests;
