"""The address table: what is known of each address of a site, what is due, and what the server said last."""
