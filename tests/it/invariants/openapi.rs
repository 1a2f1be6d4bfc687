//! What the API says of itself, as it was read and approved, and in words of both languages.

use expect_test::expect_file;
use locale::words::Lang;
use serde_json::Value;

use crate::support::TestDesk;

#[tokio::test]
async fn the_document_is_the_one_that_was_read_and_approved() {
    let document = api::document(Lang::En);
    let text = serde_json::to_string_pretty(&document).expect("JSON") + "\n";
    expect_file!["../../golden/openapi.json"].assert_eq(&text);

    let desk = TestDesk::open().await;
    let browser = desk.browser("fda.localhost:8080");
    for (accepted, lang) in [
        ("en", Lang::En),
        ("fa-IR, en;q=0.8", Lang::Fa),
        ("de, en-GB;q=0.7, fa;q=0.3", Lang::En),
        ("", Lang::Fa),
    ] {
        let heard = browser.knock(crate::support::Knock {
            method: "GET",
            path: "/api/v1/openapi.json",
            headers: vec![("accept-language", accepted.to_owned())],
            body: Vec::new(),
        });
        let served: Value = serde_json::from_str(&heard.await.text()).expect("JSON");
        assert_eq!(served, api::document(lang), "{accepted}");
    }
}

#[test]
fn nothing_of_the_document_lacks_its_words() {
    for lang in Lang::ALL {
        let document = api::document(lang).to_string();
        let lacking: Vec<_> =
            document.split('⟨').skip(1).filter_map(|rest| rest.split('⟩').next()).collect();
        assert!(lacking.is_empty(), "{lang}: {lacking:?}");
    }
}

#[test]
fn every_operation_needs_a_key_and_tells_problems() {
    for operation in crate::support::operations() {
        let id = &operation.id;
        assert!(operation.json["security"].is_array(), "{id} needs no key");
        for status in ["401", "403", "404", "422", "429", "500"] {
            let content = &operation.json["responses"][status]["content"];
            assert!(content["application/problem+json"].is_object(), "{id} tells no {status}");
        }
    }
}
