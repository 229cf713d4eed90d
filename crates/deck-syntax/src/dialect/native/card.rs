//! The four forms of a card.

use super::Parser;
use super::label::{Label, label};
use super::opener::{Opener, starts_verbatim};
use crate::deck::{AttributeKey, Card, CardForm, Context, Deletion, ItemKind, LineKind, Opening};
use crate::dialect::markdown::cloze::deletions;
use crate::dialect::markdown::line::{bullet, trim};
use crate::dialect::markdown::side::Side;
use crate::dialect::markdown::span::Opaque;
use crate::error::SyntaxErrorKind;
use crate::text::{RawLine, offset};
use text_size::{TextRange, TextSize};

/// What question lines are where a line stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Questions {
    /// They open a card unless they end a longer block.
    MayOpen,
    /// They are text.
    AreText,
}

impl Parser<'_> {
    /// A question line and the answer below it.
    pub(super) fn question_card(&mut self, line: RawLine, opening: Opening) -> ItemKind {
        let (mut front, mut back) = (Side::default(), Side::default());
        let start = self.column_0(line);
        let next = self.side_line(line, start, LineKind::Front, &mut front);
        self.read_body(next, LineKind::Back, &mut back, Some(&mut front));
        self.card(CardForm::Question, opening, &front, &back)
    }

    /// `C:` and a text with deletions.
    pub(super) fn cloze_card(&mut self, line: RawLine, content: usize) -> ItemKind {
        let mut front = Side::default();
        let next = self.side_line(line, content, LineKind::Front, &mut front);
        self.read_body(next, LineKind::Front, &mut front, None);
        self.card(CardForm::Cloze, Opening::Block, &front, &Side::default())
    }

    /// Reads what belongs to a card that ends where any other opens. Where an `A:` may still come,
    /// `question` is what the text above it belongs to.
    fn read_body(
        &mut self,
        mut at: usize,
        kind: LineKind,
        side: &mut Side,
        mut question: Option<&mut Side>,
    ) {
        loop {
            at = self.skip_transparent(at);
            if at >= self.text.len() {
                return;
            }
            let line = self.line(at);
            at = match self.opener(line) {
                Some(Opener::Attribute(key)) => self.own_attribute(line, key),
                Some(_) => return,
                None => {
                    if self.context.block_start() && !side.is_empty() {
                        question = None;
                    }
                    let from = self.answer_label(line, side, &mut question).unwrap_or_else(|| {
                        self.report_line(line, Questions::MayOpen);
                        self.column_0(line)
                    });
                    self.side_line(line, from, kind, side)
                }
            };
        }
    }

    /// Where the answer starts on a line that says so with an `A:`. What was read of the answer
    /// before it, such as choices, is part of the question.
    fn answer_label(
        &mut self,
        line: RawLine,
        side: &mut Side,
        question: &mut Option<&mut Side>,
    ) -> Option<usize> {
        let content = self.column_0(line);
        let Some((Label::Answer, length)) = label(&self.text[content..line.end]) else {
            return None;
        };
        if self.starts_choices(line) {
            return None;
        }
        let question = question.take()?;
        question.append(&std::mem::take(side));
        for line in self.lines.iter_mut().filter(|line| line.kind == LineKind::Back) {
            line.kind = LineKind::Front;
        }
        self.next_choice = None;
        Some(content + length)
    }

    /// `front :: back`, and the indented lines directly below it.
    pub(super) fn one_line_card(
        &mut self,
        line: RawLine,
        (separator_start, separator_end): (usize, usize),
        both_ways: bool,
    ) -> ItemKind {
        let (mut front, mut back) = (Side::default(), Side::default());
        let start = self.column_0(line);
        let start = start + bullet(&self.text[start..line.end]).unwrap_or(0);
        let mut at = self.text_line(line, start.min(separator_start), LineKind::FrontAndBack);
        self.extend(&mut front, start.min(separator_start), separator_start);
        self.extend(&mut back, separator_end, at);
        loop {
            at = self.skip_transparent(at);
            if at >= self.text.len() {
                break;
            }
            let below = self.line(at);
            if self.continues_one_line(below) {
                at = self.side_line(below, below.start, LineKind::Back, &mut back);
            } else if let Some(Opener::Attribute(key)) = self.structural_opener(below) {
                at = self.own_attribute(below, key);
            } else {
                break;
            }
        }
        let below = !self.context.block_start();
        self.context.set(Context::BELOW_ONE_LINE, below);
        self.card(CardForm::OneLine { both_ways }, Opening::Block, &front, &back)
    }

    fn continues_one_line(&self, line: RawLine) -> bool {
        self.content(line).starts_with([' ', '\t']) && !self.context.block_start()
    }

    pub(super) fn own_attribute(&mut self, line: RawLine, key: AttributeKey) -> usize {
        let attribute = self.attribute(line, key);
        self.attributes.push(attribute);
        self.context.set(Context::BLOCK_START, true);
        line.next
    }

    /// Reports what looks like a mark on a line that is read as text.
    pub(super) fn report_line(&mut self, line: RawLine, questions: Questions) {
        let content = self.content(line);
        if self.is_next_choice(content) {
            self.next_choice = self.next_choice.map(|letter| letter + 1);
        } else if let Some((label, length)) = label(content) {
            let error = match label {
                _ if self.starts_choices(line) => {
                    self.next_choice = Some(b'B');
                    return;
                }
                Label::Answer => SyntaxErrorKind::MissingQuestion,
                Label::Cloze => SyntaxErrorKind::ClozeWithoutDeletion,
                Label::Question => return,
            };
            let start = line.end - content.len();
            self.error(error, start, start + content[..length].trim_end().len());
        } else if questions == Questions::MayOpen
            && !starts_verbatim(content)
            && super::is_question(content)
        {
            let (start, end) = trim(self.text, line.end - content.len(), line.end);
            self.error(SyntaxErrorKind::QuestionInsideAnswer, start, end);
        }
    }

    pub(super) fn card(
        &mut self,
        form: CardForm,
        opening: Opening,
        front: &Side,
        back: &Side,
    ) -> ItemKind {
        let front = self.side_range(front);
        let back = self.side_range(back);
        let deletions = match front {
            Some(front) if form == CardForm::Cloze => self.deletions(front),
            _ => Box::default(),
        };
        self.report_missing(form, front, back);
        self.context.set(Context::CARD_ABOVE, true);
        ItemKind::Card(Card {
            form,
            front: front.unwrap_or_default(),
            back,
            opening,
            extra: Box::default(),
            attributes: crate::dialect::markdown::take(&mut self.attributes),
            deletions,
        })
    }

    fn deletions(&mut self, front: TextRange) -> Box<[Deletion]> {
        let start = self.start + usize::from(front.start());
        let text = &self.text[start..self.start + usize::from(front.end())];
        let mut read = deletions(text, front.start(), |at| self.opaque(offset(at) + front.start()));
        if read.found.is_empty() && read.errors.is_empty() {
            read.errors.push((SyntaxErrorKind::ClozeWithoutDeletion, front));
        }
        for (kind, range) in read.errors {
            self.errors.push(crate::error::SyntaxError { kind, range });
        }
        read.found.into()
    }

    /// What reaches over the whole line on which `at` lies, or is a comment.
    fn opaque(&self, at: TextSize) -> Option<Opaque> {
        let after = self.comments.partition_point(|comment| comment.start() <= at);
        let in_comment = after > 0 && self.comments[after - 1].end() > at;
        let line = self.lines.partition_point(|line| line.end <= at);
        if in_comment {
            Some(Opaque::Comment)
        } else {
            self.lines.get(line).filter(|line| line.verbatim).map(|_| Opaque::Verbatim)
        }
    }

    fn report_missing(
        &mut self,
        form: CardForm,
        front: Option<TextRange>,
        back: Option<TextRange>,
    ) {
        let (kind, range) = match (front, back) {
            (None, _) => {
                let first = self.lines.first().map_or_else(|| offset(0), |line| line.end);
                let end = self.start + usize::from(first);
                (SyntaxErrorKind::MissingQuestion, self.trimmed(self.start, end))
            }
            (Some(front), None) if form != CardForm::Cloze => {
                (SyntaxErrorKind::MissingAnswer, front)
            }
            _ => return,
        };
        self.errors.push(crate::error::SyntaxError { kind, range });
    }
}
