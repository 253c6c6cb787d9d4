"""Whatever a kill leaves behind, the next start finds every captured page, once."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from scraper.article import Capture
from scraper.captures import openfile as openfile_module
from scraper.captures import read_capture, read_captures, repair_open_files
from scraper.captures.openfile import OpenFile
from scraper.errors import InputError, OutputError

ROOT = Path(__file__).parents[2]


@pytest.fixture
def left_open(written):
    """Return the bytes of a file of three pages, the name it has while it is open, and its captures."""
    path, captures = written
    data = path.read_bytes()
    path.unlink()
    return data, path.with_name(path.name + ".open"), captures


def names(folder):
    return sorted(path.name for path in folder.glob("*/*"))


def test_a_whole_file_only_gets_its_name(folder, left_open):
    data, path, captures = left_open
    path.write_bytes(data)
    (done,) = repair_open_files(folder)
    assert (done.kept, done.cut, done.torn) == (len(data), 0, None)
    assert done.path.read_bytes() == data
    assert names(folder) == ["20240301-180005-001.warc.gz"]
    assert [back.capture for back in read_captures(done.path)] == captures


def test_cut_anywhere_in_its_last_two_members_a_file_keeps_every_whole_page(folder, left_open):
    data, path, captures = left_open
    last = captures[-1]
    ends = [(c.offset + c.length, c) for c in captures]
    for size in range(last.offset, len(data)):
        path.write_bytes(data[:size])
        (done,) = repair_open_files(folder)
        assert done.kept in (last.offset, last.offset + last.length)
        assert done.kept + done.cut == size
        assert done.path.read_bytes() + (done.torn.read_bytes() if done.torn else b"") == data[:size]
        assert [back.capture for back in read_captures(done.path)] == [c for end, c in ends if end <= size]
        assert repair_open_files(folder) == []
        for left in folder.glob("*/*"):
            left.unlink()


def test_the_next_crawl_writes_beside_a_repaired_file(folder, left_open, make_writer, make_page):
    data, path, captures = left_open
    path.write_bytes(data[: captures[2].offset + 1])
    with pytest.raises(InputError, match=f"is cut short: the record at byte {captures[2].offset} has no end"):
        list(read_captures(path))
    repair_open_files(folder)
    with make_writer() as writer:
        again = writer.write(make_page(3))
    assert [back.url for back in read_captures(folder / captures[0].warc)] == [make_page(1).url, make_page(2).url]
    assert read_capture(folder, again).url == make_page(3).url


def test_a_file_killed_in_its_first_record_is_dropped(folder, left_open):
    data, path, _ = left_open
    path.write_bytes(data[:50])
    (done,) = repair_open_files(folder)
    assert (done.kept, done.cut) == (0, 50)
    assert names(folder) == ["20240301-180005-001.warc.gz.torn"]


def test_a_file_killed_before_its_first_byte_leaves_nothing(folder, left_open):
    left_open[1].touch()
    (done,) = repair_open_files(folder)
    assert (done.kept, done.cut, done.torn) == (0, 0, None)
    assert names(folder) == []


def test_pages_behind_a_damage_are_kept_beside(folder, left_open):
    data, path, captures = left_open
    second, third = captures[1:]
    lost_power = data[: second.offset] + bytes(second.length) + data[second.offset + second.length :]
    path.write_bytes(lost_power)
    (done,) = repair_open_files(folder)
    assert [back.capture for back in read_captures(done.path)] == captures[:1]
    assert done.torn is not None
    assert data[third.offset :] in done.torn.read_bytes()


def test_the_file_of_a_living_writer_is_not_touched(folder, make_writer, make_page):
    with make_writer() as writer:
        first = writer.write(make_page(1))
        assert repair_open_files(folder) == []
        second = writer.write(make_page(2))
    assert [back.capture for back in read_captures(folder / first.warc)] == [first, second]


def test_no_captures_at_all_need_no_repair(folder):
    assert repair_open_files(folder) == []


def test_a_folder_that_cannot_be_changed_is_said_plainly(folder, left_open, monkeypatch):
    left_open[1].write_bytes(left_open[0])

    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(OutputError, match="cannot write captures: Permission denied"):
        repair_open_files(folder)


class Killed(BaseException):
    """Stands for kill -9 at a chosen step."""


STEPS = [
    (shutil, "copyfileobj"),
    (os, "fsync"),
    (openfile_module, "sync_folder"),
    (OpenFile, "cut"),
    (OpenFile, "sync"),
    (OpenFile, "finish"),
    (Path, "rename"),
]


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
@pytest.mark.parametrize(("owner", "step"), STEPS, ids=[step for _, step in STEPS])
def test_a_repair_that_is_killed_itself_is_finished_by_the_next(folder, left_open, monkeypatch, owner, step, after):
    data, path, captures = left_open
    size = len(data) - captures[-1].length // 2
    path.write_bytes(data[:size])
    real = getattr(owner, step)

    def die(*args):
        if after:
            real(*args)
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(owner, step, die)
        with pytest.raises(Killed):
            repair_open_files(folder)
    repair_open_files(folder)
    whole, torn = folder / captures[0].warc, folder / f"{captures[0].warc}.torn"
    assert whole.read_bytes() + torn.read_bytes() == data[:size]
    assert names(folder) == [whole.name, torn.name]
    assert [back.capture for back in read_captures(whole)] == captures


def test_a_writer_whose_new_file_is_repaired_away_takes_the_next_number(folder, make_writer, make_page, monkeypatch):
    real, calls = openfile_module.fcntl.flock, []

    def slow(stream, how):
        calls.append(stream)
        if len(calls) == 1:
            repair_open_files(folder)
        real(stream, how)

    monkeypatch.setattr(openfile_module.fcntl, "flock", slow)
    with make_writer() as writer:
        capture = writer.write(make_page())
    assert capture.warc.endswith("-002.warc.gz")
    assert read_capture(folder, capture).body == make_page().body


def test_a_writer_never_replaces_a_file_that_was_finished_meanwhile(folder, make_writer, make_page, monkeypatch):
    with make_writer() as first:
        kept = first.write(make_page(1))
        real = openfile_module.FileIO

        def finished_meanwhile(path, mode):
            if mode == "xb":
                first.close()
            return real(path, mode)

        monkeypatch.setattr(openfile_module, "FileIO", finished_meanwhile)
        with make_writer() as second:
            other = second.write(make_page(2))
    assert [read_capture(folder, c).url[-6] for c in (kept, other)] == ["1", "2"]
    assert names(folder) == ["20240301-180005-001.warc.gz", "20240301-180005-002.warc.gz"]


def test_a_file_finished_while_the_repair_reached_for_it_is_left_alone(folder, make_writer, make_page, monkeypatch):
    with make_writer() as writer:
        capture = writer.write(make_page())
        real = openfile_module.fcntl.flock

        def finished_meanwhile(stream, how):
            writer.close()
            real(stream, how)

        monkeypatch.setattr(openfile_module.fcntl, "flock", finished_meanwhile)
        assert repair_open_files(folder) == []
    assert read_capture(folder, capture).capture == capture


CRAWL = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from scraper.captures import CaptureWriter, Exchange

writer = CaptureWriter(Path(sys.argv[1]), "vusta", "vusta-1", datetime(2024, 3, 1, tzinfo=UTC), roll_over=200_000)
for number in range(1_000_000):
    body = f"<p>Tin số {number}</p>".encode() + number.to_bytes(4, "big") * (number % 3000)
    capture = writer.write(Exchange(f"http://vusta.example.vn/{number}", 200, body, datetime.now(UTC)))
    sys.stdout.buffer.write(capture.model_dump_json().encode() + b"\\n")
    sys.stdout.buffer.flush()
"""


