"""Lines that a pattern gives away where a list of words does not reach."""

import re

from scraper.extraction.lines.kinds import LineKind

K = LineKind

SOCIAL = r"facebook|twitter|google\+?|zalo|linkedin|pinterest|tweet|telegram|messenger|e-?mail|print|pdf|copy link"
TOOL = (
    r"(?:số )?l(?:ượt|ần)(?: người)? (?:xem|đọc|truy cập)\s*:?\s*[\d.,]*|[\d.,]+ l(?:ượt|ần) (?:xem|đọc)|bản in"
    r"|in(?: ấn| ra| bài(?: viết)?| tin| trang(?: \(.{1,12}\))?)?|print|(?:quay|trở) (?:lại|về)|về trang trước"
    r"|gửi (?:e-?mail|mail|tin|bài(?: viết)?|phản hồi|cho bạn bè)|lưu(?: bài(?: viết)?| tin)?"
    r"|chia sẻ(?: (?:bài(?: viết)?|tin)(?: này)?)?(?: (?:qua|lên|trên))?|share"
    r"|a ?[-+]|cỡ chữ|nghe|đọc bài"
    r"|phản hồi|góp ý|\d+ bình luận|(?:gửi )?bình luận|like|thích|tăng|giảm|mặc định|(?:(?:lên|về) )?đầu trang"
    r"|xem thêm"
    rf"|tải (?:về|xuống|file|tệp)(?: đính kèm)?(?: tại đây)?|\d{{1,4}}|a|{SOCIAL}"
)
"""A control or counter as it stands in the row of controls under an article."""

HEADS = (
    r"(?:xem )?(?:(?:các|những|một số) )?(?:bản tin|tin tức|tin bài|tin, bài|bài tin|tin|bài)(?: viết)?(?: bài)?"
    r"(?: hoạt động| trong tỉnh)? (?:có )?"
)
OTHERS = (
    r"(?:liên quan(?: khác)?|(?:khác )?cùng (?:chuyên mục|danh mục|loại|mục|chủ đề)|khác|mới|mới nhất|mới hơn|cũ hơn|nổi bật"
    r"|đã đưa|đã đăng|trước|trước đó|trong mục|(?:đăng )?cùng ngày|gần đây|tương tự"
    r"|xem nhiều|đọc nhiều|được quan tâm|mới đăng|mới cập nhật|tham khảo|tiếp theo)(?: nhất| hơn)?(?: ngày| năm"
    r"| theo ngày)?"
)
READERS = r"(?:số )?(?:lượt|lần)(?: người)? (?:xem|đọc|truy cập)|đã (?:xem|đọc)"
POSTED = r"người (?:đăng|gửi|nhập|tạo|cập nhật)|(?:được )?(?:đăng|viết|gửi) bởi|posted by"
GATHERING = r"(?:hội nghị|hội thảo|đại hội|buổi lễ|lưu niệm|chương trình|kỳ họp|t(?:ọa|oạ) đàm)"


def _opened(kind: LineKind, openers: str, pattern: str) -> tuple[LineKind, frozenset[str], re.Pattern[str]]:
    """Return a pattern for lines that begin with one of the words ``openers``."""
    return kind, frozenset(openers.split()), re.compile(pattern, re.IGNORECASE)


