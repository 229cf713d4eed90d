//! Hashes that are the same in every run and on every machine.

use std::hash::{BuildHasher as _, Hasher as _};

use foldhash::fast::FixedState;

/// A hash of some bytes.
pub(crate) fn hash(bytes: &[u8]) -> u64 {
    let mut hasher = FixedState::default().build_hasher();
    hasher.write(bytes);
    hasher.finish()
}
