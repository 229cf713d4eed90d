//! How a question begins: "How can I …", "What is the best way to …", "Define …".

/// Rewrites how the question begins, and what follows from that.
pub(super) fn rewrite(words: &mut Vec<&str>) {
    procedure(words);
    list(words);
    definition(words);
}

/// "How do I", "How can you" and "What is the best way to" ask how anyone does it.
fn procedure(words: &mut Vec<&str>) {
    let mut index = 0;
    while index < words.len() {
        let length = match &words[index..] {
            ["how", verb, "i" | "you" | "we" | "1" | "people" | "someone" | "person", ..]
                if is_any_way(verb) =>
            {
                3
            }
            ["what", "is", "best" | "good" | "effective", "way", "to", ..] => 5,
            ["what", "is", "way", "to", ..] => 4,
            ["how", "to", ..] => 2,
            _ => {
                index += 1;
                continue;
            }
        };
        words.splice(index..index + length, ["how", "to"]);
        anyone(words);
        index += 2;
    }
}

fn is_any_way(verb: &str) -> bool {
    matches!(verb, "do" | "can" | "could" | "should" | "would" | "may" | "might" | "must" | "so")
}

/// Where anyone is meant, all who are named are the same, and what is theirs needs no owner.
fn anyone(words: &mut Vec<&str>) {
    words.retain(|word| !matches!(*word, "my" | "your" | "our"));
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
