//! Messages in and out: framing that finds its way back after garbage, and handlers that are
//! started in the order of their messages.

mod frame;

use std::future::poll_fn;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use futures::{SinkExt as _, StreamExt as _};
use serde_json::Value;
use tokio::io::{AsyncRead, AsyncWrite, AsyncWriteExt as _};
use tokio::sync::mpsc;
use tower_lsp::jsonrpc::{Error, Id, Request, Response};
use tower_lsp::{ClientSocket, LspService};
use tower_service::Service as _;

use crate::backend::Backend;
use crate::client::Outgoing;
use frame::{Frame, Frames};

/// How a session ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// The editor asked for it, in the proper order.
    Orderly,
    /// The editor left without a word, or said `exit` before `shutdown`.
    Abrupt,
}

/// Talks to an editor until it leaves. The files below its folders are read as they are on disk;
/// nothing is written.
pub async fn serve(
    input: impl AsyncRead + Unpin,
    output: impl AsyncWrite + Unpin + Send + 'static,
) -> Ending {
    let (outbox, outgoing) = mpsc::unbounded_channel();
    let is_shut_down = Arc::default();
    let shut_down = Arc::clone(&is_shut_down);
    let sender = outbox.clone();
    let (service, socket) = LspService::build(|client| Backend::new(client, sender, shut_down))
        .custom_method("decklint/cards", Backend::cards)
        .custom_method("decklint/preview/open", Backend::preview_open)
        .custom_method("decklint/preview/message", Backend::preview_message)
        .custom_method("decklint/preview/close", Backend::preview_close)
        .custom_method("decklint/cursor", Backend::cursor)
        .custom_method("decklint/scroll", Backend::scroll)
        .finish();
    let writer = tokio::spawn(write(output, outgoing));
    let replies = forward(socket, outbox.clone());
    read(input, service, &outbox, replies).await;
    // Whoever still holds the queue cannot keep the session alive.
    let _ = outbox.send(Outgoing::End);
    let _ = writer.await;
    if is_shut_down.load(Ordering::Relaxed) { Ending::Orderly } else { Ending::Abrupt }
}

/// Passes on what the server asks of the editor; gives where the answers go.
fn forward(
    socket: ClientSocket,
    outbox: mpsc::UnboundedSender<Outgoing>,
) -> mpsc::UnboundedSender<Response> {
    let (mut requests, mut responses) = socket.split();
    tokio::spawn(async move {
        while let Some(request) = requests.next().await {
            let _ = outbox.send(Outgoing::Request(request));
        }
    });
    let (replies, mut answers) = mpsc::unbounded_channel();
    tokio::spawn(async move {
        while let Some(response) = answers.recv().await {
            let _ = responses.send(response).await;
        }
    });
    replies
}

async fn read(
    input: impl AsyncRead + Unpin,
    mut service: LspService<Backend>,
    outbox: &mpsc::UnboundedSender<Outgoing>,
    replies: mpsc::UnboundedSender<Response>,
) {
    let mut frames = Frames::new(input);
    while let Some(frame) = frames.next().await {
        let message = match frame {
            Frame::Message(message) => message,
            Frame::Garbage(why) => {
                tracing::warn!("cannot read a message: {why}");
                let error = Response::from_error(Id::Null, Error::parse_error());
                let _ = outbox.send(Outgoing::Response(error));
                continue;
            }
        };
        if !dispatch(message, &mut service, outbox, &replies).await {
            break;
        }
    }
}

/// Handles one message; `false` once the editor said `exit`.
async fn dispatch(
    message: Value,
    service: &mut LspService<Backend>,
    outbox: &mpsc::UnboundedSender<Outgoing>,
    replies: &mpsc::UnboundedSender<Response>,
) -> bool {
    if message.get("method").is_none() {
        match serde_json::from_value(message) {
            Ok(response) => _ = replies.send(response),
            Err(error) => tracing::warn!("a message that is neither request nor answer: {error}"),
        }
        return true;
    }
    let request: Request = match serde_json::from_value(message) {
        Ok(request) => request,
        Err(error) => {
            tracing::warn!("a request that is none: {error}");
            let error = Response::from_error(Id::Null, Error::invalid_request());
            return outbox.send(Outgoing::Response(error)).is_ok();
        }
    };
    let is_last = request.method() == "exit";
    if poll_fn(|cx| service.poll_ready(cx)).await.is_err() {
        return false;
    }
    let mut handling = service.call(request);
    // A handler puts its event into the queue before it first waits: polled here once, in the
    // order of the messages, all events are in that order, too.
    match futures::poll!(&mut handling) {
        std::task::Poll::Ready(response) => answer(response, outbox),
        std::task::Poll::Pending => {
            let outbox = outbox.clone();
            tokio::spawn(async move { answer(handling.await, &outbox) });
        }
    }
    !is_last
}

fn answer<E>(response: Result<Option<Response>, E>, outbox: &mpsc::UnboundedSender<Outgoing>) {
    if let Ok(Some(response)) = response {
        let _ = outbox.send(Outgoing::Response(response));
    }
}

async fn write(
    mut output: impl AsyncWrite + Unpin,
    mut outgoing: mpsc::UnboundedReceiver<Outgoing>,
) {
    while let Some(message) = outgoing.recv().await {
        let Some(body) = message.body() else { break };
        let head = format!("Content-Length: {}\r\n\r\n", body.len());
        let sent = async {
            output.write_all(head.as_bytes()).await?;
            output.write_all(&body).await?;
            output.flush().await
        };
        if let Err(error) = sent.await {
            tracing::warn!("the editor does not listen any more: {error}");
            break;
        }
    }
}
