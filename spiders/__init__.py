"""Spiders: one per site definition, and the definitions themselves."""
