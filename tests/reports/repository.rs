//! The repository that is checked.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

/// Each format and the file that it is written to.
pub(crate) const FORMATS: [(&str, &str); 14] = [
    ("full", "full.txt"),
    ("concise", "concise.txt"),
    ("grouped", "grouped.txt"),
    ("json", "report.json"),
    ("json-lines", "report.jsonl"),
    ("sarif", "report.sarif"),
    ("github", "github.txt"),
    ("gitlab", "gitlab.json"),
    ("junit", "junit.xml"),
    ("checkstyle", "checkstyle.xml"),
    ("rdjson", "rdjson.json"),
    ("azure", "azure.txt"),
    ("markdown", "summary.md"),
    ("html", "report.html"),
];

/// Two cards, one of which is asked again elsewhere.
const TREATIES: &str = "Treaties

What did the Treaty of Rapallo do in 1922?
- It gave Germany a friend

When was the Treaty of Versailles signed?
- On 31 June 1919
";

/// Lines end as on Windows, and letters that are not ASCII stand before what is wrong.
const SPAIN: &str = "\u{FEFF}---\r
lang: en\r
---\r
Größe & Übersee\r
\r
What did the Treaty of Rapallo do in 1922?\r
- It gave Germany a friend\r
\r
Who was the señor 𝄞 of may 1935, 50% @everyone?\r
- A \"gentleman\" <sir>, of the ñandú, from may 1935\r
";

/// Lines end as on a Mac of 1990.
const MAC: &str = "---\rlang: en\r---\rMac\r\rWhen did it start?\r- Étienne began in may 1789\r\r\
                   Who built the Bastille?\r";

/// The decks, with their paths from the folder `notes`.
fn decks() -> [(&'static str, Vec<u8>); 5] {
    let king =
        |number| format!("{number}. Who was king {number} of the list?\nKing number {number}\n\n");
    let kings = (1..13).map(king).collect::<String>();
    [
        ("kings.deck", format!("Kings\n\nWho came first?\nNobody\n\n{kings}").into_bytes()),
        ("mac.deck", MAC.into()),
        ("treaties.deck", TREATIES.into()),
        ("unit 1/50% off & more.deck", SPAIN.into()),
        // Latin-1 where UTF-8 is wanted: a file that cannot be read, by root neither.
        (".decklint-words", b"caf\xe9\n".to_vec()),
    ]
}

/// A Git repository with decks in its folder `notes`.
pub(crate) fn repository() -> TempDir {
    let repository = TempDir::new().unwrap();
    fs::create_dir(repository.path().join(".git")).unwrap();
    for (path, bytes) in decks() {
        write(&repository.path().join("notes").join(path), &bytes);
    }
    fs::write(repository.path().join("notes/decklint.toml"), "").unwrap();
    repository
}

pub(crate) fn write(path: &Path, bytes: &[u8]) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, bytes).unwrap();
}

pub(crate) fn decklint(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_decklint"))
        .args(arguments)
        .current_dir(folder)
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

/// Writes every format to a folder, which is new.
pub(crate) fn write_all(decks: &Path, out: &Path, arguments: &[&str]) -> Output {
    let _ = fs::remove_dir_all(out);
    fs::create_dir_all(out).unwrap();
    let targets =
        FORMATS.map(|(format, file)| format!("--format={format}={}", out.join(file).display()));
    let targets: Vec<&str> = targets.iter().map(String::as_str).collect();
    decklint(decks, &[arguments, &targets].concat())
}

/// The rules that run: a hint, warnings and errors, with fixes and without, of which
/// `numbered-question` rolls up.
const RULES: &str = "duplicate-card,lowercase-month,many-points,missing-answer,numbered-question";

/// What a run wrote.
pub(crate) struct Reports {
    pub(crate) repository: TempDir,
    out: PathBuf,
}

impl Reports {
    /// All formats, by one run in the folder of the decks. They stay in `target/tmp` for
    /// `cargo xtask test` to look at.
    pub(crate) fn of_every_format() -> Self {
        Self::of(repository(), "reports")
    }

    /// The same of another repository; `name` is new.
    pub(crate) fn of(repository: TempDir, name: &str) -> Self {
        let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let ran = write_all(&repository.path().join("notes"), &out, &["--select", RULES]);
        assert_eq!(ran.stdout, b"", "everything goes to files");
        assert_eq!(ran.status.code(), Some(2), "a file cannot be read");
        Self { repository, out }
    }

    /// The text of a report.
    pub(crate) fn of_file(&self, file: &str) -> String {
        fs::read_to_string(self.out.join(file)).unwrap()
    }
}
