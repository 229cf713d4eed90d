//! What is said about a mention beside its date.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use deck_dates::{
    Bound, Calendar, Confidence, Context, Era, Interval, Kind, Language, Mention, Part, Provenance,
    Relation, Unit, Weekday, calendar, compare, find,
};

fn all(text: &str) -> Vec<Mention> {
    find(text, &Context::default())
}

fn one(text: &str) -> Mention {
    let found = all(text);
    assert_eq!(found.len(), 1, "{text}: {found:?}");
    found.into_iter().next().unwrap()
}

fn relation(one_text: &str, other: &str) -> Relation {
    compare(&one(one_text), &one(other)).unwrap()
}

#[test]
fn days_that_do_not_exist() {
    for text in
        ["31 September 1938", "30 February 1904", "29 February 1937", "June 31st", "31/6/1940"]
    {
        let mention = one(text);
        assert!(mention.impossible() && mention.interval.is_none(), "{text}");
        assert_eq!(mention.edtf(), None);
    }
    for text in ["29 February 1936", "29 February 1900", "29 February", "30 September"] {
        assert!(!one(text).impossible(), "{text}");
    }
}

#[test]
fn ranges_the_wrong_way_round() {
    for text in ["from 1932 to 1929", "September – May 1939", "146–264 BC", "1945-1939"] {
        assert!(one(text).reversed(), "{text}");
    }
    for text in ["264–146 BC", "1899–02", "27 BC–14 AD", "1929–32", "October 1944 to March"]
    {
        assert!(!one(text).reversed(), "{text}");
    }
}

#[test]
fn weekdays() {
    assert_eq!(one("Monday 3 September 1939").right_weekday(), Some(Weekday::Sunday));
    assert_eq!(one("Sunday, 3 September 1939").right_weekday(), None);
    // Before the calendar is certain, nothing is.
    assert_eq!(one("Monday 14 October 1066").right_weekday(), None);
}

#[test]
fn months_in_small_letters_are_seen() {
    let text = "signed in may 1935";
    let mention = one(text);
    assert_eq!(&text[mention.month_range.unwrap()], "may");
}

#[test]
fn bounds_parts_and_eras() {
    assert_eq!(one("before 1938").bound, Some(Bound::Before));
    assert_eq!(one("since May 1938").bound, Some(Bound::Since));
    assert_eq!(one("until 1938").bound, Some(Bound::Until));
    assert_eq!(one("by the end of 1938").part, Some(Part::End));
    assert_eq!(one("early 1938").part, Some(Part::Early));
    assert_eq!(one("490 BCE").era, Some(Era::Before));
    assert_eq!(one("the 1930s").granularity, Unit::Decade);
    let early = one("early 1938").narrowed().unwrap();
    assert!(early.days() < 125 && early.first == calendar::from_gregorian((1938, 1, 1)));
}

#[test]
fn carried_years_are_marked() {
    let found = all("In August 1936 they met, and in September they signed.");
    assert_eq!(found[0].provenance, Provenance::Explicit);
    assert_eq!(found[1].provenance, Provenance::Carried);
    assert_eq!(found[1].edtf().as_deref(), Some("1936-09"));
    assert!(!found[1].is_explicit());
    let context = Context { in_force: Some((1936, None)), ..Context::default() };
    let found = find("in September", &context);
    assert_eq!(found[0].provenance, Provenance::Context);
    assert_eq!(one("in September").provenance, Provenance::None);
    let found = all("May to June 1938");
    assert_eq!(found[0].ends.as_ref().unwrap()[0].provenance, Provenance::Inherited);
    assert!(found[0].is_explicit());
}

#[test]
fn steps_from_a_date_of_the_same_text() {
    let found =
        all("On 10 May 1940 Churchill came to power; two days later and the following year.");
    assert_eq!(found[1].edtf().as_deref(), Some("1940-05-12"));
    assert_eq!(found[2].edtf().as_deref(), Some("1941"));
    assert!(found[1..].iter().all(|m| m.kind == Kind::Relative && !m.is_explicit()));
    assert_eq!(one("two days later").interval, None);
}

