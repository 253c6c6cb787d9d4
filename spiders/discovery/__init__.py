"""Discovery: where a site's articles are found. Links on its pages, its feeds, its sitemaps."""
