//! What holds for every well-formed process, whatever happens in whatever order.

use proptest::prelude::*;

use super::blocks::{block, model};
use super::invariants::plays_well;
use super::model::xml;
use super::play::Play;
use crate::xml::Document;
use crate::{Definition, read, write};

fn definition(xml: &str) -> Definition {
    read(xml, &|_| Ok(())).unwrap_or_else(|problems| panic!("{xml}\n{problems:#?}")).definition
}

/// A definition without the order of flows that leave different nodes, which nobody asks for.
fn alike(definition: &Definition) -> String {
    let mut value = serde_json::to_value(definition).unwrap();
    let flows = value["flows"].as_array_mut().unwrap();
    flows.sort_by_key(|flow| flow["from"].as_str().unwrap().to_owned());
    value.to_string()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    /// No token is lost, nothing is left over, a command from the same position leads to the same
    /// place, what rests stays at rest, and what is put away is taken up as it was.
    #[test]
    fn whatever_happens_the_books_balance(block in block(), seed in 1_u64..u64::MAX) {
        plays_well(Play::of(&model(&block)), seed);
    }

    #[test]
    fn what_is_written_is_read_as_it_was(block in block()) {
        let once = definition(&xml(&model(&block)));
        let text = write(&once);
        let again = definition(&text);
        prop_assert_eq!(alike(&again), alike(&once));
        prop_assert_eq!(write(&again), text);
    }

    #[test]
    fn a_file_is_written_back_as_it_was(block in block(), note in "[ -~\\n\\tآ-ی]{0,40}") {
        let text = xml(&model(&block));
        let mut document = Document::read(&text).unwrap();
        let id = document.root.id().map(str::to_owned);
        document.root = document.root.with("note", &note).saying(&note);
        let again = Document::read(&document.write()).unwrap();
        prop_assert_eq!(&again, &document);
        prop_assert_eq!(again.root.id().map(str::to_owned), id);
        prop_assert_eq!(again.write(), document.write());
    }
}
