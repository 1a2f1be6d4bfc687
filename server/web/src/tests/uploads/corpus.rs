//! Files that are not what they claim to be, each with the reason for which it must be refused.

use super::{Part, field, file, samples, submit};
use crate::uploads::Flaw::{self, Damaged, Empty, Mismatch, TooBig, Unsafe, WrongType};

const PDF: &str = "application/pdf";
const PNG: &str = "image/png";
const JPG: &str = "image/jpeg";

type Case = (&'static str, &'static str, Vec<u8>, Flaw);

fn joined(parts: &[&[u8]]) -> Vec<u8> {
    parts.concat()
}

/// An image with something in a comment segment.
fn jpg_with(comment: &[u8]) -> Vec<u8> {
    let jpg = samples::jpg();
    let length = u16::try_from(comment.len() + 2).unwrap().to_be_bytes();
    joined(&[&jpg[..20], b"\xff\xfe", &length, comment, &jpg[20..]])
}

fn wrong_types() -> Vec<Case> {
    let svg = b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".to_vec();
    let html = b"<!DOCTYPE html><script>alert(1)</script>".to_vec();
    vec![
        ("a.svg", "image/svg+xml", svg.clone(), WrongType),
        ("a.png", PNG, svg.clone(), WrongType),
        ("a.svg.png", PNG, svg, WrongType),
        ("a.html", "text/html", html.clone(), WrongType),
        ("a.pdf", PDF, html.clone(), WrongType),
        ("a.jpg", JPG, html, WrongType),
        ("a.zip", "application/zip", samples::zip(), WrongType),
        ("a.pdf", PDF, samples::zip(), WrongType),
        (
            "a.docx",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            samples::zip(),
            WrongType,
        ),
        ("a.exe", "application/octet-stream", b"MZ\x90\0\x03".to_vec(), WrongType),
        ("a.pdf", PDF, b"MZ\x90\0\x03".to_vec(), WrongType),
        ("a.pdf", PDF, b"\x7fELF\x02\x01\x01".to_vec(), WrongType),
        ("a.pdf", PDF, b"#!/bin/sh\nrm -rf /\n".to_vec(), WrongType),
        ("a.png", PNG, b"GIF89a/*\x01\0\x01\0\x80*/=1;alert(1)".to_vec(), WrongType),
        ("a.gif", "image/gif", b"GIF89a\x01\0\x01\0\x80\0\0".to_vec(), WrongType),
        ("a.jpg", JPG, b"RIFF\x24\0\0\0WEBPVP8 ".to_vec(), WrongType),
        ("a.pdf", PDF, b"{\\rtf1 \\object}".to_vec(), WrongType),
        ("a.pdf", PDF, b"%!PS-Adobe-3.0\n".to_vec(), WrongType),
        ("a.pdf", PDF, joined(&[b"\n\n", &samples::pdf()]), WrongType),
        ("a.pdf", PDF, joined(&[&[b' '; 900], samples::pdf().as_slice()]), WrongType),
        ("a.pdf", PDF, b"<?xml version='1.0'?><x/>".to_vec(), WrongType),
        ("a.pdf", PDF, vec![0; 1_000], WrongType),
        ("a.pdf", PDF, b"just words".to_vec(), WrongType),
        ("a.pdf", PDF, b"\xef\xbb\xbf%PDF".to_vec(), WrongType),
        ("a.pdf.exe", PDF, samples::pdf(), WrongType),
        ("a.php", PDF, samples::pdf(), WrongType),
        ("a", PDF, samples::pdf(), WrongType),
        (".pdf", PDF, samples::pdf(), WrongType),
        ("a.pdf\u{202e}gpj.exe", PDF, samples::pdf(), WrongType),
        ("a.pdf/", PDF, samples::pdf(), WrongType),
        ("a.pdf", "application/octet-stream", samples::pdf(), WrongType),
        ("a.pdf", "text/html", samples::pdf(), WrongType),
        ("a.pdf", "nonsense", samples::pdf(), WrongType),
    ]
}

fn mismatches() -> Vec<Case> {
    vec![
        ("a.png", PDF, samples::pdf(), Mismatch),
        ("a.pdf", PNG, samples::pdf(), Mismatch),
        ("a.pdf", PDF, samples::png(), Mismatch),
        ("a.jpg", JPG, samples::png(), Mismatch),
        ("a.png", PNG, samples::jpg(), Mismatch),
        ("a.jpg", PNG, samples::jpg(), Mismatch),
    ]
}

