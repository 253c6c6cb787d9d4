"""A page as a server sends it, and files of such pages."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from scraper.article import Capture
from scraper.captures import CaptureWriter, Exchange

STARTED = datetime(2024, 3, 1, 18, 0, 5, tzinfo=UTC)


def page(number: int = 1, **changed: object) -> Exchange:
    """Return the exchange that fetched page ``number``."""
    told = {
        "url": f"https://lienhiephoi.example.vn/tin-tuc/hoi-thao-{number}.html",
        "status": 200,
        "reason": "OK",
        "body": f"<h1>Hội thảo khoa học lần thứ {number}</h1><p>Sáng nay, tại hội trường tỉnh…</p>".encode(),
        "fetched": STARTED + timedelta(seconds=number, microseconds=7),
        "request_headers": (("User-Agent", "vusta-archive"), ("Accept-Language", "vi")),
        "response_headers": (
            ("Content-Type", "text/html; charset=utf-8"),
            ("Content-Encoding", "gzip"),
            ("Content-Length", "71"),
        ),
        "ip_address": "192.0.2.7",
    }
    return Exchange(**(told | changed))  # type: ignore[arg-type]


@pytest.fixture
def make_page() -> Callable[..., Exchange]:
    return page


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "captures"


@pytest.fixture
def make_writer(folder: Path) -> Callable[..., CaptureWriter]:
    def make(site: str = "cao_bang", **options: object) -> CaptureWriter:
        return CaptureWriter(folder, site, crawl="cao_bang-7", started=STARTED, **options)  # type: ignore[arg-type]

    return make


@pytest.fixture
def written(folder: Path, make_writer: Callable[..., CaptureWriter]) -> tuple[Path, list[Capture]]:
    """Return a whole file of three pages, and their captures."""
    with make_writer() as writer:
        captures = [writer.write(page(number)) for number in (1, 2, 3)]
    return folder / captures[0].warc, captures
