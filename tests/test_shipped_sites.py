"""The shipped definitions: all 64 are there, and each tells the addresses that were seen of its site."""

import re
import unicodedata
from itertools import combinations
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import pytest

from scraper.checks import check_sites
from scraper.site import Kind
from spiders.loader import shipped_and

FACTS = Path(__file__).parents[2] / "shared" / "facts" / "sites.yaml"

PROVINCES = """
    An Giang, Bà Rịa - Vũng Tàu, Bạc Liêu, Bắc Giang, Bắc Kạn, Bắc Ninh, Bến Tre, Bình Dương, Bình Định, Bình Phước, Bình Thuận,
    Cà Mau, Cao Bằng, Cần Thơ, Đà Nẵng, Đắk Lắk, Đắk Nông, Điện Biên, Đồng Nai, Đồng Tháp, Gia Lai, Hà Giang, Hà Nam, Hà Nội,
    Hà Tĩnh, Hải Dương, Hải Phòng, Hậu Giang, Hòa Bình, Hồ Chí Minh, Hưng Yên, Khánh Hòa, Kiên Giang, Kon Tum, Lai Châu, Lạng Sơn,
    Lào Cai, Lâm Đồng, Long An, Nam Định, Nghệ An, Ninh Bình, Ninh Thuận, Phú Thọ, Phú Yên, Quảng Bình, Quảng Nam, Quảng Ngãi,
    Quảng Ninh, Quảng Trị, Sóc Trăng, Sơn La, Tây Ninh, Thái Bình, Thái Nguyên, Thanh Hóa, Thừa Thiên Huế, Tiền Giang, Trà Vinh,
    Tuyên Quang, Vĩnh Long, Vĩnh Phúc, Yên Bái
"""
PROVINCES_2025 = """
    An Giang, Bắc Ninh, Cà Mau, Cao Bằng, Cần Thơ, Đà Nẵng, Đắk Lắk, Điện Biên, Đồng Nai, Đồng Tháp, Gia Lai, Hà Nội, Hà Tĩnh,
    Hải Phòng, Hồ Chí Minh, Huế, Hưng Yên, Khánh Hòa, Lai Châu, Lạng Sơn, Lào Cai, Lâm Đồng, Nghệ An, Ninh Bình, Phú Thọ,
    Quảng Ngãi, Quảng Ninh, Quảng Trị, Sơn La, Tây Ninh, Thái Nguyên, Thanh Hóa, Tuyên Quang, Vĩnh Long
"""
PREDECESSORS = {
    "an_giang": ("kien_giang",),
    "dong_nai": ("binh_phuoc",),
    "gia_lai": ("binh_dinh",),
    "hai_phong": ("hai_duong",),
    "hung_yen": ("thai_binh",),
    "khanh_hoa": ("ninh_thuan",),
}
"""The unions that are known to have merged; provinces that did are no proof."""

ARTICLE, LISTING, OTHER, SKIPPED, OFFSITE = Kind.ARTICLE, Kind.LISTING, Kind.OTHER, Kind.SKIPPED, Kind.OFFSITE

