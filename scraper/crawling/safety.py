"""Requests only to public addresses: a link or redirect must not make the crawler talk to the machine's own network."""

import ipaddress
from collections.abc import Sequence
from typing import Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest, NotConfigured
from scrapy.resolver import CachingThreadedResolver
from scrapy.utils.httpobj import urlparse_cached
from twisted.internet.defer import Deferred
from twisted.internet.error import DNSLookupError


class PublicResolver(CachingThreadedResolver):
    """Resolves names to public addresses only."""

    def getHostByName(self, name: str, timeout: Sequence[int] = ()) -> "Deferred[str]":  # noqa: N802  (Twisted's name)
        """Return the address of ``name``; fails where it is private, loopback or link-local."""
        return super().getHostByName(name, timeout).addCallback(_refuse_private, name)


class PublicHostsMiddleware:
    """Refuses addresses that name a private host by its number; ``ALLOW_PRIVATE_HOSTS`` lets tests have them."""

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Return the middleware, unless private hosts are allowed."""
        if crawler.settings.getbool("ALLOW_PRIVATE_HOSTS"):
            raise NotConfigured("private hosts are allowed")
        return cls()

    def process_request(self, request: Request) -> None:
        """Raise IgnoreRequest where the host is a private address."""
        host = urlparse_cached(request).hostname or ""
        if is_private(host):
            raise IgnoreRequest(f"{request.url}: {host} is a private address")


def is_private(host: str) -> bool:
    """Say whether ``host`` is a numeric address that no public site has.

    >>> [is_private(host) for host in ("127.0.0.1", "10.1.2.3", "::1", "localhost", "8.8.8.8", "vusta.vn")]
    [True, True, True, True, False, False]
    """
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        return False


def _refuse_private(address: str, name: str) -> str:
    """Return ``address``; raises DNSLookupError where a public name leads to a private one.

    A private number itself comes here only as the operator's own proxy: the middleware has refused it as a target.
    """
    if is_private(address) and not is_private(name):
        raise DNSLookupError(f"{name} resolves to the private address {address}")
    return address
