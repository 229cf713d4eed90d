//! A folder with decks in it, and what decklint and Git do there.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use tempfile::TempDir;

pub(crate) struct Folder(TempDir);

/// What a program said, and what it ended with.
pub(crate) struct Said {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Folder {
    /// A folder with these files.
    pub(crate) fn with(files: &[(&str, &str)]) -> Self {
        let folder = Self(TempDir::new().unwrap());
        folder.write(files);
        folder
    }

    pub(crate) fn write(&self, files: &[(&str, &str)]) {
        for (name, text) in files {
            let path = self.path(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub(crate) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    pub(crate) fn decklint(&self, arguments: &str) -> Said {
        self.run(env!("CARGO_BIN_EXE_decklint"), arguments)
    }

    fn run(&self, program: &str, arguments: &str) -> Said {
        let output = Command::new(program)
            .args(arguments.split_whitespace())
            .current_dir(self.0.path())
            .output()
            .unwrap();
        Said {
            code: output.status.code(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// What decklint finds: a line a finding.
    pub(crate) fn found(&self, arguments: &str) -> Vec<String> {
        let said = self.decklint(&format!("--format concise --quiet {arguments}"));
        assert!(matches!(said.code, Some(0 | 1)), "{}", said.err);
        let short = |line: &str| {
            let (place, rest) = line.split_once(": ").unwrap();
            let rule = rest.rsplit_once('(').unwrap().1.trim_end_matches(')');
            let (file, line) = place.split_once(':').unwrap();
            format!("{file}:{} {rule}", line.split(':').next().unwrap())
        };
        said.out.lines().map(short).collect()
    }
}
