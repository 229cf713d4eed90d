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

    /// As on a machine without Git.
    pub(crate) fn decklint_without_git(&self, arguments: &str) -> Said {
        let mut command = self.command(env!("CARGO_BIN_EXE_decklint"), arguments);
        said(command.env("PATH", self.0.path()))
    }

    /// What Git says, where it is expected to do its work.
    pub(crate) fn git(&self, arguments: &str) -> Said {
        let said = self.git_says(arguments);
        assert_eq!(said.code, Some(0), "git {arguments}: {}", said.err);
        said
    }

    pub(crate) fn git_says(&self, arguments: &str) -> Said {
        self.run("git", arguments)
    }

    /// Commits everything.
    pub(crate) fn commit(&self, message: &str) {
        self.git("add --all");
        self.git(&format!("commit --quiet --allow-empty --message {message}"));
    }

    #[cfg(unix)]
    pub(crate) fn make_executable(&self, name: &str) {
        use std::os::unix::fs::PermissionsExt as _;
        fs::set_permissions(self.path(name), fs::Permissions::from_mode(0o755)).unwrap();
    }

    fn run(&self, program: &str, arguments: &str) -> Said {
        said(&mut self.command(program, arguments))
    }

    /// A command that knows nothing of the person who runs the tests.
    fn command(&self, program: &str, arguments: &str) -> Command {
        let mut command = Command::new(program);
        command
            .args(arguments.split_whitespace())
            .current_dir(self.0.path())
            .env("GIT_CONFIG_NOSYSTEM", "1")
            .env("GIT_CONFIG_GLOBAL", self.0.path().join("no-such-file"));
        for who in ["AUTHOR", "COMMITTER"] {
            command.env(format!("GIT_{who}_NAME"), "decklint");
            command.env(format!("GIT_{who}_EMAIL"), "decklint@localhost");
        }
        command
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

fn said(command: &mut Command) -> Said {
    let output = command.output().unwrap();
    Said {
        code: output.status.code(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

impl Said {
    /// What was said of faults, without how it was broken into lines.
    pub(crate) fn words(&self) -> String {
        self.err.replace('│', " ").split_whitespace().collect::<Vec<_>>().join(" ")
    }
}
