"""Each recorded article page gives the record of what was written, field by field, without a crawl."""

import pytest

from scraper.demo.content import articles_of
from scraper.demo.cuulong import path_of as cuulong_path
from scraper.demo.record import SITES
from scraper.demo.songhong import path_of as songhong_path
from scraper.extraction import extract, read_page

PATHS = {"songhong": songhong_path, "truongson": lambda article: f"/{article.slug}/", "cuulong": cuulong_path}
WRITTEN = [(site, article) for site in SITES for article in articles_of(site)]


@pytest.fixture(params=WRITTEN, ids=[f"{site}-{article.number}" for site, article in WRITTEN])
def read(request, answers, sites):
    """The record read from a page, and the article that it prints."""
    site, article = request.param
    answer = answers[f"https://{SITES[site][0]}{PATHS[site](article)}"]
    return extract(read_page(answer.body, answer.url, answer.content_type), sites[site]), article


def paragraphs_of(article):
    lines = ([article.lead] if article.lead else []) + [
        " | ".join(row) for block in article.blocks if block.kind != "img" for row in block.rows
    ]
    return [line.strip("“”") for line in lines]


def test_the_text_is_what_was_written_and_nothing_else(read):
    record, article = read
    assert [line.strip("“”") for line in record.article_body.split("\n\n")] == paragraphs_of(article)
    assert (record.headline, record.description or "") == (article.headline, article.lead)


def test_the_dates_are_those_that_were_written(read):
    record, article = read
    assert [moment and f"{moment:%d/%m/%Y}" for moment in (record.date_published, record.date_modified)] == [
        moment and f"{moment:%d/%m/%Y}" for moment in (article.date, article.updated)
    ]


def test_the_names_are_those_that_were_written(read):
    record, article = read
    assert (record.authors, record.source or "", record.section) == (article.authors, article.source, article.section)


def test_the_pictures_have_their_captions_and_credits(read):
    record, article = read
    pictures = [block.picture for block in article.blocks if block.kind == "img"]
    assert [image.url.rpartition("/")[2] for image in record.images] == [picture.file for picture in pictures]
    assert [image.credit for image in record.images] == [picture.credit for picture in pictures]
    assert all(image.caption.startswith(picture.caption) for image, picture in zip(record.images, pictures, strict=True))
    assert not [
        image.caption for image, picture in zip(record.images, pictures, strict=True) if image.caption and not picture.caption
    ]


def test_files_are_offered_with_the_names_that_were_written(read):
    record, article = read
    assert [file.name for file in record.attachments] == [name for _, name in article.attachments]
