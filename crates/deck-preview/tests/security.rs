//! Who is let in, and who is not. Requests are written by hand, as an attacker would.

#![allow(clippy::unwrap_used, clippy::format_push_string)]

use std::path::Path;
use std::sync::{Arc, Mutex};

use deck_preview::{FromPage, PageMessage, Server};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

struct Site {
    server: Server,
    port: u16,
    /// The path of the page, `/TOKEN/1/`.
    path: String,
    heard: Arc<Mutex<Vec<FromPage>>>,
    _root: tempfile::TempDir,
}

async fn site() -> Site {
    let root = tempfile::tempdir().unwrap();
    let inside = root.path().join("decks");
    std::fs::create_dir_all(inside.join("img")).unwrap();
    std::fs::write(inside.join("img/a b.png"), b"picture").unwrap();
    std::fs::write(inside.join("a.deck"), b"Who?\nX\n").unwrap();
    std::fs::write(root.path().join("secret.png"), b"secret").unwrap();
    link(&root.path().join("secret.png"), &inside.join("out.png"));
    link(&inside.join("img/a b.png"), &inside.join("in.png"));
    link(&inside.join("a.deck"), &inside.join("deck.png"));
    let heard = Arc::<Mutex<Vec<FromPage>>>::default();
    let hear = Arc::clone(&heard);
    let server = Server::start(0, move |said| hear.lock().unwrap().push(said)).await.unwrap();
    let address = server.add("1", "Cells & <more>", inside);
    let (port, path) = address.strip_prefix("http://127.0.0.1:").unwrap().split_once('/').unwrap();
    let (port, path) = (port.parse().unwrap(), format!("/{path}"));
    Site { server, port, path, heard, _root: root }
}

#[cfg(unix)]
fn link(to: &Path, at: &Path) {
    std::os::unix::fs::symlink(to, at).unwrap();
}

#[cfg(not(unix))]
fn link(_: &Path, _: &Path) {}

impl Site {
    /// What is answered to a request with these headers, head and body.
    async fn ask(&self, path: &str, headers: &[(&str, &str)]) -> String {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).await.unwrap();
        let host = format!("127.0.0.1:{}", self.port);
        let mut request = format!("GET {path} HTTP/1.1\r\n");
        if !headers.iter().any(|(name, _)| *name == "Connection") {
            request += "Connection: close\r\n";
        }
        if !headers.iter().any(|(name, _)| *name == "Host") {
            request += &format!("Host: {host}\r\n");
        }
        for (name, value) in headers {
            request += &format!("{name}: {value}\r\n");
        }
        stream.write_all((request + "\r\n").as_bytes()).await.unwrap();
        let mut answer = Vec::new();
        // A socket stays open: what came within a moment is the answer.
        let wait = std::time::Duration::from_millis(400);
        let _ = tokio::time::timeout(wait, stream.read_to_end(&mut answer)).await;
        String::from_utf8_lossy(&answer).into_owned()
    }

    async fn status(&self, path: &str, headers: &[(&str, &str)]) -> u16 {
        let answer = self.ask(path, headers).await;
        answer.split(' ').nth(1).and_then(|it| it.parse().ok()).unwrap_or(0)
    }

    fn origin(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}

#[tokio::test]
async fn a_page_is_served_with_a_strict_policy() {
    let site = site().await;
    let answer = site.ask(&site.path, &[]).await.to_lowercase();
    assert!(answer.starts_with("http/1.1 200"), "{answer}");
    for header in [
        "content-security-policy: default-src 'none'; script-src 'nonce-",
        "frame-ancestors 'none'",
        "x-content-type-options: nosniff",
        "referrer-policy: no-referrer",
        "cache-control: no-store",
        "cross-origin-resource-policy: same-origin",
    ] {
        assert!(answer.contains(header), "{header}");
    }
    assert!(!answer.contains("unsafe-inline") && !answer.contains("access-control"));
    assert!(answer.contains("cells &amp; &lt;more&gt;"));
    let nonce = |answer: &str| answer.split("'nonce-").nth(1).unwrap()[..40].to_owned();
    let other = site.ask(&site.path, &[]).await;
    assert_ne!(nonce(&answer), nonce(&other), "each page has a nonce of its own");
}

#[tokio::test]
async fn foreign_hosts_and_origins_are_turned_away() {
    let site = site().await;
    let port = site.port;
    for host in
        ["example.org", "127.0.0.1", "127.0.0.1:1", "evil.example:80", "", "127.0.0.1.example.org"]
    {
        assert_eq!(site.status(&site.path, &[("Host", host)]).await, 403, "{host}");
    }
    assert_eq!(site.status(&site.path, &[("Host", &format!("localhost:{port}"))]).await, 200);
    for origin in
        ["http://example.org", "null", "https://127.0.0.1", "http://127.0.0.1:1", "file://"]
    {
        assert_eq!(site.status(&site.path, &[("Origin", origin)]).await, 403, "{origin}");
    }
    assert_eq!(site.status(&site.path, &[("Origin", &site.origin())]).await, 200);
}

#[tokio::test]
async fn without_the_token_there_is_nothing() {
    let site = site().await;
    let token = site.path.split('/').nth(1).unwrap();
    assert!(token.len() >= 32, "{token}");
    let wrong = "0".repeat(token.len());
    let paths = [
        "/".to_owned(),
        "/1/".to_owned(),
        format!("/{wrong}/1/"),
        format!("/{token}/2/"),
        format!("/{token}/"),
        format!("/{token}x/1/"),
        format!("/{wrong}/1/media/img/a%20b.png"),
        format!("/{wrong}/1/socket"),
    ];
    for path in paths {
        assert!([404, 400, 426].contains(&site.status(&path, &[]).await), "{path}");
    }
    let upgrade = upgrade(&site.origin());
    let headers: Vec<(&str, &str)> = upgrade.iter().map(|(a, b)| (*a, b.as_str())).collect();
    assert_eq!(site.status(&format!("/{wrong}/1/socket"), &headers).await, 404);
}

