"""Ways in which a site fails to give a page: the one place that tells them apart, for counts, reports and what follows."""

from collections.abc import Iterator

from OpenSSL.SSL import Error as TLSError
from scrapy.core.downloader.handlers.http11 import TunnelError
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    IgnoreRequest,
    NotSupported,
    ResponseDataLossError,
    UnsupportedURLSchemeError,
)
from scrapy.http import Response
from service_identity import VerificationError
from twisted.internet.error import ConnectError, ConnectionClosed, DNSLookupError

FAILURES: dict[type[Exception], tuple[str, str]] = {
    CannotResolveHostError: ("dns", "no such host"),
    DNSLookupError: ("dns", "no such host"),
    DownloadConnectionRefusedError: ("refused", "connection refused"),
    DownloadTimeoutError: ("timeout", "no answer in time"),
    DownloadCancelledError: ("too_large", "answer too large"),
    ResponseDataLossError: ("reset", "answer cut short"),
    UnsupportedURLSchemeError: ("no_http", "no http address"),
    NotSupported: ("no_http", "no http address"),
    ConnectError: ("refused", "no connection"),
    TunnelError: ("refused", "no connection through the proxy"),
    ConnectionClosed: ("reset", "connection failed"),
    DownloadFailedError: ("reset", "connection failed"),
    OSError: ("reset", "answer that cannot be unpacked"),
    ValueError: ("broken", "answer that breaks the rules of HTTP"),
}
"""Exceptions in place of an answer, with their kind and the words of a report; the first that fits."""

CHALLENGE = "challenge"
"""Kind of an answer that asks whether we are human; only the reader of pages can tell."""

BUSY = {429, 503}
"""Statuses of a site that asks for less."""

RETRIED_STATUSES = {429, 500, 502, 503, 504, 522, 524}
RETRIED_KINDS = {"dns", "refused", "timeout", "slow", "reset"}
"""What may pass by itself within minutes."""

HARMLESS = {"too_large", "no_http"}
"""Kinds that say something of one address, and nothing of its site."""


def failure_of(outcome: BaseException | Response, begun: bool = False) -> str | None:
    """Return the kind of failure that ``outcome`` is, None where it is none or where nothing was asked.

    ``begun`` says that the answer had begun to come.

    >>> failure_of(Response("http://a.vn", status=502)), failure_of(Response("http://a.vn", status=404))
    ('status_5xx', None)
    >>> failure_of(DownloadTimeoutError(), begun=True), failure_of(IgnoreRequest("forbidden by robots.txt"))
    ('slow', None)
    """
    if isinstance(outcome, Response):
        if outcome.status == 429:
            return "status_429"
        return "status_5xx" if outcome.status >= 500 else None
    if isinstance(outcome, IgnoreRequest):
        return "too_large" if isinstance(outcome.__cause__, ValueError) else None  # how Scrapy tells of a bomb
    if any(isinstance(reason, TLSError | VerificationError) for reason in _reasons(outcome)):
        return "tls"
    kind = next((kind for error, (kind, _) in FAILURES.items() if isinstance(outcome, error)), "other")
    return "slow" if begun and kind == "timeout" else kind


def words_of(error: Exception) -> str:
    """Return why nothing answered, in the words of a report.

    >>> words_of(DownloadTimeoutError())
    'no answer in time'
    """
    if failure_of(error) == "tls":
        return "no secure connection"
    return next((words for kind, (_, words) in FAILURES.items() if isinstance(error, kind)), "connection failed")


def may_pass(outcome: BaseException | Response) -> bool:
    """Say whether the same request may be answered a little later."""
    if isinstance(outcome, Response):
        return outcome.status in RETRIED_STATUSES
    return failure_of(outcome) in RETRIED_KINDS


def _reasons(error: BaseException) -> Iterator[BaseException]:
    """Yield ``error`` and what Twisted and Scrapy say that it came from."""
    yield error
    for failure in getattr(error, "reasons", ()):
        yield failure.value
    if error.__cause__:
        yield from _reasons(error.__cause__)
