//! A blueprint with mistakes is refused whole, and all of them are told by file and line.

use std::collections::BTreeMap;

use crate::blueprints::files::POLICY;
use crate::blueprints::{Folder, Problem, check};

const AGENCY: &str = "agency.json";
const NOTICES: &str = "notices.json";
const REASONS: &str = "decision-reasons.json";
const SHEET: &str = "services/cosmetics-import/sheet.json";
const FORM: &str = "services/cosmetics-import/form.json";
const PROCESS: &str = "processes/cosmetics-import.bpmn";

/// A mistake to plant: in which file, what stands there, and what is written instead.
#[derive(Clone, Copy)]
struct Planted<'a>(&'a str, &'a str, &'a str);

/// Files as they are written, to be spoiled.
struct Desk {
    files: BTreeMap<String, Vec<u8>>,
}

impl Desk {
    fn fda() -> Self {
        let folder = Folder::embedded("fda").unwrap();
        let file = |path: &str| (path.to_owned(), folder.text(path).unwrap().as_bytes().to_vec());
        Self { files: folder.paths().map(file).collect() }
    }

    fn text(&self, path: &str) -> String {
        String::from_utf8(self.files[path].clone()).unwrap()
    }

    /// Write the wrong thing over the first right one.
    fn plant(&mut self, Planted(file, right, wrong): Planted<'_>) {
        let text = self.text(file);
        assert!(text.contains(right), "{file} has no {right}");
        self.files.insert(file.to_owned(), text.replacen(right, wrong, 1).into_bytes());
    }

    /// The line on which these words stand first, counted from 1.
    fn line(&self, file: &str, words: &str) -> u32 {
        let text = self.text(file);
        let before = text.find(words).unwrap_or_else(|| panic!("{file} has no {words}"));
        u32::try_from(text[..before].lines().count().max(1)).unwrap()
            + u32::from(text[..before].ends_with('\n'))
    }

    fn problems(&self) -> Vec<Problem> {
        check(&Folder::new("fda", self.files.clone())).err().map(|it| it.0).unwrap_or_default()
    }
}

fn told(planted: Planted<'_>) -> (Desk, Vec<Problem>) {
    let mut desk = Desk::fda();
    desk.plant(planted);
    let problems = desk.problems();
    (desk, problems)
}