ADDRESSES = [
    ("vusta", "vusta.vn/ong-dau-quang-vinh-duoc-bau-giu-chuc-vu-chu-tich-lien-hiep-hoi-tinh-nghe-an-khoa-vii-nhiem-ky-2025-2030-p94415.html", ARTICLE, "94415"),
    ("vusta", "vusta.vn/headline-edited-since-p94415.html", ARTICLE, "94415"),
    ("vusta", "en.vusta.vn/binh-dinh-promotion-of-science-and-technology-proliferation-p128.html", ARTICLE, "en/128"),
    ("vusta", "vusta.vn/chitiet/tin-tuc/binh-thuan-lien-hiep-hoi-trien-khai-hoat-dong-nam-2020", ARTICLE, "chitiet/binh-thuan-lien-hiep-hoi-trien-khai-hoat-dong-nam-2020"),
    ("vusta", "vusta.vn/vi/news/Lien-hiep-hoi-1739/Chang-duong-15-nam-xay-dung-va-phat-trien-cua-Lien-hiep-Hoi-Yen-Bai-57398.html", ARTICLE, "nukeviet/57398"),
    ("vusta", "vusta.vn/vi/news/savefile/Lien-hiep-hoi-1733/Lang-Son-Tong-ket-nam-2017-va-trien-khai-nhiem-vu-nam-2018-61381.html", ARTICLE, "nukeviet/61381"),
    ("vusta", "vusta.vn/vi/news/Lien-hiep-hoi-1733/Lang-Son-Tong-ket-nam-2017-va-trien-khai-nhiem-vu-nam-2018-61381.html", ARTICLE, "nukeviet/61381"),
    ("vusta", "vusta.vn/en/news/Our-Partners/Lam-Dong-Union-of-Associations-held-the-fifth-Congress-56009.html", ARTICLE, "nukeviet_en/56009"),
    ("vusta", "vusta.vn/hoat-dong-dang-doan-the.html?page=2", LISTING, None),
    ("vusta", "vusta.vn/tin-tuc-su-kien-c37.html", LISTING, None),
    ("vusta", "vusta.vn/en/about/", OTHER, None),
    ("vusta", "vusta.gov.vn/News/tintuc/2020/07/1082.aspx", OFFSITE, None),
    ("bac_giang", "busta.vn/van-ban-qppl/c-2/Lien-hiep-hoi.html", LISTING, None),
    ("bac_ninh", "hkhkt.bacninh.gov.vn/trang-chu?p_p_id=newsbycategory_WAR_bacninhportlet&p_p_lifecycle=0&p_p_state=normal&p_p_mode=view&_newsbycategory_WAR_bacninhportlet_cateId=9389855&p_p_auth=1H7ZLD1n", LISTING, None),
    ("binh_thuan", "vusta.gov.vn/News/tintuc/2020/07/1082.aspx", ARTICLE, "1082"),
    ("binh_thuan", "vusta.gov.vn/News/gioithieu/gioithieuchung/2013/03/6.aspx", ARTICLE, "6"),
    ("binh_thuan", "vusta.vn/", OFFSITE, None),
    ("ca_mau", "lienhiephoikhkt.camau.gov.vn/su-hinh-thanh-va-phat-trien.55", ARTICLE, "55"),
    ("can_tho", "custa.cantho.gov.vn/lien-hiep-hoi-can-tho-25-nam-mot-chang-duong", ARTICLE, "lien-hiep-hoi-can-tho-25-nam-mot-chang-duong"),
    ("can_tho", "custa.cantho.gov.vn/tin-tuc", OTHER, None),
    ("cao_bang", "lienhiephoi.caobang.gov.vn/vi/news/ky-niem-20-nam-thanh-lap-lien-hiep/nhung-ket-qua-trong-hoat-dong-khoa-hoc-cong-nghe-va-xay-dung-nong-thon-moi-374.html", ARTICLE, "374"),
    ("cao_bang", "lienhiephoi.caobang.gov.vn/vi/news/savefile/ky-niem-20-nam-thanh-lap-lien-hiep/nhung-ket-qua-trong-hoat-dong-khoa-hoc-cong-nghe-va-xay-dung-nong-thon-moi-374.html", SKIPPED, "374"),
    ("cao_bang", "lienhiephoi.caobang.gov.vn/vi/news/pho-bien-kien-thuc/page-2", LISTING, None),
    ("da_nang", "lhhdanang.vn/?655=5&658=94&657=644&654=37", ARTICLE, "644"),
    ("da_nang", "lhhdanang.vn/?657=644&654=37&658=94&655=5", ARTICLE, "644"),
    ("da_nang", "lhhdanang.vn/?655=5&658=94&654=4", OTHER, None),
    ("da_nang", "lhhdanang.vn/", LISTING, None),
    ("dak_lak", "dakusta.org.vn/tin-tuc-su-kien/tin-hoat-dong-co-quan-lien-hiep-hoi/8901/lien-hiep-hoi-dak-lak--20-nam-hinh-thanh-va-phat-trien/", ARTICLE, "8901"),
    ("dak_lak", "dakusta.org.vn/gioi-thieu/7767/lien-hiep-cac-hoi-khoa-hoc-va-ky-thuat-tinh-dak-lak-to-chuc-hoi-nghi-ban-chap-hanh-mo-rong-lan-thu-8-va-so-ket-cong-tac-6-thang-dau-nam-2020/", ARTICLE, "7767"),
    ("dak_lak", "dakusta.org.vn/bai-viet/Gioi-thieu-ve-Lien-hiep-cac-Hoi-KH-KT-tinh-Dak-Lak-138", ARTICLE, "bai_viet/138"),
    ("dong_nai", "dusta.dongnai.gov.vn/Pages/noi-dung-tin.aspx?NewsID=394&TopicID=21", ARTICLE, "394"),
    ("dong_nai", "dusta.dongnai.gov.vn/pages/noi-dung-tin.aspx?TopicID=18&NewsID=394", ARTICLE, "394"),
    ("dong_thap", "lhchkhkt.dongthap.gov.vn/web/lhchkhkt/chi-tiet-bai-viet/-/asset_publisher/1mOzUrGkrdAE/content/id/9343594?plidlayout=9891", ARTICLE, "9343594"),
    ("dong_thap", "lhchkhkt.dongthap.gov.vn/chi-tiet-bai-viet/-/asset_publisher/1mOzUrGkrdAE/content/id/9343594?plidlayout=9883", ARTICLE, "9343594"),
    ("gia_lai", "lienhiephoigialai.vn/", LISTING, None),
    ("gia_lai", "admin.lienhiephoigialai.vn/uploads/anh.jpg", OFFSITE, None),
    ("ha_giang", "lienhiephoihagiang.org.vn/tin-hoat-dong-cua-hoi/lien-hiep-cac-hoi-khoa-hoc-va-ky-thuat-ha-giang-5-nam-truong-thanh-va-phat-trien.html", ARTICLE, "lien-hiep-cac-hoi-khoa-hoc-va-ky-thuat-ha-giang-5-nam-truong-thanh-va-phat-trien"),
    ("ha_tinh", "lienhiephoikhkt.hatinh.gov.vn/post/download?id=1529", ARTICLE, "1529"),
    ("hai_duong", "lienhiephoihaiduong.vn/tag/nh%C3%A0-s%C3%A1ng-ch%E1%BA%BF", LISTING, None),
    ("hai_duong", "lienhiephoihaiduong.vn/tag/nhà-sáng-chế", LISTING, None),
    ("hai_duong", "lienhiephoihaiduong.vn/about/Lich-su-phat-trien.html", OTHER, None),
    ("hai_phong", "hpusta.org.vn/hoi-nghi-ban-thuong-vu-lien-hiep-hoi-hai-phong/", ARTICLE, "hoi-nghi-ban-thuong-vu-lien-hiep-hoi-hai-phong"),
    ("hai_phong", "hpusta.org.vn/lien-he/", OTHER, None),
    ("ho_chi_minh", "hcmusta.org.vn/hoi-nghi-ban-chap-hanh-tong-ket-hoat-dong-nam-2023-phuong-huong-cong-tac-nam-2024", ARTICLE, "hoi-nghi-ban-chap-hanh-tong-ket-hoat-dong-nam-2023-phuong-huong-cong-tac-nam-2024"),
    ("ho_chi_minh", "hcmusta.org.vn/phim-35-nam-lhh/", ARTICLE, "phim-35-nam-lhh"),
    ("hung_yen", "lienhiephoihungyen.org.vn/chitiet_tintuc.aspx?cate=hoat-dong-lien-hiep-hoi&seo=hoi-nghi-hoi-dong-trung-uong-lan-thu-2-khoa-viii-lien-hiep-cac-hoi-khoa-hoc-va-ky-thuat-viet-nam&id=1149", ARTICLE, "1149"),
    ("hung_yen", "lienhiephoihungyen.org.vn/chitiet_tintuc.aspx?id=1149", ARTICLE, "1149"),
    ("hung_yen", "lienhiephoihungyen.org.vn/hoai-dong-hoi-thanh-vien/dai-hoi-lan-thu-nhat-lien-hiep-cac-hoi-khoa-hoc-va-ky-thuat-tinh-hung-yen-21253.html", ARTICLE, "html/21253"),
    ("khanh_hoa", "lhhkh.org.vn/gioi-thieu/gioi-thieu-chung", ARTICLE, "gioi-thieu-chung"),
    ("kon_tum", "lienhiephoikontum.org.vn/mnews.aspx?id=1444", ARTICLE, "1444"),
    ("kon_tum", "lienhiephoikontum.org.vn/mnews.aspx?id=444", ARTICLE, "444"),
    ("lam_dong", "lienhiephoilamdong.org.vn/lien-hiep-cac-hoi-kh-kt-tinh-lam-dong-trien-khai-nhiem-vu-nam-2024.html", ARTICLE, "lien-hiep-cac-hoi-kh-kt-tinh-lam-dong-trien-khai-nhiem-vu-nam-2024"),
    ("lam_dong", "lienhiephoilamdong.org.vn/tin-hoat-dong.html", OTHER, None),
    ("lam_dong", "lienhiephoilamdong.org.vn/thong-tin-hoat-dong/Giai-thuong-khcn/type/detail/id/304/task/23", ARTICLE, "type_detail/304"),
    ("lam_dong", "lienhiephoilamdong.org.vn/Default.aspx?tab=113&MNID=167", ARTICLE, "aspx/MNID/167"),
    ("lam_dong", "lienhiephoilamdong.org.vn/Default.aspx?tab=0&plc=0&AID=446", ARTICLE, "aspx/AID/446"),
    ("lam_dong", "lienhiephoilamdong.org.vn/Default.aspx?tab=113", OTHER, None),
    ("long_an", "lavusta.longan.gov.vn/Default.aspx?tabid=620&ChiTiet=True&CmsId=743", ARTICLE, "743"),
    ("long_an", "lavusta.longan.gov.vn/default.aspx?CmsId=743&tabid=609", ARTICLE, "743"),
    ("long_an", "lavusta.longan.gov.vn/Default.aspx?tabid=609", LISTING, None),
    ("nghe_an", "lienhiepkhktnghean.org.vn/index.php/thong-tin-khoa-hoc/nghien-cuu-va-ung-dung-khoa-hoc-va-cong-nghe/nhung-diem-nhan-noi-bat-cua-lien-hiep-cac-hoi-khoa-hoc-va-ky-thuat-nghe-an-nam-2023-541.html", ARTICLE, "thong-tin-khoa-hoc/541"),
    ("nghe_an", "lienhiepkhktnghean.org.vn/index.php/about/Gioi-thieu.html", OTHER, None),
    ("nghe_an", "lienhiepkhktnghean.org.vn/", LISTING, None),
    ("ninh_binh", "khoahockythuat.ninhbinh.gov.vn/tin-hoat-dong-khkt/mot-so-ket-qua-noi-bat-trong-hoat-dong-cua-lien-hiep-hoi-tinh-nam-2010-21.html", ARTICLE, "21"),
    ("ninh_binh", "khoahockythuat.ninhbinh.gov.vn/gioi-thieu/lien-hiep-hoi-1.html", OTHER, None),
    ("phu_tho", "trithucdatto.vn/chuyen-trang/tu-van-phan-bien/", LISTING, None),
    ("phu_yen", "lienhiephoiphuyen.com.vn/gioi-thieu/gioi-thieu-chung/316-Lien-hiep-cac-Hoi-Khoa-ho%EF%BF%BD%EF%BF%BDc-va%EF%BF%BD%EF%BF%BD-Ky%EF%BF%BD%EF%BF%BD-thua%EF%BF%BD%EF%BF%BDt-tinh-Phu-Yen.html", ARTICLE, "316"),
    ("quang_ngai", "lienhiephoi.quangngai.gov.vn/i1644-hoi-nghi-ban-chap-hanh-lan-thu-15,-khoa-v-(nhiem-ki-20102015).aspx", ARTICLE, "1644"),
    ("quang_ngai", "lienhiephoi.quangngai.gov.vn/i1644-hoi-nghi-ban-chap-hanh-lan-thu-15%2C-khoa-v-%28nhiem-ki-20102015%29.aspx", ARTICLE, "1644"),
    ("quang_ngai", "lienhiephoi.quangngai.gov.vn/mobile.aspx", LISTING, None),
    ("quang_ninh", "quangninh.gov.vn/bannganh/lienhiephoi/Trang/ChiTietBVGioiThieu.aspx?bvid=13", ARTICLE, "chitietbvgioithieu/13"),
    ("quang_ninh", "quangninh.gov.vn/bannganh/lienhiephoi", LISTING, None),
    ("quang_ninh", "quangninh.gov.vn/Trang/ChiTietBVGioiThieu.aspx?bvid=13", OFFSITE, None),
    ("soc_trang", "lienhiephoi.soctrang.gov.vn/105_lien-he-hoi-soc-trang/667_hoi-nghi-tong-ket-hoat-dong-lien-hiep-cac-hoi-kh-kt-tinh-nam-2022-0.html", ARTICLE, "667"),
    ("soc_trang", "lienhiephoi.soctrang.gov.vn/85_gioi-thieu-chung-l0.html", LISTING, None),
    ("soc_trang", "lienhiephoi.soctrang.gov.vn/index.php/tin-t-c-s-ki-ntin-t-c-s-ki-n/lien-h-h-i-soc-trang/1355-lien-hi-p-cac-h-i-kh-kt-soc-trang-so-k-t-ho-t-d-ng-6-thang-d-u-nam-2016", ARTICLE, "joomla/1355"),
    ("soc_trang", "lienhiephoi.soctrang.gov.vn/index.php/gi-i-thi-u/gi-i-thi-u-chung", OTHER, None),
    ("son_la", "susta.vn/van-hoa-xa-hoi-moi-truong/phu-nu-cac-dan-toc-son-la-voi-su-nghiep-dau-tranh-cach-mang-1940-1975-27819", ARTICLE, "27819"),
    ("son_la", "susta.vn/bai-viet-di-hoi-Lien-hiep-cac-Hoi-khoa-hoc-v-ky-thut-tinh-Son-La-khoa-III-nhiem-ky-2020-2025-1870.html", ARTICLE, "bai_viet/1870"),
    ("thai_binh", "vustathaibinh.org.vn/lien-hiep-hoi/lien-hiep-cac-hoi-khkt-thai-binh-to-chuc-hoi-nghi-ban-chap-hanh-khoa-v-6797.html", ARTICLE, "6797"),
    ("thai_binh", "vustathaibinh.org.vn/trung-uong-3090.html", LISTING, None),
    ("thai_binh", "vustathaibinh.org.vn/trung-uong/page-4.htm", LISTING, None),
    ("thai_binh", "vustathaibinh.vn/Tin-Tuc/left21/3022_Thai-Binh--Lien-hiep-Hoi-Thai-Binh-to-chuc-Hoi-nghi-Ban-Chap-hanh-nam-2018", ARTICLE, "vn/3022"),
    ("thanh_hoa", "tusta.org.vn/index.php/doi-ngoai-va-hop-tac-quoc-te/60-doi-ngoai-va-hop-tac-quoc-te/696-lien-hiep-hoi-tinh-quang-ngai-tham-va-lam-viec-voi-lien-hiep-hoi-thanh-hoa", ARTICLE, "696"),
    ("thanh_hoa", "tusta.org.vn/NewsDetail.aspx?Id=9036", ARTICLE, "aspx/9036"),
    ("thanh_hoa", "tusta.org.vn/index.php/gioi-thieu-tusta-th", OTHER, None),
    ("thua_thien_hue", "husta.vn/ket-na%CC%A3p-them-02-ho%CC%A3i-thanh-vien-moi/", ARTICLE, "ket-n%E1%BA%A1p-them-02-h%E1%BB%8Di-thanh-vien-moi"),
    ("thua_thien_hue", "husta.vn/ket-nạp-them-02-họi-thanh-vien-moi", ARTICLE, "ket-n%E1%BA%A1p-them-02-h%E1%BB%8Di-thanh-vien-moi"),
    ("thua_thien_hue", "husta.org/hoi-thao-cua-lien-hiep-hoi-viet-nam-tai-quang-tri/", ARTICLE, "org/hoi-thao-cua-lien-hiep-hoi-viet-nam-tai-quang-tri"),
    ("thua_thien_hue", "husta.trichdan.link/en/news/science-and-technology/information-of-the-organization-10", ARTICLE, "trichdan_en/10"),
    ("yen_bai", "lienhiephoiyenbai.org.vn/tin-tuc/tin-noi-bat/?UserKey=Hoi-nghi-Ban-Chap-hanh-lan-thu-VI-nhiem-ky-2020---2025", ARTICLE, "Hoi-nghi-Ban-Chap-hanh-lan-thu-VI-nhiem-ky-2020---2025"),
]  # fmt: skip
"""Site, address without scheme and ``www.``, kind, and key where it is an article's or a twin's."""

