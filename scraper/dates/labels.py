"""What the words before a date say it is the date of."""

import re
from enum import StrEnum

REACH = 80
"""How far before a date its label begins, characters."""


class Label(StrEnum):
    """What a date is the date of, by the words before it."""

    PUBLISHED = "published"
    """Of the publication: "Ngày đăng", "Đăng lúc", "Ngày xuất bản", "Posted at", "Ngày:"."""
    MODIFIED = "modified"
    """Of the last change; on many union sites "Cập nhật" is the only date there is."""
    EVENT = "event"
    """Of something else: an event, a decree, a licence, a deadline, a birth, or any day told in a sentence."""
    CLOCK = "clock"
    """Of the reading: the site's own clock."""


MODIFIED = r"cap nhat|(?:ngay |da )?(?:chinh |da )?sua(?: doi)?|hieu chinh|(?:last )?(?:updated?|modified|edited)|lan cuoi"
PUBLISHED = (
    r"(?:da |duoc |ngay |gio |thoi gian |thoi diem )?(?:dang(?: tai)?|xuat ban|phat hanh|dua tin)"
    r"|(?:da |duoc |ngay )(?:dua|gui|viet|tao|nhap|cong bo|len tin|len trang)|(?:gui|viet|tao) (?=luc|vao|ngay)"
    r"|(?:dang|gui|viet|posted|submitted|published|written|created) (?:boi|by)\b[^|]{0,40}?"
    r"|posted|published|created|submitted|(?:publish(?:ed|ing)?|post) date|date(?: published| posted)?(?=\s*:)|ngay(?=\s*:)"
)
CLOCK = r"hom nay(?: la)?|bay gio(?: la)?|today(?: is)?|gio he thong|dong ho"
EVENT = (
    r"dien ra|to chuc|khai mac|be mac|khai truong|tu|den|truoc|sau|het|han|cuoi|chot|bat dau|ket thuc|trong|sinh|mat|thanh lap"
    r"|ban hanh|ky|hieu luc|cap|phe duyet|thong qua|ra doi|ky niem|ke|tinh|nhan|vao|moc|dip|luc (?:\d\w* )?gio"
    r"|ra|sang|trua|chieu|toi|dem|cung|dot|den het|(?:so|nghi dinh|quyet dinh|thong tu|cong van|van ban|ket luan|chi thi|luat)\b[^|:]{0,40}"
)
FILLER = (
    r"[^a-z0-9]*(?:(?:vao luc|luc|ngay|vao|on|at|bai viet|tin bai|tin|bai|lan cuoi|cuoi|moi nhat|gan nhat|gio|hoi|"
    r"gmt[^a-z]*)\b[^a-z0-9]*){0,4}"
)
LABEL = re.compile(rf"\b(?:(?P<modified>{MODIFIED})|(?P<published>{PUBLISHED})|(?P<clock>{CLOCK})|(?P<event>{EVENT})){FILLER}$")
LABELS = {label.value: label for label in Label}


def label_before(text: str, floor: int, start: int) -> Label | None:
    """Return the label that ends right before ``start`` in the folded ``text``, None where the date stands without one.

    >>> label_before("cap nhat luc: 10/8/2017", 0, 14), label_before("giay phep cap ngay 10/8/2017", 0, 19)
    (<Label.MODIFIED: 'modified'>, <Label.EVENT: 'event'>)
    """
    found = LABEL.search(text[max(floor, start - REACH) : start])
    return LABELS[found.lastgroup] if found and found.lastgroup else None
