//! One file on its way to disk: counted, hashed, and its beginning and end kept for the judgement.

use std::{io, path::Path};

use bytes::Bytes;
use sha2::{Digest, Sha256};
use tokio::{
    fs::File,
    io::{AsyncSeekExt, AsyncWriteExt},
};

use super::verdict::contains;

/// As much of the beginning as is kept.
const HEAD: usize = 4_096;
/// As much of the end as is kept: a ZIP's end record with the longest comment.
const TAIL: usize = 65_557;

const ARCHIVE_END: &[u8] = b"PK\x05\x06";
const JPEG_END: &[u8] = b"\xff\xd9";

/// A file that was taken: on disk, unlinked, at its beginning, gone when dropped.
#[derive(Debug)]
pub struct Upload {
    /// The field it was sent in.
    pub field: String,
    /// The sender's name for it, made harmless; for display and as metadata only.
    pub file_name: String,
    pub kind: super::Kind,
    pub size: u64,
    pub sha256: [u8; 32],
    pub file: File,
}

/// A file as it arrived, not yet judged.
pub(super) struct Spooled {
    pub(super) name: String,
    pub(super) size: u64,
    pub(super) head: Vec<u8>,
    pub(super) tail: Vec<u8>,
    /// A ZIP's end record stands where ZIP readers look for it.
    pub(super) has_archive: bool,
    pub(super) has_jpeg_end: bool,
    hash: Sha256,
    file: File,
}

impl Spooled {
    /// Opens an unlinked file in `folder`; nothing is left behind whatever happens.
    pub(super) async fn open(folder: &Path, name: String) -> io::Result<Self> {
        let folder = folder.to_owned();
        let file = tokio::task::spawn_blocking(move || tempfile::tempfile_in(folder))
            .await
            .map_err(io::Error::other)??;
        Ok(Self {
            name,
            size: 0,
            head: Vec::new(),
            tail: Vec::new(),
            has_archive: false,
            has_jpeg_end: false,
            hash: Sha256::new(),
            file: File::from_std(file),
        })
    }

    pub(super) async fn write(&mut self, piece: &Bytes) -> io::Result<()> {
        self.size += piece.len() as u64;
        self.hash.update(piece);
        let room = HEAD - self.head.len();
        self.head.extend_from_slice(&piece[..piece.len().min(room)]);
        self.keep_tail(piece);
        self.file.write_all(piece).await
    }

    /// Writes the rest out and goes back to the beginning.
    pub(super) async fn finish(&mut self) -> io::Result<()> {
        self.has_archive = contains(&self.tail, ARCHIVE_END);
        self.file.flush().await?;
        self.file.rewind().await?;
        Ok(())
    }

    pub(super) fn into_upload(self, field: String, kind: super::Kind) -> Upload {
        let sha256 = self.hash.finalize().into();
        Upload { field, file_name: self.name, kind, size: self.size, sha256, file: self.file }
    }

    fn keep_tail(&mut self, piece: &[u8]) {
        // A marker may lie across two pieces.
        let seam = [
            self.tail.last().copied().unwrap_or_default(),
            piece.first().copied().unwrap_or_default(),
        ];
        self.has_jpeg_end |= seam == JPEG_END || contains(piece, JPEG_END);
        if piece.len() >= TAIL {
            self.tail = piece[piece.len() - TAIL..].to_vec();
            return;
        }
        let surplus = (self.tail.len() + piece.len()).saturating_sub(TAIL);
        self.tail.drain(..surplus);
        self.tail.extend_from_slice(piece);
    }
}