BY_CONTENT_ALONE = {
    "vusta.vn/en/news/savefile/VUSTA-Head-quarter-1741/The-Vietnam-Union-of-Science-and-Technology-Associations-43349.html",
    "husta.vn/gioi-thieu-chung-ve-lien-hiep-cac-hoi-khoa-hoc-va-ky-thuat-tinh-thua-thien-hue/",
    "husta.vn/thua-thien-hue-union-of-science-and-technology-associations/",
}
"""Static pages whose addresses look like an article's."""


@pytest.fixture(scope="module")
def sites():
    return shipped_and(None)


# What needs the definitions alone


def listed(names):
    return sorted(name.strip() for name in names.split(","))


def test_the_central_union_and_all_provinces_are_there(sites):
    provinces = {name: site.province for name, site in sites.items()}
    assert provinces.pop("vusta") is None
    assert sorted(provinces.values()) == listed(PROVINCES)
    assert sorted({site.province_2025 for name, site in sites.items() if name != "vusta"}) == listed(PROVINCES_2025)


def test_nothing_is_wrong_with_them(sites):
    assert check_sites(sites.values()) == []


def test_the_name_is_the_old_province(sites):
    for site in sites.values():
        if site.province:
            plain = unicodedata.normalize("NFD", site.province.lower().replace("đ", "d")).encode("ascii", "ignore").decode()
            assert site.name == re.sub(r"\W+", "_", plain)


