"""A disk that fills up ends the crawl with one clear line; the next crawl goes on from there."""

import os
import resource
import subprocess
import sys
from pathlib import Path

from scraper.catalogue import read_catalogue
from scraper.demo.content import articles_of
from scraper.demo.record import SITES

ROOT = Path(__file__).parents[2]


def demo(output, largest_file):
    def limit():
        resource.setrlimit(resource.RLIMIT_FSIZE, (largest_file, largest_file))

    command = [sys.executable, "-B", "-c", "from scraper.cli import main; main()", "demo", "--output", str(output)]
    return subprocess.run(
        command,
        cwd=ROOT,
        env=os.environ,
        preexec_fn=limit if largest_file else None,
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_full_disk_is_said_in_one_line_and_loses_nothing(tmp_path):
    full = demo(tmp_path, largest_file=20_000)
    assert full.returncode == 2
    assert "Traceback" not in full.stderr
    assert "File too large" in full.stderr.splitlines()[-1] or "disk" in full.stderr.splitlines()[-1]
    again = demo(tmp_path, largest_file=0)
    assert again.returncode == 0, again.stderr
    with read_catalogue(tmp_path) as catalogue:
        assert sum(count.standing for count in catalogue.counts().values()) == sum(len(articles_of(site)) for site in SITES)
