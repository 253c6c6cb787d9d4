"""Words by which lines give themselves away, as Vietnamese sites print them. All in small letters, composed."""

from scraper.extraction.lines.kinds import LineKind

K = LineKind


def _words(text: str) -> tuple[str, ...]:
    """Return the entries of a list that is parted by bars."""
    return tuple(" ".join(entry.split()) for entry in text.split("|"))


LABELS: dict[str, LineKind] = {
    label: kind
    for kind, labels in {
        K.AUTHOR: """
            tác giả | tác giả bài | tác giả bài viết | người viết | người viết bài | người viết tin | người đưa tin |
            ghi chép
        """,
        K.SOURCE: """
            nguồn | nguồn tin | nguồn bài | nguồn bài viết | nguồn tin từ | nguồn từ | nguồn trích | nguồn trích dẫn |
            trích nguồn | dẫn nguồn | nguồn gốc bài viết
        """,
        K.PHOTO_CREDIT: "nguồn ảnh | nguồn hình | nguồn hình ảnh | ảnh nguồn",
        K.KEYWORDS: "tag | tags | từ khóa | từ khoá | thẻ | nhãn | keyword | keywords | từ khóa tìm kiếm",
        K.CATEGORY: "chuyên mục | danh mục | mục | thể loại | chuyên đề | đăng trong",
        K.CONTACT: """
            địa chỉ | trụ sở | trụ sở chính | đ/c | điện thoại | đt | tel | fax | hotline | email | e-mail | website |
            phone
        """,
        K.ATTACHMENTS: """
            file đính kèm | tập tin đính kèm | tệp đính kèm | tệp tin đính kèm | tài liệu đính kèm | văn bản đính kèm |
            các file đính kèm | tài liệu kèm theo | văn bản kèm theo | file kèm theo | tải file đính kèm
        """,
        K.RELATED_ITEM: "xem thêm | đọc thêm | bài liên quan | tin liên quan | xem lại",
        K.NOISE: """
            giấy phép số | giấy phép hoạt động | giấy phép thiết lập | giấy phép | số giấy phép | chịu trách nhiệm chính
            | chịu trách nhiệm nội dung | chịu trách nhiệm về nội dung | chịu trách nhiệm xuất bản | tổng biên tập |
            trưởng ban biên tập | cơ quan chủ quản | cơ quan quản lý | đơn vị thiết kế | thiết kế web | thiết kế website
            | tổng số điểm của bài viết là | xếp hạng | bạn đang ở | bạn đang ở đây
        """,
    }.items()
    for label in _words(labels)
}
"""What stands before a colon, and what the line is whatever stands behind it."""

NAME_LABELS: dict[str, LineKind] = {
    label: kind
    for kind, labels in {
        K.AUTHOR: """
            bài | tin | tin bài | tin, bài | bài viết | thực hiện | người thực hiện | nội dung | biên soạn | người biên
            soạn | nhóm pv | phóng viên | nhóm tác giả | pv | ctv | cộng tác viên
        """,
        K.AUTHOR_AND_PHOTO_CREDIT: """
            tin, ảnh | tin ảnh | tin, bài, ảnh | tin bài, ảnh | tin, hình | bài, ảnh | bài, hình | bài, hình ảnh | bài
            viết, ảnh | bài viết, hình ảnh | nội dung, ảnh | nội dung, hình ảnh | ảnh, bài | ảnh, tin | hình, bài | tin,
            clip | tin, ảnh, clip | tin, ảnh, video | bài, ảnh, clip | bài, ảnh, video | bài, clip | bài, video | tin,
            video | tin, photo | bài, photo | thực hiện, ảnh
        """,
        K.POSTER: """
            viết bởi | đăng bởi | được viết bởi | được đăng bởi | gửi bởi | người đăng | người đăng tin | người đăng bài
            | người đăng bài viết | người cập nhật | người nhập | người gửi | người tạo | posted by | post by | written
            by | by | author
        """,
        K.CONTRIBUTOR: """
            biên tập | người biên tập | hiệu đính | tổng hợp | sưu tầm | người sưu tầm | dịch | người dịch | biên dịch |
            lược dịch | lược ghi | lược thuật | t, h | st
        """,
        K.PHOTO_CREDIT: """
            ảnh | hình | hình ảnh | photo | photos | ảnh minh họa | ảnh minh hoạ | minh họa | minh hoạ | ảnh tư liệu |
            clip | ảnh chụp | video
        """,
    }.items()
    for label in _words(labels)
}
"""What stands before a colon where names must stand behind it. Commas stand for "và", dashes and the like."""