def test_every_organisation_is_a_union_of_its_province(sites):
    for site in sites.values():
        place = site.province or "Việt Nam"
        assert re.fullmatch(rf"Liên hiệp các Hội Khoa học và Kỹ thuật (?:(?:tỉnh|[Tt]hành phố) )?{place}", site.organisation)


def test_unions_that_merged_name_their_predecessors(sites):
    assert {name: site.predecessors for name, site in sites.items() if site.predecessors} == PREDECESSORS


def test_status_says_what_was_seen(sites):
    status = {name: site.status for name, site in sites.items()}
    assert [name for name in status if status[name] == "expected"] == ["gia_lai"]
    assert {name for name in status if status[name] != "unknown"} == {row[0] for row in ADDRESSES}


def test_no_feed_and_no_sitemap_was_seen(sites):
    for site in sites.values():
        assert {key for key in ("feeds", "sitemaps") if getattr(site, key)} <= set(site.unseen)


@pytest.mark.parametrize(("name", "address", "kind", "key"), ADDRESSES)
def test_an_address_is_told(sites, name, address, kind, key):
    site = sites[name]
    for start in ("http://", "https://", "https://www."):
        assert site.kind_of(start + address) is kind
        found = site.generation_of(site.canonical(start + address))
        assert (found[1] if found else None) == key


