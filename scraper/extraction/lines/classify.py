"""What a single line is, from its words alone: byline, credit, counter, the heading of another list."""

import re
from functools import lru_cache

from scraper.dates import find_dates
from scraper.extraction.fields.names import bare_end, is_account, is_person, is_signature, split_names
from scraper.extraction.lines.kinds import LineKind as LineKind
from scraper.extraction.lines.shapes import (
    CREDITED,
    DATELINE,
    FILE_NAME,
    GATHERED,
    LISTED,
    OPENED,
    RIGHTS,
    SHAPES,
    TOOL_OPENERS,
    TOOLS,
)
from scraper.extraction.lines.words import BARE_PHRASES, COUNTERS, LABELS, NAME_LABELS, PHRASES, SPOKEN_LABELS, SPOKEN_OPENERS

LONGEST = 300
LONGEST_LABEL = 32
OPENER = re.compile(r"[^\W\d_]+")
AND = re.compile(r"\s*(?:,|\bvà\b|-|–|&|/|\+)\s*")
DIGITS = re.compile(r"[\d.,\s()]*(?:lần|lượt)?")
SOURCE = re.compile(r"(?:theo|nguồn(?: tin)?)(?::|\s)\s*(?P<value>\S.{1,80})", re.IGNORECASE)
MEDIUM = re.compile(
    r"(?:báo(?! cáo)|tạp chí|cổng|trang(?! \d)|đài|website|web|bản tin|ttx|(?:[a-z\d-]+\.)+[a-z]{2,6}\b|https?://"
    r"|www\.)",
    re.IGNORECASE,
)
PROSE = re.compile(
    r".*, (?!(?:số|ngày|tháng|năm|kỳ|quý|tập) \d|báo |tạp chí |cổng |trang |đài |\S+\.\S)[a-zà-ỹđ]\S*(?:.*\w\w\.|(?: \S+){2,})"
    r"|.* (?:đã|đang|sẽ|cho biết|cho rằng|cho hay|là) .*"
)
"""What goes on as a sentence does: "Sở Nông nghiệp, diện tích lúa đạt 500 ha.", "Bộ Y tế cho biết có thêm ba ca"."""

NO_MEDIUM = re.compile(
    r"(?:Quyết định|Nghị|Luật|Thông tư|Kế hoạch|Công văn|Chỉ thị|Ông|Bà|Hướng dẫn|Điều|Pháp lệnh|Báo cáo"
    r"|Kết luận|Tờ trình|Thống kê|Đề án)\b"
)
DATE_OPENERS = frozenset({
    "thứ", "chủ", "hôm", "ngày", "cập", "đăng", "xuất", "được", "thời", "posted", "post", "published", "đưa", "t", "cn",
    "lúc", "updated", "by",
})  # fmt: skip
SCENE = re.compile(
    r"(?:quang cảnh|toàn cảnh|một số|các|hội nghị|hội thảo|đoàn (?:công tác|đại biểu)|lãnh đạo|đại biểu)\b"
    r"|(?:đồng chí|đ/c|thầy|cô|em|ông|bà)(?: \S+){6,}",
    re.IGNORECASE,
)
"""What is seen on a picture, rather than who took it."""

EVENT = re.compile(
    r"(?:ngày|thời gian|hạn) (?:xử lý|tiếp|nhận|nộp|sinh|mất|thi|họp|khai mạc|bế mạc|bắt đầu|kết thúc|hoàn thành|khởi công"
    r"|tổ chức|khánh thành|phỏng vấn|thực hiện|diễn ra)\b",
    re.IGNORECASE,
)
"""Labels of the dates of what a text tells of."""

DATE_WORDS = re.compile(
    r"thứ \w+|chủ nhật|ngày|tháng|năm|lúc|cập nhật|đăng|được|xuất bản|cuối|lần|gmt|lượt xem|số|đã xem|xem"
    r"|hôm nay|tin|bài|bởi|viết",
    re.I,
)
SIGNED_DATE = re.compile(
    r"(?:(?:by|bởi|viết bởi|đăng bởi) )?(?P<name>[^|•\d(]{4,40}?)\s*(?:[|•(]|\s[-–—]\s)\s*(?P<date>[^|•]*\d{4}.*)", re.I
)
"""A name without label and the date beside it."""

