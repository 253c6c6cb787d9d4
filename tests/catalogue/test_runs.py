"""Runs: begun, broken off, gone on with, finished."""

import subprocess
import sys
from datetime import timedelta

import pytest
from sqlalchemy import update

from scraper.catalogue.tables import runs
from scraper.errors import OutputError

HOUR = timedelta(hours=1)


@pytest.fixture
def held_by(catalogue, run):
    """Note another process as the one that holds the run."""

    def hold(pid, host=run.host):
        with catalogue.database.writing() as connection:
            connection.execute(update(runs).values(pid=pid, host=host))

    return hold


@pytest.fixture
def living():
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as process:
        yield process.pid
        process.communicate(b"\n")


@pytest.fixture
def dead():
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        process.wait()
    return process.pid


def test_a_run_is_named_after_its_site_and_start(run, now):
    assert (run.id, run.site, run.started, run.resumed) == ("lam_giang-20240301T180005000000", "lam_giang", now, False)
    assert (run.finished, run.outcome, run.counts) == (None, None, {})


def test_a_finished_run_says_how_it_ended(catalogue, run, now):
    catalogue.finish_run(run, now + HOUR, "finished", {"article/new": 12, "reason": "hết trang"})
    (kept,) = catalogue.runs.of_site("lam_giang")
    assert (kept.finished, kept.outcome, kept.counts) == (now + HOUR, "finished", {"article/new": 12, "reason": "hết trang"})
    assert catalogue.runs.unfinished("lam_giang") is None


def test_finishing_commits_what_is_left(catalogue, run, make_article, now):
    catalogue.put(make_article(), now)
    catalogue.finish_run(run, now, "finished", {})
    assert catalogue.get(make_article().id)


def test_after_a_finished_run_a_new_one_begins(catalogue, run, now):
    catalogue.finish_run(run, now, "finished", {})
    second = catalogue.begin_run("lam_giang", now + HOUR)
    assert (second.id > run.id, second.resumed) == (True, False)
    assert [one.id for one in catalogue.runs.of_site("lam_giang")] == [second.id, run.id]


def test_each_site_has_a_run_of_its_own(catalogue, run, now):
    other = catalogue.begin_run("song_huong", now)
    assert (other.site, other.resumed) == ("song_huong", False)


def test_a_run_whose_process_died_is_gone_on_with(catalogue, run, held_by, dead, now):
    held_by(dead)
    resumed = catalogue.begin_run("lam_giang", now + HOUR)
    assert (resumed.id, resumed.resumed, resumed.pid) == (run.id, True, run.pid)
    assert catalogue.runs.unfinished("lam_giang").last_sign == now + HOUR


def test_a_run_of_a_living_process_is_left_to_it(catalogue, run, held_by, living, now):
    held_by(living)
    with pytest.raises(OutputError, match=rf"lam_giang is being crawled by process {living}$"):
        catalogue.begin_run("lam_giang", now + HOUR)


def test_a_process_that_gave_no_sign_for_long_is_another_one_with_the_number(catalogue, run, held_by, living, now):
    held_by(living)
    assert catalogue.begin_run("lam_giang", now + 2 * HOUR).resumed


def test_every_answer_is_a_sign(catalogue, run, frontier, make_found, make_fetch, held_by, living, now):
    frontier.discover([make_found(1)], now)
    frontier.done(frontier.take(1, now)[0], make_fetch(moment=now + 2 * HOUR))
    catalogue.commit()
    held_by(living)
    with pytest.raises(OutputError, match="is being crawled"):
        catalogue.begin_run("lam_giang", now + 2 * HOUR)


def test_a_process_number_of_another_machine_says_nothing(catalogue, run, held_by, living, now):
    held_by(living, host="may-chu-2")
    assert catalogue.begin_run("lam_giang", now + HOUR).resumed


def test_a_run_that_broke_off_on_another_day_is_closed_and_its_addresses_wait_on(
    catalogue, run, frontier, make_found, make_fetch, now
):
    frontier.discover([make_found(1), make_found(2), make_found(3)], now)
    taken = frontier.take(2, now)
    frontier.done(taken[0], make_fetch(due=now + 20 * HOUR))
    catalogue.commit()
    later = catalogue.begin_run("lam_giang", now + 24 * HOUR)
    assert (later.id != run.id, later.resumed) == (True, False)
    broken = catalogue.runs.of_site("lam_giang")[1]
    assert (broken.outcome, broken.finished) == ("broken off", now)
    addresses = catalogue.frontier(later).take(9, now + 24 * HOUR)
    assert [address.canonical for address in addresses] == [
        make_found(number).canonical for number in (2, 3, 1)
    ]  # not asked first
