//! `decklint lsp`

use std::fs::OpenOptions;
use std::io;
use std::path::Path;

use deck_server::{Ending, serve};
use tokio::net::TcpListener;

use crate::Outcome;
use crate::args::LspArgs;
use crate::failure::Failure;

pub(crate) fn run(args: &LspArgs) -> Result<Outcome, Failure> {
    if let Some(path) = &args.log {
        log_to(path)?;
    }
    let failure = |what: &str, error| Failure::File { what: what.to_owned(), error };
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .map_err(|error| failure("start", error))?;
    let ending = match args.tcp {
        None => runtime.block_on(serve(tokio::io::stdin(), tokio::io::stdout())),
        Some(port) => runtime
            .block_on(serve_tcp(port))
            .map_err(|error| failure(&format!("listen on port {port}"), error))?,
    };
    // Standard input may still be open: nothing more is read from it.
    runtime.shutdown_background();
    Ok(match ending {
        Ending::Orderly => Outcome::Clean,
        // The protocol wants 1 where `exit` came without `shutdown`.
        Ending::Abrupt => Outcome::Findings,
    })
}

/// Serves one editor that connects from this machine.
async fn serve_tcp(port: u16) -> io::Result<Ending> {
    let listener = TcpListener::bind(("127.0.0.1", port)).await?;
    anstream::eprintln!("listening on {}", listener.local_addr()?);
    let (stream, _) = listener.accept().await?;
    let (input, output) = stream.into_split();
    Ok(serve(input, output).await)
}

fn log_to(path: &Path) -> Result<(), Failure> {
    let file = OpenOptions::new().create(true).append(true).open(path);
    let what = || format!("write {}", path.display());
    let file = file.map_err(|error| Failure::File { what: what(), error })?;
    tracing_subscriber::fmt().with_ansi(false).with_writer(std::sync::Mutex::new(file)).init();
    Ok(())
}
