"""A digest posted to a webhook, and the sign of life whose absence makes a watchdog elsewhere raise the alarm."""

import json
import ssl
from collections.abc import Mapping
from http.client import HTTPException
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from scraper import __version__
from scraper.errors import DeliveryError, UsageError

TIMEOUT = 15.0
"""Seconds until a server that says nothing is given up."""


class NoRedirects(HTTPRedirectHandler):
    """Follows none: a redirected POST would lose its body, and the address of a hook is its secret."""

    def redirect_request(self, *_: object) -> None:
        """Return no request."""


def post_json(url: str, data: Mapping[str, Any], timeout: float = TIMEOUT) -> None:
    """Post ``data`` to ``url``; raises DeliveryError, or UsageError where it is no http address."""
    body = json.dumps(data, ensure_ascii=False).encode()
    _ask(url, body, {"Content-Type": "application/json; charset=utf-8"}, timeout)


def ping(url: str, timeout: float = TIMEOUT) -> None:
    """Ask for ``url``, as a watchdog wants it after every night that was done; raises DeliveryError or UsageError."""
    _ask(url, None, {}, timeout)


def _ask(url: str, body: bytes | None, headers: Mapping[str, str], timeout: float) -> None:
    """Send a request whose answer must be good."""
    place = _shown(url)
    request = Request(url, body, {"User-Agent": f"vusta-archive/{__version__}", **headers})
    try:
        with build_opener(NoRedirects).open(request, timeout=timeout):
            pass
    except HTTPError as error:
        error.close()
        raise DeliveryError(f"{place}: answered {error.code}") from None
    except (OSError, HTTPException, ValueError) as error:
        raise DeliveryError(f"{place}: {_words(error)}") from None


def _shown(url: str) -> str:
    """Return what may be shown of an address: scheme, host and port, for the rest may be a secret. Raises UsageError.

    >>> _shown("https://user:word@hooks.example.com:8443/T0/secret?key=1")
    'https://hooks.example.com:8443'
    """
    try:
        parts = urlsplit(url)
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        raise UsageError("the address of a webhook is none") from None
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise UsageError("the address of a webhook must begin with http:// or https:// and name a host")
    return f"{parts.scheme}://{parts.hostname}{port}"


def _words(error: Exception) -> str:
    """Return what went wrong in a few words, none of them from the address."""
    reason = error.reason if isinstance(error, URLError) else error
    if isinstance(reason, ssl.SSLCertVerificationError):
        return f"its certificate is not trusted: {reason.verify_message}"
    if isinstance(reason, TimeoutError):
        return "no answer in time"
    return (reason.strerror if isinstance(reason, OSError) else None) or "no connection"
