//! Names, and what the sender says a file is. The file itself is a sound PDF.

use super::images::pdf;
use super::{Case, Fate, PDF, case};
use Fate::{Broken, Inert, NoFile, Refused};

/// Each name as it stands in the header, and what comes of the file.
fn names() -> Vec<(&'static str, String, Fate)> {
    let refused = |name: &'static str| (name, name.to_owned(), Refused("wrong-type"));
    let inert = |name: &'static str| (name, name.to_owned(), Inert);
    vec![
        refused("a.pdf.exe"),
        refused("a.pdf.html"),
        refused("a.pdf.svg"),
        refused("a.pdf.js"),
        refused("a.php"),
        refused("a.phtml"),
        refused("a.htaccess"),
        refused("a"),
        refused(".pdf"),
        refused("pdf"),
        refused("..."),
        refused("a.pdf;.exe"),
        refused("a.pdf::$DATA"),
        refused("a.pdf%00.exe"),
        refused("a.pdf/"),
        refused("a.pdf/x"),
        refused("web.config"),
        refused("a.PDF.LNK"),
        ("direction turned before an ending", "a\u{202e}fdp.exe".to_owned(), Refused("wrong-type")),
        ("direction turned behind one", "a.pdf\u{202e}exe.gpj".to_owned(), Refused("wrong-type")),
        ("an ending in other letters", "a.рdf".to_owned(), Refused("wrong-type")),
        ("a full-width ending", "a．pdf".to_owned(), Refused("wrong-type")),
        inert("a.exe.pdf"),
        inert("a.html.pdf"),
        inert("A.PDF"),
        inert("../../../etc/passwd.pdf"),
        inert("..%2f..%2fetc%2fpasswd.pdf"),
        inert("C:\\Windows\\System32\\a.pdf"),
        inert("\\\\evil.example\\share\\a.pdf"),
        inert("/etc/cron.d/a.pdf"),
        inert("a.pdf "),
        inert("a.pdf."),
        inert("CON.pdf"),
        inert("AUX.pdf"),
        inert("-rf.pdf"),
        inert("$(id).pdf"),
        inert("`id`.pdf"),
        inert("a;id.pdf"),
        inert("a|id.pdf"),
        inert("a' or '1'='1.pdf"),
        inert("<img src=x onerror=alert(1)>.pdf"),
        inert("{{7*7}}.pdf"),
        inert("{% include '/etc/passwd' %}.pdf"),
        inert("=cmd.pdf"),
        inert("a%22; filename=%22evil.exe.pdf"),
        inert("a%0d%0aSet-Cookie: a=b.pdf"),
        inert("%ff%fe.pdf"),
        inert("100%.pdf"),
        ("direction turned in the middle", "a\u{202e}exe\u{202c}.pdf".to_owned(), Inert),
        ("direction held apart", "\u{2066}a\u{2069}.pdf".to_owned(), Inert),
        ("marks of direction", "a\u{200f}\u{200e}.pdf".to_owned(), Inert),
        (
            "nothing but marks of direction",
            "\u{202a}\u{202b}\u{202c}.pdf".to_owned(),
            Refused("wrong-type"),
        ),
        ("letters put together", "e\u{301}".repeat(40) + ".pdf", Inert),
        ("marks piled up", format!("Z{}.pdf", "\u{309}".repeat(150)), Inert),
        ("a name as long as is taken", "ن".repeat(240) + ".pdf", Inert),
        ("a name that is longer", "ن".repeat(400) + ".pdf", Broken),
        ("a name of a hundred kilobytes", "n".repeat(100_000) + ".pdf", Broken),
    ]
}

/// What else the sender says it is.
const DECLARED: &[&str] = &[
    "application/octet-stream",
    "text/html",
    "image/svg+xml",
    "application/xhtml+xml",
    "text/javascript",
    "application/x-msdownload",
    "application/zip",
    "application/pdf2",
    "application/x-pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "text/html, application/pdf",
    "*/*",
    "nonsense",
];

pub(super) fn all() -> Vec<Case> {
    let pdf = pdf();
    let mut all: Vec<_> = names()
        .into_iter()
        .map(|(what, name, fate)| case(format!("named {what}"), (&name, PDF), &pdf, fate))
        .collect();
    for declared in DECLARED {
        let what = format!("declared as {declared}");
        all.push(case(what, ("a.pdf", declared), &pdf, Refused("wrong-type")));
    }
    for (declared, name) in
        [("image/png", "a.pdf"), ("image/jpeg", "a.pdf"), (PDF, "a.png"), (PDF, "a.jpg")]
    {
        let what = format!("{name} declared as {declared}");
        all.push(case(what, (name, declared), &pdf, Refused("mismatch")));
    }
    for (what, name, fate) in [
        ("a NUL", b"a\0.exe.pdf".as_slice(), Broken),
        ("letters that are none", b"\xff\xfe.pdf", NoFile),
    ] {
        let name = name.to_vec();
        let what = format!("named with {what}");
        all.push(Case { what, name, declared: PDF, bytes: pdf.clone(), fate });
    }
    all
}
