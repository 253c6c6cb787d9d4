"""Who wrote it and whom it is taken from, in the forms union sites print that in."""

import pytest

from scraper.extraction.fields.byline import Source, read_authors, read_source
from scraper.extraction.fields.names import is_account, split_names
from scraper.extraction.fields.signature import Signature, split_signature

LAST = "Hội nghị kết thúc tốt đẹp trong không khí phấn khởi."
LD = '<script type="application/ld+json">{}</script>'
TITLE = "Hội nghị giao ban công tác sáu tháng đầu năm"


def page(under="", text="", below="", head=""):
    return f"""<html><head><title>{TITLE}</title>{head}</head><body><ul class="menu"><li><a href="/">Trang chủ</a></li></ul>
      <div class="article"><h1>{TITLE}</h1>{under}<div id="text">{text}</div>{below}</div>
      <div id="footer"><p>Người chịu trách nhiệm: Trần Văn Khôi</p></div></body></html>"""


SIGNATURES = {
    "Hồng Tuyến": (("Hồng Tuyến",), None),
    "Trịnh Công Lý./.": (("Trịnh Công Lý",), None),
    "Hải Yến- Khánh Lộc": (("Hải Yến", "Khánh Lộc"), None),
    "Mai Quyên, Hồ Thành": (("Mai Quyên", "Hồ Thành"), None),
    "ThS. Trịnh Lan Ánh": (("ThS. Trịnh Lan Ánh",), None),
    "VŨ HỮU CHÍNH": (("VŨ HỮU CHÍNH",), None),
    "P.V": (("P.V",), None),
    "PV": (("PV",), None),
    "(TTV)": (("TTV",), None),
    "Ban Biên tập": (("Ban Biên tập",), None),
    "Văn phòng LHH": (("Văn phòng LHH",), None),
    "Nguyễn Văn An (Sở KH&CN)": (("Nguyễn Văn An",), None),
    "Hà Thu (tổng hợp)": (("Hà Thu",), None),
    "Mai Lan (Theo TTXVN)": (("Mai Lan",), "TTXVN"),
    "Mai Lan - Theo Báo Nhân Dân": (("Mai Lan",), "Báo Nhân Dân"),
    "Lan Anh/VnExpress": (("Lan Anh",), "VnExpress"),
    "Tin, ảnh: Trần Quốc Tuấn": (("Trần Quốc Tuấn",), None),
    "TIN VÀ ẢNH: VŨ HỮU CHÍNH": (("VŨ HỮU CHÍNH",), None),
    "Bài và ảnh Nguyễn Văn An": (("Nguyễn Văn An",), None),
    "Bài: Lê Thị Hoa. Ảnh: Trần Văn Bình": (("Lê Thị Hoa",), None),
    "Tin: Lê Thị Hoa; Ảnh: Trần Văn Bình": (("Lê Thị Hoa",), None),
    "Người viết: Đinh Liên": (("Đinh Liên",), None),
    "Tác giả: Nguyễn Văn An - Nguồn: vusta.vn": (("Nguyễn Văn An",), "vusta.vn"),
    "Tác giả: Nguyễn Văn An và Trần Thị Bình": (("Nguyễn Văn An", "Trần Thị Bình"), None),
    "Thực hiện: Nhóm PV": (("Nhóm PV",), None),
    "H'Linh Niê": (("H'Linh Niê",), None),
    "K' Brêm": (("K' Brêm",), None),
    "Y Thuyên": (("Y Thuyên",), None),
    "Ksor Phước": (("Ksor Phước",), None),
    "T/h: Lan Anh": (("Lan Anh",), None),
    "CTV: Minh Đức": (("Minh Đức",), None),
    "LHH Phú Thọ": (("LHH Phú Thọ",), None),
    "LHH tỉnh Sơn Bình": (("LHH tỉnh Sơn Bình",), None),
    "Trần An - LHH Phú Thọ": (("Trần An",), None),
    "Tin, ảnh - Trần Văn An": (("Trần Văn An",), None),
    "Bài và ảnh – Trần An": (("Trần An",), None),
    "Tin & ảnh: Trần An": (("Trần An",), None),
    "Nguồn: vusta.vn": ((), "vusta.vn"),
    "Theo khoahoc.tv": ((), "khoahoc.tv"),
    "Theo Báo Nhân Dân": ((), "Báo Nhân Dân"),
    "(Theo TTXVN)": ((), "TTXVN"),
    "Theo: vnexpress.net": ((), "vnexpress.net"),
    "khoahoc.tv": ((), "khoahoc.tv"),
    "(Nguồn: Báo Khoa học và Đời sống)": ((), "Báo Khoa học và Đời sống"),
    "Nguồn Cổng TTĐT tỉnh": ((), "Cổng TTĐT tỉnh"),
    "Nguồn tin từ: Sở Khoa học và Công nghệ": ((), "Sở Khoa học và Công nghệ"),
    "Theo TTXVN": ((), "TTXVN"),
    "(Theo: “Đắk Nông Điện tử”)": ((), "Đắk Nông Điện tử"),
    "Theo http://baocaobang.vn": ((), "http://baocaobang.vn"),
    "Theo Tạp chí Khoa học Công nghệ Việt Nam, số 5 năm 2016": ((), "Tạp chí Khoa học Công nghệ Việt Nam, số 5 năm 2016"),
}


