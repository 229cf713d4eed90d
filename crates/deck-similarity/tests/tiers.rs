//! What asks the same, and what does not, in pairs.

use deck_similarity::{Question, Tier, judge};

fn tier(a: &str, b: &str) -> Option<Tier> {
    let (a, b) = (Question::lex(a), Question::lex(b));
    let tier = judge(&a, &b);
    assert_eq!(tier, judge(&b, &a));
    assert_eq!(tier, a.keys().shared(&b.keys()));
    tier
}

#[test]
fn other_words_that_mean_the_same() {
    for (a, b) in [
        ("How can I bake bread?", "How do you bake bread?"),
        ("How do I bake bread?", "What is the best way to bake bread?"),
        ("Which is the largest ocean?", "What is the largest ocean?"),
        ("Which ocean is the largest on Earth?", "What is the largest ocean on Earth?"),
        ("What is the cause of tides?", "What are the causes of tides?"),
        ("What is the capital of France?", "What is France's capital?"),
        (
            "What is the difference between mitosis and meiosis?",
            "How is meiosis different from mitosis?",
        ),
        ("What does osmosis mean?", "What is the definition of osmosis?"),
        ("Define osmosis in plants.", "What is meant by osmosis in plants?"),
        ("Name three causes of the war.", "What are 3 causes of the war?"),
        ("In 1936, what happened in Spain?", "What happened in Spain in 1936?"),
        ("Who invented the telephone?", "Who was the telephone invented by?"),
        ("Who wrote Hamlet in 1600?", "By whom was Hamlet in 1600 written?"),
        ("Who was the inventor of radar?", "Who invented radar in fact?"),
        ("When did Romulus found Rome?", "When was Rome founded by Romulus?"),
        ("Did the treaty end the war?", "Was the war ended by the treaty?"),
        ("Were salt and water found?", "Were water and salt found?"),
        ("How old is the Earth?", "What is the age of the Earth?"),
        ("When did World War II begin?", "When did the Second World War start?"),
        ("What is the color of copper?", "What is the colour of copper?"),
        ("What do cells do every day?", "What do cells do everyday?"),
        ("Is this tsar right?", "Is this tsar actually right, and why?"),
        ("Why the sky is blue?", "Why is the sky blue?"),
    ] {
        assert_eq!(tier(a, b), Some(Tier::Equivalent), "{a} | {b}");
    }
}

#[test]
fn what_is_only_similar() {
    for (a, b) in [
        ("What will happen in Europe?", "What would happen in Europe?"),
        ("What is your idea of peace?", "What is the idea of peace?"),
        ("What was the main export of Chile?", "What is the main export of Chile?"),
    ] {
        assert_eq!(tier(a, b), Some(Tier::Similar), "{a} | {b}");
    }
}

#[test]
fn one_difference_that_counts() {
    for (a, b) in [
        ("What happened in March 1936?", "What happened in July 1936?"),
        ("What did he do with Poland?", "What did he do with France?"),
        ("Who did Alice follow?", "Who followed Alice?"),
        ("Did Germany attack Poland?", "Did Poland attack Germany?"),
        ("Did Germany attack Poland?", "Was Germany attacked by Poland?"),
        ("How far is it from the UK to the USA?", "How far is it from the USA to the UK?"),
        ("What came before the war?", "What came after the war?"),
        ("Is 0 an even number?", "Is 0 an odd number?"),
        ("Is 0 an even number?", "Is 0 a number?"),
        ("Which mammals can fly?", "Which mammals cannot fly?"),
        ("Who was the president of France?", "Who was the former president of France?"),
        ("When was he born in Rome?", "Where was he born in Rome?"),
        ("Do all cells have a nucleus?", "Do only cells have a nucleus?"),
        ("What is the force on the moon?", "What is the force of the moon?"),
        ("What should you look for in a cell?", "What should you look at in a cell?"),
        ("What happened to her father?", "What happened to his father?"),
        ("What does a compiler do?", "What is a compiler?"),
        ("What is the unit of W here?", "What is the unit of w here?"),
        ("What does `a and b` do here?", "What does `b and a` do here?"),
        ("What is an analogy in logic?", "What is analog in logic?"),
        ("Is Anna less happy than Ben?", "Is Anna more happy than Ben?"),
    ] {
        assert_eq!(tier(a, b), None, "{a} | {b}");
    }
}

#[test]
fn other_languages_have_only_the_first_tier() {
    for (a, b) in [
        ("Was ist der Unterschied von A und B?", "Was ist der Unterschied von B und A?"),
        ("¿Qué significa la casa?", "¿Qué significa casa?"),
        ("Qui a écrit le livre?", "Qui a écrit les livres?"),
        ("日本 の 首都", "中国 の 首都"),
    ] {
        assert_eq!(tier(a, b), None, "{a} | {b}");
    }
    assert_eq!(tier("¿Qué es la Casa?", "¿qué es la casa?"), Some(Tier::Same));
}
