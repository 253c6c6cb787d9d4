"""When a site is asked again, how fast, and when it is left alone: no clock but the test's own."""

from datetime import UTC, datetime

import pytest

from scraper.crawling.backoff import LONGEST_WAIT, Backoff, read_retry_after
from scraper.crawling.breaker import Breaker
from scraper.crawling.budget import Budget
from scraper.crawling.pace import LONGEST_DELAY, Pace
from scraper.crawling.weather import Weather

NOW = datetime(2024, 3, 1, 18, 0, tzinfo=UTC)


class Clock:
    """Stands still until it is set."""

    now = 1000.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def breaker(clock):
    return Breaker(clock=clock)


def fail(breaker, times):
    for _ in range(times):
        breaker.failed()


def test_a_wait_is_drawn_from_nothing_up_to_twice_the_one_before():
    draws = iter((0.0, 0.5, 0.25))
    backoff = Backoff(draw=lambda: next(draws))
    assert [backoff.wait(tries) for tries in (1, 2, 3)] == [0.0, 2.0, 2.0]


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        (None, None),
        ("", None),
        ("0", 0.0),
        (" 30 ", 30.0),
        ("-5", None),
        ("1.5", None),
        ("9" * 400, 999999999.0),
        ("Fri, 01 Mar 2024 18:00:30 GMT", 30.0),
        ("Fri, 01 Mar 2024 18:00:30 -0000", 30.0),
        ("Sat, 02 Mar 2024 01:00:30 +0700", 30.0),
        ("Fri, 99 Mar 2024 18:00:30 GMT", None),
        ("٣٠", None),
    ],
)
def test_retry_after_is_read_as_seconds_or_a_date(header, seconds):
    assert read_retry_after(header, NOW) == seconds


def test_eight_failures_in_a_row_open_the_breaker(breaker):
    fail(breaker, 7)
    assert (breaker.state, breaker.wait()) == ("closed", 0.0)
    fail(breaker, 1)
    assert (breaker.state, breaker.wait()) == ("open", 60.0)


def test_an_answer_in_between_begins_the_row_anew(breaker):
    fail(breaker, 7)
    breaker.answered()
    fail(breaker, 7)
    assert breaker.state == "closed"


def test_more_than_half_of_the_last_twenty_open_it(breaker):
    for _ in range(10):
        breaker.answered()
        breaker.failed()
    assert breaker.state == "closed"
    breaker.failed()  # the oldest of them, an answer, no longer counts
    assert breaker.state == "open"


def test_after_its_time_one_request_tries_and_an_answer_closes_it(breaker, clock):
    fail(breaker, 8)
    clock.now += 59
    assert breaker.wait() == 1.0
    clock.now += 1
    assert breaker.wait() == 0.0
    breaker.asked()
    assert breaker.state == "half-open"
    assert breaker.wait() > 0
    breaker.answered()
    assert (breaker.state, breaker.wait()) == ("closed", 0.0)


def test_every_opening_doubles_the_next_and_an_answer_ends_that(clock):
    breaker = Breaker(clock=clock, openings=100)
    waits = []
    fail(breaker, 8)
    for _ in range(6):
        waits.append(breaker.wait())
        clock.now += waits[-1]
        breaker.asked()
        breaker.failed()
    assert waits == [60.0, 120.0, 240.0, 480.0, 900.0, 900.0]
    breaker.answered()
    fail(breaker, 8)
    assert breaker.wait() == 60.0


def test_what_was_under_way_when_it_opened_changes_nothing_unless_it_is_an_answer(breaker):
    fail(breaker, 12)
    assert (breaker.opened, breaker.wait()) == (1, 60.0)
    breaker.answered()
    assert breaker.state == "closed"


def test_a_try_that_was_refused_or_lost_lets_another_one_try(breaker, clock):
    fail(breaker, 8)
    clock.now += 60
    breaker.asked()
    breaker.withdrawn()
    assert breaker.wait() == 0.0
    breaker.asked()
    clock.now += breaker.patience
    assert breaker.wait() == 0.0


