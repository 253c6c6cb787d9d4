"""Every command in the README is one that the program has."""

import re
import shlex
from pathlib import Path

import pytest
from typer.main import get_command

from scraper.cli import app

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"```sh\n(.*?)```", README, re.DOTALL)
LINES = [line.split("  #")[0].strip() for block in BLOCKS for line in block.splitlines() if line.strip()]
VUSTA = [line.split("vusta ", 1)[1] for line in LINES if re.match(r"(\.venv/bin/)?vusta ", line)]
MAKE = [line.split()[1] for line in LINES if line.startswith("make ")]


@pytest.mark.parametrize("line", VUSTA)
def test_vusta_commands_parse(line):
    words = shlex.split(re.split(r"\s[|>]", line)[0])
    command = get_command(app).commands[words[0]]
    command.make_context(words[0], words[1:], resilient_parsing=False)


@pytest.mark.parametrize("target", MAKE)
def test_make_targets_exist(target):
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)


def test_the_readme_shows_every_command():
    assert {line.split()[0] for line in VUSTA} == set(get_command(app).commands)
