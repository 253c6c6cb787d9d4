"""The frontier: what is met, handed out, answered and asked for again."""

from datetime import timedelta

import pytest

from scraper.catalogue import AddressState
from scraper.site import Kind

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


def numbers(addresses):
    return [int(address.canonical.rsplit("/", 1)[1].removesuffix(".html")) for address in addresses]


def test_new_addresses_are_counted_once(frontier, make_found, now):
    assert frontier.discover([make_found(1), make_found(2), make_found(1)], now) == 2
    assert frontier.discover([make_found(2), make_found(3)], now) == 1


def test_addresses_known_from_an_earlier_run_are_not_new(catalogue, crawl, make_found, now):
    crawl(now).discover([make_found(1), make_found(2)], now)
    assert crawl(now + DAY).discover([make_found(2), make_found(3)], now + DAY) == 1


def test_more_addresses_than_a_query_takes_are_told_apart(catalogue, crawl, make_found, now):
    crawl(now).discover([make_found(number) for number in range(0, 3000, 2)], now)
    assert crawl(now + DAY).discover([make_found(number) for number in range(3000)], now + DAY) == 1500


def test_an_address_is_handed_out_as_it_was_met(frontier, make_found, now):
    frontier.discover([make_found(1, found_on="http://www.lamgiang.example.vn/")], now)
    (address,) = frontier.take(5, now)
    assert (address.url, address.kind, address.depth) == ("http://www.lamgiang.example.vn/tin/1.html", Kind.ARTICLE, 1)
    assert (address.found_on, address.state, address.due) == ("http://www.lamgiang.example.vn/", AddressState.WAITING, now)
    assert (address.last_status, address.last_fetched, address.failures, address.article_id) == (None, None, 0, None)


def test_pages_that_lead_to_articles_come_first_then_articles_then_the_rest(frontier, make_found, now):
    kinds = [Kind.OTHER, Kind.ARTICLE, Kind.LISTING, Kind.FEED, Kind.SITEMAP]
    frontier.discover([make_found(number, kind, depth=number) for number, kind in enumerate(kinds)], now)
    assert numbers(frontier.take(9, now)) == [2, 3, 4, 1, 0]


def test_within_a_kind_the_nearest_come_first_then_the_first_met(frontier, make_found, now):
    frontier.discover([make_found(1, depth=3), make_found(2, depth=2), make_found(3, depth=2)], now)
    assert numbers(frontier.take(9, now)) == [2, 3, 1]


def test_no_address_is_handed_out_twice(frontier, make_found, now):
    frontier.discover([make_found(number) for number in range(5)], now)
    assert [numbers(frontier.take(2, now)) for _ in range(4)] == [[0, 1], [2, 3], [4], []]
    assert frontier.in_flight == 5


def test_an_address_put_back_is_handed_out_again(frontier, make_found, now):
    frontier.discover([make_found(1), make_found(2)], now)
    first, _ = frontier.take(2, now)
    frontier.put_back(first)
    assert frontier.take(2, now) == [first]


def test_what_is_answered_is_not_handed_out_again_before_nor_after_the_commit(catalogue, frontier, make_found, make_fetch, now):
    frontier.discover([make_found(1), make_found(2)], now)
    frontier.done(frontier.take(1, now)[0], make_fetch())
    assert numbers(frontier.take(5, now)) == [2]
    catalogue.commit()
    assert frontier.take(5, now) == []
    assert frontier.in_flight == 1


def test_the_next_process_hands_out_what_was_in_flight_and_not_what_is_done(catalogue, make_found, make_fetch, now):
    frontier = catalogue.frontier(catalogue.begin_run("lam_giang", now))
    frontier.discover([make_found(number) for number in range(4)], now)
    taken = frontier.take(3, now)
    frontier.done(taken[0], make_fetch(due=now))
    catalogue.commit()
    resumed = catalogue.begin_run("lam_giang", now + HOUR)
    assert resumed.resumed
    assert numbers(catalogue.frontier(resumed).take(9, now + HOUR)) == [1, 2, 3]


def test_the_next_run_asks_only_for_what_is_due(crawl, make_found, make_fetch, now):
    frontier = crawl(now)
    frontier.discover([make_found(1, Kind.LISTING), make_found(2), make_found(3)], now)
    for address, due in zip(frontier.take(3, now), [now + DAY, now + 30 * DAY, None], strict=True):
        frontier.done(address, make_fetch(due=due))
    assert numbers(crawl(now + DAY).take(9, now + DAY)) == [1]
    assert numbers(crawl(now + 30 * DAY).take(9, now + 30 * DAY)) == [1, 2]


