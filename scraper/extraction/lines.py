"""What a single line is, from its words alone: byline, credit, counter, the heading of another list."""

import re
from collections.abc import Callable
from enum import StrEnum
from typing import NamedTuple

from scraper.dates import find_dates
from scraper.extraction.names import bare_end, is_person, is_signature, split_names


class LineKind(StrEnum):
    """What a line is for the record."""

    AUTHOR = "author"
    """Names who wrote the text: "Tác giả: ..."."""
    AUTHOR_AND_PHOTO_CREDIT = "author_and_photo_credit"
    """Names who wrote the text and took the pictures: "Tin, ảnh: ..."."""
    POSTER = "poster"
    """Names who put it on the site: an author only where it is a person."""
    CONTRIBUTOR = "contributor"
    """Names an editor, translator or compiler."""
    NAME = "name"
    """Nothing but names or initials: the byline where it ends the text, else a heading."""
    SOURCE = "source"
    """Credits where the text comes from."""
    SOURCE_URL = "source_url"
    """Nothing but an address, or a link to the original."""
    PHOTO_CREDIT = "photo_credit"
    """Credits the picture before it."""
    CAPTION = "caption"
    """A caption where it follows a picture, else text."""
    DATELINE = "dateline"
    """A paragraph that begins with a dateline: "(LHH-TPHCM) – Ngày ..."; the paragraph is text."""
    DATE = "date"
    """Nothing but a date, its label and counters."""
    ATTACHMENTS = "attachments"
    """Stands over or holds links to files."""
    KEYWORDS = "keywords"
    """Lists tags."""
    CATEGORY = "category"
    """Names the category."""
    CONTACT = "contact"
    """Address, telephone, mail: a footer, but text inside a notice."""
    RELATED_ITEM = "related_item"
    """A link to another article; the text goes on behind it."""
    RELATED = "related"
    """Stands over a list of other articles: ends the text."""
    COMMENTS = "comments"
    """Stands over the comments or their form: ends the text."""
    END_MARK = "end_mark"
    """Nothing but "./."."""
    NOISE = "noise"
    """Counters, buttons, ratings, file names, copyright: never text."""


class _Rule(NamedTuple):
    """One kind of line: the words it may begin with, its pattern, and what its value must be."""

    kind: LineKind
    openers: str
    pattern: re.Pattern[str]
    test: Callable[[str], bool] | None = None


def _rule(kind: LineKind, openers: str, pattern: str, test: Callable[[str], bool] | None = None) -> _Rule:
    """Return a rule; a pattern is matched against the whole line, brackets and bullets before it and stops behind it aside."""
    return _Rule(kind, openers, re.compile(rf"[\s(\[{{*•\-–—»+]*(?:{pattern})[\s.:;!,)\]}}…»]*(?:/\.)?", re.IGNORECASE), test)


def _names(text: str) -> bool:
    """Say whether every part of ``text`` is shaped like a name or an office."""
    return all(is_signature(name) for name in split_names(text)) and bool(split_names(text))


def _proper(text: str) -> bool:
    """Say whether ``text`` begins like a name: with a capital letter, or an address."""
    return text[0].isupper() or bool(re.match(r"[\"“]|(?:https?://|www\.|[\w-]+\.(?:vn|com|net|org))", text))


def _credit(text: str) -> bool:
    """Say whether ``text`` can be a medium or body that is credited, rather than what a sentence goes on with."""
    media = re.match(r"(?:báo|tạp chí|cổng|trang|đài|website|web|bản tin|ttx|[\w-]+\.(?:vn|com|net|org)|https?://|www\.)", text, re.I)
    other = re.match(r"(?:Quyết định|Nghị|Luật|Thông tư|Kế hoạch|Công văn|Chỉ thị|Ông|Bà|Hướng dẫn|Điều|Pháp lệnh)\b", text)
    return len(text.split()) <= 12 and bool(media or (_proper(text) and not other))