SPOKEN_LABELS = tuple(
    sorted((label for label, kind in NAME_LABELS.items() if kind not in (K.AUTHOR, K.PHOTO_CREDIT)), key=len, reverse=True)
)
"""Labels that some pages print without the colon, the longest first: "Bài và ảnh Nguyễn Văn An"."""

SPOKEN_OPENERS = frozenset(label.replace(",", " ").split()[0] for label in SPOKEN_LABELS)
"""The words those begin with."""

COUNTERS = frozenset(
    _words(
        """
        lượt xem | lượt đọc | lượt tải | lượt tải về | số lượt tải | số lượt tải về | số lượt xem | số lượt đọc |
        số lượt người xem | số lần xem | lần xem | đã xem | đã đọc |
        xem | đọc | số lần đọc | lượt truy cập | số lượt truy cập | tổng số truy cập | tổng truy cập | tổng lượt truy
        cập | tổng số lượt truy cập | truy cập | đang truy cập | số người đang truy cập | đang online | online | trực
        tuyến | người xem | người đọc | số người xem | số người đọc | đang trực tuyến | số lượt đang online | hôm nay |
        hôm qua | tuần này | tuần trước | tháng này | tháng
        trước | tháng hiện tại | năm nay | tất cả | khách | khách viếng thăm | thành viên online | hits | hit | views |
        view | bình luận | số bình luận | phản hồi | like | thích
        """
    )
)
"""What stands before a number that counts readers."""