fn polyglots() -> Vec<Case> {
    let (pdf, png, jpg, zip) = (samples::pdf(), samples::png(), samples::jpg(), samples::zip());
    vec![
        ("a.pdf", PDF, joined(&[&pdf, &zip]), Unsafe),
        ("a.pdf", PDF, joined(&[&pdf[..9], &zip, &pdf[9..]]), Unsafe),
        ("a.png", PNG, joined(&[&png, &zip]), Unsafe),
        ("a.jpg", JPG, joined(&[&jpg, &zip]), Unsafe),
        ("a.jpg", JPG, joined(&[&jpg, &vec![0; 60_000], &zip]), Unsafe),
        ("a.png", PNG, joined(&[&png, b"<script>alert(1)</script>"]), Unsafe),
        ("a.png", PNG, joined(&[&png, &pdf]), Unsafe),
        ("a.png", PNG, joined(&[&png, &vec![b'x'; 70_000]]), Damaged),
        ("a.jpg", JPG, jpg_with(b"<script>alert(1)</script>"), Unsafe),
        ("a.jpg", JPG, jpg_with(b"<?php system($_GET['c']); ?>"), Unsafe),
        ("a.jpg", JPG, jpg_with(b"<SVG onload=alert(1)>"), Unsafe),
        ("a.jpg", JPG, jpg_with(&pdf), Unsafe),
        ("a.pdf", PDF, joined(&[&pdf[..9], b"<html><body onload=alert(1)>", &pdf[9..]]), Unsafe),
        ("a.pdf", PDF, joined(&[&pdf, &vec![b' '; 2_000], b"<script>alert(1)</script>"]), Unsafe),
        ("a.pdf", PDF, joined(&[&pdf, &vec![b'%'; 5_000]]), Unsafe),
    ]
}

fn broken() -> Vec<Case> {
    let (pdf, png, jpg) = (samples::pdf(), samples::png(), samples::jpg());
    vec![
        ("a.pdf", PDF, Vec::new(), Empty),
        ("a.pdf", PDF, b"%PDF-".to_vec(), Damaged),
        ("a.pdf", PDF, pdf[..pdf.len() - 7].to_vec(), Damaged),
        ("a.png", PNG, png[..png.len() - 12].to_vec(), Damaged),
        ("a.png", PNG, png[..8].to_vec(), Damaged),
        ("a.png", PNG, joined(&[&png[..8], &png[33..]]), Damaged),
        ("a.jpg", JPG, jpg[..jpg.len() - 2].to_vec(), Damaged),
        ("a.jpg", JPG, b"\xff\xd8\xff".to_vec(), Damaged),
        ("a.pdf", PDF, joined(&[&pdf[..9], &vec![b' '; 200_000], &pdf[9..]]), TooBig),
    ]
}

#[tokio::test]
async fn hostile_files_are_refused() {
    let corpus: Vec<Case> =
        [wrong_types(), mismatches(), polyglots(), broken()].into_iter().flatten().collect();
    assert!(corpus.len() >= 60, "{}", corpus.len());
    for (name, media_type, content, flaw) in corpus {
        let size = content.len();
        let (status, told) = submit(vec![file(name, media_type, content)]).await;
        assert_eq!(status, 200, "{name}: {told}");
        let (taken, refused) = told.trim_start_matches("; ").split_once(';').unwrap_or(("", &told));
        assert!(taken.is_empty(), "{name} of {size} bytes as {media_type} was taken: {told}");
        assert!(
            told.ends_with(&format!(" {}", flaw.code())),
            "{name} of {size} bytes as {media_type}: {refused}"
        );
    }
}

#[tokio::test]
async fn honest_files_are_taken() {
    let (pdf, png, jpg) = (samples::pdf(), samples::png(), samples::jpg());
    let cases: [(&str, &str, Vec<u8>, &str); 8] = [
        ("a.pdf", PDF, pdf.clone(), "a.pdf pdf"),
        ("A.PDF", PDF, pdf.clone(), "A.PDF pdf"),
        ("گواهی ثبت.pdf", PDF, pdf.clone(), "گواهی ثبت.pdf pdf"),
        ("a.png", PNG, png, "a.png png"),
        ("a.jpeg", JPG, jpg.clone(), "a.jpeg jpg"),
        (
            "a.jpg",
            JPG,
            joined(&[&jpg, b"a preview that a camera put behind the image"]),
            "a.jpg jpg",
        ),
        ("a.pdf", PDF, joined(&[&pdf, b"\r\n"]), "a.pdf pdf"),
        ("C:\\fakepath\\a.pdf", PDF, pdf, "a.pdf pdf"),
    ];
    for (name, media_type, content, taken) in cases {
        use sha2::Digest;
        let hash = hex::encode(&sha2::Sha256::digest(&content)[..4]);
        let expected = format!("; {taken} {} {hash}; ", content.len());
        let (_, told) = submit(vec![file(name, media_type, content)]).await;
        assert_eq!(told, expected, "{name}");
    }
}

#[tokio::test]
async fn one_bad_file_does_not_cost_the_others() {
    let parts: Vec<Part> = vec![
        field("name", "نسرین"),
        file("bad.pdf", PDF, samples::zip()),
        file("good.pdf", PDF, samples::pdf()),
        file("third.pdf", PDF, samples::pdf()),
        field("city", "تهران"),
    ];
    let (_, told) = submit(parts).await;
    assert!(told.starts_with("name=نسرین,city=تهران; good.pdf pdf"), "{told}");
    assert!(told.ends_with("; bad.pdf wrong-type,third.pdf too-many"), "{told}");
}

#[tokio::test]
async fn an_input_left_alone_is_no_file() {
    let (_, told) = submit(vec![file("", "application/octet-stream", Vec::new())]).await;
    assert_eq!(told, "; ; ");
}
