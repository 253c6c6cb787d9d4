"""What a person sees of the evidence, and what the command refuses."""

import io
import re
from html.parser import HTMLParser

import pytest
from rich.console import Console

from scraper import demo as demonstration
from scraper.evidence import Part, explain
from scraper.explain import html_page, print_evidence
from scraper.extraction import read_page
from scraper.site import anonymous
from tests.extraction.shell import HEADLINE, URL, page

RECORDING = demonstration.recordings()[0]
PARAGRAPH = "Sáng ngày 30/9, tại hội trường trung tâm, Liên hiệp Hội tỉnh đã tổ chức hội nghị tổng kết công tác tư vấn. " * 3
EVIL = "<p>&lt;script&gt;alert(1)&lt;/script&gt; " + PARAGRAPH + '</p><p><img src="/a.jpg?x=&quot;&gt;&lt;b&gt;"></p>'


def evidence(body=f"<div><p>{PARAGRAPH}</p></div>", headline=HEADLINE, url=URL):
    return explain(read_page(page(body, headline), url), anonymous(url))


def printed(found, **options):
    stream = io.StringIO()
    print_evidence(found, Console(file=stream, **options))
    return stream.getvalue()


def refused(done):
    assert done.returncode == 2
    assert done.stdout == ""
    assert len(done.stderr.strip().splitlines()) == 1
    return done.stderr


class Tags(HTMLParser):
    """Collects the tags of a page and checks that they are closed."""

    def __init__(self, text):
        super().__init__()
        self.open, self.seen, self.texts = [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.seen.append(tag)
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.texts.append(data)


def test_without_a_terminal_each_line_is_one_line_without_colours():
    text = printed(evidence(), width=40)
    assert "\x1b" not in text
    assert f"| headline    {HEADLINE}  <- headline by heading" in text.splitlines()
    assert f"| text        {PARAGRAPH.strip()}  <- body by density" in text.splitlines()
    assert "in a menu or box: ul.menu" in text


def test_a_terminal_folds_lines_behind_their_labels():
    text = printed(evidence(), width=60, force_terminal=True, color_system=None)
    assert max(map(len, text.splitlines()[1:])) <= 60
    folded = text[text.index("| text ") :].splitlines()[1]
    assert folded[:14].isspace()
    assert folded[14:].strip() in PARAGRAPH


def test_a_terminal_gets_colours():
    assert "\x1b[" in printed(evidence(), width=80, force_terminal=True, color_system="standard")


def test_control_characters_of_a_page_do_not_reach_the_terminal():
    assert "\x1b" not in printed(evidence(f"<div><p>\x1b]0;x\x07 {PARAGRAPH}</p></div>", url=URL))


@pytest.mark.parametrize("found", [evidence(), evidence(EVIL, "<i>Tin</i>"), evidence(url=f"{URL}/page/2/")])
def test_the_page_is_whole_and_holds_nothing_active(found):
    text = html_page(found)
    tags = Tags(text)
    assert tags.open == []
    assert not {"script", "img", "iframe", "link", "a", "form", "b", "i"} & set(tags.seen)
    assert not re.search(r"url\(|@import", text)
    assert "default-src 'none'" in text
    assert "prefers-color-scheme: dark" in text


def test_the_page_shows_every_entry_with_its_label_and_reason():
    found = evidence()
    texts = "".join(Tags(html_page(found)).texts)
    for entry in found.entries:
        assert f"{entry.part}{entry.text}{entry.why}" in texts
    assert {entry.part for entry in found.entries} >= {Part.HEADLINE, Part.TEXT, Part.DATE, Part.LEFT_OUT}


def test_the_command_writes_the_page_and_prints_the_lines(vusta, tmp_path):
    (tmp_path / "page.html").write_bytes(page(f"<div><p>{PARAGRAPH}</p></div>"))
    done = vusta("extract", tmp_path / "page.html", "--url", URL, "--html", tmp_path / "why.html")
    assert done.returncode == 0, done.stderr
    assert f"| headline    {HEADLINE}" in done.stdout
    assert (tmp_path / "why.html").read_text("utf-8").endswith("</html>\n")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["page.html", "why.html"]


def test_a_recording_of_many_pages_wants_one_chosen(vusta, tmp_path):
    assert re.search(
        r"holds \d+ pages; choose one by its address with --url", refused(vusta("extract", RECORDING, "--explain"))
    )
    missing = vusta("extract", RECORDING, "--url", "https://a.example/", "--html", tmp_path / "why.html")
    assert "holds no page at https://a.example/" in refused(missing)
    assert list(tmp_path.iterdir()) == []


def test_one_page_of_a_recording_is_read_as_the_command_reads_all(vusta):
    import json

    record = json.loads(vusta("extract", RECORDING).stdout.splitlines()[-1])
    shown = vusta("extract", RECORDING, "--explain", "--url", record["url"]).stdout
    for paragraph in record["article_body"].split("\n\n"):
        assert paragraph.split(" | ")[0] in shown
    assert f"body           {record['read_by']['fields']['body']}" in shown


@pytest.mark.parametrize("name", ["folder", "missing/why.html", "page.html"])
def test_a_page_that_cannot_be_written_leaves_nothing(vusta, tmp_path, name):
    (tmp_path / "folder").mkdir()
    content = page(f"<div><p>{PARAGRAPH}</p></div>")
    (tmp_path / "page.html").write_bytes(content)
    assert name in refused(vusta("extract", tmp_path / "page.html", "--html", tmp_path / name))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["folder", "page.html"]
    assert (tmp_path / "page.html").read_bytes() == content
