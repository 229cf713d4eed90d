//! The pages that are connected.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::mpsc;

/// More pages than that nobody looks at.
const MOST: usize = 32;
/// So many messages may wait for a page. One that is slower is let go; it connects again and gets
/// the whole.
const WAITING: usize = 256;

/// The pages that are connected, each with what waits for it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Sockets(Arc<Mutex<Registry>>);

#[derive(Debug, Default)]
struct Registry {
    last: u64,
    pages: HashMap<u64, (String, mpsc::Sender<Arc<str>>)>,
}

impl Sockets {
    fn lock(&self) -> MutexGuard<'_, Registry> {
        // The registry is whole at every moment: what panicked elsewhere left nothing half done.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A new page of a show; `None` if there are too many.
    pub(crate) fn add(&self, show: &str) -> Option<(u64, mpsc::Receiver<Arc<str>>)> {
        let mut registry = self.lock();
        if registry.pages.len() >= MOST {
            return None;
        }
        registry.last += 1;
        let page = registry.last;
        let (sender, receiver) = mpsc::channel(WAITING);
        registry.pages.insert(page, (show.to_owned(), sender));
        Some((page, receiver))
    }

    pub(crate) fn remove(&self, page: u64) {
        self.lock().pages.remove(&page);
    }

    /// Says something to one page.
    pub(crate) fn send_to(&self, page: u64, message: Arc<str>) {
        let mut registry = self.lock();
        let is_gone = registry.pages.get(&page).is_some_and(|it| it.1.try_send(message).is_err());
        if is_gone {
            registry.pages.remove(&page);
        }
    }

    /// Says something to all pages of a show.
    pub(crate) fn send(&self, show: &str, message: &Arc<str>) {
        let is_there = |of: &String, sender: &mpsc::Sender<_>| {
            of != show || sender.try_send(Arc::clone(message)).is_ok()
        };
        self.lock().pages.retain(|_, (of, sender)| is_there(of, sender));
    }

    /// How many pages of a show are connected.
    pub(crate) fn count(&self, show: &str) -> usize {
        self.lock().pages.values().filter(|(of, _)| of == show).count()
    }
}