@pytest.mark.parametrize("name", sorted({row[0] for row in ADDRESSES}))
def test_the_home_page_of_every_host_is_a_listing(sites, name):
    assert {sites[name].kind_of(host) for host in sites[name].hosts} == {LISTING}


def test_lists_that_differ_by_the_visit_are_one_list(sites):
    lists = [address for name, address, kind, _ in ADDRESSES if (name, kind) == ("bac_ninh", LISTING)]
    visits = [re.sub("p_p_auth=.*", f"p_p_auth={token}", address) for address in lists for token in ("RxJzP6iT", "1H7ZLD1n")]
    known = {sites["bac_ninh"].canonical(start) for start in sites["bac_ninh"].start_urls}
    assert {sites["bac_ninh"].canonical(f"https://{address}") for address in visits} < known


def test_a_number_counts_once_for_each_counter(sites):
    lam_dong = sites["lam_dong"]
    keys = {lam_dong.article_key(f"http://lienhiephoilamdong.org.vn/Default.aspx?tab=1&{which}=5") for which in ("AID", "MNID")}
    assert keys == {"aspx/AID/5", "aspx/MNID/5"}


# What needs the recorded facts


def recorded(key):
    """Return the addresses recorded under ``key`` in the facts, each with the name of its site; none where they are absent."""
    found, name, inside = [], "", False
    for line in FACTS.read_text("utf-8").splitlines() if FACTS.exists() else ():
        if site := re.fullmatch(r"- id: (\S+)", line):
            name = {"hue": "thua_thien_hue"}.get(site[1], site[1].replace("-", "_"))
        elif heading := re.match(r"[ -]+(\w+):(?: |$)", line):
            inside = heading[1] == key
        elif inside and (address := re.search(r"https?://[^\s']+", line)):
            found.append((name, address[0].rstrip(",")))
    return found


