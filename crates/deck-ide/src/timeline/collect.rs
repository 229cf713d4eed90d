//! From decks to events.

use std::path::Path;

use deck_dates::{Bound, Context, Interval, Kind, Mention, calendar};
use deck_lint::{ItemCx, SourceFile, edtf_span};
use deck_syntax::{AttributeKey, ItemKind, TextRange, TextSize, side_text};

use super::words::{plain, without_marks};
use super::{End, Event, Source};
use crate::dated::{self, Placed, Side, is_sure};
use crate::sections;
use crate::words::bound_name;

/// The events of some decks, in order. `name` is how a person would write a file's path.
pub fn events<'a>(
    files: impl Iterator<Item = &'a SourceFile>,
    name: &dyn Fn(&Path) -> String,
) -> Vec<Event> {
    let mut events: Vec<Event> = files.flat_map(|file| events_of_file(file, name)).collect();
    events.sort_by(|one, other| one.order().cmp(&other.order()));
    events
}

/// The events of one deck, in the order of its cards.
pub fn events_of_file(file: &SourceFile, name: &dyn Fn(&Path) -> String) -> Vec<Event> {
    let shown = name(&file.path);
    let mut context = dated::context(file);
    let mut events = Vec::new();
    let mut lane = sections::deck_name(file).map_or_else(|| shown.clone(), str::to_owned);
    for index in 0..file.deck.items().len() {
        let item = file.item(index);
        match &item.item.kind {
            ItemKind::Title { text } => item.text[*text].clone_into(&mut lane),
            ItemKind::Section { text, .. } => {
                item.text[*text].clone_into(&mut lane);
                context = dated::below_heading(&item.text[*text], &context);
            }
            _ => events.extend(of_card(&item, (&shown, &lane, index), &context)),
        }
    }
    events
}

/// A card is dated by its attribute, else by what its question says, else by its answer, of which
/// each line counts by itself: `- in 1932 he … - in 1935 he …` are two events.
fn of_card(
    item: &ItemCx<'_>,
    (file, lane, index): (&str, &str, usize),
    context: &Context,
) -> Vec<Event> {
    let Some(card) = item.card() else { return Vec::new() };
    let side = |range| side_text(item.item, item.text, range).trim().to_owned();
    // Made once: an answer may have thousands of dated lines, all of one question.
    let question = plain(item.file, &without_marks(item, side(card.front)));
    let answer = card.back.map(side).unwrap_or_default();
    let maker = Maker { item, file, lane, index, question: &question };
    if let Some(date) = card.attribute(AttributeKey::Date) {
        let blank = maker.event(item.start + card.front.start(), Source::Attribute, &answer);
        // What cannot be read there is another matter; the words may still have a date.
        if let Some(event) = dated_by_value(blank, &item.text[date.value]) {
            return vec![event];
        }
    }
    let mentions = dated::of_card(item, context);
    let sure = |side| {
        let sure = mentions.iter().filter(move |it| it.side == side && is_sure(&it.mention));
        sure.filter_map(|it| Some((it, days(&it.mention)?)))
    };
    if let Some((date, days)) = sure(Side::Question).next() {
        let blank = maker.event(date.range().start(), Source::Question, &answer);
        return vec![dated_by(blank, date, days, maker.said(date))];
    }
    let mut events: Vec<Event> = Vec::new();
    let back = card.back.unwrap_or(card.front);
    // One pass over the lines for all dates, whose order is that of their places: a line that is
    // read anew for each of its dates takes the square of its length.
    let mut lines = item.lines().map(|line| line.range()).peekable();
    for (date, days) in sure(Side::Answer) {
        let at = date.range().start() - item.start;
        while lines.next_if(|of| of.end() <= at).is_some() {}
        // Taken: a line's first date is the one that counts.
        let Some(around) = lines.next_if(|of| of.contains(at)) else { continue };
        let answer = around.intersect(back).unwrap_or(TextRange::empty(at));
        let blank = maker.event(date.range().start(), Source::Answer, &item.text[answer]);
        events.push(dated_by(blank, date, days, maker.said(date)));
    }
    events
}

/// What the events of a card have in common.
struct Maker<'a> {
    item: &'a ItemCx<'a>,
    file: &'a str,
    lane: &'a str,
    index: usize,
    question: &'a str,
}

impl Maker<'_> {
    /// A date as it is written, if that is short.
    fn said(&self, date: &Placed) -> Option<String> {
        let written = self.item.text.get(std::ops::Range::<usize>::from(date.mention.range))?;
        let words = plain(self.item.file, written);
        let words = words.strip_prefix("the ").unwrap_or(&words);
        (words.chars().count() <= 40).then(|| words.to_owned())
    }

    /// An event that is not dated yet.
    fn event(&self, at: TextSize, source: Source, answer: &str) -> Event {
        Event {
            file: self.file.to_owned(),
            line: self.item.file.line_column(at).0,
            item: self.index,
            lane: self.lane.to_owned(),
            question: self.question.to_owned(),
            answer: plain(self.item.file, answer),
            source,
            edtf: None,
            said: None,
            days: Interval::new(0, 0),
            start: End::Sharp,
            end: End::Sharp,
            bound: None,
            is_span: false,
        }
    }
}

/// The days of a mention, of the part of it that is meant; none if a day in it does not exist.
fn days(mention: &Mention) -> Option<Interval> {
    let Some([start, end]) = mention.ends.as_deref() else { return mention.narrowed() };
    let first = start.narrowed()?;
    let last = if end.kind == Kind::Vague { first } else { end.narrowed()? };
    Some(first.hull(last))
}

