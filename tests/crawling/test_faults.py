"""Sites that fail in every way, crawled side by side over real sockets: each ends as it should, and none holds up another."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from scraper.captures import read_captures
from scraper.catalogue import AddressState, read_catalogue
from tests.crawling.servers.faults import ARTICLES, FIRST, HOME, ROBOTS, Faults, serving_faults

ROOT = Path(__file__).parents[2]
CRAWL = """
import json, sys
from pathlib import Path
from scraper import settings
from scraper.crawling.run import crawl_sites
from scraper.definitions import load_sites
from spiders import PLATFORMS
from spiders.loader import spider_class

vars(settings).update(json.loads(sys.argv[3]))
sites = load_sites([Path(sys.argv[1])], [PLATFORMS])
results = crawl_sites(map(spider_class, sites.values()), Path(sys.argv[2]))
print(json.dumps({one.site: [one.outcome, one.counts, one.is_sound] for one in results}))
"""
QUICK = {
    "DOWNLOAD_TIMEOUT": 3,
    "DOWNLOAD_MAXSIZE": 4 << 20,
    "RETRY_BASE": 0.05,
    "BREAKER_FAILURES": 4,
    "BREAKER_PAUSE": 0.1,
    "BREAKER_LONGEST_PAUSE": 0.2,
}
"""Weather that passes quickly."""

NAMES = """errors busy many away hang dead trickle reset short bomb huge loop astray robotless ruled guarded suspicious nowhere
closed fast""".split()


@dataclass
class Night:
    """One night over all of them."""

    output: Path
    faults: Faults
    results: dict

    def outcome(self, name):
        return self.results[name][0]

    def counts(self, name, thing="failure"):
        return {key.partition("/")[2]: number for key, number in self.results[name][1].items() if key.startswith(f"{thing}/")}

    def asked(self, name):
        return self.faults.count(f"{name}.example")

    def address(self, name, path=FIRST):
        with read_catalogue(self.output) as catalogue:
            return catalogue.addresses.get(name, f"https://{name}.example{path}")

    def states(self, name):
        with read_catalogue(self.output) as catalogue:
            return catalogue.addresses.counts(name)

    def articles(self, name):
        with read_catalogue(self.output) as catalogue:
            return len(list(catalogue.articles(name)))


def definition(name, host=None, more=""):
    return f"""organisation = "Liên hiệp hội {name}"
