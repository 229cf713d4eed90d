//! Answers, from one line to a dozen.

use std::fmt::Write as _;

use super::fault::Fault;
use super::rng::Rng;
use super::scene::Scene;
use super::subjects::Subject;

/// Half of what a statement usually takes: an answer that close to its size is long enough.
const NEARLY: usize = 50;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Style {
    Bullets,
    Nested,
    Numbered,
    Paragraph,
}

impl Style {
    fn draw(rng: &mut Rng) -> Self {
        match rng.below(20) {
            0..11 => Self::Bullets,
            11..13 => Self::Nested,
            13 => Self::Numbered,
            _ => Self::Paragraph,
        }
    }
}

/// What an answer should be like.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wish {
    /// Bytes, roughly.
    pub(super) size: usize,
    /// Whether blank lines may stand inside it.
    pub(super) spaced: bool,
    /// What should be wrong with it.
    pub(super) fault: Option<Fault>,
}

/// The lines of an answer, each with its line feed.
pub(super) fn answer(subject: &Subject, scene: &Scene, wish: Wish, rng: &mut Rng) -> String {
    let tight = wish.fault == Some(Fault::TightBullet);
    let style = if tight { Style::Bullets } else { Style::draw(rng) };
    let block = rng.chance(60).then(|| scene.fill(rng.pick(subject.blocks), rng));
    let room = wish.size.saturating_sub(block.as_ref().map_or(0, String::len));

    let lines = statements(subject, scene, room, wish.fault, rng);
    let mut text = layout(&lines, style, wish.spaced, rng);
    if tight {
        text = text.replacen("- ", "-", 1);
    }
    if let Some(block) = block {
        text.push_str(&block);
        text.push('\n');
    }
    text
}

/// At least one statement, none of them twice.
fn statements(
    subject: &Subject,
    scene: &Scene,
    room: usize,
    fault: Option<Fault>,
    rng: &mut Rng,
) -> Vec<String> {
    let mut left = subject.statements.to_vec();
    let mut lines: Vec<String> = fault
        .and_then(Fault::statement)
        .map(|template| sentence(scene, template, rng))
        .into_iter()
        .collect();
    let mut length: usize = lines.iter().map(String::len).sum();
    while !left.is_empty() && (lines.is_empty() || length + NEARLY < room) {
        let template = left.swap_remove(rng.below(left.len()));
        let line = sentence(scene, template, rng);
        length += line.len() + 3;
        lines.push(line);
    }
    lines
}

/// The template filled, with a capital at its start.
pub(super) fn sentence(scene: &Scene, template: &str, rng: &mut Rng) -> String {
    let mut text = scene.fill(template, rng);
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}

fn layout(lines: &[String], style: Style, spaced: bool, rng: &mut Rng) -> String {
    if style == Style::Paragraph {
        return paragraphs(lines, spaced, rng);
    }
    let mut text = String::new();
    for (at, line) in lines.iter().enumerate() {
        let _ = match style {
            Style::Numbered => writeln!(text, "{}. {line}", at + 1),
            Style::Nested if at % 3 != 0 => writeln!(text, "  - {line}"),
            _ => writeln!(text, "- {line}"),
        };
    }
    text
}

fn paragraphs(lines: &[String], spaced: bool, rng: &mut Rng) -> String {
    let mut text = String::new();
    for (at, line) in lines.iter().enumerate() {
        text.push_str(line);
        if !line.ends_with(['“', '”', '»', '」']) {
            text.push('.');
        }
        // Most people let the editor wrap; some break the line themselves.
        text.push_str(match rng.below(10) {
            _ if at + 1 == lines.len() => "\n",
            0 if spaced => "\n\n",
            0..2 => "\n",
            _ => " ",
        });
    }
    text
}
