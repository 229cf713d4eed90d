//! What the parser knows between two items.

/// What decides how a line is read besides the lines themselves: a few facts about what stands
/// above it. The state that [`Deck::reparse`] compares to know when it has caught up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Context(u64);

impl Context {
    /// Nothing but blank lines, comments and front matter stands above.
    pub(crate) const FILE_START: Self = Self(1);
    /// The deck has a title already.
    pub(crate) const TITLED: Self = Self(1 << 1);
    /// A card stands above.
    pub(crate) const CARD_ABOVE: Self = Self(1 << 2);
    /// The next line is the first of its block.
    pub(crate) const BLOCK_START: Self = Self(1 << 3);
    /// A one-line card stands directly above.
    pub(crate) const BELOW_ONE_LINE: Self = Self(1 << 4);
    /// The text's very first byte comes next.
    pub(crate) const FIRST_BYTE: Self = Self(1 << 5);

    /// What is known before the first line.
    pub(crate) fn start() -> Self {
        Self(Self::FILE_START.0 | Self::BLOCK_START.0 | Self::FIRST_BYTE.0)
    }

    /// Where the bits for the dialect's own begin.
    const OWN: u32 = 16;

    /// What the dialect keeps for itself: at most 48 bits, 0 at the start.
    pub(crate) fn own(self) -> u64 {
        self.0 >> Self::OWN
    }

    pub(crate) fn set_own(&mut self, own: u64) {
        self.0 = self.0 & ((1 << Self::OWN) - 1) | own << Self::OWN;
    }

    pub(crate) fn has(self, fact: Self) -> bool {
        self.0 & fact.0 != 0
    }

    pub(crate) fn set(&mut self, fact: Self, value: bool) {
        if value {
            self.0 |= fact.0;
        } else {
            self.0 &= !fact.0;
        }
    }

    /// Whether a card stands above in the file.
    pub fn card_above(self) -> bool {
        self.has(Self::CARD_ABOVE)
    }

    /// Whether the item starts on the first line of its block.
    pub fn block_start(self) -> bool {
        self.has(Self::BLOCK_START)
    }
}
