//! Things that stand in a relation to each other: differences, owners, what is the same both ways.

/// Rewrites relations.
pub(super) fn rewrite(words: &mut Vec<&str>) {
    difference(words);
    owner(words);
    symmetric(words);
    opinion(words);
    nationality(words);
    opposite(words);
}

/// "How is A different from B" and "What is the difference between B and A".
fn difference(words: &mut Vec<&str>) {
    let (first, gap, second) = match words.as_slice() {
        ["what", "is", "difference", "between", rest @ ..] => {
            let Some(and) = only(rest, "and") else { return };
            (4..4 + and, 1, 5 + and)
        }
        ["how", "is" | "do", rest @ ..] => {
            let Some(from) = only(rest, "from") else { return };
            if from < 2 || !matches!(rest[from - 1], "different" | "differ") {
                return;
            }
            (2..1 + from, 2, 3 + from)
        }
        _ => return,
    };
    debug_assert_eq!(first.end + gap, second);
    if first.is_empty() || second >= words.len() {
        return;
    }
    let (a, b) = (words[first].to_vec(), words[second..].to_vec());
    let (a, b) = if b < a { (b, a) } else { (a, b) };
    words.clear();
    words.push("difference");
    words.extend(a);
    words.push("and");
    words.extend(b);
}

/// Where a word stands, if it stands once.
fn only(words: &[&str], word: &str) -> Option<usize> {
    let first = words.iter().position(|other| *other == word)?;
    (!words[first + 1..].contains(&word)).then_some(first)
}

/// "What is France's capital" asks "What is the capital of France".
fn owner(words: &mut Vec<&str>) {
    let ["what" | "who", "is" | "was", rest @ ..] = words.as_slice() else { return };
    let Some(mark) = only(rest, "'s") else { return };
    let plain = |words: &[&str]| !words.iter().any(|word| super::is_function_word(word));
    if mark == 0 || mark > 4 || mark + 1 == rest.len() || !plain(&rest[..mark]) {
        return;
    }
    if plain(&rest[mark + 1..]) {
        words[2 + mark] = "of";
        words[2..].rotate_left(mark);
        // Now: of, the owned, the owner; the mark belongs between the two.
        let owned = words.len() - 3 - mark;
        words[2..3 + owned].rotate_left(1);
    }
}

/// "Is A married to B" asks "Is B married to A".
fn symmetric(words: &mut Vec<&str>) {
    let ["is" | "was", rest @ ..] = words.as_slice() else { return };
    let Some((start, length)) = (1..rest.len())
        .find_map(|start| same_both_ways(&rest[start..]).map(|length| (start, length)))
    else {
        return;
    };
    let (a, b) = (&rest[..start], &rest[start + length..]);
    if !b.is_empty() && b < a {
        let relation = rest[start..start + length].to_vec();
        let turned = [b, relation.as_slice(), a].concat();
        words.truncate(1);
        words.extend(turned);
    }
}

/// The length of a relation that holds both ways.
fn same_both_ways(words: &[&str]) -> Option<usize> {
    Some(match words {
        ["married" | "engaged" | "related" | "similar" | "equal" | "identical", "to", ..] => 2,
        ["equivalent" | "parallel" | "perpendicular" | "adjacent", "to", ..] => 2,
        ["dating", ..] => 1,
        ["different", "from", ..] => 2,
        ["acquaintance" | "friend" | "sibling" | "cousin" | "colleague" | "neighbor", "of", ..] => {
            2
        }
        _ => return None,
    })
}

/// "Who do X think is Y" asks "Who is Y according to X".
fn opinion(words: &mut Vec<&str>) {
    let ["who" | "what", "do", rest @ ..] = words.as_slice() else { return };
    let Some(think) = only(rest, "think") else { return };
    if think == 0 || rest.get(think + 1) != Some(&"is") || matches!(rest[0], "you" | "i" | "we") {
        return;
    }
    let holders = rest[..think].to_vec();
    words.drain(1..think + 3);
    words.extend(["according", "to"]);
    words.extend(holders);
}

/// "an inventor and American" is "an American inventor".
fn nationality(words: &mut Vec<&str>) {
    if let ["is", .., noun, "and", people] = words.as_slice()
        && is_people(people)
        && !is_people(noun)
    {
        let last = words.len() - 1;
        words.swap_remove(last - 1);
        words.swap(last - 2, last - 1);
    }
}

fn is_people(word: &str) -> bool {
    const ENDS: [&str; 8] = ["ian", "ese", "ish", "ican", "ean", "pine", "aeli", "istani"];
    word.len() > 5 && ENDS.iter().any(|end| word.ends_with(end))
}

/// "less unhappy" is "more happy".
fn opposite(words: &mut [&str]) {
    for index in 1..words.len() {
        if words[index - 1] != "less" {
            continue;
        }
        let word = words[index];
        let prefix = ["un", "in", "im", "dis", "ir"].iter().find_map(|no| word.strip_prefix(no));
        if let Some(positive) = prefix.filter(|positive| positive.len() > 3) {
            (words[index - 1], words[index]) = ("more", positive);
        }
    }
}