def _dated(text: str) -> bool:
    """Say whether ``text`` holds a date and little else."""
    found = find_dates(text)
    rest = (text[: found[0].start] + text[found[-1].end :]) if found else text
    return bool(found) and sum(map(str.isalpha, DATE_WORDS.sub("", rest))) <= 24


K = LineKind
DATE_WORDS = re.compile(
    r"thứ \w+|chủ nhật|ngày|tháng|năm|lúc|cập nhật|đăng|được|xuất bản|cuối|lần|gmt|lượt xem|số|đã xem|xem|hôm nay|tin|bài|bởi|viết", re.I
)
V60, V80, V120 = (rf"(?P<value>\S.{{1,{length}}}?)" for length in (60, 80, 120))
COLON = r"\s*[:：]\s*"
PHOTO = r"(?:hình ảnh|ảnh|hình|photos?|clip|video)"
AND = r"\s*(?:,|và|-|–|&|/|\+)\s*"
NUMBER = r"[\s:(]*[\d.,]+\)?(?: lần)?"

RULES = (
    _rule(K.AUTHOR, "tác", rf"tác giả(?: bài)?(?: viết)?{COLON}{V80}"),
    _rule(K.AUTHOR, "người", rf"người (?:viết|thực hiện|biên soạn|sưu tầm|đưa tin|viết bài|viết tin){COLON}{V60}"),
    _rule(K.AUTHOR, "bài tin thực nội", rf"(?:bài(?: viết)?|tin(?:{AND}|\s)?(?:bài)?|thực hiện|nội dung){COLON}{V60}", _names),
    _rule(
        K.AUTHOR_AND_PHOTO_CREDIT,
        "tin bài nội",
        rf"(?:tin(?:{AND}|\s)?(?:bài)?|bài(?: viết)?|nội dung)(?:{AND}|\s){PHOTO}(?:{AND}{PHOTO})?(?:{COLON}|\s){V60}",
        _proper,
    ),
    _rule(K.AUTHOR_AND_PHOTO_CREDIT, "ảnh hình", rf"{PHOTO}{AND}(?:tin|bài)(?:{COLON}|\s){V60}", _proper),
    _rule(
        K.POSTER,
        "viết đăng người post posted by gửi được written",
        r"(?:(?:được )?(?:viết|đăng|gửi) bởi|người (?:đăng|cập nhật|nhập|gửi|tạo)(?: bài| tin)?(?: viết)?|(?:posted |written )?by|post by)"
        rf"(?:{COLON}|\s+){V60}",
        _proper,
    ),
    _rule(
        K.CONTRIBUTOR,
        "biên hiệu tổng sưu dịch lược người chịu",
        rf"(?:biên tập|biên soạn|hiệu đính|tổng hợp|sưu tầm|dịch|biên dịch|lược dịch|người dịch){COLON}{V60}",
        _proper,
    ),
    _rule(K.PHOTO_CREDIT, "nguồn", rf"nguồn {PHOTO}{COLON}{V80}"),
    _rule(
        K.SOURCE, "nguồn", rf"nguồn(?: tin| bài| trích)?(?: viết| dẫn)?(?: từ| theo)?{COLON}(?:theo )?{V120}", lambda text: text[-1] != "…"
    ),
    _rule(K.SOURCE, "nguồn", rf"nguồn (?:tin )?(?:[A-ZÀ-ỸĐ][\wÀ-ỹ ]{{2,30}}{COLON})?{V60}", _credit),
    _rule(K.SOURCE, "theo", rf"theo(?:{COLON}|\s+){V80}", _credit),
    _rule(K.SOURCE_URL, "http https www", r"(?P<value>(?:https?://|www\.)\S+)"),
    _rule(
        K.SOURCE_URL,
        "xem đọc link",
        r"(?:xem|đọc) (?:bài )?(?:viết )?(?:gốc|nguyên văn|bản gốc)(?: tại(?: đây)?.{0,60})?|link (?:bài )?gốc.{0,60}",
    ),
    _rule(K.PHOTO_CREDIT, "ảnh hình photo minh", rf"(?:{PHOTO}|(?:ảnh )?minh h(?:ọa|oạ)|ảnh tư liệu)\s*[:.]\s*{V60}", _proper),
    _rule(K.CAPTION, "ảnh", r"ảnh (?:minh h(?:ọa|oạ)|tư liệu|internet)(?: \(.*\))?"),
    _rule(K.CAPTION, "ảnh hình", r"(?:ảnh|hình)\s*\d{1,3}(?:\s*[:.–-].{0,120})?"),
    _rule(
        K.CAPTION,
        "quang toàn các đại đoàn chụp lãnh đồng",
        r"(?:quang cảnh|toàn cảnh|(?:các )?đại biểu|đoàn chủ t(?:ọa|oạ|ịch)|chụp ảnh lưu niệm|lãnh đạo|đồng chí)[^.;:]{1,140}"
        r"(?:hội nghị|hội thảo|đại hội|buổi lễ|lưu niệm|chương trình|kỳ họp|t(?:ọa|oạ) đàm)(?<!\.)",
        lambda text: not text.endswith("."),
    ),
    _rule(
        K.DATE,
        "thứ chủ hôm ngày cập đăng xuất được thời posted post published đưa t cn lúc updated",
        r"(?:thứ|chủ nhật|hôm nay|cập nhật|đăng|ngày|xuất bản|được đăng|thời gian|posted|published|đưa tin|lúc|t[2-7]|cn|updated)\b.{3,90}",
        _dated,
    ),
    _rule(
        K.ATTACHMENTS,
        "file tập tệp tài văn các danh",
        rf"(?:các )?(?:file|tập tin|tệp(?: tin)?|tài liệu|văn bản|danh sách file) (?:đính kèm|kèm theo)(?:{COLON}.{{0,200}})?",
    ),
    _rule(
        K.ATTACHMENTS,
        "tải download nhấn bấm xem click",
        r"tải (?:về|xuống)(?: (?:tại đây|file|tệp|văn bản|tài liệu).{0,60})?|tải (?:file|tệp|tài liệu|văn bản).{0,60}|download.{0,60}"
        r"|(?:nhấn|bấm|click) vào (?:đây )?để (?:tải|xem|download).{0,60}|xem trước",
    ),
    _rule(K.KEYWORDS, "tag tags từ thẻ nhãn keyword keywords", rf"(?:tags?|từ kh(?:óa|oá)|thẻ|nhãn|keywords?){COLON}(?P<value>.{{0,200}}?)"),
    _rule(K.CATEGORY, "chuyên danh mục thể", rf"(?:chuyên mục|danh mục|mục|thể loại|chuyên đề){COLON}{V80}"),
    _rule(
        K.CONTACT,
        "địa trụ đ điện đt tel fax hotline email website phone",
        r"(?:địa chỉ|trụ sở(?: chính)?|đ/c|điện thoại|đt|tel|fax|hotline|e-?mail|website|phone)\s*:.*",
    ),
    _rule(
        K.RELATED,
        "các tin bài những",
        r"(?:(?:các|những) )?(?:tin tức|tin bài|tin|bài)(?: viết)?(?: bài)? (?:có )?(?:liên quan|khác|cùng chuyên mục|cùng loại|cùng mục"
        r"|cùng chủ đề|mới|mới nhất|mới hơn|cũ hơn|nổi bật|đã đưa|đã đăng|trước đó|trong mục|xem nhiều|đọc nhiều|được quan tâm|mới đăng"
        r"|tham khảo|tiếp theo)(?: nhất| hơn)?(?: ngày| năm| theo ngày)?",
    ),
    _rule(
        K.RELATED,
        "theo dòng chủ sự có bạn đọc xem tin nổi mới tiêu video tham",
        r"(?:theo )?dòng sự kiện|chủ đề|sự kiện|có thể bạn quan tâm|bạn có thể quan tâm|đọc nhiều|xem nhiều|tin xem nhiều|nổi bật|mới nhất"
        r"|tin nóng|tiêu điểm|video liên quan|nổi bật báo .{3,30}|tham khảo thêm",
    ),
    _rule(K.RELATED, "xem tìm", r"(?:xem|tìm)(?: tin)? theo ngày"),
    _rule(K.RELATED_ITEM, "xem đọc", rf"(?:xem|đọc) thêm{COLON}.{{5,200}}"),
    _rule(K.COMMENTS, "ý", r"ý kiến bạn đọc(?: ?\(\d+\))?"),
    _rule(
        K.COMMENTS,
        "gửi viết để leave trả hủy bình thảo comments",
        r"(?:gửi|viết|để lại) (?:một )?(?:bình luận|phản hồi|ý kiến|nhận xét|trả lời)(?: của bạn)?|leave a (?:reply|comment)|(?:hủy )?trả lời"
        r"|bình luận(?: ?\(\d+\))?|thảo luận|comments?",
    ),
    _rule(K.COMMENTS, "email thư", r"(?:email|thư điện tử) của bạn sẽ không được hiển thị công khai.*"),
    _rule(K.COMMENTS, "bạn", r"bạn cần (?:đăng nhập|trở thành).{0,120}bình luận"),
    _rule(K.COMMENTS, "tên mã captcha nội họ tiêu thay", r"(?:tên của bạn|mã (?:an toàn|bảo mật)|captcha|nội dung|họ và tên|tiêu đề|thay mới)\*?"),
    _rule(K.COMMENTS, "sắp", r"sắp xếp theo (?:bình luận mới|bình luận cũ|số lượt thích)"),
    _rule(K.NOISE, "lượt lần số đã xem đọc tổng", rf"(?:số |đã )?(?:l(?:ượt|ần) )?(?:người )?(?:xem|đọc|truy cập)(?: trang)?(?:views?)?{NUMBER}"),
    _rule(K.NOISE, "lượt lần số", rf"(?:số )?l(?:ượt|ần)(?: người)? (?:xem|đọc|truy cập|view)s?(?: trang)?(?:{NUMBER})?"),
    _rule(
        K.NOISE,
        "số tổng đang hôm tuần tháng khách thành trực",
        r"(?:tổng )?(?:số )?(?:lượt |người )?(?:đang )?truy cập\s*:?\s*[\d.,]*|(?:đang (?:online|truy cập|trực tuyến)|hôm nay|hôm qua|tuần này"
        r"|tháng này|tháng hiện tại|tổng (?:số )?(?:lượt )?truy cập|khách viếng thăm|khách|thành viên online|trực tuyến)\s*:?\s*[\d.,]+",
    ),
    _rule(K.NOISE, "hits views view", r"(?:hits?|views?)\s*:\s*[\d.,]+"),
    _rule(K.NOISE, "thích like", r"(?:thích|like)\s*\d*\s*(?:chia sẻ|share)?\s*\d*"),
    _rule(K.NOISE, "theo", r"theo dõi.{0,20} trên.{0,20}"),
    _rule(K.NOISE, "img dsc dscn dscf p mvi pic screenshot z", r"(?:IMG|DSC[NF]?|P|MVI|PIC|Screenshot|z)[_\-\s]?\d{3,}[\w\-]*(?:\.(?:jpe?g|png|gif))?"),
    _rule(K.NOISE, "logo", r"logo(?:[ -].{1,60})?"),
    _rule(K.NOISE, "banner icon thumbnail avatar no noimage image hình", r"(?:banner|icon|thumbnail|avatar|no ?image|image|hình ảnh)\s*\d*"),
    _rule(K.NOISE, "bản in print phiên", r"bản in|in(?: ra| ấn)?|in (?:bài(?: viết)?|trang)(?: này)?|in trang web|print|phiên bản in"),
    _rule(
        K.NOISE,
        "gửi giới e email chia share lưu copy sao",
        r"gửi (?:cho )?bạn bè|gửi (?:bài|tin)(?: viết)?(?: này)?(?: cho bạn(?: bè)?)?|gửi (?:tin )?(?:qua )?e-?mail|giới thiệu bài viết cho bạn bè|e-?mail"
        r"|lưu(?: bài(?: viết)?)?(?: này)?|(?:chia sẻ|share)(?: bài viết)?(?: lên| qua| trên| on)?(?: facebook| zalo| twitter| mạng xã hội)?"
        r"|copy link(?: thành công)?|sao chép liên kết",
    ),
    _rule(K.NOISE, "facebook twitter google zalo linkedin pinterest tweet liên", r"facebook|twitter|google\+?|zalo|linkedin|pinterest|tweet|liên kết"),
    _rule(
        K.NOISE,
        "mặc cỡ xem tăng giảm thay kích font",
        r"(?:mặc định )?(?:cỡ chữ|xem với cỡ chữ|tăng cỡ chữ|giảm cỡ chữ|thay đổi cỡ chữ|kích thước chữ|font(?: size)?)(?: mặc định)?(?: ?[Aa+\-]+)*",
    ),
    _rule(K.NOISE, "a aa", r"a\s?[a+\-](?:\s?[a+\-])*"),
    _rule(K.NOISE, "đọc nghe tự tương", r"đọc bài(?: viết)?|nghe(?: đọc)?(?: bài)?(?: viết)?|tự động phát|tương phản"),
    _rule(
        K.NOISE,
        "quay trở về trang lên đầu back top cuối",
        r"(?:quay|trở) lại|trở về|quay về|về (?:trang trước|trang chủ|đầu trang)|lên đầu trang|(?:trang )?(?:chủ|trước|sau|tiếp|đầu|cuối)|đầu trang|back|top",
    ),
    _rule(
        K.NOISE,
        "tiếp trước sau xem đọc chi tất",
        r"tiếp theo|trước|sau|(?:xem|đọc) (?:thêm|tiếp|chi tiết|tất cả)(?: tại đây)?|chi tiết(?: tại đây)?|tất cả",
    ),
    _rule(
        K.NOISE,
        "báo phản góp liên đăng tìm sơ cấu rss english tiếng menu hỏi thư video multimedia lịch văn",
        r"báo lỗi|phản hồi|góp ý|liên hệ|đăng nhập|đăng ký|tìm kiếm|(?:sơ đồ|cấu trúc) (?:trang|cổng|website)|rss|english|tiếng việt|menu|hỏi đáp"
        r"|thư viện ảnh|video|multimedia|lịch công tác|văn bản",
    ),
    _rule(K.NOISE, "tổng", r"tổng số điểm của bài viết là\s*:.*"),
    _rule(K.NOISE, "click", r"click để đánh giá bài viết"),
    _rule(K.NOISE, "xếp đánh bài phiếu", r"xếp hạng\s*:.{0,40}|đánh giá(?: bài viết)?(?: \([\d.,/]+\))?|bài viết (?:rất kém|kém|đạt|tốt|rất tốt)|phiếu bầu"),
    _rule(K.NOISE, "bạn vị", r"(?:bạn đang ở(?: đây)?|vị trí)(?:\s*:.*)?"),
    _rule(K.NOISE, "trang home", r"(?:trang chủ|trang nhất|home)\s*(?:»|>|/|›|\||->).*"),
    _rule(K.NOISE, "copyright bản c", r"(?:copyright|bản quyền (?:thuộc|của)|c\) ).*"),
    _rule(
        K.NOISE,
        "ghi cấm giấy cấp số gp chịu tổng trưởng cơ yêu vui mọi đề",
        r".{0,60}(?:cấm sao chép|ghi rõ nguồn|khi (?:phát hành|trích dẫn) lại).*|(?:giấy phép (?:số|hoạt động|thiết lập)|số giấy phép|gp số).*"
        r"|(?:chịu trách nhiệm (?:chính|nội dung|xuất bản)|tổng biên tập|trưởng ban biên tập|cơ quan chủ quản)\s*:.*",
    ),
    _rule(
        K.NOISE,
        "powered phát thiết xây designed developed đơn proudly",
        r"(?:(?:proudly )?powered by|designed by|developed by).*|(?:phát triển|thiết kế|xây dựng|đơn vị (?:thực hiện|thiết kế))(?: bởi)?\s*:.*"
        r"|(?:phát triển|thiết kế|xây dựng) bởi.{0,60}",
    ),
    _rule(K.NOISE, "chào kính thân", r"(?:(?:thân ái )?chào mừng(?: bạn)? (?:đến|bạn|quý)|kính chào).{0,120}"),
    _rule(K.NOISE, "quảng", r"quảng cáo"),
    _rule(K.NOISE, "đang loading vui", r"(?:đang (?:tải|cập nhật)|loading|vui lòng (?:chờ|đợi))[^.:]{0,30}"),
    _rule(K.NOISE, "trình your", r"trình duyệt (?:của bạn )?(?:đã tắt|không hỗ trợ).*|your browser does not.*"),
    _rule(K.NOISE, "chú", r"chú ý: bài viết này chưa được xuất bản.*"),
    _rule(K.NOISE, "function var document window jquery printdoc", r"(?:function |var |document\.|window\.|jQuery|printDoc).*"),
    _rule(K.NOISE, "email", r"email\s?protected"),
)
"""Kinds of lines that begin with words of their own, more exact ones first."""


