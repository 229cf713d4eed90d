//! Who may talk with the server: pages that it made itself, on this machine.

use std::fmt::Write as _;

use axum::http::{HeaderMap, StatusCode, header};

/// Bits of chance as letters and digits.
pub(crate) fn secret() -> std::io::Result<String> {
    let mut bytes = [0; 24];
    getrandom::fill(&mut bytes).map_err(std::io::Error::other)?;
    let mut text = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        let _ = write!(text, "{byte:02x}");
    }
    Ok(text)
}

/// Whether a request comes from where it may. A foreign page can send requests here, but cannot
/// name its own origin otherwise; one whose name was pointed at this machine names its own host.
pub(crate) fn check(headers: &HeaderMap, port: u16, needs_origin: bool) -> Result<(), StatusCode> {
    let text = |name| headers.get(name).map(|value| value.to_str().unwrap_or_default());
    let hosts = [format!("127.0.0.1:{port}"), format!("localhost:{port}")];
    let is_host = |host: &str| hosts.iter().any(|it| it == host);
    if !text(header::HOST).is_some_and(is_host) {
        return Err(StatusCode::FORBIDDEN);
    }
    match text(header::ORIGIN) {
        Some(origin) if origin.strip_prefix("http://").is_some_and(is_host) => Ok(()),
        None if !needs_origin => Ok(()),
        _ => Err(StatusCode::FORBIDDEN),
    }
}

/// Compares without telling by its time how much is right.
pub(crate) fn is_equal(one: &str, other: &str) -> bool {
    let differences = one.bytes().zip(other.bytes()).fold(0, |all, (a, b)| all | (a ^ b));
    one.len() == other.len() && differences == 0
}
