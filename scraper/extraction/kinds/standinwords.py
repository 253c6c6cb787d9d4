"""Words by which pages that stand in for another give themselves away, in Vietnamese and English."""

import re
from typing import Literal

Standin = Literal["error", "challenge", "parked", "login", "search", "shell"]
"""What a page that stands in for another is."""


def _any_of(*patterns: str) -> re.Pattern[str]:
    """Return one pattern for all of ``patterns``, whatever their case."""
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


PAGE = (
    r"(?:trang|bài viết|bài|nội dung|tài liệu|tài nguyên|đường dẫn|địa chỉ|chuyên mục|tin tức|tin|thông tin|dữ liệu|tệp|file)"
)
ASKED = (
    r"(?: này| mà| hiện| được)*(?: (?:bạn|quý vị|quý khách|quý bạn đọc|bạn đọc))?(?: vừa| đang| đã| cần| muốn| tìm)*"
    r"(?: (?:tìm|tìm kiếm|yêu cầu|xem|truy cập|chọn|nhập))?(?: này| hiện| hiện tại| trên)*"
)
"""What stands between the name of a page and the news that it is gone: "bạn đang tìm", "này hiện"."""

GONE = (
    r"(?:không (?:tồn tại|tìm thấy|được tìm thấy|còn tồn tại|có sẵn|khả dụng|hợp lệ)|không (?:có|còn)"
    r"|(?:đã )?(?:bị|được) (?:xóa|xoá|gỡ)(?: bỏ)?)"
)
SORRY = r"(?:rất tiếc|xin lỗi|opp?s|ối)?[ ,!.]*"
WHERE = r"(?:,? (?:trên|trong) (?:hệ thống|máy chủ|website|trang|site|cơ sở dữ liệu).{0,40})?"
STATUS = r"(?:40[0-9]|41[0-9]|50[0-9])"
WHY = (
    r"(?:not found|forbidden|internal server error|bad gateway|service (?:temporarily )?unavailable|gateway time-?out"
    r"|bad request|error(?: page)?|access (?:is )?denied|unauthorized|method not allowed)"
)
SITE = r"(?:hệ thống|website|trang web|trang|site|cổng thông tin)(?: này)? (?:hiện )?đang(?: được)?(?: trong quá trình)?"
BUILT = r"(?:xây dựng|hoàn thiện|thiết kế|phát triển)"
MENDED = r"(?:bảo trì|nâng cấp|bảo dưỡng|sửa chữa|bận|quá tải|gặp sự cố)"
LOCKED = r"(?:bị )?(?:tạm )?(?:khóa|khoá|ngưng|ngừng)"
FIREWALL = r"web ?site firewall"

HEADINGS: dict[Standin, re.Pattern[str]] = {
    "challenge": _any_of(
        r"just a moment|chờ một chút|one moment,? please|please wait(?: while your request is being verified)?",
        r"attention required(?:! \| cloudflare)?|ddos-guard|you are being redirected|client challenge",
        r"pardon our interruption|request rejected|web application firewall|robot challenge screen",
        r"checking (?:your browser|(?:if )?the site connection(?: is)? secur\w+)(?: before accessing .+)?",
        rf"access denied(?: - .+ firewall)?|access to this page has been denied|.{{0,20}}{FIREWALL}(?: - access denied)?",
        r"(?:the )?(?:web )?page (?:is |has been )?blocked|(?:sorry, )?you have been blocked",
        r"(?:human|bot|browser|security) (?:verification|check|checkpoint)|are you (?:a )?(?:human|robot)",
        r"(?:đang |hệ thống đang )?(?:kiểm tra|xác minh|xác thực) (?:trình duyệt|kết nối|truy cập|người dùng)(?: của bạn)?",
        r"(?:đang )?xác (?:nhận|minh|thực)(?: rằng)? bạn (?:không phải là|không phải|là) (?:robot|người máy|con người)",
        r"(?:truy cập|yêu cầu)(?: của bạn)?(?: đã)? bị (?:từ chối|chặn)|bạn đã bị chặn|.{0,20}security checkpoint",
    ),
    "parked": _any_of(
        r"(?:this |the )?(?:account|website|site) (?:has been |is )?suspended|under construction|coming soon",
        r"(?:\S+ - )?this (?:domain|website)(?: name)? (?:is|may be) for sale.*|domain parking|parked domain",
        r"apache2? .{0,30}default page.*|test page for .+|welcome to (?:nginx|centos|iis).*|iis(?: windows server| ?\d[\d.]*)",
        r"(?:web server's |plesk |cpanel )?default (?:web )?(?:page|site)(?: page)?|(?:website|trang(?: web)?) mặc định",
        rf"(?:tài khoản )?hosting .{{0,20}}{LOCKED}.{{0,20}}|{SITE} {BUILT}",
        r"tên miền(?: này| \S+)?(?: đã| đang| chưa)?(?: được| bị)? ?(?:đăng ký|hết hạn|rao bán|tạm ngưng|tạm ngừng|khóa|khoá)"
        r"(?: (?:sử dụng|và|tại|bởi|từ) .{0,60}| sử dụng)?",
    ),
    "error": _any_of(
        rf"(?:lỗi|error|mã lỗi|http|http error|lỗi http|status)?[ :#-]*{STATUS}[ :.–-]*"
        rf"(?:{WHY}|(?:trang|bài viết|lỗi) .{{0,40}})?",
        rf".{{0,20}}\b{STATUS} (?:not found|forbidden)\b.{{0,20}}",
        r"error|lỗi|(?:thông )?báo lỗi|(?:đã )?(?:có|xảy ra) lỗi(?: xảy ra)?|error page|lỗi hệ thống|lỗi máy chủ",
        r"(?:page|file|article|resource|content|category|document)(?: was)? not found|not found|nothing found",
        r"the page cannot be (?:found|displayed)|oops!?.{0,20}(?:be found|not found)",
        r"the page you['’]re looking for doesn['’]t exist|sorry, something went wrong|service (?:busy|unavailable)",
        r"lỗi(?: khi)?(?: thiết lập)?(?: kết nối)?.{0,20}cơ sở dữ liệu|database error",
        r"error establishing a database connection|(?:site )?maintenance|bảo trì(?: hệ thống| website)?",
        r"runtime error|the resource cannot be found|object reference not set to an instance of an object",
        r"input string was not in a correct format|internal server error|bad gateway",
        r"an (?:unexpected )?error (?:has )?occurred",
        rf"{SITE} {MENDED}(?:,? (?:vui lòng|xin|mời) .{{0,60}})?",
        rf"{SORRY}{PAGE}{ASKED} {GONE}{WHERE}(?: (?:hoặc|hay|hoặc là) .{{0,60}})?",
        rf"{SORRY}(?:chúng tôi )?không (?:tìm thấy|tồn tại)(?: {PAGE}{ASKED}{WHERE})?",
        r".{1,40} tạm thời không (?:có sẵn|khả dụng|truy cập được|hoạt động)|.{1,40} is (?:currently|temporarily) unavailable",
    ),
    "login": _any_of(
        r"đăng nhập(?: (?:hệ thống|thành viên|quản trị|tài khoản|vào hệ thống|người dùng|trang quản trị))?",
        r"(?:member |user |admin )?log ?-?in|sign ?-?in|authentication required|yêu cầu đăng nhập",
        r"đăng ký (?:thành viên|tài khoản|người dùng|thành viên mới)|(?:quên|lấy lại|khôi phục) mật khẩu",
        r"(?:bạn |quý vị )?(?:cần|phải|vui lòng|hãy|chưa)(?: phải)? đăng nhập (?:để|trước khi)"
        r" (?:xem|đọc|truy cập|tiếp tục|vào).{0,60}",
        r"bạn (?:không|chưa) (?:có|được cấp) quyền (?:truy cập|xem|vào|sử dụng).{0,60}",
        r"you (?:are not authori[sz]ed|do not have permission|must be logged in|need to (?:log|sign) in).{0,60}",
    ),
    "search": _any_of(
        r"tìm kiếm|search|tìm kiếm (?:trên (?:site|trang|website|toàn)|theo từ khóa).{0,60}|tìm kiếm:.{0,60}",
        r"kết quả tìm kiếm.{0,80}|search results?(?: for.*)?|(?:bạn )?(?:đã )?tìm kiếm:? [\"“'].{0,60}",
    ),
    "shell": _any_of(r"pdf\.js viewer|loading|đang tải(?: dữ liệu)?(?:, vui lòng chờ)?"),
}
"""Whole titles, headlines and messages, without the marks around them."""

