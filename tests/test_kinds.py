import pytest

from scraper.kinds import Kind, is_trap, kind_by_name, likely_kind


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("https://a.vn/uploads/news/Bieu-mau.DOCX", Kind.FILE),
        ("https://a.vn/anh.jpg?width=500", Kind.FILE),
        ("https://a.vn/sitemap_index.xml", Kind.SITEMAP),
        ("https://a.vn/wp-sitemap-posts-post-1.xml.gz", Kind.SITEMAP),
        ("https://a.vn/su-hinh-thanh-va-phat-trien.55", None),
        ("https://a.vn/xem.html?file=/upload/a.pdf", None),
        ("https://a.vn/tin.pdf.html", None),
    ],
)
def test_a_file_is_told_by_its_ending(address, kind):
    assert kind_by_name(address) is kind


@pytest.mark.parametrize(
    "address",
    [
        "https://a.vn/tin?orderby=date",
        "https://a.vn/index.php/tin?filter_order_Dir=ASC",
        "https://a.vn/bai-1.html?print=1",
        "https://a.vn/bai-1?tmpl=component",
        "https://a.vn/dang-nhap.aspx?returnUrl=%2Ftin",
        "https://a.vn/tim-kiem?tukhoa=vacxin",
        "https://a.vn/lich-hop?month=12&year=2031",
        "https://a.vn/su-kien?ical=1",
        "https://a.vn/tin/anh/tin/anh/tin/anh",
    ],
)
def test_a_trap_is_not_followed(address):
    assert is_trap(address)
    assert likely_kind(address) is Kind.SKIPPED


@pytest.mark.parametrize(
    "address",
    [
        "https://a.vn/",
        "https://a.vn/tin?page=3",
        "https://a.vn/tin?nam=2019",
        "https://a.vn/2016/06/06/dai-hoi",
        "https://a.vn/dang-ky-tham-du-hoi-thao",
        "https://a.vn/index.php?option=com_content&task=view&id=12",
        "https://a.vn/?655=5&658=94&657=635&654=4",
    ],
)
def test_an_honest_address_is_no_trap(address):
    assert likely_kind(address) is Kind.OTHER


@pytest.mark.parametrize(
    "address", ["https://a.vn/feed", "https://a.vn/rss/tin.rss", "https://a.vn/rss.aspx", "https://a.vn/?feed=rss2"]
)
def test_a_feed_is_told_by_its_habit(address):
    assert likely_kind(address) is Kind.FEED
