//! What is said about a proposal once it is looked at.

use deck_lint::{Terms, rules};
use deck_syntax::AttributeKey;

use super::{Completion, CompletionKind, attributes, front_matter};

/// What there is to say about a proposal, in Markdown: the page of a rule, how a term is spelled,
/// what a key means, what a template writes.
pub fn documentation(proposal: &Completion, terms: &Terms) -> Option<String> {
    match proposal.kind {
        CompletionKind::Rule => rules::by_name(&proposal.label).map(deck_lint::Rule::plain_page),
        CompletionKind::Term => term(&proposal.label, terms),
        CompletionKind::Attribute => {
            let key = AttributeKey::from_name(proposal.label.trim_start_matches('@'))?;
            Some(attributes::meaning(key).to_owned())
        }
        CompletionKind::Key => {
            let known = front_matter::KEYS.iter().find(|(key, _)| *key == proposal.label)?;
            Some(known.1.to_owned())
        }
        CompletionKind::Snippet => {
            Some(format!("```\n{}\n```", proposal.insert.plain().trim_end()))
        }
        _ => None,
    }
}

fn term(text: &str, terms: &Terms) -> Option<String> {
    let term = terms.find(text)?;
    let spellings = terms.spellings(term.key);
    let list = spellings.iter().map(|it| format!("- {} × {}", it.uses(), it.text));
    let list: Vec<String> = list.collect();
    let said = if list.len() > 1 { "It is spelled in several ways:" } else { "It is written:" };
    Some(format!("{said}\n\n{}", list.join("\n")))
}
