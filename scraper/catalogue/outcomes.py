"""Outcomes of runs: how a run over a site ended, in the words that the catalogue keeps."""

FINISHED = "finished"
"""Its site was read to the end; Scrapy's word."""

BROKEN_OFF = "broken off"
"""It was stopped, and nobody went on with it in time."""

DEAD = "dead"
"""The site never answered."""

UNWELL = "unwell"
"""The site answered too seldom to go on."""

ROBOTS_UNREACHABLE = "robots unreachable"
"""It could not be known what may be asked for: no page was."""

ASKED_TO_WAIT = "asked to wait"
"""The site sent the crawl away for longer than one waits."""

OUT_OF_TIME = "out of time"
"""The time that one site gets in a night ran out."""

OUT_OF_PAGES = "out of pages"
"""The pages that one site gets in a night ran out."""