def test_a_full_crawl_asks_for_everything_that_is_ever_to_be_asked_for(crawl, make_found, make_fetch, now):
    frontier = crawl(now)
    frontier.discover([make_found(1), make_found(2)], now)
    one, two = frontier.take(2, now)
    frontier.done(one, make_fetch())
    frontier.done(two, make_fetch(AddressState.REFUSED, due=None))
    again = crawl(now + HOUR)
    assert again.take(9, now + HOUR) == []
    assert again.ask_all(now + HOUR) == 1
    assert numbers(again.take(9, now + HOUR)) == [1]


def test_a_full_crawl_gone_on_with_does_not_begin_anew(catalogue, frontier, make_found, make_fetch, now):
    frontier.discover([make_found(1), make_found(2)], now)
    frontier.ask_all(now)
    frontier.done(frontier.take(1, now)[0], make_fetch())
    catalogue.commit()
    resumed = catalogue.frontier(catalogue.begin_run("lam_giang", now + HOUR))
    resumed.ask_all(now + HOUR)
    assert numbers(resumed.take(9, now + HOUR)) == [2]


def test_a_failure_may_be_asked_for_again_in_the_same_run_once_it_is_due(catalogue, frontier, make_found, make_fetch, now):
    frontier.discover([make_found(1)], now)
    frontier.done(frontier.take(1, now)[0], make_fetch(AddressState.WAITING, due=now + HOUR, status=503))
    catalogue.commit()
    assert frontier.take(1, now) == []
    assert frontier.next_moment() == now + HOUR
    (again,) = frontier.take(1, now + HOUR)
    assert (again.failures, again.failing_since, again.last_status) == (1, now, 503)
    assert frontier.next_moment() is None


def test_sites_do_not_mix(catalogue, frontier, make_found, now):
    other = catalogue.frontier(catalogue.begin_run("song_huong", now))
    frontier.discover([make_found(1)], now)
    assert other.discover([make_found(1)], now) == 1
    assert [address.site for address in other.take(5, now)] == ["song_huong"]
    assert [address.site for address in frontier.take(5, now)] == ["lam_giang"]


def test_the_run_of_one_site_wakes_no_address_of_another(catalogue, frontier, make_found, make_fetch, now):
    frontier.discover([make_found(1)], now)
    frontier.done(frontier.take(1, now)[0], make_fetch())
    catalogue.finish_run(frontier.run, now, "finished", {})
    catalogue.begin_run("song_huong", now + 60 * DAY)
    assert catalogue.addresses.counts("lam_giang") == {AddressState.DONE: 1}


def test_validators_and_digest_stay_where_a_later_answer_brings_none(catalogue, frontier, make_found, make_fetch, known, now):
    frontier.discover([make_found(1)], now)
    frontier.done(
        frontier.take(1, now)[0], make_fetch(etag='"a1"', last_modified="Thu, 27 Jun 2019 02:42:00 GMT", digest="sha256:1")
    )
    catalogue.commit()
    frontier.done(known(), make_fetch(status=304, moment=now + DAY))
    catalogue.commit()
    address = known()
    assert (address.etag, address.last_modified, address.digest) == ('"a1"', "Thu, 27 Jun 2019 02:42:00 GMT", "sha256:1")
    assert (address.last_status, address.last_fetched, address.last_changed) == (304, now + DAY, now)


def test_another_payload_moves_the_date_of_change(catalogue, frontier, make_found, make_fetch, known, now):
    frontier.discover([make_found(1)], now)
    frontier.done(frontier.take(1, now)[0], make_fetch(digest="sha256:1"))
    catalogue.commit()
    for day, digest in enumerate(["sha256:1", "sha256:2", "sha256:2"], 1):
        frontier.done(known(), make_fetch(digest=digest, moment=now + day * DAY))
        catalogue.commit()
    assert known().last_changed == now + 2 * DAY


@pytest.mark.parametrize(
    ("state", "failures", "since"),
    [
        (AddressState.FAILED, 2, "first"),
        (AddressState.GONE, 2, "first"),
        (AddressState.WAITING, 2, "first"),
        (AddressState.REFUSED, 1, "first"),
        (AddressState.DONE, 0, None),
    ],
)
def test_failures_in_a_row_are_counted_from_the_first(
    catalogue, frontier, make_found, make_fetch, known, now, state, failures, since
):
    frontier.discover([make_found(1)], now)
    frontier.done(frontier.take(1, now)[0], make_fetch(AddressState.GONE, status=404))
    catalogue.commit()
    frontier.done(known(), make_fetch(state, moment=now + DAY))
    catalogue.commit()
    assert (known().failures, known().failing_since) == (failures, now if since else None)


