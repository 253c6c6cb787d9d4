"""What the words before a date say it is the date of."""

import re
import unicodedata
from enum import StrEnum

from scraper.dates.folding import FoldedLine

REACH = 80
"""How far before a date its label begins, characters."""


class Label(StrEnum):
    """What a date is the date of, by the words before it."""

    PUBLISHED = "published"
    """Of the publication: "Ngày đăng", "Đăng lúc", "Ngày xuất bản", "Posted at", "Ngày:"."""
    MODIFIED = "modified"
    """Of the last change; on many union sites "Cập nhật" is the only date there is."""
    EVENT = "event"
    """Of something else: an event, a decree, a licence, a deadline, a birth, a part of a day ("Sáng ngày")."""
    CLOCK = "clock"
    """Of the reading: the site's own clock."""


ALONE = r"(?<![a-z] )"
"""Before words that are labels only where no other word leads to them: "Tạo ngày", not "đào tạo ngày"."""

MODIFIED = r"cap nhat|(?:chinh |da |ngay )?sua(?: doi)?|hieu chinh|(?:last )?(?:updated?|modified|edited)|lan cuoi"
PUBLISHED = (
    r"(?:da |duoc |ngay |gio |thoi gian |thoi diem )?(?:dang(?: tai)?|xuat ban|phat hanh|dua tin)"
    rf"|(?:da |duoc |ngay )(?:gui|viet|tao)|{ALONE}(?:gui|viet|tao) (?=luc|vao|ngay)"
    r"|ngay (?:dua|nhap|cong bo|len tin|len trang)"
    r"|(?:dang|gui|viet|posted|submitted|published|written|created) (?:boi|by)\b[^|]{0,40}?"
    r"|posted|published|created|submitted|(?:publish(?:ed|ing)?|post) date|date(?: published| posted)?(?=\s*:)|ngay(?=\s*:)"
)
CLOCK = r"hom nay(?: la)?|bay gio(?: la)?|today(?: is)?|gio he thong|dong ho"
DOCUMENT = r"(?:so|nghi dinh|nghi quyet|quyet dinh|thong tu|cong van|van ban|ket luan|chi thi|luat):? (?:so:? ?)?\d[^|:]{0,40}?"
EVENT = (
    r"tu|den|truoc|sang|trua|chieu|toi|dem|han nop(?: [a-z]+){0,4}|het han|han cuoi|han chot"
    r"|bat dau|ket thuc|khai mac|be mac|dien ra|hieu luc"
    r"|(?:ban hanh|ky|cap|phe duyet|thong qua|thanh lap|ky niem|to chuc|hop|sinh|mat|sau|trong|vao|ra|nhan|ke|tinh|het|dot"
    rf"|hai|ba|bon|\d|{DOCUMENT})(?=\s*:|[\s,]+ngay\b(?!\s*:))"
)
FILLER = (
    r"[^a-z0-9]*(?:(?:vao luc|luc|ngay|vao|on|at|bai viet|tin bai|tin|bai|lan cuoi|cuoi|moi nhat|gan nhat|gio|hoi|"
    r"gmt[^a-z]*)\b[^a-z0-9]*){0,4}"
)
LABEL = re.compile(rf"\b(?:(?P<modified>{MODIFIED})|(?P<published>{PUBLISHED})|(?P<clock>{CLOCK})|(?P<event>{EVENT})){FILLER}$")
LABELS = {label.value: label for label in Label}
SPELT = {"dang": "đăng", "sua": "sửa", "viet": "viết", "gui": "gửi"}
"""Words of labels that others fold to: "vào Đảng ngày 3/2/2017" says nothing of publication."""


def label_before(line: str, folded: FoldedLine, floor: int, start: int) -> Label | None:
    """Return the label that ends right before the folded place ``start`` of ``line``, None where the date has none.

    >>> from scraper.dates.folding import fold
    >>> [label_before(line, fold(line), 0, line.index("10/8")) for line in ("Cập nhật lúc: 10/8/2017", "Đăng ngày 10/8/2017")]
    [<Label.MODIFIED: 'modified'>, <Label.PUBLISHED: 'published'>]
    >>> label_before("vào Đảng ngày 10/8/2017", fold("vào Đảng ngày 10/8/2017"), 0, 14) is None
    True
    """
    floor = max(floor, start - REACH)
    found = LABEL.search(folded.text[floor:start])
    if not found or not found.lastgroup:
        return None
    given = line[folded.place(floor + found.start()) : folded.place(floor + found.end())]
    return LABELS[found.lastgroup] if _is_spelt(given, found[0]) else None


def _is_spelt(given: str, folded: str) -> bool:
    """Say whether the label is what it folds to: each telling word spelt rightly, or without marks."""
    spelling = unicodedata.normalize("NFC", given).lower()
    return all(word in spelling or spelt in spelling for word, spelt in SPELT.items() if word in folded)
