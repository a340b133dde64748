"""What both formats need to know of a text: which signs a file can hold, which way it is read, which font has them."""

import re
import unicodedata


# Lone surrogates, controls but tab and line feed, and what XML 1.0 has no place for.
UNHOLDABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
# Overrides of direction could make a text read otherwise than it is.
OVERRIDES = re.compile("[\u202a-\u202e\u2066-\u2069]")


def clean(text: str) -> str:
    """Return the text in composed form, without what a file cannot hold and without overrides of direction."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    return unicodedata.normalize("NFC", OVERRIDES.sub("", UNHOLDABLE.sub("", text)))


def has_rtl(text: str) -> bool:
    """Return whether there is anything in the text that is read from right to left."""
    return any(unicodedata.bidirectional(sign) in ("R", "AL") for sign in text)


def starts_rtl(text: str) -> bool:
    """Return whether the text as a whole is read from right to left: its first letter decides."""
    for sign in text:
        direction = unicodedata.bidirectional(sign)
        if direction in ("L", "R", "AL"):
            return direction != "L"
    return False
