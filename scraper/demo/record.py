"""Makes the recordings of the demo's sites from their content: ``python -m scraper.demo.record``.

The same content always gives the same bytes.
"""

import uuid
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from scraper.captures.warc import head, sha256, warc_date, warc_record
from scraper.demo import cuulong, songhong, truongson
from scraper.demo.content import Written, articles_of
from scraper.demo.pages import Answer, document, drawing, missing

RECORDED = datetime(2023, 12, 1, 2, 0, tzinfo=UTC)
"""When the invented sites are said to have been recorded."""

FOLDER = Path(__file__).parent / "sites"

SITES: dict[str, tuple[str, Callable[[Sequence[Written]], Iterator[Answer]], str]] = {
    "songhong": (songhong.HOST, songhong.answers, "/uploads/news/"),
    "truongson": (truongson.HOST, truongson.answers, "/wp-content/uploads/"),
    "cuulong": (cuulong.HOST, cuulong.answers, "/upload/"),
}
"""Host, answers and folder of files of each site."""


def recording_of(site: str) -> bytes:
    """Return the WARC file of ``site``."""
    host, answers, folder = SITES[site]
    articles = articles_of(site)
    every = [robots(), missing("/khong-co-trang-nay"), *answers(articles), *files_of(articles, folder)]
    unique = {answer.path: answer for answer in every}
    return b"".join(record(host, answer) for answer in unique.values())


def robots() -> Answer:
    """Return a robots.txt that lets everyone in."""
    return Answer("/robots.txt", b"User-agent: *\nDisallow: /admin/\n", "text/plain")


def files_of(articles: Sequence[Written], folder: str) -> Iterator[Answer]:
    """Yield the pictures and attachments of the articles."""
    for article in articles:
        for block in article.blocks:
            if block.kind == "img":
                yield drawing(f"{folder}{block.picture.file}")
        for file, _ in article.attachments:
            yield document(f"{folder}{file}")


def record(host: str, answer: Answer) -> bytes:
    """Return the response record of one answer."""
    url = f"https://{host}{answer.path}"
    first_line = f"HTTP/1.1 {answer.status} {'OK' if answer.status == 200 else 'Not Found'}"
    http = head(first_line, [("Content-Type", answer.content_type), ("Content-Length", str(len(answer.body)))])
    fields = [
        ("WARC-Type", "response"),
        ("WARC-Record-ID", f"<{uuid.uuid5(uuid.NAMESPACE_URL, url).urn}>"),
        ("WARC-Target-URI", url),
        ("WARC-Date", warc_date(RECORDED)),
        ("WARC-Payload-Digest", sha256(answer.body)),
        ("Content-Type", "application/http; msgtype=response"),
    ]
    return warc_record(fields, http + answer.body)


def main() -> None:
    """Write all recordings."""
    for site in SITES:
        (FOLDER / f"{site}.warc.gz").write_bytes(recording_of(site))


if __name__ == "__main__":
    main()
