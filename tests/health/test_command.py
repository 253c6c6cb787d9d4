"""``vusta report`` as the operator calls it."""

import json

from tests.health.conftest import DAY


def test_the_last_night_is_told_and_written(vusta, output):
    done = vusta("report", "--output", output)
    assert (done.returncode, done.stdout.splitlines()[0]) == (0, f"Night of {DAY}: 59 of 64 sites complete, 5 need attention.")
    folder = output / "runs" / str(DAY)
    assert str(folder) in done.stderr
    assert (folder / "report.html").read_text("utf-8").startswith("<!DOCTYPE html>")
    assert json.loads((folder / "report.json").read_text("utf-8"))["date"] == str(DAY)
    assert (folder / "metrics.prom").read_text("utf-8").startswith("# HELP")


def test_json_is_one_object_on_stdout(vusta, output):
    done = vusta("report", "2026-11-20", "--json", "--output", output)
    assert done.returncode == 0
    assert json.loads(done.stdout)["verdicts"]["complete"] == 64


def test_a_night_that_never_was(vusta, output):
    done = vusta("report", "2026-01-01", "--output", output)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "vusta: 2026-01-01: no site was read in this night; the last one was 2026-11-24\n"


def test_no_catalogue(vusta, tmp_path):
    done = vusta("report", "--output", tmp_path)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "no catalogue here" in done.stderr


def test_a_demo_is_a_night(vusta, demo):
    done = vusta("report", "--output", demo[0])
    assert (done.returncode, "All 3 sites complete." in done.stdout) == (0, True), done.stdout
