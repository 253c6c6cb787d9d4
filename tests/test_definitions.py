import re
from pathlib import Path

import pytest

from scraper.checks import check_sites
from scraper.definitions import load_platforms, load_site, load_sites
from scraper.errors import DefinitionError
from scraper.site import Generation, Kind, Selectors, Site

ROOT = Path(__file__).parent.parent
PLATFORMS = ROOT / "spiders" / "platforms"
UNION = 'organisation = "Liên hiệp hội A"\nhosts = ["http://a.vn"]\n'


@pytest.fixture(scope="module")
def unions():
    return load_sites([ROOT / "spiders" / "sites"], [PLATFORMS])


@pytest.fixture(scope="module")
def recorded():
    return load_sites([ROOT / "tests" / "sites"], [PLATFORMS])


def write(path, text):
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")
    return path


# How definitions are read


def test_a_site_is_laid_over_its_platform(tmp_path):
    write(tmp_path / "platforms" / "cms.toml", 'skip_url = ["/print"]\nfeeds = ["/rss"]\ndelay = 2\n[selectors]\ndate = ".d"\n')
    write(
        tmp_path / "sites" / "a.toml",
        UNION + 'platform = "cms"\nskip_url = ["/in"]\nfeeds = []\n[selectors]\nremove = [".x"]\n',
    )
    site = load_sites([tmp_path / "sites"], [tmp_path / "platforms"])["a"]
    assert (site.name, site.skip_url, site.feeds, site.delay) == ("a", ("/print", "/in"), (), 2)
    assert site.selectors == Selectors(date=".d", remove=(".x",))


def test_a_later_folder_replaces_a_definition_of_the_same_name(tmp_path):
    write(tmp_path / "ours" / "a.toml", UNION)
    write(tmp_path / "yours" / "a.toml", UNION + "delay = 5")
    assert load_sites([tmp_path / "ours", tmp_path / "yours"], [])["a"].delay == 5


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (UNION + 'article_ulr = "x"', "unknown key 'article_ulr' (did you mean 'article_url'?)"),
        ('organisaton = "A"\nhosts = ["http://a.vn"]', "unknown key 'organisaton' (did you mean 'organisation'?)"),
        (UNION + '[selectors]\nheadlin = "h1"', "unknown key 'selectors.headlin' (did you mean 'headline'?)"),
        (
            UNION + '[[generations]]\nuntli = 2019-01-01\nname = "x"',
            "unknown key 'generations.0.untli' (did you mean 'until'?)",
        ),
        (UNION + "xyzzy = 1", "unknown key 'xyzzy'"),
        ('hosts = ["http://a.vn"]', "organisation: is missing"),
        ('organisation = ""\nhosts = ["http://a.vn"]', "organisation: "),
        (UNION + 'start = "/tin"', "start: must be a list"),
        (UNION + "encoding = 8", "encoding: must be text in quotes"),
        (UNION + 'delay = "soon"', "delay: must be a valid number"),
        (UNION + "concurrency = 20", "concurrency: must be less than or equal to 8"),
        (UNION + 'status = "sen"', "status: must be 'seen', 'expected' or 'unknown'"),
        (UNION + "article_url = '(?P<key>'", "article_url: '(?P<key>' is no regular expression"),
        (UNION + "listing_url = ['/a', '[']", "listing_url.1: '[' is no regular expression"),
        (UNION + "twin_url = [['/in', '\\1']]", "twin_url.0: '\\\\1' does not fit '/in'"),
        (UNION + 'counted = ["/tin?trang="]', "counted.0: '/tin?trang=' must hold {page} once"),
        (UNION + 'platform = "nukevit"', "platform: 'nukevit' is unknown (did you mean 'nukeviet'?)"),
        (UNION + "platform = 4", "platform: must be text in quotes"),
        (UNION + 'name = "b"', "a site is named by its file"),
        (UNION + 'status = "unknown"', "hosts are given, so status cannot be 'unknown'"),
        ('organisation = "A"', "no hosts are given, so status must be 'unknown'"),
        ('organisation = "A"\nhosts = ["a.vn"]', "hosts.0: 'a.vn' is no http address"),
        ('organisation = "A"\nhosts = ["http://a.vn/?id=5"]', "hosts.0: 'http://a.vn/?id=5' names a page"),
        (UNION + "delay = ", "is no TOML: "),
    ],
)
def test_a_broken_definition_is_refused_in_one_line_with_file_and_key(tmp_path, text, problem):
    path = write(tmp_path / "a.toml", text)
    with pytest.raises(DefinitionError) as refused:
        load_site(path, load_platforms([PLATFORMS]))
    assert str(refused.value).startswith(f"{path}: {problem}")
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("name", ["cao-bang", "Cao_Bang", "cao bằng"])
def test_a_file_that_cannot_name_a_site_is_refused(tmp_path, name):
    with pytest.raises(DefinitionError, match="must be ASCII snake case"):
        load_site(write(tmp_path / f"{name}.toml", UNION), {})


@pytest.mark.parametrize(
    ("text", "problem"),
    [("skip_ulr = []", "unknown key 'skip_ulr' (did you mean 'skip_url'?)"), ("hosts = []", "'hosts' belongs into a site's")],
)
def test_a_broken_platform_is_refused_by_its_own_name(tmp_path, text, problem):
    write(tmp_path / "sites" / "a.toml", UNION)
    path = write(tmp_path / "platforms" / "cms.toml", text)
    with pytest.raises(DefinitionError, match=re.escape(f"{path}: {problem}")):
        load_sites([tmp_path / "sites"], [tmp_path / "platforms"])