OPENED = (
    _opened(K.RELATED, "các những một xem bản tin bài", HEADS + OTHERS),
    _opened(K.RELATED, "nổi đọc xem", r"nổi bật báo .{3,30}|(?:đọc|xem) nhiều (?:trong|nhất|tuần) ?.{0,30}"),
    _opened(K.COMMENTS, "ý bình comments", r"(?:ý kiến bạn đọc|bình luận|comments?) ?\(\d+\)"),
    _opened(
        K.COMMENTS,
        "email thư bạn vui hãy",
        r"vui lòng đăng nhập.{0,60}bình luận|hãy là người đầu tiên.{0,30}bình luận"
        r"|(?:email|thư điện tử) của bạn sẽ không được.*|bạn cần (?:đăng nhập|trở thành).{0,120}bình luận",
    ),
    _opened(K.SOURCE_URL, "http https www", r"(?:https?://|www\.)\S+"),
    _opened(K.ATTACHMENTS, "tải download", r"tải (?:về|xuống|file|tệp|tài liệu|văn bản)\b.{0,60}|download\b.{0,60}"),
    _opened(K.ATTACHMENTS, "nhấn bấm click", r"(?:nhấn|bấm|click) vào (?:đây )?để (?:tải|xem|download).{0,60}"),
    _opened(K.CAPTION, "ảnh hình", r"(?:ảnh|hình)\s*\d{1,3}(?:\s*[:.–-].{0,120})?|ảnh (?:minh h(?:ọa|oạ)|tư liệu) \(.*\)?"),
    _opened(K.CAPTION, "quang toàn", rf"(?:quang cảnh|toàn cảnh)[^.;:]{{1,140}}{GATHERING}"),
    _opened(K.DATE, "số lượt đã", rf"(?:{READERS})\s*:?\s*[\d.,]+\s*[-–|,;]\s*(?:(?:ngày )?(?:cập nhật|đăng)|ngày)\b.{{4,50}}"),
    _opened(
        K.NOISE, "đã", r"đã (?:có )?[\d.,]+ (?:lượt |lần )?(?:người )?(?:xem|đọc)|đã (?:xem|đọc)\s*:?\s*[\d.,]+ (?:lần|lượt)"
    ),
    _opened(K.NOISE, "đánh rating", r"(?:đánh giá|rating)\s*:\s*[\d.,]+(?:\s*/\s*\d+)?(?: \(.{1,30}\))?"),
    _opened(K.NOISE, "trang page", r"(?:trang|page) \d+ ?(?:/|trên|of) ?\d+"),
    _opened(K.NOISE, "người đăng viết được gửi posted", rf"(?:{POSTED})\s*:\s*(?-i:[a-z0-9][a-z0-9_.@-]*)"),
    _opened(K.NOISE, "theo", r"theo dõi.{0,20} trên.{0,20}"),
    _opened(K.NOISE, "logo banner image icon ảnh", r"logo[ -].{1,60}|(?:banner|icon|image)\s*\d+"),
    _opened(
        K.NOISE,
        "img dsc dscn dscf p mvi pic screenshot z",
        r"(?:img|dsc[nf]?|p|mvi|pic|screenshot|z)[_\-\s]?\d{3,}[\w\-]*(?:\.\w{3,4})?",
    ),
    _opened(K.NOISE, "tổng xếp", r"tổng số điểm của bài viết là.*|xếp hạng.{0,40}"),
    _opened(K.NOISE, "trang home bạn", r"(?:trang chủ|trang nhất|home)\s*(?:»|>|/|›|\||->).*|bạn đang ở.{0,80}"),
    _opened(K.NOISE, "copyright bản", r"(?:copyright|bản quyền (?:thuộc|của)).*"),
    _opened(K.NOISE, "giấy cấp số gp", r"(?:giấy phép (?:số|hoạt động|thiết lập)|số giấy phép|gp số).*"),
    _opened(K.NOISE, "cấm ghi", r"(?:cấm sao chép|ghi rõ nguồn (?:\"|“|từ|khi)).*"),
    _opened(
        K.NOISE,
        "chú mọi vui yêu đề việc nghiêm khi",
        r".{0,160}(?:đăng lại|đăng tải lại|sao chép|phát hành lại|sử dụng lại).{0,140}(?:nguồn|bản quyền|đồng ý"
        r"|cho phép).*"
        r"|chú ý: bài viết này chưa được xuất bản.*",
    ),
    _opened(K.NOISE, "powered proudly designed developed", r"(?:(?:proudly )?powered|designed|developed) by.*"),
    _opened(K.NOISE, "phát thiết xây", r"(?:phát triển|thiết kế|xây dựng)(?: và (?:phát triển|thiết kế|xây dựng))? bởi.{0,60}"),
    _opened(K.NOISE, "chào kính thân", r"(?:(?:thân ái )?chào mừng(?: bạn)? (?:đến|bạn|quý)|kính chào).{0,120}"),
    _opened(K.NOISE, "đang loading vui", r"(?:đang (?:tải|cập nhật)|loading|vui lòng (?:chờ|đợi))[^.:]{0,30}"),
    _opened(K.NOISE, "trình your", r"trình duyệt (?:của bạn )?(?:đã tắt|không hỗ trợ).*|your browser does not.*"),
    _opened(K.NOISE, "trở quay", r"(?:trở|quay) lại(?-i: [A-ZĐ]).{0,20}"),
    _opened(
        K.NOISE, "function var document window jquery printdoc", r"(?:function |var |document\.|window\.|jquery|printdoc).*"
    ),
)
"""Kinds, the words their lines may begin with, and the pattern of the whole line, more exact ones first."""

TOOLS = re.compile(rf"(?>(?:{TOOL})(?::|[\s|,•/–\[\]-])*)++", re.IGNORECASE)
"""A whole row of controls, one at least; nothing is tried twice, for "1 1 1 ..." can be cut in very many ways."""