/// Each mistake alone: it is told once, at the line on which these words stand, and nothing else is.
fn each(table: &[(Planted<'_>, &str, &str)]) {
    for (planted, detail, words) in table {
        let (desk, problems) = told(*planted);
        let [problem] = problems.as_slice() else {
            panic!("{} instead of {}: {problems:#?}", planted.2, planted.1)
        };
        assert!(problem.detail.contains(detail), "{detail}: {problem}");
        assert_eq!(problem.file, format!("fda/{}", planted.0));
        assert_eq!(problem.line, Some(desk.line(planted.0, words)), "{problem}");
    }
}

#[test]
fn files_that_are_written_wrong() {
    each(&[
        (Planted(AGENCY, "\"units\": [", "\"units\": [,"), "this is not JSON", "\"units\""),
        (
            Planted(AGENCY, "\"phone\": \"021-00001101\"", "\"fone\": \"1\""),
            "fone is not known here",
            "\"fone\"",
        ),
        (
            Planted(
                AGENCY,
                "\"unit\": \"secretariat\",",
                "\"unit\": \"secretariat\", \"unit\": \"drugs\",",
            ),
            "unit stands twice",
            "\"unit\": \"secretariat\"",
        ),
        (
            Planted(AGENCY, "\"requires_answer\": true", "\"requires_answer\": \"yes\""),
            "expected a boolean",
            "\"yes\"",
        ),
        (Planted(AGENCY, "\"version\": \"fda-1405-1\",", ""), "version is missing", "\"calendar\""),
        (
            Planted(AGENCY, "\"official-1405\"", "\"official-1406\""),
            "unknown variant `official-1406`",
            "\"official-1406\"",
        ),
        (
            Planted(SHEET, "\"nature\": \"sovereign\"", "\"nature\": \"royal\""),
            "unknown variant `royal`",
            "\"royal\"",
        ),
        (
            Planted(
                SHEET,
                "\"visits\": {",
                "\"visit\": {\"fa\": \"یک\", \"en\": \"One\"}, \"visits\": {",
            ),
            "visit is not known here",
            "\"visit\": ",
        ),
        (
            Planted(
                SHEET,
                "\"span\": { \"working_days\": 20 }",
                "\"span\": { \"working_days\": \"20\" }",
            ),
            "expected u16",
            "\"20\"",
        ),
        (
            Planted(SHEET, "\"approved_on\": \"1405/02/01\"", "\"approved_on\": \"soon\""),
            "not a day",
            "\"soon\"",
        ),
        (Planted(REASONS, "\"advice\"", "\"advise\""), "advise is not known here", "\"advise\""),
        (
            Planted(NOTICES, "\"lapsed\": {", "\"lapsing\": {}, \"lapsed\": {"),
            "unknown variant `lapsing`",
            "\"lapsing\"",
        ),
    ]);
}

#[test]
fn texts_that_one_language_lacks() {
    each(&[
        (Planted(AGENCY, ", \"en\": \"Headquarters\"", ""), "has no English", "\"ستاد سازمان\""),
        (
            Planted(AGENCY, "\"fa\": \"ستاد سازمان\"", "\"fa\": \" \""),
            "has no Persian",
            "\"Headquarters\"",
        ),
        (
            Planted(SHEET, ", \"en\": \"Proforma invoice\"", ""),
            "has no English",
            "\"پیش‌فاکتور (پروفرما)\"",
        ),
        (
            Planted(
                FORM,
                "\"i18n\": { \"en\": { \"label\": \"Technical officer's full name\" } }",
                "\"i18n\": {}",
            ),
            "has no English",
            "\"officerName\"",
        ),
        (Planted(FORM, "\"de\": \"Germany\",", ""), "has no English: آلمان", "\"country\""),
        (
            Planted(PROCESS, "<desk:i18n lang=\"en\">Approve</desk:i18n>", ""),
            "approve: its name has no English",
            "id=\"approve\"",
        ),
        (
            Planted(PROCESS, "<desk:i18n lang=\"en\">Expert review</desk:i18n>", ""),
            "review: its name has no English",
            "id=\"review\"",
        ),
    ]);
}

#[test]
fn names_that_are_not_there() {
    each(&[
        (
            Planted(AGENCY, "\"unit\": \"cosmetics-import\"", "\"unit\": \"nowhere\""),
            "there is no unit nowhere",
            "\"nowhere\"",
        ),
        (
            Planted(AGENCY, "\"parent\": \"cosmetics\"", "\"parent\": \"laboratory\""),
            "the unit laboratory is not there",
            "\"parent\": \"laboratory\"",
        ),
        (
            Planted(
                AGENCY,
                "\"positions\": [\"laboratory-expert\"]",
                "\"positions\": [\"nobody\"]",
            ),
            "there is no position nobody",
            "\"nobody\"",
        ),
        (
            Planted(AGENCY, "\"roles\": [\"expert\"]", "\"roles\": [\"expert\", \"worker\"]"),
            "worker is not a role",
            "\"worker\"",
        ),
        (
            Planted(PROCESS, "desk:role=\"cosmetics-expert\"", "desk:role=\"guard\""),
            "review: no position carries the role guard",
            "id=\"review\"",
        ),
        (
            Planted(PROCESS, "desk:stage=\"in_review\"", "desk:stage=\"lost\""),
            "review: there is no stage lost",
            "id=\"review\"",
        ),
        (
            Planted(PROCESS, "desk:notice=\"lapsed\"", "desk:notice=\"shouted\""),
            "tell-lapsed: there is no notice shouted",
            "id=\"tell-lapsed\"",
        ),
        (
            Planted(PROCESS, "desk:kind=\"verify-documents\"", "desk:kind=\"guess\""),
            "verify: there is no service guess",
            "id=\"verify\"",
        ),
        (
            Planted(PROCESS, "desk:within=\"P5D\"", "desk:within=\"soon\""),
            "decide: its time cannot be understood",
            "id=\"decide\"",
        ),
        (
            Planted(PROCESS, "register=\"incoming\"", "register=\"other\""),
            "registered: there is no register other",
            "id=\"registered\"",
        ),
        (
            Planted(PROCESS, "asks=\"documents\"", "asks=\"money\""),
            "missing: nothing can be asked as money",
            "id=\"missing\"",
        ),
        (
            Planted(PROCESS, "outcome = \"missing\"", "outcom = \"missing\""),
            "its condition asks outcom",
            "id=\"reviewed-documents\"",
        ),
        (
            Planted(PROCESS, "outcome = \"missing\"", "productKind = \"soap\""),
            "productKind is never soap",
            "id=\"reviewed-documents\"",
        ),
        (
            Planted(PROCESS, "outcome = \"missing\"", "companyName = \"x\""),
            "asks companyName, which nothing says",
            "id=\"reviewed-documents\"",
        ),
        (
            Planted(PROCESS, "outcome = \"missing\"", "outcome = \"mising\""),
            "outcome is never mising",
            "id=\"reviewed-documents\"",
        ),
        (
            Planted(PROCESS, "attachedToRef=\"documents\"", "attachedToRef=\"document\""),
            "something is named that is not there (document)",
            "id=\"documents-late\"",
        ),
        (
            Planted(REASONS, "\"outcome\": \"reject\"", "\"outcome\": \"refuse\""),
            "no step decides refuse",
            "\"refuse\"",
        ),
    ]);
}

#[test]
fn things_that_cannot_be_used() {
    each(&[
        (
            Planted(AGENCY, "\"pattern\": \"{jy}/{serial}\"", "\"pattern\": \"7\""),
            "it does not name {serial}",
            "\"pattern\": \"7\"",
        ),
        (
            Planted(AGENCY, "{jy}/ص/{serial}", "{jy}/{serial}"),
            "stands twice",
            "\"pattern\": \"{jy}/{serial}\"\n    },\n    {\n      \"key\": \"internal\"",
        ),
        (
            Planted(AGENCY, "\"key\": \"notice\"", "\"key\": \"order\""),
            "order stands twice",
            "\"جهت استحضار\"",
        ),
        (Planted(AGENCY, "(آزمایشی {n})", "(آزمایشی)"), "it has no place {n}", "\"look_alike\""),
        (
            Planted(AGENCY, "[\"laboratory-expert\"]", "[\"drug-manager\"]"),
            "has a holder already",
            "\"s.abgineh\"",
        ),
        (Planted(NOTICES, "کد رهگیری: {code}", "کد رهگیری: {cod}"), "unknown placeholder", "{cod}"),
        (
            Planted(NOTICES, "Your sign-in code: {otp}", "Your sign-in code"),
            "needs the placeholder",
            "Your sign-in code",
        ),
        (
            Planted(SHEET, "\"phone\": \"021-00001201\"", "\"phone\": \"\""),
            "contact is not stated",
            "\"contact\"",
        ),
        (
            Planted(SHEET, "\"code\": \"10099910100\"", "\"code\": \"1009x\""),
            "code is not stated",
            "\"code\"",
        ),
        (
            Planted(FORM, "\"type\": \"mobile\"", "\"type\": \"telephone\""),
            "The type “telephone”",
            "{\n          \"type\": \"telephone\"",
        ),
        (
            Planted(FORM, "\"role\": \"contactMobile\"", "\"role\": \"phone\""),
            "The role “phone”",
            "\"key\": \"contactMobile\"",
        ),
        (
            Planted(FORM, "\"role\": \"applicantName\",", ""),
            "no field has the role applicantName",
            "\"components\"",
        ),
        (
            Planted(FORM, "\"key\": \"gazette\"", "\"key\": \"proforma\""),
            "used more than once",
            "\"key\": \"proforma\"",
        ),
        (
            Planted(
                REASONS,
                "\"key\": \"approved-with-conditions\"",
                "\"key\": \"requirements-met\"",
            ),
            "requirements-met stands twice",
            "\"key\": \"requirements-met\",\n    \"title\": {\n      \"fa\": \"درخواست با شرایط",
        ),
        (
            Planted(PROCESS, "<bpmn:process id", "<bpmn:proces id"),
            "this is not well-formed XML",
            "</bpmn:process>",
        ),
    ]);
}

#[test]
fn a_role_that_nobody_holds() {
    let person = "    { \"username\": \"p.sabalan\", \"name\": \"پگاه سبلان‌پور\", \"positions\": [\"drug-inspector\"] },\n";
    let (desk, problems) = told(Planted(AGENCY, person, ""));
    let file = "processes/drug-registration.bpmn";
    let line = desk.line(file, "id=\"inspection-opinion\"");
    let expected = "inspection-opinion: nobody holds a position with the role drug-inspector";
    let said: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(said, [format!("fda/{file}:{line}: {expected}")]);
}

#[test]
fn the_sheet_and_the_form_ask_for_the_same_documents() {
    let table = [
        (
            Planted(SHEET, "\"required\": true", "\"required\": false"),
            vec![(SHEET, "do not agree whether proforma is required")],
        ),
        (
            Planted(SHEET, "\"key\": \"freeSale\"", "\"key\": \"sale\""),
            vec![
                (FORM, "the sheet asks for no document freeSale"),
                (SHEET, "the form has no file field sale"),
            ],
        ),
    ];
    for (planted, expected) in table {
        let (_, problems) = told(planted);
        assert_eq!(problems.len(), expected.len(), "{problems:#?}");
        for (problem, (file, detail)) in problems.iter().zip(expected) {
            assert_eq!(problem.file, format!("fda/{file}"));
            assert!(problem.detail.contains(detail) && problem.line.is_some(), "{problem}");
        }
    }
}

#[test]
fn the_policy_speaks_of_nobody_who_is_not_there() {
    let mut desk = Desk::fda();
    desk.plant(Planted(AGENCY, "[\"tenant-admin\"]", "[\"admin\"]"));
    let said: Vec<String> = desk.problems().iter().map(ToString::to_string).collect();
    let policy = Folder::embedded("fda").unwrap().text(POLICY).unwrap().to_owned();
    let line =
        (1..).zip(policy.lines()).find(|(_, it)| it.starts_with("role,tenant-admin")).unwrap().0;
    assert_eq!(said, [format!("{POLICY}:{line}: nobody in fda is tenant-admin")]);
}

#[test]
fn files_that_are_missing_or_left_over() {
    let mut desk = Desk::fda();
    let form = desk.files.remove(FORM).unwrap();
    desk.files.insert("services/cosmetic-import/form.json".to_owned(), form);
    desk.files.insert(REASONS.to_owned(), vec![b'[', b'\n', 0xff]);
    let said: Vec<String> = desk.problems().iter().map(ToString::to_string).collect();
    for expected in [
        format!("fda/{FORM}: there is no such file"),
        "fda/services/cosmetic-import/form.json: no service of agency.json has this file"
            .to_owned(),
        format!("fda/{REASONS}:2: this is not UTF-8 text"),
    ] {
        assert!(said.contains(&expected), "{expected}: {said:#?}");
    }
}

#[test]
fn a_decision_without_reasons_or_words() {
    let (desk, problems) =
        told(Planted(PROCESS, "<desk:outcome id=\"approve\"", "<desk:outcome id=\"permit\""));
    let place = |words: &str| format!("fda/{PROCESS}:{}", desk.line(PROCESS, words));
    let (outcome, flow) = (place("id=\"permit\""), place("id=\"decided-tell-approved\""));
    let said: Vec<String> = problems.iter().map(ToString::to_string).collect();
    let expected = [
        format!("{outcome}: permit: decision-reasons.json has no reason for it"),
        format!("{outcome}: permit: there are no words decision-permit in fa"),
        format!("{outcome}: permit: there are no words decision-permit in en"),
        format!("{flow}: decided-tell-approved: outcome is never approve"),
    ];
    assert_eq!(said, expected);
}

/// What stands beside a file that is not JSON is looked at all the same.
#[test]
fn a_file_that_cannot_be_read_hides_no_other() {
    let mut desk = Desk::fda();
    desk.plant(Planted(SHEET, "{", "{,"));
    desk.plant(Planted(NOTICES, "{", ""));
    desk.plant(Planted(REASONS, "[", ""));
    desk.plant(Planted(FORM, "\"type\": \"mobile\"", "\"type\": \"telephone\""));
    desk.plant(Planted(PROCESS, "desk:role=\"cosmetics-expert\"", "desk:role=\"guard\""));
    let said: Vec<String> = desk.problems().iter().map(ToString::to_string).collect();
    assert_eq!(said.len(), 5, "{said:#?}");
}

#[test]
fn ten_mistakes_are_ten_lines() {
    let planted = [
        Planted(AGENCY, "\"phone\": \"021-00001101\"", "\"fone\": \"1\""),
        Planted(AGENCY, ", \"en\": \"Central Secretariat\"", ""),
        Planted(AGENCY, "\"positions\": [\"laboratory-expert\"]", "\"positions\": [\"nobody\"]"),
        Planted(NOTICES, "کد رهگیری: {code}", "کد رهگیری: {cod}"),
        Planted(REASONS, "\"advice\"", "\"advise\""),
        Planted(SHEET, "\"nature\": \"sovereign\"", "\"nature\": \"royal\""),
        Planted(SHEET, "\"phone\": \"021-00001201\"", "\"phone\": \"\""),
        Planted(FORM, "\"de\": \"Germany\",", ""),
        Planted(PROCESS, "desk:role=\"cosmetics-expert\"", "desk:role=\"guard\""),
        Planted(PROCESS, "outcome = \"missing\"", "outcom = \"missing\""),
    ];
    let mut desk = Desk::fda();
    for it in planted {
        desk.plant(it);
    }
    let refused = check(&Folder::new("fda", desk.files.clone())).unwrap_err();
    assert_eq!(refused.0.len(), 10, "{refused}");
    let text = refused.to_string();
    assert_eq!(text.lines().count(), 11, "{text}");
    assert!(text.starts_with("the blueprint has 10 mistakes:\nfda/agency.json:"), "{text}");
    assert!(text.lines().skip(1).all(names_a_line), "{text}");
}

/// File, line and what is wrong.
fn names_a_line(problem: &str) -> bool {
    let mut parts = problem.splitn(3, ':');
    let file = parts.next().is_some_and(|file| file.starts_with("fda/"));
    file && parts.next().is_some_and(|number| number.parse::<u32>().is_ok())
}
