//! Names put together from syllables, so that hundreds of thousands of cards need not share them.

use super::rng::Rng;

const PLACE_HEADS: &[&str] = &[
    "Alt", "Ard", "Bel", "Bern", "Bran", "Cal", "Carn", "Cor", "Dan", "Dor", "Eber", "Elm", "Fal",
    "Fern", "Gal", "Grav", "Har", "Hol", "Ing", "Jar", "Kal", "Kron", "Lind", "Lor", "Mar", "Mont",
    "Nor", "Oster", "Pal", "Quel", "Rav", "Ros", "Sal", "Sten", "Tal", "Tren", "Ul", "Val", "Var",
    "Wald", "Wes", "Yar", "Zel", "Žil", "Öl", "Århel",
];
const PLACE_TAILS: &[&str] = &[
    "ania", "avia", "berg", "borg", "burg", "dorf", "dova", "enia", "eria", "essa", "feld", "gard",
    "grad", "haven", "heim", "holm", "ia", "ino", "land", "mark", "mont", "more", "nitz", "oria",
    "ova", "polis", "quay", "stad", "stein", "thal", "ton", "ulia", "vale", "vik", "weiler",
    "wick", "yria", "zburg", "ów", "ás",
];
const SURNAME_HEADS: &[&str] = &[
    "Abr", "And", "Bal", "Bech", "Bor", "Bright", "Cast", "Cher", "Dam", "Dray", "Eck", "Fab",
    "Fisch", "Gar", "Gol", "Hald", "Hart", "Ivan", "Jan", "Kap", "Kess", "Kov", "Lang", "Leb",
    "Mal", "Mer", "Nad", "Nov", "Orl", "Pav", "Pet", "Radz", "Rich", "Sand", "Sok", "Tar", "Tol",
    "Urb", "Vas", "Vol", "Wint", "Yud", "Zim", "Müll", "Løv",
];
const SURNAME_TAILS: &[&str] = &[
    "acek", "aert", "alov", "ana", "anov", "ard", "asky", "atti", "berg", "court", "eau", "eler",
    "elli", "enko", "er", "ero", "escu", "etti", "ev", "evich", "iani", "ides", "ier", "in", "ing",
    "ini", "inski", "kamp", "mann", "ner", "off", "ond", "oni", "ova", "quist", "sen", "son",
    "strand", "ville", "ström", "ínez",
];
const SOUNDS: &[&str] = &[
    "ba", "bre", "cha", "ci", "dé", "dou", "é", "fa", "fle", "gar", "gno", "hé", "jo", "la", "lli",
    "ma", "mu", "né", "no", "o", "pa", "plu", "qui", "ra", "ro", "sa", "sé", "si", "sou", "te",
    "tra", "tü", "va", "vo", "xa", "ze", "zö", "ñe", "ção", "ß",
];
const HAN: &[char] = &[
    '学', '校', '時', '間', '電', '車', '山', '川', '日', '本', '語', '中', '国', '人', '名', '前',
    '今', '朝', '昼', '夜', '先', '生', '友', '達', '家', '族', '食', '飲', '物', '水', '火', '木',
    '金', '土', '春', '夏', '秋', '冬', '雨', '雪', '風', '空', '海', '花', '鳥', '犬', '猫', '魚',
];
const GENERA: &[&str] = &[
    "Acer",
    "Apis",
    "Aralia",
    "Bufo",
    "Calidris",
    "Canis",
    "Carex",
    "Corvus",
    "Daphnia",
    "Drosera",
    "Equus",
    "Felis",
    "Gadus",
    "Hydra",
    "Iris",
    "Juncus",
    "Lacerta",
    "Lepus",
    "Lumbricus",
    "Mus",
    "Natrix",
    "Ovis",
    "Parus",
    "Pinus",
    "Quercus",
    "Rana",
    "Salmo",
    "Sorex",
    "Triton",
    "Vulpes",
];
const EPITHETS: &[&str] = &[
    "alpinus",
    "aquaticus",
    "arvensis",
    "borealis",
    "campestris",
    "cinereus",
    "domesticus",
    "europaeus",
    "flavus",
    "fragilis",
    "gracilis",
    "hirsutus",
    "japonicus",
    "lacustris",
    "major",
    "maritimus",
    "minor",
    "montanus",
    "niger",
    "orientalis",
    "palustris",
    "pratensis",
    "rubra",
    "sylvaticus",
    "tenuis",
    "vernalis",
    "viridis",
    "vulgaris",
];
const VERBS: &[&str] = &[
    "apply", "bind", "build", "check", "clear", "collect", "copy", "count", "drop", "fetch",
    "fill", "filter", "find", "fold", "hash", "init", "join", "load", "lock", "merge", "parse",
    "poll", "push", "read", "reset", "scan", "send", "sort", "split", "swap", "trim", "walk",
];
const THINGS: &[&str] = &[
    "arena", "batch", "bit", "block", "buffer", "bucket", "cache", "chunk", "column", "cursor",
    "edge", "event", "field", "frame", "heap", "index", "key", "leaf", "line", "map", "node",
    "page", "packet", "queue", "range", "record", "root", "row", "shard", "slot", "span", "token",
];

/// A country or town, such as "Branavia".
pub(super) fn place(rng: &mut Rng) -> String {
    [rng.pick(PLACE_HEADS), rng.pick(PLACE_TAILS)].concat()
}

/// A surname, such as "Kovinski".
pub(super) fn surname(rng: &mut Rng) -> String {
    [rng.pick(SURNAME_HEADS), rng.pick(SURNAME_TAILS)].concat()
}

/// A word of no language in particular, two to four syllables, many with accents.
pub(super) fn foreign(rng: &mut Rng) -> String {
    (0..rng.between(2, 4)).map(|_| rng.pick(SOUNDS)).collect()
}

/// Two to four Han characters.
pub(super) fn han(rng: &mut Rng) -> String {
    (0..rng.between(2, 4)).map(|_| HAN[rng.below(HAN.len())]).collect()
}

/// The Latin name of a species.
pub(super) fn species(rng: &mut Rng) -> String {
    format!("{} {}", rng.pick(GENERA), rng.pick(EPITHETS))
}

/// A function's name, such as `merge_leaf_span`.
pub(super) fn function(rng: &mut Rng) -> String {
    format!("{}_{}_{}", rng.pick(VERBS), rng.pick(THINGS), rng.pick(THINGS))
}

/// A variable's name.
pub(super) fn variable(rng: &mut Rng) -> &'static str {
    rng.pick(THINGS)
}