BEGINNINGS: dict[Standin, re.Pattern[str]] = {
    "error": _any_of(
        rf"server error in '|http (?:status|error) {STATUS}\b|(?:fatal|parse) error\b|briefly unavailable for",
        r"warning: (?:mysql|pg_|include|require)|dotnetnuke\.services\.exceptions",
    )
}
"""How titles and messages of programs begin, whatever follows."""

PHRASES: dict[Standin, re.Pattern[str]] = {
    "challenge": _any_of(
        r"checking your browser|verify(?:ing)?(?: that)? you are (?:a )?human|ddos protection|\bray id\b",
        r"enable javascript and cookies to continue|bật javascript và cookie|requested url was rejected",
        r"tường lửa (?:ứng dụng|website|web)|web application firewall|incapsula incident|(?:attack|support) id\b",
        r"kiểm tra trình duyệt|xác (?:minh|thực) bạn|không phải (?:là )?(?:robot|người máy)",
        r"don't have permission to access .{0,80}reference #",
    ),
    "parked": _any_of(
        r"domain(?: name)? (?:is |may be )+for sale|buy this domain|domain parking|account (?:has been )?suspended",
        rf"tên miền .{{0,60}}(?:rao bán|hết hạn|được đăng ký|được bảo (?:vệ|trợ))|tài khoản .{{0,30}}{LOCKED}",
        rf"{SITE} {BUILT}|website .{{0,20}}khởi tạo thành công",
        r"there is no web ?site at this address|this is the default (?:welcome )?page",
    ),
    "error": _any_of(
        r"404 (?:page )?not found|requested (?:url|resource|page) .{0,80}not found|an unhandled exception",
        rf"tài nguyên được yêu cầu không tìm thấy|{SITE} {MENDED}|an unexpected error|too many connections",
        r"(?:trang|bài viết)(?: này| bạn \w+(?: \w+)?)? (?:không tồn tại|không tìm thấy|đã bị xóa)",
    ),
}
"""Words anywhere on a page that prints little."""

FINGERPRINTS: dict[Standin, re.Pattern[str]] = {
    "challenge": _any_of(
        r"_incapsula_resource|sucuri_cloudproxy|_cf_chl_opt|slowaes|awswafintegration|captcha-delivery|ddos-guard|wsidchk",
        r"document\.cookie\s*=[\s\S]{0,400}?(?:location\.(?:reload|href|replace|assign)|window\.location)",
    ),
    "parked": _any_of(r"location(?:\.href)?\s*=\s*[\"']/lander|parkingcrew|sedoparking|bodis\.com"),
}
"""What scripts of pages that print nothing give away: a cookie is set and the page asked for again."""

SCRIPTED = _any_of(r"javascript|trình duyệt .{0,40}script")
"""What is shown to readers without JavaScript."""
