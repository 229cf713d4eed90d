//! `cargo xtask quality date-rules`: faults put into dated cards, one at a time, and how many of
//! them the rules find.
//!
//! Real decks hold hardly any date that can be proven wrong, so recall is measured on faults made
//! on purpose. Where to put them comes from people's marks (`--gold`) or from plain patterns
//! (decks), never from `deck-dates`: what it does not see must count as missed.

mod cards;
mod faults;
mod prose;
mod told;
mod trial;
mod written;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;
use deck_lint::{Group, rules};

use crate::Result;
use crate::corpus::Rng;
use cards::Document;
use faults::{Fault, KINDS};
use trial::{Outcome, Trial};

/// Puts faults into dated cards and counts those that are found.
#[derive(Debug, Args)]
pub(crate) struct DateRulesArgs {
    /// Decks to put faults into; `decks/` if neither these nor a gold file are given
    #[arg(value_name = "DECK")]
    decks: Vec<PathBuf>,
    /// Texts with the dates that people marked, one JSON object a line; each sentence with a date
    /// becomes a card
    #[arg(long, value_name = "GOLD.jsonl")]
    gold: Vec<PathBuf>,
    /// Faults of a kind, at most; which ones is drawn, always alike
    #[arg(long, value_name = "N", default_value_t = 200)]
    most: usize,
    /// Show this many missed faults and false alarms of each rule
    #[arg(long, value_name = "N", default_value_t = 0)]
    show: usize,
}

/// What became of the faults of one kind.
#[derive(Default)]
struct Tally {
    planted: usize,
    found: usize,
    /// Found by another rule on dates, and not by this one.
    otherwise: usize,
    /// Reported at the same place without the fault.
    alarms: usize,
    missed: Vec<String>,
}

impl DateRulesArgs {
    /// Plants, lints and prints.
    pub(super) fn run(&self) -> Result<()> {
        let documents = self.documents()?;
        let cards: usize = documents.iter().map(|document| document.cards.len()).sum();
        println!("{} decks, {cards} cards", documents.len());
        let rules = date_rules();
        let mut tallies = BTreeMap::new();
        for kind in KINDS {
            tallies.insert(kind.rule, self.tally(kind.rule, &documents, &rules, kind.plant));
        }
        self.print(&tallies);
        self.print_alarms(&documents, &rules);
        Ok(())
    }

    fn documents(&self) -> Result<Vec<Document>> {
        let mut documents = Vec::new();
        let own = crate::workspace::root().join("decks");
        let named = !self.decks.is_empty() || !self.gold.is_empty();
        let decks = if named { self.decks.clone() } else { vec![own] };
        for path in decks.iter().flat_map(|path| files(path)) {
            let text = fs::read_to_string(&path)
                .map_err(|error| format!("{}: {error}", path.display()))?;
            documents.push(Document::of_deck(&path.display().to_string(), &text));
        }
        for path in &self.gold {
            let lines =
                fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
            let gold = super::dates::gold::read(&lines)?;
            documents.extend(gold.iter().map(prose::document));
        }
        Ok(documents)
    }

    fn tally(
        &self,
        rule: &str,
        documents: &[Document],
        rules: &[String],
        plant: faults::Plant,
    ) -> Tally {
        let mut rng = Rng::new(1);
        let mut all: Vec<(&Document, Fault)> = Vec::new();
        for document in documents {
            let faults = document.facts.iter().filter_map(|fact| plant(document, fact, &mut rng));
            all.extend(faults.map(|fault| (document, fault)));
        }
        while all.len() > self.most {
            all.swap_remove(rng.below(all.len()));
        }
        let mut tally = Tally { planted: all.len(), ..Tally::default() };
        if !rules.iter().any(|known| known == rule) {
            tally.missed = all.iter().map(|(_, fault)| fault.in_words()).collect();
            return tally;
        }
        for (document, fault) in all {
            let trial = Trial { document, fault: &fault, rules };
            match trial.run(rule) {
                Outcome::Found => tally.found += 1,
                Outcome::FoundOtherwise => tally.otherwise += 1,
                Outcome::Missed => tally.missed.push(fault.in_words()),
                Outcome::Alarm => tally.alarms += 1,
            }
        }
        tally
    }

    fn print(&self, tallies: &BTreeMap<&str, Tally>) {
        println!("\nrule                   planted  found  share   by another  alarm without it");
        for (rule, tally) in tallies {
            let exists = rules::by_name(rule).is_some();
            let note = if exists { "" } else { "  (there is no such rule yet)" };
            println!(
                "{rule:<22} {:>7} {:>6}  {}  {:>10}  {:>16}{note}",
                tally.planted,
                tally.found,
                share(tally.found, tally.planted),
                tally.otherwise,
                tally.alarms,
            );
        }
        for (rule, tally) in tallies {
            for missed in tally.missed.iter().take(self.show) {
                println!("missed {rule}: {missed}");
            }
        }
    }

    /// What the rules say of the decks as they are.
    fn print_alarms(&self, documents: &[Document], rules: &[String]) {
        let mut alarms: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        for document in documents {
            for (rule, words) in trial::findings(document, rules) {
                alarms.entry(rule).or_default().push(words);
            }
        }
        println!("\nfindings without any fault planted, to be read by eye");
        for (rule, found) in &alarms {
            println!("{rule:<22} {:>7}", found.len());
            for words in found.iter().take(self.show) {
                println!("    {words}");
            }
        }
        if alarms.is_empty() {
            println!("none");
        }
    }
}

/// The decks that a path names: itself, or what is directly in it.
fn files(path: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(path) else { return vec![path.to_owned()] };
    let files = entries.flatten().map(|entry| entry.path());
    let mut files: Vec<PathBuf> = files
        .filter(|path| path.extension().is_some_and(|it| it == "deck" || it == "md"))
        .collect();
    files.sort();
    files
}

/// The rules on what dates say. How a month is spelt is not one of them.
fn date_rules() -> Vec<String> {
    let dates = rules::ALL.iter().filter(|rule| rule.group == Group::Dates);
    dates.map(|rule| rule.name.to_owned()).filter(|name| name != "lowercase-month").collect()
}

#[expect(clippy::cast_precision_loss, reason = "counts of faults")]
fn share(part: usize, whole: usize) -> String {
    if whole == 0 { "none  ".to_owned() } else { format!("{:.4}", part as f64 / whole as f64) }
}