TOOL_OPENERS = frozenset({
    "số", "lượt", "lần", "bản", "in", "print", "quay", "trở", "về", "gửi", "chia", "share", "lưu", "a", "tải", "cỡ",
    "nghe", "đọc", "phản", "góp", "bình", "like", "thích", "tweet", "tăng", "giảm", "mặc", "lên", "xem", "email", "pdf",
    "facebook", "twitter", "google", "zalo", "linkedin", "pinterest", "telegram", "messenger", "copy",
})  # fmt: skip

SHAPES = (
    (
        K.NOISE,
        re.compile(r"\(?[\d.,]+ ?(?:k|lượt|lần)? ?(?:xem|đọc|truy cập|views?|bình luận|phản hồi|ý kiến|comments?)\)?", re.I),
    ),
    (
        K.NOISE,
        re.compile(r"\(\d+\) ?bình luận|\(?[\d.,]+ ?(?:/ ?5)? ?\(?[\d.,]* ?(?:phiếu|votes?|đánh giá|sao)\)?.{0,20}", re.I),
    ),
    (K.NOISE, re.compile(r"\d{1,6}|[|\s\d]+")),
    (K.DATE, re.compile(r"\d{1,2}[:h]\d{2} ?(?:[ap]m)? ?[-–] ?\d{1,2}[:h]\d{2} ?(?:[ap]m)?", re.I)),
    (K.END_MARK, re.compile(r"\.?/\.|\.{1,3}/+")),
    (K.NOISE, re.compile(r"(?:\[/?[a-z_]{3,20}(?: [^\]]*=[^\]]*)?\]\s*)+")),
    (K.NOISE, re.compile(r"[-_=*.•·–—|\s/\\>»›:]+")),
    (K.NOISE, re.compile(r"(?:<+|«|‹|←)\s*(?:(?:quay|trở) (?:lại|về)|(?:về )?trang trước|(?:tin|bài) trước).{0,25}", re.I)),
    (K.RELATED_ITEM, re.compile(r"(?:>>|»|>|=>|☞|▶)\s*.{5,200}")),
    (
        K.NOISE,
        re.compile(r"(?:©|\(c\)\s*(?:copyright|bản quyền|\d{4})|\(\*\) bản quyền|\*\s*(?:giấy phép|chịu trách nhiệm)).*", re.I),
    ),
    (K.NOISE, re.compile(r"\$\(.*|<!--.*|-->.*|\[email\s?protected\]|\[?quảng cáo\]?", re.I)),
)
"""Kinds of lines that begin with anything but a letter."""

FILE_NAME = re.compile(
    r"[\w\-().]+\.(?:jpe?g|png|gif|bmp|webp|pdf|docx?|xlsx?|pptx?|rar|zip)"
    r"|(?=[^ ]*[-_])[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+){2,}",
    re.IGNORECASE,
)
LISTED = re.compile(r"[-•*+»]?\s*.{8,160}\s\(\s?\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?(?:,? \d\d:\d\d)?\s?\)")
"""An entry in a list of articles: the title, and the day in brackets."""

GATHERED = re.compile(
    rf"(?:(?:các )?đại biểu|đoàn chủ t(?:ọa|oạ|ịch)|chụp ảnh lưu niệm|lãnh đạo|đồng chí)[^.;:]{{1,140}}{GATHERING}",
    re.IGNORECASE,
)
"""Who does what at a gathering, without a full stop: a caption where a picture stands before it."""

CREDITED = re.compile(r".{5,200}[.\s(](?:ảnh|hình|photo)\s*:\s*\S.{0,40}|.{5,160} [-–] (?:ảnh|hình) \d{1,2}", re.IGNORECASE)
"""A caption with its credit or number behind it."""

RIGHTS = re.compile(
    r".{0,80}(?:cấm sao chép|(?:phải|vui lòng|đề nghị|yêu cầu) (?:được )?ghi rõ nguồn"
    r"|khi (?:phát hành|trích dẫn|sử dụng|đăng tải|đăng) lại).{0,120}|.{2,40} trên google news",
    re.IGNORECASE,
)
"""Terms of use under an article."""

DATELINE = re.compile(
    r"\((?P<value>[A-ZÀ-ỸĐ][^()\d:;]{1,70}|[\w.]+\.vn)\)\s*[-–—.]\s*\S|(?P<bare>[A-ZĐ&]{2,8}"
    r"|[A-Z]{2,6}\.VN)\s+[-–—]\s+[^\W\d_]"
)
