//! `decklint duplicates [PATH …]`: questions that are asked more than once, group by group.

use std::io::Write;
use std::path::Path;

use deck_lint::{CardsCx, Member, Options, Workspace, question_of};
use deck_similarity::{Family, Tier};
use serde::Serialize;

use crate::Outcome;
use crate::args::{DataFormat, DialectArg, DuplicatesArgs};
use crate::failure::Failure;
use crate::files::shown;
use crate::progress::Progress;

/// Cards that ask the same.
#[derive(Serialize)]
struct GroupData {
    tier: &'static str,
    cards: Vec<CardData>,
}

/// Questions that differ in one word.
#[derive(Serialize)]
struct FamilyData {
    before: String,
    after: String,
    fillers: Vec<FillerData>,
}

#[derive(Serialize)]
struct FillerData {
    word: String,
    cards: Vec<CardData>,
}

#[derive(Serialize)]
struct CardData {
    file: String,
    line: usize,
    question: String,
    answer: Option<String>,
}

/// Prints the groups.
pub(crate) fn run(args: &DuplicatesArgs) -> Result<Outcome, Failure> {
    let options = Options {
        paths: args.paths.clone(),
        isolated: args.isolated,
        dialect: args.dialect.map(DialectArg::dialect),
        ..Options::default()
    };
    let progress = Progress::new(false);
    let opened = Workspace::open(&options, &|done, total| progress.update(done, total));
    progress.finish();
    let workspace = opened?;
    let lister = Lister { workspace: &workspace, cards: workspace.cards() };
    let mut out = std::io::BufWriter::new(anstream::stdout().lock());
    let any = if args.families {
        print_families(&mut out, args.format, &lister.families())?
    } else {
        print_groups(&mut out, args.format, &lister.groups())?
    };
    out.flush()?;
    Ok(if any && !args.families { Outcome::Findings } else { Outcome::Clean })
}

struct Lister<'w> {
    workspace: &'w Workspace,
    cards: CardsCx<'w>,
}

impl Lister<'_> {
    /// The groups that have a card in the files asked for; a group of a graver tier is not shown
    /// again as part of a coarser one that adds nothing to it.
    fn groups(&self) -> Vec<GroupData> {
        let mut groups = Vec::new();
        let mut larger_than = std::collections::HashMap::new();
        for tier in Tier::ALL {
            for group in self.cards.index().groups(tier) {
                let known = larger_than.insert(group.members[0], group.members.len());
                if known == Some(group.members.len()) || !self.selected(&group.members) {
                    continue;
                }
                let cards = group.members.iter().filter_map(|&member| self.card(member));
                groups.push(GroupData { tier: name(tier), cards: cards.collect() });
            }
        }
        groups
    }

    fn families(&self) -> Vec<FamilyData> {
        let question = |member| question_of(&self.cards.item(member));
        let families = self.cards.index().families(question);
        let cards = |family: &Family<Member>| {
            family.fillers.iter().flat_map(|filler| filler.cards.clone()).collect::<Vec<_>>()
        };
        let shown = families.into_iter().filter(|family| self.selected(&cards(family)));
        shown
            .map(|family| FamilyData {
                before: family.before,
                after: family.after,
                fillers: family
                    .fillers
                    .into_iter()
                    .map(|filler| FillerData {
                        word: filler.word,
                        cards: filler.cards.iter().filter_map(|&card| self.card(card)).collect(),
                    })
                    .collect(),
            })
            .collect()
    }

    fn selected(&self, members: &[Member]) -> bool {
        members.iter().any(|member| self.workspace.is_selected(member.file))
    }

    fn card(&self, member: Member) -> Option<CardData> {
        let item = self.cards.item(member);
        let card = item.card()?;
        let side = |range| deck_syntax::side_text(item.item, item.text, range).into_owned();
        let (line, _) = item.file.line_column(item.start + card.front.start());
        Some(CardData {
            file: shown(Path::new(&item.file.path)),
            line,
            question: side(card.front),
            answer: card.back.map(side),
        })
    }
}

/// What the cards of a tier have in common.
fn name(tier: Tier) -> &'static str {
    match tier {
        Tier::Same => "same",
        Tier::Equivalent => "equivalent",
        Tier::Similar => "similar",
    }
}

fn print_groups(
    out: &mut impl Write,
    format: DataFormat,
    groups: &[GroupData],
) -> Result<bool, Failure> {
    if format == DataFormat::Json {
        return print_json(out, groups);
    }
    for group in groups {
        let what = match group.tier {
            "same" => "the same question",
            "equivalent" => "the same question in other words",
            _ => "nearly the same question",
        };
        writeln!(out, "\x1b[1m{what}\x1b[0m, {} cards", group.cards.len())?;
        for card in &group.cards {
            writeln!(out, "  {}:{}  {}", card.file, card.line, on_one_line(&card.question))?;
            if let Some(answer) = &card.answer {
                writeln!(out, "      {}", on_one_line(answer))?;
            }
        }
        writeln!(out)?;
    }
    writeln!(out, "{}", deck_lint::count(groups.len(), "group"))?;
    Ok(!groups.is_empty())
}

fn print_families(
    out: &mut impl Write,
    format: DataFormat,
    families: &[FamilyData],
) -> Result<bool, Failure> {
    if format == DataFormat::Json {
        return print_json(out, families);
    }
    for family in families {
        let words: Vec<&str> = family.fillers.iter().map(|filler| filler.word.as_str()).collect();
        let braces = format!("\x1b[1m{{{}}}\x1b[0m", words.join(", "));
        writeln!(
            out,
            "{}{braces}{}",
            on_one_line_of(&family.before),
            on_one_line_of(&family.after)
        )?;
        for card in family.fillers.iter().flat_map(|filler| &filler.cards) {
            writeln!(out, "  {}:{}", card.file, card.line)?;
        }
    }
    writeln!(out, "{}", deck_lint::count(families.len(), "template"))?;
    Ok(!families.is_empty())
}

fn print_json<T: Serialize>(out: &mut impl Write, data: &[T]) -> Result<bool, Failure> {
    let json = serde_json::to_string_pretty(data).map_err(std::io::Error::from)?;
    writeln!(out, "{json}")?;
    Ok(!data.is_empty())
}

/// A side on one line that fits a terminal.
fn on_one_line(side: &str) -> String {
    const WIDTH: usize = 100;
    let line = on_one_line_of(side).trim().to_owned();
    match line.char_indices().nth(WIDTH) {
        Some((at, _)) => format!("{} …", &line[..at]),
        None => line,
    }
}

/// A text without line breaks.
fn on_one_line_of(side: &str) -> String {
    side.replace(['\n', '\r', '\t'], " ")
}
