//! The rules, one file each.
//!
//! Written by `cargo xtask docs` from the files in `rules/`.

#[path = "rules/dates/ambiguous_date.rs"]
pub(crate) mod ambiguous_date;
#[path = "rules/recall/answer_in_question.rs"]
pub(crate) mod answer_in_question;
#[path = "rules/structure/broken_numbering.rs"]
pub(crate) mod broken_numbering;
#[path = "rules/structure/card_inside_block.rs"]
pub(crate) mod card_inside_block;
#[path = "rules/structure/card_inside_card.rs"]
pub(crate) mod card_inside_card;
#[path = "rules/dates/century_mismatch.rs"]
pub(crate) mod century_mismatch;
#[path = "rules/structure/cloze_without_deletion.rs"]
pub(crate) mod cloze_without_deletion;
#[path = "rules/structure/column_count.rs"]
pub(crate) mod column_count;
#[path = "rules/structure/commented_row.rs"]
pub(crate) mod commented_row;
#[path = "rules/duplicates/conflicting_answers.rs"]
pub(crate) mod conflicting_answers;
#[path = "rules/dates/conflicting_dates.rs"]
pub(crate) mod conflicting_dates;
#[path = "rules/recall/context_needed.rs"]
pub(crate) mod context_needed;
#[path = "rules/structure/control_character.rs"]
pub(crate) mod control_character;
#[path = "rules/structure/cut_off_answer.rs"]
pub(crate) mod cut_off_answer;
#[path = "rules/recall/dangling_pronoun.rs"]
pub(crate) mod dangling_pronoun;
#[path = "rules/duplicates/duplicate_answer.rs"]
pub(crate) mod duplicate_answer;
#[path = "rules/duplicates/duplicate_card.rs"]
pub(crate) mod duplicate_card;
#[path = "rules/structure/duplicate_id.rs"]
pub(crate) mod duplicate_id;
#[path = "rules/duplicates/duplicate_question.rs"]
pub(crate) mod duplicate_question;
#[path = "rules/dates/duration_mismatch.rs"]
pub(crate) mod duration_mismatch;
#[path = "rules/structure/empty_cloze.rs"]
pub(crate) mod empty_cloze;
#[path = "rules/structure/glued_tag.rs"]
pub(crate) mod glued_tag;
#[path = "rules/structure/heading_question.rs"]
pub(crate) mod heading_question;
#[path = "rules/dates/implausible_year.rs"]
pub(crate) mod implausible_year;
#[path = "rules/dates/impossible_date.rs"]
pub(crate) mod impossible_date;
#[path = "rules/dates/impossible_order.rs"]
pub(crate) mod impossible_order;
#[path = "rules/text/inconsistent_term.rs"]
pub(crate) mod inconsistent_term;
#[path = "rules/structure/indented_label.rs"]
pub(crate) mod indented_label;
#[path = "rules/structure/invalid_attribute.rs"]
pub(crate) mod invalid_attribute;
#[path = "rules/structure/invalid_front_matter.rs"]
pub(crate) mod invalid_front_matter;
#[path = "rules/structure/invalid_utf8.rs"]
pub(crate) mod invalid_utf8;
#[path = "rules/structure/label_inside_code.rs"]
pub(crate) mod label_inside_code;
#[path = "rules/text/leaked_markup.rs"]
pub(crate) mod leaked_markup;
#[path = "rules/structure/link_inside_cloze.rs"]
pub(crate) mod link_inside_cloze;
#[path = "rules/recall/long_answer.rs"]
pub(crate) mod long_answer;
#[path = "rules/structure/loose_text.rs"]
pub(crate) mod loose_text;
#[path = "rules/dates/lowercase_month.rs"]
pub(crate) mod lowercase_month;
#[path = "rules/structure/malformed_bullet.rs"]
pub(crate) mod malformed_bullet;
#[path = "rules/structure/malformed_label.rs"]
pub(crate) mod malformed_label;
#[path = "rules/structure/malformed_separator.rs"]
pub(crate) mod malformed_separator;
#[path = "rules/recall/many_points.rs"]
pub(crate) mod many_points;
#[path = "rules/media/media_case.rs"]
pub(crate) mod media_case;
#[path = "rules/structure/merge_conflict.rs"]
pub(crate) mod merge_conflict;
#[path = "rules/structure/misplaced_header.rs"]
pub(crate) mod misplaced_header;
#[path = "rules/media/missing_alt_text.rs"]
pub(crate) mod missing_alt_text;
#[path = "rules/structure/missing_answer.rs"]
pub(crate) mod missing_answer;
#[path = "rules/dates/missing_date.rs"]
pub(crate) mod missing_date;
#[path = "rules/media/missing_media.rs"]
pub(crate) mod missing_media;
#[path = "rules/structure/missing_question.rs"]
pub(crate) mod missing_question;
#[path = "rules/structure/missing_separator.rs"]
pub(crate) mod missing_separator;
#[path = "rules/text/misspelling.rs"]
pub(crate) mod misspelling;
#[path = "rules/structure/mixed_bullets.rs"]
pub(crate) mod mixed_bullets;
#[path = "rules/dates/mixed_date_style.rs"]
pub(crate) mod mixed_date_style;
#[path = "rules/structure/mixed_line_endings.rs"]
pub(crate) mod mixed_line_endings;
#[path = "rules/structure/no_cards.rs"]
pub(crate) mod no_cards;
#[path = "rules/structure/non_breaking_space.rs"]
pub(crate) mod non_breaking_space;
#[path = "rules/structure/numbered_question.rs"]
pub(crate) mod numbered_question;
#[path = "rules/dates/outlier_date.rs"]
pub(crate) mod outlier_date;
#[path = "rules/dates/outside_period.rs"]
pub(crate) mod outside_period;
#[path = "rules/duplicates/probable_typo_twin.rs"]
pub(crate) mod probable_typo_twin;
#[path = "rules/structure/question_after_definition.rs"]
pub(crate) mod question_after_definition;
#[path = "rules/dates/question_answer_date.rs"]
pub(crate) mod question_answer_date;
#[path = "rules/structure/question_inside_answer.rs"]
pub(crate) mod question_inside_answer;
#[path = "rules/dates/relative_date.rs"]
pub(crate) mod relative_date;
#[path = "rules/media/remote_media.rs"]
pub(crate) mod remote_media;
#[path = "rules/structure/repeated_separator.rs"]
pub(crate) mod repeated_separator;
#[path = "rules/text/repeated_word.rs"]
pub(crate) mod repeated_word;
#[path = "rules/dates/reversed_range.rs"]
pub(crate) mod reversed_range;
#[path = "rules/structure/separator_inside_answer.rs"]
pub(crate) mod separator_inside_answer;
#[path = "rules/structure/separator_inside_card.rs"]
pub(crate) mod separator_inside_card;
#[path = "rules/structure/separator_inside_code.rs"]
pub(crate) mod separator_inside_code;
#[path = "rules/structure/setext_heading.rs"]
pub(crate) mod setext_heading;
#[path = "rules/recall/several_questions.rs"]
pub(crate) mod several_questions;
#[path = "rules/duplicates/similar_question.rs"]
pub(crate) mod similar_question;
#[path = "rules/structure/stray_quote.rs"]
pub(crate) mod stray_quote;
#[path = "rules/structure/swallowed_question.rs"]
pub(crate) mod swallowed_question;
#[path = "rules/structure/text_after_question.rs"]
pub(crate) mod text_after_question;
#[path = "rules/structure/text_outside_cards.rs"]
pub(crate) mod text_outside_cards;
#[path = "rules/structure/trailing_whitespace.rs"]
pub(crate) mod trailing_whitespace;
#[path = "rules/structure/unbalanced_markup.rs"]
pub(crate) mod unbalanced_markup;
#[path = "rules/structure/unclear_separator.rs"]
pub(crate) mod unclear_separator;
#[path = "rules/structure/unclosed_cloze.rs"]
pub(crate) mod unclosed_cloze;
#[path = "rules/structure/unclosed_comment.rs"]
pub(crate) mod unclosed_comment;
#[path = "rules/structure/unclosed_fence.rs"]
pub(crate) mod unclosed_fence;
#[path = "rules/structure/unclosed_math.rs"]
pub(crate) mod unclosed_math;
#[path = "rules/structure/unclosed_quote.rs"]
pub(crate) mod unclosed_quote;
#[path = "rules/structure/unknown_attribute.rs"]
pub(crate) mod unknown_attribute;
#[path = "rules/structure/unknown_front_matter_key.rs"]
pub(crate) mod unknown_front_matter_key;
#[path = "rules/structure/unknown_header.rs"]
pub(crate) mod unknown_header;
#[path = "rules/structure/unmarked_question.rs"]
pub(crate) mod unmarked_question;
#[path = "rules/structure/unseparated_answer.rs"]
pub(crate) mod unseparated_answer;
#[path = "rules/dates/unsorted_dates.rs"]
pub(crate) mod unsorted_dates;
#[path = "rules/structure/unspaced_separator.rs"]
pub(crate) mod unspaced_separator;
#[path = "rules/structure/untagged_note.rs"]
pub(crate) mod untagged_note;
#[path = "rules/structure/untrimmed_header.rs"]
pub(crate) mod untrimmed_header;
#[path = "rules/structure/unused_allow.rs"]
pub(crate) mod unused_allow;
#[path = "rules/media/unused_media.rs"]
pub(crate) mod unused_media;
#[path = "rules/recall/vague_question.rs"]
pub(crate) mod vague_question;
#[path = "rules/dates/weekday_mismatch.rs"]
pub(crate) mod weekday_mismatch;
#[path = "rules/structure/wrapped_question.rs"]
pub(crate) mod wrapped_question;
#[path = "rules/structure/wrong_heading_level.rs"]
pub(crate) mod wrong_heading_level;
#[path = "rules/recall/yes_no_question.rs"]
pub(crate) mod yes_no_question;
#[path = "rules/structure/zero_width_character.rs"]
pub(crate) mod zero_width_character;

