//! Small files that are what they claim to be.

pub(super) fn pdf() -> Vec<u8> {
    let mut pdf = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n\
        2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n"
        .to_vec();
    pdf.extend(b"%%EOF\n");
    pdf
}

pub(super) fn png() -> Vec<u8> {
    let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
    png.extend(b"\0\0\0\x0dIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89");
    png.extend(b"\0\0\0\x0aIDAT\x78\x9c\x63\0\x01\0\0\x05\0\x01\x0d\x0a\x2d\xb4");
    png.extend(b"\0\0\0\0IEND\xae\x42\x60\x82");
    png
}

pub(super) fn jpg() -> Vec<u8> {
    let mut jpg = b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0".to_vec();
    jpg.extend(b"\xff\xda\0\x08\x01\x01\0\0\x3f\0\x7f");
    jpg.extend(b"\xff\xd9");
    jpg
}

/// A ZIP archive with one stored file.
pub(super) fn zip() -> Vec<u8> {
    let mut zip = b"PK\x03\x04\x0a\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x01\0\0\0a".to_vec();
    let start = u32::try_from(zip.len()).unwrap();
    zip.extend(b"PK\x01\x02\x0a\0\x0a\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x01\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0a");
    let size = u32::try_from(zip.len()).unwrap() - start;
    zip.extend(b"PK\x05\x06\0\0\0\0\x01\0\x01\0");
    zip.extend(size.to_le_bytes());
    zip.extend(start.to_le_bytes());
    zip.extend(b"\0\0");
    zip
}
