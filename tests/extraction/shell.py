"""The page that a theme makes around a text: menus, a clock, banners, a foot."""

HEADLINE = "Liên hiệp Hội tỉnh tổng kết công tác tư vấn, phản biện"
URL = "http://lienhiephoi.example.vn/tin-tuc/tong-ket-cong-tac-tu-van-phan-bien-127.html"
MENU = "".join(f'<li><a href="/muc-{number}">{name}</a></li>' for number, name in enumerate(
    ("Trang chủ", "Giới thiệu", "Tin tức", "Tư vấn phản biện", "Hội thành viên", "Văn bản", "Thư viện ảnh", "Liên hệ")
))  # fmt: skip
SHELL = """<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>{title} - Liên hiệp Hội</title></head><body>
<div id="top"><img src="/banner.png" alt="Banner Liên hiệp Hội tỉnh"><span class="clock">Thứ sáu, 17/11/2023 08:15</span></div>
<ul class="menu">{menu}</ul>
<table width="100%"><tr><td class="left"><a href="/lich">Lịch công tác tuần</a><a href="/hoi-dap">Hỏi đáp trực tuyến</a></td>
<td class="main"><h1>{headline}</h1><div class="ngaydang">Ngày đăng: 02/10/2023</div>{body}</td></tr></table>
<div class="footer"><p>Cơ quan chủ quản: Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh. Trụ sở đặt tại số 12 đường Hùng Vương.</p>
<img src="/doi-tac.png" alt="Banner các đơn vị liên kết"></div></body></html>"""


def page(body: str, headline: str = HEADLINE) -> bytes:
    """Return a whole page with ``body`` under its headline and date."""
    return SHELL.format(title=headline, headline=headline, menu=MENU, body=body).encode()
