"""Reading: bytes of a page in, the record of its article out. No network, no clock, no Scrapy."""
