//! A made-up company and its request for the import permit of a cosmetic. One table of answers, so
//! that a change of the form is a change of one place.

/// The service that is asked for.
pub const SERVICE: &str = "cosmetics-import";

/// The field of its form that takes the one compulsory document.
pub const FIELD: &str = "proforma";

/// What opens the tracking page beside the code: the end of the company's identifier.
pub const FACT: &str = "4790";

/// What the company types, as people type it: Persian digits among Latin ones, and spaces. Without an
/// e-mail address, so that it is told of each step once.
pub const ANSWERS: &[(&str, &str)] = &[
    ("companyName", "شرکت آزمون زیبایی پارس"),
    ("companyId", "۱۰۳۸۰۲۸۴۷۹۰"),
    ("contactMobile", "0912 345 6789"),
    ("officerName", "مینا نمونه‌زاده"),
    ("officerNationalCode", "۰۴۹۹۳۷۰۸۹۹"),
    ("licenceNumber", "ب/۱۲۳"),
    ("licenceExpiresOn.year", "۱۴۰۸"),
    ("licenceExpiresOn.month", "12"),
    ("licenceExpiresOn.day", "30"),
    ("productName", "کرم مرطوب‌کننده"),
    ("productNameLatin", "Moist Cream"),
    ("productKind", "skin-care"),
    ("manufacturer", "Beispiel GmbH"),
    ("country", "de"),
    ("quantity", "۱۲۰۰"),
    ("consent", "on"),
];

/// A small but whole PDF.
pub const PDF: &[u8] = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";
