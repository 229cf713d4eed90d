//! The facts that cards ask for most, which are asked in two ways: with a noun and with a verb.

/// Rewrites questions for one fact.
pub(super) fn rewrite(words: &mut Vec<&str>) {
    if let ["where", "is" | "was", _, .., "located" | "situated"] = words.as_slice() {
        words.pop();
    }
    match words.as_slice() {
        ["what", "is", "cost" | "price", "of", _, ..] => {
            words.splice(..4, ["how", "much", "do"]);
            words.push("cost");
        }
        ["what", "is", "full", "form", "of", _, ..] => {
            words.splice(..5, ["what", "do"]);
            words.extend(["stand", "for"]);
        }
        ["what", "is", "cause", "of", _, ..] | ["what", "is", "reason", "for" | "of", _, ..] => {
            let noun = words[2];
            words.splice(..4, ["what", noun]);
        }
        ["how", size, "is" | "was", _, ..] => {
            let Some(noun) = noun_of(size) else { return };
            let is = words[2];
            words.splice(..3, ["what", is, noun, "of"]);
        }
        ["who", "is" | "was", doer, "of", _, ..] => {
            let Some(done) = done_by(doer) else { return };
            words.splice(..4, ["who", done]);
        }
        _ => {}
    }
}

/// What is asked for with `how old`.
fn noun_of(size: &str) -> Option<&'static str> {
    Some(match size {
        "old" => "age",
        "tall" => "height",
        "deep" => "depth",
        "heavy" => "weight",
        _ => return None,
    })
}

/// What an inventor did.
fn done_by(doer: &str) -> Option<&'static str> {
    Some(match doer {
        "inventor" => "invented",
        "discoverer" => "discovered",
        "founder" => "founded",
        "author" | "writer" => "written",
        "creator" => "created",
        "composer" => "composed",
        "developer" => "developed",
        _ => return None,
    })
}
