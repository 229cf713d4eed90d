//! Active and passive: "Who was it invented by" asks "Who invented it".

/// Brings a passive question that names who did it, and an active one, into one form.
pub(super) fn rewrite(words: &mut Vec<&str>) {
    if by_whom(words) || passive(words) {
        return;
    }
    match words.as_mut_slice() {
        ["who", verb, _, ..] => *verb = participle_of_past(verb),
        ["did" | "do", _, rest @ ..]
        | ["when" | "where" | "why" | "how", "did" | "do", _, rest @ ..] => {
            for word in rest {
                *word = stem(word);
            }
        }
        _ => {}
    }
}

/// "Who was X invented by", "By whom was X invented".
fn by_whom(words: &mut Vec<&str>) -> bool {
    let (thing, verb) = match words.as_slice() {
        ["who", "was", thing @ .., verb, "by"] => (thing.to_vec(), *verb),
        ["by", "who", "was", thing @ .., verb] => (thing.to_vec(), *verb),
        _ => return false,
    };
    if thing.is_empty() {
        return false;
    }
    words.clear();
    words.extend(["who", verb]);
    words.extend(thing);
    true
}

/// "Was B kept by A" asks "Did A keep B"; "When was B founded by A" asks "When did A found B".
fn passive(words: &mut Vec<&str>) -> bool {
    let (head, rest) = match words.as_slice() {
        [was @ ("was" | "is"), rest @ ..] => (vec![did(was)], rest),
        [when @ ("when" | "where" | "why" | "how"), was @ ("was" | "is"), rest @ ..] => {
            (vec![*when, did(was)], rest)
        }
        _ => return false,
    };
    let Some(by) = rest.iter().position(|word| *word == "by") else { return false };
    if by < 2 || by + 1 == rest.len() {
        return false;
    }
    let Some(verb) = verb_of(rest[by - 1]) else { return false };
    let (thing, doer) = (&rest[..by - 1], &rest[by + 1..]);
    let mut active = head;
    active.push(doer[0]);
    active.extend(doer[1..].iter().map(|word| stem(word)));
    active.push(stem(verb));
    active.extend(thing.iter().map(|word| stem(word)));
    *words = active;
    true
}

fn did(was: &str) -> &'static str {
    if was == "was" { "did" } else { "do" }
}

/// A word without an `e` at its end, so that `manage` and `managed` have one form.
fn stem(word: &str) -> &str {
    if word.len() > 4 { word.strip_suffix('e').unwrap_or(word) } else { word }
}

/// The verb of a participle.
fn verb_of(participle: &str) -> Option<&str> {
    if let Some((verb, _)) = IRREGULAR.iter().find(|(_, forms)| forms.1 == participle) {
        return Some(verb);
    }
    let base = participle.strip_suffix("ed").filter(|base| base.len() > 1)?;
    let is_vowel = |byte: u8| matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u');
    Some(match *base.as_bytes() {
        // loved, hated, used: short verbs keep their e.
        [_, last] if !is_vowel(last) => &participle[..participle.len() - 1],
        [a, b, c] if !is_vowel(a) && is_vowel(b) && !is_vowel(c) && !b"wxy".contains(&c) => {
            &participle[..participle.len() - 1]
        }
        // stopped
        [.., a, b] if a == b && !is_vowel(a) && !b"lsz".contains(&a) => &base[..base.len() - 1],
        _ => base,
    })
}

/// The participle of a past form, where they differ: who wrote it, by whom was it written.
fn participle_of_past(past: &str) -> &str {
    let forms = IRREGULAR.iter().find(|(_, forms)| forms.0 == past);
    forms.map_or(past, |(_, forms)| forms.1)
}

/// Verbs with their past and their participle.
const IRREGULAR: &[(&str, (&str, &str))] = &[
    ("beat", ("beat", "beaten")),
    ("begin", ("began", "begun")),
    ("bite", ("bit", "bitten")),
    ("break", ("broke", "broken")),
    ("bring", ("brought", "brought")),
    ("build", ("built", "built")),
    ("buy", ("bought", "bought")),
    ("catch", ("caught", "caught")),
    ("choose", ("chose", "chosen")),
    ("cut", ("cut", "cut")),
    ("draw", ("drew", "drawn")),
    ("drive", ("drove", "driven")),
    ("eat", ("ate", "eaten")),
    ("feel", ("felt", "felt")),
    ("fight", ("fought", "fought")),
    ("find", ("found", "found")),
    ("forget", ("forgot", "forgotten")),
    ("give", ("gave", "given")),
    ("hear", ("heard", "heard")),
    ("hit", ("hit", "hit")),
    ("hold", ("held", "held")),
    ("hurt", ("hurt", "hurt")),
    ("keep", ("kept", "kept")),
    ("know", ("knew", "known")),
    ("lead", ("led", "led")),
    ("leave", ("left", "left")),
    ("lose", ("lost", "lost")),
    ("make", ("made", "made")),
    ("meet", ("met", "met")),
    ("pay", ("paid", "paid")),
    ("see", ("saw", "seen")),
    ("sell", ("sold", "sold")),
    ("send", ("sent", "sent")),
    ("shoot", ("shot", "shot")),
    ("sing", ("sang", "sung")),
    ("steal", ("stole", "stolen")),
    ("take", ("took", "taken")),
    ("teach", ("taught", "taught")),
    ("tell", ("told", "told")),
    ("think", ("thought", "thought")),
    ("understand", ("understood", "understood")),
    ("win", ("won", "won")),
    ("write", ("wrote", "written")),
];
