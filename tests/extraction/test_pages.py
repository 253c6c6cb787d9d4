"""Every saved page reads as the record beside it says; ``vusta case`` adds one."""

import pytest

from scraper.cases import differences, load_case, read_case
from spiders.loader import shipped_and
from tests.conftest import ROOT

PAGES = ROOT / "tests/pages"


@pytest.fixture(scope="session")
def sites():
    return shipped_and(None)


@pytest.mark.parametrize("page", sorted(PAGES.glob("*.html")), ids=lambda page: page.stem)
def test_a_saved_page_reads_as_expected(page, sites, request):
    case = load_case(page)
    if not case.reviewed:
        pytest.fail(f'compare {page.stem}.json with the page, correct it, and set "reviewed" to true', pytrace=False)
    if case.known_fault:
        request.applymarker(pytest.mark.xfail(strict=True, reason=case.known_fault))
    if wrong := list(differences(case.expected, read_case(page, case, sites))):
        pytest.fail("\n".join(wrong), pytrace=False)


def test_every_case_has_its_page():
    assert {path.stem for path in PAGES.glob("*.json")} == {path.stem for path in PAGES.glob("*.html")}
