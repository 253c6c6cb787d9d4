"""What both views say about a record and its page."""

from collections import Counter

from scraper.article import Article, iso
from scraper.evidence import Evidence, Part
from scraper.extraction.doubts import DOUBTS

GROUPS: dict[Part, str] = {
    Part.HEADLINE: "title",
    **dict.fromkeys((Part.LEAD, Part.TEXT, Part.HEADING, Part.ITEM, Part.QUOTE, Part.TABLE), "text"),
    **dict.fromkeys((Part.PICTURE, Part.EMBED, Part.CAPTION, Part.CREDIT), "picture"),
    **dict.fromkeys((Part.DATE, Part.BYLINE, Part.SOURCE, Part.SECTION, Part.KEYWORDS), "fact"),
    **dict.fromkeys((Part.ATTACHMENT, Part.SIGNATURE), "fact"),
    Part.LEFT_OUT: "out",
}
"""What a line was taken as to the group whose colour it bears."""

LONGEST_ADDRESS = 160
"""Characters shown of an address; pictures inlined in a page have endless ones."""


def summary(evidence: Evidence) -> str:
    """Return in one sentence what the page was read as."""
    if evidence.verdict:
        verdict = evidence.verdict
        return f"No article ({verdict.reason}), by the rule '{verdict.rule}': {verdict.meaning}"
    article = evidence.article
    return f"An article of the site '{article.site}', read by version {article.read_by.extractor}." if article else ""


def field_rows(article: Article) -> list[tuple[str, str, str]]:
    """Return name, reader and value of each field of the record that a reader finds; an empty value where none did."""
    printed = f" (printed: {article.date_published_raw})" if article.date_published_raw else ""
    paragraphs = len(article.article_body.split("\n\n")) if article.article_body else 0
    values = {
        "headline": article.headline,
        "description": article.description or "",
        "date_published": f"{iso(article.date_published)}{printed}" if article.date_published else "",
        "date_modified": iso(article.date_modified) or "",
        "authors": ", ".join(article.authors),
        "source": " ".join(filter(None, (article.source, article.source_url))),
        "section": article.section or "",
        "keywords": ", ".join(article.keywords),
        "body": f"{paragraphs} paragraphs, {len(article.article_body)} characters",
        "images": f"{len(article.images)}" if article.images else "",
        "attachments": ", ".join(file.name for file in article.attachments),
    }
    return [(name, article.read_by.fields.get(name, ""), value) for name, value in values.items()]


def doubts(article: Article) -> list[tuple[str, str]]:
    """Return the doubts about a record, each with what it means where the word does not say it."""
    return [(doubt, DOUBTS[doubt][1] if doubt in DOUBTS else "") for doubt in article.read_by.doubts]


def shown(text: str, is_address: bool) -> str:
    """Return the text of an entry, an address cut to a length that can be read."""
    return f"{text[:LONGEST_ADDRESS]}…" if is_address and len(text) > LONGEST_ADDRESS else text


def counts(evidence: Evidence) -> dict[Part, int]:
    """Return how often each thing was found on the page, in the order of ``Part``."""
    found = Counter(entry.part for entry in evidence.entries)
    return {part: found[part] for part in Part if found[part]}
