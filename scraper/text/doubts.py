"""What looks broken in a text and cannot be mended without guessing."""
import re
def doubts_about(text: str) -> tuple[str, ...]:
    return ()