def test_a_file_that_is_no_text_a_missing_file_and_a_missing_folder_are_named(tmp_path):
    (tmp_path / "a.toml").write_bytes(b"organisation = '\xff'")
    with pytest.raises(DefinitionError, match=r"a\.toml: is no UTF-8 text: byte 16"):
        load_site(tmp_path / "a.toml", {})
    with pytest.raises(DefinitionError, match=r"b\.toml: No such file"):
        load_site(tmp_path / "b.toml", {})
    with pytest.raises(DefinitionError, match="nowhere: no such folder"):
        load_sites([tmp_path / "nowhere"], [])


# The definitions there are: addresses/ holds what was seen on public copies and what platforms write


def rows(name):
    lines = (ROOT / "tests" / "addresses" / name).read_text("utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines[1:]]


@pytest.mark.parametrize(("name", "key", "url"), rows("articles.tsv"))
def test_an_article_of_a_union_is_told_by_one_site_alone(unions, name, key, url):
    told = [(site.name, site.article_key(url)) for site in unions.values() if site.kind_of(url) is Kind.ARTICLE]
    assert told == [(name, key)]


@pytest.mark.parametrize(("name", "kind", "url"), rows("pages.tsv"))
def test_another_page_of_a_union_is_told_as_what_it_is(unions, name, kind, url):
    kinds = {site.name: site.kind_of(url) for site in unions.values()}
    assert {name: kind for name, kind in kinds.items() if kind is not Kind.OFFSITE} == {name: kind}


def test_the_article_of_a_frame_is_one_article(unions):
    frames = [
        "https://lhchkhkt.dongthap.gov.vn/web/lhchkhkt/chi-tiet-bai-viet/-/asset_publisher/1mOzUrGkrdAE/content/id/9343594",
        "https://lhchkhkt.dongthap.gov.vn/chi-tiet-bai-viet/-/asset_publisher/1mOzUrGkrdAE/content/id/9343594?plidlayout=9883",
    ]
    assert len({unions["dong_thap"].canonical(url) for url in frames}) == 1


def test_the_english_edition_is_in_english(unions):
    found = unions["vusta"].generation_of("https://en.vusta.vn/x-p128.html")
    assert found is not None
    assert found[0].in_language == "en"


def test_every_definition_is_sound(unions, recorded):
    assert check_sites([*unions.values(), *recorded.values()]) == []


@pytest.mark.parametrize(("name", "kind", "path"), rows("recorded.tsv"))
def test_every_shape_of_address_on_a_recorded_site_is_told(recorded, name, kind, path):
    site = recorded[name]
    assert site.kind_of(site.hosts[0] + path) is Kind(kind)


def test_twins_of_an_article_are_one_article(recorded):
    article = "/thong-bao/lich-cong-tac-tuan-24-nam-2026/"
    lamgiang = recorded["lamgiang"]
    twins = ["", "?print=1", "?replytocom=12", "amp/", "?utm_source=zalo", "comment-page-2/", "?share=facebook"]
    assert {lamgiang.article_key(lamgiang.hosts[0] + article + twin) for twin in twins} == {"lich-cong-tac-tuan-24-nam-2026"}


def test_an_article_moved_to_another_category_keeps_its_key(recorded):
    songhuong = recorded["songhuong"]
    places = ["/tin-tuc/x-253.html", "/tin-hoi-thanh-vien/y-253.html", "/print/tin-tuc/x-253.html?nvvithemever=m"]
    assert {songhuong.article_key(songhuong.hosts[0] + place) for place in places} == {"253"}


@pytest.mark.parametrize(("platform", "kind", "key", "path"), rows("platforms.tsv"))
def test_a_platform_tells_the_addresses_that_it_writes(tmp_path, platform, kind, key, path):
    site = load_site(write(tmp_path / "a.toml", f'{UNION}platform = "{platform}"'), load_platforms([PLATFORMS]))
    url = f"http://a.vn{path}"
    assert (site.kind_of(url), site.article_key(url) if key else "") == (kind, key)


def test_every_platform_file_is_tried_here():
    assert {path.stem for path in PLATFORMS.glob("*.toml")} == {row[0] for row in rows("platforms.tsv")}


# Their documentation

PAGE = (ROOT / "docs" / "definitions.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("model", "heading"),
    [(Site, "Keys of a site"), (Generation, "Generations"), (Selectors, "Selectors")],
)
def test_every_key_is_described_and_no_other(model, heading):
    section = re.search(rf"^## {heading}\n(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL)
    assert section is not None
    rows = re.findall(r"^\| (`.*?) \|", section[1], re.MULTILINE)
    described = {key for row in rows for key in re.findall(r"`(\w+)`", row)}
    assert described == set(model.model_fields)


def test_every_example_in_the_page_is_a_definition(tmp_path):
    for number, example in enumerate(re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)):
        whole = example if "organisation" in example else UNION + example
        load_site(write(tmp_path / f"example_{number}.toml", whole), load_platforms([PLATFORMS]))
