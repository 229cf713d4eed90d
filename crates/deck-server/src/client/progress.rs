//! Showing how far long work has come.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use tower_lsp::ls_types::{
    ProgressParams, ProgressParamsValue, ProgressToken, WorkDoneProgress, WorkDoneProgressBegin,
    WorkDoneProgressCreateParams, WorkDoneProgressEnd, WorkDoneProgressReport, notification,
    request,
};

use super::Editor;

/// How many pieces of long work were begun.
static STARTED: AtomicUsize = AtomicUsize::new(0);

/// Long work, as the editor shows it. The editor has to agree first; until it does, nothing is
/// shown, and nothing waits for it.
#[derive(Clone)]
pub(crate) struct Progress {
    editor: Editor,
    token: ProgressToken,
    stage: Arc<Mutex<Stage>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    Asked,
    /// Shown, with so many parts in a hundred done.
    Shown(u32),
    Over,
}

impl Editor {
    /// Begins to show long work, if the editor can.
    pub(crate) fn progress(&self, is_shown: bool, title: &'static str) -> Progress {
        // Two folders may be read at the same time, and a token stands for one piece of work.
        let number = STARTED.fetch_add(1, Ordering::Relaxed);
        let token = ProgressToken::String(format!("decklint: {title} {number}"));
        let stage = if is_shown { Stage::Asked } else { Stage::Over };
        let progress = Progress {
            editor: self.clone(),
            token: token.clone(),
            stage: Arc::new(Mutex::new(stage)),
        };
        if is_shown {
            let begun = progress.clone();
            let params = WorkDoneProgressCreateParams { token };
            self.ask::<request::WorkDoneProgressCreate>(params, move |agreed| {
                if agreed.is_some() {
                    begun.begin(title);
                }
            });
        }
        progress
    }
}

impl Progress {
    /// The editor has agreed. What is over by then is begun and ended all the same: Helix shows
    /// that we are at work from the moment it agrees until it hears of an end.
    fn begin(&self, title: &str) {
        let mut is_over = false;
        self.step(|stage| {
            is_over = *stage == Stage::Over;
            let begin = WorkDoneProgressBegin {
                title: title.to_owned(),
                cancellable: Some(false),
                message: None,
                percentage: Some(0),
            };
            Some((Stage::Shown(0), WorkDoneProgress::Begin(begin)))
        });
        if is_over {
            self.end();
        }
    }

    /// So many of all parts are done.
    pub(crate) fn report(&self, done: usize, all: usize) {
        let percentage = (done * 100 / all.max(1)) as u32;
        self.step(|stage| {
            let report = WorkDoneProgressReport {
                cancellable: Some(false),
                message: Some(format!("{done} of {all} files")),
                percentage: Some(percentage),
            };
            let is_news = matches!(stage, Stage::Shown(shown) if percentage >= *shown + 10);
            is_news.then_some((Stage::Shown(percentage), WorkDoneProgress::Report(report)))
        });
    }

    /// All is done.
    pub(crate) fn end(&self) {
        let mut was_shown = false;
        self.step(|stage| {
            was_shown = matches!(stage, Stage::Shown(_));
            let end = WorkDoneProgress::End(WorkDoneProgressEnd { message: None });
            was_shown.then_some((Stage::Over, end))
        });
        if !was_shown {
            *self.stage.lock().unwrap_or_else(PoisonError::into_inner) = Stage::Over;
        }
    }

    /// Goes on to another stage, and tells the editor.
    fn step(&self, next: impl FnOnce(&Stage) -> Option<(Stage, WorkDoneProgress)>) {
        let mut stage = self.stage.lock().unwrap_or_else(PoisonError::into_inner);
        let Some((now, told)) = next(&stage) else { return };
        *stage = now;
        let value = ProgressParamsValue::WorkDone(told);
        let params = ProgressParams { token: self.token.clone(), value };
        self.editor.notify::<notification::Progress>(params);
    }
}