PHRASES: dict[str, LineKind] = {
    phrase: kind
    for kind, phrases in {
        K.RELATED: """
            dòng sự kiện | theo dòng sự kiện | có thể bạn quan tâm | bạn có thể quan tâm | đọc nhiều | xem nhiều | tin
            xem nhiều | đọc nhiều nhất | xem nhiều nhất | nổi bật | mới nhất | tin nóng | tiêu điểm | video liên quan |
            tham khảo thêm | có thể bạn thích | cùng chuyên mục | cùng chủ đề | chủ đề liên quan | văn bản khác | thông
            báo khác | related articles | related news | other news | older news | newer news | xem theo ngày |
            xem tin theo ngày | tìm theo ngày | post navigation | related posts | văn
            bản liên quan
        """,
        K.COMMENTS: """
            ý kiến bạn đọc | bình luận | gửi bình luận | viết bình luận | để lại bình luận | gửi bình luận của bạn | gửi
            phản hồi | gửi ý kiến | gửi ý kiến của bạn | gửi nhận xét | để lại một bình luận | để lại phản hồi | để lại
            một phản hồi | hủy trả lời | leave a reply | leave a comment | comments | mã an toàn | mã bảo mật | captcha
            | ý kiến độc giả | phản hồi bạn đọc | bình luận bài viết | viết phản hồi | gửi ý kiến phản hồi | ý kiến phản
            hồi | gửi góp ý | facebook comments | bình luận facebook | bình luận qua facebook | đăng nhận xét | không có
            nhận xét nào | chưa có bình luận | chưa có bình luận nào | bình luận của bạn
            | tên của bạn | sắp xếp theo bình luận mới | sắp xếp theo bình luận cũ | sắp xếp theo số lượt thích | thay
            mới | ý kiến của bạn
        """,
        K.KEYWORDS: "tags | tag | từ khóa | từ khoá | keywords",
        K.ATTACHMENTS: """
            file đính kèm | tập tin đính kèm | tệp đính kèm | tệp tin đính kèm | tài liệu đính kèm | văn bản đính kèm |
            xem trước | tải về | tải xuống | tải về tại đây | tải file | tải file đính kèm | tải tài liệu | tải văn bản
            | download | tài liệu kèm theo | đính kèm | kèm theo | văn bản kèm theo | file kèm theo | các file đính kèm
        """,
        K.SOURCE_URL: """
            xem bài gốc | xem bài gốc tại đây | đọc bài gốc | link bài gốc | xem nguyên văn | xem bản gốc | bài gốc
        """,
        K.CAPTION: """
            ảnh minh họa | ảnh minh hoạ | ảnh tư liệu | ảnh internet | hình minh họa | quang cảnh hội nghị | toàn cảnh
            hội nghị
        """,
        K.NOISE: """
            bản in | in | in ra | in ấn | in bài | in bài viết | in bài này | in bài viết này | in trang | in trang
            này | in trang web | print | phiên bản in | gửi bạn bè | gửi cho bạn bè | gửi bài | gửi bài viết | gửi bài
            này | gửi bài này cho bạn | gửi cho bạn | gửi email | gửi tin qua email | giới thiệu bài viết cho bạn bè |
            lưu | lưu bài | lưu bài viết | lưu bài viết này | chia sẻ | chia sẻ bài viết | chia sẻ lên facebook | chia
            sẻ facebook | chia sẻ qua zalo | chia sẻ mạng xã hội | share | share on facebook | copy link | copy link
            thành công | sao chép liên kết | cỡ chữ | mặc định cỡ chữ | xem với cỡ chữ | tăng cỡ chữ | giảm cỡ chữ |
            thay đổi cỡ chữ | kích thước chữ | kích thước font chữ | font size | gửi email cho bạn bè | gửi bài viết
            cho bạn bè | gửi bài này cho bạn bè | gửi tin này cho bạn bè | chia sẻ với bạn bè | chia sẻ lên mạng xã
            hội | xem phiên bản in | quay lại trang trước | trở lại trang trước | lên trên | đăng ký nhận tin | hỗ trợ
            trực tuyến | thăm dò ý kiến | kết quả bình chọn | ảnh đại diện | không có ảnh | bài viết hữu ích | font |
            đọc bài | đọc bài viết | nghe | nghe bài viết | nghe đọc bài | tự động phát | tương phản | quay lại | trở
            lại | trở về | quay về | về trang trước | về trang chủ | về đầu trang | lên đầu trang | đầu trang | back |
            top | trang chủ | trang trước | trang sau | trang tiếp | trang đầu | trang cuối | xem thêm | xem tiếp |
            đọc tiếp | đọc thêm | xem chi tiết | xem chi tiết tại đây | chi tiết tại đây | xem tất cả | xem tất cả
            bình luận | báo lỗi | cấu trúc cổng | cấu trúc trang | sơ đồ cổng | sơ đồ trang | sơ đồ website | rss |
            english | tiếng việt | menu | thư viện ảnh | multimedia | click để đánh giá bài viết | đánh giá | đánh giá
            bài viết | bài viết rất kém | bài viết kém | bài viết đạt | bài viết tốt | bài viết rất tốt | phiếu bầu |
            tổng số điểm của bài viết là | bạn đang ở | bạn đang ở đây | quảng cáo | đang tải | loading | đang cập
            nhật | vui lòng chờ | vui lòng đợi | email protected | logo | banner | icon | thumbnail | avatar | no
            image | noimage | image | hình ảnh | đăng nhập | tìm kiếm | chọn ngôn ngữ
        """,
    }.items()
    for phrase in _words(phrases)
}
"""Whole lines, a colon or dots behind them or not."""

BARE_PHRASES = frozenset(
    _words(
        """
        liên hệ | đăng ký | góp ý | phản hồi | hỏi đáp | video | văn bản | lịch công tác | trước | sau | đầu | cuối |
        tiếp theo | chi tiết | tất cả
        """
    )
)
"""Whole lines that are buttons as they stand; with a colon behind them they head a part of a notice."""
