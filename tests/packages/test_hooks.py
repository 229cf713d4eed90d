"""The hooks: of pre-commit, of plain Git, and the action for workflows."""

import functools
import hashlib
import http.server
import os
import shutil
import stat
import subprocess
import sys
import tarfile
import threading

import pytest
import yaml

from conftest import ROOT

BIN = os.path.dirname(sys.executable)


def git(cwd, *arguments):
    identity = ["-c", "user.name=Someone", "-c", "user.email=someone@example.com"]
    subprocess.run(["git", *identity, *arguments], cwd=cwd, check=True, capture_output=True)


@pytest.fixture
def repository(deck):
    git(deck, "init", "--quiet")
    git(deck, "add", ".")
    return deck


def with_hooks(repository, *ids, args=None):
    """Sets pre-commit up as the manifest says, but with the program that is installed."""
    manifest = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
    hooks = [{**hook, "language": "system"} for hook in manifest if hook["id"] in ids]
    assert len(hooks) == len(ids)
    for hook in hooks:
        hook.update({"args": args} if args else {})
    config = {"repos": [{"repo": "local", "hooks": hooks}]}
    (repository / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config))
    git(repository, "add", ".")


def pre_commit(run, repository):
    return run([f"{BIN}/pre-commit", "run", "--all-files", "--color=never"], repository)


def test_pre_commit_stops_a_commit_with_a_fault(repository, run):
    with_hooks(repository, "decklint", args=["--format", "concise"])
    code, output = pre_commit(run, repository)
    assert code == 1 and "unit-1.deck:1:1: error" in output
    (repository / "unit-1.deck").write_text("What is a SAM?\n- A missile\n")
    git(repository, "add", ".")
    code, output = pre_commit(run, repository)
    assert code == 0 and "Passed" in output


def test_pre_commit_puts_right_and_formats(repository, run):
    untidy = "What is a SAM?\n- A missile\n-It brought a U-2 down\n\n\n\nWhat is GDP?\n* Output\n"
    (repository / "unit-1.deck").write_text(untidy)
    with_hooks(repository, "decklint-fix", "decklint-fmt")
    code, output = pre_commit(run, repository)
    assert code == 1 and "files were modified" in output
    tidy = "What is a SAM?\n- A missile\n- It brought a U-2 down\n\nWhat is GDP?\n- Output\n"
    assert (repository / "unit-1.deck").read_text() == tidy
    git(repository, "add", ".")
    assert pre_commit(run, repository)[0] == 0


def test_the_git_hook_stops_only_what_the_commit_brings(repository, run):
    git(repository, "commit", "--quiet", "--message", "An old fault")
    hook = repository / ".git/hooks/pre-commit"
    shutil.copy(ROOT / "docs/ci/pre-commit", hook)
    hook.chmod(hook.stat().st_mode | stat.S_IXUSR)
    commit = ["git", "-c", "user.name=Someone", "-c", "user.email=someone@example.com"]
    commit += ["commit", "--quiet", "--message", "A deck"]
    (repository / "unit-2.deck").write_text("What is a U-2?\n- A plane\n")
    git(repository, "add", ".")
    assert run(commit, repository)[0] == 0
    (repository / "unit-3.deck").write_text("What is a MiG?\n")
    git(repository, "add", ".")
    code, output = run(commit, repository)
    assert code == 1 and "unit-3.deck" in output and "unit-1.deck" not in output


@pytest.fixture
def releases(tmp_path, decklint):
    """A server with one release, v9.9.9, as a release workflow would have put it there."""
    folder = tmp_path / "releases"
    (folder / "v9.9.9").mkdir(parents=True)
    name = "decklint-x86_64-unknown-linux-musl"
    archive = folder / "v9.9.9" / f"{name}.tar.gz"
    with tarfile.open(archive, "w:gz") as tar:
        tar.add(decklint, f"{name}/decklint")
    digest = hashlib.sha256(archive.read_bytes()).hexdigest()
    archive.with_name(f"{archive.name}.sha256").write_text(f"{digest}  {archive.name}\n")
    handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=folder)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield folder, f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.fixture
