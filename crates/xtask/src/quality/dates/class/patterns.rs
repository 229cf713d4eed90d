//! The patterns of the classes, as the gold's scorer has them.

use std::sync::LazyLock;

use regex::Regex;

#[expect(clippy::expect_used, reason = "the patterns are in this file")]
fn compiled(pattern: &str) -> Regex {
    Regex::new(pattern).expect("a pattern that compiles")
}

pub(super) static MONTH: LazyLock<Regex> = LazyLock::new(|| {
    compiled(
        r"\b(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b",
    )
});
pub(super) static ERA: LazyLock<Regex> =
    LazyLock::new(|| compiled(r"\b(b\.?c\.?(e\.?)?|a\.?d\.?|c\.?e\.?)"));
pub(super) static ERA_WHOLE: LazyLock<Regex> =
    LazyLock::new(|| compiled(r"^(b\.?c\.?(e\.?)?|a\.?d\.?|c\.?e\.?)$"));
pub(super) static DAY: LazyLock<Regex> =
    LazyLock::new(|| compiled(r"\b([12]?\d|3[01])(st|nd|rd|th)?\b"));
pub(super) static SEASON: LazyLock<Regex> =
    LazyLock::new(|| compiled(r"\b(spring|summer|autumn|fall|winter)s?\b"));
pub(super) static CENTURY: LazyLock<Regex> =
    LazyLock::new(|| compiled(r"\bcentur(y|ies)\b|millenni"));
pub(super) static HALF_OR_MANY: LazyLock<Regex> =
    LazyLock::new(|| compiled(r"half a cent|\bcenturies\b"));
pub(super) static DECADE: LazyLock<Regex> = LazyLock::new(|| {
    compiled(
        r"\b\d{3}0'?s\b|\b(twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b|'\d0s",
    )
});
pub(super) static YEAR_RANGE: LazyLock<Regex> =
    LazyLock::new(|| compiled(r"\d{4}\s*[-–/]\s*\d{2}"));
pub(super) static ISO: LazyLock<Regex> = LazyLock::new(|| compiled(r"^\d{4}-\d\d-\d\d"));
pub(super) static PART: LazyLock<Regex> = LazyLock::new(|| {
    compiled(r"\b(early|late|mid|middle|beginning|end|start|half|quarter)\b|mid-")
});
pub(super) static NUMERIC: LazyLock<Regex> =
    LazyLock::new(|| compiled(r"^\d{1,4}[/.]\d{1,2}[/.]\d{1,4}$"));
pub(super) static SHORT_YEAR: LazyLock<Regex> = LazyLock::new(|| compiled(r"^'\d\d$"));
pub(super) static WEEKDAY: LazyLock<Regex> =
    LazyLock::new(|| compiled(r"\b(mon|tues|wednes|thurs|fri|satur|sun)day"));
pub(super) static BARE_DAY: LazyLock<Regex> =
    LazyLock::new(|| compiled(r"^(the )?(\d{1,2}(st|nd|rd|th)?)$"));
pub(super) static TIME: LazyLock<Regex> = LazyLock::new(|| {
    compiled(
        r"\d\s*[ap]\.?m\b|\d:\d\d|\b(noon|midnight|morning|afternoon|evening|night|dawn|dusk)\b",
    )
});
pub(super) static RELATIVE: LazyLock<Regex> = LazyLock::new(|| {
    compiled(
        r"\b(later|earlier|ago|after|before|following|next|previous|last|same|that|this|these|subsequent|first|end|beginning|time|coming|prior|then)\b",
    )
});
