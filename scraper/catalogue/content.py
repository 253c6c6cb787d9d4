"""What counts as the content of an article, and so as news when it changes."""

import hashlib
import json

from scraper.article import Article

CONTENT = frozenset(
    {"headline", "description", "section", "keywords", "in_language", "blocks", "date_published", "date_modified", "authors"}
    | {"source", "source_url", "images", "attachments"}
)
"""Fields whose change makes a new version. Left out are what follows from them (``article_body``), what drifts by itself (the
line with the date may hold a counter of visits), and what is ours: where, when and by which reader the page was read."""

WITHOUT = {part: {"__all__": {"alt"}} for part in ("images", "blocks")}
"""Alternative texts do not count: sites fill them with file names of the day."""


def content_digest(article: Article) -> str:
    """Return ``sha256:`` and the hexadecimal digest of the content of ``article``."""
    content = article.model_dump(mode="json", include=set(CONTENT), exclude=WITHOUT)
    spelled = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return f"sha256:{hashlib.sha256(spelled.encode()).hexdigest()}"