def workflow(run, tmp_path, repository):
    """Runs a step of the action as a runner does."""
    temp = tmp_path / "runner"
    temp.mkdir()
    files = {"GITHUB_PATH": temp / "path", "GITHUB_STEP_SUMMARY": temp / "summary"}
    for file in files.values():
        file.touch()

    def step(script, **env):
        env = {"RUNNER_OS": "Linux", "RUNNER_ARCH": "X64", "RUNNER_TEMP": str(temp)} | env
        env |= {name: str(file) for name, file in files.items()} | {"ACTION": str(ROOT)}
        code, output = run(["bash", ROOT / ".github" / script], repository, **env)
        return code, output, {name: file.read_text() for name, file in files.items()}

    return step


def test_the_action_takes_the_binary_of_a_release(workflow, releases):
    code, output, files = workflow("install.sh", RELEASES=releases[1], VERSION="v9.9.9")
    assert code == 0, output
    program = os.path.join(files["GITHUB_PATH"].strip(), "decklint")
    told = subprocess.run([program, "--version"], capture_output=True, text=True, check=True)
    assert told.stdout.startswith("decklint ")


def test_the_action_does_not_run_a_binary_that_was_changed(workflow, releases):
    (archive,) = releases[0].glob("*/*.tar.gz")
    archive.write_bytes(archive.read_bytes() + b"x")
    code, output, files = workflow("install.sh", RELEASES=releases[1], VERSION="v9.9.9")
    assert code == 1 and "did NOT match" in output
    assert files["GITHUB_PATH"] == ""


def test_the_action_builds_where_there_is_no_release(workflow, releases, tmp_path):
    cargo = tmp_path / "bin/cargo"
    cargo.parent.mkdir()
    cargo.write_text('#!/bin/sh\nmkdir -p "$6/bin" && cp "$(command -v decklint)" "$6/bin"\n')
    cargo.chmod(0o755)
    path = os.pathsep.join([str(cargo.parent), os.environ["PATH"]])
    decklint = os.environ["DECKLINT"]
    shutil.copy(decklint, cargo.parent / "decklint")
    for version in ["v0.0.1", "main", ""]:
        code, output, files = workflow(
            "install.sh", RELEASES=releases[1], VERSION=version, PATH=path
        )
        assert code == 0 and "building it" in output, output
        assert files["GITHUB_PATH"].strip().endswith("decklint/bin")


def test_the_action_annotates_and_sums_up(workflow, repository):
    nothing = {"PATHS": "", "ARGS": "", "SINCE": "", "SARIF": ""}
    code, output, files = workflow("check.sh", **nothing | {"SARIF": "found.sarif"})
    assert code == 1 and "::error title=decklint%3A missing-answer,file=unit-1.deck,line=1," in output
    assert "missing-answer" in files["GITHUB_STEP_SUMMARY"]
    assert (repository / "found.sarif").is_file()
    code, output, _ = workflow("check.sh", **nothing | {"ARGS": "--ignore missing-answer"})
    assert code == 0, output
    code, output, _ = workflow("check.sh", **nothing | {"PATHS": "no-such.deck"})
    assert code == 2, output


def test_the_action_shows_only_what_a_change_brings(workflow, repository):
    git(repository, "commit", "--quiet", "--message", "An old fault")
    (repository / "unit-3.deck").write_text("What is a MiG?\n")
    git(repository, "add", ".")
    git(repository, "commit", "--quiet", "--message", "A new one")
    code, output, _ = workflow("check.sh", PATHS="", ARGS="", SINCE="HEAD~1", SARIF="")
    assert code == 1 and "unit-3.deck" in output and "unit-1.deck" not in output
