"""The domain of vusta-archive: reading, keeping and publishing the articles of Vietnam's science unions."""

__version__ = "0.1.0"
