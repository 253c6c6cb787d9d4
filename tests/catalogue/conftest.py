"""A catalogue of one site with addresses and articles that are made up by number."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from scraper.article import Article, Paragraph, ReadBy, Span, article_id, plain_text
from scraper.catalogue import Address, AddressState, Catalogue, Fetch, FoundAddress, Frontier, Run, open_catalogue
from scraper.site import Kind

NOW = datetime(2024, 3, 1, 18, 0, 5, tzinfo=UTC)


def article(number: int = 1, text: str = "Sáng 27/6, Liên hiệp hội tổ chức hội thảo khoa học.", **changed: object) -> Article:
    """Return the reading of article ``number`` with ``text`` as its only paragraph."""
    blocks = (Paragraph(spans=(Span(text=text),)),)
    told = {
        "id": article_id("lam_giang", str(number)),
        "url": f"http://www.lamgiang.example.vn/tin/{number}.html",
        "canonical_url": f"https://lamgiang.example.vn/tin/{number}.html",
        "site": "lam_giang",
        "organisation": "Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh Lam Giang",
        "headline": f"Hội thảo khoa học lần thứ {number}",
        "blocks": blocks,
        "article_body": plain_text(blocks),
        "read_by": ReadBy(extractor="1"),
    }
    return Article(**(told | changed))  # type: ignore[arg-type]


def found(number: int = 1, kind: Kind = Kind.ARTICLE, **changed: object) -> FoundAddress:
    """Return address ``number`` as a page names it."""
    told = {
        "canonical": f"https://lamgiang.example.vn/tin/{number}.html",
        "url": f"http://www.lamgiang.example.vn/tin/{number}.html",
        "kind": kind,
        "depth": 1,
    }
    return FoundAddress(**(told | changed))  # type: ignore[arg-type]


def fetch(state: AddressState = AddressState.DONE, **changed: object) -> Fetch:
    """Return the answer that a page gives, due again in a month."""
    told = {"state": state, "moment": NOW, "due": NOW + timedelta(days=30), "status": 200}
    return Fetch(**(told | changed))  # type: ignore[arg-type]


@pytest.fixture(scope="session")
def now() -> datetime:
    return NOW


@pytest.fixture(scope="session")
def make_article() -> Callable[..., Article]:
    return article


@pytest.fixture(scope="session")
def make_found() -> Callable[..., FoundAddress]:
    return found


@pytest.fixture(scope="session")
def make_fetch() -> Callable[..., Fetch]:
    return fetch


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    with open_catalogue(tmp_path) as opened:
        yield opened


@pytest.fixture
def run(catalogue: Catalogue) -> Run:
    return catalogue.begin_run("lam_giang", NOW)


@pytest.fixture
def frontier(catalogue: Catalogue, run: Run) -> Frontier:
    return catalogue.frontier(run)


@pytest.fixture
def crawl(catalogue: Catalogue) -> Callable[[datetime], Frontier]:
    """Begin the next run over the site and return its frontier; the one before is finished."""

    def begin(moment: datetime) -> Frontier:
        before = catalogue.runs.unfinished("lam_giang")
        if before:
            catalogue.finish_run(before, moment, "finished", {})
        return catalogue.frontier(catalogue.begin_run("lam_giang", moment))

    return begin


@pytest.fixture
def known(catalogue: Catalogue) -> Callable[[int], Address]:
    """Return address ``number`` as the catalogue knows it."""

    def get(number: int = 1) -> Address:
        address = catalogue.addresses.get("lam_giang", found(number).canonical)
        assert address
        return address

    return get
