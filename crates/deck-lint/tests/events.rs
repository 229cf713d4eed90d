//! Slips in the date of an event that two cards tell in different words.
#![allow(clippy::unwrap_used)]

use std::path::PathBuf;

use deck_lint::Workspace;

/// Whether two cards in one deck are said to date something differently.
fn conflict(one: (&str, &str), other: (&str, &str)) -> bool {
    let card = |(question, answer): (&str, &str)| format!("Q: {question}\nA: {answer}\n\n");
    let text = card(one) + &card(other);
    let mut workspace = Workspace::of_texts([(PathBuf::from("a.deck"), text.into_bytes())]);
    workspace.select(&["conflicting-dates".to_owned()]);
    !workspace.lint().diagnostics.is_empty()
}

#[test]
fn one_event_is_known_in_other_words() {
    for (question, date, other) in [
        ("When was the Battle of Hastings?", "1066", "William won the Battle of Hastings (1166)"),
        ("In what year did Columbus reach America?", "1492", "In 1482 Columbus reached America."),
        (
            "When did the Berlin Wall fall?",
            "9 November 1989",
            "The fall of the Berlin Wall on 9 November 1998",
        ),
        ("When was Lenin born?", "22 April 1870", "Vladimir Lenin was born on 22 April 1807."),
        (
            "When did World War II end in Europe?",
            "8 May 1945",
            "World War II ended in Europe on 8 May 1954.",
        ),
        ("When was the United Nations founded?", "1945", "The United Nations was founded in 1954."),
        ("When was the Magna Carta signed?", "1215", "King John signed the Magna Carta in 1251."),
        ("When did Queen Victoria die?", "1901", "Queen Victoria, who died in 1910, was old."),
        ("When did the French Revolution begin?", "1789", "The French Revolution started in 1798."),
        ("When was the Suez Canal opened?", "1869", "The Suez Canal opened in 1896."),
        (
            "When was penicillin discovered?",
            "1928",
            "Alexander Fleming discovered penicillin in 1982.",
        ),
        (
            "When was the Treaty of Versailles signed?",
            "28 June 1919",
            "The Treaty of Versailles, signed on 28 June 1991",
        ),
        (
            "When did Edmund Hillary climb Mount Everest?",
            "29 May 1953",
            "On 29 May 1935 Hillary and Tenzing climbed Mount Everest.",
        ),
    ] {
        assert!(conflict((question, date), ("What else?", other)), "{other}");
    }
}

#[test]
fn two_events_are_not_one() {
    for (question, date, other) in [
        ("When did France invade Mexico?", "1838", "France invaded Mexico in 1861."),
        (
            "When did Germany invade Belgium?",
            "4 August 1914",
            "Germany invaded Belgium on 10 May 1940.",
        ),
        ("When did John Adams die?", "4 July 1826", "Samuel Adams died on 2 October 1803."),
        ("When did Louis XVI die?", "1793", "Louis XIV died in 1715."),
        ("When did World War I begin?", "1914", "World War II began in 1939."),
        (
            "When was Franklin D. Roosevelt elected?",
            "1932",
            "Franklin D. Roosevelt was elected in 1936.",
        ),
        ("When did production begin?", "1932", "Production began in 1964."),
        (
            "When was the pact signed?",
            "1935",
            "Before the pact was signed in 1953, it had been drafted.",
        ),
        (
            "When was the treaty of Sèvres signed?",
            "1920",
            "The treaty of Sèvres was signed after 1919.",
        ),
        (
            "When did Germany declare war on Russia?",
            "1 August 1914",
            "Russia declared war on Germany on 6 August 1914.",
        ),
        (
            "When did the Soviet armed forces invade Poland?",
            "1939",
            "The Soviet armed forces withdrew in 1989.",
        ),
    ] {
        assert!(!conflict((question, date), ("What else?", other)), "{other}");
    }
}