use crate::rule::Rule;

/// All rules, in the order of their names.
#[rustfmt::skip]
pub const ALL: &[&Rule] = &[
    &ambiguous_date::RULE,
    &answer_in_question::RULE,
    &broken_numbering::RULE,
    &card_inside_block::RULE,
    &card_inside_card::RULE,
    &century_mismatch::RULE,
    &cloze_without_deletion::RULE,
    &column_count::RULE,
    &commented_row::RULE,
    &conflicting_answers::RULE,
    &conflicting_dates::RULE,
    &context_needed::RULE,
    &control_character::RULE,
    &cut_off_answer::RULE,
    &dangling_pronoun::RULE,
    &duplicate_answer::RULE,
    &duplicate_card::RULE,
    &duplicate_id::RULE,
    &duplicate_question::RULE,
    &duration_mismatch::RULE,
    &empty_cloze::RULE,
    &glued_tag::RULE,
    &heading_question::RULE,
    &implausible_year::RULE,
    &impossible_date::RULE,
    &impossible_order::RULE,
    &inconsistent_term::RULE,
    &indented_label::RULE,
    &invalid_attribute::RULE,
    &invalid_front_matter::RULE,
    &invalid_utf8::RULE,
    &label_inside_code::RULE,
    &leaked_markup::RULE,
    &link_inside_cloze::RULE,
    &long_answer::RULE,
    &loose_text::RULE,
    &lowercase_month::RULE,
    &malformed_bullet::RULE,
    &malformed_label::RULE,
    &malformed_separator::RULE,
    &many_points::RULE,
    &media_case::RULE,
    &merge_conflict::RULE,
    &misplaced_header::RULE,
    &missing_alt_text::RULE,
    &missing_answer::RULE,
    &missing_date::RULE,
    &missing_media::RULE,
    &missing_question::RULE,
    &missing_separator::RULE,
    &misspelling::RULE,
    &mixed_bullets::RULE,
    &mixed_date_style::RULE,
    &mixed_line_endings::RULE,
    &no_cards::RULE,
    &non_breaking_space::RULE,
    &numbered_question::RULE,
    &outlier_date::RULE,
    &outside_period::RULE,
    &probable_typo_twin::RULE,
    &question_after_definition::RULE,
    &question_answer_date::RULE,
    &question_inside_answer::RULE,
    &relative_date::RULE,
    &remote_media::RULE,
    &repeated_separator::RULE,
    &repeated_word::RULE,
    &reversed_range::RULE,
    &separator_inside_answer::RULE,
    &separator_inside_card::RULE,
    &separator_inside_code::RULE,
    &setext_heading::RULE,
    &several_questions::RULE,
    &similar_question::RULE,
    &stray_quote::RULE,
    &swallowed_question::RULE,
    &text_after_question::RULE,
    &text_outside_cards::RULE,
    &trailing_whitespace::RULE,
    &unbalanced_markup::RULE,
    &unclear_separator::RULE,
    &unclosed_cloze::RULE,
    &unclosed_comment::RULE,
    &unclosed_fence::RULE,
    &unclosed_math::RULE,
    &unclosed_quote::RULE,
    &unknown_attribute::RULE,
    &unknown_front_matter_key::RULE,
    &unknown_header::RULE,
    &unmarked_question::RULE,
    &unseparated_answer::RULE,
    &unsorted_dates::RULE,
    &unspaced_separator::RULE,
    &untagged_note::RULE,
    &untrimmed_header::RULE,
    &unused_allow::RULE,
    &unused_media::RULE,
    &vague_question::RULE,
    &weekday_mismatch::RULE,
    &wrapped_question::RULE,
    &wrong_heading_level::RULE,
    &yes_no_question::RULE,
    &zero_width_character::RULE,
];

/// The index in [`ALL`] of the rule of that name.
pub fn index_of(name: &str) -> Option<usize> {
    ALL.binary_search_by_key(&name, |rule| rule.name).ok()
}

/// The rule of that name.
pub fn by_name(name: &str) -> Option<&'static Rule> {
    index_of(name).map(|index| ALL[index])
}
