//! What a rule says before the engine turns it into a diagnostic.

use text_size::TextRange;

use crate::diagnostic::Fix;

/// What a rule found. Ranges are relative to what the rule was shown: an item, or the whole text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    pub(crate) range: TextRange,
    pub(crate) message: String,
    pub(crate) label: String,
    pub(crate) help: String,
    pub(crate) fixes: Vec<Fix>,
    pub(crate) related: Vec<Related>,
    pub(crate) more: usize,
    pub(crate) alone: bool,
}

/// Another place that has to do with a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Related {
    /// Which member of the group it is in; `None` for the place the rule was shown.
    pub member: Option<usize>,
    /// The place, relative to that member's item, or to what the rule was shown.
    pub range: TextRange,
    /// What is there.
    pub text: String,
}

impl Finding {
    /// Something wrong at `range`.
    pub fn new(range: TextRange, message: impl Into<String>) -> Self {
        Self {
            range,
            message: message.into(),
            label: String::new(),
            help: String::new(),
            fixes: Vec::new(),
            related: Vec::new(),
            more: 0,
            alone: false,
        }
    }

    /// A few words to stand under the place.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    /// Why it matters for revising and what to do.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = help.into();
        self
    }

    /// A way to put it right; the likeliest is added first.
    #[must_use]
    pub fn fix(mut self, fix: Fix) -> Self {
        self.fixes.push(fix);
        self
    }

    /// Another place that has to do with it, where the rule was shown it. A sixth and further ones
    /// are only counted.
    #[must_use]
    pub fn place(self, range: TextRange, text: impl Into<String>) -> Self {
        self.related(Related { member: None, range, text: text.into() })
    }

    /// Another place that has to do with it. A sixth and further ones are only counted.
    #[must_use]
    pub fn related(mut self, related: Related) -> Self {
        if self.related.len() < 5 {
            self.related.push(related);
        } else {
            self.more += 1;
        }
        self
    }

    /// Other places that have to do with it, and how many there are besides.
    #[must_use]
    pub fn related_all(mut self, related: Vec<Related>, more: usize) -> Self {
        for place in related {
            self = self.related(place);
        }
        self.more += more;
        self
    }

    /// While this stands in a file, nothing else that is said of the file can be trusted, and
    /// nothing is.
    #[must_use]
    pub fn alone(mut self) -> Self {
        self.alone = true;
        self
    }
}

/// Where a rule puts what it finds.
#[derive(Debug, Default)]
pub struct Findings(pub(crate) Vec<Finding>);

impl Findings {
    /// Adds a finding.
    pub fn push(&mut self, finding: Finding) {
        self.0.push(finding);
    }
}