NAME_OPENERS = frozenset({
    "ban", "văn", "tổ", "phòng", "trung", "nhóm", "phóng", "pv", "hội", "liên", "tòa", "bộ", "sở", "ubnd", "vp",
    "lhh", "vusta", "ttxvn", "bbt", "btv", "ctv",
    "nhà", "luật", "thạc", "tiến", "kỹ", "bác",
})  # fmt: skip
"""Words before a small letter in the names of offices and in titles of persons."""

MOST_LETTERS_BESIDE = 24
MOST_WORDS_CREDITED = 12


def classify_line(text: str) -> LineKind | None:
    """Return what ``text``, one stripped and composed line, is; None for ordinary text.

    >>> classify_line("Tin, ảnh: Trần Quốc Tuấn"), classify_line("(Theo Báo Nhân Dân)"), classify_line("1.234 lượt xem")
    (<LineKind.AUTHOR_AND_PHOTO_CREDIT: 'author_and_photo_credit'>, <LineKind.SOURCE: 'source'>, <LineKind.NOISE: 'noise'>)
    >>> classify_line("Tin vui đến với bà con: lúa được mùa.") is None
    True
    """
    if len(text) > LONGEST:
        return LineKind.DATELINE if DATELINE.match(text) else None
    return _classified(text)


@lru_cache(maxsize=1 << 15)  # many readers ask for the same lines; more than a page may hold, else each ask is a new reading
def _classified(text: str) -> LineKind | None:
    """Return the kind of a line that is short enough to be remembered."""
    told = _labelled(text)
    return told[0] if told else _by_words(text) or _by_shape(text)


def value_of(kind: LineKind, text: str) -> str:
    """Return what ``text`` says behind its label, without closing marks; the line itself where it has no label.

    >>> value_of(LineKind.SOURCE, "(Nguồn: vusta.vn)./.")
    'vusta.vn'
    """
    if kind is LineKind.DATELINE:
        found = DATELINE.match(text)
        return (found["value"] or found["bare"] or "").strip() if found else ""
    told = _labelled(text)
    return told[1] if told and told[0] is kind else bare_end(text)


def _labelled(text: str) -> tuple[LineKind, str] | None:
    """Return the kind of a line with a label, and what stands behind that."""
    bare = _unwrapped(text)
    label, colon, rest = bare.partition(":")
    value = bare_end(rest)
    if colon and len(label) <= LONGEST_LABEL and value:
        told = " ".join(label.lower().split())
        if told in LABELS:
            return LABELS[told], _without_theo(value)
        if (kind := NAME_LABELS.get(AND.sub(", ", told))) and _is_named(kind, value):
            return (LineKind.CAPTION if kind is LineKind.PHOTO_CREDIT and SCENE.match(value) else kind), value
        if told in COUNTERS and DIGITS.fullmatch(rest):
            return LineKind.NOISE, value
    return _spoken(bare)


def _spoken(bare: str) -> tuple[LineKind, str] | None:
    """Return the kind of a line whose label needs no colon: "Theo TTXVN", "Bài và ảnh Nguyễn Văn An"."""
    source = SOURCE.fullmatch(bare)
    if source and _is_credit(value := bare_end(source["value"])) and not PROSE.fullmatch(source["value"]):
        return LineKind.SOURCE, value
    opener = OPENER.match(bare)
    if opener is None or opener[0].lower() not in SPOKEN_OPENERS or len(bare) > 2 * LONGEST_LABEL:
        return None
    words = AND.sub(", ", bare)
    low = words.lower()
    label = next((label for label in SPOKEN_LABELS if low.startswith((f"{label} ", f"{label}, "))), None)
    value = bare_end(words[len(label) :].lstrip(" ,")) if label else ""
    return (NAME_LABELS[label], value) if label and value and (_are_names(value) or is_account(value)) else None


def _unwrapped(text: str) -> str:
    """Return ``text`` without brackets around it and bullets before it."""
    bare = text.lstrip("*•»+-–— ")
    if bare[:1] in "([" and bare[1:].rstrip("./ ")[-1:] in (")", "]"):
        bare = bare[1:].rstrip("./ ")[:-1]
    return bare.strip()