def _by_opener() -> dict[str, tuple[_Rule, ...]]:
    """Return the rules by the words they may begin with."""
    openers = {opener for rule in RULES for opener in rule.openers.split()}
    return {opener: tuple(rule for rule in RULES if opener in rule.openers.split()) for opener in openers}


BY_OPENER = _by_opener()
OPENER = re.compile(r"[\s(\[{*•\-–—»+]*([^\W\d_]+)")
LONGEST = 300

SHAPES: tuple[tuple[LineKind, re.Pattern[str]], ...] = (
    (K.NOISE, re.compile(r"[\d.,]+ ?(?:k|lượt|lần)? ?(?:xem|đọc|truy cập|views?|bình luận|phản hồi|ý kiến|comments?)", re.I)),
    (K.NOISE, re.compile(r"\(\d+\) ?bình luận|\(?[\d.,]+ ?(?:/ ?5)? ?\(?[\d.,]* ?(?:phiếu|votes?|đánh giá|sao)\)?.{0,20}", re.I)),
    (K.NOISE, re.compile(r"\d{1,6}|[|\s\d]+")),
    (K.END_MARK, re.compile(r"\.?/\.|\.{1,3}/+")),
    (K.NOISE, re.compile(r"[-_=*.•·–—|\s]{1,}")),
    (K.RELATED_ITEM, re.compile(r"(?:>>|»|>|=>|☞|▶)\s*.{5,200}")),
    (K.NOISE, re.compile(r"(?:©|\(c\)|\(\*\) bản quyền|\*\s*(?:giấy phép|chịu trách nhiệm|cấp ngày)).*", re.I)),
    (K.NOISE, re.compile(r"\$\(.*|<!--.*|-->.*")),
)
"""Kinds of lines that begin with anything but a letter."""

