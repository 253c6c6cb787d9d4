"""What is worth telling, and how it is said."""

from dataclasses import replace
from datetime import timedelta

import pytest

from scraper.catalogue import read_catalogue
from scraper.health import Health, Verdict, digest_of, is_failed, make_report
from scraper.health.report import report_of
from tests.health.conftest import DAY, TROUBLE, USUAL, night, nights

DEAD = TROUBLE["union_03"]
FEWER = {**USUAL, "named/article": 20}


def report(**sites):
    """Return the report of a night over sites that are given as the counts of the nights before and of this one."""
    return report_of(
        {
            name: (*nights(8)[:-1], night(before, number=29, site=name), *([night(now, site=name)] if now else []))
            for name, (before, now) in sites.items()
        },
        DAY,
    )


def test_one_digest_tells_what_became_worse_with_its_reasons(output):
    with read_catalogue(output) as catalogue:
        digest = digest_of(make_report(catalogue, DAY))
    assert digest.subject == "vusta 2026-11-24: union_03 dead and 5 more"
    lines = digest.text.splitlines()
    assert lines[0] == "59 of 64 sites complete, 5 need attention."
    assert "- union_03: dead, before complete" in lines
    assert "    never answered: 4 × no such host" in lines
    assert "Not read: lost_union" in lines
    assert len(lines) < 24


def test_a_good_night_is_not_told(output):
    with read_catalogue(output) as catalogue:
        assert digest_of(make_report(catalogue, DAY - timedelta(days=10))) is None


@pytest.mark.parametrize(
    ("before", "now", "told"),
    [
        (USUAL, FEWER, True),
        (FEWER, DEAD, True),
        (FEWER, FEWER, False),
        (DEAD, DEAD, False),
        (DEAD, FEWER, False),
        (DEAD, USUAL, False),
        (USUAL, USUAL, False),
        (USUAL, None, True),
    ],
)
def test_only_what_is_worse_than_the_night_before_is_told(before, now, told):
    others = {f"other_{number}": (USUAL, USUAL) for number in range(3)}
    assert (digest_of(report(cao_bang=(before, now), **others)) is not None) is told


def test_what_lasts_and_what_recovered_is_named_in_a_digest_that_is_sent_anyway():
    digest = digest_of(report(a=(USUAL, FEWER), b=(DEAD, DEAD), c=(FEWER, USUAL), d=(USUAL, USUAL)))
    assert digest.subject == "vusta 2026-11-24: a suspiciously empty"
    assert "As before, or better: b (dead)" in digest.text
    assert "Complete again: c" in digest.text


def test_a_site_that_was_never_read_before_is_told_of():
    digest = digest_of(report_of({"new": (night(DEAD, site="new"),), "old": (*nights(3), night())}, DAY))
    assert "- new: dead, before never read" in digest.text


@pytest.mark.parametrize(("dead", "failed"), [(2, False), (3, True)])
def test_a_night_fails_where_less_than_half_of_the_sites_was_read(dead, failed):
    sites = {f"site_{number}": (DEAD, DEAD) if number < dead else (USUAL, USUAL) for number in range(4)}
    found = report(**sites)
    assert is_failed(found) is failed
    if failed:
        assert digest_of(found).subject == "vusta 2026-11-24: the night failed, 1 of 4 sites read"


def test_a_night_without_any_site_failed():
    found = report(a=(USUAL, None), b=(USUAL, None))
    assert is_failed(found)
    assert digest_of(found).subject == "vusta 2026-11-24: the night failed, 0 of 2 sites read"


def test_an_empty_site_was_read():
    found = report(a=(FEWER, FEWER), b=(USUAL, USUAL))
    emptied = replace(found, sites=tuple(replace(one, verdict=Verdict(Health.EMPTY, ("",))) for one in found.sites))
    assert not is_failed(emptied)
