//! Cards with labels: `Q:` and `A:`.

use super::Parser;
use super::card::Questions;
use super::label::{Label, label};
use super::opener::Opener;
use crate::deck::{CardForm, ItemKind, LineKind, Opening};
use crate::dialect::markdown::side::Side;
use crate::text::RawLine;

impl Parser<'_> {
    /// `Q:` and its `A:`. Between them, and in the answer, nothing opens a card but a label.
    pub(super) fn labelled_card(&mut self, line: RawLine, content: usize) -> ItemKind {
        let mut front = Side::default();
        let mut back: Option<Side> = None;
        let mut at = self.side_line(line, content, LineKind::Front, &mut front);
        loop {
            at = self.skip_transparent(at);
            if at >= self.text.len() {
                break;
            }
            let line = self.line(at);
            at = match self.structural_opener(line) {
                Some(Opener::Attribute(key)) => self.own_attribute(line, key),
                Some(_) => break,
                None => self.labelled_line(line, &mut front, &mut back),
            };
        }
        let back = back.unwrap_or_else(|| self.split_off_answer(&mut front));
        self.card(CardForm::Labelled, Opening::Block, &front, &back)
    }

    fn labelled_line(&mut self, line: RawLine, front: &mut Side, back: &mut Option<Side>) -> usize {
        let content = self.column_0(line);
        if let Some((Label::Answer, length)) = label(&self.text[content..line.end])
            && back.is_none()
            && !self.starts_choices(line)
        {
            self.next_choice = None;
            let side = back.insert(Side::default());
            return self.side_line(line, content + length, LineKind::Back, side);
        }
        let (side, kind) = match back {
            Some(back) => (back, LineKind::Back),
            None => (front, LineKind::Front),
        };
        self.report_line(line, Questions::AreText);
        self.side_line(line, content, kind, side)
    }

    /// Where no `A:` comes, the first line with words is the question and the rest the answer.
    fn split_off_answer(&mut self, front: &mut Side) -> Side {
        let mut back = Side::default();
        let Some((first_end, first_lines)) = front.first_unit else { return back };
        let Some((start, end)) = front.span() else { return back };
        for line in &mut self.lines[first_lines..] {
            if line.kind == LineKind::Front {
                line.kind = LineKind::Back;
            }
        }
        self.extend(&mut back, first_end, end);
        *front = Side::default();
        self.extend(front, start, first_end);
        back
    }
}
