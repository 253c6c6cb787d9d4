"""A crawl killed without warning, again and again: what was committed stays, what was not is done again, nothing is doubled."""

import subprocess
import sys
from itertools import islice
from pathlib import Path

import pytest

from scraper.catalogue import AddressState, read_catalogue

ROOT = Path(__file__).parents[2]
ARTICLES = 220
LISTINGS = 11
AHEAD = 15
"""Addresses that a crawl may ask for while it is being killed, so that it is met at any step of its work."""


def crawl(folder: Path, number: int) -> list[str]:
    """Crawl in a process of its own, kill it when it has asked for so many addresses, and return what it asked for."""
    with started(folder) as process:
        process.stdin.write("\n" * (number + AHEAD))
        process.stdin.flush()
        asked = [line.strip() for line in islice(process.stdout, number)]
        process.kill()
        asked += [line.strip() for line in process.stdout if line.endswith("\n")]
    assert process.returncode == -9
    return asked


def crawl_to_the_end(folder: Path) -> list[str]:
    """Crawl in a process of its own and return the addresses that it asked for."""
    with started(folder) as process:
        output, _ = process.communicate("\n" * 1000)
    assert process.returncode == 0
    return output.splitlines()


def started(folder: Path) -> subprocess.Popen[str]:
    command = [sys.executable, str(Path(__file__).with_name("crawler.py")), str(folder), str(ARTICLES)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    return subprocess.Popen(command, **pipes, text=True, cwd=ROOT, env={"PYTHONPATH": str(ROOT)})


def done(folder):
    """Return the addresses that are done."""
    with read_catalogue(folder) as catalogue, catalogue.database.reading() as connection:
        return set(connection.exec_driver_sql("SELECT canonical FROM addresses WHERE state = 'done'").scalars())


@pytest.mark.parametrize("kills", [[1, 2, 3, 5, 8], [30, 31, 60], [23, 90]], ids=str)
def test_a_killed_crawl_goes_on_where_it_was(tmp_path, kills):
    before: set[str] = set()
    for number in kills:
        assert before.isdisjoint(crawl(tmp_path, number))
        assert before <= done(tmp_path)
        before = done(tmp_path)
        assert before <= set((tmp_path / "captures").read_text().splitlines())
        assert_is_sound(tmp_path)
    assert before
    assert before.isdisjoint(crawl_to_the_end(tmp_path))
    assert_is_sound(tmp_path)
    with read_catalogue(tmp_path) as catalogue:
        assert len(list(catalogue.articles())) == ARTICLES
        assert catalogue.addresses.counts("lam_giang") == {AddressState.DONE: ARTICLES + LISTINGS}
        assert [run.outcome for run in catalogue.runs.of_site("lam_giang")] == ["finished"]


def assert_is_sound(folder):
    """Hold what must be true of a catalogue at any moment."""
    with read_catalogue(folder) as catalogue:
        records, log = list(catalogue.articles()), list(catalogue.changes())
        assert [change.seq for change in log] == list(range(1, len(log) + 1))
        assert [change.id for change in log] == [record.id for record in records]
        assert {record.version for record in records} <= {1}
        with catalogue.database.reading() as connection:
            yielded = connection.exec_driver_sql("SELECT article_id FROM addresses WHERE article_id IS NOT NULL").scalars()
            assert set(yielded) == {record.id for record in records}
            assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
