"""Plain text as people write it: composed, without signs that deceive. Nothing here makes HTML."""

import re
import unicodedata


# Signs that change how others are read: bidirectional overrides and isolates, invisible spaces, other controls.
HARMFUL = re.compile("[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
BLANK_LINES = re.compile(r"\n{3,}")


def cleaned(text: str) -> str:
    """Return the text composed (NFC), without harmful signs, at most one blank line in a row, trimmed."""
    plain = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n")
    return BLANK_LINES.sub("\n\n", HARMFUL.sub("", plain)).strip()
