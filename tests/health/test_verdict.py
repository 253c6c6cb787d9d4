"""Verdicts: each with a night that just is one, and one that just is not."""

import pytest

from scraper.health import Health, judge
from tests.health.conftest import NIGHTS, USUAL, night, nights

COMPLETE, INCOMPLETE, EMPTY, REBUILT, BLOCKED, DEAD = Health

QUIET = {"page/2xx": 10, "status/200": 11, "named/article": 120, "fetched/listing": 10}
"""A night in which no article was due."""

TABLE = {
    "usual": (night(), COMPLETE, None),
    "not ended": (night(outcome=None), INCOMPLETE, "the run has not ended: under way, or stopped"),
    "out of time": (night(outcome="out of time"), INCOMPLETE, "the time that one site gets in a night ran out"),
    "some other end": (night(outcome="shutdown"), INCOMPLETE, "the run ended early: shutdown"),
    "limited": (night(crawl__limited=1), INCOMPLETE, "stopped at a limit after 50 articles"),
    "many failed": (night(page__failed=7), INCOMPLETE, "7 of 67 addresses failed"),
    "some failed": (night(page__failed=6), COMPLETE, None),
    "many of few failed": (night({"page/2xx": 3}, page__5xx=3), INCOMPLETE, "3 of 6 addresses failed"),
    "reader broke": (night(spider_exceptions__count=1), INCOMPLETE, "pages that broke the reader: 1"),
    "left waiting": (night(address__waiting=7), INCOMPLETE, "addresses left waiting: 7"),
    "few left waiting": (night(address__waiting=6), COMPLETE, None),
    "fewer named": (night(named__article=59), EMPTY, "59 addresses of articles named, usually 120"),
    "not so few named": (night(named__article=60), COMPLETE, None),
    "fewer listings": (night(fetched__listing=4), EMPTY, "4 listings read, usually 10"),
    "not so few listings": (night(fetched__listing=5), COMPLETE, None),
    "fewer seen": (night(article__unchanged=19), EMPTY, "24 articles seen, usually 50"),
    "not so few seen": (night(article__unchanged=20), COMPLETE, None),
    "fewer seen for fewer were due": (night(article__unchanged=19, fetched__article=24, filled__date=24), COMPLETE, None),
    "no article": (
        night(article__new=0, article__changed=0, article__unchanged=0),
        EMPTY,
        "no article at all, up to 50 in the nights before",
    ),
    "no article was due": (night(QUIET), COMPLETE, None),
    "no article changed": (night(QUIET, fetched__article=50, status__304=50), COMPLETE, None),
    "nothing asked": (night({}), EMPTY, "nothing was asked for"),
    "fewer dated": (night(filled__date=32), EMPTY, "date in 64% of the articles, usually 96%"),
    "not so few dated": (night(filled__date=33), COMPLETE, None),
    "fewer authors": (night(filled__authors=14), EMPTY, "authors in 28% of the articles, usually 60%"),
    "no texts": (night(filled__text=0), EMPTY, "text in 0% of the articles, usually 100%"),
    "template lost": (
        night(template__lost=1, template__used=5, template__missed=45),
        REBUILT,
        "template lost: 45 of 50 articles stood outside the containers known",
    ),
    "template missed": (night(template__used=30, template__missed=20), COMPLETE, None),
    "nothing matches": (
        night({"page/2xx": 5, "named/article": 0}),
        REBUILT,
        "article_url matched none of the addresses on 5 pages, usually 120",
    ),
    "one matches": (night({**QUIET, "named/article": 60}), COMPLETE, None),
    "challenged": (night(not_article__challenge=19), BLOCKED, "19 of 61 answers turned us away: 19 × challenge pages"),
    "seldom challenged": (night(not_article__challenge=18), COMPLETE, None),
    "forbidden": (night({"status/403": 3, "status/200": 7, "page/2xx": 7}), BLOCKED, "3 of 10 answers turned us away: 3 × 403"),
    "asked for less": (night({"status/429": 30, "page/4xx": 10}), BLOCKED, "30 of 30 answers turned us away: 30 × 429"),
    "all forbidden": (night({"status/403": 1, "page/4xx": 1}), BLOCKED, "1 of 1 answers turned us away: 1 × 403"),
    "robots.txt": (night({"page/refused": 4}), BLOCKED, "all 4 addresses are not allowed: robots.txt, or no public host"),
    "no answer": (night({"page/failed": 2}), DEAD, "never answered: 2 × no answer"),
    "no host": (night({"page/failed": 2, "failure/dns": 6}), DEAD, "never answered: 6 × no such host"),
    "robots.txt without answer": (
        night({"failure/timeout": 3}, "robots unreachable"),
        DEAD,
        "never answered: 3 × no answer in time",
    ),
    "one answer": (night({"page/failed": 9, "page/2xx": 1}), INCOMPLETE, "9 of 10 addresses failed"),
}


