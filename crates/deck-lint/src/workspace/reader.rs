//! Reading the files that are decks, and of the others only the beginning.

use std::collections::HashMap;
use std::fs::File;
use std::io::{ErrorKind, Read as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use deck_syntax::{Decoded, Detection, Dialect, Settings, decode};
use rayon::prelude::*;

use super::candidates::{Named, overlay_path};
use super::dialects::{Dialects, SAMPLE};
use super::discover::is_deck;
use super::{LoadProblem, Options, Overlay};
use crate::source::SourceFile;

/// What became of the files.
#[derive(Default)]
pub(super) struct Read {
    pub(super) files: Vec<Arc<SourceFile>>,
    /// Of each file, what was found where nothing says that it is a deck.
    pub(super) doubts: Vec<Option<String>>,
    pub(super) problems: Vec<LoadProblem>,
    /// Files that look like decks, though their dialect cannot be told.
    pub(super) undecided: Vec<PathBuf>,
}

/// What a file turned out to be.
pub(super) enum Outcome {
    /// A deck, or a file that was named; with the reason if nothing says that it is a deck.
    Deck(Arc<SourceFile>, Option<String>),
    /// Something else, that looks like a deck or does not.
    Other { nearly: bool },
}

pub(super) struct Reader<'r> {
    dialects: &'r Dialects<'r>,
    named: &'r Named,
    /// The texts that stand in for files.
    overlays: HashMap<PathBuf, &'r Overlay>,
    /// The files as they were read before.
    known: HashMap<&'r Path, &'r Arc<SourceFile>>,
    /// Whether what was read before is all there is, but for the overlays.
    knows_all: bool,
}

impl<'r> Reader<'r> {
    pub(super) fn new(dialects: &'r Dialects<'r>, named: &'r Named, options: &'r Options) -> Self {
        let overlays = options.overlay.iter().chain(&options.buffers);
        let known = options.known.iter().flat_map(|known| &known.files);
        Self {
            dialects,
            named,
            overlays: overlays.map(|it| (overlay_path(&it.path), it)).collect(),
            known: known.map(|file| (file.path.as_path(), file)).collect(),
            knows_all: options.knows_all,
        }
    }

    pub(super) fn read_all(
        &self,
        paths: &[PathBuf],
        progress: &(dyn Fn(usize, usize) + Sync),
    ) -> Read {
        let done = AtomicUsize::new(0);
        let results: Vec<_> = paths
            .par_iter()
            .map(|path| {
                let result = self.read(path);
                progress(done.fetch_add(1, Ordering::Relaxed) + 1, paths.len());
                (path, result)
            })
            .collect();
        let mut read = Read::default();
        for (path, result) in results {
            match result {
                Ok(Outcome::Deck(file, doubt)) => {
                    read.files.push(file);
                    read.doubts.push(doubt);
                }
                Ok(Outcome::Other { nearly }) => {
                    if nearly && self.named.selects(path) {
                        read.undecided.push(path.clone());
                    }
                }
                // It was there a moment ago, and nobody asked for it by name.
                Err(error)
                    if error.kind() == ErrorKind::NotFound && !self.named.files.contains(path) => {}
                Err(error) => {
                    read.problems.push(LoadProblem { path: path.clone(), error: Arc::new(error) });
                }
            }
        }
        read
    }

    /// Reads a file if it is a deck, or was named; one that is none as far as can be told comes
    /// with the reason. Of other files only the beginning is read.
    pub(super) fn read(&self, path: &Path) -> std::io::Result<Outcome> {
        if self.knows_all && !self.overlays.contains_key(path) {
            let known = self.known.get(path);
            let other = Outcome::Other { nearly: false };
            return Ok(known.map_or(other, |file| Outcome::Deck(Arc::clone(file), None)));
        }
        let (mut source, mut bytes, detection) = self.begin(path)?;
        let named = self.named.files.contains(path);
        if detection.dialect.is_none() && !named {
            return Ok(Outcome::Other { nearly: detection.nearly });
        }
        source.read_to_end(&mut bytes)?;
        let settings = self.dialects.settings(path);
        let dialect = detection.dialect.unwrap_or(Dialect::Deck);
        let doubt = detection.dialect.is_none().then_some(detection.reason);
        let decoded = decode(bytes);
        let file = self.known(path, &decoded, dialect, &settings).unwrap_or_else(|| {
            Arc::new(SourceFile::new(path.to_owned(), decoded, dialect, &settings))
        });
        Ok(Outcome::Deck(file, doubt))
    }

    /// The file as it was read before, if nothing about it has changed.
    fn known(
        &self,
        path: &Path,
        decoded: &Decoded,
        dialect: Dialect,
        settings: &Settings,
    ) -> Option<Arc<SourceFile>> {
        let file = *self.known.get(path)?;
        let same = file.deck.dialect() == dialect
            && **file.deck.settings() == *settings
            && file.invalid == decoded.invalid
            && file.text == decoded.text;
        same.then(|| Arc::clone(file))
    }

    /// Reads as much of a file as is needed to tell its dialect.
    pub(super) fn begin(&self, path: &Path) -> std::io::Result<Begun<'_>> {
        let mut source: Box<dyn std::io::Read> = match self.overlays.get(path) {
            Some(overlay) => Box::new(overlay.bytes.as_slice()),
            None => Box::new(File::open(path)?),
        };
        let mut bytes = Vec::new();
        let detection = match self.dialects.said(path, self.named.selects(path)) {
            Some(said) => said,
            None if is_deck(path) => self.dialects.tell(path, ""),
            None => {
                source.by_ref().take(SAMPLE as u64).read_to_end(&mut bytes)?;
                let sample = String::from_utf8_lossy(&bytes);
                let cut_off = bytes.len() == SAMPLE;
                self.dialects.tell(path, if cut_off { whole_lines(&sample) } else { &sample })
            }
        };
        Ok((source, bytes, detection))
    }
}

/// The rest of a file, what was read of it, and what that tells.
pub(super) type Begun<'r> = (Box<dyn std::io::Read + 'r>, Vec<u8>, Detection);

/// The lines of a text that were not cut off; all of it if it is one line.
pub(super) fn whole_lines(text: &str) -> &str {
    &text[..text.rfind(['\n', '\r']).map_or(text.len(), |end| end + 1)]
}
