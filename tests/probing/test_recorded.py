"""The probe's measure: its definitions find the articles of recorded sites that nobody described for it."""

import json
from contextlib import closing

import pytest

from scraper.catalogue import read_catalogue
from scraper.urls import canonical

LABELLED = {
    "nukeviet": ("https://lhh-songhuong.example.vn/", "nukeviet-night1"),
    "wordpress": ("https://lienhiephoi-lamgiang.example.vn/", "wordpress-night1"),
}
REAL = {
    "dakrlap": ("http://dakrlap.daknong.gov.vn/", "dakrlap.daknong.gov.vn"),
    "sldtbxh": ("http://sldtbxh.daknong.gov.vn/", "sldtbxh.daknong.gov.vn"),
    "thanhtra": ("http://thanhtra.daknong.gov.vn/", "thanhtra.daknong.gov.vn"),
    "hoahongbach": ("http://thcshoahongbach.pgddonghung.edu.vn/", "thcshoahongbach.pgddonghung.edu.vn"),
    "jvn": ("http://www.jvn.edu.vn/", "www.jvn.edu.vn"),
}


def crawled(vusta, name, recording, sites, output):
    """Crawl a recorded site and return the canonical addresses of its articles."""
    done = vusta("crawl", name, "--replay", recording, "--sites", sites, "--output", output)
    assert done.returncode == 0, done.stderr
    with closing(read_catalogue(output)) as catalogue:
        return {canonical(article.url) for article in catalogue.articles(name)}


def probed(vusta, name, url, recording, folder):
    """Probe a recorded site and return the number of requests that took."""
    done = vusta("probe", url, "--name", name, "--replay", recording, "--write", folder)
    assert done.returncode == 0, done.stderr
    first = (folder / f"{name}.toml").read_text().splitlines()[0]
    return int(first.partition(" with ")[2].split()[0])


@pytest.mark.parametrize("name", LABELLED)
def test_the_labelled_articles_are_found(name, shared, vusta, tmp_path):
    url, file = LABELLED[name]
    recording = shared / f"sites/{file}.warc.gz"
    assert probed(vusta, name, url, recording, tmp_path) < 200
    found = crawled(vusta, name, recording, tmp_path, tmp_path / "output")
    labels = {canonical(json.loads(path.read_text())["url"]) for path in (shared / f"gold/sites/{name}").glob("*.json")}
    assert len(found & labels) >= 0.98 * len(labels)
    assert len(found - labels) <= 0.02 * len(found)


@pytest.mark.parametrize("name", REAL)
def test_the_articles_that_links_reach_are_found(name, shared, vusta, tmp_path, request):
    url, file = REAL[name]
    recording = shared / f"sites/{file}.warc.gz"
    assert probed(vusta, name, url, recording, tmp_path) < 200
    found = crawled(vusta, name, recording, tmp_path, tmp_path / "output")
    by_hand = crawled(vusta, name, recording, request.config.rootpath / "tests/sites", tmp_path / "by-hand")
    assert len(found & by_hand) >= 0.95 * len(by_hand)
    assert len(found - by_hand) <= 0.02 * len(found)
