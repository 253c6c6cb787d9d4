"""A doubtful record is stored like any other, counted, and marked wherever a person sees it."""

import io

import pytest
from rich.console import Console

from pipelines.doorway import Doorway
from scraper import terminal
from scraper.evidence import explain
from scraper.explain import html_page, print_evidence
from scraper.extraction import read_page
from scraper.extraction.doubts import DOUBTS
from scraper.site import anonymous
from tests.extraction.shell import HEADLINE, URL, page

PARAGRAPH = "Sáng ngày 30/9, tại hội trường trung tâm, Liên hiệp Hội tỉnh đã tổ chức hội nghị tổng kết công tác tư vấn. " * 3
DOUBT = "headline-unprinted"


@pytest.fixture
def doubtful():
    body = page(f"<div class='noi-dung'><p>{PARAGRAPH}</p><p>{PARAGRAPH.replace('30', '29')}</p></div>")
    found = explain(read_page(body.replace(f"<h1>{HEADLINE}</h1>".encode(), b""), URL), anonymous(URL))
    assert found.article.read_by.doubts == (DOUBT,)
    return found


def test_both_views_name_it_first_and_say_what_it_means(doubtful):
    stream = io.StringIO()
    print_evidence(doubtful, Console(file=stream, width=200))
    text, markup = stream.getvalue(), html_page(doubtful)
    assert text.index(f"doubt {DOUBT}: {DOUBTS[DOUBT][1]}") < text.index("headline  ")
    assert markup.index(DOUBT) < markup.index("<table>")
    assert DOUBTS[DOUBT][1] in markup


def test_show_marks_it(doubtful, monkeypatch):
    stream = io.StringIO()
    monkeypatch.setattr(terminal, "out", Console(file=stream, width=200))
    terminal.print_record(doubtful.article)
    assert f"doubt {DOUBT}" in stream.getvalue()


class Stats(dict):
    def inc_value(self, key):
        self[key] = self.get(key, 0) + 1


def test_a_crawl_counts_it(doubtful):
    stats = Stats()
    Doorway(None, stats).count_doubts(doubtful.article)
    assert stats == {f"doubt/{DOUBT}": 1}