@pytest.mark.parametrize(("tonight", "health", "reason"), TABLE.values(), ids=TABLE)
def test_verdict_after_usual_nights(tonight, health, reason):
    verdict = judge(tonight, nights())
    assert verdict.health is health
    assert verdict.reasons[:1] == ((reason,) if reason else ())


@pytest.mark.parametrize("counts", [{"page/2xx": 3, "page/5xx": 2}, {"status/403": 2, "status/200": 4, "page/2xx": 4}])
def test_a_small_site_may_fail_here_and_there(counts):
    assert judge(night(counts), []).health is COMPLETE


def test_the_first_nights_have_no_habit_to_break():
    little = night(named__article=3, fetched__listing=1, article__unchanged=0, filled__date=0)
    assert judge(little, nights(2)).health is COMPLETE
    assert judge(little, nights(3)).health is EMPTY


def test_only_whole_nights_make_a_habit():
    little = night(named__article=3)
    assert judge(little, nights(9, outcome="out of time") + nights(2)).health is COMPLETE


def test_small_numbers_jump_by_themselves():
    small = {**USUAL, "named/article": 9}
    assert judge(night(small, named__article=1), nights(counts=small)).health is COMPLETE
    assert judge(night({**small, "named/article": 1}), nights(counts={**small, "named/article": 10})).health is EMPTY


def test_what_a_site_shows_less_of_for_good_is_usual_in_the_end():
    less = {**USUAL, "named/article": 30}
    assert judge(night(less), nights(20) + nights(14, counts=less)).health is EMPTY
    assert judge(night(less), nights(20) + nights(16, counts=less)).health is COMPLETE


def test_a_run_that_was_cut_short_is_not_called_empty_too():
    verdict = judge(night(named__article=3, outcome="out of time"), nights())
    assert (verdict.health, len(verdict.reasons)) == (INCOMPLETE, 1)


def test_a_killed_process_took_its_counts_along():
    assert judge(night(article__unchanged=0, crawl__uncounted=1), nights()).health is COMPLETE


def test_the_verdict_explains_most_and_keeps_all_reasons():
    verdict = judge(night(status__403=40, page__failed=30, named__article=5), nights())
    assert verdict.health is BLOCKED
    assert [reason.split()[0] for reason in verdict.reasons] == ["40", "30", "5"]


def test_a_dead_site_says_since_when():
    dead = {"page/failed": 1, "failure/refused": 3}
    past = [*nights(8)[:5], *nights(3, counts=dead)]
    verdict = judge(night(dead), past)
    assert verdict.since == past[-3].started
    assert verdict.reasons == ("no answer for 4 nights, since 2026-11-21: 3 × connection refused",)
    assert judge(night(), past).since is None


def test_ranks_go_from_best_to_worst():
    assert [health.rank for health in Health] == [0, 1, 2, 3, 4, 5]
    assert NIGHTS == 30
