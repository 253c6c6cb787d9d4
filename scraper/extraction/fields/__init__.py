"""Readers of the fields of a record: small named functions, most trustworthy first."""