@pytest.mark.parametrize(("line", "read"), SIGNATURES.items())
def test_the_last_line_is_read_and_taken_out_of_the_text(line, read):
    assert split_signature([LAST, line]) == Signature(*read, 1)


@pytest.mark.parametrize(
    "line",
    [
        LAST,
        "Toàn cảnh hội nghị",
        "Ban Tổ chức tặng hoa các đơn vị đồng hành",
        "Study Abroad",
        "Tin vui: lúa được mùa",
        "Theo kế hoạch, hội nghị sẽ diễn ra trong hai ngày.",
        "Theo Bộ Y tế, số ca mắc đã giảm.",
        "Theo Sở Nông nghiệp, năm nay lúa được mùa",
        "Theo Hội đồng giám khảo cho biết có ba giải",
        "Theo báo cáo của Sở Công Thương",
        "Nguồn lực còn hạn chế",
        "Người viết nên lịch sử",
        "Điện thoại: 0219 3866 123",
    ],
)
def test_ordinary_last_lines_stay_text(line):
    assert split_signature([LAST, line]) == Signature()


def test_several_last_lines_belong_together_and_noise_between_them_goes():
    lines = [LAST, "Tin, ảnh: Mai Quyên", "Nguồn: vusta.vn", "Lượt xem: 61", "Xem chi tiết tại đây", "./."]
    assert split_signature(lines) == Signature(("Mai Quyên",), "vusta.vn", 5)


def test_what_stands_behind_a_signature_stays_text():
    lines = [LAST, "Lê Minh Toàn", "Nguồn: vusta.vn", "(Số liệu tính đến tháng 6)"]
    assert split_signature(lines, {1}) == Signature(("Lê Minh Toàn",), "vusta.vn", 3, frozenset({1}))
    assert split_signature([LAST, "Lê Minh Toàn", "Một số hình ảnh:"], {1}).authors == ("Lê Minh Toàn",)


@pytest.mark.parametrize("above", ["Giải nhất", "Các tác giả đoạt giải nhất của hội thi năm nay gồm:", "Đã ký"])
def test_a_name_over_a_note_is_a_signature_only_under_a_sentence(above):
    assert split_signature([LAST, above, "Lê Minh Toàn", "(Trường THPT Hoa Sen)"], {1}) == Signature()


def test_only_one_bare_line_is_the_byline():
    assert split_signature([LAST, "Nguyễn Văn An", "Trần Thị Bình"]) == Signature(("Trần Thị Bình",), None, 1)


