"""Commands of ``vusta`` that need more than a few lines, and what several commands share."""
