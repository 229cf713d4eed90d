//! `decklint cards PATH`: what the parser saw.

use std::io::Write as _;

use deck_lint::{Options, Workspace};
use deck_syntax::{
    AttributeKey, Card, CardForm, Deck, Detection, Dialect, ItemKind, LineTable, TextRange,
    TextSize, decode, parse_as, side_text, tree,
};
use serde::Serialize;

use crate::Outcome;
use crate::args::{CardsArgs, DataFormat, DialectArg};
use crate::failure::Failure;
use crate::files::{read_deck, shown};

/// A deck as programs read it. Lines count from 1; ranges are byte offsets, the end not included.
#[derive(Serialize)]
struct DeckData {
    dialect: &'static str,
    title: Option<String>,
    cards: Vec<CardData>,
    errors: Vec<ErrorData>,
}

#[derive(Serialize)]
struct CardData {
    form: &'static str,
    line: usize,
    range: [u32; 2],
    section: Vec<String>,
    question: String,
    answer: Option<String>,
    both_ways: bool,
    deletions: Vec<DeletionData>,
    attributes: Vec<(&'static str, String)>,
}

#[derive(Serialize)]
struct DeletionData {
    number: Option<u32>,
    text: String,
    hint: Option<String>,
}

#[derive(Serialize)]
struct ErrorData {
    rule: &'static str,
    line: usize,
    range: [u32; 2],
}

/// Prints the cards of a deck, or what it is written in.
pub(crate) fn run(args: &CardsArgs) -> Result<Outcome, Failure> {
    let options = Options { dialect: args.dialect.map(DialectArg::dialect), ..Options::default() };
    if args.why && args.path.is_dir() {
        return list(&Options { paths: vec![args.path.clone()], ..options });
    }
    let text = decode(read_deck(&args.path)?).text;
    let (detection, settings) = Workspace::dialect_of(&options, &args.path, &text)?;
    let mut out = anstream::stdout().lock();
    if args.why {
        writeln!(out, "{}", why(&detection))?;
        return Ok(Outcome::Clean);
    }
    let deck = parse_as(&text, detection.dialect.unwrap_or(Dialect::Deck), &settings);
    match args.format {
        DataFormat::Text => {
            write!(out, "{}", tree::print(&deck, &text))?;
            writeln!(out, "{}", deck_lint::count(deck.cards().count(), "card"))?;
        }
        DataFormat::Json => {
            let data = data(&deck, &text);
            let json = serde_json::to_string_pretty(&data).map_err(std::io::Error::from)?;
            writeln!(out, "{json}")?;
        }
    }
    Ok(Outcome::Clean)
}

/// Says of each file in a folder what it is written in.
fn list(options: &Options) -> Result<Outcome, Failure> {
    let mut out = anstream::stdout().lock();
    for (path, detection) in Workspace::detections(options)? {
        writeln!(out, "{}: {}", shown(&path), why(&detection))?;
    }
    Ok(Outcome::Clean)
}

fn why(detection: &Detection) -> String {
    let dialect = detection.dialect.map_or("cannot tell", Dialect::name);
    format!("{dialect}: {}", detection.reason)
}

fn data(deck: &Deck, text: &str) -> DeckData {
    let table = LineTable::new(text);
    let line = |at: TextSize| table.line(at).0 + 1;
    let mut title = None;
    let mut sections: Vec<(u8, String)> = Vec::new();
    let mut cards = Vec::new();
    for (start, item) in deck.items_at() {
        match &item.kind {
            ItemKind::Title { text: range } => title = Some(text[*range + start].to_owned()),
            ItemKind::Section { level, text: range } => {
                sections.retain(|(above, _)| above < level);
                sections.push((*level, text[*range + start].to_owned()));
            }
            ItemKind::Card(card) => {
                let item_text = &text[TextRange::at(start, item.len())];
                let side = |range| side_text(item, item_text, range).into_owned();
                cards.push(CardData {
                    form: form(card),
                    line: line(start),
                    range: offsets(item.visible() + start),
                    section: sections.iter().map(|(_, name)| name.clone()).collect(),
                    question: side(card.front),
                    answer: card.back.map(side),
                    both_ways: card.both_ways(),
                    deletions: deletions(card, item_text),
                    attributes: attributes(card, item_text),
                });
            }
            _ => {}
        }
    }
    let errors = deck.errors().map(|(range, error)| ErrorData {
        rule: error.kind.rule(),
        line: line(range.start()),
        range: offsets(range),
    });
    DeckData { dialect: deck.dialect().name(), title, cards, errors: errors.collect() }
}

fn form(card: &Card) -> &'static str {
    match card.form {
        CardForm::Question => "question",
        CardForm::Labelled => "labelled",
        CardForm::OneLine { .. } => "one-line",
        CardForm::Cloze => "cloze",
        CardForm::Term => "term",
        CardForm::Separated { .. } => "separated",
        CardForm::Row { .. } => "row",
        CardForm::Heading => "heading",
    }
}

fn offsets(range: TextRange) -> [u32; 2] {
    [range.start().into(), range.end().into()]
}

fn deletions(card: &Card, text: &str) -> Vec<DeletionData> {
    let data = card.deletions.iter().map(|deletion| DeletionData {
        number: deletion.number,
        text: text[deletion.text].to_owned(),
        hint: deletion.hint.map(|hint| text[hint].to_owned()),
    });
    data.collect()
}

fn attributes(card: &Card, text: &str) -> Vec<(&'static str, String)> {
    let value = |key: AttributeKey, range: TextRange| (key.name(), text[range].to_owned());
    card.attributes.iter().map(|attribute| value(attribute.key, attribute.value)).collect()
}
