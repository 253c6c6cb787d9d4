"""What a crawl learns of a site's pages, the next one uses; and neither that nor a better program makes news of an old page."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from scraper.catalogue import read_catalogue
from scraper.demo.pages import Answer
from scraper.demo.record import record, robots
from scraper.inputs import articles_in_warc
from tests.extraction.shell import page
from tests.extraction.test_template import STANDING, TOPICS, text_of

HOST = "lienhiephoi.example.vn"
DEFINITION = f"""organisation = "Liên hiệp Hội tỉnh"
status = "seen"
hosts = ["https://{HOST}"]
start = ["/tin-tuc/"]
article_url = '^https://lienhiephoi\\.example\\.vn/tin-tuc/(?P<key>\\d+)\\.html$'
listing_url = ['/tin-tuc/$']
"""
ARTICLES = range(12)
VISITS = "Đã có {} lượt người vào mục này kể từ đầu năm nay cho tới hôm nay."


def old_shape(number: int, night: int) -> str:
    """Return a body under which the site prints two lines of its own, one of which differs each night."""
    edited = "<p>Cập nhật: hội thảo sẽ họp lại vào đầu tháng mười một.</p>" if (number, night) == (3, 2) else ""
    return f"<div class='khung'>{text_of(TOPICS[number])}{edited}<p>{STANDING}</p><p>{VISITS.format(100 * night)}</p></div>"


def new_shape(number: int, night: int) -> str:
    """Return the same text in another container."""
    return f"<section><div class='than-bai'>{text_of(TOPICS[number])}</div></section>"


def recording(path: Path, shape, night: int, articles: Iterable[int] = ARTICLES) -> Path:
    """Write what the site answers in one night to ``path``."""
    links = "".join(f"<li><a href='/tin-tuc/{number}.html'>Hội thảo về {TOPICS[number]}</a></li>" for number in articles)
    listing = f"<html><body><h1>Tin tức</h1><ul>{links}</ul></body></html>".encode()
    answers = [robots(), Answer("/tin-tuc/", listing, "text/html; charset=utf-8")]
    for number in articles:
        body = page(shape(number, night), f"Hội thảo khoa học về {TOPICS[number]} năm nay")
        answers.append(Answer(f"/tin-tuc/{number}.html", body, "text/html; charset=utf-8"))
    path.write_bytes(b"".join(record(HOST, answer) for answer in answers))
    return path


@pytest.fixture(scope="module")
def nights(tmp_path_factory, vusta):
    """Output folder and what the command said, of four nights: as it is, one article edited, rebuilt, and once more."""
    folder = tmp_path_factory.mktemp("template")
    (folder / "sites").mkdir()
    (folder / "sites/union.toml").write_text(DEFINITION, "utf-8")
    said = []
    for night, shape in enumerate((old_shape, old_shape, new_shape, new_shape), start=1):
        warc = recording(folder / f"{night}.warc.gz", shape, night)
        arguments = ("crawl", "union", "--full", "--sites", folder / "sites", "--output", folder / "output", "--replay", warc)
        done = vusta(*arguments)
        assert done.returncode == 0, done.stderr
        said.append(done.stderr)
    return folder / "output", said


@pytest.fixture(scope="module")
def counts(nights):
    """The counts of the four runs, in order."""
    with read_catalogue(nights[0]) as catalogue:
        return [run.counts for run in reversed(catalogue.runs.of_site("union"))]


def test_the_first_night_reads_without_a_template(counts):
    assert counts[0]["article/new"] == len(ARTICLES)
    assert not [name for name in counts[0] if name.startswith("template/")]


def test_what_was_learned_makes_no_news_of_pages_that_nobody_touched(counts):
    assert (counts[1]["article/unchanged"], counts[1]["article/changed"]) == (len(ARTICLES) - 1, 1)
    assert counts[1]["template/used"] == len(ARTICLES)


def test_an_article_that_was_edited_is_read_with_the_template(nights):
    with read_catalogue(nights[0]) as catalogue:
        (article,) = catalogue.find(f"https://{HOST}/tin-tuc/3.html")
        before, edited = catalogue.history(article.id)[:2]
    assert STANDING in before.article_body
    assert "hội thảo sẽ họp lại" in edited.article_body
    assert STANDING not in edited.article_body


def test_a_rebuilt_site_is_reported_once(nights, counts):
    said = nights[1]
    assert ["template lost" in night for night in said] == [False, False, True, False]
    assert (counts[2]["template/lost"], counts[2]["template/missed"]) == (1, len(ARTICLES))
    assert (counts[3]["template/used"], "template/lost" in counts[3]) == (len(ARTICLES), False)


def test_the_old_shape_is_forgotten(nights):
    with read_catalogue(nights[0]) as catalogue:
        known = catalogue.template("union").template.known
    assert [name.partition("<")[0] for name in known] == ["div.than-bai"]


@pytest.mark.parametrize(("count", "learned"), [(12, True), (7, False)])
def test_a_warc_with_enough_pages_of_a_site_teaches_its_template_first(tmp_path, count, learned):
    found = list(articles_in_warc(recording(tmp_path / "night.warc.gz", old_shape, 1, range(count)), {}))
    assert len(found) == count
    assert [STANDING in article.article_body for article in found] == [not learned] * count
