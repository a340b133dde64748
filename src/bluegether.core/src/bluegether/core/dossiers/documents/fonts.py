"""The fonts of the PDF, embedded in it: Carlito (as wide as the Calibri that Word shows), DejaVu Sans, Noto Emoji.

Each sign is shown in the first of them that has it. See `fonts/` for their licences.
"""

from arabic_reshaper import ArabicReshaper
from bidi.algorithm import get_display
from bluegether.core.dossiers.documents.text import has_rtl
from bluegether.core.dossiers.interfaces import FONTS
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from reportlab.lib.fonts import addMapping
from reportlab.pdfbase.pdfmetrics import getFont
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfbase.ttfonts import TTFont
from xml.sax.saxutils import escape


FILES = {
    "Carlito": "Carlito-Regular.ttf",
    "Carlito-Bold": "Carlito-Bold.ttf",
    "Carlito-Italic": "Carlito-Italic.ttf",
    "DejaVu": "DejaVuSans.ttf",
    "Emoji": "NotoEmoji-Regular.ttf",
}
REGULAR, BOLD, ITALIC = "Carlito", "Carlito-Bold", "Carlito-Italic"
OTHERS = ("DejaVu", "Emoji")
MISSING = "\N{WHITE SQUARE}"
# Joiners and selectors of emoji, and the like: they shape what is beside them, which these fonts do not do.
INVISIBLE = frozenset("\u200b\u200c\u200d\u2060\ufe0e\ufe0f\ufeff\u200e\u200f\u00ad")
RESHAPER = ArabicReshaper({"delete_harakat": True, "support_ligatures": True})


@cache
def register() -> None:
    """Make the fonts known to reportlab, once in a process."""
    for name, file in FILES.items():
        registerFont(TTFont(name, str(FONTS / file)))
    for bold, italic, name in ((0, 0, REGULAR), (1, 0, BOLD), (0, 1, ITALIC), (1, 1, BOLD)):
        addMapping(REGULAR, bold, italic, name)


@cache
def _signs(font: str) -> frozenset[int]:
    return frozenset(getFont(font).face.charToGlyph)


def font_of(sign: str, font: str) -> str:
    """Return the font that shows this sign where the text is set in `font`, empty when none does."""
    code = ord(sign)
    return next((name for name in (font, *OTHERS) if code in _signs(name)), "")


def runs(text: str, font: str) -> Iterator[tuple[str, str]]:
    """Return (font, text) of the stretches of a text that one font shows."""
    shown = [(font_of(sign, font), sign) for sign in text if sign not in INVISIBLE]
    for name, signs in groupby(shown, key=lambda pair: pair[0]):
        stretch = "".join(sign for _name, sign in signs)
        yield (name, stretch) if name else ("DejaVu", MISSING * len(stretch))


def markup(text: str, font: str = REGULAR) -> str:
    """Return the text for a reportlab paragraph set in `font`: nothing in it is read as markup."""
    return "".join(
        escape(stretch) if name == font else f'<font name="{name}">{escape(stretch)}</font>'
        for name, stretch in runs(text, font)
    )


def width(text: str, font: str, size: float) -> float:
    """Return how wide the text is."""
    return sum(stringWidth(stretch, name, size) for name, stretch in runs(text, font))


def shaped(text: str) -> str:
    """Return the text with Arabic letters in the forms that they take beside each other."""
    return RESHAPER.reshape(text) if has_rtl(text) else text


def lines(text: str, font: str, size: float, available: float) -> list[str]:
    """Return a shaped text, part of which is read from right to left, broken into lines as the eye sees them."""
    found, line = [], ""
    for word in shaped(text).split():
        longer = f"{line} {word}".strip()
        if line and width(longer, font, size) > available:
            found.append(line)
            longer = word
        line = longer
    return [get_display(one) for one in [*found, line] if one]
