//! What is wrong with one card in a hundred.

use super::rng::Rng;

/// A mistake that people make in decks, and that decklint finds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    /// The question stands alone.
    MissingAnswer,
    /// The question was asked before in the same file.
    RepeatedHere,
    /// The question was asked before in another file.
    RepeatedElsewhere,
    /// `-A bullet` without its space.
    TightBullet,
    /// `in may 1935`.
    LowercaseMonth,
    /// `31 September 1938`.
    ImpossibleDate,
    /// `recieved`.
    Misspelling,
}

const ALL: [Fault; 7] = [
    Fault::MissingAnswer,
    Fault::RepeatedHere,
    Fault::RepeatedElsewhere,
    Fault::TightBullet,
    Fault::LowercaseMonth,
    Fault::ImpossibleDate,
    Fault::Misspelling,
];

impl Fault {
    /// A fault for about one in a hundred of all cards.
    ///
    /// Three cards in four are of a form that can have any of these faults, and only they ask.
    pub(super) fn draw(rng: &mut Rng) -> Option<Self> {
        rng.chance(13).then(|| ALL[rng.below(ALL.len())])
    }

    /// The statement that carries the fault, for faults that are a matter of wording.
    pub(super) fn statement(self) -> Option<&'static str> {
        match self {
            Self::LowercaseMonth => Some("It was signed by <person> in may <year>, <effect>"),
            Self::ImpossibleDate => Some("<person> confirmed it on 31 September <year>"),
            Self::Misspelling => Some("The <adj> goverment recieved no reply from <other>"),
            Self::MissingAnswer
            | Self::RepeatedHere
            | Self::RepeatedElsewhere
            | Self::TightBullet => None,
        }
    }
}