ARTICLES, LISTINGS, OTHERS = recorded("articles_seen"), recorded("listing_shapes"), recorded("other_pages_seen")
with_facts = pytest.mark.skipif(not FACTS.exists(), reason="the recorded facts are not at hand")


def spellings(address):
    """Return ``address`` under both schemes, with and without ``www.``, its parameters in either order."""
    parts = urlsplit(address)
    host = parts.netloc.removeprefix("www.")
    orders = {parts.query, "&".join(reversed(parts.query.split("&")))}
    return [
        urlunsplit((scheme, prefix + host, parts.path, query, ""))
        for scheme in ("http", "https")
        for prefix in ("", "www.")
        for query in sorted(orders)
    ]


@with_facts
def test_the_facts_are_read():
    assert len(ARTICLES) >= 109
    assert len(LISTINGS) >= 15
    assert len(OTHERS) >= 11


@pytest.mark.parametrize(("name", "address"), ARTICLES)
def test_an_article_seen_has_one_key_however_it_is_spelt(sites, name, address):
    site = sites[name]
    assert {site.kind_of(spelling) for spelling in spellings(address)} == {ARTICLE}
    found = {site.generation_of(site.canonical(spelling)) for spelling in spellings(address)}
    assert len(found) == 1
    assert None not in found


