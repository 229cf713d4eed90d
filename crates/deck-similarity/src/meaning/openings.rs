//! How a question begins: "How can I …", "What is the best way to …", "Define …".

/// Rewrites how the question begins, and what follows from that.
pub(super) fn rewrite(words: &mut Vec<&str>) {
    procedure(words);
    list(words);
    definition(words);
    experience(words);
    possibility(words);
}

/// "How do I", "How can you" and "What is the best way to" ask how anyone does it.
fn procedure(words: &mut Vec<&str>) {
    let mut index = 0;
    while index < words.len() {
        let (length, new) = match &words[index..] {
            ["how", verb, who, ..] if is_any_way(verb) && is_anyone(who) => (3, "how"),
            ["where", "do" | "can" | "could", who, ..] if is_anyone(who) => (3, "where"),
            ["what", "is", way, "way", "to", ..] if is_any_kind(way) => (5, "how"),
            ["what", "is", "way", "to", ..] => (4, "how"),
            ["is", "there", "way", "to", ..] => (4, "how"),
            ["how" | "where", "to", ..] => (2, words[index]),
            _ => {
                index += 1;
                continue;
            }
        };
        words.splice(index..index + length, [new, "to"]);
        if words.get(index + 2) == Some(&"be") {
            words[index + 2] = "become";
        }
        anyone(words);
        index += 2;
    }
}

fn is_any_kind(way: &str) -> bool {
    matches!(
        way,
        "best" | "good" | "effective" | "right" | "proper" | "correct" | "possible" | "better"
    )
}

fn is_anyone(who: &str) -> bool {
    matches!(who, "i" | "you" | "we" | "1" | "people" | "someone" | "anyone" | "person")
}

fn is_any_way(verb: &str) -> bool {
    matches!(verb, "do" | "can" | "could" | "should" | "would" | "may" | "might" | "must" | "so")
}

/// Where anyone is meant, all who are named are the same, and what is theirs needs no owner.
fn anyone(words: &mut Vec<&str>) {
    words.retain(|word| !matches!(*word, "my" | "your" | "our" | "own"));
    for word in words {
        *word = match *word {
            "you" | "we" | "1" => "i",
            "yourself" | "ourselves" | "oneself" => "myself",
            other => other,
        };
    }
}

/// "Name three causes" asks what three causes are.
fn list(words: &mut Vec<&str>) {
    if let ["name" | "list" | "state", rest @ ..] = words.as_slice()
        && rest.len() > 1
    {
        words.splice(..1, ["what", "is"]);
    }
}

/// "Define X", "What is the meaning of X" and "What does X mean" ask for a definition.
fn definition(words: &mut Vec<&str>) {
    let (start, end) = match words.as_slice() {
        ["what", "is", "meaning" | "definition", "of", _, ..] => (4, words.len()),
        ["what", "is", "meant", "by", _, ..] => (4, words.len()),
        ["what", "do", _, .., "mean"] => (2, words.len() - 1),
        ["define", _, ..] => (1, words.len()),
        _ => return,
    };
    words.truncate(end);
    words.splice(..start, ["define"]);
}

/// "How does it feel to" and "What is it like to" ask for the same experience.
fn experience(words: &mut Vec<&str>) {
    let length = match words.as_slice() {
        ["how", "do", "it", "feel", _, ..] => 4,
        ["what", "do", "it", "feel", "like", _, ..] => 5,
        ["what", "is", "it", "feel" | "like", "like", _, ..] => 5,
        ["what", "is", "it", "like", _, ..] => 4,
        _ => return,
    };
    let rest = if matches!(words[length], "to" | "being" | "be") { length + 1 } else { length };
    let be = words[length..].starts_with(&["to", "be"]);
    words.splice(..rest + usize::from(be), ["what", "is", "it", "like"]);
}

/// "Is it possible to" and "Can you" ask whether anyone can.
fn possibility(words: &mut Vec<&str>) {
    match words.as_slice() {
        ["is", "it", "possible", "to", ..] => {
            words.splice(..4, ["can", "i"]);
        }
        ["is", "it", "possible", "for", who, "to", ..] if is_anyone(who) => {
            words.splice(..6, ["can", "i"]);
        }
        ["can" | "should", who, ..] if is_anyone(who) => words[1] = "i",
        _ => {}
    }
}
