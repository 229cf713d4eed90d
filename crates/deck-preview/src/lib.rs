//! The live preview: what one page shows, as plain data, and a server for such pages on this
//! machine.
//!
//! * A [`Show`] holds what a page shows, gives cards names that stay, and says in a message what has
//!   changed from one [`Scene`](deck_render::Scene) to the next.
//! * A [`Server`] serves pages on the loopback address and carries the messages.
//!
//! The messages are described in `docs/preview.md`.

mod guard;
mod matching;
mod media;
mod message;
mod server;
mod show;
mod sockets;

pub use media::media_file;
pub use message::{PageMessage, Scope};
pub use server::{FromPage, Server};
pub use show::Show;
