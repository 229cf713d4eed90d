//! The figures, for a person to read.

use std::fmt::Write as _;

use deck_dates::{Confidence, Kind};

use super::Class;
use super::gold::Document;
use super::score::{Score, share};
use super::spans::find_mentions;

/// The figures of a class, and examples of what went wrong.
pub(super) fn text(class: Class, score: &Score, show: usize) -> String {
    let name = if class == Class::All { "all" } else { "explicit" };
    let mut out = String::new();
    let [sp, sr, sf] = score.strict();
    let [rp, rr, rf] = score.relaxed();
    let [va, vr, vf] = score.value();
    let _ = writeln!(
        out,
        "{name}: marked {}, found {} | strict P {sp:.3} R {sr:.3} F {sf:.3} | relaxed P {rp:.3} R {rr:.3} \
         F {rf:.3} | value right of found {va:.3} recall {vr:.3} F {vf:.3}",
        score.gold, score.found,
    );
    if show > 0 {
        classes(&mut out, score);
        for (class, missed) in &score.missed {
            let _ = writeln!(out, "missed {class} {}: {:?}", missed.len(), first(missed, show));
        }
        let _ = writeln!(out, "superfluous {}", score.superfluous.len());
        for line in first(&score.superfluous, show * 2) {
            let _ = writeln!(out, "    {line}");
        }
        let _ = writeln!(out, "wrong {}", score.wrong.len());
        for line in first(&score.wrong, show * 2) {
            let _ = writeln!(out, "    {line}");
        }
    }
    out
}

fn first(lines: &[String], count: usize) -> &[String] {
    &lines[..lines.len().min(count)]
}

fn classes(out: &mut String, score: &Score) {
    let _ = writeln!(
        out,
        "{:<26} {:>6} {:>7} {:>7} {:>7}",
        "class", "marked", "strict", "relaxed", "value"
    );
    for (class, counts) in &score.classes {
        let _ = writeln!(
            out,
            "{class:<26} {:>6} {:>7.3} {:>7.3} {:>7.3}",
            counts.gold,
            share(counts.strict, counts.gold),
            share(counts.touched, counts.gold),
            share(counts.right, counts.valued),
        );
    }
}

/// What was found in texts that have nothing marked, by kind: points and ranges are wrong there.
pub(super) fn negatives(gold: &[Document]) -> String {
    let mut out = String::new();
    let (mut texts, mut wrong) = (0, 0);
    for document in gold.iter().filter(|document| document.spans.is_empty()) {
        texts += 1;
        for mention in find_mentions(document) {
            let counts = matches!(mention.kind, Kind::Point | Kind::Range)
                && mention.confidence > Confidence::Low;
            wrong += usize::from(counts);
            let _ = writeln!(
                out,
                "    {:?} {:?}: {:?} in {:?}",
                mention.kind, mention.confidence, &document.text[mention.range], document.text,
            );
        }
    }
    format!("unmarked texts: {texts}, points and ranges found there: {wrong}\n{out}")
}
