//! Set phrases: those that mean one thing become one, those that mean nothing go.

/// Replaces phrases, from left to right.
pub(super) fn rewrite(words: &mut Vec<&str>) {
    let mut index = 0;
    while index < words.len() {
        match phrase(&words[index..]) {
            Some((length, new)) => {
                words.splice(index..index + length, new.iter().copied());
                index += new.len();
            }
            None => index += 1,
        }
    }
    tail(words);
}

/// The length of the phrase that words begin with, and what stands for it.
fn phrase(words: &[&str]) -> Option<(usize, &'static [&'static str])> {
    filler(words).or_else(|| name(words)).or_else(|| asking(words))
}

/// What may be left out of any question.
fn filler(words: &[&str]) -> Option<(usize, &'static [&'static str])> {
    let length = match words {
        ["really" | "actually" | "truly" | "exactly" | "please" | "basically", ..] => 1,
        ["currently" | "presently" | "nowadays" | "ever" | "some" | "any", ..] => 1,
        ["literally" | "indeed" | "definitely" | "certainly" | "simply", ..] => 1,
        ["in", "your", "opinion", ..] | ["according", "to", "you", ..] => 3,
        ["in", "fact", ..] | ["so", "called", ..] => 2,
        ["do", "you", "think" | "believe", next, ..] if super::words::is_auxiliary(next) => 3,
        _ => return None,
    };
    let of = matches!(words, ["some" | "any", "of", ..]);
    Some((length + usize::from(of), &[]))
}

/// Names that are written in more than one way.
fn name(words: &[&str]) -> Option<(usize, &'static [&'static str])> {
    Some(match words {
        ["united", "state" | "states", "of", "america", ..] => (4, &["US"]),
        ["united", "state" | "states", ..] => (2, &["US"]),
        ["united", "kingdom", ..] => (2, &["UK"]),
        ["world", "war", "1" | "I" | "i", ..] => (3, &["WW1"]),
        ["world", "war", "2" | "II", ..] => (3, &["WW2"]),
        ["1st", "world", "war", ..] => (3, &["WW1"]),
        ["2nd", "world", "war", ..] => (3, &["WW2"]),
        ["WWI" | "WW1", ..] => (1, &["WW1"]),
        ["WWII" | "WW2", ..] => (1, &["WW2"]),
        _ => return None,
    })
}

/// Ways to say the same thing.
fn asking(words: &[&str]) -> Option<(usize, &'static [&'static str])> {
    Some(match words {
        ["what", "is", "reason", "why", ..] => (4, &["why"]),
        ["in", "what", "year", ..] => (3, &["what", "year"]),
        ["in", "order", "to", ..] => (3, &["to"]),
        ["how", "much", "time", "do" | "did" | "will", ..] => (3, &["how", "long"]),
        ["different", "between", ..] => (2, &["difference", "between"]),
        ["main" | "basic" | "key" | "major" | "primary" | "fundamental", "difference", ..] => {
            (2, &["difference"])
        }
        ["pro", "and", "con", ..] => (3, &["advantage", "and", "disadvantage"]),
        ["take", "place", ..] => (2, &["happen"]),
        ["took" | "taken", "place", ..] => (2, &["happened"]),
        ["what", "kind" | "type" | "sort", "of", ..] => (3, &["what"]),
        ["different" | "various", "type", ..] => (2, &["type"]),
        ["different" | "various", "kind", ..] => (2, &["kind"]),
        ["capital", "city", ..] => (2, &["capital"]),
        ["get", "rid", "of", ..] => (3, &["remove"]),
        ["cell" | "mobile", "phone", ..] => (2, &["phone"]),
        ["think" | "thought" | "opinion" | "view", "of" | "on" | "about", _, ..] => {
            return Some((
                2,
                match words[0] {
                    "think" => &["think", "about"],
                    "thought" => &["thought", "about"],
                    _ => &["opinion", "about"],
                },
            ));
        }
        _ => return None,
    })
}

/// Takes off what only asks for a reason besides.
fn tail(words: &mut Vec<&str>) {
    let cut = match words.as_slice() {
        [.., "why", "or", "why", "not"] => 4,
        [.., "and", "why"] => 2,
        [.., "or", "not"] => 2,
        [.., "right", "now"] | [.., "these" | "this", "day"] => 2,
        [.., "now" | "today"] => 1,
        _ => return,
    };
    let rest = words.len() - cut;
    if rest >= 3 {
        words.truncate(rest);
        if cut == 4 && words.last() == Some(&"and") {
            words.pop();
        }
    }
}
