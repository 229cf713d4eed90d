"""What the tests of packages and hooks share."""

import os
import pathlib
import subprocess

import pytest

ROOT = pathlib.Path(__file__).parents[2]


@pytest.fixture(scope="session")
def decklint():
    """The program under test."""
    return pathlib.Path(os.environ["DECKLINT"]).resolve()


@pytest.fixture(scope="session")
def dist():
    """What `cargo xtask dist` made, and the wheel."""
    return pathlib.Path(os.environ["DIST"]).resolve()


@pytest.fixture
def deck(tmp_path):
    """A folder with a deck that has one error: a question without an answer."""
    folder = tmp_path / "revision"
    folder.mkdir()
    (folder / "unit-1.deck").write_text("Who was Litvinov?\n\nWhat is a SAM?\n- A missile\n")
    return folder


@pytest.fixture
def run(decklint):
    """Runs a command, with decklint on the path; gives back its end and what it printed."""

    def run(command, cwd, **env):
        path = os.pathsep.join([str(decklint.parent), os.environ["PATH"]])
        env = {**os.environ, "PATH": path, **env}
        # A hook that runs these tests must not lend them its repository.
        env = {name: value for name, value in env.items() if not name.startswith("GIT_")}
        done = subprocess.run(
            [str(part) for part in command], cwd=cwd, env=env, capture_output=True, text=True
        )
        return done.returncode, done.stdout + done.stderr

    return run
