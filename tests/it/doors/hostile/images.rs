//! Small files that are what they claim to be, and archives, from which worse ones are made.

pub(super) fn pdf() -> Vec<u8> {
    it::company::PDF.to_vec()
}

pub(super) fn png() -> Vec<u8> {
    let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
    png.extend(b"\0\0\0\x0dIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89");
    png.extend(b"\0\0\0\x0aIDAT\x78\x9c\x63\0\x01\0\0\x05\0\x01\x0d\x0a\x2d\xb4");
    png.extend(b"\0\0\0\0IEND\xae\x42\x60\x82");
    png
}

/// A PNG whose header claims this many pixels each way.
pub(super) fn flood(side: u32) -> Vec<u8> {
    let mut png = png();
    png[16..20].copy_from_slice(&side.to_be_bytes());
    png[20..24].copy_from_slice(&side.to_be_bytes());
    png
}

pub(super) fn jpg() -> Vec<u8> {
    let mut jpg = b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0".to_vec();
    jpg.extend(b"\xff\xda\0\x08\x01\x01\0\0\x3f\0\x7f\xff\xd9");
    jpg
}

/// A JPEG with something in a segment of its own; `marker` is 0xfe for a comment, 0xe1 for Exif.
pub(super) fn jpg_with(marker: u8, content: &[u8]) -> Vec<u8> {
    let jpg = jpg();
    let length = u16::try_from(content.len() + 2).expect("a short one").to_be_bytes();
    [&jpg[..20], &[0xff, marker], &length, content, &jpg[20..]].concat()
}

/// A PDF with something among its objects.
pub(super) fn pdf_with(object: &str) -> Vec<u8> {
    let pdf = pdf();
    [&pdf[..9], format!("9 0 obj{object}endobj\n").as_bytes(), &pdf[9..]].concat()
}

/// A ZIP archive with one entry of this name that claims to unpack to so many bytes.
pub(super) fn zip(name: &str, unpacked: u32, packed: &[u8]) -> Vec<u8> {
    let name_length = u16::try_from(name.len()).expect("a short name").to_le_bytes();
    let size = u32::try_from(packed.len()).expect("a small one");
    let about = [
        b"\x14\0\0\0\x08\0\0\0\0\0\0\0\0\0".as_slice(),
        &size.to_le_bytes(),
        &unpacked.to_le_bytes(),
        &name_length,
        b"\0\0",
    ]
    .concat();
    let local = [b"PK\x03\x04", about.as_slice(), name.as_bytes(), packed].concat();
    let central = [b"PK\x01\x02\x14\0", about.as_slice(), &[0; 14], name.as_bytes()].concat();
    let (at, length) = (local.len(), central.len());
    let [at, length] = [at, length].map(|n| u32::try_from(n).expect("a small one").to_le_bytes());
    let end = [b"PK\x05\x06\0\0\0\0\x01\0\x01\0".as_slice(), &length, &at, b"\0\0"].concat();
    [local, central, end].concat()
}