def test_at_the_third_opening_a_site_is_given_up(breaker, clock):
    fail(breaker, 8)
    for _ in range(2):
        assert not breaker.is_given_up
        clock.now += breaker.wait()
        breaker.asked()
        breaker.failed()
    assert breaker.is_given_up


def test_time_counts_from_the_first_request_on(clock):
    budget = Budget(most_minutes=2, most_pages=None, clock=clock)
    clock.now += 1000
    budget.asked()
    clock.now += 119
    assert budget.spent is None
    clock.now += 1
    assert budget.spent == "out of time"


def test_what_was_not_asked_after_all_costs_no_page():
    budget = Budget(most_pages=2)
    budget.asked()
    budget.asked()
    budget.withdrawn()
    assert budget.spent is None


def test_a_complaint_doubles_the_delay_once_for_all_that_was_under_way(clock):
    pace = Pace(least=1.0, clock=clock)
    pace.slower(sent=clock.now)
    clock.now += 5
    pace.slower(sent=clock.now - 6)
    assert pace.delay == 2.0
    pace.slower(sent=clock.now - 1)
    assert (pace.delay, pace.complaints) == (4.0, 3)


def test_no_complaint_makes_it_slower_than_the_longest_delay(clock):
    pace = Pace(least=1.0, clock=clock)
    for _ in range(20):
        clock.now += 1
        pace.slower(sent=clock.now)
    assert pace.delay == LONGEST_DELAY


def test_the_definition_may_ask_for_more_than_that():
    assert Pace(least=60.0, learned=5.0, asked=500.0).delay == 60.0


@pytest.mark.parametrize(
    ("complaints", "ended_well", "known"),
    [(0, True, 6.0), (0, False, 8.0), (1, True, 8.0)],
)
def test_a_night_without_complaint_makes_the_next_one_faster(complaints, ended_well, known):
    assert Pace(least=1.0, learned=8.0, complaints=complaints).after(ended_well) == known


def test_nights_without_complaint_lead_back_to_the_definition():
    pace, nights = Pace(least=1.0, learned=30.0), 0
    while pace.learned:
        pace, nights = Pace(least=1.0, learned=pace.after(ended_well=True)), nights + 1
    assert nights == 12


@pytest.mark.parametrize(
    ("failures", "responded", "outcome"),
    [([], True, None), (["timeout"], False, "dead"), (["status_5xx"], True, "unwell"), (["too_large"], False, None)],
)
def test_a_site_that_only_failed_did_not_finish(failures, responded, outcome):
    weather = Weather()
    for failure in failures:
        weather.outcome(failure, responded=responded)
    assert weather.verdict == outcome


def test_one_answer_makes_it_a_site_that_finished():
    weather = Weather()
    weather.outcome("timeout", responded=False)
    weather.outcome(None, responded=True)
    assert weather.verdict is None


def test_a_wish_holds_the_whole_site_and_one_that_is_too_long_ends_its_night(clock):
    weather = Weather(clock=clock)
    weather.hold(LONGEST_WAIT)
    weather.hold(5)
    assert (weather.wait(), weather.ended) == (LONGEST_WAIT, None)
    weather.hold(LONGEST_WAIT + 1)
    assert weather.ended == "asked to wait"


def test_todays_host_must_show_its_robots_txt_an_old_one_need_not():
    weather = Weather(home="lhh.example")
    weather.close_host("cu.lhh.example")
    assert (weather.ended, weather.verdict) == (None, "robots unreachable")
    weather.outcome(None, responded=True)
    assert weather.verdict is None
    weather.close_host("www.lhh.example")
    assert weather.verdict == "robots unreachable"


def test_weather_that_nobody_watches_never_ends():
    weather = Weather()
    for _ in range(1000):
        weather.asked()
        weather.outcome("status_5xx", responded=True)
    assert (weather.ended, weather.wait()) == (None, 0.0)
