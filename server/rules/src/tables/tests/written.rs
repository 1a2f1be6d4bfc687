//! A table that is written is read back as it was.

use proptest::prelude::*;

use super::super::{Decisions, Input, Kind, Output, Policy, Rule, Table};

fn text() -> impl Strategy<Value = String> {
    let scraps = prop::sample::select(vec![
        "a",
        "مبلغ",
        "<",
        ">",
        "&",
        "\"",
        "'",
        " ",
        "]]>",
        "<!--",
        "5",
        "نیم\u{200c}فاصله",
        "{",
        "-",
    ]);
    // Blanks around a cell do not matter, and are not kept.
    prop::collection::vec(scraps, 0..6).prop_map(|scraps| scraps.concat().trim().to_owned())
}

fn test_cell() -> impl Strategy<Value = String> {
    text().prop_map(|text| if text.is_empty() { "-".to_owned() } else { text })
}

fn tables() -> impl Strategy<Value = Table> {
    let kind = || prop::sample::select(Kind::ALL.to_vec());
    let input = (text(), text(), kind(), text())
        .prop_map(|(label, expression, kind, values)| Input { label, expression, kind, values });
    let output = (text(), text(), kind(), (text(), text())).prop_map(
        |(label, name, kind, (values, default))| Output { label, name, kind, values, default },
    );
    let columns = (prop::collection::vec(input, 0..4), prop::collection::vec(output, 0..4));
    (prop::sample::select(Policy::ALL.to_vec()), columns).prop_flat_map(|(policy, columns)| {
        let (inputs, outputs) = columns;
        let cells = (
            prop::collection::vec(test_cell(), inputs.len()),
            prop::collection::vec(text(), outputs.len()),
            text(),
        );
        let rule = cells.prop_map(|(tests, answers, note)| Rule { tests, answers, note });
        prop::collection::vec(rule, 0..5).prop_map(move |rules| Table {
            policy,
            inputs: inputs.clone(),
            outputs: outputs.clone(),
            rules,
        })
    })
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(table in tables(), name in text()) {
        let xml = table.write("key", &name);
        prop_assert_eq!(Table::read(&xml), Some(table), "{}", xml);
    }
}

#[test]
fn a_file_of_several_decisions_is_no_table() {
    let one = Table::blank().write("a", "a");
    assert!(Table::read(&one).is_some());
    let head = one.find("<decision ").unwrap();
    let tail = one.find("</definitions>").unwrap();
    let two = format!("{}{}{}", &one[..tail], &one[head..tail], &one[tail..]);
    assert_eq!(Table::read(&two), None);
    assert_eq!(Table::read("no file"), None);
    assert!(Decisions::parse(&one).is_err(), "nothing has been written into it yet");
}
