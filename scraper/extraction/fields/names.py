"""Names under an article: persons, offices that sign as one, and accounts that are nobody."""

import re

from scraper.text import fold

SURNAMES = frozenset({
    "nguyễn", "trần", "lê", "phạm", "hoàng", "huỳnh", "phan", "vũ", "võ", "đặng", "bùi", "đỗ", "hồ", "ngô", "dương",
    "lý", "đinh", "đoàn", "lâm", "mai", "trịnh", "trương", "cao", "phùng", "hà", "tạ", "tô", "tăng", "thái", "thân",
    "tống", "từ", "vương", "chu", "châu", "đào", "đàm", "đậu", "đồng", "giang", "kiều", "kim", "la", "lại", "lò", "lục",
    "lương", "lưu", "mạc", "nghiêm", "nông", "ông", "phí", "quách", "quản", "sầm", "tôn", "triệu", "trang", "văn", "vi",
    "viên", "âu", "bạch", "bàng", "bành", "bế", "cam", "cầm", "chẩu", "chử", "cù", "diệp", "doãn", "điểu", "giàng",
    "hầu", "hứa", "khổng", "khuất", "khúc", "lã", "liêu", "lộ", "mã", "mẫn", "mùa", "ngụy", "nhâm", "ninh", "phó", "rơ",
    "siu", "sùng", "thạch", "thào", "thẩm", "thi", "thiều", "tiết", "tiêu", "trà", "ung", "ứng", "vàng",
})  # fmt: skip
"""First syllables of Vietnamese personal names, lower case."""

HIGHLAND = frozenset({
    "adrơng", "alăng", "ama", "ayun", "ayŭn", "bđap", "bkrông", "bríu", "byă", "cil", "cơ", "êban", "hđơk", "hlong", "hmok",
    "hmŏk", "hwing", "kbuôr", "kđăm", "kđoh", "kla", "knul", "kpă", "kpor", "kpuih", "kră", "krajan", "ksor", "ktla", "ktul",
    "mlô", "nay", "niê", "pang", "pơloong", "rahlan", "rcom", "rlan", "rmah", "siu", "ting", "ya",
})  # fmt: skip
"""Names of families and first words of names among the peoples of the Central Highlands that no Vietnamese syllable is like."""

TITLE = (
    r"(?:(?:GS|PGS|TSKH|TS|Th\.? ?[SsạĐ]|Thạc sĩ|Tiến sĩ|BS(?:\.? ?CK ?(?:I{1,2}|[12]))?|DS|KS|KTS|LS|CN|NGND"
    r"|NGƯT|TTND|TTƯT|CVC"
    r"|Nhà báo|Luật sư|Kỹ sư|Bác sĩ|Luật gia|Ks|Bs|Ts|Ths|ThS)(?:[.,]\s*|\s+))"
)
WORD = r"(?:[BHKMRY][’'] ?)?[A-ZĐÀ-ÖØ-ÝĂĨŨƠƯẠ-Ỹ][^\W\d_]*(?:[’'][^\W\d_]+)?"
"""A word that begins with a capital letter. In ``Ạ-Ỹ`` capitals and small letters take turns; ``is_name`` sorts that out."""

SYLLABLE = re.compile(
    r"(?:ngh?|gh|gi|kh|nh|ph|qu|th|tr|ch|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ng|nh|ch|[cmnpt])?'?", re.IGNORECASE
)
"""A Vietnamese syllable without its marks. Few English words are one."""

INITIALS = r"(?:[A-ZĐ]\.\s?){1,4}[A-ZĐ]?\.?|[A-ZĐ]{2,6}"
TITLES = re.compile(rf"^{TITLE}+")
WORDS = re.compile(r"[^\W\d_]+")
PREFIX = re.compile(r"[BHKMRY][’'] ?")
"""What names of Ê Đê and Cơ Ho begin with: "H'Linh Niê", "K' Brêm"."""

