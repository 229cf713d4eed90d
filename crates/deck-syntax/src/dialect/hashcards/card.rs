//! The forms of a card.

use text_size::TextRange;

use super::Parser;
use super::cloze::{Deletions, deletions};
use super::mark::Mark;
use crate::deck::{Card, CardForm, Context, ItemKind, LineKind, Opening};
use crate::dialect::markdown::side::Side;
use crate::dialect::markdown::take;
use crate::error::{SyntaxError, SyntaxErrorKind};
use crate::text::{RawLine, offset};

impl Parser<'_> {
    /// `Q:` and `A:`, or `T:` and `D:`.
    pub(super) fn pair(&mut self, first: RawLine, form: CardForm) -> ItemKind {
        let label = if form == CardForm::Term { Mark::Definition } else { Mark::Answer };
        let mut front = Side::default();
        let mut back: Option<Side> = None;
        let mut at = self.behind_label(first, LineKind::Front, &mut front);
        while let Some(line) = self.line_of_card(at) {
            let mark = self.mark(line).filter(|_| back.is_none());
            if let Some(found @ (Mark::Answer | Mark::Definition)) = mark {
                if found != label {
                    self.report_label(line);
                }
                at = self.behind_label(line, LineKind::Back, back.insert(Side::default()));
            } else {
                let (side, kind) = match &mut back {
                    Some(back) => (back, LineKind::Back),
                    None => (&mut front, LineKind::Front),
                };
                at = self.text(line, kind, side);
            }
        }
        let back = self.side_range(&back.unwrap_or_default());
        self.card(form, &front, back)
    }

    /// `C:` and a text with deletions.
    pub(super) fn cloze(&mut self, first: RawLine) -> ItemKind {
        let mut front = Side::default();
        let mut at = self.behind_label(first, LineKind::Front, &mut front);
        while let Some(line) = self.line_of_card(at) {
            at = self.text(line, LineKind::Front, &mut front);
        }
        self.card(CardForm::Cloze, &front, None)
    }

    /// The line that comes next, below blank lines and comments, if it belongs to the card.
    fn line_of_card(&mut self, at: usize) -> Option<RawLine> {
        let at = self.skip_transparent(at);
        if at >= self.text.len() {
            return None;
        }
        let line = self.line(at);
        let ends = matches!(
            self.mark(line),
            Some(Mark::Question | Mark::Term | Mark::Cloze | Mark::Separator)
        );
        (!ends).then_some(line)
    }

    fn behind_label(&mut self, line: RawLine, kind: LineKind, side: &mut Side) -> usize {
        let from = self.line_start(line) + Mark::LABEL;
        self.side_line(line, from, kind, side)
    }

    /// A line of a side. An `A:` or `D:` on it answers nothing.
    fn text(&mut self, line: RawLine, kind: LineKind, side: &mut Side) -> usize {
        if self.mark(line).is_some() {
            self.report_label(line);
        }
        let from = self.line_start(line);
        self.side_line(line, from, kind, side)
    }

    /// Reports an `A:` or `D:` that answers nothing.
    pub(super) fn report_label(&mut self, line: RawLine) {
        let start = self.line_start(line);
        self.error(SyntaxErrorKind::MissingQuestion, start, start + Mark::LABEL);
    }

    fn card(&mut self, form: CardForm, front: &Side, back: Option<TextRange>) -> ItemKind {
        let front = self.side_range(front);
        let deletions = match front {
            Some(front) if form == CardForm::Cloze => self.deletions(front),
            _ => Deletions::default(),
        };
        self.report(form, front, back, &deletions);
        self.errors
            .extend(deletions.errors.into_iter().map(|(kind, range)| SyntaxError { kind, range }));
        self.context.set(Context::CARD_ABOVE, true);
        ItemKind::Card(Card {
            form,
            front: front.unwrap_or_default(),
            back,
            opening: Opening::Block,
            extra: Box::default(),
            attributes: take(&mut self.attributes),
            deletions: deletions.found.into(),
        })
    }

    fn deletions(&self, front: TextRange) -> Deletions {
        let start = self.start + usize::from(front.start());
        let text = &self.text[start..self.start + usize::from(front.end())];
        deletions(text, front.start(), |at| {
            let at = offset(at) + front.start();
            let after = self.comments.partition_point(|comment| comment.start() <= at);
            after > 0 && self.comments[after - 1].end() > at
        })
    }

    /// Reports what the card lacks.
    fn report(
        &mut self,
        form: CardForm,
        front: Option<TextRange>,
        back: Option<TextRange>,
        deletions: &Deletions,
    ) {
        let first = self.line_start(RawLine::at(self.text, self.start));
        let label = self.range(first, first + Mark::LABEL);
        let error = match (front, back) {
            (None, _) if form == CardForm::Cloze => {
                Some((SyntaxErrorKind::ClozeWithoutDeletion, label))
            }
            (None, _) => Some((SyntaxErrorKind::MissingQuestion, label)),
            (Some(front), _) if form == CardForm::Cloze => (deletions.found.is_empty()
                && deletions.errors.is_empty())
            .then_some((SyntaxErrorKind::ClozeWithoutDeletion, front)),
            (Some(front), None) => Some((SyntaxErrorKind::MissingAnswer, front)),
            _ => None,
        };
        self.errors.extend(error.map(|(kind, range)| SyntaxError { kind, range }));
    }
}
