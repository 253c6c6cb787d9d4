"""What was written for the demo: enough, well formed, and with every trap that real sites set."""

import unicodedata
from datetime import datetime
from difflib import SequenceMatcher

import pytest

from scraper.demo.content import articles_of, read_block
from scraper.demo.record import RECORDED, SITES

WRITTEN = [(site, article) for site in SITES for article in articles_of(site)]
EVERY = [article for _, article in WRITTEN]
NAMES = [f"{site}-{article.number}" for site, article in WRITTEN]


def text_of(article):
    return "\n".join(" | ".join(row) for block in article.blocks if block.kind != "img" for row in block.rows)


def test_there_are_more_than_forty_articles():
    assert len(EVERY) >= 42
    assert len({article.slug for article in EVERY}) == len(EVERY)
    assert len({article.headline for article in EVERY}) == len(EVERY)


@pytest.mark.parametrize("article", EVERY, ids=NAMES)
def test_an_article_is_typed_cleanly(article):
    words = "\n".join((article.headline, article.lead, article.body))
    assert words == unicodedata.normalize("NFC", words)
    assert not any(unicodedata.category(letter) in ("Cf", "Zs") and letter != " " for letter in words)
    assert not set("ƣƢðÐ") & set(words)
    assert "  " not in words
    assert len(text_of(article).split()) >= 40


@pytest.mark.parametrize("article", EVERY, ids=NAMES)
def test_its_dates_lie_before_the_recording(article):
    if article.updated:
        assert article.date < article.updated
    moment = article.updated or article.date
    if moment:
        assert f"{moment:%Y-%m-%d}" < f"{RECORDED:%Y-%m-%d}"


@pytest.mark.parametrize("site", SITES)
def test_articles_stand_in_order_of_publication(site):
    days = [f"{article.date:%Y-%m-%d}" for article in articles_of(site) if article.date]
    assert days == sorted(days)


@pytest.mark.parametrize(
    "has",
    [
        lambda article: article.date is None,
        lambda article: article.date and not isinstance(article.date, datetime),
        lambda article: article.updated,
        lambda article: len(article.authors) > 1,
        lambda article: not article.authors,
        lambda article: article.source,
        lambda article: article.lead,
        lambda article: len(article.attachments) > 1,
        lambda article: article.tags,
        lambda article: sum(block.kind == "img" for block in article.blocks) > 1,
        lambda article: all(block.kind != "img" for block in article.blocks),
        lambda article: any(block.kind == "img" and block.picture.credit for block in article.blocks),
        lambda article: any(block.kind == "img" and block.picture.left for block in article.blocks),
        lambda article: any(block.kind == "img" and not block.picture.caption for block in article.blocks),
        lambda article: "worn-letters" in article.quirks,
        lambda article: "windows-1258" in article.quirks,
        lambda article: text_of(article).isascii(),
    ],
    ids="undated,day-alone,updated,two-authors,unsigned,source,lead,attachments,tags,pictures,no-picture,credit,file-name-line,"
    "no-caption,worn-letters,windows-1258,english".split(","),
)
def test_every_kind_of_article_is_there(has):
    assert any(has(article) for article in EVERY)


def test_every_kind_of_block_is_there():
    assert {block.kind for article in EVERY for block in article.blocks} == {"p", "h", "li", "q", "img", "table"}


def likeness(one, other):
    return SequenceMatcher(None, text_of(one).split(), text_of(other).split()).ratio()


def test_one_article_is_the_copy_of_another_sites_with_a_new_beginning():
    copy = next(article for article in articles_of("truongson") if article.source.endswith(".example"))
    first = max(articles_of("songhong"), key=lambda article: likeness(article, copy))
    assert copy.source == SITES["songhong"][0]
    assert likeness(first, copy) > 0.8
    assert (first.headline, first.blocks[0]) != (copy.headline, copy.blocks[0])


def test_two_articles_look_alike_and_are_no_copies():
    fifth, sixth = (article for article in EVERY if article.slug.endswith(("ky-thuat-lan-thu-v", "ky-thuat-lan-thu-vi")))
    assert 0.3 < likeness(fifth, sixth) < 0.8


def test_tables_are_rectangular():
    tables = [block.rows for article in EVERY for block in article.blocks if block.kind == "table"]
    assert all(len({len(row) for row in rows}) == 1 < len(rows) for rows in tables)


@pytest.mark.parametrize(
    ("part", "kind", "rows"),
    [
        ("Một dòng\nhai dòng", "p", (("Một dòng hai dòng",),)),
        ("## Kết quả", "h", (("Kết quả",),)),
        ("- một\n- hai", "li", (("một",), ("hai",))),
        ("> Lời nói.", "q", (("Lời nói.",),)),
        ("| a | b |\n| c | d |", "table", (("a", "b"), ("c", "d"))),
        ("! x.jpg", "img", (("x.jpg",),)),
    ],
)
def test_blocks_are_read_by_their_mark(part, kind, rows):
    block = read_block(part)
    assert (block.kind, block.rows) == (kind, rows)


def test_a_picture_has_four_parts():
    picture = read_block("! ban/hop-1.jpg | Quang cảnh | | IMG_0452").picture
    assert picture == ("ban/hop-1.jpg", "Quang cảnh", "", "IMG_0452")
    assert picture.stem == "ban/hop-1"