PERSON = re.compile(
    rf"{TITLE}*(?:(?:{WORD}\.?)(?:[ \-]{WORD}){{1,4}}|[A-ZĐ]\.\s?{WORD}(?: {WORD})*"
    rf"|{WORD}(?: [A-ZĐ]\.?){{1,2}}|[HK][’'] ?{WORD})"
)
SIGNED_INITIALS = re.compile(rf"{INITIALS}")
OFFICE = re.compile(
    r"(?:ban (?:biên tập|tuyên truyền|truyền thông|thông tin|tt|tổ chức|tư vấn|phổ biến|kinh tế|tuyên giáo|bt)"
    r"|văn phòng|tổ (?!chức)|phòng (?!chống|ngừa)|"
    r"trung tâm |nhóm (?:pv|phóng viên|tác giả)|phóng viên|(?:vp|pv|bbt|btv|ctv|ttxvn|vusta|lhh|ubnd)\b|liên hiệp|tòa soạn"
    r"|hội (?!nghị|thảo|thi|diễn|chợ|đồng(?! biên)|trường|viên)|bộ phận |sở (?!hữu))"
    r"[^:;.!?]{0,50}",
    re.IGNORECASE,
)
ACTS = re.compile(
    r"\b(?:tặng|trao|phát biểu|tham dự|dự|thăm|chụp|làm việc|chúc mừng|báo cáo|họp|kiểm tra|tiếp|ra mắt|ký kết"
    r"|chào|đã|đang|sẽ)\b",
    re.IGNORECASE,
)
"""What offices do in captions and sentences, and not in signatures."""

ROLE = re.compile(
    r"\s*[-–,]\s*(?:chuyên viên|phó|trưởng|giám đốc|chủ tịch|giáo viên|hiệu trưởng|cán bộ|phóng viên|ủy viên|uỷ viên"
    r"|tổ trưởng|thư ký|phòng|ban|sở|hội|văn phòng|trung tâm|chi cục|viện|trường"
    r"|lhh|liên hiệp|vp|ubnd)\b",
    re.IGNORECASE,
)
POST = re.compile(
    r"(?:nguyên |quyền )?(?:phó |trưởng (?:ban|phòng|khoa|bộ môn)|chánh văn phòng|(?:tổng )?giám đốc|chủ tịch|chủ nhiệm"
    r"|chuyên viên|(?:ủy|uỷ) viên|tổng thư ký|thư ký|viện trưởng|hiệu trưởng|tổ trưởng|cán bộ|phóng viên|giảng viên"
    r"|liên hiệp|hội |viện |trường |sở |trung tâm |khoa |văn phòng|ban )[^.!?:;]{0,90}",
    re.IGNORECASE,
)
"""What its bearer is, on the line under a name."""

MOST_WORDS = 8

ACCOUNT = re.compile(
    r".*\b(?:admin\w*|quan ?tri(?: \w+){0,3}|webmaster|super ?(?:user|admin)|(?:test|user|editor|bientap)\w*|moderator)\b.*"
    r"|@dmin\w*|root|tacgia|guest|khach|author|manager|nhap tin|system(?: account)?|sharepoint\\\w+"
    r"|\S+@\S+\.\S+|\w*\d\w*|[\w.]*_[\w.]*",
    re.IGNORECASE,
)
"""Folded names of accounts: everything with a digit, an underscore or an ``@``, and the names systems come with."""

ORGANISATION = re.compile(
    r"(?:trường|sở|báo|cổng|trang|ubnd|hđnd|công ty|viện|đài|tạp chí|hội|liên hiệp|tỉnh|huyện|bộ|cục|chi cục"
    r"|thành phố|đại học|học viện|bệnh viện"
    r"|ủy ban|hiệp hội|website|trung tâm|tin|bài|việt nam|hà nội|tp)\b",
    re.IGNORECASE,
)
"""Words that a body begins with and a person does not."""

END_MARKS = re.compile(r"(?<![\s./;,:…])[\s./;,:…]++$")
STRAY_TAG = re.compile(r"</?[a-z][\w:]*\s*/?>")
QUOTED = re.compile(r"[\"“”'‘’]\s*(.*?)\s*[\"“”'‘’]")
TOOLS_BEHIND = ("copy link", "link bài gốc", "lấy link", "lấy link!", "xem bài gốc")
"""Words of buttons behind a name, in small letters."""

SEPARATOR = re.compile(r"\s*(?:[,;&+/]|\s[-–—]\s?|[-–—]\s|\svà\s|\|)\s*")
BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*$")
ALONE = re.compile(r"(?:PV|P\.V|BBT|CTV|BTV|TTV|TH|QTV|[Tt]ổng hợp|[Ss]ưu tầm|[Tt]/h|[Tt]h|[Dd]ịch|[Ll]ược dịch)\.?")


def is_person(text: str) -> bool:
    """Say whether ``text`` is shaped like a person's name or pen name, titles before it or not.

    >>> is_person("TS. Phạm Văn Tân"), is_person("Hồng Tuyến"), is_person("Quang cảnh Hội nghị")
    (True, True, False)
    """
    shaped = len(text) <= 60 and PERSON.fullmatch(text) and all(word[0].isupper() for word in _words(text))
    return bool(shaped) and not ORGANISATION.match(text) and not SIGNED_INITIALS.fullmatch(text)


