"""Crawling: the Scrapy parts between the network and the catalogue."""
