"""robots.txt as RFC 9309 has it: what an answer to it means."""

from dataclasses import dataclass

from protego import Protego

MOST_BYTES = 500 << 10
"""Bytes of a robots.txt that are read; RFC 9309, 2.5."""

MOST_HOPS = 5
"""Redirects that are followed; RFC 9309, 2.3.1.2."""

LIFETIME = 24 * 3600.0
"""Seconds after which it is asked for again; RFC 9309, 2.4."""

PATH = "/robots.txt"


@dataclass(frozen=True, slots=True)
class Rules:
    """What a host allows the agent ``agent``."""

    agent: str
    """Our product token, without version or contact."""
    parsed: Protego | None = None
    """None where everything is allowed."""
    known: bool = True
    """False where the host could not tell: nothing is allowed until it can."""

    def allow(self, url: str) -> bool:
        r"""Say whether ``url`` may be asked for.

        >>> rules = rules_of(200, b"User-agent: *\nDisallow: /admin/", "vusta-archive")
        >>> [rules.allow(f"http://a.vn/{path}") for path in ("tin-1.html", "admin/tin-1.html")]
        [True, False]
        """
        return self.known and (self.parsed is None or bool(self.parsed.can_fetch(url, self.agent)))

    @property
    def delay(self) -> float:
        r"""Seconds between two requests that are asked for, 0 where none are.

        >>> rules_of(200, b"User-agent: *\nCrawl-delay: 10\n\nUser-agent: vusta\nCrawl-delay: 2", "vusta").delay
        2.0
        """
        return max(0.0, float(self.parsed.crawl_delay(self.agent) or 0)) if self.parsed else 0.0


def rules_of(status: int, body: bytes, agent: str) -> Rules:
    """Return what the answer to a robots.txt means; ``status`` is the last one, after redirects.

    >>> [rules_of(status, b"", "a").known for status in (200, 404, 403, 302, 429, 500, 503)]
    [True, True, True, True, False, False, False]
    """
    if status >= 500 or status == 429:  # 429 says nothing of the file, only "later"
        return unreachable(agent)
    if 200 <= status < 300:
        return Rules(agent, Protego.parse(body[:MOST_BYTES].decode("utf-8-sig", "replace")))
    return Rules(agent)


def unreachable(agent: str) -> Rules:
    """Return the rules of a host that gave no answer."""
    return Rules(agent, known=False)
