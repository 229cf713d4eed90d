//! A heading and the answer below it.

use super::mark::{is_separator, is_tag_line, tags};
use super::{Heading, Parser};
use crate::deck::{Attribute, AttributeKey, Card, CardForm, Context, ItemKind, LineKind, Opening};
use crate::dialect::markdown::side::Side;
use crate::dialect::markdown::take;
use crate::error::{SyntaxError, SyntaxErrorKind};
use crate::text::RawLine;

impl Parser<'_> {
    pub(super) fn card(&mut self, first: RawLine, heading: Heading) -> ItemKind {
        let (mut front, mut back) = (Side::default(), Side::default());
        self.mark_line(first, LineKind::Front);
        self.extend(&mut front, heading.start, heading.end);
        self.in_block();
        let mut at = first.next;
        let mut parted = false;
        while let Some(line) = self.line_of_card(at) {
            let start = self.line_start(line);
            let content = &self.text[start..line.end];
            at = if is_separator(content) && !parted {
                parted = true;
                self.part(line, heading, &mut front, &mut back)
            } else if is_tag_line(content) {
                self.tag_line(line)
            } else {
                self.side_line(line, start, LineKind::Back, &mut back)
            };
        }
        self.finish_card(first, &front, &back)
    }

    /// The line that comes next, below blank lines and comments, if it belongs to the card.
    fn line_of_card(&mut self, at: usize) -> Option<RawLine> {
        let at = self.skip_transparent(at);
        if at >= self.text.len() {
            return None;
        }
        let line = self.line(at);
        let ends = self.heading(line).is_some_and(|heading| heading.level <= 2);
        (!ends).then_some(line)
    }

    /// The line between the sides: all that stands above it is the question, tags included.
    fn part(
        &mut self,
        line: RawLine,
        heading: Heading,
        front: &mut Side,
        back: &mut Side,
    ) -> usize {
        (*front, *back) = (Side::default(), Side::default());
        self.extend(front, heading.start, line.start);
        self.attributes.clear();
        for line in &mut self.lines {
            if matches!(line.kind, LineKind::Back | LineKind::Attribute) {
                line.kind = LineKind::Front;
            }
        }
        self.mark_line(line, LineKind::Separator);
        self.in_block();
        line.next
    }

    fn tag_line(&mut self, line: RawLine) -> usize {
        self.mark_line(line, LineKind::Attribute);
        let start = self.line_start(line);
        for (whole, name) in tags(&self.text[start..line.end]) {
            let range = self.range(start + whole.start, start + whole.end);
            let value = self.range(start + name.start, start + name.end);
            self.attributes.push(Attribute { key: AttributeKey::Tags, range, value });
        }
        self.in_block();
        line.next
    }

    fn finish_card(&mut self, first: RawLine, front: &Side, back: &Side) -> ItemKind {
        let (front, back) = (self.side_range(front), self.side_range(back));
        let heading = self.trimmed(self.line_start(first), first.end);
        let error = match (front, back) {
            (None, _) => Some((SyntaxErrorKind::MissingQuestion, heading)),
            (Some(front), None) => Some((SyntaxErrorKind::MissingAnswer, front)),
            _ => None,
        };
        self.errors.extend(error.map(|(kind, range)| SyntaxError { kind, range }));
        self.context.set(Context::CARD_ABOVE, true);
        ItemKind::Card(Card {
            form: CardForm::Heading,
            front: front.unwrap_or_default(),
            back,
            opening: Opening::Block,
            extra: Box::default(),
            attributes: take(&mut self.attributes),
            deletions: Box::default(),
        })
    }
}
