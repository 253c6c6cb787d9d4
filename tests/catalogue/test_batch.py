"""Batches: all or nothing, and never ahead of the captures."""

import threading

import pytest
from sqlalchemy import event
from sqlalchemy.exc import IntegrityError

from scraper.catalogue import AddressState, read_catalogue
from scraper.errors import OutputError


def test_nothing_is_seen_by_others_before_the_commit_and_everything_after(tmp_path, catalogue, make_article, now):
    catalogue.put(make_article(), now)
    with read_catalogue(tmp_path) as other:
        assert other.get(make_article().id) is None
        catalogue.commit()
        assert other.get(make_article().id)


def test_an_address_is_done_together_with_the_article_it_yielded(
    tmp_path, catalogue, frontier, make_article, make_found, make_fetch, now
):
    frontier.discover([make_found(1)], now)
    (address,) = frontier.take(1, now)
    catalogue.put(make_article(), now)
    frontier.done(address, make_fetch(), make_article().id)
    with read_catalogue(tmp_path) as other:
        assert other.addresses.get("lam_giang", address.canonical).state is AddressState.WAITING
        catalogue.commit()
        assert other.addresses.get("lam_giang", address.canonical).article_id == other.get(make_article().id).id


def test_the_captures_are_brought_to_disk_before_anything_is_written(tmp_path, catalogue, make_article, now):
    seen = []
    with read_catalogue(tmp_path) as other:
        catalogue.before_commit.append(lambda: seen.append(other.get(make_article().id)))
        catalogue.put(make_article(), now)
        catalogue.commit()
    assert seen == [None]


def test_where_the_captures_cannot_be_kept_nothing_is_written_and_the_batch_waits(catalogue, make_article, now):
    def fail() -> None:
        raise OutputError("captures", "No space left on device")

    catalogue.before_commit.append(fail)
    catalogue.put(make_article(), now)
    with pytest.raises(OutputError, match="No space left"):
        catalogue.commit()
    assert catalogue.get(make_article().id) is None
    catalogue.before_commit.clear()
    catalogue.commit()
    assert catalogue.get(make_article().id)


def test_addresses_that_were_met_need_no_captures(catalogue, frontier, make_found, now):
    catalogue.before_commit.append(lambda: pytest.fail("no capture stands behind a link"))
    frontier.discover([make_found(1)], now)
    assert len(frontier.take(1, now)) == 1
    catalogue.commit()


def test_an_empty_batch_does_nothing(catalogue):
    catalogue.before_commit.append(lambda: pytest.fail("there is nothing to keep"))
    catalogue.commit()
    assert not catalogue.commit_when_full()


def test_a_batch_is_written_whole_or_not_at_all(catalogue, frontier, make_article, make_found, make_fetch, now):
    frontier.discover([make_found(1)], now)
    (address,) = frontier.take(1, now)
    catalogue.put(make_article(1), now)
    frontier.done(address, make_fetch(), article_id="urn:uuid:nobody-put-this-one")
    with pytest.raises(IntegrityError):
        catalogue.commit()
    assert (list(catalogue.articles()), list(catalogue.changes())) == ([], [])
    assert catalogue.addresses.get("lam_giang", address.canonical).state is AddressState.WAITING


def test_a_written_batch_is_empty(catalogue, frontier, make_article, make_found, make_fetch, now):
    frontier.discover([make_found(1)], now)
    frontier.done(frontier.take(1, now)[0], make_fetch())
    frontier.discover([make_found(2)], now)
    catalogue.put(make_article(), now)
    catalogue.commit()
    assert len(catalogue.batch) == 0


def test_a_batch_is_full_by_number(catalogue, make_article, now):
    catalogue.batch.size, catalogue.batch.seconds = 10, 3600
    assert [catalogue.put(make_article(number), now) and catalogue.commit_when_full() for number in range(5)] == [
        False,
        False,
        False,
        False,
        True,
    ]


def test_a_batch_is_full_by_age(catalogue, make_article, now):
    catalogue.batch.seconds = 0
    catalogue.put(make_article(), now)
    assert catalogue.commit_when_full()


def test_a_hundred_pages_cost_one_transaction(catalogue, frontier, make_article, make_found, make_fetch, now):
    frontier.discover([make_found(number) for number in range(100)], now)
    taken = frontier.take(100, now)
    begun = []
    event.listen(catalogue.database.engine, "commit", lambda connection: begun.append(connection))
    for number, address in enumerate(taken):
        catalogue.put(make_article(number), now)
        frontier.done(address, make_fetch(), make_article(number).id)
    catalogue.commit()
    assert len(begun) == 1


def test_what_is_not_written_yet_is_known_to_the_next_operation(catalogue, frontier, make_article, make_found, now):
    assert [catalogue.put(make_article(text=text), now) for text in ("một", "một", "hai")] == ["new", "unchanged", "changed"]
    assert [frontier.discover([make_found(1)], now) for _ in range(2)] == [1, 0]


BOTH = "SELECT (SELECT count(*) FROM articles), (SELECT count(*) FROM changes)"


def test_readers_never_wait_nor_see_half_a_batch(tmp_path, catalogue, make_article, now):
    """A batch puts four articles; a reader that counts all the while must always find a multiple of four."""
    stop = threading.Event()
    odd, counted = [], []

    def read() -> None:
        with read_catalogue(tmp_path) as other:
            while not stop.is_set():
                with other.database.reading() as connection:
                    number, changes = connection.exec_driver_sql(BOTH).one()
                counted.append(number)
                if number % 4 or number != changes:
                    odd.append((number, changes))

    reader = threading.Thread(target=read)
    reader.start()
    for number in range(400):
        catalogue.put(make_article(number), now)
        if number % 4 == 3:
            catalogue.commit()
    stop.set()
    reader.join()
    assert odd == []
    assert len(set(counted)) > 3
