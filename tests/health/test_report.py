"""The report of the last of 30 nights over 64 sites: its numbers, its page, its files, its screen."""

import json
import re
from collections import Counter
from dataclasses import replace
from datetime import timedelta
from io import StringIO

import pytest
from lxml import etree
from rich.console import Console

from scraper.catalogue import read_catalogue
from scraper.health import Health, make_report, print_report, write_report
from scraper.health.page import html_page
from scraper.health.tables import as_data, metrics
from tests.health.conftest import DAY, NIGHTS, SITES, TROUBLE, USUAL

VERDICTS = {
    "union_03": ("dead", "never answered: 4 × no such host"),
    "union_07": ("blocked", "51 of 60 answers turned us away: 51 × 403"),
    "union_11": ("rebuilt", "template lost: 48 of 50 articles stood outside the containers known"),
    "union_19": ("suspiciously empty", "20 addresses of articles named, usually 120"),
    "union_23": ("incomplete", "20 of 80 addresses failed"),
}


@pytest.fixture(scope="module")
def report(output):
    with read_catalogue(output) as catalogue:
        return make_report(catalogue, DAY)


@pytest.fixture(scope="module")
def page(report):
    text = html_page(report)
    return text, etree.fromstring(text.removeprefix("<!DOCTYPE html>\n"))


def by_hand(*names):
    """Add up counts of the last night over all sites."""
    return sum(TROUBLE.get(site, USUAL).get(name, 0) for site in SITES for name in names)


def test_numbers_are_those_counted_by_hand(report):
    data = as_data(report)
    assert data["totals"]["sites"] == 64
    assert data["totals"]["pages"] == by_hand("page/2xx") == 62 * 60 + 9
    assert data["totals"]["articles"] == {
        "new": by_hand("article/new"),
        "changed": by_hand("article/changed"),
        "unchanged": by_hand("article/unchanged"),
        "restored": 0,
        "twin": 0,
    }
    assert data["verdicts"] == {**Counter(told for told, _ in VERDICTS.values()), "complete": 59}
    assert data["totals"]["failures"] == {"forbidden (403)": 51, "no answer in time": 20, "no such host": 4}


def test_history_is_added_up_night_by_night(report):
    history = as_data(report)["history"]
    assert [day["date"] for day in history] == [str(DAY - timedelta(days=back)) for back in range(NIGHTS - 1, -1, -1)]
    assert [(day["new"], day["changed"]) for day in history[:25]] == [(65 * 4, 65)] * 25
    assert [(day["new"], day["changed"]) for day in history[25:29]] == [(64 * 4, 64)] * 4
    assert history[0]["verdicts"] == {"complete": 65}
    assert history[-1]["verdicts"] == {**Counter(told for told, _ in VERDICTS.values()), "complete": 59}


def test_trouble_comes_worst_first_and_with_its_reason(report):
    assert [one.site for one in report.trouble] == list(VERDICTS)
    assert {one.site: (one.verdict.health, one.verdict.reasons[0]) for one in report.trouble} == VERDICTS
    assert report.unread == ("lost_union",)
    assert report.sentence == "59 of 64 sites complete, 5 need attention."


def test_each_site_is_told_in_full(report):
    told = {site["site"]: site for site in as_data(report)["sites"]}
    assert list(told) == SITES
    usual = told["union_00"]
    assert (usual["verdict"], usual["reasons"], usual["verdict_before"], usual["outcome"]) == (
        "complete",
        [],
        "complete",
        "finished",
    )
    assert usual["fill"] == {"date": 0.96, "authors": 0.6, "section": 1.0, "text": 1.0}
    assert (usual["milliseconds"], usual["pages"], usual["addresses"]) == (100, {"2xx": 60}, {"done": 170})
    assert (usual["started"], usual["ended"]) == ("2026-11-23T19:00:00+00:00", "2026-11-23T19:30:00+00:00")
    assert (told["union_03"]["dead_since"], told["union_03"]["milliseconds"]) == ("2026-11-23T19:00:03+00:00", None)


def test_an_earlier_night_knows_nothing_of_later_ones(output):
    with read_catalogue(output) as catalogue:
        report = make_report(catalogue, DAY - timedelta(days=10))
    assert report.sentence == "All 65 sites complete."
    assert (report.unread, report.trouble) == ((), ())
    assert [day.sites for day in report.history] == [0] * 10 + [65] * 20


def test_the_page_is_well_formed_and_needs_nothing_else(page):
    text, tree = page
    assert not tree.xpath("//script | //link | //img | //iframe | //object | //@href | //@src | //@style")
    assert not re.search(r"https?:|url\(|@import|javascript:", text)
    assert not [name for element in tree.iter() for name in element.attrib if name.startswith("on")]


