"""The demo's sites crawled whole: what was written by us comes back, once, and nothing else."""

import gzip
import json

import pytest

from scraper.catalogue import read_catalogue
from scraper.demo.content import articles_of
from scraper.demo.record import SITES

WRITTEN = [(site, article) for site in SITES for article in articles_of(site)]


@pytest.fixture(scope="module")
def records(demo):
    output, _ = demo
    texts = [gzip.decompress(path.read_bytes()).decode() for path in sorted((output / "dump").glob("*/*.jsonl.gz"))]
    return [json.loads(line) for text in texts for line in text.splitlines()]


def test_every_article_is_found_once_and_nothing_else(records):
    found = sorted((record["site"], record["headline"]) for record in records)
    assert found == sorted((site, article.headline) for site, article in WRITTEN)


@pytest.mark.parametrize(("site", "written"), WRITTEN, ids=[f"{site}-{article.number}" for site, article in WRITTEN])
def test_the_record_says_what_was_written(records, site, written):
    record = next(one for one in records if one["site"] == site and one["headline"] == written.headline)
    body = record["article_body"]
    for block in written.blocks:
        if block.kind in ("p", "h", "q", "li"):
            for row in block.rows:
                assert row[0].strip("“”") in body
        if block.kind == "table":
            assert all(" | ".join(row) in body for row in block.rows)
        if block.kind == "img":
            file, caption, credit = (*block.rows[0], "", "")[:3]
            image = next(image for image in record["images"] if image["url"].endswith(f"/{file}"))
            assert image["caption"].startswith(caption)
            assert image["credit"] == credit
            assert not caption or caption not in body
    assert record["date_published"] == (stated(written.date) if written.date else None)
    assert sorted(record["authors"]) == sorted(written.authors)
    assert (record["source"] or "") == written.source
    assert [file["name"] for file in record["attachments"]] == [name for _, name in written.attachments]


def stated(moment):
    return f"{moment.isoformat()}+07:00" if hasattr(moment, "hour") else moment.isoformat()


NOISE = """GBTQ-2017-1-bis|Logo Hoi thi|banner-thu-vien|Đang truy cập|Lượt xem|lượt xem|25/11/2020|Hôm nay:|Có liên quan|Chia sẻ:
|Những tin khác|Các tin khác|Từ khóa:|In ra""".replace("\n", "").split("|")


def test_nothing_of_what_stands_around_the_articles_is_in_them(records):
    assert [(record["url"], word) for record in records for word in NOISE if word in record["article_body"]] == []


def test_every_record_points_to_its_capture(demo, records):
    from scraper.article import Article
    from scraper.captures import read_capture

    output, _ = demo
    for line in records[::7]:
        article = Article.model_validate(line)
        assert read_capture(output / "captures", article.capture).url == article.url


def test_the_change_log_has_one_entry_an_article(demo):
    output, _ = demo
    with read_catalogue(output) as catalogue:
        changes = list(catalogue.changes())
    assert [change.seq for change in changes] == list(range(1, len(WRITTEN) + 1))
    assert {change.kind for change in changes} == {"created"}


def test_a_second_crawl_changes_nothing(demo, vusta):
    output, _ = demo
    before = {path: path.read_bytes() for path in (output / "dump").glob("*/*.jsonl.gz")}
    again = vusta("demo", "--output", output)
    assert again.returncode == 0, again.stderr
    assert {path: path.read_bytes() for path in (output / "dump").glob("*/*.jsonl.gz")} == before != {}
    with read_catalogue(output) as catalogue:
        assert len(list(catalogue.changes())) == len(WRITTEN)


def test_the_demo_says_what_to_type_next(demo):
    _, done = demo
    assert f"{len(WRITTEN)} articles are in the archive" in done.stdout
    assert "vusta changes" in done.stdout
