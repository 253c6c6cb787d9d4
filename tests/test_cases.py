"""``vusta case`` saves pages and what they must be read as; nobody's review gets lost."""

import json

import pytest

from scraper import cases
from scraper import demo as demonstration
from scraper.captures import read_captures
from scraper.errors import InputError, UsageError
from tests.extraction.shell import URL, page

TEXT = "<p>Hội nghị đã nghe báo cáo kết quả sáu tháng đầu năm và bàn nhiệm vụ thời gian tới của các hội thành viên.</p>"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "page.html").write_bytes(page(TEXT))
    (tmp_path / "pages").mkdir()
    return tmp_path


@pytest.fixture
def saved(folder):
    return cases.add_case(folder / "page.html", URL, "tong-ket", folder / "pages", {})


def review(path, **changed):
    case = cases.load_case(path)
    cases.save_case(case.model_copy(update={"reviewed": True, **changed}), path)
    return cases.load_case(path)


def test_a_new_case_keeps_the_bytes_and_waits_for_review(folder, saved):
    case = cases.load_case(saved)
    assert saved.read_bytes() == page(TEXT)
    assert (case.url, case.reviewed, case.expected.date_published.isoformat()) == (URL, False, "2023-10-02")
    assert case.expected.article_body == (TEXT[3:-4],)


def test_the_file_says_a_line_a_paragraph_and_nothing_that_changes_by_itself(saved):
    written = saved.with_suffix(".json").read_text("utf-8")
    assert f'      "{TEXT[3:-4]}"\n' in written
    assert not {"extractor", "capture", "id", "read_by"} & json.loads(written)["expected"].keys()


def test_a_page_without_article_is_saved_as_what_it_is(folder):
    (folder / "page.html").write_bytes(page(""))
    path = cases.add_case(folder / "page.html", URL, None, folder / "pages", {})
    assert path.stem == "tong-ket-cong-tac-tu-van-phan-bien-127"
    assert json.loads(path.with_suffix(".json").read_text("utf-8"))["expected"] == {"not_an_article": "empty"}


def test_a_page_of_a_warc_is_chosen_by_its_address_and_keeps_how_it_was_served(folder):
    warc = demonstration.recordings()[0]
    captured = next(one for one in read_captures(warc) if one.status == 200)
    path = cases.add_case(warc, captured.url, "tu-warc", folder / "pages", {})
    assert path.read_bytes() == captured.body
    assert cases.load_case(path).content_type == captured.content_type
    with pytest.raises(InputError, match="holds no page at"):
        cases.add_case(warc, f"{captured.url}x", "khac", folder / "pages", {})


@pytest.mark.parametrize("name", ["tong-ket", "Tổng kết", "../khac"])
def test_a_name_that_is_taken_or_no_name_is_refused(folder, saved, name):
    before = saved.with_suffix(".json").read_bytes()
    with pytest.raises(UsageError, match="name"):
        cases.add_case(folder / "page.html", URL, name, folder / "pages", {})
    assert saved.with_suffix(".json").read_bytes() == before
    assert len(list(folder.rglob("*.json"))) == 1


def test_a_case_that_is_read_as_before_stays_reviewed(saved):
    review(saved)
    assert cases.renew_case(saved, {}) == []
    assert cases.load_case(saved).reviewed


def test_a_case_that_is_read_otherwise_has_to_be_reviewed_anew(saved):
    case = cases.load_case(saved)
    review(saved, expected=case.expected.model_copy(update={"authors": ("Mai Lan",), "headline": "Khác"}))
    assert "\n".join(cases.renew_case(saved, {})).count("\n  ") == 3
    assert (cases.load_case(saved).reviewed, cases.load_case(saved).expected) == (False, case.expected)


def test_what_is_right_where_the_reader_is_wrong_is_never_replaced(saved):
    case = cases.load_case(saved)
    right = case.expected.model_copy(update={"authors": ("Mai Lan",)})
    review(saved, expected=right, known_fault="the byline is not seen")
    with pytest.raises(UsageError, match="known to be wrong"):
        cases.renew_case(saved, {})
    assert cases.load_case(saved).expected == right


def test_a_difference_names_the_field_and_shows_where_it_begins():
    long = "Ban tổ chức cho biết " * 30
    old = cases.Expected(headline="Hội nghị", article_body=("Mở đầu.", f"{long}kết thúc.", "Hết."))
    new = cases.Expected(headline="Hội nghị", article_body=("Mở đầu.", f"{long}bắt đầu."))
    (found,) = cases.differences(old, new)
    field, gone, come, lost = found.splitlines()
    assert field == "article_body:"
    assert gone.endswith('kết thúc."')
    assert come.endswith('bắt đầu."')
    assert lost == '  - "Hết."'
    assert len(gone) < 60


@pytest.mark.parametrize(
    ("written", "problem"),
    [('{"url": "http://a.vn", "expected": {"headlin": "x"}}', r"expected\.headlin"), ("{}", "url"), ("[", "JSON")],
)
def test_a_file_that_is_no_case_is_named_with_the_key(tmp_path, written, problem):
    (tmp_path / "a.json").write_text(written, "utf-8")
    with pytest.raises(InputError, match=rf"a\.json: .*{problem}"):
        cases.load_case(tmp_path / "a.html")


def test_the_command_adds_renews_and_says_what_to_do(vusta, folder):
    done = vusta("case", folder / "page.html", "--url", URL, "--name", "moi", "--into", folder / "pages")
    assert done.returncode == 0, done.stderr
    assert "moi.json" in done.stdout
    assert "reviewed" in done.stdout
    again = vusta("case", folder / "pages/moi.html")
    assert "read as before" in again.stdout
    other = vusta("case", folder / "page.html")
    assert (other.returncode, len(other.stderr.splitlines())) == (2, 1)
    assert "--url" in other.stderr