def _without_theo(value: str) -> str:
    """Return a credit without a second "theo" before it."""
    return value[5:] if value.lower().startswith("theo ") else value


def _is_named(kind: LineKind, value: str) -> bool:
    """Say whether ``value`` can stand behind a label that wants names: plain "Tin:" and "Bài:" want nothing else."""
    if kind is LineKind.AUTHOR:
        return _are_names(value)
    return len(value) <= 60 and (value[0].isupper() or bool(MEDIUM.match(value)))


def _are_names(text: str) -> bool:
    """Say whether every part of ``text`` is shaped like a name or an office."""
    names = split_names(text)
    return bool(names) and all(map(is_signature, names))


def _is_credit(text: str) -> bool:
    """Say whether ``text`` can be a medium or body that is credited, rather than what a sentence goes on with."""
    if not text or len(text.split()) > MOST_WORDS_CREDITED:
        return False
    return bool(MEDIUM.match(text)) or (text[0].isupper() and not NO_MEDIUM.match(text)) or text[0] in '"“'


def _by_words(text: str) -> LineKind | None:
    """Return the kind of a line that is one of the known phrases, or begins like one."""
    bare = _unwrapped(text).rstrip(" .…»>*")
    low = bare.lower()
    known = PHRASES.get(low.rstrip(" :")) or (LineKind.NOISE if low in BARE_PHRASES or low.rstrip(" :") in COUNTERS else None)
    opener = OPENER.match(low)
    if known or opener is None:
        return known
    bare = bare.rstrip(" :;!,")
    for kind, openers, pattern in OPENED:
        if opener[0] in openers and pattern.fullmatch(bare):
            return kind
    if opener[0] in TOOL_OPENERS and TOOLS.fullmatch(low):
        return LineKind.NOISE
    return LineKind.DATE if opener[0] in DATE_OPENERS and _is_dated(text) else None


def _by_shape(text: str) -> LineKind | None:
    """Return the kind of a line that its shape gives away rather than its words."""
    if not text[:1].isalpha():
        for kind, pattern in SHAPES:
            if pattern.fullmatch(text):
                return kind
        if _is_dated(text):
            return LineKind.DATE
    elif (
        len(text) <= 100 and (signed := SIGNED_DATE.fullmatch(text)) and is_person(signed["name"]) and _is_dated(signed["date"])
    ):
        return LineKind.DATE
    return _by_end(text) or (LineKind.NAME if len(text) <= 60 and _is_name_line(text) else None)


def _by_end(text: str) -> LineKind | None:
    """Return the kind of a line that its end or some words in it give away."""
    if DATELINE.match(text):
        return LineKind.DATELINE
    if text[-1:] == ")" and LISTED.fullmatch(text):
        return LineKind.RELATED_ITEM
    if GATHERED.fullmatch(text):
        return LineKind.CAPTION
    low = text.lower()
    if ("ảnh" in low or "hình" in low or "photo" in low) and CREDITED.fullmatch(text):
        return LineKind.CAPTION
    if "google news" in low or "nguồn" in low or "sao chép" in low or " lại" in low:
        return LineKind.NOISE if RIGHTS.fullmatch(text) else None
    return LineKind.NOISE if " " not in text and FILE_NAME.fullmatch(text) else None


def _is_dated(text: str) -> bool:
    """Say whether ``text`` holds a date and little else."""
    found = find_dates(text) if len(text) <= 100 and any(map(str.isdigit, text)) and not EVENT.match(text) else []
    rest = f"{found[0].before} {found[-1].after}" if found else ""
    return bool(found) and sum(map(str.isalpha, DATE_WORDS.sub("", rest))) <= MOST_LETTERS_BESIDE


def _is_name_line(text: str) -> bool:
    """Say whether ``text`` holds nothing but names or initials, brackets around them or not."""
    bare = text.strip("()[] ")
    first, _, rest = bare.partition(" ")
    if rest[:1].islower() and first.lower() not in NAME_OPENERS and not rest.startswith("và "):
        return False  # most menu entries; the patterns of names take their time
    return bare[:1].isupper() and _are_names(bare_end(bare))
