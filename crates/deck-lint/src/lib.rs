//! A deck becomes facts, facts become diagnostics.
//!
//! A [`Workspace`] holds the decks below one folder. [`Workspace::lint`] runs the rules over them
//! and yields [`Diagnostic`]s: plain data that every front end shows in its own way.
//!
//! A rule is one file in `rules/` and the Markdown page beside it; see [`Rule`].

mod apply;
mod asked;
mod asking;
mod baseline;
mod config;
mod conflict;
mod dated;
mod diagnostic;
mod edtf;
mod encoding;
mod english;
mod events;
mod facts;
mod finding;
mod hash;
mod lexicon;
mod lint;
mod live;
mod markup;
mod media;
mod near_miss;
mod nearest;
mod past;
mod points;
mod restated;
mod rollup;
mod rows;
mod rule;
pub mod rules;
mod source;
mod spelling;
mod suppress;
mod terms;
mod twins;
mod wording;
mod words;
mod workspace;

pub use apply::{Applied, ChosenEdits, apply_fixes, choose_fixes, fix_file};
pub use baseline::{
    BASELINE_NAME, Baseline, BaselineError, BaselineProblem, BaselineSource, BaselineUpdate, Entry,
};
pub use config::{
    Config, ConfigError, DuplicatesConfig, FILE_NAME, FilesDialect, LevelSetting, Levels,
    ObsidianConfig, Scope, TextConfig, json_schema,
};
pub use diagnostic::{Applicability, Diagnostic, Fix, Label, Level, TextEdit};
pub use edtf::{EdtfSpan, edtf_span};
pub use facts::dates;
pub use facts::{CardFacts, Side, Wording, question_of};
pub use finding::{Finding, Findings, Related};
pub use lexicon::FILE_NAME as WORDS_FILE_NAME;
pub use lint::Report;
pub use live::{Change, Kept, Live, OfAllCards, Passage};
pub use media::is_media;
pub use nearest::nearest;
pub use past::Before;
pub use points::points;
pub use rule::{
    CardsCx, Check, DeckCx, FixKind, Group, Index, ItemCx, ItemLine, Judge, Member, Members,
    Placed, Rollup, Rule, dialects,
};
pub use source::{FileId, Length, SourceFile};
pub use terms::{
    MIN_PREFIX, Spelling, Term, TermMention, TermPlace, Terms, spelled, term_key, terms_in,
};
pub use wording::count;
pub use workspace::{
    InForce, LoadProblem, OpenError, Options, Origin, Overlay, RuleInForce, Workspace,
};