#[test]
fn lengths_and_ages() {
    let length = |text: &str| one(text).length.unwrap();
    assert_eq!(length("for ten years").least, Some(10));
    assert_eq!(length("a decade").unit, Unit::Decade);
    assert_eq!(length("twenty-four months").least, Some(24));
    assert_eq!(
        (length("ten to fifteen years").least, length("ten to fifteen years").most),
        (Some(10), Some(15))
    );
    assert!(length("aged 56").age && length("aged 56").least == Some(56));
    assert!(length("56 years old").age);
    assert_eq!(length("several weeks").least, None);
    assert!(length("over two years").approximate);
}

#[test]
fn day_or_month_first() {
    let unknown = one("4/9/1938");
    assert!(unknown.alternative.is_some());
    let american = Context { day_first: Some(false), ..Context::default() };
    assert_eq!(find("4/9/1938", &american)[0].edtf().as_deref(), Some("1938-04-09"));
    assert_eq!(one("25/9/1938").alternative, None);
    assert_eq!(relation("4/9/1938", "9 April 1938"), Relation::Contains);
}

#[test]
fn other_languages_have_only_what_is_in_digits() {
    let context = Context { language: Language::Other, ..Context::default() };
    let text = "Mars 1917, le 30/9/1938 et 1914–1918, may 1935, sat, dec, 1938-09-30";
    let found: Vec<_> = find(text, &context).into_iter().map(|m| &text[m.range]).collect();
    assert_eq!(found, ["1917", "30/9/1938", "1914–1918", "1935", "1938-09-30"]);
}

#[test]
fn calendars() {
    assert_eq!(one("14 October 1066").calendar, Calendar::Unknown);
    assert_eq!(one("3 September 1939").calendar, Calendar::Gregorian);
    let julian = one("25 October 1917 (O.S.)");
    assert_eq!(julian.calendar, Calendar::Julian);
    assert_eq!(compare(&julian, &one("7 November 1917")), Some(Relation::Equal));
}

#[test]
fn conflicts_only_where_nothing_can_reconcile_them() {
    assert_eq!(relation("1938", "1939"), Relation::Disjoint);
    assert_eq!(relation("September 1938", "1938"), Relation::Within);
    assert_eq!(relation("1914–18", "1916"), Relation::Contains);
    assert_ne!(relation("c. 1066", "1068"), Relation::Disjoint);
    assert_eq!(relation("c. 1066", "1100"), Relation::Disjoint);
    assert_ne!(relation("the 19th century", "1900"), Relation::Disjoint);
    assert_eq!(relation("the 19th century", "1914"), Relation::Disjoint);
    assert_ne!(relation("the summer of 1938", "3 September 1938"), Relation::Disjoint);
    assert_ne!(relation("14 October 1066", "20 October 1066"), Relation::Disjoint);
    assert_eq!(relation("3 September 1939", "1 September 1939"), Relation::Disjoint);
    assert_eq!(relation("before 1938", "1935"), Relation::Contains);
    assert_eq!(relation("since 1938", "1935"), Relation::Disjoint);
    assert_eq!(relation("1945", "since May 1938"), Relation::Within);
    assert_eq!(compare(&one("1939–present"), &one("1950")), None);
}

#[test]
fn years_that_cannot_be_are_found_but_not_trusted() {
    assert_eq!(one("September 19334").value.unwrap().year(), Some(19334));
    let mention = one("It fell in 2938.");
    assert_eq!((mention.value.unwrap().year(), mention.confidence), (Some(2938), Confidence::Low));
    assert_eq!(one("It fell in 19334.").confidence, Confidence::Low);
}

#[test]
fn intervals_are_days_inclusive() {
    let munich = one("29–30 September 1938").interval.unwrap();
    assert_eq!(munich.days(), 2);
    assert_eq!(one("1900s").interval, Some(Interval::of_years(1900, 1999)));
}
