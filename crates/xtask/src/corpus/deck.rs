//! One deck after another, as one diligent and slightly careless person would write them.

use std::fmt::Write as _;

use super::answer::{Wish, answer, sentence};
use super::fault::Fault;
use super::rng::Rng;
use super::scene::Scene;
use super::subjects::Subject;

/// Bytes that a card takes on average, its share of headings and blank lines included.
pub(super) const CARD_BYTES: usize = 360;
/// Questions of earlier files that are kept to be asked again.
const REMEMBERED: usize = 1000;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    /// A question line and its answer below.
    Plain,
    /// `Q:` and `A:`.
    Labelled,
    /// `front :: back`.
    OneLine,
    /// `C:`.
    Cloze,
}

/// What is carried from one deck to the next.
#[derive(Debug)]
pub(super) struct Author {
    rng: Rng,
    /// Some questions of earlier decks.
    earlier: Vec<String>,
    cards: usize,
    bytes: usize,
}

/// The deck that is being written.
struct Draft {
    text: String,
    /// Whether a blank line stands between cards.
    spaced: bool,
    questions: Vec<String>,
}

impl Author {
    /// Somebody who always writes the same decks for the same seed.
    pub(super) fn new(seed: u64) -> Self {
        Self { rng: Rng::new(seed), earlier: Vec::new(), cards: 0, bytes: 0 }
    }

    /// The text of the next deck, which has that many cards.
    pub(super) fn deck(&mut self, subject: &Subject, cards: usize) -> String {
        let spaced = self.rng.chance(450);
        let mut draft = Draft { text: String::new(), spaced, questions: Vec::new() };
        let written = self.bytes;
        self.opening(&mut draft, subject);
        let mut left = cards;
        while left > 0 {
            let size = self.rng.between(8, 40).min(left);
            // A heading ends the answer of a label, which would swallow the cards of another form.
            if left < cards {
                self.heading(&mut draft, subject);
            }
            let form = self.form();
            for _ in 0..size {
                self.card(&mut draft, subject, form);
                self.cards += 1;
                self.bytes = written + draft.text.len();
            }
            left -= size;
        }
        self.remember(draft.questions);
        draft.text
    }

    /// Front matter or a title or neither.
    fn opening(&mut self, draft: &mut Draft, subject: &Subject) {
        let rng = &mut self.rng;
        let title = sentence(&Scene::new(rng), rng.pick(subject.titles), rng);
        let opening = match rng.below(20) {
            0..3 => format!(
                "---\ntitle: \"{title}\"\ndeck: {}::Unit {}\ntags: [{}, exam]\nlang: en\n---\n",
                sentence(&Scene::new(rng), subject.name, rng),
                rng.between(1, 40),
                subject.name,
            ),
            3..10 => format!("# {title}\n"),
            10..16 => format!("{title}\n"),
            _ => return,
        };
        draft.text.push_str(&opening);
        if draft.spaced {
            draft.text.push('\n');
        }
    }

    fn heading(&mut self, draft: &mut Draft, subject: &Subject) {
        let rng = &mut self.rng;
        let heading = sentence(&Scene::new(rng), rng.pick(subject.sections), rng);
        let gap = if draft.spaced { "\n" } else { "" };
        let _ = write!(draft.text, "{gap}## {heading}\n{gap}");
    }

    fn form(&mut self) -> Form {
        match self.rng.below(20) {
            0..12 => Form::Plain,
            12..16 => Form::Labelled,
            16..18 => Form::OneLine,
            _ => Form::Cloze,
        }
    }

    fn card(&mut self, draft: &mut Draft, subject: &Subject, form: Form) {
        let start = draft.text.len();
        let scene = Scene::new(&mut self.rng);
        match form {
            Form::Plain | Form::Labelled => self.asked(draft, subject, &scene, form),
            Form::OneLine => {
                let pair = subject.pairs[self.rng.below(subject.pairs.len())];
                let front = scene.fill(pair.0, &mut self.rng);
                let back = scene.fill(pair.1, &mut self.rng);
                let sign = if self.rng.chance(150) { ":::" } else { "::" };
                let _ = writeln!(draft.text, "{front} {sign} {back}");
            }
            Form::Cloze => {
                let text = sentence(&scene, self.rng.pick(subject.clozes), &mut self.rng);
                let _ = writeln!(draft.text, "C: {text}");
            }
        }
        if form != Form::OneLine {
            self.attributes(draft, subject);
            if draft.spaced {
                draft.text.push('\n');
            }
        }
        debug_assert!(draft.text.len() > start, "a card has text");
    }

    /// A question and, unless it was forgotten, its answer.
    fn asked(&mut self, draft: &mut Draft, subject: &Subject, scene: &Scene, form: Form) {
        let fault = Fault::draw(&mut self.rng);
        let question = self.question(draft, subject, scene, fault);
        let labelled = form == Form::Labelled;
        draft.text.push_str(if labelled { "Q: " } else { "" });
        draft.text.push_str(&question);
        draft.text.push('\n');
        let size = self.size().saturating_sub(question.len());
        draft.questions.push(question);
        if fault == Some(Fault::MissingAnswer) {
            return;
        }
        let wish = Wish { size, spaced: draft.spaced, fault };
        let answer = answer(subject, scene, wish, &mut self.rng);
        if labelled {
            // A list stands below its label, a sentence beside it.
            draft.text.push_str(if starts_list(&answer) { "A:\n" } else { "A: " });
        }
        draft.text.push_str(&answer);
    }

    fn question(
        &mut self,
        draft: &Draft,
        subject: &Subject,
        scene: &Scene,
        fault: Option<Fault>,
    ) -> String {
        let asked = match fault {
            Some(Fault::RepeatedHere) => &draft.questions,
            Some(Fault::RepeatedElsewhere) => &self.earlier,
            _ => &Vec::new(),
        };
        match asked.get(self.rng.below(asked.len())) {
            Some(question) => question.clone(),
            None => sentence(scene, self.rng.pick(subject.questions), &mut self.rng),
        }
    }

    /// Bytes for the next question and its answer, such that all cards so far come to their
    /// average in spite of one-line cards and headings.
    fn size(&mut self) -> usize {
        let due = (self.cards + 1) * CARD_BYTES;
        let even = due.saturating_sub(self.bytes).clamp(120, 2 * CARD_BYTES);
        // Answers of real decks vary: most are short, some go on and on.
        even * self.rng.pick(&[&50, &70, &80, &90, &100, &110, &130, &170]) / 100
    }

    fn attributes(&mut self, draft: &mut Draft, subject: &Subject) {
        let rng = &mut self.rng;
        let line = match rng.below(50) {
            0..2 => format!("@tags {} exam-{}\n", subject.name, rng.between(1, 20)),
            2 => format!("@id {}-{}\n", &subject.name[..3], self.cards + 1),
            3 => format!("@source Textbook, p. {}\n", rng.between(1, 400)),
            4 if rng.chance(250) => "<!-- ask in class -->\n".to_owned(),
            _ => return,
        };
        draft.text.push_str(&line);
    }

    /// Keeps some questions for later files to repeat.
    fn remember(&mut self, questions: Vec<String>) {
        for question in questions {
            if !self.rng.chance(50) {
                continue;
            }
            if self.earlier.len() < REMEMBERED {
                self.earlier.push(question);
            } else {
                let at = self.rng.below(REMEMBERED);
                self.earlier[at] = question;
            }
        }
    }
}

fn starts_list(answer: &str) -> bool {
    answer.starts_with('-') || answer.starts_with("1. ")
}
