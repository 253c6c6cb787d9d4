"""The body of an article cut into pieces, and what of them is its text."""
