//! The server: pages on the loopback address, each behind a name that nobody can guess.

use std::collections::HashMap;
use std::io;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::Router;
use axum::body::Body;
use axum::extract::ws::{Message, WebSocket, WebSocketUpgrade};
use axum::extract::{Path, Request, State};
use axum::http::{HeaderMap, HeaderName, StatusCode, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use deck_render::page::{self, PageOptions, Transport};
use tokio::net::TcpListener;

use crate::guard;
use crate::media;
use crate::message::PageMessage;
use crate::sockets::Sockets;

/// No message of a page is longer, in bytes.
const LONGEST: usize = 64 * 1024;

/// Something that a page said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FromPage {
    /// The show it shows.
    pub show: String,
    /// The page, by which it can be answered.
    pub page: u64,
    /// What it said.
    pub message: PageMessage,
}

/// A server for pages, on this machine and for it only. It ends when this is dropped.
#[derive(Debug)]
pub struct Server {
    inner: Arc<Inner>,
    task: tokio::task::JoinHandle<()>,
}

struct Inner {
    port: u16,
    token: String,
    shows: Mutex<HashMap<String, About>>,
    sockets: Sockets,
    hear: Box<dyn Fn(FromPage) + Send + Sync>,
}

impl std::fmt::Debug for Inner {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Inner").field("port", &self.port).finish_non_exhaustive()
    }
}

/// What a show's page has to know.
#[derive(Debug, Clone)]
struct About {
    title: String,
    /// The folder in which its pictures lie.
    root: PathBuf,
}

impl Inner {
    fn shows(&self) -> MutexGuard<'_, HashMap<String, About>> {
        self.shows.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What is known of a show, for who has the token.
    fn show(&self, token: &str, show: &str) -> Result<About, StatusCode> {
        let about = self.shows().get(show).cloned();
        about.filter(|_| guard::is_equal(token, &self.token)).ok_or(StatusCode::NOT_FOUND)
    }
}

impl Server {
    /// Starts to listen on a port of the loopback address; 0 is any that is free. `hear` is told
    /// what pages say; it must not wait. Has to be called where a tokio runtime runs.
    ///
    /// # Errors
    /// If the port is taken, or the system has no chance to give.
    pub async fn start(
        port: u16,
        hear: impl Fn(FromPage) + Send + Sync + 'static,
    ) -> io::Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", port)).await?;
        let inner = Arc::new(Inner {
            port: listener.local_addr()?.port(),
            token: guard::secret()?,
            shows: Mutex::default(),
            sockets: Sockets::default(),
            hear: Box::new(hear),
        });
        let app = router(Arc::clone(&inner));
        let task = tokio::spawn(async move {
            // It ends with the task; errors of a connection are that connection's.
            let _ = axum::serve(listener, app).await;
        });
        Ok(Self { inner, task })
    }

    /// Serves a show: its name in the address, its title, and the folder in which its pictures
    /// lie. Gives its address.
    pub fn add(&self, show: &str, title: &str, root: PathBuf) -> String {
        self.inner.shows().insert(show.to_owned(), About { title: title.to_owned(), root });
        format!("http://127.0.0.1:{}/{}/{show}/", self.inner.port, self.inner.token)
    }

    /// Serves a show no more.
    pub fn remove(&self, show: &str) {
        self.inner.shows().remove(show);
    }

    /// Says something to all pages of a show.
    pub fn send(&self, show: &str, message: String) {
        self.inner.sockets.send(show, &message.into());
    }

    /// Says something to one page.
    pub fn send_to(&self, page: u64, message: String) {
        self.inner.sockets.send_to(page, message.into());
    }

    /// How many pages of a show are connected.
    pub fn pages(&self, show: &str) -> usize {
        self.inner.sockets.count(show)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}

fn router(inner: Arc<Inner>) -> Router {
    Router::new()
        .route("/{token}/{show}/", get(page))
        .route("/{token}/{show}/socket", get(socket))
        .route("/{token}/{show}/media/{*path}", get(media_file))
        .layer(from_fn_with_state(Arc::clone(&inner), only_ours))
        .with_state(inner)
}

async fn only_ours(State(inner): State<Arc<Inner>>, request: Request, next: Next) -> Response {
    let mut response = match guard::check(request.headers(), inner.port, false) {
        Ok(()) => next.run(request).await,
        Err(status) => status.into_response(),
    };
    let fixed = [
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::CACHE_CONTROL, "no-store"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        (header::X_FRAME_OPTIONS, "DENY"),
    ];
    for (name, value) in fixed {
        response.headers_mut().insert(name, header::HeaderValue::from_static(value));
    }
    response
}

async fn page(
    State(inner): State<Arc<Inner>>,
    Path((token, show)): Path<(String, String)>,
) -> Result<Response, StatusCode> {
    let about = inner.show(&token, &show)?;
    let nonce = guard::secret().map_err(|_| StatusCode::INTERNAL_SERVER_ERROR)?;
    let html = page::html(&PageOptions {
        nonce: &nonce,
        csp_source: "",
        media_base: "media",
        transport: Transport::Socket,
        title: &about.title,
    });
    let policy = format!("{}; frame-ancestors 'none'", page::policy(&nonce, ""));
    let headers = [
        (header::CONTENT_TYPE, "text/html; charset=utf-8".to_owned()),
        (header::CONTENT_SECURITY_POLICY, policy),
    ];
    Ok((headers, html).into_response())
}

async fn media_file(
    State(inner): State<Arc<Inner>>,
    Path((token, show, path)): Path<(String, String, String)>,
) -> Result<Response, StatusCode> {
    let about = inner.show(&token, &show)?;
    let (file, kind) = media::media_file(&about.root, &path).ok_or(StatusCode::NOT_FOUND)?;
    let bytes = tokio::fs::read(&file).await.map_err(|_| StatusCode::NOT_FOUND)?;
    // A drawing that is opened by itself may hold a script: it must not run.
    let policy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
    let headers = [(header::CONTENT_TYPE, kind), (header::CONTENT_SECURITY_POLICY, policy)];
    Ok((headers, Body::from(bytes)).into_response())
}

async fn socket(
    State(inner): State<Arc<Inner>>,
    Path((token, show)): Path<(String, String)>,
    headers: HeaderMap,
    upgrade: WebSocketUpgrade,
) -> Result<Response, StatusCode> {
    guard::check(&headers, inner.port, true)?;
    inner.show(&token, &show)?;
    let upgrade = upgrade.max_message_size(LONGEST).max_frame_size(LONGEST);
    Ok(upgrade.on_upgrade(move |socket| talk(socket, inner, show)))
}

/// Talks with a page until it leaves, or is too slow.
async fn talk(mut socket: WebSocket, inner: Arc<Inner>, show: String) {
    let Some((page, mut messages)) = inner.sockets.add(&show) else { return };
    loop {
        tokio::select! {
            message = messages.recv() => {
                let Some(message) = message else { break };
                if socket.send(Message::Text(message.as_ref().into())).await.is_err() {
                    break;
                }
            }
            heard = socket.recv() => {
                let Some(Ok(heard)) = heard else { break };
                let Message::Text(text) = heard else { continue };
                // What is no message of ours is nobody's.
                let Ok(message) = serde_json::from_str(text.as_str()) else { continue };
                (inner.hear)(FromPage { show: show.clone(), page, message });
            }
        }
    }
    inner.sockets.remove(page);
}