/// The event, dated. `said`: the date as it is written.
fn dated_by(event: Event, date: &Placed, days: Interval, said: Option<String>) -> Event {
    let mention = &date.mention;
    let [first, last] = match mention.ends.as_deref() {
        Some([first, last]) => [first, last],
        None => [mention, mention],
    };
    let end = |side: &Mention, open: &[Bound]| match mention.bound {
        Some(bound) if open.contains(&bound) => End::Open,
        _ if side.kind == Kind::Vague => End::Open,
        _ if is_soft(side) => End::Soft,
        _ => End::Sharp,
    };
    Event {
        edtf: mention.edtf(),
        said: said.filter(|_| is_guess(first, last)),
        start: end(first, &[Bound::Before, Bound::By, Bound::Until]),
        end: end(last, &[Bound::After, Bound::Since]),
        bound: mention.bound.map(bound_name),
        is_span: mention.ends.is_some(),
        days,
        ..event
    }
}

/// Whether days would say more than is known: of `late 1950s`, or of `June 1936 to about 1938`, whose
/// end is in no month.
fn is_guess(first: &Mention, last: &Mention) -> bool {
    let is_mixed = first.granularity != last.granularity && (is_soft(first) || is_soft(last));
    first.part.is_some() || last.part.is_some() || (is_mixed && last.kind != Kind::Vague)
}

fn is_soft(mention: &Mention) -> bool {
    mention.approximate || mention.uncertain || mention.part.is_some()
}

fn dated_by_value(event: Event, value: &str) -> Option<Event> {
    let span = edtf_span(value)?;
    let day = |(year, month, day): (i64, u8, u8)| {
        Some(calendar::from_gregorian((i32::try_from(year).ok()?, month, day)))
    };
    let (first, last) = (span.first.and_then(day), span.last.and_then(day));
    let end = |known: bool, text: &str| match known {
        false => End::Open,
        true if text.ends_with(['?', '~', '%']) => End::Soft,
        true => End::Sharp,
    };
    let (from, upto) = value.split_once('/').unwrap_or((value, value));
    Some(Event {
        edtf: Some(value.to_owned()),
        days: Interval::new(first.or(last)?, last.or(first)?),
        start: end(first.is_some(), from),
        end: end(last.is_some(), upto),
        is_span: value.contains('/'),
        ..event
    })
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use deck_lint::Workspace;
    use deck_syntax::Dialect;

    use super::*;
    use crate::timeline::date_in_words;

    fn read(deck: &str) -> Vec<Event> {
        read_as(Dialect::Deck, deck)
    }

    fn read_as(dialect: Dialect, deck: &str) -> Vec<Event> {
        let workspace = Workspace::of_decks([(PathBuf::from("a.deck"), deck.into(), dialect)]);
        events(workspace.selected().map(|(_, file)| file), &|path| path.display().to_string())
    }

    #[test]
    fn an_attribute_goes_before_the_question_and_that_before_the_answer() {
        let events = read(
            "Rome\nWhen was it founded in 1900?\nIn 753 BC\n@date -0752\n\n\
             What happened in 1936?\nA war that ended in 1939\n\nWho fell?\n- Nero in 68 AD\n",
        );
        let dates: Vec<_> = events.iter().filter_map(|event| event.edtf.as_deref()).collect();
        assert_eq!(dates, ["-0752", "0068", "1936"]);
        assert_eq!(read("Who fell in 1936?\nX\n@date soon\n").len(), 1);
        assert_eq!(events[1].lane, "Rome");
    }

    #[test]
    fn each_dated_line_of_an_answer_is_an_event() {
        let events =
            read("What did he do?\n- a pact in 1935\n- a war in 1932\n- in June he fell\n");
        let lines: Vec<_> = events.iter().map(|event| (event.line, &*event.answer)).collect();
        assert_eq!(lines, [(3, "a war in 1932"), (2, "a pact in 1935")]);
    }

    #[test]
    fn gaps_are_filled_and_days_that_do_not_exist_left_out() {
        let events =
            read("C: It fell in {{c1::1940::year}}.\n\nWho?\n- from 1938 to 31 June 1939\n");
        let words: Vec<_> = events.iter().map(|event| event.question.as_str()).collect();
        assert_eq!(words, ["It fell in 1940."]);
    }

    #[test]
    fn a_deck_of_hashcards_is_called_by_its_name() {
        let deck = "---\nname = \"Linear Algebra\"\n---\n\nQ: Who?\nA: Gauss, 1810\n";
        assert_eq!(read_as(Dialect::Hashcards, deck)[0].lane, "Linear Algebra");
    }

    #[test]
    fn a_part_of_a_time_is_called_as_its_author_does() {
        let events = read(
            "Who?\nX, in the late 1950s\n\nWhere?\nThere, since early\n1937\n\n\
             When?\nAt the end of September 1940\n\nHow?\nSo, from June 1960 to about 1962\n\n\
             Why?\nSo, from c. 1961 to c. 1962\n",
        );
        let dates: Vec<_> = events.iter().map(date_in_words).collect();
        assert_eq!(
            dates,
            [
                "since early 1937",
                "end of September 1940",
                "late 1950s",
                "June 1960 to about 1962",
                "c. 1961–1962"
            ]
        );
    }

    #[test]
    fn what_is_not_sure_is_soft_or_open() {
        let events =
            read("Who?\nX, about 1936\n\nWhere?\nThere, since 1937\n\nHow?\n?\n@date 1938/..");
        let ends: Vec<_> = events.iter().map(|event| (event.start, event.end)).collect();
        assert_eq!(
            ends,
            [(End::Soft, End::Soft), (End::Sharp, End::Open), (End::Sharp, End::Open)]
        );
    }
}