status = "seen"
hosts = ["{host or f"http://{name}.example"}"]
delay = 0
article_url = '/bai/(?P<key>\\d+)$'
{more}"""


def crawled(folder, faults, **settings):
    """Crawl the sites defined in ``folder``/sites in a process of its own."""
    command = [sys.executable, "-c", CRAWL, str(folder / "sites"), str(folder / "output"), json.dumps(QUICK | settings)]
    env = {**os.environ, "http_proxy": faults.root, "https_proxy": faults.root, "no_proxy": "invalid,127.0.0.1"}
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    return Night(folder / "output", faults, json.loads(done.stdout))


def define(folder, **definitions):
    (folder / "sites").mkdir()
    for name, text in definitions.items():
        (folder / f"sites/{name}.toml").write_text(text, "utf-8")


@pytest.fixture(scope="module")
def night(tmp_path_factory):
    folder = tmp_path_factory.mktemp("faults")
    hosts = {"nowhere": "http://nowhere.invalid"}
    define(folder, **{name: definition(name, hosts.get(name)) for name in NAMES if name != "closed"})
    with serving_faults() as faults:
        yield crawled(folder, faults)


@pytest.mark.parametrize(
    ("name", "outcome", "failures"),
    [
        ("busy", "finished", {"status_5xx": 2}),
        ("many", "finished", {"status_429": 2}),
        ("away", "asked to wait", {"status_5xx": 1}),
        ("dead", "dead", {"timeout": 3}),
        ("trickle", "finished", {"slow": 3}),
        ("reset", "finished", {"reset": 3}),
        ("short", "finished", {"reset": 3}),
        ("bomb", "finished", {"too_large": 1}),
        ("huge", "finished", {"too_large": 1}),
        ("loop", "finished", {}),
        ("astray", "finished", {}),
        ("robotless", "robots unreachable", {"status_5xx": 3}),
        ("ruled", "finished", {}),
        ("guarded", "unwell", {"challenge": 1}),
        ("nowhere", "robots unreachable", {"dns": 3}),
        ("fast", "finished", {}),
    ],
)
def test_a_fault_has_its_outcome_and_its_count(night, name, outcome, failures):
    assert (night.outcome(name), night.counts(name)) == (outcome, failures)


@pytest.mark.parametrize(("name", "kind"), [("errors", "status_5xx"), ("hang", "timeout")])
def test_a_site_that_only_fails_is_left_after_three_openings_and_its_addresses_wait(night, name, kind):
    assert night.outcome(name) == "unwell"
    assert night.counts(name) == {kind: 6}  # four in a row, and one after each of two pauses
    assert sum(night.asked(name).values()) == 8  # robots.txt and the home page besides
    assert night.states(name)[AddressState.WAITING] > 0


def test_a_site_that_only_asks_whether_we_are_human_is_left_too(night):
    assert night.outcome("suspicious") == "unwell"
    assert night.counts("suspicious")["challenge"] in (6, 7)  # the next page is on its way before one is read
    assert night.states("suspicious")[AddressState.WAITING] > 0


@pytest.mark.parametrize(
    ("name", "whole"), [("fast", 12), ("busy", 12), ("many", 12), ("trickle", 11), ("reset", 11), ("short", 11)]
)
def test_what_does_answer_is_complete(night, name, whole):
    assert night.articles(name) == whole


@pytest.mark.parametrize(("name", "whole"), [("bomb", 11), ("huge", 11), ("loop", 9), ("astray", 9), ("ruled", 11)])
def test_what_is_sound_of_a_strange_site_is_complete(night, name, whole):
    assert night.articles(name) == whole


def test_only_whole_sites_are_sound(night):
    sound = {name for name, (_, _, is_sound) in night.results.items() if is_sound}
    assert sound == {"fast", "busy", "many", "trickle", "reset", "short", "bomb", "huge", "loop", "astray", "ruled"}


def test_a_site_whose_robots_txt_fails_is_asked_for_nothing_else(night):
    assert night.asked("robotless") == {ROBOTS: 3}
    assert night.states("robotless") == {AddressState.WAITING: 1}
    assert night.counts("robotless", "robots") == {"unreachable": 1}


def test_rules_are_followed_where_they_were_moved_to_and_captured(night):
    asked = night.asked("ruled")
    assert (asked[ROBOTS], asked["/quy-tac.txt"], asked["/bai/3"]) == (1, 1, 0)
    assert night.address("ruled", "/bai/3").state is AddressState.REFUSED
    captured = [one.url for path in night.output.glob("captures/ruled/*.warc.gz") for one in read_captures(path)]
    assert {"http://ruled.example/robots.txt", "http://ruled.example/quy-tac.txt"} <= set(captured)


def test_each_host_is_asked_once_for_its_robots_txt(night):
    assert {name: night.asked(name)[ROBOTS] for name in NAMES if night.asked(name)[ROBOTS] > 1} == {"robotless": 3}


def test_a_redirect_leads_neither_into_the_machine_nor_round_for_ever(night):
    assert set(night.faults.asked) & {"the machine itself", "127.0.0.1", "localhost"} == set()
    loop = night.asked("loop")
    assert (loop[FIRST], loop["/bai/1"]) == (1, 1)
    assert loop["/bai/2"] + loop["/bai/2/"] == 5


def test_who_sends_us_away_is_left_and_the_address_put_off(night):
    asked = night.asked("away")
    assert (asked[FIRST], sum(asked.values())) == (1, 3)
    address = night.address("away")
    assert address.state is AddressState.WAITING
    assert timedelta(hours=1) < address.due - datetime.now(UTC) < timedelta(hours=2)


def test_who_asked_for_less_is_asked_slower_the_next_night(night):
    with read_catalogue(night.output) as catalogue:
        paces = {name: catalogue.pace(name) for name in ("busy", "many", "away", "fast")}
    assert paces == {"busy": 2.0, "many": 2.0, "away": 1.0, "fast": 0.0}


def test_what_failed_is_kept_as_failed(night):
    states = {name: night.address(name).state for name in ("trickle", "reset", "short", "bomb", "huge")}
    assert set(states.values()) == {AddressState.FAILED}
    assert night.address("guarded", HOME).state is AddressState.FAILED


def test_a_refused_connection_is_no_leave_to_ask(tmp_path):
    with serving_faults() as faults:
        define(tmp_path, closed=definition("closed", "http://127.0.0.1:1"))
        night = crawled(tmp_path, faults, ALLOW_PRIVATE_HOSTS=True)
    assert (night.outcome("closed"), night.counts("closed")) == ("robots unreachable", {"refused": 3})


def test_nights_that_end_early_get_through_a_site_together(tmp_path):
    define(tmp_path, fast=definition("fast", more="most_pages = 6"))
    with serving_faults() as faults:
        nights = [(crawled(tmp_path, faults), sum(faults.count("fast.example").values())) for _ in range(4)]
    assert [night.outcome("fast") for night, _ in nights] == ["out of pages"] * 4
    assert [asked for _, asked in nights] == [7, 14, 21, 28]  # six pages and robots.txt a night
    assert nights[-1][0].articles("fast") == ARTICLES


def test_a_night_out_of_time_leaves_the_rest_waiting(tmp_path):
    define(tmp_path, trickle=definition("trickle", more="most_minutes = 0.01"))
    with serving_faults() as faults:
        night = crawled(tmp_path, faults, DOWNLOAD_TIMEOUT=2)
    assert night.outcome("trickle") == "out of time"
    assert night.states("trickle")[AddressState.WAITING] > 0