@pytest.mark.parametrize("round_", range(3))
def test_kill_9_loses_no_page_that_was_written(tmp_path, round_):
    said = tmp_path / "captures.jsonl"
    folder = tmp_path / "captures"
    with said.open("wb") as out:
        crawl = subprocess.Popen([sys.executable, "-c", CRAWL, str(folder)], stdout=out, cwd=ROOT)
    try:
        wait_until(lambda: said.stat().st_size > 50_000 * (round_ + 1))
    finally:
        crawl.kill()
    assert crawl.wait() == -signal.SIGKILL

    lines = said.read_bytes().split(b"\n")[:-1]  # the last may be torn as well
    captures = [Capture.model_validate(json.loads(line)) for line in lines]
    assert len(repair_open_files(folder)) <= 1  # none where the kill met the moment between two files
    assert list(folder.glob("*/*.open")) == repair_open_files(folder) == []
    found = [back for path in sorted(folder.glob("*/*.warc.gz")) for back in read_captures(path)]
    assert [back.capture for back in found][: len(captures)] == captures
    assert len(found) - len(captures) in (0, 1)  # written, but killed before it could say so
    assert [back.url for back in found] == [f"http://vusta.example.vn/{number}" for number in range(len(found))]
    assert all(read_capture(folder, capture).capture == capture for capture in captures[:: len(captures) // 50])


def wait_until(true, seconds=30):
    """Return when ``true()`` holds; fail after ``seconds``."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "the crawl wrote too little"
        time.sleep(0.02)