@pytest.mark.parametrize("above", ["(Đã ký)", "CHỦ TỊCH", "TM. BAN THƯỜNG VỤ"])
def test_who_signs_a_letter_is_no_author(above):
    assert split_signature([LAST, above, "Nguyễn Văn An"]) == Signature()


def test_a_caption_that_names_its_source_is_no_credit_of_the_text():
    assert split_signature([LAST, "Ảnh minh họa: trồng rừng (Nguồn: Internet)"]).source is None


def test_a_text_of_names_alone_is_not_eaten_up():
    assert split_signature(["Nguyễn Văn An"]) == Signature(("Nguyễn Văn An",), None, 1)
    assert split_signature([]) == Signature()


@pytest.mark.parametrize(
    ("parts", "authors", "reader"),
    [
        ({"below": "<p><strong>Tác giả bài viết: </strong>Lê Minh Toàn</p>"}, ("Lê Minh Toàn",), "label"),
        ({"under": "<p>Tác giả: Lê Minh Toàn</p>"}, ("Lê Minh Toàn",), "label"),
        (
            {"under": "<span class='byline'>by <span class='author vcard'><a class='url fn'>Thu Hà</a></span></span>"},
            ("Thu Hà",),
            "class",
        ),
        ({"under": "<dd class='createdby'>Viết bởi Trần Văn Bình</dd>"}, ("Trần Văn Bình",), "class"),
        ({"below": "<p>Người cập nhật: Lý Thị Hoa</p>"}, ("Lý Thị Hoa",), "poster"),
        (
            {"head": LD.format('{"@type":"Article","author":{"@type":"Person","name":"Tri Túc"}}')},
            ("Tri Túc",),
            "json-ld",
        ),
        ({"head": "<meta name='author' content='Ngọc Bích'>"}, ("Ngọc Bích",), "meta"),
    ],
)
def test_authors_outside_the_text_are_read(surround, prose, parts, authors, reader):
    found = read_authors(surround(page(text=prose, **parts)), Signature())
    assert (found.value, found.reader) == (authors, reader)


@pytest.mark.parametrize(
    "parts",
    [
        {"under": "<p>Viết bởi Super User</p>"},
        {"under": "<span class='author'>Admin</span>"},
        {"under": "<span class='author'>@dmin</span>"},
        {"below": "<p>Người đăng: quantri</p>"},
        {"below": "<p>Người đăng: Quản trị viên</p>"},
        {"head": "<meta name='author' content='Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh'>"},
        {"head": "<meta name='author' content='Trường THCS Hoa Sen'>"},
        {"head": LD.format('{"@type":"Article","author":{"@type":"Organization","name":"Báo Tỉnh"}}')},
        {"under": "<div class='hidden' itemprop='author'><span itemprop='name'>admin1</span></div>"},
    ],
)
def test_accounts_and_organisations_are_no_authors(surround, prose, parts):
    assert read_authors(surround(page(text=prose, **parts)), Signature()) is None


@pytest.mark.parametrize(
    "under",
    [
        "<p>Lê Minh Toàn | 12/03/2020 | 0 phản hồi</p>",
        "<p>Lê Minh Toàn - 12/03/2020 08:15</p>",
        "<p>12/03/2020 - Lê Minh Toàn</p>",
        "<p>Ngày 12/03/2020 bởi Lê Minh Toàn</p>",
        "<p>Lê Minh Toàn</p><p>Thứ năm, 12/03/2020</p>",
        "<p><span>Lê Minh Toàn</span> <span>12/03/2020</span></p>",
    ],
)
def test_a_name_beside_the_date_under_the_headline_is_the_author(surround, prose, under):
    found = read_authors(surround(page(text=prose, under=under)), Signature())
    assert (found.value, found.reader) == (("Lê Minh Toàn",), "beside-date")


