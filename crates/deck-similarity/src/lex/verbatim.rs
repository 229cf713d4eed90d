//! Code, mathematics and media, which are kept as they are.

/// Whether the words of a question, asked one after the other, belong to code, mathematics or
/// media.
#[derive(Debug, Default)]
pub(super) struct Verbatim {
    code: bool,
    math: bool,
    media: bool,
}

impl Verbatim {
    /// `None` where the question has nothing of the kind.
    pub(super) fn of(question: &str) -> Option<Self> {
        let bytes = question.as_bytes();
        let has = memchr::memchr2(b'`', b'$', bytes).is_some()
            || memchr::memchr(b'[', bytes).is_some() && question.contains("![");
        has.then(Self::default)
    }

    /// Whether the next word belongs to one of them.
    pub(super) fn covers(&mut self, word: &str) -> bool {
        if !self.code && !self.math && (self.media || word.contains("![")) {
            self.media = !word.contains(')');
            return true;
        }
        let was = self.code || self.math;
        if memchr::memchr2(b'`', b'$', word.as_bytes()).is_none() {
            return was;
        }
        for byte in word.bytes() {
            match byte {
                b'`' if !self.math => self.code = !self.code,
                b'$' if !self.code => self.math = !self.math,
                _ => {}
            }
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_between_marks_is_kept() {
        let text = "is `if a` or $x = y$ on ![a cat](a b.png) it";
        let mut verbatim = Verbatim::of(text).unwrap();
        let kept: Vec<_> = text.split(' ').filter(|word| verbatim.covers(word)).collect();
        assert_eq!(kept.join(" "), "`if a` $x = y$ ![a cat](a b.png)");
        assert!(Verbatim::of("What is [it]?").is_none());
    }
}
