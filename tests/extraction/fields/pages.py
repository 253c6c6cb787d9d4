"""Pages in the manner of different systems, by what they print around the same text."""

P1 = (
    "Chiều 12/9, tại hội trường cơ quan, Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh Sơn Bình đã tổ chức hội thảo lấy ý kiến"
    " các chuyên gia về dự thảo đề án phát triển kinh tế tuần hoàn trong nông nghiệp của tỉnh."
)
P2 = (
    "Các đại biểu cho rằng phụ phẩm từ trồng trọt và chăn nuôi hiện mới được tận dụng chưa đến một phần ba, trong khi chi phí"
    " phân bón, thức ăn chăn nuôi tiếp tục tăng cao khiến thu nhập của nông dân giảm."
)
LEAD = (
    "Hơn bốn mươi chuyên gia, nhà khoa học đã góp ý cho đề án phát triển kinh tế tuần hoàn trong nông nghiệp của tỉnh tại hội"
    " thảo do Liên hiệp hội tổ chức."
)
TITLE = "Góp ý đề án phát triển kinh tế tuần hoàn trong nông nghiệp"
TEXT = f"<p>{P1}</p><p>{P2}</p>"
URL = "https://lienhiephoi.example.vn/tin/gop-y-de-an-phat-trien-kinh-te-tuan-hoan-12.html"
MENU = "".join(
    f'<li><a href="/muc-{number}">{name}</a></li>'
    for number, name in enumerate(("Trang chủ", "Giới thiệu", "Tin tức", "Phản biện xã hội", "Hội thành viên", "Văn bản"))
)
FOOT = "<p>Cơ quan chủ quản: Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh Sơn Bình</p><p>Địa chỉ: 15 Lê Lợi</p>"


def page(text: str = TEXT, above: str = "", under: str = "", below: str = "", head: str = "", beside: str = "") -> bytes:
    """Return a page written by hand: a menu, ``above``, the headline, ``under``, the text, ``below``, a column ``beside``."""
    return f"""<html><head><meta charset="utf-8"><title>{TITLE}</title>{head}</head><body><div id="top"><ul class="menu">{MENU}</ul></div>
    <div id="center">{above}<div class="tieude_tin">{TITLE}</div>{under}<div class="noidung_tin">{text}</div>{below}</div>
    {beside}<div id="footer">{FOOT}</div></body></html>""".encode()


def bare(body: str, title: str = TITLE) -> bytes:
    """Return a page whose theme is ``body`` between menu and foot."""
    return f"""<html><head><meta charset="utf-8"><title>{title}</title></head><body><ul class="menu">{MENU}</ul>{body}
    <div id="footer">{FOOT}</div></body></html>""".encode()