@pytest.mark.parametrize(("name", "address"), ARTICLES)
def test_an_article_seen_is_told_by_its_own_site_alone(sites, name, address):
    assert [site.name for site in sites.values() if site.holds(address)] == [name]


@with_facts
def test_a_form_of_articles_that_none_was_seen_of_is_called_unseen(sites):
    without = set(sites) - {name for name, _ in ARTICLES}
    assert {name for name in without if sites[name].article_url and "article_url" not in sites[name].unseen} == set()


@with_facts
def test_articles_that_differ_have_different_keys(sites):
    keys = {(name, address): sites[name].article_key(address) for name, address in ARTICLES}
    assert [pair for pair in combinations(keys, 2) if pair[0][0] == pair[1][0] and keys[pair[0]] == keys[pair[1]]] == []


@pytest.mark.parametrize(("name", "address"), LISTINGS)
def test_a_listing_seen_is_a_listing(sites, name, address):
    assert sites[name].kind_of(address) is LISTING


@pytest.mark.parametrize(("name", "address"), OTHERS)
def test_another_page_seen_is_no_article_as_far_as_its_address_tells(sites, name, address):
    looks_like_one = address.split("//")[1] in BY_CONTENT_ALONE
    assert (sites[name].kind_of(address) is ARTICLE) == looks_like_one
