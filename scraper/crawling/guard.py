"""The only way from the browser to the network: a forward proxy of our own that connects to public hosts alone.

A browser follows redirects and opens sockets without asking whoever steers it, and looks names up by itself. Here all of that
comes by. Where the operator has a proxy (``http_proxy``, ``https_proxy``, ``no_proxy``), what is allowed goes on to that.
"""

import asyncio
import logging
import re
import socket
from asyncio import StreamReader, StreamWriter
from base64 import b64encode
from dataclasses import dataclass
from urllib.parse import SplitResult, unquote, urlsplit, urlunsplit
from urllib.request import getproxies, proxy_bypass

from scraper.crawling.safety import is_private

log = logging.getLogger(__name__)

CONNECT_TIMEOUT = 10.0
"""Seconds until a host counts as unreachable: what a page loads from elsewhere must not hold it up."""

CHUNK = 1 << 16
END_OF_HEAD = b"\r\n\r\n"
HOP_BY_HOP = re.compile(rb"\r\n(?:proxy-)?connection:[^\r\n]*", re.IGNORECASE)
"""Header lines that are meant for us and not for the server."""


class HostRefusedError(OSError):
    """A host that the browser must not reach, or no request at all; its connection is closed."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The head of a request to a proxy."""

    method: bytes
    target: SplitResult
    """Address that is asked for, whole."""
    lines: bytes
    """Header lines, each with the line break before it."""

    @classmethod
    def read(cls, head: bytes) -> "Asked":
        r"""Return what ``head`` asks for; raises HostRefusedError where it is no request to a proxy.

        >>> asked = Asked.read(b"CONNECT a.vn:443 HTTP/1.1\r\nHost: a.vn:443\r\n\r\n")
        >>> asked.method, asked.host, asked.port
        (b'CONNECT', 'a.vn', 443)
        """
        line, _, rest = head.removesuffix(END_OF_HEAD).partition(b"\r\n")
        method, _, address = line.rpartition(b" ")[0].partition(b" ")
        text = address.decode("latin-1")
        try:
            asked = cls(method, urlsplit(f"https://{text}" if method == b"CONNECT" else text), b"\r\n" + rest if rest else b"")
            if asked.host and asked.port:
                return asked
        except ValueError as error:
            raise HostRefusedError(f"{text!r} is no address") from error
        raise HostRefusedError(f"{text!r} is no address")

    @property
    def host(self) -> str:
        """Name or number of the host."""
        return self.target.hostname or ""

    @property
    def port(self) -> int:
        """Port; raises ValueError where it is none."""
        return self.target.port or (443 if self.target.scheme == "https" else 80)

    @property
    def is_tunnel(self) -> bool:
        """Whether what follows is not for the proxy to understand."""
        return self.method == b"CONNECT"

    def head(self, proxy: SplitResult | None) -> bytes:
        r"""Return the head as the next one on the way understands it: ``proxy``, or the server itself.

        >>> asked = Asked.read(b"GET http://a.vn/tin?p=2 HTTP/1.1\r\nHost: a.vn\r\nProxy-Connection: keep-alive\r\n\r\n")
        >>> asked.head(None)
        b'GET /tin?p=2 HTTP/1.1\r\nHost: a.vn\r\nConnection: close\r\n\r\n'
        """
        path = urlunsplit(("", "", self.target.path or "/", self.target.query, ""))
        address = self.target.netloc if self.is_tunnel else urlunsplit(self.target) if proxy else path
        # One request a connection: the next one may be meant for another host.
        lines = self.lines if self.is_tunnel else HOP_BY_HOP.sub(b"", self.lines) + b"\r\nConnection: close"
        return self.method + b" " + address.encode("latin-1") + b" HTTP/1.1" + lines + _credentials(proxy) + END_OF_HEAD


class Guard:
    """The proxy; ``private`` lets it connect to private hosts too, for tests."""

    def __init__(self, private: bool = False) -> None:
        self.private = private
        self.server: asyncio.Server | None = None

    async def start(self) -> str:
        """Begin to listen on this machine; return the address to give to the browser."""
        self.server = await asyncio.start_server(self.serve, "127.0.0.1", 0)
        return f"http://127.0.0.1:{self.server.sockets[0].getsockname()[1]}"

    def close(self) -> None:
        """Take no more requests."""
        if self.server:
            self.server.close()

    async def serve(self, reader: StreamReader, writer: StreamWriter) -> None:
        """Answer one connection of the browser; a refused or unreachable host closes it."""
        try:
            asked = Asked.read(await reader.readuntil(END_OF_HEAD))
            proxy = proxy_for(asked)
            async with asyncio.timeout(CONNECT_TIMEOUT):
                from_host, to_host = await self.connect(asked, proxy)
        except HostRefusedError as refusal:
            log.warning("refused to the browser: %s", refusal)
            writer.close()
        except (OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):  # a timeout is an OSError too
            writer.close()
        else:
            if asked.is_tunnel and proxy is None:
                writer.write(b"HTTP/1.1 200 Connection established" + END_OF_HEAD)
            else:
                to_host.write(asked.head(proxy))
            await asyncio.gather(_pass_on(reader, to_host), _pass_on(from_host, writer))

    async def connect(self, asked: Asked, proxy: SplitResult | None) -> tuple[StreamReader, StreamWriter]:
        """Return a connection for what is ``asked``; raises HostRefusedError where its host is private, else OSError."""
        if not self.private and is_private(asked.host):
            raise HostRefusedError(f"{asked.host} is a private address")
        if proxy:
            return await asyncio.open_connection(proxy.hostname, proxy.port or 80)
        loop = asyncio.get_running_loop()
        found = await loop.getaddrinfo(asked.host, asked.port, family=socket.AF_INET, type=socket.SOCK_STREAM)  # as all we ask
        address = str(found[0][4][0])
        if not self.private and is_private(address):
            raise HostRefusedError(f"{asked.host} resolves to the private address {address}")
        return await asyncio.open_connection(address, asked.port)


def proxy_for(asked: Asked) -> SplitResult | None:
    """Return the operator's proxy for what is ``asked``, None where there is none."""
    address = getproxies().get(asked.target.scheme)
    if not address or proxy_bypass(asked.host):
        return None
    return urlsplit(address if "://" in address else f"http://{address}")


def _credentials(proxy: SplitResult | None) -> bytes:
    """Return the header line that names us to ``proxy``, empty where its address holds no user."""
    if proxy is None or not proxy.username:
        return b""
    pair = f"{unquote(proxy.username)}:{unquote(proxy.password or '')}"
    return b"\r\nProxy-Authorization: Basic " + b64encode(pair.encode())


async def _pass_on(reader: StreamReader, writer: StreamWriter) -> None:
    """Pass on what comes until one side ends."""
    try:
        while chunk := await reader.read(CHUNK):
            writer.write(chunk)
            await writer.drain()
    except OSError:
        pass  # a side that is gone has ended
    finally:
        writer.close()
