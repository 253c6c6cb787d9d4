"""Small sites for the probe: pages by address, answered without a network."""

import asyncio
from datetime import UTC, datetime

from scraper.definitions import load_platforms, load_signs
from scraper.probing import Answer, probe
from spiders import PLATFORMS

MOMENT = datetime(2026, 3, 1, tzinfo=UTC)
SENTENCES = (
    "Sáng {day}, Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh tổ chức hội nghị lần thứ {number} với đại biểu của mười hội thành viên.",
    "Hội nghị lần thứ {number} đã nghe báo cáo về công tác tư vấn, phản biện và giám định xã hội trong quý vừa qua của các hội.",
    "Kết luận hội nghị, Chủ tịch Liên hiệp hội đề nghị các hội thành viên sớm hoàn thành {number} nhiệm vụ đã được giao trong năm.",
)


def article(number, headline="Hội nghị giao ban lần thứ {number} của Liên hiệp hội"):
    day = f"{1 + number % 28:02}/{1 + number % 12:02}/2025"
    text = "".join(f"<p>{sentence.format(day=day[:5], number=number)}</p>" for sentence in SENTENCES)
    title = headline.format(number=number)
    return page(title, f"<h1>{title}</h1><p>Ngày đăng: {day}</p><div>{text}</div>")


def listing(links, name="Tin tức"):
    items = "".join(
        f'<li><a href="{link}">Hội nghị giao ban lần thứ {number} của Liên hiệp hội</a></li>'
        for number, link in enumerate(links)
    )
    return page(name, f"<h1>{name}</h1><ul>{items}</ul>")


def page(title, body):
    return f"<html><head><meta charset='utf-8'><title>{title}</title></head><body>{body}<p>Bản quyền của Hội</p></body></html>"


def moved(location):
    return {"location": location}


def probed(pages, url="http://a.vn/"):
    """Return the probe of a site made of ``pages``: HTML, a redirect, or an Answer by address."""

    async def ask(address):
        found = pages.get(address)
        if isinstance(found, Answer):
            return found
        if isinstance(found, dict):
            return Answer(address, MOMENT, 302, headers=found)
        if found is None:
            return Answer(address, MOMENT, 404)
        return Answer(address, MOMENT, 200, found.encode(), {"content-type": "text/html; charset=utf-8"})

    return asyncio.run(probe(url, ask, load_platforms([PLATFORMS]), load_signs([PLATFORMS])))


def site_of(addresses, home="http://a.vn/", **more):
    """Return the pages of a site whose home page lists an article at each of ``addresses``."""
    return {
        home: listing(addresses, "Trang chủ"),
        **{address: article(number) for number, address in enumerate(addresses)},
        **more,
    }