def test_the_page_draws_every_night_and_site(page):
    _, tree = page
    rows = tree.xpath('//div[@class="heat"]/div')
    assert len(rows) == 65
    assert {len(row.findall("svg/rect")) for row in rows} == {NIGHTS}
    assert [row.findtext("span") for row in rows[:5]] == list(VERDICTS)
    assert Counter(rect.get("class") for row in rows for rect in row.iter("rect")) == {
        "complete": 64 * 30 - 5 + 25,
        "none": 5,
        **dict.fromkeys(("dead", "blocked", "rebuilt", "empty", "incomplete"), 1),
    }
    columns = tree.xpath('//div[@class="chart"]//g/title')
    assert len(columns) == NIGHTS
    assert columns[0].text == "2026-10-26: 260 new, 65 changed, 65 sites"
    assert len(tree.xpath("//tbody/tr")) == 64


def test_the_page_tells_trouble_with_all_reasons(page):
    _, tree = page
    cards = tree.xpath('//ul[@class="trouble"]/li')
    assert [card.findtext("b") for card in cards] == [*VERDICTS, "Not read this night"]
    assert [reason.text for reason in cards[3].findall("p")] == ["20 addresses of articles named, usually 120"]


def test_what_comes_from_runs_is_escaped(report):
    evil = report.trouble[4]
    night = replace(evil.night, site="<q>&")
    one = replace(evil, night=night, verdict=replace(evil.verdict, reasons=("<script>1</script>",)))
    text = html_page(replace(report, sites=(one,), unread=("<i>",), grid={"<u>": {DAY: one.verdict}}))
    etree.fromstring(text.removeprefix("<!DOCTYPE html>\n"))
    assert not re.search(r"<script|<q>|<i>|<u>", text)


def test_files_are_written_whole(report, tmp_path):
    folder = write_report(report, tmp_path)
    assert folder == tmp_path / "runs" / "2026-11-24"
    assert sorted(path.name for path in folder.iterdir()) == ["metrics.prom", "report.html", "report.json"]
    assert json.loads((folder / "report.json").read_text("utf-8")) == json.loads(json.dumps(as_data(report)))


def test_metrics_follow_the_text_format(report):
    text = metrics(report)
    line = re.compile(r'(# (HELP|TYPE) vusta_\w+ .+|vusta_\w+(\{\w+="[^"\n]*"(,\w+="[^"\n]*")*\})? -?[\d.e+]+)')
    assert text.endswith("\n")
    assert all(line.fullmatch(one) for one in text.splitlines())
    assert 'vusta_sites{verdict="complete"} 59\n' in text
    assert 'vusta_site_verdict{site="union_03"} 5\n' in text
    assert "vusta_sites_unread 1\n" in text
    assert 'vusta_site_answer_seconds{site="union_00"} 0.1\n' in text


def test_metrics_are_read_by_the_parser_of_prometheus(report):
    parser = pytest.importorskip("prometheus_client.parser")
    families = {family.name: family for family in parser.text_string_to_metric_families(metrics(report))}
    assert sum(sample.value for sample in families["vusta_sites"].samples) == 64


def test_64_sites_fit_in_one_look(report):
    screen = StringIO()
    print_report(report, Console(file=screen, width=80, force_terminal=True, color_system=None))
    lines = screen.getvalue().splitlines()
    assert len(lines) <= 24
    assert max(map(len, lines)) <= 80
    assert lines[0] == "Night of 2026-11-24: 59 of 64 sites complete, 5 need attention."
    assert lines[1].split() == "union_03 dead never answered: 4 × no such host".split()
    assert lines[-2:] == [
        "  not read: lost_union",
        f"  59 complete; articles: {by_hand('article/new')} new, {by_hand('article/changed')} changed, "
        f"{by_hand('article/unchanged'):,} unchanged; 3,729 pages",
    ]


def test_a_pipe_gets_reasons_whole(report):
    screen = StringIO()
    print_report(report, Console(file=screen, width=40))
    assert "template lost: 48 of 50 articles stood outside the containers known" in screen.getvalue()


def test_a_night_where_everything_fails_still_fits(report):
    bad = [replace(one, verdict=report.trouble[0].verdict) for one in report.sites]
    screen = StringIO()
    print_report(replace(report, sites=tuple(bad)), Console(file=screen, width=120))
    assert len(screen.getvalue().splitlines()) <= 24
    assert "and 46 more: union_18, " in screen.getvalue()


def test_health_has_a_colour_for_each(page):
    text, _ = page
    for name in ("complete", "incomplete", "empty", "rebuilt", "blocked", "dead", "none", "new", "changed"):
        assert text.count(f"--{name}: #") == 2, name
    assert len(Health) == 6