def is_signature(text: str) -> bool:
    """Say whether ``text`` can stand alone under an article as who wrote it: a person, initials or an office.

    >>> is_signature("P.V"), is_signature("Văn phòng LHH"), is_signature("Toàn cảnh hội nghị")
    (True, True, False)
    """
    return is_person(text) or bool(SIGNED_INITIALS.fullmatch(text)) or is_office(text)


def is_office(text: str) -> bool:
    """Say whether ``text`` is shaped like the name of an office or editorial board.

    >>> is_office("Phòng GD&ĐT Vị Xuyên"), is_office("Ban Tổ chức tặng hoa các đơn vị")
    (True, False)
    """
    return bool(OFFICE.fullmatch(text)) and len(text.split()) <= MOST_WORDS and not ACTS.search(text)


def is_vietnamese(name: str) -> bool:
    """Say whether a name, titles aside, begins with a surname or is made of Vietnamese syllables.

    >>> is_vietnamese("Lan Anh"), is_vietnamese("H'Yuer Mlô"), is_vietnamese("Y Thuyên Ksor"), is_vietnamese("Study Abroad")
    (True, True, True, False)
    """
    words = _words(name)
    return bool(words) and (
        words[0].lower() in SURNAMES or all(map(_is_syllable, words)) or bool(PREFIX.match(TITLES.sub("", name)))
    )


def is_account(text: str) -> bool:
    """Say whether ``text`` is the name of a login rather than of a person.

    >>> is_account("Super User"), is_account("@dmin"), is_account("Quản trị viên"), is_account("Thu Hà")
    (True, True, True, False)
    """
    return bool(ACCOUNT.fullmatch(fold(text)))


def split_names(text: str) -> tuple[str, ...]:
    """Return the names in a byline one by one, as printed, without the organisation in brackets behind them.

    >>> split_names("Hải Yến- Khánh Lộc")
    ('Hải Yến', 'Khánh Lộc')
    >>> split_names("Nguyễn Văn An và Trần Thị Bình (Sở KH&CN)./.")
    ('Nguyễn Văn An', 'Trần Thị Bình')
    >>> split_names("Ban Tư vấn, phản biện")
    ('Ban Tư vấn, phản biện',)
    """
    bare = _without_role(BRACKETS.sub("", bare_end(text)))
    if is_office(bare):
        return (bare,)
    parts = [bare_end(part) for part in SEPARATOR.split(bare)]
    if len(parts) > 1 and all(is_person(part) or SIGNED_INITIALS.fullmatch(part) or ALONE.fullmatch(part) for part in parts):
        return tuple(dict.fromkeys(part for part in parts if part))
    return (bare,) if bare else ()


def bare_end(text: str) -> str:
    """Return ``text`` without the marks that end an article, the buttons behind it and the quotation marks around it.

    >>> bare_end('"Đắk Nông Điện tử"./.'), bare_end("P.V."), bare_end("vusta.vn Copy link")
    ('Đắk Nông Điện tử', 'P.V.', 'vusta.vn')
    """
    if text.isalnum() or SIGNED_INITIALS.fullmatch(text):
        return text
    bare = END_MARKS.sub("", STRAY_TAG.sub("", text).strip())
    low = bare.lower()
    if low.endswith(TOOLS_BEHIND):
        bare = END_MARKS.sub("", bare[: -len(next(tool for tool in TOOLS_BEHIND if low.endswith(tool)))])
    quoted = QUOTED.fullmatch(bare)
    return quoted[1] if quoted else bare


def is_post(text: str) -> bool:
    """Say whether ``text`` can stand under a name as what its bearer is.

    >>> is_post("Phó Chủ tịch LHH"), is_post("Nguyên Viện trưởng Viện Thổ nhưỡng"), is_post("Hội nghị thành công.")
    (True, True, False)
    """
    return text[:1].isupper() and bool(POST.fullmatch(text)) and not ACTS.search(text)


def _is_syllable(word: str) -> bool:
    """Say whether ``word`` may stand in a name: a Vietnamese syllable, or a family of the Highlands."""
    return word.lower() in HIGHLAND or bool(SYLLABLE.fullmatch(fold(word)))


def _without_role(text: str) -> str:
    """Return a name without the office its bearer holds: "Mai Lan - Chuyên viên Phòng Tổng hợp"."""
    found = ROLE.search(text)
    return text[: found.start()] if found and is_person(text[: found.start()]) else text


def _words(text: str) -> list[str]:
    """Return the words of a name without its titles."""
    return WORDS.findall(TITLES.sub("", text))
