"""The archive, the npm packages and the wheel, installed as a user installs them."""

import json
import shutil
import sys
import tarfile

import pytest


@pytest.fixture(scope="module")
def version(dist):
    """The version that was packed."""
    (chooser,) = [it for it in dist.glob("decklint-*.tgz") if it.name[9].isdigit()]
    return chooser.name.removeprefix("decklint-").removesuffix(".tgz")


def test_the_archive_is_what_its_checksum_says_and_runs(dist, run, deck, tmp_path):
    (archive,) = dist.glob("*.tar.gz")
    assert run(["sha256sum", "--check", f"{archive.name}.sha256"], dist)[0] == 0
    with tarfile.open(archive) as tar:
        tar.extractall(tmp_path, filter="data")
    folder = tmp_path / archive.name.removesuffix(".tar.gz")
    names = {it.name for it in folder.iterdir()}
    assert names == {"decklint", "README.md", "CHANGELOG.md", "LICENSE-APACHE", "LICENSE-MIT"}
    code, output = run([folder / "decklint", "--format", "concise"], deck)
    assert code == 1 and "missing-answer" in output


@pytest.fixture
def installed(dist, run, tmp_path, version):
    """A project of Node with decklint in it. That the packages of other platforms cannot be had
    is as it is where they are not wanted."""
    project = tmp_path / "project"
    project.mkdir()
    (project / "package.json").write_text("{}")
    (platform,) = [it for it in dist.glob("decklint-*.tgz") if not it.name[9].isdigit()]
    packages = [platform, dist / f"decklint-{version}.tgz"]
    code, output = run(["npm", "install", "--no-audit", "--no-fund", *packages], project)
    assert code == 0, output
    return project


def test_npx_runs_the_program_and_ends_as_it_does(installed, run, deck, version):
    assert run(["npx", "--no", "--", "decklint", "--version"], installed) == (0, f"decklint {version}\n")
    shutil.copy(deck / "unit-1.deck", installed)
    code, output = run(["npx", "--no", "--", "decklint", "--format", "concise"], installed)
    assert code == 1 and "missing-answer" in output
    assert run(["npx", "--no", "--", "decklint", "no-such.deck"], installed)[0] == 2


def test_without_the_package_of_the_platform_npx_says_what_to_do(installed, run):
    shutil.rmtree(installed / "node_modules/@decklint")
    code, output = run(["npx", "--no", "--", "decklint", "--version"], installed)
    assert code == 2 and "without `--omit=optional`" in output


def test_each_platform_of_npm_has_one_version(installed, version):
    package = json.loads((installed / "node_modules/decklint/package.json").read_text())
    wanted = package["optionalDependencies"]
    assert set(wanted.values()) == {version}
    assert "@decklint/win32-arm64" in wanted and len(wanted) == 6


def test_the_wheel_brings_the_program(dist, run, deck, tmp_path, version):
    (wheel,) = dist.glob("*.whl")
    assert run([sys.executable, "-m", "venv", tmp_path / "venv"], tmp_path)[0] == 0
    bin = tmp_path / "venv/bin"
    code, output = run([bin / "pip", "install", "--no-index", wheel], tmp_path)
    assert code == 0, output
    assert run([bin / "decklint", "--version"], deck) == (0, f"decklint {version}\n")
    code, output = run([bin / "decklint", "--format", "concise"], deck)
    assert code == 1 and "missing-answer" in output
