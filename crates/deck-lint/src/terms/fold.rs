//! What the spellings of one term have in common.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::lists::is_connector;

/// The key of a term: its words in small letters without accents, a space between each two,
/// whether they were parted by spaces or hyphens. `Franco-Soviet` and `Franco-soviet` share it.
pub fn term_key(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()) {
        return Cow::Borrowed(text);
    }
    let mut key = String::with_capacity(text.len());
    let mut space = false;
    let mut push = |c: char| match c {
        '’' | 'ʼ' | '\'' => key.push('\''),
        _ if c.is_whitespace() || is_dash(c) => space = !key.is_empty(),
        _ if is_combining_mark(c) || c == '.' || c == '\u{AD}' => {}
        _ => {
            if std::mem::take(&mut space) {
                key.push(' ');
            }
            key.extend(c.to_lowercase());
        }
    };
    if text.is_ascii() {
        text.chars().for_each(&mut push);
    } else {
        text.nfkd().for_each(&mut push);
    }
    Cow::Owned(key)
}

pub(super) fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}')
}

/// Where in a key its words start, but those that only connect: what is typed to complete it.
pub(super) fn word_starts(key: &str) -> impl Iterator<Item = usize> + '_ {
    let mut at = 0;
    key.split(' ').filter_map(move |word| {
        let start = at;
        at += word.len() + 1;
        (start == 0 || !is_connector(word)).then_some(start)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_term_share_a_key() {
        for (one, other) in [
            ("Franco-Soviet", "Franco-soviet"),
            ("Franco-Soviet", "Franco–Soviet"),
            ("Franco-Soviet", "Franco Soviet"),
            ("Café", "Cafe\u{301}"),
            ("Curaçao", "curacao"),
            ("d’Orsay", "d'Orsay"),
            ("Harry S. Truman", "Harry S Truman"),
        ] {
            assert_eq!(term_key(one), term_key(other), "{one}");
        }
        assert_ne!(term_key("Litvinov"), term_key("Litvinoff"));
        assert_eq!(term_key(" League  of Nations"), "league of nations");
    }

    #[test]
    fn a_term_is_found_by_each_of_its_words() {
        let of = |key| word_starts(key).collect::<Vec<_>>();
        assert_eq!(of("khalkhin gol"), [0, 9]);
        assert_eq!(of("league of nations"), [0, 10]);
        assert_eq!(of(""), [0]);
    }
}
