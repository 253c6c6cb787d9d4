"""Strategies that find a site's articles: links on pages, feeds, sitemaps."""
