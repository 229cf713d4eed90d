//! Words of the language decks.

/// The choices for a slot of this subject.
pub(super) fn choices(slot: &str) -> Option<&'static [&'static str]> {
    Some(match slot {
        "language" => LANGUAGES,
        "noun" => NOUNS,
        "case" => CASES,
        "usage" => USAGES,
        "example" => EXAMPLES,
        _ => return None,
    })
}

const LANGUAGES: &[&str] = &[
    "Basque",
    "Breton",
    "Catalan",
    "Czech",
    "Danish",
    "Dutch",
    "Esperanto",
    "Estonian",
    "Finnish",
    "French",
    "Galician",
    "German",
    "Hungarian",
    "Icelandic",
    "Italian",
    "Latin",
    "Latvian",
    "Maltese",
    "Norwegian",
    "Occitan",
    "Polish",
    "Portuguese",
    "Romanian",
    "Slovene",
    "Spanish",
    "Swedish",
    "Turkish",
    "Welsh",
];
const NOUNS: &[&str] = &[
    "anvil", "apron", "barn", "basket", "bell", "blanket", "bridge", "bucket", "candle", "carpet",
    "chimney", "cloud", "comb", "cradle", "cup", "dough", "drawer", "fence", "ferry", "field",
    "flute", "garden", "gate", "glove", "hammer", "harvest", "hill", "kettle", "key", "ladder",
    "lantern", "letter", "market", "meadow", "mill", "mirror", "needle", "oven", "path", "pillow",
    "plough", "river", "roof", "rope", "saddle", "shore", "sleeve", "spoon", "stable", "stool",
    "storm", "thread", "tower", "village", "wagon", "well", "wheel", "window",
];
const CASES: &[&str] = &[
    "ablative",
    "accusative",
    "dative",
    "future perfect",
    "genitive",
    "imperative",
    "imperfect",
    "instrumental",
    "locative",
    "nominative",
    "partitive",
    "past participle",
    "pluperfect",
    "subjunctive",
    "vocative",
];
const USAGES: &[&str] = &[
    "is common in <place> but sounds old-fashioned elsewhere",
    "takes the <case> after a verb of motion",
    "was borrowed from <language> in the <century> century",
    "is only used for the <noun> of a <noun>",
    "forms its plural like the word for “<noun>”",
    "must not be confused with «<foreign>», the <noun>",
    "drops its final vowel before another word",
];
const EXAMPLES: &[&str] = &[
    "«Où est la <foreign> de ma mère, à côté du château ?»",
    "„Die schöne <foreign> gehört dem Bäcker in der Hauptstraße.“",
    "«El niño compró <n> <foreign> en la montaña.»",
    "“Çok güzel bir <foreign> gördüm, şimdi gidiyorum.”",
    "„Proszę, gdzie leży <foreign> przy kościele?“",
    "「<han>は<han>です。」",
    "“Ich möchte <n> <foreign>, bitte.”",
];
