//! A register book and how its numbers look.

use tenants::{Caller, Kind, Relation, Resource, Text};
use uuid::Uuid;

/// A register book (اندیکاتور).
#[derive(Debug, Clone)]
pub struct Register {
    pub id: Uuid,
    pub key: String,
    pub title: Text,
    /// `{jy}` the Jalali year, `{jy2}` its last two digits, `{serial}` or `{serial:6}` the serial,
    /// padded; anything else stands as written.
    pub pattern: String,
}

impl Register {
    /// The number of a serial in a year, such as `1405/00012`.
    pub(super) fn number(&self, year: i32, serial: i64) -> String {
        let mut number = String::new();
        let mut rest = self.pattern.as_str();
        while let Some((before, after)) = rest.split_once('{') {
            number.push_str(before);
            let (name, tail) = after.split_once('}').unwrap_or((after, ""));
            number.push_str(&part(name, year, serial));
            rest = tail;
        }
        number + rest
    }
}

fn part(name: &str, year: i32, serial: i64) -> String {
    match name.split_once(':') {
        Some(("serial", width)) => format!("{serial:0width$}", width = width.parse().unwrap_or(0)),
        _ => match name {
            "jy" => year.to_string(),
            "jy2" => format!("{:02}", year % 100),
            "serial" => serial.to_string(),
            unknown => format!("{{{unknown}}}"),
        },
    }
}

impl Resource for Register {
    const KIND: Kind = Kind::Register;

    fn id(&self) -> Option<Uuid> {
        Some(self.id)
    }

    fn relations(&self, _caller: &Caller) -> Vec<Relation> {
        Vec::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_follows_its_pattern() {
        let table = [
            ("{jy}/{serial}", "1405/12"),
            ("{jy2}/{serial:5}", "05/00012"),
            ("و-{serial}/ت", "و-12/ت"),
            ("{serial}", "12"),
            ("{odd}{serial}", "{odd}12"),
            ("{serial", "12"),
        ];
        for (pattern, number) in table {
            let title = Text::default();
            let register =
                Register { id: Uuid::nil(), key: String::new(), title, pattern: pattern.into() };
            assert_eq!(register.number(1405, 12), number, "{pattern}");
        }
    }
}