def test_a_page_may_turn_out_to_be_of_another_kind(catalogue, frontier, make_found, make_fetch, known, now):
    frontier.discover([make_found(1, Kind.OTHER)], now)
    frontier.done(frontier.take(1, now)[0], make_fetch(kind=Kind.LISTING))
    catalogue.commit()
    assert (known().kind, known().priority) == (Kind.LISTING, 0)


def test_met_again_an_address_keeps_the_smaller_depth_and_the_more_urgent_kind(catalogue, crawl, make_found, known, now):
    crawl(now).discover([make_found(1, Kind.ARTICLE, depth=3)], now)
    again = crawl(now + DAY)
    again.discover([make_found(1, Kind.OTHER, depth=5)], now)
    catalogue.commit()
    assert (known().kind, known().depth) == (Kind.ARTICLE, 3)
    again.discover([make_found(1, Kind.LISTING, depth=1)], now)
    catalogue.commit()
    assert (known().kind, known().depth, known().priority) == (Kind.LISTING, 1, 0)


def test_met_nearer_in_the_same_run_an_address_moves_up(catalogue, frontier, make_found, known, now):
    frontier.discover([make_found(1, depth=4)], now)
    frontier.discover([make_found(1, depth=2)], now)
    catalogue.commit()
    assert known().depth == 2


def test_an_address_that_a_feed_calls_an_article_becomes_one_in_the_same_run(catalogue, frontier, make_found, known, now):
    frontier.discover([make_found(1, Kind.OTHER)], now)
    catalogue.commit()
    frontier.discover([make_found(1, Kind.ARTICLE)], now)
    frontier.discover([make_found(1, Kind.OTHER)], now)
    catalogue.commit()
    assert (known().kind, known().priority) == (Kind.ARTICLE, 1)


def test_what_tells_nothing_new_is_not_written_again(catalogue, frontier, make_found, now):
    frontier.discover([make_found(1), make_found(2)], now)
    catalogue.commit()
    frontier.discover([make_found(1), make_found(2, depth=7)], now)
    assert len(catalogue.batch) == 0


def test_the_run_that_last_met_an_address_is_known(catalogue, crawl, make_found, known, now):
    crawl(now).discover([make_found(1), make_found(2)], now)
    later = crawl(now + DAY)
    later.discover([make_found(2)], now + DAY)
    catalogue.commit()
    assert known(2).offered_in == later.run.id > (known(1).offered_in or "")


def test_a_page_that_its_feed_says_has_changed_is_due_at_once(catalogue, crawl, make_found, make_fetch, now):
    frontier = crawl(now)
    frontier.discover([make_found(1), make_found(2)], now)
    for address in frontier.take(2, now):
        frontier.done(address, make_fetch())
    later = crawl(now + DAY)
    later.discover([make_found(1, modified=now + HOUR), make_found(2, modified=now - HOUR)], now + DAY)
    assert numbers(later.take(9, now + DAY)) == [1]


def test_a_page_that_a_listing_named_before_its_sitemap_is_due_all_the_same(catalogue, crawl, make_found, make_fetch, now):
    frontier = crawl(now)
    frontier.discover([make_found(1)], now)
    frontier.done(frontier.take(1, now)[0], make_fetch())
    later = crawl(now + DAY)
    later.discover([make_found(1)], now + DAY)
    assert later.take(9, now + DAY) == []
    later.discover([make_found(1, modified=now + HOUR)], now + DAY)
    assert numbers(later.take(9, now + DAY)) == [1]


def test_what_its_feed_says_does_not_make_a_run_ask_twice(catalogue, frontier, make_found, make_fetch, now):
    frontier.discover([make_found(1)], now)
    frontier.done(frontier.take(1, now)[0], make_fetch())
    catalogue.commit()
    frontier.discover([make_found(1, modified=now + HOUR)], now + DAY)
    assert frontier.take(9, now + DAY) == []


def test_the_states_of_a_site_are_counted(catalogue, frontier, make_found, make_fetch, now):
    frontier.discover([make_found(number) for number in range(3)], now)
    frontier.done(frontier.take(1, now)[0], make_fetch(AddressState.GONE))
    catalogue.commit()
    assert catalogue.addresses.counts("lam_giang") == {AddressState.WAITING: 2, AddressState.GONE: 1}


def test_within_a_kind_those_not_asked_for_the_longest_come_first(crawl, make_found, make_fetch, now):
    first = crawl(now)
    first.discover([make_found(number) for number in (1, 2, 3)], now)
    for hours, address in zip((3, 1), first.take(2, now), strict=True):
        first.done(address, make_fetch(moment=now + hours * HOUR, due=now + DAY))
    assert numbers(crawl(now + DAY).take(9, now + DAY)) == [3, 2, 1]
