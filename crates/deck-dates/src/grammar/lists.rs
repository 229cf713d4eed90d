//! Words around a number that say whether it is a year.

/// Words before a number that make it a label: `p. 1934`, `Resolution 1483`.
#[rustfmt::skip]
pub(super) const LABELS: &[&str] = &[
    "p", "pp", "page", "pages", "no", "nr", "number", "numbers", "resolution", "resolutions",
    "chapter", "ch", "section", "article", "paragraph", "room", "version", "v", "vol",
    "volume", "lines", "verse", "psalm", "route", "highway", "flight", "tel", "phone",
    "fax", "ext", "extension", "unscr", "rfc", "iso", "din", "code", "id", "isbn", "box",
    "model", "type", "windows", "office", "figure", "fig", "equation",
    "card", "item", "step", "error", "bug", "issue",
    "ticket", "unit", "channel", "block",
];

/// Things that are counted and whose plural has no `s` at its end.
#[rustfmt::skip]
pub(super) const COUNTED: &[&str] = &[
    "men", "women", "people", "children", "feet", "dead", "horse", "horses", "cavalry",
    "infantry", "percent", "per", "million", "thousand", "hundred", "billion", "km", "kilometres",
    "sheep", "cattle", "aircraft", "foot", "metre", "meter", "mile", "inch", "ton", "tonne", "kg",
    "mph", "m", "ft", "calories", "degrees", "pounds", "dollars", "strong", "police", "fish",
    "head", "personnel", "staff", "mm", "cm", "nm", "hz", "rpm", "hp", "watt", "volt",
    "kilograms", "wounded", "killed", "captured", "others", "more",
];

/// Words that end in `s` and count nothing.
#[rustfmt::skip]
pub(super) const NOT_PLURAL: &[&str] = &[
    "was", "is", "has", "his", "as", "this", "its", "us", "thus", "plus", "versus", "perhaps",
    "always", "towards", "besides", "across", "unless", "sometimes", "does", "these", "those",
    "afterwards", "famous", "various", "previous", "religious", "less", "process", "crisis",
    "congress", "census", "campus", "alas", "whereas", "onwards", "forwards", "others", "yes",
    "saw", "sees", "begins", "ends", "marks", "brings", "starts", "becomes", "shows",
];

/// Nouns whose `of` brings a size.
#[rustfmt::skip]
pub(super) const SIZES: &[&str] = &[
    "force", "forces", "army", "total", "strength", "garrison", "population", "crew", "number",
    "loss", "losses", "cost", "fleet", "group", "contingent", "distance", "height", "length",
    "depth", "altitude", "speed", "sum", "maximum", "minimum", "average", "range", "crowd",
];

/// Symbols of units that stand for nothing else behind a year.
#[rustfmt::skip]
pub(super) const UNITS: &[&str] = &[
    "J", "kJ", "MJ", "GJ", "kcal", "eV", "keV", "MeV", "GeV", "N", "kN", "Nm", "W", "kW", "MW",
    "GW", "kWh", "V", "kV", "mV", "mA", "K", "Pa", "kPa", "MPa", "hPa", "Hz", "kHz", "MHz", "GHz",
    "kg", "mg", "µg", "μg", "mm", "cm", "km", "nm", "µm", "μm", "ml", "mL", "dB", "kB", "KB", "MB",
    "GB", "TB", "kbps", "Mbps", "Gbps", "Ω", "kΩ", "MΩ", "mol", "rpm", "px",
];
