//! What people write, and what it means: each line is a text, what is found in it, and its EDTF.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use deck_dates::{Confidence, Context, Kind, Mention, find};

/// The mentions that are likely to be dates.
fn likely(text: &str) -> Vec<Mention> {
    let mut found = find(text, &Context::default());
    found.retain(|mention| mention.confidence > Confidence::Low);
    found
}

fn check(cases: &[(&str, &[(&str, &str)])]) {
    let wrong: Vec<_> = cases
        .iter()
        .filter_map(|(text, expected)| {
            let found: Vec<_> = likely(text)
                .iter()
                .map(|mention| (&text[mention.range], mention.edtf().unwrap_or_default()))
                .collect();
            let expected: Vec<_> =
                expected.iter().map(|(words, edtf)| (*words, (*edtf).to_owned())).collect();
            (found != expected).then(|| format!("{text}: {found:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn days_in_every_order_and_spelling() {
    check(&[
        ("signed on the 30th of September 1938", &[("the 30th of September 1938", "1938-09-30")]),
        ("on 23 August, 1939", &[("23 August, 1939", "1939-08-23")]),
        ("September 1, 1939, Germany", &[("September 1, 1939", "1939-09-01")]),
        ("Sept. 1st 1939", &[("Sept. 1st 1939", "1939-09-01")]),
        ("on 1938-09-30.", &[("1938-09-30", "1938-09-30")]),
        ("on 30/9/1938", &[("30/9/1938", "1938-09-30")]),
        ("30.09.1938", &[("30.09.1938", "1938-09-30")]),
        ("the 1st of May", &[("the 1st of May", "XXXX-05-01")]),
        ("Monday 3 September 1939", &[("Monday 3 September 1939", "1939-09-03")]),
        ("Sunday, September 3, 1939", &[("Sunday, September 3, 1939", "1939-09-03")]),
        ("23-Aug-1939", &[("23-Aug-1939", "1939-08-23")]),
        ("1938 September 30", &[("1938 September 30", "1938-09-30")]),
        ("15 March 44 BC", &[("15 March 44 BC", "-0043-03-15")]),
        ("twenty-first of June 1941", &[("twenty-first of June 1941", "1941-06-21")]),
        ("the night of 8 February 1904", &[("the night of 8 February 1904", "1904-02-08")]),
        ("am 30.9.1938 um", &[("30.9.1938", "1938-09-30")]),
    ]);
}

#[test]
fn months_seasons_and_parts() {
    check(&[
        ("In November 1933, Litvinov", &[("November 1933", "1933-11")]),
        ("in may 1935", &[("may 1935", "1935-05")]),
        ("Aug 1939", &[("Aug 1939", "1939-08")]),
        ("February of 1940", &[("February of 1940", "1940-02")]),
        ("summer of 1938", &[("summer of 1938", "1938-22")]),
        ("in the winter of 1932–33", &[("the winter of 1932–33", "1932-24")]),
        ("mid-1938", &[("mid-1938", "1938")]),
        ("the first half of 1936", &[("the first half of 1936", "1936-01/1936-06")]),
        ("third quarter of 1936", &[("third quarter of 1936", "1936-07/1936-09")]),
        ("by the end of 1932", &[("the end of 1932", "1932")]),
        ("in late July 1914", &[("late July 1914", "1914-07")]),
    ]);
}

#[test]
fn years_and_longer() {
    check(&[
        ("490 BC", &[("490 BC", "-0489")]),
        ("AD 43", &[("AD 43", "0043")]),
        ("in 1066 B.C.E., perhaps", &[("1066 B.C.E.", "-1065")]),
        ("c. 1066", &[("c. 1066", "1066~")]),
        ("(1066?)", &[("1066", "1066?")]),
        ("the 1930s", &[("the 1930s", "193X")]),
        ("the early 1920s", &[("the early 1920s", "192X")]),
        ("the twenties", &[("the twenties", "192X")]),
        ("in the '30s", &[("the '30s", "193X")]),
        ("the 470s BC", &[("the 470s BC", "-0478/-0469")]),
        ("late 19th century", &[("late 19th century", "18XX")]),
        ("the nineteenth century", &[("the nineteenth century", "18XX")]),
        ("the 4th century BC", &[("the 4th century BC", "-0398/-0299")]),
        ("the 2nd millennium BC", &[("the 2nd millennium BC", "-1998/-0999")]),
        ("1939年9月", &[("1939", "1939")]),
    ]);
}

#[test]
fn ranges_of_all_of_them() {
    check(&[
        ("from 1929-1932", &[("1929-1932", "1929/1932")]),
        ("May - September 1939", &[("May - September 1939", "1939-05/1939-09")]),
        ("between 1921 and 1922", &[("1921 and 1922", "1921/1922")]),
        ("1914–18", &[("1914–18", "1914/1918")]),
        ("1938/9", &[("1938/9", "1938/1939")]),
        ("1899–02", &[("1899–02", "1899/1902")]),
        ("264–146 BC", &[("264–146 BC", "-0263/-0145")]),
        ("27 BC – AD 14", &[("27 BC – AD 14", "-0026/0014")]),
        ("AD 43–410", &[("AD 43–410", "0043/0410")]),
        ("12-13 April 1935", &[("12-13 April 1935", "1935-04-12/1935-04-13")]),
        ("Sept 29th–30th 1938", &[("Sept 29th–30th 1938", "1938-09-29/1938-09-30")]),
        ("20 May 1938 - 22 May 1938", &[("20 May 1938 - 22 May 1938", "1938-05-20/1938-05-22")]),
        (
            "from November 1942 to February 1943",
            &[("November 1942 to February 1943", "1942-11/1943-02")],
        ),
        ("1922–present", &[("1922–present", "1922/..")]),
        ("Lenin (1870–1924)", &[("1870–1924", "1870/1924")]),
        (
            "the 5th and 4th centuries BC",
            &[("the 5th", "-0498/-0399"), ("4th centuries BC", "-0398/-0299")],
        ),
        ("1st century BC–1st century AD", &[("1st century BC–1st century AD", "-0098/00XX")]),
        ("In April and June 1955", &[("April", "1955-04"), ("June 1955", "1955-06")]),
        ("May 4 and 5, 1940", &[("May 4", "1940-05-04"), ("5, 1940", "1940-05-05")]),
    ]);
}

#[test]
fn what_is_no_date() {
    let texts = [
        "100,000 troops",
        "1936 tanks were built",
        "There were 1,200 men and 1500 guns",
        "He sent 2000 British troops",
        "an army of 1944",
        "2000 of the rebels",
        "1500–2000 calories",
        "p. 1934",
        "pp. 1934–1936",
        "Resolution 1483",
        "version 2019.1",
        "in 1000 ways",
        "He may march in",
        "May I ask why?",
        "You may 5 times",
        "the Long March",
        "the March on Rome",
        "read \"1984\" by Orwell",
        "over 1500 dead",
        "$2000",
        "ABC-12345-A1B2C3",
        "+86 138-2010-2015",
        "a ratio of 4:3",
        "0.8/15",
        "30/4.85",
        "133-03-03-2020",
        "32 - 2015",
        "the 27th floor",
        "the second round",
        "1500 m above the sea",
        "It fell to the ground in spring water",
        "a fall from grace",
        "mean ± 1.96",
        "F-105, P-1936X",
        "giving E ~ 2100 J",
        "E ~ 2100",
        "about 1500 MB of it",
        "1936 kHz",
        "from 1800 K to 2000 K",
        "1/2000 (negligible)",
        "about 1/1836 that of a proton",
        "1/1836 of the mass",
        "0 to 1023.",
        "between 0 and 2047",
    ];
    let is_date = |text: &&&str| {
        likely(text).iter().any(|mention| matches!(mention.kind, Kind::Point | Kind::Range))
    };
    assert_eq!(texts.iter().filter(is_date).collect::<Vec<_>>(), [&""; 0]);
}

#[test]
fn years_beside_what_looks_like_a_unit_or_a_fraction() {
    check(&[
        ("in 1948 N. Korea", &[("1948", "1948")]),
        ("1945 V-E Day", &[("1945", "1945")]),
        ("in 1914 N Africa", &[("1914", "1914")]),
        ("~1990", &[("1990", "1990")]),
        ("in 1/2000", &[("1/2000", "2000-01")]),
        ("the battle (3/1945)", &[("3/1945", "1945-03")]),
        ("1/1933: Chancellor", &[("1/1933", "1933-01")]),
    ]);
}
