"""What tests of several rooms share."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"


@pytest.fixture
def shared():
    """The labelled and recorded pages beside the project; without them the test is skipped."""
    if not SHARED.is_dir():
        pytest.skip("no ../shared here")
    return SHARED


def run_vusta(*arguments, **environment):
    """Run the command in a process of its own and return what it did."""
    command = [sys.executable, "-c", "from scraper.cli import main; main()", *map(str, arguments)]
    env = {**os.environ, "COLUMNS": "200", **environment}
    return subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, timeout=300, check=False)


@pytest.fixture(scope="session")
def vusta():
    """The command."""
    return run_vusta


@pytest.fixture(scope="session")
def demo(tmp_path_factory):
    """The output folder of one demo, and what the command printed."""
    output = tmp_path_factory.mktemp("demo")
    done = run_vusta("demo", "--output", output)
    assert done.returncode == 0, done.stderr
    return output, done
