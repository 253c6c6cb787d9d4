"""A probe of the bundled sites, and the crawl with the definition that it wrote."""

import json
from contextlib import closing
from pathlib import Path

import pytest

from scraper import demo as demonstration
from scraper.catalogue import read_catalogue
from scraper.definitions import load_platforms, load_site
from spiders import PLATFORMS

SITES = demonstration.sites(PLATFORMS)
REPLAY = [argument for path in demonstration.recordings() for argument in ("--replay", path)]


@pytest.fixture(scope="module", params=sorted(SITES))
def probed(request, vusta, tmp_path_factory):
    """The demo's own definition of a site, the folder with the probed one, and what the command did."""
    site = SITES[request.param]
    folder = tmp_path_factory.mktemp("probed")
    done = vusta("probe", site.hosts[0], *REPLAY, "--name", site.name, "--write", folder)
    return site, folder, done


def test_the_definition_is_sound_and_says_on_what_evidence(probed):
    site, folder, done = probed
    assert done.returncode == 0, done.stderr
    path = folder / f"{site.name}.toml"
    found = load_site(path, load_platforms([PLATFORMS]))
    assert found.article_url
    assert "articles read" in path.read_text().splitlines()[0]
    assert "Written to" in done.stderr


def test_a_crawl_with_it_finds_what_one_with_the_own_definition_finds(probed, demo, vusta, tmp_path):
    site, folder, _ = probed
    done = vusta("crawl", site.name, "--sites", folder, *REPLAY, "--output", tmp_path)
    assert done.returncode == 0, done.stderr
    with closing(read_catalogue(tmp_path)) as probe, closing(read_catalogue(demo[0])) as own:
        found = {(one.headline, one.date_published) for one in probe.articles(site.name)}
        expected = {(one.headline, one.date_published) for one in own.articles(site.name)}
    assert len(found & expected) >= 0.98 * len(expected)
    assert len(found - expected) <= 0.02 * len(expected)


def test_without_a_folder_the_definition_is_printed(vusta):
    site = SITES["songhong"]
    done = vusta("probe", site.hosts[0], *REPLAY)
    assert done.returncode == 0
    assert 'status = "seen"' in done.stdout
    assert "date" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["https://khong-co.example/"], "https://khong-co.example/: status 404"),
        (["mailto:a@b.vn"], "mailto:a@b.vn"),
    ],
)
def test_what_cannot_be_probed_is_told_in_one_line(arguments, told, vusta):
    done = vusta("probe", *arguments, "--replay", demonstration.recordings()[0])
    assert done.returncode == 2
    assert told in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_definition_is_never_written_over(vusta, tmp_path):
    (tmp_path / "a.toml").write_text("# mine\n")
    done = vusta("probe", "https://a.vn/", "--name", "a", "--write", tmp_path, "--replay", demonstration.recordings()[0])
    assert done.returncode == 2
    assert "exists already" in done.stderr
    assert (tmp_path / "a.toml").read_text() == "# mine\n"


@pytest.fixture
def known(tmp_path):
    """A folder with the demo's definitions."""
    for path in (Path(demonstration.__file__).parent / "definitions").glob("*.toml"):
        (tmp_path / path.name).write_text(path.read_text())
    return tmp_path


def test_the_live_check_tells_what_fits(vusta, known):
    done = vusta("sites", "check", "--live", "--json", "--sites", known, *REPLAY)
    checks = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0, done.stdout
    assert {check["site"] for check in checks} == set(SITES)
    assert all(check["fits"] and check["article"]["headline"] for check in checks)


def test_the_live_check_tells_what_does_not(vusta, known):
    path = known / "cuulong.toml"
    path.write_text(path.read_text().replace("NewsDetail", "TinTuc"))
    done = vusta("sites", "check", "--live", "cuulong", "--sites", known, *REPLAY)
    assert done.returncode == 1
    assert done.stdout.startswith("fails cuulong: no start page links to an article by article_url")
