"""Invented articles of an invented union, as many as a site needs, no two alike."""

from itertools import product

PLACES = "Thanh Khê|Phước Lộc|Đông Sơn|Tân Hưng|Bình Lạc|Vĩnh Hòa|Xuân Trường|Mỹ Thọ|Lam Kiều|Hòa Bắc".split("|")
SUBJECTS = """nuôi tôm trong ao lót bạt|ủ phân từ vỏ cà phê|điện mặt trời trên mái trường|giữ giống lúa nếp nương|lọc nước giếng nhiễm phèn
|trồng rừng ngập mặn|sấy măng bằng bếp khí hóa|bảo tồn nghề dệt chiếu""".replace("\n", "").split("|")
PAIRS = list(product(SUBJECTS, PLACES))


def headline(number: int) -> str:
    """Return the headline of the article ``number``, counted from 0."""
    subject, place = PAIRS[number]
    return f"Hội thảo về {subject} ở {place}"


def article(number: int) -> str:
    """Return the whole page of an article."""
    subject, place = PAIRS[number]
    title = headline(number)
    paragraphs = (
        f"Sáng nay, tại hội trường huyện {place}, Liên hiệp Hội tổ chức hội thảo về {subject} với {40 + number} đại biểu.",
        f"Báo cáo thứ nhất kể lại {number + 3} năm làm thử việc {subject}, những lần thất bại và cách người dân {place} sửa.",
        f"Các nhà khoa học trẻ của {place} đề nghị đo đạc đều đặn hơn, ghi lại chi phí của {subject} theo từng tháng.",
        f"Kết luận hội thảo, ban tổ chức giao nhóm {subject} viết tài liệu {10 + number} trang và gửi tới các hội ở {place}.",
    )
    text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return page(title, f'<div class="ngay">Ngày đăng: {1 + number % 28:02}/03/2021</div><div class="bai">{text}</div>')


def page(title: str, content: str) -> str:
    """Return a page of the site with ``content`` under its title."""
    return (
        f'<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>{title}</title></head><body>'
        f"<h1>{title}</h1>{content}<div>Cơ quan chủ quản: Liên hiệp các Hội Khoa học và Kỹ thuật</div></body></html>"
    )


def links(folder: str, numbers) -> str:
    """Return a list of links to articles."""
    return "".join(f'<li><a href="{folder}/bai/{number}">{headline(number)}</a></li>' for number in numbers)
