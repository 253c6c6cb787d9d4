"""A server for invented sites, each in a folder of its own, that remembers what it was asked."""

import threading
from collections.abc import Callable, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import ModuleType
from urllib.parse import parse_qsl, urlsplit

HTML = "text/html; charset=utf-8"
JSON = "application/json; charset=utf-8"


@dataclass(frozen=True)
class Asked:
    """One request as a site sees it."""

    method: str
    path: str
    query: Mapping[str, str]
    form: Mapping[str, str]
    cookie: str

    @property
    def line(self) -> str:
        """What was asked, short."""
        return " ".join((self.method, self.path + "".join(f"?{name}={value}" for name, value in self.query.items())))


@dataclass(frozen=True)
class Reply:
    body: str = ""
    status: int = 200
    content_type: str = HTML
    headers: tuple[tuple[str, str], ...] = ()


@dataclass
class Served:
    """The running server: where it is, and all it was asked."""

    root: str
    asked: list[Asked] = field(default_factory=list)
    before: Callable[[Asked], None] = lambda asked: None

    def lines(self, folder: str) -> list[str]:
        """What was asked of one site, in order, as lines without the folder."""
        return [one.line.replace(folder, "", 1) for one in self.asked if one.path.startswith(f"{folder}/")]


@contextmanager
def serving(sites: list[ModuleType]):
    """Serve ``sites`` (modules with FOLDER and ``answer``) at a port of this machine."""

    class Handler(BaseHTTPRequestHandler):
        def reply(self) -> None:
            url = urlsplit(self.path)
            sent = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
            pairs = [dict(parse_qsl(text, keep_blank_values=True)) for text in (url.query, sent)]
            asked = Asked(self.command, url.path, *pairs, self.headers.get("Cookie") or "")
            served.asked.append(asked)
            served.before(asked)
            site = next((site for site in sites if url.path.startswith(f"{site.FOLDER}/")), None)
            reply = (site.answer(asked) if site else None) or Reply("<p>Không có trang này.</p>", 404)
            body = reply.body.encode()
            self.send_response(reply.status)
            for name, value in (("Content-Type", reply.content_type), ("Content-Length", str(len(body))), *reply.headers):
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        do_GET = do_POST = reply  # noqa: N815  (http.server's names)

        def log_message(self, *_: object) -> None:
            """Keep quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    served = Served(f"http://127.0.0.1:{server.server_port}")
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield served
    server.shutdown()
    server.server_close()