@pytest.mark.parametrize(
    "under",
    [
        "<p>admin - 12/03/2020</p>",
        "<p>Ban biên tập | 12/03/2020</p>",
        "<p>Phú Thọ - 12/03/2020</p>",
        "<p>12/03/2020 - Khoa Học</p>",
        "<p>Trang Chủ | 12/03/2020</p>",
        "<p><a href='/hoang-sa'>Hoàng Sa</a> | 12/03/2020</p>",
        "<p>Mai Lan</p><p>Hội thảo khoa học</p><p>12/03/2020</p>",
    ],
)
def test_places_categories_and_accounts_beside_the_date_are_nobody(surround, prose, under):
    assert read_authors(surround(page(text=prose, under=under)), Signature()) is None


def test_the_signature_of_the_text_wins_over_the_posting_account(surround, prose):
    around = surround(page(text=prose, under="<span class='author vcard'>Thu Hà</span>"))
    assert read_authors(around, Signature(("Lâm Minh Trí",))).value == ("Lâm Minh Trí",)


@pytest.mark.parametrize(
    ("below", "source"),
    [
        ("<p class='h5 text-right'><strong>Nguồn tin: </strong>Báo Nhân Dân điện tử</p>", Source("Báo Nhân Dân điện tử")),
        ("<p>Nguồn: <a href='http://vusta.vn/tin-p1.html'>vusta.vn</a></p>", Source("vusta.vn", "http://vusta.vn/tin-p1.html")),
        ("<p class='source'>Nguồn:sokhcn.example.vn <span>Copy link</span></p>", Source("sokhcn.example.vn")),
        ("<p class='author'>Theo Hồ Hương</p><p class='source'>Đại Đoàn kết</p>", Source("Đại Đoàn kết")),
    ],
)
def test_a_source_behind_the_text_is_read_with_its_link(surround, prose, below, source):
    assert read_source(surround(page(text=prose, below=below)), Signature()).value == source


def test_a_signed_source_is_linked_where_the_text_links_it(surround, prose):
    text = f"{prose}<p>Theo: <a href='http://baocaobang.vn/1'>Báo Cao Bằng</a></p>"
    found = read_source(surround(page(text=text)), split_signature([LAST, "Theo: Báo Cao Bằng"]))
    assert found.value == Source("Báo Cao Bằng", "http://baocaobang.vn/1")


def test_where_nobody_is_credited_there_is_no_source(surround, prose):
    assert read_source(surround(page(text=prose)), Signature()) is None


def test_selectors_of_the_definition_win(surround, prose):
    under = "<p class='a'>Tác giả: Mai Lan</p><p class='s'>Nguồn: vusta.vn</p><p>Tác giả: Người Khác</p>"
    around = surround(page(text=prose, under=under), byline=".a", source=".s")
    assert read_authors(around, Signature()).value == ("Mai Lan",)
    assert read_source(around, Signature()).value == Source("vusta.vn")


@pytest.mark.parametrize(
    "name", ["Administrator", "admin1", "Quản Trị", "webmaster", "tin.tuc@hoi.vn", "nguyen_van_a", "bientap01"]
)
def test_logins_are_told_from_people(name):
    assert is_account(name)


@pytest.mark.parametrize("name", ["Minh", "Thu Hà", "Ban Biên tập", "Minh Chiến", "Nguyễn Văn An"])
def test_people_are_told_from_logins(name):
    assert not is_account(name)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ban Tư vấn, phản biện", ("Ban Tư vấn, phản biện",)),
        ("Nguyễn Văn An; Trần Thị Bình", ("Nguyễn Văn An", "Trần Thị Bình")),
        ("Nguyễn Văn An & CTV", ("Nguyễn Văn An", "CTV")),
        ("Phòng GD&ĐT Vị Xuyên", ("Phòng GD&ĐT Vị Xuyên",)),
        ("Mai Lan - Chuyên viên Phòng Tổng hợp", ("Mai Lan",)),
        ("", ()),
    ],
)
def test_bylines_are_cut_into_names(text, names):
    assert split_names(text) == names
