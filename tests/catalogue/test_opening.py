"""Opening the catalogue, and what is said where that cannot be."""

import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import select, update

from scraper.catalogue import Catalogue, open_catalogue, read_catalogue
from scraper.catalogue import connection as database
from scraper.catalogue.tables import alembic_version, change_counter
from scraper.errors import OutputError


def test_a_new_catalogue_is_made_with_its_folder(tmp_path):
    with open_catalogue(tmp_path / "output" / "archive") as catalogue:
        assert catalogue.counts() == {}
    assert (tmp_path / "output" / "archive" / "catalogue.sqlite").is_file()


def test_a_folder_and_the_file_in_it_name_the_same_catalogue(tmp_path, make_article, now):
    with open_catalogue(tmp_path) as catalogue:
        catalogue.put(make_article(), now)
        catalogue.commit()
    with open_catalogue(tmp_path / "catalogue.sqlite") as catalogue:
        assert len(list(catalogue.articles())) == 1


def test_it_is_safe_from_crashes_without_an_fsync_per_commit(catalogue):
    with catalogue.database.reading() as connection:
        settings = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
    assert settings == {"journal_mode": "wal", "synchronous": 1, "foreign_keys": 1, "busy_timeout": 30_000}


def test_what_is_not_committed_at_the_end_is_forgotten(tmp_path, make_article, now):
    with open_catalogue(tmp_path) as catalogue:
        catalogue.put(make_article(), now)
    with open_catalogue(tmp_path) as catalogue:
        assert list(catalogue.articles()) == []


def test_reading_makes_no_catalogue(tmp_path):
    with pytest.raises(OutputError, match="no catalogue here"):
        read_catalogue(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_reading_gives_what_is_there(tmp_path, make_article, now):
    with open_catalogue(tmp_path) as catalogue:
        catalogue.put(make_article(), now)
        catalogue.commit()
    with read_catalogue(tmp_path) as catalogue:
        assert [article.headline for article in catalogue.articles()] == ["Hội thảo khoa học lần thứ 1"]


def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path):
    path = tmp_path / "catalogue.sqlite"
    path.write_text("Đây không phải là cơ sở dữ liệu. " * 20)
    with pytest.raises(OutputError, match="file is not a database"):
        open_catalogue(tmp_path)
    assert path.read_text().startswith("Đây không phải")


def test_a_database_of_something_else_is_refused_and_left_alone(tmp_path):
    with closing(sqlite3.connect(tmp_path / "catalogue.sqlite")) as other:
        other.execute("CREATE TABLE notes (text)")
    with pytest.raises(OutputError, match="not a catalogue"):
        open_catalogue(tmp_path)
    with closing(sqlite3.connect(tmp_path / "catalogue.sqlite")) as other:
        assert other.execute("SELECT name FROM sqlite_master").fetchall() == [("notes",)]


@pytest.mark.parametrize("opened", [open_catalogue, read_catalogue])
def test_a_catalogue_of_another_version_is_refused_in_one_line(tmp_path, opened):
    with open_catalogue(tmp_path) as catalogue, catalogue.database.writing() as connection:
        connection.execute(update(alembic_version).values(version_num="0099"))
    with pytest.raises(OutputError) as refusal:
        opened(tmp_path)
    assert str(refusal.value) == f"{tmp_path}/catalogue.sqlite: a catalogue of version 0099, this program reads version 0001"


def test_a_folder_that_cannot_be_made_is_named(tmp_path):
    (tmp_path / "output").write_text("a file where the folder should be")
    with pytest.raises(OutputError, match=str(tmp_path / "output")):
        open_catalogue(tmp_path / "output" / "archive")


def test_a_database_that_cannot_be_opened_is_named(tmp_path):
    (tmp_path / "catalogue.sqlite").mkdir()
    with pytest.raises(OutputError, match=r"catalogue\.sqlite: unable to open database file"):
        open_catalogue(tmp_path)


def test_a_locked_catalogue_is_said_to_be_locked_and_the_batch_kept(tmp_path, monkeypatch, make_article, now):
    monkeypatch.setattr(database, "BUSY_TIMEOUT", 50)
    with open_catalogue(tmp_path) as catalogue:
        catalogue.put(make_article(), now)
        with closing(sqlite3.connect(tmp_path / "catalogue.sqlite")) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(OutputError, match=r"catalogue\.sqlite: database is locked"):
                catalogue.commit()
        catalogue.commit()
        assert len(list(catalogue.articles())) == 1


def test_a_writer_that_reads_first_is_not_overtaken(tmp_path, catalogue):
    """SQLite refuses a reader that begins to write after another has written; so a writer takes its place in the queue first."""
    with open_catalogue(tmp_path) as other:
        overtaker = threading.Thread(target=other.advance, args=("feeds", 1))
        with catalogue.database.writing() as connection:
            assert connection.scalar(select(change_counter.c.last)) == 0
            overtaker.start()
            overtaker.join(timeout=0.2)
            connection.execute(update(change_counter).values(last=5))
        overtaker.join()
    assert catalogue.cursor("feeds") == 1


@pytest.mark.parametrize("address", ["kho://a/b", "postgresql+nodriver://localhost/archive"])
def test_an_address_of_no_database_is_refused(address):
    with pytest.raises(OutputError):
        open_catalogue(address)


def test_many_processes_may_open_a_new_catalogue_at_once(tmp_path):
    code = f"import pathlib, scraper.catalogue as c; c.open_catalogue(pathlib.Path({str(tmp_path)!r})).close()"
    openers = [subprocess.Popen([sys.executable, "-c", code], cwd=Path(__file__).parents[2]) for _ in range(3)]
    assert [opener.wait(timeout=60) for opener in openers] == [0, 0, 0]


def test_a_catalogue_closes_after_an_error(tmp_path):
    def fail(catalogue: Catalogue) -> None:
        raise RuntimeError(str(catalogue.counts()))

    with pytest.raises(RuntimeError), open_catalogue(tmp_path) as catalogue:
        fail(catalogue)
    (tmp_path / "catalogue.sqlite").unlink()
