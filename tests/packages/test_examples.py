"""The files of this repository that other programs read, and what docs/ci.md says to copy."""

import os
import re
import sys

import pytest
import yaml

from conftest import ROOT

BIN = os.path.dirname(sys.executable)

SCHEMAS = {
    "# GitHub workflow": ["--builtin-schema", "vendor.github-workflows"],
    "# GitLab pipeline": ["--builtin-schema", "vendor.gitlab-ci"],
}

EXAMPLES = re.findall(r"^```yaml\n(.*?)^```$", (ROOT / "docs/ci.md").read_text(), re.M | re.S)


def is_valid(run, file, schema):
    return run([f"{BIN}/check-jsonschema", *schema, file], file.parent)


@pytest.mark.parametrize("example", EXAMPLES, ids=range(len(EXAMPLES)))
def test_what_is_to_be_copied_is_valid(example, run, tmp_path):
    kind = example.splitlines()[0]
    file = tmp_path / "example.yml"
    file.write_text(example)
    if kind == "# pre-commit":
        code, output = run([f"{BIN}/pre-commit", "validate-config", file], tmp_path)
    else:
        code, output = is_valid(run, file, SCHEMAS[kind])
    assert code == 0, output


def test_there_is_an_example_of_each_kind():
    kinds = {example.splitlines()[0] for example in EXAMPLES}
    assert kinds == {*SCHEMAS, "# pre-commit"}


def test_a_faulty_workflow_would_be_seen(run, tmp_path):
    file = tmp_path / "example.yml"
    file.write_text("name: Decks\non: [push]\njobs:\n  decklint:\n    step: []\n")
    assert is_valid(run, file, SCHEMAS["# GitHub workflow"])[0] == 1


@pytest.mark.parametrize(
    ("file", "schema"),
    [
        ("action.yml", "vendor.github-actions"),
        (".github/workflows/ci.yml", "vendor.github-workflows"),
        (".github/workflows/release.yml", "vendor.github-workflows"),
        ("docs/ci/gitlab.yml", "vendor.gitlab-ci"),
    ],
)
def test_files_for_sites_are_valid(file, schema, run):
    code, output = is_valid(run, ROOT / file, ["--builtin-schema", schema])
    assert code == 0, output


def test_workflows_can_be_misused_by_nobody(run):
    code, output = run([f"{BIN}/zizmor", "--offline", "--no-progress", "."], ROOT)
    assert code == 0, output


def test_the_hooks_are_valid(run):
    manifest = ROOT / ".pre-commit-hooks.yaml"
    code, output = run([f"{BIN}/pre-commit", "validate-manifest", manifest], ROOT)
    assert code == 0, output


def test_each_hook_is_explained():
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
    page = (ROOT / "docs/ci.md").read_text()
    for hook in hooks:
        assert f"| `{hook['id']}` |" in page


def test_each_input_of_the_action_is_explained():
    action = yaml.safe_load((ROOT / "action.yml").read_text())
    page = (ROOT / "docs/ci.md").read_text()
    for name in action["inputs"]:
        assert f"| `{name}` |" in page