FILE_NAME = re.compile(r"[\w\-().]+\.(?:jpe?g|png|gif|bmp|webp|pdf|docx?|xlsx?|pptx?|rar|zip)|(?=[^ ]*[-_])[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+){2,}")
LISTED = re.compile(r"[-•*+»]?\s*.{8,160}\s\(\s?\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?(?:,? \d\d:\d\d)?\s?\)")
CREDITED = re.compile(r".{5,200}[.\s(](?:ảnh|hình|photo)\s*:\s*\S.{0,40}", re.I)
NUMBERED = re.compile(r".{5,160} [-–] (?:ảnh|hình) \d{1,2}", re.I)
FOLLOW = re.compile(r".{2,40} trên google news", re.I)
QUOTED_RIGHTS = re.compile(r".{0,60}(?:cấm sao chép|ghi rõ nguồn|khi (?:phát hành|trích dẫn) lại).{0,120}", re.I)
DATELINE = re.compile(
    r"\((?P<value>[A-ZÀ-ỸĐ][^()\d:;]{1,70}|[\w.]+\.vn)\)\s*[-–—.]\s*\S|(?P<bare>[A-ZĐ&]{2,8}|[A-Z]{2,6}\.VN)\s+[-–—]\s+[^\W\d_]"
)


def classify_line(text: str) -> LineKind | None:
    """Return what ``text``, one stripped and composed line, is; None for ordinary text.

    >>> classify_line("Tin, ảnh: Trần Quốc Tuấn"), classify_line("(Theo Báo Nhân Dân)"), classify_line("1.234 lượt xem")
    (<LineKind.AUTHOR_AND_PHOTO_CREDIT: 'author_and_photo_credit'>, <LineKind.SOURCE: 'source'>, <LineKind.NOISE: 'noise'>)
    >>> classify_line("Tin vui đến với bà con: lúa được mùa.") is None
    True
    """
    if len(text) > LONGEST:
        return K.DATELINE if DATELINE.match(text) else None
    rule = _rule_of(text)
    return rule[0] if rule else _by_shape(text)