#[tokio::test]
async fn pictures_come_from_inside_only() {
    let site = site().await;
    let media = |path: &str| format!("{}media/{path}", site.path);
    let answer = site.ask(&media("img/a%20b.png"), &[]).await;
    assert!(answer.starts_with("HTTP/1.1 200") && answer.ends_with("picture"), "{answer}");
    assert!(answer.contains("sandbox"), "{answer}");
    for path in [
        "../secret.png",
        "..%2fsecret.png",
        "%2e%2e/secret.png",
        "%2e%2e%2fsecret.png",
        "img/../../secret.png",
        "..%5csecret.png",
        "%2fetc/passwd",
        "/etc/passwd",
        "img",
        "a.deck",
        "none.png",
        "img/a%20b.png%00.png",
    ] {
        assert!([404, 400].contains(&site.status(&media(path), &[]).await), "{path}");
    }
    #[cfg(unix)]
    {
        assert_eq!(site.status(&media("in.png"), &[]).await, 200, "a link inside");
        assert_eq!(site.status(&media("out.png"), &[]).await, 404, "a link out");
        assert_eq!(site.status(&media("deck.png"), &[]).await, 404, "a link to no picture");
    }
}

fn upgrade(origin: &str) -> Vec<(&'static str, String)> {
    vec![
        ("Upgrade", "websocket".to_owned()),
        ("Connection", "Upgrade".to_owned()),
        ("Sec-WebSocket-Version", "13".to_owned()),
        ("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==".to_owned()),
        ("Origin", origin.to_owned()),
    ]
}

/// Opens a socket and says something in one masked frame.
async fn say(site: &Site, words: &str) -> TcpStream {
    let mut stream = TcpStream::connect(("127.0.0.1", site.port)).await.unwrap();
    let mut request =
        format!("GET {}socket HTTP/1.1\r\nHost: 127.0.0.1:{}\r\n", site.path, site.port);
    for (name, value) in upgrade(&site.origin()) {
        request += &format!("{name}: {value}\r\n");
    }
    stream.write_all((request + "\r\n").as_bytes()).await.unwrap();
    let mut head = vec![0; 2000];
    let read = stream.read(&mut head).await.unwrap();
    assert!(String::from_utf8_lossy(&head[..read]).starts_with("HTTP/1.1 101"));
    let mut frame = vec![0x81];
    match words.len() {
        0..126 => frame.push(0x80 | words.len() as u8),
        126..65536 => {
            frame.push(0xFE);
            frame.extend((words.len() as u16).to_be_bytes());
        }
        _ => {
            frame.push(0xFF);
            frame.extend((words.len() as u64).to_be_bytes());
        }
    }
    frame.extend([0; 4]);
    frame.extend(words.as_bytes());
    // The server may hang up in the middle of it.
    let _ = stream.write_all(&frame).await;
    stream
}

async fn moment() {
    tokio::time::sleep(std::time::Duration::from_millis(200)).await;
}

#[tokio::test]
async fn a_socket_needs_its_own_origin() {
    let site = site().await;
    let path = format!("{}socket", site.path);
    for origin in [None, Some("http://example.org"), Some("null")] {
        let headers = upgrade(origin.unwrap_or_default());
        let headers: Vec<(&str, &str)> = headers
            .iter()
            .filter(|(name, _)| origin.is_some() || *name != "Origin")
            .map(|(a, b)| (*a, b.as_str()))
            .collect();
        assert_eq!(site.status(&path, &headers).await, 403, "{origin:?}");
    }
    assert!(site.heard.lock().unwrap().is_empty());
}

#[tokio::test]
async fn a_page_talks_and_is_answered() {
    let site = site().await;
    let mut stream = say(&site, "{\"type\":\"ready\"}").await;
    moment().await;
    let heard = site.heard.lock().unwrap().clone();
    assert_eq!(heard.len(), 1);
    assert_eq!((heard[0].show.as_str(), &heard[0].message), ("1", &PageMessage::Ready));
    assert_eq!(site.server.pages("1"), 1);
    site.server.send_to(heard[0].page, "to you".to_owned());
    site.server.send("1", "to all".to_owned());
    site.server.send("2", "to others".to_owned());
    let mut answer = vec![0; 100];
    moment().await;
    let read = stream.read(&mut answer).await.unwrap();
    assert_eq!(&answer[..read], b"\x81\x06to you\x81\x06to all");
    drop(stream);
    moment().await;
    assert_eq!(site.server.pages("1"), 0);
}

#[tokio::test]
async fn nonsense_is_not_heard_and_too_much_is_cut_off() {
    let site = site().await;
    let _open = say(&site, "nonsense").await;
    let _other = say(&site, "{\"type\":\"delete\"}").await;
    let mut stream = say(&site, &" ".repeat(100_000)).await;
    moment().await;
    assert!(site.heard.lock().unwrap().is_empty());
    let mut rest = Vec::new();
    let end =
        tokio::time::timeout(std::time::Duration::from_secs(2), stream.read_to_end(&mut rest));
    assert!(end.await.is_ok(), "a message of 100,000 bytes ends the connection");
}

#[tokio::test]
async fn a_server_ends_with_its_owner() {
    let site = site().await;
    let port = site.port;
    assert!(TcpStream::connect(("127.0.0.1", port)).await.is_ok());
    drop(site);
    moment().await;
    assert!(TcpStream::connect(("127.0.0.1", port)).await.is_err());
}
