"""What the words before a date say it is the date of."""

import re
from enum import StrEnum

REACH = 60
"""How far before a date its label is looked for, characters."""


class Label(StrEnum):
    """What a date is the date of."""

    PUBLISHED = "published"
    MODIFIED = "modified"
    EVENT = "event"


FILLER = r"[^a-z0-9]*(?:(?:luc|ngay|vao|on|at|bai viet|tin|bai|thu \w+|chu nhat|t[2-7]|cn|lan cuoi|moi nhat)[^a-z0-9]*){0,5}$"
PATTERNS = (
    (Label.MODIFIED, r"(?:cap nhat|sua doi|chinh sua|sua lan cuoi|(?:last )?(?:updated|modified)|lan cuoi)"),
    (Label.PUBLISHED, r"(?:dang|xuat ban|duoc viet|viet|gui|phat hanh|tao|posted|published|created|date|publish|ngay)"),
    (Label.EVENT, r"(?:dien ra|to chuc|khai mac|be mac|tu|den|truoc|het han|han nop|han cuoi|bat dau|ket thuc|trong|sinh)"),
)
LABELS = tuple((label, re.compile(rf"\b{pattern}{FILLER}")) for label, pattern in PATTERNS)


def label_before(folded: str, start: int) -> Label | None:
    """Return the label that ends right before ``start``, None where the date stands without one.

    >>> label_before("cap nhat luc: 10/8/2017", 14)
    <Label.MODIFIED: 'modified'>
    """
    before = folded[max(0, start - REACH) : start]
    return next((label for label, pattern in LABELS if pattern.search(before)), None)