def value_of(kind: LineKind, text: str) -> str:
    """Return what ``text`` says behind its label, without closing marks; the line itself where it has no label.

    >>> value_of(LineKind.SOURCE, "(Nguồn: vusta.vn)./.")
    'vusta.vn'
    """
    if kind is K.DATELINE:
        found = DATELINE.match(text)
        return (found["value"] or found["bare"] or "").strip() if found else ""
    rule = _rule_of(text)
    value = (rule[1].groupdict().get("value") or "") if rule and rule[0] is kind else text
    return bare_end(value)


def _rule_of(text: str) -> tuple[LineKind, re.Match[str]] | None:
    """Return the kind of the first rule that takes the whole of ``text``, with its match."""
    opener = OPENER.match(text)
    if opener is None:
        return None
    for rule in BY_OPENER.get(opener[1].lower(), ()):
        found = rule.pattern.fullmatch(text)
        if found and (rule.test is None or rule.test(found.groupdict().get("value") or text)):
            return rule.kind, found
    return None


def _by_shape(text: str) -> LineKind | None:
    """Return the kind of a line that its shape gives away rather than its first word."""
    if not text[:1].isalpha():
        for kind, pattern in SHAPES:
            if pattern.fullmatch(text):
                return kind
        if text[:1].isdigit() and len(text) < 80 and _dated(text):
            return K.DATE
    if " " not in text:
        return K.NOISE if FILE_NAME.fullmatch(text) else K.NAME if _is_name_line(text) else None
    return _by_end(text) or (K.NAME if len(text) <= 60 and _is_name_line(text) else None)


def _by_end(text: str) -> LineKind | None:
    """Return the kind of a line that its end or some words in it give away."""
    if DATELINE.match(text):
        return K.DATELINE
    if text[-1] == ")" and LISTED.fullmatch(text):
        return K.RELATED_ITEM
    low = text.lower()
    if ("ảnh" in low or "hình" in low or "photo" in low) and (CREDITED.fullmatch(text) or NUMBERED.fullmatch(text)):
        return K.CAPTION
    if "google news" in low or "nguồn" in low or "sao chép" in low:
        return K.NOISE if FOLLOW.fullmatch(text) or QUOTED_RIGHTS.fullmatch(text) else None
    return K.NOISE if FILE_NAME.fullmatch(text) else None


def _is_name_line(text: str) -> bool:
    """Say whether ``text`` holds nothing but names or initials, brackets around them or not."""
    bare = bare_end(text.strip("()[] "))
    return is_person(bare) or _names(bare)
